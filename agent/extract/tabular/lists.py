"""Turns runs of rows without headings, each with a number and an amount, into tables of items."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from agent.extract.tabular.items import ItemRow, ItemTable, count_words, is_zero, item_row, row_amounts
from agent.extract.tabular.net_rows import ALIGNED, gross, netted
from agent.extract.text.numbers import Amount
from agent.extract.text.references import Finder
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Cue, Label

MOST_WORDS: Final = 7  # of a list's row beside its numbers
LEAST_NUMBER: Final = 5  # characters of a document's number that only arithmetic proves
SHORTEST_PLAIN: Final = 3  # digits of an amount without decimals in a list
_LABEL_END: Final = re.compile(r"[^\d\n:：]{0,8}[:：][^\d\n]{0,6}")
_REMARK: Final = re.compile(r"[(（][^()（）\n]*[)）]?\s*$")  # in brackets at the end of a row
_FORM: Final = 4  # cells of a form's row
FAR: Final = 3  # rows between two rows of one list
FARTHEST: Final = 6  # where their amounts end at one edge: remarks stand between them


def find_lists(script: Script, taken: set[int]) -> Iterator[list[int]]:
    """Runs of rows that each name one document with an amount, and little else."""
    run: list[int] = []
    for row in range(len(script.row_starts)):
        if row in taken or not _is_list_row(script, row):
            continue
        if run and (_is_far(script, run[-1], row) or script.rows[row].table != script.rows[run[-1]].table):
            yield from _sure(script, run)
            run = []
        run.append(row)
    yield from _sure(script, run)


def _is_far(script: Script, last: int, row: int) -> bool:
    """True for a row too far below the last one to be of one list with it."""
    if row - last <= FAR:
        return False
    if row - last > FARTHEST or script.rows[last].page != script.rows[row].page:
        return True
    ends = [_list_amounts(script, one)[-1] for one in (last, row)]
    first, second = (script.extent(one.start, one.end)[1] for one in ends)
    return abs(first - second) > ALIGNED


def _sure(script: Script, run: list[int]) -> Iterator[list[int]]:
    """A run of which some row has an amount that can be nothing else; no line that labels its amount, or has a fee of 0.00."""
    if not run or (len(run) == 1 and script.rows[run[0]].table is None and _is_labelled(script, run[0])):
        return
    if len(run) == 1 and (
        all(is_zero(one) for one in _list_amounts(script, run[0])) or _is_of_form(script, run[0])
    ):
        return
    if any(row_amounts(script, None, row) for row in run) or all(_is_open(script, row) for row in run):
        yield run


def _is_of_form(script: Script, row: int) -> bool:
    """True for a row of a form, label and value by turns, where the amount has a label of its own: Balance | 1,254.12 | Purpose | INV-1."""
    places = [one for one in script.places_of_row(row) if one.end > one.start]
    values = [
        one
        for before, one in pairwise(places)
        if not any(map(str.isdigit, script.text[before.start : before.end]))
    ]
    said = [amount.start for amount in _list_amounts(script, row)]
    said += [one.start for one in script.references_in(*script.row_span(row))]
    return len(places) >= _FORM and all(any(one.start <= at < one.end for one in values) for at in said)


def _is_open(script: Script, row: int) -> bool:
    """True for a row of a table whose digits alone are what its document's amount is in the ledger."""
    items = [one.item for one in script.references_in(*script.row_span(row)) if one.item]
    billed = {abs(money.decimal) for item in items for money in (item.billed, item.open)}
    return script.rows[row].table is not None and any(
        one.value in billed for one in _list_amounts(script, row)
    )


def _is_labelled(script: Script, row: int) -> bool:
    """True for a line whose words say what its only amount is: 付款金额:50,000.00 发票:26310001."""
    start, end = script.row_span(row)
    amounts = row_amounts(script, None, row)
    labels = within(script.hits.labels(Label.AMOUNT), start, end)
    return len(amounts) == 1 and any(
        hit.end <= amounts[0].start and _LABEL_END.fullmatch(script.text[hit.end : amounts[0].start])
        for hit in labels
    )


def _is_list_row(script: Script, row: int) -> bool:
    start, end = script.row_span(row)
    references = script.references_in(start, end)
    if not references or len({reference.number for reference in references}) != 1:
        return False
    if not _list_amounts(script, row):
        return False
    remark = _REMARK.search(script.text, start, end)
    words = count_words(script, start, remark.start() if remark else end)
    words -= sum(count_words(script, day.start, day.end) for day in script.days_in(start, end))
    return script.rows[row].table is not None or words <= MOST_WORDS


