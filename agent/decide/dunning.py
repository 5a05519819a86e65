"""(books, ladders, today) to the scheduled letters that are due: derived from what is owed and what was sent, never chained."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from agent.decide.clearance import Contacts, Kept, contacts_of, kept_back
from agent.decide.funds import Funds, funds_of
from agent.decide.holds import askable, held_amounts
from agent.facts.books import Books
from agent.facts.credit import NEW
from agent.facts.ledger import Item
from agent.facts.letters import Autonomy, LetterKind
from agent.money import Money, total
from agent.rules.calendar import Calendar
from agent.rules.dunning import DunningRules, Ladder
from agent.rules.steps import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """An item that a scheduled letter lists."""

    item: Item
    asked: Money  # what the letter asks for: the open amount without what is disputed, promised or advised
    level: int  # the item's dunning level once the letter is sent; 0 where it is only reminded or listed


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLetter:
    """One letter for one customer and currency."""

    kind: LetterKind
    customer_id: str
    currency: str
    level: int
    items: tuple[DueItem, ...]
    ladder: str  # its name
    step: Step  # which letter, to whom, who signs it, who lets it go
    funds: Funds  # what the customer has with us already, to be set against what the letter asks for

    @property
    def asked(self) -> Money:
        """What the items add up to."""
        return total((due.asked for due in self.items), self.currency)

    @property
    def to_pay(self) -> Money:
        """What is really due: without the customer's money and credit notes that wait with us."""
        return self.asked - self.funds.credit


def due_letters(
    books: Books,
    rules: DunningRules,
    *,
    today: date,
    zone: ZoneInfo,
    is_workday: Calendar,
    at: datetime | None = None,
) -> list[DueLetter]:
    """The letters of one day, by customer and currency, that nothing keeps back; with `at`, at that instant."""
    found = scheduled(books, rules, today=today, zone=zone, is_workday=is_workday, at=at)
    return [letter for letter, kept in found if kept is None]


def scheduled(
    books: Books,
    rules: DunningRules,
    *,
    today: date,
    zone: ZoneInfo,
    is_workday: Calendar,
    at: datetime | None = None,
    passing: Collection[str] = (),
) -> Iterator[tuple[DueLetter, Kept | None]]:
    """Every letter that the ladders make due, with what keeps it back; on no workday of the company there are none.

    A level is due from its day on, so that the next workday, or the next run, catches up; a letter once. `passing`:
    customers that are not looked at.
    """
    if not is_workday(today):
        return
    held = held_amounts(books)
    if books.resting_by is not rules:
        books.resting.clear()
        books.resting_by = rules
    for customer_id in _with_something_due(books, today + timedelta(days=rules.horizon_days)):
        since, until = books.resting.get(customer_id, (date.max, date.max))
        if since <= today < until or customer_id in passing:
            continue
        moving = _ladders_with_a_step(books, rules, customer_id, today)
        if not moving:
            continue
        contacts = contacts_of(books, customer_id, zone)
        open_items = books.open_items(customer_id)
        has_letter = False
        for currency, ladder in sorted(moving.items()):
            items = [item for item in open_items if item.open.currency == currency]
            funds = funds_of(books, customer_id, currency)
            letter = _letter(customer_id, items, ladder, contacts, funds, held, today)
            if letter:
                has_letter = True
                kept = kept_back(
                    books,
                    rules,
                    ladder,
                    contacts,
                    customer_id=customer_id,
                    kind=letter.kind,
                    asked=letter.asked,
                    funds=funds,
                    roles=letter.step.to,
                    today=today,
                    zone=zone,
                    is_workday=is_workday,
                    at=at,
                )
                yield letter, kept
        if not has_letter and not is_held_by_others(books, customer_id, held):
            books.resting[customer_id] = (today, today + timedelta(days=1))


def is_held_by_others(books: Books, customer_id: str, held: Mapping[str, Money | None]) -> bool:
    """True where a question or a told payment holds an item of the customer: what ends it may be nobody's or another's."""
    return not held.keys().isdisjoint(books.items_by_customer.get(customer_id, ()))


def kept_all_day(books: Books, found: Iterable[tuple[DueLetter, Kept | None]]) -> set[str]:
    """Customers all of whose letters something keeps back that only news of the customer can open today."""
    held = held_amounts(books)
    kept: dict[str, bool] = {}
    for letter, gate in found:
        one = letter.customer_id
        kept[one] = kept.get(one, True) and gate is not None and gate.is_all_day
    return {one for one, is_kept in kept.items() if is_kept and not is_held_by_others(books, one, held)}


def _ladders_with_a_step(
    books: Books, rules: DunningRules, customer_id: str, today: date
) -> dict[str, Ladder]:
    """The ladders, by currency, on which some item of the customer may move today by its dates alone.

    This is asked of every customer who owes something, each time; everything else only of those it names.
    """
    customer, grade, found = books.customers[customer_id], books.grades.get(customer_id, NEW), {}
    ladders: dict[str, Ladder] = {}
    first = date.max  # that an item of theirs may move on, if none does today
    for number in books.items_by_customer.get(customer_id, ()):
        item = books.items[number]
        currency = item.open.currency
        if currency in found:
            continue
        ladder = ladders.get(currency)
        if ladder is None:
            ladder = rules.ladder_for(customer, currency, grade)
            ladders[currency] = ladder
        if ladder.no_dunning:
            continue
        moves_on = _moves_on(item, ladder, today)
        if moves_on <= today:
            found[currency] = ladder
        else:
            first = min(first, moves_on)
    if not found:
        books.resting[customer_id] = (today, first)
    return found


