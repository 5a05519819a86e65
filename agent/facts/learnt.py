"""What a person taught us: a payer's name or account, or an invoice's number in an older system."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LearntKind(StrEnum):
    """What stands for what."""

    NAME = "name"  # a payer's name, for a customer
    ACCOUNT = "account"  # a payer's bank account, for a customer
    NUMBER = "number"  # an invoice's older number, for the ledger's


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """One thing learnt, with who confirmed it, when and why; it counts until it is forgotten."""

    learnt_id: str
    kind: LearntKind
    value: str  # as the payment spells it
    customer_id: str  # whose it is
    payment_id: str | None  # the payment that a person decided; None for a number
    invoice: str | None  # whose older number it is; None for a name or an account
    actor: str
    at: datetime
    why: str
    is_live: bool = True
