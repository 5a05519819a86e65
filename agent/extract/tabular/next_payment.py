"""Says where the list of the next payment begins under headings that are the same as those of the list before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from agent.extract.tabular.items import ItemTable, TotalRow
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Label

_REFERENCE: Final = re.compile(r"[\w/-]*\d[\w/-]{3,}")


def begins_payment(script: Script, tables: Sequence[ItemTable], following: ItemTable) -> bool:
    """True where each list stands below a reference of a payment, and the one below this list was not shown before."""
    start, end = script.row_span(tables[-1].last_row)[1], script.row_span(following.first_row)[0]
    shown = script.text[:start]
    is_first_headed = any(_references(script, 0, script.row_span(tables[0].first_row)[0]))
    return is_first_headed and any(number not in shown for number in _references(script, start, end))


def _references(script: Script, start: int, end: int) -> Iterator[str]:
    """Numbers right of a label of a payment's reference."""
    for hit in within(script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE), start, end):
        row_end = script.row_span(script.row_of(hit.start))[1]
        if found := _REFERENCE.search(script.text, hit.end, row_end):
            yield found[0]


def own_totals(table: ItemTable) -> list[TotalRow]:
    """The totals of a list that is a payment's own: what is called a subtotal is all of it."""
    return [replace(total, is_part=False) for total in table.totals]
