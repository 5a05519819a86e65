"""(books, rules, today) to the statements that are due by themselves, and to those that nobody has answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from agent.dates import Workday, add_workdays
from agent.facts.books import Books
from agent.facts.letters import LetterStatus
from agent.facts.statements import Stated
from agent.rules.statements import Every, StatementRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What a statement covers; `key` names it once and for all."""

    every: Every
    first_on: date
    last_on: date

    @property
    def key(self) -> str:
        """Such as "monthly 2026-10-31"."""
        return f"{self.every} {self.last_on}"


def last_period(every: Every, today: date) -> Period | None:
    """The last one that is over on this day."""
    match every:
        case Every.NEVER:
            return None
        case Every.WEEKLY:
            last_on = today - timedelta(days=today.weekday() + 1)
            return Period(every=every, first_on=last_on - timedelta(days=6), last_on=last_on)
        case Every.MONTHLY:
            last_on = today.replace(day=1) - timedelta(days=1)
            return Period(every=every, first_on=last_on.replace(day=1), last_on=last_on)
        case Every.QUARTERLY:
            last_on = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1) - timedelta(days=1)
            return Period(
                every=every, first_on=last_on.replace(month=last_on.month - 2, day=1), last_on=last_on
            )


def due_periods(books: Books, rules: StatementRules, *, today: date, is_workday: Workday) -> list[Period]:
    """Periods whose day has come and that are not closed yet; after any gap the last one alone, on a workday."""
    if not rules.is_on or not is_workday(today):
        return []
    periods = (last_period(every, today) for every in Every)
    return [
        period
        for period in periods
        if period
        and rules.uses(period.every)
        and books.cycles_closed.get(period.every) != period.last_on
        and add_workdays(period.last_on, rules.on_workday, is_workday) <= today
    ]


def customers_of(books: Books, rules: StatementRules, period: Period) -> Iterator[str]:
    """Whose cycle it is, and who have anything to state, by id."""
    for customer_id in sorted(books.customers):
        ladder = books.customers[customer_id].ladder
        has_any = books.invoices_by_customer.get(customer_id) or books.payments_by_customer.get(customer_id)
        if has_any and rules.cycle_of(customer_id, ladder) is period.every:
            yield customer_id


def unanswered(
    books: Books, rules: StatementRules, *, today: date, zone: ZoneInfo, is_workday: Workday
) -> tuple[list[Stated], list[Stated]]:
    """Statements of a cycle to ask about once more, and those to pass to staff; only the last one in a currency."""
    if not rules.is_on or not is_workday(today):
        return [], []
    last: dict[tuple[str, str], Stated] = {}
    for one in books.stated.values():
        if one.cycle:
            last |= {(one.customer_id, balance.currency): one for balance in one.balances}
    again: list[Stated] = []
    staff: list[Stated] = []
    for letter_id in dict.fromkeys(stated.letter_id for stated in last.values()):
        stated = books.stated[letter_id]
        asked = books.letters[stated.again_letter_id or stated.letter_id]
        if (
            stated.answer
            or stated.is_with_staff
            or asked.status is not LetterStatus.SENT
            or not asked.sent_at
        ):
            continue
        days = rules.staff_workdays if stated.again_letter_id else rules.remind_workdays
        if add_workdays(asked.sent_at.astimezone(zone).date(), days, is_workday) <= today:
            (staff if stated.again_letter_id else again).append(stated)
    return again, staff
