"""[quiet] of rules/dunning.toml to the hours and days on which no scheduled letter leaves."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from agent.rules.files import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietDays:
    """From the first to the last day, both of them quiet."""

    first: date
    last: date
    countries: tuple[str, ...]  # of customers; none: everywhere
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """When customers are left alone; nothing set: never by this."""

    begins: time | None = None  # at the customer
    ends: time | None = None  # from then on letters leave
    days: tuple[QuietDays, ...] = ()

    def hour(self, at: datetime, zone: ZoneInfo) -> str | None:
        """Why no letter leaves at this instant for somebody in this zone; None where one may."""
        if self.begins is None or self.ends is None:
            return None
        now = at.astimezone(zone).time()
        is_over_night = self.begins > self.ends
        is_quiet = now >= self.begins or now < self.ends if is_over_night else self.begins <= now < self.ends
        return f"quiet from {self.begins:%H:%M} to {self.ends:%H:%M} in {zone}" if is_quiet else None

    def day(self, today: date, country: str) -> str | None:
        """Why no letter leaves on this day for somebody in this country; None where one may."""
        for span in self.days:
            if span.first <= today <= span.last and (not span.countries or country in span.countries):
                return f"quiet until {span.last}" + (f": {span.why}" if span.why else "")
        return None


def read_quiet(rule: Rule) -> Quiet:
    """The section [quiet], if there is one. AgentError names file, key and mend."""
    if "quiet" not in rule.values:
        return Quiet()
    section = rule.section("quiet")
    section.only("from", "to", "days")
    begins, ends = _time(section, "from"), _time(section, "to")
    if (begins is None) != (ends is None) or (begins is not None and begins == ends):
        raise section.fault("from", 'say both from and to, and let them differ, such as "18:00" and "08:00"')
    days = tuple(map(_days, section.sections("days"))) if "days" in section.values else ()
    return Quiet(begins=begins, ends=ends, days=days)


def _days(section: Rule) -> QuietDays:
    section.only("from", "to", "countries", "why")
    first, last = _date(section, "from"), _date(section, "to")
    if last < first:
        raise section.fault("to", f"{last} is before {first}; the last day is the later one")
    countries = section.texts("countries") if "countries" in section.values else ()
    return QuietDays(first=first, last=last, countries=countries, why=str(section.values.get("why", "")))


def _date(section: Rule, key: str) -> date:
    said = section.values.get(key)
    if isinstance(said, date) and not isinstance(said, datetime):
        return said
    try:
        return date.fromisoformat(str(said))
    except ValueError as error:
        raise section.fault(key, f"expected a day such as 2027-02-06, got {said!r}") from error


def _time(section: Rule, key: str) -> time | None:
    said = section.values.get(key)
    if said is None or isinstance(said, time):
        return said
    try:
        return time.fromisoformat(str(said))
    except ValueError as error:
        raise section.fault(key, f'expected a time of day such as "18:00", got {said!r}') from error
