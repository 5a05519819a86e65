"""Raw bytes to an opened mail: parsed, its parts read. It needs no books, and may be slow or hostile."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

import structlog

from agent.errors import AgentError
from agent.extract.pages import DocumentReader
from agent.facts.documents import Document, PagePicture, Source, Unread
from agent.facts.mail import Address, Body, Correspondents, Mail, Part, Sort
from agent.facts.readings import StructuredRead
from agent.ids import digest
from agent.inbox.parse import parse
from agent.pipeline.parts import pasted_order, read_parts
from agent.rules.mail import MailRules
from agent.store.blobs import Blobs

log = structlog.get_logger()

# Where somebody outside or a colleague's forward may say something in a part.
_READ: Final = frozenset({Sort.CORRESPONDENT, Sort.BANK, Sort.STAFF_FORWARD, Sort.STAFF_DOCUMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A mail with its parts read; their bytes are not kept."""

    mail: Mail
    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
    structured: tuple[StructuredRead, ...]
    statement_ids: tuple[str, ...]  # SHA-256 of each part that may be a bank's statement, line ends apart
    content_id: (
        str  # SHA-256 of what a person sees of it: a copy that another server stamped anew has the same
    )


@dataclass(frozen=True, slots=True)
class Fault:
    """What remitd itself failed at; for a person."""

    why: str

    @classmethod
    def of(cls, error: Exception) -> "Fault":
        """As staff reads it."""
        return cls(f"a fault of remitd ({type(error).__name__}: {error}); please report it")


class Opener(Protocol):
    """Opens messages whose bytes lie in the blobs."""

    def open_all(self, blob_ids: Iterable[str]) -> Iterator[Opened | Fault | None]:
        """In the order given; None, once, before one that is still being opened elsewhere."""
        ...

    def close(self) -> None:
        """Let go of what it works with."""
        ...


class InlineOpener:
    """Opens one message after the other, when its turn comes."""

    def __init__(
        self, blobs: Blobs, *, correspondents: Correspondents, rules: MailRules, documents: DocumentReader
    ) -> None:
        self._blobs, self._correspondents, self._rules = blobs, correspondents, rules
        self._documents = documents

    def open_all(self, blob_ids: Iterable[str]) -> Iterator[Opened | Fault]:
        """In the order given."""
        return map(self.open_one, blob_ids)

    def open_one(self, blob_id: str) -> Opened | Fault:
        """One message; a fault of ours in it stops no other one."""
        raw = self._blobs.get(blob_id)
        try:
            return self.open_bytes(raw)
        except (AgentError, OSError):
            raise
        except Exception as error:
            log.exception("opening_failed", sha256=blob_id)
            return Fault.of(error)

    def open_bytes(self, raw: bytes) -> Opened:
        """A message that is in no blob."""
        return self.open_mail(self.parse(raw))

    def parse(self, raw: bytes) -> Mail:
        """A message taken apart, its parts not yet read."""
        return parse(raw, correspondents=self._correspondents, rules=self._rules)

    def pictures(self, part: Part, pages: Sequence[int]) -> tuple[PagePicture, ...]:
        """Pictures of a part's pages, for a person who looks where values stand."""
        return self._documents.pictures(part, pages)

    def open_mail(self, mail: Mail) -> Opened:
        """A mail's parts."""
        parts = mail.parts if mail.sort in _READ else ()
        read = list(read_parts(parts, self._documents))
        found = [found for _, found in read]
        if mail.sort in _READ and (pasted := pasted_order(mail.body.own)):
            found.append(pasted)
        return Opened(
            mail=replace(mail, parts=tuple(replace(part, content=b"") for part in mail.parts))
            if mail.parts
            else mail,
            documents=tuple(one for one in found if isinstance(one, Document)),
            unread=tuple(one for one in found if isinstance(one, Unread)),
            structured=tuple(one for one in found if isinstance(one, StructuredRead)),
            statement_ids=tuple(
                digest(part.content.replace(b"\r\n", b"\n").strip())  # as another mail program sends it
                for part, one in read
                if (isinstance(one, StructuredRead) and not one.is_copy) or _may_be_export(one)
            ),
            content_id=_content_id(mail),
        )

    def close(self) -> None:
        """End the reader."""
        self._documents.close()


FILE_MAILBOX: Final = "file:"  # before a file's name, where it came in no mailbox


def file_mail(name: str, content: bytes, sort: Sort) -> Mail:
    """A file that came in no mail, as the only part of one that says nothing else; an operator vouches for it."""
    nobody = Address(name="", address="")
    return Mail(
        message_id="",
        sender=nobody,
        author=nobody,
        is_forward=False,
        to=(),
        cc=(),
        subject="",
        sent_at=None,
        received_at=None,
        in_reply_to=(),
        sort=sort,
        answerable=False,
        authenticated=True,
        trust_reason="a file, no mail",
        bounced=(),
        bounced_message_id="",
        body=Body(own=(), quoted=()),
        parts=(Part(name=name, content_type="application/octet-stream", content=content),),
        findings=(),
    )


def _may_be_export(read: Document | Unread | StructuredRead | None) -> bool:
    return isinstance(read, Document) and read.source in (Source.CSV, Source.SHEET)


def _content_id(mail: Mail) -> str:
    seen = (
        mail.sender.address,
        mail.subject,
        mail.sent_at.isoformat() if mail.sent_at else "",
        repr(mail.body),
        *(f"{part.name} {digest(part.content)}" for part in mail.parts),
    )
    return digest("\n".join(seen).encode("utf-8", "surrogatepass"))
