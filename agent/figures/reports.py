"""Names of reports to their tables: the one list of what can be asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from agent.figures.aging import aging_tables
from agent.figures.forecast import delays_of, expected_of_week, forecast_tables, past_mondays
from agent.figures.habits import trend_tables
from agent.figures.measures import bpdso_table, cei_table, closing_days, dso_table, turnover_table
from agent.figures.past import open_at
from agent.figures.promises import promise_tables
from agent.figures.scope import Closing, Scope, closing
from agent.figures.table import Table
from agent.figures.unapplied import unapplied_tables
from agent.figures.waiting import dispute_tables, waiting_table
from agent.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What one pass over the journal tells of earlier days."""

    closings: Mapping[date, Mapping[str, Closing]]
    expected: Mapping[date, Mapping[str, Money]]  # by past week's Monday and currency


_MAKERS: Final[dict[str, Callable[[Scope, Past], Sequence[Table]]]] = {
    "aging": lambda scope, _: aging_tables(scope),
    "dso": lambda scope, past: [dso_table(scope, past.closings)],
    "bpdso": lambda scope, past: [bpdso_table(scope, past.closings)],
    "cei": lambda scope, past: [cei_table(scope, past.closings)],
    "turnover": lambda scope, past: [turnover_table(scope, past.closings)],
    "promises": lambda scope, _: promise_tables(scope),
    "trend": lambda scope, _: trend_tables(scope),
    "forecast": lambda scope, past: forecast_tables(scope, past.expected),
    "unapplied": lambda scope, _: unapplied_tables(scope),
    "waiting": lambda scope, _: [waiting_table(scope)],
    "disputes": lambda scope, _: dispute_tables(scope),
}
NAMES: Final = tuple(_MAKERS)
_OF_MONTHS: Final = frozenset({"dso", "bpdso", "cei", "turnover"})  # need the closings of earlier months
_OF_WEEKS: Final = frozenset({"forecast"})


def tables(scope: Scope, names: Sequence[str]) -> list[Table]:
    """The tables of these reports, in the order asked for; the journal is gone through once, where one of them needs it."""
    past = _past(scope, with_months=bool(_OF_MONTHS & {*names}), with_weeks=bool(_OF_WEEKS & {*names}))
    return [table for name in names for table in _MAKERS[name](scope, past)]


def _past(scope: Scope, *, with_months: bool, with_weeks: bool) -> Past:
    """Closings of the months' last days, and what was to be expected of past weeks at their beginnings."""
    began = scope.began_on
    if began is None or not (with_months or with_weeks):
        return Past(closings={}, expected={})
    ends = {day for day in closing_days(scope) if began <= day < scope.today} if with_months else set()
    eves = {day - timedelta(days=1): day for day in past_mondays(scope) if began < day} if with_weeks else {}
    delays = delays_of(scope)
    closings, expected = {}, {}
    days = sorted({*ends, *eves})
    stood = open_at(scope.journal(), [scope.end_of(day) for day in days]) if days else ()
    for day, items in zip(days, stood, strict=True):
        ours = [item for item in items.values() if scope.is_of(item.customer_id)]
        if day in ends:
            closings[day] = closing(ours, day)
        if day in eves:
            expected[eves[day]] = expected_of_week(ours, delays.on(eves[day]), eves[day])
    if began <= scope.today:
        closings[scope.today] = closing(scope.open_items(), scope.today)
    return Past(closings=closings, expected=expected)
