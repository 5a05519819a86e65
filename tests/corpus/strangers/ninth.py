"""A ninth set, written after the eighth was mended and before the reader saw it: ordinary advices of other programs and lands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

from tests.corpus.strangers.book import (
    ANY,
    DE,
    DOCX,
    ES,
    FR,
    JA,
    UNSCORED,
    XLSX,
    cells,
    firm,
    grid,
    mail,
    markup,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, typed, woven, xlsx


def _written(body: str, language: str = "en") -> bytes:
    return press.office(
        f"<html lang={language}><head><meta charset='utf-8'></head><body>{body}</body></html>", ".html"
    )


def _sheets(*sheets: tuple[str, Sequence[Sequence[Any]], Sequence[str]]) -> bytes:
    """A workbook through openpyxl, with dates and numbers as such: name, rows, merged cells of each sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows, merged in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for area in merged:
            sheet.merge_cells(area)
        for column in sheet.iter_cols():
            for cell in column:
                if isinstance(cell.value, float):
                    cell.number_format = "#,##0.00;[Red](#,##0.00)"
                elif isinstance(cell.value, date):
                    cell.number_format = "dd/mm/yyyy"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


firm(
    "B01",
    "Holloway Creek Golf Club",
    "bookkeeper@hollowaycreek.example",
    "USD",
    """
GC-20417 2026-09-08 1184.00
GC-20433 2026-09-22 592.00
GC-20450 2026-10-03 296.00
""",
    zone="America/New_York",
)
mail(
    "en9-check-description",
    "Cheque above, stub below: date, a description that holds the word invoice and the number, amount; figures and words on the cheque",
    "reportlab",
    "B01",
    "Check copy",
    "2026-11-10T14:20:00-05:00",
    "Check 8841 went out in today's mail. Copy attached.",
    pay("1776.00", "*", "GC-20417 1184.00; GC-20433 592.00"),
    files=[
        pdf(
            "check8841.pdf",
            lambda: drawn(
                """
Holloway Creek Golf Club | | 8841
400 Fairway Drive, Albany NY 12203 | | 11/10/2026

PAY TO THE ORDER OF | Brevanne Coatings Inc | $ **1,776.00
One thousand seven hundred seventy-six and 00/100 ******************* DOLLARS

MEMO: pavilion paint




Holloway Creek Golf Club | | 8841
Date | Description | Amount
09/08/2026 | Invoice GC-20417 Pavilion exterior | 1,184.00
09/22/2026 | Invoice GC-20433 Cart barn | 592.00
 | Operating account | 1,776.00
""",
                (50, 170, -540),
                (612, 500),
            ),
        )
    ],
)

firm(
    "B02",
    "Strathdee Biologics Inc.",
    "ap@strathdeebio.example",
    "USD",
    """
SB0091 2026-09-04 3150.00
SB0107 2026-09-18 1050.00
SB0119 2026-09-30 -210.00
SB0126 2026-10-05 525.00
""",
    zone="America/Chicago",
)
mail(
    "en9-vendor-credit-column",
    "Cloud ledger's payment notice in HTML: bill number, bill date, bill amount, credits applied, payment amount; the credit note only as a column",
    "HTML program",
    "B02",
    "Payment from Strathdee Biologics Inc. (EFT-004417)",
    "2026-11-12T09:05:00-06:00",
    markup(
        "<p>Hello Brevanne Coatings Inc.,</p><p>We've made the following electronic payment to your account ending in 7781. Allow 1-2 business days.</p>"
        "<p>Payment date: 11/12/2026<br>Document number: EFT-004417<br>Total payment: $3,990.00</p>"
        + grid(
            "SB0091 | 09/04/2026 | $3,150.00 | $210.00 | $2,940.00\nSB0107 | 09/18/2026 | $1,050.00 | $0.00 | $1,050.00",
            "Bill number|Bill date|Bill amount|Credits applied|Payment amount",
        )
        + "<p>Questions? Contact ap@strathdeebio.example. Please don't reply to this automated message.</p>"
    ),
    pay("3990.00", "USD", ANY),
)

