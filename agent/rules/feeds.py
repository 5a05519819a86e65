"""rules/feeds.toml to what a heading, a status or a type in a bookkeeping program's list says, and the saved mappings."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from agent.dates import Terms
from agent.rules.exports import plain
from agent.rules.files import Rule

_T = TypeVar("_T", bound=str)


class Field(StrEnum):
    """What a column of a list holds."""

    CUSTOMER_ID = "customer_id"
    NAME = "name"
    ALIASES = "aliases"
    EMAILS = "emails"
    BANK_ACCOUNTS = "bank_accounts"
    LANGUAGE = "language"
    CREDIT_LIMIT = "credit_limit"
    INVOICE_NO = "invoice_no"
    E_INVOICE_NO = "e_invoice_no"  # counts before it where both are columns
    CUSTOMER_NAME = "customer_name"
    ISSUE_DATE = "issue_date"
    DUE_DATE = "due_date"
    CURRENCY = "currency"
    AMOUNT = "amount"
    AMOUNT_PLAIN = "amount_plain"  # the whole amount where no tax stands beside it
    AMOUNT_HOME = "amount_home"  # in the company's own currency
    OPEN_AMOUNT = "open_amount"
    OPEN_HOME = "open_home"
    PAID_AMOUNT = "paid_amount"
    TAX = "tax"
    AGE = "age"  # what is open by days past due: a plain amount beside it is what is open
    PO_NO = "po_no"
    TERMS = "terms"
    STATUS = "status"
    TYPE = "type"
    IS_CREDIT = "is_credit"
    IS_VOID = "is_void"
    IGNORED = "ignored"


_OF: Final[dict[str, tuple[Field, ...]]] = {
    "customers": (
        Field.CUSTOMER_ID, Field.NAME, Field.ALIASES, Field.EMAILS, Field.BANK_ACCOUNTS, Field.LANGUAGE,
        Field.CURRENCY, Field.TERMS, Field.CREDIT_LIMIT, Field.STATUS,
    ),
    "invoices": (
        Field.INVOICE_NO, Field.CUSTOMER_ID, Field.CUSTOMER_NAME, Field.ISSUE_DATE, Field.DUE_DATE, Field.CURRENCY,
        Field.AMOUNT, Field.AMOUNT_PLAIN, Field.AMOUNT_HOME, Field.OPEN_AMOUNT, Field.OPEN_HOME, Field.PAID_AMOUNT,
        Field.TAX, Field.AGE, Field.PO_NO, Field.TERMS, Field.STATUS, Field.TYPE, Field.IS_CREDIT, Field.IS_VOID,
        Field.E_INVOICE_NO,
    ),
}  # fmt: skip
_WORDS: Final = {
    "statuses": ("taken", "paid", "not_taken"),
    "types": ("invoice", "credit_note", "not_taken"),
    "flags": ("yes", "no"),
    "rows": ("totals", "subtotals"),
}
_CURRENCY: Final = re.compile(r"[A-Z]{3}\Z", re.ASCII)
_ORDERS: Final = ("dmy", "mdy", "ymd")
_NUMBER: Final = "#"  # in terms and what they are called: any number of days


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedMapping:
    """What the columns of one list are, as staff wrote it down."""

    name: str
    what: str  # "customers" or "invoices"
    columns: Mapping[str, Field]  # by folded heading; a row of headings with all of them is this list's
    currency: str | None
    date_order: str | None  # dmy, mdy or ymd
    decimal: str | None  # "." or ","


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRules:
    """The words of lists, each folded, in the order in which they count."""

    path: Path
    headings: Mapping[tuple[str, Field], tuple[str, ...]]  # by what is imported, and the field
    words: Mapping[tuple[str, str], tuple[str, ...]]  # by section and key
    currencies: Mapping[str, str]
    terms: Mapping[str, str]
    counted_terms: tuple[tuple[re.Pattern[str], str], ...]  # "#天" is n/#, with a number for each #
    mappings: tuple[FeedMapping, ...]

    def terms_of(self, text: str) -> str:
        """Terms in the contract's form, where they are called something else; the text where they are not known."""
        folded = plain(text)
        counted = (
            form.replace(_NUMBER, str(int(match[1])))
            for pattern, form in self.counted_terms
            if (match := pattern.fullmatch(folded))
        )
        return self.terms.get(folded) or next(counted, text)

    def kind(self, section: str, text: str) -> str | None:
        """Which of a section's kinds a cell is: "paid" of statuses; None where it is not known."""
        folded = plain(text)
        for name in _WORDS[section]:
            for word in self.words[section, name]:
                if folded == word or (word.endswith("*") and folded.startswith(word[:-1])):
                    return name
        return None


