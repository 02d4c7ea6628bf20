"""Types the commands of README's session into a terminal and shows what it answers."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_PROGRESS = re.compile(r"[^\n]*\r\x1b\[K")


def readme() -> str:
    """Return README with its session as it goes today; the commands are README's own."""
    text = README.read_text(encoding="utf-8")
    told = _BLOCK.search(text)
    assert told is not None, "README shows no session"
    commands = [line.removeprefix("$ ") for line in told[0].splitlines() if line.startswith("$ ")]
    with tempfile.TemporaryDirectory() as folder:
        session = "".join(f"$ {command}\n{_typed(command, folder)}" for command in commands)
    return text[: told.start()] + session + text[told.end() :]


def _typed(command: str, folder: str) -> str:
    """Return what a terminal of 100 columns shows when `command` is typed there."""
    told = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "TERM": "xterm"}
    told["PATH"] = f"{Path(sys.executable).parent}:{told['PATH']}"
    told.pop("DRAGOMAN_STORE", None)
    terminal, keyboard = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=told, stdin=keyboard, stdout=keyboard, stderr=keyboard
    )
    os.close(keyboard)
    shown = b""
    while piece := _read(terminal):
        shown += piece
    os.close(terminal)
    words = shown.decode().replace("\r\n", "\n")
    if process.wait():
        raise SystemExit(f"README's {command} failed: {words}")
    return _PROGRESS.sub("", words)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # how Linux says that a terminal is closed
        return b""
