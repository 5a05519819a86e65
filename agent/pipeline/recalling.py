"""A scheduled letter's draft to the same with what the books recall: letters before it, tone, late charges."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from agent.decide.contacts import earlier_letters
from agent.decide.interest import Late, charges, quoted
from agent.decide.tone import tone_of
from agent.facts.books import Books
from agent.facts.letters import Draft, PaymentRow, Tone
from agent.facts.payments import Payment, Status
from agent.pipeline.desk import Desk


def recalled(
    desk: Desk, books: Books, draft: Draft, *, levels: Mapping[str, int], tone: Tone | None = None
) -> Draft:
    """The draft of a reminder, dunning letter or notice, its open items filled in.

    `levels`: theirs, once it is sent; `tone`: where the ladder says it.
    """
    assert draft.customer_id, draft.letter_id
    items = {row.invoice: books.items[row.invoice] for row in draft.open_items}
    rules, today = desk.policy.interest, draft.written_on
    oldest = min(items.values(), key=lambda item: item.issued_on)
    contract = books.contract_on(draft.customer_id, oldest.issued_on)
    told = (quoted(amount, rules, today) for amount in draft.totals)
    return replace(
        draft,
        unseen=tuple(map(_told, _unseen(books, items))),
        earlier=earlier_letters(books, draft.customer_id, items, desk.zone),
        tone=tone or tone_of(books, draft.customer_id, items.values(), today),
        charges=charges(
            (
                Late(
                    item=items[row.invoice],
                    asked=row.open,
                    level=levels[row.invoice],
                    agreed=books.contract_on(draft.customer_id, items[row.invoice].issued_on),
                    receipts=books.received[row.invoice].receipts if row.invoice in books.received else (),
                )
                for row in draft.open_items
            ),
            rules,
            country=books.customers[draft.customer_id].country or desk.config.company.country,
            today=today,
        ),
        agreed_on=contract.from_on if contract else None,
        clause=(contract.clause if contract else None) or "",
        quoted=tuple(one for one in told if one),
    )


def _unseen(books: Books, invoices: Iterable[str]) -> Iterator[Payment]:
    """Payments that were told of for these items, held them, and were not shown by the bank in time."""
    named = (known for invoice in invoices for known in books.payments_by_invoice.get(invoice, ()))
    for payment_id in dict.fromkeys(named):
        payment = books.payments[payment_id]
        if payment.status is Status.ADVISED and payment.missed_on:
            yield payment


def _told(payment: Payment) -> PaymentRow:
    claim = payment.claim
    return PaymentRow(
        amount=payment.amount,
        paid_on=claim.paid_on,
        reference=claim.reference,
        method=claim.method.value if claim.method else None,
        applied=(),
        unapplied=None,
        differences=(),
    )
