"""The concordance of one word: how long its lines take, the heap that is seen meanwhile, frames while it scrolls."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import CDPSession, Page

from .browsing import heap_of

SCRIPT = (Path(__file__).resolve().parent / "lines.js").read_text("utf-8")
LONGEST = 15 * 60_000  # ms that the lines of a word may take
ORDERS = ("left1", "right1", "hit")
EVERY = 0.03  # seconds between two looks at the heap
NOTCHES, NOTCH = 60, 120  # turns of the wheel, px of each
AT_REST = 300  # ms after which the page has drawn where the wheel begins
# The promise of the script goes its way while the heap is looked at.
BEGIN = """([script, given]) => {
    window.told = null;
    const failed = (error) => ({ failed: String(error) });
    (0, eval)(script)(given).catch(failed).then((told) => { window.told = told; });
}"""
WATCH_FRAMES = """() => {
    document.getElementById("lines").scrollTop = 0;
    window.frames = [];
    window.longTasks = [];
    const keep = (list) => list.getEntries().forEach(({ duration }) => longTasks.push(duration));
    window.watcher = new PerformanceObserver(keep);
    watcher.observe({ entryTypes: ["longtask"] });
    let last = performance.now();
    const look = (now) => { frames.push(now - last); last = now; if (watcher) requestAnimationFrame(look); };
    requestAnimationFrame(look);
}"""
WATCHED = "() => { watcher.disconnect(); window.watcher = null; return [frames.slice(1), longTasks]; }"


@dataclass(frozen=True)
class Heap:
    """Bytes of JavaScript heap, collected when V8 likes: the most seen, and the most with what hangs on it outside
    (sources of scripts), which `performance.memory` counts, too; and what is held after a collection."""

    peak: int
    outside: int
    held: int


@dataclass(frozen=True)
class Streamed:
    """The lines of `word`. Times in milliseconds: until the first and until all stand, of each of `ORDERS`, of frames
    while scrolling by script and by the wheel, of tasks over 50 ms under the wheel; `saved`: bytes of the table."""

    word: str
    lines: int
    first: float
    ms: float
    sorts: list[float]
    saved: int
    frames: list[float]
    wheel: list[float]
    long_tasks: list[float]
    heap: Heap


def stream(page: Page, word: str) -> Streamed:
    """In a concordance page that was not asked yet."""
    page.set_default_timeout(LONGEST)
    session = page.context.new_cdp_session(page)
    page.evaluate(BEGIN, [SCRIPT, {"word": word, "most": LONGEST, "orders": ORDERS}])
    used, all_of_it, told = 0, 0, None
    while told is None:
        one, other = _usage(session)
        used, all_of_it = max(used, one), max(all_of_it, other)
        time.sleep(EVERY)
        told = page.evaluate("window.told")
    if "failed" in told:
        raise RuntimeError(told["failed"])
    wheel, long_tasks = _wheeled(page)
    return Streamed(word, **told, wheel=wheel, long_tasks=long_tasks, heap=Heap(used, all_of_it, heap_of(page)))


def _usage(session: CDPSession) -> tuple[int, int]:
    usage: dict[str, Any] = session.send("Runtime.getHeapUsage")
    return int(usage["usedSize"]), int(usage["usedSize"] + usage.get("backingStorageSize", 0))


def _wheeled(page: Page) -> tuple[list[float], list[float]]:
    """Frames and long tasks (ms) while a wheel is turned over the lines."""
    page.locator("#lines").scroll_into_view_if_needed()
    page.locator("#lines").hover(position={"x": 100, "y": 100})
    page.evaluate(WATCH_FRAMES)
    page.wait_for_timeout(AT_REST)
    for _ in range(NOTCHES):
        page.mouse.wheel(0, NOTCH)
    page.wait_for_timeout(AT_REST)
    frames, long_tasks = page.evaluate(WATCHED)
    return frames, long_tasks
