"""A browser, and pages to open in it."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.graph.network import build
from dragoman.graph.store import Store
from dragoman.graph.view import write_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browsing() -> ModuleType:
    """The module that opens pages as a person would."""
    name = "browsing"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name("browsing.py"))
        assert spec
        assert spec.loader
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="module")
def browser(browsing: ModuleType) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=shutil.which("chromium"), args=browsing.ARGUMENTS)
        yield launched
        launched.close()


@pytest.fixture
def built_in(builtin_store: Store, tmp_path: Path) -> Path:
    return write_page(build(builtin_store), tmp_path / "graph.html")


@pytest.fixture
def opened(browser: Browser, built_in: Path, browsing: ModuleType) -> Callable[..., AbstractContextManager[Any]]:
    """Opens a page, of the built-in graph if none is given, and sees at the end that it neither asked for nor said anything."""

    @contextmanager
    def opening(path: Path = built_in, link: str = "", **how: Any) -> Iterator[Any]:
        with browsing.opened(browser, path, **how) as visit:
            if link:
                visit.page.goto(f"{path.as_uri()}#{link}")
                visit.page.reload()
            yield visit
            assert visit.said == []
            assert {request.split("#")[0] for request in visit.requests if not request.startswith("blob:")} == {
                path.as_uri()
            }

    return opening


@pytest.fixture
def hostile(hostile_store: Store, tmp_path: Path) -> Path:
    title = "</title><script>window.harmed=9</script>"
    return write_page(build(hostile_store), tmp_path / "hostile.html", title=title)