firm(
    "B03",
    "Merrion Quay Developments Ltd",
    "creditors@merrionquay.example",
    "EUR",
    """
IE/26/70417 2026-09-02 8610.00
IE/26/70452 2026-09-16 4305.00
IE/26/70460 2026-09-18 -861.00
IE/26/70488 2026-10-01 1230.00
""",
    zone="Europe/Dublin",
)
mail(
    "en9-xlsx-real-dates",
    "Workbook with merged title, dates and numbers as such, credit in red brackets, total to the left of its amount, remarks below",
    "openpyxl",
    "B03",
    "Remittance MQD 11/2026",
    "2026-11-13T12:40:00+00:00",
    "Please find our remittance for November attached. Funds were lodged this morning.",
    pay("12054.00", "*", "IE/26/70417 8610.00; IE/26/70452 4305.00; IE/26/70460 -861.00"),
    files=[
        (
            "Remittance MQD.xlsx",
            XLSX,
            lambda: _sheets(
                (
                    "Remittance",
                    [
                        ["Merrion Quay Developments Ltd", None, None, None, None],
                        ["Remittance advice", None, None, None, None],
                        ["Supplier:", "Brevanne Coatings", None, "Paid:", date(2026, 11, 13)],
                        [],
                        ["Doc type", "Your doc. no.", "Doc date", "Site", "EUR"],
                        ["INV", "IE/26/70417", date(2026, 9, 2), "Block A", 8610.0],
                        ["INV", "IE/26/70452", date(2026, 9, 16), "Block C", 4305.0],
                        ["CRN", "IE/26/70460", date(2026, 9, 18), "Block C", -861.0],
                        [None, None, None, "Total", 12054.0],
                        [],
                        ["Please contact us within 5 days if this does not agree with your records."],
                    ],
                    ["A1:E1", "A2:E2"],
                )
            ),
        )
    ],
)

firm(
    "B04",
    "Borough of Eastmere",
    "payments@eastmere-council.example",
    "GBP",
    """
INV-E-3391 2026-09-03 2268.00
INV-E-3408 2026-09-15 756.00
INV-E-3429 2026-09-30 1134.00
INV-E-3440 2026-10-06 378.00
""",
)
mail(
    "en9-council-remittance",
    "Council's remittance letter: your reference, our reference, date, net, VAT, gross, a line of text below each item, the amount of the remittance in the first sentence",
    "LibreOffice writer",
    "B04",
    "Remittance Advice 00417733",
    "2026-11-11T02:30:00+00:00",
    "Please find attached your remittance advice. Payment will reach your account on 13/11/2026.",
    pay("4158.00", "GBP", "INV-E-3391 2268.00; INV-E-3408 756.00; INV-E-3429 1134.00"),
    files=[
        pdf(
            "RA00417733.pdf",
            lambda: _written(
                "<p>BOROUGH OF EASTMERE, Town Hall, Eastmere EM1 1AA</p><p>Brevanne Coatings Ltd</p><p>Supplier no. 30417 &nbsp; Remittance no. 00417733 &nbsp; 11/11/2026</p>"
                "<p>We have arranged for £4,158.00 to be credited to your bank account by BACS in respect of the items below.</p>"
                + table(
                    ("Your reference", "Our reference", "Date", "Net £", "VAT £", "Gross £"),
                    rights(
                        cells("""
INV-E-3391 | PI 20081 | 03/09/26 | 1,890.00 | 378.00 | 2,268.00
Leisure centre, pool hall | | | | |
INV-E-3408 | PI 20117 | 15/09/26 | 630.00 | 126.00 | 756.00
Depot line marking | | | | |
INV-E-3429 | PI 20164 | 30/09/26 | 945.00 | 189.00 | 1,134.00
Town Hall railings | | | | |
"""),
                        3,
                    ),
                )
                + "<p>Amount of this remittance &nbsp;&nbsp; £4,158.00</p><p>Queries: 01632 960417</p>"
            ),
        )
    ],
)

