"""A figure's rows and columns, and how they are drawn: what every report is before it becomes JSON, a sheet or a picture."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from agent.money import Money

Cell = str | int | Money | Fraction | date | bool | None
"""None: not known, or not to be had: never zero."""


class Kind(StrEnum):
    """What a column holds, and so how it is written."""

    TEXT = "text"  # an id or a name, as it is
    WORD = "word"  # a key that the report's language has a word for
    MONEY = "money"
    COUNT = "count"
    DAYS = "days"  # a number of days, to one decimal
    SHARE = "share"  # of one; written in percent, to one decimal
    TIMES = "times"  # to two decimals
    DAY = "day"
    MONTH = "month"  # "2026-11"

    @property
    def is_text(self) -> bool:
        """True where it stands at the left, and is no figure."""
        return self in (Kind.TEXT, Kind.WORD, Kind.DAY, Kind.MONTH)


class Form(StrEnum):
    """How a chart draws its series."""

    LINES = "lines"
    BARS = "bars"  # side by side
    STACKED = "stacked"
    BUCKETS = "buckets"  # one row's columns as bars
    ROWS = "rows"  # a bar for each row, lying, for long names
    BAND = "band"  # three series, low, middle and high: a line within a band


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name is the JSON field and the key of its heading."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of a table: `x` and `series` are columns; each currency has a panel, for currencies are never summed."""

    name: str  # key of its title
    form: Form
    series: tuple[str, ...]
    x: str | None = None  # None: of BUCKETS, where the series are the points


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A figure: rows of cells, in the order of the columns. Rows of one currency stand together."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    charts: tuple[Chart, ...] = ()
    notes: tuple[str, ...] = ()  # keys of what a reader must know
    is_list: bool = False  # of customers, say: a terminal shows its beginning
    explained: tuple[str, ...] = ()  # keys of the definitions, in the order of the columns they define

    def place(self, name: str) -> int:
        """Where the column of this name stands."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)

    def values(self, name: str) -> list[Cell]:
        """A column, top to bottom."""
        place = self.place(name)
        return [row[place] for row in self.rows]


def columns(**kinds: Kind) -> tuple[Column, ...]:
    """Columns in the order given."""
    return tuple(Column(name=name, kind=kind) for name, kind in kinds.items())
