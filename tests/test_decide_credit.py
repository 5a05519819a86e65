"""A customer's score and grade by what it did, each indicator from both sides; later money never earns a better score."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from agent.app import default_rules
from agent.decide.credit import Assessment, assess
from agent.decide.exposure import survey
from agent.facts.books import Books
from agent.rules.credit import load_credit
from tests.credit_books import TODAY, books_of

Case = dict[str, Any]
RULES = load_credit(default_rules())


def assessed(books: Books) -> Assessment:
    return assess(books, "C1", RULES, survey(books), today=TODAY, home_currency="USD")


def test_credit_score(case: Case) -> None:
    """What the indicators say, and the grade."""
    got = assessed(books_of(case))
    values = {one.name: one.value for one in got.indicators}

    wanted = case.get("values", {})
    assert wanted == {name: values.get(name) for name in wanted}
    assert case.get("without") not in values
    assert case.get("grade", got.grade) == got.grade
    assert case.get("score", got.score) == got.score
    assert (got.grade == "new") is (got.score is None)
    assert case.get("why", got.why) == got.why


invoices = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=400),  # due so many days ago
        st.integers(min_value=-10, max_value=120),  # paid so many days late
        st.integers(min_value=1, max_value=99_999),  # cents
    ),
    min_size=3,
    max_size=12,
)


def rows(drawn: list[tuple[int, int, int]], later: int = 0) -> list[dict[str, Any]]:
    """Invoices of a case; what would have been paid after today is open."""
    found = []
    for ago, late, cents in drawn:
        due = TODAY - timedelta(days=ago)
        paid: date = due + timedelta(days=late + later)
        row: dict[str, Any] = {
            "due": due,
            "amount": f"{cents // 100}.{cents % 100:02} USD",
            "issued": date(2025, 1, 1),
        }
        found.append(row | {"paid": paid} if paid <= TODAY else row)
    return found


@settings(max_examples=60)
@given(drawn=invoices, later=st.integers(min_value=1, max_value=90))
def test_the_later_all_of_it_comes_the_lower_the_points_for_lateness(
    drawn: list[tuple[int, int, int]], later: int
) -> None:
    drawn = [(min(ago, 350), max(late, 0), cents) for ago, late, cents in drawn]
    before, after = (assessed(books_of({"invoices": rows(drawn, days)})) for days in (0, later))

    assert points(before, "days_late") >= points(after, "days_late")


@settings(max_examples=60)
@given(drawn=invoices, which=st.integers(min_value=0), later=st.integers(min_value=1, max_value=90))
def test_one_recent_invoice_paid_later_never_earns_a_better_score(
    drawn: list[tuple[int, int, int]], which: int, later: int
) -> None:
    """Recent: due within the last three months. An older one moved would also move what the trend compares with."""
    drawn = [(min(ago, 350), max(late, 0), cents) for ago, late, cents in drawn]
    place = which % len(drawn)
    ago, late, cents = drawn[place]
    drawn[place] = (ago % 90 + 1, late, cents)
    moved = [*drawn[:place], (ago % 90 + 1, late + later, cents), *drawn[place + 1 :]]
    before, after = (assessed(books_of({"invoices": rows(one)})) for one in (drawn, moved))

    assert before.score is not None
    assert after.score is not None
    assert before.score >= after.score


def points(got: Assessment, name: str) -> int:
    (found,) = (one.points for one in got.indicators if one.name == name)
    return found
