"""(what a customer paid and when, the items a letter asks for) to the tone it is written in: milder to whom it is owed."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from agent.facts.books import Books
from agent.facts.holds import HoldEnd
from agent.facts.ledger import Item
from agent.facts.letters import Tone

_ON_TIME_DAYS: Final = 3  # what a bank may take
_LONG: Final = timedelta(days=180)
_LEAST: Final = 5  # items paid before anybody is called a good payer
_RECENT: Final = 6  # items paid last, of which half late is a habit
_HABIT: Final = 3


def tone_of(books: Books, customer_id: str, items: Iterable[Item], today: date) -> Tone:
    """A promise that was not kept comes first, then what the customer's last payments show."""
    if any(_is_word_broken(item, today) for item in items):
        return Tone.BROKEN_PROMISE
    settled = books.settlements(customer_id)
    late = [one.days_late > _ON_TIME_DAYS for one in settled]
    if sum(late[-_RECENT:]) >= _HABIT:
        return Tone.REPEAT
    is_long = bool(settled) and settled[-1].settled_on - settled[0].settled_on >= _LONG
    if is_long and len(late) >= _LEAST and 10 * sum(late) <= len(late):
        return Tone.GOOD
    return Tone.FIRST if late and not any(late) else Tone.PLAIN


def _is_word_broken(item: Item, today: date) -> bool:
    """The last that was promised of it did not come by its day."""
    promises = [hold for hold in item.holds if hold.is_promise]
    if not item.open or not promises:
        return False
    last = promises[-1]
    return last.end is HoldEnd.BROKEN or (last.end is None and last.until is not None and last.until < today)
