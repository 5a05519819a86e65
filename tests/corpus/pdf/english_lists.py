"""Long lists and wrapped tables in English."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.sheets import sheet

STANWICK = customer(
    1020, "Stanwick Rail Components Ltd", "bought.ledger@stanwickrail.example", "en", "GBP", days=60
)
STANWICK_ITEMS = items(
    STANWICK,
    "\n".join(
        f"SI-{1200 + 7 * n:06}-C 2026-08-{1 + n % 28:02} {Decimal(9041 + 7919 * n * n % 250000) / 100}"
        for n in range(1, 75)
    ),
)


@document(
    "stanwick-three-pages",
    "en",
    "reportlab",
    "long list",
    "Three pages, header repeated, carried forward and brought forward",
)
def stanwick() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 841.9))
    write, right = paper.drawString, paper.drawRightString
    parts = [STANWICK_ITEMS[:24], STANWICK_ITEMS[24:52], STANWICK_ITEMS[52:]]
    running = Decimal(0)
    for number, part in enumerate(parts, 1):
        paper.setFont("Times-Bold", 14)
        write(50, 800, "Stanwick Rail Components Ltd")
        paper.setFont("Times-Roman", 9)
        right(545, 800, f"Sheet {number} of {len(parts)}")
        write(
            50, 786, "Supplier payment listing   N0417 Norvane Instruments Ltd   payment ref. SRC/PMT/20418"
        )
        y = 770
        if number == 1:
            write(50, 770, "Paid by BACS direct credit, for value 13 November 2026. All amounts in GBP.")
            y = 750
        paper.setFont("Times-Bold", 9)
        for x, text in ((50, "Our voucher"), (150, "Supplier inv."), (270, "Inv. date")):
            write(x, y, text)
        right(430, y, "Invoice value")
        right(545, y, "Paid now")
        paper.line(50, y - 3, 545, y - 3)
        paper.setFont("Times-Roman", 9)
        if number > 1:
            y -= 20
            write(150, y, "Brought forward")
            right(545, y, en(running))
        for item in part:
            y -= 20
            write(50, y, f"V{88120 + STANWICK_ITEMS.index(item)}")
            write(150, y, item.said)
            write(270, y, f"{item.issued:%d-%m-%y}")
            right(430, y, en(item.amount))
            right(545, y, en(item.amount))
            running += item.amount
        y -= 24
        paper.setFont("Times-Bold", 9)
        write(150, y, "Carried forward" if number < len(parts) else "Total of this payment")
        right(545, y, en(running))
        paper.setFont("Times-Roman", 7)
        write(
            50,
            40,
            "Stanwick Rail Components Ltd, Carriage Works, Stanwick NN9 6XX. Reg. in England 00720418. VAT GB 999 7204 18",
        )
        paper.showPage()
    truth = paid(
        STANWICK.name,
        str(running),
        "GBP",
        "2026-11-13",
        "*",
        "SRC/PMT/20418",
        [(i.no, i.amount) for i in STANWICK_ITEMS],
    )
    return press.finish(paper), advice(STANWICK, truth)


MERIDIAN = customer(
    1021,
    "Meridian Offshore Fabrication Ltd",
    "ap.shared@meridianfab.example",
    "en",
    "USD",
    days=90,
    zone="Asia/Singapore",
)
MERIDIAN_ITEMS = items(
    MERIDIAN,
    "\n".join(
        f"{90001234 + 37 * n} 2026-{6 + n // 40:02}-{1 + n % 28:02} {Decimal(15000 + 48271 * n * n % 910000) / 100}"
        for n in range(120)
    ),
)


@document(
    "meridian-120-rows",
    "en",
    "libreoffice",
    "long list",
    "Spreadsheet print of 120 rows, header rows repeated, 8-digit numbers",
)
def meridian() -> tuple[bytes, Truth]:
    total = sum(item.amount for item in MERIDIAN_ITEMS)
    head = tuple(
        (text, "gbx" + ("r" if text == "Amount" else ""))
        for text in ("#", "Reference", "Doc. Date", "Text", "Curr.", "Amount")
    )
    rows: list[Sequence[object]] = [
        [("Meridian Offshore Fabrication Ltd", "lb", 6)],
        [("Vendor line items cleared - detail to wire MOF-W-26-3318, value 16 Nov 2026", "", 6)],
        [("Vendor 300417 NORVANE INSTRUMENTS LTD", "b", 6)],
        [""],
        list(head),
    ]
    for n, item in enumerate(MERIDIAN_ITEMS, 1):
        text = ("Spares", "Service", "Calibration", "Project 771 hook-up")[n % 4]
        rows.append(
            [
                (str(n), "xc"),
                (item.said, "x"),
                (f"{item.issued:%d-%b-%Y}", "x"),
                (text, "x"),
                ("USD", "x"),
                (en(item.amount), "xr"),
            ]
        )
    rows.append([("", "x"), ("Grand total", "bx", 4), (en(total), "bxr")])
    source = sheet(
        rows,
        (1.2, 3.2, 3, 5, 1.6, 3.2),
        header_rows=(4, 4),
        footer="Meridian Offshore Fabrication Ltd - restricted to vendor",
    )
    truth = paid(
        MERIDIAN.name,
        str(total),
        "USD",
        "2026-11-16",
        "wire",
        "MOF-W-26-3318",
        [(i.no, i.amount) for i in MERIDIAN_ITEMS],
    )
    return press.office(source, ".fods"), advice(MERIDIAN, truth)


TAMARACK = customer(
    1022,
    "Tamarack Environmental Services Ltd.",
    "payables@tamarackenv.example",
    "en",
    "CAD",
    zone="America/Toronto",
)
TAMARACK_ITEMS = items(
    TAMARACK,
    """
    NVC004417 2026-09-03 3842.00
    NVC004431 2026-09-15 11300.00
    NVC004440 2026-09-24 271.20
    """,
)


@document(
    "tamarack-wrapped",
    "en",
    "libreoffice",
    "erp advice",
    "Dynamics-like, cells wrapped over several lines, description rows below",
)
def tamarack() -> tuple[bytes, Truth]:
    i = TAMARACK_ITEMS
    head = [
        (t, "bu" + ("r" if "CAD" in t else ""))
        for t in (
            "Invoice",
            "Invoice\ndate",
            "Description",
            "Invoice\ntotal CAD",
            "Cash\ndiscount CAD",
            "Amount\npaid CAD",
        )
    ]
    rows: list[Sequence[object]] = [
        [
            ("Vendor payment advice", "lb", 3),
            ("Tamarack Environmental Services Ltd.\n88 Portage Street\nKenora ON  P9N 3X9", "r", 3),
        ],
        [""],
        [
            ("To\nNorvane Instruments Canada Inc.\n200 Bay Road\nOakville ON  L6J 1H8", "", 3),
            ("Date\nVoucher\nMethod", "r"),
            ("November 2, 2026\nVPAY-008812\nElectronic (wire)", "", 2),
        ],
        [""],
        list(head),
        [
            i[0].said,
            "9/3/2026",
            ("Portable turbidity meters,\n2 units, incl. field cases\nPO 4500-1188", "w"),
            ("3,842.00", "r"),
            ("76.84", "r"),
            ("3,765.16", "r"),
        ],
        ["", "", ("Serials T-1180, T-1181", "s"), "", "", ""],
        [
            i[1].said,
            "9/15/2026",
            ("Annual service contract\nwest region, milestone 2 of 4\nPO 4500-1203", "w"),
            ("11,300.00", "r"),
            ("0.00", "r"),
            ("11,300.00", "r"),
        ],
        ["", "", ("Retro-billing from July 2026", "s"), "", "", ""],
        [
            i[2].said,
            "9/24/2026",
            ("Buffer solution\npH 7, 12 x 500 ml", "w"),
            ("271.20", "r"),
            ("5.42", "r"),
            ("265.78", "r"),
        ],
        [("Total", "bt", 3), ("15,413.20", "btr"), ("82.26", "btr"), ("15,330.94", "btr")],
        [""],
        [
            (
                "GST/HST registration 99904 4170 RT0001. Please direct questions to payables@tamarackenv.example.",
                "s",
                6,
            )
        ],
    ]
    source = sheet(rows, (2.6, 2.1, 4.6, 2.6, 2.8, 2.7), font="Liberation Serif")
    lines = [(i[0].no, "3765.16", "76.84"), (i[1].no, "11300.00"), (i[2].no, "265.78", "5.42")]
    truth = paid(TAMARACK.name, "15330.94", "CAD", "2026-11-02", "wire", "VPAY-008812", lines)
    return press.office(source, ".fods"), advice(TAMARACK, truth)
