"""Turns amounts that a document gives in thousands or 万元 into amounts in its currency; unsure ones are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from agent.extract.text.currencies import CURRENCIES
from agent.extract.text.numbers import Amount, is_three_after_mark
from agent.extract.text.script import Script
from agent.extract.text.setting import Place

_CODES: Final = "|".join(sorted(CURRENCIES))
# Notations of accountants: TEUR, k€, USD k, USD '000, (000s). One by one they are quick: the engine skips to their first letters.
_NOTED: Final = tuple(
    map(
        re.compile,
        (
            rf"[TtKk](?<![A-Za-z].)(?:{_CODES}|[€$£¥])(?![A-Za-z])",
            rf"(?:{_CODES})(?<![A-Za-z].{{3}}) ?[kK](?![A-Za-z])",
            r"['’](?<!\d.)000(?![\d.,])|\(000['’]?s?\)|0(?<![\d.,'’ ].)00['’]?s(?!\w)",
        ),
    )
)
_DIRECT: Final = re.compile(r"[)\]）:： =]{0,4}")
_NUMERAL: Final = re.compile(r"[\d〇○零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億][ .]?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    start: int
    end: int
    factor: int
    direct: Amount | None  # the only amount that it is said of
    place: Place | None  # the heading of the only column that it is said of

    def covers(self, script: Script, amount: Amount) -> bool:
        """True where an amount is in this unit."""
        if self.direct is not None:
            return amount is self.direct
        if self.place is None:
            return True
        cell = script.place_of(amount.start)
        if cell is None or cell.row <= self.place.row:
            return False
        if script.rows[cell.row].table is not None:
            return cell.column == self.place.column
        left, right = script.extent(amount.start, amount.end)
        return left < self.place.box[2] and self.place.box[0] < right


def in_units(script: Script) -> list[Amount]:
    """The amounts of a document, those in thousands multiplied; none of a unit where one of them is not sure."""
    units = list(_units(script))
    if not units:
        return script.amounts
    read = [(amount, _in_unit(script, units, amount)) for amount in script.amounts]
    unsure = [
        amount for amount, value in read if value is None and is_three_after_mark(_figures(script, amount))
    ]
    lost = [unit for unit in units if any(unit.covers(script, amount) for amount in unsure)]
    return [
        value
        for amount, value in read
        if value is not None and (value is amount or not any(unit.covers(script, amount) for unit in lost))
    ]


def _figures(script: Script, amount: Amount) -> str:
    return script.text[amount.start : amount.end].strip("()-▲△ ")


def _units(script: Script) -> Iterator[_Unit]:
    text = script.text
    said = [(hit.start, hit.end, int(hit.key)) for hit in script.hits.section("units")]
    said += [(*match.span(), 1000) for noted in _NOTED for match in noted.finditer(text)]
    for start, end, factor in said:
        if _NUMERAL.search(text, max(0, start - 2), start) or text[end : end + 1] in ("整", "正"):
            continue
        yield _Unit(
            start=start, end=end, factor=factor, direct=_direct(script, end), place=_heading(script, start)
        )


def _direct(script: Script, end: int) -> Amount | None:
    """The amount right after a unit: TEUR 50, 金额(万元):5.00."""
    gap = _DIRECT.match(script.text, end)
    at = gap.end() if gap else end
    return next((one for one in script.amounts_in(end - 6, at + 1) if one.start <= at < one.end), None)


def _heading(script: Script, start: int) -> Place | None:
    """The heading that a unit stands in, among other cells, or nothing."""
    place = script.place_of(start)
    if place is None:
        return None
    if script.text[place.start : start].rstrip().endswith(":"):  # 金额单位:万元
        return None
    cells = [other for other in script.places_of_row(place.row) if other.end > other.start]
    is_heading = len(cells) > 2 or (len(cells) == 2 and not _is_alone(script, place))
    return place if is_heading and not script.amounts_in(*script.row_span(place.row)) else None


def _is_alone(script: Script, place: Place) -> bool:
    """True for a cell that says the unit and not whose: 单位:万元, in thousands."""
    words = script.text[place.start : place.end]
    return (
        not any(place.start <= hit.start < place.end for hit in script.hits.section("columns"))
        or len(words) < 3
    )


def _in_unit(script: Script, units: list[_Unit], amount: Amount) -> Amount | None:
    covering = [unit for unit in units if unit.covers(script, amount)]
    if not covering:
        return amount
    best = min(covering, key=lambda unit: (unit.direct is None, unit.place is None))
    if any(amount.start < hit.start < amount.end for hit in script.hits.section("multipliers")):
        return amount
    if best.direct is None and (amount.currency or amount.sign):
        place = script.place_of(amount.start)
        cells = [one for one in script.places_of_row(place.row) if one.end > one.start] if place else []
        return amount if len(cells) < 2 else None
    if len({unit.factor for unit in covering if (unit.direct, unit.place) == (best.direct, best.place)}) > 1:
        return None
    if is_three_after_mark(_figures(script, amount)):
        return None
    return replace(amount, value=amount.value * best.factor, places=max(amount.places, 2))
