"""Zahlungsavise from Germany, Austria and Switzerland."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import ch, de, dots
from tests.corpus.pdf.letters import docx, grid, paragraph
from tests.corpus.pdf.sheets import page, row, table

KOLLNAU = customer(2001, "Kollnauer Anlagenbau GmbH & Co. KG", "kreditoren@kollnauer.example", "de", "EUR", zone="Europe/Berlin")
_AMOUNTS = [Decimal(48000 + 61357 * n * n % 1870000) / 100 for n in range(1, 23)]
KOLLNAU_ITEMS = items(KOLLNAU, "\n".join(f"RE-26-{871 + 9 * n:05} 2026-10-{1 + n:02} {a}" for n, a in enumerate(_AMOUNTS)))


@document("kollnauer-zahlungsavis", "de", "reportlab", "erp advice", "DIN letter, brutto / Skonto / netto of 22 rows with cross sums")
def kollnauer() -> tuple[bytes, Truth]:
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
    for n, text in enumerate(("Norvane Instruments GmbH", "Debitorenbuchhaltung", "Messeallee 9", "45131 Essen")):
        write(65, 708 - 13 * n, text)
    for n, (label, value) in enumerate((("Avis-Nr.", "1500087714"), ("Datum", "12.11.2026"), ("Ihr Konto bei uns", "7004417"), ("Sachbearbeiter", "Fr. Ruf"))):
        write(370, 708 - 13 * n, label)
        write(470, 708 - 13 * n, value)
    sheet.setFont(bold, 12)
    write(65, 630, "Zahlungsavis")
    sheet.setFont(font, 9.5)
    write(65, 612, "Sehr geehrte Damen und Herren, mit Wertstellung 12.11.2026 überweisen wir Ihnen:")
    stops = (65, 140, 235, 365, 450, 530)
    y = 590
    sheet.setFont(bold, 8.5)
    for n, text in enumerate(("Beleg", "Ihre Rechnung", "Rechn.-Datum", "Brutto EUR", "Skonto EUR", "Netto EUR")):
        (write if n < 3 else right)(stops[n], y, text)
    sheet.line(65, y - 4, 530, y - 4)
    sheet.setFont(font, 8.5)
    lines, skonto = [], Decimal(0)
    for n, item in enumerate(KOLLNAU_ITEMS):
        y -= 17
        off = (item.amount * 3 / 100).quantize(Decimal("0.01")) if n % 4 != 3 else Decimal("0.00")
        skonto += off
        cells = (f"51000{4410 + n}", item.said, dots(item.issued), de(item.amount), de(off), de(item.amount - off))
        for k, text in enumerate(cells):
            (write if k < 3 else right)(stops[k], y, text)
        lines.append((item.no, item.amount - off, off))
    gross = sum(item.amount for item in KOLLNAU_ITEMS)
    sheet.line(65, y - 5, 530, y - 5)
    sheet.setFont(bold, 9)
    for x, value in ((365, gross), (450, skonto), (530, gross - skonto)):
        right(x, y - 18, de(value))
    write(65, y - 18, "Zahlbetrag")
    sheet.setFont(font, 6.5)
    write(65, 52, "Kommanditgesellschaft: Sitz Waldkirch, AG Freiburg HRA 999417 · Komplementärin: Kollnauer Verwaltungs-GmbH, AG Freiburg HRB 999418")
    write(65, 43, "Geschäftsführer: Dr. H. Kollnauer · USt-IdNr. DE999441770 · Musterbank Breisgau, IBAN DE31 9999 0000 0000 8812 04 · Seite 1 von 1")
    truth = paid(KOLLNAU.name, str(gross - skonto), "EUR", "2026-11-12", "wire", "1500087714", lines)
    return press.finish(sheet), advice(KOLLNAU, truth)


AARETAL = customer(2002, "Aaretal Käserei AG", "buchhaltung@aaretal.example", "de", "CHF", zone="Europe/Zurich")
AARETAL_ITEMS = items(
    AARETAL,
    """
    CH26.1187 2026-09-07 12450.00
    CH26.1203 2026-09-18 1086.35
    CH26.1219 2026-10-02 -220.10
    """,
)


@document("aaretal-zahlungsanzeige", "de", "weasyprint", "erp advice", "Swiss: CHF, apostrophe thousands, address at the right")
def aaretal() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm 20mm 18mm;@bottom-center{content:"Aaretal Käserei AG · CHE-999.441.770 MWST · Seite " counter(page) "/" counter(pages);font-size:7pt}}
    body{font:10pt "DejaVu Sans Condensed"} .an{margin:14mm 0 14mm 95mm} table{border-collapse:collapse;width:100%} th{text-align:left;font-size:8pt;border-bottom:0.4pt solid}
    td{padding:1.2mm 0;border-bottom:0.2pt dotted #888} td:last-child,th:last-child{text-align:right}"""
    rows = [("Gutschrift" if i.amount < 0 else "Rechnung", i.said, dots(i.issued), ch(i.amount)) for i in AARETAL_ITEMS]
    body = (
        "<b>Aaretal Käserei AG</b>, Mühleweg 3, 3114 Wichtrach<div class='an'>Norvane Instruments AG<br>Rechnungswesen<br>Seestrasse 11<br>8800 Thalwil</div>"
        "<p>Wichtrach, 3. November 2026</p><h3>Zahlungsanzeige Nr. 26/0933</h3><p>Wir haben die Bank beauftragt, Ihnen per 4. November 2026 folgenden Betrag zu vergüten:</p>"
        + table(("Belegart", "Beleg", "vom", "CHF"), rows, foot=row(("<b>Vergütung total</b>", "", "", "<b>13'316.25</b>")))
        + "<p>Freundliche Grüsse<br>Aaretal Käserei AG, Finanzen</p>"
    )
    truth = paid(AARETAL.name, "13316.25", "CHF", "2026-11-04", "wire", "26/0933", [(i.no, i.amount) for i in AARETAL_ITEMS])
    return press.weasyprint(page(css, body, "de")), advice(AARETAL, truth)


