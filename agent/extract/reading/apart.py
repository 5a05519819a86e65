"""Tells apart the payments of one mail: which documents tell the same one, and where one document tells several."""

import itertools
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from typing import Final

from agent.extract.reading.choice import Choice
from agent.extract.reading.choose import choose
from agent.extract.reading.counted import payments_apart
from agent.extract.reading.findings import Findings, part_of
from agent.extract.speech.meaning import Meaning
from agent.extract.tabular.items import ItemTable
from agent.extract.tabular.line import ZERO
from agent.extract.tabular.next_payment import are_payments
from agent.rules.vocabulary import Cue

_NUMBER: Final = re.compile(r"\(?(\d{1,2})[).:、](?!\d)|payment (\d{1,2})\b", re.IGNORECASE)
MOST_PAYMENTS: Final = 200  # of one document


def grouped(parts: Sequence[Findings]) -> list[list[Findings]]:
    """Documents that tell the same payment together; the body goes with each."""
    body = [part for part in parts if part.is_body]
    files = [part for part in parts if not part.is_body and part.has_money]
    rest = [part for part in parts if not part.is_body and not part.has_money]
    groups: list[list[Findings]] = []
    for part in files:
        home = next((group for group in groups if any(_are_same(part, other) for other in group)), None)
        if home is None:
            groups.append([part])
        else:
            home.append(part)
    if len(groups) < 2:
        return [[*body, *(groups[0] if groups else []), *rest]] if body or groups or rest else []
    whole = [*body, *(part for group in groups for part in group), *rest]
    joined = choose(whole)
    if (
        body
        and joined.is_sum
        and any(
            one.meaning is Meaning.TOTAL and joined.total and one.amount.value == joined.total.value
            for one in body[0].stated
        )
    ):
        return [whole]
    return [[*(_shared(part) for part in body), *group, *rest] for group in groups]


def _shared(body: Findings) -> Findings:
    """What a body says of several payments alike: no sums, no references."""
    fields = replace(body.fields, references=[])
    return replace(body, tables=(), stated=(), named=(), capitals=(), fields=fields)


def _are_same(one: Findings, other: Findings) -> bool:
    """True where two files tell one payment: the same reference, lines or total."""
    references = [{told.value for told in each.fields.references if told.rank == 0} for each in (one, other)]
    if references[0] and references[1]:
        return bool(references[0] & references[1])
    first, second = choose([one]), choose([other])
    numbers = [{line.reference.number for line in each.lines} for each in (first, second)]
    if numbers[0] and numbers[1]:
        return bool(numbers[0] & numbers[1])
    return first.total is None or second.total is None or first.total.value == second.total.value


def apart(group: Sequence[Findings]) -> list[list[Findings]]:
    """The group as it is, or cut where one document tells several payments one after the other."""
    for index, part in enumerate(group):
        others = [_shared(other) for at, other in enumerate(group) if at != index]
        for told in payments_apart(part):
            read = [[*others, part_of(part, start, end)] for start, end in itertools.pairwise(told.cuts)]
            if all(map(_pays, map(choose, read), told.sums)):
                return read
        said = _sums_of_all(part)
        for cuts in _cuts(part, said):
            alone = replace(part, stated=tuple(one for one in part.stated if one.amount.value not in said))
            pieces = [part_of(alone, start, end) for start, end in itertools.pairwise(cuts)]
            read = [[*others, piece] for piece in pieces]
            choices = [choose(piece) for piece in read]
            is_told = _make_up(choices, said) or all(map(_is_whole, choices, pieces))
            if is_told and not _is_told_otherwise(group, choices):
                return read
    return [list(group)]


