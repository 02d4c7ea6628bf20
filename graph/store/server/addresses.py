"""Where a server takes queries, updates and whole graphs, from the one address that its user names.

That address is the server's, or one data set's on it: `http://127.0.0.1:7878`, `http://127.0.0.1:3030/press`. Beneath it
the usual places are tried in turn; a server laid out otherwise has them named in the environment.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin, urlsplit

from dragoman.ontology.errors import NoStore

VARIABLES: Final = {"query": "DRAGOMAN_QUERY", "update": "DRAGOMAN_UPDATE", "graphs": "DRAGOMAN_GRAPHS"}
"""What names a service that does not lie at a usual place: an address, or a path beneath the store's."""
_USUAL: Final = {
    "query": ("query", "sparql", ""),
    "update": ("update", "statements", "sparql", ""),
    "graphs": ("store", "data", "rdf-graphs/service"),
}


@dataclass(frozen=True)
class Addresses:
    """Where a server is asked.

    Attributes:
        base: the store's address, without a stroke at its end.
        services: for "query" (SPARQL 1.1 Query), "update" (Update) and "graphs" (the Graph Store Protocol) the addresses
            at which it may lie, the likeliest first.
    """

    base: str
    services: Mapping[str, tuple[str, ...]]


def addresses(named: str, environment: Mapping[str, str] = os.environ) -> Addresses:
    """Return where the store at an address is asked.

    Args:
        named: the address, as its user gives it.
        environment: may name the services (`VARIABLES`).

    Raises:
        NoStore: it is no address of a server, or says a user or password, which none may.

    >>> addresses("http://127.0.0.1:7878/", {}).services["update"][0]
    'http://127.0.0.1:7878/update'
    >>> addresses("http://127.0.0.1:3030/press", {"DRAGOMAN_GRAPHS": "data"}).services["graphs"]
    ('http://127.0.0.1:3030/press/data',)
    """
    base = _checked(named).rstrip("/")
    services: dict[str, tuple[str, ...]] = {}
    for service, variable in VARIABLES.items():
        told = environment.get(variable)
        if told:
            services[service] = (_checked(_joined(base, told), variable),)
        else:
            services[service] = tuple(f"{base}/{place}".rstrip("/") for place in _USUAL[service])
    return Addresses(base, services)


def origin(address: str) -> tuple[str, str, int]:
    """Return the scheme, host and port of an address.

    >>> origin("https://Example.org/sparql")
    ('https', 'example.org', 443)
    """
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or {"https": 443}.get(parts.scheme, 80)


def _joined(base: str, told: str) -> str:
    try:
        return urljoin(f"{base}/", told)
    except ValueError:
        # what is no address is refused as one
        return told


def _checked(address: str, variable: str = "") -> str:
    """Return an address that names a server and nothing that is secret."""
    where = f"The address in {variable}" if variable else "The store's address"
    # a password may hold any character, so wherever an @ stands, nothing of the address is repeated
    if "@" in address:
        raise NoStore(
            f"{where} may hold no user and no password, which others would see; leave them out and set DRAGOMAN_USER and "
            "DRAGOMAN_PASSWORD (or DRAGOMAN_TOKEN), or write them into a netrc file."
        )
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
    else:
        if parts.scheme not in ("http", "https"):
            raise NoStore(
                f"{where} begins with {parts.scheme[:20]}://, and a server is asked by http:// or https://; "
                "name another with --store."
            )
    if not host or any(c.isspace() or not c.isprintable() for c in address):
        raise NoStore(f"{where} names no server; give one such as http://127.0.0.1:7878.")
    if parts.query or parts.fragment:
        raise NoStore(f"{where} goes on with ? or #; give it without.")
    return address
