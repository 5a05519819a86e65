"""Which documents a table's row names: the ledger's numbers, else what stands in the column of numbers, else its PO's."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from agent.extract.tabular.columns import Header, Heading
from agent.extract.tabular.items import (
    count_words,
    heading_of,
    places_under,
)
from agent.extract.text.numbers import Amount
from agent.extract.text.reference import Reference
from agent.extract.text.references import Finder
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Column, Label

SHORTEST_NUMBER: Final = 3  # characters of a document's number that the ledger does not have
MOST_WORDS: Final = 3  # beside a document's number in its cell


def side_by_side(
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


def number_heading(script: Script, finder: Finder, header: Header, last: int) -> Heading | None:
    """The column of our numbers: where the ledger's numbers stand, also shortened, else the first that is called invoice."""
    votes: Counter[int] = Counter()
    for row in range(header.next_row, min(last, header.next_row + 60)):
        for reference in script.references_in(*script.row_span(row)):
            heading = heading_of(script, header, reference.start, reference.end)
            if heading and reference.item:
                votes[heading.start] += 1
    if votes:
        best = votes.most_common(1)[0][0]
        return next(heading for heading in header.headings if heading.start == best)
    invoices = header.of(Column.INVOICE)
    for heading in header.of(Column.REFERENCE) if not invoices else ():
        places = (
            place
            for row in range(header.next_row, min(last, header.next_row + 3))
            for place in places_under(script, header, heading, row)
        )
        known = (finder.resolve(script.text, place.start, place.end) for place in places)
        if any(one and one.item for one in known):
            return heading
    return max(invoices, key=lambda heading: (len(heading.text), -heading.start), default=None)


def row_references(
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
        for place in places_under(script, header, heading, row):
            if ordered := finder.orders(script.text, place.start, place.end):
                return ordered
    return finder.orders(script.text, start, end) if orders else []


def _in_column(
    script: Script, finder: Finder, header: Header, numbers: Heading, row: int
) -> Reference | None:
    """What stands in the column of numbers, if it is a number of a document: the ledger's before a stranger's."""
    strange = None
    for place in places_under(script, header, numbers, row):
        if whole := _over_two_rows(script, finder, header, numbers, row, place):
            return whole
        reference = finder.resolve(script.text, place.start, place.end)
        if reference is None or _is_decimal(script, reference):
            continue
        if reference.item:
            return reference
        is_number = len(reference.text) >= SHORTEST_NUMBER and "%" not in reference.text
        if is_number and strange is None and not _is_label(script, place):
            strange = reference
    return strange


def _is_label(script: Script, place: Place) -> bool:
    """True for a cell that says something instead of naming a document: a day, a sentence, a total."""
    start, end = place.start, place.end
    if any(day.is_said for day in script.days_in(start, end)) or count_words(script, start, end) > MOST_WORDS:
        return True
    return bool(within(script.hits.labels(Label.TOTAL, Label.SUBTOTAL), start, end))


def _over_two_rows(
    script: Script, finder: Finder, header: Header, numbers: Heading, row: int, place: Place
) -> Reference | None:
    """A number of the ledger that a narrow cell breaks over two rows, the second of which holds nothing else."""
    if row + 1 >= len(script.row_starts):
        return None
    below = [one for one in script.places_of_row(row + 1) if one.end > one.start]
    if len(below) != 1 or below[0] not in places_under(script, header, numbers, row + 1):
        return None
    spelled = script.text[place.start : place.end] + script.text[below[0].start : below[0].end]
    item = finder.ledger.number(spelled)
    return Reference(start=place.start, end=place.end, text=spelled, item=item) if item else None


def _is_decimal(script: Script, reference: Reference) -> bool:
    if reference.text.isdigit():  # 53062, with the currency of the next cell after it
        return False
    return any(not amount.is_plain for amount in script.amounts_in(reference.start, reference.end))