firm(
    "B05",
    "Laurentide Snowmobiles Inc.",
    "comptes.payables@laurentide-sno.example",
    "CAD",
    """
CA-11704 2026-09-09 2299.50
CA-11731 2026-09-23 1149.75
CA-11750 2026-10-02 689.85
""",
    zone="America/Toronto",
)
mail(
    "en9-bilingual-eft",
    "Bilingual advice of a Canadian firm: each heading in English and French, GST and QST columns, total in two languages",
    "chromium",
    "B05",
    "EFT advice / Avis de TEF 20417",
    "2026-11-10T07:00:00-05:00",
    "Please see attached. / Veuillez voir ci-joint.",
    pay("3449.25", "CAD", "CA-11704 2299.50; CA-11731 1149.75"),
    files=[
        pdf(
            "EFT_TEF_20417.pdf",
            lambda: printed(
                "<h3>Laurentide Snowmobiles Inc.</h3><p>EFT PAYMENT ADVICE / AVIS DE PAIEMENT TEF</p><p>Payment date / Date du paiement: 2026-11-10 &nbsp; No.: 20417 &nbsp; Currency / Devise: CAD</p>"
                + table(
                    (
                        "Invoice / Facture",
                        "Date",
                        "Subtotal / Sous-total",
                        "GST / TPS",
                        "QST / TVQ",
                        "Amount paid / Montant payé",
                    ),
                    rights(
                        cells("""
CA-11704 | 2026-09-09 | 2,000.00 | 100.00 | 199.50 | 2,299.50
CA-11731 | 2026-09-23 | 1,000.00 | 50.00 | 99.75 | 1,149.75
Total | | 3,000.00 | 150.00 | 299.25 | 3,449.25
"""),
                        2,
                    ),
                )
            ),
        )
    ],
)

firm(
    "B06",
    "Godavari Switchgear Pvt Ltd",
    "payables@godavarisw.example",
    "INR",
    """
BCI/26-27/417 2026-09-05 177000.00
BCI/26-27/433 2026-09-19 354000.00
BCI/26-27/451 2026-10-03 88500.00
""",
    zone="Asia/Kolkata",
)
mail(
    "en9-neft-html",
    "Bank's corporate portal on behalf of the payer: beneficiary, UTR, then bill no., bill amount, TDS, other deduction, net; Rs and lakhs commas",
    "HTML program",
    "B06",
    "Payment Advice - GODAVARI SWITCHGEAR PVT LTD - INR 5,21,400.00",
    "2026-11-11T16:45:00+05:30",
    markup(
        "<p>Dear Sir/Madam,</p><p>We have credited your account as per instructions of our client GODAVARI SWITCHGEAR PVT LTD.</p>"
        "<table border=1><tr><td>Beneficiary Name</td><td>BREVANNE COATINGS LTD</td></tr><tr><td>Mode</td><td>NEFT</td></tr><tr><td>UTR No</td><td>EPBN526315004417</td></tr><tr><td>Net Amount</td><td>Rs. 5,21,400.00</td></tr></table><br>"
        + grid(
            "BCI/26-27/417 | 05-09-2026 | 1,77,000.00 | 150.00 | 0.00 | 1,76,850.00\nBCI/26-27/433 | 19-09-2026 | 3,54,000.00 | 300.00 | 9,150.00 | 3,44,550.00\nTotal | | 5,31,000.00 | 450.00 | 9,150.00 | 5,21,400.00",
            "Bill No|Bill Date|Bill Amt|TDS|Other Dedn|Net Amt",
        )
        + "<p>This is a system generated mail. Eastern Provincial Bank</p>"
    ),
    pay("521400.00", "*", "BCI/26-27/417 176850.00 x=150.00; BCI/26-27/433 344550.00 x=9450.00"),
    sender=("Eastern Provincial Bank", "cms.advice@epbank.example"),
)

firm(
    "B07",
    "Tolliver Trucking LLC",
    "tolliver.ap@tollivertrucking.example",
    "USD",
    """
0417-88 2026-09-10 640.00
0417-91 2026-09-24 320.00
0418-02 2026-10-05 160.00
""",
    zone="America/Chicago",
)
mail(
    "en9-on-account",
    "Word form: boxes of labels and values, then a table of two invoices and a row 'on account', the total of both",
    "python-docx",
    "B07",
    "Payment form",
    "2026-11-12T13:30:00-06:00",
    "ACH sent today, form attached.",
    pay("1200.00", "*", ANY),
    files=[
        (
            "PaymentForm.docx",
            DOCX,
            lambda: docx(
                (
                    "TOLLIVER TRUCKING LLC",
                    "Payment remittance form",
                    "Vendor: Brevanne Coatings Inc",
                    "Date sent: 11/12/2026",
                    "How paid: ACH",
                ),
                "Invoice | Amount\n0417-88 | $640.00\n0417-91 | $320.00\nOn account for spring order | $240.00\nTotal sent | $1,200.00",
                ("Sent by: M. Tolliver",),
            ),
        )
    ],
)

