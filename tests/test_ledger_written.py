"""Days and amounts of a list: read where all of them allow one reading, else left open for a person."""

from typing import Any

import pytest

from agent.ledger import written

Case = dict[str, Any]


def amounts(case: Case) -> list[str] | None:
    figures = [written.figure(text) for text in case["texts"]]
    mark = written.decimal_mark(figures, [case.get("currency", "USD")])
    return None if mark is None else [str(written.decimal(one, mark)) for one in figures]


def days(case: Case) -> list[str] | None:
    order = written.day_order(case["texts"])
    return None if order is None else [written.day(text, order).isoformat() for text in case["texts"]]


def test_written_amounts(case: Case) -> None:
    """The decimal sign by those amounts that leave no choice."""
    if "error" in case:
        with pytest.raises(ValueError, match=case["error"]):
            amounts(case)
    else:
        assert amounts(case) == (None if case.get("left_open") else case["values"])


def test_written_days(case: Case) -> None:
    """The order of day and month by those that leave no choice."""
    if "error" in case:
        with pytest.raises(ValueError, match=case["error"]):
            days(case)
    else:
        assert days(case) == (None if case.get("left_open") else case["days"])
