"""Turns the rows of a document into tables of items: each row's document, and its amounts by column."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from agent.extract.columns import MONEY, NUMBERED, Header, Heading, find_headers, nearest
from agent.extract.numbers import Amount
from agent.extract.references import Finder, Reference
from agent.extract.script import Place, Script, within
from agent.rules.vocabulary import Column, Cue, Label, Vocabulary

MOST_WORDS: Final = 7  # of a list's row beside its numbers
SHORTEST_PLAIN: Final = 3  # digits of an amount without decimals in a list
FAR: Final = 3  # rows between two rows of one list


@dataclass(slots=True, kw_only=True)
class ItemRow:
    """A row that names one document, or a deduction without one; its amounts by column."""

    row: int
    start: int
    end: int
    reference: Reference | None
    amounts: list[Amount]
    values: dict[int, Amount] = field(default_factory=dict)
    is_credit: bool = False  # the ledger or the row's own words say credit note
    reason: str | None = None
    payment: str | None = None  # what stands in the column of payment references
    paid_on: date | None = None  # the day in the column of payment days
    currency: str | None = None


@dataclass(slots=True, kw_only=True)
class NumberColumn:
    """A column of amounts."""

    index: int
    left: float
    right: float
    role: Column | None = None
    text: str = ""
    currency: str | None = None
    start: int = 0


@dataclass(slots=True, kw_only=True)
class TotalRow:
    """A row of totals."""

    row: int
    values: dict[int, Amount]
    is_labelled: bool
    is_part: bool  # a subtotal, or carried forward


@dataclass(slots=True, kw_only=True)
class ItemTable:
    """Rows of items under one header, or a list without one."""

    items: list[ItemRow]
    others: list[ItemRow]  # deductions that name no document
    totals: list[TotalRow]
    columns: list[NumberColumn]
    header: Header | None
    first_row: int
    last_row: int

    def rows(self) -> set[int]:
        """All rows that the table has taken."""
        taken = {row.row for row in (*self.items, *self.others)} | {total.row for total in self.totals}
        return taken | ({self.header.row, self.header.next_row - 1} if self.header else set())


def find_tables(
    script: Script, finder: Finder, vocabulary: Vocabulary, speaking: frozenset[int]
) -> list[ItemTable]:
    """The tables and lists of items in a document, from the top. `speaking` rows are sentences, no list's rows."""
    headers = find_headers(script, vocabulary)
    tables: list[ItemTable] = []
    taken: set[int] = set()
    for header, last in _reaches(script, headers):
        table = _under(script, finder, header, last)
        if table and tables and _goes_on(tables[-1], table):
            _append(tables[-1], table)
        elif table:
            tables.append(table)
        if table:
            taken |= table.rows()
    for rows in _lists(script, taken | speaking):
        tables.append(_list_table(script, rows))
    for table in tables:
        _settle_columns(script, table)
    return sorted((table for table in tables if table.items), key=lambda table: table.first_row)


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


def _under(script: Script, finder: Finder, header: Header, last: int) -> ItemTable | None:
    """The table below a header."""
    numbers = _number_heading(script, header, last)
    table = ItemTable(
        items=[], others=[], totals=[], columns=[], header=header, first_row=header.row, last_row=header.row
    )
    orders = not any(
        script.references_in(*script.row_span(row)) for row in range(header.next_row, last)
    ) and not header.of(Column.INVOICE)
    idle = 0
    for row in range(header.next_row, last):
        if (
            script.rows[row].table != header.table
            and header.table is None
            and script.rows[row].table is not None
        ):
            continue
        if _take_row(script, finder, header, numbers, row, table, orders):
            table.last_row, idle = row, 0
        elif table.items and script.rows[row].table is None:
            idle += 1
            if idle > 12 and script.rows[row].page == script.rows[table.last_row].page:
                break
    return table if table.items else None


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
    amounts = _row_amounts(script, header, row)
    part = within(script.hits.labels(Label.SUBTOTAL), start, end)
    total = within(script.hits.labels(Label.TOTAL), start, end)
    references = _row_references(script, finder, header, numbers, row, orders, is_total=bool(part or total))
    if references and amounts:
        for own, theirs in _side_by_side(references, amounts):
            table.items.append(_item(script, header, row, own, theirs))
        return True
    if references and table.items and not amounts:
        return False
    if not amounts:
        return False
    if part or total or not _words(script, start, end):
        values = {index: amount for index, amount in enumerate(amounts)}
        is_part = bool(part) and not _is_grand(script, start, end)
        table.totals.append(TotalRow(row=row, values=values, is_labelled=bool(total), is_part=is_part))
        return True
    reasons = within(script.hits.section("reasons"), start, end)
    less = within(script.hits.cues(Cue.DEDUCTION, Cue.DISCOUNT, Cue.LESS, Cue.CREDIT_NOTE), start, end)
    if table.items and (reasons or less) and len(script.places_of_row(row)) > 1:
        table.others.append(_item(script, header, row, [], amounts))
        return True
    return False


