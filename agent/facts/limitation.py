"""How long an invoice can still be enforced, and what started its time anew."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Ground(StrEnum):
    """What may start a period of limitation anew."""

    DEMAND = "demand"  # a letter that demands payment went out and did not come back
    PROMISE = "promise"  # the customer gave their word to pay
    PART_PAYMENT = "part_payment"
    BALANCE = "balance"  # the customer agreed to a balance


@dataclass(frozen=True, slots=True, kw_only=True)
class Interruption:
    """A day on which something happened that may start the period anew, and the record that shows it."""

    on: date
    ground: Ground
    record: str  # a letter, a payment or an invoice: what the journal's line is about
    seq: int | None = None  # the line of the journal that proves it, where the books know it
    counts: bool = True  # False: before the period began, or after it was over


@dataclass(frozen=True, slots=True, kw_only=True)
class Limitation:
    """One open invoice's time; without a law's period none is counted."""

    invoice: str
    law: str  # ISO 3166
    started_on: date | None = None  # the first day of the period, as the law first counts it
    expires_on: date | None = None  # the last day of it
    interruptions: tuple[Interruption, ...] = ()  # oldest first

    @property
    def last(self) -> Interruption | None:
        """The one that the period runs from now."""
        return next((one for one in reversed(self.interruptions) if one.counts), None)
