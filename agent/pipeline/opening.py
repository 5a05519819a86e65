"""Raw bytes to an opened mail: parsed, its parts read. It needs no books, and may be slow or hostile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Protocol

import structlog

from agent.errors import AgentError
from agent.extract.pages import DocumentReader
from agent.extract.structured import read_structured
from agent.extract.structured.mt103 import is_mt103, read_mt103
from agent.facts.documents import Document, Unread
from agent.facts.mail import Block, Correspondents, Line, Mail, Part, Sort
from agent.facts.readings import StructuredRead
from agent.ids import digest
from agent.inbox.parse import parse
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
    statement_ids: tuple[str, ...]  # SHA-256 of each part in a structured format
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
        return self.open_mail(parse(raw, correspondents=self._correspondents, rules=self._rules))

    def open_mail(self, mail: Mail) -> Opened:
        """A mail's parts."""
        parts = mail.parts if mail.sort in _READ else ()
        found = [self._part(part) for part in parts]
        pasted = _pasted(mail.body.own) if mail.sort in _READ else None
        return Opened(
            mail=replace(mail, parts=tuple(replace(part, content=b"") for part in mail.parts)),
            documents=tuple(read for read in found if isinstance(read, Document)),
            unread=tuple(read for read in found if isinstance(read, Unread)),
            structured=tuple(read for read in (*found, pasted) if isinstance(read, StructuredRead)),
            statement_ids=tuple(
                digest(part.content)
                for part, read in zip(parts, found, strict=True)
                if isinstance(read, StructuredRead)
            ),
            content_id=_content_id(mail),
        )

    def _part(self, part: Part) -> Document | Unread | StructuredRead | None:
        return read_structured(part) or self._documents.read(part)

    def close(self) -> None:
        """End the reader."""
        self._documents.close()


def _pasted(own: tuple[Block, ...]) -> StructuredRead | Unread | None:
    """A SWIFT payment order pasted into the mail's own text; lines are those of the body."""
    lines = (
        line
        for block in own
        for line in ([block.text] if isinstance(block, Line) else [""] * len(block.rows))
    )
    text = "\n".join(line.strip() for line in lines).encode()
    return read_mt103(Part(name="body", content_type="text/plain", content=text)) if is_mt103(text) else None


def _content_id(mail: Mail) -> str:
    seen = (
        mail.sender.address,
        mail.subject,
        mail.sent_at.isoformat() if mail.sent_at else "",
        repr(mail.body),
        *(f"{part.name} {digest(part.content)}" for part in mail.parts),
    )
    return digest("\n".join(seen).encode("utf-8", "surrogatepass"))
