"""Words what may go wrong with a server: each as one sentence that says what to do next, and none with a secret in it."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from typing import Final

import httpx

from dragoman.graph.store.server.addresses import VARIABLES
from dragoman.ontology.errors import DragomanError, NoStore, QueryError, ServerError, StoreError

_SERVICES: Final = {"query": "queries", "update": "updates", "graphs": "whole graphs"}


def unanswered(base: str, error: httpx.TransportError) -> StoreError:
    """Return why a server gave no answer."""
    causes = tuple(_causes(error))
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return NoStore(f"No machine is known by the name in {base}; see that the address is right.")
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return ServerError(
            f"The server {base} cannot prove that it is itself (its certificate is not one that is trusted); "
            "have it mended, or name its authority in SSL_CERT_FILE."
        )
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return ServerError(f"No secure connection to {base} could be made; see whether it is asked by http:// instead.")
    if isinstance(error, httpx.ProxyError):
        return ServerError(f"The proxy on the way to {base} refuses; see HTTPS_PROXY, HTTP_PROXY and NO_PROXY.")
    if isinstance(error, httpx.TimeoutException):
        return ServerError(f"The server {base} does not answer; see that it runs and that the address is right.")
    if isinstance(error, httpx.ConnectError):
        return ServerError(f"No server answers at {base}; see that it runs and that the address is right.")
    return broken(base)


def broken(base: str) -> ServerError:
    """Return that an answer broke off."""
    return ServerError(f"The server {base} broke off its answer; see its log, and try again.")


def refused(base: str, service: str, response: httpx.Response, sent: int) -> DragomanError:
    """Return why a server refused a request.

    Args:
        base: the store's address.
        service: which of its services was asked.
        response: what it answered.
        sent: how many bytes it was sent.
    """
    match response.status_code:
        case 400 if service == "query":
            return QueryError(
                f"The query cannot be answered by the server {base}, which calls it wrong (400); "
                "it may use what this server does not know."
            )
        case 401:
            return ServerError(
                f"The server {base} asks who is there, or does not know who it was told; set DRAGOMAN_USER and "
                "DRAGOMAN_PASSWORD, or DRAGOMAN_TOKEN, or see to your netrc file."
            )
        case 403:
            doing = "write there" if service == "update" else "read there"
            return ServerError(
                f"The server {base} does not let you {doing}; ask whoever runs it, or go as another user."
            )
        case 404 | 405:
            return NoStore(
                f"The server {base} takes no {_SERVICES[service]} at the usual place ({response.status_code}); "
                f"see that the address is right, or say where it does in {VARIABLES[service]}."
            )
        case 413:
            return ServerError(
                f"The server {base} does not take a request of {sent:,} bytes, and an article and what follows from it "
                "must come in one; raise its limit."
            )
        case 429:
            return ServerError(f"The server {base} has been asked too much; try again later.")
        case 503:
            return ServerError(f"The server {base} is not ready or is overloaded; try again later.")
        case status:
            return ServerError(f"The server {base} failed ({status}); see its log, and try again.")


def wrong_type(base: str, service: str, type_: str) -> NoStore:
    """Return that a server answers with something that is no result."""
    plain = "".join(c for c in type_.partition(";")[0].strip() if c.isalnum() or c in "/+-.")[:60]
    what = "a web page" if plain == "text/html" else plain or "something that has no type"
    return NoStore(
        f"The server {base} answers with {what} and not with results; "
        f"see that the address is right, or say where it takes {_SERVICES[service]} in {VARIABLES[service]}."
    )


def malformed(base: str) -> ServerError:
    """Return that an answer is not what it says it is."""
    return ServerError(f"The server {base} answered with results that cannot be read; see its log, and try again.")


def moved(base: str, elsewhere: str) -> ServerError:
    """Return that a server sends its askers to another one."""
    return ServerError(
        f"The server {base} sends to another, {elsewhere}, which is not followed; name that one with --store if you trust it."
    )


def circling(base: str) -> ServerError:
    """Return that a server sends its askers about."""
    return ServerError(
        f"The server {base} sends from one address to the next without end; see that the address is right."
    )


def too_large(base: str, limit: int) -> ServerError:
    """Return that an answer goes on and on."""
    return ServerError(f"The server {base} answers with more than {limit:,} bytes, which is too much; ask for less.")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
