"""A hold: an item, or a part of it, that is not asked for while a dispute, a promise, a plan or a person stands in the way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from agent.money import Money


class HoldKind(StrEnum):
    """Why an amount is not asked for."""

    DISPUTE = "dispute"  # the customer objects to it
    PROMISE = "promise"  # the customer gave their word to pay it by a day
    INSTALMENT = "instalment"  # a promise that is one part of a plan
    STAFF = "staff"  # a person said so


PROMISED: Final = frozenset({HoldKind.PROMISE, HoldKind.INSTALMENT})


class HoldEnd(StrEnum):
    """How a hold ended."""

    KEPT = "kept"  # a promise: its money came by its day
    BROKEN = "broken"  # a promise: its money did not
    MOVED = "moved"  # a promise: a later one took its place before its day
    REPLACED = "replaced"  # what was said anew took its place
    CANCELLED = "cancelled"  # an instalment: its plan was given up
    JUSTIFIED = "justified"  # a dispute: credited or written off
    REJECTED = "rejected"  # a dispute: the amount is owed
    WITHDRAWN = "withdrawn"  # a dispute: the customer took it back


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """One reason not to ask for an amount; ended ones stay on their item as what happened."""

    seq: int  # the line of the journal that recorded it: its number
    kind: HoldKind
    amount: Money | None  # as it was said; None: all that is open
    since: datetime
    until: date | None = (
        None  # the last day: of a promise the day it was promised for; None: until it is decided
    )
    reason: str | None = None
    by: str = ""  # the actor of its line
    mail_id: str | None = None
    settled: Money | None = None  # of a promise: what had come off the item when it was made
    end: HoldEnd | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None  # the line that ended it

    @property
    def is_promise(self) -> bool:
        """True for a customer's word to pay, alone or as part of a plan."""
        return self.kind in PROMISED


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPart:
    """What a hold keeps from being asked for now."""

    hold: Hold
    amount: Money


_WORD_GIVEN: Final = frozenset({None, HoldEnd.KEPT, HoldEnd.BROKEN})


def unpaid(holds: Iterable[Hold], settled: Money) -> dict[int, Money]:
    """What is still to come for each promise, by its number, once so much has come off the item in all.

    Money goes to the promise with the earlier day first, and never to one that was made after it came. What a
    broken promise lacks comes before later ones, until the customer promises anew.
    """
    words = sorted(
        (hold for hold in holds if hold.is_promise and hold.end in _WORD_GIVEN),
        key=lambda hold: (hold.until or date.max, hold.seq),
    )
    taken = Money(0, settled.currency)
    left: dict[int, Money] = {}
    for word in words:
        assert word.amount is not None
        assert word.settled is not None
        start = max(taken, word.settled)
        came = min(max(settled - start, Money(0, settled.currency)), word.amount)
        left[word.seq] = word.amount - came
        taken = start + word.amount
        renewed = [
            other.settled
            for other in words
            if other.settled is not None
            and word.ended_at
            and word.end is HoldEnd.BROKEN
            and other.since > word.ended_at
        ]
        if renewed:
            taken = min(taken, max(start, min(renewed)))
    return left
