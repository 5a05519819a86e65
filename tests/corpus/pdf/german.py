"""Zahlungsavise from Germany, Austria and Switzerland."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import ch, de, dots
from tests.corpus.pdf.sheets import page, row, table

KOLLNAU = customer(
    2001,
    "Kollnauer Anlagenbau GmbH & Co. KG",
    "kreditoren@kollnauer.example",
    "de",
    "EUR",
    zone="Europe/Berlin",
)
_AMOUNTS = [Decimal(48000 + 61357 * n * n % 1870000) / 100 for n in range(1, 23)]
KOLLNAU_ITEMS = items(
    KOLLNAU, "\n".join(f"RE-26-{871 + 9 * n:05} 2026-10-{1 + n:02} {a}" for n, a in enumerate(_AMOUNTS))
)


@document(
    "kollnauer-zahlungsavis",
    "de",
    "reportlab",
    "erp advice",
    "DIN letter, brutto / Skonto / netto of 22 rows with cross sums",
)
def kollnauer() -> tuple[bytes, Truth]:  # noqa: PLR0915 - a page from top to bottom
    sheet = press.canvas((595.3, 841.9))
    font = press.reportlab_font("LiberationSans", press.LIBERATION.format("Sans-Regular"))
    bold = press.reportlab_font("LiberationSans-Bold", press.LIBERATION.format("Sans-Bold"))
    write, right = sheet.drawString, sheet.drawRightString
    sheet.setFillColorRGB(0.75, 0.1, 0.1)
    sheet.circle(510, 795, 16, fill=1, stroke=0)
    sheet.setFillColorRGB(0, 0, 0)
    sheet.setFont(bold, 13)
    right(485, 790, "KOLLNAUER Anlagenbau")
    sheet.setFont(font, 7)
    write(65, 727, "Kollnauer Anlagenbau GmbH & Co. KG · Industriestr. 14 · 79183 Waldkirch")
    sheet.setFont(font, 10)
    for n, text in enumerate(
        ("Norvane Instruments GmbH", "Debitorenbuchhaltung", "Messeallee 9", "45131 Essen")
    ):
        write(65, 708 - 13 * n, text)
    for n, (label, value) in enumerate(
        (
            ("Avis-Nr.", "1500087714"),
            ("Datum", "12.11.2026"),
            ("Ihr Konto bei uns", "7004417"),
            ("Sachbearbeiter", "Fr. Ruf"),
        )
    ):
        write(370, 708 - 13 * n, label)
        write(470, 708 - 13 * n, value)
    sheet.setFont(bold, 12)
    write(65, 630, "Zahlungsavis")
    sheet.setFont(font, 9.5)
    write(65, 612, "Sehr geehrte Damen und Herren, mit Wertstellung 12.11.2026 überweisen wir Ihnen:")
    stops = (65, 140, 235, 365, 450, 530)
    y = 590
    sheet.setFont(bold, 8.5)
    for n, text in enumerate(
        ("Beleg", "Ihre Rechnung", "Rechn.-Datum", "Brutto EUR", "Skonto EUR", "Netto EUR")
    ):
        (write if n < 3 else right)(stops[n], y, text)
    sheet.line(65, y - 4, 530, y - 4)
    sheet.setFont(font, 8.5)
    lines, skonto = [], Decimal(0)
    for n, item in enumerate(KOLLNAU_ITEMS):
        y -= 17
        off = (item.amount * 3 / 100).quantize(Decimal("0.01")) if n % 4 != 3 else Decimal("0.00")
        skonto += off
        cells = (
            f"51000{4410 + n}",
            item.said,
            dots(item.issued),
            de(item.amount),
            de(off),
            de(item.amount - off),
        )
        for k, text in enumerate(cells):
            (write if k < 3 else right)(stops[k], y, text)
        lines.append((item.no, item.amount - off, off))
    gross = sum(item.amount for item in KOLLNAU_ITEMS)
    sheet.line(65, y - 5, 530, y - 5)
    sheet.setFont(bold, 9)
    for at, total in ((365, gross), (450, skonto), (530, gross - skonto)):
        right(at, y - 18, de(total))
    write(65, y - 18, "Zahlbetrag")
    sheet.setFont(font, 6.5)
    write(
        65,
        52,
        "Kommanditgesellschaft: Sitz Waldkirch, AG Freiburg HRA 999417 · Komplementärin: Kollnauer Verwaltungs-GmbH, AG Freiburg HRB 999418",
    )
    write(
        65,
        43,
        "Geschäftsführer: Dr. H. Kollnauer · USt-IdNr. DE999441770 · Musterbank Breisgau, IBAN DE31 9999 0000 0000 8812 04 · Seite 1 von 1",
    )
    truth = paid(KOLLNAU.name, str(gross - skonto), "EUR", "2026-11-12", "wire", "1500087714", lines)
    return press.finish(sheet), advice(KOLLNAU, truth)


AARETAL = customer(
    2002, "Aaretal Käserei AG", "buchhaltung@aaretal.example", "de", "CHF", zone="Europe/Zurich"
)
AARETAL_ITEMS = items(
    AARETAL,
    """
    CH26.1187 2026-09-07 12450.00
    CH26.1203 2026-09-18 1086.35
    CH26.1219 2026-10-02 -220.10
    """,
)


@document(
    "aaretal-zahlungsanzeige",
    "de",
    "weasyprint",
    "erp advice",
    "Swiss: CHF, apostrophe thousands, address at the right",
)
def aaretal() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm 20mm 18mm;@bottom-center{content:"Aaretal Käserei AG · CHE-999.441.770 MWST · Seite " counter(page) "/" counter(pages);font-size:7pt}}
    body{font:10pt "DejaVu Sans Condensed"} .an{margin:14mm 0 14mm 95mm} table{border-collapse:collapse;width:100%} th{text-align:left;font-size:8pt;border-bottom:0.4pt solid}
    td{padding:1.2mm 0;border-bottom:0.2pt dotted #888} td:last-child,th:last-child{text-align:right}"""
    rows = [
        ("Gutschrift" if i.amount < 0 else "Rechnung", i.said, dots(i.issued), ch(i.amount))
        for i in AARETAL_ITEMS
    ]
    body = (
        "<b>Aaretal Käserei AG</b>, Mühleweg 3, 3114 Wichtrach<div class='an'>Norvane Instruments AG<br>Rechnungswesen<br>Seestrasse 11<br>8800 Thalwil</div>"
        "<p>Wichtrach, 3. November 2026</p><h3>Zahlungsanzeige Nr. 26/0933</h3><p>Wir haben die Bank beauftragt, Ihnen per 4. November 2026 folgenden Betrag zu vergüten:</p>"
        + table(
            ("Belegart", "Beleg", "vom", "CHF"),
            rows,
            foot=row(("<b>Vergütung total</b>", "", "", "<b>13'316.25</b>")),
        )
        + "<p>Freundliche Grüsse<br>Aaretal Käserei AG, Finanzen</p>"
    )
    truth = paid(
        AARETAL.name,
        "13316.25",
        "CHF",
        "2026-11-04",
        "wire",
        "26/0933",
        [(i.no, i.amount) for i in AARETAL_ITEMS],
    )
    return press.weasyprint(page(css, body, "de")), advice(AARETAL, truth)


