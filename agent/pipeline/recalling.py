"""A scheduled letter's draft to the same with what the books recall: letters before it, and the tone that is due."""

from dataclasses import replace

from agent.decide.contacts import earlier_letters
from agent.decide.tone import tone_of
from agent.facts.books import Books
from agent.facts.letters import Draft, Tone
from agent.pipeline.desk import Desk


def recalled(desk: Desk, books: Books, draft: Draft, *, tone: Tone | None = None) -> Draft:
    """The draft of a reminder, dunning letter or notice, its open items filled in; `tone`: where the ladder says it."""
    assert draft.customer_id, draft.letter_id
    invoices = [row.invoice for row in draft.open_items]
    return replace(
        draft,
        earlier=earlier_letters(books, draft.customer_id, invoices, desk.zone),
        tone=tone
        or tone_of(books, draft.customer_id, map(books.items.__getitem__, invoices), draft.written_on),
    )
