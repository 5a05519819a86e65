"""What is open while one payment is decided: the books, with what a replaced advice had taken given back."""

from dataclasses import dataclass, replace

from agent.facts.books import Books
from agent.facts.ledger import Item
from agent.facts.payments import Payment, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Items as they stand for this decision; `without`: a payment that is taken back by it."""

    books: Books
    without: Payment | None = None

    def item(self, number: str) -> Item | None:
        """The item of this number, spelling apart; None where we have none."""
        found = self.books.items.get(number) or self.books.anchors.number(number)
        if found is None:
            return None
        item = self.books.items.get(found.invoice_no, found)
        for application in self.without.applications if self.without else ():
            if application.invoice == item.invoice_no:
                item = replace(item, open=item.open + application.taken)
        return item

    def open_items(self, customer_id: str) -> list[Item]:
        """A customer's open items, oldest due first, then by number."""
        numbers = set(self.books.items_by_customer.get(customer_id, ()))
        if self.without:
            numbers |= {application.invoice for application in self.without.applications}
        items = (self.item(number) for number in numbers)
        theirs = [item for item in items if item and item.customer_id == customer_id and item.open]
        return sorted(theirs, key=lambda item: (item.due_on, item.issued_on, item.invoice_no))

    def reserved(self, customer_id: str) -> dict[str, str]:
        """Items that an advised payment of the customer names, and that payment: its money has not come yet."""
        return {
            line.invoice: payment_id
            for payment_id in self.books.payments_by_customer.get(customer_id, ())
            for payment in [self.books.payments[payment_id]]
            if payment.status is Status.ADVISED and payment != self.without
            for line in payment.claim.lines
        }
