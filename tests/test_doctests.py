"""Every example in a docstring does what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

PACKAGES = ("dragoman.cli", "dragoman.graph", "dragoman.ontology", "dragoman.queries")


def modules() -> list[str]:
    found = list(PACKAGES)
    for package in PACKAGES:
        path = importlib.import_module(package).__path__
        found += [module.name for module in pkgutil.walk_packages(path, f"{package}.")]
    return sorted(name for name in found if not name.endswith("__main__"))


@pytest.mark.parametrize("name", modules())
def test_the_examples_hold(name: str) -> None:
    module = importlib.import_module(name)
    flags = doctest.ELLIPSIS
    runner = doctest.DocTestRunner(optionflags=flags)
    complaints: list[str] = []
    for test in doctest.DocTestFinder(exclude_empty=True).find(module, name):
        runner.run(test, out=complaints.append)
    assert not runner.failures, "".join(complaints)
