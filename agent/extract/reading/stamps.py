"""Says of a picture whether large letters lie across it, as of a stamp: VOID, CANCELLED, or what is left of them."""

from statistics import median
from typing import Final

from agent.facts.documents import Cell, Document

_LARGE: Final = 2.2  # times the height of what is usual on the page
_HEAD: Final = 0.25  # of a page's height, where names and titles stand in large letters
_LONG: Final = 8  # times its height: so long a line is no stamp, but may stand askew
_LETTERS: Final = 2  # at least


def is_stamped(document: Document) -> bool:
    """True where a picture has words without digits, far larger than the rest, below its head.

    What they say is often not recognised whole, so a person must look whatever it is.
    """
    return any(_is_stamped(document, page) for page in document.recognised)


def _is_stamped(document: Document, page: int) -> bool:
    cells = [cell for row in document.rows if row.page == page for cell in row.cells]
    if not cells:
        return False
    usual = median(_height(cell) for cell in cells)
    tops = [cell.box[1] for cell in cells]
    head = min(tops) + (max(tops) - min(tops)) * _HEAD
    return any(
        cell.box[1] > head
        and sum(one.isalpha() for one in cell.text) >= _LETTERS
        and not any(one.isdigit() for one in cell.text)
        and _height(cell) >= _LARGE * usual
        and cell.box[2] - cell.box[0] <= _LONG * _height(cell)
        for cell in cells
    )


def _height(cell: Cell) -> float:
    return cell.box[3] - cell.box[1]
