"""A cheque with its stubs, an ACH notice and two deposits on a page, in English."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en, minus_after, slashes

DOGWOOD = customer(
    1010,
    "Dogwood Family Dental Supply, Inc.",
    "office@dogwooddental.example",
    "en",
    "USD",
    zone="America/New_York",
)
DOGWOOD_ITEMS = items(
    DOGWOOD,
    """
    US-26-07713 2026-09-22 415.00 as=07713
    US-26-07728 2026-09-30 1280.45 as=07728
    US-26-07741 2026-10-06 96.20 as=07741
    """,
)


@document(
    "dogwood-check-stub",
    "en",
    "reportlab",
    "check stub",
    "QuickBooks-like check on top, the voucher twice below",
)
def dogwood() -> tuple[bytes, Truth]:  # noqa: PLR0915 - a page from top to bottom
    sheet = press.canvas((612, 792))
    write, right = sheet.drawString, sheet.drawRightString
    sheet.setFont("Helvetica-Bold", 11)
    write(40, 756, "DOGWOOD FAMILY DENTAL SUPPLY, INC.")
    sheet.setFont("Helvetica", 8)
    write(40, 745, "118 Peachtree Crossing, Macon GA 31201")
    write(300, 756, "FIRST PIEDMONT EXAMPLE BANK")
    write(300, 745, "64-999/611")
    sheet.setFont("Helvetica-Bold", 12)
    right(575, 756, "5519")
    sheet.setFont("Helvetica", 10)
    right(575, 722, "10/30/2026")
    write(40, 690, "PAY TO THE")
    write(40, 680, "ORDER OF")
    write(105, 682, "Norvane Instruments Inc.")
    sheet.line(100, 678, 460, 678)
    right(575, 682, "$ **1,791.65")
    write(40, 655, "One thousand seven hundred ninety-one and 65/100" + "*" * 40)
    right(575, 655, "DOLLARS")
    sheet.line(40, 651, 520, 651)
    write(40, 600, "MEMO   acct 3-1180")
    sheet.line(380, 598, 575, 598)
    sheet.setFont("Courier", 11)
    write(90, 566, "C005519C  A061199999A  0032 118 440C")
    for top in (520, 262):
        sheet.setDash(2, 2)
        sheet.line(20, top + 14, 592, top + 14)
        sheet.setDash()
        sheet.setFont("Helvetica-Bold", 9)
        write(40, top - 6, "DOGWOOD FAMILY DENTAL SUPPLY, INC.")
        right(575, top - 6, "5519")
        sheet.setFont("Helvetica", 9)
        write(60, top - 22, "Norvane Instruments Inc.")
        right(575, top - 22, "10/30/2026")
        stops = (40, 100, 150, 300, 390, 480, 575)
        heads = ("Date", "Type", "Reference", "Original Amt.", "Balance Due", "Discount", "Payment")
        for x, text in zip(stops, heads, strict=True):
            (write if x < 200 else right)(x, top - 40, text)
        for n, item in enumerate(DOGWOOD_ITEMS):
            y = top - 54 - 12 * n
            cells = (
                f"{item.issued:%m/%d/%Y}",
                "Bill",
                item.said,
                en(item.amount),
                en(item.amount),
                "",
                en(item.amount),
            )
            for x, text in zip(stops, cells, strict=True):
                (write if x < 200 else right)(x, y, text)
        right(480, top - 92, "Check Amount")
        right(575, top - 92, "1,791.65")
        write(40, top - 200, "Operating Checking      acct 3-1180")
        right(575, top - 200, "1,791.65")
    truth = paid(
        "Dogwood Family Dental Supply, Inc.",
        "1791.65",
        "USD",
        "2026-10-30",
        "check",
        "5519",
        [(item.no, item.amount) for item in DOGWOOD_ITEMS],
    )
    return press.finish(sheet), advice(DOGWOOD, truth)


BLUESTEM = customer(
    1011,
    "Bluestem Rural Electric Cooperative",
    "ap@bluestemrec.example",
    "en",
    "USD",
    zone="America/Chicago",
    aliases="Bluestem REC",
)
BLUESTEM_ITEMS = items(
    BLUESTEM,
    """
    US-26-07602 2026-08-31 18400.00
    US-26-07619 2026-09-04 2260.00
    US-26-07644 2026-09-11 7315.80
    US-26-C0071 2026-09-15 -1150.00
    US-26-07690 2026-09-21 904.75
    """,
)


@document(
    "bluestem-ach-notice", "en", "groff", "bank notice", "Typewriter ACH notice, no rules, trailing minus"
)
def bluestem() -> tuple[bytes, Truth]:
    lines = [
        "BLUESTEM RURAL ELECTRIC COOPERATIVE                         RUN 11/12/26",
        "ACCOUNTS PAYABLE SYSTEM                                     AP420R    PAGE    1",
        "",
        "                  ** ACH / EFT PAYMENT NOTIFICATION **",
        "",
        "TO:   NORVANE INSTRUMENTS INC            VENDOR.......: 004471-01",
        "      410 ALLEGHENY AVE                  TRACE NUMBER.: 104000990417733",
        "      PITTSBURGH PA 15212                SETTLE DATE..: NOV 13, 2026",
        "                                         RECEIVING DFI: 043399991 ACCT ****0088",
        "",
        "THE FOLLOWING HAS BEEN TRANSMITTED TO YOUR FINANCIAL INSTITUTION (CTX):",
        "",
        "SEQ  INVOICE NBR     INV DATE      VOUCHER            GROSS              NET USD",
    ]
    for n, item in enumerate(BLUESTEM_ITEMS):
        amount = minus_after(item.amount).ljust(len(minus_after(item.amount)) + (item.amount > 0))
        lines.append(
            f"{n + 1:03}  {item.said:<14}  {item.issued:%b %d %Y}".upper()
            + f"   {90417 + n:>7}   {amount:>18}   {amount:>18}"
        )
    lines += [
        "",
        "     ITEMS      5                   PAYMENT TOTAL                      27,730.55",
        "",
        "THIS IS NOT A NEGOTIABLE INSTRUMENT.  DIRECT INQUIRIES TO 785-555-0171 OPT 3.",
        "FOR DEPOSIT HISTORY SEE THE VENDOR PORTAL.             *** END OF REPORT ***",
    ]
    source = (
        ".pl 11i\n.po 0.7i\n.ll 7.6i\n.nf\n.ft CR\n.ps 8.5\n.vs 13\n.sp 3\n"
        + "\n".join(line.replace("\\", "\\e").replace("-", "\\-") or ".sp" for line in lines)
        + "\n"
    )
    truth = paid(
        "BLUESTEM RURAL ELECTRIC COOPERATIVE",
        "27730.55",
        "USD",
        "2026-11-13",
        "ach",
        "104000990417733",
        [(item.no, item.amount) for item in BLUESTEM_ITEMS],
    )
    return press.groff(source, "-P-pletter"), advice(BLUESTEM, truth)


WIRRABILLA = customer(
    1012,
    "Wirrabilla Water Corporation",
    "creditors@wirrabillawater.example",
    "en",
    "AUD",
    zone="Australia/Sydney",
)
WIRRABILLA_ITEMS = items(
    WIRRABILLA,
    """
    AU55120 2026-08-31 6600.00
    AU55134 2026-09-07 1980.55
    AU55151 2026-09-14 13200.00
    AU55162 2026-09-30 440.00
    AU55177 2026-10-02 2750.00
    """,
)


@document(
    "wirrabilla-two-payments",
    "en",
    "fpdf2",
    "several payments",
    "Two payments on one page, each a box with its own table and total",
)
def wirrabilla() -> tuple[bytes, Truth]:  # noqa: PLR0915 - a page from top to bottom
    pdf = press.fpdf()
    pdf.add_page()
    pdf.set_draw_color(0, 90, 140)
    pdf.set_font("Helvetica", "B", 16)
    pdf.set_text_color(0, 90, 140)
    pdf.text(15, 20, "Wirrabilla Water Corporation")
    pdf.set_text_color(0)
    pdf.set_font("Helvetica", "", 8)
    pdf.text(15, 25, "ABN 99 004 417 733    Level 2, 40 Weir Street, Wagga Wagga NSW 2650")
    pdf.set_font("Helvetica", "", 10)
    pdf.text(15, 40, "Norvane Instruments Pty Ltd")
    pdf.text(15, 45, "ABN 99 110 227 441")
    pdf.text(
        15, 56, "Creditor EFT remittance. Two deposits were made to your account this week, details below."
    )
    blocks = (
        ("EFT 0093317", "Tuesday, 3 November 2026", WIRRABILLA_ITEMS[:3], "21,780.55"),
        ("EFT 0093402", "Friday, 6 November 2026", WIRRABILLA_ITEMS[3:], "3,190.00"),
    )
    y = 64.0
    for reference, day, rows, total in blocks:
        pdf.rect(15, y, 180, 20 + 7 * len(rows) + 10)
        pdf.set_font("Helvetica", "B", 10)
        pdf.text(18, y + 6, reference)
        pdf.set_font("Helvetica", "", 10)
        pdf.text(60, y + 6, f"Deposited {day}")
        pdf.set_font("Helvetica", "B", 9)
        for x, text in ((18, "Tax invoice"), (55, "Dated"), (90, "Our order")):
            pdf.text(x, y + 14, text)
        pdf.set_xy(150, y + 10.5)
        pdf.cell(42, 5, "Amount (AUD)", align="R")
        pdf.line(18, y + 16, 192, y + 16)
        pdf.set_font("Helvetica", "", 9)
        for n, item in enumerate(rows):
            at = y + 22 + 7 * n
            pdf.text(18, at, item.said)
            pdf.text(55, at, slashes(item.issued))
            pdf.text(90, at, f"WW-{77120 + 13 * n}")
            pdf.set_xy(150, at - 3.6)
            pdf.cell(42, 5, en(item.amount), align="R")
        at = y + 22 + 7 * len(rows)
        pdf.set_font("Helvetica", "B", 9)
        pdf.text(18, at, "Deposit total")
        pdf.set_xy(150, at - 3.6)
        pdf.cell(42, 5, "$" + total, align="R")
        y += 20 + 7 * len(rows) + 22
    pdf.set_font("Helvetica", "I", 7.5)
    pdf.text(
        15,
        285,
        "If bank details have changed call us on a number you know. Do not reply with new details by email.",
    )
    first = paid(
        WIRRABILLA.name,
        "21780.55",
        "AUD",
        "2026-11-03",
        "*",
        "0093317",
        [(i.no, i.amount) for i in WIRRABILLA_ITEMS[:3]],
    )
    second = paid(
        WIRRABILLA.name,
        "3190.00",
        "AUD",
        "2026-11-06",
        "*",
        "0093402",
        [(i.no, i.amount) for i in WIRRABILLA_ITEMS[3:]],
    )
    return bytes(pdf.output()), advice(WIRRABILLA, first | {"reference": "*"}, second | {"reference": "*"})
