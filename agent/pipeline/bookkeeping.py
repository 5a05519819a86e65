"""Events to the journal and the books: one commit at a time, durable before anything follows from it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Protocol

from agent.facts.books import Books
from agent.facts.events import Event, Recorded
from agent.ledger import fold
from agent.store.journal import Entry, Journal, Position

CHECKPOINT_EVERY: Final = 1000  # events
CHECKPOINT_SHARE: Final = (
    10  # and one for so many records: a checkpoint writes them all, an event is folded again
)


class Views(Protocol):
    """Checkpoints of the books."""

    def save(self, books: Books, position: Position) -> None:
        """Write all read models as they stand at `position`."""
        ...


@dataclass(slots=True)
class Commit:
    """An open commit: what is added shows in the books at once, and is durable when the commit ends."""

    books: Books
    at: datetime
    actor: str
    entries: list[Entry] = field(default_factory=list)

    def add(self, subject: str, event: Event) -> None:
        """The next event. AssertionError where it would not conserve money: then nothing is written."""
        entry = Entry(at=self.at, actor=self.actor, subject=subject, event=event)
        recorded = Recorded(
            seq=self.books.seq + 1,
            at=self.at,
            actor=self.actor,
            subject=subject,
            event=event,
            prev="",
            hash="",
        )
        fold.apply(self.books, recorded)
        self.entries.append(entry)

    @contextmanager
    def acting(self, actor: str) -> Iterator[None]:
        """What is added inside is in this actor's name."""
        before, self.actor = self.actor, actor
        try:
            yield
        finally:
            self.actor = before


class Bookkeeper:
    """The books of a home, kept with its journal; other processes may write to the same journal in between."""

    def __init__(self, journal: Journal, views: Views, books: Books) -> None:
        self._journal = journal
        self._views = views
        self._saved_seq = books.seq
        self._is_stale = False
        self._has_written = False
        self.books = books

    def catch_up(self) -> Books:
        """The books with all that any process has committed."""
        if self._is_stale:
            self._start_over()
        for recorded in self._journal.tail():
            fold.apply(self.books, recorded)
        return self.books

    def since(self, at: datetime) -> Iterator[Recorded]:
        """Lines of the journal that the books have, from the beginning of the month of `at` on."""
        return self._journal.since(at)

    def _start_over(self) -> None:
        """A commit failed half-way: what it showed in the books was never written, so they are folded again."""
        self._journal.rewind()
        self.books = fold.empty()
        self._is_stale = False
        self._saved_seq = 0

    @contextmanager
    def commit(self, at: datetime, actor: str) -> Iterator[Commit]:
        """Own the journal, catch up, take events, write them as one. An error inside writes nothing."""
        with self._journal.writing():
            commit = Commit(self.catch_up(), at, actor)
            try:
                yield commit
                self._journal.append(commit.entries)
                self._has_written |= bool(commit.entries)
            except BaseException:
                self._is_stale = True
                raise
            self.books.head = self._journal.position.head
        self.checkpoint(least=CHECKPOINT_EVERY, share=CHECKPOINT_SHARE)

    def checkpoint(self, *, least: int = 1, share: int | None = None, is_reading: bool = False) -> None:
        """Save the read models when so many events came, so that the next start reads only what follows.

        `least` of them, and one for each `share` records that the books hold. Else only who wrote saves them, so that
        commands that read write nothing; `is_reading`: also who has only read, before anything is tried on the books.
        """
        if share:
            least = max(least, self.books.size // share)
        if (
            self.books.seq - self._saved_seq >= least
            and (self._has_written or is_reading)
            and not self._is_stale
        ):
            self._views.save(self.books, self._journal.position)
            self._saved_seq = self.books.seq
