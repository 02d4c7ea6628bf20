"""Describes the vocabulary on one page of HTML that needs nothing else.

python -m dragoman.ontology.page -o docs/ontology.html
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from dragoman.ontology.namespaces import PREFIXES, expand, shortened
from dragoman.ontology.statements import Facts, facts, names, texts
from dragoman.ontology.terms import Term, terms

_ONTOLOGY = PREFIXES["dgm"].rstrip("#")
_SHAPES = "https://w3id.org/dragoman/shapes#"
_TARGETS = (("sh:targetClass", ""), ("sh:targetSubjectsOf", "what has "), ("sh:targetObjectsOf", "a value of "))
_HOW = {"rdfs:subClassOf": "⊑", "skos:closeMatch": "≈", "skos:relatedMatch": "~", "rdfs:seeAlso": "→"}


def page() -> str:
    """Return the page: the same bytes from the same vocabulary."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(files("dragoman.ontology").joinpath("page.html").read_text(encoding="utf-8"))
    listed = terms()
    header = facts("dragoman")[_ONTOLOGY]
    return template.render(
        title=texts(header, "dcterms:title"),
        description=texts(header, "dcterms:description"),
        citation=texts(header, "dcterms:bibliographicCitation"),
        version=texts(header, "owl:versionInfo")[""],
        issued=texts(header, "dcterms:issued")[""],
        license=names(facts("dragoman"), _ONTOLOGY, "dcterms:license")[0],
        namespace=PREFIXES["dgm"],
        prefixes=PREFIXES,
        own={f"dgm:{term.name}" for term in listed},
        tree=_tree(listed),
        classes=[t for t in listed if t.sort == "class"],
        relations=[t for t in listed if t.sort == "object property"],
        fields=[t for t in listed if t.sort == "data property"],
        schemes=[(s, [t for t in listed if f"dgm:{s.name}" in t.schemes]) for s in listed if s.sort == "scheme"],
        matched=[t for t in listed if t.matches],
        how=_HOW,
        shapes=_shapes(facts("shapes")),
    )


def _tree(listed: Sequence[Term]) -> list[tuple[int, Term]]:
    """Return each class with its depth below the topmost, a class after the first of its parents."""
    classes = [t for t in listed if t.sort == "class"]
    own = {f"dgm:{t.name}" for t in classes}

    def below(parent: str | None, depth: int) -> list[tuple[int, Term]]:
        found: list[tuple[int, Term]] = []
        for term in classes:
            first = next((p for p in term.parents if p in own), None)
            if first == parent:
                found += [(depth, term), *below(f"dgm:{term.name}", depth + 1)]
        return found

    return below(None, 0)


def _shapes(found: Facts) -> list[tuple[str, str, list[dict[str, str]]]]:
    """Return what each node shape is about and asks: its name, its targets, and its messages by language."""
    listed = []
    for iri, said in found.items():
        if "sh:NodeShape" not in names(found, iri, "rdf:type"):
            continue
        targets = [before + name for how, before in _TARGETS for name in names(found, iri, how)]
        properties = [p.value for p in said.get(expand("sh:property"), []) if not isinstance(p, str)]
        messages = [m for s in (iri, *properties) if (m := texts(found[s], "sh:message"))]
        if targets:
            listed.append((shortened(iri).removeprefix(_SHAPES), ", ".join(targets), messages))
    return listed


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page to the file that `-o` names, or to standard output."""
    parser = argparse.ArgumentParser(prog="python -m dragoman.ontology.page", description=main.__doc__)
    parser.add_argument("-o", "--output", type=Path, help="the file to write; without it, standard output")
    output: Path | None = parser.parse_args(arguments).output
    content = page().encode("utf-8")
    if output is None:
        sys.stdout.buffer.write(content)
        return
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_bytes(content)
        os.replace(part, output)
    except OSError as error:
        part.unlink(missing_ok=True)
        parser.exit(3, f"{output} cannot be written ({error.strerror}); choose a folder that exists and is yours.\n")


if __name__ == "__main__":
    main()
