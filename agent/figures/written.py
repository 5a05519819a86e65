"""Cells to text: as JSON has them, and as a language writes them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from agent.figures.table import Cell, Kind, Table
from agent.money import Money
from agent.rules.reports import ReportWords

PLACES: Final = {Kind.DAYS: 1, Kind.TIMES: 2, Kind.SHARE: 4}
_PERCENT_PLACES: Final = 1


def rounded(value: Fraction, places: int) -> Decimal:
    """Half away from zero, as people round."""
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if value >= 0 else -whole).scaleb(-places)


def json_line(table: Table, row: tuple[Cell, ...]) -> dict[str, Any]:
    """A row with the table's name; amounts, days and shares are strings, a share is one of 1, what is unknown is null."""
    cells = zip(table.columns, row, strict=True)
    return {"report": table.name, **{column.name: _plain(column.kind, cell) for column, cell in cells}}


def _plain(kind: Kind, cell: Cell) -> Any:
    if isinstance(cell, Money):
        return cell.amount
    if isinstance(cell, Fraction):
        return str(rounded(cell, PLACES[kind]))
    return cell.isoformat() if isinstance(cell, date) else cell


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes figures as one language does."""

    words: ReportWords

    def cell(self, kind: Kind, cell: Cell) -> str:
        """Without the currency, for it stands in a column or a title of its own; unknown figures are a dash."""
        if cell is None:
            return "" if kind in (Kind.TEXT, Kind.WORD, Kind.DAY) else self.words.word("format", "unknown")
        if isinstance(cell, Money):
            return self.number(cell.decimal)
        if isinstance(cell, Fraction):
            if kind is Kind.SHARE:
                number = self.number(rounded(cell * 100, _PERCENT_PLACES))
                return self.words.word("format", "percent").format(number=number)
            return self.number(rounded(cell, PLACES[kind]))
        if isinstance(cell, date):
            return cell.isoformat()
        if kind is Kind.WORD:
            return self.words.word("words", str(cell))
        return self.number(Decimal(cell)) if isinstance(cell, int) else cell

    def number(self, number: Decimal) -> str:
        """With the language's separators."""
        separators = str.maketrans(
            {",": self.words.word("format", "group"), ".": self.words.word("format", "point")}
        )
        return f"{number:,f}".translate(separators)

    def heading(self, column: str) -> str:
        """A column's heading."""
        return self.words.word("columns", column)

    def title(self, table: str) -> str:
        """A table's title."""
        return self.words.word("titles", table)

    def line(self, key: str, **values: object) -> str:
        """A line of the format section, its places filled."""
        return self.words.word("format", key).format(**values)

    def definitions(self, table: Table) -> list[str]:
        """What the table's figures mean, and where that is from."""
        return [self.words.word("explain", key) for key in table.explained]

    def notes(self, table: Table) -> list[str]:
        """What a reader must know of this table."""
        return [self.words.word("notes", key) for key in table.notes]