def _sums_of_all(part: Findings) -> set[Decimal]:
    """What a document says that all its lists make, where each is of a payment of its own.

    Not where the sum stands above them: it is one payment's.
    """
    script = part.script
    if not 1 < len(part.tables) <= MOST_PAYMENTS or not are_payments(script, part.tables):
        return set()
    made: dict[int, Decimal] = {}
    rows = (row for table in part.tables for row in table.items)
    for index, amount in (pair for row in rows for pair in row.values.items()):
        made[index] = made.get(index, ZERO) + amount.value
    first = script.row_span(part.tables[0].first_row)[0]
    above = {one.value for one in script.amounts_in(0, first)}
    totals = {script.row_of(one.amount.start) for one in part.stated if one.meaning is Meaning.TOTAL}
    told = {one.value for row in totals for one in script.amounts_in(*script.row_span(row))}
    said = told & set(made.values())
    return set() if said & above else said


def _make_up(choices: Sequence[Choice], said: Set[Decimal]) -> bool:
    """True where pieces that each pay for documents make a sum that the document says of all."""
    sums = [choice.total.value for choice in choices if choice.holds and choice.lines and choice.total]
    return len(sums) == len(choices) and sum(sums, ZERO) in said


def _is_told_otherwise(group: Sequence[Findings], choices: Sequence[Choice]) -> bool:
    """True where pieces are the head, the copy or the net of one another: they tell one payment."""
    return _is_headed(choices) or _is_told_twice(choices) or _is_net_below(group, choices)


def _is_net_below(group: Sequence[Findings], choices: Sequence[Choice]) -> bool:
    """True where a piece tells only a sum, and that is what the documents of the others make, less what is withheld."""
    sums = {choice.total.value for choice in choices if choice.total and not choice.lines}
    whole = choose(group) if sums and any(choice.lines for choice in choices) else None
    return whole is not None and whole.is_sum and whole.total is not None and whole.total.value in sums


def _is_told_twice(choices: Sequence[Choice]) -> bool:
    """True where two pieces pay the same for the same documents: a cheque has its voucher twice, and is one payment."""
    told = [
        tuple((one.reference.number, one.amount) for one in choice.lines)
        for choice in choices
        if choice.lines
    ]
    return len(set(told)) < len(told)


def _is_headed(choices: Sequence[Choice]) -> bool:
    """True where a piece tells the sum of another one and no documents: the head of the advice that follows."""
    listed = {choice.total.value for choice in choices if choice.lines and choice.total}
    return any(not choice.lines and choice.total and choice.total.value in listed for choice in choices)


def _pays(choice: Choice, value: Decimal) -> bool:
    """True where a piece pays this sum for documents that it names."""
    return choice.holds and choice.total is not None and choice.total.value == value and bool(choice.lines)


def _is_whole(choice: Choice, piece: Findings) -> bool:
    """True where a piece is a payment by itself: a total that its lines, if any, do not contradict."""
    if not choice.holds or choice.total is None:
        return False
    if len(choice.lines) == 1 and choice.lines[0].amount == choice.total.value and choice.total.span is None:
        return _has_own_row(piece)
    if choice.is_sum and len(choice.lines) > 1:
        return True
    if choice.total.rank > (4 if piece.fields.references else 1):
        return False
    return choice.is_sum or (len(choice.lines) < 2 and bool(choice.lines or piece.fields.references))


def _has_own_row(piece: Findings) -> bool:
    """True where one row of a list tells a payment: its day, its reference, its amount and its document."""
    if len(piece.tables) != 1 or piece.tables[0].header or len(piece.tables[0].items) != 1:
        return False
    row = piece.tables[0].items[0]
    dated = any(told.rank < 4 and row.start <= told.start < row.end for told in piece.fields.dates)
    days = [day for day in piece.script.days_in(row.start, row.end) if day.value and day.is_said]
    named = any(told.rank < 2 and row.start <= told.start < row.end for told in piece.fields.references)
    return named and (dated or len(days) == 1)


