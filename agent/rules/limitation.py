"""rules/limitation.toml to the periods in which claims can be enforced."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from agent.facts.letters import SCHEDULED, LetterKind
from agent.facts.limitation import Ground
from agent.rules.files import Rule

FILE: Final = "limitation.toml"
_STARTS: Final = ("next_day", "year_end")


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """One country's period."""

    years: int
    from_year_end: bool  # else from the day after the due date
    grounds: frozenset[Ground]


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitationRules:
    """`law` None: that of the company's country."""

    law: str | None
    warn_days: int  # 0: never
    demands: frozenset[LetterKind]  # of scheduled letters
    laws: Mapping[str, Law]
    by_customer: Mapping[str, str]

    def law_of(self, customer_id: str, country: str) -> str:
        """The law of a customer's contracts; `country` is the company's."""
        return self.by_customer.get(customer_id, self.law or country)


def load_limitation(rules_dir: Path) -> LimitationRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / FILE)
    rule.only("law", "warn_days", "demands", "laws", "customers")
    laws = {code: _law(rule, code) for code in rule.section("laws").values}
    customers = rule.section("customers") if "customers" in rule.values else None
    chosen = {"law": rule.values.get("law", "")} if rule.values.get("law", "") != "" else {}
    for where, codes in ((rule, chosen), (customers, customers.values if customers else {})):
        for key, code in codes.items():
            if code not in laws:
                assert where
                raise where.fault(
                    key, f"{code!r} is none of the laws of this file: {', '.join(sorted(laws))}"
                )
    return LimitationRules(
        law=chosen.get("law"),
        warn_days=rule.number("warn_days", least=0),
        demands=frozenset(LetterKind(kind) for kind in _known(rule, "demands", SCHEDULED)),
        laws=laws,
        by_customer=dict(customers.values) if customers else {},
    )


def _law(rule: Rule, code: str) -> Law:
    law = rule.section("laws").section(code)
    law.only("years", "starts", "interrupted_by")
    if not (len(code) == 2 and code.isascii() and code.isupper()):
        raise rule.section("laws").fault(code, "is no ISO 3166 country code such as CN")
    starts = law.values.get("starts")
    if starts not in _STARTS:
        raise law.fault("starts", f"expected {' or '.join(_STARTS)}, got {starts!r}")
    grounds = frozenset(Ground(one) for one in _known(law, "interrupted_by", tuple(Ground)))
    return Law(years=law.number("years", least=1), from_year_end=starts == "year_end", grounds=grounds)


def _known(rule: Rule, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    found = rule.texts(key)
    for one in found:
        if one not in known:
            raise rule.fault(key, f"{one!r} is unknown; known are {', '.join(known)}")
    return found
