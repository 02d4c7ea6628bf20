"""Says which actors a phrase of a deal stands for: those it names, and those it only describes.

« le ministre tunisien X » signs for Tunisia and « le directeur général de Velda Énergie » for his company; « les autorités
guinéennes » and « la partie turque » are the state; « le constructeur russe », with no company to be, is Russia; a name that
nothing else explains, where only a company or a state can stand, is a company.
"""

from __future__ import annotations

from dragoman.graph.iris import fold
from dragoman.graph.reading.analysis import Draft, Mention
from dragoman.graph.reading.clauses.noun_groups import Phrase
from dragoman.graph.reading.deals.actor import Actor
from dragoman.graph.reading.deals.chunks import Chunks
from dragoman.graph.reading.deals.forms import among
from dragoman.graph.reading.deals.phrases import Chunk
from dragoman.graph.reading.deals.towns import town
from dragoman.graph.reading.people.institutions import read_institution

_KINDS = frozenset({"Company", "Country", "Agency", "Organization"})
_BODIES = frozenset({"Company", "Agency", "Organization"})
_DEFINITE = frozenset({"le", "la", "l", "ce", "cet", "cette"})
_POSSESSIVE = frozenset({"son", "sa", "leur"})
_SENTENCES_BACK = 2


class Actors:
    """Finds the actors of one sentence's chunks."""

    def __init__(self, chunks: Chunks) -> None:
        """Keep the chunks at hand."""
        self.chunks, self.analysis, self.trade = chunks, chunks.analysis, chunks.trade
        self._made: dict[int, list[Actor]] = {}

    def of(self, chunk: Chunk, company: bool = False) -> list[Actor]:
        """Return the actors that a chunk stands for; an unexplained name only where a company may be meant."""
        if self._made.get(chunk.lead):
            return self._made[chunk.lead]
        found = self._of_phrase(chunk.phrase, company) if chunk.phrase else self._of_thing(chunk, company)
        self._made[chunk.lead] = found
        return found

    def _of_phrase(self, phrase: Phrase, company: bool = False) -> list[Actor]:
        # « les deux parties » says neither who supplies nor who receives
        named = [m for m in phrase.mentions if not (m.kind == "Pair" and m.via == "description")]
        return [a for m in named for a in self.of_mention(m, company)]

    def _misread(self, person: Draft) -> bool:
        """Whether only the model takes the name for a person's: no title, no form of address, no office."""
        return (
            person.iri is None
            and not any(d is person for d, _ in self.analysis.tenures)
            and all(m.via in {"model", "surname"} and not m.titles for m in self.analysis.mentions if m.draft is person)
        )

    def renamed(self, draft: Draft) -> None:
        """Take a name for a company’s: what buys, builds and signs without being anybody is a company (« Macchine Lombarde doit construire »)."""
        draft.kind = "Company"
        for mention in self.analysis.mentions:
            if mention.draft is draft:
                mention.kind = "Company"

    def of_mention(self, mention: Mention, company: bool = False) -> list[Actor]:
        """Return the actors that a mention stands for: itself, or whom a person represents."""
        analysis, found = self.analysis, []
        if (
            mention.kind == "Description"
            and not mention.drafts
            and mention.titles
            and mention.titles[0].country
            and not mention.plural
        ):
            return [Actor(analysis.known(mention.titles[0].country), mention.start, mention.end, "derived")]
        if mention.kind == "Description" and not mention.drafts and mention.titles and not mention.plural:
            led = [a for a in mention.titles[0].agencies if a[0].kind == "Company"]
            if led:
                return [Actor(*led[0])]  # « le président de X », whom nothing names
        for draft in mention.drafts:
            if draft.kind == "Person" and company and self._misread(draft):
                self.renamed(draft)
            if draft.kind in _KINDS:
                found.append(Actor(draft, *mention.core))
            elif draft.kind == "Place" and draft.stands_for:
                found.append(Actor(analysis.known(draft.stands_for), *mention.core))
            elif draft.kind == "Person":
                found += self._represented(draft, mention)
        return found

    def _represented(self, person: Draft, mention: Mention) -> list[Actor]:
        """Whom somebody acts for: the company that he heads, else the state whose office he holds."""
        held = [use for holder, use in self.analysis.tenures if holder is person]
        for use in held:
            for agency, start, end in use.agencies:
                if agency.kind in _BODIES and not agency.portfolio and not self._ministry(agency):
                    return [Actor(agency, start, end)]
        for other in self.analysis.mentions:
            if (
                other.kind == "Company"
                and other.draft
                and mention.end <= other.start < mention.end + 6
                and self._apposed(mention.end, other.start)
            ):
                return [Actor(other.draft, *other.core)]
        if person.country and (held or mention.titles):
            return [Actor(self.analysis.known(person.country), *mention.core, "derived")]
        return []

    def _ministry(self, agency: Draft) -> bool:
        """Whether an agency is a ministry, whose minister acts for the state."""
        return fold(agency.names[0]).startswith(("ministere", "presidence", "primature", "gouvernement"))

    def _apposed(self, start: int, end: int) -> bool:
        """« X, directeur général de Velda Énergie »: an apposition with a head of companies between the two."""
        words = self.analysis.folds[start:end]
        said = " ".join(w for w in words if w)
        return self.analysis.doc[start].text == "," and any(
            h in said for h in self.analysis.words.company_heads | {"president", "directeur", "directrice"}
        )

    def _of_thing(self, chunk: Chunk, company: bool) -> list[Actor]:
        thing, analysis = chunk.thing, self.analysis
        if thing is None or thing.amount or thing.sized:
            return []
        body = among(analysis, thing.head, self.trade.of("bodies"))
        if body and not thing.figure:
            return self._body(chunk)
        if among(analysis, thing.head, self.trade.of("towns")) and not thing.figure:
            municipal = town(self.chunks, chunk)
            return [Actor(*municipal)] if municipal else []
        if company and thing.determiner in {"le", "la", "l"} and self._public_name(chunk):
            return self._institution(chunk)
        state = among(analysis, thing.head, self.trade.of("state_groups"))
        group = among(analysis, thing.head, self.trade.of("company_groups"))
        owner = self.chunks.at(chunk.end)
        if group and thing.determiner and owner and owner.lead == chunk.end and owner.role == "de" and owner.phrase:
            companies = [a for a in self._of_phrase(owner.phrase) if a.draft.kind == "Company"]
            if companies:
                return companies  # « la filiale du groupe suédois X »
        if state or group:
            adjective = self._nationality(chunk)
            same = self.chunks.same_company(chunk)
            told = thing.determiner in _DEFINITE | _POSSESSIVE
            named = self._last_company(chunk, adjective) if same or (group and told) else []
            if named or adjective:
                return named or adjective
            if state and owner and owner.lead == chunk.end and owner.role == "de" and owner.phrase:
                return [a for a in self._of_phrase(owner.phrase) if a.draft.kind == "Country"]
            return []
        if thing.figure:
            return []
        if among(analysis, thing.head, analysis.words.institutions) and not among(
            analysis, thing.head, self.trade.of("goods") | {"centre"} if not company else frozenset()
        ):
            made = read_institution(analysis, thing.head, self.chunks.scene.last) if company else None
            if made and made.draft:
                return [Actor(made.draft, *made.core)]
            return []
        if company and thing.determiner in _DEFINITE and among(analysis, thing.head, self.trade.of("establishments")):
            return (
                self._company(chunk)
                if any(analysis.doc[i].text[0].isupper() for i in range(thing.head + 1, thing.end))
                else []
            )
        if company and (thing.proper or self._behind_nationality(chunk)) and self._nameable(chunk):
            return self._company(chunk)
        return []

    def _public_name(self, chunk: Chunk) -> bool:
        """Whether the words are those with which public bodies are called: « le port autonome de Douala »."""
        thing = chunk.thing
        assert thing is not None
        said = " ".join(w for w in self.analysis.folds[thing.head : thing.end] if w)
        owned = any(m.country for m in self._adjectives(chunk))
        return not owned and any(said == name or said.startswith(name + " ") for name in self.trade.of("public_names"))

    def _institution(self, chunk: Chunk) -> list[Actor]:
        """« l’autorité de la zone économique du canal de Morvel »: a body that the lexicon does not have, with its complements."""
        thing, end = chunk.thing, chunk.end
        assert thing is not None
        following = self.chunks.at(end)
        while following and following.lead == end and following.role == "de":
            end = following.end
            following = self.chunks.at(end)
        if end == chunk.end:
            return []
        return [Actor(self.analysis.met("Agency", self.analysis.text(thing.head, end)), thing.head, end)]

    def _last_company(self, chunk: Chunk, nationality: list[Actor]) -> list[Actor]:
        """« le groupe », « le constructeur turc »: the company named last, whose country does not speak against it."""
        analysis = self.analysis
        k = next((n for n, s in enumerate(analysis.sentences) if s[0] == self.chunks.scene.first), 0)
        floor = analysis.sentences[max(0, k - _SENTENCES_BACK)][0]
        same = self.chunks.same_company(chunk)  # named before the sentence, in which X only receives
        ceiling = self.chunks.scene.first if same else chunk.start
        for mention in reversed(
            [m for m in analysis.mentions if m.kind == "Company" and floor <= m.start and m.end <= ceiling]
        ):
            country = mention.draft.country if mention.draft else None
            if (
                mention.draft
                and mention.via != "description"
                and (not nationality or country in {None, nationality[0].draft.iri})
                and not self._model(mention)
            ):
                return [Actor(mention.draft, chunk.start, chunk.end, "derived" if same else "read")]
        return []

    def _model(self, mention: Mention) -> bool:
        """Whether the maker's name opens the name of what it makes."""
        after = self.analysis.doc[mention.end].text if mention.end < len(self.analysis.doc) else ""
        return after[:1].isupper() or after[:1].isdigit()

    def _body(self, chunk: Chunk) -> list[Actor]:
        """« la marine chilienne », « l’armée de terre péruvienne », « le ministère letton des Transports »: a body of a state."""
        analysis, thing = self.analysis, chunk.thing
        assert thing is not None
        end = thing.end
        following = self.chunks.at(end)
        while (
            following
            and following.lead == end
            and following.role == "de"
            and following.thing
            and not following.thing.figure
        ):
            end = following.end
            following = self.chunks.at(end)
        country = next(
            (m.country for m in analysis.between(thing.head + 1, end) if m.kind == "Adjective" and m.country),
            None,
        )
        if country is None:
            if following and following.lead == end and following.role == "de" and following.phrase:
                owners = [a for a in self._of_phrase(following.phrase) if a.draft.kind == "Country"]
                return owners[:1]
            return []
        draft = analysis.met("Agency", analysis.text(thing.head, end), country)
        return [Actor(draft, thing.head, end)]

    def _nationality(self, chunk: Chunk) -> list[Actor]:
        return [Actor(self.analysis.known(m.country), m.start, m.end) for m in self._adjectives(chunk) if m.country]

    def _adjectives(self, chunk: Chunk) -> list[Mention]:
        if chunk.thing is None:
            return []
        return [m for m in self.analysis.between(chunk.start, chunk.end) if m.kind == "Adjective"]

    def adjective(self, chunk: Chunk) -> list[Actor]:
        """Return the states whose adjective a noun bears: « l’offre chinoise »."""
        return self._nationality(chunk)

    def pair(self, chunk: Chunk) -> list[Actor]:
        """Return the two states of « un contrat franco-égyptien »."""
        pairs = [m for m in self.analysis.between(chunk.start, chunk.end + 1) if m.kind == "Pair"]
        return [Actor(d, *m.core) for m in pairs[:1] for d in m.members]

    def _behind_nationality(self, chunk: Chunk) -> bool:
        """« L’Allemand Dornhof »: one capitalised word behind a nationality."""
        thing = chunk.thing
        assert thing is not None
        first = next((m for m in self._adjectives(chunk) if m.start == thing.begin), None)
        return first is not None and thing.end - first.end == 1 and self.analysis.doc[first.end].text[0].isupper()

    def _nameable(self, chunk: Chunk) -> bool:
        """Whether a capitalised run may be a company's name: no person, no place, no model with a figure."""
        thing, doc = chunk.thing, self.analysis.doc
        assert thing is not None
        types = {doc[i].ent_type_ for i in range(thing.begin, thing.end)}
        if (types == {"LOC"} and chunk.role in {"a", "en", "dans", "pres"}) or thing.determiner in {
            "un",
            "une",
            "des",
            "ce",
            "ces",
            "les",
        }:
            return False
        if doc[thing.head].pos_ not in {"PROPN", "NOUN", "X"} or (
            self._adjectives(chunk) and thing.end - thing.begin == 1
        ):
            return False
        text = self.analysis.text(thing.begin, thing.end)
        return not (types == {"PER"} and len(text.split()) > 1) and doc[thing.head].text[0].isupper()

    def _company(self, chunk: Chunk) -> list[Actor]:
        thing, analysis = chunk.thing, self.analysis
        assert thing is not None
        country = next((m.country for m in self._adjectives(chunk) if m.country), None)
        national = {i for m in self._adjectives(chunk) for i in range(m.start, m.end)}
        begin = next(
            (i for i in range(thing.begin, thing.end) if analysis.doc[i].text[0].isupper() and i not in national),
            thing.begin,
        )
        draft = analysis.met("Company", analysis.text(begin, thing.end), country)
        analysis.mentions.append(
            Mention(begin, thing.end, (begin, thing.end), "Company", draft, draft.country, via="position")
        )
        analysis.sort()
        return [Actor(draft, begin, thing.end)]