def _cuts(part: Findings, said: Set[Decimal]) -> Iterator[list[int]]:
    """Places at which a document may begin to tell of the next payment; `said` of all its lists, each a payment's."""
    script, end = part.script, len(part.script.text)
    ranks = {told.rank for told in part.fields.references} & {0, 1, 2}
    for counted in (*({rank} for rank in sorted(ranks)), *([ranks] if len(ranks) > 1 else [])):
        firsts: dict[str, int] = {}
        for told in part.fields.references:
            if told.rank in counted:
                firsts.setdefault(told.value, told.start)
        starts = sorted(firsts.values())
        if not 1 < len(starts) <= MOST_PAYMENTS:
            continue
        rows = sorted({script.row_span(script.row_of(start))[0] for start in starts})
        if len(rows) == len(starts):
            yield [0, *rows[1:], end]
            yield [0, *(script.row_span(script.row_of(start))[1] for start in starts[:-1]), end]
            yield from _paragraphs(part, starts)
        yield [0, *(script.sentence_of(start)[0] for start in starts[1:]), end]
        yield [0, *(start + 1 for start in starts[:-1]), end]
        yield [0, *_clauses(part, starts), end]
    yield from _tables_apart(part, said)
    yield from _numbered(part)
    totals = [one.amount.start for one in part.stated if one.meaning is Meaning.TOTAL and one.rank < 2]
    if 1 < len(totals) <= MOST_PAYMENTS and len(
        set(told.start for told in part.fields.dates if told.rank < 3)
    ) >= len(totals):
        yield [0, *totals[1:], end]


def _numbered(part: Findings) -> Iterator[list[int]]:
    """Cuts at rows that are numbered 1), 2) and so on, where a list of several documents stands below one of them."""
    script = part.script
    found: list[int] = []
    for row, start in enumerate(script.row_starts):
        number = _NUMBER.match(script.text, start)
        if number and script.rows[row].table is None and int(number[1] or number[2]) == len(found) + 1:
            found.append(start)
    is_list = any(
        len(table.items) > 1 and min(table.rows()) not in map(script.row_of, found) for table in part.tables
    )
    if is_list and 1 < len(found) <= MOST_PAYMENTS:
        yield [0, *found[1:], len(script.text)]


def _tables_apart(part: Findings, said: Set[Decimal]) -> Iterator[list[int]]:
    """Cuts between tables: of a payment each, or with a total each where neither their sum nor what one leaves of another is said."""
    if not 1 < len(part.tables) <= MOST_PAYMENTS:
        return
    sums = [_own_sum(table) for table in part.tables]
    whole = sum((one or ZERO for one in sums), ZERO)
    shown = {amount.value for amount in part.script.amounts}
    is_set_off = any(one and 2 * one - whole in shown for one in sums)  # one list, less all others
    if said or (None not in sums and whole not in shown and not is_set_off):
        ends = [part.script.row_span(max(table.rows()))[1] for table in part.tables[:-1]]
        yield [0, *ends, len(part.script.text)]


def _own_sum(table: ItemTable) -> Decimal | None:
    """What a table's own total row says, where its items make it."""
    for total in table.totals:
        for index, amount in total.values.items():
            items = [row.values[index].value for row in table.items if index in row.values]
            if items and not total.is_part and sum(items, ZERO) == amount.value:
                return amount.value
    return None


def _clauses(part: Findings, starts: Sequence[int]) -> Iterator[int]:
    """Where a clause ends after each reference but the last: at the next comma, semicolon or "and"."""
    script = part.script
    joins = [hit.start for hit in script.hits.cues(Cue.AND)]
    for start, following in itertools.pairwise(starts):
        marks = [at for at in joins if start < at < following]
        marks += [at for at in range(start, following) if script.text[at] in ";；\n"]
        yield min(marks, default=start + 1)


def _paragraphs(part: Findings, starts: Sequence[int]) -> Iterator[list[int]]:
    """Cuts at the last blank line before each reference."""
    script = part.script
    cuts = [0]
    for previous, start in itertools.pairwise(starts):
        low, row = script.row_of(previous), script.row_of(start)
        while row > low + 1:
            gap = (
                script.rows[row].cells[0].box[1] - script.rows[row - 1].cells[0].box[3]
                if script.rows[row].cells and script.rows[row - 1].cells
                else 0
            )
            if gap > 0.5 or script.rows[row].page != script.rows[row - 1].page:
                break
            row -= 1
        cuts.append(script.row_span(row)[0])
    yield [*cuts, len(script.text)]
