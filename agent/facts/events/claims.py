"""Events of what customers and staff say of items: disputes, promises, holds, statements."""

from dataclasses import dataclass
from datetime import date

from agent.facts.holds import HoldEnd
from agent.facts.statements import BalanceLine
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemHeld:
    """A person stopped dunning of an item until a day has passed."""

    invoice: str
    until: date
    why: str
    amount: Money | None = None  # None: all that is open
    owners: tuple[str, ...] = ()
    revisit_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRecorded:
    """A customer objects to an item, or to a part of it."""

    invoice: str
    amount: Money  # what is disputed
    reason: str | None
    mail_id: str | None
    is_all: bool = False  # no amount was said: what opens again is disputed too
    about: str | None = None  # its kind, by the words of rules/holds.toml
    owners: tuple[str, ...] = ()  # who looks after it; none: staff
    revisit_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRecorded:
    """A customer gave their word to pay an item by a day."""

    invoice: str
    amount: Money
    promised_on: date
    mail_id: str | None
    replaces: tuple[int, ...] | None = None  # lines of the promises that it takes the place of; None: of all
    moves: tuple[int, ...] = ()  # of these, promises whose day had not come
    plan_id: str | None = None  # of an instalment
    owners: tuple[str, ...] = ()
    revisit_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseKept:
    """The money that was promised came by its day."""

    invoice: str
    promise: int  # the line that recorded it
    amount: Money  # that came for it


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseBroken:
    """The day of a promise passed without all of its money."""

    invoice: str
    promise: int  # the line that recorded it
    promised_on: date
    missing: Money  # that had still not come when it was looked at; nothing: it came late


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeResolved:
    """A person decided on a dispute; a justified one stands until its amount is credited or written off."""

    invoice: str
    dispute: int  # the line that recorded it
    outcome: HoldEnd  # justified, rejected, withdrawn
    is_over: bool
    resolved_on: date
    why: str
    credit: str | None = None  # the credit note that it waits for, or was set against
    amount: Money | None = None  # that was credited or written off


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsTold:
    """Those who look after these holds were told of them or reminded, or the customer of how disputes ended."""

    to: tuple[str, ...]
    holds: tuple[tuple[str, int], ...]  # invoice, and the line that recorded it
    told_on: date


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


ClaimEvent = (
    ItemHeld
    | DisputeRecorded
    | PromiseRecorded
    | PromiseKept
    | PromiseBroken
    | DisputeResolved
    | HoldsTold
    | StatementRequested
    | BalanceConfirmed
)