MUERZTAL = customer(
    2003,
    "Mürztaler Stahlhandel Ges.m.b.H.",
    "fibu@muerztaler.example",
    "de",
    "EUR",
    zone="Europe/Vienna",
    aliases="Muerztaler Stahlhandel",
)
MUERZTAL_ITEMS = items(
    MUERZTAL,
    """
    RE-26-01204 2026-09-08 4210.80 as=01204
    RE-26-01231 2026-09-16 18990.00 as=01231
    GS-26-00077 2026-09-22 -1899.00 as=00077
    RE-26-01266 2026-09-29 305.46 as=01266
    """,
)


@document(
    "muerztaler-soll-haben",
    "de",
    "chromium",
    "erp advice",
    "Austrian: S/H flag instead of signs, document kind in a column of its own",
)
def muerztaler() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:16mm} body{font:11px "Liberation Mono"} .k{display:grid;grid-template-columns:2fr 1fr;border:1px solid;padding:3mm}
    table{width:100%;margin-top:5mm} th{border-top:1px dashed;border-bottom:1px dashed;text-align:left} td:nth-child(5),th:nth-child(5){text-align:right}
    tr.s td{border-top:1px dashed}"""
    rows = [
        (
            "GS" if i.amount < 0 else "RE",
            i.said,
            dots(i.issued),
            dots(i.due),
            de(abs(i.amount)),
            "S" if i.amount < 0 else "H",
        )
        for i in MUERZTAL_ITEMS
    ]
    body = (
        "<div class='k'><div><b>MÜRZTALER STAHLHANDEL GES.M.B.H.</b><br>8600 Bruck a. d. Mur, Bahnstraße 2<br>UID ATU99944177 &nbsp; FN 999417k LG Leoben</div><div>ZAHLUNGSMITTEILUNG<br>Lauf 2026/45<br>Blatt 1</div></div>"
        "<p>An: NORVANE INSTRUMENTS GMBH, WIEN &nbsp;&nbsp; Kreditor 70331<br>Zahlweg: Überweisung SEPA &nbsp; Buchungstag: 06.11.2026 &nbsp; Auftrags-Ref.: MST-2026-45-0331</p>"
        + table(
            ("Art", "Nummer", "Datum", "Fällig", "Betrag EUR", "S/H"),
            rows,
            foot=row(("", "Summe", "", "", "21.607,26", "H"), kind="s"),
        )
        + "<p>RE = Rechnung, GS = Gutschrift; S = Soll (wird abgezogen), H = Haben</p>"
    )
    truth = paid(
        "MÜRZTALER STAHLHANDEL GES.M.B.H.",
        "21607.26",
        "EUR",
        "2026-11-06",
        "wire",
        "MST-2026-45-0331",
        [(i.no, i.amount) for i in MUERZTAL_ITEMS],
    )
    return press.chromium(page(css, body, "de")), advice(MUERZTAL, truth)
