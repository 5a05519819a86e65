"""`remitd explain ID`: the chain from message to evidence to decision to letter, for a clerk, in the company's language."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from agent.cli.proof import came, letters_told, not_applied, payment_page, title
from agent.cli.teller import Teller, Told
from agent.errors import AgentError
from agent.facts.books import Books, Message
from agent.facts.events import Recorded
from agent.facts.learnt import Learnt
from agent.facts.ledger import Customer, Item
from agent.facts.letters import Letter
from agent.facts.payments import Payment
from agent.facts.plans import Plan

_RECORDS = ("messages", "payments", "letters", "items", "customers")
_OWED = ("InvoiceAdded", "InvoiceCorrected", "ItemMissing", "ItemFound")


def found(books: Books, what: str, *, as_of: str = "") -> tuple[str, str]:
    """Which records an id is one of, and the id in them; AgentError where it is none.

    A mail is found by its Message-ID too, and a customer that was merged is the one that stands for it.
    """
    by_message_id = {message.message_id: message.mail_id for message in books.messages.values()}
    what = books.survivor(by_message_id.get(what, what))
    for records in _RECORDS:
        if what in getattr(books, records):
            return records, what
    raise AgentError(
        f"{what}: no message, payment, invoice, letter or customer "
        f"{f'had this id by {as_of}' if as_of else 'has this id'}; "
        "see: remitd messages, payments, invoices --all, letters, aging"
    )


def merged_into(books: Books, customer_id: str) -> tuple[str, ...]:
    """The customers that it stands for besides itself."""
    return tuple(old for old, merged in books.merged.items() if merged.into == customer_id)


def payments_of(books: Books, records: str, what: str) -> tuple[str, ...]:
    """The payments that an id is about."""
    match records:
        case "messages":
            return books.messages[what].payment_ids
        case "payments":
            return (what,)
        case "letters":
            return books.letters[what].payment_ids
        case "items":
            return tuple(books.payments_by_invoice.get(what, ()))
        case _:
            return tuple(books.payments_by_customer.get(what, ()))


def explain_id(
    teller: Teller,
    records: str,
    what: str,
    journal: Iterable[Recorded],
    *,
    again: Callable[[], Iterator[Told]],
) -> Iterator[Told]:
    """Lines for a mail, payment, invoice, letter or customer; `again`: what came of deriving its payments again."""
    books = teller.books
    events = teller.journal(journal, what, *(merged_into(books, what) if records == "customers" else ()))
    match records:
        case "messages":
            yield from _message(teller, books.messages[what])
        case "payments":
            yield from payment_page(teller, books.payments[what])
        case "letters":
            yield from _letter(teller, books.letters[what])
        case "items":
            yield from _item(teller, books.items[what])
        case _:
            yield from _customer(teller, books.customers[what])
    yield from again()
    yield from teller.heading("journal")
    yield from (Told("journal", line) for line in events)


def _message(teller: Teller, message: Message) -> Iterator[Told]:
    books = teller.books
    yield Told("title", teller.words.word("titles", "message", id=f"{message.mail_id} {message.message_id}"))
    yield from teller.heading(
        "came", ("MessageReceived", message.mail_id), ("MessageSorted", message.mail_id)
    )
    yield from came(teller, message)
    if message.customer_id:
        yield Told("came", f"  {teller.customer(message.customer_id)}")
    yield from teller.reasons("came", message.why)
    path = f"state/blobs/{message.sha256[:1]}/{message.sha256}"
    yield from teller.text("came", teller.line("raw", path=path))
    payments = [books.payments[one] for one in message.payment_ids]
    yield from _pages(teller, payments, of_message=message.mail_id)
    paid = set(message.payment_ids)
    letters = [books.letters[one] for one in message.letter_ids]
    yield from letters_told(teller, (one for one in letters if not paid & set(one.payment_ids)))


def _pages(teller: Teller, payments: Iterable[Payment], *, of_message: str = "") -> Iterator[Told]:
    for payment in payments:
        yield Told("payments", "")
        yield from payment_page(teller, payment, with_message=payment.mail_id != of_message)


def _letter(teller: Teller, letter: Letter) -> Iterator[Told]:
    words, books = teller.words, teller.books
    kind = words.word("letter_kinds", letter.kind.value)
    status = words.word("letter_statuses", letter.status.value)
    yield Told("title", words.word("titles", "letter", id=letter.letter_id, kind=kind, status=status))
    yield from letters_told(teller, [letter])
    if letter.codes:
        codes = teller.line("comma").join(teller.wording.word("codes", code.value) for code in letter.codes)
        yield from teller.text("letters", codes)
    if letter.invoices:
        yield from teller.text("letters", teller.line("about", items=", ".join(letter.invoices)))
    if letter.detail:
        yield from teller.text("letters", teller.line("last_word", detail=letter.detail))
    yield from teller.text("letters", teller.line("letter_show", id=letter.letter_id))
    if letter.mail_id:
        message = books.messages[letter.mail_id]
        yield from teller.heading("why", ("MessageSorted", message.mail_id))
        subject = teller.quoted(message.subject)
        yield from teller.text("why", teller.line("because_of", id=message.mail_id, subject=subject))
        yield from teller.reasons("why", message.why)
    if letter.asked:
        levels = dict(letter.item_levels)
        yield from teller.heading("asked")
        rows = [
            (
                invoice,
                teller.day(books.items[invoice].due_on),
                teller.money(asked),
                str(levels.get(invoice) or ""),
            )
            for invoice, asked in letter.asked
        ]
        yield from teller.table("asked", ("invoice", "due", "asked", "level"), rows, "asked level")
    yield from _pages(teller, [books.payments[one] for one in letter.payment_ids])


def _item(teller: Teller, item: Item) -> Iterator[Told]:
    books, number = teller.books, item.invoice_no
    word = "credit_note" if item.is_credit else "invoice"
    yield Told(
        "title", teller.words.word("titles", word, id=number, customer=teller.customer(item.customer_id))
    )
    yield from teller.heading("owed", *((kind, number) for kind in _OWED))
    yield Told(
        "owed", "  " + teller.line("open", open=teller.money(item.open), billed=teller.money(item.billed))
    )
    issued = teller.line("issued", issued=teller.day(item.issued_on), due=teller.day(item.due_on))
    terms = [teller.line("terms", terms=item.terms)] if item.terms else []
    yield from teller.text("owed", teller.line("comma").join([issued, *terms]))
    if item.missing_at:
        when, why = teller.moment(item.missing_at), teller.sentence(item.missing_why or "")
        yield from teller.text("owed", teller.line("missing", when=when, why=why))
    if item.dispute and item.disputed:
        reason = item.dispute.reason or teller.line("no_reason")
        yield from teller.text(
            "owed", teller.line("disputed", amount=teller.money(item.disputed), reason=reason)
        )
    if item.promised:
        day = teller.day(item.promised_on)
        yield from teller.text("owed", teller.line("promised", amount=teller.money(item.promised), day=day))
    if item.held_until:
        yield from teller.text("owed", teller.line("held_until", day=teller.day(item.held_until)))
    if item.dunning_level:
        yield from teller.text("owed", teller.line("dunning_level", level=item.dunning_level))
    for allowance in item.allowed:
        amount, when = teller.money(allowance.application.taken), teller.moment(allowance.decided_at)
        yield from teller.text("owed", teller.line("allowed", amount=amount, when=when))
    yield from _plans(teller, (one for one in books.plans.values() if number in one.invoices))
    yield from _learnt(teller, (one for one in books.learnt.values() if one.invoice == number))
    payment_ids = books.payments_by_invoice.get(number, ())
    yield from _pages(teller, [books.payments[one] for one in payment_ids])
    told = {one.letter_id for one in books.letters.values() if set(payment_ids) & set(one.payment_ids)}
    yield from letters_told(
        teller,
        (one for one in books.letters.values() if number in one.invoices and one.letter_id not in told),
    )


def _customer(teller: Teller, customer: Customer) -> Iterator[Told]:
    books = teller.books
    name = teller.customer(customer.customer_id)
    yield Told("title", teller.words.word("titles", "customer", customer=name))
    for old in merged_into(books, customer.customer_id):
        yield from teller.text("title", teller.line("merged", old=old, customer=customer.customer_id))
    addresses = ", ".join(customer.emails) or teller.line("no_address")
    yield Told("title", "  " + teller.line("on_file", addresses=addresses))
    yield from _credit(teller, customer.customer_id)
    items = books.open_items(customer.customer_id)
    if items:
        yield from teller.heading("owed")
        rows = [
            (one.invoice_no, teller.day(one.due_on), teller.money(one.billed), teller.money(one.open))
            for one in items
        ]
        yield from teller.table("owed", ("invoice", "due", "billed", "open"), rows, "billed open")
    yield from _plans(
        teller, (one for one in books.plans.values() if one.customer_id == customer.customer_id)
    )
    theirs = (one for one in books.learnt.values() if one.customer_id == customer.customer_id)
    yield from _learnt(teller, theirs)
    payments = [books.payments[one] for one in books.payments_by_customer.get(customer.customer_id, ())]
    if payments:
        recorded = (("PaymentRecorded", one.payment_id) for one in payments)
        yield from teller.heading("payments", *recorded)
        yield from chain.from_iterable(_in_short(teller, one) for one in payments)
    letters = (one for one in books.letters.values() if one.customer_id == customer.customer_id)
    yield from letters_told(teller, letters)


def _credit(teller: Teller, customer_id: str) -> Iterator[Told]:
    """The grade in force and what it rests on, the limit and the terms that a person agreed."""
    file = teller.books.credit.get(customer_id)
    grading = file.grading if file else None
    if file and grading and grading.score is not None:
        day = teller.day(grading.graded_at.date())
        why = "; ".join(one.why for one in grading.indicators)
        line = teller.line("graded", grade=grading.grade, score=str(grading.score), day=day, why=why)
        yield from teller.text("title", line)
    if file and file.limits:
        agreed = file.limits[-1]
        line = teller.line("limited", limit=teller.money(agreed.amount), why=agreed.why)
        yield from teller.text("title", line)
    for one in file.contracts if file else ():
        if not one.is_withdrawn:
            day = teller.day(one.from_on)
            line = teller.line("contract", version=str(one.version), day=day, why=one.why)
            yield from teller.text("title", line)


def _plans(teller: Teller, plans: Iterable[Plan]) -> Iterator[Told]:
    """Plans of instalments that were offered, agreed or given up, with what is paid by when."""
    for plan in plans:
        parts = (
            teller.line(
                "instalment", amount=teller.money(one.amount), invoice=one.invoice, day=teller.day(one.due_on)
            )
            for one in plan.instalments
        )
        status = teller.words.word("plan_statuses", plan.status.value)
        said = {"id": plan.plan_id, "status": status, "parts": "; ".join(parts)}
        yield from teller.text("owed", teller.line("plan", why=plan.ended_why or plan.why, **said))


def _learnt(teller: Teller, learnt: Iterable[Learnt]) -> Iterator[Told]:
    """What counts of what people taught, who did, and how to take it back."""
    live = [one for one in learnt if one.is_live]
    if not live:
        return
    yield from teller.heading("learnt", *(("AliasLearnt", one.learnt_id) for one in live))
    for one in live:
        kind = teller.words.word("learnt_kinds", one.kind.value)
        who, when, why = one.actor.removeprefix("staff "), teller.moment(one.at), teller.quoted(one.why)
        confirmed = teller.line("confirmed", who=who, when=when, why=why)
        said = {"kind": kind, "value": teller.quoted(one.value), "confirmed": confirmed}
        if one.invoice:
            yield from teller.text("learnt", teller.line("learnt_number", invoice=one.invoice, **said))
        else:
            yield from teller.text("learnt", teller.line("learnt", **said))
        yield from teller.text("learnt", teller.line("forget", id=one.learnt_id), mark="      ")


def _in_short(teller: Teller, payment: Payment) -> Iterator[Told]:
    message = teller.books.messages[payment.mail_id]
    yield from teller.text("payments", title(teller, payment))
    subject = teller.quoted(message.subject)
    yield from teller.text(
        "payments", teller.line("because_of", id=message.mail_id, subject=subject), mark="      "
    )
    for one in payment.applications:
        yield Told("payments", f"      {one.invoice}  {teller.money(one.amount)}")
    if left := not_applied(teller, payment):
        yield Told("payments", "      " + left)
