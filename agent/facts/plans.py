"""A plan of instalments: which part of which invoice a customer pays by which day."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from agent.money import Money


class PlanStatus(StrEnum):
    """What became of a plan."""

    OFFERED = "offered"  # in a letter; nothing is held
    AGREED = "agreed"  # each instalment is a promise
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """A part of an invoice, and the last day for it."""

    invoice: str
    amount: Money
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A plan as the books have it."""

    plan_id: str
    customer_id: str
    status: PlanStatus
    instalments: tuple[Instalment, ...]
    why: str
    since: datetime
    mail_id: str | None = None  # of the customer's word that they agree
    ended_why: str | None = None

    @property
    def invoices(self) -> tuple[str, ...]:
        """What it covers."""
        return tuple(dict.fromkeys(one.invoice for one in self.instalments))
