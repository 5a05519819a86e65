"""Letters in English: with invoice copies, like a statement, with one total, with letters set apart."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.sheets import page, sheet, table

HARTWELL = customer(1026, "Hartwell Aggregates Limited", "accounts@hartwellaggregates.example", "en", "GBP")
HARTWELL_ITEMS = items(
    HARTWELL,
    """
    SI-000881-A 2026-09-16 1530.00
    SI-000894-A 2026-09-23 2844.60
    """,
)


@document(
    "hartwell-invoice-copies",
    "en",
    "weasyprint",
    "attachments",
    "Advice page, then copies of the invoices that it pays",
)
def hartwell() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} body{font:10pt "DejaVu Serif"} section{break-after:page} table{width:100%;border-collapse:collapse}
    th,td{border:0.6pt solid #555;padding:1.5mm;text-align:left} td:last-child,th:last-child{text-align:right} .copy{color:#b00;border:1pt solid #b00;float:right;padding:2mm}"""
    i = HARTWELL_ITEMS
    net = (("1,275.00", "255.00"), ("2,370.50", "474.10"))
    copies = ""
    for item, (goods, vat) in zip(i, net, strict=True):
        copies += (
            "<section><div class='copy'>COPY INVOICE</div><h2 style='color:#175'>Norvane Instruments Ltd</h2><p>Unit 6 Calder Park, Wakefield WF2 7AW<br>VAT GB 999 6001 22</p>"
            f"<p><b>INVOICE {item.said}</b><br>Tax point {item.issued:%d/%m/%Y}<br>To: Hartwell Aggregates Limited, Quarry Road, Hartwell</p>"
            + table(
                ("Qty", "Item", "Goods £"),
                [
                    ("1", "Belt scale service", goods),
                    ("", "VAT at 20%", vat),
                    ("", "<b>Invoice total</b>", f"<b>{en(item.amount)}</b>"),
                ],
            )
            + "<p>Terms: 30 days net. Bank: Example Bank 40-99-17 12345678. Our goods remain our property until paid.</p></section>"
        )
    body = (
        "<section><h3>Hartwell Aggregates Limited</h3><p>Quarry Road, Hartwell NN7 2XX &middot; 01604 000 881</p><h2>Payment notification</h2>"
        "<p>We have today, 29 October 2026, paid the invoices below by online bank transfer (reference HA-NORV-1029). Copies are attached for your information.</p>"
        + table(
            ("Invoice no.", "Invoice date", "Paid £"),
            [(x.said, f"{x.issued:%d/%m/%Y}", en(x.amount)) for x in i] + [("Total", "", "4,374.60")],
        )
        + f"<p>Kind regards,<br>S. Whitlock, Accounts</p></section>{copies}"
    )
    truth = paid(
        HARTWELL.name, "4374.60", "GBP", "2026-10-29", "wire", "HA-NORV-1029", [(x.no, x.amount) for x in i]
    )
    return press.weasyprint(page(css, body)), advice(HARTWELL, truth)


CASTLEBAR = customer(
    1027,
    "Castlebar Precision Engineering DAC",
    "creditors@castlebarprecision.example",
    "en",
    "EUR",
    days=60,
    zone="Europe/Dublin",
)
CASTLEBAR_ITEMS = items(
    CASTLEBAR,
    """
    NIE0003318 2026-07-20 6150.00
    NIE0003340 2026-08-05 2214.00
    NIE0003366 2026-08-24 12300.00
    NIE0003391 2026-09-10 1722.00
    """,
)


@document(
    "castlebar-statement-like",
    "en",
    "libreoffice",
    "statement-like",
    "Statement-like list: original, paid to date, this payment, balance",
)
def castlebar() -> tuple[bytes, Truth]:
    i = CASTLEBAR_ITEMS
    head = [
        (t, "gbx" + ("r" if n > 1 else ""))
        for n, t in enumerate(
            ("Your invoice", "Date", "Original amount", "Previously paid", "Paid", "Balance")
        )
    ]
    data = (
        (i[0], "4,000.00", "2,150.00", "0.00"),
        (i[1], "0.00", "2,214.00", "0.00"),
        (i[2], "0.00", "6,000.00", "6,300.00"),
        (i[3], "0.00", "0.00", "1,722.00"),
    )
    rows: list[Sequence[object]] = [
        [("Castlebar Precision Engineering DAC", "lb", 6)],
        [("Creditor payment statement", "b", 3), ("Breaffy Road, Castlebar, Co. Mayo", "r", 3)],
        [""],
        [
            ("Creditor: NORV01 Norvane Instruments Ltd", "", 3),
            ("SEPA credit transfer 11 November 2026", "r", 3),
        ],
        [("Currency EUR", "", 3), ("Transfer ID CPE20261111-07", "r", 3)],
        [""],
        list(head),
        *[
            [
                (x.said, "x"),
                (f"{x.issued:%d/%m/%Y}", "x"),
                (en(x.amount), "xr"),
                (a, "xr"),
                (b, "xr"),
                (c, "xr"),
            ]
            for x, a, b, c in data
        ],
        [
            ("Totals", "bx", 2),
            ("22,386.00", "bxr"),
            ("4,000.00", "bxr"),
            ("10,364.00", "bxr"),
            ("8,022.00", "bxr"),
        ],
        [""],
        [("Items with nothing in the Paid column are in our ledger and not yet due for payment.", "s", 6)],
        [("Directors: M. Ruane, C. Duffy. Registered in Ireland 99417. VAT IE 9994170T", "s", 6)],
    ]
    lines = [(i[0].no, "2150.00"), (i[1].no, "2214.00"), (i[2].no, "6000.00")]
    truth = paid(CASTLEBAR.name, "10364.00", "EUR", "2026-11-11", "wire", "CPE20261111-07", lines)
    return press.office(sheet(rows, (3.2, 2.6, 3.1, 3.1, 2.9, 2.9)), ".fods"), advice(CASTLEBAR, truth)


