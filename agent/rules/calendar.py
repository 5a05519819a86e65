"""rules/calendar.toml and countries' public holidays to workdays: the company's, and those of it and a customer together."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from agent.dates import Workday
from agent.errors import AgentError
from agent.rules.files import Rule

_Days = dict[date, bool]  # our own: is it worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A test for the company's workdays, as it is called with a day."""

    rule: Rule
    country: str
    own: _Days
    by_country: dict[str, _Days]
    _known: dict[tuple[str, date], bool] = field(default_factory=dict, compare=False, repr=False)

    def __call__(self, day: date) -> bool:
        """True where the company works. AgentError where nobody knows its country."""
        return self.own[day] if day in self.own else self._is_worked(self.country, day)

    def shared_with(self, country: str | None) -> Workday:
        """A test for days on which the company works and a customer in this country does too."""
        if country is None or country == self.country or not _is_known(country):
            return self  # of a country that nobody knows only its own days count
        return lambda day: self(day) and self._is_worked(country, day)

    def _is_worked(self, country: str, day: date) -> bool:
        found = self._known.get((country, day))
        if found is None:
            own = self.by_country.get(country, {})
            found = own[day] if day in own else bool(self._public(country).is_working_day(day))
            self._known[country, day] = found
        return found

    def _public(self, country: str) -> Any:
        try:
            return _holidays(country)
        except NotImplementedError as error:
            raise AgentError(
                f"{self.rule.path}: [company] country {country!r} in remitd.toml is no ISO 3166 country code"
            ) from error

    def unannounced(self, year: int, countries: frozenset[str]) -> tuple[str, ...]:
        """Countries that announced adjusted workdays for the year before, and none that we know of for this one."""
        return tuple(
            country
            for country in sorted(countries | {self.country})
            if _is_known(country)
            and getattr(_holidays(country), "has_substituted_holidays", False)
            and year - 1 in (announced := _holidays(country).special_public_holidays)
            and year not in announced
            and not any(day.year == year for day in (*self.own, *self.by_country.get(country, {})))
        )


def load_calendar(rules_dir: Path, country: str) -> Calendar:
    """AgentError where a day in the file is no date, or stands there twice."""
    rule = Rule.read(rules_dir / "calendar.toml")
    rule.only("holidays", "workdays", "country")
    countries = rule.section("country") if "country" in rule.values else None
    by_country = {}
    for code in countries.values if countries else ():
        assert countries
        section = countries.section(code)
        section.only("holidays", "workdays")
        if not _is_known(code):
            raise section.fault("", "expected an ISO 3166 country code such as CN or DE")
        by_country[code] = _own_days(section)
    return Calendar(rule=rule, country=country, own=_own_days(rule, is_whole=True), by_country=by_country)


def _own_days(rule: Rule, *, is_whole: bool = False) -> _Days:
    days: _Days = {}
    for key, is_worked in (("holidays", False), ("workdays", True)):
        for text in rule.texts(key) if is_whole or key in rule.values else ():
            try:
                day = date.fromisoformat(text)
            except ValueError as error:
                raise rule.fault(key, f'"{text}" is no date like 2026-12-31') from error
            if days.setdefault(day, is_worked) is not is_worked:
                raise rule.fault(key, f'"{text}" is a holiday as well; leave one of them out')
    return days


def _is_known(country: str) -> bool:
    try:
        _holidays(country)
    except NotImplementedError:
        return False
    return True


@lru_cache(maxsize=64)
def _holidays(country: str) -> Any:
    import holidays  # 0.4 s: only when a schedule is looked at

    return holidays.country_holidays(country)
