"""Takes the picture at the head of README: the page of the built-in article as a browser shows it."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from dragoman.graph import Store, read
from dragoman.graph.loading import example
from dragoman.graph.network import build
from dragoman.graph.view import write_page

PICTURE = Path(__file__).with_name("graph.png")
WIDTH, HEIGHT = 1440, 900
DENSITY = 1.5  # pixels of the picture for one of the page, so that it is sharp on every screen


def main() -> None:
    """Read the article, open its page and keep what is seen."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    if program is None:
        sys.exit("Chromium takes the picture; on Debian and Ubuntu: apt install chromium")
    with tempfile.TemporaryDirectory() as folder, Store.memory() as store:
        for reading in read([example()]):
            store.put(reading)
        path = write_page(build(store), Path(folder) / "graph.html")
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            screen = browser.new_context(
                viewport={"width": WIDTH, "height": HEIGHT},
                device_scale_factor=DENSITY,
                color_scheme="light",
                offline=True,
            )
            page = screen.new_page()
            page.goto(path.as_uri())
            page.wait_for_timeout(500)
            page.screenshot(path=PICTURE)
            browser.close()
    print(f"{PICTURE.name}: {PICTURE.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
