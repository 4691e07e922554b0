"""The workers of a Dask cluster (extra ``dask``), here or on other machines."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import dask.config
from distributed import CancelledError, Client, KilledWorker, LocalCluster

from factdiff.engine import AHEAD, count_option
from factdiff.errors import ConfigError

Chunk = Sequence[Any]
#: how many seconds a scheduler has to answer
PATIENCE = 30
#: how many of the chunks that it passed on the scheduler of a cluster of its own keeps, to be looked at
LOGGED = 10


def run(
    work: Callable[[Chunk], Sequence[Any]],
    chunks: Iterator[Chunk],
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    alone: bool = False,
) -> Iterator[tuple[Chunk, Sequence[Any] | None]]:
    """Each chunk with what ``work`` makes of it, in order.

    ``scheduler`` is the address of a scheduler, such as ``tcp://10.0.0.1:8786``; without it, a cluster of ``workers``
    processes is started on this machine, and ended. As many chunks are given out as the workers have threads, and once
    more; workers may come and go. A chunk whose worker is gone goes to another one, by Dask's own rules.
    """
    with connected(scheduler, 1 if alone else count_option("workers", workers)) as client:
        tasks: deque[tuple[Chunk, Any]] = deque()
        try:
            while True:
                most = 1 if alone else AHEAD * max(1, sum(client.nthreads().values()))
                while len(tasks) < most and (chunk := next(chunks, None)) is not None:
                    tasks.append((chunk, client.submit(unpacked, pickle.dumps((work, chunk)), pure=False)))
                if not tasks:
                    return
                chunk, future = tasks.popleft()
                yield chunk, answers_of(future)
        except CancelledError as error:
            raise ConfigError(f"the scheduler {client.scheduler_info()['address']} is gone: start it again") from error
        finally:
            client.cancel([future for _, future in tasks])


def unpacked(packed: bytes) -> Sequence[Any]:
    """What is made of a packed chunk, in a worker; the scheduler, which reads what it passes on, sees bytes."""
    work, chunk = pickle.loads(packed)
    found: Sequence[Any] = work(chunk)
    return found


def answers_of(future: Any) -> Sequence[Any] | None:
    """What was made of a chunk; None where the workers that had it were killed."""
    try:
        found: Sequence[Any] = future.result()
    except KilledWorker:
        return None
    return found


@contextmanager
def connected(scheduler: str | None, workers: int | None) -> Iterator[Client]:
    """A client of a scheduler, or of a cluster of its own."""
    if scheduler is None:
        with (
            dask.config.set({"distributed.admin.low-level-log-length": LOGGED}),
            LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            yield client
        return
    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        message = f"no scheduler answers at {scheduler} ({error}): give its address, as tcp://10.0.0.1:8786"
        raise ConfigError(message) from error
    with client:
        yield client
