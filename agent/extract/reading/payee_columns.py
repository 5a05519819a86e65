"""Columns of payees: which rows of a run that pays several suppliers are not ours."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from agent.extract.reading.direction import LONGEST_NAME, is_ours
from agent.extract.tabular.columns import Header, Heading
from agent.extract.tabular.items import ItemRow, ItemTable, places_under
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.ids import folded
from agent.rules.vocabulary import Cue, Hit, Label

_LEAST_HEADINGS: Final = 3  # of a row that may head a list of payments
_MOST_ROWS: Final = 2000  # of such a list
_SHORTEST_CORE: Final = 8  # letters of our name that nothing else holds
_LEAST_WORDS: Final = 2
_MOST_HEADS: Final = 20  # columns of names in a document


def rows_to_others(script: Script, own_names: Sequence[str]) -> set[int]:
    """Rows of a run that pays several: below a heading of payees those that name another firm, where one names us."""
    own = [name for name in own_names if name.strip()]
    found: set[int] = set()
    heads = (  # Kreditor | Name: a number, then who
        *script.hits.cues(Cue.PAYEE_NAME),
        *script.hits.labels(Label.NAME, Label.PAYEE),
    )
    ours_by_name: dict[str, bool] = {}
    for head in islice(_heads(script, heads if own else ()), _MOST_HEADS):
        names = dict(_below(script, head))
        for name in names.values():
            if name not in ours_by_name:
                ours_by_name[name] = is_ours(name, own, unknown=False)
        ours = {row for row, name in names.items() if ours_by_name[name]}
        found |= names.keys() - ours if ours else set()
    return found


def _heads(script: Script, hits: Iterable[Hit]) -> Iterator[Place]:
    """The cells that say nothing but one of these words, in a row that may head a list."""
    for hit in hits:
        head = script.place_of(hit.start)
        cells = [one for one in script.places_of_row(head.row) if one.end > one.start] if head else []
        if head and len(cells) >= _LEAST_HEADINGS and (hit.start, hit.end) == (head.start, head.end):
            yield head


def _below(script: Script, head: Place) -> Iterator[tuple[int, str]]:
    """The names in a column, each with its row; up to the next label there, in a form whose labels stand over their values."""
    table, page = script.rows[head.row].table, script.rows[head.row].page
    for number, row in enumerate(script.rows[head.row + 1 : head.row + _MOST_ROWS], start=head.row + 1):
        if row.table != table or row.page != page:
            return
        for place in script.places_of_row(number):
            is_under = place.box[0] < head.box[2] and head.box[0] < place.box[2]
            name = script.text[place.start : place.end].strip()
            if is_under and _is_label(script, place):
                return
            if is_under and sum(map(str.isalpha, name)) > 1 and not _is_of_sum(script, place):
                yield number, name


def _is_label(script: Script, place: Place) -> bool:
    hits = within(script.hits.section("labels"), place.start, place.end)
    return any((hit.start, hit.end) == (place.start, place.end) for hit in hits)


def _is_of_sum(script: Script, place: Place) -> bool:
    """True for a cell that begins with the word of a sum, or holds a document of ours: no name."""
    totals = within(script.hits.labels(Label.TOTAL, Label.SUBTOTAL), place.start, place.end)
    if any(hit.start == place.start for hit in totals):
        return True
    return any(one.item for one in script.references_in(place.start, place.end))


def rows_of_others(script: Script, table: ItemTable, own_names: Sequence[str]) -> list[ItemRow]:
    """Rows whose own column of payees names another firm, where some row names us: a run that pays several suppliers."""
    own = [name for name in own_names if name.strip()]
    if not own:
        return []
    if table.header is None:
        return _beside_firms(script, table, own)
    if wrapped := _wrapped_names(script, table, own):
        return [row for row in table.items if wrapped.get(row.row) is False]
    for heading in table.header.headings:
        if not within(script.hits.labels(Label.PAYEE), heading.start, heading.start + len(heading.text)):
            continue
        names = {row.row: _under(script, table.header, heading, row) for row in table.items}
        ours = {row for row, name in names.items() if name and is_ours(name, own, unknown=False)}
        if ours:
            others = _filled(table, {row: row in ours for row, name in names.items() if name})
            return [row for row in table.items if row.row in others]
    return _beside_firms(script, table, own) or _under_names(script, table, own)


def rows_around(script: Script, table: ItemTable, own_names: Sequence[str]) -> set[int]:
    """Rows right above and below a list without headings that begin with another firm's name, where a row of it names us."""
    cores = {core for name in own_names if len(core := _core(name)) >= _SHORTEST_CORE}

    def names_us(row: int) -> bool:
        start, end = script.row_span(row)
        text = folded(script.text[start : min(end, start + LONGEST_NAME)])
        return any(core in text for core in cores)

    if table.header is not None or not any(names_us(row.row) for row in table.items):
        return set()
    found: set[int] = set()
    for first, step in ((table.first_row - 1, -1), (table.last_row + 1, 1)):
        row = first
        while 0 <= row < len(script.rows) and not names_us(row):
            if not script.firms.match(script.text, script.row_span(row)[0]):
                break
            found.add(row)
            row += step
    return found


