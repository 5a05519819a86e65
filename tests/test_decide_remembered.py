"""What the books remember of an earlier look at a customer is what a look at everybody would find."""

from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from agent import app
from agent.decide.dunning import DueLetter, scheduled
from agent.decide.exposure import survey
from agent.decide.risks import Found, risks_of, watched
from agent.facts import events as e
from agent.facts.books import Books
from agent.ledger import fold
from agent.rules.calendar import load_calendar
from agent.rules.credit import load_credit
from agent.rules.dunning import load_dunning
from tests.ledger_builders import NOON, customer
from tests.test_ledger_restore import DAY, Story

RULES = app.default_rules()
DUNNING, CREDIT = load_dunning(RULES), load_credit(RULES)
CALENDAR = load_calendar(RULES, "CN")


def plan(books: Books, days: int) -> list[DueLetter]:
    found = scheduled(
        books, DUNNING, today=DAY + timedelta(days=days), zone=ZoneInfo("Asia/Shanghai"), is_workday=CALENDAR
    )
    return [letter for letter, _ in found]


def story_of_customers(dice: Any) -> Story:
    """A story whose items are somebody's from the first."""
    story = Story(dice)
    for number in range(1, 5):
        recorded = e.Recorded(
            seq=number, at=NOON, actor="test", subject="", event=e.CustomerAdded(customer=customer(f"C{number}")),
            prev="", hash=str(number),
        )  # fmt: skip
        fold.apply(story.books, recorded)
    return story


def forget(books: Books) -> None:
    books.resting.clear()


@given(dice=st.randoms(use_true_random=False), days=st.lists(st.integers(-12, 45), min_size=2, max_size=12))
def test_a_plan_that_passes_over_resting_customers_is_the_whole_plan(dice: Any, days: list[int]) -> None:
    story = story_of_customers(dice)
    for day in days:
        books = story.tell(dice.randint(0, 12))
        remembered = plan(books, day)
        forget(books)
        assert remembered == plan(books, day)
        if dice.random() < 0.5:
            forget(books)


@given(dice=st.randoms(use_true_random=False), rounds=st.integers(1, 12))
def test_only_customers_that_something_is_new_of_can_have_another_risk(dice: Any, rounds: int) -> None:
    story = story_of_customers(dice)
    seen: dict[str, Found] = {}
    was_bank = False
    for _ in range(rounds):
        books = story.tell(dice.randint(0, 8))
        had_bank = books.bank_seen_on is not None
        found = survey(books)
        changed = set(watched(books, found, books.changed))
        now = {
            one: risks_of(books, one, CREDIT, found, today=DAY, home_currency="USD")
            for one in watched(books, found)
        }
        if had_bank == was_bank:
            assert {one: risks for one, risks in now.items() if one not in changed} == {
                one: seen.get(one, {}) for one in now if one not in changed
            }
        books.changed.clear()
        seen, was_bank = now, had_bank
