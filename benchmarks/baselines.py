"""What is read without Dragoman's ideas: spaCy's own names that stand in one sentence, taken for records.

An honest baseline, not a straw man: two people in a sentence are a meeting, where the sentence says so in any of the
words for one; a person and a place are a visit, a person and an organisation an office, where it says so likewise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.graph.article import Article
from dragoman.graph.iris import entity_iri
from dragoman.graph.records import Entity, Meeting, Reading, Record, Span, Tenure, Visit

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Words

MEETING = frozenset(
    {"rencontrer", "recevoir", "entretenir", "entretien", "rencontre", "réunion", "audience", "réunir", "accueillir"}
)
VISIT = frozenset({"visite", "visiter", "rendre", "arriver", "déplacement", "voyage", "séjour"})


def co_occurrence(article: Article, doc: Doc) -> Reading:
    """Return a record for names that stand in one sentence beside a word for what the record tells of."""
    records: list[Record] = []
    entities: dict[str, Entity] = {}

    def entity(words: Words, kind: str) -> str:
        iri = entity_iri(kind, words.text)
        entities[iri] = Entity(iri, kind, (words.text,))
        return iri

    for number, sentence in enumerate(doc.sents):
        passage = (Span(sentence.start_char, sentence.end_char),)
        people = [e for e in sentence.ents if e.label_ == "PER"]
        places = [e for e in sentence.ents if e.label_ == "LOC"]
        bodies = [e for e in sentence.ents if e.label_ == "ORG"]
        lemmas = {t.lemma_.lower() for t in sentence}
        if len(people) > 1 and lemmas & MEETING:
            taking_part = tuple(dict.fromkeys(entity(p, "Person") for p in people))
            where = tuple(entity(p, "Place") for p in places[:1])
            records.append(Meeting(f"meeting-{number}", passage, participant=taking_part, place=where))
        if people and places and lemmas & VISIT:
            to = entity(places[0], "Place")
            records.append(Visit(f"visit-{number}", passage, visitor=(entity(people[0], "Person"),), destination=(to,)))
        for person in people:
            body = next((b for b in bodies if abs(b.start - person.end) < 6 or abs(person.start - b.end) < 6), None)
            before = doc[person.start - 1] if person.start else None
            if before is not None and before.pos_ == "NOUN":
                agency = entity(body, "Agency") if body is not None else None
                holder = entity(person, "Person")
                records.append(
                    Tenure(f"tenure-{number}-{person.start}", passage, holder=holder, title=before.text, agency=agency)
                )
    return Reading(article, tuple(records), tuple(entities[i] for i in sorted(entities)))
