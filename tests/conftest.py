"""What every test may ask for: programs that not every machine has, and the articles with their gold."""

from __future__ import annotations

import os
import shutil

import pytest

pytest_plugins = ["fixtures.builtin", "fixtures.hostile", "fixtures.servers", "fixtures.misbehaving"]


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "needs(*programs): programs without which the test cannot run")


def missing(need: str) -> bool:
    if need == "root":
        return os.geteuid() != 0
    return shutil.which(need) is None


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is missing, with the reason, before any fixture starts it; in CI, where nothing may be
    skipped, fail it."""
    marker = item.get_closest_marker("needs")
    lacking = [need for need in (marker.args if marker else ()) if missing(need)]
    if lacking:
        reason = f"needs {', '.join(lacking)}"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}: nothing may be skipped in CI")
        pytest.skip(reason)
