"""Advices in English that take credit notes and deductions."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import brackets, en, slashes
from tests.corpus.pdf.sheets import page, row, table

SALTFLEET = customer(
    1004, "Saltfleet Dairies Limited", "purchaseledger@saltfleetdairies.example", "en", "GBP", days=60
)
SALTFLEET_ITEMS = items(
    SALTFLEET,
    """
    NI/10417 2026-08-03 1842.36
    NI/10433 2026-08-14 96.00
    NC/0212 2026-08-20 -415.20
    NI/10460 2026-08-27 2204.04
    NC/0219 2026-09-01 -38.40
    NI/10502 2026-09-09 588.00
    """,
)


@document(
    "saltfleet-remittance",
    "en",
    "weasyprint",
    "erp advice",
    "Sage-like, debit and credit columns, tear-off foot",
)
def saltfleet() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:15mm 18mm 12mm} body{font:10pt "Liberation Serif"}
    .r{text-align:right} .head{text-align:center;border:1.2pt solid #000;padding:2mm;font:bold 13pt "Liberation Sans"}
    table{width:100%;border-collapse:collapse;margin-top:6mm} th{border-top:1pt solid;border-bottom:1pt solid;text-align:left}
    td,th{padding:1mm 1.5mm} td:nth-child(n+4),th:nth-child(n+4){text-align:right} .two{display:flex;justify-content:space-between}
    .tear{position:absolute;bottom:6mm;width:100%;border-top:1pt dashed #000;padding-top:3mm;font-size:8.5pt}"""
    rows = []
    for item in SALTFLEET_ITEMS:
        credit = item.amount < 0
        rows.append(
            (
                slashes(item.issued),
                item.said,
                "Purchase Credit Note" if credit else "Purchase Invoice",
                en(-item.amount) if credit else "",
                "" if credit else en(item.amount),
            )
        )
    body = (
        '<div class="two"><div><b>Saltfleet Dairies Limited</b><br>Marsh Road, Saltfleet<br>LOUTH, Lincolnshire<br>LN11 7XX</div>'
        '<div class="r">Tel 01507 000 221<br>Fax 01507 000 222<br>VAT Reg No. GB 999 0212 19</div></div><br>'
        '<div class="head">REMITTANCE ADVICE</div><br><div class="two"><div>Norvane Instruments Ltd<br>Unit 6 Calder Park<br>Wakefield<br>WF2 7AW</div>'
        '<table style="width:70mm;margin:0"><tr><td>A/C Ref</td><td class="r">NORV001</td></tr><tr><td>Date</td><td class="r">30/10/2026</td></tr>'
        '<tr><td>Cheque No</td><td class="r">102264</td></tr><tr><td>Page</td><td class="r">1</td></tr></table></div>'
        "<p>NOTE: All values are shown in Pound Sterling</p>"
        + table(
            ("Date", "Ref", "Details", "Debit", "Credit"),
            rows,
            foot=row(("", "", "<b>Totals</b>", "<b>453.60</b>", "<b>4,730.40</b>")),
        )
        + '<p class="r" style="font:bold 12pt Liberation Sans">Amount Paid &nbsp;&nbsp; £ 4,276.80</p>'
        '<div class="tear">Please find enclosed our cheque. Kindly detach and retain for your records. '
        "Registered in England &amp; Wales No. 00102264. Registered Office: Marsh Road, Saltfleet LN11 7XX</div>"
    )
    lines = [(item.no, item.amount) for item in SALTFLEET_ITEMS]
    truth = paid(SALTFLEET.name, "4276.80", "GBP", "2026-10-30", "check", "102264", lines)
    return press.weasyprint(page(css, body)), advice(SALTFLEET, truth)


FALKIRK = customer(
    1005,
    "Falkirk & Lomond Stores plc",
    "trade.accounts@falkirklomond.example",
    "en",
    "GBP",
    days=60,
    aliases="F&L Stores",
)
FALKIRK_ITEMS = items(
    FALKIRK,
    """
    SI-000611-B 2026-08-11 9840.00
    SI-000618-B 2026-08-13 4416.00
    SI-000640-B 2026-08-25 7300.80
    SI-000655-B 2026-09-01 1284.00
    SCR-00044-B 2026-09-04 -600.00
    """,
)


@document(
    "falkirk-deductions",
    "en",
    "chromium",
    "deductions",
    "Retailer, deduction rows under the invoice they are taken from",
)
def falkirk() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:14mm} body{font:9.5px "Liberation Sans Narrow"} h2{background:#000;color:#fff;padding:2mm 4mm;letter-spacing:1px}
    table{width:100%;border-collapse:collapse} th{text-align:left;border-bottom:2px solid #000;padding:1.5mm} td{padding:1.2mm 1.5mm}
    td:last-child,th:last-child{text-align:right} .ded td{color:#900} .ded td:nth-child(1){padding-left:8mm} .sum td{border-top:2px solid;font-weight:bold}
    .grid{display:grid;grid-template-columns:1fr 1fr;margin-bottom:6mm} .foot{position:fixed;bottom:0;font-size:7px}"""
    i = FALKIRK_ITEMS
    data = [
        (i[0], (("Short delivery, 6 units, GRN 771204", "-492.00"),)),
        (i[1], ()),
        (i[2], (("Damaged in transit, claim C-30887", "-365.04"), ("Late delivery charge", "-100.00"))),
        (i[3], ()),
        (i[4], ()),
    ]
    rows = ""
    for item, taken in data:
        kind = "Credit note" if item.amount < 0 else "Invoice"
        rows += row(
            (f"{kind} {item.said}", slashes(item.issued), "Store 0" + item.no[7:9], brackets(item.amount))
        )
        for why, amount in taken:
            rows += row(("Deduction", "", why, brackets(amount)), kind="ded")
    body = (
        "<h2>FALKIRK &amp; LOMOND STORES plc &mdash; TRADE PAYMENTS</h2><div class='grid'><div>Supplier 0044127<br>NORVANE INSTRUMENTS LTD<br>WAKEFIELD</div>"
        "<div>Payment run: 2644<br>Payment reference: FLS/2644/0044127<br>CHAPS payment date: 28 October 2026<br>Currency: GBP</div></div><table><thead>"
        + row(("Document", "Date", "Narrative", "Value"), "th")
        + f"</thead><tbody>{rows}"
        + row(("Total paid to your bank account", "", "", "21,283.76"), kind="sum")
        + "</tbody></table><p>Queries on deductions: claims.desk@falkirklomond.example, quoting the claim or GRN number, within 28 days.</p>"
        "<div class='foot'>Falkirk &amp; Lomond Stores plc. Registered in Scotland SC000417. This document is computer generated. Page 1/1</div>"
    )
    lines = [
        (i[0].no, "9348.00", "0.00", "492.00", "Short delivery"),
        (i[1].no, "4416.00"),
        (i[2].no, "6835.76", "0.00", "465.04", "Damaged in transit; late delivery charge"),
        (i[3].no, "1284.00"),
        (i[4].no, "-600.00"),
    ]
    truth = paid(FALKIRK.name, "21283.76", "GBP", "2026-10-28", "wire", "FLS/2644/0044127", lines)
    return press.chromium(page(css, body)), advice(FALKIRK, truth)
