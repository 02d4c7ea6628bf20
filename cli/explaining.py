"""How each fact was read, and why each rejected candidate was not.

A fact is shown with its passages, the words marked in them that fill its slots, the frame or rule that read it and who
says so; a rejected candidate with its passage and the reason. For a person the words stand in brackets behind the name of their slot, coloured where colours are allowed; in a pipe
each filler of a slot is a row, which says where its words stand.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final, TypeAlias

import click

from dragoman.cli.wrapping import wrapped

if TYPE_CHECKING:
    from dragoman.graph.records import Ground, Reading, Record, Rejection, Span
    from dragoman.queries.results import Table, Term

    Cell: TypeAlias = Term | str | int | None

COLUMNS: Final = (
    *("article", "outcome", "record", "kind", "rule", "status", "certainty", "statedBy", "reason"),
    *("slot", "value", "basis", "words", "begin", "end", "passage", "passageBegin", "passageEnd"),
)
_OPEN, _CLOSE = "\ue000", "\ue001"  # for private use: they stand for brackets until the lines are broken
_COLOURS: Final = {
    **dict.fromkeys(("participant", "host", "guest", "visitor", "speaker", "holder", "statedBy"), "green"),
    **dict.fromkeys(("party", "country", "destination", "agency", "supplier", "recipient"), "cyan"),
    **dict.fromkeys(("place", "site", "outlet", "targetMarket"), "yellow"),
    **dict.fromkeys(("date", "startDate", "endDate", "dateText"), "magenta"),
}
_INDENT: Final = "    "


class Explanation:
    """Prints readings one after the other: laid out for a person, or as data; rows go out at once where they can."""

    def __init__(self, format_: str | None) -> None:
        """Take the format that is asked for; None lets the place where it is printed decide."""
        self.format = format_ or ("table" if sys.stdout.isatty() else "tsv")
        self._kept: list[Table] = []
        self._begun = False

    @property
    def shown(self) -> bool:
        """Whether the user sees it come."""
        return self.format == "table" and sys.stdout.isatty()

    def add(self, reading: Reading) -> None:
        """Print one more reading, or keep it until the end where the format needs that."""
        if self.format == "table":
            width = max(shutil.get_terminal_size((100, 24)).columns, 40)
            if self._begun:
                click.echo()
            for line in lines(reading, width, colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR")):
                click.echo(line)
        elif self.format in ("csv", "tsv"):
            self._write(rows(reading), self._begun)
        else:
            self._kept.append(rows(reading))
        self._begun = True

    def end(self) -> None:
        """Print what was kept."""
        from dragoman.queries.results import Table

        if self._kept:
            self._write(Table(COLUMNS, tuple(row for table in self._kept for row in table.rows)), False)

    def _write(self, table: Table, without_head: bool) -> None:
        from dragoman.queries.results import serialise

        data = serialise(table, self.format)
        sys.stdout.flush()
        sys.stdout.buffer.write(data.split(b"\n", 1)[1] if without_head else data)


def lines(reading: Reading, width: int, *, colour: bool) -> Iterator[str]:
    """Yield what a person is shown of a reading: its records in the order of the text, then what was rejected.

    Args:
        reading: what was read from one article.
        width: columns of the terminal.
        colour: whether the terminal takes colours, and may be given some.
    """
    article = reading.article
    paint = click.style if colour else _plain
    head = ", ".join(filter(None, (article.title or article.iri, article.outlet, str(article.published or ""))))
    yield from (paint(line, bold=True, underline=True) for line in wrapped(head, width))
    names = _names(reading)
    if not reading.records:
        yield f"{_INDENT}nothing is stated that it reads"
    for record in reading.records:
        yield ""
        yield from _record(record, article.text, names, width, paint, _language(reading))
    for number, one in enumerate(_rejections(reading)):
        if not number:
            yield ""
            yield paint("Rejected", bold=True)
        yield ""
        yield from wrapped(f"{one.kind}, by {one.rule}: {one.reason}", width, "", _INDENT)
        yield from wrapped(f"“{one.span.of(article.text)}”", width, _INDENT)


def rows(reading: Reading) -> Table:
    """Return the same as data: a row for each filler of a record's slot and each passage that it stands in."""
    from pyoxigraph import Literal, NamedNode

    from dragoman.graph.triples import integer
    from dragoman.queries.results import Table

    article = reading.article
    found: list[tuple[Term | None, ...]] = []

    def row(cells: Mapping[str, Cell]) -> None:
        terms: dict[str, Term | None] = {"article": NamedNode(article.iri)}
        for name, cell in cells.items():
            terms[name] = Literal(cell) if isinstance(cell, str) else integer(cell) if isinstance(cell, int) else cell
        found.append(tuple(terms.get(column) for column in COLUMNS))

    for record in reading.records:
        about: dict[str, Cell] = {
            "outcome": "read",
            "record": NamedNode(f"{article.iri}#{record.key}"),
            "kind": record.kind,
            "rule": " + ".join(record.rules) or None,
            "status": record.status,
            "certainty": record.certainty,
            "statedBy": " ".join(record.stated_by) or None,
        }
        unmarked = set(record.evidence)
        for ground in _grounds(record):
            value = NamedNode(ground.value) if _is_entity(record, ground) else ground.value
            told = about | {"slot": _slot(record, ground.field), "value": value, "basis": ground.basis}
            told |= _where("", ground.span, article.text)
            passages = [p for p in record.evidence if ground.span is not None and ground.span in p]
            unmarked -= set(passages)
            for passage in passages:
                row(told | _where("passage", passage, article.text))
            if not passages:
                row(told)
        for passage in sorted(unmarked):
            row(about | _where("passage", passage, article.text))
    for one in _rejections(reading):
        why: dict[str, Cell] = {"outcome": "rejected", "kind": one.kind, "rule": one.rule, "reason": one.reason}
        row(why | _where("passage", one.span, article.text))
    return Table(COLUMNS, tuple(found))


