"""What is expected of open items to the cash of coming weeks, with a range; beside it what came of the weeks before."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from agent.facts.ledger import Item
from agent.figures.expected import Basis, Delays, expect
from agent.figures.scope import Scope
from agent.figures.table import Cell, Chart, Form, Kind, Table, columns
from agent.figures.unapplied import is_here, told_on, waiting_cash
from agent.money import Money

WEEKS_AHEAD: Final = 13
WEEKS_BACK: Final = 8


def monday(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def past_mondays(scope: Scope) -> list[date]:
    """The beginnings of the weeks that are looked back at, oldest first."""
    this = monday(scope.today)
    return [this - timedelta(weeks=back) for back in range(WEEKS_BACK, 0, -1)]


def delays_of(scope: Scope) -> Delays:
    """How the customers asked for have paid."""
    books = scope.books
    return Delays({name: books.settlements(name) for name in books.invoices_by_customer if scope.is_of(name)})


def forecast_tables(scope: Scope, looked_forward: Mapping[date, Mapping[str, Money]]) -> tuple[Table, Table]:
    """Expected cash of this week and the next twelve, beside what came in the eight weeks before; and what it rests on.

    `looked_forward`: by past week's Monday and currency, what was to be expected of that week at its beginning.
    The range is of all cash until the end of a week: where everybody pays at their later, or sooner, quartile. What came is
    as booked, on the bank's day, else the day told. Source: the usual 13-week cash forecast; `expect` says the rest.
    """
    credit: dict[tuple[str, str], int] = {}
    for cash in waiting_cash(scope):
        if cash.customer_id:
            key = cash.customer_id, cash.amount.currency
            credit[key] = credit.get(key, 0) + cash.amount.minor
    basis = expect(scope.open_items(), delays_of(scope).on(scope.today), scope.today, credit)
    received = _received(scope)
    currencies = sorted(
        {item.open.currency for item in scope.open_items()}
        | {currency for day, currency in received if day >= past_mondays(scope)[0]}
    )
    rows = [
        row for currency in currencies for row in _weeks(scope, currency, basis, received, looked_forward)
    ]
    kinds = columns(
        currency=Kind.WORD, week=Kind.DAY, received=Kind.MONEY, expected=Kind.MONEY, promised=Kind.MONEY,
        by_then_low=Kind.MONEY, by_then=Kind.MONEY, by_then_high=Kind.MONEY,
    )  # fmt: skip
    weeks = Table(
        name="forecast",
        columns=kinds,
        rows=tuple(rows),
        charts=(
            Chart(name="forecast_weeks", form=Form.BARS, x="week", series=("received", "expected")),
            Chart(
                name="forecast_band",
                form=Form.BAND,
                x="week",
                series=("by_then_low", "by_then", "by_then_high"),
            ),
        ),
        explained=("forecast", "by_then", "forecast_received"),
    )
    return weeks, _basis_table(scope, basis, currencies)


def _weeks(
    scope: Scope,
    currency: str,
    basis: Basis,
    received: Mapping[tuple[date, str], int],
    looked_forward: Mapping[date, Mapping[str, Money]],
) -> Iterator[tuple[Cell, ...]]:
    nothing = Money(0, currency)
    for start in past_mondays(scope):
        then = looked_forward.get(start)
        expected = then.get(currency, nothing) if then is not None else None
        yield (currency, start, Money(received.get((start, currency), 0), currency), expected, *[None] * 4)
    this, last = monday(scope.today), WEEKS_AHEAD
    sums = {name: [0] * (last + 1) for name in ("early", "on", "late", "promised")}
    for one in basis.expected:
        if one.amount.currency == currency:
            for name, day in (("early", one.early), ("on", one.on), ("late", one.late)):
                sums[name][min((day - this).days // 7, last)] += one.amount.minor
            if one.is_promised:
                sums["promised"][min((one.on - this).days // 7, last)] += one.amount.minor
    until = [accumulate(sums[name]) for name in ("late", "on", "early")]
    for ahead in range(last):
        start = this + timedelta(weeks=ahead)
        came = Money(received.get((start, currency), 0), currency) if ahead == 0 else None
        now = (sums["on"][ahead], sums["promised"][ahead], *map(next, until))
        yield (currency, start, came, *(Money(minor, currency) for minor in now))


def _basis_table(scope: Scope, basis: Basis, currencies: Iterable[str]) -> Table:
    """Open invoices = expected in these weeks + later + on no day that is foreseen + disputed + settled by credit."""
    end = monday(scope.today) + timedelta(weeks=WEEKS_AHEAD)
    sums = {
        "open_invoices": _sums(item.open for item in scope.open_items() if not item.is_credit),
        "in_weeks": _sums(one.amount for one in basis.expected if one.on < end),
        "later": _sums(one.amount for one in basis.expected if one.on >= end),
        "unforeseen": _sums(basis.unforeseen),
        "disputed": _sums(basis.disputed),
        "by_credit": _sums(basis.offset),
    }
    rows: list[tuple[Cell, ...]] = [
        (currency, *(Money(found.get(currency, 0), currency) for found in sums.values()))
        for currency in currencies
    ]
    return Table(
        name="forecast_basis",
        columns=columns(currency=Kind.WORD, **dict.fromkeys(sums, Kind.MONEY)),
        rows=tuple(rows),
        explained=("forecast_basis",),
    )  # fmt: skip


def _sums(found: Iterable[Money]) -> dict[str, int]:
    """Minor units by currency."""
    sums: dict[str, int] = {}
    for amount in found:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    return sums


def expected_of_week(
    items: Collection[Item], delays: Mapping[str, Sequence[int]], start: date
) -> dict[str, Money]:
    """What was to be expected of the week that begins then, by currency; promises aside."""
    end = start + timedelta(weeks=1)
    sums = _sums(one.amount for one in expect(items, delays, start, {}).expected if one.on < end)
    return {currency: Money(minor, currency) for currency, minor in sums.items()}


def _received(scope: Scope) -> dict[tuple[date, str], int]:
    """Cash by the Monday of the week that it came in, and currency: minor units."""
    sums: dict[tuple[date, str], int] = {}
    for payment in scope.payments():
        if payment.amount and is_here(payment):
            key = monday(told_on(scope, payment)), payment.amount.currency
            sums[key] = sums.get(key, 0) + payment.amount.minor
    return sums
