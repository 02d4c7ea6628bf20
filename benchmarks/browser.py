"""Opens pages in headless Chromium and measures when they can be used and how smoothly they move."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
# Counts the frames that vis-network draws (it clears its canvas once for each), and notes the first after which the
# page can be used: ours when its script has run, pyvis's when its physics has done its first round.
WATCH = """
{
  const seen = (window.seen = { frames: 0, ready: null });
  const clear = CanvasRenderingContext2D.prototype.clearRect;
  CanvasRenderingContext2D.prototype.clearRect = function (...area) {
    seen.frames += 1;
    return clear.apply(this, area);
  };
  let heard = false;
  let settled = false;
  const look = () => {
    const other = window.network?.body ? window.network : null;
    if (other && !heard) {
      heard = true;
      settled = !other.physics.physicsEnabled || other.physics.stabilized;
      other.once("stabilizationIterationsDone", () => (settled = true));
    }
    if ((globalThis.dragoman?.page || settled) && seen.frames > 0) {
      const frames = seen.frames;
      requestAnimationFrame(() => requestAnimationFrame(() => (seen.ready = performance.now())));
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
"""
# Moves the mouse or its wheel before each frame, as fast as any hand, and returns how many frames are drawn, in all and
# a second.
MOVE = """
async ([selector, how, turns]) => {
  const canvas = document.querySelector(selector);
  const box = canvas.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2 + 40];
  const frame = () => new Promise(requestAnimationFrame);
  const point = (name, dx, dy) =>
    canvas.dispatchEvent(new PointerEvent(name, {
      bubbles: true, cancelable: true, clientX: x + dx, clientY: y + dy, pointerId: 1, pointerType: "mouse",
      isPrimary: true, button: name === "pointermove" ? -1 : 0, buttons: name === "pointerup" ? 0 : 1,
    }));
  if (how === "drag") point("pointerdown", 0, 0);
  await frame();
  const [frames, begun] = [window.seen.frames, performance.now()];
  for (let turn = 1; turn <= turns; turn += 1) {
    if (how === "drag") point("pointermove", 5 * (turn % 50), 3 * (turn % 40));
    else canvas.dispatchEvent(new WheelEvent("wheel", {
      bubbles: true, cancelable: true, clientX: x, clientY: y, deltaY: turn % 24 < 12 ? -40 : 40,
    }));
    await frame();
  }
  const drawn = window.seen.frames - frames;
  const rate = (1000 * drawn) / (performance.now() - begun);
  if (how === "drag") point("pointerup", 0, 0);
  return [drawn, rate];
}
"""
TURNS = 90
"""How many frames are waited for while the picture moves."""


@dataclass(frozen=True)
class Seen:
    """What a page did.

    Attributes:
        ready: seconds from opening to the first usable frame; None where it was not reached in time.
        busy: how many of them kept the page's own thread busy, which other programs do not lengthen.
        dragging: frames drawn a second while the picture is dragged.
        zooming: the same while it is zoomed.
        frame: milliseconds for which the page's thread is busy with a frame, of dragging or zooming whichever is slower.
    """

    ready: float | None
    busy: float | None = None
    dragging: float | None = None
    zooming: float | None = None
    frame: float | None = None


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        yield browser
        browser.close()


def look(browser: Browser, path: Path, canvas: str, patience: float) -> Seen:
    """Open the page at `path` offline, wait until it can be used, and drag and zoom the picture in `canvas`."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True)
    page = context.new_page()
    page.add_init_script(WATCH)
    clock = context.new_cdp_session(page)
    clock.send("Performance.enable", {"timeDomain": "threadTicks"})
    try:
        ready = _ready(page, path, patience)
        if ready is None:
            return Seen(None)
        busy = _busy(clock)
        (dragging, drag), (zooming, zoom) = (_rate(page, clock, canvas, how) for how in ("drag", "zoom"))
        return Seen(ready, busy, dragging, zooming, max(drag, zoom))
    finally:
        context.close()


def _busy(clock: CDPSession) -> float:
    """Return for how many seconds the page's thread has been busy."""
    metrics = {one["name"]: one["value"] for one in clock.send("Performance.getMetrics")["metrics"]}
    return float(metrics["TaskDuration"])


def _ready(page: Page, path: Path, patience: float) -> float | None:
    from playwright.sync_api import Error

    page.set_default_timeout(patience * 1000)
    until = time.perf_counter() + patience
    page.goto(path.as_uri(), wait_until="commit")
    while time.perf_counter() < until:  # the page's policy forbids what would wait inside it
        page.wait_for_timeout(50)
        try:
            milliseconds = page.evaluate("window.seen?.ready ?? null")
        except Error:
            continue  # it is not there yet
        if milliseconds is not None:
            return float(milliseconds) / 1000
    return None


def _rate(page: Page, clock: CDPSession, canvas: str, how: str) -> tuple[float, float]:
    """Return how many frames a second are drawn, and for how many milliseconds each keeps the thread busy."""
    page.wait_for_timeout(300)
    before = _busy(clock)
    frames, rate = page.evaluate(MOVE, [canvas, how, TURNS])
    return rate, 1000 * (_busy(clock) - before) / max(frames, 1)