MUERZTAL = customer(2003, "Mürztaler Stahlhandel Ges.m.b.H.", "fibu@muerztaler.example", "de", "EUR", zone="Europe/Vienna", aliases="Muerztaler Stahlhandel")
MUERZTAL_ITEMS = items(
    MUERZTAL,
    """
    RE-26-01204 2026-09-08 4210.80 as=01204
    RE-26-01231 2026-09-16 18990.00 as=01231
    GS-26-00077 2026-09-22 -1899.00 as=00077
    RE-26-01266 2026-09-29 305.46 as=01266
    """,
)


@document("muerztaler-soll-haben", "de", "chromium", "erp advice", "Austrian: S/H flag instead of signs, document kind in a column of its own")
def muerztaler() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:16mm} body{font:11px "Liberation Mono"} .k{display:grid;grid-template-columns:2fr 1fr;border:1px solid;padding:3mm}
    table{width:100%;margin-top:5mm} th{border-top:1px dashed;border-bottom:1px dashed;text-align:left} td:nth-child(5),th:nth-child(5){text-align:right}
    tr.s td{border-top:1px dashed}"""
    rows = [("GS" if i.amount < 0 else "RE", i.said, dots(i.issued), dots(i.due), de(abs(i.amount)), "S" if i.amount < 0 else "H") for i in MUERZTAL_ITEMS]
    body = (
        "<div class='k'><div><b>MÜRZTALER STAHLHANDEL GES.M.B.H.</b><br>8600 Bruck a. d. Mur, Bahnstraße 2<br>UID ATU99944177 &nbsp; FN 999417k LG Leoben</div><div>ZAHLUNGSMITTEILUNG<br>Lauf 2026/45<br>Blatt 1</div></div>"
        "<p>An: NORVANE INSTRUMENTS GMBH, WIEN &nbsp;&nbsp; Kreditor 70331<br>Zahlweg: Überweisung SEPA &nbsp; Buchungstag: 06.11.2026 &nbsp; Auftrags-Ref.: MST-2026-45-0331</p>"
        + table(("Art", "Nummer", "Datum", "Fällig", "Betrag EUR", "S/H"), rows, foot=row(("", "Summe", "", "", "21.607,26", "H"), kind="s"))
        + "<p>RE = Rechnung, GS = Gutschrift; S = Soll (wird abgezogen), H = Haben</p>"
    )
    truth = paid("MÜRZTALER STAHLHANDEL GES.M.B.H.", "21607.26", "EUR", "2026-11-06", "wire", "MST-2026-45-0331", [(i.no, i.amount) for i in MUERZTAL_ITEMS])
    return press.chromium(page(css, body, "de")), advice(MUERZTAL, truth)


DEICH = customer(2004, "Deichbau Nordfriesland eG", "zahlungen@deichbau-nf.example", "de", "EUR", days=60, zone="Europe/Berlin")
DEICH_ITEMS = items(
    DEICH,
    """
    RE-26-00655 2026-08-10 40000.00
    RE-26-00683 2026-08-24 7735.00
    RE-26-00702 2026-09-02 12600.00
    """,
)


@document("deichbau-einbehalt", "de", "fpdf2", "deductions", "Continuation rows under each row, retention as a deduction of its own")
def deichbau() -> tuple[bytes, Truth]:
    pdf = press.fpdf()
    pdf.add_font("L", "", press.LIBERATION.format("Serif-Regular"))
    pdf.add_font("L", "B", press.LIBERATION.format("Serif-Bold"))
    pdf.add_page()
    pdf.set_font("L", "B", 15)
    pdf.text(20, 20, "Deichbau Nordfriesland eG")
    pdf.set_line_width(0.8)
    pdf.line(20, 23, 190, 23)
    pdf.set_font("L", "", 10)
    for n, text in enumerate(("Norvane Instruments GmbH", "Messeallee 9", "45131 Essen")):
        pdf.text(20, 36 + 5 * n, text)
    for n, text in enumerate(("Aufstellung zur Sammelüberweisung", "Ausführungstag: 30.10.2026", "Überweisungs-Nr. 4417/26", "Währung: EUR")):
        pdf.text(125, 36 + 5 * n, text)
    y = 68.0
    pdf.set_font("L", "B", 9)
    for x, text in ((20, "Pos."), (32, "Rechnung / Verwendung"), (120, "Rechnungsbetrag"), (168, "Auszahlung")):
        pdf.text(x, y, text)
    pdf.set_font("L", "", 9)
    data = (
        ("Pegelsonden Deichabschnitt 4, Bauabschnitt II", "5 % Sicherheitseinbehalt gem. Vertrag § 9", "-2.000,00", "38.000,00", "2000.00"),
        ("Wartung Sielhäuser 1 bis 6", "", "", "7.735,00", "0.00"),
        ("Nachrüstung Messschacht Süd", "Abzug Bauwasser und Strom", "-252,00", "12.348,00", "252.00"),
    )
    lines = []
    for n, (item, (what, why, off, net, off_plain)) in enumerate(zip(DEICH_ITEMS, data, strict=True), 1):
        y += 9
        pdf.text(20, y, str(n))
        pdf.text(32, y, f"{item.said} vom {dots(item.issued)}")
        for right, value in ((147, de(item.amount)), (187, net)):
            pdf.text(right - pdf.get_string_width(value), y, value)
        y += 4.5
        pdf.text(38, y, what)
        if why:
            y += 4.5
            pdf.text(38, y, why)
            pdf.text(147 - pdf.get_string_width(off), y, off)
        lines.append((item.no, item.amount - Decimal(off_plain), "0.00", off_plain, why or None))
    y += 9
    pdf.line(20, y - 5, 190, y - 5)
    pdf.set_font("L", "B", 10)
    pdf.text(32, y, "Gesamtauszahlung")
    pdf.text(187 - pdf.get_string_width("58.083,00"), y, "58.083,00")
    pdf.set_font("L", "", 7)
    pdf.text(20, 285, "eG, Sitz Husum, Genossenschaftsregister AG Flensburg GnR 9994 · St.-Nr. 99/441/77001 · Muster-Raiba IBAN DE55 9999 0000 0000 0655 12")
    truth = paid(DEICH.name, "58083.00", "EUR", "2026-10-30", "wire", "4417/26", lines)
    return bytes(pdf.output()), advice(DEICH, truth)


ERLENBACH = customer(2005, "Klinikum Erlenbach gGmbH", "finanzbuchhaltung@klinikum-erlenbach.example", "de", "EUR", zone="Europe/Berlin")
ERLENBACH_ITEMS = items(ERLENBACH, "RE-26-01377 2026-10-19 6426.00")


@document("erlenbach-einzelzahlung", "de", "libreoffice", "one invoice", "Word processor letter, one invoice with Skonto in a small ruled table")
def erlenbach() -> tuple[bytes, Truth]:
    font = "Liberation Sans"
    body = [
        paragraph("Klinikum Erlenbach gGmbH", font=font, bold=True, size=16, side="right"),
        paragraph("Abteilung Finanzen · Am Krankenhaus 1 · 63906 Erlenbach", font=font, size=8, side="right"),
        paragraph("Norvane Instruments GmbH\nMesseallee 9\n45131 Essen", font=font),
        paragraph("Erlenbach, den 29.10.2026", font=font, side="right"),
        paragraph("Ihre Rechnung RE-26-01377 vom 19.10.2026 / Zahlungsmitteilung", font=font, bold=True),
        paragraph("Sehr geehrte Damen und Herren,\nwir haben Ihnen heute den unten stehenden Betrag auf Ihr Konto überwiesen.", font=font),
        grid(
            [("Bezeichnung", "EUR"), ("Rechnungsbetrag", "6.426,00"), ("abzüglich 2 % Skonto", "128,52"), ("Überweisungsbetrag", "6.297,48")],
            (5200, 2200), font=font, right=1,
        ),
        paragraph("\nUnser Zeichen: KE-FB-26-20881. Dieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.", font=font),
    ]
    truth = paid(ERLENBACH.name, "6297.48", "EUR", "2026-10-29", "wire", "KE-FB-26-20881", [("RE-26-01377", "6297.48", "128.52")])
    return press.office(docx(body), ".docx"), advice(ERLENBACH, truth)


RHOEN = customer(2006, "Rhöner Mineralbrunnen KG", "rechnung@rhoener.example", "de", "EUR", zone="Europe/Berlin")
RHOEN_ITEMS = items(
    RHOEN,
    """
    RE-26-01290 2026-10-01 2380.00
    RE-26-01301 2026-10-05 1190.00
    RE-26-01318 2026-10-09 595.00
    RE-26-01333 2026-10-13 833.00
    """,
)


@document("rhoener-sammelbetrag", "de", "chromium", "one total", "Bank's order confirmation, invoices in the Verwendungszweck, one total")
def rhoener() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm} body{font:12px "Liberation Sans"} dl{display:grid;grid-template-columns:60mm 1fr;row-gap:2mm} dt{color:#555} dd{margin:0}
    .t{background:#004b93;color:#fff;padding:4mm;font-size:16px}"""
    pairs = (
        ("Auftraggeber", "Rhöner Mineralbrunnen KG"), ("IBAN Auftraggeber", "DE77 9999 0000 0001 2904 17"), ("Empfänger", "Norvane Instruments GmbH"),
        ("IBAN Empfänger", "DE02 9999 0000 0441 7733 00"), ("Betrag", "4.998,00 EUR"), ("Ausgeführt am", "05.11.2026"), ("Referenz", "EB2026110500088120"),
        ("Verwendungszweck", "RE-26-01290, RE-26-01301,<br>RE-26-01318, RE-26-01333"),
    )
    body = "<div class='t'>Musterbank Rhön &nbsp;|&nbsp; Überweisung ausgeführt</div><br><dl>" + "".join(f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs)
    body += "</dl><p style='font-size:9px;margin-top:20mm'>Diese Bestätigung wurde elektronisch erstellt am 05.11.2026 um 14:02 Uhr. Angaben ohne Gewähr.</p>"
    truth = paid(RHOEN.name, "4998.00", "EUR", "2026-11-05", "wire", "EB2026110500088120", [(i.no, None) for i in RHOEN_ITEMS])
    return press.chromium(page(css, body, "de")), advice(RHOEN, truth)
