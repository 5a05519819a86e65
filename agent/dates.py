"""Payment terms, due and discount dates, workdays and aging buckets."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

Workday = Callable[[date], bool]

_STEP: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\s*/\s*(\d{1,3})\Z")
_NET: Final = re.compile(r"(?:n|net)\s*/?\s*(\d{1,3})\Z", re.IGNORECASE)
_EOM: Final = re.compile(r"eom(?:\s*\+\s*(\d{1,3}))?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountStep:
    """An early-payment discount: `percent` of the billed amount when paid within `days` of the issue date."""

    percent: Fraction
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Payment terms such as `n/30`, `2/10 n/30`, `eom` or `eom+30`."""

    steps: tuple[DiscountStep, ...]
    net_days: int
    end_of_month: bool

    @classmethod
    def parse(cls, text: str) -> "Terms":
        """ValueError that shows the text where it is none of the known forms."""
        steps, net_days, end_of_month = [], None, False
        for word in re.sub(r"\s*([/+])\s*", r"\1", text.strip().replace(",", " ")).split():
            if step := _STEP.match(word):
                steps.append(DiscountStep(percent=Fraction(step[1]), days=int(step[2])))
            elif net := _NET.match(word):
                net_days = int(net[1])
            elif eom := _EOM.match(word):
                net_days, end_of_month = int(eom[1] or 0), True
            else:
                net_days = None
                break
        if net_days is None:
            raise ValueError(f'terms {text!r}: expected a form like "n/30", "2/10 n/30", "eom" or "eom+30"')
        return cls(steps=tuple(steps), net_days=net_days, end_of_month=end_of_month)

    def due_on(self, issued_on: date) -> date:
        """Last day on which payment is on time."""
        start = month_end(issued_on) if self.end_of_month else issued_on
        return start + timedelta(days=self.net_days)


def month_end(day: date) -> date:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier; the month's last day where it is shorter."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_workdays(day: date, count: int, is_workday: Workday) -> date:
    """The `count`-th workday after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_workday(day)
    return day


AGING_BUCKETS: Final = ("current", "d1_30", "d31_60", "d61_90", "d90_plus")


def aging_bucket(due_on: date, today: date) -> str:
    """The aging bucket by days past the due date; due today is not overdue."""
    days = (today - due_on).days
    if days <= 0:
        return "current"
    return "d90_plus" if days > 90 else AGING_BUCKETS[(days - 1) // 30 + 1]
