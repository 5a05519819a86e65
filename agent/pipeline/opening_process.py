"""EDGE messages opened in a process of their own, ahead of their turn, so that a backlog uses two cores."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Final

from agent.errors import AgentError
from agent.pipeline.opening import Fault, InlineOpener, Opened

GARBAGE_BEFORE_A_WALK: Final = 20_000  # objects; one mail makes some thousands, and few of them in rings
_AHEAD: Final = 64  # messages on their way; opened mails are small, their parts' bytes are not kept
_WORTH_A_PROCESS: Final = 50  # fewer messages are opened here before a process has started

_opener: InlineOpener | None = None  # in the process of its own


class AheadOpener:
    """An Opener that hands a backlog to a second process; few messages, or all if that process dies, are opened here."""

    def __init__(self, here: InlineOpener, make_there: Callable[[], InlineOpener]) -> None:
        """`make_there` must pickle: it builds the other process's opener."""
        self._here, self._make_there = here, make_there
        self._pool: ProcessPoolExecutor | None = None

    def open_all(self, blob_ids: Iterable[str]) -> Iterator[Opened | Fault | None]:
        """As Opener says; while the second process starts, its work is done here."""
        waiting = deque(blob_ids)
        if len(waiting) < _WORTH_A_PROCESS:
            yield from self._here.open_all(waiting)
            return
        pool = self._started()
        ready = pool.submit(_ready)
        ahead: deque[tuple[str, Future[Opened | Fault]]] = deque()
        while waiting or ahead:
            while waiting and len(ahead) < _AHEAD and self._pool is pool and _is_up(ready):
                blob_id = waiting.popleft()
                ahead.append((blob_id, pool.submit(_open, blob_id)))
            if not ahead:
                yield self._here.open_one(waiting.popleft())
                continue
            if not ahead[0][1].done():
                yield None  # time for what else there is to do
                self._lend_a_hand(ahead)
            yield self._result(*ahead.popleft())

    def _started(self) -> ProcessPoolExecutor:
        self._pool = self._pool or ProcessPoolExecutor(
            1, mp_context=get_context("spawn"), initializer=_start, initargs=(self._make_there,)
        )
        return self._pool

    def _lend_a_hand(self, ahead: "deque[tuple[str, Future[Opened | Fault]]]") -> None:
        """Open the last of what waits here, as long as the first is not ready."""
        for at in reversed(range(1, len(ahead))):
            blob_id, theirs = ahead[at]
            if ahead[0][1].done():
                return
            if theirs.cancel():
                ahead[at] = (blob_id, self._opened_here(blob_id))

    def _opened_here(self, blob_id: str) -> "Future[Opened | Fault]":
        ours: Future[Opened | Fault] = Future()
        try:
            ours.set_result(self._here.open_one(blob_id))
        except (AgentError, OSError) as error:  # told when its turn comes, as the other process's are
            ours.set_exception(error)
        return ours

    def _result(self, blob_id: str, future: "Future[Opened | Fault]") -> Opened | Fault:
        try:
            return future.result()
        except BrokenProcessPool:
            self._pool = None
            return self._here.open_one(blob_id)

    def close(self) -> None:
        """End the second process and the readers."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None
        self._here.close()


def _is_up(ready: "Future[bool]") -> bool:
    return ready.done() and ready.exception() is None


def _start(make: Callable[[], InlineOpener]) -> None:
    global _opener
    _opener = make()
    gc.collect()
    gc.freeze()  # what was loaded lives as long as the process
    gc.set_threshold(GARBAGE_BEFORE_A_WALK)


def _ready() -> bool:
    return _opener is not None


def _open(blob_id: str) -> Opened | Fault:
    assert _opener is not None
    return _opener.open_one(blob_id)
