"""Writes the network as two tables: nodes, and edges with the words behind them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a cell for a formula: strangers' text must not be run when a table is opened."""


def table(rows: Iterable[Mapping[str, str]], columns: Iterable[str]) -> bytes:
    r"""Return `rows` as CSV (RFC 4180) in UTF-8; a cell that a spreadsheet would run gets an apostrophe before it.

    >>> table([{"label": "=1+1", "kind": "a,b"}], ["label", "kind"]).decode().splitlines()
    ['label,kind', '\'=1+1,"a,b"']
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(columns), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _inert(value) for name, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def nodes_path(path: Path) -> Path:
    """Return where the table of nodes stands beside the table of edges at `path`.

    >>> nodes_path(Path("out/graph.csv")).as_posix()
    'out/graph-nodes.csv'
    """
    return path.with_name(f"{path.stem}-nodes{path.suffix}")


def _inert(value: str) -> str:
    value = value.replace("\x00", "\ufffd")
    return f"'{value}" if value.startswith(FORMULA) else value
