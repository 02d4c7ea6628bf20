"""A store's address says where a server is, and nothing that others should not see."""

from __future__ import annotations

import pytest

from dragoman.graph.store import Store
from dragoman.graph.store.server.addresses import addresses
from dragoman.ontology.errors import NoStore

SECRET = "Xq7-sesame"


def test_services_lie_at_the_usual_places_beneath_an_address() -> None:
    found = addresses("http://127.0.0.1:7878/", {})
    assert found.base == "http://127.0.0.1:7878"
    assert found.services["query"][0] == "http://127.0.0.1:7878/query"
    assert found.services["graphs"][0] == "http://127.0.0.1:7878/store"
    assert addresses("https://example.org/press", {}).services["update"][-1] == "https://example.org/press"


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("ask", "http://127.0.0.1:3030/press/ask"),
        ("/sparql", "http://127.0.0.1:3030/sparql"),
        ("http://127.0.0.1:9999/q", "http://127.0.0.1:9999/q"),
    ],
)
def test_the_environment_names_services_that_lie_elsewhere(told: str, place: str) -> None:
    found = addresses("http://127.0.0.1:3030/press", {"DRAGOMAN_QUERY": told})
    assert found.services["query"] == (place,)
    assert len(found.services["update"]) > 1


def test_what_the_environment_names_must_be_an_address() -> None:
    with pytest.raises(NoStore, match="The address in DRAGOMAN_QUERY names no server"):
        addresses("http://127.0.0.1:3030", {"DRAGOMAN_QUERY": "http://[nowhere"})


@pytest.mark.parametrize(
    "address",
    [
        f"http://user:{SECRET}@127.0.0.1:7878",
        f"http://user:{SECRET}/more@127.0.0.1",
        f"https://{SECRET}@example.org/",
        f"http://user:{SECRET}#x@127.0.0.1",
    ],
)
def test_no_address_holds_a_password_and_none_is_repeated(address: str) -> None:
    for write in (True, False):
        with pytest.raises(NoStore, match="DRAGOMAN_PASSWORD") as refused:
            Store.open(address, write=write)
        assert SECRET not in str(refused.value)
    with pytest.raises(NoStore, match="The address in DRAGOMAN_UPDATE") as refused:
        addresses("http://127.0.0.1", {"DRAGOMAN_UPDATE": address})
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://example.org/s", "asked by http:// or https://"),
        ("http://", "names no server"),
        ("http://example.org:port/", "names no server"),
        ("http://exa mple.org/", "names no server"),
        ("http://[::1", "names no server"),
        (f"http://example.org/?key={SECRET}", "goes on with"),
        ("http://example.org/#press", "goes on with"),
    ],
)
def test_what_is_no_address_of_a_server_is_refused(address: str, reason: str) -> None:
    with pytest.raises(NoStore, match=reason) as refused:
        addresses(address, {})
    assert SECRET not in str(refused.value)
