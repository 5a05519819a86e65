"""The field's acceptance cases of collecting (D), and its rules (R): which letters are due on which day, and which are dropped."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.collecting_steps import Desk, rules_of
from tests.conftest import read_table

HERE = Path(__file__).parent


@pytest.mark.table("field_collecting")
def test_a_case_of_collecting(case: dict[str, Any], tmp_path: Path) -> None:
    """Day by day, the letters that the case wants and no others."""
    if "proved_by" in case:
        file, _, test = case["proved_by"].partition("::")
        assert re.search(rf"^def {test}\(", (HERE.parent / file).read_text("utf-8"), re.MULTILINE)
        return
    desk = Desk(case, rules_of(case, tmp_path))
    desk.open()
    said = [(step["day"], desk.take(step)) for step in case["step"]]
    assert [(step["day"], step.get("want", [])) for step in case["step"]] == said


def test_every_case_of_collecting_is_there_and_each_departure_says_why() -> None:
    cases = read_table(HERE / "tables" / "field_collecting.toml")
    ids = {case["name"].partition(":")[0] for case in cases}
    assert {f"D{number:02}" for number in range(1, 57)} <= ids
    for case in cases:
        assert case["quote"], case["name"]
        assert len(case.get("departs", "a departure has a sentence that says why")) > 20, case["name"]
        assert "proved_by" in case or any("want" in step for step in case["step"]), case["name"]
