"""Joins the lines of headings that a page breaks over two or three rows into one text for each column."""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from agent.extract.text.script import Script
from agent.extract.text.setting import Place

MOST_LINES: Final = 3  # of a heading
_CLOSE: Final = 0.35  # of a line's height between two lines of one heading; more stands between two rows
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
    if max(map(len, lines)) < 2 or sum(map(len, lines)) > _MOST_CELLS or not _are_close(lines):
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
                one.text = f"{one.text} {text}"
            else:
                stacks.append(Stack(left=place.box[0], right=place.box[2], text=text, start=place.start))
    return sorted(stacks, key=lambda one: one.left)


def _are_close(lines: list[list[Place]]) -> bool:
    """True for rows of one page of which each begins where the one above ends, or before."""
    for above, below in pairwise(lines):
        if not above or not below:
            return False
        top, bottom = min(one.box[1] for one in above), max(one.box[3] for one in above)
        gap = min(one.box[1] for one in below) - bottom
        if not -(bottom - top) < gap < _CLOSE * (bottom - top):
            return False
    return True