KILIMA = customer(
    1028,
    "Kilima Cement Works Ltd",
    "treasury@kilimacement.example",
    "en",
    "USD",
    days=90,
    zone="Africa/Nairobi",
)
KILIMA_ITEMS = items(
    KILIMA,
    """
    SI-000902-D 2026-07-06 21400.00
    SI-000917-D 2026-07-30 8050.00
    SI-000933-D 2026-08-18 11975.00
    """,
)


@document(
    "kilima-one-total",
    "en",
    "chromium",
    "one total",
    "Letter: total in a banner, invoices listed below without amounts",
)
def kilima() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:22mm} body{font:11px/1.5 "Liberation Sans"} .banner{background:#f2e6d0;border-left:6px solid #a33;padding:5mm;margin:6mm 0}
    .banner b{font-size:20px} li{margin:1mm 0} header{text-align:center;border-bottom:3px double #a33}"""
    entries = "".join(f"<li>Invoice {i.said} of {i.issued:%d %B %Y}</li>" for i in KILIMA_ITEMS)
    body = (
        "<header><h2>KILIMA CEMENT WORKS LTD</h2>P.O. Box 99041, Moshi &middot; TIN 999-041-733</header><p>10 November 2026</p><p>Norvane Instruments Ltd<br>Wakefield, England</p>"
        "<div class='banner'>Amount transferred<br><b>USD 41,425.00</b><br>Swift reference KCW/FT/26/1110 &mdash; value 10 November 2026</div>"
        f"<p>Dear Sirs, the above transfer covers the following:</p><ol>{entries}</ol><p>Please acknowledge receipt.</p><p>For Kilima Cement Works Ltd<br><br>____________________<br>Treasurer</p>"
    )
    truth = paid(
        "KILIMA CEMENT WORKS LTD",
        "41425.00",
        "USD",
        "2026-11-10",
        "wire",
        "KCW/FT/26/1110",
        [(i.no, None) for i in KILIMA_ITEMS],
    )
    return press.chromium(page(css, body)), advice(KILIMA, truth)


PELICAN = customer(
    1029, "Pelican Marine Surveyors Inc.", "books@pelicanmarine.example", "en", "USD", zone="America/New_York"
)
PELICAN_ITEMS = items(
    PELICAN,
    """
    A4566/26 2026-10-08 782.00
    A4570/26 2026-10-12 1240.00 unknown
    A4577/26 2026-10-15 95.50
    """,
)


@document(
    "pelican-spaced",
    "en",
    "reportlab",
    "bank notice",
    "Letters set apart in heads and values, total above the table",
)
def pelican() -> tuple[bytes, Truth]:
    paper = press.canvas((612, 792))

    def write(
        x: float, y: float, text: str, size: float = 9, space: float = 2.2, font: str = "Helvetica"
    ) -> None:
        line = paper.beginText(x, y)
        line.setFont(font, size)
        line.setCharSpace(space)
        line.textOut(text)
        paper.drawText(line)

    write(60, 730, "PELICAN MARINE SURVEYORS", 15, 6, "Helvetica-Bold")
    write(60, 712, "REMITTANCE", 10, 9)
    write(60, 670, "Paid to", 9)
    write(180, 670, "Norvane Instruments Inc.")
    write(60, 654, "Check no.")
    write(180, 654, "1207")
    write(60, 638, "Check date")
    write(180, 638, "November 3, 2026")
    write(60, 622, "Check total")
    write(180, 622, "$2,117.50", 9, 2.2, "Helvetica-Bold")
    paper.line(60, 600, 550, 600)
    for x, text in ((60, "Invoice"), (220, "Dated"), (400, "Amount")):
        write(x, 585, text, 8, 3)
    for n, item in enumerate(PELICAN_ITEMS):
        write(60, 565 - 18 * n, item.said)
        write(220, 565 - 18 * n, f"{item.issued:%b %d, %Y}")
        write(400, 565 - 18 * n, en(item.amount))
    write(60, 60, "Port Canaveral FL  -  FEIN 59-0000417", 7, 1.5)
    truth = paid(
        "PELICAN MARINE SURVEYORS",
        "2117.50",
        "USD",
        "2026-11-03",
        "check",
        "1207",
        [(i.no, i.amount) for i in PELICAN_ITEMS],
    )
    return press.finish(paper), advice(PELICAN, truth)
