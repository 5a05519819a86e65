"""Where mail comes from: from a mailbox to raw messages, oldest first, each as long as it is not known."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Literal, Protocol

from agent.facts.events import MessageStatus
from agent.facts.mail import Cursor, RawMessage

Mode = Literal["observe", "label", "move"]
"""What a mailbox shows of our work: nothing, a keyword on the message, or the message in another folder."""

SIZE_MAX: Final = 40_000_000
"""Bytes of the largest message that is read; a larger one comes with an empty body."""

BATCH_COUNT: Final = 50
BATCH_BYTES: Final = 8_000_000


class MailSource(Protocol):
    """One mailbox. Reading changes nothing in it, and nothing is ever deleted."""

    @property
    def name(self) -> str:
        """Of the mailbox, as in the journal: "imaps://ar@host:993/INBOX", "maildir:mail/in"."""
        ...

    def fetch(self, cursor: Cursor | None, is_known: Callable[[str], bool]) -> Iterator[RawMessage]:
        """Every message that is there and new, oldest first, read while the caller takes them.

        `cursor` saves listing what was read before (IMAP alone); a message whose key `is_known` is not read.
        A mailbox that was numbered anew starts over with new keys, so a caller also compares contents. Raises
        ServerUnavailable, or AgentError where the operator must do something; what was given before counts.
        """
        ...

    def handled(self, message: RawMessage, *, status: MessageStatus) -> None:
        """Shows in the mailbox that a message was dealt with; nothing happens in `observe`, or if it is gone.

        Raises as `fetch` does.
        """
        ...

    def close(self) -> None:
        """Lets go of the mailbox; raises nothing. `fetch` opens it again."""
        ...


def batches(sizes: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """(UID, bytes) in runs of at most 50 messages and 8 MB; a larger message is a run of its own."""
    batch: list[tuple[int, int]] = []
    total = 0
    for uid, size in sizes:
        if batch and (len(batch) == BATCH_COUNT or total + size > BATCH_BYTES):
            yield batch
            batch, total = [], 0
        batch.append((uid, size))
        total += size
    if batch:
        yield batch