firm(
    "B08",
    "Skerry Bay Distillers Ltd",
    "office@skerrybay.example",
    "GBP",
    """
2026-SI-3391 2026-09-07 1512.00
2026-SI-3404 2026-09-21 504.00
2026-SI-3417 2026-10-02 252.00
""",
)
mail(
    "en9-summary-and-detail",
    "Workbook of two sheets: a summary of labels and values with the sum, then the invoices without any total",
    "openpyxl",
    "B08",
    "BACS payment 13 Nov",
    "2026-11-13T16:00:00+00:00",
    "Hi, details of today's payment attached. Regards, Skerry Bay",
    pay("2016.00", "GBP", "2026-SI-3391 1512.00; 2026-SI-3404 504.00"),
    files=[
        (
            "BACS.xlsx",
            XLSX,
            lambda: _sheets(
                (
                    "Summary",
                    [
                        ["Payment summary"],
                        ["Supplier", "Brevanne Coatings Ltd"],
                        ["Date", date(2026, 11, 13)],
                        ["Method", "BACS"],
                        ["Amount (GBP)", 2016.0],
                        ["Number of invoices", 2],
                    ],
                    ["A1:B1"],
                ),
                (
                    "Detail",
                    [
                        ["Invoice", "Invoice date", "Cost centre", "Amount"],
                        ["2026-SI-3391", date(2026, 9, 7), "Stillhouse", 1512.0],
                        ["2026-SI-3404", date(2026, 9, 21), "Cooperage", 504.0],
                    ],
                    [],
                ),
            ),
        )
    ],
)

firm(
    "B09",
    "Castlebrook Schools Federation",
    "finance@castlebrook.example",
    "GBP",
    """
S-90417 2026-09-09 318.60
S-90431 2026-09-16 106.20
S-90440 2026-09-29 -53.10
S-90455 2026-10-02 212.40
""",
)
mail(
    "en9-print-trailing-signs",
    "Text print in the mail's body: type, our number, their number, amounts with a minus behind, 'PAID THIS RUN' at the foot",
    "plain text",
    "B09",
    "Remittance advice run 0417",
    "2026-11-11T18:00:00+00:00",
    "\n".join(
        (
            "CASTLEBROOK SCHOOLS FEDERATION            REMITTANCE ADVICE",
            "BREVANNE COATINGS LTD                     RUN 0417  11/11/26",
            "",
            "TP  SUPPLIER REF   OUR REF    DATE        AMOUNT   DISCOUNT",
            "IN  S-90417        PI004417   09/09/26    318.60       0.00",
            "IN  S-90431        PI004428   16/09/26    106.20       0.00",
            "CR  S-90440        PC000117   29/09/26     53.10-      0.00",
            "                                       ---------  ---------",
            "PAID THIS RUN                             371.70       0.00",
            "                                       =========",
            "Credited to account ****7781 by BACS",
        )
    ),
    pay("371.70", "*", "S-90417 318.60; S-90431 106.20; S-90440 -53.10"),
)

firm(
    "B20",
    "Dachdeckerei Pohl & Sohn",
    "pohl@dachdecker-pohl.example",
    "EUR",
    """
4471/26 2026-09-10 1190.00
4488/26 2026-09-24 2380.00
4502/26 2026-10-05 595.00
""",
    **DE,
)
mail(
    "de9-punkt-strich-punkt",
    "Kurze Mail: je Rechnung der Betrag, «./. 3 %», der Abzug und das Ergebnis hinter dem Gleichheitszeichen, darunter die Summe",
    "plain text",
    "B20",
    "Überweisung heute",
    "2026-11-10T17:05:00+01:00",
    "Hallo,\n\nheute überwiesen:\n\nRe. 4471/26   1.190,00 ./. 3 % 35,70 = 1.154,30\nRe. 4488/26   2.380,00 ./. 3 % 71,40 = 2.308,60\n\nzusammen 3.462,90 EUR\n\nGruß\nKarl Pohl",
    pay("3462.90", "EUR", "4471/26 1154.30 d=35.70; 4488/26 2308.60 d=71.40"),
)

