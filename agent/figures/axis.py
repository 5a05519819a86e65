"""Values to an axis with round ticks, and a value to few characters for it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final

from agent.figures.panels import Panel
from agent.figures.table import Form, Kind
from agent.figures.written import Writer, rounded

_MOST_TICKS: Final = 5
_STEPS: Final = (Fraction(1), Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From the lowest to the highest tick; zero is always one of them."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]


def axis_of(panel: Panel) -> Axis:
    """All values of a panel, and zero; shares go to the whole where they come near it."""
    values = [value for one in panel.series for value in one.values if value is not None]
    if panel.form is Form.STACKED:
        values = [
            sum((one.values[place] or Fraction(0) for one in panel.series), Fraction(0))
            for place in range(len(panel.labels))
        ]
    low, high = min([Fraction(0), *values]), max([Fraction(0), *values])
    if panel.kind is Kind.SHARE and high > Fraction(1, 2):
        high = max(high, Fraction(1))
    return axis(low, high, is_whole=panel.kind is Kind.COUNT)


def axis(low: Fraction, high: Fraction, *, is_whole: bool = False) -> Axis:
    """Ticks of 1, 2, 2.5 or 5 times a power of ten that reach from below the lowest value to above the highest."""
    if low == high:
        high = low + 1
    step = _step((high - low) / _MOST_TICKS)
    if is_whole:
        step = Fraction(max(1, -(-step.numerator // step.denominator)))
    first, last = low // step, -(-high // step)
    ticks = tuple(step * place for place in range(first, last + 1))
    return Axis(low=ticks[0], high=ticks[-1], ticks=ticks)


def _step(least: Fraction) -> Fraction:
    power = Fraction(1)
    while power * 10 <= least:
        power *= 10
    while power > least:
        power /= 10
    return next(power * step for step in _STEPS if power * step >= least)


def compact(value: Fraction, kind: Kind, writer: Writer) -> str:
    """In three figures or so: "1.28 M", "85.0", "73.6 %"; units are the language's."""
    if kind is Kind.SHARE:
        number = _short(value * 100, 1, writer)
        return writer.line("percent", number=number)
    if kind is not Kind.MONEY:
        return _short(value, 1, writer)
    unit, size = "", Fraction(1)
    for pair in writer.line("units").split():
        name, _, power = pair.partition("=")
        if abs(value) >= int(power):
            unit, size = name.replace("_", "\u00a0"), Fraction(int(power))
    scaled = value / size
    places = 0 if abs(scaled) >= 100 or not unit else 1 if abs(scaled) >= 10 else 2
    return f"{_short(scaled, places, writer)}{unit}"


def _short(value: Fraction, places: int, writer: Writer) -> str:
    """Without zeros at the end of what stands behind the point."""
    number = rounded(value, places).normalize()
    return writer.number(number.quantize(Decimal(1)) if number % 1 == 0 else number)
