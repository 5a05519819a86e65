"""rules/dunning.toml to the ladder: when items are reminded and dunned."""

from dataclasses import dataclass
from pathlib import Path

from agent.rules.files import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningRules:
    """Days are calendar days before or after the due date."""

    reminder_days_before: int  # 0: no reminders
    levels_days_after: tuple[int, ...]  # level 1 first; the last is the final notice
    days_between: int  # between two scheduled letters to a customer
    query_workdays: int


def load_dunning(rules_dir: Path) -> DunningRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "dunning.toml")
    rule.only("reminder", "level", "contact", "query")
    levels = rule.sections("level")
    days = tuple(level.number("days_after_due", least=1) for level in levels)
    if not days or list(days) != sorted(set(days)):
        raise rule.fault("level", "days_after_due must rise from level to level, with at least one level")
    return DunningRules(
        reminder_days_before=rule.section("reminder").number("days_before_due", least=0),
        levels_days_after=days,
        days_between=rule.section("contact").number("days_between", least=1),
        query_workdays=rule.section("query").number("workdays_to_answer", least=1),
    )
