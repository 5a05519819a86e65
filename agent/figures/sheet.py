"""Tables to a workbook: a sheet each, numbers as numbers, with charts that Excel draws itself; the same bytes each time."""

import io
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from fractions import Fraction
from itertools import groupby
from typing import Any, Final
from unicodedata import east_asian_width

from agent.figures.table import Cell, Chart, Form, Kind, Table
from agent.figures.written import PLACES, Writer, rounded
from agent.money import Money, exponent

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31  # of a sheet, as Excel has it
_WIDEST: Final = 60
_WIDE: Final = 110  # columns of letters that a screen shows
_TYPES: Final[dict[Form, dict[str, str]]] = {
    Form.LINES: {"type": "line"},
    Form.BAND: {"type": "line"},
    Form.BARS: {"type": "column"},
    Form.BUCKETS: {"type": "column"},
    Form.STACKED: {"type": "column", "subtype": "stacked"},
}
_COLOURS: Final = ("#2F6DB3", "#D99A1C", "#3D9A8B", "#C8553D", "#7A5EA8")
_NUMBERS: Final = {Kind.COUNT: "#,##0", Kind.DAYS: "#,##0.0", Kind.TIMES: "#,##0.00", Kind.SHARE: "0.0%"}
_CHART_WIDTH: Final = 560
_CHART_ROWS: Final = 17  # that a chart covers


def workbook(tables: Sequence[Table], writer: Writer, at: datetime, subtitle: str) -> bytes:
    """A sheet for each table, and one that says what the figures mean; `at` stands in its properties."""
    import xlsxwriter  # only where a workbook is written

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": at.astimezone(UTC).replace(tzinfo=None)})
        formats = _Formats(book)
        names = list(_names(tables, writer))
        for table, name in zip(tables, names, strict=True):
            _fill(book, book.add_worksheet(name), table, name, writer, formats)
        _define(
            book.add_worksheet(writer.line("definitions")[:_LONGEST_NAME]), tables, writer, formats, subtitle
        )
    return out.getvalue()


