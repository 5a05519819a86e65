"""A scheduled letter's draft to the same with what the books recall: letters before it, promises not kept, the tone that is due."""

from dataclasses import replace

from agent.decide.contacts import earlier_letters
from agent.decide.tone import tone_of
from agent.facts.books import Books
from agent.facts.letters import ClaimRow, Draft
from agent.pipeline.desk import Desk


def recalled(desk: Desk, books: Books, draft: Draft) -> Draft:
    """The draft of a reminder, dunning letter or notice, its open items filled in."""
    assert draft.customer_id, draft.letter_id
    invoices = [row.invoice for row in draft.open_items]
    items = [books.items[invoice] for invoice in invoices]
    return replace(
        draft,
        earlier=earlier_letters(books, draft.customer_id, invoices, desk.zone),
        broken=tuple(
            ClaimRow(invoice=item.invoice_no, amount=item.unpaid[promise.seq], promised_on=promise.until)
            for item in items
            for promise in item.broken
        ),
        tone=draft.tone or tone_of(books, draft.customer_id, items, draft.written_on),
    )
