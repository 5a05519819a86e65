"""Amounts, days, currencies and spans, as formats that need no guessing write them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from agent.facts.documents import Span
from agent.facts.readings import Check, PaidLine
from agent.ids import folded
from agent.money import exponent
from agent.undeclared import guessed

MOST_BYTES: Final = 20_000_000
MOST_ENTRIES: Final = 50_000
ZERO: Final = Decimal("0.00")

_NO_REFERENCE: Final = frozenset(
    ("", "NOTPROVIDED", "NONREF", "NOREF", "NONE", "UNKNOWN", "EREF", "KREF", "MREF", "PREF", "MARF")
)
_DECIMAL: Final = re.compile(r"[+-]?(?=\.?\d)\d{0,15}(?:\.\d{0,6})?\Z", re.ASCII)
_COUNT: Final = re.compile(r"\d{1,9}\Z", re.ASCII)
_CURRENCY: Final = re.compile(r"[A-Z]{3}\Z", re.ASCII)
_DAY: Final = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)", re.ASCII)


def amount_of(text: str, currency: str | None = None) -> Decimal | None:
    """A decimal with a point and no grouping, with the currency's places (two, where it is not known)."""
    text = text.strip()
    if not _DECIMAL.match(text):
        return None
    value = Decimal(text)
    placed = value.quantize(Decimal(1).scaleb(-exponent(currency or "")))
    return placed if placed == value else value


def count_of(text: str) -> int | None:
    """A count that a trailer or a header tells."""
    return int(text) if _COUNT.match(text) else None


def currency_of(text: str) -> str | None:
    """An ISO 4217 code, by its form."""
    return text if _CURRENCY.match(text) else None


def day_of(text: str) -> date | None:
    """The day of an ISO date, an ISO instant (in its own zone) or CCYYMMDD."""
    found = _DAY.match(text.strip())
    return day(*found.groups()) if found else None


def day(year: str, month: str, of_month: str) -> date | None:
    """The day, where the calendar has it; a year of two digits is of this century."""
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(of_month))
    except ValueError:
        return None


def is_reference(text: str) -> bool:
    """False for what stands where there is no reference: NOTPROVIDED (EPC), NONREF (SWIFT) and the like."""
    return folded(text) not in _NO_REFERENCE and bool(text.strip("0 "))


def decoded(content: bytes) -> str:
    """Text of bytes that name no charset: as they look, else Latin-1."""
    guess = guessed(content)
    return guess.text if guess else content.decode("cp1252", errors="replace")


def span(field: str, part: str, line: int, text: str, column: int = 0) -> Span:
    """Where a value stands: its line (of X12 the segment) from 1, and of X12 the element as column."""
    right = column + 1 if column else 0
    return Span(field=field, part=part, page=1, box=(column, line, right, line), text=text)


def footed(
    amount: Decimal | None, lines: Sequence[PaidLine]
) -> tuple[tuple[PaidLine, ...], tuple[Check, ...], Decimal | None]:
    """The lines, the check that held, and what the lines sum to where it is not the amount.

    One document under one total is paid with the total.
    """
    if len(lines) == 1 and lines[0].amount is None:
        return (replace(lines[0], amount=amount),), (), None
    amounts = [line.amount for line in lines if line.amount is not None]
    if amount is None or not lines or len(amounts) < len(lines):
        return tuple(lines), (), None
    total = sum(amounts, ZERO)
    return (tuple(lines), (Check.SUM,), None) if total == amount else (tuple(lines), (), total)
