"""Labels that a form sets upright, a character to a line, beside the rows that they head."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from agent.extract.paper.boxes import Walls, is_hanzi, is_wall_between, least, united
from agent.facts.documents import Cell, Row, Word

LEAST_STACK = 3  # hanzi of a label that is written downwards
MOST_STACK = 6
STACKED_GAP = 3.0  # at most between them
STACKED_OFF = 0.4  # at most beside each other


def with_upright_labels(rows: list[Row]) -> list[Row]:
    """Rows with labels that are written downwards, a hanzi a row, whole on each row beside them."""
    hanzi = [cell for row in rows for cell in row.cells if len(cell.text) == 1 and is_hanzi(cell.text)]
    if not hanzi:
        return rows
    hanzi.sort(key=_center)
    column: list[Cell] = []
    for cell in hanzi:
        if column and _center(cell) - _center(column[-1]) > STACKED_OFF * (cell.box[3] - cell.box[1]):
            rows = _with_stacks(rows, column)
            column = []
        column.append(cell)
    return _with_stacks(rows, column)


def _center(cell: Cell) -> float:
    return (cell.box[0] + cell.box[2]) / 2


def _with_stacks(rows: list[Row], column: list[Cell]) -> list[Row]:
    """Rows with the labels of one column: other hanzi under each other (借, 贷) repeat."""
    column = sorted(column, key=lambda cell: cell.box[1])
    stacks = [column[:1]]
    for above, below in pairwise(column):
        if below.box[1] - above.box[3] > STACKED_GAP * (below.box[3] - below.box[1]):
            stacks.append([])
        stacks[-1].append(below)
    for stack in stacks:
        if LEAST_STACK <= len(stack) == len({cell.text for cell in stack}) <= MOST_STACK:
            rows = _labelled(rows, stack)
    return rows


def _labelled(rows: list[Row], stack: list[Cell]) -> list[Row]:
    box = united(cell.box for cell in stack)
    label = Cell(
        text="".join(cell.text for cell in stack),
        box=box,
        confidence=least(cell.confidence for cell in stack),
    )
    reach = 0.5 * (box[3] - box[1]) / len(stack)
    labelled: list[Row] = []
    placed = False
    for row in rows:
        cells = [cell for cell in row.cells if cell not in stack]
        _, top, _, bottom = united(cell.box for cell in row.cells)
        if box[1] - reach <= (top + bottom) / 2 <= box[3] + reach and cells:
            cells = sorted([*cells, label], key=lambda cell: cell.box[0])
            placed = True
        if cells:
            labelled.append(replace(row, cells=tuple(cells)))
    if not placed:
        at = next((at for at, row in enumerate(labelled) if row.cells[0].box[1] > box[3]), len(labelled))
        labelled.insert(at, Row(cells=(label,), page=rows[0].page, table=None))
    return labelled


def add_cells(
    cells: list[Cell], line: Sequence[Word], gaps: Sequence[float], widest: float, walls: Walls = ()
) -> None:
    """The cells of a line: a gap wider than `widest` parts them, or a wall."""
    start = 0
    for at, word in enumerate(line, start=1):
        is_end = (
            at == len(line)
            or gaps[at - 1] > widest
            or (walls and is_wall_between(word.box, line[at].box, walls))
        )
        if not is_end:
            continue
        if at - start == 1:
            cells.append(Cell(text=word.text, box=word.box, confidence=word.confidence))
        else:
            piece = line[start:at]
            text = " ".join([one.text for one in piece])
            sure = None if word.confidence is None else least(one.confidence for one in piece)
            cells.append(Cell(text=text, box=united([one.box for one in piece]), confidence=sure))
        start = at
