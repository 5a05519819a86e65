"""A column as its heading names it, and which column a place on the page belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from agent.rules.vocabulary import Column

MONEY: Final = frozenset(
    {
        Column.PAID,
        Column.AMOUNT,
        Column.GROSS,
        Column.DISCOUNT,
        Column.DEDUCTION,
        Column.CREDIT,
        Column.BALANCE,
        Column.TAX,
    }
)
NUMBERED: Final = frozenset({Column.INVOICE, Column.PURCHASE_ORDER, Column.REFERENCE, Column.OWN_NUMBER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A column as its heading names it."""

    role: Column
    column: int  # of the format's table; of text and pages the order from the left
    left: float
    right: float
    text: str
    currency: str | None
    start: int
    sign: str | None = None  # a bare $ or Rs. where no currency is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The headings of a table; it ends before `next_row`."""

    row: int
    next_row: int
    headings: tuple[Heading, ...]
    table: int | None

    def of(self, *roles: Column) -> list[Heading]:
        """Headings of these roles."""
        return [heading for heading in self.headings if heading.role in roles]

    @property
    def roles(self) -> tuple[Column, ...]:
        """What makes it the same header when a page repeats it."""
        return tuple(heading.role for heading in self.headings)

    def rows(self) -> set[int]:
        """Where it stands, in one row or up to three."""
        return set(range(self.row, self.next_row))


def nearest(headings: Sequence[Heading], left: float, right: float) -> Heading | None:
    """The heading above a stretch: the one that overlaps most, else the one whose edge is nearest."""
    best, best_rank = None, (-1.0, float("-inf"))
    for heading in headings:
        overlap = min(right, heading.right) - max(left, heading.left)
        distance = min(abs(right - heading.right), abs(left - heading.left))
        rank = (max(overlap, 0.0), -distance)
        if rank > best_rank:
            best, best_rank = heading, rank
    return best
