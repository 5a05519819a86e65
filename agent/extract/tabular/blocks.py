"""Turns lines of "label: value", a run of the same labels for each document, into a table of items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby, pairwise, permutations
from typing import Final

from agent.extract.tabular.column_proofs import prove_columns
from agent.extract.tabular.columns import MONEY, Header
from agent.extract.tabular.items import ItemRow, ItemTable, NumberColumn, TotalRow, count_words
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.script import Script, within
from agent.rules.vocabulary import Column, Cue, Label

MOST_LINES: Final = 16  # of one document
_LABEL: Final = re.compile(r"[-*•·\s]*(?P<label>[^\W\d][^:：\n]{0,38}?)\s*[:：]\s*(?=\S)")
_COVERED: Final = 0.8  # of a label's letters must be a known heading
_WITHHELD: Final = (Column.DISCOUNT, Column.DEDUCTION)
_UNTOLD: Final = ((None, None),)  # gross and net: some label must say one of them
_MOST_BESIDE: Final = 2  # words behind a document's number in a line that heads others
_MOST_TOLD: Final = 8  # amounts that are weighed against each other


@dataclass(frozen=True, slots=True, kw_only=True)
class _Labelled:
    """A line of a label and its value."""

    row: int
    label: str
    at: int  # where the label stands
    role: Column | None
    reference: Reference | None
    amount: Amount | None

    @property
    def is_named(self) -> bool:
        """True where it names a document: as an invoice, or as what only the ledger knows to be one."""
        is_ours = self.reference is not None and self.reference.item and not self.reference.from_order
        return self.reference is not None and (
            self.role is Column.INVOICE or bool(is_ours and self.role in (None, Column.REFERENCE))
        )


def find_blocks(script: Script, taken: set[int]) -> Iterator[ItemTable]:
    """The documents of which several lines say what is paid; one alone only where gross less what is withheld is that."""
    lines = [line for row in range(len(script.row_starts)) if row not in taken for line in _line(script, row)]
    named = [index for index, line in enumerate(lines) if line.is_named]
    for _, run in groupby(named, key=lambda index: lines[index].label):
        of_one_form = list(run)
        after = next((index for index in named if index > of_one_form[-1]), len(lines))
        if len(of_one_form) > 1:
            blocks = _repeated(lines[:after], of_one_form)
        else:
            blocks = _single(lines[:after], of_one_form[0], len(named) == 1)
        if table := _table(script, lines, blocks):
            yield table


def _line(script: Script, row: int) -> Iterator[_Labelled]:
    """A row as a line of label and value: a colon parts them, or they are its two cells."""
    start, end = script.row_span(row)
    cells = [one for one in script.places_of_row(row) if one.end > one.start]
    found = _LABEL.match(script.text, start, end)
    if found:
        at, label_end, value = found.start("label"), found.end("label"), found.end()
    elif len(cells) == 2:
        at, label_end, value = cells[0].start, cells[0].end, cells[1].start
    elif len(cells) == 1 and (named := _heading(script, start, end)):
        yield named
        return
    else:
        return
    references = script.references_in(value, end)
    amounts = script.amounts_in(value, end)
    yield _Labelled(
        row=row, label=script.text[at:label_end].casefold(), at=at, role=_role(script, at, label_end),
        reference=references[0] if len(references) == 1 else None,
        amount=amounts[0] if len(amounts) == 1 else None,
    )  # fmt: skip


def _heading(script: Script, start: int, end: int) -> _Labelled | None:
    """A line that only names the document that the lines below it tell of: "Invoice INV-1 of 5 September"."""
    references = [one for one in script.references_in(start, end) if one.item]
    if len(references) != 1 or any(not one.is_plain for one in script.amounts_in(start, end)):
        return None
    [one] = references
    if (
        _role(script, start, one.start) is not Column.INVOICE
        or count_words(script, one.end, end) > _MOST_BESIDE
    ):
        return None
    label = script.text[start : one.start].casefold()
    return _Labelled(
        row=script.row_of(start), label=label, at=start, role=Column.INVOICE, reference=one, amount=None
    )


def _role(script: Script, start: int, end: int) -> Column | None:
    """What a label says as a heading, where a known one is nearly all of it; a label of sums is what was paid."""
    least = _COVERED * _letters(script, start, end)
    for hit in sorted(
        within(script.hits.section("columns"), start, end), key=lambda hit: hit.start - hit.end
    ):
        if _letters(script, hit.start, hit.end) >= least:
            return Column(hit.key)
    sums = within(script.hits.labels(Label.AMOUNT, Label.TOTAL), start, end)
    return Column.PAID if any(_letters(script, hit.start, hit.end) >= least for hit in sums) else None


def _letters(script: Script, start: int, end: int) -> int:
    return sum(character.isalpha() for character in script.text[start:end])


def _repeated(lines: Sequence[_Labelled], named: Sequence[int]) -> list[Sequence[_Labelled]]:
    """A block for each document: from the label that begins each of them, to that of the next."""
    lead = 0
    while named[0] > lead and all(
        second - lead - 1 > first and lines[second - lead - 1].label == lines[named[0] - lead - 1].label
        for first, second in pairwise(named)
    ):
        lead += 1
    blocks = [lines[first - lead : second - lead] for first, second in pairwise(named)]
    known = {line.label for block in blocks for line in block}
    last = lines[named[-1] - lead : named[-1] - lead + MOST_LINES]
    length = next((at for at, line in enumerate(last) if line.label not in known), len(last))
    return [*blocks, last[:length]]


def _single(lines: Sequence[_Labelled], at: int, is_only: bool) -> list[Sequence[_Labelled]]:
    """The lines of one document, where its gross amount less what is withheld is what was paid, in one way alone."""
    told = {
        line.amount.value: line
        for line in reversed(lines[0 if is_only else at :])
        if line.amount and (line.role in MONEY or (line.role is None and not line.amount.is_plain))
    }
    known = [line for line in told.values() if line.role in _WITHHELD]
    rest = [line for line in told.values() if line.role in (None, Column.GROSS, Column.PAID, Column.AMOUNT)]
    found = []
    for gross, net in permutations(rest, 2) if len(rest) <= _MOST_TOLD else ():
        if (
            gross.role not in (None, Column.GROSS)
            or (net.role, gross.role) in _UNTOLD
            or net.role is Column.GROSS
        ):
            continue
        others = [line for line in rest if line.role is None and line not in (gross, net)]
        for withheld in (known, *([*known, line] for line in others)):
            kept = sum(abs(_value(line)) for line in withheld)
            if kept and _value(net) > 0 and _value(gross) - kept == _value(net):
                deducted = [
                    line if line.role in _WITHHELD else replace(line, role=Column.DEDUCTION)
                    for line in withheld
                ]
                found.append(
                    [lines[at], replace(gross, role=Column.GROSS), *deducted, replace(net, role=Column.PAID)]
                )
    return [found[0]] if len(found) == 1 else []


def _value(line: _Labelled) -> Decimal:
    return line.amount.value if line.amount else Decimal(0)


def _table(
    script: Script, lines: Sequence[_Labelled], blocks: Sequence[Sequence[_Labelled]]
) -> ItemTable | None:
    columns: dict[str, NumberColumn] = {}
    items = []
    if len({said for block in blocks for said in _payment_references(script, block)}) > 1:
        return None  # each is a payment of its own
    for block in blocks:
        labels = [line.label for line in block]
        if len(set(labels)) < len(labels) or len(block) > MOST_LINES:
            return None
        items.append(_item(script, block, columns))
    prove_columns(list(columns.values()), items)
    discounts = script.hits.cues(Cue.DISCOUNT)
    for column in columns.values():  # what is proved to be withheld: "less 2 % discount"
        if column.role is Column.DEDUCTION and within(
            discounts, column.start, column.start + len(column.text)
        ):
            column.role = Column.DISCOUNT
    sums = [
        column
        for role in (Column.PAID, Column.AMOUNT)
        for column in columns.values()
        if column.role is role and all(column.index in item.values for item in items)
    ]
    if not items or not sums:
        return None
    rows = {line.row for block in blocks for line in block}
    first, last = min(rows), max(rows)
    below = next((line for line in lines if line.row > last), None)
    said = _is_sum(script, below)
    if len(blocks) == 1:  # what was paid for the only document is the sum
        below, said = next(line for line in blocks[0] if line.role is Column.PAID), True
    return ItemTable(
        items=items, others=[], totals=_totals(below if said else None, sums[0], items), columns=list(columns.values()),
        header=Header(row=first, next_row=first + 1, headings=(), table=None),
        first_row=first, last_row=last, headings_again=rows,
    )  # fmt: skip


def _payment_references(script: Script, block: Sequence[_Labelled]) -> Iterator[str]:
    """The references of payments that stand in a block, as they are spelled."""
    labels = script.hits.labels(Label.REFERENCE_BANK, Label.REFERENCE)
    for line in block:
        end = line.at + len(line.label)
        if not line.is_named and any(
            hit.start == line.at and hit.end == end for hit in within(labels, line.at, end)
        ):
            yield script.text[end : script.row_span(line.row)[1]].strip(" :：")


def _is_sum(script: Script, line: _Labelled | None) -> bool:
    """True for a line whose label is one of sums."""
    labels = script.hits.labels(Label.TOTAL, Label.AMOUNT)
    return line is not None and line.amount is not None and bool(within(labels, line.at, line.amount.start))


def _totals(below: _Labelled | None, column: NumberColumn, items: Sequence[ItemRow]) -> list[TotalRow]:
    """The line that says the sum of what was paid, where it is that."""
    if below is None or below.amount is None:
        return []
    shown = [(item.values[column.index].value, item.is_credit) for item in items]
    if sum(-abs(value) if is_credit else value for value, is_credit in shown) != below.amount.value:
        return []
    values = {column.index: below.amount}
    return [TotalRow(row=below.row, values=values, is_labelled=True, is_part=False)]


def _item(script: Script, block: Sequence[_Labelled], columns: dict[str, NumberColumn]) -> ItemRow:
    """One document, its amounts under their labels."""
    named = next(line for line in block if line.is_named)
    start, end = script.row_span(block[0].row)[0], script.row_span(block[-1].row)[1]
    values: dict[int, Amount] = {}
    for line in block:
        if line.amount is None or (line.role not in MONEY and line.amount.is_plain) or line is named:
            continue
        if line.role is not None and line.role not in MONEY:
            continue
        column = columns.setdefault(
            line.label,
            NumberColumn(
                index=len(columns), left=0.0, right=0.0, role=line.role, text=line.label, start=line.at
            ),
        )
        values[column.index] = line.amount
    item = named.reference.item if named.reference else None
    is_credit = item.is_credit if item else bool(within(script.hits.cues(Cue.CREDIT_NOTE), start, end))
    return ItemRow(
        row=named.row, start=start, end=end, reference=named.reference, amounts=list(values.values()),
        values=values, is_credit=is_credit,
    )  # fmt: skip
