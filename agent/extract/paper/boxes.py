"""Boxes on a page, and what several of them make."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TypeVar

from agent.facts.documents import Box, Cell, Word

TOUCH = 1.5  # points that a word may overlap a wall
_HANZI = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"  # and kana
STRETCHED = re.compile(rf"[{_HANZI}](?:$|[:：])")
Piece = TypeVar("Piece", Word, Cell)
Walls = Sequence[tuple[float, float, float]]
"""Upright lines on a page: x, top, bottom; sorted."""


def united(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them."""
    rest = iter(boxes)
    left, top, right, bottom = next(rest)
    for x0, y0, x1, y1 in rest:
        left = x0 if x0 < left else left
        top = y0 if y0 < top else top
        right = x1 if x1 > right else right
        bottom = y1 if y1 > bottom else bottom
    return left, top, right, bottom


def least(confidences: Iterable[float | None]) -> float | None:
    """The lowest confidence, or None where all of it is text."""
    return min((one for one in confidences if one is not None), default=None)


def is_wall_between(left: Box, right: Box, walls: Walls) -> bool:
    """True where an upright line stands between two boxes."""
    first = bisect_left(walls, (left[2] - TOUCH,))
    last = bisect_left(walls, (right[0] + TOUCH,))
    middle = (right[1] + right[3]) / 2
    return any(top <= middle <= bottom for _, top, bottom in walls[first:last])


def is_hanzi(text: str) -> bool:
    """True for one hanzi or kana alone."""
    return len(text) == 1 and STRETCHED.match(text) is not None
