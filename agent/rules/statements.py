"""rules/statements.toml and rules/letters/LANGUAGE/statement.toml to the cycle of statements of account and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from agent.dates import AGING_BUCKETS
from agent.facts.statements import Flag, Movement
from agent.rules.files import Rule

Words = Mapping[str, Mapping[str, str]]


class Every(StrEnum):
    """What period a statement that goes out by itself covers."""

    NEVER = "never"
    WEEKLY = "weekly"  # Monday to Sunday
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRules:
    """When statements go out by themselves, and how long an answer is waited for."""

    every: Every
    first_workdays: int
    by_customer: Mapping[str, Every]
    by_ladder: Mapping[str, Every]
    answer_workdays: int
    remind_workdays: int
    staff_workdays: int

    @property
    def is_on(self) -> bool:
        """True where any statement goes out by itself."""
        return {self.every, *self.by_customer.values(), *self.by_ladder.values()} != {Every.NEVER}

    def cycle_of(self, customer_id: str, ladder: str | None) -> Every:
        """The customer's own, else its ladder's, else the one for all."""
        return self.by_customer.get(customer_id) or self.by_ladder.get(ladder or "") or self.every


def load_statements(rules_dir: Path, shipped: Path) -> StatementRules:
    """From the home's own file, else, in a home made before there was one, the program's. AgentError names file, key and mend."""
    own = rules_dir / "statements.toml"
    rule = Rule.read(own if own.is_file() else shipped / "statements.toml")
    rule.only("cycle", "confirmation")
    cycle, confirmation = rule.section("cycle"), rule.section("confirmation")
    cycle.only("every", "first_workdays", "customers", "ladders")
    confirmation.only("answer_workdays", "remind_workdays", "staff_workdays")
    return StatementRules(
        every=_every(cycle, "every"),
        first_workdays=cycle.number("first_workdays", least=1),
        by_customer=_several(cycle, "customers"),
        by_ladder=_several(cycle, "ladders"),
        answer_workdays=confirmation.number("answer_workdays", least=1),
        remind_workdays=confirmation.number("remind_workdays", least=1),
        staff_workdays=confirmation.number("staff_workdays", least=1),
    )


def _several(cycle: Rule, key: str) -> dict[str, Every]:
    if key not in cycle.values:
        return {}
    section = cycle.section(key)
    return {name: _every(section, name) for name in section.values}


def _every(rule: Rule, key: str) -> Every:
    value = rule.values.get(key)
    if value not in tuple(Every):
        raise rule.fault(key, f"expected one of {', '.join(Every)}, got {value!r}")
    return Every(value)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SECTIONS: Final[dict[str, frozenset[str]]] = {
    "paper": _names(
        "aging as_of brought_forward carried_forward cash currency customer_no days file flagged in_words items"
        " movements note nothing_moved nothing_open page period reference title to"
    ),
    "strip": _names("closing credited invoiced opening overdue received unapplied"),
    "columns": _names(
        "amount balance billed credit debit due flag invoice issued late number on open po reference remark type yours"
    ),
    "movements": frozenset(one.value for one in Movement),
    "flags": frozenset(one.value for one in Flag),
    "buckets": frozenset(AGING_BUCKETS),
    "slip": _names(
        "agrees answer ask ask_undated balance by_mail date differs name reason remark scan stamp subject title"
    ),
}
_PLACES: Final = dict.fromkeys(
    ("balance", "customer", "day", "first", "flag", "last", "page", "pages", "period", "token", "what"), ""
)


def load_statement_words(rules_dir: Path, shipped: Path) -> dict[str, Words]:
    """By language; `shipped`, the program's own rules, has what a home does not. AgentError names file, key and mend."""
    return {
        path.parent.name: _words(path)
        for root in (shipped, rules_dir)
        for path in sorted((root / "letters").glob("*/statement.toml"))
    }


def _words(path: Path) -> Words:
    rule = Rule.read(path)
    rule.only(*_SECTIONS)
    for name, keys in _SECTIONS.items():
        section = rule.section(name)
        section.only(*sorted(keys))
        for key in sorted(keys):
            value = section.values.get(key)
            if not isinstance(value, str) or not value:
                raise section.fault(key, 'expected text in quotes: write a line like the one in "en"')
            try:
                value.format(**_PLACES)
            except (LookupError, ValueError, AttributeError) as error:
                raise section.fault(key, f"in braces may stand only {', '.join(_PLACES)}") from error
    return rule.values
