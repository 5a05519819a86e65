"""What the books remember of an earlier look at a customer is what a look at everybody would find."""

import random
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from agent import app
from agent.decide.clearance import Kept
from agent.decide.dunning import DueLetter, kept_all_day, scheduled
from agent.decide.exposure import survey
from agent.decide.risks import Found, risks_of, watched
from agent.facts import events as e
from agent.facts.books import Books
from agent.facts.payments import Origin, Payment
from agent.facts.readings import PaymentRead
from agent.ledger import fold
from agent.money import Money
from agent.rules.calendar import load_calendar
from agent.rules.credit import load_credit
from agent.rules.dunning import load_dunning
from tests.ledger_builders import NOON, customer, item
from tests.test_ledger_restore import DAY, Story

RULES = app.default_rules()
DUNNING, CREDIT = load_dunning(RULES), load_credit(RULES)
CALENDAR = load_calendar(RULES, "CN")
SEEDS = range(40)
Planned = list[tuple[DueLetter, Kept | None]]


def told(story: Story, event: e.Event) -> None:
    seq = story.books.seq + 1
    recorded = e.Recorded(
        seq=seq, at=NOON, actor="test", subject="", event=event, prev="", hash=str(seq)
    )  # fmt: skip
    fold.apply(story.books, recorded)


def story_of(dice: random.Random) -> Story:
    """A story whose items are somebody's from the first; some customers have a limit."""
    story = Story(dice)
    for number in range(1, 5):
        limit = dice.choice([None, "150.00"])
        told(story, e.CustomerAdded(customer=customer(f"C{number}", credit_limit=limit)))
    return story


def more(story: Story, dice: random.Random) -> Books:
    """A few events, and an invoice of any age that stands at any level."""
    story.tell(dice.randint(0, 6))
    if dice.random() < 0.4:
        due_on = DAY + timedelta(days=dice.randint(-60, 60))
        added = item(
            f"OLD-{story.books.seq}",
            dice.choice(["100.00 USD", "70.00 USD"]),
            story.books.survivor(f"C{dice.randint(1, 4)}"),
            due_on=due_on,
            dunning_level=dice.randint(0, 4),
            reminded_on=dice.choice([None, due_on - timedelta(days=7)]),
        )
        told(story, e.InvoiceAdded(item=added))
    return story.books


def plan(books: Books, today: date, passing: set[str] | frozenset[str] = frozenset()) -> Planned:
    zone = ZoneInfo("Asia/Shanghai")
    return list(scheduled(books, DUNNING, today=today, zone=zone, is_workday=CALENDAR, passing=passing))


def written(found: Planned) -> list[DueLetter]:
    return [letter for letter, kept in found if kept is None]


@pytest.mark.parametrize("seed", SEEDS)
def test_who_is_passed_over_for_the_day_gets_no_letter_without_news(seed: int) -> None:
    dice = random.Random(seed)
    story, today = story_of(dice), DAY + timedelta(days=1)
    for _ in range(12):
        today += timedelta(days=1)
        story.books.done_today.clear()
        for _ in range(4):
            books = more(story, dice)
            books.resting.clear()
            whole = plan(books, today)
            assert written(whole) == written(plan(books, today, books.done_today))
            books.done_today |= kept_all_day(books, whole)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_that_passes_over_resting_customers_is_the_whole_plan(seed: int) -> None:
    dice = random.Random(seed)
    story, today = story_of(dice), DAY - timedelta(days=20)
    for _ in range(40):
        today += timedelta(days=dice.choice([-1, 0, 1, 1, 2, 3]))
        books = more(story, dice)
        remembered, resting = plan(books, today), dict(books.resting)
        books.resting.clear()
        assert remembered == plan(books, today)
        books.resting.update(resting)


@pytest.mark.parametrize("seed", SEEDS)
def test_only_customers_that_something_is_new_of_can_have_another_risk(seed: int) -> None:
    dice = random.Random(seed)
    story = story_of(dice)
    seen: dict[str, Found] = {}
    has_bank = False
    for _ in range(40):
        books = more(story, dice)
        found = survey(books)
        changed = set(watched(books, found, books.changed))
        now = {
            one: risks_of(books, one, CREDIT, found, today=DAY, home_currency="USD")
            for one in watched(books, found)
        }
        if has_bank == (books.bank_seen_on is not None):
            unchanged = now.keys() - changed
            assert {one: now[one] for one in unchanged} == {one: seen.get(one, {}) for one in unchanged}
        books.changed.clear()
        seen, has_bank = now, books.bank_seen_on is not None


def test_cash_that_a_bank_shows_is_news_of_its_customer() -> None:
    story = story_of(random.Random(1))
    told(story, e.PaymentRecorded(payment=a_payment()))
    story.books.changed.clear()

    told(story, e.PaymentCleared(payment_id="P1", mail_id="M0", cleared_on=DAY, because=()))

    assert story.books.changed == {"C1"}


def a_payment() -> Payment:
    read = PaymentRead(amount=None, currency="USD", paid_on=DAY, reference=None, lines=())
    return Payment(
        payment_id="P1", mail_id="M0", message_id="<m@x>", origin=Origin.ADVICE, customer_id="C1",
        amount=Money(10_000, "USD"), claim=read,
    )  # fmt: skip
