"""A day that stands in a text, and what a calendar says of one."""

from dataclasses import dataclass
from datetime import date
from typing import Final

EARLIEST: Final = 1990
LATEST: Final = 2099


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day in a text; `value` is None where nothing settles which day is meant."""

    start: int
    end: int
    value: date | None
    alternatives: tuple[date, ...] = ()  # of an ambiguous one: day first, month first
    order: int | None = None  # what it proves by itself: 0 day first, 1 month first
    is_said: bool = True  # False: digits such as 20261009, a day only where a label says so
    is_relative: bool = False
    past: date | None = None  # of a weekday or a day of a month alone, the last one: "paid on Wednesday"
    is_bare: bool = False  # a weekday without a word before it: "goes Friday"


def calendar_day(year: str | int, month: str | int, day: str | int) -> date | None:
    """The day of these numbers, 1990 to 2099; None where there is none."""
    try:
        value = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return value if EARLIEST <= value.year <= LATEST else None


def nearest_day(month: str | int, day: str | int, sent_on: date | None) -> date | None:
    """The day without a year that is nearest to the mail's."""
    if sent_on is None:
        return None
    years = (calendar_day(year, month, day) for year in (sent_on.year - 1, sent_on.year, sent_on.year + 1))
    return min((day for day in years if day), key=lambda day: abs((day - sent_on).days), default=None)
