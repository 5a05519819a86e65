"""The loop: round after round until SIGTERM; the message on the desk is finished first. No business words here."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog

from agent.errors import HomeBusy, ServerUnavailable

log = structlog.get_logger()
_LONGEST_WAIT_SECONDS = 900


@contextmanager
def stopping() -> Iterator[Callable[[], bool]]:
    """A test that turns true once SIGTERM or SIGINT came."""
    asked: list[int] = []
    before = {
        number: signal.signal(number, lambda got, _: asked.append(got))
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    try:
        yield lambda: bool(asked)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run(one_round: Callable[[], None], *, poll_seconds: int, should_stop: Callable[[], bool]) -> None:
    """Rounds with a pause between; a server that is away, or a home that is busy, makes the pause longer, up to 15 minutes."""
    wait = poll_seconds
    while not should_stop():
        try:
            one_round()
            wait = poll_seconds
        except (ServerUnavailable, HomeBusy) as error:
            wait = min(wait * 2, _LONGEST_WAIT_SECONDS)
            log.warning("trying_again", error=str(error), next_try_in_seconds=wait)
        _sleep(wait, should_stop)


def _sleep(seconds: int, should_stop: Callable[[], bool]) -> None:
    deadline = time.monotonic() + seconds
    while not should_stop() and time.monotonic() < deadline:
        time.sleep(0.2)
