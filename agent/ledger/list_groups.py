"""Rows of a list that stand under a heading of their own to whose they are, and to what each subtotal must be the sum of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agent.rules.exports import plain
from agent.rules.feeds import FeedRules, Field

_SUBS = ("", "withsubcustomers")
_OWN = (Field.INVOICE_NO, Field.ISSUE_DATE, Field.AMOUNT, Field.AMOUNT_PLAIN, Field.AMOUNT_HOME)
_PATH = ":"  # QuickBooks: a customer and its sub-customer


@dataclass(frozen=True, slots=True)
class _Group:
    name: str
    row: int
    is_customer: bool


class Groups:
    """The headings that are open at a row: a customer's name, or an age, that stands alone in its row."""

    def __init__(
        self, places: dict[Field, tuple[int, ...]], rows: Iterable[Sequence[str]], rules: FeedRules
    ) -> None:
        self._is_of_invoices = Field.INVOICE_NO in places
        self._documents_own = {place for one in _OWN for place in places.get(one, ())}
        words = (*rules.words["rows", "totals"], *rules.words["rows", "subtotals"])
        self._words = {word.removesuffix("*") for word in words}
        self._names = places.get(Field.CUSTOMER_NAME, ())
        self._has_customers = Field.CUSTOMER_NAME in places or Field.CUSTOMER_ID in places
        self._first_cells = {plain(first) for row in rows if (first := next(filter(str.strip, row), ""))}
        self._open: list[_Group] = []

    def opened_by(self, texts: Sequence[str], row: int) -> bool:
        """True for a heading; one that no subtotal closes gives way to it, else it stands within that."""
        filled = [place for place, text in enumerate(texts) if text]
        if len(filled) != 1 or not self._is_of_invoices:
            return False
        if self._has_customers and filled[0] in self._documents_own:
            return False  # a document of which only that is said
        while self._open and not self._closing(self._open[-1]) & self._first_cells:
            self._open.pop()
        is_customer = not self._has_customers or filled[0] in self._names
        self._open.append(_Group(texts[filled[0]], row, is_customer))
        return True

    def closed_by(self, first: str) -> int | None:
        """The row of the heading that a subtotal is of; None for what closes none."""
        folded = plain(first)
        for place in range(len(self._open) - 1, -1, -1):
            if folded in self._closing(self._open[place]):
                row = self._open[place].row
                del self._open[place:]
                return row
        return None

    @property
    def customer(self) -> str:
        """Whose the rows are that name nobody; "" where no heading does."""
        return _PATH.join(group.name for group in self._open if group.is_customer)

    def _closing(self, group: _Group) -> set[str]:
        return {word + plain(group.name) + end for word in self._words for end in _SUBS}