def _side_by_side(
    references: Sequence[Reference], amounts: Sequence[Amount]
) -> list[tuple[Sequence[Reference], Sequence[Amount]]]:
    """A row of several documents, each with its amounts after it, as in two tables side by side."""
    distinct = {reference.number: reference for reference in references}
    ordered = sorted(distinct.values(), key=lambda one: one.start)
    if len(ordered) < 2:
        return [(references, amounts)]
    edges = [*(one.start for one in ordered), amounts[-1].end + 1]
    parts: list[tuple[Sequence[Reference], Sequence[Amount]]] = [
        ([one], [amount for amount in amounts if start <= amount.start < end])
        for one, start, end in zip(ordered, edges, edges[1:], strict=False)
    ]
    same = {len(theirs) for _, theirs in parts}
    return parts if len(same) == 1 and 0 not in same else [(references, amounts)]


def _is_grand(script: Script, start: int, end: int) -> bool:
    """True where a row says total as well as subtotal in words that do not overlap."""
    return any(hit.key == Label.TOTAL for hit in within(script.hits.labels(Label.TOTAL), start, end))


def _row_amounts(script: Script, header: Header | None, row: int) -> list[Amount]:
    """The amounts of a row: bare digits only in a column of money."""
    start, end = script.row_span(row)
    found = []
    for amount in script.amounts_in(start, end):
        if not amount.is_plain or (
            header
            and (heading := _heading_of(script, header, amount.start, amount.end))
            and heading.role in MONEY
        ):
            found.append(amount)
    return found


def _heading_of(script: Script, header: Header, start: int, end: int) -> Heading | None:
    place = script.place_of(start)
    if place is not None and header.table is not None:
        return next((heading for heading in header.headings if heading.column == place.column), None)
    return nearest(header.headings, *script.extent(start, end))


def _number_heading(script: Script, header: Header, last: int) -> Heading | None:
    """The column of our numbers: where the ledger's numbers stand, else the first that is called invoice."""
    votes: Counter[int] = Counter()
    for row in range(header.next_row, min(last, header.next_row + 60)):
        for reference in script.references_in(*script.row_span(row)):
            heading = _heading_of(script, header, reference.start, reference.end)
            if heading and reference.item:
                votes[heading.start] += 1
    if votes:
        best = votes.most_common(1)[0][0]
        return next(heading for heading in header.headings if heading.start == best)
    invoices = header.of(Column.INVOICE)
    return max(invoices, key=lambda heading: (len(heading.text), -heading.start), default=None)


def _row_references(
    script: Script,
    finder: Finder,
    header: Header,
    numbers: Heading | None,
    row: int,
    orders: bool,
    *,
    is_total: bool,
) -> list[Reference]:
    """The documents of a row: the ledger's, else what stands in the column of numbers, else those of its PO."""
    start, end = script.row_span(row)
    known = script.references_in(start, end)
    if any(reference.item for reference in known):
        return [reference for reference in known if reference.item]
    if is_total:
        return []
    if numbers is not None and (found := _in_column(script, finder, header, numbers, row)):
        return [found]
    if known:
        return known
    for heading in header.of(Column.PURCHASE_ORDER):
        for place in _places_under(script, header, heading, row):
            if ordered := finder.orders(script.text, place.start, place.end):
                return ordered
    return finder.orders(script.text, start, end) if orders else []


