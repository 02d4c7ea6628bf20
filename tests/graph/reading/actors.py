"""Reads a text and tells of whom it speaks, as short values that tests compare."""

from __future__ import annotations

from datetime import date

from dragoman.graph.article import Article
from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.language import words
from dragoman.graph.reading.people.actor_words import actor_words
from dragoman.graph.reading.pipeline import pipeline
from dragoman.graph.reading.reader import read
from dragoman.graph.reading.understanding import recognise
from dragoman.graph.records import Reading, Tenure

Office = tuple[str, str, str | None, str | None]


def reading_of(text: str, published: date | None = date(2024, 5, 15)) -> Reading:
    """Return what a text states."""
    return next(read([Article(text, published=published)]))


def offices(text: str) -> list[Office]:
    """Return holder, title, agency and country of every tenure, in the order of the text."""
    reading = reading_of(text)
    names = {e.iri: e.names[0] for e in reading.entities}
    return [
        (
            names[str(t.holder)],
            str(t.title),
            names[t.agency] if t.agency else None,
            load_lexicon().entries[t.country].label if t.country else None,
        )
        for t in reading.records
        if isinstance(t, Tenure)
    ]


def analysed(text: str, published: date | None = date(2024, 5, 15)) -> Analysis:
    """Return the workspace of a text whose actors have been recognised."""
    nlp = pipeline("fr")
    with nlp.select_pipes(disable=["dragoman_frames"]):
        analysis = Analysis(nlp(text), words("fr"), load_lexicon(), published, terms=actor_words("fr"))
    analysis.prepare()
    recognise(analysis)
    return analysis


def meant(text: str, phrase: str) -> list[str]:
    """Return whom the last mention of a phrase stands for."""
    analysis = analysed(text)
    found = [m for m in analysis.mentions if phrase in {analysis.text(m.start, m.end), analysis.text(*m.core)}]
    assert found, f"«{phrase}» is no mention: {[analysis.text(m.start, m.end) for m in analysis.mentions]}"
    return [d.names[0] for d in found[-1].drafts]


def people(text: str) -> set[str]:
    """Return everybody whom a text names, by their first name in it."""
    return {m.draft.names[0] for m in analysed(text).mentions if m.kind == "Person" and m.draft}
