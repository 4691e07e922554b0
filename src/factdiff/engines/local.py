"""The processes of this machine; one that is killed has another in its place, and its chunk is done again."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from multiprocessing.connection import Connection
from typing import Any

from attrs import define, field

from factdiff.engine import AHEAD, count_option
from factdiff.errors import ConfigError

Chunk = Sequence[Any]
Work = Callable[[Chunk], Sequence[Any]]
#: how processes are started: never as copies of the calling one, which may have threads
START = "forkserver" if sys.platform == "linux" else "spawn"
#: how often a chunk is given out until it is told as lost
ATTEMPTS = 2


def run(
    work: Work, chunks: Iterator[Chunk], *, workers: int | None = None, alone: bool = False
) -> Iterator[tuple[Chunk, Sequence[Any] | None]]:
    """Each chunk with what ``work`` makes of it, in order.

    ``workers`` is how many processes there are, by default one for each processor; with one alone, the work is done in
    the process that called. Processes begin anew, so a script that calls has to do so below
    ``if __name__ == "__main__":``.
    """
    number = 1 if alone else count_option("workers", workers) or processors()
    if number == 1 and not alone:
        yield from ((chunk, work(chunk)) for chunk in chunks)
        return
    most = 1 if alone else AHEAD * number
    tasks: deque[tuple[Chunk, Future[Sequence[Any] | None]]] = deque()
    with closing(Processes(work, 1 if alone else ATTEMPTS)) as processes, ThreadPoolExecutor(number) as threads:
        try:
            while True:
                while len(tasks) < most and (chunk := next(chunks, None)) is not None:
                    tasks.append((chunk, threads.submit(processes.answers, chunk)))
                if not tasks:
                    return
                chunk, future = tasks.popleft()
                yield chunk, future.result()
        finally:
            for _, future in tasks:
                future.cancel()


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@define
class Processes:
    """Processes that do some work, each for one thread at a time; they are started when they are needed."""

    work: Work
    attempts: int
    idle: deque[Worker] = field(factory=deque)

    def answers(self, chunk: Chunk) -> Sequence[Any] | None:
        """What is made of a chunk; None where each process that had it ended over it."""
        for _ in range(self.attempts):
            worker = self._idle_or_new()
            try:
                found = worker.ask(chunk)
            except (EOFError, OSError):
                worker.end()
            else:
                self.idle.append(worker)
                return found
        return None

    def _idle_or_new(self) -> Worker:
        """A process that has nothing to do."""
        try:
            return self.idle.pop()
        except IndexError:
            return Worker.started(self.work)

    def close(self) -> None:
        """End all processes."""
        while self.idle:
            self.idle.pop().end()


@define
class Worker:
    """A process, and the connection to it."""

    process: multiprocessing.process.BaseProcess
    connection: Connection

    @classmethod
    def started(cls, work: Work) -> Worker:
        """A process that is ready; ConfigError where none can be started."""
        context: Any = multiprocessing.get_context(START)
        context.set_forkserver_preload([type(work).__module__])
        own, other = context.Pipe()
        process = context.Process(target=serve, args=(other, work), daemon=True)
        process.start()
        other.close()
        try:
            own.recv()
        except EOFError as error:
            raise ConfigError(
                'no process can be started: call from below an `if __name__ == "__main__":`, from a file that can be '
                "imported, or give workers=1"
            ) from error
        return cls(process, own)

    def ask(self, chunk: Chunk) -> Sequence[Any]:
        """What the process makes of a chunk; EOFError or OSError where it ends before that."""
        self.connection.send(chunk)
        found: Sequence[Any] = self.connection.recv()
        return found

    def end(self) -> None:
        """Leave the process, which ends when nobody asks it."""
        self.connection.close()
        self.process.join()


def serve(connection: Connection, work: Work) -> None:
    """Do some work on each chunk that comes, until none can come any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interruption is its parent's business
    connection.send(None)
    while True:
        try:
            connection.send(work(connection.recv()))
        except (EOFError, OSError):
            return
