"""(an open query, the books) to whether it still needs an answer."""

from datetime import date

from agent.facts.books import Books, Query
from agent.facts.ledger import Item
from agent.facts.letters import LetterStatus
from agent.facts.payments import Status


def why_closed(query: Query, books: Books, today: date) -> str | None:
    """Why nobody needs to answer any more; None where something that was asked about is left."""
    raised = query.raised
    if books.letters[raised.letter_id].status is LetterStatus.CANCELLED:
        return "staff dropped the question"
    payments = [books.payments[payment_id] for payment_id in raised.payment_ids]
    standing = [payment for payment in payments if payment.status is not Status.REVERSED]
    if not standing:
        return "the payments that it asks about were replaced or went back"
    if any(payment.unapplied for payment in standing):
        return None
    if any(_is_in_question(books.items[invoice], today) for invoice in raised.invoices):
        return None
    return "all that it asks about is applied, paid, disputed or promised"


def _is_in_question(item: Item, today: date) -> bool:
    """True where some of what is open was neither objected to nor promised."""
    left = item.open
    if item.disputed:
        left -= item.disputed
    if item.promised and item.promised_on and today <= item.promised_on:
        left -= item.promised
    return left.minor > 0