firm(
    "B21",
    "Hausverwaltung Lindner GmbH",
    "objekt@hv-lindner.example",
    "EUR",
    """
26-R-10417 2026-09-11 714.00
26-R-10433 2026-09-25 1428.00
26-R-10450 2026-10-06 357.00
""",
    **DE,
)
mail(
    "de9-hausverwaltung",
    "Zahlungsliste einer Hausverwaltung je Objekt: Objekt, Rechnung, Leistung, davon Lohn § 35a, Betrag; Auszahlung gesamt",
    "fpdf2",
    "B21",
    "Zahlungsliste 11/2026",
    "2026-11-12T08:00:00+01:00",
    "Sehr geehrte Damen und Herren,\nanbei die Aufstellung zu unserer heutigen Zahlung.",
    pay("2142.00", "*", "26-R-10417 714.00; 26-R-10433 1428.00"),
    files=[
        pdf(
            "Zahlungsliste.pdf",
            lambda: typed(
                """
Hausverwaltung Lindner GmbH | | | | Zahlungsliste 11/2026
Empfänger Brevanne Lacke GmbH | | | | bezahlt am 12.11.2026

Objekt | Rechnung | Leistung | Lohn § 35a | Betrag EUR
WEG Ahornweg 4 | 26-R-10417 | Treppenhaus | 420,00 | 714,00
WEG Lindenhof | 26-R-10433 | Fassade Nord | 890,00 | 1.428,00
Auszahlung gesamt | | | 1.310,00 | 2.142,00
""",
                (12, 60, 100, -155, -190),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "B22",
    "Nordlicht Windservice AG",
    "sap-avis@nordlicht-wind.example",
    "EUR",
    """
9000417701 2026-09-02 23800.00
9000417718 2026-09-17 11900.00
9000417730 2026-09-28 -1190.00
9000417755 2026-10-05 5950.00
""",
    **DE,
)
mail(
    "de9-export-kreditorsicht",
    "Export aus der Kreditorenbuchhaltung als Mappe: Zuordnung, Referenz, Belegart, Betrag in Hauswährung mit Rechnungen im Minus, Skonto, Ausgleichsbeleg; die Zahlung als letzte Zeile im Plus",
    "openpyxl",
    "B22",
    "Einzelposten zur Zahlung 1500004417",
    "2026-11-13T09:20:00+01:00",
    "Anbei die ausgeglichenen Posten zu unserer Zahlung vom 12.11.2026.",
    pay("34510.00", "*", "9000417701 23800.00; 9000417718 11900.00; 9000417730 -1190.00"),
    files=[
        (
            "EXPORT.xlsx",
            XLSX,
            lambda: _sheets(
                (
                    "Sheet1",
                    [
                        [
                            "Zuordnung",
                            "Referenz",
                            "Belegart",
                            "Belegdatum",
                            "Betrag in Hauswährung",
                            "Ausgleichsbeleg",
                        ],
                        ["20260902", "9000417701", "RE", date(2026, 9, 2), -23800.0, "1500004417"],
                        ["20260917", "9000417718", "RE", date(2026, 9, 17), -11900.0, "1500004417"],
                        ["20260928", "9000417730", "KG", date(2026, 9, 28), 1190.0, "1500004417"],
                        ["20261112", None, "ZP", date(2026, 11, 12), 34510.0, "1500004417"],
                    ],
                    [],
                )
            ),
        )
    ],
)

firm(
    "B30",
    "Carrosserie Vasseur",
    "atelier@carrosserie-vasseur.example",
    "EUR",
    """
FV26-0417 2026-09-08 1440.00
FV26-0433 2026-09-22 720.00
FV26-0451 2026-10-03 360.00
""",
    **FR,
)
mail(
    "fr9-reglement-partiel",
    "Avis d'un petit logiciel: réf. fournisseur, échéance, montant dû, déjà versé, montant réglé, reste; mode de règlement en dessous",
    "chromium",
    "B30",
    "Notre règlement du 10/11/2026",
    "2026-11-10T18:12:00+01:00",
    "Bonjour, ci-joint le détail. Cordialement, S. Vasseur",
    pay("1840.00", "EUR", "FV26-0417 1440.00; FV26-0433 400.00"),
    files=[
        pdf(
            "reglement.pdf",
            lambda: printed(
                "<h3>Carrosserie Vasseur</h3><p>Règlement fournisseur n° 118 - BREVANNE REVÊTEMENTS</p>"
                + table(
                    (
                        "Réf. fournisseur",
                        "Échéance",
                        "Montant dû",
                        "Déjà versé",
                        "Montant réglé",
                        "Reste à payer",
                    ),
                    rights(
                        cells("""
FV26-0417 | 08/10/2026 | 1 440,00 € | 0,00 € | 1 440,00 € | 0,00 €
FV26-0433 | 22/10/2026 | 720,00 € | 0,00 € | 400,00 € | 320,00 €
Total | | 2 160,00 € | 0,00 € | 1 840,00 € | 320,00 €
"""),
                        2,
                    ),
                )
                + "<p>Mode : virement &nbsp; Banque : CMB &nbsp; le 10/11/2026</p>",
                language="fr",
            ),
        )
    ],
)

firm(
    "B31",
    "SCI Les Hauts de Garonne",
    "gestion@hautsdegaronne.example",
    "EUR",
    """
2609-F-0417 2026-09-12 6000.00
2610-F-0433 2026-10-01 3600.00
2610-F-0460 2026-10-07 480.00
""",
    **FR,
)
mail(
    "fr9-retenue-de-garantie",
    "Texte du courriel: deux situations de travaux avec retenue de garantie de 5 %, nets et somme virée",
    "plain text",
    "B31",
    "Virement situations 3 et 4",
    "2026-11-12T10:48:00+01:00",
    "Bonjour,\n\nNous avons procédé ce jour au virement de 9 120,00 € :\n\n- facture 2609-F-0417 : 6 000,00 € - RG 5 % 300,00 € = 5 700,00 €\n- facture 2610-F-0433 : 3 600,00 € - RG 5 % 180,00 € = 3 420,00 €\n\nLa retenue de garantie sera libérée à la réception.\n\nBien à vous,\nMme Delmas",
    pay("9120.00", "EUR", "2609-F-0417 5700.00 x=300.00; 2610-F-0433 3420.00 x=180.00"),
)

firm(
    "B40",
    "Ferretería Industrial del Bajío",
    "cxp@ferrebajio.example",
    "MXN",
    """
F-A20417 2026-09-09 34800.00
F-A20433 2026-09-23 17400.00
F-A20450 2026-10-02 8700.00
""",
    **{**ES, "zone": "America/Mexico_City"},
)
mail(
    "es9-saldo-insoluto",
    "Relación de pago mexicana: serie y folio, UUID, parcialidad, saldo anterior, importe pagado, saldo insoluto; total y clave de rastreo",
    "weasyprint",
    "B40",
    "Aviso de pago SPEI",
    "2026-11-11T12:30:00-06:00",
    "Buen día, se adjunta la relación del pago efectuado hoy. Favor de enviar complemento de pago.",
    pay("44800.00", "MXN", "F-A20417 34800.00; F-A20433 10000.00"),
    files=[
        pdf(
            "relacion_pago.pdf",
            lambda: woven(
                "<h3>Ferretería Industrial del Bajío SA de CV</h3><p>RFC FIB041788QX1 &nbsp; Proveedor: Brevanne Recubrimientos</p><p>Forma de pago: 03 Transferencia electrónica &nbsp; Fecha: 11/11/2026 &nbsp; Clave de rastreo: BNET01002611110417</p>"
                + table(
                    (
                        "Serie-Folio",
                        "Folio fiscal (UUID)",
                        "Parc.",
                        "Saldo anterior",
                        "Importe pagado",
                        "Saldo insoluto",
                    ),
                    rights(
                        cells("""
F-A20417 | 8A1C0417-22B9-4D11-9C3E-0417AA88B102 | 1 | $34,800.00 | $34,800.00 | $0.00
F-A20433 | 8A1C0433-51D2-4B07-8F61-0433CC12D907 | 1 | $17,400.00 | $10,000.00 | $7,400.00
"""),
                        3,
                    ),
                )
                + "<p style='text-align:right'>Total pagado MXN $44,800.00</p>",
                "td,th{font-size:7.5pt}",
                language="es",
            ),
        )
    ],
)

firm(
    "B50",
    "株式会社みずほ台工務店",
    "somu@mizuhodai-kmt.example",
    "JPY",
    """
T26-0417 2026-09-30 220000
T26-0433 2026-09-30 165000
T26-0451 2026-10-31 99000
""",
    **JA,
)
mail(
    "ja9-kyoryokukaihi",
    "支払明細書: 出来高請求から協力会費と安全協力費を引き、差引支払額; 工事ごとの行と合計",
    "chromium",
    "B50",
    "支払明細書（11月10日支払分）",
    "2026-11-10T11:30:00+09:00",
    "お世話になっております。11月10日お支払分の明細をお送りします。",
    pay("381150", "JPY", "T26-0417 217800 x=2200; T26-0433 163350 x=1650"),
    files=[
        pdf(
            "支払明細書.pdf",
            lambda: printed(
                "<h3>支払明細書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p><p>支払日 2026/11/10 &nbsp; 振込済 &nbsp; 株式会社みずほ台工務店</p>"
                + table(
                    ("工事名", "請求番号", "請求金額(円)", "協力会費1%", "差引支払額(円)"),
                    rights(
                        cells("""
第二小学校改修 | T26-0417 | 220,000 | 2,200 | 217,800
市民会館塗装 | T26-0433 | 165,000 | 1,650 | 163,350
合計 | | 385,000 | 3,850 | 381,150
"""),
                        2,
                    ),
                ),
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)
firm(
    "B51",
    "ロダン画材有限会社",
    "info@rodin-gazai.example",
    "JPY",
    """
R-0004171 2026-09-30 41800
R-0004188 2026-10-20 20900
R-0004200 2026-10-31 10450
""",
    **JA,
)
mail(
    "ja9-csv-furikomi",
    "CSV（UTF-8）: 支払先, 支払日, 請求書No, 請求額, 手数料, 振込額; 一件ずつの手数料なし、合計行なし",
    "program's CSV",
    "B51",
    "振込明細データ",
    "2026-11-12T09:30:00+09:00",
    "本日お振込分の明細データです。ご確認をお願いいたします。",
    pay("62700", "*", "R-0004171 41800; R-0004188 20900"),
    files=[
        (
            "振込明細.csv",
            "text/csv",
            lambda: (
                "支払先,支払日,請求書No,請求額,手数料,振込額\r\n"
                "ブレヴァンヌ・コーティングス株式会社,2026/11/12,R-0004171,41800,0,41800\r\n"
                "ブレヴァンヌ・コーティングス株式会社,2026/11/12,R-0004188,20900,0,20900\r\n"
            ).encode(),
        )
    ],
)

# What pays nothing.

firm(
    "B60",
    "Wrenfield Logistics Ltd",
    "accounts@wrenfieldlogistics.example",
    "GBP",
    """
2026-SI-4010 2026-10-06 744.00
2026-SI-4022 2026-10-14 372.00
""",
)
mail(
    "en9-trap-their-invoice",
    "The customer's own invoice to us for carriage, with our invoice numbers as references of the loads",
    "weasyprint",
    "B60",
    "Invoice WL-20417",
    "2026-11-11T08:30:00+00:00",
    "Please find our invoice attached. Payment is due in 30 days.",
    kind="*",
    files=[
        pdf(
            "WL-20417.pdf",
            lambda: woven(
                "<h2>INVOICE WL-20417</h2><p>Wrenfield Logistics Ltd</p><p>Bill to: Brevanne Coatings Ltd</p>"
                + table(
                    ("Load", "Your ref", "Description", "Amount £"),
                    cells(
                        "1 | 2026-SI-4010 | Pallets Telford to Leeds | 118.00\n2 | 2026-SI-4022 | Pallets Telford to Hull | 142.00\nTotal due | | | 260.00"
                    ),
                )
                + "<p>Please pay to sort code 20-11-44, account 30417788.</p>"
            ),
        )
    ],
)
firm(
    "B61",
    "Pinecrest Senior Living",
    "ap@pinecrestsl.example",
    "USD",
    """
GC-21001 2026-10-02 980.00
GC-21014 2026-10-09 490.00
""",
    zone="America/Denver",
)
mail(
    "en9-trap-refund-wanted",
    "Letter: two invoices were paid twice in September; the sum is to be refunded, a table shows which",
    "python-docx",
    "B61",
    "Duplicate payment - refund request",
    "2026-11-12T11:20:00-07:00",
    "Please see the attached letter and issue a refund check.",
    kind="*",
    files=[
        (
            "refund.docx",
            DOCX,
            lambda: docx(
                (
                    "Pinecrest Senior Living",
                    "Our records show that the following invoices were paid in duplicate. Please refund the second payment to us.",
                ),
                "Invoice | First payment | Second payment | Refund due\nGC-21001 | 980.00 | 980.00 | 980.00\nGC-21014 | 490.00 | 490.00 | 490.00\nTotal | | | 1,470.00",
                ("Remit refund to: 88 Aspen Way, Boulder CO",),
            ),
        )
    ],
)
firm(
    "B62",
    "Küstenwerft Rostow GmbH",
    "qs@kuestenwerft.example",
    "EUR",
    """
9000420011 2026-10-08 8330.00
9000420027 2026-10-15 1785.00
""",
    **DE,
)
mail(
    "de9-trap-maengelruege",
    "Mängelrüge: Lieferungen mit Rechnungsnummern, beanstandete Menge und Wert; Zahlung wird zurückgehalten",
    "LibreOffice writer",
    "B62",
    "Mängelrüge Los 88-17",
    "2026-11-12T14:05:00+01:00",
    "Anbei unsere Mängelrüge.",
    kind="*",
    disputes=[UNSCORED],
    files=[
        pdf(
            "Maengelruege.pdf",
            lambda: _written(
                "<p>Küstenwerft Rostow GmbH, Qualitätssicherung</p><h3>Mängelrüge</h3><p>Bei der Wareneingangsprüfung wurden folgende Mängel festgestellt:</p>"
                + table(
                    ("Rechnung", "Lieferschein", "Menge", "Wert EUR", "Mangel"),
                    cells(
                        "9000420011 | LS 4417 | 12 Geb. | 2.856,00 | Viskosität zu hoch\n9000420027 | LS 4431 | 3 Geb. | 535,50 | Gebinde undicht\nSumme | | | 3.391,50 |"
                    ),
                )
                + "<p>Bis zur Klärung halten wir die Zahlung zurück.</p>",
                "de",
            ),
        )
    ],
)
firm(
    "B63",
    "Laiterie du Morvan",
    "fournisseurs@laiterie-morvan.example",
    "EUR",
    """
FV26-1004 2026-10-07 1320.00
FV26-1019 2026-10-16 660.00
""",
    **FR,
)
mail(
    "fr9-trap-echeancier",
    "Échéancier des factures enregistrées: tableau par échéance avec montants, envoyé chaque mois aux fournisseurs",
    "xlsxwriter",
    "B63",
    "Votre échéancier au 15/11/2026",
    "2026-11-15T06:00:00+01:00",
    "Bonjour, vous trouverez ci-joint l'échéancier de vos factures enregistrées chez nous.",
    kind="*",
    promises=[UNSCORED],
    files=[
        xlsx(
            "echeancier.xlsx",
            "Facture | Date facture | Échéance | Montant TTC\nFV26-1004 | 07/10/2026 | 30/11/2026 | 1,320.00\nFV26-1019 | 16/10/2026 | 15/12/2026 | 660.00\nTotal | | | 1,980.00",
        )
    ],
)
firm(
    "B64",
    "三原サイン株式会社",
    "kobai@mihara-sign.example",
    "JPY",
    """
T26-1004 2026-10-31 77000
T26-1018 2026-10-31 38500
""",
    **JA,
)
mail(
    "ja9-trap-uketori-kakunin",
    "請求書受領の通知: システムが受け取った請求書の一覧、支払予定日と承認待ち",
    "HTML program",
    "B64",
    "【受領通知】請求書を受領しました",
    "2026-11-13T10:10:00+09:00",
    markup(
        "<p>以下の請求書を受領いたしました。</p>"
        + grid(
            "T26-1004 | 77,000円 | 2026/12/31 | 承認待ち\nT26-1018 | 38,500円 | 2026/12/31 | 承認待ち",
            "請求書番号|金額|支払予定日|状態",
        )
        + "<p>※本メールは自動送信です。</p>"
    ),
    kind="*",
    promises=[UNSCORED],
)
