"""A payment on the books: what was claimed, what became of it, and the codes of what did not agree."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from agent.facts.readings import PaymentRead
from agent.money import Money


class Status(StrEnum):
    """Contract section 4."""

    ADVISED = "advised"
    APPLIED = "applied"
    PARTIALLY_APPLIED = "partially_applied"
    UNAPPLIED = "unapplied"
    DUPLICATE = "duplicate"
    REVIEW = "review"
    REVERSED = "reversed"


class Code(StrEnum):
    """What did not agree (contract section 4)."""

    SHORT_PAYMENT = "short_payment"
    OVER_PAYMENT = "over_payment"
    DEDUCTION = "deduction"
    UNKNOWN_INVOICE = "unknown_invoice"
    TOTAL_MISMATCH = "total_mismatch"
    ALREADY_PAID = "already_paid"
    CURRENCY_MISMATCH = "currency_mismatch"
    NO_REMITTANCE_DETAIL = "no_remittance_detail"
    UNREADABLE_ATTACHMENT = "unreadable_attachment"


LIVE: Final = frozenset({Status.ADVISED, Status.APPLIED, Status.PARTIALLY_APPLIED, Status.UNAPPLIED})
"""Payments that stand: told, and neither a repetition, taken back, nor waiting for a person."""


class Origin(StrEnum):
    """Who told of the payment first."""

    ADVICE = "advice"  # the payer's word
    BANK = "bank"  # a bank statement or notice: the money is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """Cash of one payment set against one item; amount + discount + write_off comes off the item's open amount."""

    invoice: str
    amount: Money  # cash; negative for a credit note taken
    discount: Money
    write_off: Money
    reason: str | None  # of the write-off: "rounding", "bank_charges"

    @property
    def taken(self) -> Money:
        """What comes off the item."""
        return self.amount + self.discount + self.write_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that did not agree, with the figures a clerk would name."""

    code: Code
    invoice: str | None = None
    expected: Money | None = None  # what is open, or what the lines sum to
    stated: Money | None = None  # what the payment says
    difference: Money | None = None  # always positive
    reason: str | None = None  # a deduction's stated reason, "late_discount", "bank_charges"
    choices: tuple[tuple[str, ...], ...] = ()  # the sets of items that would fit, where several do


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A reading or match that was not taken, and why."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Whose payment it is; `customer_id` None: nobody, and `reasons` say why."""

    customer_id: str | None
    reasons: tuple[str, ...]  # evidence, strongest first, for a clerk
    is_sender_on_file: bool  # the sender may speak for this customer
    proposed: tuple[str, ...] = ()  # customers that tie or conflict, for staff
    is_by_numbers_alone: bool = False  # neither account, sender nor name bears it out: nothing is written off


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a payment settles: a proposal until it is committed."""

    status: Status
    applications: tuple[Application, ...] = ()
    differences: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()  # why this, strongest first
    rejected: tuple[Rejected, ...] = ()
    same_as: str | None = None  # payment_id that it repeats, clears or answers
    replaces: str | None = None  # payment_id of an earlier advice that this one takes the place of
    proposals: tuple[tuple[str, ...], ...] = ()  # unique sets for staff that are not applied by themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """A payment as the books have it."""

    payment_id: str
    mail_id: str
    message_id: str
    origin: Origin
    customer_id: str | None
    amount: Money | None  # None: the amount or its currency is not known
    claim: PaymentRead
    payer_reasons: tuple[str, ...] = ()
    is_doubted: bool = False  # told by a mail that may not speak for the payer: it holds nothing
    status: Status = Status.REVIEW
    cleared: bool = False
    cleared_on: date | None = None
    returned_on: date | None = None  # the bank took the money back
    replaced_by: str | None = None  # payment_id of the later advice that took its place
    missed_on: date | None = None  # asked about, for no bank has shown it: an advice holds nothing any more
    applications: tuple[Application, ...] = ()
    differences: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    same_as: str | None = None
    proposals: tuple[tuple[str, ...], ...] = ()

    @property
    def codes(self) -> tuple[Code, ...]:
        """What did not agree, each once."""
        return tuple(dict.fromkeys(difference.code for difference in self.differences))

    @property
    def applied(self) -> Money | None:
        """Cash that is set against items."""
        if self.amount is None:
            return None
        applied = Money(0, self.amount.currency)
        for application in self.applications:
            applied += application.amount
        return applied

    @property
    def unapplied(self) -> Money | None:
        """Cash that is not: zero for a duplicate or a reversed payment, which bring none."""
        if self.amount is None:
            return None
        if self.status in (Status.DUPLICATE, Status.REVERSED):
            return Money(0, self.amount.currency)
        applied = self.applied
        assert applied is not None
        return self.amount - applied
