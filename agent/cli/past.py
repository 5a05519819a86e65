"""--as-of: the books of now, or as they stood at an earlier instant, and the day that goes with them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from agent.cli.context import Where, keep
from agent.facts.books import Books
from agent.facts.events import Recorded

_F = TypeVar("_F", bound=Callable[..., Any])


class _Moment(click.ParamType[datetime | date]):
    name = "INSTANT"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime | date:
        try:
            return date.fromisoformat(value) if len(value) == len("2026-11-20") else _aware(value)
        except ValueError:
            self.fail(
                f"{value!r}: expected a day like 2026-11-20, or an instant with its offset, "
                "like 2026-11-20T09:00:00+08:00",
                param,
                ctx,
            )


def _aware(value: str) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError(value)
    return at


def timed(command: _F) -> _F:
    """Give a reading command --as-of."""
    return click.option(
        "--as-of",
        type=_Moment(),
        expose_value=False,
        callback=keep("as_of"),
        help="The books as they stood at that instant, or at the end of that day.",
    )(command)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reading command shows: books, the day that they are looked at, and how they came to be."""

    books: Books
    today: date
    as_of: str  # "" for the books of now
    journal: Callable[[], Iterator[Recorded]]  # verified, from the first line to the last that counts
    instant: datetime | None = None  # of --as-of

    def nothing(self, otherwise: str) -> str:
        """What to say where there are no lines."""
        return f"Nothing was recorded by {self.as_of}." if self.as_of and not self.books.seq else otherwise


def shown(at: Where) -> Shown:
    """The books that the command asks for. Nothing is locked or written, so it works beside the daemon."""
    from agent import app
    from agent.ledger import fold
    from agent.ledger.past import until

    folder = at.folder
    if at.as_of is None:
        with app.open_home(folder) as home:
            return Shown(home.books, app.today(folder, at.now), "", lambda: app.whole_journal(folder))
    instant = _instant(at.as_of, app.zone(folder))
    books = fold.empty()
    for recorded in until(app.whole_journal(folder), instant):
        fold.apply(books, recorded)
    day = instant.astimezone(app.zone(folder)).date()
    return Shown(books, day, at.as_of.isoformat(), lambda: until(app.whole_journal(folder), instant), instant)


def _instant(moment: datetime | date, zone: ZoneInfo) -> datetime:
    """A day alone is its last moment."""
    if isinstance(moment, datetime):
        return moment
    return datetime.combine(moment + timedelta(days=1), time(), zone) - timedelta(microseconds=1)
