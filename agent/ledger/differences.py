"""(an item of ours, the same item in an import) to what follows: a correction, a question, or a difference to report."""

from collections.abc import Collection, Iterable

from agent.facts.books import Books
from agent.facts.events import Event, InvoiceCorrected, InvoiceDiffered, ItemFound, ItemMissing
from agent.facts.ledger import Face, Item
from agent.ledger.imported import open_after


def changes(ours: Item, theirs: Item) -> list[Event]:
    """A correction where it keeps the item valid and the customer's; else what differs, reported and not booked."""
    found: list[Event] = [ItemFound(invoice=ours.invoice_no)] if ours.missing_at else []
    now = Face(
        amount=theirs.billed,
        issued_on=theirs.issued_on,
        due_on=theirs.due_on,
        po_no=theirs.po_no or ours.po_no,  # a file without the column does not say that there is none
    )
    left = open_after(ours, now) if ours.customer_id == theirs.customer_id else None
    at_import = ours.open_at_import
    if left is None:
        found += _face_differences(ours, theirs)
        left = ours.open
    elif now != ours.face:
        found.append(InvoiceCorrected(invoice=ours.invoice_no, was=ours.face, now=now))
        at_import = None if at_import is None else at_import + (now.amount - ours.billed)
    # The file that was imported first says nothing new, although payments have been applied since.
    if theirs.open not in (left, at_import):
        found.append(_differs(ours, "open_amount", str(left), str(theirs.open)))
    return found


def missing(
    books: Books, seen: Collection[str], *, left_out: Iterable[tuple[str, str]], file: str, is_full: bool
) -> list[tuple[str, Event]]:
    """Items open here that the file has left out as cancelled or draft or, where it is full, does not have."""
    reasons = {
        item.invoice_no: f"is {status.lower()} in {file}"
        for number, status in left_out
        if (item := books.anchors.number(number)) and item.invoice_no not in seen
    }
    if is_full:
        open_items = (number for numbers in books.items_by_customer.values() for number in numbers)
        reasons = {number: f"is not in {file}" for number in open_items if number not in seen} | reasons
    return [
        (number, ItemMissing(invoice=number, open=books.items[number].open, why=why))
        for number, why in sorted(reasons.items())
        if books.items[number].open and not books.items[number].missing_at
    ]


def _face_differences(ours: Item, theirs: Item) -> list[Event]:
    pairs = (
        ("customer_id", ours.customer_id, theirs.customer_id),
        ("amount", str(ours.billed), str(theirs.billed)),
        ("issue_date", ours.issued_on.isoformat(), theirs.issued_on.isoformat()),
        ("due_date", ours.due_on.isoformat(), theirs.due_on.isoformat()),
    )
    return [_differs(ours, field, our, their) for field, our, their in pairs if our != their]


def _differs(ours: Item, field: str, our: str, their: str) -> InvoiceDiffered:
    return InvoiceDiffered(invoice=ours.invoice_no, field=field, ours=our, theirs=their)
