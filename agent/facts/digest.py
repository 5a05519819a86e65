"""What a morning's mail to staff says: what happened, what goes out, what waits for a person, and where the journal stands."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from agent.facts.letters import LetterKind, LetterStatus
from agent.money import Money


class Waits(StrEnum):
    """What waits for a person, named by what they must decide."""

    LETTER = "letter"  # to be approved or cancelled
    PAYMENT = "payment"  # whose it is, or what it settles
    UNAPPLIED = "unapplied"  # cash that settles nothing yet
    DEDUCTION = "deduction"  # to be allowed or refused
    QUERY = "query"  # asked twice, not answered
    MISSING = "missing"  # an open item that an import did not have
    MESSAGE = "message"  # a mail that the agent could not handle


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """A letter of the schedule that was written today."""

    letter_id: str
    kind: LetterKind
    level: int
    customer_id: str
    customer: str
    amounts: tuple[Money, ...]  # one a currency
    items: int
    oldest_due_on: date | None
    status: LetterStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One thing that a person must decide, and the command that decides it."""

    what: Waits
    since: datetime
    about: str  # the id of what is to be looked at
    who: str  # the customer, or the sender
    amounts: tuple[Money, ...]
    said: str  # why, in the record's own words; "" where the kind says it all
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """A customer's mail that led to nothing, until staff close it."""

    mail_id: str
    since: datetime
    who: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A dispute or a promise, as it was recorded or came due."""

    invoice: str
    customer: str
    amount: Money
    reason: str | None = None
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """What the journal recorded since the last digest; sums have one amount a currency."""

    messages: int = 0
    sent: tuple[tuple[LetterKind, int], ...] = ()  # to customers
    failed: tuple[str, ...] = ()  # letters that a server refused, or of which nobody knows
    payments: int = 0  # that were applied
    applied: tuple[Money, ...] = ()
    taken_back: tuple[Money, ...] = ()
    disputes: tuple[Told, ...] = ()
    promises: tuple[Told, ...] = ()
    kept: tuple[Told, ...] = ()
    broken: tuple[Told, ...] = ()
    bounced: tuple[str, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """True where nobody needs to be told; mail alone, such as automatic replies, is nothing."""
        told = (self.sent, self.failed, self.applied, self.taken_back, self.disputes, self.promises)
        return not any((*told, self.kept, self.broken, self.bounced))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is owed in a currency, and how that moved since it was told last."""

    name: str  # open, overdue
    now: Money
    moved: Money | None  # None: it was not told before


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All of it; lists are whole, and the letter shows the first of them."""

    today: date
    since: date  # the day of the last digest
    stopped: str = ""  # who stopped letters of the schedule, when and why; "" where nobody did
    veto_until: str = ""  # the hour until which today's letters wait; "" where they do not, or it has passed
    going: tuple[Going, ...] = ()
    waiting: tuple[Waiting, ...] = ()  # the oldest first
    unanswered: tuple[Unanswered, ...] = ()
    happened: Happened = Happened()
    figures: tuple[Figure, ...] = ()
    flags: tuple[str, ...] = ()  # risks
    seq: int = 0  # the journal's last line before this letter, and its hash
    head: str = ""

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to write a letter about."""
        waits = (self.stopped, self.going, self.waiting, self.unanswered, self.flags)
        return self.happened.is_nothing and not any(waits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What customers object to for one cause, priced."""

    about: str  # as rules/holds.toml names it; "" where nobody has said
    items: tuple[Told, ...]
    amounts: tuple[Money, ...]  # one a currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """A customer with something overdue."""

    customer: str
    amounts: tuple[Money, ...]  # overdue, one a currency
    days: int  # of the oldest item


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesDigest:
    """What one who sells is told of their own customers, and of nobody else's."""

    going: tuple[Going, ...] = ()  # of today, and those that wait for approval
    disputes: tuple[Cause, ...] = ()  # the dearest first
    late: tuple[Late, ...] = ()  # the latest first
    promises: tuple[Told, ...] = ()  # by their day

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to write a letter about."""
        return not (self.going or self.disputes or self.late or self.promises)
