"""How amounts and days are written in the countries of the corpus."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

Number = Decimal | str | int


def _cents(value: Number) -> Decimal:
    return Decimal(value).quantize(Decimal("0.01"))


def en(value: Number) -> str:
    """1,234.56"""
    return f"{_cents(value):,.2f}"


def minus_after(value: Number) -> str:
    """1,234.56-"""
    amount = _cents(value)
    return f"{abs(amount):,.2f}" + ("-" if amount < 0 else "")


def brackets(value: Number) -> str:
    """(1,234.56)"""
    amount = _cents(value)
    return f"({abs(amount):,.2f})" if amount < 0 else f"{amount:,.2f}"


def de(value: Number) -> str:
    """1.234,56"""
    return en(value).translate(str.maketrans(",.", ".,"))


def de_minus_after(value: Number) -> str:
    """1.234,56-"""
    return minus_after(value).translate(str.maketrans(",.", ".,"))


def ch(value: Number) -> str:
    """1'234.56"""
    return en(value).replace(",", "'")


def fr(value: Number, gap: str = "\u202f") -> str:
    """1 234,56 with a narrow space that doesn't break"""
    return en(value).replace(",", gap).replace(".", ",")


def yen(value: Number) -> str:
    """1,234"""
    return f"{Decimal(value):,.0f}"


def dots(day: date) -> str:
    """03.11.2026"""
    return f"{day:%d.%m.%Y}"


def slashes(day: date) -> str:
    """23/11/2026"""
    return f"{day:%d/%m/%Y}"


def kanji(day: date) -> str:
    """2026年11月3日"""
    return f"{day.year}年{day.month}月{day.day}日"


def reiwa(day: date) -> str:
    """令和8年11月3日"""
    return f"令和{day.year - 2018}年{day.month}月{day.day}日"


_FIGURES = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")


def _group(value: int) -> str:
    """Up to four figures in banker's numerals."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        figure = value // 10**place % 10
        if figure:
            text += ("零" if gap and text else "") + _FIGURES[figure] + _UNITS[place]
            gap = False
        else:
            gap = True
    return text


def capital(value: Number) -> str:
    """人民币大写: 12,345.60 is 壹万贰仟叁佰肆拾伍元陆角整."""
    whole, cents = divmod(int(_cents(value) * 100), 100)
    text = ""
    for power, unit in ((2, "亿"), (1, "万"), (0, "")):
        group = whole // 10000**power % 10000
        if group:
            text += ("零" if text and group < 1000 else "") + _group(group) + unit
    text += "元"
    jiao, fen = divmod(cents, 10)
    if not cents:
        return text + "整"
    if jiao:
        text += _FIGURES[jiao] + "角"
    else:
        text += "零"
    return text + (_FIGURES[fen] + "分" if fen else "整")
