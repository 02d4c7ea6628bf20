"""Several write one server at once: nothing is lost, doubled or halved, whatever is lost on the way."""

from __future__ import annotations

import dataclasses
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from fixtures.builtin import reading, variant
from fixtures.servers import update

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.linking.links import links
from dragoman.graph.store import Store
from dragoman.graph.store.server import writing
from dragoman.graph.store.server.home import Server
from dragoman.graph.store.server.limits import Limits
from dragoman.graph.store.server.states import State, begin, state, swap
from dragoman.graph.store.server.turns import claim, turn
from dragoman.graph.triples import describe
from dragoman.ontology.errors import ServerError, StoreError
from dragoman.ontology.namespaces import ID, LINKS_GRAPH, PREFIXES, STORE_GRAPH

Connect = Callable[..., Server]
TESTS = Path(__file__).parents[3]


def quad(value: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode("a:s"), ox.NamedNode("a:p"), ox.Literal(value), ox.NamedNode("a:g"))


def change(home: Server, now: State | None, gone: list[ox.Quad], come: list[ox.Quad], *graphs: str) -> State | None:
    assert now is not None
    with turn(home, Limits()) as mine:
        return swap(home, mine, now, gone, come, graphs)


def states(home: Server) -> list[str]:
    """Return all that the store's graph says, but for the changes."""
    quads = home.quads(STORE_GRAPH)
    return sorted(q.object.value for q in quads if "change" not in q.subject.value)


def whole(store: Store) -> None:
    """Every article that is there is there whole, and what follows from them follows."""
    expected = {len(describe(reading()))}
    stated = []
    for iri in store.articles():
        quads = list(store.quads(iri))
        assert {len(quads)} == expected
        stated += quads
    assert set(store.quads(LINKS_GRAPH)) == set(links(stated, load_lexicon().entries))


def url(writer: object, number: int) -> str:
    return f"https://example.org/{writer}/{number}"


# -- one change -------------------------------------------------------------------------------------------------------
def test_a_change_is_made_once_and_only_in_the_state_that_it_was_made_for(server: str, connect: Connect) -> None:
    home = connect(server)
    begin(home)
    now = state(home)
    assert now == State()
    after = change(home, now, [], [quad("one")], "a:g")
    assert after is not None
    assert state(home) == after
    assert change(home, now, [], [quad("other")], "a:g") is None
    assert [q.object.value for q in home.quads("a:g")] == ["one"]
    assert change(home, after, [quad("one")], [quad("two")], "a:g") is not None
    assert [q.object.value for q in home.quads("a:g")] == ["two"]
    assert len(states(home)) == 1


