"""Puts the page together: one file that holds its program, its style and its data, and may ask for nothing else."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.graph.layout import anchors
from dragoman.graph.output import write_bytes
from dragoman.graph.view.data import data
from dragoman.graph.view.packing import packed
from dragoman.ontology.errors import OutputError

if TYPE_CHECKING:
    import networkx as nx

SCRIPTS = (
    "graph.js", "text.js", "theme.js", "signs.js", "facets.js", "records.js", "state.js", "shown.js", "routes.js", "time.js", "attention.js",
    "spelling.js", "files.js", "tongue.js", "room.js", "lettering.js", "drawing.js", "legend.js", "search.js", "timeline.js", "table.js",
    "image.js", "download.js", "connection.js", "keys.js", "evidence.js", "panel.js", "tools.js", "page.js",
)  # fmt: skip
"""The page's own scripts, in the order in which they build on each other."""

STYLES = (
    "theme.css", "page.css", "legend.css", "tools.css", "timeline.css", "table.css", "panel.css", "print.css",
)  # fmt: skip
"""The page's own style sheets, in the order in which one may overrule another."""


def write_page(network: nx.MultiDiGraph[str], path: str | Path, *, title: str | None = None, lang: str = "fr") -> Path:
    """Write the page of `network` to `path`, whole or not at all.

    Args:
        network: what `network.build` returned.
        path: the file to write.
        title: the page's heading; the two chief countries where none is given.
        lang: the language of the page (one of `LANGUAGES`).

    Returns:
        `path`.

    Raises:
        OutputError: the file cannot be written, the network is no network of `network.build`, or the page has no words
            in `lang`.
    """
    return write_bytes(path, page(network, title=title, lang=lang).encode("utf-8"))


def page(network: nx.MultiDiGraph[str], *, title: str | None = None, lang: str = "fr") -> str:
    """Return the page of `network` as HTML; arguments and errors as for `write_page`."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    words = messages()
    if lang not in words:
        raise OutputError(f"the page has no words in “{_sound(lang)}”; take one of {', '.join(words)}")
    if not {"things", "sentences"} <= network.graph.keys():
        raise OutputError("this network holds no statements; make the page of what network.build returns")
    headings = dict.fromkeys(words, _sound(title)) if title else {each: heading(network, each) for each in words}
    script = "\n".join([_vis(), *(_own(name) for name in SCRIPTS)]) if len(network) else ""
    style = "\n".join(_own(name) for name in STYLES)
    content = {**packed(data(network)), "lang": lang, "messages": words, "headings": headings}
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_own("page.html"))
    return template.render(
        lang=lang,
        title=headings[lang],
        words=words[lang],
        policy=f"default-src 'none'; script-src '{digest(script)}'; style-src '{digest(style)}'; "
        "base-uri 'none'; form-action 'none'",
        empty=not network,
        data=Markup(embedded(content)),  # noqa: S704 - escaped by `embedded`
        script=Markup(script),  # noqa: S704 - our own file and pyvis's
        style=Markup(style),  # noqa: S704 - our own file
    )


def heading(network: nx.MultiDiGraph[str], lang: str) -> str:
    """Return what a page without a title is called in a language: its two chief countries, or simply a network."""
    every: Any = network.nodes
    names = [every[n]["labels"].get(lang) or every[n]["label"] for n in anchors(network)]
    return " – ".join(names) or str(messages()[lang]["network"])


def embedded(content: Any) -> str:
    r"""Return `content` as JSON that may stand inside a script element whatever its strings say.

    >>> embedded("</script><!-- \u2028")
    '"\\u003c/script\\u003e\\u003c!-- \\u2028"'
    """
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return _sound(text)


def _sound(text: str) -> str:
    """Return a text that every file can hold: a half of a pair of surrogates becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")


def digest(text: str) -> str:
    """Return the hash by which a Content-Security-Policy knows an inline script or style."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


@cache
def messages() -> dict[str, Any]:
    """Return the words of the page, by language."""
    import yaml

    loaded: dict[str, Any] = yaml.safe_load(_own("messages.yaml"))
    return loaded


@cache
def _own(name: str) -> str:
    return files("dragoman.graph.view").joinpath(name).read_text(encoding="utf-8")


@cache
def _vis() -> str:
    """Return vis-network as pyvis ships it, without the line that would make a browser look for its source map."""
    folder = files("pyvis").joinpath("templates", "lib")
    newest = max(
        (part for part in folder.iterdir() if part.name.startswith("vis-")),
        key=lambda part: [int(number) for number in part.name.removeprefix("vis-").split(".")],
    )
    text = newest.joinpath("vis-network.min.js").read_text(encoding="utf-8").replace("\r\n", "\n")
    return text.partition("//# sourceMappingURL")[0].rstrip()
