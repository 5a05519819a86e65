"""rules/credit.toml: the shipped bands from both sides, grades from both sides, and a bad file is named."""

import shutil
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from agent import app
from agent.errors import AgentError
from agent.rules.credit import load_credit

RULES = app.default_rules()
Case = dict[str, Any]


def test_credit_bands(case: Case) -> None:
    """The points of each value."""
    bands = dict(load_credit(RULES).indicators)[case["indicator"]]

    assert case["points"] == [[text, bands.points(Fraction(text))] for text, _ in case["points"]]


@pytest.mark.parametrize(
    ("score", "grade"),
    [(100, "A"), (85, "A"), (84, "B"), (65, "B"), (64, "C"), (45, "C"), (44, "D"), (0, "D"), (None, "new")],
)
def test_a_score_s_grade(score: int | None, grade: str) -> None:
    assert grade == load_credit(RULES).grade_of(score).name


def test_the_weights_shipped_make_a_hundred() -> None:
    assert 100 == sum(bands.weight for _, bands in load_credit(RULES).indicators)


def test_credit_rules(case: Case, tmp_path: Path) -> None:
    """A bad file: the error names it, the key and the mend."""
    shipped = (RULES / "credit.toml").read_text(encoding="utf-8")
    assert case["was"] in shipped
    file = tmp_path / "credit.toml"
    file.write_text(shipped.replace(case["was"], case["now"], 1), encoding="utf-8")

    with pytest.raises(AgentError) as caught:
        load_credit(tmp_path)

    assert str(caught.value).startswith(f"{file}: ")
    assert all(part in str(caught.value) for part in case["error"]), caught.value
    assert "\n" not in str(caught.value)


def test_one_indicator_alone_is_no_policy(tmp_path: Path) -> None:
    shipped = (RULES / "credit.toml").read_text(encoding="utf-8")
    lines = shipped.splitlines()
    weights = [number for number, line in enumerate(lines) if line.startswith("weight")]
    for number in weights[1:]:
        lines[number] = "weight = 0"
    (tmp_path / "credit.toml").write_text("\n".join(lines), encoding="utf-8")

    with pytest.raises(AgentError, match=r"indicator.*at least two indicators"):
        load_credit(tmp_path)


def test_a_ladder_for_a_grade_that_is_none_is_refused(tmp_path: Path) -> None:
    home = tmp_path / "rules"
    shutil.copytree(RULES, home)
    dunning = home / "dunning.toml"
    ladder = '\n[[ladder]]\nname = "firm"\nfor = { grade = ["D", "Z"] }\n'
    dunning.write_text(dunning.read_text("utf-8") + ladder, encoding="utf-8")

    with pytest.raises(AgentError, match=r"dunning.toml: ladder firm: for: 'Z' is no grade of credit.toml"):
        app.read_policy(home, "DE")


def test_a_home_without_the_file_takes_the_program_s(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()

    assert load_credit(RULES) == app.credit_rules(tmp_path / "rules")
