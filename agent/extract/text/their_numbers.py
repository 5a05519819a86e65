"""Spelled numbers to the ledger's items, as one sender may spell them: whole, shortened, or by their last digits."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from agent.facts.ledger import Anchors, Item
from agent.ids import folded

SHORT_DIGITS: Final = 6  # a number of fewer digits alone is one only where a label or a column says so
_LONG_DIGITS: Final = 8  # of a number that may be a document's by its beginning alone
_SHARED_TAIL: Final = 4  # last digits in which numbers of one range differ
_SURE_TAIL: Final = 5  # last digits that a label alone makes those of an item
_COMPACT_DAY: Final = re.compile(r"20\d\d(?:0[1-9]|1[0-2])[0-3]\d")
_ISSUED: Final = re.compile(
    r"[A-Za-z]{0,3}-?\d{8,}"
)  # by a tax office: long enough that five digits tell one
_BEFORE_DIGITS: Final = re.compile(r"[A-Za-z]+")


class TheirNumbers:
    """The numbers of one ledger for one sender."""

    def __init__(self, ledger: Anchors, senders: Sequence[str], prefixes: frozenset[str]) -> None:
        self.ledger = ledger
        self.senders = frozenset(senders)
        self.prefixes = prefixes  # letters that begin numbers of invoices and credit notes, in capitals
        self._heads: frozenset[tuple[int, str]] | None = None
        self._open_lines: str | None = None

    def known(self, digits: str, is_labelled: bool) -> tuple[Item, bool] | None:
        """The item of these digits, and whether they are its whole number."""
        if item := self.ledger.number(digits):
            return (item, True) if is_labelled or len(digits) >= SHORT_DIGITS else None
        item = self.shortened(digits) if is_labelled else None
        return (item, False) if item else None

    def with_tail(self, number: str, tail: str) -> Item | None:
        """The item whose number has other last digits: INV-2026-00123 and 131 give INV-2026-00131."""
        base = folded(number)
        return self.ledger.number(base[: -len(tail)] + tail) if len(tail) < len(base) else None

    def shortened(self, spelled: str) -> Item | None:
        """The one item that a shortened number means, among the sender's; or the only one in the ledger."""
        items = self.ledger.shortened(spelled)
        theirs = [item for item in items if item.customer_id in self.senders]
        if theirs:
            still_open = [item for item in theirs if item.open] if len(theirs) > 1 else theirs
            return still_open[0] if len(still_open) == 1 else None
        return items[0] if len(items) == 1 and not self.senders else None

    def ending_in(self, digits: str) -> Item | None:
        """The sender's only open item that ends in these digits."""
        numbers = [number for number in self._open() if number.endswith(digits)]
        return self.ledger.number(numbers[0]) if len(numbers) == 1 else None

    def left_of_its_beginning(self, digits: str) -> Item | None:
        """The sender's only open item of which these are the last digits, five or more, though nobody calls them that: 82026."""
        if len(digits) < _SURE_TAIL or not digits.isdigit():
            return None
        if self._open_lines is None:  # one text: they may have thousands
            self._open_lines = "\n".join(["", *self._open(), ""])
        lines, ending = self._open_lines, f"{digits}\n"
        at = lines.find(ending)
        if at < 0 or lines.find(ending, at + 1) >= 0:
            return None
        number = lines[lines.rindex("\n", 0, at + 1) + 1 : at + len(digits)]
        return self.ledger.number(number) if _ISSUED.fullmatch(number) else None

    def are_like(self, spelled: str) -> bool:
        """True for what is shaped as a number of the ledger, with letters before its digits."""
        letters = _BEFORE_DIGITS.match(spelled)
        digits = sum(character.isdigit() for character in spelled)
        if not letters or digits < 3:
            return False
        is_prefixed = letters[0].upper() in self.prefixes and "_" not in spelled
        return is_prefixed or self.ledger.is_number_shaped(spelled)

    def begin_as(self, spelled: str) -> bool:
        """True for digits that begin as an open number of the sender's does, and are as many: 9100046110."""
        if not spelled.isdigit() or len(spelled) < _LONG_DIGITS or _COMPACT_DAY.fullmatch(spelled):
            return False
        if not self.ledger.is_number_shaped(spelled):  # asked first: they may have thousands of open numbers
            return False
        if self._heads is None:
            numbers = [one for one in self._open() if one.isdigit()]
            self._heads = frozenset((len(one), one[:-_SHARED_TAIL]) for one in numbers)
        return (len(spelled), spelled[:-_SHARED_TAIL]) in self._heads

    def _open(self) -> Iterator[str]:
        return chain.from_iterable(map(self.ledger.open_numbers, self.senders))