def proven_lists(script: Script, finder: Finder, taken: set[int]) -> Iterator[ItemTable]:
    """Lists of numbers that neither the ledger nor a label knows: only where they sum to an amount that is said."""
    run: list[ItemRow] = []
    for row in range(len(script.row_starts) + 1):
        item = (
            _numbered_row(script, finder, row) if row < len(script.row_starts) and row not in taken else None
        )
        is_next = item and (not run or (item.row - run[-1].row == 1 and _shape(item) == _shape(run[-1])))
        if is_next and item:
            run.append(item)
            continue
        if len(run) > 1 and _is_said(script, run):
            yield ItemTable(
                items=run,
                others=[],
                totals=[],
                columns=[],
                header=None,
                first_row=run[0].row,
                last_row=run[-1].row,
            )
        run = [item] if item else []


def _numbered_row(script: Script, finder: Finder, row: int) -> ItemRow | None:
    """A row of one long number and one amount after it."""
    start, end = script.row_span(row)
    amounts = row_amounts(script, None, row)
    if len(amounts) != 1 or script.references_in(start, end) or script.rows[row].table is not None:
        return None
    head = script.text[start : amounts[0].start].strip(" -*•:·\t")
    if (
        not head.isalnum()
        or len(head) < LEAST_NUMBER
        or sum(one.isdigit() for one in head) < LEAST_NUMBER - 2
    ):
        return None
    at = script.text.index(head, start)
    reference = finder.resolve(script.text, at, at + len(head))
    return item_row(script, None, row, [reference], amounts) if reference else None


def _shape(item: ItemRow) -> tuple[int, bool]:
    text = item.reference.text if item.reference else ""
    return len(text), text.isdigit()


def _is_said(script: Script, run: Sequence[ItemRow]) -> bool:
    total = sum((row.amounts[0].value for row in run), Decimal(0))
    first, last = script.row_span(run[0].row)[0], script.row_span(run[-1].row)[1]
    return any(one.value == total and not first <= one.start < last for one in script.amounts)


def _list_amounts(script: Script, row: int) -> list[Amount]:
    """The amounts of a list's row: of digits alone only the one after the number, where there is no other."""
    start, end = script.row_span(row)
    if sure := [one for one in row_amounts(script, None, row) if not _is_of_a_reason(script, one, start)]:
        return sure
    after = max((reference.end for reference in script.references_in(start, end)), default=end)
    plain = [one for one in script.amounts_in(after, end) if one.end - one.start >= SHORTEST_PLAIN]
    return plain if len(plain) == 1 and plain[0].is_plain else []


def _is_of_a_reason(script: Script, amount: Amount, start: int) -> bool:
    """True for an amount in a form's cell of its own, that a label names as a fee or the like: 手续费:0.00."""
    place = script.place_of(amount.start)
    if place is None or place.start == start:
        return False
    label = script.text[place.start : amount.start].rstrip(" ¥￥$")
    hits = within(script.hits.section("reasons"), place.start, amount.start)
    return label.endswith((":", "：")) and any(hit.start == place.start for hit in hits)


def list_table(script: Script, rows: Sequence[int]) -> ItemTable:
    """A list as a table, with the deductions that stand between its rows or right after them."""
    items, kept = [], []
    listed = {row: _list_amounts(script, row) for row in rows}
    less = netted(script, listed)
    for row, amounts in listed.items():
        if row in less:
            kept.append(item_row(script, None, row, [], less[row]))
            amounts = [gross(amounts)]
        elif less and len({one.value for one in amounts}) == 1:  # 357,00 ohne Abzug = 357,00
            amounts = amounts[-1:]
        items.append(item_row(script, None, row, script.references_in(*script.row_span(row)), amounts))
    table = ItemTable(
        items=items, others=kept, totals=[], columns=[], header=None, first_row=rows[0], last_row=rows[-1]
    )
    for row in range(rows[0] + 1, min(rows[-1] + FAR, len(script.row_starts))):
        if row in rows:
            continue
        start, end = script.row_span(row)
        amounts = row_amounts(script, None, row)
        if not amounts or script.references_in(start, end) or count_words(script, start, end) > MOST_WORDS:
            continue
        marks = within(script.hits.cues(Cue.DEDUCTION, Cue.DISCOUNT, Cue.LESS), start, end)
        marks += within(script.hits.section("reasons"), start, end)
        if marks and not within(script.hits.labels(Label.TOTAL, Label.SUBTOTAL), start, end):
            table.others.append(item_row(script, None, row, [], amounts))
            table.last_row = max(table.last_row, row)
    return table
