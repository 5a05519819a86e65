"""Protocol Blobs: raw messages and letters by the SHA-256 of their bytes."""

from typing import Protocol


class Blobs(Protocol):
    """Written once, never changed."""

    def put(self, content: bytes) -> str:
        """Keep `content`; its SHA-256 in hexadecimal."""
        ...

    def sync(self) -> None:
        """Make all that was put durable; call it before the journal line that tells of it."""
        ...

    def holds(self, sha256: str) -> bool:
        """True where the bytes lie there."""
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes. JournalBroken where they are gone or not what they were."""
        ...
