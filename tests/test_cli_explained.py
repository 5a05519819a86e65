"""`remitd extract --explain`: every value has its place on the page, and nothing of the file becomes the page's own."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from agent import app
from agent.cli.explained import MARKER, explained
from agent.cli.extracting import FileRead, explain_file, read_file
from agent.cli.marks import MOST_ROWS, Marks, cut, marks_of, shown_rows
from agent.errors import AgentError
from agent.extract.files.body import body_document, text_blocks
from agent.facts.documents import Document, Row, Source, Span
from agent.facts.mail import Sort
from agent.facts.readings import Check, Kind, PaidLine, PaymentRead, PromiseRead, Reading
from agent.pipeline.desk import Desk
from agent.pipeline.opening import InlineOpener, file_mail
from tests.homes import EXAMPLES, make_home
from tests.ofds import ofd, text
from tests.papers import pdf, words, xlsx

ROWS = (("Invoice", "Paid"), ("INV-1001", "1250.00"), ("INV-1002", "2500.00"), ("Total", "3750.00"))
LINES = (
    (50, 60, "Remittance advice"), (50, 80, "Payment reference: TT-99812"), (50, 120, "Invoice"),
    (200, 120, "Amount paid"), (50, 135, "INV-1001"), (200, 135, "1,250.00"), (50, 150, "INV-1002"),
    (200, 150, "2,500.00"), (50, 170, "Total paid"), (200, 170, "USD 3,750.00"),
)  # fmt: skip
FILES = {
    "advice.pdf": pdf(words(*LINES)),
    "advice.xlsx": xlsx(("Sheet", ROWS)),
    "advice.csv": "".join(";".join(row) + "\n" for row in ROWS).encode(),
    "advice.txt": b"Remittance advice\nPayment reference: TT-99812\nInvoice     Amount paid\nINV-1001    1,250.00\n",
    **{
        path.name: path.read_bytes()
        for path in sorted((EXAMPLES / "mail").glob("*.eml"))
        if path.name[:3] in ("002", "007", "013", "016", "017", "025", "030", "034")
    },
}
Table = tuple[Desk, InlineOpener]


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Table]:
    home = make_home(tmp_path_factory.mktemp("harbour") / "home")
    with app.reading_desk(home.path, app.clock(None)) as found:
        yield found


def first(tree: LexborHTMLParser | LexborNode, css: str) -> LexborNode:
    found = tree.css_first(css)
    assert found is not None, css
    return found


def page_of(table: Table, folder: Path, name: str, content: bytes) -> tuple[FileRead, str]:
    (folder / name).write_bytes(content)
    read = read_file(*table, folder / name)
    return read, explain_file(read, table[1], folder / "out", set()).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FILES)
def test_every_place_of_the_evidence_is_marked_once(table: Table, tmp_path: Path, name: str) -> None:
    read, html = page_of(table, tmp_path, name, FILES[name])
    tree = LexborHTMLParser(html)
    ids = [str(node.attributes["id"]) for node in tree.css("[id]")]
    assert read.understood.reading.payments
    assert sorted(mark.key for mark in marks_of(read.understood.reading)) == sorted(ids)
    links = [str(node.attributes["href"]) for node in tree.css("a[href]")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


@pytest.mark.parametrize("name", FILES)
def test_a_mark_in_text_holds_the_words_that_it_proves(table: Table, tmp_path: Path, name: str) -> None:
    read, html = page_of(table, tmp_path, name, FILES[name])
    by_key = {mark.key: mark for mark in marks_of(read.understood.reading)}
    for node in LexborHTMLParser(html).css("mark[id]"):
        shown = "".join(node.text().split())
        assert "".join(by_key[str(node.attributes["id"])].span.text.split()) in shown


def test_a_box_on_a_page_is_where_its_span_is(table: Table, tmp_path: Path) -> None:
    read, html = page_of(table, tmp_path, "advice.pdf", FILES["advice.pdf"])
    tree = LexborHTMLParser(html)
    assert str(first(tree, "svg image").attributes["href"]).startswith("data:image/png;base64,iVBOR")
    for mark in marks_of(read.understood.reading):
        box = first(tree, f"#{mark.key} rect").attributes
        left, top = float(box["x"] or 0) + 1.5, float(box["y"] or 0) + 0.5
        assert mark.span.box[:2] == pytest.approx((left, top), abs=0.02)
        assert mark.span.box[2] == pytest.approx(left + float(box["width"] or 0) - 3, abs=0.02)


HOSTILE = "</bdi><script>x()</script>\"'><img src=http://a.example/x onerror=x()>{{ 7*7 }}\u202egpj.exe\u200b"


def test_hostile_text_stays_text_and_shows_what_is_not_seen(table: Table, tmp_path: Path) -> None:
    csv = f'Invoice;Paid;Note\nINV-1001;1250.00;"{HOSTILE.replace(chr(34), chr(34) * 2)}"\nTotal;1250.00;\n'
    _, html = page_of(table, tmp_path, "a<b onclick=x>.csv", csv.encode())
    tree = LexborHTMLParser(html)
    assert not tree.css("script, img, iframe, object, form, link, base")
    assert not [node for node in tree.css("*") for name in node.attributes if name.startswith("on")]
    assert "\u202e" not in html
    assert "\u200b" not in html
    assert {"U+202E", "U+200B"} == {node.text() for node in tree.css("i.unseen")}
    assert "{{ 7*7 }}" in first(tree, "table.grid").text()
    assert "a<b onclick=x>.csv" == first(tree, "h1").text().strip()


@pytest.mark.parametrize("name", FILES)
def test_a_page_needs_nothing_from_elsewhere(table: Table, tmp_path: Path, name: str) -> None:
    _, html = page_of(table, tmp_path, name, FILES[name])
    tree = LexborHTMLParser(html)
    assert "default-src 'none'" in html
    for node in tree.css("[src], [href]"):
        target = str(node.attributes.get("src") or node.attributes.get("href"))
        assert target.startswith(("#", "data:image/png;base64,"))
    assert not re.search(r"url\(|@import", html)


SPAN = Span(field="amount", part="body", page=1, box=(9.0, 1.0, 15.0, 2.0), text="100.00")
PAYMENT = PaymentRead(amount=Decimal("100.00"), currency="USD", paid_on=None, evidence=(SPAN,))


def drawn(*payments: PaymentRead, promises: tuple[PromiseRead, ...] = (), rows: tuple[Row, ...] = ()) -> str:
    reading = Reading(kind=Kind.REMITTANCE, language="en", payments=payments, promises=promises)
    body = Document(part="body", source=Source.TEXT, rows=rows or TEXT.rows)
    line = {"file": "x.txt", "customer_id": None, "warnings": ["look here"]}
    return explained(line, file_mail("x.txt", b"", Sort.STAFF_DOCUMENT), reading, (body,), {}, {})


TEXT = body_document(text_blocks("We paid 100.00\n"), part="body", source=Source.TEXT)


def test_a_value_without_evidence_says_so() -> None:
    tree = LexborHTMLParser(drawn(PAYMENT))
    said = [" ".join(node.text().split()) for node in tree.css("dd")]
    assert ["100.00", "USD not marked"] == said


def test_a_value_whose_place_is_in_no_part_that_is_shown_names_the_part() -> None:
    elsewhere = replace(SPAN, part="advice.pdf/data.xml")
    tree = LexborHTMLParser(drawn(replace(PAYMENT, evidence=(elsewhere,))))
    assert not tree.css("a[href]")
    assert "100.00 in advice.pdf/data.xml" == " ".join(tree.css("dd")[0].text().split())


@pytest.mark.parametrize(
    ("spelled", "others", "is_marked"),
    [("4544", ("A4551/26",), True), ("A-4544", ("A4551/26",), True), ("4544", ("B4544/26",), False)],
)
def test_a_document_is_marked_where_a_part_of_its_number_names_it_alone(
    spelled: str, others: tuple[str, ...], *, is_marked: bool
) -> None:
    lines = tuple(PaidLine(invoice=number, amount=None) for number in ("A4544/26", *others))
    named = replace(SPAN, field="line.invoice", text=spelled)
    tree = LexborHTMLParser(drawn(replace(PAYMENT, lines=lines, evidence=(named,))))
    marked = [node.text() for node in tree.css(".lines a")]
    assert marked == (["A4544/26"] if is_marked else [])


def test_a_place_of_which_only_the_line_is_known_is_marked_by_its_words() -> None:
    tree = LexborHTMLParser(drawn(replace(PAYMENT, evidence=(replace(SPAN, box=(0.0, 1.0, 0.0, 1.0)),))))
    assert ["100.00"] == [node.text() for node in tree.css("mark")]


@pytest.mark.parametrize(
    ("changes", "want"),
    [
        ({"checks": (Check.SUM, Check.NET)}, {"sum": "held", "net": "held", "words": "open", "open": "open"}),
        ({"lines_total": Decimal("90.00")}, {"sum": "failed", "words": "open"}),
        ({"words_amount": Decimal("101.00")}, {"sum": "open", "words": "failed"}),
    ],
)
def test_each_check_is_held_failed_or_open(changes: dict[str, object], want: dict[str, str]) -> None:
    tree = LexborHTMLParser(drawn(replace(PAYMENT, **changes)))  # type: ignore[arg-type]
    got = {first(node, "b").text(): str(node.attributes["class"]) for node in tree.css(".checks li")}
    assert want.items() <= got.items()


def test_one_place_of_two_payments_is_one_mark_and_a_promise_has_its_own() -> None:
    words = replace(SPAN, field="invoice", box=(1.0, 1.0, 3.0, 2.0), text="We")
    promise = PromiseRead(invoice="INV-1", promised_on=date(2026, 11, 20), amount=None, evidence=(words,))
    other = replace(PAYMENT, evidence=(replace(SPAN, field="line.amount"),))
    tree = LexborHTMLParser(drawn(PAYMENT, other, promises=(promise,)))
    assert ["We", "100.00"] == [node.text() for node in tree.css("mark")]
    assert "amount, line.amount: 100.00" == str(tree.css("mark")[1].attributes["title"])
    assert "look here" in first(tree, ".notes").text()


def test_what_is_paid_alone_names_no_other_column() -> None:
    plain = PaidLine(invoice="INV-1", amount=Decimal("100.00"))
    less = replace(plain, discount=Decimal("2.00"))
    heads = [
        [th.text() for th in LexborHTMLParser(drawn(replace(PAYMENT, lines=(line,)))).css(".lines th")]
        for line in (plain, less)
    ]
    assert [["document", "paid"], ["document", "paid", "discount"]] == heads


def test_rows_without_a_value_are_left_out_between_the_first_and_those_that_hold_one() -> None:
    lines = body_document(text_blocks("\n".join(f"line {at}" for at in range(1000)))).rows
    span = replace(SPAN, box=(1.0, 501.0, 5.0, 502.0), text="line")
    shown = shown_rows(lines, Marks(marks_of(Reading(kind=Kind.OTHER, language="en", payments=(replace(PAYMENT, evidence=(span,)),)))))  # fmt: skip
    left = [one.left_out for one in shown if one.row is None]
    assert [468, 496] == left
    assert 30 + 5 + 1 == sum(one.row is not None for one in shown)
    assert 1000 == sum(left) + 36


def test_no_part_shows_more_rows_than_the_limit() -> None:
    lines = body_document(text_blocks("\n".join(f"line {at}" for at in range(1000)))).rows
    spans = tuple(replace(SPAN, box=(1.0, float(at), 5.0, at + 1.0), text="line") for at in range(1, 1001))
    shown = shown_rows(lines, Marks(marks_of(Reading(kind=Kind.OTHER, language="en", payments=(replace(PAYMENT, evidence=spans),)))))  # fmt: skip
    assert MOST_ROWS == sum(one.row is not None for one in shown)
    assert 1000 - MOST_ROWS == shown[-1].left_out


@pytest.mark.parametrize(
    ("text", "wanted", "share", "want"),
    [
        ("paid 5.00 and 5.00", "5.00", 0.8, ["paid 5.00 and ", "[5.00]"]),
        ("paid 5.00 and 5.00", "5.00", 0.2, ["paid ", "[5.00]", " and 5.00"]),
        ("paid  USD\u00a05.00", "USD 5.00", 0.0, ["paid  ", "[USD\u00a05.00]"]),
        ("付款５．００元", "5.00", 0.0, ["付款", "[５．００]", "元"]),
        ("something else", "5.00", 0.0, ["[something else]"]),
    ],
)
def test_a_mark_is_cut_where_its_words_stand(text: str, wanted: str, share: float, want: list[str]) -> None:
    (mark,) = marks_of(
        Reading(kind=Kind.OTHER, language="en", payments=(replace(PAYMENT, evidence=(replace(SPAN, text=wanted),)),))
    )  # fmt: skip
    pieces = cut(text, [(mark, share)])
    assert want == [f"[{piece.text}]" if piece.marks else piece.text for piece in pieces]


def test_a_part_that_cannot_be_read_is_shown_as_a_picture(table: Table, tmp_path: Path) -> None:
    scan = pdf(lambda canvas: canvas.rect(50, 50, 200, 100, fill=1))
    _, html = page_of(table, tmp_path, "scan.pdf", scan)
    tree = LexborHTMLParser(html)
    assert "not read" in first(tree, "h2 small").text()
    assert 1 == len(tree.css("svg image"))


def test_a_page_that_cannot_be_drawn_shows_its_words_where_they_were_read(
    table: Table, tmp_path: Path
) -> None:
    (tmp_path / "advice.pdf").write_bytes(FILES["advice.pdf"])
    read = read_file(*table, tmp_path / "advice.pdf")
    html = explained(read.line, read.mail, read.understood.reading, read.opened.documents, {}, {})
    tree = LexborHTMLParser(html)
    assert not tree.css("svg image")
    assert {text for _, _, text in LINES} <= {node.text() for node in tree.css("svg text.word")}


def test_an_ofd_is_called_so_and_shows_its_words_where_they_were_read(table: Table, tmp_path: Path) -> None:
    content = ofd([text(20, 30, "付款通知"), text(20, 40, "INV-1001"), text(80, 40, "1,250.00")])
    _, page = page_of(table, tmp_path, "slip.ofd", content)
    tree = LexborHTMLParser(page)
    assert "OFD" in [node.text() for node in tree.css("h2 small")]
    assert {"付款通知", "INV-1001", "1,250.00"} <= {node.text() for node in tree.css("svg text.word")}


def test_a_file_of_that_name_that_is_not_ours_is_left_alone(table: Table, tmp_path: Path) -> None:
    target = tmp_path / "out" / "advice.csv.html"
    target.parent.mkdir()
    target.write_text("<p>mine")
    with pytest.raises(AgentError, match="not ours"):
        page_of(table, tmp_path, "advice.csv", FILES["advice.csv"])
    assert "<p>mine" == target.read_text()
    target.write_text(f"<!doctype html>\n{MARKER}\n")
    page_of(table, tmp_path, "advice.csv", FILES["advice.csv"])
    assert "INV-1001" in target.read_text()
