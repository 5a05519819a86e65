"""Protocol Journal: durable commits of events, and reading on from where one stands."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from agent.facts.events import Event, Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be written as one line."""

    at: datetime
    actor: str
    subject: str
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place between two lines: after line `seq`, whose hash is `head`, `offset` bytes into `segment`."""

    seq: int
    head: str
    segment: str
    offset: int


class Journal(Protocol):
    """Append-only, hash-chained, one writer at a time."""

    @property
    def position(self) -> Position:
        """Where this object stands: after the last line that it handed out or wrote."""
        ...

    def tail(self) -> Iterator[Recorded]:
        """Lines of whole commits that this object has not handed out yet. JournalBroken where the chain breaks."""
        ...

    def since(self, at: datetime) -> Iterator[Recorded]:
        """Lines up to `position` from the beginning of the month of `at` on; each verified by itself."""
        ...

    def rewind(self) -> None:
        """Stand before the first line again."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Own the journal. HomeBusy where another process keeps it for too long."""
        ...

    def append(self, entries: Sequence[Entry]) -> None:
        """Write one commit; durable when it returns. Only while writing, and after all of tail() was read."""
        ...
