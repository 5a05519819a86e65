"""(books, rules, a scheduled letter that is about to go, today) to why it is dropped, so that a true one can be written."""

from datetime import date
from zoneinfo import ZoneInfo

from agent.decide.addressee import on_file
from agent.decide.clearance import kept_from
from agent.decide.funds import funds_of
from agent.decide.holds import still_due
from agent.facts.books import Books
from agent.facts.credit import NEW
from agent.facts.ledger import Item
from agent.facts.letters import Letter, LetterKind
from agent.money import Money, total
from agent.rules.dunning import DunningRules


def why_dropped(
    books: Books, rules: DunningRules, letter: Letter, *, today: date, zone: ZoneInfo
) -> str | None:
    """The first thing in the letter that is not true any more, or is not known; None where it may go."""
    assert letter.customer_id
    if bounced := [address for address in letter.to if address in books.suspect_addresses]:
        return f"address: {', '.join(bounced)} does not take mail"
    if gone_from_file := [
        one for one in (*letter.to, *letter.cc) if one not in on_file(letter.customer_id, books)
    ]:
        return f"address: {', '.join(gone_from_file)} is not on file any more"
    due = still_due(books, letter.invoices, today)
    gone = [
        f"{invoice} {why}"
        for invoice, asked in letter.asked
        if (why := _why_gone(books, rules, letter.kind, invoice, asked, due.get(invoice), today))
    ]
    if gone:
        return f"no longer true when it was to go: {', '.join(gone)}"
    if kept := kept_from(books, rules, letter.customer_id, today=today, zone=zone):
        return f"{kept.gate.value}: {kept.why}"
    if not letter.asked:
        return None
    asked = total((money for _, money in letter.asked), letter.asked[0][1].currency)
    funds = funds_of(books, letter.customer_id, asked.currency)
    return (
        f"covered: {funds.credit + funds.told} of theirs waits to be applied" if funds.cover(asked) else None
    )


def _why_gone(
    books: Books,
    rules: DunningRules,
    kind: LetterKind,
    invoice: str,
    asked: Money,
    due: Money | None,
    today: date,
) -> str | None:
    """Why this much may not be asked for this item any more; an import may also have moved its due date."""
    item = books.items[invoice]
    if due is None or due < asked:
        return _why_less(item, asked, today)
    grade = books.grades.get(item.customer_id, NEW)
    ladder = rules.ladder_for(books.customers[item.customer_id], item.open.currency, grade)
    days_late = (today - item.due_on).days
    if kind is LetterKind.REMINDER:
        is_soon = -days_late <= max(ladder.reminder_days_before, default=0)
        return None if is_soon else "is due later"
    return None if days_late > ladder.grace_days else "is due later"


def _why_less(item: Item, asked: Money, today: date) -> str:
    """What has come in between, as the item tells it."""
    if item.open < asked:
        return "is paid in part" if item.open else "is paid"
    if item.missing_at:
        return "is missing in the last import"
    if item.held_until and today <= item.held_until:
        return "is held by a person"
    if item.disputed:
        return "is disputed"
    if item.promised and item.promised_on and today <= item.promised_on:
        return "is promised"
    return "is asked about, or told to be paid"
