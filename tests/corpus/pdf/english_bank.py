"""Cheque stubs, bank notices, forms and other advices in English that aren't one plain table."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import en, minus_after, slashes
from tests.corpus.pdf.sheets import page, table

DOGWOOD = customer(
    1010, "Dogwood Family Dental Supply, Inc.", "office@dogwooddental.example", "en", "USD", zone="America/New_York"
)
DOGWOOD_ITEMS = items(
    DOGWOOD,
    """
    US-26-07713 2026-09-22 415.00 as=07713
    US-26-07728 2026-09-30 1280.45 as=07728
    US-26-07741 2026-10-06 96.20 as=07741
    """,
)


@document("dogwood-check-stub", "en", "reportlab", "check stub", "QuickBooks-like check on top, the voucher twice below")
def dogwood() -> tuple[bytes, Truth]:
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
            cells = (f"{item.issued:%m/%d/%Y}", "Bill", item.said, en(item.amount), en(item.amount), "", en(item.amount))
            for x, text in zip(stops, cells, strict=True):
                (write if x < 200 else right)(x, y, text)
        right(480, top - 92, "Check Amount")
        right(575, top - 92, "1,791.65")
        write(40, top - 200, "Operating Checking      acct 3-1180")
        right(575, top - 200, "1,791.65")
    truth = paid(
        "Dogwood Family Dental Supply, Inc.", "1791.65", "USD", "2026-10-30", "check", "5519",
        [(item.no, item.amount) for item in DOGWOOD_ITEMS],
    )
    return press.finish(sheet), advice(DOGWOOD, truth)


BLUESTEM = customer(
    1011, "Bluestem Rural Electric Cooperative", "ap@bluestemrec.example", "en", "USD", zone="America/Chicago",
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


@document("bluestem-ach-notice", "en", "groff", "bank notice", "Typewriter ACH notice, no rules, trailing minus")
def bluestem() -> tuple[bytes, Truth]:
    lines = [
        "BLUESTEM RURAL ELECTRIC COOPERATIVE                         RUN 11/12/26",
        "ACCOUNTS PAYABLE SYSTEM                                     AP420R    PAGE    1",
        "", "                  ** ACH / EFT PAYMENT NOTIFICATION **", "",
        "TO:   NORVANE INSTRUMENTS INC            VENDOR.......: 004471-01",
        "      410 ALLEGHENY AVE                  TRACE NUMBER.: 104000990417733",
        "      PITTSBURGH PA 15212                SETTLE DATE..: NOV 13, 2026",
        "                                         RECEIVING DFI: 043399991 ACCT ****0088", "",
        "THE FOLLOWING HAS BEEN TRANSMITTED TO YOUR FINANCIAL INSTITUTION (CTX):", "",
        "SEQ  INVOICE NBR     INV DATE      VOUCHER            GROSS              NET USD",
    ]
    for n, item in enumerate(BLUESTEM_ITEMS):
        amount = minus_after(item.amount).ljust(len(minus_after(item.amount)) + (item.amount > 0))
        lines.append(f"{n + 1:03}  {item.said:<14}  {item.issued:%b %d %Y}".upper() + f"   {90417 + n:>7}   {amount:>18}   {amount:>18}")
    lines += [
        "", "     ITEMS      5                   PAYMENT TOTAL                      27,730.55", "",
        "THIS IS NOT A NEGOTIABLE INSTRUMENT.  DIRECT INQUIRIES TO 785-555-0171 OPT 3.",
        "FOR DEPOSIT HISTORY SEE THE VENDOR PORTAL.             *** END OF REPORT ***",
    ]
    source = ".pl 11i\n.po 0.7i\n.ll 7.6i\n.nf\n.ft CR\n.ps 8.5\n.vs 13\n.sp 3\n" + "\n".join(
        line.replace("\\", "\\e").replace("-", "\\-") or ".sp" for line in lines
    ) + "\n"
    truth = paid(
        "BLUESTEM RURAL ELECTRIC COOPERATIVE", "27730.55", "USD", "2026-11-13", "ach", "104000990417733",
        [(item.no, item.amount) for item in BLUESTEM_ITEMS],
    )
    return press.groff(source, "-P-pletter"), advice(BLUESTEM, truth)


WIRRABILLA = customer(
    1012, "Wirrabilla Water Corporation", "creditors@wirrabillawater.example", "en", "AUD", zone="Australia/Sydney"
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


@document("wirrabilla-two-payments", "en", "fpdf2", "several payments", "Two payments on one page, each a box with its own table and total")
def wirrabilla() -> tuple[bytes, Truth]:
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
    pdf.text(15, 56, "Creditor EFT remittance. Two deposits were made to your account this week, details below.")
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
    pdf.text(15, 285, "If bank details have changed call us on a number you know. Do not reply with new details by email.")
    first = paid(WIRRABILLA.name, "21780.55", "AUD", "2026-11-03", "*", "0093317", [(i.no, i.amount) for i in WIRRABILLA_ITEMS[:3]])
    second = paid(WIRRABILLA.name, "3190.00", "AUD", "2026-11-06", "*", "0093402", [(i.no, i.amount) for i in WIRRABILLA_ITEMS[3:]])
    return bytes(pdf.output()), advice(WIRRABILLA, first | {"reference": "*"}, second | {"reference": "*"})


NORTHMOOR = customer(1013, "University of Northmoor", "finance-payments@northmoor.example", "en", "GBP")
_NORTHMOOR_AMOUNTS = [Decimal(4417 + 3121 * n * n % 90011) / 100 for n in range(1, 29)]
NORTHMOOR_ITEMS = items(
    NORTHMOOR,
    "\n".join(
        f"SI-{700 + 3 * n:06}-B 2026-09-{1 + n:02} {amount}" for n, amount in enumerate(_NORTHMOOR_AMOUNTS)
    ),
)


@document("northmoor-two-columns", "en", "weasyprint", "long list", "Newspaper columns: 28 items in two columns beside each other")
def northmoor() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:16mm} body{font:9pt "Liberation Serif"} h1{font:italic 17pt "Liberation Serif";border-bottom:2pt solid #701c2e;color:#701c2e}
    .cols{columns:2;column-gap:12mm;column-rule:0.5pt solid #999} table{width:100%;border-collapse:collapse}
    th{text-align:left;font-weight:normal;font-style:italic} td,th{padding:0.7mm 0} td:last-child,th:last-child{text-align:right}
    tr{break-inside:avoid} .meta span{margin-right:8mm}"""
    total = sum(item.amount for item in NORTHMOOR_ITEMS)
    half = len(NORTHMOOR_ITEMS) // 2
    parts = [
        table(("Invoice", "Date", "£"), [(i.said, f"{i.issued:%d %b %y}", en(i.amount)) for i in part])
        for part in (NORTHMOOR_ITEMS[:half], NORTHMOOR_ITEMS[half:])
    ]
    body = (
        "<h1>University of Northmoor</h1><p>Finance Division, Old Exchange, Northmoor NM1 4ED</p>"
        "<p><b>Remittance to:</b> Norvane Instruments Ltd (supplier 60417)</p>"
        "<p class='meta'><span>Faster Payment on 12 November 2026</span><span>Ref. UNM-441907</span>"
        f"<span><b>Total remitted £{en(total)}</b></span></p><div class='cols'>{''.join(parts)}</div>"
        "<p style='font-size:7.5pt;margin-top:10mm'>The University is an exempt charity. VAT registration GB 999 4419 07. "
        "Invoices must quote a purchase order; see the supplier pages for terms.</p>"
    )
    truth = paid(
        NORTHMOOR.name, str(total), "GBP", "2026-11-12", "wire", "UNM-441907", [(i.no, i.amount) for i in NORTHMOOR_ITEMS]
    )
    return press.weasyprint(page(css, body)), advice(NORTHMOOR, truth)


