"""What a customer owed on a day: the items of a statement of account."""

from dataclasses import replace
from datetime import date

from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.money import Money


def statement_items(books: Books, customer_id: str, as_of: date) -> list[Item]:
    """Items issued by `as_of` with what was open at its end, oldest due first.

    What payments dated later have taken off is added back, so that a statement of 30 September asked for in October
    shows September's end.
    """
    added_back: dict[str, Money] = {}
    for payment_id in books.payments_by_customer.get(customer_id, ()):
        payment = books.payments[payment_id]
        if payment.claim.paid_on and payment.claim.paid_on > as_of:
            for application in payment.applications:
                sofar = added_back.get(application.invoice)
                added_back[application.invoice] = sofar + application.taken if sofar else application.taken
    numbers = {*books.items_by_customer.get(customer_id, ()), *added_back}
    items = []
    for number in numbers:
        item = books.items[number]
        left = item.open + added_back[number] if number in added_back else item.open
        if item.issued_on <= as_of and left:
            items.append(replace(item, open=left))
    return sorted(items, key=lambda item: (item.due_on, item.issued_on, item.invoice_no))
