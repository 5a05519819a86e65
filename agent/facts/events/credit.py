"""Events of credit: grades, risks, limits, contract terms."""

from dataclasses import dataclass
from datetime import date

from agent.facts.credit import Indicator, RiskKind
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditReviewed:
    """All customers were graded as of a day: once a month; only those whose grade or score changed have a line."""

    reviewed_on: date
    policy: str  # SHA-256 over the files of rules/


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerGraded:
    """A customer's grade, or the score behind it, is another one than before."""

    customer_id: str
    grade: str
    score: int | None  # None: too little history
    indicators: tuple[Indicator, ...]
    policy: str  # SHA-256 over the files of rules/


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFlagged:
    """A risk that was not there before; staff are told once."""

    customer_id: str
    kind: RiskKind
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskCleared:
    """A risk is over."""

    customer_id: str
    kind: RiskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitProposed:
    """Another credit limit follows from a customer's grade and purchases; it waits for a person."""

    customer_id: str
    amount: Money
    was: Money | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitAgreed:
    """A person agreed a credit limit in writing; it counts before the one of the customer list."""

    customer_id: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRefused:
    """A person did not accept a proposed limit."""

    customer_id: str
    amount: Money
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitWithdrawn:
    """An agreed limit counts no more: the one before it does, else the customer list's."""

    customer_id: str
    amount: Money  # that counts no more
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsAgreed:
    """A person wrote down a new version of what the contract with a customer says of payment."""

    customer_id: str
    version: int
    from_on: date
    payment_terms: str | None
    clock: str | None
    interest_percent: str | None
    interest_per: str | None
    interest_year_days: int | None
    fee: Money | None
    dispute_days: int | None
    clause: str | None
    document: str | None
    document_sha256: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsWithdrawn:
    """A version of the terms was written down by mistake: it never counted."""

    customer_id: str
    version: int
    why: str


CreditEvent = (
    CreditReviewed
    | CustomerGraded
    | RiskFlagged
    | RiskCleared
    | LimitProposed
    | LimitAgreed
    | LimitRefused
    | LimitWithdrawn
    | TermsAgreed
    | TermsWithdrawn
)
