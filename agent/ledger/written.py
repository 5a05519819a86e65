"""Days and amounts as bookkeeping programs write them to ISO days and plain decimals; what can be read in two ways is refused."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from agent.money import exponent

_TIME: Final = re.compile(r"[T ]\s*\d{1,2}:\d{2}.*\Z")
_YEAR_FIRST: Final = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?\Z")
_DIGITS_ONLY: Final = re.compile(r"(\d{4})(\d\d)(\d\d)\Z")
_OPEN_DAY: Final = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)\Z")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4}|\d\d)\Z")
_MONTH_DAY: Final = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\Z")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_FIGURE: Final = re.compile(
    r"(?P<minus>[-−–(]*)\s*(?P<before>[A-Z]{3}\b|[A-Z]{0,2}[$€£¥])?\s*(?P<minus2>[-−–]?)\s*"
    r"(?P<digits>\d[\d.,' \u00a0\u202f’]*)(?P<minus3>[-−–]?)\s*(?P<after>[A-Z]{3}\b|[$€£¥元])?\s*(?P<close>\)?)\Z"
)
_SPACES: Final = re.compile(r"[' \u00a0\u202f’]")


def day(text: str, order: str) -> date:
    """A written day; `order` (dmy, mdy, ymd) is used where the text leaves it open. ValueError where it is none."""
    written = _TIME.sub("", unicodedata.normalize("NFKC", text).strip())
    if found := _YEAR_FIRST.match(written) or _DIGITS_ONLY.match(written):
        return _date(text, found[1], found[2], found[3])
    if found := _DAY_MONTH.match(written):
        return _date(text, found[3], _month(text, found[2]), found[1])
    if found := _MONTH_DAY.match(written):
        return _date(text, found[3], _month(text, found[1]), found[2])
    if found := _OPEN_DAY.match(written):
        parts = dict(zip("dmy" if found[2] == "." else order, (found[1], found[3], found[4]), strict=True))
        return _date(text, parts["y"], parts["m"], parts["d"])
    raise ValueError(f"{text!r}: expected a date")


def day_order(texts: Iterable[str]) -> str | None:
    """The one order in which all of these are days, dmy where it is all the same; None where two orders fit."""
    open_days = [text for text in texts if is_open_day(text)]
    fitting: dict[str, list[date]] = {}
    for order in ("dmy", "mdy", "ymd"):
        try:
            fitting[order] = [day(text, order) for text in open_days]
        except ValueError:
            continue
    readings = list(fitting.values())
    if any(reading != readings[0] for reading in readings[1:]):
        return None
    return next(iter(fitting), "dmy")


def is_open_day(text: str) -> bool:
    """True where the text alone does not say which number is the month."""
    found = _OPEN_DAY.match(_TIME.sub("", unicodedata.normalize("NFKC", text).strip()))
    return found is not None and found[2] != "."


def _month(text: str, name: str) -> str:
    if name[:3].lower() not in _MONTHS:
        raise ValueError(f"{text!r}: expected a date")
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _date(text: str, year: str, month: str, day_of_month: str) -> date:
    if len(year) not in (2, 4) or len(day_of_month) > 2 or len(month) > 2:
        raise ValueError(f"{text!r}: no such day")
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day_of_month))
    except ValueError:
        raise ValueError(f"{text!r}: no such day") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An amount taken apart: its digits with their marks, its side, and a currency where it names one."""

    text: str
    digits: str
    is_negative: bool
    currency: str | None  # a code or a sign, as written


def figure(text: str) -> Figure:
    """An amount with signs, thousands, a currency: `(1,234.56)`, `CNY 1,234.56`, `1.234,56-`. ValueError where it is none."""
    written = unicodedata.normalize("NFKC", text).strip()
    found = _FIGURE.match(written)
    if not found or ("(" in found["minus"]) != bool(found["close"]):
        raise ValueError(f"{text!r}: expected an amount")
    minus = bool(found["minus"] or found["minus2"] or found["minus3"])
    return Figure(
        text=text,
        digits=_SPACES.sub("", found["digits"]),
        is_negative=minus,
        currency=found["before"] or found["after"],
    )


def decimal_mark(figures: Iterable[Figure], currencies: Iterable[str]) -> str | None:
    """ "." or ",", by those amounts that leave no choice; None where they leave it open or contradict each other.

    With no other evidence a comma before three digits parts thousands, unless a currency has three places.
    """
    sure: set[str] = set()
    left_open: set[str] = set()
    for one in figures:
        marks = [mark for mark in one.digits if mark in ".,"]
        if not marks:
            continue
        head, _, tail = one.digits.rpartition(marks[-1])
        if len(set(marks)) == 2:
            sure.add(marks[-1])
        elif len(marks) > 1:
            sure.add("," if marks[0] == "." else ".")
        elif len(tail) != 3 or len(head) > 3 or head.startswith("0"):
            sure.add(marks[0])
        else:
            left_open.add(marks[0])
    if len(sure) == 1:
        return sure.pop()
    has_three_places = any(exponent(currency) == 3 for currency in currencies)
    if sure or "." in left_open or (left_open and has_three_places):
        return None
    return "."


def decimal(one: Figure, mark: str) -> Decimal:
    """The amount by this decimal mark. ValueError where its thousands are not grouped as thousands are."""
    other = "," if mark == "." else "."
    whole, _, places = one.digits.partition(mark)
    groups = whole.split(other)
    # Groups of two are Indian: 1,23,456.
    is_grouped = len(groups[0]) <= 3 and len(groups[-1]) == 3 and all(len(g) in (2, 3) for g in groups[1:])
    if (len(groups) > 1 and not is_grouped) or not "".join(groups).isdecimal():
        raise ValueError(f"{one.text!r}: expected an amount with {mark!r} before its decimals")
    if places and not places.isdecimal():
        raise ValueError(f"{one.text!r}: expected an amount with {mark!r} before its decimals")
    value = Decimal("".join(groups) + ("." + places if places else ""))
    return -value if one.is_negative else value


def plain(value: Decimal, currency: str) -> str:
    """A plain decimal with the currency's places, more only where they hold something."""
    places = -exponent(currency)
    rounded = value.quantize(Decimal(1).scaleb(places))
    return format(rounded if rounded == value else value, "f")
