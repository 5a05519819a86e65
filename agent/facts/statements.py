"""A statement of account: what a customer's balance was, what moved it, and what it is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from agent.money import Money


class Movement(StrEnum):
    """What moved a balance; the names are keys of words.toml."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    SETTLED_BEFORE = "settled_before"  # a part that was settled before the item came to these books
    PAYMENT = "payment"
    PAID_FOR_YOU = "paid_for_you"  # an item of this customer that another's payment settled
    PAID_FOR_OTHERS = "paid_for_others"  # cash of this customer that settled another's item
    DISCOUNT = "discount"
    WRITE_OFF = "write_off"
    DEDUCTION = "deduction"  # withheld by the customer, and allowed
    RETURNED = "returned"  # the bank took the money back
    REFUND = "refund"


INVOICED: Final = (Movement.INVOICE,)
RECEIVED: Final = (
    Movement.SETTLED_BEFORE, Movement.PAYMENT, Movement.PAID_FOR_YOU, Movement.PAID_FOR_OTHERS,
    Movement.RETURNED, Movement.REFUND,
)  # fmt: skip
CREDITED: Final = (Movement.CREDIT_NOTE, Movement.DISCOUNT, Movement.WRITE_OFF, Movement.DEDUCTION)


class Flag(StrEnum):
    """What a reader should know of a line; the names are keys of words.toml."""

    DISPUTED = "disputed"
    PROMISED = "promised"
    UNAPPLIED = "unapplied"  # cash that is not set against items yet
    NOT_AT_BANK = "not_at_bank"  # booked as the customer told us, not seen at the bank yet


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One movement of the period; `amount` is positive where the customer owes more after it."""

    on: date
    movement: Movement
    number: str  # our document's number, or the payment's reference
    amount: Money
    balance: Money  # after it
    po_no: str | None = None
    due_on: date | None = None
    days_overdue: int = 0  # of what is still open of the document on the statement's last day
    flag: Flag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementItem:
    """A document that is open on the statement's last day."""

    invoice: str
    issued_on: date
    due_on: date
    billed: Money
    open: Money
    days_overdue: int
    po_no: str | None = None
    flag: Flag | None = None
    promised_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingCash:
    """Cash of the customer that is not set against items on the statement's last day."""

    payment_id: str
    paid_on: date
    reference: str
    amount: Money
    flag: Flag


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One customer's account in one currency over a period.

    opening + lines = closing = items - cash; opening + invoiced - received - credited = closing; buckets = items.
    """

    customer_id: str
    currency: str
    first_on: date
    last_on: date
    known_at: datetime  # the books' instant: what was recorded later is not in it
    opening: Money
    closing: Money
    lines: tuple[StatementLine, ...]
    items: tuple[StatementItem, ...]
    cash: tuple[WaitingCash, ...]
    invoiced: Money
    received: Money
    credited: Money
    buckets: tuple[Money, ...]  # of the items, in the order of dates.AGING_BUCKETS

    @property
    def unapplied(self) -> Money:
        """The cash that waits."""
        return sum((one.amount for one in self.cash), Money(0, self.currency))

    @property
    def open_total(self) -> Money:
        """What the items come to."""
        return sum((item.open for item in self.items), Money(0, self.currency))

    @property
    def overdue(self) -> Money:
        """What of the items is past its due date."""
        return sum(self.buckets[1:], Money(0, self.currency))

    @property
    def moved(self) -> bool:
        """True where something is open, or something moved in the period."""
        return bool(self.lines or self.items or self.cash)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBalance:
    """What a letter said is owed in one currency."""

    currency: str
    closing: Money
    items: tuple[tuple[str, Money], ...]  # what of each document is open


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceLine:
    """A document that a customer's books have otherwise; None where they don't say."""

    invoice: str
    ours: Money | None  # open by the statement; None: it is not on it
    theirs: Money | None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceAnswer:
    """What a customer answered to a statement."""

    mail_id: str
    at: datetime
    agreed: bool | None  # None: not said clearly
    lines: tuple[BalanceLine, ...] = ()
    amount: Money | None = None  # the balance by their books
    seq: int | None = None  # the line of the journal that recorded it


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement that a letter carried, and what was answered."""

    letter_id: str
    customer_id: str
    first_on: date
    last_on: date
    known_at: datetime
    balances: tuple[StatedBalance, ...]
    answer_on: date | None = None  # by when an answer was asked for; None: none was
    cycle: str | None = None  # the period that it was written for by itself: "monthly 2026-10"
    answer: BalanceAnswer | None = None  # the last one
    again_letter_id: str | None = None  # of the letter that asked once more
    is_with_staff: bool = False
