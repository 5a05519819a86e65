"""Records into the books and the indexes that find them; an earlier record of the same id gives way."""

from dataclasses import replace
from datetime import date

from agent.facts import events as e
from agent.facts.books import Books, Message, Query
from agent.facts.events import MessageStatus
from agent.facts.holds import PromiseCount
from agent.facts.ledger import Customer, Item
from agent.facts.letters import SCHEDULED, Letter, LetterStatus
from agent.facts.payments import LIVE, Application, Origin, Payment, Status
from agent.facts.postings import Posting
from agent.ids import account_keys, folded
from agent.ledger.numbers import Numbers


def add_customer(books: Books, customer: Customer) -> None:
    """Put a customer into the books and their indexes, in the place of an earlier record."""
    old = books.customers.get(customer.customer_id)
    if old:
        _forget(books, old)
    for index, key in _keys(books, customer):
        known = index.setdefault(key, [])
        if customer.customer_id not in known:
            known.append(customer.customer_id)
    books.customers[customer.customer_id] = customer
    books.renamed.append(customer.customer_id)
    note_change(books, customer.customer_id)


def remove_customer(books: Books, customer: Customer) -> None:
    """Take a customer out of the books and their indexes; what is known of its children stays."""
    _forget(books, customer)
    del books.customers[customer.customer_id]


def _forget(books: Books, customer: Customer) -> None:
    for index, key in _keys(books, customer):
        known = index.get(key, [])
        if customer.customer_id in known:
            known.remove(customer.customer_id)


def _keys(books: Books, customer: Customer) -> list[tuple[dict[str, list[str]], str]]:
    """Where the indexes have a customer."""
    addresses = dict.fromkeys((*customer.emails, *customer.dunning_emails))
    return [
        *((books.customers_by_email, address) for address in addresses),
        *((books.customers_by_domain, domain) for domain in {a.rpartition("@")[2] for a in addresses}),
        *(
            (books.customers_by_account, key)
            for account in customer.bank_accounts
            for key in account_keys(account)
        ),
        *((books.children_by_parent, parent) for parent in [customer.parent_id] if parent),
    ]


def add_item(books: Books, item: Item) -> None:
    """Put an item into the books and their indexes."""
    change_item(books, item)
    books.invoices_by_customer.setdefault(item.customer_id, []).append(item.invoice_no)
    if item.open:
        list_as_open(books, item)
    count_promises(books, item.customer_id, PromiseCount.of(item.holds))
    numbers = books.anchors
    assert isinstance(numbers, Numbers)
    numbers.add(item)


def change_item(books: Books, item: Item) -> None:
    """Put an item in the place of its earlier record, and let the day's work find it where it has to look at it."""
    books.items[item.invoice_no] = item
    if item.holds and item.has_open_matter:
        books.held.add(item.invoice_no)
    else:
        books.held.discard(item.invoice_no)
    if item.missing_at and item.open:
        books.missing.add(item.invoice_no)
    else:
        books.missing.discard(item.invoice_no)
    note_change(books, item.customer_id)


def note_change(books: Books, customer_id: str | None) -> None:
    """What was found out of a customer before may be true no more."""
    if customer_id is None:
        return
    books.changed.add(customer_id)
    books.resting.pop(customer_id, None)
    books.done_today.discard(customer_id)


def count_promises(books: Books, customer_id: str, change: PromiseCount) -> None:
    """Count what became of a customer's promises."""
    if counted := books.promises.pop(customer_id, PromiseCount()) + change:
        books.promises[customer_id] = counted


def add_purchase_order(books: Books, was: Item, item: Item) -> None:
    """Let an item be found by its corrected PO number, and by the old one no more."""
    numbers = books.anchors
    assert isinstance(numbers, Numbers)
    numbers.reorder(was, item)


def list_as_open(books: Books, item: Item) -> None:
    """Let an item be found among its customer's open ones."""
    books.items_by_customer.setdefault(item.customer_id, []).append(item.invoice_no)
    first = books.first_due.get(item.customer_id)
    if first is None or item.due_on < first:
        _first_due(books, item.customer_id, item.due_on)


