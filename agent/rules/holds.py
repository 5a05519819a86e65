"""rules/holds.toml to what promises and disputes may do."""

from dataclasses import dataclass
from pathlib import Path

from agent.rules.files import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRules:
    """How long a customer's word is waited for."""

    moves_most: int  # after so many a person decides
    grace_workdays: int  # after the day, before the promise is broken


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRules:
    """All of the file."""

    promise: PromiseRules


def load_holds(rules_dir: Path) -> HoldRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "holds.toml")
    rule.only("promise")
    promise = rule.section("promise")
    promise.only("moves_most", "grace_workdays")
    return HoldRules(
        promise=PromiseRules(
            moves_most=promise.number("moves_most", least=0),
            grace_workdays=promise.number("grace_workdays", least=0),
        )
    )
