"""The field's acceptance cases: which open items a payment settles (M), and what a difference comes to (T)."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import read_table
from tests.field_steps import steps_of, walked
from tests.match_builders import expected

IDS = (
    *(f"M{number:02}" for number in range(1, 55) if number not in (10, 11, 12, 29, 45)),
    *(f"T{number:02}" for number in range(1, 40) if number != 28),
    "T29a",
    "T29b",
)
"""Every row of the field notes; those that are left out have none."""


@pytest.mark.table("field_matching")
def test_a_case_of_the_field(case: dict[str, Any]) -> None:
    """Each step says what the case wants, and the books stand as it says afterwards."""
    _walk(case)


def test_residuals(case: dict[str, Any]) -> None:
    """What payments leave behind, and what staff may decide on it."""
    _walk(case)


def _walk(case: dict[str, Any]) -> None:
    said, steps = walked(case)
    wanted = [step.get("want") for step in steps_of(case)]
    assert [got for got, want in zip(said, wanted, strict=True) if want] == [
        expected(want) for want in wanted if want
    ]
    after = case.get("after", {})
    assert steps.after(after) == after
    steps.assert_conserved()


def test_every_case_of_the_field_is_there_and_each_departure_says_why() -> None:
    cases = read_table(Path(__file__).parent / "tables" / "field_matching.toml")
    ids = {case["name"].partition(":")[0].split()[0] for case in cases}
    assert set(IDS) == ids
    for case in cases:
        assert ":" in case["name"], case["name"]
        assert len(case.get("departs", "a departure has a sentence that says why")) > 20, case["name"]
        assert case.get("after") or any("want" in step for step in steps_of(case)), case["name"]
