"""What is expected of open items, and when: cases worked by hand, and what must hold whatever the ledger is."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.facts.history import Receipt, Settlement
from agent.facts.holds import Hold, HoldKind
from agent.facts.ledger import Item
from agent.figures.expected import Basis, Delays, expect, quartiles
from agent.figures.forecast import monday
from agent.money import Money
from tests.ledger_builders import NOON, item

TODAY = date(2026, 11, 20)
DAY = st.integers(-120, 60).map(lambda days: TODAY + timedelta(days=days))


def _settled(late: list[int], last: date = TODAY - timedelta(days=1)) -> list[Settlement]:
    """One invoice for each number of days late, all settled on one day."""
    nothing = Money(100, "USD")
    return [
        Settlement(
            invoice_no=f"S{number}", issued_on=last, due_on=last - timedelta(days=days), billed=nothing,
            receipts=(Receipt(payment_id="P", amount=nothing, told_on=last, cleared_on=None),), settled_on=last,
        )
        for number, days in enumerate(late)
    ]  # fmt: skip


def _item(number: str, words: dict[str, Any]) -> Item:
    """An open item as a case has it: due so many days from today, with what holds it."""
    holds = []
    for seq, (kind, amount, *days) in enumerate(words.get("holds", ()), start=1):
        until = TODAY + timedelta(days=days[0]) if days else None
        holds.append(
            Hold(
                seq=seq, kind=HoldKind(kind), amount=Money.parse(amount), since=NOON, until=until,
                settled=Money(0, "USD"),
            )
        )  # fmt: skip
    return item(
        number, words["open"], words.get("customer", "C1"), due_on=TODAY + timedelta(days=words["due"]), holds=tuple(holds),
    )  # fmt: skip


def _said(basis: Basis) -> dict[str, list[str]]:
    days = [
        " ".join(f"{(day - TODAY).days}" for day in (one.early, one.on, one.late)) for one in basis.expected
    ]
    found = {
        "expected": [f"{one.amount.amount} {said}" for one, said in zip(basis.expected, days, strict=True)],
        "unforeseen": [amount.amount for amount in basis.unforeseen],
        "disputed": [amount.amount for amount in basis.disputed],
        "by_credit": [amount.amount for amount in basis.offset],
    }
    return {key: value for key, value in found.items() if value}


@pytest.mark.table("figures_expected")
def test_expected(case: dict[str, Any]) -> None:
    delays = Delays({name: _settled(late) for name, late in case.get("late", {}).items()})
    items = [_item(f"I{number}", words) for number, words in enumerate(case["items"])]
    cash = {(name, "USD"): Money.of(amount, "USD").minor for name, amount in case.get("cash", {}).items()}
    want = {key: case[key] for key in ("expected", "unforeseen", "disputed", "by_credit") if key in case}
    assert want == _said(expect(items, delays.on(TODAY), TODAY, cash))


@given(
    st.lists(st.tuples(st.integers(1, 10**6), DAY, st.sampled_from("ABC"), st.booleans()), max_size=12),
    st.dictionaries(st.sampled_from("ABC"), st.lists(st.integers(-30, 90), max_size=6)),
    st.dictionaries(st.tuples(st.sampled_from("ABC"), st.just("USD")), st.integers(0, 10**6)),
)
def test_all_that_is_open_is_expected_or_says_why_not(
    owed: list[tuple[int, date, str, bool]],
    late: dict[str, list[int]],
    cash: dict[tuple[str, str], int],
) -> None:
    items = [
        item(f"I{number}", str(Money(-minor if is_credit else minor, "USD")), name, due_on=due)
        for number, (minor, due, name, is_credit) in enumerate(owed)
    ]
    basis = expect(
        items, Delays({name: _settled(days) for name, days in late.items()}).on(TODAY), TODAY, cash
    )
    opened = sum(one.open.minor for one in items if not one.is_credit)
    accounted = [one.amount.minor for one in basis.expected]
    accounted += [amount.minor for amount in (*basis.unforeseen, *basis.disputed, *basis.offset)]
    assert opened == sum(accounted)
    assert all(minor > 0 for minor in accounted)
    assert all(TODAY <= one.early <= one.on <= one.late for one in basis.expected)


def test_only_what_was_settled_before_the_day_counts() -> None:
    delays = Delays({"C1": _settled([5, 5, 5], TODAY)})
    assert {} == delays.on(TODAY)
    assert {"C1": [5, 5, 5], "": [5, 5, 5]} == delays.on(TODAY + timedelta(days=1))


def test_two_settled_invoices_say_nothing_of_a_customer_three_do() -> None:
    known = Delays({"C1": _settled([1, 2]), "C2": _settled([3, 4, 5])}).on(TODAY)
    assert {"C2": [3, 4, 5], "": [1, 2, 3, 4, 5]} == known


@pytest.mark.parametrize(
    ("late", "least", "want"),
    [
        ([7], 7, (7, 7, 7)),
        ([7], 8, None),
        ([], 0, None),
        ([1, 2, 3, 4], 0, (1, 2, 3)),
        ([1, 2, 3, 4, 5], 0, (2, 3, 4)),
        ([1, 2, 3, 4, 5], 3, (3, 4, 5)),
    ],
)
def test_quartiles(late: list[int], least: int, want: tuple[int, int, int] | None) -> None:
    assert want == quartiles(late, least)


def test_a_week_begins_on_monday() -> None:
    assert date(2026, 11, 16) == monday(date(2026, 11, 16)) == monday(date(2026, 11, 22))
