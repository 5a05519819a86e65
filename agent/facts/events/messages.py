"""Events of messages received, and addresses that work or do not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from agent.facts.readings import Kind


class MessageStatus(StrEnum):
    """Contract section 5."""

    HANDLED = "handled"
    SET_ASIDE = "set_aside"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReceived:
    """A message's raw bytes are in the blobs; this line is what "fetched" means."""

    mail_id: str
    mailbox: str
    key: str
    sha256: str
    size: int
    fault: str = ""  # why the bytes could not be had: over the size limit, say; they are in the mailbox alone


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRepeated:
    """The same bytes lie in the mailbox again, or the mailbox was renumbered; nothing follows from it."""

    mail_id: str
    mailbox: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSorted:
    """What a message is and what became of it; its effects are in the same commit."""

    mail_id: str
    message_id: str
    sender: str
    author: str
    subject: str
    received_at: datetime
    kind: Kind
    status: MessageStatus
    language: str
    customer_id: str | None
    content_id: str  # SHA-256 of what a person sees of it, for the same message sent again
    told_id: str = ""  # SHA-256 of what it says, for the same message wrapped anew or with a footer
    statement_ids: tuple[
        str, ...
    ] = ()  # SHA-256 of each bank statement in it, for the same one in another mail
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressBounced:
    """A letter of ours could not be delivered to an address."""

    address: str
    letter_id: str | None
    mail_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRestored:
    """A person says that an address works, although a letter to it came back."""

    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageClosed:
    """A person says that a message needs nothing more."""

    mail_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReopened:
    """A message that was closed waits for a person again."""

    mail_id: str


MessageEvent = (
    MessageReceived
    | MessageRepeated
    | MessageSorted
    | MessageClosed
    | MessageReopened
    | AddressBounced
    | AddressRestored
)
