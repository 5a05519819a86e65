"""What the reader needs from outside: a part of a mail turned into a document."""

from collections.abc import Sequence
from typing import Protocol

from agent.facts.documents import Document, PagePicture, Unread
from agent.facts.mail import Part


class DocumentReader(Protocol):
    """Turns parts into documents; what cannot be read is an `Unread`, never an exception."""

    def read(self, part: Part, *, may_recognise: bool = True) -> Document | Unread | None:
        """The rows of a part; None where nothing in it is for reading: a signature, a card, a logo.

        A hostile part costs its time limit and nothing else: the next one reads. Pictures cost most: without
        `may_recognise` they are left unread.
        """

    def pictures(self, part: Part, pages: Sequence[int]) -> tuple[PagePicture, ...]:
        """Pictures of these pages of a PDF, as far as they can be drawn; none of another format."""

    def close(self) -> None:
        """Ends what it works with."""
