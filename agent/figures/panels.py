"""A table's charts to panels: one for each currency, with labels and values in a language, and no shape yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final

from agent.figures.table import Cell, Chart, Form, Kind, Table
from agent.figures.written import Writer
from agent.money import Money

_MOST_ROWS: Final = 8  # of a chart of rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line, or the bars of one colour; None: no value at this place."""

    label: str
    values: tuple[Fraction | None, ...]
    said: tuple[str, ...]  # the values as the language writes them


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A chart of one currency."""

    title: str
    form: Form
    labels: tuple[str, ...]  # of the places, left to right
    series: tuple[Series, ...]
    kind: Kind  # of the values

    @property
    def description(self) -> str:
        """All that it shows, in words and figures."""
        return "; ".join(
            (f"{one.label}: " if one.label else "")
            + ", ".join(f"{label} {said}" for label, said in zip(self.labels, one.said, strict=True) if said)
            for one in self.series
        )


def panels(table: Table, writer: Writer) -> Iterator[Panel]:
    """The charts of a table; one without any value is left out."""
    currency = next((place for place, one in enumerate(table.columns) if one.name == "currency"), None)
    groups: dict[str, list[tuple[Cell, ...]]] = {}
    for row in table.rows:
        groups.setdefault(str(row[currency]) if currency is not None else "", []).append(row)
    for chart in table.charts:
        for name, rows in groups.items():
            made = _panel(table, chart, rows, name, writer)
            if any(value is not None for one in made.series for value in one.values):
                yield made


def _panel(table: Table, chart: Chart, rows: list[tuple[Cell, ...]], name: str, writer: Writer) -> Panel:
    title = f"{writer.title(chart.name)} · {name}" if name else writer.title(chart.name)
    places = [table.place(column) for column in chart.series]
    kind = table.columns[places[0]].kind
    if chart.form is Form.BUCKETS:
        cells = [rows[0][place] for place in places]
        found = [_series("", kind, cells, writer)]
        labels = [writer.heading(column) for column in chart.series]
    else:
        assert chart.x is not None
        if chart.form is Form.ROWS:
            rows = rows[:_MOST_ROWS]
        if chart.form is Form.BAND:
            rows = [row for row in rows if row[places[0]] is not None]
        x = table.place(chart.x)
        labels = [_label(table.columns[x].kind, row[x], writer) for row in rows]
        found = [
            _series(writer.heading(column), kind, [row[place] for row in rows], writer)
            for column, place in zip(chart.series, places, strict=True)
        ]
    return Panel(title=title, form=chart.form, labels=tuple(labels), series=tuple(found), kind=kind)


def _series(label: str, kind: Kind, cells: list[Cell], writer: Writer) -> Series:
    said = tuple("" if cell is None else writer.cell(kind, cell) for cell in cells)
    return Series(label=label, values=tuple(_number(cell) for cell in cells), said=said)


def _number(cell: Cell) -> Fraction | None:
    if isinstance(cell, Money):
        return Fraction(cell.decimal)
    return Fraction(cell) if isinstance(cell, int | Fraction) else None


def _label(kind: Kind, cell: Cell, writer: Writer) -> str:
    """Short enough to stand under a bar."""
    if isinstance(cell, date):
        return f"{cell:%m-%d}"
    if kind is Kind.MONTH:
        year, _, month = str(cell).partition("-")
        return f"{writer.line('months').split()[int(month) - 1]} {year[2:]}"
    return writer.cell(kind, cell)
