"""Completion in Bash: click's own knows no word with a space in it, and no value behind an equals sign."""

from __future__ import annotations

import os
from typing import Any, Final, NamedTuple

from click.shell_completion import BashComplete, CompletionItem, add_completion_class

_SCRIPT: Final = """\
%(complete_func)s() {
    local kind value
    COMPREPLY=()
    while IFS=, read -r kind value; do
        case $kind in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            plain)
                COMPREPLY+=("$value")
                [[ $value == *= ]] && compopt -o nospace
                ;;
        esac
    done < <(COMP_LINE="${COMP_LINE:0:COMP_POINT}" %(complete_var)s=bash_complete "$1")
    return 0
}

complete -o nosort -F %(complete_func)s %(prog_name)s
"""
_BREAKS: Final = "=:"
"""Where Bash begins a new word that is completed alone, though the shell sees one."""
_SPECIAL: Final = frozenset(" \t!\"#$&'()*;<>?[\\]^`{|}~")


class Word(NamedTuple):
    """A word of the command line: its value, the quote that is still open at its end, and the breaks outside quotes."""

    value: str
    quote: str = ""
    breaks: int = 0


@add_completion_class
class Bash(BashComplete):
    """Takes the line as it stands up to the cursor, and answers in words that Bash reads as one."""

    source_template = _SCRIPT
    _last = Word("")

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the arguments before the one that is being typed, and that one."""
        *before, self._last = words(os.environ["COMP_LINE"])
        return [word.value for word in before[1:]], self._last.value

    def format_completion(self, item: CompletionItem[Any]) -> str:
        """Return the kind of an offer and the words that take the place of what was typed."""
        return f"{item.type},{typed(str(item.value), self._last)}"


def words(line: str) -> list[Word]:
    r"""Cut a command line into its words, the last of which may be empty or unfinished.

    >>> words("dragoman show Abdellatif\\ H")[-1].value, words('show "Abd')[-1], words("query deals -p actor=Ma")[-1]
    ('Abdellatif H', Word(value='Abd', quote='"', breaks=0), Word(value='actor=Ma', quote='', breaks=1))
    """
    found: list[Word] = []
    value, quote, breaks, begun = "", "", 0, False
    characters = iter(line)
    for character in characters:
        if character == "\\" and quote != "'":
            value += next(characters, "")
        elif quote:
            value, quote = (value, "") if character == quote else (value + character, quote)
        elif character in "\"'":
            quote = character
        elif character in " \t":
            found += [Word(value)] if begun else []
            value, breaks, begun = "", 0, False
            continue
        else:
            value += character
            breaks += character in _BREAKS
        begun = True
    return [*found, Word(value, quote, breaks)]


def typed(value: str, over: Word) -> str:
    r"""Return `value` as it is typed over a word: what Bash leaves standing taken off, and what it would read escaped.

    >>> typed("Abdellatif Hammouchi", Word("abd")), typed("actor=Nasser Bourita", Word("actor=N", breaks=1))
    ('Abdellatif\\ Hammouchi', 'Nasser\\ Bourita')
    """
    if over.quote == "'":
        return value.replace("'", "'\\''")
    if over.quote:
        return "".join(f"\\{c}" if c in '"$\\`' else c for c in value)
    for _ in range(over.breaks):
        value = value[min((value.find(c) for c in _BREAKS if c in value), default=-1) + 1 :]
    return "".join(f"\\{c}" if c in _SPECIAL else c for c in value)