def _moves_on(item: Item, ladder: Ladder, today: date) -> date:
    """The first day, from today on, on which the item's dates allow a reminder or its next level."""
    days = ladder.reminder_days_before
    if item.due_on >= today and days and (item.reminded_on is None or len(days) > 1):
        return max(today, item.due_on - timedelta(days=days[0]))
    if item.holds and item.broken:
        return max(today, item.due_on + timedelta(days=1))
    if item.dunning_level >= len(ladder.levels):
        return date.max
    after = ladder.levels[item.dunning_level].days_after_due or 1
    return max(
        today, item.due_on + timedelta(days=1), item.late_from + timedelta(days=ladder.grace_days + after)
    )


def _letter(
    customer_id: str,
    items: list[Item],
    ladder: Ladder,
    contacts: Contacts,
    funds: Funds,
    held: dict[str, Money | None],
    today: date,
) -> DueLetter | None:
    """What is overdue comes first; a reminder where nothing of it rises."""
    currency = funds.credit.currency
    asked = ((item, askable(item, held, today)) for item in items)
    listed = [DueItem(item=item, asked=money, level=item.dunning_level) for item, money in asked if money]
    still_open = total((item.open for item in items if not item.is_credit), currency)
    for step, due in _steps(listed, ladder, contacts, funds.credit, still_open, today):
        return DueLetter(
            kind=step.kind,
            customer_id=customer_id,
            currency=currency,
            level=step.level,
            items=tuple(due),
            ladder=ladder.name,
            step=step,
            funds=funds,
        )
    return None


def _steps(
    items: list[DueItem], ladder: Ladder, contacts: Contacts, credit: Money, still_open: Money, today: date
) -> Iterator[tuple[Step, list[DueItem]]]:
    """Letters that the items allow, the one to be written first."""
    overdue = [_risen(due, ladder, contacts, today) for due in items if _is_overdue(due.item, ladder, today)]
    while risen := [due.level for due in overdue if due.level > due.item.dunning_level]:
        level = max(risen)
        if ladder.minimum_of(ladder.levels[level - 1]).is_met(_sum(overdue, level, credit), still_open):
            highest = max(due.level for due in overdue)
            yield ladder.levels[min(highest, len(ladder.levels)) - 1], overdue
            break
        overdue = [_at_its_level(due) if due.level == level else due for due in overdue]
    if any(due.item.holds and due.item.broken for due in overdue):
        yield _word_not_kept(ladder, overdue), overdue
    soon = [due for due in items if _is_reminded_of(due.item, ladder, contacts, today)]
    if soon and ladder.minimum_of(ladder.reminder).is_met(_sum(soon, 0, credit), still_open):
        yield ladder.reminder, [DueItem(item=due.item, asked=due.asked, level=0) for due in soon]


def _word_not_kept(ladder: Ladder, overdue: list[DueItem]) -> Step:
    """The letter that asks once more for what broken promises lack: of the level that the items have, never a notice."""
    level = max(1, *(due.level for due in overdue))
    dunning = [step for step in ladder.levels if step.kind is LetterKind.DUNNING]
    if not dunning:
        return replace(ladder.levels[0], kind=LetterKind.DUNNING, approval=Autonomy.APPROVE)
    return dunning[min(level, len(dunning)) - 1]


def _sum(items: list[DueItem], level: int, credit: Money) -> Money:
    return total((due.asked for due in items if due.level >= level), credit.currency) - credit


def _at_its_level(due: DueItem) -> DueItem:
    return DueItem(item=due.item, asked=due.asked, level=due.item.dunning_level)


def _is_overdue(item: Item, ladder: Ladder, today: date) -> bool:
    return (today - item.due_on).days > ladder.grace_days


def _days_late(item: Item, ladder: Ladder, today: date) -> int:
    """Days that count for its level."""
    return (today - item.late_from).days - ladder.grace_days


def _risen(due: DueItem, ladder: Ladder, contacts: Contacts, today: date) -> DueItem:
    """The item one level higher, where its day has come; never by more than one."""
    item = due.item
    if item.dunning_level >= len(ladder.levels):
        return due
    step = ladder.levels[item.dunning_level]
    if step.days_after_due is not None:
        has_come = _days_late(item, ladder, today) >= step.days_after_due
    else:
        assert step.days_after_previous is not None
        sent_on = contacts.dunned_on.get((item.invoice_no, item.dunning_level))
        has_come = (
            sent_on is not None and (today - max(sent_on, item.late_from)).days >= step.days_after_previous
        )
    return DueItem(item=item, asked=due.asked, level=item.dunning_level + has_come)


def _is_reminded_of(item: Item, ladder: Ladder, contacts: Contacts, today: date) -> bool:
    """True where one of the days before the due date has come since the last reminder of the item."""
    days = (item.due_on - today).days
    reached = [before for before in ladder.reminder_days_before if 0 <= days <= before]
    if not reached:
        return False
    if item.reminded_on is None:
        return True
    if len(ladder.reminder_days_before) == 1:
        return False
    reminded_on = contacts.dunned_on.get((item.invoice_no, 0), item.reminded_on)
    return reminded_on < item.due_on - timedelta(days=min(reached))


def _with_something_due(books: Books, latest: date) -> list[str]:
    """Customers who have an open item that is due by then; nobody else gets a scheduled letter."""
    found = [customers for day, customers in books.customers_by_first_due.items() if day <= latest]
    return sorted(set().union(*found))
