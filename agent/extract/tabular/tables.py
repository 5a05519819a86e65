"""Turns the rows of a document into tables of items: under their headings, or lists without any."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from agent.extract.tabular.blocks import find_blocks
from agent.extract.tabular.column_proofs import WITHHELD
from agent.extract.tabular.columns import MONEY, Header
from agent.extract.tabular.headers import find_headers
from agent.extract.tabular.items import ItemTable, heading_of
from agent.extract.tabular.lists import find_lists, list_table, proven_lists
from agent.extract.tabular.money_columns import settle_columns
from agent.extract.tabular.next_payment import begins_payment, own_totals
from agent.extract.tabular.row_days import name_days
from agent.extract.tabular.statuses import is_unpaid, stretches, unpaid_by_state
from agent.extract.tabular.summed_rows import name_group_sums, name_parts, set_aside_sums, share_payments
from agent.extract.tabular.under_headings import table_under
from agent.extract.text.references import Finder
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Label, Vocabulary


def find_tables(
    script: Script, finder: Finder, vocabulary: Vocabulary, speaking: frozenset[int]
) -> list[ItemTable]:
    """The tables and lists of items in a document, from the top. `speaking` rows are sentences, no list's rows."""
    if not script.amounts:
        return []
    headers = find_headers(script, vocabulary)
    tables: list[ItemTable] = []
    taken: set[int] = set()
    for header, last in _reaches(script, headers):
        table = table_under(script, finder, header, last)
        if table and _is_labels(script, table):
            taken |= table.rows() if _is_of_charges(table) else set()
            continue  # Payment ref | Amount, and their values below
        if table and tables and _goes_on(tables[-1], table):
            if begins_payment(script, tables, table):
                tables[-1].totals, table.totals = own_totals(tables[-1]), own_totals(table)
                tables.append(table)
            else:
                _append(tables[-1], table)
        elif table:
            tables.append(table)
        if table:
            taken |= table.rows()
    blocks = list(find_blocks(script, taken))
    taken |= {row for table in blocks for row in table.rows()}
    for rows in find_lists(script, taken | speaking):
        tables.append(list_table(script, rows))
    taken |= {row.row for table in tables for row in table.items}
    tables += proven_lists(script, finder, taken | speaking)
    for table in tables:
        _set_aside_discounts(script, table)
        set_aside_sums(table)
        settle_columns(script, table)
        name_parts(table)
        share_payments(table)
        name_group_sums(table)
        name_days(script, table)
        others = unpaid_by_state(script, table.header, table.items)
        table.items = [
            row
            for row, stretch in zip(table.items, stretches(script, table.items), strict=True)
            if row.row not in others and not is_unpaid(script, table.header, row, stretch)
        ]
    tables += blocks
    return sorted((table for table in tables if table.items), key=lambda table: table.first_row)


def _set_aside_discounts(script: Script, table: ItemTable) -> None:
    """Rows that take a discount off the document right above are no documents of their own: "less 2 % on INV-1 -11.90"."""
    for above, row in list(pairwise(table.items)):
        is_same = above.reference and row.reference and above.reference.number == row.reference.number
        if is_same and row.amounts and all(amount.value < 0 for amount in row.amounts):
            cues = script.hits.cues(Cue.DISCOUNT, Cue.DEDUCTION)
            if not row.is_credit and within(cues, row.start, row.end):
                table.items.remove(row)
                table.others.append(row)


def _reaches(script: Script, headers: Sequence[Header]) -> Iterator[tuple[Header, int]]:
    """Each header with the row before the next one, or the end of its format's table."""
    for index, header in enumerate(headers):
        last = headers[index + 1].row if index + 1 < len(headers) else len(script.row_starts)
        if header.table is not None:
            same = header.next_row
            while same < last and script.rows[same].table == header.table:
                same += 1
            last = same
        yield header, last


def _is_labels(script: Script, table: ItemTable) -> bool:
    """True for labels that stand over their values, which list no documents."""
    return _is_posting(script, table) or _is_of_charges(table)


def _is_posting(script: Script, table: ItemTable) -> bool:
    """True for one row that names nothing of the ledger's under a label of references, where the document names some."""
    told = table.items[0].reference if len(table.items) == 1 else None
    if table.header is None or told is None or told.item is not None:
        return False
    over = heading_of(script, table.header, told.start, told.end)
    labels = script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE, Label.REFERENCE_WEAK)
    is_label = over is not None and any(hit.start == over.start for hit in labels)
    return is_label and any(one.item for one in script.references)


def _is_of_charges(table: ItemTable) -> bool:
    """True where no heading names documents, and the only money is what was taken off: no document's amount is there."""
    if table.header is None or table.header.of(Column.INVOICE):
        return False
    roles = {heading.role for heading in table.header.of(*MONEY)}
    return bool(roles) and roles <= set(WITHHELD)


def _goes_on(table: ItemTable, following: ItemTable) -> bool:
    """True where a header is repeated: on the next page, or for the next group."""
    return bool(table.header and following.header and table.header.roles == following.header.roles and not (
        table.totals and not table.totals[-1].is_part and table.totals[-1].is_labelled
    ))  # fmt: skip


def _append(table: ItemTable, following: ItemTable) -> None:
    table.items += following.items
    table.others += following.others
    table.ahead += following.ahead
    table.totals += following.totals
    table.last_row = following.last_row
    table.headings_again |= following.headings_again | (
        following.header.rows() if following.header else set()
    )