def _filled(table: ItemTable, is_us: Mapping[int, bool]) -> set[int]:
    """The rows of others, by who each row names; one without a name is the last named one's, if no item of the ledger's says otherwise."""
    others: set[int] = set()
    last = True
    for row in sorted(table.items, key=lambda one: one.row):
        last = is_us.get(row.row, last)
        is_known = row.reference is not None and row.reference.item is not None
        if not last and (row.row in is_us or not is_known):
            others.add(row.row)
    return others


def _beside_firms(script: Script, table: ItemTable, own: Sequence[str]) -> list[ItemRow]:
    """Rows that name another where other rows name us, below a heading that we do not know: Lieferantenname, Partner.

    Another is a firm by its legal form; or any name, where all documents of the ledger's stand in rows that name us.
    """
    cores = {core for name in own if len(core := _core(name)) >= _SHORTEST_CORE}
    cells = [
        (row, place, folded(cell))
        for row in table.items
        for place in script.places_of_row(row.row)
        if (cell := script.text[place.start : min(place.end, place.start + LONGEST_NAME)])
    ]
    ours = [(row, place) for row, place, cell in cells if any(core in cell for core in cores)]
    if not ours:
        return []
    left, right = max(one.box[0] for _, one in ours), min(one.box[2] for _, one in ours)
    us = {row.row for row, _ in ours}
    named = {
        row.row: place
        for row, place, cell in cells
        if place.box[0] < right and left < place.box[2] and sum(map(str.isalpha, cell)) > 1
    }
    known = {row.row for row in table.items if row.reference and row.reference.item}
    firms = {row for row, place in named.items() if script.firms.match(script.text, place.start, place.end)}
    others = {row for row in named if row not in us and (row in firms or (known and known <= us))}
    return [row for row in table.items if row.row in others]


def _under_names(script: Script, table: ItemTable, own: Sequence[str]) -> list[ItemRow]:
    """Rows below a line that is another's name, in a list with a section for each payee, where one is ours; none of the ledger's."""
    cores = {core for name in own if len(core := _core(name)) >= _SHORTEST_CORE}
    heads: dict[int, bool] = {}
    for row in range(table.first_row + 1, min(table.last_row, table.first_row + _MOST_ROWS)):
        cells = [one for one in script.places_of_row(row) if one.end > one.start]
        cell = script.text[cells[0].start : cells[0].end] if len(cells) == 1 else ""
        if cell and not any(map(str.isdigit, cell)):
            heads[row] = any(core in folded(cell) for core in cores)
    if not any(heads.values()):
        return []
    starts = sorted(heads)
    others = []
    for item in table.items:
        at = bisect_right(starts, item.row) - 1
        if at >= 0 and not heads[starts[at]]:
            others.append(item)
    return [] if any(one.reference and one.reference.item for one in others) else others


def _core(name: str) -> str:
    """A firm's name without its last word, its legal form, where two are left."""
    words = name.split()
    return folded(" ".join(words[:-1]) if len(words) > _LEAST_WORDS else name)


def _wrapped_names(script: Script, table: ItemTable, own: Sequence[str]) -> dict[int, bool]:
    """Of each row whether its payee is ours, where names stand broken above and below the rows of a page."""
    first = table.first_row
    heads = [
        place
        for hit in script.hits.cues(Cue.PAYEE_NAME)
        if (place := script.place_of(hit.start)) and (hit.start, hit.end) == (place.start, place.end)
        if first <= place.row <= first + 2 and script.rows[place.row].table is None
    ]
    names = dict(_below(script, heads[0])) if heads else {}
    taken = {row.row for row in table.items}
    if not names or names.keys() & taken:
        return {}
    said = {row: " ".join(names[at] for at in (row - 1, row + 1) if at in names) for row in taken}
    told = {row: is_ours(name, own, unknown=False) for row, name in said.items() if name}
    return told if any(told.values()) else {}


def _under(script: Script, header: Header, heading: Heading, row: ItemRow) -> str:
    places = places_under(script, header, heading, row.row)
    return " ".join(script.text[place.start : place.end] for place in places).strip()
