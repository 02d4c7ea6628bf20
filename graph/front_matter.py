"""Takes the front matter off an article: what stands between two lines of three hyphens, before its text."""

from __future__ import annotations

import difflib
import re
from typing import Final

from dragoman.ontology.errors import ArticleError

KEYS: Final = ("title", "outlet", "url", "language", "published", "rights")
_OPENING: Final = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING: Final = re.compile(r"^---[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_NULL: Final = ("", "~", "null")

Values = dict[str, tuple[str, int]]
"""What front matter says: key -> its value as written, and the line that it stands in, counted from 1."""


def split(text: str, name: str) -> tuple[Values, str]:
    r"""Return what the front matter of `text` says and the text after it.

    Every value is taken as written, so that no title becomes a number and no language a truth value. Keys that are
    not ours pass unread, since other tools write front matter too; what looks like a slip of one of ours is refused.

    Args:
        text: a whole file.
        name: what the article is called in the sentence of an error.

    Raises:
        ArticleError: it does not end, is no YAML, or gives a key twice, misspelt or other than with one value.

    >>> split("---\noutlet: labass.net\n---\nUne visite\n", "a.txt")
    ({'outlet': ('labass.net', 2)}, 'Une visite\n')
    """
    opening = _OPENING.match(text)
    if opening is None:
        return {}, text
    closing = _CLOSING.search(text, opening.end())
    if closing is None:
        raise _error(name, 1, "it opens with --- but no line of --- ends it")
    return _parse(text[opening.end() : closing.start()], name), text[closing.end() :]


def _parse(block: str, name: str) -> Values:
    import yaml

    try:
        node = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = (
            "a value with a colon in it stands in quotes" if "mapping values" in str(error.problem) else error.problem
        )
        raise _error(name, mark.line + 2 if mark else 1, str(reason or error.context)) from None
    except (yaml.YAMLError, RecursionError):
        raise _error(name, 1, "it cannot be read as YAML") from None
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise _error(name, node.start_mark.line + 2, f"it takes lines like “outlet: labass.net” ({', '.join(KEYS)})")
    values: Values = {}
    for key, value in node.value:
        line = key.start_mark.line + 2
        word = str(key.value)
        if word not in KEYS:
            likely = difflib.get_close_matches(word.lower(), KEYS, 1, 0.75)
            if likely:
                raise _error(name, line, f"it knows no “{word}”; is “{likely[0]}” meant?")
            continue
        if word in values:
            raise _error(name, line, f"“{word}” is given twice")
        if not isinstance(value, yaml.ScalarNode):
            raise _error(name, line, f"“{word}” takes one value, not a list")
        plain = value.style is None and value.value.lower() in _NULL
        if not plain and value.value.strip():
            values[word] = (" ".join(value.value.split()), line)
    return values


def _error(name: str, line: int, problem: str) -> ArticleError:
    end = "" if problem.endswith("?") else "."
    return ArticleError(f"The front matter of {name} is broken at line {line}: {problem}{end}")
