"""rules/exports.toml to what a heading, a flag or a state in a bank's or a wallet's export says, and the saved mappings."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from agent.rules.files import Rule


class Role(StrEnum):
    """What a column of an export holds."""

    DAY = "day"
    VALUE_DAY = "value_day"
    MONEY_IN = "money_in"  # a bank's words for it, no bookkeeper's
    MONEY_OUT = "money_out"
    CREDIT = "credit"  # in, where a bank says it; out, where a ledger of ours does
    DEBIT = "debit"
    AMOUNT = "amount"  # with a sign, or beside a flag
    FLAG = "flag"
    BALANCE = "balance"
    PARTY = "party"
    PAYER = "payer"
    PAYEE = "payee"
    PARTY_ACCOUNT = "party_account"
    PAYER_ACCOUNT = "payer_account"
    PAYEE_ACCOUNT = "payee_account"
    TEXT = "text"
    KIND = "kind"
    ENTRY_NUMBER = "entry_number"  # what the bank numbers its entries by
    NUMBER = "number"
    STATE = "state"
    CURRENCY = "currency"
    OWN_ACCOUNT = "own_account"
    OWN_NAME = "own_name"
    IGNORED = "ignored"


_LONGEST_WORDS: Final = 80  # characters
_BRACKETS: Final = re.compile(r"[(\[{（【［][^()\[\]{}（）【】［］]*[)\]}）】］]")
_WORDS: Final = {
    "flags": ("in", "out", "credit", "debit", "neither"),
    "states": ("done", "open"),
    "entries": ("not_from_others", "returned", "opening", "footers", "totals", "count_words"),
    "account": ("holder", "number", "currency", "opening", "in_total"),
    "wallets": ("words",),
}
_CURRENCY: Final = re.compile(r"[A-Z]{3}\Z", re.ASCII)
_NEEDED: Final = frozenset({Role.MONEY_IN, Role.CREDIT, Role.AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMapping:
    """What the columns of one export are, as staff wrote it down."""

    name: str
    columns: Mapping[str, Role]  # by folded heading; a row of headings with all of them is this export's
    currency: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRules:
    """The words of exports, each folded; without any, no file is read as an export."""

    headings: Mapping[str, Role] = field(default_factory=dict)
    words: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)  # by section and key
    saved: tuple[SavedMapping, ...] = ()

    def role_of(self, heading: str) -> Role | None:
        """What a heading says that its column is, else what it says without its brackets: 摘要[ Reference ]."""
        return self.headings.get(plain(heading)) or self.headings.get(plain(_BRACKETS.sub("", heading)))

    def has(self, section: str, key: str, text: str) -> bool:
        """True for one of these words."""
        return plain(text) in self.words.get((section, key), ())

    def begins(self, section: str, key: str, text: str) -> bool:
        """True for a text that begins with one of these words."""
        return plain(text[:_LONGEST_WORDS]).startswith(self.words.get((section, key), ()))


def plain(text: str) -> str:
    """Letters and digits alone, in one spelling."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(one for one in folded if one.isalnum()) or folded.strip()


def load_exports(rules_dir: Path) -> ExportRules:
    """Nothing is known where the home has no such file yet. AgentError names file, key and mend."""
    path = rules_dir / "exports.toml"
    if not path.is_file():
        return ExportRules()
    rule = Rule.read(path)
    rule.only("columns", "export", *_WORDS)
    return ExportRules(
        headings=_headings(rule.section("columns")),
        words={
            (name, key): tuple(map(plain, rule.section(name).texts(key)))
            for name, keys in _WORDS.items()
            if name in rule.values
            for key in _known(rule.section(name), keys)
        },
        saved=tuple(map(_saved, rule.sections("export"))) if "export" in rule.values else (),
    )


def _known(section: Rule, keys: tuple[str, ...]) -> tuple[str, ...]:
    section.only(*keys)
    return tuple(key for key in keys if key in section.values)


def _headings(section: Rule) -> dict[str, Role]:
    section.only(*Role)
    found: dict[str, Role] = {}
    for key in section.values:
        for text in section.texts(key):
            other = found.setdefault(plain(text), Role(key))
            if other is not Role(key):
                raise section.fault(key, f"{text!r} is {other.value} already; write it once")
    return found


def _saved(rule: Rule) -> SavedMapping:
    rule.only("name", "columns", "currency")
    name, currency = rule.values.get("name"), rule.values.get("currency")
    if not isinstance(name, str) or not name.strip():
        raise rule.fault("name", "expected a name such as the bank's")
    if currency is not None and not (isinstance(currency, str) and _CURRENCY.match(currency)):
        raise rule.fault("currency", f"expected an ISO 4217 code such as EUR, got {currency!r}")
    columns = rule.section("columns")
    for heading, role in columns.values.items():
        if role not in tuple(Role):
            raise columns.fault(heading, f"expected one of {', '.join(Role)}, got {role!r}")
    roles = {Role(role) for role in columns.values.values()}
    if Role.DAY not in roles or not roles & _NEEDED:
        raise rule.fault("columns", "expected a day, and credit, money_in or amount, among them")
    mapped = {plain(heading): Role(role) for heading, role in columns.values.items()}
    return SavedMapping(name=name, columns=mapped, currency=currency)
