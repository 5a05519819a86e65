"""What the style of an HTML element says: hidden, struck out, quoted, white on white."""

import re
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

_DROPPED: Final = frozenset(
    [
        "applet",
        "audio",
        "canvas",
        "datalist",
        "del",
        "embed",
        "head",
        "iframe",
        "math",
        "noframes",
        "object",
        "s",
        "script",
        "select",
        "strike",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    ]
)
_BACKGROUND: Final = re.compile(r"background(?:-color)?:([^;]*)")
_COLOUR: Final = re.compile(r"(?:^|;)color:([^;]*)")
_FONT_SIZE: Final = re.compile(r"(?:^|;)font-size:([^;]*)")
_HIDDEN: Final = re.compile(
    r"(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|opacity:0(?:\.0*)?(?:;|!|\Z))"
)
_STRUCK: Final = re.compile(r"(?:^|;)text-decoration(?:-line)?:[^;]*line-through")
_NOTHING: Final = re.compile(r"0*(?:\.0*)?(?:px|pt|em|rem|%)?(?:!important)?\Z")
_RGB: Final = re.compile(r"rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})")
_NAMED: Final = {
    "white": (255, 255, 255),
    "black": (0, 0, 0),
    "snow": (255, 250, 250),
    "ivory": (255, 255, 240),
}
_Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What an element hands down to what it holds."""

    colour: _Colour | None = None
    ground: _Colour | None = None  # None: not known
    is_tiny: bool = False
    is_kept: bool = False  # white space as written: <pre>
    depth: int = 0

    @property
    def is_visible(self) -> bool:
        same = self.colour is not None and self.ground is not None
        return not self.is_tiny and not (same and _alike(self.colour, self.ground))


def style_of(node: LexborNode, outer: Style) -> Style | None:
    """The style within an element; None where it is hidden or no part of the text."""
    if not node.is_element_node or (node.tag or "") in _DROPPED:
        return None
    attributes = {name: value or "" for name, value in node.attributes.items()}
    if not attributes and node.tag not in ("pre", "blockquote"):
        return outer
    css = re.sub(r"\s", "", attributes.get("style", "")[:2_000]).lower()
    if _is_hidden(css) or attributes.get("aria-hidden", "").lower() == "true" or "hidden" in attributes:
        return None
    tag = node.tag or ""
    colour = _colour(_found(_COLOUR, css) or attributes.get("color", "") or attributes.get("text", ""))
    written_ground = (
        _found(_BACKGROUND, css) or attributes.get("bgcolor", "") or attributes.get("background", "")
    )
    size = _found(_FONT_SIZE, css)
    return Style(
        colour=colour or outer.colour,
        ground=_colour(written_ground) if written_ground not in ("", "none", "transparent") else outer.ground,
        is_tiny=bool(_NOTHING.match(size)) if size else outer.is_tiny,
        is_kept=outer.is_kept or tag == "pre" or "white-space:pre" in css,
        depth=outer.depth + (tag == "blockquote" and _is_quote(css, attributes)),
    )


def _is_hidden(css: str) -> bool:
    is_folded = "max-height:0" in css and "overflow:hidden" in css
    return is_folded or bool(_HIDDEN.search(css)) or bool(_STRUCK.search(css))


def _is_quote(css: str, attributes: dict[str, str]) -> bool:
    """Webmail indents own words with a <blockquote> too; that one says that it has no border."""
    if attributes.get("type", "").lower() == "cite" or "quote" in attributes.get("class", "").lower():
        return True
    return not re.search(r"(?:^|;)border(?:-left)?:(?:none|0|medium|currentcolor)", css)


def _found(pattern: re.Pattern[str], css: str) -> str:
    match = pattern.search(css)
    return match[1].removesuffix("!important") if match else ""


def _colour(text: str) -> _Colour | None:
    """A plain colour; None for everything else (pictures, gradients, names of no matter here)."""
    text = text.strip().lower()
    if text in _NAMED:
        return _NAMED[text]
    if rgb := _RGB.match(text):
        return int(rgb[1]), int(rgb[2]), int(rgb[3])
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or not re.fullmatch(r"[0-9a-f]{6}", digits):
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _alike(one: _Colour | None, other: _Colour | None) -> bool:
    return (
        one is not None
        and other is not None
        and all(abs(a - b) <= 8 for a, b in zip(one, other, strict=True))
    )
