"""Events of what customers and staff say of items: disputes, promises, holds, statements."""

from dataclasses import dataclass
from datetime import date

from agent.facts.statements import BalanceLine
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHeld:
    """A person stopped dunning of an item until a day has passed."""

    invoice: str
    until: date
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRecorded:
    """A customer objects to an item, or to a part of it."""

    invoice: str
    amount: Money  # what is disputed
    reason: str | None
    mail_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecorded:
    """A customer gave their word to pay an item by a day."""

    invoice: str
    amount: Money
    promised_on: date
    mail_id: str | None
    replaces: tuple[int, ...] | None = None  # lines of the promises that it takes the place of; None: of all
    moves: tuple[int, ...] = ()  # of these, promises whose day had not come


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRequested:
    """A customer asked for a statement of account."""

    customer_id: str
    as_of: date
    mail_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceConfirmed:
    """A customer agreed to a balance, or denied it: evidence, nothing is booked."""

    customer_id: str
    as_of: date | None
    mail_id: str
    agreed: bool | None = None  # None: not said clearly, or recorded before this was kept
    letter_id: str | None = None  # of the statement that it answers, where that is known
    lines: tuple[BalanceLine, ...] = ()  # the documents that differ
    amount: Money | None = None  # the balance by their books


ClaimEvent = ItemHeld | DisputeRecorded | PromiseRecorded | StatementRequested | BalanceConfirmed