def _in_column(
    script: Script, finder: Finder, header: Header, numbers: Heading, row: int
) -> Reference | None:
    """What stands in the column of numbers, if it is a number of a document."""
    for place in _places_under(script, header, numbers, row):
        if whole := _over_two_rows(script, finder, header, numbers, row, place):
            return whole
        reference = finder.resolve(script.text, place.start, place.end)
        if reference is None or _is_decimal(script, reference):
            continue
        days = script.days_in(place.start, place.end)
        if not any(day.start <= reference.start < day.end for day in days):
            return reference
    return None


def _over_two_rows(
    script: Script, finder: Finder, header: Header, numbers: Heading, row: int, place: Place
) -> Reference | None:
    """A number of the ledger that a narrow cell breaks over two rows, the second of which holds nothing else."""
    if row + 1 >= len(script.row_starts):
        return None
    below = [one for one in script.places_of_row(row + 1) if one.end > one.start]
    if len(below) != 1 or below[0] not in _places_under(script, header, numbers, row + 1):
        return None
    spelled = script.text[place.start : place.end] + script.text[below[0].start : below[0].end]
    item = finder.ledger.number(spelled)
    return Reference(start=place.start, end=place.end, text=spelled, item=item) if item else None


def _is_decimal(script: Script, reference: Reference) -> bool:
    return any(not amount.is_plain for amount in script.amounts_in(reference.start, reference.end))


def _places_under(script: Script, header: Header, heading: Heading, row: int) -> list[Place]:
    places = [place for place in script.places_of_row(row) if place.end > place.start]
    if header.table is not None:
        return [place for place in places if place.column == heading.column]
    return [place for place in places if nearest(header.headings, place.box[0], place.box[2]) is heading]


def _item(
    script: Script,
    header: Header | None,
    row: int,
    references: Sequence[Reference],
    amounts: Sequence[Amount],
) -> ItemRow:
    start, end = script.row_span(row)
    distinct = {reference.number: reference for reference in references}
    reference = next(iter(distinct.values())) if distinct else None
    reasons = within(script.hits.section("reasons"), start, end)
    credit = within(script.hits.cues(Cue.CREDIT_NOTE), start, end)
    item = reference.item if reference else None
    payment, paid_on = _row_payment(script, header, row) if header else (None, None)
    return ItemRow(
        row=row, start=start, end=end, reference=reference, amounts=list(amounts),
        is_credit=item.is_credit if item else bool(credit),
        reason=reasons[0].key if reasons else None, payment=payment, paid_on=paid_on,
        currency=_row_currency(script, header, row),
    )  # fmt: skip


def _row_payment(script: Script, header: Header, row: int) -> tuple[str | None, date | None]:
    """Reference and day of the payment that a row belongs to, where columns say it for each row."""
    payment = paid_on = None
    for heading in header.of(Column.REFERENCE):
        for place in _places_under(script, header, heading, row):
            payment = script.text[place.start : place.end]
    for heading in header.of(Column.PAYMENT_DATE):
        for place in _places_under(script, header, heading, row):
            paid_on = next((day.value for day in script.days_in(place.start, place.end) if day.value), None)
    return payment, paid_on


def _row_currency(script: Script, header: Header | None, row: int) -> str | None:
    for heading in header.of(Column.CURRENCY) if header else ():
        for place in _places_under(script, header, heading, row) if header else ():
            text = script.text[place.start : place.end].strip()
            if len(text) == 3 and text.isupper():
                return "CNY" if text == "RMB" else text
    return None


