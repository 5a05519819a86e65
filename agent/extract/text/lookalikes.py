"""The ledger as a picture's letters are looked up in it: O for 0, l for 1, S for 5, where only one number looks so."""

from collections.abc import Sequence

from agent.facts.ledger import Anchors, Item

_SHORTEST = 5  # letters and digits of a number that may be misread: shorter ones look like too much


class LookAlikes:
    """Anchors for what was read from pictures: exact numbers first, then those that look like it.

    A number that looks like several, or is not one of the sender's, is not taken for any.
    """

    def __init__(self, ledger: Anchors, senders: Sequence[str]) -> None:
        self._ledger = ledger
        self._senders = frozenset(senders)

    def number(self, text: str) -> Item | None:
        """The item whose number this is, or the only one that looks so."""
        if item := self._ledger.number(text):
            return item
        if sum(map(str.isalnum, text)) < _SHORTEST or not any(map(str.isdigit, text)):
            return None
        found = self._ledger.looking_like(text)
        is_theirs = len(found) == 1 and (not self._senders or found[0].customer_id in self._senders)
        return found[0] if is_theirs else None

    def looking_like(self, text: str) -> tuple[Item, ...]:
        """Items whose number looks like this."""
        return self._ledger.looking_like(text)

    def shortened(self, text: str) -> tuple[Item, ...]:
        """Items whose number ends in these digits."""
        return self._ledger.shortened(text)

    def purchase_order(self, text: str) -> tuple[Item, ...]:
        """Items with this PO number."""
        return self._ledger.purchase_order(text)

    def is_number_shaped(self, text: str) -> bool:
        """True where some number of the ledger has this shape."""
        return self._ledger.is_number_shaped(text)

    def open_numbers(self, customer_id: str) -> Sequence[str]:
        """The numbers of a customer's open items."""
        return self._ledger.open_numbers(customer_id)
