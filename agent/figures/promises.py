"""Holds of the books to how promises were kept: by the month that they were for, and by customer."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from agent.facts.holds import Hold, HoldEnd, unpaid
from agent.facts.ledger import Item
from agent.figures.scope import Scope, last_days, month_of
from agent.figures.table import Cell, Chart, Form, Kind, Table, columns
from agent.money import Money

_COUNTS: Final = ("kept", "broken", "moved", "pending")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise, or one part of a plan, and what became of it."""

    customer_id: str
    until: date
    amount: Money
    came: Money  # of it, so far
    outcome: str  # one of _COUNTS


def promises(scope: Scope) -> Iterator[Promise]:
    """Of those customers; without promises that another one took the place of, or whose plan was given up."""
    for item in scope.items():
        if item.holds:
            yield from _of_item(scope, item)


def _of_item(scope: Scope, item: Item) -> Iterator[Promise]:
    left = unpaid(item.holds, item.settled)
    for hold in item.holds:
        if not hold.is_promise or hold.until is None or hold.amount is None:
            continue
        lacking = left.get(hold.seq, hold.amount)
        outcome = _outcome(hold, lacking, scope.today)
        if outcome:
            yield Promise(
                customer_id=item.customer_id, until=hold.until, amount=hold.amount,
                came=hold.amount - lacking, outcome=outcome,
            )  # fmt: skip


def _outcome(hold: Hold, lacking: Money, today: date) -> str | None:
    """As it was decided; where its day has passed and nobody decided, by whether its money came."""
    match hold.end:
        case HoldEnd.KEPT:
            return "kept"
        case HoldEnd.BROKEN:
            return "broken"
        case HoldEnd.MOVED:
            return "moved"
        case None if hold.until and hold.until >= today and lacking:
            return "pending"
        case None:
            return "broken" if lacking else "kept"
        case _:
            return None


def promise_tables(scope: Scope) -> tuple[Table, Table]:
    """Promises to pay by the month of their day, of the months asked for and those to come: kept, broken, moved, pending.

    Kept: the money came by the day. Kept share = kept ÷ (kept + broken), of their number and of their amounts (of a broken
    one what came of it counts); a promise that was moved before its day was neither. Source: promise-kept rate, as
    collectors' systems have it (kept ÷ due).
    """
    first = last_days(scope.today, scope.months)[0].replace(day=1)
    by_month: dict[tuple[str, str], list[Promise]] = {}
    by_customer: dict[tuple[str, str], list[Promise]] = {}
    for one in promises(scope):
        if one.until >= first:
            by_month.setdefault((one.amount.currency, month_of(one.until)), []).append(one)
            by_customer.setdefault((one.amount.currency, one.customer_id), []).append(one)
    kinds = {name: Kind.COUNT for name in _COUNTS} | {
        "promised": Kind.MONEY, "came": Kind.MONEY, "kept_share": Kind.SHARE, "kept_amount_share": Kind.SHARE,
    }  # fmt: skip
    return (
        Table(
            name="promises",
            columns=columns(currency=Kind.WORD, month=Kind.MONTH, **kinds),
            rows=tuple((*key, *_cells(key[0], found)) for key, found in sorted(by_month.items())),
            charts=(Chart(name="promises", form=Form.STACKED, x="month", series=_COUNTS),),
            explained=("kept_share",),
        ),
        Table(
            name="promises_customers",
            columns=columns(currency=Kind.WORD, customer_id=Kind.TEXT, name=Kind.TEXT, **kinds),
            rows=tuple(
                (currency, customer_id, scope.name_of(customer_id), *_cells(currency, found))
                for (currency, customer_id), found in sorted(by_customer.items())
            ),
            is_list=True,
        ),
    )


def _cells(currency: str, found: list[Promise]) -> Iterator[Cell]:
    counts = {name: sum(one.outcome == name for one in found) for name in _COUNTS}
    yield from counts.values()
    yield Money(sum(one.amount.minor for one in found), currency)
    yield Money(sum(one.came.minor for one in found), currency)
    due = counts["kept"] + counts["broken"]
    yield Fraction(counts["kept"], due) if due else None
    decided = [one for one in found if one.outcome in ("kept", "broken")]
    amount = sum(one.amount.minor for one in decided)
    came = sum((one.amount if one.outcome == "kept" else one.came).minor for one in decided)
    yield Fraction(came, amount) if amount else None