def _where(name: str, span: Span | None, text: str) -> dict[str, Cell]:
    if span is None:
        return {}
    begin, end = ("begin", "end") if not name else (f"{name}Begin", f"{name}End")
    return {name or "words": span.of(text), begin: span.begin, end: span.end}


# -- for a person -----------------------------------------------------------------------------------------------------
_Paint = Callable[..., str]


def _plain(text: str, **_: object) -> str:
    return text


def _record(
    record: Record, text: str, names: Mapping[str, str], width: int, paint: _Paint, language: str
) -> Iterator[str]:
    from dragoman.graph.titling import title

    heading = f"{record.key} — {title(record, language, lambda iri: names.get(iri, iri.rpartition('/')[2]))}"
    for line in wrapped(heading, width, "", _INDENT):
        yield paint(line, bold=True)
    said = ", ".join(names.get(iri, iri) for iri in record.stated_by) or "the article itself"
    about = [f"read by {' + '.join(record.rules) or 'no named rule'}", f"said by {said}", record.certainty]
    yield from wrapped("; ".join((*about, *filter(None, (record.status,)))), width, _INDENT)
    filled = "; ".join(_told(record, text, names))
    if filled:
        yield from wrapped(filled, width, _INDENT)
    for passage in record.evidence:
        marked = wrapped(f"“{_marked(record, passage, text)}”", width - 1, _INDENT)
        yield from _painted(marked, paint)


def _told(record: Record, text: str, names: Mapping[str, str]) -> Iterator[str]:
    """Yield each slot with its value and, where no word of that name carries it, what it stands on."""
    for ground in _grounds(record):
        if ground.field == "stated_by" and ground.span is None:
            continue  # it is told above
        value = names.get(ground.value, ground.value)
        basis = f" ({ground.basis})" if ground.span is None else ""
        words = " ".join(ground.span.of(text).split()) if ground.span is not None else value
        yield f"{_slot(record, ground.field)} {value}{basis}" + (f" “{words}”" if words != value else "")


