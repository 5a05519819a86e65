"""(an open query, the books) to whether it still needs an answer."""

from datetime import date

from agent.facts.books import Books, Query
from agent.facts.holds import HoldKind
from agent.facts.ledger import Item
from agent.facts.letters import LetterStatus
from agent.facts.payments import DeductionStatus, Payment, Status
from agent.money import total


def why_closed(query: Query, books: Books, today: date) -> str | None:
    """Why nobody needs to answer any more; None where something that was asked about is left."""
    raised = query.raised
    if books.letters[raised.letter_id].status is LetterStatus.CANCELLED:
        return "staff dropped the question"
    payments = [books.payments[payment_id] for payment_id in raised.payment_ids]
    standing = [payment for payment in payments if payment.status is not Status.REVERSED]
    if payments and not standing:
        return "the payments that it asks about were replaced or went back"
    if any(payment.unapplied and not payment.is_on_account for payment in standing):
        return None
    if any(_is_in_question(books.items[invoice], standing, today) for invoice in raised.invoices):
        return None
    return "all that it asks about is applied, paid, disputed, promised or decided by staff"


def _is_in_question(item: Item, payments: list[Payment], today: date) -> bool:
    """True where some of what is open was neither objected to nor promised, and no deduction that staff refused."""
    refused = [
        one.amount
        for payment in payments
        for one in payment.deductions
        if one.invoice == item.invoice_no and one.status is DeductionStatus.REFUSED
    ]
    claimed = [part.amount for part in item.held_on(today) if part.hold.kind is not HoldKind.STAFF]
    return (item.open - total((*refused, *claimed), item.open.currency)).minor > 0
