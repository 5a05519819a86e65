"""rules/letters/LANGUAGE/statement.toml to the words of a statement of account, each checked once."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from agent.dates import AGING_BUCKETS
from agent.facts.statements import Flag, Movement
from agent.rules.files import Rule

Words = Mapping[str, Mapping[str, str]]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SECTIONS: Final[dict[str, frozenset[str]]] = {
    "paper": _names(
        "aging as_of brought_forward carried_forward cash currency customer_no days file flagged in_words items"
        " movements note nothing_moved nothing_open page period reference title to"
    ),
    "strip": _names("closing credited invoiced opening overdue received unapplied"),
    "columns": _names(
        "amount balance billed credit debit due flag invoice issued late number on open po reference type"
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
