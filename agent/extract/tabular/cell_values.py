"""Says of the cells below a heading of money that they are numbers or codes, and no sums."""

import re
from collections.abc import Sequence
from typing import Final

SUM: Final = re.compile(r"\d[.,' ]\d")
_LONG_NUMBER: Final = re.compile(r"\d{6,20}")
_SHORT_NUMBER: Final = re.compile(r"\d{4,5}")
_CODE: Final = re.compile(r"[^\W\d_].*\d|\d.*[^\W\d_]")
_CENTS: Final = re.compile(r"[.,]\d\d\Z")
_FAR_MORE: Final = 1.5  # times a sum with its tax and charges


def are_numbers(cells: Sequence[str], sums: Sequence[Sequence[str]]) -> bool:
    """True for digits alone that are long, that run on (4711, 4712), or that are far more than the sums beside them.

    A sheet shows 40000 without cents beside 35398.23 and the tax on it.
    """
    if all(map(_LONG_NUMBER.fullmatch, cells)):
        return True
    if not all(map(_SHORT_NUMBER.fullmatch, cells)):
        return False
    numbers = list(map(int, cells))
    if len(set(numbers)) == max(numbers) - min(numbers) + 1 > 1:
        return True
    beside = [sum(map(_units, row)) for row in zip(*sums, strict=False)]
    return len(beside) == len(cells) and all(map(_is_beyond, numbers, beside))


def _is_beyond(number: int, beside: float) -> bool:
    return number > _FAR_MORE * beside


def _units(cell: str) -> float:
    digits = "".join(filter(str.isdigit, cell))
    return int(digits) / 100 if digits and _CENTS.search(cell) else float("inf")


def are_codes(cells: Sequence[str]) -> bool:
    """True for cells of words and codes, none of which holds a sum: HG26/118044, Mrs Pell."""
    has_letters = all(any(map(str.isalpha, cell)) for cell in cells)
    return has_letters and any(map(_CODE.search, cells)) and not any(map(SUM.search, cells))
