"""Small makers of the sources that programs print: HTML tables, flat OpenDocument sheets and texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)


def row(cells: Iterable[object], cell: str = "td", kind: str = "") -> str:
    return f'<tr class="{kind}">' + "".join(f"<{cell}>{c}</{cell}>" for c in cells) + "</tr>"


def table(head: Iterable[object], rows: Iterable[Iterable[object]], kind: str = "", foot: str = "") -> str:
    """An HTML table; cells may hold markup."""
    return (
        f'<table class="{kind}"><thead>{row(head, "th")}</thead><tbody>'
        + "".join(row(cells) for cells in rows)
        + foot
        + "</tbody></table>"
    )


def page(css: str, body: str, language: str = "en") -> str:
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>document</title>'
        f"<style>{css}</style></head><body>{body}</body></html>"
    )


def _style(name: str, look: str) -> str:
    """A cell style from words: b bold, r right, c centred, g grey, t/u line above/below, x box, s small, l large, w wrap."""
    cell = ["fo:padding='0.05cm'"]
    cell += ["fo:background-color='#dfe6ec'"] if "g" in look else []
    cell += ["fo:border-top='0.7pt solid #000000'"] if "t" in look else []
    cell += ["fo:border-bottom='0.7pt solid #000000'"] if "u" in look else []
    cell += ["fo:border='0.5pt solid #000000'"] if "x" in look else []
    cell += ["fo:wrap-option='wrap'"] if "w" in look else []
    size = "8pt" if "s" in look else "15pt" if "l" in look else "9.5pt"
    words = [f"fo:font-size='{size}' style:font-size-asian='{size}'"]
    words += ["fo:font-weight='bold' style:font-weight-asian='bold'"] if "b" in look else []
    align = "end" if "r" in look else "center" if "c" in look else "start"
    return (
        f"<style:style style:name='{name}' style:family='table-cell' style:parent-style-name='Default'>"
        f"<style:table-cell-properties style:vertical-align='top' {' '.join(cell)}/>"
        f"<style:paragraph-properties fo:text-align='{align}'/>"
        f"<style:text-properties {' '.join(words)}/></style:style>"
    )


def sheet(
    rows: Sequence[Sequence[object]],
    widths: Sequence[float],
    *,
    font: str = "Liberation Sans",
    landscape: bool = False,
    header_rows: tuple[int, int] | None = None,
    footer: str = "",
) -> str:
    """A flat .fods: a cell is a text, or (text, look) or (text, look, columns it spans); widths in cm."""
    looks: dict[str, str] = {}
    body = "".join(f"<table:table-column table:style-name='w{n}'/>" for n, _ in enumerate(widths))
    made = [_sheet_row(cells, looks) for cells in rows]
    if header_rows:
        first, last = header_rows
        made.insert(last + 1, "</table:table-header-rows>")
        made.insert(first, "<table:table-header-rows>")
    columns = "".join(
        f"<style:style style:name='w{n}' style:family='table-column'>"
        f"<style:table-column-properties style:column-width='{width}cm'/></style:style>"
        for n, width in enumerate(widths)
    )
    columns += "".join(
        f"<style:style style:name='h{lines}' style:family='table-row'><style:table-row-properties "
        f"style:row-height='{0.12 + 0.5 * lines:.2f}cm' style:use-optimal-row-height='false'/></style:style>"
        for lines in range(1, 6)
    )
    size = ("29.7cm", "21cm") if landscape else ("21cm", "29.7cm")
    foot = f"<style:footer><text:p>{footer}</text:p></style:footer>" if footer else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:styles>'
        "<style:style style:name='Default' style:family='table-cell'>"
        f"<style:text-properties fo:font-family='{font}' style:font-family-asian='{font}' fo:font-size='9.5pt'/>"
        "</style:style></office:styles><office:automatic-styles>"
        "<style:page-layout style:name='pl'><style:page-layout-properties "
        f"fo:page-width='{size[0]}' fo:page-height='{size[1]}' fo:margin='1.6cm' "
        f"style:print-orientation='{'landscape' if landscape else 'portrait'}' style:print='objects'/>"
        "<style:header-style/><style:footer-style/></style:page-layout>"
        "<style:style style:name='ta' style:family='table' style:master-page-name='Default'/>"
        f"{columns}{''.join(_style(name, look) for look, name in looks.items())}</office:automatic-styles>"
        "<office:master-styles><style:master-page style:name='Default' style:page-layout-name='pl'>"
        f"{foot}</style:master-page></office:master-styles><office:body><office:spreadsheet>"
        f"<table:table table:name='Sheet1' table:style-name='ta'>{body}{''.join(made)}</table:table>"
        "</office:spreadsheet></office:body></office:document>"
    )


def _sheet_row(cells: Sequence[object], looks: dict[str, str]) -> str:
    text, tallest = "", 1
    for cell in cells:
        value, look, span = (*cell, *("", 1)[len(cell) - 1 :]) if isinstance(cell, tuple) else (cell, "", 1)
        tallest = max(tallest, str(value).count("\n") + 1 + ("l" in str(look)))
        name = looks.setdefault(str(look), f"c{len(looks)}")
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
        text += (
            f"<table:table-cell table:style-name='{name}' office:value-type='string' "
            f"table:number-columns-spanned='{span}'>{lines}</table:table-cell>"
            + "<table:covered-table-cell/>"
            * (int(span) - 1)
        )
    return f"<table:table-row table:style-name='h{tallest}'>{text}</table:table-row>"
