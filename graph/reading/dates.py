"""Finds dates and resolves them against the article's day of publication, never against today.

The way is HeidelTime's (Strötgen & Gertz 2010): recognise an expression, keep its words, normalise it by rule to a
value of its own precision. « le 16 mars », « mardi », « hier vendredi », « en mars dernier », « fin janvier 2016 »,
« les 15 et 16 décembre », « du 28 février au 2 mars 2018 », « la veille », « le même jour », « ce mois-ci ».
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dragoman.graph.reading.analysis import Analysis
from dragoman.graph.reading.days import When, day_value, nearest_year, weekday


class Dates:
    """All date expressions of one article, in order, resolved where they can be."""

    def __init__(self, analysis: Analysis) -> None:
        """Find them; `analysis` must have its sentences."""
        self.analysis = analysis
        self.found: list[When] = []
        for start, end in analysis.sentences:
            self._sentence(start, end)

    def within(self, start: int, end: int) -> list[When]:
        """Return the expressions between two tokens."""
        return [w for w in self.found if start <= w.start and w.end <= end]

    def _sentence(self, start: int, end: int) -> None:
        i = start
        year: int | None = None
        while i < end:
            when = self._at(i, end, year)
            if when:
                self.found.append(when)
                if when.value and re.match(r"\d{4}", when.value):
                    year = int(when.value[:4]) if self._explicit(when) else year
                i = when.end
            else:
                i += 1

    def _explicit(self, when: When) -> bool:
        return any(re.fullmatch(r"\d{4}", f) for f in self.analysis.folds[when.start : when.end])

    def _ahead(self, start: int, end: int) -> bool:
        """Whether the expression's clause speaks of the future."""
        first, last = self.analysis.sentence_of(start)
        near = self.analysis.doc[max(first, start - 12) : min(last, end + 8)]
        due = self.analysis.folds[max(first, start - 4) : start]
        return any("Fut" in t.morph.get("Tense", []) for t in near) or any(
            f.startswith(("prevu", "attendu", "programme")) for f in due
        )

    def _at(self, i: int, limit: int, year: int | None) -> When | None:
        for rule in (self._range, self._several, self._full, self._month, self._weekday, self._deictic, self._year):
            when = rule(i, limit, year)
            if when:
                return when
        return None

    # -- pieces -------------------------------------------------------------------------------------------------
    def _number(self, i: int, limit: int) -> int | None:
        if i >= limit:
            return None
        f = self.analysis.folds[i]
        if f == "1er":
            return 1
        return int(f) if re.fullmatch(r"\d{1,2}", f) and 1 <= int(f) <= 31 else None

    def _month_at(self, i: int, limit: int) -> int | None:
        return self.analysis.words.months.get(self.analysis.folds[i]) if i < limit else None

    def _year_at(self, i: int, limit: int) -> int | None:
        if i < limit and re.fullmatch(r"(1[89]|20)\d\d", self.analysis.doc[i].text):
            return int(self.analysis.doc[i].text)
        return None

    def _day_month(
        self, i: int, limit: int, year: int | None, *, month_needed: bool = True
    ) -> tuple[int, int | None, int | None, int] | None:
        """Day, month, year and the token after « [mardi] 16 mars [2016] » from token `i`."""
        if i < limit and self.analysis.folds[i] in self.analysis.words.weekdays:
            i += 1
        day = self._number(i, limit)
        if day is None:
            return None
        month = self._month_at(i + 1, limit)
        if month is None:
            return None if month_needed else (day, None, None, i + 1)
        stated = self._year_at(i + 2, limit)
        return day, month, stated or year, i + (3 if stated else 2)

    def _past_or_next(self, month: int, day: int | None, start: int, end: int) -> int | None:
        return nearest_year(self.analysis.published, month, day, self._ahead(start, end))

    # -- rules --------------------------------------------------------------------------------------------------
    def _range(self, i: int, limit: int, year: int | None) -> When | None:
        """« du 28 février au 2 mars 2018 », « du 4 au 6 avril »."""
        folds = self.analysis.folds
        if folds[i] not in {"du", "entre"}:
            return None
        first = self._day_month(i + 1 if folds[i] == "du" else i + 2, limit, year, month_needed=False)
        if not first or first[3] >= limit or folds[first[3]] not in {"au", "et"}:
            return None
        second_at = first[3] + 1 + (folds[first[3]] == "et" and first[3] + 1 < limit and folds[first[3] + 1] == "le")
        second = self._day_month(second_at, limit, year)
        if not second or second[1] is None:
            return None
        end_year = second[2] or self._past_or_next(second[1], second[0], i, second[3])
        month = first[1] or second[1]
        begin_year = first[2] or (end_year - 1 if end_year and month > second[1] else end_year)
        return When(i, second[3], day_value(begin_year, month, first[0]), day_value(end_year, second[1], second[0]))

    def _several(self, i: int, limit: int, year: int | None) -> When | None:
        """« les 15 et 16 décembre »."""
        folds = self.analysis.folds
        if folds[i] != "les":
            return None
        first = self._number(i + 1, limit)
        if first is None or i + 3 >= limit or folds[i + 2] not in {"et", "au"}:
            return None
        last = self._day_month(i + 3, limit, year)
        if not last or last[1] is None:
            return None
        when = last[2] or self._past_or_next(last[1], last[0], i, last[3])
        return When(i, last[3], day_value(when, last[1], first), day_value(when, last[1], last[0]))

    def _full(self, i: int, limit: int, year: int | None) -> When | None:
        """« le mardi 5 avril 2016 », « le 16 mars », « 11 mars 2016 »."""
        start = i
        if self.analysis.folds[i] in {"le", "au", "du", "ce"}:
            i += 1
        found = self._day_month(i, limit, year)
        if not found or found[1] is None:
            return None
        day, month, when, end = found
        if month is None:
            return None
        return When(start, end, day_value(when or self._past_or_next(month, day, start, end), month, day))

    def _month(self, i: int, limit: int, year: int | None) -> When | None:
        """« en mars dernier », « fin janvier 2016 », « début octobre », « octobre 2002 »."""
        folds = self.analysis.folds
        start = i
        led = False
        while (
            i < limit
            and folds[i] in {"en", "fin", "debut", "mi", "courant", "au", "mois", "de", "d", "depuis", "la", "a", "le"}
            and i - start < 5
        ):
            led = led or folds[i] in {"en", "fin", "debut", "mi", "courant", "mois"}
            i += 1
            if i < limit and self.analysis.doc[i].text == "-":
                i += 1
        month = self._month_at(i, limit)
        if month is None:
            return None
        stated = self._year_at(i + 1, limit)
        if not (led or stated):
            return None
        end = i + (2 if stated else 1)
        last = end < limit and folds[end] in {"dernier", "passe", "precedent"}
        ahead = end < limit and folds[end] == "prochain"
        end += last or ahead
        when = stated or (None if last or ahead else year)
        if when is None and self.analysis.published:
            when = nearest_year(self.analysis.published, month, None, ahead or (not last and self._ahead(start, end)))
        return When(start, end, f"{when:04}-{month:02}" if when else None)

    def _weekday(self, i: int, limit: int, _year: int | None) -> When | None:
        """« mardi », « ce vendredi », « jeudi dernier », « hier vendredi »."""
        folds, weekdays = self.analysis.folds, self.analysis.words.weekdays
        start = i
        this = folds[i] == "ce"
        if folds[i] in {"ce", "le", "depuis", "des"} and i + 1 < limit:
            i += 1
        if folds[i] not in weekdays:
            return None
        if self._number(i + 1, limit) and self._month_at(i + 2, limit):
            return None
        end = i + 1
        last = end < limit and folds[end] in {"dernier", "passe"}
        ahead = end < limit and folds[end] == "prochain"
        end += last or ahead
        value = weekday(
            self.analysis.published, weekdays[folds[i]], ahead or (not last and self._ahead(start, end)), today=this
        )
        if value and last and self.analysis.published and value == self.analysis.published.isoformat():
            value = (self.analysis.published - timedelta(days=7)).isoformat()
        return When(start, self._part_of_day(end, limit), value)

    def _part_of_day(self, end: int, limit: int) -> int:
        while end < limit and self.analysis.folds[end] in {"matin", "midi", "soir", "apres midi", "nuit"}:
            end += 1
        return end

    def _deictic(self, i: int, limit: int, _year: int | None) -> When | None:
        """« hier », « demain », « la veille », « le même jour », « le mois dernier », « ce mois-ci », « l'année prochaine »."""
        folds, published = self.analysis.folds, self.analysis.published
        words = " ".join(f for f in folds[i : min(limit, i + 6)])
        one = r"(?: |$)"
        if match := re.match(rf"(hier|avant hier|aujourd hui|demain|apres demain){one}", words):
            offset = {"hier": -1, "avant hier": -2, "aujourd hui": 0, "demain": 1, "apres demain": 2}[match[1]]
            end = i + 1
            if end < limit and folds[end] in self.analysis.words.weekdays:
                end += 1
            value = (published + timedelta(days=offset)).isoformat() if published else None
            return When(i, self._part_of_day(end, limit), value)
        if match := re.match(
            rf"(la veille|le lendemain|le meme jour|ce jour la|ce meme jour|le jour meme|le matin meme|le soir meme){one}",
            words,
        ):
            step = {"la veille": -1, "le lendemain": 1}.get(match[1], 0)
            previous = next(
                (w.value for w in reversed(self.found) if w.value and re.fullmatch(r"\d{4}-\d\d-\d\d", w.value)), None
            )
            if previous is None and step and published:
                previous = published.isoformat()
            value = (date.fromisoformat(previous) + timedelta(days=step)).isoformat() if previous else None
            return When(i, i + len(match[1].split()), value, anchor="previous")
        if published and (
            match := re.match(rf"(le mois dernier|ce mois ci|ce mois|le mois prochain|le mois suivant){one}", words)
        ):
            step = {"le mois dernier": -1, "le mois prochain": 1}.get(match[1], 0)
            months = published.year * 12 + published.month - 1 + step
            return When(i, self._reach(i, match[1]), f"{months // 12:04}-{months % 12 + 1:02}")
        if published and (
            match := re.match(
                rf"(?:au debut de |a la fin de )?(l annee derniere|l an dernier|cette annee|l annee prochaine|l an prochain){one}",
                words,
            )
        ):
            step = -1 if "dern" in match[1] else 1 if "proch" in match[1] else 0
            return When(i, self._reach(i, match[0].strip()), f"{published.year + step:04}")
        return None

    def _reach(self, i: int, words: str) -> int:
        wanted, end = words.split(), i
        while wanted and end < len(self.analysis.folds):
            for word in self.analysis.folds[end].split():
                if wanted and word == wanted[0]:
                    wanted.pop(0)
            end += 1
        return end

    def _year(self, i: int, limit: int, _known: int | None) -> When | None:
        """« en 2014 », « de 2010 », « depuis 2009 », « Fin 2021 »."""
        if self.analysis.folds[i] in {"en", "de", "depuis", "fin", "debut", "courant"}:
            stated = self._year_at(i + 1, limit)
            if stated:
                return When(i, i + 2, f"{stated:04}")
        return None