def _words(script: Script, start: int, end: int) -> int:
    """Words of a stretch that are no numbers, days or currency codes."""
    count = 0
    for word in script.text[start:end].replace(",", " ").split():
        letters = "".join(character for character in word if character.isalpha())
        if letters and len(letters) > 1 and not (len(letters) == 3 and letters.isupper()):
            count += 1 if letters.isascii() or len(letters) < 5 else len(letters) // 3
    return count


def _goes_on(table: ItemTable, following: ItemTable) -> bool:
    """True where a header is repeated: on the next page, or for the next group."""
    return bool(table.header and following.header and table.header.roles == following.header.roles and not (
        table.totals and not table.totals[-1].is_part and table.totals[-1].is_labelled
    ))  # fmt: skip


def _append(table: ItemTable, following: ItemTable) -> None:
    table.items += following.items
    table.others += following.others
    table.totals += following.totals
    table.last_row = following.last_row


def _lists(script: Script, taken: set[int]) -> Iterator[list[int]]:
    """Runs of rows that each name one document with an amount, and little else."""
    run: list[int] = []
    for row in range(len(script.row_starts)):
        if row in taken or not _is_list_row(script, row):
            continue
        if run and (row - run[-1] > FAR or script.rows[row].table != script.rows[run[-1]].table):
            yield from _sure(script, run)
            run = []
        run.append(row)
    yield from _sure(script, run)


def _sure(script: Script, run: list[int]) -> Iterator[list[int]]:
    """A run of which some row has an amount that can be nothing else."""
    if any(_row_amounts(script, None, row) for row in run):
        yield run


def _is_list_row(script: Script, row: int) -> bool:
    start, end = script.row_span(row)
    references = script.references_in(start, end)
    if not references or len({reference.number for reference in references}) != 1:
        return False
    if not _list_amounts(script, row):
        return False
    return script.rows[row].table is not None or _words(script, start, end) <= MOST_WORDS


def _list_amounts(script: Script, row: int) -> list[Amount]:
    """The amounts of a list's row: of digits alone only the one after the number, where there is no other."""
    start, end = script.row_span(row)
    if sure := _row_amounts(script, None, row):
        return sure
    after = max((reference.end for reference in script.references_in(start, end)), default=end)
    plain = [one for one in script.amounts_in(after, end) if one.end - one.start >= SHORTEST_PLAIN]
    return plain if len(plain) == 1 else []


def _list_table(script: Script, rows: Sequence[int]) -> ItemTable:
    items = []
    for row in rows:
        references = script.references_in(*script.row_span(row))
        items.append(_item(script, None, row, references, _list_amounts(script, row)))
    table = ItemTable(
        items=items, others=[], totals=[], columns=[], header=None, first_row=rows[0], last_row=rows[-1]
    )
    for row in range(rows[0] + 1, min(rows[-1] + FAR, len(script.row_starts))):
        if row in rows:
            continue
        start, end = script.row_span(row)
        amounts = _row_amounts(script, None, row)
        if not amounts or script.references_in(start, end) or _words(script, start, end) > MOST_WORDS:
            continue
        marks = within(script.hits.cues(Cue.DEDUCTION, Cue.DISCOUNT, Cue.LESS), start, end)
        marks += within(script.hits.section("reasons"), start, end)
        if marks and not within(script.hits.labels(Label.TOTAL, Label.SUBTOTAL), start, end):
            table.others.append(_item(script, None, row, [], amounts))
            table.last_row = max(table.last_row, row)
    return table


def _settle_columns(script: Script, table: ItemTable) -> None:
    """Columns of the items' amounts, by order where all rows have as many, else by their places."""
    rows = [*table.items, *table.others]
    is_format = (
        table.header.table is not None if table.header else script.rows[table.first_row].table is not None
    )
    is_even = len({len(row.amounts) for row in table.items}) == 1
    if is_format:
        table.columns = _by_cell(script, rows)
    elif is_even and (table.header is None or len({row.row for row in table.items}) < len(table.items)):
        table.columns = _by_order(script, table)
    else:
        table.columns = _by_place(script, rows)
    if table.header:
        _name_columns(table, table.header)
    for total in table.totals:
        placed = [(_column_of(script, table, amount, is_format), amount) for amount in total.values.values()]
        total.values = {column.index: amount for column, amount in placed if column}
    table.totals = [total for total in table.totals if total.values]


