"""Finds dates and resolves them against the article's day of publication, never against today.

The way is HeidelTime's (Strötgen & Gertz 2010): recognise an expression (`date_forms`), keep its words, normalise it by rule
to a value of its own precision (`date_values`). What a date leaves open is taken from its surroundings: the year from the
sentence or from the heading of its paragraph (« 7 septembre 2006. »), past or future from the tense of its clause.
A dateline (« RABAT, 5 avril (MAP) – ») dates the article, not what it reports.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from itertools import chain, takewhile

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.clauses.scenes import scene
from dragoman.graph.reading.dates.date_forms import date_forms
from dragoman.graph.reading.dates.date_values import Context, value_of
from dragoman.graph.reading.dates.days import FUTURE, PAST, PRESENT, When

_REPORTED = timedelta(days=8)
_KEPT = frozenset(",.;:()-–—/")


class Dates:
    """All date expressions of one article, in order, resolved where they can be."""

    def __init__(self, analysis: Analysis, language: str = "fr") -> None:
        """Have none yet; `analysis` must have its sentences."""
        self.analysis = analysis
        self.known = date_forms(language)
        self.published = analysis.published
        self.found: list[When] = []
        self.heading: When | None = None
        self._headings: dict[int, When | None] = {}
        self._starts: list[int] = []

    def find(self) -> None:
        """Find them all."""
        analysis = self.analysis
        for number, (start, end) in enumerate(analysis.sentences):
            if number and "\n" in analysis.source_text[analysis.doc[start - 1].idx : analysis.doc[start].idx]:
                self.heading = None
            self._sentence(start, end, opens=number <= 2)
            self._headings[start] = self.heading
        self._starts = [w.start for w in self.found]

    def within(self, start: int, end: int) -> list[When]:
        """Return the expressions between two tokens."""
        low = bisect_left(self._starts, start)
        found = []
        for when in self.found[low:]:
            if when.start >= end:
                break
            if when.end <= end:
                found.append(when)
        return found

    def heading_of(self, sentence: int) -> When | None:
        """Return the date that heads the paragraph of the sentence that begins at a token."""
        return self._headings.get(sentence)

    def _sentence(self, start: int, end: int, *, opens: bool) -> None:
        text, at = self._folded(start, end)
        if not self.known.trigger.search(text):
            return
        matches = [
            (m.start(), rank, m, form.rule)
            for rank, form in self.known.forms_for(text)
            for m in form.pattern.finditer(text)
        ]
        taken = 0
        found: list[When] = []
        year = int(self.heading.value[:4]) if self.heading and self.heading.value else None
        for begin, _, match, rule in sorted(matches, key=lambda m: (m[0], m[1])):
            if begin < taken:
                continue
            first, last = at[begin], at[match.end() - 1] + 1
            if not self._fits(rule, match, first, last, end):
                continue
            context = Context(
                self.published,
                self._tense(rule, first, start, end),
                year,
                self.heading,
                self._anchor(found, today=bool(match.groupdict().get("today"))),
            )
            value, until = value_of(rule, match, self.analysis.words, context)
            bound = next((b for b in ("from", "until", "by") if match.groupdict().get(b)), "")
            last = self._part_of_day(last, end)
            when = When(first, last, value, until, "previous" if rule == "anchored" else "", bound)
            taken = match.end()
            if opens and self._dateline(when, start):
                self._publish(when)
                continue
            found.append(when)
            stated = re.search(r"(?<!\S)(?:1[89]|20)\d\d(?!\S)", match[0])
            year = int(stated[0]) if stated else year
        if found and found[0].start - start <= 1 and found[0].end >= end - 1 and found[0].value:
            self.heading = found[0]
            self.found.append(found[0])
        else:
            self.found += found

    def _folded(self, start: int, end: int) -> tuple[str, list[int]]:
        """The sentence's folded words, and for each character the token that it stands in."""
        pieces: list[str] = []
        at: list[int] = []
        for i in range(start, end):
            text = self.analysis.texts[i]
            text = text if text in _KEPT or text[:1].isdigit() else self.analysis.folds[i]
            text = {"–": "-", "—": "-"}.get(text, text).lower() or "_"
            pieces.append(text)
            at += [i] * (len(text) + 1)
        return " ".join(pieces), at

    def _fits(self, rule: str, match: re.Match[str], first: int, last: int, end: int) -> bool:
        """Whether a match is a date where its form alone does not say so: « le 11 » before anything but a noun."""
        groups = match.groupdict()
        if rule == "day" and groups.get("day") and not groups.get("month"):
            if re.search("[a-z]{4}", match[0].split(groups["day"])[0].replace("jusqu", "")):
                return True
            following = self.analysis.doc[last] if last < end else None
            return following is None or following.pos_ in {"PUNCT", "ADP", "VERB", "AUX", "PRON", "CCONJ", "SPACE"}
        if rule == "range" and not groups.get("month2"):
            following = self.analysis.doc[last] if last < end else None
            return following is None or following.pos_ in {"PUNCT", "ADP", "VERB", "AUX", "PRON", "CCONJ", "SPACE"}
        if rule == "weekday" and first > 0:
            return self.analysis.folds[first - 1] not in {"chaque", "tous", "les", "un"}
        return True

    def _part_of_day(self, end: int, limit: int) -> int:
        words = {"matin", "midi", "soir", "apres midi", "nuit", "en", "au", "dans", "la", "l", "soiree", "matinee"}
        last = end
        while end < limit and end - last < 3 and self.analysis.folds[end] in words:
            end += 1
            if self.analysis.folds[end - 1] in {"matin", "midi", "soir", "apres midi", "nuit", "soiree", "matinee"}:
                last = end
        return last

    def _anchor(self, found: list[When], *, today: bool = False) -> When | None:
        """The day that the story has come to, which « la veille » and « le même jour » go back to.

        Of several in the sentence that names one last it is the latest: « Reçus jeudi, les ministres, arrivés mardi, … ».
        """
        if today and self.published is not None:
            # « dans l’après-midi »: of the day that is reported, not of one that is called to mind
            named = (w for w in [*self.found, *found] if w.exact and w.value)
            near = [w for w in named if abs(date.fromisoformat(w.value or "") - self.published) <= _REPORTED]
            if near:
                return max(near, key=lambda w: (w.value or "", w.start))
        backwards = (w for some in (found, self.found) for w in reversed(some) if w.exact and w.value)
        last = next(backwards, None)
        if last is None:
            return None
        first = self.analysis.sentence_of(last.start)[0]
        here = [w for w in chain([last], takewhile(lambda w: w.start >= first, backwards)) if not self._beyond(w)]
        return max(here or [last], key=lambda w: (w.value or "", w.start))

    def _beyond(self, when: When) -> bool:
        """Whether a day lies after publication, so that nothing is told of it yet."""
        return self.published is not None and (when.value or "") > self.published.isoformat()

    def _dateline(self, when: When, start: int) -> bool:
        """« RABAT, 5 avril (MAP) – Le roi … »: a town in capitals or a bracket before, a dash or an agency after."""
        doc = self.analysis.doc
        if when.start - start > 5 or when.end >= len(doc) or when.value is None:
            return False
        closes = doc[when.end].text in {"–", "—", "-", "("} or doc[when.end].text.startswith("(")
        return closes and when.start > start

    def _publish(self, when: When) -> None:
        if self.published is None and when.exact and when.value:
            self.published = date.fromisoformat(when.value)

    def _of_participle(self, token: int, start: int, end: int) -> bool:
        """« l’accord signé mercredi permettra … »: the day of a participle beside it, whatever the main verb is."""
        verb = scene(self.analysis, start, end).verb_at(token - 1) if token > start else None
        return (
            verb is not None
            and verb.participle
            and not (verb.passive and verb.lemmas & (self.known.arranging | self.known.scheduled))
        )

    def _tense(self, rule: str, token: int, start: int, end: int) -> str:
        """Past, present or future of the clause that a date stands in."""
        if rule in {"iso", "numeric", "anchored", "ago", "year"}:
            return PAST
        analysis = self.analysis
        before = analysis.folds[max(start, token - 4) : token]
        if any(f in self.known.planned for f in before):
            return FUTURE if rule in {"weekday", "weekdays"} and "initialement" not in before else PRESENT
        verb = scene(analysis, start, end).governor(token)
        if verb is None or self._of_participle(token, start, end):
            return PAST
        if verb.due and verb.past:
            return FUTURE if rule in {"weekday", "weekdays"} else PRESENT
        if verb.future or verb.due or (verb.conditional and not verb.past):
            return FUTURE
        if verb.lemma in self.known.arranging:
            return FUTURE if rule in {"weekday", "weekdays"} else PRESENT
        if verb.lemma in self.known.scheduled and not verb.past and not verb.participle:
            led = analysis.folds[token]
            return PAST if led in {"depuis"} else PRESENT if led == "ce" or rule != "weekday" else FUTURE
        return PAST
