"""HTML that word processors' files are turned into, as it becomes a document: limits, tabs, columns set by tabs."""

import re
from collections.abc import Iterable
from html import escape

from agent.extract.files.body import MAX_ROWS, body_document
from agent.facts.documents import Document, Fault, Source, Unread
from agent.facts.mail import Grid
from agent.markup import MOST_HTML, MOST_ROWS, MOST_TEXT, blocks

DEEPEST = 50  # elements within elements, before what they hold is left
LEAST_TABS = 2  # on each line of a list that is set with tabs
MOST_COLUMNS = 100
TAB = "\t"
BREAK = "\n"
_PLAIN = re.compile(r"<[^>]*>")


def document_of(part: str, pieces: Iterable[str], warnings: tuple[str, ...] = ()) -> Document | Unread:
    """The document of paragraphs and tables in HTML; what would be cut by a limit is TOO_LARGE as a whole."""
    html = "".join(pieces)
    if len(html) > MOST_HTML or html.count("<tr>") > MOST_ROWS or len(_PLAIN.sub("", html)) > MOST_TEXT:
        detail = f"more than {MOST_TEXT} characters or {MOST_ROWS} rows"
        return Unread(part=part, fault=Fault.TOO_LARGE, detail=detail)
    found = blocks(html)
    if sum(len(block.rows) if isinstance(block, Grid) else 1 for block in found) > MAX_ROWS:
        return Unread(part=part, fault=Fault.TOO_LARGE, detail=f"more than {MAX_ROWS} lines")
    document = body_document(found, part=part, source=Source.TEXT)
    if not document.rows:
        return Unread(part=part, fault=Fault.NO_TEXT, detail="it holds no words that are shown")
    return Document(part=part, source=Source.TEXT, rows=document.rows, warnings=warnings)


def escaped(text: str) -> str:
    """Text as HTML; tabs and line breaks stay as they are, for `paragraphs`."""
    return escape(re.sub(r"[^\S\t\n]", " ", text), quote=True)


def paragraphs(lines: Iterable[str]) -> Iterable[str]:
    """Paragraphs as HTML; where several in a row have the same tabs they are a table's rows, as they were typed to be."""
    run: list[str] = []
    for line in lines:
        is_one = LEAST_TABS <= line.count(TAB) < MOST_COLUMNS and BREAK not in line and "<table>" not in line
        if run and not (is_one and line.count(TAB) == run[0].count(TAB)):
            yield from _set(run)
            run = []
        if is_one:
            run.append(line)
        else:
            yield _paragraph(line)
    yield from _set(run)


def _set(run: list[str]) -> Iterable[str]:
    if len(run) < 2:
        return map(_paragraph, run)
    rows = ("".join(f"<td>{cell}</td>" for cell in line.split(TAB)) for line in run)
    return ["<table>", *(f"<tr>{row}</tr>" for row in rows), "</table>"]


def _paragraph(line: str) -> str:
    if line.startswith("<table>"):
        return line
    return f"<p>{line.replace(TAB, '&nbsp;' * 4).replace(BREAK, '<br>')}</p>"