def _by_cell(script: Script, rows: Sequence[ItemRow]) -> list[NumberColumn]:
    columns: dict[int, NumberColumn] = {}
    for row in rows:
        for amount in row.amounts:
            place = script.place_of(amount.start)
            if place is None:
                continue
            column = columns.setdefault(
                place.column, NumberColumn(index=place.column, left=place.box[0], right=place.box[2])
            )
            row.values.setdefault(column.index, amount)
    return [columns[index] for index in sorted(columns)]


def _by_order(script: Script, table: ItemTable) -> list[NumberColumn]:
    count = len(table.items[0].amounts)
    columns = []
    for index in range(count):
        edges = [script.extent(row.amounts[index].start, row.amounts[index].end) for row in table.items]
        columns.append(
            NumberColumn(
                index=index, left=min(edge[0] for edge in edges), right=max(edge[1] for edge in edges)
            )
        )
    for row in (*table.items, *table.others):
        row.values = dict(enumerate(row.amounts[:count]))
    return columns


def _by_place(script: Script, rows: Sequence[ItemRow]) -> list[NumberColumn]:
    """Amounts whose places overlap are one column."""
    placed = [
        (*script.extent(amount.start, amount.end), amount, row) for row in rows for amount in row.amounts
    ]
    placed.sort(key=lambda one: (one[0] + one[1], one[0]))
    columns: list[NumberColumn] = []
    for left, right, amount, row in placed:
        column = columns[-1] if columns else None
        if column is None or left >= column.right - 0.2 * (right - left):
            column = NumberColumn(index=len(columns), left=left, right=right)
            columns.append(column)
        column.left, column.right = min(column.left, left), max(column.right, right)
        row.values.setdefault(column.index, amount)
    return columns


def _name_columns(table: ItemTable, header: Header) -> None:
    """Each column of amounts gets the heading above it; a heading names one column."""
    if header.table is not None:
        for column in table.columns:
            heading = next((one for one in header.headings if one.column == column.index), None)
            if heading:
                _name(column, heading)
        return
    money = [
        heading for heading in header.headings if heading.role in MONEY or heading.role is Column.QUANTITY
    ]
    if table.columns and len(money) == 2 * len(table.columns):  # two tables side by side
        money = money[: len(table.columns)]
    if len(money) == len(table.columns):
        for column, heading in zip(table.columns, money, strict=True):
            _name(column, heading)
        return
    left = list(header.headings)
    ranked = sorted(table.columns, key=lambda column: -_overlap(column, left))
    for column in ranked:
        heading = nearest(left, column.left, column.right)
        if heading and heading.role not in (Column.INVOICE, Column.DESCRIPTION, Column.DATE):
            _name(column, heading)
            left.remove(heading)


def _overlap(column: NumberColumn, headings: Sequence[Heading]) -> float:
    return max((min(column.right, one.right) - max(column.left, one.left) for one in headings), default=0.0)


def _name(column: NumberColumn, heading: Heading) -> None:
    role = (
        None if heading.role in NUMBERED else heading.role
    )  # "Invoices" over amounts is no column of numbers
    column.role, column.text, column.currency, column.start = (
        role,
        heading.text,
        heading.currency,
        heading.start,
    )


def _column_of(script: Script, table: ItemTable, amount: Amount, is_format: bool) -> NumberColumn | None:
    place = script.place_of(amount.start)
    if is_format and place is not None:
        return next((column for column in table.columns if column.index == place.column), None)
    left, right = script.extent(amount.start, amount.end)
    near = [column for column in table.columns if column.left < right and left < column.right]
    return max(near, key=lambda column: min(right, column.right) - max(left, column.left), default=None)


def is_zero(amount: Amount | None) -> bool:
    """True for an empty cell, and for nothing paid."""
    return amount is None or amount.value == Decimal(0)
