"""A letter: what is to be said (Draft), and what was written and became of it (Letter)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from agent.facts.interest import NO_CHARGES, Charges, Quoted
from agent.facts.letterhead import Role
from agent.facts.payments import Application, Code, Difference
from agent.facts.statements import BalanceLine
from agent.money import Money

if TYPE_CHECKING:
    from agent.facts.commands import Answered
    from agent.facts.digest import Digest, SalesDigest

LOOP_HEADER: Final = "X-Remitd"  # on every letter of ours; a mail that carries it is our own come back


class LetterKind(StrEnum):
    """Contract section 5."""

    CONFIRMATION = "confirmation"
    DISCREPANCY_QUERY = "discrepancy_query"
    REMINDER = "reminder"
    DUNNING = "dunning"
    FINAL_NOTICE = "final_notice"
    STATEMENT = "statement"
    DISPUTE_ACKNOWLEDGEMENT = "dispute_acknowledgement"
    DISPUTE_RESOLVED = "dispute_resolved"
    PROMISE_ACKNOWLEDGEMENT = "promise_acknowledgement"
    PLAN_OFFER = "plan_offer"
    STATEMENT_REPLY = "statement_reply"
    REVIEW_REQUEST = "review_request"
    DIGEST = "digest"


SCHEDULED: Final = (LetterKind.REMINDER, LetterKind.DUNNING, LetterKind.FINAL_NOTICE)
CYCLED: Final = (
    *SCHEDULED,
    LetterKind.STATEMENT,
)  # that a day brings without anybody asking: these can be stopped


class Autonomy(StrEnum):
    """What happens to a letter of a kind when it is written."""

    OBSERVE = "observe"  # composed, never sent
    APPROVE = "approve"  # held until a person approves
    AUTO = "auto"  # queued


class LetterStatus(StrEnum):
    """Contract section 5."""

    HELD = "held"
    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    OBSERVED = "observed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliedRow:
    """An item that a payment settled, wholly or in part."""

    application: Application
    billed: Money
    open_after: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRow:
    """A payment as a letter tells of it."""

    amount: Money | None
    paid_on: date | None
    reference: str | None
    method: str | None
    applied: tuple[AppliedRow, ...]
    unapplied: Money | None
    differences: tuple[Difference, ...]
    cleared: bool = False  # the bank shows it: only then a letter says "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRow:
    """An open item as a letter lists it."""

    invoice: str
    issued_on: date
    due_on: date
    billed: Money
    open: Money
    days_overdue: int
    note: str | None = None  # "disputed", "promised", "credit_note"
    promised_on: date | None = None


class Tone(StrEnum):
    """How a letter that asks for money begins, by what the customer's payments show."""

    PLAIN = "plain"  # nothing is known that counts
    FIRST = "first"  # late for the first time
    GOOD = "good"  # has long paid on time
    REPEAT = "repeat"  # has often paid late
    BROKEN_PROMISE = "broken_promise"  # a day that they named has passed


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLetter:
    """A letter that asked for some of the same items before."""

    kind: LetterKind
    level: int
    sent_on: date
    invoices: tuple[str, ...]  # those of the new letter's


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A dispute or promise that is acknowledged."""

    invoice: str
    amount: Money | None  # None: all of it
    reason: str | None = None
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that goes out with a letter."""

    name: str
    content_type: str  # application/pdf
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a letter is to say, to whom, in answer to what; the same draft always gives the same bytes."""

    letter_id: str
    kind: LetterKind
    language: str
    customer_id: str | None
    customer_name: str | None
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    written_on: date
    written_at: datetime  # aware, for the Date header
    in_reply_to: tuple[str, ...] = ()  # Message-IDs of the thread, the newest (answered) first
    reply_subject: str | None = None  # subject of the message that is answered
    is_automatic: bool = True  # False where a person approved it: no Auto-Submitted
    codes: tuple[Code, ...] = ()
    level: int = 0  # of a dunning letter: 1, 2; final notice 3
    template: str | None = None  # the name of its template; None: its kind's
    sign: Role | None = None  # None: by its level
    payments: tuple[PaymentRow, ...] = ()
    open_items: tuple[OpenRow, ...] = ()  # statement: all open; dunning: what is overdue; confirmation: none
    claims: tuple[ClaimRow, ...] = ()
    kept: tuple[ClaimRow, ...] = ()  # confirmation: promises that the payment kept
    outcome: str = ""  # of disputes: justified, rejected, withdrawn
    broken: tuple[ClaimRow, ...] = ()  # dunning: promises that were not kept, and what they lack
    unseen: tuple[
        PaymentRow, ...
    ] = ()  # dunning: payments told of for these items that the bank never showed
    totals: tuple[Money, ...] = ()  # of open_items, one a currency
    unapplied: tuple[Money, ...] = ()  # cash of the customer that waits, one a currency (statement, dunning)
    as_of: date | None = None  # the day that a statement shows
    attachments: tuple[Attachment, ...] = ()
    balance_lines: tuple[BalanceLine, ...] = ()  # of a query about a statement: the documents that differ
    review_reasons: tuple[str, ...] = ()  # to staff: why a person must look
    review_of: str | None = None  # to staff: sender, subject and date of the message, one line
    mail_id: str | None = None
    earlier: tuple[EarlierLetter, ...] = ()  # of a scheduled letter, oldest first
    tone: Tone = Tone.PLAIN
    charges: Charges = NO_CHARGES  # apart from the totals
    agreed_on: date | None = (
        None  # of a dunning letter: since when the contract's words on late payment count
    )
    clause: str = ""  # these words
    quoted: tuple[Quoted, ...] = ()  # the totals in another currency, where letters say it too
    asked_on: date | None = None  # of a query that is asked once more: when it was first asked
    digest: "Digest | None" = None
    sales: "SalesDigest | None" = None
    answers: "tuple[Answered, ...]" = ()  # to a colleague: what became of each command

    @property
    def signed_by(self) -> Role:
        """Who signs it."""
        return self.sign or Role.of_level(self.level)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as the books have it; its bytes lie in the blobs under `sha256`."""

    letter_id: str
    kind: LetterKind
    mail_id: str | None  # the message that it answers
    customer_id: str | None
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    language: str
    invoices: tuple[str, ...]
    payment_ids: tuple[str, ...]
    level: int
    codes: tuple[Code, ...]
    status: LetterStatus
    created_at: datetime
    message_id: str
    in_reply_to: str | None
    sha256: str
    item_levels: tuple[
        tuple[str, int], ...
    ] = ()  # of a scheduled letter: the dunning level each item has once it is sent
    asked: tuple[tuple[str, Money], ...] = ()  # of a scheduled letter: what it asks for, by invoice
    figures: tuple[tuple[str, Money], ...] = ()  # of a digest: what it told was open and overdue
    sent_at: datetime | None = None
    attempts: int = 0
    next_attempt_at: datetime | None = None
    not_before: datetime | None = None  # until then staff may hold it back; a person's approval ends the wait
    detail: str | None = None  # last answer of the server, or why it was cancelled or failed
    bounced: tuple[str, ...] = ()  # addresses that it came back from
