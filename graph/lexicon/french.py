"""Forms the feminine and the plural of French demonyms, so that the table holds only what no rule gives."""

from __future__ import annotations


def feminine(masculine: str) -> str:
    """Return the feminine singular of a French demonym by its ending.

    >>> [feminine(w) for w in ("marocain", "russe", "algérien", "chinois", "bahreïni")]
    ['marocaine', 'russe', 'algérienne', 'chinoise', 'bahreïnie']
    """
    if masculine.endswith("e"):
        return masculine
    return masculine + ("ne" if masculine.endswith(("ien", "éen", "yen")) else "e")


def plural(singular: str) -> str:
    """Return the plural of a French demonym: an s unless one stands there.

    >>> plural("russe"), plural("français")
    ('russes', 'français')
    """
    return singular if singular.endswith(("s", "x")) else singular + "s"


def demonyms(cell: str) -> list[str]:
    """Return every form of the demonyms in a table's cell, sorted: both genders, both numbers.

    >>> demonyms("grec/grecque"), demonyms("russe")
    (['grec', 'grecque', 'grecques', 'grecs'], ['russe', 'russes'])
    """
    forms: set[str] = set()
    for demonym in cell.split("|"):
        masculine, _, given = demonym.partition("/")
        for singular in (masculine, given or feminine(masculine)):
            forms |= {singular, plural(singular)}
    return sorted(forms)
