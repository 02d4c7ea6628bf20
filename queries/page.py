"""Writes the page of the questions (`docs/queries.md`) from their headers: `python -m dragoman.queries.page`."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from dragoman.queries.catalogue import catalogue
from dragoman.queries.question import Parameter, Question
from dragoman.queries.values import accepted

_TOP = """\
# The questions

Written from the headers of `queries/*.rq` by `python -m dragoman.queries.page`; change it there.

Every answer that states a fact carries the sentence that states it, the article, and who says so: whoever the article
attributes it to, or the outlet where it speaks for itself. One row is one fact with one sentence, so a fact that two
sentences carry has two rows. A fact that is denied or conditional says so in the column `certainty`. What articles say
of one and the same happening counts once. Names of people, places and the rest may be given in any language, without
accents and in any case; a name for which the language asked for has no word is shown in another, with its tag.

CSV holds values as they were read: a title that begins with `=` or `@` is a formula to a spreadsheet, so import the
file there as text, or take TSV or JSON.

"""


def page(questions: Iterable[Question]) -> str:
    """Return the page in Markdown: each question in English and French, its parameters, an example of its command."""
    known = list(questions)
    contents = [f"- [{one.name}](#{one.name}): {one.title['en']}\n" for one in known]
    return _TOP + "".join(contents) + "".join(_section(one) for one in known)


def _section(one: Question) -> str:
    words = (
        f"\n## {one.name}\n\n**{one.title['en']}** {one.description['en']}\n\n"
        f"**{one.title['fr']}** {one.description['fr']}\n\n"
    )
    rows = [_row(parameter) for parameter in one.parameters.values()]
    table = "| parameter | takes | default | meaning | signification |\n|---|---|---|---|---|\n" + "".join(rows)
    return f"{words}{table}\n```\n{command(one)}\n```\n"


def _row(one: Parameter) -> str:
    default = "required" if one.required else one.default or ""
    takes = accepted(one.type, one.values)
    return f"| `{one.name}` | {takes} | {default} | {one.description['en']} | {one.description['fr']} |\n"


def command(one: Question) -> str:
    """Return a command that asks the question, with what it requires or, where it requires nothing, one choice.

    >>> command(catalogue()["evidence"])
    'dragoman query evidence -p entity="Nikolaï Patrouchev"'
    """
    return " ".join(
        ("dragoman query", one.name, *(f"-p {name}={_quoted(value)}" for name, value in example(one).items()))
    )


def example(one: Question) -> dict[str, str]:
    """Return values for a question's parameters that make it a telling one on the built-in article."""
    shown = {name: p.example for name, p in one.parameters.items() if p.example is not None}
    needed = {name: value for name, value in shown.items() if one.parameters[name].required}
    return needed or dict(list(shown.items())[:1])


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


if __name__ == "__main__":
    sys.stdout.write(page(catalogue().values()))
