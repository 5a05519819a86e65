"""A message as it came, and the mail that it holds: who, to whom, own words, quoted words, parts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMessage:
    """One message as it lies in its mailbox."""

    mailbox: str  # name of the source, e.g. "maildir:mail/in" or "imaps://ar@host/INBOX"
    key: str  # identity in it: "UIDVALIDITY:UID" (RFC 3501 2.3.1.1), or a Maildir's unique name before ":"
    size: int  # bytes as the server tells them
    body: bytes  # as sent; empty where size is over the limit, or where the server would not give all of it
    fault: str = ""  # why the body is empty though the message isn't, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """How far a mailbox has been read: all keys up to `last_uid` under `uidvalidity` (IMAP alone)."""

    uidvalidity: int
    last_uid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A mailbox address; `address` is lower case, "" where the header could not be read safely."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.address.rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a body's text, its spaces kept."""

    text: str
    depth: int = 0  # quote depth: 0 own, 1 quoted, 2 quoted in quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of a body with at least two columns: rows of cell texts, as long as each other."""

    rows: tuple[tuple[str, ...], ...]
    depth: int = 0


Block = Line | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An attachment. `name` is for people to read, never a path."""

    name: str
    content_type: str
    content: bytes
    may_be_logo: bool = False  # a picture among the text, and not larger than logos are: never missed


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondents:
    """Whose mail counts as whose (contract section 1); addresses are lower case."""

    own_address: str  # [company] address
    staff: frozenset[str]  # [company] staff
    bank_senders: frozenset[str]  # [bank] senders
    trusted_authserv: str | None  # whose Authentication-Results count (RFC 8601)


class Sort(StrEnum):
    """Whose mail it is, before anything in it is read."""

    CORRESPONDENT = "correspondent"  # a customer or a stranger: read and matched
    BANK = "bank"  # one of [bank] senders
    STAFF_FORWARD = "staff_forward"  # a colleague forwards what somebody else wrote
    STAFF_DOCUMENT = "staff_document"  # a colleague sends us documents with no words of a customer
    STAFF_COMMAND = "staff_command"  # a colleague's words to the agent
    STAFF_WORDS = "staff_words"  # a colleague's words to others, the agent in Cc
    AUTO_REPLY = "auto_reply"  # RFC 3834: out of office and the like
    BOUNCE = "bounce"  # RFC 3464
    BULK = "bulk"  # list mail, newsletters
    OWN = "own"  # our own letters come back


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What one author says: `own` words, and `quoted` ones that are no statement of theirs."""

    own: tuple[Block, ...]
    quoted: tuple[Block, ...]
    asked: tuple[
        tuple[int, str], ...
    ] = ()  # at which of the own words an answer begins, and what it stands under


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message taken apart. Of a forward, `author`, `body` and `parts` are the original sender's."""

    message_id: str  # as in the header with its <>; "" where there is none
    sender: Address  # the From of the message itself
    author: Address  # who says it: the original sender of a forward, else the sender
    is_forward: bool
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    sent_at: datetime | None  # the Date header, in its own zone; of a forward the message's own Date
    received_at: datetime | None  # date of the topmost Received header
    in_reply_to: tuple[str, ...]  # In-Reply-To and References, newest first
    sort: Sort
    answerable: bool  # False: nothing automatic may go back to the sender (RFC 3834 section 2)
    authenticated: bool  # by our own server's Authentication-Results, or they don't count (contract 1)
    trust_reason: str  # why it is (not) authenticated, for people
    bounced: tuple[str, ...]  # addresses that a bounce says were not reached
    bounced_message_id: str  # of our letter that bounced, "" where not told
    body: Body
    parts: tuple[Part, ...]
    findings: tuple[str, ...]  # faults of the message itself, in words
