"""Tasks handed out to a `concurrent.futures` executor, or done here. The answers are the same.

They are handed out a few ahead, so that a corpus is never in memory whole; small ones at once, where this process has
something else to do meanwhile.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar

from .errors import WorkerError
from .processes import processes

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 4  # tasks under way for each worker


class Workers:
    """Maps functions over tasks; without an executor in this process."""

    def __init__(
        self, executor: Executor | None, count: int, *, shares_disk: bool = True, others: Workers | None = None
    ) -> None:
        """`shares_disk`: what a worker writes into a folder stands there for this process, too.

        `others` are to begin with these.
        """
        self._executor, self.count, self.shares_disk, self._others = executor, count, shares_disk, others
        self._has_begun = False

    @contextmanager
    def readers(self) -> Iterator[Workers]:
        """Workers for what fills their memory; they go when it is done, and these here do what is left.

        Processes share, and are counted, what the one that began them holds: these begin with the readers, while that
        is little. Where readers had nothing to do, what is left is little, too, and is done here.
        """
        if not isinstance(self._executor, ProcessPoolExecutor):
            yield self
            return
        executor = processes(self.count)
        readers = Workers(executor, self.count, others=self)
        try:
            yield readers
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
        if not readers._has_begun:
            self._executor = None

    def map(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """`function` of each task, in order; a lone task is done here, sooner than a process begins."""
        waiting = iter(tasks)
        first = list(islice(waiting, 2))
        if self._executor is None or len(first) < 2:
            yield from map(function, chain(first, waiting))
            return
        waiting = chain(first, waiting)
        under_way = self._handed(function, islice(waiting, self.count * AHEAD))
        yield from self._done(under_way, (self._handed(function, [task]) for task in waiting))

    def begun(self, function: Callable[[T], R], tasks: Sequence[T]) -> Iterator[R]:
        """The same of small tasks, which are handed out at once; this process may do something else meanwhile."""
        if self._executor is None or len(tasks) < 2:
            return map(function, tasks)
        return self._done(self._handed(function, tasks), ())

    def _handed(self, function: Callable[[T], R], tasks: Iterable[T]) -> deque[Future[R]]:
        with _told():
            self.begin()
            return deque(self._executor.submit(function, task) for task in tasks) if self._executor else deque()

    def _done(self, under_way: deque[Future[R]], following: Iterable[deque[Future[R]]]) -> Iterator[R]:
        """The answers in order; one of `following` is handed out for each."""
        more = iter(following)
        try:
            while under_way:
                with _told():
                    done = under_way.popleft().result()
                under_way.extend(next(more, ()))
                yield done
        finally:
            for future in under_way:
                future.cancel()

    def go(self) -> None:
        """End the processes of this machine: this one does what is left."""
        if isinstance(self._executor, ProcessPoolExecutor):
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def begin(self) -> None:
        """Begin the processes, which else begin with the first tasks."""
        if not self._has_begun and isinstance(self._executor, ProcessPoolExecutor):
            self._has_begun = True
            self._executor.submit(os.getpid)
            if self._others:
                self._others.begin()


@contextmanager
def _told() -> Iterator[None]:
    """A process that is gone is told in a sentence."""
    try:
        yield
    except BrokenProcessPool:
        raise WorkerError("a process that helped was ended; try --jobs 1") from None


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` items, the last one of what is left."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch
