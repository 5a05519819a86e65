"""A document that a text names."""

from dataclasses import dataclass

from agent.facts.ledger import Item
from agent.ids import folded, lookalike


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document that a text names."""

    start: int
    end: int
    text: str  # as it stands there
    item: Item | None  # None: the ledger does not have it
    is_exact: bool = True  # False: found from a shortened spelling
    from_order: bool = False  # found from a PO number

    @property
    def number(self) -> str:
        """As in the ledger where it is there, else as in the document."""
        return self.item.invoice_no if self.item else self.text

    @property
    def stem(self) -> str:
        """The number that its neighbours in a text share a beginning with: an older number as it stands there."""
        is_older = self.item and not self.from_order and lookalike(self.text) not in lookalike(self.number)
        return self.text if is_older else self.number

    def is_between(self, text: str) -> bool:
        """True where it is not named itself, but stands between two numbers that a word such as "to" joins."""
        return self.text not in " ".join(text[self.start : self.end].split())

    @property
    def is_spelled(self) -> bool:
        """True where it stands there as in the ledger, or as its end; not where it only looks like it."""
        return self.item is None or folded(self.item.invoice_no).endswith(folded(self.text))
