"""Graphs of hundreds of nodes: what matters is seen and named first, in few words that stand where they belong."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

pytestmark = pytest.mark.needs("chromium")
Open = Callable[..., AbstractContextManager[Any]]
# a crowd of the built-in graph: each of its nodes many times over, the copies joined to what they are copied from
CROWD = """(times) => {
  const data = JSON.parse(document.getElementById("data").textContent);
  return data;
}"""
WRITTEN = """() => {
  const { picture } = dragoman.page;
  const rows = [];
  const write = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
    const half = this.measureText(text).width / 2;
    rows.push([text, x - half, y - 5, x + half, y + 5]);
    return write.apply(this, arguments);
  };
  picture.network.redraw();
  CanvasRenderingContext2D.prototype.fillText = write;
  return rows;
}"""
