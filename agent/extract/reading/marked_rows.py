"""Finds the rows of a list that share a mark, a payment's number or its day, and alone make the sum that is stated."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from agent.extract.reading.choice import Total
from agent.extract.reading.findings import Findings
from agent.extract.tabular.columns import Header
from agent.extract.tabular.items import ItemRow, ItemTable
from agent.extract.tabular.lines import Candidate, candidates
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Column, Cue, Status

_CLEAR: Final = 2  # totals of a lower rank are said in clear words
_LONGEST_MARK: Final = 24  # characters
_LEAST_ROWS: Final = 2  # that share a mark, where no heading calls it a payment's
_PAYMENTS: Final = (Column.REFERENCE, Column.PAYMENT_DATE, Column.PAID)


def of_one_mark(parts: Sequence[Findings], totals: Sequence[Total]) -> tuple[Candidate, Total] | None:
    """The only reading of rows with one mark that makes a clear total which all rows don't make; None where there is none.

    Rows without a mark share that: of blocked items and others the others are paid.
    """
    clear = {total.value: total for total in totals if total.rank < _CLEAR}
    found: dict[tuple[tuple[str, str], ...], Candidate] = {}
    for part in parts if clear else ():
        for table in part.tables:
            for rows in _groups(part.script, table):
                few = replace(table, items=rows, totals=[])
                for one in candidates(part.script, few):
                    if one.total in clear:
                        found[tuple((line.reference.number, str(line.amount)) for line in one.lines)] = one
    if len(found) != 1:
        return None
    [one] = found.values()
    return one, clear[one.total]


def _groups(script: Script, table: ItemTable) -> Iterator[list[ItemRow]]:
    """The rows of a table by what stands in each of its columns of marks."""
    header = table.header
    if table.others or len(table.items) < _LEAST_ROWS:
        return
    paid = [row for row in table.items if _says_paid(script, row)]
    if 0 < len(paid) < len(table.items):
        yield paid
    if header is None:
        return
    for place in script.places_of_row(header.row):
        is_payment = any(
            one.role in _PAYMENTS for one in header.headings if place.start <= one.start < place.end
        )
        shared: dict[str, list[ItemRow]] = {}
        for row in table.items:
            mark = _mark(script, header, place, row)
            if mark is None:
                break  # what is paid, or for which document, is no mark
            shared.setdefault(mark, []).append(row)
        else:
            for mark, rows in shared.items():
                if len(rows) < len(table.items) and (len(rows) >= _LEAST_ROWS or (is_payment and mark)):
                    yield rows


def _says_paid(script: Script, row: ItemRow) -> bool:
    """True for a row of text with a verb of payment in a cell of its own: INV-1 | 312.00 | paid 12/11."""
    starts = {place.start for place in script.places_of_row(row.row)[1:]}
    hits = (script.hits.cues(Cue.PAID), script.hits.of("statuses", Status.DONE))
    return any(hit.start in starts for each in hits for hit in within(each, row.start, row.end))


def _mark(script: Script, header: Header, place: Place, row: ItemRow) -> str | None:
    """What a row has under a cell of the headings; None where that is an amount, a document's number, or much text."""
    under = [
        one
        for one in script.places_of_row(row.row)
        if one.end > one.start
        and (
            one.column == place.column
            if header.table is not None
            else one.box[0] < place.box[2] and place.box[0] < one.box[2]
        )
    ]
    text = " ".join(script.text[one.start : one.end] for one in under).strip(" -–—")
    is_number = row.reference is not None and any(one.start <= row.reference.start < one.end for one in under)
    has_amount = any(one.start <= amount.start < one.end for one in under for amount in row.amounts)
    return None if is_number or has_amount or len(text) > _LONGEST_MARK else text.casefold()
