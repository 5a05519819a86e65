"""HTML of a mail to lines and tables as a reader sees them: hidden text dropped, quote depth counted."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from agent.facts.mail import Block, Grid, Line
from agent.markup_style import Style, style_of

MOST_HTML: Final = 4_000_000  # characters of source; Word writes ten for each that is read
MOST_TEXT: Final = 1_000_000  # characters of text
MOST_ROWS: Final = 5_000  # rows of all tables together
_MOST_COLUMNS: Final = 100
_DEEPEST: Final = 100  # what is nested deeper is read as running text
_MOST_STEPS: Final = 40_000_000  # lexbor climbs the open elements at each tag: 40 M take about 0.1 s
_MOST_COPIES: Final = (
    400_000  # lexbor re-opens unclosed <font>, <b> ... in each block: 400,000 take about 150 MB
)


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS: Final = _names(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary"
    " table tbody td tfoot th thead tr ul"
)
_VOID: Final = _names("area base br col embed hr img input link meta source track wbr")
_SELF_CLOSING: Final = _names("p li td th tr tbody thead tfoot dt dd option")
_FORMATTING: Final = _names("a b big code em font i nobr s small strike strong tt u")
_TAG: Final = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]{0,30})")
_TABLE: Final = re.compile("<table", re.IGNORECASE)
_RAW: Final = re.compile(r"<(?:style|script)\b", re.IGNORECASE)  # what it holds is no text, up to its end tag
_ELEMENT: Final = re.compile(r"<[a-zA-Z/!][^<>]*>")
_SPACES: Final = re.compile(r"[ \t\r\n\f]+")
_WHITE: Final = (255, 255, 255)
_Cell = tuple[list[str], int, int]  # lines, columns, rows


@dataclass(slots=True)
class _Page:
    """Lines and tables as they are set, with what is left of the limits."""

    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    room: int = MOST_TEXT
    rows: int = MOST_ROWS

    def write(self, text: str, style: Style) -> None:
        """Add running text to the line that is being set."""
        text = text[: self.room]
        self.room -= len(text)
        if not style.is_kept:
            self.text.append(_SPACES.sub(" ", text))
            return
        first, *others = text.replace("\r\n", "\n").split("\n")
        self.text.append(first.replace(" ", "\xa0"))
        for line in others:
            self.end(style, is_forced=True)
            self.text.append(line.replace(" ", "\xa0"))

    def end(self, style: Style, *, is_forced: bool = False) -> None:
        """End the line; a line without anything is set only where it is forced (<br>)."""
        if is_forced or any(piece.strip(" ") for piece in self.text):
            self.blocks.append(Line(text=_set(self.text), depth=style.depth))
        self.text.clear()


def blocks(html: str) -> tuple[Block, ...]:
    """Lines and tables of an HTML text; empty where it is too deeply nested to be read.

    A table with two columns and two rows of text is a Grid; a table that lays out others is walked. Spaces
    collapse as in a browser but for <pre> and non-breaking ones. Hidden is what CSS on the element itself
    hides.
    """
    html = html[:MOST_HTML]
    if not _is_bearable(html):
        return ()
    tree = LexborHTMLParser(html)
    page = _Page()
    sheet = " ".join(node.text() for node in tree.css("style")[:20])
    ground = None if "background" in sheet.lower() else _WHITE
    if tree.root is not None:
        _walk(tree.root, Style(ground=ground), page)
    return tuple(page.blocks)


def says_no_more(html: str, letters: int) -> bool:
    """True where an HTML text has no table and surely not more than so many letters and digits; nothing is built for it."""
    if _TABLE.search(html):
        return False
    first, *sheets = _RAW.split(html[:MOST_HTML])
    shown = "".join((first, *(rest for sheet in sheets for rest in sheet.split("</", 1)[1:])))
    return sum(map(str.isalnum, _ELEMENT.sub("", shown))) <= letters


def _is_bearable(html: str) -> bool:
    """False for nesting that would take lexbor seconds or gigabytes; counted without building anything."""
    depth = formatting = steps = copies = 0
    for match in _TAG.finditer(html):
        name = match[2].lower()
        if name in _VOID:
            continue
        step = -1 if match[1] else 1
        if name in _FORMATTING:
            formatting = max(0, formatting + step)
        elif step > 0:
            copies += formatting
        if name not in _SELF_CLOSING:
            depth = max(0, depth + step)
        steps += depth
        if steps > _MOST_STEPS or copies > _MOST_COPIES:
            return False
    return True


def _walk(root: LexborNode, style: Style, page: _Page) -> None:
    """Set everything below `root`; a stack instead of recursion, since the sender chooses the depth."""
    stack: list[tuple[LexborNode, Style, int, bool]] = [(root, style, 0, False)]
    while stack and page.room > 0:
        node, style, level, is_done = stack.pop()
        if is_done:
            page.end(style)
            continue
        if node.is_text_node:
            if style.is_visible:
                page.write(node.text_content or "", style)
            continue
        inner = style_of(node, style)
        if inner is None:
            continue
        tag = node.tag or ""
        if tag == "br":
            page.end(style, is_forced=True)
            continue
        if tag == "a" and inner.is_visible and (shown := _labelled_address(node, page)):
            page.write(shown, inner)
            continue
        is_block = tag in _BLOCKS and level < _DEEPEST
        if is_block:
            page.end(style)
            if (tag == "table" and _set_table(node, inner, page)) or (
                tag == "tr" and _set_row(node, inner, page)
            ):
                continue
            stack.append((node, inner, level, True))
        stack.extend((child, inner, level + 1, False) for child in reversed(list(_children(node))))
    page.end(style)


def _labelled_address(link: LexborNode, page: _Page) -> str:
    """A name with its address, of a link after a label: Foxmail shows the name alone in "发件人： 王小明"; else ""."""
    target = link.attributes.get("href") or ""
    address = target.removeprefix("mailto:").partition("?")[0]
    is_labelled = "".join(page.text).rstrip(" \xa0").endswith((":", "："))
    if address == target or not is_labelled or "@" in (name := link.text().strip()):
        return ""
    return f"{name} <{address}>"


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _set(pieces: list[str]) -> str:
    """One line: spaces collapsed, non-breaking ones kept where several stand together or before the text."""
    text = re.sub(r" {2,}", " ", "".join(pieces)).strip(" ")
    return text.replace("\xa0", " ").rstrip()


def _set_table(table: LexborNode, style: Style, page: _Page) -> bool:
    """Set a table of data; False where it only lays out a page, which is then walked."""
    if any(one.mem_id != table.mem_id for one in table.css("table, blockquote")):
        return False
    cells = [
        list(_cells(row, style)) for row in table.css("tr")[: page.rows + 1] if _is_shown(row, table, style)
    ]
    rows = [row for row in _expanded(cells) if any(any(cell) for cell in row)]
    columns = {index for row in rows for index, cell in enumerate(row) if any(cell)}
    if len(columns) < 2 or any(_is_prose(cell) for row in rows for cell in row):
        return False
    if len(rows) < 2:
        if any(len(cell) > 1 for cell in rows[0]):
            return False
        page.blocks.append(Line(text="  ".join(cell[0] for cell in rows[0] if cell), depth=style.depth))
        return True
    kept = sorted(columns)
    lines = [line for row in rows for line in _unstacked([row[index] for index in kept])][: page.rows]
    page.rows -= len(lines)
    page.room -= sum(len(cell) for line in lines for cell in line)
    caption = table.css_first("caption")
    if caption is not None:
        page.blocks.extend(_within(caption, style))
    page.blocks.append(Grid(rows=tuple(lines), depth=style.depth))
    return True


def _set_row(row: LexborNode, style: Style, page: _Page) -> bool:
    """Set one row of a page's layout as one line, where each cell is a short text; False where not."""
    if row.css_first("table, blockquote") is not None:
        return False
    cells = [lines for lines, _, _ in _cells(row, style) if lines]
    if len(cells) < 2 or any(len(lines) > 1 for lines in cells):
        return False
    page.blocks.append(Line(text="  ".join(lines[0] for lines in cells)[: page.room], depth=style.depth))
    page.room -= len(cells)
    return True