def _marked(record: Record, passage: Span, text: str) -> str:
    """Return a passage with brackets around the words that fill slots; spans that cross others stay unmarked.

    Brackets within brackets hold what stands within: « [title: ministre] », « [host: le [country: roi du Maroc]] ».
    """
    slots: dict[Span, list[str]] = {}
    for ground in _grounds(record):
        if ground.span is not None and ground.span in passage and ground.span.begin < ground.span.end:
            slots.setdefault(ground.span, []).append(_slot(record, ground.field))
    taken: list[Span] = []
    for span in sorted(slots, key=lambda s: (s.begin, -s.end)):
        if not any(other.begin < span.begin < other.end < span.end for other in taken):
            taken.append(span)
    marks: dict[int, str] = {}
    for span in taken:
        marks[span.begin] = marks.get(span.begin, "") + f"{_OPEN}{', '.join(dict.fromkeys(slots[span]))}: "
    ends: dict[int, int] = {}
    for span in taken:
        ends[span.end] = ends.get(span.end, 0) + 1
    pieces: list[str] = []
    for at in range(passage.begin, passage.end + 1):
        pieces.append(_CLOSE * ends.get(at, 0) + marks.get(at, ""))
        if at < passage.end:
            pieces.append("\ufffd" if text[at] in (_OPEN, _CLOSE) else text[at])
    return "".join(pieces)


def _painted(marked: Iterable[str], paint: _Paint) -> Iterator[str]:
    """Yield lines with their marks as brackets, each in the colour of its slot, which goes on to the next line."""
    colours: list[str] = []
    for line in marked:
        written, piece = "", ""
        for at, character in enumerate(line):
            if character not in (_OPEN, _CLOSE):
                piece += character
                continue
            if character == _OPEN:
                written += _in(piece, colours, paint)
                colours.append(_COLOURS.get(line[at + 1 :].partition(":")[0].partition(",")[0], "blue"))
                piece = "["
            else:
                written += _in(f"{piece}]", colours, paint)
                colours.pop()
                piece = ""
        yield written + _in(piece, colours, paint)


def _in(piece: str, colours: list[str], paint: _Paint) -> str:
    return paint(piece, fg=colours[-1]) if piece.strip() and colours else piece


# -- both -------------------------------------------------------------------------------------------------------------
def _grounds(record: Record) -> list[Ground]:
    """Return what the record's slots stand on in the order of the text, what has no words last.

    A host is not told to be a participant too, nor the words of a date to be words of a date.
    """
    better = {("participant", g.value, g.span) for g in record.grounds if g.field in {"host", "guest"}}
    dated = {g.span for g in record.grounds if g.field in {"date", "start_date", "end_date"}}
    kept = [
        g
        for g in record.grounds
        if (g.field, g.value, g.span) not in better and (g.field != "date_text" or g.span not in dated)
    ]
    return sorted(kept, key=lambda g: (*((g.span.begin, g.span.end) if g.span else (1 << 62, 0)), g.field, g.value))


def _slot(record: Record, name: str) -> str:
    """Return the name of a slot as the ontology has it ("quantityMin")."""
    from dragoman.graph.records import slots

    return slots(type(record))[name][0].rpartition(":")[2]


def _is_entity(record: Record, ground: Ground) -> bool:
    from dragoman.graph.records import slots

    return slots(type(record))[ground.field][1] == "entity"


def _rejections(reading: Reading) -> list[Rejection]:
    return sorted(set(reading.rejected), key=lambda r: (r.span, r.kind, r.rule, r.reason))


def _names(reading: Reading) -> dict[str, str]:
    return {e.iri: e.names[0] for e in reading.entities if e.names}


def _language(reading: Reading) -> str:
    language = reading.article.language.partition("-")[0]
    return language if language in ("fr", "en") else "en"
