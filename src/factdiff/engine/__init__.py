"""What an engine is: it runs work over chunks of items, in their order, on the processes of one or of many machines.

An engine is a module with ``run(work, chunks, *, alone=False, **options)``. It is an iterator of pairs, in the order of
the chunks: a chunk, and what ``work`` makes of it, or None where the process that had it ended without an answer. It
takes from ``chunks`` no more than it has work for. With ``alone`` it gives out one chunk at a time, and never runs it
in the process that called it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from factdiff import _variants
from factdiff.errors import ConfigError, MissingExtraError, nearest

Item = TypeVar("Item")
Answer = TypeVar("Answer")
#: the ``run`` of an engine
Runner = Callable[..., Iterator[tuple[Sequence[Any], Sequence[Any] | None]]]
#: how many items a chunk has at most, and how much they weigh together, unless it is one item
ITEMS, WEIGHT = 32, 1_000_000
#: how many chunks are given out for each process, so that none waits for the next one
AHEAD = 2
#: how many items are given out before chunks have one item more: few stories are spread over all processes
GROWTH = 16
#: the parameters of ``run`` that are no options
_REQUIRED = ("work", "chunks", "alone")


def run(
    engine: str,
    work: Callable[[Sequence[Item]], Sequence[Answer]],
    items: Iterable[Item],
    *,
    weight: Callable[[Item], int],
    lost: Callable[[Item], Answer],
    options: dict[str, Any],
) -> Iterator[Answer]:
    """An answer for each item, in order, from ``work``, which gets chunks of them.

    ``weight`` is how much an item weighs, in characters. The items of a chunk without an answer are tried again one by
    one, and ``lost`` makes the answer for an item whose process ended again. UnknownNameError where there is no such
    engine, MissingExtraError where its library is not there, ConfigError for an option that it does not have.
    """
    return answered(runner(engine, options), work, chunks_of(items, weight), lost, options)


def answered(
    start: Runner,
    work: Callable[[Sequence[Item]], Sequence[Answer]],
    chunks: Iterator[Sequence[Item]],
    lost: Callable[[Item], Answer],
    options: dict[str, Any],
) -> Iterator[Answer]:
    """An answer for each item of some chunks; arguments as in :func:`run`."""
    for chunk, answers in start(work, chunks, **options):
        if answers is not None:
            yield from answers
            continue
        if len(chunk) == 1:
            yield lost(chunk[0])
            continue
        for (item,), answer in start(work, iter([one] for one in chunk), alone=True, **options):
            yield lost(item) if answer is None else answer[0]


def runner(engine: str, options: Iterable[str]) -> Runner:
    """The ``run`` of an engine; errors as in :func:`run`."""
    try:
        found: Callable[..., Any] = _variants.load("engines", engine).run
    except ModuleNotFoundError as error:
        if engine not in _variants.own("engines"):
            raise
        raise MissingExtraError(f"stories on the engine {engine}", engine) from error
    known = [name for name in inspect.signature(found).parameters if name not in _REQUIRED]
    for name in options:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near!r}?" if near else f"it has {' and '.join(known) or 'none'}"
            raise ConfigError(f"the engine {engine!r} has no option {name!r}: {hint}")
    return found


def chunks_of(items: Iterable[Item], weight: Callable[[Item], int]) -> Iterator[list[Item]]:
    """The items in chunks, small ones first, none heavier than ``WEIGHT`` unless it holds one item alone.

    >>> [len(chunk) for chunk in chunks_of(range(40), lambda item: 1)]
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2]
    """
    chunk: list[Item] = []
    given = heavy = 0
    for item in items:
        own = weight(item)
        if chunk and (len(chunk) >= min(ITEMS, 1 + given // GROWTH) or heavy + own > WEIGHT):
            yield chunk
            given, heavy, chunk = given + len(chunk), 0, []
        chunk.append(item)
        heavy += own
    if chunk:
        yield chunk


def count_option(name: str, value: object) -> int | None:
    """A number of processes as it is given; ConfigError where it is no whole number from one on, and not None."""
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 1):
        return value
    raise ConfigError(f"{name} is {value!r}: give a whole number from 1 on")
