"""rules/credit.toml to how customers are graded, which limits are proposed, and what staff are told of."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

from agent.dates import Terms
from agent.facts.credit import NEW
from agent.rules.files import Rule

LESS_IS_BETTER: Final = (
    "days_late",
    "promises_broken",
    "disputes_unfounded",
    "limit_used",
    "money_returned",
    "questions_unanswered",
    "trend",
)
MORE_IS_BETTER: Final = ("age",)
INDICATORS: Final = (*LESS_IS_BETTER, *MORE_IS_BETTER)
MOST_POINTS: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """The points that an indicator's value earns."""

    weight: int
    is_less_better: bool
    bands: tuple[tuple[int, int], ...]  # (bound, points), the best first

    def points(self, value: Fraction) -> int:
        """Of the first band that the value is in; 0 past the last."""
        for bound, points in self.bands:
            if value <= bound if self.is_less_better else value >= bound:
                return points
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """A grade and what is proposed to customers who have it."""

    name: str
    least_score: int
    limit_percent: int  # of a month's purchases
    terms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRules:
    """Which limits are proposed."""

    propose_for: str  # "limited", "all" or "none"
    rise_percent: int
    least_percent: int
    lower_for: tuple[str, ...]  # grades whose limit may be proposed lower
    days_between: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskRules:
    """What staff are told of; 0 leaves it out."""

    overdue_days: int
    limit_percent: int
    worse_days: int
    broken_promises: int
    disputes: int
    returned_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRules:
    """All of rules/credit.toml."""

    months: int
    least_invoices: int
    least_months: int
    indicators: tuple[tuple[str, Bands], ...]  # in the order of INDICATORS, those with a weight
    grades: tuple[Grade, ...]  # the best first
    new: Grade
    limit: LimitRules
    risk: RiskRules

    def grade_of(self, score: int | None) -> Grade:
        """The best grade that a score reaches; `new` without a score."""
        if score is None:
            return self.new
        return next(grade for grade in self.grades if score >= grade.least_score)

    def grade_named(self, name: str) -> Grade:
        """A grade of before that the rules have no more counts as `new`."""
        return next((grade for grade in self.grades if grade.name == name), self.new)


def load_credit(rules_dir: Path) -> CreditRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "credit.toml")
    rule.only("history", "indicator", "grade", "limit", "risk")
    history = rule.section("history")
    history.only("months", "least_invoices", "least_months")
    grades, new = _grades(rule)
    return CreditRules(
        months=history.number("months", least=4),
        least_invoices=history.number("least_invoices", least=1),
        least_months=history.number("least_months", least=0),
        indicators=_indicators(rule.section("indicator")),
        grades=grades,
        new=new,
        limit=_limit(rule.section("limit"), {grade.name for grade in (*grades, new)}),
        risk=_risk(rule.section("risk")),
    )


def _indicators(section: Rule) -> tuple[tuple[str, Bands], ...]:
    section.only(*INDICATORS)
    found = {name: _bands(section.section(name), name) for name in INDICATORS if name in section.values}
    weighted = tuple((name, bands) for name, bands in found.items() if bands.weight)
    if len(weighted) < 2:
        raise section.fault("", "give at least two indicators a weight; nobody is judged by one alone")
    return weighted


def _bands(section: Rule, name: str) -> Bands:
    is_less_better = name in LESS_IS_BETTER
    key = "at_most" if is_less_better else "at_least"
    section.only("weight", key)
    bands = section.values.get(key)
    if not isinstance(bands, list) or not bands or not all(_is_band(band) for band in bands):
        raise section.fault(key, f"expected bands [[value, points], ...] of whole numbers, got {bands!r}")
    bounds, points = [band[0] for band in bands], [band[1] for band in bands]
    if bounds != sorted(set(bounds), reverse=not is_less_better):
        raise section.fault(key, f"values must {'rise' if is_less_better else 'fall'} from band to band")
    if points != sorted(points, reverse=True) or not 0 <= points[-1] <= points[0] <= MOST_POINTS:
        raise section.fault(key, f"points must fall from band to band, within {MOST_POINTS} and 0")
    return Bands(
        weight=section.number("weight", least=0),
        is_less_better=is_less_better,
        bands=tuple(zip(bounds, points, strict=True)),
    )


def _is_band(band: Any) -> bool:
    return isinstance(band, list) and len(band) == 2 and all(type(number) is int for number in band)


def _grades(rule: Rule) -> tuple[tuple[Grade, ...], Grade]:
    found = [_grade(section) for section in rule.sections("grade")]
    names = [grade.name for grade in found]
    if len(found) < 2 or names.count(NEW) != 1 or names[-1] != NEW or len(set(names)) < len(names):
        raise rule.fault(
            "grade", f'expected grades with names of their own, the last one "{NEW}", got {names}'
        )
    *scored, new = found
    scores = [grade.least_score for grade in scored]
    if scores != sorted(set(scores), reverse=True) or scores[-1] != 0:
        raise rule.fault("grade", f"least_score must fall from grade to grade, to 0, got {scores}")
    return tuple(scored), new


def _grade(section: Rule) -> Grade:
    section.only("name", "least_score", "limit_percent", "terms")
    name = section.values.get("name")
    if not isinstance(name, str) or not name.strip():
        raise section.fault("name", f"expected a name, got {name!r}")
    if name == NEW and "least_score" in section.values:
        raise section.fault("least_score", f'"{NEW}" has no score; leave it out')
    score = 0 if name == NEW else section.number("least_score", least=0)
    if score > MOST_POINTS:
        raise section.fault("least_score", f"expected at most {MOST_POINTS}, got {score}")
    return Grade(
        name=name,
        least_score=score,
        limit_percent=section.number("limit_percent", least=0),
        terms=_terms(section),
    )


def _terms(section: Rule) -> str:
    terms = section.values.get("terms")
    if not isinstance(terms, str):
        raise section.fault("terms", f'expected terms like "n/30", got {terms!r}')
    try:
        Terms.parse(terms)
    except ValueError as error:
        raise section.fault("terms", str(error)) from error
    return terms


def _limit(section: Rule, grades: set[str]) -> LimitRules:
    section.only("propose_for", "rise_percent", "least_percent", "lower_for", "days_between")
    propose_for = section.values.get("propose_for")
    if propose_for not in ("limited", "all", "none"):
        raise section.fault("propose_for", f'expected "limited", "all" or "none", got {propose_for!r}')
    lower_for = section.texts("lower_for")
    if unknown := [name for name in lower_for if name not in grades]:
        raise section.fault("lower_for", f"{unknown[0]!r} is no grade; there are {', '.join(sorted(grades))}")
    return LimitRules(
        propose_for=propose_for,
        rise_percent=section.number("rise_percent", least=0),
        least_percent=section.number("least_percent", least=1),
        lower_for=lower_for,
        days_between=section.number("days_between", least=1),
    )


def _risk(section: Rule) -> RiskRules:
    keys = tuple(RiskRules.__dataclass_fields__)
    section.only(*keys)
    return RiskRules(**{key: section.number(key, least=0) for key in keys})