def fields_of(what: str) -> tuple[Field, ...]:
    """What a list of customers or invoices may have."""
    return _OF[what]


def load_feeds(rules_dir: Path) -> FeedRules:
    """AgentError names file, key and mend."""
    rule = Rule.read(rules_dir / "feeds.toml")
    rule.only(*_OF, *_WORDS, "currencies", "terms", "mapping")
    terms = rule.section("terms")
    return FeedRules(
        path=rule.path,
        headings={
            (what, field): tuple(map(plain, _texts(rule.section(what), field)))
            for what, fields in _OF.items()
            for field in _known(rule.section(what), fields)
        },
        words={
            (name, key): tuple(map(_word, _texts(rule.section(name), key)))
            for name, keys in _WORDS.items()
            for key in _known(rule.section(name), keys)
        },
        currencies=_names(rule.section("currencies"), _is_currency, "an ISO 4217 code such as EUR"),
        terms=_names(terms, _is_terms, 'terms such as "n/30"'),
        counted_terms=tuple(
            (re.compile(r"(\d{1,3})".join(map(plain, text.split(_NUMBER)))), form)
            for form in terms.values
            for text in terms.texts(form)
            if text.count(_NUMBER) == form.count(_NUMBER) == 1
        ),
        mappings=tuple(map(_mapping, rule.sections("mapping"))) if "mapping" in rule.values else (),
    )


def _known(section: Rule, keys: tuple[_T, ...]) -> tuple[_T, ...]:
    section.only(*keys)
    return keys


def _texts(section: Rule, key: str) -> tuple[str, ...]:
    return section.texts(key) if key in section.values else ()


def _word(text: str) -> str:
    return plain(text) + ("*" if text.endswith("*") else "")


def _is_currency(text: str) -> bool:
    return _CURRENCY.match(text) is not None


def _is_terms(text: str) -> bool:
    try:
        Terms.parse(text.replace(_NUMBER, "1"))
    except ValueError:
        return False
    return True


def _names(section: Rule, is_right: Callable[[str], bool], expected: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for key in section.values:
        if not is_right(key):
            raise section.fault(key, f"expected {expected}")
        found |= {plain(text): key for text in section.texts(key)}
    return found


def _mapping(rule: Rule) -> FeedMapping:
    rule.only("name", "what", "columns", "currency", "date_order", "decimal")
    name, what, values = rule.values.get("name"), rule.values.get("what"), rule.values
    if not isinstance(name, str) or not name.strip():
        raise rule.fault("name", "expected a name such as the company's")
    if what not in _OF:
        raise rule.fault("what", f'expected "customers" or "invoices", got {what!r}')
    checks = {
        "currency": _is_currency,
        "date_order": _ORDERS.__contains__,
        "decimal": (".", ",").__contains__,
    }
    for key, is_right in checks.items():
        if key in values and not (isinstance(values[key], str) and is_right(values[key])):
            raise rule.fault(key, f"{values[key]!r} is none; see the comment above [[mapping]]")
    columns = rule.section("columns")
    known = (*_OF[what], Field.IGNORED)
    for heading, field in columns.values.items():
        if field not in known:
            raise columns.fault(heading, f"expected one of {', '.join(known)}, got {field!r}")
    return FeedMapping(
        name=name,
        what=what,
        columns={plain(heading): Field(field) for heading, field in columns.values.items()},
        currency=values.get("currency"),
        date_order=values.get("date_order"),
        decimal=values.get("decimal"),
    )
