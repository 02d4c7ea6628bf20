"""Names things with IRIs that depend on nothing but the things themselves."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import unquote, urlsplit, urlunsplit

from dragoman.ontology.folding import fold as fold
from dragoman.ontology.namespaces import ID


def slug(text: str, limit: int = 80) -> str:
    """Return the folded `text` with hyphens, at most `limit` characters, cut at a word where it is longer.

    >>> slug("Maroc-Russie: la coopération sécuritaire")
    'maroc-russie-la-cooperation-securitaire'
    """
    name = fold(text).replace(" ", "-")
    if len(name) > limit:
        name = name[: limit + 1].rpartition("-")[0] or name[:limit]
    return name


def digest(text: str) -> str:
    """Return the first ten hexadecimal digits of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def normalised_address(url: str) -> str:
    """Return `url` as addresses are compared: host in lower case, no `www.`, scheme, fragment or final slash.

    >>> normalised_address("HTTP://www.Labass.net/a.html#top") == normalised_address("https://labass.net/a.html")
    True
    """
    parts = urlsplit(url.strip())
    host = parts.netloc.lower().removeprefix("www.")
    return urlunsplit(("", host, parts.path.rstrip("/"), parts.query, "")).removeprefix("//")


def article_iri(text: str, url: str | None) -> str:
    """Return the IRI of an article: a readable slug, then a hash of its address or, without one, of its text.

    The slug, too, is the address's or the text's, so that a corrected headline or text stays the same article.

    >>> article_iri("Une visite", "https://www.labass.net/9909-une-visite.html").removeprefix(ID)
    'article/une-visite-cd0de6f0d4'
    """
    if url is None:
        opening = next((line for line in text[:400].splitlines() if line.strip()), "")
        return f"{ID}article/{slug(opening, 60) or 'article'}-{digest(text)}"
    address = normalised_address(url)
    path = re.sub(r"\.[a-z]{2,5}$", "", urlsplit(url.strip()).path.rstrip("/").rpartition("/")[2], flags=re.IGNORECASE)
    name = slug(re.sub(r"^[\d\W_]+", "", unquote(path)), 60) or slug(address.partition("/")[0], 60)
    return f"{ID}article/{name or 'article'}-{digest(address)}"


def entity_iri(kind: str, name: str) -> str:
    """Return the IRI of an entity of one ontology class, from its folded name.

    Two names that fold alike are one entity; a name too long to be read in an IRI keeps its hash.

    >>> entity_iri("Person", "Abdellatif Hammouchi")
    'https://w3id.org/dragoman/id/person/abdellatif-hammouchi'
    """
    whole = fold(name).replace(" ", "-")
    short = slug(name)
    if short != whole or not whole:
        short = f"{short}-{digest(whole or name)}".lstrip("-")
    return f"{ID}{kind.lower()}/{short}"
