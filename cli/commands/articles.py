"""dragoman articles: what has been read."""

from __future__ import annotations

from dragoman.cli import answers
from dragoman.cli.options import command, language, output, store
from dragoman.queries.asking import table
from dragoman.queries.catalogue import question


@command("articles", example="dragoman articles -f csv")
@output(*answers.FORMATS[:-1])
@language
@store
def articles(format_: str | None, lang: str, location: str) -> None:
    """List what has been read: each article with its day, its outlet and how much it states."""
    from dragoman.graph.store import Store

    with Store.open(location) as graph:
        answer = table(graph.query, "articles", lang=lang)
    details = question("articles").details
    answers.show(
        answer, format_, lang=lang, details=details, none="No article has been read yet; dragoman read reads some."
    )
