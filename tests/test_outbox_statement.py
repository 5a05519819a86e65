"""A statement as PDF and workbook: what stands there, in each language, on one page and on many; the same bytes each time."""

import io
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pdfplumber
import pytest
from python_calamine import CalamineWorkbook

from agent.errors import AgentError
from agent.extract.paper.pdf import read_pdf
from agent.facts.documents import Document
from agent.outbox.fonts import find_fonts
from agent.outbox.paper import Paper
from agent.outbox.slip import answer_link
from agent.outbox.statement_pdf import statement_pdf
from agent.outbox.statement_sheet import statement_sheet
from tests.drafts import LANGUAGES
from tests.papers_of_account import paper


@cache
def pdf(language: str, count: int) -> bytes:
    return statement_pdf(paper(language, count), find_fonts())


def texts(content: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(content)) as opened:
        return [page.extract_text() for page in opened.pages]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_says_every_document_and_every_sum_as_text(language: str) -> None:
    of, said = paper(language), "\n".join(texts(pdf(language, 6)))
    figures = of.wording.figures
    one = of.statement
    for item in one.items:
        assert item.invoice in said
        assert figures(item.open) in said
    for amount in (one.opening, one.invoiced, one.credited, one.closing, *one.buckets):
        assert figures(amount) in said
    for word in (of.word("paper", "title"), of.word("slip", "title"), of.token, "4500 6688 0042 7719"):
        assert word in said
    assert of.us in said
    assert ("人民币" in said) is (language == "zh")


def test_our_own_reader_finds_the_documents_too() -> None:
    document = read_pdf("statement.pdf", pdf("zh", 6))
    assert isinstance(document, Document)
    said = repr(document)
    assert all(item.invoice in said for item in paper("zh").statement.items)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (6, 2), (100, 5)])
def test_many_lines_take_many_pages_each_with_headings_and_its_number(count: int, pages: int) -> None:
    said = texts(pdf("en", count))
    assert len(said) == pages
    for number, page in enumerate(said, 1):
        assert f"page {number} of {pages}" in page
        assert "L-3f9a01c2be47" in page
    full = [page for page in said if page.count("INV-") > 20]
    assert all("Days" in page and ("Balance" in page or "Open" in page) for page in full)
    assert sum("Confirmation of balance" in page for page in said) == 1


def test_the_same_paper_gives_the_same_bytes_and_another_day_others() -> None:
    of = paper("en")
    later = replace(of, written_at=of.written_at.replace(day=4))
    assert statement_pdf(of, find_fonts()) == pdf("en", 6) != statement_pdf(later, find_fonts())
    assert statement_sheet(of) == statement_sheet(of) != statement_sheet(later)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pdf_is_small_and_well_formed(language: str, tmp_path: Path) -> None:
    content = pdf(language, 6)
    assert len(content) < 100_000  # a part of the font, not all of its 20 MB
    if shutil.which("qpdf"):
        (tmp_path / "one.pdf").write_bytes(content)
        done = subprocess.run(
            ["qpdf", "--check", str(tmp_path / "one.pdf")], capture_output=True, check=False
        )
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_on_the_slip_writes_a_mail_that_agrees(language: str) -> None:
    of = paper(language)
    link = urlsplit(answer_link(of))
    assert (link.scheme, link.path) == ("mailto", "ar@harbour.example")
    said = parse_qs(link.query)
    assert of.token in said["subject"][0]
    assert f"2026-10-31: {of.statement.currency} {of.statement.closing.amount}" in said["body"][0].replace(
        " CNY", ": CNY"
    )
    assert len(answer_link(of)) < 500, unquote(link.query)  # more is no code that a phone reads at 30 mm


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_workbook_has_numbers_days_and_texts(language: str) -> None:
    of = paper(language)
    book = CalamineWorkbook.from_filelike(io.BytesIO(statement_sheet(of)))
    assert book.sheet_names == [of.word("paper", "movements"), of.word("paper", "items")]
    rows = book.get_sheet_by_name(of.word("paper", "items")).to_python(skip_empty_area=False)
    start = next(n for n, row in enumerate(rows) if row[0] == of.word("columns", "invoice"))
    table = rows[start + 1 :]
    assert [row[0] for row in table] == [item.invoice for item in of.statement.items]
    assert [row[6] for row in table] == [float(item.open.decimal) for item in of.statement.items]
    assert all(isinstance(row[0], str) and isinstance(row[3], datetime | type(row[3])) for row in table)
    assert [str(row[3])[:10] for row in table] == [item.due_on.isoformat() for item in of.statement.items]
    assert [row[8:10] for row in table] == [["", ""]] * len(table)  # room for the reader's figures


@pytest.mark.parametrize(
    ("paper_of", "name"),
    [
        (paper("en"), "Statement_C001_2026-10_L-3f9a01c2be47.pdf"),
        (paper("zh"), "对账单_C014_2026-10_L-3f9a01c2be47.pdf"),
        (replace(paper("en"), is_one_of_several=True), "Statement_C001_2026-10_USD_L-3f9a01c2be47.pdf"),
        (
            replace(paper("en"), customer=replace(paper("en").customer, customer_id="../C 1/x")),
            "Statement_..-C-1-x_2026-10_L-3f9a01c2be47.pdf",
        ),
        (
            replace(
                paper("en"), statement=replace(paper("en").statement, last_on=paper("en").statement.first_on)
            ),
            "Statement_C001_2026-10-01_L-3f9a01c2be47.pdf",
        ),
    ],
)
def test_a_file_is_named_after_customer_period_and_token(paper_of: Paper, name: str) -> None:
    assert paper_of.file_name(".pdf") == name


def test_without_a_font_the_package_is_named(tmp_path: Path) -> None:
    with pytest.raises(AgentError, match="fonts-noto-cjk"):
        find_fonts((tmp_path,))
