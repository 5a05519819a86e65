"""A journal and blobs that keep nothing on disk: for what is only tried out."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from agent.facts.books import Books
from agent.facts.events import Recorded
from agent.ids import digest
from agent.store.journal import Entry, Position


@dataclass(slots=True)
class NoJournal:
    """A Journal that nobody else writes to and that keeps nothing: the books have all of it."""

    hear: Callable[[Sequence[Entry]], None] = lambda _: None  # told of each commit

    @property
    def position(self) -> Position:
        """Before the first line, always."""
        return Position(seq=0, head="", segment="", offset=0)

    def tail(self) -> Iterator[Recorded]:
        """Nothing comes from elsewhere."""
        return iter(())

    def since(self, at: datetime) -> Iterator[Recorded]:  # noqa: ARG002
        """Nothing is kept."""
        return iter(())

    def rewind(self) -> None:
        """There is nothing to go back to."""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else writes."""
        yield

    def append(self, entries: Sequence[Entry]) -> None:
        """The books have them already."""
        self.hear(entries)


@dataclass(slots=True)
class MemoryBlobs:
    """Blobs in a dictionary."""

    kept: dict[str, bytes] = field(default_factory=dict)

    def put(self, content: bytes) -> str:
        """Keep `content`; its SHA-256 in hexadecimal."""
        sha256 = digest(content)
        self.kept[sha256] = content
        return sha256

    def sync(self) -> None:
        """All is as durable as it gets."""

    def holds(self, sha256: str) -> bool:
        """True where the bytes were put."""
        return sha256 in self.kept

    def get(self, sha256: str) -> bytes:
        """The bytes; none for what was put elsewhere."""
        return self.kept.get(sha256, b"")


class NoViews:
    """No checkpoints."""

    def save(self, books: Books, position: Position) -> None:
        """Nothing is kept."""