PORTOLA = customer(
    1014, "Portola Distribution Group", "vendorpay@portoladist.example", "en", "USD", zone="America/Los_Angeles"
)
PORTOLA_ITEMS = items(
    PORTOLA,
    """
    A4544/26 2026-09-28 3300.00 as=A4544
    A4551/26 2026-09-30 12750.40 as=A4551
    A4558/26 2026-10-05 610.00 as=A4558
    """,
)


@document("portola-rotated", "en", "reportlab", "erp advice", "Portrait sheet turned by 90 degrees, fully ruled grid")
def portola() -> tuple[bytes, Truth]:
    sheet = press.canvas((792, 612))
    sheet.setPageRotation(90)
    sheet.translate(612, 0)
    sheet.rotate(90)  # the page is turned back by its viewer
    write, right = sheet.drawString, sheet.drawRightString
    sheet.setFont("Courier-Bold", 14)
    write(50, 560, "PORTOLA DISTRIBUTION GROUP")
    sheet.setFont("Courier", 9)
    write(50, 546, "EFT ADVICE OF DEPOSIT")
    write(520, 560, "Advice no.   EF-330178")
    write(520, 547, "Value date   Nov 10, 2026")
    write(520, 534, "Vendor       NORVANE-02")
    write(50, 510, "Norvane Instruments Inc., 410 Allegheny Ave, Pittsburgh PA 15212")
    stops = (50, 150, 240, 450, 540, 640, 742)
    heads = ("Invoice", "Date", "Description", "Gross USD", "Freight adj.", "Net USD")
    what = ("Level probes", "Wet end sensors, lot 2", "Spares")
    adjust = ("0.00", "-150.40", "0.00")
    body, lines = [], []
    for item, text, off in zip(PORTOLA_ITEMS, what, adjust, strict=True):
        net = item.amount + Decimal(off)
        body.append((item.said, f"{item.issued:%b %d, %Y}", text, en(item.amount), en(off), en(net)))
        lines.append((item.no, net, "0.00", str(abs(Decimal(off))), "Freight adj." if Decimal(off) else None))
    rows = [heads, *body, ("Total", "", "", "16,660.40", "-150.40", "16,510.00")]
    for n, cells in enumerate(rows):
        y = 480 - 20 * n
        sheet.setFont("Courier-Bold" if n in (0, len(rows) - 1) else "Courier", 9)
        for k, text in enumerate(cells):
            sheet.rect(stops[k], y - 6, stops[k + 1] - stops[k], 20)
            if k > 2:
                right(stops[k + 1] - 4, y, text)
            else:
                write(stops[k] + 4, y, text)
    sheet.setFont("Courier", 7)
    write(50, 40, "Portola Distribution Group - internal form AP-17 rev. 9 - sheet 1 of 1")
    truth = paid("PORTOLA DISTRIBUTION GROUP", "16510.00", "USD", "2026-11-10", "*", "EF-330178", lines)
    return press.finish(sheet), advice(PORTOLA, truth)
