"""Names of reports to their tables: the one list of what can be asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from agent.figures.aging import aging_tables
from agent.figures.measures import bpdso_table, cei_table, closing_days, dso_table, turnover_table
from agent.figures.past import open_at
from agent.figures.scope import Closing, Scope, closing
from agent.figures.table import Table
from agent.figures.unapplied import unapplied_tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What one pass over the journal tells of earlier days."""

    closings: Mapping[date, Mapping[str, Closing]]


_NOW: Final[dict[str, Callable[[Scope], Sequence[Table]]]] = {
    "aging": aging_tables,
    "unapplied": unapplied_tables,
}
_THEN: Final[dict[str, Callable[[Scope, Past], Sequence[Table]]]] = {
    "dso": lambda scope, past: [dso_table(scope, past.closings)],
    "bpdso": lambda scope, past: [bpdso_table(scope, past.closings)],
    "cei": lambda scope, past: [cei_table(scope, past.closings)],
    "turnover": lambda scope, past: [turnover_table(scope, past.closings)],
}
NAMES: Final = ("aging", "dso", "bpdso", "cei", "turnover", "unapplied")


def tables(scope: Scope, names: Sequence[str]) -> list[Table]:
    """The tables of these reports, in the order asked for; the journal is gone through once, where one of them needs it."""
    past = _past(scope) if any(name in _THEN for name in names) else None
    found: list[Table] = []
    for name in names:
        if name in _NOW:
            found += _NOW[name](scope)
        else:
            assert past is not None
            found += _THEN[name](scope, past)
    return found


def _past(scope: Scope) -> Past:
    began = scope.began_on
    days = [day for day in closing_days(scope) if began and began <= day < scope.today]
    closings = {}
    stood = open_at(scope.journal(), [scope.end_of(day) for day in days])
    for day, items in zip(days, stood, strict=True):
        closings[day] = closing((item for item in items.values() if scope.is_of(item.customer_id)), day)
    if began and began <= scope.today:
        closings[scope.today] = closing(scope.open_items(), scope.today)
    return Past(closings=closings)
