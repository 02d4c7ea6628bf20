"""Says whom a title in the singular stands beside: before the name, after it, or neither.

« le Premier ministre X », « le ministre de la Pêche, X, », « X, ministre de la Pêche, », « X (ministre de la Pêche) », « X, alors
ministre », « le ministre d’État, ministre de la Pêche, X », « X, ministre de l’Intérieur et porte-parole du gouvernement », « MM. X
et Y, respectivement ministre … et ministre … », « la fédération, dont le président est X », « Ministre de la Pêche depuis 2021, X ».
Where names stand on both sides, a title without article belongs to the one before it; else the tree, the title that one of them has
already, and the comma that closes an apposition decide. « Reçu par le ministre, X a dit » names no minister.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Analysis, Mention, TitleUse
from dragoman.graph.reading.people.sites import Site, site_from, site_until

_CLOSING = frozenset({",", ")", ".", ";", ":", "»", "–", "—", "(", "…", "!", "?", "]"})
_OPEN_AFTER = frozenset({"AUX", "VERB", "ADP", "PRON", "SCONJ", "CCONJ", "PUNCT", "ADV"})
_COPULA = frozenset({"est", "etait", "fut", "reste", "demeure", "devient", "sera"})
_AUXILIARIES = frozenset(
    {"a", "ont", "est", "sont", "ete", "fut", "avait", "etait", "vient", "d", "de", "etre", "sera"}
)
_INDEFINITE = frozenset({"un", "une", "des", "certains"})
_POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs"})
_DASHES = frozenset({"–", "—", "-"})
_LONGEST_LEAD = 14

Held = list[tuple[Mention, TitleUse]]


class Appositions:
    """The titles of one article with where they begin, so that a chain of them leads to one name."""

    def __init__(self, analysis: Analysis, uses: list[TitleUse]) -> None:
        """Note where each title's noun phrase begins."""
        self.analysis = analysis
        self.by_start = {use.outer[0]: use for use in uses}
        self.ordered: dict[int, Mention] = {}

    def holders(self, use: TitleUse) -> Held | None:
        """Return the one whose title it is, none for a description, and None for a title that is to be passed over."""
        if id(use) in self.ordered:
            return [(self.ordered[id(use)], use)]
        after, direct = self._after(use)
        if after and direct:
            return [(after.person(self.analysis), use)]
        if use.inner:
            return None  # « l’envoyé spécial du président, X »: no name after a comma is the president's
        self._respectively(use)
        if id(use) in self.ordered:
            return [(self.ordered[id(use)], use)]
        before = self._before(use)
        chosen = self._choose(use, before, after)
        if chosen is None:
            return []
        return [(chosen.person(self.analysis), use)]

    def _choose(self, use: TitleUse, before: Site | None, after: Site | None) -> Site | None:
        if before is None:
            return after
        if after is None:
            return before if self._apposed(use) else None
        if not use.determiner:
            return before
        first = before.mention.start if before.mention else before.start
        if (before.mention is not None and before.mention.titles) or self._apposition(first):
            return after
        tree = self._tree(use, before, after)
        if tree is not None:
            return tree
        return before if self._apposed(use) and not self._governed(before.start) else after

    def _apposed(self, use: TitleUse) -> bool:
        """Whether a title after a name is closed as an apposition is; one with an article must say more than its noun."""
        if not use.determiner:
            return True
        said = bool(use.agencies or use.country or use.former or use.scope in {"counterpart", "state", "royal"})
        i, limit = use.outer[1], self.analysis.sentence_of(use.start)[1]
        closed = i >= limit or self.analysis.doc[i].text in _CLOSING or self.analysis.folds[i] in {"et", "qui"}
        return closed and (said or use.outer[1] - use.start > 2 or use.determiner in _POSSESSIVE)

    def _tree(self, use: TitleUse, before: Site, after: Site) -> Site | None:
        """What the dependency tree says, where it says it plainly: an apposition hangs on what it renames."""
        head = next((t for t in self.analysis.doc[use.start : use.end] if t.pos_ in {"NOUN", "PROPN"}), None)
        if head is None:
            return None
        if head.dep_ in {"appos", "nmod"} and before.start <= head.head.i < before.end:
            return before
        for token in self.analysis.doc[after.start : after.end]:
            if token.head.i == head.i and token.dep_ in {"appos", "flat:name", "nmod"}:
                return after
        return None

    def _apposition(self, i: int) -> bool:
        """Whether a comma stands before a name, so that it is apposed to something on its left already."""
        return i > self.analysis.sentence_of(i)[0] + 1 and self.analysis.doc[i - 1].text == ","

    def _governed(self, i: int) -> bool:
        """Whether a preposition governs the name at token `i` and opens its sentence (« Selon X, le ministre … »)."""
        first = self.analysis.sentence_of(i)[0]
        return i - first <= 6 and any(f in self.analysis.terms.prepositions for f in self.analysis.folds[first:i])

    # --- to the right -----------------------------------------------------------------------------------------------

    def _after(self, use: TitleUse, depth: int = 0) -> tuple[Site | None, bool]:
        """Return who is named after the title, and whether at once, without a comma."""
        analysis = self.analysis
        i, limit = use.outer[1], analysis.sentence_of(use.start)[1]
        if i >= limit:
            return None, False
        doc, folds = analysis.doc, analysis.folds
        site = site_from(analysis, i, limit, direct=True)
        if site:
            return site, True
        if folds[i] in _COPULA and use.outer[0] > 0 and folds[use.outer[0] - 1] == "dont":
            return site_from(analysis, i + 1, limit, direct=False), False
        if self._tied(use):
            return None, False
        if doc[i].text in {",", "("} or (doc[i].text in _DASHES and doc[i].whitespace_):
            bracket = doc[i].text == "("
            if use.determiner in _INDEFINITE and not (use.agencies or use.country):
                return None, False
            site = site_from(analysis, i + 1, limit, direct=False)
            if site and self._closes(use, site, limit):
                return site, False
            if bracket:
                return None, False
        elif folds[i] != "et" and i not in self.by_start:
            return (self._led(use, limit), False) if not use.determiner else (None, False)
        following = self.by_start.get(i) or self.by_start.get(self._past_then(i + 1, limit))
        if following is None or following.plural or depth > 3:
            return None, False
        if not following.determiner or self._princely(following):
            return self._after(following, depth + 1)[0], False
        return (self._led(use, limit), False) if not use.determiner else (None, False)

    def _tied(self, use: TitleUse) -> bool:
        """« l’hôte de la présidente du Sénat, X »: X is the host's guest, not the president."""
        i, folds = use.outer[0], self.analysis.folds
        return i > 1 and folds[i - 1] in {"de", "du", "d", "des"} and folds[i - 2] in self.analysis.terms.ties

    def _past_then(self, i: int, limit: int) -> int:
        """Return the token after « par ailleurs », « également » at token `i`."""
        folds, then = self.analysis.folds, self.analysis.terms.then - self.analysis.terms.determiners
        for size in (4, 3, 2, 1):
            if i + size <= limit and folds[i] and " ".join(f for f in folds[i : i + size] if f) in then:
                return i + size
        return i

    def _princely(self, use: TitleUse) -> bool:
        """« le ministre saoudien, le prince Fayçal »: a rank by birth beside an office."""
        return (
            fold(use.label) in {"prince", "emir"}
            and site_from(self.analysis, use.outer[1], self.analysis.sentence_of(use.start)[1], direct=True) is not None
        )

    def _closes(self, use: TitleUse, site: Site, limit: int) -> bool:
        """Whether a name after a comma ends as an apposition does."""
        end = site.mention.end if site.mention else site.end
        if (
            end >= limit
            or self.analysis.doc[end].text in _CLOSING
            or self.analysis.folds[end] in {"et", "ainsi", "puis"}
        ):
            return True
        if self.analysis.doc[end].pos_ not in _OPEN_AFTER:
            return False
        start = use.outer[0]
        led = (
            use.determiner in {"du", "au", "aux", "des", "d", "de"}
            or self.analysis.folds[start - 1] in self.analysis.terms.prepositions
        )
        return start == 0 or not led or self.analysis.doc[end].pos_ == "ADP"

    def _led(self, use: TitleUse, limit: int) -> Site | None:
        """« Ministre de la Pêche depuis 2021, X a défendu »: a title that opens its sentence, up to the first comma."""
        analysis = self.analysis
        first = analysis.sentence_of(use.start)[0]
        lead = [f for f in analysis.folds[first : use.outer[0]] if f]
        if lead and " ".join(lead) not in analysis.terms.then:
            return None
        for i in range(use.outer[1], min(limit, use.outer[1] + _LONGEST_LEAD)):
            if analysis.doc[i].text == ",":
                following = self.by_start.get(i + 1)
                if following is not None and not following.plural:
                    return self._after(following)[0]  # « En sa qualité de président de l’Union, le chef de l’État, X »
                return site_from(analysis, i + 1, limit, direct=False)
            if analysis.doc[i].pos_ in {"VERB", "AUX"} and "Fin" in analysis.doc[i].morph.get("VerbForm", []):
                return None
        return None

    # --- to the left ------------------------------------------------------------------------------------------------

    def _before(self, use: TitleUse) -> Site | None:
        """Return who is named before the title: « X, [alors] ministre … », « X (ministre …) », « X est le ministre … »."""
        analysis = self.analysis
        first = analysis.sentence_of(use.start)[0]
        i = self._skip_then(use.outer[0], first) - 1
        if i <= first:
            return None
        named = self._named(use, first)
        if named is not None:
            return named
        text, folded = analysis.doc[i].text, analysis.folds[i]
        if text in {",", "("} or (text in _DASHES and analysis.doc[i - 1].whitespace_):
            return site_until(analysis, i)
        mention = analysis.at(i - 1)
        person = mention is not None and mention.kind == "Person" and mention.end == i
        if folded == "et" and person and mention is not None and mention.titles and not use.determiner:
            return Site(*mention.core, mention)
        if folded in _COPULA and (use.agencies or use.country):
            before = i - 1
            while before > first and analysis.folds[before] in {"qui", ""}:
                before -= 1
            return site_until(analysis, before + 1)
        return None

    def _named(self, use: TitleUse, first: int) -> Site | None:
        """« a nommé X ministre », « X a été élu président », « X vient d’être nommé ambassadeur »."""
        analysis = self.analysis
        i = use.outer[0]
        if use.determiner:
            return None
        if analysis.folds[i - 1] in analysis.terms.appointed:
            i -= 1
            while i > first and analysis.folds[i - 1] in _AUXILIARIES:
                i -= 1
            return site_until(analysis, i) if i < use.outer[0] - 1 else None
        site = site_until(analysis, i)
        if site is None:
            return None
        before = (site.mention.start if site.mention else site.start) - 1
        return site if before > first and analysis.lemmas[before] in analysis.terms.appointing else None

    def _skip_then(self, i: int, first: int) -> int:
        """Return where « alors », « en sa qualité de », « aujourd’hui » before token `i` begin."""
        folds, then = self.analysis.folds, self.analysis.terms.then
        moved = True
        while moved and i > first:
            moved = False
            for size in (4, 3, 2, 1):
                if i - size >= first and folds[i - size] and " ".join(f for f in folds[i - size : i] if f) in then:
                    i, moved = i - size, True
                    break
        return i

    def _respectively(self, use: TitleUse) -> None:
        """« MM. X et Y, respectivement ministre malien … et ministre mauritanien … »: to each their own, in order."""
        analysis = self.analysis
        i = use.outer[0] - 1
        if i < 1 or analysis.folds[i] != "respectivement":
            return
        while i > 0 and analysis.doc[i - 1].text == ",":
            i -= 1
        people = listed_before(analysis, i)
        uses = [use]
        while True:
            end = uses[-1].outer[1]
            following = self.by_start.get(end + 1) or self.by_start.get(end + 2)
            if following is None or following.plural or len(uses) == len(people):
                break
            uses.append(following)
        if len(uses) == len(people):
            for one, mention in zip(uses, people, strict=True):
                self.ordered[id(one)] = mention


def listed_before(analysis: Analysis, end: int) -> list[Mention]:
    """Return the people of a list that ends before token `end`: « X, Y et Z »."""
    found: list[Mention] = []
    while True:
        site = site_until(analysis, end)
        if site is None:
            return found[::-1]
        mention = site.person(analysis)
        found.append(mention)
        end = mention.start - 1
        if end <= 0 or not (analysis.folds[end] == "et" or analysis.doc[end].text == ","):
            return found[::-1]
