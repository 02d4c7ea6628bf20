"""What is built is what is in the tree, and it works from any folder in an environment that has nothing else of ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FOLDERS = ("cli", "graph", "ontology", "queries")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the tree, so that nothing of an earlier build can slip in."""
    tree = tmp_path_factory.mktemp("tree")
    skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, tree / name, ignore=skipped)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tree)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq"]
    subprocess.run(
        [*pip, "wheel", "--no-deps", "--no-build-isolation", "-w", str(tree / "dist"), str(tree)], check=True
    )
    (found,) = (tree / "dist").glob("*.whl")
    return found


def test_the_wheel_holds_every_file_of_the_four_folders_and_nothing_else(wheel: Path) -> None:
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = {
        f"dragoman/{path.relative_to(ROOT)}"
        for name in FOLDERS
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert held == wanted


def test_the_wheel_brings_its_licence_and_its_notice(wheel: Path) -> None:
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist()}
    assert {"LICENSE", "NOTICE"} <= names


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An environment that has whatever Dragoman depends on, and nothing of Dragoman itself."""
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    for folder in (Path(path) for path in sys.path if path.endswith("site-packages")):
        for found in folder.iterdir():
            # a .pth file might lead back to a tree in which every part is there
            ours = found.name.startswith(("dragoman", "__editable__")) or found.suffix == ".pth"
            if not ours and not (site(home) / found.name).exists():
                (site(home) / found.name).symlink_to(found)
    return home


def site(home: Path) -> Path:
    (found,) = home.glob("lib/python*/site-packages")
    return found


def alone(home: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in an environment, in a folder, with nothing on its path but what is installed there."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [str(home / "bin/python"), *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_installed_wheel_works_from_any_folder(wheel: Path, home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert "No module named 'dragoman'" in alone(home, folder, "-c", "import dragoman.graph").stderr
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq", "install", "--no-deps"]
    subprocess.run([*pip, "--target", str(site(home)), str(wheel)], check=True)

    def dragoman(*arguments: str) -> str:
        done = alone(home, folder, str(site(home) / "bin/dragoman"), *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    dragoman("read", "--example")
    assert "Hammouchi" in dragoman("query", "who-met-whom")
    dragoman("validate")
    dragoman("view")
    dragoman("export", "-o", "graph.ttl")
    dragoman("stats")
    dragoman("show", "Maroc")
    assert dragoman("ontology").startswith("@prefix")
    assert dragoman("ontology", "--shapes").startswith("@prefix")
