"""Events of payments and what their cash settles."""

from dataclasses import dataclass
from datetime import date

from agent.facts.payments import Application, Difference, Payment, Rejected, Rule, Status
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRecorded:
    """A payment was told of, by its payer or by the bank, with the evidence it was read from."""

    payment: Payment


@dataclass(frozen=True, slots=True, kw_only=True)
class CashApplied:
    """Cash of a payment was set against items."""

    payment_id: str
    applications: tuple[Application, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDecided:
    """What a payment's status is, and why."""

    payment_id: str
    status: Status
    because: tuple[str, ...]
    differences: tuple[Difference, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    same_as: str | None = None
    proposals: tuple[tuple[str, ...], ...] = ()
    mail_id: str | None = None  # of a later message that this decision came with
    rule: Rule | None = None  # None in journals from before rules had names


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentCleared:
    """The bank shows the money of a payment."""

    payment_id: str
    mail_id: str  # the statement's message
    cleared_on: date | None
    because: tuple[str, ...]
    amount: Money | None = None  # what came, where banks kept a little of an advised payment


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyMissed:
    """No bank entry has shown money that was told of; staff are asked, and an advice holds nothing any more."""

    payment_id: str
    bank_seen_on: date | None  # how far the bank's statements reach
    missed_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CashReversed:
    """A payment is taken back: its applications are undone and its items open again."""

    payment_id: str
    applications: tuple[Application, ...]
    why: str
    returned_on: date | None = None  # the bank's day, where the money went back
    mail_id: str | None = None  # of the statement that shows it
    replaced_by: str | None = None  # payment_id of the later advice that took its place


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerDecided:
    """A person said whose payment it is."""

    payment_id: str
    customer_id: str


CashEvent = (
    PaymentRecorded
    | CashApplied
    | PaymentDecided
    | PaymentCleared
    | MoneyMissed
    | CashReversed
    | PayerDecided
)
