"""Who does the work: this process, several of this machine, or those of a Dask scheduler. The answers are the same.

All are `concurrent.futures` executors. Tasks are handed out a few ahead, so that a corpus is never in memory whole.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from threading import Thread
from typing import TypeVar

from languages.uncollected import collect_seldom

from .errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 4  # tasks under way for each worker


class Workers:
    """Maps functions over tasks; without an executor in this process."""

    def __init__(self, executor: Executor | None, count: int, *, shares_disk: bool = True) -> None:
        """`shares_disk`: what a worker writes into a folder stands there for this process, too."""
        self._executor, self.count, self.shares_disk = executor, count, shares_disk

    def map(self, function: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """`function` of each task, in order; a lone task is done here, sooner than a process begins."""
        waiting = iter(tasks)
        first = list(islice(waiting, 2))
        if self._executor is None or len(first) < 2:
            yield from map(function, chain(first, waiting))
            return
        waiting = chain(first, waiting)
        under_way: deque[Future[R]] = deque(
            self._executor.submit(function, task) for task in islice(waiting, self.count * AHEAD)
        )
        try:
            while under_way:
                done = under_way.popleft().result()
                under_way.extend(self._executor.submit(function, task) for task in islice(waiting, 1))
                yield done
        except BrokenProcessPool:
            raise WorkerError("a process that read pages was ended; try --jobs 1") from None
        finally:
            for future in under_way:
                future.cancel()


@contextmanager
def workers(jobs: int | None = None, scheduler: str | None = None) -> Iterator[Workers]:
    """`jobs` processes (by default one a processor; 1: this one), or the workers of the Dask scheduler at an address.

    Raises:
        WorkerError: Dask is not installed, or nobody answers there.
    """
    if scheduler:
        with _dask(scheduler) as found:
            yield found
        return
    count = jobs or os.cpu_count() or 1
    if count == 1:
        yield Workers(None, 1)
        return
    with ProcessPoolExecutor(count, initializer=_settle) as executor:
        yield Workers(executor, count)


def _settle() -> None:
    """A worker goes when the process that began it is gone."""
    Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    collect_seldom()


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


@contextmanager
def _dask(address: str) -> Iterator[Workers]:
    try:
        from distributed import Client  # noqa: PLC0415  an extra: most corpora need no second machine
    except ImportError:
        raise WorkerError("--scheduler wants Dask: pip install distributed") from None
    try:
        client = Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise WorkerError(f"no Dask scheduler answers at {address} ({type(error).__name__})") from None
    with client:
        count = sum(client.nthreads().values())  # type: ignore[no-untyped-call]
        if not count:
            raise WorkerError(f"the Dask scheduler at {address} has no workers")
        yield Workers(client.get_executor(pure=False), count, shares_disk=False)  # type: ignore[no-untyped-call]


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of `size` items, the last one of what is left."""
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch
