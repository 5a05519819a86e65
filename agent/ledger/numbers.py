"""The ledger's numbers, so that a document's numbers are found in the same time in a ledger of any size."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from agent.facts.ledger import Item
from agent.ids import folded, lookalike

_DIGITS: Final = re.compile(r"\d+")
_GROUPS: Final = re.compile(r"[^\W_]+")
_PLAIN: Final = re.compile(r"[A-Za-z]*[-/ ]?(\d+)\Z", re.ASCII)  # what most numbers are: a prefix and digits
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_SHORTEST: Final = 4


@dataclass(slots=True)
class _Spellings:
    """How numbers may be spelled, each for the ledger's number that is meant."""

    by_folded: dict[str, str] = field(default_factory=dict)
    by_tail: dict[str, list[str]] = field(default_factory=dict)
    shapes: set[str] = field(default_factory=set)
    _by_look: dict[str, list[str]] | None = field(default=None, compare=False)  # made for the first picture

    def add(self, spelled: str, invoice_no: str) -> None:
        """Know one more number."""
        number = folded(spelled)
        self.by_folded[number] = invoice_no
        for tail in _tails(spelled, number):
            self.by_tail.setdefault(tail, []).append(invoice_no)
        if self._by_look is not None:
            self._by_look.setdefault(lookalike(number), []).append(invoice_no)
        self.shapes.add(_shape(number))

    def looking_like(self, text: str) -> Sequence[str]:
        """The ledger's numbers of those that look like this."""
        if self._by_look is None:
            self._by_look = {}
            for number, invoice_no in self.by_folded.items():
                self._by_look.setdefault(lookalike(number), []).append(invoice_no)
        return self._by_look.get(lookalike(text), ())


class Numbers:
    """Anchors over the items of the books; `items` and `open_of` are the books' own, read at each look-up."""

    def __init__(self, items: dict[str, Item], open_of: dict[str, list[str]]) -> None:
        self._items = items
        self._open_of = open_of
        self._unread: list[Item] = []
        self._own = _Spellings()
        self._older = _Spellings()
        self._by_po: dict[str, list[str]] = {}

    def add(self, item: Item) -> None:
        """Know one more item, once a number is looked up: many commands never do."""
        self._unread.append(item)

    def know_older(self, older: str, invoice_no: str) -> None:
        """Know the number that an item had in another system."""
        self._older.add(older, invoice_no)

    def forget_older(self) -> None:
        """Know the ledger's own numbers alone."""
        self._older = _Spellings()

    def reorder(self, was: Item, item: Item) -> None:
        """Know the item by its new PO number alone."""
        self._read()
        if was.po_no:
            self._by_po[folded(was.po_no)].remove(was.invoice_no)
        if item.po_no:
            self._by_po.setdefault(folded(item.po_no), []).append(item.invoice_no)

    def _read(self) -> None:
        unread, self._unread = self._unread, []
        for item in unread:
            self._own.add(item.invoice_no, item.invoice_no)
            if item.po_no:
                self._by_po.setdefault(folded(item.po_no), []).append(item.invoice_no)

    def number(self, text: str) -> Item | None:
        """The item whose number this is, spelling apart; the ledger's own numbers first."""
        self._read()
        number = folded(text)
        found = self._own.by_folded.get(number) or self._older.by_folded.get(number)
        return self._items[found] if found else None

    def shortened(self, text: str) -> tuple[Item, ...]:
        """Items whose number has these last digits after its prefix and zeros, or these of its groups: A4544 of A4544/26."""
        self._read()
        short = folded(text)
        return self._all(
            self._tailed(short) or (self._tailed(short.lstrip("0")) if short.isdecimal() else ())
        )

    def _tailed(self, tail: str) -> Sequence[str]:
        own, older = self._own.by_tail.get(tail, ()), self._older.by_tail.get(tail)
        return [*own, *older] if older else own

    def looking_like(self, text: str) -> tuple[Item, ...]:
        """Items whose number looks like this."""
        self._read()
        return self._all((*self._own.looking_like(text), *self._older.looking_like(text)))

    def purchase_order(self, text: str) -> tuple[Item, ...]:
        """Items with this PO number."""
        self._read()
        return self._all(self._by_po.get(folded(text), ()))

    def _all(self, invoice_nos: Iterable[str]) -> tuple[Item, ...]:
        return tuple(self._items[number] for number in dict.fromkeys(invoice_nos))

    def is_number_shaped(self, text: str) -> bool:
        """True where some number of the ledger has this shape."""
        self._read()
        number = folded(text)
        if len(number) < _SHORTEST:
            return False
        shape = _shape(number)
        return shape in self._own.shapes or shape in self._older.shapes

    def open_numbers(self, customer_id: str) -> Sequence[str]:
        """The numbers of a customer's open items, in no order."""
        return self._open_of.get(customer_id, ())


def _tails(invoice_no: str, number: str) -> set[str]:
    """The shortened spellings of a number: its last digits, all its digits, without leading zeros, groups left out at an end."""
    if plain := _PLAIN.match(invoice_no):
        return {
            tail for tail in (plain[1], plain[1].lstrip("0")) if len(tail) >= _SHORTEST and tail != number
        }
    groups = _DIGITS.findall(number), _DIGITS.findall(invoice_no)
    last = groups[1][-1:]
    before = [group for group in groups[1][:-1] if not _YEAR.fullmatch(group)]
    is_year = bool(last and before) and (len(last[0]) < 3 or bool(_YEAR.fullmatch(last[0])))
    tails = (
        {max(before, key=len)} if is_year else {group[-1] for group in groups if group}
    )  # 2679 of FV2679/2026
    tails |= {"".join(group) for group in groups if group}
    tails |= {tail.lstrip("0") for tail in tails}
    parts = [folded(group) for group in _GROUPS.findall(invoice_no)]
    ends = {"".join(parts[:count]) for count in range(1, len(parts))} | {
        "".join(parts[count:]) for count in range(1, len(parts))
    }
    tails |= {end for end in ends if _DIGITS.search(end) and not _YEAR.fullmatch(end)}
    return {tail for tail in tails if len(tail) >= _SHORTEST and tail != number}


def _shape(number: str) -> str:
    """Letters as they are, digits as #; of a number without letters the first digits stay, or any date would fit."""
    if number.isdecimal():
        return number[:3] + "#" * (len(number) - 3)
    return _DIGITS.sub(lambda run: "#" * len(run[0]), number)