def list_as_closed(books: Books, item: Item) -> None:
    """Let it be found there no more."""
    left = books.items_by_customer[item.customer_id]
    left.remove(item.invoice_no)
    if not left:
        del books.items_by_customer[item.customer_id]
    if item.due_on == books.first_due[item.customer_id]:
        first = min((books.items[number].due_on for number in left), default=None)
        _first_due(books, item.customer_id, first)


def rename_customer(books: Books, old: str, into: str) -> None:
    """Let what stands under one customer stand under the other."""
    for index in (
        books.invoices_by_customer,
        books.items_by_customer,
        books.payments_by_customer,
        books.scheduled_letters,
        books.for_staff_by_customer,
        books.learnt_names,
    ):
        moved = index.pop(old, [])
        known = index.setdefault(into, [])
        there = set(known)
        known += [name for name in moved if name not in there]
        if not known:
            del index[into]
    count_promises(books, into, books.promises.pop(old, PromiseCount()))
    note_change(books, into)
    days = [day for day in (books.first_due.get(old), books.first_due.get(into)) if day]
    _first_due(books, old, None)
    _first_due(books, into, min(days, default=None))


def part_customer(books: Books, event: e.MergeUndone) -> None:
    """Let what is named stand under its customer again, and no more under the one that it was merged into."""
    old, into = event.customer_id, event.into
    for index, keys in (
        (books.invoices_by_customer, event.invoices),
        (books.items_by_customer, event.invoices),
        (books.payments_by_customer, event.payment_ids),
        (books.scheduled_letters, event.letter_ids),
        (books.for_staff_by_customer, event.mail_ids),
        (books.learnt_names, event.learnt_ids),
    ):
        theirs, known = set(keys), index.pop(into, [])
        for name, has in ((old, True), (into, False)):
            if kept := [one for one in known if (one in theirs) is has]:
                index[name] = kept
    for name in (old, into):
        books.promises.pop(name, None)
        for item in books.all_items(name):
            count_promises(books, name, PromiseCount.of(item.holds))
        due = (books.items[number].due_on for number in books.items_by_customer.get(name, ()))
        _first_due(books, name, min(due, default=None))
        note_change(books, name)


def _first_due(books: Books, customer_id: str, day: date | None) -> None:
    old = books.first_due.pop(customer_id, None)
    if old is not None:
        same_day = books.customers_by_first_due[old]
        same_day.remove(customer_id)
        if not same_day:
            del books.customers_by_first_due[old]
    if day is not None:
        books.first_due[customer_id] = day
        books.customers_by_first_due.setdefault(day, set()).add(customer_id)


def add_message(books: Books, message: Message) -> None:
    """Put a message into the books and their indexes."""
    books.messages[message.mail_id] = message
    books.message_by_content[message.sha256] = message.mail_id
    for content in (message.content_id, message.told_id, *message.statement_ids):
        if content:
            books.message_by_content.setdefault(content, message.mail_id)
    if message.kind is None:
        books.unhandled[message.mail_id] = None
    else:
        books.unhandled.pop(message.mail_id, None)
    theirs = books.for_staff_by_customer.setdefault(message.customer_id, []) if message.customer_id else []
    if message.mail_id in theirs:
        theirs.remove(message.mail_id)
    if message.status is MessageStatus.REVIEW and message.closed_at is None:
        books.for_staff[message.mail_id] = None
        theirs.append(message.mail_id)
    else:
        books.for_staff.pop(message.mail_id, None)
    if message.customer_id and not theirs:
        del books.for_staff_by_customer[message.customer_id]


def know_key(books: Books, mailbox: str, key: str, mail_id: str) -> None:
    """The message that lies under this key was fetched."""
    books.message_by_key[mailbox, key] = mail_id
    uidvalidity, separator, uid = key.partition(":")
    if separator and uidvalidity.isdecimal() and uid.isdecimal():
        place = (int(uidvalidity), int(uid))
        if books.last_uid.get(mailbox, (0, 0))[0] != place[0] or books.last_uid[mailbox] < place:
            books.last_uid[mailbox] = place


