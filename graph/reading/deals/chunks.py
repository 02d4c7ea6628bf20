"""Cuts a sentence into its base phrases, each with the preposition that leads it (chunking: Abney 1991).

« a livré | au Mali | douze hélicoptères Mi-35 »: actors are phrases of mentions, things are noun phrases that name none.
A chunk holds one head and what belongs to it alone; complements (« avions | de ligne ») are chunks of their own, so that
whoever asks joins them as the construction prescribes. Unlike a full parse, chunks hold where attachment is doubtful.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container
from dataclasses import dataclass

from dragoman.graph.reading.analysis import Analysis, Mention
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.clauses.scenes import Scene
from dragoman.graph.reading.dates.dates import Dates
from dragoman.graph.reading.deals.predicates import is_noun
from dragoman.graph.reading.deals.quantities import Count, count, money
from dragoman.graph.reading.deals.trade import Trade

DETERMINERS = frozenset(
    [
        "le",
        "la",
        "l",
        "les",
        "un",
        "une",
        "des",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "plusieurs",
        "certains",
        "certaines",
        "chaque",
        "aucun",
        "aucune",
        "notre",
        "nos",
        "tout",
        "toute",
        "tous",
        "toutes",
    ]
)
_PARTITIVE = frozenset({"du", "des", "de", "d"})
_ROLES = {
    "au": "a", "aux": "a", "a": "a", "vers": "a", "du": "de", "des": "de", "de": "de", "d": "de", "par": "par", "avec": "avec",
    "en": "en", "dans": "dans", "entre": "entre", "sur": "sur", "pour": "pour", "chez": "chez", "contre": "contre", "selon": "selon",
    "depuis": "depuis", "apres": "apres", "avant": "avant", "sous": "sous", "sans": "sans", "via": "par", "concernant": "sur",
    "lors": "lors", "devant": "devant", "parmi": "parmi", "envers": "envers", "sauf": "sauf", "malgre": "malgre", "pendant": "pendant", "durant": "pendant", "dont": "", "outre": "outre", "hors": "hors",
}  # fmt: skip
_COMPLEX = {
    ("aupres", "de"): "aupres", ("a", "destination", "de"): "a", ("en", "direction", "de"): "a", ("au", "profit", "de"): "pour",
    ("pour", "le", "compte", "de"): "compte", ("en", "provenance", "de"): "provenance", ("a", "partir", "de"): "provenance",
    ("en", "vue", "de"): "pour", ("afin", "de"): "pour", ("au", "sujet", "de"): "sur", ("a", "propos", "de"): "sur",
    ("pres", "de"): "pres", ("au", "large", "de"): "pres", ("non", "loin", "de"): "pres", ("aux", "environs", "de"): "pres",
    ("avec", "aide", "de"): "par", ("avec", "appui", "de"): "par", ("avec", "le", "concours", "de"): "par", ("de", "la", "part", "de"): "par",
    ("aux", "cotes", "de"): "avec", ("en", "commun", "avec"): "together", ("conjointement", "avec"): "together", ("de", "concert", "avec"): "together", ("en", "partenariat", "avec"): "avec", ("en", "collaboration", "avec"): "avec", ("en", "association", "avec"): "avec",
    ("portant", "sur"): "sur", ("relatif", "a"): "sur", ("relative", "a"): "sur", ("relatifs", "a"): "sur", ("relatives", "a"): "sur",
    ("a", "occasion", "de"): "lors", ("lors", "de"): "lors", ("au", "cours", "de"): "lors", ("en", "marge", "de"): "lors", ("dans", "le", "cadre", "de"): "cadre",
    ("grace", "a"): "par", ("quant", "a"): "topic", ("en", "matiere", "de"): "topic", ("agissant", "de"): "topic", ("en", "presence", "de"): "presence", ("autour", "de"): "sur",
    ("d", "un", "montant", "de"): "worth", ("d", "une", "valeur", "de"): "worth", ("pour", "un", "montant", "de"): "worth", ("a", "hauteur", "de"): "worth", ("en", "echange", "de"): "exchange",
    ("d", "ici", "a"): "time", ("d", "ici"): "time", ("jusqu", "a"): "until", ("a", "compter", "de"): "time", ("face", "a"): "contre", ("au", "terme", "de"): "lors",
    ("aux", "termes", "de"): "terms", ("en", "vertu", "de"): "terms", ("dans", "le", "domaine", "de"): "field", ("en", "faveur", "de"): "pour", ("a", "travers"): "par",
}  # fmt: skip
_OPENINGS = frozenset(said[0] for said in _COMPLEX)
_CONTRACTED = {"du": "de", "des": "de", "d": "de", "au": "a", "aux": "a"}
_NOMINAL = frozenset({"NOUN", "PROPN", "X", "SYM"})
_QUOTES = "«»“”‘’\"'"


@dataclass(frozen=True, eq=False)
class Thing:
    """A noun phrase that names no actor: its head, its name without determiner and figure, and its figure.

    Attributes:
        begin, end: the tokens of the name, end exclusive.
        head: the token of the head noun.
        determiner: the folded determiner, or "".
        figure: how many, where it counts the thing; a size (« 235 MW ») is no count.
        sized: the figure is a size or a rate.
        amount: the value and the currency, where the phrase is a sum of money.
        proper: the head is a name.
    """

    begin: int
    end: int
    head: int
    determiner: str = ""
    figure: Count | None = None
    sized: bool = False
    amount: tuple[float, str] | None = None
    proper: bool = False


@dataclass(frozen=True, eq=False)
class Chunk:
    """One base phrase: an actor, a thing or a date, from its preposition (`lead`) to its end."""

    lead: int
    start: int
    end: int
    role: str
    partitive: bool = False
    thing: Thing | None = None
    phrase: Phrase | None = None


class Chunks:
    """The chunks of one sentence, found by token."""

    def __init__(self, scene: Scene, dates: Dates, trade: Trade) -> None:
        """Cut the sentence."""
        self.scene, self.trade, self.analysis = scene, trade, scene.analysis
        self._verbal = {i for v in scene.verbs if not is_noun(scene, trade, v) for i in range(v.start, v.end)}
        self._phrases = {p.start: p for p in scene.phrases}
        self._adjectives = {
            m.start: m for m in scene.analysis.between(scene.first, scene.last) if m.kind == "Adjective"
        }
        self._covered = {i: m for p in scene.phrases for m in p.mentions for i in range(m.start, m.end)}
        self._dated = {i: w.end for w in dates.within(scene.first, scene.last) for i in range(w.start, w.end)}
        self._nouns = (
            trade.of("goods"),
            trade.act_nouns,
            trade.stage_nouns,
            trade.of("commercial"),
            trade.of("papers"),
        )
        self.all = self._cut()
        self._starts = [c.lead for c in self.all]

    def at(self, token: int) -> Chunk | None:
        """Return the chunk that holds a token."""
        i = bisect_right(self._starts, token) - 1
        return self.all[i] if i >= 0 and self.all[i].end > token else None

    def listed(self, chunk: Chunk, words: Container[str]) -> str | None:
        """Return the form under which a list holds the chunk's noun: of several words (« mise en service ») or of one."""
        thing = chunk.thing
        if thing is None:
            return None
        first = among(self.analysis, thing.head, self.trade.compounds)
        for phrase in self.trade.compounds.get(first or "", ()):
            said = " ".join(w for w in self.analysis.folds[thing.head : thing.end] if w)
            if said.split()[1 : len(phrase)] == list(phrase[1:]) and " ".join(phrase) in words:
                return " ".join(phrase)
        return among(self.analysis, thing.head, words)

    def after(self, token: int, limit: int) -> list[Chunk]:
        """Return the chunks from `token` to `limit`."""
        return [c for c in self.all if token <= c.lead and c.start < limit]

    def before(self, token: int, limit: int) -> list[Chunk]:
        """Return the chunks that end before `token`, not earlier than `limit`, the nearest first."""
        return [c for c in reversed(self.all) if c.end <= token and c.lead >= limit]

    def _cut(self) -> list[Chunk]:
        found: list[Chunk] = []
        i = self.scene.first
        while i < self.scene.last:
            chunk = self._chunk(i)
            if chunk is None:
                i += 1
            else:
                found.append(chunk)
                i = chunk.end
        return found

    def _chunk(self, i: int) -> Chunk | None:
        if i in self._verbal and i not in self._covered:
            return None
        figure = count(self.analysis, self.trade, i, self.scene.last)
        if figure and not self._is_date(figure.start):
            thing = self._thing(i)
            if thing:
                of = (
                    self.analysis.folds[i] == "de"
                )  # « expédiera de 250 000 à 300 000 tonnes », « une flotte de 12 à 20 avions »
                return Chunk(i, i, max(thing.end, figure.end), "de" if of else "", of, thing=thing)
        role, start, partitive = self._role(i)
        if start >= self.scene.last or (start in self._verbal and start not in self._covered):
            return None
        if start in self._dated and start not in self._covered:
            return Chunk(i, start, self._dated[start], role or "time")
        bare = self._skip_determiner(start)
        if bare in self._dated and bare not in self._covered:
            return Chunk(i, start, self._dated[bare], role or "time")
        nationality = self._adjectives.get(bare)
        phrase = self._actor(bare) or (self._actor(nationality.end) if nationality else None)
        if phrase and not self._model(phrase):
            return Chunk(i, start, phrase.end, role, phrase=phrase)
        thing = self._thing(start)
        if thing is None:
            return None
        if not thing.figure and among(self.analysis, thing.head, self.trade.of("times")):
            return Chunk(i, start, thing.end, role or "time")
        inner = self._named(thing)
        if inner:
            return Chunk(i, start, inner.end, role, phrase=inner)
        return Chunk(i, start, thing.end, role, partitive, thing)

    def _is_date(self, i: int) -> bool:
        return i in self._dated

    def _role(self, i: int) -> tuple[str, int, bool]:
        """Return the preposition at token `i` as a role, the token after it, and whether it may be a partitive article."""
        folds, last = self.analysis.folds, self.scene.last
        words = [_CONTRACTED.get(folds[i], folds[i])]
        ends = [i + 1]
        j = i + 1
        while j < last and len(words) < 4:
            if folds[j]:
                words.append(folds[j])
                ends.append(j + 1)
            j += 1
        for size in (4, 3, 2) if folds[i] in _OPENINGS or words[0] in _OPENINGS else ():
            if len(words) < size:
                continue
            for lead in {folds[i], words[0]}:
                said = (lead, *words[1 : size - 1], words[size - 1])
                role = _COMPLEX.get(said) or _COMPLEX.get((*said[:-1], _CONTRACTED.get(said[-1], said[-1])))
                if role is None:  # « à l’occasion de »: an article inside
                    loose = [w for w in words[:size] if w not in {"l", "la"}]
                    role = (
                        _COMPLEX.get((*loose[:-1], _CONTRACTED.get(loose[-1], loose[-1]))) if len(loose) > 1 else None
                    )
                if role is not None:
                    return role, ends[size - 1], False
        if folds[i] in _ROLES and folds[i] not in {"dont"} and self.analysis.doc[i].pos_ not in {"NOUN", "PROPN"}:
            following = folds[i + 1] if i + 1 < last else ""
            partitive = folds[i] in {"du", "des", "d"} or (folds[i] == "de" and following in {"la", "l"})
            before = self.analysis.doc[i - 1] if i > self.scene.first else None
            if folds[i] == "des" and (before is None or before.text in {"«", ":", ";", "–", "que", "qu’", "qu'"}):
                return "", i + 1, True  # « Des stations … pourraient »: an article, no preposition
            return _ROLES[folds[i]], i + 1, partitive
        return "", i, False

    def _skip_determiner(self, i: int) -> int:
        doc, folds = self.analysis.doc, self.analysis.folds
        while i < self.scene.last and (folds[i] in DETERMINERS or doc[i].text in _QUOTES) and i not in self._phrases:
            i += 1
        return i

    def _actor(self, i: int) -> Phrase | None:
        return self._phrases.get(i)

    def _model(self, phrase: Phrase) -> bool:
        """« Sukhoi Superjet 100 », « Airbus A320 »: a maker's name that opens the name of what it makes."""
        mention, end = phrase.mentions[0], phrase.mentions[0].end
        if mention.kind not in {"Company", "Place", "Country"} or end >= self.scene.last or len(phrase.mentions) > 1:
            return False
        token, text = self.analysis.doc[end], self.analysis.doc[end].text
        if end in self._covered or end in self._dated:
            return False
        named = text[0].isupper() and token.pos_ in {"PROPN", "NOUN", "X", "ADJ", "NUM"}
        if mention.kind in {"Place", "Country"}:
            return named and not token.is_sent_start  # « Milan Biotech »: a place that opens a name
        return text[0].isdigit() or (named and any(c.isdigit() for c in self._run_text(end)))

    def _run_text(self, i: int) -> str:
        words = []
        while i < self.scene.last and (
            self.analysis.doc[i].text[0].isupper() or self.analysis.doc[i].text[0].isdigit()
        ):
            words.append(self.analysis.doc[i].text)
            i += 1
        return " ".join(words)

    def _named(self, thing: Thing) -> Phrase | None:
        """« le groupe public chinois Sinohydro », « la société Yara »: a kind of actor before its name is that actor."""
        if thing.figure:
            return None
        groups = self.trade.of("company_groups") | self.trade.of("state_groups")
        if not among(
            self.analysis, thing.head, groups | self.analysis.words.companies | self.analysis.words.institutions
        ):
            return None
        return next((self._phrases[i] for i in range(thing.head + 1, thing.end) if i in self._phrases), None)

    def _thing(self, start: int) -> Thing | None:
        analysis, doc, folds, last = self.analysis, self.analysis.doc, self.analysis.folds, self.scene.last
        i, determiner = start, ""
        figure = None
        for _ in range(4):
            figure = count(analysis, self.trade, i, last)
            if figure or i >= last or not (folds[i] in DETERMINERS or doc[i].text in _QUOTES):
                break
            determiner = folds[i] if folds[i] in DETERMINERS else determiner
            i += 1
        if figure:
            paid = money(analysis, figure.start, last)
            if paid:
                return Thing(start, paid[2], paid[2] - 1, determiner, None, amount=(paid[0], paid[1]))
            return self._counted(figure, determiner)
        paid = money(analysis, i, last)
        if paid:
            return Thing(start, paid[2], paid[2] - 1, determiner, None, amount=(paid[0], paid[1]))
        return self._noun(i, determiner, None)

    def _counted(self, figure: Count, determiner: str) -> Thing | None:
        """What a figure counts: the noun after it, or the one after its measure (« 650 000 tonnes de blé »)."""
        folds, last = self.analysis.folds, self.scene.last
        i = figure.end
        if i < last and folds[i] in _PARTITIVE:  # « une vingtaine de », « 2 millions de »
            i += 1
        cubic = i + 1 < last and folds[i + 1] in {"cube", "cubes"}
        if i < last and (cubic or self._measure(i)):
            i += 2 if cubic else 1
            rate = i < last and (
                (folds[i] in {"par"} and i + 1 < last and folds[i + 1] in self.trade.of("rates"))
                or folds[i] in self.trade.of("yearly")
                or (self.analysis.doc[i].text == "/")
            )
            if rate:
                end = i + (1 if folds[i] in self.trade.of("yearly") else 2)
                return Thing(figure.start, min(end, last), i - 1, determiner, figure, sized=True)
            if i < last and folds[i] in _PARTITIVE:
                made = self._noun(self._skip_determiner(i + 1), determiner, figure)
                if made:
                    return made
            return Thing(i - 1, i, i - 1, determiner, figure)
        if i < last and folds[i] in self.trade.of("sizes"):
            return Thing(figure.start, i + 1, i, determiner, figure, sized=True)
        if i < last and self.analysis.doc[i].text in {"%", "/"}:
            return Thing(figure.start, i + 1, i, determiner, figure, sized=True)
        return self._noun(i, determiner, figure)

    def _measure(self, i: int) -> bool:
        return among(self.analysis, i, self.trade.of("measures")) is not None

    def _noun(self, i: int, determiner: str, figure: Count | None) -> Thing | None:
        """The noun at token `i`, adjectives before it stepped over, with the adjectives and names behind it."""
        doc, last = self.analysis.doc, self.scene.last
        begin = i
        while (
            i < last
            and i not in self._verbal
            and (doc[i].pos_ == "ADJ" or doc[i].text in _QUOTES)
            and self._more(i)
            and not self._is_noun(i)
        ):
            i += 1
            begin = begin if doc[begin].text not in _QUOTES else i
        if i >= last or i in self._verbal or (i in self._dated and i not in self._covered):
            return None
        token = doc[i]
        known = self._is_noun(i)
        if i == self.scene.first and token.pos_ in {"CCONJ", "ADP", "ADV", "SCONJ", "PRON", "DET"} and not known:
            return None
        if (
            token.is_punct
            or token.is_space
            or not (token.pos_ in _NOMINAL or known or token.text[0].isupper() or token.pos_ == "ADJ")
        ):
            return None
        if token.pos_ in {"PRON", "DET", "ADP", "SCONJ", "CCONJ", "ADV"} and not known and not token.text[0].isupper():
            return None
        head = i
        end = self._compound(i) or i + 1
        return Thing(
            begin, self._modified(head, end), head, determiner, figure, proper=self._proper(head) and not known
        )

    def _proper(self, i: int) -> bool:
        """Whether the word is a name: a capital proves it only within a sentence."""
        token = self.analysis.doc[i]
        if not token.text[0].isupper():
            return False
        if i > self.scene.first or token.pos_ in {"PROPN", "X"} or token.ent_type_:
            return True
        following = self.analysis.doc[i + 1] if i + 1 < self.scene.last else None
        return following is not None and (
            following.text == "," or following.pos_ in {"VERB", "AUX"}
        )  # a bare noun is no subject

    def _more(self, i: int) -> bool:
        """Whether a noun follows the adjective or quotation mark at token `i`."""
        doc = self.analysis.doc
        return i + 1 < self.scene.last and i + 1 not in self._verbal and (doc[i + 1].pos_ in _NOMINAL | {"ADJ"})

    def _is_noun(self, i: int) -> bool:
        return any(among(self.analysis, i, words) for words in self._nouns)

    def _compound(self, i: int) -> int | None:
        """« mise en service », « lettre d’intention »: the token after a noun of several words."""
        first = among(self.analysis, i, self.trade.compounds)
        for phrase in self.trade.compounds.get(first or "", ()):
            words: list[str] = []
            j = i
            while j < self.scene.last and len(words) < len(phrase):
                words += self.analysis.folds[j].split()
                j += 1
            if (first, *words[1:]) == phrase:
                return j
        return None

    def _modified(self, head: int, end: int) -> int:
        doc, last = self.analysis.doc, self.scene.last
        j = end
        while j < last:
            token = doc[j]
            if j in self._adjectives:
                j = end = self._adjectives[j].end
            elif j in self._covered:
                mention = self._covered[j]
                if not self._names(mention, j):
                    break
                j = end = mention.end
            elif j in self._dated:
                break
            elif token.text in "-–‑" and not doc[j - 1].whitespace_ and not token.whitespace_ and j + 1 < last:
                j = end = j + 2
            elif (
                token.text in _QUOTES
                and j + 1 < last
                and (doc[j + 1].text[0].isupper() or doc[j - 1].whitespace_ != "")
            ):
                if not doc[j + 1].text[0].isupper():
                    break
                j += 1
            elif token.text in "»”’" and self.analysis.doc[j - 1].text not in _QUOTES:
                j += 1
            elif token.pos_ == "ADJ" or (j in self._verbal and self._adjectival(j)) or self._shaped(j):
                j = end = j + 1
            elif token.text[0].isdigit():
                if not self._modelled(j, head):
                    break
                j = end = j + 1
            elif token.text[0].isupper() and token.pos_ not in {"PRON", "DET", "ADP"} and j not in self._verbal:
                j = end = j + 1
            elif self.analysis.folds[j] in {"of", "and"} and j + 1 < last and doc[j + 1].text[0].isupper():
                j = end = j + 2
            elif token.pos_ == "NOUN" and j == head + 1 and self.analysis.folds[j] not in DETERMINERS:
                j = end = j + 1
            else:
                break
        return end

    def _modelled(self, j: int, head: int) -> bool:
        """Whether a figure is part of a name: « Superjet 100 », « 737 MAX » after a capital, and no measure follows."""
        doc = self.analysis.doc
        if j + 1 < self.scene.last and doc[j + 1].pos_ == "NOUN" and doc[j + 1].text.islower():
            return False  # « vendra à IndiGo 500 appareils »
        follows = j + 1 < self.scene.last and (
            doc[j + 1].text[0].isupper() and doc[j + 1].pos_ in {"PROPN", "X", "NOUN"}
        )
        return doc[j - 1].text[0].isupper() or (follows and j == head + 1) or any(c.isalpha() for c in doc[j].text)

    def _names(self, mention: Mention, j: int) -> bool:
        """Whether a mention right behind a noun is the name of the thing: « cité Mohammed VI », « avions Airbus »."""
        return (
            mention.start == j
            and self.analysis.doc[j].text[0].isupper()
            and mention.via not in {"description", "pronoun", "clitic"}
        )

    def _shaped(self, j: int) -> bool:
        """« gaz naturel liquéfié »: a participle that the model takes for a noun."""
        token = self.analysis.doc[j]
        return (
            j not in self._verbal
            and token.pos_ in {"NOUN", "VERB"}
            and token.text.islower()
            and token.text.endswith(("é", "ée", "és", "ées"))
        )

    def _adjectival(self, j: int) -> bool:
        """« gaz naturel liquéfié », « drones armés »: a participle without complements."""
        verb = next((v for v in self.scene.verbs if v.start <= j < v.end), None)
        if verb is None or not verb.participle or verb.end != j + 1 or verb.start != j:
            return False
        if (
            verb.lemma in self.trade.act_verbs
            or verb.lemma in self.trade.concluding
            or verb.lemma in self.trade.stage_verbs
        ):
            return False
        following = self.analysis.folds[j + 1] if j + 1 < self.scene.last else ""
        return following not in _ROLES


def forms_of(analysis: Analysis, i: int) -> tuple[str, ...]:
    """Return the folded forms under which a list may hold the noun at token `i`: its lemma, itself, its singular."""
    lemma, word = analysis.lemmas[i], analysis.folds[i]
    found = [lemma, word]
    if len(word) > 3 and word.endswith(("s", "x")) and not word.endswith("ss"):
        found.append(word[:-3] + "al" if word.endswith("aux") else word[:-1])
        if word.endswith("aux"):
            found.append(word[:-1])
    return tuple(dict.fromkeys(f for f in found if f))


def among(analysis: Analysis, i: int, words: Container[str]) -> str | None:
    """Return the form under which a list holds the noun at token `i`, or None."""
    for form in (analysis.lemmas[i], analysis.folds[i]):
        if form and form in words:
            return form
    return next((form for form in forms_of(analysis, i) if form in words), None)
