"""The processes of this machine, which are started anew where one of them is killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from threading import Thread
from typing import Any

from attrs import define

from factdiff.engine import AHEAD, count_option
from factdiff.errors import ConfigError

Chunk = Sequence[Any]
Work = Callable[[Chunk], Sequence[Any]]
#: how often a chunk is given out before it is told as lost
ATTEMPTS = 3


def run(
    work: Work, chunks: Iterator[Chunk], *, workers: int | None = None, alone: bool = False
) -> Iterator[tuple[Chunk, Sequence[Any] | None]]:
    """Each chunk with what ``work`` makes of it, in order.

    ``workers`` is how many processes there are, by default one for each processor; with one alone, the work is done in
    the process that called. Processes are spawned, so a script that calls has to do so below
    ``if __name__ == "__main__":``.
    """
    number = 1 if alone else count_option("workers", workers) or processors()
    if number == 1 and not alone:
        yield from ((chunk, work(chunk)) for chunk in chunks)
        return
    pool = Pool(work, number)
    tasks: deque[Task] = deque()
    try:
        while True:
            while len(tasks) < (1 if alone else AHEAD * number) and (chunk := next(chunks, None)) is not None:
                tasks.append(Task(chunk, pool.submit(chunk)))
            if not tasks:
                return
            try:
                answers = tasks[0].future.result()
            except BrokenProcessPool:
                pool.restart()
                if tasks[0].attempts < ATTEMPTS:
                    repeat(pool, tasks)
                    continue
                answers = None
            yield tasks.popleft().chunk, answers
    finally:
        pool.stop()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@define
class Task:
    """A chunk that was given out, and how often."""

    chunk: Chunk
    future: Future[Sequence[Any]]
    attempts: int = 1


def repeat(pool: Pool, tasks: deque[Task]) -> None:
    """Give out once more the chunks that broke off, of which one broke the processes of all, unless it was often."""
    for task in tasks:
        broken = task.future.done() and isinstance(task.future.exception(), BrokenProcessPool)
        if broken and task.attempts < ATTEMPTS:
            task.future, task.attempts = pool.submit(task.chunk), task.attempts + 1


@define
class Pool:
    """Processes that do some work."""

    work: Work
    number: int
    executor: ProcessPoolExecutor | None = None

    def submit(self, chunk: Chunk) -> Future[Sequence[Any]]:
        """Give out a chunk."""
        self.executor = self.executor or self.started()
        try:
            return self.executor.submit(self.work, chunk)
        except BrokenProcessPool as error:  # which its user sees when it comes to this chunk
            future: Future[Sequence[Any]] = Future()
            future.set_exception(error)
            return future

    def started(self) -> ProcessPoolExecutor:
        """Processes that have begun; ConfigError where they cannot."""
        context = multiprocessing.get_context("spawn")
        executor = ProcessPoolExecutor(self.number, mp_context=context, initializer=settle)
        try:
            executor.submit(os.getpid).result()
        except BrokenProcessPool as error:
            raise ConfigError(
                'no process can be started: call from below an `if __name__ == "__main__":`, from a file that can be '
                "imported, or give workers=1"
            ) from error
        return executor

    def restart(self) -> None:
        """Leave the processes, of which one is gone; the next chunk starts others."""
        self.stop()
        self.executor = None

    def stop(self) -> None:
        """End the processes, after the chunks that they are at."""
        if self.executor is not None:
            self.executor.shutdown(wait=True, cancel_futures=True)


def settle() -> None:
    """Set up a process: an interruption is its parent's business, and it ends where its parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=end_with, args=(parent.sentinel,), daemon=True).start()


def end_with(sentinel: int) -> None:
    """End this process when another one ends."""
    wait([sentinel])
    os._exit(1)
