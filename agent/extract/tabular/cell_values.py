"""Says of the cells below a heading of money that they are numbers or codes, and no sums."""

import re
from collections.abc import Sequence
from typing import Final

SUM: Final = re.compile(r"\d[.,' ]\d")
_LONG_NUMBER: Final = re.compile(r"\d{6,20}")
_SHORT_NUMBER: Final = re.compile(r"\d{4,5}")
_CODE: Final = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
_CENTS: Final = re.compile(r"[.,]\d\d\Z")
_MONEY: Final = re.compile(
    r"[^\W\d_]{0,5}[^\w]{0,3}\d[\d.,' ]*[^\w]{0,3}[^\W\d_]{0,5}[^\w]{0,2}"
)  # with a currency before or behind
_LEAST_ROWS: Final = 2
_FAR_MORE: Final = 1.5  # times a sum with its tax and charges


def are_numbers(cells: Sequence[str], sums: Sequence[Sequence[str]]) -> bool:
    """True for digits alone that are long; shorter ones that are one number on each row, or run on (4711, 4712), and exceed the sums beside them.

    `sums` are columns of what was billed or paid. A sheet shows 40000 without cents beside 35398.23, and 1250 beside a credit of 250.00.
    """
    if all(map(_LONG_NUMBER.fullmatch, cells)):
        return True
    if len(cells) < _LEAST_ROWS or not all(map(_SHORT_NUMBER.fullmatch, cells)):
        return False
    numbers = list(map(int, cells))
    beside = [max(map(_units, row)) for row in zip(*sums, strict=False)]
    if len(beside) != len(cells):
        return False
    if len(set(numbers)) == 1:
        return all(number > _FAR_MORE * whole for number, whole in zip(numbers, beside, strict=True))
    does_run_on = len(set(numbers)) == max(numbers) - min(numbers) + 1
    return does_run_on and any(number > whole for number, whole in zip(numbers, beside, strict=True))


def _units(cell: str) -> float:
    digits = "".join(filter(str.isdigit, cell))
    return int(digits) / 100 if digits and _CENTS.search(cell) else float("inf")


def are_codes(cells: Sequence[str]) -> bool:
    """True for cells of words and codes, none of which holds a sum: HG26/118044, Mrs Pell; "USD 1400" is one."""
    has_letters = all(any(map(str.isalpha, cell)) for cell in cells)
    if not has_letters or any(SUM.search(cell) or _MONEY.fullmatch(cell.strip()) for cell in cells):
        return False
    return any(map(_CODE.search, cells))