def test_only_the_last_changes_are_remembered(server: str, connect: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.graph.store.server.states.REMEMBERED", 3)
    home = connect(server)
    begin(home)
    first = now = state(home)
    for number in range(5):
        now = change(home, now, [], [quad(str(number))], f"a:{number}")
    found = state(home)
    assert first is not None
    assert found is not None
    assert found == now
    assert [one.graphs for one in found.changes] == [("a:2",), ("a:3",), ("a:4",)]
    assert found.since(first) is None
    assert found.since(State(3)) == list(found.changes[1:])
    assert len(list(home.quads(STORE_GRAPH))) == 4


@pytest.mark.parametrize("carried_out", [True, False])
def test_a_change_whose_answer_is_lost_is_made_or_not_and_it_is_known_which(
    server: str, connect: Connect, monkeypatch: pytest.MonkeyPatch, carried_out: bool
) -> None:
    home = connect(server)
    begin(home)
    now = state(home)
    assert now is not None
    sent = home.update

    def lost(text: str) -> None:
        if carried_out:
            sent(text)
            sent(text)  # as it is sent again: the second does nothing
        raise ServerError("The line went dead.")

    with turn(home, Limits()) as mine:
        monkeypatch.setattr(home, "update", lost)
        if carried_out:
            assert swap(home, mine, now, [], [quad("one")], ()) == state(home)
        else:
            with pytest.raises(ServerError, match="dead"):
                swap(home, mine, now, [], [quad("one")], ())
            assert state(home) == now
        monkeypatch.undo()
    assert len(list(home.quads("a:g"))) == carried_out
    assert len(states(home)) == 1


def test_a_change_that_others_followed_before_its_answer_came_is_known_to_be_made(
    server: str, connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, other = connect(server), connect(server)
    begin(home)
    now = state(home)
    assert now is not None
    sent = home.update

    def overtaken(text: str) -> None:
        sent(text)
        change(other, state(other), [], [quad("two")])

    with turn(home, Limits()) as mine:
        monkeypatch.setattr(home, "update", overtaken)
        assert swap(home, mine, now, [], [quad("one")], ()) is not None
        monkeypatch.undo()
    assert {q.object.value for q in home.quads("a:g")} == {"one", "two"}


# -- turns ------------------------------------------------------------------------------------------------------------
def test_a_turn_is_one_writers_alone(server: str, connect: Connect) -> None:
    homes = [connect(server) for _ in range(4)]
    writing_now, most = [0], [0]

    def work(home: Server) -> None:
        for _ in range(4):
            with turn(home, Limits()):
                writing_now[0] += 1
                most[0] = max(most[0], writing_now[0])
                time.sleep(0.002)
                writing_now[0] -= 1

    threads = [threading.Thread(target=work, args=(home,)) for home in homes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert states(homes[0]) == []


def test_a_dead_writers_turn_is_over_when_nothing_was_heard_of_it_for_long(server: str, connect: Connect) -> None:
    home, clock = connect(server), iter(range(0, 1000, 3))
    limits = Limits(lease=10, sleep=lambda _: None, clock=lambda: next(clock))
    update(server, f"INSERT DATA {{ GRAPH <{STORE_GRAPH}> {{ {claim('dead').triple} }} }}")
    with turn(home, limits):
        assert "dead" not in states(home)
    assert next(clock) > 10


def test_a_writer_who_was_slow_finds_that_the_turn_is_lost(server: str, connect: Connect) -> None:
    home = connect(server)
    begin(home)
    now = state(home)
    assert now is not None
    with turn(home, Limits()) as mine:
        update(server, f"DELETE DATA {{ GRAPH <{STORE_GRAPH}> {{ {mine.quad.triple} }} }}")
        assert swap(home, mine, now, [], [quad("late")], ()) is None
    assert list(home.quads("a:g")) == []


def test_who_waits_without_end_is_told(server: str, connect: Connect) -> None:
    home, clock = connect(server), iter(range(1000))
    limits = Limits(turn=5, lease=1000, sleep=lambda _: None, clock=lambda: next(clock))
    for name in ("0", "z"):
        update(server, f"INSERT DATA {{ GRAPH <{STORE_GRAPH}> {{ {claim(name).triple} }} }}")
    with pytest.raises(StoreError, match="without end"), turn(home, limits):
        pass
    assert states(home) == ["0", "z"]


def test_two_changes_at_once_all_the_same_are_mended_by_the_next(server: str) -> None:
    """No server should do that, but one that loses a turn and breaks its word about updates might."""
    with Store.open(server, write=True) as store:
        store.put(reading())
        said = f"<{STORE_GRAPH}> <http://purl.org/dc/terms/identifier> '1 2 f'"
        update(server, f"INSERT DATA {{ GRAPH <{STORE_GRAPH}> {{ {said} }} }}")
        update(server, f"DELETE WHERE {{ GRAPH <{LINKS_GRAPH}> {{ ?s <{PREFIXES['rdfs']}label> ?o }} }}")
        store.put(variant(url("a", 1)))
        whole(store)
        assert len(store.articles()) == 2


# -- two writers ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("remembered", [128, 1])
def test_two_who_take_turns_see_what_the_other_did(
    server: str, monkeypatch: pytest.MonkeyPatch, remembered: int
) -> None:
    monkeypatch.setattr("dragoman.graph.store.server.states.REMEMBERED", remembered)
    with Store.open(server, write=True) as one, Store.open(server, write=True) as other:
        one.put(reading())
        for number in range(3):
            other.put(variant(url("a", number)))
            other.put(variant(url("b", number)))
            one.put(variant(url("c", number)))
        assert other.remove(variant(url("c", 1)).article.iri) is True
        assert one.remove(variant(url("b", 0)).article.iri) is True
        assert one.put(variant(url("a", 0))) is True
        assert len(one.articles()) == 8
        whole(one)


@pytest.mark.parametrize("size", [1, 1_200, 1_000_000])
def test_many_in_one_change_are_as_if_they_were_put_one_by_one(
    server: str, connect: Connect, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(writing, "BATCH", size)
    told = [variant(url("a", number)) for number in range(4)]
    corrected = dataclasses.replace(told[1], records=told[1].records[:3])
    home = connect(server, sleep=time.sleep)
    writer = writing.ServerWriter(home, Limits())
    writer.put(told[1].article.iri, describe(told[1]))
    before = state(home)
    writer.fill((one.article.iri, describe(one)) for one in (told[0], corrected, told[2], told[3]))
    writer.fill((one.article.iri, describe(one)) for one in (told[0], corrected))
    writer.fill([])
    after = state(home)
    assert before is not None
    assert after is not None
    assert after.number - before.number == {1: 4, 1_200: 2, 1_000_000: 1}[size]
    with Store.memory() as memory:
        for one in (*told, corrected):
            memory.put(one)
        assert set(home.quads(None)) == set(memory.quads())
    # and whoever goes on from there goes on from what is there
    writer.put(told[1].article.iri, describe(told[1]))
    with Store.open(server) as store:
        whole(store)


def test_a_lexicon_that_one_brings_is_known_to_the_other(server: str, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    head = "".join(f"@prefix {p}: <{PREFIXES[p]}> .\n" for p in ("dgm", "rdfs"))
    known = next(e for e in reading().entities if "Victor Evtuhov" in e.names)
    own.write_text(f'{head}<{known.iri}> a dgm:Person ; rdfs:label "Victor Evtuhov"@fr .', encoding="utf-8")
    with Store.open(server, write=True) as one, Store.open(server, write=True) as other, Store.memory() as memory:
        one.put(reading())
        other.add_lexicon(own)
        one.put(variant(url("a", 1)))
        memory.add_lexicon(own)
        memory.put(reading())
        memory.put(variant(url("a", 1)))
        assert known.iri.startswith(ID)
        assert set(one.quads()) == set(memory.quads())


def test_two_at_once_lose_nothing_and_a_reader_never_meets_half(server: str) -> None:
    with Store.open(server, write=True) as store:
        store.put(reading())
    failed: list[BaseException] = []
    done = threading.Event()

    def write(writer: int) -> None:
        try:
            with Store.open(server, write=True) as mine:
                for number in range(6):
                    mine.put(variant(url(writer, number)))
                    mine.put(variant(url("both", number)))
                mine.remove(variant(url(writer, 0)).article.iri)
        except BaseException as error:
            failed.append(error)

    def read() -> None:
        # one query sees one state: each record of it has a happening, each article all its records
        halves = """
            SELECT ?article (COUNT(DISTINCT ?record) AS ?records) (COUNT(DISTINCT ?linked) AS ?links) {
              GRAPH ?article { ?record dgm:evidence ?passage }
              OPTIONAL { ?record dgm:happening ?happening BIND(?record AS ?linked) }
            } GROUP BY ?article"""
        try:
            with Store.open(server) as reader:
                while not done.is_set():
                    rows = [(row["records"].value, row["links"].value) for row in reader.query(halves)]
                    assert len(set(rows)) == 1
                    assert rows[0][0] == rows[0][1]
        except BaseException as error:
            failed.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(2)]
    reader = threading.Thread(target=read)
    for thread in (*writers, reader):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    reader.join()
    assert failed == []
    with Store.open(server) as store:
        assert len(store.articles()) == 1 + 2 * 5 + 6
        whole(store)


WRITE = """
import sys
sys.path.insert(0, sys.argv[2])
from fixtures.builtin import variant
from dragoman.graph.store import Store
with Store.open(sys.argv[1], write=True) as store:
    print("open", flush=True)
    for number in range(1_000):
        store.put(variant(f"https://example.org/{sys.argv[3]}/{number}"))
        print(number, flush=True)
"""


def test_writers_that_are_killed_at_random_moments_leave_each_article_wholly_in_or_out(server: str) -> None:
    chance, kept = random.Random(20160405), set()
    reading()  # handed to the processes
    for round_ in range(3):
        processes = []
        for writer in (f"{round_}a", f"{round_}b"):
            command = [sys.executable, "-c", WRITE, server, str(TESTS), writer]
            processes.append((writer, subprocess.Popen(command, stdout=subprocess.PIPE, text=True)))
        for writer, process in processes:
            assert process.stdout
            lines = [process.stdout.readline() for _ in range(chance.randint(2, 6))]
            time.sleep(chance.uniform(0, 0.1))
            process.send_signal(signal.SIGKILL)
            lines += process.communicate()[0].splitlines(keepends=True)
            stored = [int(line) for line in lines if line.endswith("\n") and line.strip().isdecimal()]
            kept |= {variant(url(writer, number)).article.iri for number in stored}
        with Store.open(server) as store:
            # what was said to be stored is; the article that was being written may be
            assert kept <= set(store.articles())
            assert len(store.articles()) <= len(kept) + 2 * (round_ + 1)
            whole(store)


# -- what may go wrong while one writes -------------------------------------------------------------------------------
def test_a_store_that_is_taken_away_is_missed(server: str) -> None:
    with Store.open(server, write=True) as store:
        store.put(reading())
        update(server, "DROP ALL")
        with pytest.raises(StoreError, match="was taken away"):
            store.put(variant(url("a", 1)))
        with pytest.raises(StoreError):
            store.put(variant(url("a", 2)))


def test_another_version_that_writes_meanwhile_is_not_written_against(server: str) -> None:
    with Store.open(server, write=True) as one:
        one.put(reading())
        with pytest.MonkeyPatch.context() as patch:
            mark = writing.lexicon_mark()
            other = ox.Quad(mark.subject, mark.predicate, ox.Literal("later"), mark.graph_name)
            patch.setattr(writing, "lexicon_mark", lambda: other)
            Store.open(server, write=True).close()
        with pytest.raises(StoreError, match="Another version of Dragoman"):
            one.put(variant(url("a", 1)))


def test_those_who_are_always_overtaken_give_up(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(server, write=True) as store:
        store.put(reading())
        monkeypatch.setattr(writing, "TRIES", 3)
        monkeypatch.setattr(writing, "swap", lambda *_: None)
        with pytest.raises(StoreError, match="too fast"):
            store.put(variant(url("a", 1)))
    with Store.open(server) as store:
        whole(store)
