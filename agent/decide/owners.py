"""(a customer, what a dispute is about, our colleagues' roles) to who looks after it, and (books, today) to whom to remind."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from agent.dates import Workday, add_workdays
from agent.facts.books import Books
from agent.facts.holds import Hold, HoldKind
from agent.facts.ledger import Customer, Item
from agent.rules.holds import DisputeRules

Roles = Mapping[str, tuple[str, ...]]


def owners_of(customer: Customer | None, role: str, roles: Roles) -> tuple[str, ...]:
    """Colleagues by their role; nobody where none is known, and then staff see to it."""
    if role == "sales" and customer and customer.sales_emails:
        return customer.sales_emails
    return roles.get(role, ())


def to_be_told(
    books: Books, rules: DisputeRules, *, today: date, zone: ZoneInfo, is_workday: Workday
) -> dict[tuple[str, ...], list[tuple[Item, Hold]]]:
    """Holds that their owners are to be told of today, once each, and when their day has passed again and again.

    What nobody is named for is staff's: they see it where they see everything, and are reminded like others.
    """
    if not is_workday(today):
        return {}
    found: dict[tuple[str, ...], list[tuple[Item, Hold]]] = {}
    for item in books.held_items():
        if not item.open:
            continue
        for hold in (part.hold for part in item.held_on(today)):
            if _is_to_be_told(hold, rules, today, zone, is_workday):
                found.setdefault(hold.owners, []).append((item, hold))
    return found


def _is_to_be_told(hold: Hold, rules: DisputeRules, today: date, zone: ZoneInfo, is_workday: Workday) -> bool:
    if hold.owners and hold.reminded_on is None and hold.kind is HoldKind.DISPUTE:
        return True
    revisit_on = hold.revisit_on
    if revisit_on is None and hold.kind is HoldKind.DISPUTE:
        since = hold.since.astimezone(zone).date()
        revisit_on = add_workdays(since, rules.revisit_workdays, is_workday)
    if revisit_on is None or today < revisit_on:
        return False
    last = hold.reminded_on
    if last is None or last < revisit_on:
        return True
    return add_workdays(last, rules.remind_workdays, is_workday) <= today
