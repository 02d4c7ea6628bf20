"""The words of tables and dossiers, in English as the data has them or in French."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from dragoman.cli.table import UNKNOWN

_FILE: Final = Path(__file__).with_name("words.tsv")
_OTHERWISE: Final = {"when": "undated", "certainty": "Asserted", "quotation": ""}
"""What an empty cell of a column says, where it is not that nothing is known."""
_NAMED: Final = frozenset({"kind", "happened", "event", "fact", "stands", "status", "certainty", "differsIn", "role"})
"""The columns that hold names of classes, statuses and properties."""


@cache
def french() -> dict[str, str]:
    """Return French by English words."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return {english: french for english, _, french in (line.partition("\t") for line in lines) if french}


def word(name: str, lang: str) -> str:
    """Return a word of the data for reading; in French where that is asked for and there is one.

    >>> word("alsoElsewhere", "en"), word("alsoElsewhere", "fr"), word("Meeting", "fr")
    ('also elsewhere', 'aussi ailleurs', 'Rencontre')
    """
    found = french().get(name) if lang == "fr" else None
    return found or re.sub(r"(?<=[a-z])([A-Z])", lambda capital: " " + capital[1].lower(), name)


def cell(column: str, value: str | None, lang: str) -> str:
    """Return what a table says where a column holds `value`, None where nothing is known.

    >>> cell("when", None, "en"), cell("place", None, "en"), cell("status", "Held", "fr"), cell("what", "Held", "fr")
    ('undated', '–', 'tenu', 'Held')
    """
    if value is None:
        said = _OTHERWISE.get(column, UNKNOWN)
        return word(said, lang) if said else said
    if value in ("true", "false"):
        return {"true": "oui", "false": "non"}[value] if lang == "fr" else {"true": "yes", "false": "no"}[value]
    return word(value, lang) if column in _NAMED else value
