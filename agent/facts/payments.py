"""A payment on the books: what was claimed, what became of it, and the codes of what did not agree."""

from dataclasses import dataclass
from datetime import date, datetime
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


class Rule(StrEnum):
    """The rule that a payment's status was decided by; the names are stable, their words are in rules/explain."""

    NAMED_ITEMS = "named_items"  # the items that the document names
    ONE_OPEN_ITEM = "one_open_item"  # none named: one open item makes the sum, and nothing else does
    WHOLE_BALANCE = "whole_balance"
    NAMED_GROUP = "named_group"  # all of a group that the text names: a month's items, all that is due
    NO_SINGLE_READING = "no_single_reading"  # none named, and none or several readings fit
    OTHER_CURRENCY = "other_currency"
    ADVISED = "advised"  # told, and applied when its day or the bank's entry comes
    BANK_BY_REFERENCE = "bank_by_reference"  # the bank's entry has the reference of an advice
    BANK_BY_ITEMS = "bank_by_items"
    BANK_BY_DATE = "bank_by_date"  # the payer's only advice of this amount in the days before
    BANK_TIE = "bank_tie"  # the bank's entry may be any of several advices
    TOLD_BEFORE = "told_before"
    ANSWER = "answer"  # says what unapplied money was for
    REPLACEMENT = "replacement"  # takes the place of an earlier advice
    FOR_A_PERSON = "for_a_person"  # the agent may not decide it
    STAFF = "staff"  # a person decided


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
    deduction_code: str | None = None  # of a deduction: the reason code of rules/matching.toml
    certificate_due: date | None = None  # of tax withheld: when its certificate must be here


class DeductionStatus(StrEnum):
    """What became of a deduction."""

    WAITING = "waiting"  # open on the item until staff decide
    ALLOWED = "allowed"  # written off under its code
    REFUSED = "refused"  # a short payment like any other
    WITHDRAWN = "withdrawn"  # what the payment had settled was taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """What a payment withheld from an item for a stated reason."""

    invoice: str
    amount: Money
    reason: str | None  # as stated
    code: str
    since: datetime
    certificate_due: date | None = None
    status: DeductionStatus = DeductionStatus.WAITING
    decided_at: datetime | None = None
    why: str = ""  # staff's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Refund:
    """Cash that was sent back to the payer; negative where that was taken back."""

    amount: Money
    at: datetime


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
    rule: Rule
    applications: tuple[Application, ...] = ()
    differences: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()  # why this, strongest first
    rejected: tuple[Rejected, ...] = ()
    same_as: str | None = None  # payment_id that it repeats, clears or answers
    clears_too: tuple[str, ...] = ()  # more payments whose money the same bank entry is
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
    is_payer_decided: bool = False  # a person said whose it is
    status: Status = Status.REVIEW
    rule: Rule | None = None  # None: decided before rules had names
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
    deductions: tuple[Deduction, ...] = ()  # one an item
    refunded: Money | None = None  # sent back to the payer, as staff recorded it
    refunds: tuple[Refund, ...] = ()  # what `refunded` is made of
    is_on_account: bool = False  # staff leave what is unapplied on account: nobody is asked about it

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
        """Cash that is neither applied nor refunded: zero for a duplicate or a reversed payment, which bring none."""
        if self.amount is None:
            return None
        if self.status in (Status.DUPLICATE, Status.REVERSED):
            return Money(0, self.amount.currency)
        applied = self.applied
        assert applied is not None
        left = self.amount - applied
        return left - self.refunded if self.refunded else left

    @property
    def waiting_deductions(self) -> tuple[Deduction, ...]:
        """What it withheld and staff have not decided; nothing where it was reversed."""
        if self.status is Status.REVERSED:
            return ()
        return tuple(one for one in self.deductions if one.status is DeductionStatus.WAITING)

    def waits_on(self, invoice: str) -> tuple[Deduction, ...]:
        """The deduction from an item that staff have not decided."""
        return tuple(one for one in self.waiting_deductions if one.invoice == invoice)
