"""What a build tells while it works: a bar on a terminal, plain lines elsewhere, or nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import Protocol, TypeVar

T = TypeVar("T")
PAUSE = 10.0  # seconds between two plain lines of one step


class Progress(Protocol):
    """Tells of the steps of a build."""

    def say(self, text: str) -> None:
        """A fact, on a line of its own."""

    def steps(self, label: str, items: Iterable[T], total: int) -> Iterator[T]:
        """The items as they are; tells how many of them are done."""


class Silent:
    """Tells nothing."""

    def say(self, text: str) -> None:
        pass

    def steps(self, label: str, items: Iterable[T], total: int) -> Iterator[T]:  # noqa: ARG002
        return iter(items)


class Lines:
    """Plain lines: for logs, and for programs that read along."""

    def say(self, text: str) -> None:
        print(text, flush=True)

    def steps(self, label: str, items: Iterable[T], total: int) -> Iterator[T]:
        last = time.monotonic()
        for number, item in enumerate(items, 1):
            yield item
            if time.monotonic() - last > PAUSE:
                last = time.monotonic()
                self.say(f"{label}: {number} of {total}")


class Bars:
    """A bar for each step; it goes when the step is done."""

    def say(self, text: str) -> None:
        print(text, flush=True)

    def steps(self, label: str, items: Iterable[T], total: int) -> Iterator[T]:
        from rich.progress import Progress as Rich  # noqa: PLC0415  only where somebody watches

        with ExitStack() as stack:
            bars = stack.enter_context(Rich(transient=True))
            task = bars.add_task(label, total=total)
            for item in items:
                yield item
                bars.advance(task)


def progress(quiet: bool = False) -> Progress:
    """What suits standard output."""
    if quiet:
        return Silent()
    return Bars() if sys.stdout.isatty() else Lines()
