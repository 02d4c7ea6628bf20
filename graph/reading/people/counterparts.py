"""Says which office a counterpart holds: « son homologue turc » of a minister of trade is Turkey's minister of trade.

The title and the field of government are those of the person meant by « son », the country is the counterpart's own. A field that the
words name (« sa collègue de l’Agriculture ») goes before the other's.
"""

from __future__ import annotations

from dragoman.graph.reading.analysis import Analysis, Draft, Mention, TitleUse
from dragoman.graph.reading.people.discourse import Discourse, governed
from dragoman.graph.reading.people.portfolios import ministry
from dragoman.graph.reading.people.title_forms import of_gender


def settle(analysis: Analysis, discourse: Discourse, mention: Mention) -> None:
    """Give every counterpart's title in a person's mention the office meant, where it can be told."""
    for use in mention.titles:
        if use.scope != "counterpart":
            continue
        other = possessor(discourse, use, mention.draft)
        if other is None:
            continue
        borrow(analysis, use, other, mention.draft)


def possessor(discourse: Discourse, use: TitleUse, holder: Draft | None) -> TitleUse | None:
    """Return the title whose counterpart is meant: of whoever is said, of the sentence's heading, or of the last in office."""
    if use.possessor is not None:
        return _office(discourse, use.possessor, len(discourse.analysis.doc))
    heading = discourse.now.heading
    if heading is None and not discourse.now.pair:
        ahead = _ahead(discourse, use, holder)
        if ahead is not None:
            return ahead
    people = [heading] if heading else []
    people += [d for d in reversed(discourse.now.people) if d is not heading]
    if discourse.before:
        people += [d for d in (discourse.before.heading, *reversed(discourse.before.people)) if d]
    people += discourse.recent()
    for draft in people:
        if draft is holder:
            continue
        found = _office(discourse, draft, use.start)
        if found is not None:
            return found
    return None


def _ahead(discourse: Discourse, use: TitleUse, holder: Draft | None) -> TitleUse | None:
    """« Avec son homologue ivoirien, X, M. Y a signé »: the subject that comes after a counterpart in front."""
    analysis = discourse.analysis
    i, last = use.outer[1], discourse.now.last
    if not governed(analysis, use.outer[0]):
        return None
    while i < last:
        mention = analysis.at(i)
        person = mention is not None and mention.kind in {"Person", "Description"}
        if (
            person
            and mention
            and mention.draft
            and mention.draft is not holder
            and not governed(analysis, mention.start)
        ):
            return _office(discourse, mention.draft, last)
        i = max(i + 1, mention.end if mention else 0)
    return None


def _office(discourse: Discourse, draft: Draft, before: int) -> TitleUse | None:
    """The office of a person that was stated last, with its institution where one was said at all."""
    held = [u for u in discourse.held(draft) if u.scope != "counterpart" and not u.epithet and u.start < before]
    placed = [u for u in held if u.agencies]
    return (placed or held)[-1] if held else None


def borrow(analysis: Analysis, use: TitleUse, other: TitleUse, holder: Draft | None) -> None:
    """Give a counterpart's title the office of another's: the same title, and the same ministry of its own country."""
    colleague = use.label in {"collègue"} and not use.country
    use.title, use.counterpart, use.written = other.title, True, False
    use.text = of_gender(other.title, feminine=bool(holder and holder.feminine))
    if use.former:
        use.text = f"{'ancienne' if holder and holder.feminine else 'ancien'} {use.text}"
    if colleague and other.country:
        use.country, use.country_span = other.country, other.country_span
    if use.agencies:
        use.agencies = [(_ministry(analysis, use, d, s, e), s, e) for d, s, e in use.agencies]
        return
    for draft, start, _ in other.agencies:
        if draft.portfolio and use.country != other.country:
            if other.fields and other.fields[0][0] >= start and len(other.fields) > 1:
                twin = ministry(analysis, use, *other.fields[0])
            else:
                twin = Draft("Agency", list(draft.names[:2]), None, None, None, draft.portfolio, draft.identity)
            twin.country = use.country
            use.agencies.append((twin, *use.outer))
            return


def _ministry(analysis: Analysis, use: TitleUse, draft: Draft, start: int, end: int) -> Draft:
    """« sa collègue de l’Agriculture » heads a ministry, now that she is known to be a minister."""
    if draft.portfolio and start < end:
        made = ministry(analysis, use, start, end)
        made.country = draft.country or use.country
        return made
    return draft
