"""Pieces of a text that may be the number of a document, or a part of one, by their signs alone."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from agent.extract.text.announced import CHUNK, HAS_DIGIT

MOST_JOINED: Final = 6  # chunks of one number: 2631 2000 0000 4128 1643
_JOIN: Final = re.compile(r"[-–/.]?[ \n]{1,2}[-–/.]?|[-–]\Z")
_HAS_LETTER: Final = re.compile(r"[A-Za-z]")
_MONEY: Final = re.compile(r"\d+(?:\.\d{3})*\.\d{1,2}|\d{1,3}(?:\.\d{3})+")
_GROUP_BEFORE: Final = re.compile(r"\d[,.'’]\Z")
_GROUP: Final = re.compile(r"\d{3}(?!\d)")
_YEAR: Final = re.compile(r"20[1-4]\d")


def numbered_chunks(text: str) -> list[re.Match[str]]:
    """The chunks of a text that have digits, and those before them: no other begins a number."""
    chunks = list(CHUNK.finditer(text))
    has_digits = [*(HAS_DIGIT.search(chunk[0]) is not None for chunk in chunks), False]
    return [chunk for chunk, near in zip(chunks, pairwise(has_digits), strict=True) if any(near)]


def is_in_cells(text: str, chunk: re.Match[str]) -> bool:
    """True in a row of cells, where the column says what it is."""
    start, end = text.rfind("\n", 0, chunk.start()) + 1, text.find("\n", chunk.end())
    return text.find("  ", start, end if end >= 0 else len(text)) >= 0


def is_of_amounts(text: str, chunks: Sequence[re.Match[str]], number: str) -> bool:
    """True for 705.51, which is not the number 70551, and for what is a piece of a longer amount: 1'705.51."""
    start, end = chunks[0].start(), chunks[-1].end()
    if text[start:end] == number or _HAS_LETTER.search(text, start, end):
        return False
    is_tail = bool(_GROUP_BEFORE.search(text, max(0, start - 2), start)) and _GROUP.match(text, start)
    return bool(is_tail or any(_MONEY.fullmatch(chunk[0]) for chunk in chunks))


def is_too_short(spelled: str) -> bool:
    """True for digits that are a year, a quantity or an amount rather than a number of a document."""
    return spelled.isdigit() and (len(spelled) < 4 or bool(_YEAR.fullmatch(spelled)))


def count_joined(text: str, chunks: Sequence[re.Match[str]], at: int) -> int:
    """How many chunks from this one on may be one number: with small gaps, and digits in all but the first."""
    count = 1
    while count < MOST_JOINED and at + count < len(chunks):
        left, right = chunks[at + count - 1], chunks[at + count]
        if not HAS_DIGIT.search(right[0]) or not _JOIN.fullmatch(text, left.end(), right.start()):
            break
        count += 1
    return count
