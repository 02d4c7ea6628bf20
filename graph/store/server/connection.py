"""Speaks HTTP with one server: one kept-alive connection, bounded tries, no redirect to anybody else.

Every request that a store sends may be sent again: a query changes nothing, and an update changes the store only where it
is still as it was when the update was made (`state`), so the second of two equal ones does nothing. What is sent again is
what was not answered, and what was answered by 429, 502, 503 or 504.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin

import httpx

from dragoman.graph.store.patience import too_long
from dragoman.graph.store.server import sentences
from dragoman.graph.store.server.addresses import Addresses, origin
from dragoman.graph.store.server.credentials import credentials
from dragoman.graph.store.server.limits import Limits
from dragoman.ontology.errors import DragomanError

_AGAIN: Final = frozenset({429, 502, 503, 504})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_ELSEWHERE: Final = frozenset({404, 405})
_NONSENSE: Final = (httpx.ProtocolError, ValueError, KeyError, NotImplementedError, AssertionError)
"""What reading a server's challenge may end with, where that is malformed or asks for what nobody knows."""
_AGENT: Final = "dragoman"


@dataclass(frozen=True)
class Message:
    """What is sent.

    Attributes:
        method: GET or POST.
        content: its body.
        headers: what is said of it, and what is wanted.
        parameters: what follows the address.
    """

    method: str
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)


class Connection:
    """A server, with who asks it and what is enough."""

    def __init__(self, places: Addresses, limits: Limits | None = None, auth: httpx.Auth | None = None) -> None:
        """Take where the server is asked; nothing is sent yet.

        Raises:
            StoreError: who asks is told, and cannot be read (see `credentials`).
        """
        self.base = places.base
        self.limits = limits or Limits()
        self._services = dict(places.services)
        self._auth = auth or credentials(origin(places.base)[1])
        self._client = httpx.Client(
            # several only while one answer is read and another asked for
            limits=httpx.Limits(max_keepalive_connections=1, max_connections=None),
            timeout=httpx.Timeout(self.limits.silence, connect=self.limits.connect),
            headers={"User-Agent": _AGENT},
        )

    def send(self, service: str, message: Message, until: float | None = None, seconds: float = 0) -> httpx.Response:
        """Return the answer of one of the server's services, still to be read, and to be closed by who asked.

        Args:
            service: "query", "update" or "graphs".
            message: what is sent.
            until: the moment, by the clock of `Limits`, at which there must be an answer.
            seconds: how long that was from the start, for who must be told.

        Raises:
            NoStore: there is no such service.
            ServerError: the server cannot be reached, or refuses.
            TimeLimit: `until` has passed.
        """
        places = self._services[service]
        for index, place in enumerate(places):
            response = self._patiently(service, place, message, until, seconds)
            if response.is_success:
                # it lies here: the other places need not be tried again
                self._services[service] = (place, *(p for p in places if p != place)) if index else places
                return response
            if response.status_code not in _ELSEWHERE or place == places[-1]:
                break
            response.close()
        response.close()
        raise sentences.refused(self.base, service, response, len(message.content))

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def _patiently(
        self, service: str, place: str, message: Message, until: float | None, seconds: float
    ) -> httpx.Response:
        """Return an answer that need not be asked for again."""
        attempt = 0
        while True:
            wait = self.limits.pause(attempt)
            try:
                response = self._once(place, message, until)
            except httpx.TransportError as error:
                if until is not None and self.limits.clock() >= until:
                    raise too_long(seconds) from None
                problem: DragomanError = sentences.unanswered(self.base, error)
                again = not _is_final(error)
            else:
                if response.status_code not in _AGAIN:
                    return response
                response.close()
                problem = sentences.refused(self.base, service, response, len(message.content))
                asked = self.limits.asked(response)
                wait = wait if asked is None else asked
                again = wait <= self.limits.longest
            attempt += 1
            if not again or attempt >= self.limits.tries:
                raise problem from None
            if until is not None and self.limits.clock() + wait >= until:
                raise too_long(seconds) from None
            self.limits.sleep(wait)

    def _once(self, place: str, message: Message, until: float | None) -> httpx.Response:
        """Return an answer after having been sent on within the server."""
        silence = self.limits.silence
        if until is not None:
            silence = max(min(silence, until - self.limits.clock()), 0.001)
        timeout = httpx.Timeout(silence, connect=min(self.limits.connect, silence))
        where = place
        for _ in range(self.limits.redirects + 1):
            response = self._authorised(
                self._client.build_request(
                    message.method,
                    where,
                    content=message.content or None,
                    headers=dict(message.headers),
                    # what the address itself says behind ? goes on being said where one is sent on
                    params=dict(message.parameters) if message.parameters and where == place else None,
                    timeout=timeout,
                )
            )
            if response.status_code not in _MOVED:
                return response
            response.close()
            where = self._next(where, response.headers.get("location", ""))
        raise sentences.circling(self.base)

    def _authorised(self, request: httpx.Request) -> httpx.Response:
        """Return the answer to a request with the credentials that the server asks for."""
        flow = self._auth.auth_flow(request)
        request = next(flow)
        while True:
            response = self._client.send(request, stream=True, auth=None, follow_redirects=False)
            try:
                request = flow.send(response)
            except StopIteration:
                return response
            except _NONSENSE:
                return response
            # never read: a server that refuses may go on refusing without end
            response.close()

    def _next(self, where: str, told: str) -> str:
        """Return the address that one is sent on to, unless it is another server's."""
        target, scheme, host, port = "", "", "", 0
        with suppress(ValueError, httpx.InvalidURL):
            target = urljoin(where, told)
            httpx.URL(target)
            scheme, host, port = origin(target)
        if not told or (scheme, host, port) != origin(where):
            plain = "".join(c for c in host if c.isalnum() or c in ".-")[:80]
            raise sentences.moved(self.base, f"{scheme}://{plain}:{port}" if plain else "which it does not name")
        return target


def _is_final(error: httpx.TransportError) -> bool:
    """Whether asking again would be in vain, or take as long again."""
    import ssl
    from socket import gaierror

    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, gaierror | ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return isinstance(error, httpx.ReadTimeout | httpx.WriteTimeout | httpx.UnsupportedProtocol | httpx.ProxyError)
