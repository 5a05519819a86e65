"""Columns of payees: which rows of a run that pays several suppliers are not ours."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from agent.extract.reading.direction import LONGEST_NAME, is_ours
from agent.extract.tabular.columns import Header, Heading
from agent.extract.tabular.items import ItemRow, ItemTable, places_under
from agent.extract.text.script import Script, within
from agent.extract.text.setting import Place
from agent.rules.vocabulary import Cue, Hit, Label

LEAST_HEADINGS: Final = 3  # of a row that may head a list of payments
MOST_ROWS: Final = 2000  # of such a list
MOST_HEADS: Final = 20  # columns of names in a document


def rows_to_others(script: Script, own_names: Sequence[str]) -> set[int]:
    """Rows of a run that pays several: below a heading of payees those that name another firm, where one names us."""
    own = [name for name in own_names if name.strip()]
    found: set[int] = set()
    heads = (  # Kreditor | Name: a number, then who
        *script.hits.cues(Cue.PAYEE_NAME),
        *script.hits.labels(Label.NAME, Label.PAYEE),
    )
    ours_by_name: dict[str, bool] = {}
    for head in islice(_heads(script, heads if own else ()), MOST_HEADS):
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
        if head and len(cells) >= LEAST_HEADINGS and (hit.start, hit.end) == (head.start, head.end):
            yield head


def _below(script: Script, head: Place) -> Iterator[tuple[int, str]]:
    """The names in a column, each with its row."""
    table, page = script.rows[head.row].table, script.rows[head.row].page
    for number, row in enumerate(script.rows[head.row + 1 : head.row + MOST_ROWS], start=head.row + 1):
        if row.table != table or row.page != page:
            return
        for place in script.places_of_row(number):
            is_under = place.box[0] < head.box[2] and head.box[0] < place.box[2]
            name = script.text[place.start : place.end].strip()
            if is_under and sum(map(str.isalpha, name)) > 1 and not _is_of_sum(script, place):
                yield number, name


def _is_of_sum(script: Script, place: Place) -> bool:
    """True for a cell that begins with the word of a sum, or holds a document of ours: no name."""
    totals = within(script.hits.labels(Label.TOTAL, Label.SUBTOTAL), place.start, place.end)
    if any(hit.start == place.start for hit in totals):
        return True
    return any(one.item for one in script.references_in(place.start, place.end))


def rows_of_others(script: Script, table: ItemTable, own_names: Sequence[str]) -> list[ItemRow]:
    """Rows whose own column of payees names another firm, where some row names us: a run that pays several suppliers."""
    own = [name for name in own_names if name.strip()]
    if table.header is None or not own:
        return []
    if wrapped := _wrapped_names(script, table, own):
        return [row for row in table.items if wrapped.get(row.row) is False]
    for heading in table.header.headings:
        if not within(script.hits.labels(Label.PAYEE), heading.start, heading.start + len(heading.text)):
            continue
        names = {id(row): _under(script, table.header, heading, row) for row in table.items}
        ours = {key for key, name in names.items() if name and is_ours(name, own, unknown=False)}
        if ours:
            return [row for row in table.items if names[id(row)] and id(row) not in ours]
    return _beside_firms(script, table, own)


def _beside_firms(script: Script, table: ItemTable, own: Sequence[str]) -> list[ItemRow]:
    """Rows that name another firm where other rows name us, below a heading that we do not know: Lieferantenname."""
    firms: dict[int, list[tuple[Place, bool]]] = {}
    for row in table.items:
        for place in script.places_of_row(row.row):
            cell = script.text[place.start : min(place.end, place.start + LONGEST_NAME)].strip()
            if firm := script.firms.fullmatch(cell):
                found = (place, is_ours(firm["name"], own, unknown=False))
                firms.setdefault(row.row, []).append(found)
    ours = [place for said in firms.values() for place, is_us in said if is_us]
    if not ours:
        return []
    left, right = max(one.box[0] for one in ours), min(one.box[2] for one in ours)
    others = {
        row
        for row, said in firms.items()
        if not any(is_us for _, is_us in said)
        and any(place.box[0] < right and left < place.box[2] for place, _ in said)
    }
    return [row for row in table.items if row.row in others]


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
