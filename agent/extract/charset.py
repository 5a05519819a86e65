"""Turns the bytes of a text file into characters: byte order mark, UTF-8, Chinese charsets, cp1252."""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: it begins with the same two bytes
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURE = 0.8  # of the two-byte characters are common ones
# Western text often decodes as Chinese, but to rare characters: its letters are lead bytes from 0xDF on.
_COMMON = (
    ("gb18030", frozenset((*range(0xA1, 0xAA), *range(0xB0, 0xD8))), 0xA1),  # GB 2312 level 1
    ("cp950", frozenset(range(0xA1, 0xC7)), 0x40),  # Big5 level 1
)


def text_of(content: bytes) -> str:
    """The text with line feeds alone; characters that stay unknown are U+FFFD."""
    return _decoded(content).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


def _decoded(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    wide = _wide(content[:4096])
    if wide is not None:
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    for name, leads, least_trail in _COMMON:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if _common_share(content, leads, least_trail) >= _SURE:
            return text
    return content.decode("cp1252", errors="replace")


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its ASCII is zero."""
    low, high = head[0::2].count(0), head[1::2].count(0)
    if max(low, high) < 0.3 * len(head) / 2:
        return None
    return "utf-16-be" if low > high else "utf-16-le"


def _common_share(content: bytes, leads: frozenset[int], least_trail: int) -> float:
    pairs = common = at = 0
    while at < len(content) - 1:
        if content[at] < 0x80:
            at += 1
            continue
        pairs += 1
        common += content[at] in leads and content[at + 1] >= least_trail
        at += 2
    return common / max(pairs, 1)
