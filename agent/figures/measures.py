"""The closings of months, and the sales between them, to DSO, best possible DSO, CEI and turnover, a row for each month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from agent.figures.formulas import (
    best_possible_dso,
    collection_effectiveness,
    countback_dso,
    simple_dso,
    turnover,
    turnover_by_terms,
)
from agent.figures.scope import Closing, Sales, Scope, last_days, month_before, month_of
from agent.figures.table import Cell, Chart, Column, Form, Kind, Table, columns
from agent.money import Money

WINDOW_MONTHS: Final = 3  # of DSO and turnover: the month and the two before it
_HEAD: Final = {
    "currency": Kind.WORD, "month": Kind.MONTH, "as_of": Kind.DAY, "receivables": Kind.MONEY, "credit_sales": Kind.MONEY,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of one currency: how it closed, what was sold in it and in the window that ends with it.

    None: the books do not reach back so far.
    """

    currency: str
    last: date
    closing: Closing | None
    opening: Closing | None
    sales: Money | None
    window_sales: Money | None
    window_days: int
    window_receivables: tuple[
        Money, ...
    ]  # at its beginning and its months' ends; empty where one is not known


def closing_days(scope: Scope) -> list[date]:
    """The days whose closings the measures need: of the months asked for, and of the window before the first of them."""
    return last_days(scope.today, scope.months + WINDOW_MONTHS)


def months(scope: Scope, closings: Mapping[date, Mapping[str, Closing]]) -> Iterator[Month]:
    """By currency, then by month, oldest first, from the first month with something in it.

    A day without closings is one from before the books began.
    """
    sales = Sales.of(scope)
    currencies = sorted({*sales.by_day, *(currency for found in closings.values() for currency in found)})
    for currency in currencies:
        begun = False
        for last in last_days(scope.today, scope.months):
            ends = [last]
            while len(ends) <= WINDOW_MONTHS:
                ends.append(month_before(ends[-1]))
            found = [_closing(closings, day, currency) for day in ends]
            first = ends[WINDOW_MONTHS - 1].replace(day=1)
            month = Month(
                currency=currency,
                last=last,
                closing=found[0],
                opening=found[1],
                sales=sales.of_month(currency, last),
                window_sales=sales.between(currency, first, last),
                window_days=(last - first).days + 1,
                window_receivables=tuple(one.receivables for one in found if one) if all(found) else (),
            )
            begun = begun or bool(month.sales or (month.closing and month.closing.receivables))
            if begun:
                yield month


def _closing(closings: Mapping[date, Mapping[str, Closing]], day: date, currency: str) -> Closing | None:
    if day not in closings:
        return None
    nothing = Money(0, currency)
    return closings[day].get(currency) or Closing(receivables=nothing, current=nothing)


def dso_table(scope: Scope, closings: Mapping[date, Mapping[str, Closing]]) -> Table:
    """Days sales outstanding, simple and by counting back."""
    sales = Sales.of(scope)
    rows = []
    for month in months(scope, closings):
        counted = None
        if month.closing:
            known = sales.months_back(month.currency, month.last)
            counted = countback_dso(month.closing.receivables, known)
        rows.append((*_head(month), _simple(month), counted))
    return _monthly("dso", rows, {"dso_simple": Kind.DAYS, "dso_countback": Kind.DAYS})


def bpdso_table(scope: Scope, closings: Mapping[date, Mapping[str, Closing]]) -> Table:
    """Best possible DSO beside DSO, and what lies between them: the average days delinquent."""
    rows = []
    for month in months(scope, closings):
        simple, best = _simple(month), None
        if month.closing and month.window_sales:
            best = best_possible_dso(month.closing.current, month.window_sales, month.window_days)
        late = None if simple is None or best is None else simple - best
        current = month.closing.current if month.closing else None
        rows.append((*_head(month), current, simple, best, late))
    kinds = {
        "current": Kind.MONEY, "dso_simple": Kind.DAYS, "dso_best_possible": Kind.DAYS, "days_delinquent": Kind.DAYS,
    }  # fmt: skip
    return _monthly("bpdso", rows, kinds, series=("dso_simple", "dso_best_possible"))


def cei_table(scope: Scope, closings: Mapping[date, Mapping[str, Closing]]) -> Table:
    """Collection effectiveness of each month."""
    rows = []
    for month in months(scope, closings):
        opening, closed, cei = month.opening, month.closing, None
        if opening and closed and month.sales is not None:
            cei = collection_effectiveness(
                opening=opening.receivables,
                credit_sales=month.sales,
                closing=closed.receivables,
                closing_current=closed.current,
            )
        opened = opening.receivables if opening else None
        ends = (closed.receivables, closed.current) if closed else (None, None)
        rows.append((month.currency, month_of(month.last), month.last, opened, month.sales, *ends, cei))
    found = columns(
        currency=Kind.WORD, month=Kind.MONTH, as_of=Kind.DAY, opening=Kind.MONEY, credit_sales=Kind.MONEY,
        closing=Kind.MONEY, current=Kind.MONEY, cei=Kind.SHARE,
    )  # fmt: skip
    return _table("cei", found, rows, ("cei",), ("cei",))


def turnover_table(scope: Scope, closings: Mapping[date, Mapping[str, Closing]]) -> Table:
    """Receivables turnover a year, beside what the agreed terms would give."""
    terms: dict[str, list[tuple[date, Money, int]]] = {}
    for item in scope.items():
        if not item.is_credit:
            days = (item.due_on - item.issued_on).days
            terms.setdefault(item.billed.currency, []).append((item.issued_on, item.billed, days))
    rows = []
    for month in months(scope, closings):
        first = last_days(month.last, WINDOW_MONTHS)[0].replace(day=1)
        agreed = [
            (billed, days)
            for issued, billed, days in terms.get(month.currency, ())
            if first <= issued <= month.last
        ]
        times = None
        if month.window_receivables and month.window_sales is not None:
            times = turnover(month.window_sales, month.window_days, month.window_receivables)
        rows.append((*_head(month), times, turnover_by_terms(agreed)))
    return _monthly("turnover", rows, {"turnover": Kind.TIMES, "turnover_by_terms": Kind.TIMES})


def _simple(month: Month) -> Fraction | None:
    if month.closing is None or month.window_sales is None:
        return None
    return simple_dso(month.closing.receivables, month.window_sales, month.window_days)


def _head(month: Month) -> tuple[Cell, ...]:
    receivables = month.closing.receivables if month.closing else None
    return (month.currency, month_of(month.last), month.last, receivables, month.window_sales)


def _monthly(
    name: str, rows: Sequence[tuple[Cell, ...]], kinds: Mapping[str, Kind], series: tuple[str, ...] | None = None
) -> Table:  # fmt: skip
    figures = tuple(name for name, kind in kinds.items() if kind is not Kind.MONEY)
    return _table(name, columns(**_HEAD, **kinds), rows, figures, series or figures)


def _table(
    name: str,
    found: tuple[Column, ...],
    rows: Sequence[tuple[Cell, ...]],
    explained: tuple[str, ...],
    series: tuple[str, ...],
) -> Table:
    """A row a month; a figure that is lacking in some month says why in a note."""
    chart = Chart(name=name, form=Form.LINES, x="month", series=series)
    places = [place for place, column in enumerate(found) if column.name in explained]
    lacking = any(row[place] is None for row in rows for place in places)
    return Table(
        name=name, columns=found, rows=tuple(rows), charts=(chart,), notes=("lacking",) if lacking else (),
        explained=explained,
    )  # fmt: skip
