"""A form, a bank's notice and a slip of orders, in English."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en

KUCHING = customer(
    1023,
    "Kuching Timber Products Sdn Bhd",
    "finance@kuchingtimber.example",
    "en",
    "MYR",
    days=45,
    zone="Asia/Kuching",
)
KUCHING_ITEMS = items(
    KUCHING,
    """
    NIM/26/0311 2026-09-08 8410.00
    NIM/26/0327 2026-09-22 1275.50
    """,
)


@document("kuching-form", "en", "reportlab", "form", "AcroForm: labels on the page, values in text fields")
def kuching() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 841.9))
    write = paper.drawString
    paper.setFillColorRGB(0.1, 0.35, 0.2)
    paper.rect(0, 800, 596, 42, fill=1, stroke=0)
    paper.setFillColorRGB(1, 1, 1)
    paper.setFont("Helvetica-Bold", 14)
    write(40, 815, "KUCHING TIMBER PRODUCTS SDN BHD  -  PAYMENT ADVICE FORM")
    paper.setFillColorRGB(0, 0, 0)
    form = paper.acroForm
    i = KUCHING_ITEMS
    fields = [
        ("Paid to", "payee", "Norvane Instruments (M) Sdn Bhd", 760, 140, 300),
        ("Our reference", "ref", "KTP/TT/1088", 730, 140, 150),
        ("Date of payment", "paid_on", "4 November 2026", 700, 140, 150),
        ("Mode of payment", "mode", "Telegraphic transfer", 670, 140, 150),
        ("Amount paid (MYR)", "total", "9,685.50", 640, 140, 150),
    ]
    for label, name, value, y, x, width in fields:
        paper.setFont("Helvetica", 10)
        write(40, y + 5, label)
        form.textfield(
            name=name,
            value=value,
            x=x,
            y=y,
            width=width,
            height=18,
            fontSize=10,
            borderWidth=1,
            fontName="Helvetica",
        )
    paper.setFont("Helvetica-Bold", 10)
    for x, text in ((40, "No."), (80, "Your invoice"), (260, "Invoice date"), (400, "Amount (MYR)")):
        write(x, 600, text)
    for n in range(5):
        paper.setFont("Helvetica", 10)
        y = 575 - 24 * n
        write(40, y + 5, str(n + 1))
        item = i[n] if n < len(i) else None
        values = ("", "", "") if item is None else (item.said, f"{item.issued:%d %b %Y}", en(item.amount))
        for (name, x, width), value in zip(
            (("inv", 80, 160), ("date", 260, 120), ("amt", 400, 120)), values, strict=True
        ):
            form.textfield(
                name=f"{name}{n}",
                value=value,
                x=x,
                y=y,
                width=width,
                height=18,
                fontSize=10,
                borderWidth=0.5,
                fontName="Helvetica",
            )
    paper.setFont("Helvetica", 8)
    write(40, 400, "Prepared by: A. Lim        Company No. 199001004417 (204417-K)        Form F-07/3")
    truth = paid(
        "KUCHING TIMBER PRODUCTS SDN BHD",
        "9685.50",
        "MYR",
        "2026-11-04",
        "wire",
        "KTP/TT/1088",
        [(x.no, x.amount) for x in i],
    )
    return press.finish(paper), advice(KUCHING, truth)


TEMASEK = customer(
    1024, "Temasek Bay Logistics Pte Ltd", "accounts@temasekbay.example", "en", "SGD", zone="Asia/Singapore"
)
TEMASEK_ITEMS = items(TEMASEK, "NSG-2610-0088 2026-10-05 14280.00")


@document(
    "temasek-labels",
    "en",
    "cairo",
    "bank notice",
    "Bank notice of labels and values only, charge line, one invoice",
)
def temasek() -> tuple[bytes, Truth]:
    pairs = (
        ("Transaction type", "Outward telegraphic transfer"),
        ("Transaction reference", "OTT2611090004417"),
        ("Status", "Completed"),
        ("Value date", "09 Nov 2026"),
        ("Applicant", "TEMASEK BAY LOGISTICS PTE LTD"),
        ("Debit account", "999-004417-0"),
        ("Beneficiary", "NORVANE INSTRUMENTS LTD"),
        ("Beneficiary bank", "EXAMPLE BANK PLC, LONDON"),
        ("Instructed amount", "SGD 14,280.00"),
        ("Charges borne by", "Beneficiary (BEN)"),
        ("Agent charges deducted", "SGD 35.00"),
        ("Amount credited to beneficiary", "SGD 14,245.00"),
        ("Payment details", "INVOICE NSG-2610-0088"),
    )
    text = "".join(
        f'<text x="60" y="{190 + 30 * n}" fill="#666">{label}</text><text x="290" y="{190 + 30 * n}">{value}</text>'
        f'<line x1="60" x2="535" y1="{200 + 30 * n}" y2="{200 + 30 * n}" stroke="#ddd"/>'
        for n, (label, value) in enumerate(pairs)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="595px" height="842px" viewBox="0 0 595 842" font-family="DejaVu Sans" font-size="11">'
        '<rect width="595" height="90" fill="#0b3c5d"/><circle cx="80" cy="45" r="22" fill="#d9b310"/>'
        '<text x="115" y="52" font-size="20" fill="#fff">Straits Example Bank</text>'
        f'<text x="60" y="140" font-size="16">Customer transaction advice</text>{text}'
        '<text x="60" y="790" font-size="8" fill="#666">This is a computer generated advice. No signature is required. Co. Reg. No. 199999417Z. Page 1/1</text></svg>'
    )
    line = ("NSG-2610-0088", "14245.00", "0.00", "35.00", "Agent charges")
    truth = paid(
        "TEMASEK BAY LOGISTICS PTE LTD", "14245.00", "SGD", "2026-11-09", "wire", "OTT2611090004417", [line]
    )
    return press.cairo(svg), advice(TEMASEK, truth)


PRAIRIE = customer(
    1025, "Prairie Seed Growers Association", "ap@prairieseed.example", "en", "USD", zone="America/Chicago"
)
PRAIRIE_ITEMS = items(
    PRAIRIE,
    """
    US-26-07801 2026-09-28 1644.00 po=PSG-88104
    US-26-07809 2026-10-01 920.40 po=PSG-88121
    US-26-07822 2026-10-07 3105.00 po=PSG-88139
    """,
)


@document(
    "prairie-orders-only",
    "en",
    "fpdf2",
    "orders only",
    "Narrow receipt-like slip that names purchase orders, no invoices",
)
def prairie() -> tuple[bytes, Truth]:
    pdf = press.fpdf(format=(110, 200))  # type: ignore[arg-type]
    pdf.add_page()
    pdf.set_font("Courier", "B", 11)
    pdf.text(8, 14, "PRAIRIE SEED GROWERS ASSN.")
    pdf.set_font("Courier", "", 9)
    y = 22.0
    rows = [
        "Direct deposit slip",
        "Nov 6 2026   conf. 7719-0042",
        "Vendor: Norvane Instruments",
        "-" * 44,
        f"{'PO number':<20}{'Paid':>20}",
    ]
    rows += [f"{item.po:<20}{en(item.amount):>20}" for item in PRAIRIE_ITEMS]
    rows += [
        "-" * 44,
        f"{'Total USD':<20}{'5,669.40':>20}",
        "",
        "Thank you for your business",
        "Questions: 701-555-0120",
    ]
    for text in rows:
        pdf.text(8, y, text)
        y += 6
    truth = paid(
        "PRAIRIE SEED GROWERS ASSN.",
        "5669.40",
        "USD",
        "2026-11-06",
        "*",
        "7719-0042",
        [(i.no, i.amount) for i in PRAIRIE_ITEMS],
    )
    return bytes(pdf.output()), advice(PRAIRIE, truth)