def add_payment(books: Books, payment: Payment) -> None:
    """Put a payment into the books and their indexes, or in the place of an earlier record."""
    old = books.payments.get(payment.payment_id)
    note_change(books, payment.customer_id)
    note_change(books, old.customer_id if old else None)
    books.payments[payment.payment_id] = payment
    if (
        payment.origin is Origin.ADVICE
        and payment.status in LIVE
        and not (payment.cleared or payment.missed_on)
    ):
        books.unshown[payment.payment_id] = None
    else:
        books.unshown.pop(payment.payment_id, None)
    if payment.returned_on:
        books.returned[payment.payment_id] = None
    else:
        books.returned.pop(payment.payment_id, None)
    for seen_on in filter(None, (payment.cleared_on, payment.returned_on)):
        books.bank_seen_on = max(seen_on, books.bank_seen_on or seen_on)
    if payment.status in (Status.ADVISED, Status.REVIEW) or payment.waiting_deductions:
        books.unsettled[payment.payment_id] = None
    else:
        books.unsettled.pop(payment.payment_id, None)
    if old:
        return
    if payment.customer_id:
        books.payments_by_customer.setdefault(payment.customer_id, []).append(payment.payment_id)
    claim = payment.claim
    for reference in {folded(r) for r in (claim.reference, *claim.other_references) if r}:
        books.payments_by_reference.setdefault(reference, []).append(payment.payment_id)
    for invoice in {line.invoice for line in claim.lines}:
        books.payments_by_invoice.setdefault(invoice, []).append(payment.payment_id)


def index_applications(books: Books, payment: Payment, without: tuple[Application, ...] = ()) -> None:
    """Let a payment be found by the items that it settles, besides those it names; no more by those it settled once."""
    for application in payment.applications:
        known = books.payments_by_invoice.setdefault(application.invoice, [])
        if payment.payment_id not in known:
            known.append(payment.payment_id)
    told = {application.invoice for application in payment.applications}
    told |= {line.invoice for line in payment.claim.lines}
    for invoice in {application.invoice for application in without} - told:
        books.payments_by_invoice[invoice].remove(payment.payment_id)


def add_query(books: Books, query: Query) -> None:
    """Put an open query into the books and their index."""
    raised = query.raised
    remove_query(books, raised.letter_id)
    books.queries[raised.letter_id] = query
    for invoice in dict.fromkeys(raised.invoices):
        books.queries_by_invoice.setdefault(invoice, []).append(raised.letter_id)


def remove_query(books: Books, letter_id: str) -> None:
    """Take a query out; nothing where it is closed already."""
    query = books.queries.pop(letter_id, None)
    for invoice in dict.fromkeys(query.raised.invoices) if query else ():
        books.queries_by_invoice[invoice].remove(letter_id)


def add_posting(books: Books, posting: Posting) -> None:
    """Put a posting into the books and their index."""
    books.postings[posting.key] = posting
    books.postings_by_payment.setdefault(posting.payment_id, []).append(posting.key)


def remove_posting(books: Books, posting: Posting) -> None:
    """Take a posting out: it will never be exported, or never be taken back."""
    del books.postings[posting.key]
    books.postings_by_payment[posting.payment_id].remove(posting.key)


def add_letter(books: Books, letter: Letter) -> None:
    """Put a letter into the books and their indexes."""
    is_new = letter.letter_id not in books.letters
    if is_new:
        for payment_id in letter.payment_ids:
            books.letters_by_payment.setdefault(payment_id, []).append(letter.letter_id)
    books.letters[letter.letter_id] = letter
    if letter.kind in SCHEDULED:
        note_change(books, letter.customer_id)
    if is_new and letter.kind in SCHEDULED and letter.customer_id is not None:
        books.scheduled_letters.setdefault(letter.customer_id, []).append(letter.letter_id)
    books.letter_by_message_id[letter.message_id] = letter.letter_id
    if letter.status is LetterStatus.QUEUED:
        books.queued[letter.letter_id] = None
    else:
        books.queued.pop(letter.letter_id, None)


def name_payment(books: Books, mail_id: str, payment_id: str) -> None:
    """Let the message list the payment."""
    message = books.messages.get(mail_id)
    if message and payment_id not in message.payment_ids:
        books.messages[mail_id] = replace(message, payment_ids=(*message.payment_ids, payment_id))
