"""Joins the lines of headings that a page breaks over two or three rows into one text for each column."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from agent.extract.text.script import Script
from agent.extract.text.setting import Place

MOST_LINES: Final = 3  # of a heading
_CLOSE: Final = 0.35  # of a line's height between two lines of one heading; more stands between two rows
_LOOSE: Final = 1.5  # of it between lines of which hyphens say that their words go on below
_LEAST_BROKEN: Final = 2
_MOST_CELLS: Final = 40
_NUMBER: Final = re.compile(r"\d{4}")  # no heading has one: a row of it says something itself


@dataclass(slots=True, kw_only=True)
class Stack:
    """The lines of one heading."""

    left: float
    right: float
    text: str
    start: int  # of its first line


def tall_stacks(script: Script, row: int, count: int) -> list[Stack]:
    """The columns of `count` rows that lie as close as the lines of one heading; none where they are no such rows.

    A cell over two columns heads a group of them, and is no line of a heading.
    """
    lines = [
        [place for place in script.places_of_row(one) if place.end > place.start]
        for one in range(row, row + count)
    ]
    if max(map(len, lines)) < 2 or sum(map(len, lines)) > _MOST_CELLS or not _are_close(lines, script.text):
        return []
    if _NUMBER.search(script.text, lines[0][0].start, lines[-1][-1].end):
        return []
    stacks: list[Stack] = []
    for places in lines:
        before = list(stacks)
        for place in places:
            over = [one for one in before if one.left < place.box[2] and place.box[0] < one.right]
            if len(over) > 1:
                return []
            text = script.text[place.start : place.end]
            if over:
                [one] = over
                one.left, one.right = min(one.left, place.box[0]), max(one.right, place.box[2])
                one.text = one.text[:-1] + text if _is_broken(one.text, text) else f"{one.text} {text}"
            else:
                stacks.append(Stack(left=place.box[0], right=place.box[2], text=text, start=place.start))
    return sorted(stacks, key=lambda one: one.left)


def _are_close(lines: list[list[Place]], text: str) -> bool:
    """True for rows of one page of which each begins where the one above ends, or before."""
    for above, below in pairwise(lines):
        if not above or not below:
            return False
        top, bottom = min(one.box[1] for one in above), max(one.box[3] for one in above)
        gap = min(one.box[1] for one in below) - bottom
        most = _LOOSE if _are_broken(above, below, text) else _CLOSE
        if not -(bottom - top) < gap < most * (bottom - top):
            return False
    return True


def goes_on_below(script: Script, row: int) -> bool:
    """True for a row of headings whose words the next row ends."""
    if row + 1 >= len(script.row_starts):
        return False
    above, below = (
        [place for place in script.places_of_row(one) if place.end > place.start] for one in (row, row + 1)
    )
    is_row = bool(below) and len(above) > 1 and len(above) + len(below) <= _MOST_CELLS
    return is_row and _are_broken(above, below, script.text)


def _are_broken(above: list[Place], below: list[Place], text: str) -> bool:
    """True where words of a line go on below, two at least or all there are: Brutto- | Skonto- over betrag | betrag."""
    pairs = (
        (one, other)
        for one in above
        for other in below
        if one.box[0] < other.box[2] and other.box[0] < one.box[2]
    )
    broken = (_is_broken(text[one.start : one.end], text[other.start : other.end]) for one, other in pairs)
    return sum(broken) >= min(_LEAST_BROKEN, len(below))


def _is_broken(above: str, below: str) -> bool:
    """True for a word that a hyphen at the end of its line breaks."""
    return above[-2:-1].isalpha() and above.endswith("-") and below[:1].islower()
