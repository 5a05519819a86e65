"""English mails with attachments: a workbook with hidden parts, a letter, UTF-16 and tab-separated lists."""

from datetime import date
from typing import Any

from tests.corpus.mail.clients import outlook, outlook_paragraphs
from tests.corpus.mail.sheets import DOCX, XLSX, letter, xlsx_openpyxl, xlsx_writer
from tests.corpus.mail.truth import ANY, Case, line, pay
from tests.corpus.mail.wire import Mail, attached, html, mixed, text

MAPLE_ROWS = [
    ("INV-2026-00123", date(2026, 3, 2), 1845.60, 0, 1845.60),
    ("INV-2026-00124", date(2026, 3, 3), 990.00, 0, 990.00),
    ("INV-2026-00127", date(2026, 3, 5), 5000.00, 0, 5000.00),  # in a hidden row: on hold, not in the total
    ("INV-2026-00131", date(2026, 3, 9), 2310.40, 46.21, 2264.19),
    ("CM-2026-0009", date(2026, 3, 11), -312.50, 0, -312.50),
]
HIDDEN_ROW = 2


def maplestone(book: Any) -> None:
    """Merged title and header cells, date serials, a hidden row, a second sheet and a hidden one."""
    sheet = book.add_worksheet("EFT 771204")
    money, day = book.add_format({"num_format": "#,##0.00"}), book.add_format({"num_format": "yyyy-mm-dd"})
    bold = book.add_format({"bold": True, "align": "center"})
    sheet.merge_range("A1:E1", "MAPLESTONE RETAIL GROUP", bold)
    sheet.merge_range("A2:E2", "Vendor 00417 - Tidewell Instruments Pte. Ltd.", bold)
    sheet.write("A4", "EFT number")
    sheet.write("B4", "771204")
    sheet.write("D4", "Value date")
    sheet.write_datetime("E4", date(2026, 4, 15), day)
    sheet.merge_range("A6:B6", "Document", bold)
    sheet.merge_range("C6:E6", "Amounts (CAD)", bold)
    sheet.write_row("A7", ["Number", "Date", "Invoiced", "Discount", "Paid"], bold)
    for offset, (number, issued, gross, discount, paid) in enumerate(MAPLE_ROWS):
        row = 7 + offset
        sheet.write_string(row, 0, number)
        sheet.write_datetime(row, 1, issued, day)
        for column, value in ((2, gross), (3, discount), (4, paid)):
            sheet.write_number(row, column, value, money)
        if offset == HIDDEN_ROW:
            sheet.set_row(row, None, None, {"hidden": True})
    sheet.write_row("A13", ["Total", "", 4833.50, 46.21, 4787.29], money)
    stores = book.add_worksheet("Store contacts")
    stores.write_row("A1", ["Store", "Manager", "Phone"])
    stores.write_row("A2", ["0044", "P. Singh", "416-555-0101"])
    stores.write_row("A3", ["0071", "L. Tremblay", "514-555-0177"])
    lookup = book.add_worksheet("lookup")
    lookup.write_row("A1", ["INV-2026-00118", 760.00])
    lookup.hide()


def prairie(book: Any) -> None:
    """A bare payment list, everything one row lower and to the right than expected."""
    sheet = book.active
    sheet.title = "Payment 300244"
    rows: list[list[Any]] = [
        [],
        [None, "Prairie Wind Hydraulics, Inc.", None, None, "Check 300244"],
        [None, "Pay to", "Tidewell Instruments", None, "May 18, 2026"],
        [],
        [None, "PO", "Inv", "Memo", "Amt"],
        [None, "88-1047", "SI-001041-A", "valves", 2140.00],
        [None, "88-1052", "SI-001044-A", "valves", 915.25],
        [None, "88-1060", "SI-001049-A", "rush freight", 84.75],
        [None, None, None, "Check total", "=SUM(E6:E8)"],
    ]
    for row in rows:
        sheet.append(row)


LETTER_BEFORE = [
    "St Brannoc Harbour Commissioners",
    "The Quay, St Brannoc",
    "20 April 2026",
    "Tidewell Instruments Pte. Ltd.",
    "Dear Sirs",
    "We have today instructed our bankers to transfer £9,417.20 to your account under reference SBHC/2026/118. "
    "The sum discharges these invoices:",
]
LETTER_ROWS = [
    ("Invoice", "For", "Amount £"),
    ("BH/3307", "Tide gauge overhaul", "4,200.00"),
    ("BH/3311", "Spares", "3,717.20"),
    ("BH/3312", "Calibration visit", "1,500.00"),
    ("", "", "9,417.20"),
]
LETTER_AFTER = [
    "Yours faithfully",
    "H. Penrose, Clerk to the Commissioners",
    "Founded 1871. Bankers: Westquay Bank, 99-04-47.",
]

UTF16 = [
    ["Payer", "Prairie Wind Hydraulics, Inc."],
    ["Payment number", "300217"],
    ["ACH settlement", "04/30/2026"],
    [],
    ["Vendor Invoice", "Invoice Date", "Gross", "Discount Taken", "Net USD"],
    ["SI-001019-A", "03/31/2026", "3300.00", "66.00", "3234.00"],
    ["SI-001023-A", "04/02/2026", "1125.50", "0.00", "1125.50"],
    ["SI-001030-A", "04/07/2026", "780.00", "0.00", "780.00"],
    ["Payment total", "", "5205.50", "66.00", "5139.50"],
]
TABS = """Supplier\tTIDE01\tTidewell Instruments
Payment\t14022\t28/04/2026\tBACS\tGBP

Your ref\tOur ref\tAmount\tDisc
2026/0431\tPI10293\t1,120.00\t0.00
2026/0437\tPI10311\t860.40\t0.00
2026/0440\tPI10318\t2,045.10\t0.00

Total\t\t4,025.50
"""

