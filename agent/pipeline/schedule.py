"""What a day brings by itself: payments whose day has come, and the letters that the ladder makes due."""

from dataclasses import replace

from agent.decide.addressee import for_customer
from agent.decide.dunning import DueLetter, due_letters
from agent.facts.books import Books
from agent.facts.letters import Letter
from agent.facts.payments import Status
from agent.ids import mint
from agent.match.payment import settle_advised
from agent.money import Money
from agent.pipeline.answering import by_currency, open_rows, tell_of_payments
from agent.pipeline.booking import book
from agent.pipeline.bookkeeping import Commit
from agent.pipeline.desk import Desk
from agent.pipeline.writing import new_draft, write


def settle_due(desk: Desk) -> int:
    """Apply the payments that were told of ahead of their day, now that it has come; how many."""
    if desk.config.apply_on != "advice":
        return 0
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        books, today = commit.books, desk.today()
        due = [
            payment
            for payment in books.payments.values()
            if payment.status is Status.ADVISED and payment.claim.paid_on and payment.claim.paid_on <= today
        ]
        for payment in due:
            matched = settle_advised(payment, books, rules=desk.policy.matching, today=today)
            book(commit, payment.payment_id, matched, mail_id=None)
            told = books.payments[payment.payment_id]
            tell_of_payments(
                desk, commit, [told], {payment.payment_id: matched}, mail=None, mail_id=payment.mail_id
            )
        desk.blobs.sync()
    return len(due)


def write_due(desk: Desk) -> int:
    """Write every reminder, dunning letter and final notice that is due today; how many."""
    with desk.bookkeeper.commit(desk.clock(), "agent") as commit:
        due = due_letters(
            commit.books,
            desk.policy.dunning,
            today=desk.today(),
            zone=desk.zone,
            is_workday=desk.policy.is_workday,
        )
        written = [letter for letter in (_write(desk, commit, due_letter) for due_letter in due) if letter]
        desk.blobs.sync()
    return len(written)


def _write(desk: Desk, commit: Commit, due: DueLetter) -> Letter | None:
    books, today = commit.books, desk.today()
    address = for_customer(due.customer_id, books)
    if address is None:
        return None
    letter_id = mint("L", due.kind.value, due.customer_id, due.currency, str(due.level), today.isoformat())
    if letter_id in books.letters:
        return None
    draft = new_draft(
        desk,
        books,
        due.kind,
        letter_id=letter_id,
        customer_id=due.customer_id,
        to=(address,),
        mail=None,
        mail_id=None,
    )
    rows = tuple(
        replace(row, open=listed.asked)
        for row, listed in zip(open_rows([d.item for d in due.items], today), due.items, strict=True)
    )
    return write(
        desk,
        commit,
        replace(
            draft,
            level=due.level,
            open_items=rows,
            totals=by_currency([row.open for row in rows]),
            unapplied=_unapplied(books, due),
        ),
        item_levels=tuple((listed.item.invoice_no, listed.level) for listed in due.items),
    )


def _unapplied(books: Books, due: DueLetter) -> tuple[Money, ...]:
    """Cash of the customer that waits to be applied, so that the letter can say so."""
    found = [
        payment.unapplied
        for payment in (
            books.payments[known] for known in books.payments_by_customer.get(due.customer_id, ())
        )
        if payment.unapplied
        and payment.status in (Status.UNAPPLIED, Status.PARTIALLY_APPLIED)
        and payment.unapplied.currency == due.currency
    ]
    return by_currency(found)
