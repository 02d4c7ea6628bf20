"""The words of edges, dates and lists, from `words.yaml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from dragoman.ontology.languages import LANGUAGES

_ARTICLES: Final = {
    "masculine": {"le": "le ", "de": "du ", "a": "au "},
    "feminine": {"le": "la ", "de": "de la ", "a": "à la "},
    "elided": {"le": "l’", "de": "de l’", "a": "à l’"},
    "plural": {"le": "les ", "de": "des ", "a": "aux ", "en": "aux "},
}


@cache
def words() -> dict[str, Any]:
    """Return the whole of `words.yaml`."""
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(files(__package__).joinpath("words.yaml").read_text(encoding="utf-8"))
    return loaded


def edge_words(kind: str, role: str, status: str) -> dict[str, str]:
    """Return the words of an edge in each language: of its role in its kind and status, else as near as there are.

    >>> edge_words("Deal", "supplier", "Proposed")["fr"]
    'propose'
    """
    known = words()["edges"]
    for name in (f"{kind}.{role}.{status}", f"{kind}.{role}", role):
        if name in known:
            return dict(known[name])
    return dict.fromkeys(LANGUAGES, role)


def inward(kind: str, role: str) -> bool:
    """Return whether an edge of this role is drawn from the actor to the happening."""
    return role in words()["inward"] or f"{kind}.{role}" in words()["inward"]


def quiet(role: str) -> bool:
    """Return whether an edge of this role goes without saying in a picture of many."""
    return role in words()["quiet"]


def listed(items: Sequence[str], lang: str) -> str:
    """Return `items` as a language lists them.

    >>> listed(["politique", "pêche", "tourisme"], "fr")
    'politique, pêche et tourisme'
    """
    grammar = words()["grammar"][lang]
    return str(grammar["and"]).join(filter(None, (grammar["comma"].join(items[:-1]), *items[-1:])))


def dated(value: str, lang: str) -> str:
    """Return an ISO 8601 date of any precision as a language writes it; anything else as it is.

    >>> dated("2016-04-05", "fr"), dated("--03-16", "fr"), dated("2016-05", "en"), dated("2016", "fr")
    ('5 avril 2016', '16 mars', 'May 2016', '2016')
    """
    parts = re.fullmatch(r"(?:(\d{4})|-)-(\d\d)(?:-(\d\d))?", value)
    if not parts or not 1 <= int(parts[2]) <= 12:
        return value
    grammar = words()["grammar"][lang]
    number = int(parts[3] or 0)
    day = grammar.get("first", "1") if number == 1 else str(number or "")
    months = grammar["months"] if number else grammar.get("months_alone", grammar["months"])
    text: str = grammar["day"].format(day=day, month=months[int(parts[2]) - 1], year=parts[1] or "")
    return text.strip()


def country_form(name: str, form: str, lang: str) -> str:
    """Return a country's name with what a language puts before it: its article ("le"), "of", "to", "in".

    >>> [country_form("Maroc", form, "fr") for form in ("le", "de", "a", "en")]
    ['le Maroc', 'du Maroc', 'au Maroc', 'au Maroc']
    >>> [country_form("Russie", form, "fr") for form in ("le", "de", "a", "en")]
    ['la Russie', 'de la Russie', 'à la Russie', 'en Russie']
    >>> [country_form(name, "en", "fr") for name in ("Angola", "États-Unis", "Cuba", "Israël")]
    ['en Angola', 'aux États-Unis', 'à Cuba', 'en Israël']
    """
    if lang != "fr":
        return name
    grammar = words()["grammar"]["fr"]
    if name in grammar["no_article"]:
        inside = "en " if name in grammar["en_without_article"] else "à "
        return {"le": "", "de": "d’" if elided(name) else "de ", "a": "à ", "en": inside}[form] + name
    if name in grammar["plural"]:
        return _ARTICLES["plural"][form] + name
    feminine = name.endswith("e") and name not in grammar["masculine_in_e"]
    gender = "elided" if elided(name) else "feminine" if feminine else "masculine"
    inside = "en " if elided(name) or feminine else "au "
    return (inside if form == "en" else _ARTICLES[gender][form]) + name


def name_form(name: str, form: str, lang: str) -> str:
    """Return the name of anybody else with what a language puts before it: an article before a body's, none before a person's.

    >>> name_form("Abdellatif Hammouchi", "de", "fr"), name_form("Mohammed VI", "a", "fr")
    ('d’Abdellatif Hammouchi', 'à Mohammed VI')
    >>> [name_form("Ligue arabe", form, "fr") for form in ("le", "de", "a")], name_form("Agence spatiale", "le", "fr")
    (['la Ligue arabe', 'de la Ligue arabe', 'à la Ligue arabe'], 'l’Agence spatiale')
    """
    if lang != "fr":
        return name
    bodies = words()["grammar"]["fr"]["bodies"]
    head = re.split(r"[\s-]", name, maxsplit=1)[0].casefold()
    gender = next((gender for gender, nouns in bodies.items() if head in nouns), "")
    if gender and form != "en":
        return _ARTICLES["elided" if elided(name) and gender != "plural" else gender][form] + name
    return {"le": "", "de": "d’" if elided(name) else "de ", "a": "à ", "en": ": "}[form] + name


def elided(name: str) -> bool:
    """Return whether French words lose their last vowel before a name.

    >>> elided("Émirats"), elided("Yémen"), elided("Hammouchi")
    (True, False, False)
    """
    return re.match(r"[aeiouâéèêîôûœ]", name.casefold()) is not None
