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


DECIDED: Final = (HoldEnd.JUSTIFIED, HoldEnd.REJECTED, HoldEnd.WITHDRAWN)


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
    is_all: bool = False  # of a dispute: no amount was said, so what opens again is disputed too
    about: str | None = None  # of a dispute: its kind, as rules/holds.toml names it
    owners: tuple[str, ...] = ()  # colleagues who look after it; none: staff
    revisit_on: date | None = None  # when they are reminded of it; None: by the rules
    reminded_on: date | None = None  # when they were told of it last
    plan_id: str | None = None
    by: str = ""  # the actor of its line
    mail_id: str | None = None
    settled: Money | None = None  # of a promise: what had come off the item when it was made
    moves: int = 0  # how often it was moved to a later day
    is_followed_up: bool = (
        False  # a broken promise that was asked for since; a resolved dispute that the customer was told of
    )
    is_justified: bool = False  # a dispute that stands until its credit note or write-off
    credit: str | None = None  # the credit note that it waits for
    end: HoldEnd | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None  # the line that ended it

    @property
    def is_promise(self) -> bool:
        """True for a customer's word to pay, alone or as part of a plan."""
        return self.kind in PROMISED

    @property
    def is_end_untold(self) -> bool:
        """True for a dispute that a person decided and the customer was not told of."""
        return self.kind is HoldKind.DISPUTE and self.end in DECIDED and not self.is_followed_up


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPart:
    """What a hold keeps from being asked for now."""

    hold: Hold
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCount:
    """What became of a customer's promises."""

    kept: int = 0
    broken: int = 0
    moved: int = 0

    @classmethod
    def of(cls, holds: Iterable[Hold]) -> "PromiseCount":
        """Of those among these holds that have ended."""
        ends = [hold.end for hold in holds if hold.is_promise]
        return cls(
            kept=ends.count(HoldEnd.KEPT),
            broken=ends.count(HoldEnd.BROKEN),
            moved=ends.count(HoldEnd.MOVED),
        )

    def __add__(self, other: "PromiseCount") -> "PromiseCount":
        return PromiseCount(
            kept=self.kept + other.kept, broken=self.broken + other.broken, moved=self.moved + other.moved
        )

    def __bool__(self) -> bool:
        return bool(self.kept or self.broken or self.moved)

    def __sub__(self, other: "PromiseCount") -> "PromiseCount":
        return self + PromiseCount(kept=-other.kept, broken=-other.broken, moved=-other.moved)


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
            if other.settled is not None and word.end is HoldEnd.BROKEN and other.seq > (word.ended_by or 0)
        ]
        if renewed:
            taken = min(taken, max(start, min(renewed)))
    return left
