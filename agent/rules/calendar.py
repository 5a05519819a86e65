"""rules/calendar.toml and a country's public holidays to the company's workdays."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from agent.dates import Workday
from agent.errors import AgentError
from agent.rules.files import Rule


def load_calendar(rules_dir: Path, country: str) -> Workday:
    """A test for workdays. AgentError where a day in the file is no date or the country is unknown."""
    rule = Rule.read(rules_dir / "calendar.toml")
    rule.only("holidays", "workdays")
    days = {}
    for key, is_worked in (("holidays", False), ("workdays", True)):
        for text in rule.texts(key):
            try:
                days[date.fromisoformat(text)] = is_worked
            except ValueError as error:
                raise rule.fault(key, f'"{text}" is no date like 2026-12-31') from error

    @lru_cache(maxsize=4096)
    def is_workday(day: date) -> bool:
        if day in days:
            return days[day]
        return bool(_country_calendar(country, rule).is_working_day(day))

    return is_workday


@lru_cache(maxsize=8)
def _holidays(country: str):  # type: ignore[no-untyped-def]
    import holidays  # 0.4 s: only when a schedule is looked at

    return holidays.country_holidays(country)


def _country_calendar(country: str, rule: Rule):  # type: ignore[no-untyped-def]
    try:
        return _holidays(country)
    except NotImplementedError as error:
        raise AgentError(
            f"{rule.path}: [company] country {country!r} in remitd.toml is no ISO 3166 country code"
        ) from error
