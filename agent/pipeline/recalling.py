"""A scheduled letter's draft to the same with what the books recall: letters before it, tone, late charges."""

from collections.abc import Mapping
from dataclasses import replace

from agent.decide.contacts import earlier_letters
from agent.decide.interest import Late, charges, quoted
from agent.decide.tone import tone_of
from agent.facts.books import Books
from agent.facts.letters import Draft, Tone
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
    told = (quoted(amount, rules, today) for amount in draft.totals)
    return replace(
        draft,
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
        quoted=tuple(one for one in told if one),
    )
