"""Events of what people decide of deductions and unapplied cash."""

from dataclasses import dataclass

from agent.facts.payments import Application
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionAllowed:
    """A person accepted what a payment withheld: applications without cash write it off under its reason code."""

    payment_id: str
    applications: tuple[Application, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionRefused:
    """A person did not accept what a payment withheld from an item: the rest is a short payment."""

    payment_id: str
    invoice: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashRefunded:
    """A person sent unapplied cash back to the payer; this records it, and moves no money."""

    payment_id: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CashLeftOnAccount:
    """A person leaves a payment's unapplied cash on account; nobody is asked about it any more."""

    payment_id: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeductionReopened:
    """A decision on a deduction is taken back: it waits again, and what was written off is open again."""

    payment_id: str
    invoice: str
    applications: tuple[Application, ...]  # none where it had been refused


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundUndone:
    """The cash was not sent back after all: it is unapplied again."""

    payment_id: str
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAccountUndone:
    """Cash is not left on account after all: somebody must say what it was for."""

    payment_id: str


ResidualEvent = DeductionAllowed | DeductionRefused | CashRefunded | CashLeftOnAccount
ResidualUndone = DeductionReopened | RefundUndone | OnAccountUndone