CASES = (
    Case(
        name="en-xlsx-hidden-row",
        layout="xlsx-merged-header",
        producer="XlsxWriter; Outlook 365",
        language="en",
        mail=Mail(
            sender=("Maplestone AP", "ap@maplestone.example"),
            subject="Maplestone EFT 771204",
            date="2026-04-14T14:00:12-04:00",
            part=mixed(
                html(
                    outlook(
                        outlook_paragraphs(
                            "Hello,\n\nPlease see attached.\n\nMaplestone Retail Group, Accounts Payable"
                        ),
                        charset="us-ascii",
                        lang="EN-CA",
                    ),
                    "us-ascii",
                    encoding="7bit",
                ),
                attached("EFT 771204.xlsx", XLSX, xlsx_writer(maplestone)),
            ),
        ),
        kind="remittance",
        customer="K108",
        payments=(
            pay(
                "4787.29",
                "CAD",
                line("INV-2026-00123", "1845.60"),
                line("INV-2026-00124", "990.00"),
                line("INV-2026-00131", "2264.19", "46.21"),
                line("CM-2026-0009", "-312.50"),
                payer="Maplestone Retail Group",
                date="2026-04-15",
                method=ANY,
                reference="771204",
            ),
        ),
    ),
    Case(
        name="en-xlsx-formula-total",
        layout="xlsx-offset-table",
        producer="openpyxl; Gmail",
        language="en",
        mail=Mail(
            sender=("Dale Hutchins", "dhutchins@prairiewindhyd.example"),
            subject="check 300244",
            date="2026-05-18T16:20:00-05:00",
            part=mixed(
                text("Mailed today, all amounts USD.\n\nDale\n", "us-ascii", encoding="7bit"),
                attached("300244.xlsx", XLSX, xlsx_openpyxl(prairie)),
            ),
        ),
        kind="remittance",
        customer="K102",
        payments=(
            pay(
                ANY,
                "USD",
                line("SI-001041-A", "2140.00"),
                line("SI-001044-A", "915.25"),
                line("SI-001049-A", "84.75"),
                payer="Prairie Wind Hydraulics, Inc.",
                date="2026-05-18",
                method="check",
                reference="300244",
            ),
        ),
    ),
    Case(
        name="en-docx-letter",
        layout="docx-letter",
        producer="python-docx; Outlook 2016",
        language="en",
        mail=Mail(
            sender=("Harbour Office", "clerk@stbrannoc.example"),
            subject="Letter from the Commissioners",
            date="2026-04-20T10:02:40+01:00",
            part=mixed(
                text(
                    "Dear Sirs\n\nPlease find our letter of today attached.\n\nHarbour Office\n",
                    "us-ascii",
                    encoding="7bit",
                ),
                attached("Tidewell 20 April.docx", DOCX, letter(LETTER_BEFORE, LETTER_ROWS, LETTER_AFTER)),
            ),
        ),
        kind="remittance",
        customer="K110",
        payments=(
            pay(
                "9417.20",
                "GBP",
                line("BH/3307", "4200.00"),
                line("BH/3311", "3717.20"),
                line("BH/3312", "1500.00"),
                payer="St Brannoc Harbour Commissioners",
                date="2026-04-20",
                method="wire",
                reference="SBHC/2026/118",
            ),
        ),
    ),
    Case(
        name="en-csv-utf16",
        layout="csv-utf16-tabs",
        producer="Excel Unicode text; Outlook 365",
        language="en",
        mail=Mail(
            sender=("Prairie Wind AP", "payables@prairiewindhyd.example"),
            subject="Payment detail 300217",
            date="2026-04-30T06:00:03-05:00",
            part=mixed(
                text("Attached: PaymentDetail.csv\n", "us-ascii", encoding="7bit"),
                attached(
                    "PaymentDetail.csv",
                    "text/csv",
                    "\r\n".join("\t".join(row) for row in UTF16).encode("utf-16"),
                ),
            ),
        ),
        kind="remittance",
        customer="K102",
        payments=(
            pay(
                "5139.50",
                "USD",
                line("SI-001019-A", "3234.00", "66.00"),
                line("SI-001023-A", "1125.50"),
                line("SI-001030-A", "780.00"),
                payer="Prairie Wind Hydraulics, Inc.",
                date="2026-04-30",
                method="ach",
                reference="300217",
            ),
        ),
    ),
    Case(
        name="en-notes-txt-tabs",
        layout="txt-tabs",
        producer="Lotus Notes",
        language="en",
        mail=Mail(
            sender=("Accounts Calder & Stowe", "accounts@calder-stowe.example"),
            subject="Remittance 14022",
            date="2026-04-28T12:10:00+01:00",
            mailer="HCL Notes Release 12.0.2",
            part=mixed(
                html(
                    '<font size=2 face="sans-serif">Remittance attached.</font>\n<br>\n<br><font size=2 face="sans-serif">M. Attwell'
                    '</font>\n<br><font size=1 face="sans-serif">Calder &amp; Stowe Engineering</font>\n'
                    "<br><i>(See attached file: REMIT.TXT)</i>\n",
                    "us-ascii",
                    encoding="7bit",
                ),
                attached("REMIT.TXT", "application/octet-stream", TABS.replace("\n", "\r\n").encode("cp437")),
            ),
        ),
        kind="remittance",
        customer="K104",
        payments=(
            pay(
                "4025.50",
                "GBP",
                line("2026/0431", "1120.00"),
                line("2026/0437", "860.40"),
                line("2026/0440", "2045.10"),
                date="2026-04-28",
                method=ANY,
                reference="14022",
            ),
        ),
    ),
)