class _Formats:
    """Formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def of(self, pattern: str) -> Any:
        """For numbers and days of this pattern."""
        return self._get(pattern, {"num_format": pattern})

    def heading(self, *, is_text: bool = True) -> Any:
        """Above text, or above figures."""
        align = "left" if is_text else "right"
        return self._get(f"heading {align}", {"bold": True, "bottom": 1, "text_wrap": True, "align": align})

    def wrapped(self) -> Any:
        """Text over several lines."""
        return self._get("wrapped", {"text_wrap": True, "valign": "top"})

    def _get(self, key: str, properties: dict[str, Any]) -> Any:
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]


def _names(tables: Sequence[Table], writer: Writer) -> Iterator[str]:
    """Titles as Excel takes them for sheets, each once."""
    used: set[str] = {writer.line("definitions").casefold()}
    for table in tables:
        name = _FORBIDDEN.sub(" ", writer.title(table.name))[:_LONGEST_NAME].strip()
        number = 2
        while name.casefold() in used:
            name = f"{name[: _LONGEST_NAME - 2].strip()} {number}"
            number += 1
        used.add(name.casefold())
        yield name


def _fill(book: Any, sheet: Any, table: Table, name: str, writer: Writer, formats: _Formats) -> None:
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    widths: list[int] = []
    for place, column in enumerate(table.columns):
        sheet.write_string(
            0, place, writer.heading(column.name), formats.heading(is_text=column.kind.is_text)
        )
        texts = (writer.cell(column.kind, row[place]) for row in table.rows[:500])
        widest = max((_width(text) for text in (writer.heading(column.name), *texts)), default=0)
        widths.append(min(_WIDEST, widest + 2))
        sheet.set_column(place, place, widths[-1])
    for number, row in enumerate(table.rows, start=1):
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, number, place, column.kind, cell, writer, formats)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    # Beside a narrow table, below a wide one: where they are seen without looking for them.
    is_wide = sum(widths) > _WIDE
    top, left = (len(table.rows) + 2, 0) if is_wide else (1, len(table.columns) + 1)
    # Long names beside bars leave Excel no room for the bars.
    drawable = [chart for chart in table.charts if chart.form is not Form.ROWS]
    charts = [(chart, *group) for chart in drawable for group in _groups(table)]
    for number, (chart, first, last, currency) in enumerate(charts):
        title = f"{writer.title(chart.name)} {currency}".strip()
        drawn = _chart(book, name, table, chart, (first, last), title, writer)
        below, beside = divmod(number, 2)
        moved = {"x_offset": beside * (_CHART_WIDTH + 20)}
        sheet.insert_chart(top + below * _CHART_ROWS, left, drawn, moved)


def _write(
    sheet: Any, row: int, place: int, kind: Kind, cell: Cell, writer: Writer, formats: _Formats
) -> None:
    """What is not known stays empty, so that sums and charts pass it over."""
    if isinstance(cell, Money):
        places = exponent(cell.currency)
        pattern = f"#,##0.{'0' * places}".rstrip(".")
        sheet.write_number(row, place, cell.decimal, formats.of(f"{pattern};[Red]-{pattern}"))
    elif isinstance(cell, Fraction):
        sheet.write_number(row, place, rounded(cell, PLACES[kind]), formats.of(_NUMBERS[kind]))
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, datetime(cell.year, cell.month, cell.day), formats.of("yyyy-mm-dd"))  # noqa: DTZ001 - a civil day
    elif isinstance(cell, int):
        sheet.write_number(row, place, cell, formats.of(_NUMBERS[Kind.COUNT]))
    elif cell is not None:
        sheet.write_string(row, place, writer.cell(kind, cell))


def _groups(table: Table) -> Iterator[tuple[int, int, str]]:
    """First and last row of each currency, counted as on the sheet; of a table without one, all rows."""
    currencies = [row[0] if table.columns[0].name == "currency" else "" for row in table.rows]
    start = 1
    for currency, found in groupby(currencies):
        count = len(list(found))
        yield start, start + count - 1, str(currency)
        start += count


def _chart(
    book: Any, name: str, table: Table, chart: Chart, rows: tuple[int, int], title: str, writer: Writer
) -> Any:
    """A native chart over the cells of one currency."""
    drawn = book.add_chart(_TYPES[chart.form])
    places = [table.place(column) for column in chart.series]
    first, last = rows
    if chart.form is Form.BUCKETS:
        found = [([name, 0, places[0], 0, places[-1]], [name, first, places[0], first, places[-1]], "")]
    else:
        assert chart.x is not None
        x = table.place(chart.x)
        found = [
            ([name, first, x, last, x], [name, first, place, last, place], writer.heading(column))
            for column, place in zip(chart.series, places, strict=True)
        ]
    for place, (categories, values, label) in enumerate(found):
        colour = _COLOURS[place % len(_COLOURS)]
        series: dict[str, Any] = {"categories": categories, "values": values, "name": label or title}
        if _TYPES[chart.form]["type"] == "line":
            series |= {"line": {"color": colour, "width": 2.25}}
        else:
            series |= {"fill": {"color": colour}, "gap": 60}
        drawn.add_series(series)
    drawn.set_title({"name": title, "name_font": {"size": 12}})
    drawn.set_legend({"none": True} if len(found) == 1 else {"position": "bottom"})
    drawn.set_x_axis({"text_axis": True})
    pattern = "0%" if table.columns[places[0]].kind is Kind.SHARE else "#,##0"
    gridlines = {"visible": True, "line": {"color": "#E3E7EC"}}
    drawn.set_y_axis({"num_format": pattern, "major_gridlines": gridlines})
    drawn.set_size({"width": _CHART_WIDTH, "height": 320})
    return drawn


def _define(sheet: Any, tables: Sequence[Table], writer: Writer, formats: _Formats, subtitle: str) -> None:
    """What the figures mean, and where that is from."""
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 110)
    sheet.write_string(0, 0, subtitle, formats.heading())
    row = 1
    for table in tables:
        for line in (*writer.definitions(table), *writer.notes(table)):
            sheet.write_string(row, 0, writer.title(table.name), formats.wrapped())
            sheet.write_string(row, 1, line, formats.wrapped())
            row += 1


def _width(text: str) -> int:
    """Columns of a sheet's font."""
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text)
