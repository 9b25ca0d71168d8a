"""Who does the work: this process, several of this machine, or those of a Dask scheduler. The answers are the same."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from .errors import WorkerError
from .processes import processes
from .workers import Workers


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
    executor = processes(count)
    try:
        yield Workers(executor, count)
    finally:
        executor.shutdown(cancel_futures=True)


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
