"""Reads a sum that a form has one digit in a box, below boxes named 万 千 百 十 元 角 分; unsure ones are none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from agent.extract.text.numbers import Amount
from agent.extract.text.script import Script
from agent.extract.text.setting import PAGES, Place

_PLACES: Final = "百十亿千百十万千百十元角分"
_SPELLED: Final = str.maketrans("佰拾億仟萬圆圓", "百十亿千万元元")
_LEAST: Final = 5  # boxes: 百 十 元 角 分
_SIGNS: Final = ("¥", "￥", "$")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Boxes:
    """The boxes of one sum, and what is written into them."""

    start: int
    end: int
    amount: Amount | None  # None where some digit stands under no box, or a box between them is empty


def with_boxed_digits(script: Script) -> list[Amount]:
    """The amounts of a document, with what is written into boxes as one of them."""
    found = list(_boxes(script)) if "角" in script.text else []
    if not found:
        return script.amounts
    kept = [one for one in script.amounts if not any(box.start <= one.start < box.end for box in found)]
    return sorted([*kept, *(box.amount for box in found if box.amount)], key=lambda one: one.start)


def _boxes(script: Script) -> Iterator[_Boxes]:
    for row in range(len(script.row_starts) - 1):
        heads = _heads(script, row)
        if heads and script.rows[row].page == script.rows[row + 1].page:
            cells = [one for one in script.places_of_row(row + 1) if one.end > one.start]
            under = [(one, _head_over(script, heads, one)) for one in cells]
            written = [(one, head) for one, head in under if head is not None]
            if written and not any("." in script.text[one.start : one.end] for one, _ in written):
                yield _read(script, written, len(heads))
        elif script.rows[row].page == script.rows[row + 1].page:
            yield from _packed(script, row)


def _packed(script: Script, row: int) -> Iterator[_Boxes]:
    """The same where the names of all boxes came as one cell: 万千百十元角分 over ¥864000, or over a cell for each digit."""
    for head in script.places_of_row(row):
        names = script.text[head.start : head.end].replace(" ", "").translate(_SPELLED)
        if len(names) < _LEAST or not _PLACES.endswith(names):
            continue
        width = (head.box[2] - head.box[0]) / len(names)
        cells = [
            one
            for one in script.places_of_row(row + 1)
            if one.end > one.start and one.box[0] < head.box[2] and head.box[0] - width < one.box[2]
        ]
        text = "".join(script.text[one.start : one.end] for one in cells).replace(" ", "")
        digits = text[1:] if text[:1] in _SIGNS else text
        if not digits.isdecimal() or len(digits) > len(names):
            return
        start, end = cells[0].start, cells[-1].end
        sign = text[0] if len(digits) < len(text) else None
        is_last = cells[-1].box[2] > head.box[2] - width
        amount = _amount(start, end, digits, sign) if is_last else None
        yield _Boxes(start=start, end=end, amount=amount)
        return


def _heads(script: Script, row: int) -> list[Place]:
    """The last cells of a row that name a place of a number each, down to 分."""
    if "分" not in script.text[slice(*script.row_span(row))][-2:]:
        return []
    cells = [one for one in script.places_of_row(row) if one.end > one.start]
    heads: list[Place] = []
    for cell, place in zip(reversed(cells), reversed(_PLACES), strict=False):
        if script.text[cell.start : cell.end].translate(_SPELLED) != place:
            break
        heads.insert(0, cell)
    return heads if len(heads) >= _LEAST else []


def _head_over(script: Script, heads: Sequence[Place], cell: Place) -> int | None:
    """Which of the boxes a cell stands in."""
    if script.document.source in PAGES:
        middle = (cell.box[0] + cell.box[2]) / 2
        middles = [(head.box[0] + head.box[2]) / 2 for head in heads]
        width = (middles[-1] - middles[0]) / (len(heads) - 1)
        return next((at for at, one in enumerate(middles) if abs(one - middle) <= width / 2), None)
    return next((at for at, head in enumerate(heads) if head.column == cell.column), None)


def _read(script: Script, written: Sequence[tuple[Place, int]], boxes: int) -> _Boxes:
    """Digits in boxes side by side down to the last one, with a sign in the box before them, or none."""
    start, end = written[0][0].start, written[-1][0].end
    texts = [script.text[one.start : one.end] for one, _ in written]
    sign = texts[0] if texts[0] in _SIGNS else None
    digits = "".join(texts[1:] if sign else texts)
    in_order = [at for _, at in written] == list(range(boxes - len(written), boxes))
    if not in_order or not digits.isdecimal() or len(digits) != len(texts) - bool(sign):
        return _Boxes(start=start, end=end, amount=None)
    return _Boxes(start=start, end=end, amount=_amount(start, end, digits, sign))


def _amount(start: int, end: int, digits: str, sign: str | None) -> Amount:
    return Amount(
        start=start, end=end, value=Decimal(digits) / 100, currency=None, sign=sign, is_plain=False, places=2
    )
