"""Open items and how their customers have paid to the cash that is to be expected of them, and when."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from agent.facts.history import Settlement
from agent.facts.holds import HoldKind
from agent.facts.ledger import Item
from agent.money import Money

LEAST_SETTLED: Final = 3  # fewer say nothing of a customer: then all customers' together count
_NEWEST: Final = 20  # settled invoices of a customer that count


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Cash that is to be expected of one customer for one item, or a part of it."""

    customer_id: str
    amount: Money
    on: date
    early: date
    late: date
    is_promised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What of the open amounts is expected in cash, and what is not."""

    expected: tuple[Expected, ...]
    unforeseen: tuple[Money, ...]  # later than anybody has ever paid
    disputed: tuple[Money, ...]
    offset: tuple[Money, ...]  # what credit notes and unapplied cash settle instead


class Delays:
    """How each customer has paid, as it was known on any day."""

    def __init__(self, settlements: Mapping[str, Sequence[Settlement]]) -> None:
        """From each customer's settlements, in the order of the days that settled them."""
        self._days = {
            name: (
                [one.settled_on for one in found],
                [(one.settled_on - one.due_on).days for one in found],
            )
            for name, found in settlements.items()
        }

    def on(self, today: date) -> Mapping[str, Sequence[int]]:
        """Days late by customer, ascending, of what was settled before that day; under "" those of all customers.

        A customer with fewer than three is left out; so are all, where all together have fewer.
        """
        found: dict[str, Sequence[int]] = {}
        everybody: list[int] = []
        for name, (settled_on, late) in self._days.items():
            end = bisect_left(settled_on, today)
            newest = late[max(0, end - _NEWEST) : end]
            everybody += newest
            if len(newest) >= LEAST_SETTLED:
                found[name] = sorted(newest)
        if len(everybody) >= LEAST_SETTLED:
            found[""] = sorted(everybody)
        return found


def quartiles(late: Sequence[int], least: int) -> tuple[int, int, int] | None:
    """Of the days late (ascending) that are at least so many: the first, the middle and the third quartile.

    Each is one that occurred (nearest rank). None where nothing was ever paid so late.
    """
    start = bisect_left(late, least)
    count = len(late) - start
    if not count:
        return None
    early, middle, last = (late[start - (-count * part // 4) - 1] for part in (1, 2, 3))
    return early, middle, last


def expect(
    items: Iterable[Item],
    delays: Mapping[str, Sequence[int]],
    today: date,
    cash: Mapping[tuple[str, str], int],
) -> Basis:
    """Each open amount on its due date and the customer's median days late, a promised one on its day; never before today.

    Of an item that is late already, only what the customer paid at least as late counts; where that is nothing, what all
    customers paid so late; where nobody ever did, no day is foreseen. Nothing is expected of what is disputed, nor of
    what the customer's credit notes and unapplied cash (`cash`: minor units by customer and currency) cover, the
    earliest first. The range is that of the customer's own quartiles.
    """
    found: list[Expected] = []
    disputed: list[Money] = []
    credit = dict(cash)
    for item in items:
        if item.is_credit:
            key = item.customer_id, item.open.currency
            credit[key] = credit.get(key, 0) - item.open.minor
            continue
        left = item.open
        for part in item.held_on(today) if item.holds else ():
            if part.hold.kind is HoldKind.DISPUTE:
                disputed.append(part.amount)
            elif part.hold.is_promise and part.hold.until:
                found.append(
                    _expected(item, part.amount, [max(part.hold.until, today)] * 3, is_promised=True)
                )
            else:
                continue  # a person's hold stops letters; the customer may pay as ever
            left -= part.amount
        if left:
            found.append(_expected(item, left, _days(item, delays, today)))
    expected, offset = _less_credit(found, credit)
    return Basis(
        expected=tuple(one for one in expected if one.on != date.max),
        unforeseen=tuple(one.amount for one in expected if one.on == date.max),
        disputed=tuple(disputed),
        offset=tuple(offset),
    )


def _days(item: Item, delays: Mapping[str, Sequence[int]], today: date) -> Sequence[date]:
    """Early, middle, late; the last day of all where none is foreseen."""
    if "" not in delays:  # nothing is known of anybody: as agreed
        return [max(item.due_on, today)] * 3
    late_now = (today - item.due_on).days
    for name in (item.customer_id, ""):
        found = quartiles(delays.get(name, ()), late_now)
        if found:
            return [item.due_on + timedelta(days=late) for late in found]
    return [date.max] * 3


def _expected(item: Item, amount: Money, days: Sequence[date], *, is_promised: bool = False) -> Expected:
    """`days`: early, middle, late."""
    early, on, late = days
    return Expected(
        customer_id=item.customer_id, amount=amount, on=on, early=early, late=late, is_promised=is_promised
    )


def _less_credit(
    found: Iterable[Expected], credit: dict[tuple[str, str], int]
) -> tuple[list[Expected], list[Money]]:
    """What a customer's credit covers is settled by it, the earliest first."""
    left: list[Expected] = []
    offset: list[Money] = []
    for one in sorted(found, key=lambda one: (one.on, one.customer_id, one.amount.minor)):
        key = one.customer_id, one.amount.currency
        covered = min(credit.get(key, 0), one.amount.minor)
        if covered > 0:
            credit[key] -= covered
            offset.append(Money(covered, one.amount.currency))
        if covered < one.amount.minor:
            rest = one.amount.minor - max(covered, 0)
            left.append(replace(one, amount=Money(rest, one.amount.currency)) if covered > 0 else one)
    return left, offset
