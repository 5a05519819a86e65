"""Events of decisions taken back."""

from dataclasses import dataclass
from datetime import date

from agent.facts.credit import CreditFile
from agent.facts.holds import Hold
from agent.facts.ledger import Customer
from agent.facts.payments import Application
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionUndone:
    """A person took back what an earlier line decided; the correcting events follow in the same commit."""

    undone_seq: int
    kind: str  # of the line taken back
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashUnapplied:
    """Applications of a payment are taken back: its items open again, its cash is unapplied."""

    payment_id: str
    applications: tuple[Application, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearingUndone:
    """The bank's entry was another payment's money."""

    payment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReversalUndone:
    """A reversed payment stands again, unapplied."""

    payment_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerUndone:
    """A payment is again whose it was before a person decided, or nobody's."""

    payment_id: str
    customer_id: str | None = None  # whose it is again


@dataclass(frozen=True, slots=True, kw_only=True)
class MarksRestored:
    """The holds of an item are as they were before a decision that was taken back."""

    invoice: str
    holds: tuple[Hold, ...] | None = None  # None: as lines before there were holds say it, below
    disputed: Money | None = None
    dispute_reason: str | None = None
    promised: Money | None = None
    promised_on: date | None = None
    held_until: date | None = None
    clock_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeUndone:
    """Two customers that were merged are two again; what is the one's again is named, all else stays the other's."""

    customer_id: str  # a customer again
    into: str  # who stood for it
    customer: Customer  # its record
    survivor: Customer  # the other's record, without what came from it
    invoices: tuple[str, ...]
    payment_ids: tuple[str, ...]
    letter_ids: tuple[str, ...]
    mail_ids: tuple[str, ...]
    plan_ids: tuple[str, ...]
    learnt_ids: tuple[str, ...]
    children: tuple[str, ...]
    merged: tuple[str, ...]  # ids of customers that had been merged into it before
    credit: CreditFile | None  # its credit file, as it was
    survivor_credit: CreditFile | None  # the other's, without what came from it


CorrectionEvent = (
    DecisionUndone
    | CashUnapplied
    | ClearingUndone
    | ReversalUndone
    | PayerUndone
    | MarksRestored
    | MergeUndone
)
