"""(books, the items a letter asks for) to the letters that asked for them before."""

from collections.abc import Collection
from zoneinfo import ZoneInfo

from agent.facts.books import Books
from agent.facts.letters import EarlierLetter, LetterStatus


def earlier_letters(
    books: Books, customer_id: str, invoices: Collection[str], zone: ZoneInfo
) -> tuple[EarlierLetter, ...]:
    """Reminders, dunning letters and notices that went out about any of these items, oldest first, by the company's days."""
    wanted = set(invoices)
    return tuple(
        EarlierLetter(
            kind=letter.kind,
            level=letter.level,
            sent_on=letter.sent_at.astimezone(zone).date(),
            invoices=tuple(invoice for invoice in letter.invoices if invoice in wanted),
        )
        for letter in map(books.letters.__getitem__, books.scheduled_letters.get(customer_id, ()))
        if letter.status is LetterStatus.SENT and letter.sent_at and wanted.intersection(letter.invoices)
    )
