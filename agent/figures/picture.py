"""Panels to one SVG: for a screen or a slide, light and dark, readable on a phone, with all figures in words for those who listen."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final
from unicodedata import east_asian_width
from xml.sax.saxutils import escape, quoteattr

from agent.figures.axis import Axis, axis_of, compact
from agent.figures.panels import Panel, Series
from agent.figures.table import Form, Kind
from agent.figures.written import Writer

WIDTH: Final = 640
_LEFT, _RIGHT, _TOP, _PLOT, _BOTTOM = 68, 78, 70, 200, 44  # of a panel's plot
_ROW: Final = 46  # of a chart of rows
_FONT: Final = 13  # CSS makes it larger where the picture is narrow
_MARKS: Final = ("circle", "square", "diamond")
# Colours apart for those who see few; the later a bucket, the warmer. Light, then dark.
_COLOURS: Final = (
    ("#2f6db3", "#6aa5e8"),
    ("#d99a1c", "#e9b949"),
    ("#3d9a8b", "#5cc2b1"),
    ("#c8553d", "#e8806a"),
    ("#7a5ea8", "#a98fd6"),
)
_HEAT: Final = (
    ("#2f6db3", "#6aa5e8"),
    ("#e0b13a", "#e6c15c"),
    ("#df8a3a", "#e89a55"),
    ("#cc5a3c", "#e0745a"),
    ("#9c2f45", "#cf5f78"),
)
_STYLE: Final = """
.figures{{width:100%;max-width:880px;height:auto}}
.figures text{{font-family:system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;\
font-size:{font}px;fill:#3b4350;font-variant-numeric:tabular-nums}}
.figures .title{{font-size:17px;font-weight:600;fill:#151a21}}.figures .sub{{fill:#5b6472}}
.figures .value{{fill:#151a21;font-weight:500}}
.back{{fill:#ffffff}}.grid{{stroke:#e3e7ec;stroke-width:1}}.zero{{stroke:#8a93a0;stroke-width:1}}
.line{{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}}.band{{opacity:.25}}
{light}
@media (prefers-color-scheme:dark){{.figures text{{fill:#b9c1cc}}.figures .title,.figures .value{{fill:#f1f4f8}}
.figures .sub{{fill:#98a2b0}}.back{{fill:#12161c}}.grid{{stroke:#2a313b}}.zero{{stroke:#6b7583}}
{dark}}}
@media (max-width:520px){{.figures text{{font-size:18px}}.figures .title{{font-size:22px}}.figures .wide{{display:none}}}}
"""


def svg(panels: Sequence[Panel], writer: Writer, title: str, subtitle: str) -> bytes:
    """All panels, one below the other. The same panels always give the same bytes."""
    body: list[str] = []
    top = 70
    for panel in panels:
        drawn, height = _drawn(panel, writer)
        body.append(f'<g transform="translate(0 {top})">{drawn}</g>')
        top += height
    if not panels:
        body.append(_text(24, top + 20, writer.line("empty"), "sub"))
        top += 60
    description = ". ".join(f"{panel.title}: {panel.description}" for panel in panels)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" width="{WIDTH}" height="{top}" '
        f'class="figures" role="img" aria-labelledby="title desc" lang={quoteattr(writer.words.language)}>'
        f'<title id="title">{escape(title)}</title><desc id="desc">{escape(description)}</desc>'
        f"<style>{_style()}</style>"
        f'<rect class="back" width="{WIDTH}" height="{top}"/>'
        f"{_text(24, 34, title, 'title')}{_text(24, 56, subtitle, 'sub')}{''.join(body)}</svg>\n"
    ).encode()


def _style() -> str:
    def colours(which: int) -> str:
        return "".join(
            f".{name}{place}{{fill:{pair[which]}}}.line.{name}{place}{{fill:none;stroke:{pair[which]}}}"
            for name, found in (("s", _COLOURS), ("h", _HEAT))
            for place, pair in enumerate(found)
        )

    return _STYLE.format(font=_FONT, light=colours(0), dark=colours(1))


def _drawn(panel: Panel, writer: Writer) -> tuple[str, int]:
    """A panel's elements, and its height."""
    head = _text(24, 22, panel.title, "title")
    if panel.form is Form.ROWS:
        drawn, height = "".join(_rows(panel, writer)), 44 + _ROW * len(panel.labels)
    else:
        axis = axis_of(panel)
        drawn = "".join(
            (*_legend(panel), *_grid(axis, panel.kind, writer), *_places(panel), *_plot(panel, axis, writer))
        )
        height = _TOP + _PLOT + _BOTTOM
    label = quoteattr(f"{panel.title}: {panel.description}")
    return f'<g role="group" aria-label={label}>{head}{drawn}</g>', height + 24


def _plot(panel: Panel, axis: Axis, writer: Writer) -> Iterator[str]:
    match panel.form:
        case Form.LINES:
            yield from _lines(panel, axis, writer)
        case Form.BAND:
            yield from _band(panel, axis, writer)
        case Form.STACKED:
            yield from _stacked(panel, axis)
        case _:
            yield from _bars(panel, axis, writer)
    if axis.low < 0:
        yield f'<path class="zero" d="M{_LEFT} {_y(axis, Fraction(0))}H{WIDTH - _RIGHT}"/>'


def _legend(panel: Panel) -> Iterator[str]:
    """Names of the series, in a row above the plot; of a band the line, and from what to what it reaches."""
    names = [(_colour(panel, place), one.label) for place, one in enumerate(panel.series) if one.label]
    if panel.form is Form.BAND:
        low, middle, high = (one.label for one in panel.series)
        names = [("s0", middle), ("band s0", f"{low} – {high}")]
    x: float = _LEFT
    for colour, label in names:
        yield f'<rect class="{colour}" x="{x:.0f}" y="40" width="12" height="12" rx="3"/>'
        yield _text(x + 18, 51, label)
        x += 18 + _width(label) * 18 + 16  # room for the larger letters of a phone


def _grid(axis: Axis, kind: Kind, writer: Writer) -> Iterator[str]:
    for tick in axis.ticks:
        y = _y(axis, tick)
        yield f'<path class="grid" d="M{_LEFT} {y}H{WIDTH - _RIGHT}"/>'
        yield _text(_LEFT - 8, float(y) + 5, compact(tick, kind, writer), anchor="end")


def _places(panel: Panel) -> Iterator[str]:
    """What stands under the plot: as many labels as there is room for, and half of them on a phone."""
    room = (WIDTH - _LEFT - _RIGHT) / max(1, len(panel.labels))
    widest = max((_width(label) for label in panel.labels), default=0.0)
    step = max(1, -(-int(widest * _FONT + 10) // int(max(room, 1))))
    step_narrow = max(1, -(-int(widest * 18 + 10) // int(max(room, 1))))
    last = len(panel.labels) - 1
    for place, label in enumerate(panel.labels):
        from_end = last - place  # the newest is always named
        if from_end % step and from_end % step_narrow:
            continue
        kind = "wide" if from_end % step_narrow else ("narrow" if from_end % step else "")
        if kind != "narrow":
            yield _text(_x(panel, place), _TOP + _PLOT + 22, label, kind, anchor="middle")


def _bars(panel: Panel, axis: Axis, writer: Writer) -> Iterator[str]:
    """Side by side; a chart of buckets has one for each, with its value above it."""
    is_buckets = panel.form is Form.BUCKETS
    room = (WIDTH - _LEFT - _RIGHT) / len(panel.labels)
    width = min(room * 0.66 / len(panel.series), 72)
    for index, one in enumerate(panel.series):
        for place, (value, said) in enumerate(zip(one.values, one.said, strict=True)):
            if value is None:
                continue
            x = _x(panel, place) + (index - len(panel.series) / 2) * width
            colour = f"h{place}" if is_buckets else _colour(panel, index)
            name = panel.labels[place] if not one.label else f"{panel.labels[place]} {one.label}"
            yield _rect(axis, x, width - 1, Fraction(0), value, colour, f"{name}: {said}")
            if is_buckets:
                y = float(_y(axis, max(value, Fraction(0)))) - 7
                yield _text(x + width / 2, y, compact(value, panel.kind, writer), "value", anchor="middle")


def _stacked(panel: Panel, axis: Axis) -> Iterator[str]:
    room = (WIDTH - _LEFT - _RIGHT) / len(panel.labels)
    width = min(room * 0.7, 56)
    for place, label in enumerate(panel.labels):
        base = Fraction(0)
        for index, one in enumerate(panel.series):
            value = one.values[place]
            if value:
                x = _x(panel, place) - width / 2
                said = f"{label} {one.label}: {one.said[place]}"
                yield _rect(axis, x, width, base, base + value, _colour(panel, index), said)
                base += value


def _lines(panel: Panel, axis: Axis, writer: Writer) -> Iterator[str]:
    """A line for each series, broken where a value is lacking; its last value stands at its end."""
    ends: list[tuple[float, str, int]] = []
    for index, one in enumerate(panel.series):
        colour = _colour(panel, index)
        for run in _runs(one):
            points = " ".join(f"{_x(panel, place):.1f},{_y(axis, value)}" for place, value in run)
            yield f'<polyline class="line {colour}" points="{points}"/>'
        for place, value in enumerate(one.values):
            if value is not None:
                said = f"{panel.labels[place]} {one.label}: {one.said[place]}"
                yield _mark(index, colour, _x(panel, place), float(_y(axis, value)), said)
        if one.values and one.values[-1] is not None:
            ends.append((float(_y(axis, one.values[-1])), compact(one.values[-1], panel.kind, writer), index))
    lowest = -1e9
    for y, said, _ in sorted(ends):
        lowest = max(y + 5, lowest + 19)
        yield _text(WIDTH - _RIGHT + 8, lowest, said, "value")


def _band(panel: Panel, axis: Axis, writer: Writer) -> Iterator[str]:
    """Low and high as an area, the middle as a line in it, with the last of each at the end."""
    low, middle, high = panel.series
    upper = [
        f"{_x(panel, place):.1f},{_y(axis, value)}"
        for place, value in enumerate(high.values)
        if value is not None
    ]
    lower = [
        f"{_x(panel, place):.1f},{_y(axis, value)}"
        for place, value in enumerate(low.values)
        if value is not None
    ]
    yield f'<polygon class="band s0" points="{" ".join((*upper, *lower[::-1]))}"/>'
    yield from _lines(
        Panel(title="", form=Form.LINES, labels=panel.labels, series=(middle,), kind=panel.kind), axis, writer
    )


def _rows(panel: Panel, writer: Writer) -> Iterator[str]:
    """A bar for each row, its name above it and its value behind it."""
    (one,) = panel.series
    most = max((value for value in one.values if value is not None), default=Fraction(0)) or Fraction(1)
    for place, (label, value, said) in enumerate(zip(panel.labels, one.values, one.said, strict=True)):
        if value is None:
            continue
        y = 44 + place * _ROW
        width = max(2.0, float(value / most) * (WIDTH - 24 - 140))
        yield _text(24, y + 12, _cut(label))
        yield f'<rect class="s0" x="24" y="{y + 18}" width="{width:.1f}" height="14" rx="3"><title>{escape(f"{label}: {said}")}</title></rect>'
        yield _text(24 + width + 8, y + 30, compact(value, panel.kind, writer), "value")


def _runs(one: Series) -> Iterator[list[tuple[int, Fraction]]]:
    """Stretches without a gap."""
    run: list[tuple[int, Fraction]] = []
    for place, value in enumerate(one.values):
        if value is not None:
            run.append((place, value))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _colour(panel: Panel, place: int) -> str:
    """A class of the style: of buckets, and of shares from good to bad, the warmer the worse; received is strong."""
    if panel.form is Form.STACKED:
        return f"h{place}"
    return "s0" if panel.form is Form.BAND else f"s{place}"


def _rect(axis: Axis, x: float, width: float, start: Fraction, end: Fraction, colour: str, said: str) -> str:
    top, bottom = float(_y(axis, max(start, end))), float(_y(axis, min(start, end)))
    return (
        f'<rect class="{colour}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{bottom - top:.1f}">'
        f"<title>{escape(said)}</title></rect>"
    )


def _mark(index: int, colour: str, x: float, y: float, said: str) -> str:
    """Lines are told apart by their marks too."""
    shape = {
        "circle": f'<circle class="{colour}" cx="{x:.1f}" cy="{y:.1f}" r="4">',
        "square": f'<rect class="{colour}" x="{x - 3.5:.1f}" y="{y - 3.5:.1f}" width="7" height="7">',
        "diamond": f'<path class="{colour}" d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5-5z">',
    }[_MARKS[index % len(_MARKS)]]
    return f"{shape}<title>{escape(said)}</title></{shape[1:].split()[0]}>"


def _text(x: float, y: float, text: str, kind: str = "", *, anchor: str = "") -> str:
    end = f' text-anchor="{anchor}"' if anchor else ""
    name = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{name}{end}>{escape(text)}</text>'


def _x(panel: Panel, place: int) -> float:
    room = (WIDTH - _LEFT - _RIGHT) / len(panel.labels)
    return _LEFT + room * (place + 0.5)


def _y(axis: Axis, value: Fraction) -> str:
    return f"{float(_TOP + _PLOT * (axis.high - value) / (axis.high - axis.low)):.1f}"


def _width(text: str) -> float:
    """In the font's size."""
    return sum(1.0 if east_asian_width(one) in "WF" else 0.57 for one in text)


def _cut(text: str) -> str:
    """As much as fits on a phone."""
    if _width(text) * 18 <= WIDTH - 48:
        return text
    while _width(text) * 18 > WIDTH - 66:
        text = text[:-1]
    return f"{text.rstrip()}…"
