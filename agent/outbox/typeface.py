"""A face of the system's fonts to a small TrueType font: the characters that a paper has, and no others.

The Han fonts of systems have CFF outlines, and a PDF that embeds those by their CIDs is not read as text by every
program (pdfminer's users); TrueType outlines are. A small font is also quick to embed.
"""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

_FARTHEST: Final = 1.0  # font units that a quadratic curve may be off the cubic one


def small_font(path: Path, face: int, characters: frozenset[str]) -> bytes:
    """A TrueType font; the same characters always give the same bytes. What the face does not have is left out."""
    font = _opened(path, face)
    names = font.getBestCmap()
    known = {ord(one): names[ord(one)] for one in sorted(characters) if ord(one) in names}
    order = [".notdef", *dict.fromkeys(known.values())]
    glyphs, metrics = {}, {}
    drawn = font.getGlyphSet()
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, _FARTHEST, reverse_direction=True))
        glyphs[name] = pen.glyph()
        metrics[name] = (round(drawn[name].width), 0)
    head, hhea = font["head"], font["hhea"]
    builder = FontBuilder(head.unitsPerEm, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(known)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (width, getattr(table[name], "xMin", 0) or 0) for name, (width, _) in metrics.items()}
    )
    builder.setupHorizontalHeader(ascent=hhea.ascent, descent=hhea.descent)
    builder.setupNameTable({"familyName": path.stem, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=hhea.ascent, sTypoDescender=hhea.descent, sCapHeight=_cap_height(font))
    builder.setupPost()
    builder.font["head"].created = builder.font["head"].modified = head.created
    builder.font.recalcTimestamp = False
    out = io.BytesIO()
    builder.font.save(out)
    return out.getvalue()


@lru_cache(maxsize=2)
def _opened(path: Path, face: int) -> Any:
    """Both faces of the last paper: the next one needs them too, and they take most of the time to read."""
    return TTFont(path, fontNumber=face, lazy=True)


def _cap_height(font: Any) -> int:
    return int(getattr(font["OS/2"], "sCapHeight", 0) or font["hhea"].ascent * 0.7)
