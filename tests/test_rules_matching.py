"""Tests of agent.rules.matching: the shipped file says what the contract says, and a bad file is named."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from agent.errors import AgentError
from agent.money import Money
from agent.rules.matching import MatchingRules, load_matching

RULES = Path(__file__).parents[1] / "rules"
Case = dict[str, Any]


def test_the_shipped_file_says_what_the_contract_says() -> None:
    shipped, contract = load_matching(RULES), MatchingRules()
    assert "gmbh" in shipped.ignored_words
    fields = MatchingRules.__dataclass_fields__.keys() - {"ignored_words"}
    assert {name: getattr(shipped, name) for name in fields} == {
        name: getattr(contract, name) for name in fields
    }


def test_rules_matching(case: Case, tmp_path: Path) -> None:
    """A value read, or the error that names file, key and mend."""
    (tmp_path / "matching.toml").write_text(case["file"], encoding="utf-8")
    if "error" in case:
        with pytest.raises(AgentError) as caught:
            load_matching(tmp_path)
        message = str(caught.value)
        assert message.startswith(str(tmp_path / "matching.toml"))
        assert all(part in message for part in case["error"])
        assert "\n" not in message
    else:
        assert str(getattr(load_matching(tmp_path), case["field"])) == case["value"]


def test_tolerance(case: Case) -> None:
    """The smaller of both limits, in the currency's own units."""
    absolute = tuple(
        (key, Decimal(units)) for key, units in case.get("absolute", {"default": "5.00"}).items()
    )
    rules = MatchingRules(absolute=absolute, without_tolerance=tuple(case.get("without", ())))
    got = rules.tolerance(Money.of(case["open"], case["currency"]), "C1")
    assert got == Money.of(case["want"], case["currency"])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(AgentError, match=r"matching\.toml"):
        load_matching(tmp_path)
