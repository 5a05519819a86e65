"""Measures of collecting, worked by hand; and what must hold of them whatever the amounts."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.figures.formulas import (
    best_possible_dso,
    collection_effectiveness,
    countback_dso,
    simple_dso,
    turnover,
    turnover_by_terms,
)
from agent.figures.written import rounded
from agent.money import Money

MINOR = st.integers(0, 10**9)


def _usd(text: str) -> Money:
    return Money.of(text, "USD")


def _said(found: Fraction | None, places: int) -> str | None:
    return None if found is None else str(rounded(found, places))


@pytest.mark.table("figures_dso")
def test_dso(case: dict[str, Any]) -> None:
    sales = _usd(case["sales"])
    months = [(_usd(amount), days) for amount, days in case["months"]]
    got = {
        "simple": _said(simple_dso(_usd(case["receivables"]), sales, case["days"]), 1),
        "best": _said(best_possible_dso(_usd(case["current"]), sales, case["days"]), 1),
        "countback": _said(countback_dso(_usd(case["receivables"]), months), 1),
    }
    assert {key: case.get(key) for key in got} == got


@pytest.mark.table("figures_cei")
def test_cei(case: dict[str, Any]) -> None:
    amounts = {key: _usd(case[key]) for key in ("opening", "credit_sales", "closing", "closing_current")}
    assert case.get("cei") == _said(collection_effectiveness(**amounts), 3)


@pytest.mark.table("figures_turnover")
def test_turnover(case: dict[str, Any]) -> None:
    got = turnover(_usd(case["sales"]), case["days"], [_usd(amount) for amount in case["receivables"]])
    assert case.get("turnover") == _said(got, 2)
    agreed = turnover_by_terms((_usd(amount), days) for amount, days in case["terms"])
    assert case.get("by_terms") == _said(agreed, 2)


@given(st.integers(1, 10**6), st.lists(st.integers(28, 31), min_size=3, max_size=3), st.integers(0, 90))
def test_countback_is_simple_dso_where_each_day_sells_the_same(
    daily: int, days: list[int], owed: int
) -> None:
    receivables = Money(daily * min(owed, sum(days)), "USD")
    months = [(Money(daily * one, "USD"), one) for one in days]
    simple = simple_dso(receivables, Money(daily * sum(days), "USD"), sum(days))
    assert simple == countback_dso(receivables, months)


@given(MINOR, MINOR, MINOR, MINOR)
def test_cei_of_an_ordinary_month_lies_between_none_and_all(
    opening: int, sales: int, current: int, late: int
) -> None:
    """Ordinary: what is not yet due is of this month's sales or was there, and what is left was owed before."""
    current = min(current, opening + sales)
    closing = min(current + late, opening + sales)
    found = collection_effectiveness(
        opening=Money(opening, "USD"),
        credit_sales=Money(sales, "USD"),
        closing=Money(closing, "USD"),
        closing_current=Money(current, "USD"),
    )
    assert found is None or 0 <= found <= 1


def test_two_currencies_are_refused() -> None:
    euro = Money(100, "EUR")
    with pytest.raises(ValueError, match="not of one currency"):
        simple_dso(_usd("1.00"), euro, 90)
    with pytest.raises(ValueError, match="not of one currency"):
        countback_dso(_usd("1.00"), [(euro, 30)])
    with pytest.raises(ValueError, match="not of one currency"):
        turnover(_usd("1.00"), 90, [euro])
    with pytest.raises(ValueError, match="not of one currency"):
        collection_effectiveness(
            opening=_usd("1.00"), credit_sales=euro, closing=_usd("1.00"), closing_current=_usd("1.00")
        )


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        (Fraction(1, 20), 1, "0.1"),
        (Fraction(49, 1000), 1, "0.0"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(2), 2, "2.00"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: Fraction, places: int, text: str) -> None:
    assert text == str(rounded(value, places))
