"""A store on a SPARQL 1.1 server, asked by its address."""

from __future__ import annotations

from contextlib import ExitStack

from dragoman.graph.store.home import Home, Writing
from dragoman.graph.store.server.addresses import addresses
from dragoman.graph.store.server.connection import Connection
from dragoman.graph.store.server.home import Server, refuse_parts, refuse_strangers
from dragoman.graph.store.server.limits import Limits
from dragoman.graph.store.server.states import is_union, state
from dragoman.ontology.errors import NoStore


def open_server(
    address: str, resources: ExitStack, *, write: bool = False, limits: Limits | None = None
) -> tuple[Home, Writing | None]:
    """Open the store on a server.

    Args:
        address: where the server is (see `addresses`).
        resources: given the connection, to be ended with it.
        write: whether it may be changed.
        limits: how long and how often the server is asked.

    Raises:
        NoStore: there is none, the address is no server's, or the server holds something else.
        StoreError: the server does not answer as it should, or the store is of another format.
    """
    connection = Connection(addresses(address), limits)
    resources.callback(connection.close)
    server = Server(connection)
    if write:
        # not imported by those who only read: it needs the lexicon
        from dragoman.graph.store.server.writing import ServerWriter

        return server, ServerWriter(server, connection.limits)
    if state(server) is None:
        refuse_strangers(server)
        raise NoStore(
            f"Nothing has been read into {server.address} yet; `dragoman read --example --store {server.address}` starts it."
        )
    if not is_union(server):
        raise refuse_parts(server)
    return server, None