def _is_shown(row: LexborNode, table: LexborNode, style: Style) -> bool:
    """True unless the row or what holds it within its table is hidden."""
    node: LexborNode | None = row
    while node is not None and node.mem_id != table.mem_id:
        if style_of(node, style) is None:
            return False
        node = node.parent
    return True


def _cells(row: LexborNode, style: Style) -> Iterator[_Cell]:
    inner = style_of(row, style) or style
    for node in _children(row):
        if node.tag in ("td", "th"):
            lines = [block.text.strip() for block in _within(node, inner) if isinstance(block, Line)]
            yield (
                [" ".join(line.split()) for line in lines if line],
                _span(node, "colspan"),
                _span(node, "rowspan"),
            )


def _within(node: LexborNode, style: Style) -> list[Block]:
    page = _Page()
    _walk(node, style, page)
    return page.blocks


def _span(node: LexborNode, name: str) -> int:
    text = (node.attributes.get(name) or "").strip()
    return min(max(int(text), 1), _MOST_COLUMNS) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def _expanded(rows: list[list[_Cell]]) -> list[list[list[str]]]:
    """Every row with a cell for each column; a spanned text stands once, so that no amount counts twice."""
    taken: dict[tuple[int, int], list[str]] = {}
    width = 0
    for down, row in enumerate(rows):
        column = 0
        for lines, columns, depth in row:
            while (down, column) in taken:
                column += 1
            if column + columns > _MOST_COLUMNS:
                break
            for below in range(down, min(down + depth, len(rows))):
                for right in range(column, column + columns):
                    taken[below, right] = []
            taken[down, column] = lines
            column += columns
            width = max(width, column)
    return [[taken.get((down, column), []) for column in range(width)] for down in range(len(rows))]


def _is_prose(lines: list[str]) -> bool:
    """A cell that holds a page rather than a value."""
    return sum(len(line) for line in lines) > 600 or (len(lines) > 4 and max(map(len, lines)) > 60)


def _unstacked(row: list[list[str]]) -> list[tuple[str, ...]]:
    """One row; several where two cells or more each hold the same number of lines, values over each other."""
    heights = [len(cell) for cell in row if cell]
    if len(heights) > 1 and len(set(heights)) == 1 and heights[0] > 1:
        return [tuple(cell[line] if cell else "" for cell in row) for line in range(heights[0])]
    return [tuple(" ".join(cell) for cell in row)]
