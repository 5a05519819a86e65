"""What we think of a customer's credit, and what we agreed with it: grades, risks, limits, contract terms. Never told to customers."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from agent.money import Money

NEW: Final = "new"  # the grade of whoever has too little history for another


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One side of how a customer pays, and the points that it earns."""

    name: str
    value: str  # as rules/credit.toml bands it: days, percent, months, a count
    points: int  # 0 to 100
    weight: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grading:
    """A customer's grade as it was last written down."""

    customer_id: str
    grade: str
    score: int | None  # 0 to 100; None: too little history
    indicators: tuple[Indicator, ...]
    graded_at: datetime


class RiskKind(StrEnum):
    """What staff should know of before they deliver more."""

    OVER_LIMIT = "over_limit"
    LONG_OVERDUE = "long_overdue"
    GETTING_WORSE = "getting_worse"
    BROKEN_PROMISES = "broken_promises"
    SEVERAL_DISPUTES = "several_disputes"
    RETURNED_PAYMENT = "returned_payment"
    LIMIT_DIFFERS = "limit_differs"  # an import says another limit than a person agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """A risk of a customer, from the day it was first seen."""

    customer_id: str
    kind: RiskKind
    why: str
    since: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A credit limit that a person agreed in writing, or a proposal for one that waits for a person."""

    customer_id: str
    amount: Money
    why: str
    at: datetime
    by: str
    imported: str | None = None  # what the customer list said when it was agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractTerms:
    """One version of what a contract says of payment; a field that is None is not in it."""

    version: int  # 1, 2, 3 ... for each customer
    from_on: date  # counts for invoices issued from this day on, until the next version's
    payment_terms: str | None = None  # as dates.Terms.parse reads them: days, and discounts for paying early
    clock: str | None = None  # what the days count from: "invoice" or "receipt" (of the goods or the invoice)
    interest_percent: str | None = None  # plain decimal
    interest_per: str | None = None  # "year" or "day"
    interest_year_days: int | None = None  # 360 or 365
    fee: Money | None = None  # a fixed sum for each late invoice
    dispute_days: int | None = None  # within so many days from the invoice a customer must object to it
    clause: str | None = None  # the words on late payment, as they stand in the contract
    document: str | None = None  # the contract's file name
    document_sha256: str | None = None  # of its bytes, kept in the blobs
    why: str = ""
    by: str = ""
    at: datetime | None = None
    is_withdrawn: bool = False  # written down by mistake


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditFile:
    """All that is on file about one customer's credit."""

    customer_id: str
    grading: Grading | None = None
    risks: tuple[Risk, ...] = ()  # that stand, one a kind
    limits: tuple[Limit, ...] = ()  # agreed ones, the last counts
    proposed: Limit | None = None  # waits for a person
    contracts: tuple[ContractTerms, ...] = ()  # versions in order
    limit_decided_on: date | None = None  # when a limit was last proposed, agreed or refused
