"""Rows of a list to its headings: which row has them, and what each column is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from agent.errors import AgentError
from agent.rules.exports import plain
from agent.rules.feeds import FeedMapping, FeedRules, Field, fields_of

Rows = Sequence[Sequence[str]]
_DEEPEST: Final = 30  # rows above the headings: titles, dates, names
_MANY: Final = (Field.STATUS, Field.AGE)  # a list may have several such columns
_AGES: Final = 2  # so many columns by age are a list of ages
_RUNNING: Final = "balance"  # alone it may be the customer's, counted on from row to row
_BY_COLUMN: Final = {
    Field.CUSTOMER_NAME: "customer_id", Field.AMOUNT_PLAIN: "amount", Field.AMOUNT_HOME: "amount",
    Field.OPEN_HOME: "open_amount", Field.PAID_AMOUNT: "open_amount",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The headings of a list."""

    row: int  # from 0
    texts: tuple[str, ...]
    places: Mapping[Field, tuple[int, ...]]
    mapping: FeedMapping | None

    def heading(self, field: Field) -> str:
        """What the list calls this field; the field's own name where it has none."""
        places = self.places.get(field)
        return self.texts[places[0]] if places else str(field)

    def headings(self) -> dict[str, str]:
        """The list's own headings by the contract's columns."""
        found = {str(field): self.heading(field) for field in self.places}
        for field in self.places:
            found.setdefault(_BY_COLUMN.get(field, str(field)), self.heading(field))
        if Field.NAME in self.places:  # it serves as the id where there is none
            found.setdefault("customer_id", self.heading(Field.NAME))
        return found


def find_head(rows: Rows, what: str, rules: FeedRules, *, file: str) -> Head | None:
    """The first row that has what a list needs; None where none has. AgentError where only the tax keeps it from that."""
    for number, row in enumerate(rows[:_DEEPEST]):
        texts = tuple(cell.strip() for cell in row)
        folded = [plain(text) if text else "" for text in texts]
        mapping = next(
            (one for one in rules.mappings if one.what == what and set(one.columns) <= set(folded)), None
        )
        places = _places(folded, what, rules, mapping)
        if _is_enough(places, what, folded, rows[number + 1 :]):
            if what == "invoices" and _is_net(places):
                heading = texts[places[Field.AMOUNT_PLAIN][0]]
                tax = texts[places[Field.TAX][0]]
                raise AgentError(
                    f"{file}: column {heading}: stands beside {tax} and may be without tax; export the whole amount, "
                    f'or say in a [[mapping]] of {rules.path} that it is "amount"'
                )
            return Head(row=number, texts=texts, places=places, mapping=mapping)
    return None


def _places(
    folded: list[str], what: str, rules: FeedRules, mapping: FeedMapping | None
) -> dict[Field, tuple[int, ...]]:
    places: dict[Field, tuple[int, ...]] = {}
    taken: set[int] = set()
    for place, text in enumerate(folded):
        if mapping and text in mapping.columns:
            field = mapping.columns[text]
            places[field] = (*places.get(field, ()), place)
            taken.add(place)
    for field in fields_of(what):
        if field in places:
            continue
        found = [
            place
            for word in rules.headings[what, field]
            for place, text in enumerate(folded)
            if text == word and place not in taken
        ]
        if found:
            places[field] = tuple(found) if field in _MANY else (found[0],)
            taken |= set(places[field])
    places.pop(Field.IGNORED, None)
    if first := places.pop(Field.E_INVOICE_NO, ()):  # a row has one of both
        places[Field.INVOICE_NO] = (*first, *places.get(Field.INVOICE_NO, ()))
    if (
        len(places.get(Field.AGE, ())) >= _AGES
        and Field.OPEN_AMOUNT not in places
        and Field.AMOUNT_PLAIN in places
    ):
        places[Field.OPEN_AMOUNT] = places.pop(Field.AMOUNT_PLAIN)
    return places


def _is_enough(
    places: Mapping[Field, tuple[int, ...]], what: str, folded: Sequence[str], below: Rows
) -> bool:
    """What is open alone will do for an amount, and headings between the rows for a column of customers."""
    if what == "customers":
        return Field.NAME in places and len(places) > 1
    amounts = (Field.AMOUNT, Field.AMOUNT_PLAIN, Field.AMOUNT_HOME)
    left = places.get(Field.OPEN_AMOUNT)
    return (
        Field.INVOICE_NO in places
        and Field.ISSUE_DATE in places
        and (Field.CUSTOMER_ID in places or Field.CUSTOMER_NAME in places or _is_grouped(below))
        and (any(field in places for field in amounts) or (left is not None and folded[left[0]] != _RUNNING))
    )


def _is_grouped(below: Rows) -> bool:
    """True where the first row that says something says one thing: a heading."""
    filled = (sum(map(bool, map(str.strip, row))) for row in below)
    return next(filter(None, filled), 0) == 1


def _is_net(places: Mapping[Field, tuple[int, ...]]) -> bool:
    return Field.AMOUNT_PLAIN in places and Field.TAX in places and Field.AMOUNT not in places
