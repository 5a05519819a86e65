"""Takes the rows below headings into a table: items, what is taken off them, and totals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from agent.extract.tabular.columns import MONEY, Header, Heading
from agent.extract.tabular.items import (
    ItemTable,
    TotalRow,
    amounts_below,
    column_sums,
    count_words,
    item_row,
    places_under,
    row_amounts,
)
from agent.extract.tabular.row_numbers import number_heading, row_references, side_by_side
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.references import Finder
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Hit, Label

_NUMBER: Final = re.compile(r"\d[.,]\d")
_APART: Final = 4  # rows of other things between two tables
_LEAST_CLOSED: Final = 2  # documents that a posting closes
ALIGNED: Final = 2.0  # points between the ends of two amounts of one column


def table_under(script: Script, finder: Finder, header: Header, last: int) -> ItemTable | None:
    """The table below a header."""
    numbers = number_heading(script, finder, header, last)
    table = ItemTable(
        items=[], others=[], totals=[], columns=[], header=header, first_row=header.row, last_row=header.row
    )
    orders = not any(
        script.references_in(*script.row_span(row)) for row in range(header.next_row, last)
    ) and not header.of(Column.INVOICE)
    idle = 0
    strays: list[int] = []
    for row in range(header.next_row, last):
        if row in table.continued:
            continue
        if (
            script.rows[row].table != header.table
            and header.table is None
            and script.rows[row].table is not None
        ):
            continue
        if _is_another(script, table, row, last, is_far=idle > _APART):
            break
        if _take_row(script, finder, header, numbers, row, table, orders):
            table.last_row, idle = row, 0
            continue
        if header.table is None and row_amounts(script, None, row):
            strays.append(row)
        if table.items and script.rows[row].table is None:
            idle += 1
            if idle > 12 and script.rows[row].page == script.rows[table.last_row].page:
                break
    table.others = [one for one in table.others if not _is_after_stray(table, one.row, strays)]
    return table if table.items else None


def _is_another(script: Script, table: ItemTable, row: int, last: int, *, is_far: bool) -> bool:
    """True for a row of the next payment, of another list whose headings nobody knows, or right above the next headings."""
    is_summed = _is_summed(table)
    is_over = is_summed and table.header is not None and table.header.table is None and _is_made(table)
    if (is_far or is_over) and _is_of_another(script, table, row):
        return True
    if is_far and is_summed:
        return True
    ends = bool(table.totals) and table.totals[-1].row == table.last_row
    return ends and _heads_next(script, row, last)


def _heads_next(script: Script, row: int, last: int) -> bool:
    """True for the row right above the next headings that names nothing of the ledger's: "Payment 4711, 3 Nov, 500.00"."""
    is_above = row + 1 == last < len(script.row_starts)
    return is_above and not any(one.item for one in script.references_in(*script.row_span(row)))


def _is_after_stray(table: ItemTable, row: int, strays: Sequence[int]) -> bool:
    """True for what is taken off below an amount that nobody knows the document of: it may be that one's."""
    above = max((item.row for item in table.items if item.row < row), default=row)
    return any(above < stray < row for stray in strays)


def _is_summed(table: ItemTable) -> bool:
    """True where the last row taken is the total of all."""
    last = table.totals[-1] if table.totals else None
    return last is not None and last.is_labelled and not last.is_part and last.row == table.last_row


def _is_made(table: ItemTable) -> bool:
    """True where the last row of totals is the sum of one of the columns so far."""
    sums = column_sums(table.items)
    return any(amount.value in sums for amount in table.totals[-1].values.values())


def _is_of_another(script: Script, table: ItemTable, row: int) -> bool:
    """True for a sum far below a list, that no column of it makes: "Amount: 3,512.83" of the next payment."""
    start, end = script.row_span(row)
    labels = script.hits.labels(Label.TOTAL, Label.AMOUNT)
    said = {one.value for one in script.amounts_in(start, end) if not one.is_plain}
    return bool(said) and bool(within(labels, start, end)) and not said & column_sums(table.items)


def _take_row(
    script: Script,
    finder: Finder,
    header: Header,
    numbers: Heading | None,
    row: int,
    table: ItemTable,
    orders: bool,
) -> bool:
    start, end = script.row_span(row)
    amounts = row_amounts(script, header, row)
    part = within(script.hits.labels(Label.SUBTOTAL), start, end)
    total = _total_labels(script, start, end)
    references = row_references(script, finder, header, numbers, row, orders, is_total=bool(part or total))
    amounts = [
        one
        for one in amounts
        if not any(one.start < other.end and other.start < one.end for other in references)
    ]
    if _is_posting(table, references, amounts):
        values = dict.fromkeys(table.totals[-1].values, amounts[-1])
        table.totals.append(TotalRow(row=row, values=values, is_labelled=True, is_part=False))
        return True
    if references and amounts and table.items and _is_claim(script, references, amounts, start, end):
        table.others.append(item_row(script, header, row, [], amounts))
        return True
    if references and amounts:
        for own, theirs in side_by_side(references, amounts):
            table.items.append(item_row(script, header, row, own, theirs))
        return True
    if references and not amounts and (below := amounts_below(script, header, row, table)):
        table.items.append(item_row(script, header, row, references, below))
        table.continued.add(row + 1)
        return True
    if references and not amounts:
        table.unread += _unread_amounts(script, header, row, references)
        return False
    if not amounts and table.items and not references and _withholds(script, start, end):
        amounts = _aligned(script, row, table)
    if not amounts:
        return False
    if part or total or not count_words(script, start, end):
        values = {index: amount for index, amount in enumerate(amounts)}
        is_part = bool(part) and not _is_grand(script, start, end)
        table.totals.append(TotalRow(row=row, values=values, is_labelled=bool(total), is_part=is_part))
        return True
    return _take_unnumbered(script, header, row, table, amounts)


