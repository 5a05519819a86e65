"""Deductions, a letter about one invoice and a bank's confirmation, in German."""

from __future__ import annotations

from decimal import Decimal

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import de, dots
from tests.corpus.pdf.letters import docx, grid, paragraph
from tests.corpus.pdf.sheets import page

DEICH = customer(
    2004,
    "Deichbau Nordfriesland eG",
    "zahlungen@deichbau-nf.example",
    "de",
    "EUR",
    days=60,
    zone="Europe/Berlin",
)
DEICH_ITEMS = items(
    DEICH,
    """
    RE-26-00655 2026-08-10 40000.00
    RE-26-00683 2026-08-24 7735.00
    RE-26-00702 2026-09-02 12600.00
    """,
)


@document(
    "deichbau-einbehalt",
    "de",
    "fpdf2",
    "deductions",
    "Continuation rows under each row, retention as a deduction of its own",
)
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
    for n, text in enumerate(
        (
            "Aufstellung zur Sammelüberweisung",
            "Ausführungstag: 30.10.2026",
            "Überweisungs-Nr. 4417/26",
            "Währung: EUR",
        )
    ):
        pdf.text(125, 36 + 5 * n, text)
    y = 68.0
    pdf.set_font("L", "B", 9)
    for x, text in (
        (20, "Pos."),
        (32, "Rechnung / Verwendung"),
        (120, "Rechnungsbetrag"),
        (168, "Auszahlung"),
    ):
        pdf.text(x, y, text)
    pdf.set_font("L", "", 9)
    data = (
        (
            "Pegelsonden Deichabschnitt 4, Bauabschnitt II",
            "5 % Sicherheitseinbehalt gem. Vertrag § 9",
            "-2.000,00",
            "38.000,00",
            "2000.00",
        ),
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
    pdf.text(
        20,
        285,
        "eG, Sitz Husum, Genossenschaftsregister AG Flensburg GnR 9994 · St.-Nr. 99/441/77001 · Muster-Raiba IBAN DE55 9999 0000 0000 0655 12",
    )
    truth = paid(DEICH.name, "58083.00", "EUR", "2026-10-30", "wire", "4417/26", lines)
    return bytes(pdf.output()), advice(DEICH, truth)


ERLENBACH = customer(
    2005,
    "Klinikum Erlenbach gGmbH",
    "finanzbuchhaltung@klinikum-erlenbach.example",
    "de",
    "EUR",
    zone="Europe/Berlin",
)
ERLENBACH_ITEMS = items(ERLENBACH, "RE-26-01377 2026-10-19 6426.00")


@document(
    "erlenbach-einzelzahlung",
    "de",
    "libreoffice",
    "one invoice",
    "Word processor letter, one invoice with Skonto in a small ruled table",
)
def erlenbach() -> tuple[bytes, Truth]:
    font = "Liberation Sans"
    body = [
        paragraph("Klinikum Erlenbach gGmbH", font=font, bold=True, size=16, side="right"),
        paragraph("Abteilung Finanzen · Am Krankenhaus 1 · 63906 Erlenbach", font=font, size=8, side="right"),
        paragraph("Norvane Instruments GmbH\nMesseallee 9\n45131 Essen", font=font),
        paragraph("Erlenbach, den 29.10.2026", font=font, side="right"),
        paragraph("Ihre Rechnung RE-26-01377 vom 19.10.2026 / Zahlungsmitteilung", font=font, bold=True),
        paragraph(
            "Sehr geehrte Damen und Herren,\nwir haben Ihnen heute den unten stehenden Betrag auf Ihr Konto überwiesen.",
            font=font,
        ),
        grid(
            [
                ("Bezeichnung", "EUR"),
                ("Rechnungsbetrag", "6.426,00"),
                ("abzüglich 2 % Skonto", "128,52"),
                ("Überweisungsbetrag", "6.297,48"),
            ],
            (5200, 2200),
            font=font,
            right=1,
        ),
        paragraph(
            "\nUnser Zeichen: KE-FB-26-20881. Dieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.",
            font=font,
        ),
    ]
    truth = paid(
        ERLENBACH.name, "6297.48", "EUR", "2026-10-29", "wire", "*", [("RE-26-01377", "6297.48", "128.52")]
    )
    return press.office(docx(body), ".docx"), advice(ERLENBACH, truth)


RHOEN = customer(
    2006, "Rhöner Mineralbrunnen KG", "rechnung@rhoener.example", "de", "EUR", zone="Europe/Berlin"
)
RHOEN_ITEMS = items(
    RHOEN,
    """
    RE-26-01290 2026-10-01 2380.00
    RE-26-01301 2026-10-05 1190.00
    RE-26-01318 2026-10-09 595.00
    RE-26-01333 2026-10-13 833.00
    """,
)


@document(
    "rhoener-sammelbetrag",
    "de",
    "chromium",
    "one total",
    "Bank's order confirmation, invoices in the Verwendungszweck, one total",
)
def rhoener() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm} body{font:12px "Liberation Sans"} dl{display:grid;grid-template-columns:60mm 1fr;row-gap:2mm} dt{color:#555} dd{margin:0}
    .t{background:#004b93;color:#fff;padding:4mm;font-size:16px}"""
    pairs = (
        ("Auftraggeber", "Rhöner Mineralbrunnen KG"),
        ("IBAN Auftraggeber", "DE77 9999 0000 0001 2904 17"),
        ("Empfänger", "Norvane Instruments GmbH"),
        ("IBAN Empfänger", "DE02 9999 0000 0441 7733 00"),
        ("Betrag", "4.998,00 EUR"),
        ("Ausgeführt am", "05.11.2026"),
        ("Referenz", "EB2026110500088120"),
        ("Verwendungszweck", "RE-26-01290, RE-26-01301,<br>RE-26-01318, RE-26-01333"),
    )
    body = "<div class='t'>Musterbank Rhön &nbsp;|&nbsp; Überweisung ausgeführt</div><br><dl>" + "".join(
        f"<dt>{a}</dt><dd>{b}</dd>" for a, b in pairs
    )
    body += "</dl><p style='font-size:9px;margin-top:20mm'>Diese Bestätigung wurde elektronisch erstellt am 05.11.2026 um 14:02 Uhr. Angaben ohne Gewähr.</p>"
    truth = paid(
        RHOEN.name,
        "4998.00",
        "EUR",
        "2026-11-05",
        "wire",
        "EB2026110500088120",
        [(i.no, None) for i in RHOEN_ITEMS],
    )
    return press.chromium(page(css, body, "de")), advice(RHOEN, truth)
