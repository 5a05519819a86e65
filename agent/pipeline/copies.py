"""A request for a statement that asks for the invoices too: copies of the customer's own, or a word to staff."""

from dataclasses import replace

from agent.extract.files.body import body_document
from agent.facts.letters import Draft
from agent.pipeline.handling import Handling


def with_copies(handling: Handling, draft: Draft) -> Draft:
    """The reply with copies of the open invoices that it lists; what has no file is left to staff, who are told.

    The reply lists the customer's own items alone, so nobody gets another's invoice by naming it.
    """
    text = "\n".join(row.text for row in body_document(handling.mail.body.own).rows).lower()
    if not any(phrase in text for phrase in handling.desk.policy.statements.asked_for):
        return draft
    numbers = tuple(row.invoice for row in draft.open_items)
    find = handling.desk.documents
    found, missing = find(numbers) if find else ([], list(numbers))
    if missing:
        named = ", ".join(missing[:20]) + (" …" if len(missing) > 20 else "")
        handling.notices.append(
            f"{draft.customer_id} asks for copies of invoices, and [documents] folder has none that can be sent of {named}"
        )
    return replace(draft, attachments=(*draft.attachments, *found))
