"""An article: its words exactly as given, and what is known about their publication."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from dragoman.graph.iris import article_iri


@dataclass(frozen=True)
class Article:
    """The text of one article and its publication.

    Offsets everywhere in Dragoman count Unicode code points of `text`, from 0, end exclusive.

    Attributes:
        text: the body exactly as given, without front matter or byte order mark.
        title: its headline; where front matter gives none and the first line is followed by a blank one, that line.
        outlet: who published it, as a name ("labass.net").
        url: its address.
        language: BCP 47 tag of its language.
        published: the day from which relative dates are counted.
        rights: whose words these are, where known.
        language_guessed: whether nothing but the text itself tells its language.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "fr"
    published: date | None = None
    rights: str | None = None
    language_guessed: bool = field(default=False, compare=False)

    @cached_property
    def iri(self) -> str:
        """The article's IRI, which is also the name of its graph."""
        return article_iri(self.text, self.url)

    def passage_iri(self, begin: int, end: int) -> str:
        """Return the IRI of the characters from `begin` to `end` (RFC 5147)."""
        return f"{self.iri}#char={begin},{end}"