def _is_posting(table: ItemTable, references: Sequence[Reference], amounts: Sequence[Amount]) -> bool:
    """True below the total for a number that nobody knows with just that sum: the payment's own posting."""
    if not references or any(one.item for one in references) or len(table.items) < _LEAST_CLOSED:
        return False
    said = {one.value for one in amounts}
    return len(said) == 1 and _is_summed(table) and _is_made(table) and said <= column_sums(table.items)


def _take_unnumbered(
    script: Script, header: Header, row: int, table: ItemTable, amounts: Sequence[Amount]
) -> bool:
    """A row that names no document: what is on account, the payment's own posting, or something taken off."""
    start, end = script.row_span(row)
    if table.items and _is_on_account(script, start, end, amounts):
        table.ahead.append(item_row(script, header, row, [], amounts))
        return True
    if offset := _offset(table, amounts):
        table.totals.append(TotalRow(row=row, values={0: offset}, is_labelled=True, is_part=False))
        return True
    is_taken = _withholds(script, start, end) or all(amount.value < 0 for amount in amounts)
    if table.items and is_taken and len(script.places_of_row(row)) > 1:
        table.others.append(item_row(script, header, row, [], amounts))
        return True
    return False


def _is_on_account(script: Script, start: int, end: int, amounts: Sequence[Amount]) -> bool:
    """True for a row of one amount above nothing that is paid for nothing billed yet: "On account 240.00"."""
    said = within(script.hits.cues(Cue.AHEAD, Cue.ON_ACCOUNT), start, end)
    is_off = within(script.hits.cues(Cue.LESS, Cue.DEDUCTION), start, end)
    return bool(said) and not is_off and len(amounts) == 1 and amounts[0].value > 0


def _offset(table: ItemTable, amounts: Sequence[Amount]) -> Amount | None:
    """The payment's own posting, that closes all above it, as their sum: -23,800.00, -11,900.00 and then 35,700.00."""
    if len(amounts) != 1 or len(table.items) < _LEAST_CLOSED or table.others:
        return None
    if any(len(item.amounts) != 1 for item in table.items):
        return None
    whole = sum(item.amounts[0].value for item in table.items)
    return replace(amounts[0], value=-amounts[0].value) if whole and amounts[0].value == -whole else None


def _withholds(script: Script, start: int, end: int) -> bool:
    """True for words of a reason, or of something taken off."""
    less = script.hits.cues(Cue.DEDUCTION, Cue.DISCOUNT, Cue.LESS, Cue.CREDIT_NOTE)
    return bool(within(script.hits.section("reasons"), start, end) or within(less, start, end))


def _aligned(script: Script, row: int, table: ItemTable) -> list[Amount]:
    """Bare digits alone in their cell that end where the amounts above end: a fee of 30 below 126,000."""
    edges = [
        script.extent(one.start, one.end)[1]
        for item in table.items
        if script.rows[item.row].page == script.rows[row].page
        for one in item.amounts
    ]
    return [
        one
        for one in script.amounts_in(*script.row_span(row))
        if _is_alone(script, one)
        and any(abs(script.extent(one.start, one.end)[1] - edge) < ALIGNED for edge in edges)
    ]


def _is_alone(script: Script, one: Amount) -> bool:
    place = script.place_of(one.start)
    return (
        place is not None and script.text[place.start : place.end].strip() == script.text[one.start : one.end]
    )


def _unread_amounts(script: Script, header: Header, row: int, references: Sequence[Reference]) -> list[str]:
    """The document of a row of which a column of money holds digits that are no amount: 796.1520."""
    cells = (place for heading in header.of(*MONEY) for place in places_under(script, header, heading, row))
    is_there = any(_NUMBER.search(script.text, place.start, place.end) for place in cells)
    return [references[0].number] if is_there and references[0].item else []


def _is_claim(
    script: Script, references: Sequence[Reference], amounts: Sequence[Amount], start: int, end: int
) -> bool:
    """True for a deduction with a number of the customer's own: C-30887 damaged in transit -365.04."""
    if any(reference.item for reference in references) or within(
        script.hits.cues(Cue.CREDIT_NOTE), start, end
    ):
        return False
    reasons = within(script.hits.section("reasons"), start, end)
    less = within(script.hits.cues(Cue.DEDUCTION, Cue.LESS), start, end)
    return bool(reasons or less) and all(amount.value <= 0 for amount in amounts)


def _total_labels(script: Script, start: int, end: int) -> list[Hit]:
    """What makes a row one of totals: a word for total anywhere, or "Payment amount" at its beginning."""
    total = within(script.hits.labels(Label.TOTAL), start, end)
    names_item = any(reference.item for reference in script.references_in(start, end))
    amount = [
        hit
        for hit in within(script.hits.labels(Label.AMOUNT), start, end)
        if hit.start - start < 3 or not names_item
    ]
    return total or amount


def _is_grand(script: Script, start: int, end: int) -> bool:
    """True where a row says total as well as subtotal in words that do not overlap."""
    return any(hit.key == Label.TOTAL for hit in within(script.hits.labels(Label.TOTAL), start, end))
