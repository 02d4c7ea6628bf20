"""A verb group says who acts, when, and whether at all."""

from __future__ import annotations

import pytest

from dragoman.graph.lexicon import load_lexicon
from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.verb_groups import Verb, verbs
from dragoman.graph.reading.language import words
from dragoman.graph.reading.pipeline import pipeline


def group(text: str, lemma: str) -> Verb:
    analysis = Analysis(pipeline("fr")(text), words("fr"), load_lexicon(), None)
    analysis.prepare()
    return next(v for v in verbs(analysis, 0, len(analysis.doc)) if v.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "features"),
    [
        ("Il a été reçu hier.", "recevoir", {"passive", "past"}),
        ("Il est reçu demain.", "recevoir", {"passive"}),
        ("Il s’était, la veille, entretenu avec lui.", "entretenir", {"reflexive", "past", "pluperfect"}),
        ("Il s’était de nouveau rendu à Oslo.", "rendre", {"reflexive", "past", "pluperfect"}),
        ("Il recevra son homologue.", "recevoir", {"future"}),
        ("Il doit recevoir son homologue.", "recevoir", {"due"}),
        ("Il n’a pas rencontré son homologue.", "rencontrer", {"negated", "past"}),
        ("Il aurait rencontré son homologue.", "rencontrer", {"conditional", "past"}),
        ("Arrivé mardi à Oslo, il a parlé.", "arriver", {"participle"}),
        ("En recevant son homologue, il a parlé.", "recevoir", {"gerund"}),
        ("Il y accueille son homologue.", "accueillir", {"there"}),
        ("Il s’est vu accorder une audience.", "accorder", {"reflexive", "past", "seen"}),
    ],
)
def test_a_groups_form_is_read(text: str, lemma: str, features: set[str]) -> None:
    verb = group(text, lemma)
    flags = "passive participle infinitive reflexive negated future conditional due past pluperfect there seen gerund"
    assert {f for f in flags.split() if getattr(verb, f)} == features
