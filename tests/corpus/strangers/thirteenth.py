"""A thirteenth set, written after the twelfth was mended and before the reader saw it: twenty-two papers of ordinary trade."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    ANY,
    DE,
    DOCX,
    ES,
    FR,
    JA,
    UNSCORED,
    cells,
    firm,
    grid,
    mail,
    markup,
    nested,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, typed, xls, xlsx

firm(
    "F01",
    "Bluewater Home Stores, Inc.",
    "ap.remit@bluewaterhome.example",
    "USD",
    """
88-120417 2026-09-04 5280.00
88-120433 2026-09-16 2640.00
88-120450 2026-09-29 1320.00
88-120466 2026-10-07 660.00
""",
    zone="America/New_York",
)
mail(
    "en13-deductions-below",
    "Retailer's settlement: list of invoices with its total, below it a list of claims, each against one of our invoices, then the check's sum",
    "reportlab",
    "F01",
    "Settlement 0088417",
    "2026-11-13T05:15:00-05:00",
    "Settlement detail attached.",
    pay("8853.60", "USD", "88-120417 5174.40 x=105.60; 88-120433 2359.20 x=280.80; 88-120450 1320.00"),
    files=[
        pdf(
            "settlement_0088417.pdf",
            lambda: drawn(
                """
BLUEWATER HOME STORES, INC. | | | SETTLEMENT 0088417
Vendor 604177 BREVANNE COATINGS INC | | | Check date 11/13/2026

Invoice | Store | Inv date | Invoiced
88-120417 | 0031 | 09/04/2026 | $5,280.00
88-120433 | 0044 | 09/16/2026 | $2,640.00
88-120450 | 0052 | 09/29/2026 | $1,320.00
Total invoices | | | $9,240.00

Claims taken
88-120417 | 0031 | Damage allowance 2% | -$105.60
88-120433 | 0044 | Shortage, 3 cases | -$280.80
Total claims | | | -$386.40

Check amount | | | $8,853.60
""",
                (50, 160, 250, -520),
            ),
        )
    ],
)

firm(
    "F02",
    "Hartside Civil Engineering Ltd",
    "subcontract.accounts@hartside.example",
    "GBP",
    """
HS-APP-0417 2026-09-11 7200.00
HS-APP-0431 2026-09-25 3600.00
HS-APP-0440 2026-10-06 1200.00
""",
)
mail(
    "en13-cis-statement",
    "Subcontractor payment and deduction statement: labour, materials, CIS at 20 % of labour, retention, paid into bank",
    "chromium",
    "F02",
    "Payment and deduction statement - November",
    "2026-11-13T10:00:00+00:00",
    "Please find your payment and deduction statement. Funds will show in your account today.",
    pay("9000.00", "GBP", "HS-APP-0417 6000.00 x=1200.00; HS-APP-0431 3000.00 x=600.00"),
    files=[
        pdf(
            "statement.pdf",
            lambda: printed(
                "<h3>Hartside Civil Engineering Ltd</h3><p>Payment and deduction statement, tax month ended 5 December 2026</p><p>Subcontractor: Brevanne Coatings Ltd, UTR 88417 20417</p>"
                + table(
                    (
                        "Application",
                        "Site",
                        "Labour",
                        "Materials",
                        "Total",
                        "CIS 20%",
                        "Retention 3⅓%",
                        "Into bank",
                    ),
                    rights(
                        cells("""
HS-APP-0417 | Weir | £4,800.00 | £2,400.00 | £7,200.00 | £960.00 | £240.00 | £6,000.00
HS-APP-0431 | Depot | £2,400.00 | £1,200.00 | £3,600.00 | £480.00 | £120.00 | £3,000.00
 | | £7,200.00 | £3,600.00 | £10,800.00 | £1,440.00 | £360.00 | £9,000.00
"""),
                        2,
                    ),
                )
            ),
        )
    ],
)

firm(
    "F03",
    "Maple & Main Interiors",
    "jo@mapleandmain.example",
    "CAD",
    """
10417-MM 2026-09-18 452.00
10423-MM 2026-09-27 339.00
10431-MM 2026-10-05 113.00
""",
    zone="America/Toronto",
)
mail(
    "en13-bill-line-html",
    "Small firm's bookkeeping app: one sentence with the sum, then each bill with its amount in brackets, separated by commas",
    "HTML program",
    "F03",
    "You've been paid by Maple & Main Interiors",
    "2026-11-12T16:20:00-05:00",
    markup(
        nested(
            "<h2>You've been paid!</h2><p>Maple &amp; Main Interiors paid you <b>CA$791.00</b> on November 12, 2026.</p><p>Bills paid: 10417-MM (CA$452.00), 10423-MM (CA$339.00)</p><p>Memo: thanks for the rush job</p><p style='font-size:10px'>Paid with Ledgerleaf. Unsubscribe from promotional mails.</p>"
        )
    ),
    pay("791.00", "CAD", "10417-MM 452.00; 10423-MM 339.00"),
    sender=("Ledgerleaf Payments", "payments@ledgerleaf.example"),
)

firm(
    "F04",
    "Aurora Freight Systems BV",
    "shared.ap@aurorafreight.example",
    "EUR",
    """
AFS-77-0417 2026-09-03 2420.00
AFS-77-0429 2026-09-17 1210.00
AFS-77-0436 2026-09-30 -242.00
AFS-77-0451 2026-10-05 605.00
""",
    zone="Europe/Amsterdam",
)
mail(
    "en13-snake-case-csv",
    "Machine's CSV with semicolons: names in small letters with underlines, decimal points, credit with a minus, currency column, no total",
    "program's CSV",
    "F04",
    "remittance_20261112_004417",
    "2026-11-12T02:00:00+01:00",
    "Automated remittance file.",
    pay("3339.60", "EUR", "AFS-77-0417 2371.60 d=48.40; AFS-77-0429 1210.00; AFS-77-0436 -242.00"),
    files=[
        (
            "remittance_20261112_004417.csv",
            "text/csv",
            lambda: (
                b"pmt_ref;pmt_date;supplier_name;supplier_invoice_ref;doc_type;ccy;gross_amt;early_pay_disc;net_paid_amt\n"
                b"004417;2026-11-12;BREVANNE COATINGS;AFS-77-0417;INV;EUR;2420.00;48.40;2371.60\n"
                b"004417;2026-11-12;BREVANNE COATINGS;AFS-77-0429;INV;EUR;1210.00;0.00;1210.00\n"
                b"004417;2026-11-12;BREVANNE COATINGS;AFS-77-0436;CRN;EUR;-242.00;0.00;-242.00\n"
            ),
        )
    ],
)

firm(
    "F05",
    "Coral Bay Marina Pty Ltd",
    "office@coralbaymarina.example",
    "AUD",
    """
CBM2417 2026-09-20 990.00
CBM2431 2026-10-02 495.00
CBM2440 2026-10-08 247.50
""",
    zone="Australia/Perth",
)
mail(
    "en13-bank-receipt-pay-anyone",
    "Australian bank's receipt of a payment to an account: from, to, BSB, amount, description for the payee, receipt number, status Successful",
    "fpdf2",
    "F05",
    "payment receipt",
    "2026-11-13T11:00:00+08:00",
    "Hi, here's the receipt for invoices CBM2417 and CBM2431. Cheers, Dale",
    pay("1485.00", "AUD", "CBM2417 *; CBM2431 *"),
    files=[
        pdf(
            "receipt.pdf",
            lambda: typed(
                """
Southern Cross Mutual
Pay Anyone receipt

Status | Successful
Receipt number | N88417002
Date and time | 13/11/2026 10:58 AM AWST
From | Coral Bay Marina Pty Ltd, 036-117 ****2204
To | Brevanne Coatings, 064-000 ****7781
Amount | $1,485.00
Payee's description | CBM2417 CBM2431
Payment speed | Fast payment
""",
                (18, 75),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "F06",
    "Vijaya Foods Private Limited",
    "treasury@vijayafoods.example",
    "INR",
    """
VF/BC/4417 2026-09-08 141600.00
VF/BC/4431 2026-09-22 94400.00
VF/BC/4440 2026-10-05 23600.00
""",
    zone="Asia/Kolkata",
)
mail(
    "en13-advice-with-tds-note",
    "Indian firm's advice: bill amount, TDS 194C, GST TDS, debit note for rate difference, net; sum in words; UTR in the mail",
    "chromium",
    "F06",
    "PAYMENT ADVICE UTR HDFN26317004417",
    "2026-11-13T17:45:00+05:30",
    "Dear Vendor,\n\nWe have released your payment through NEFT vide UTR HDFN26317004417 dated 13-11-2026. Advice attached.\n\nThis is a system generated mail.",
    pay("227000.00", "INR", "VF/BC/4417 135400.00 x=6200.00; VF/BC/4431 91600.00 x=2800.00"),
    files=[
        pdf(
            "advice.pdf",
            lambda: printed(
                "<h3>Vijaya Foods Private Limited</h3><p>Payment Advice No. 4417 &nbsp; Date 13-11-2026<br>Vendor: 100417 Brevanne Coatings India</p>"
                + table(
                    (
                        "Sr",
                        "Bill No",
                        "Bill Date",
                        "Bill Amt",
                        "TDS 194C",
                        "GST TDS",
                        "Debit Note",
                        "Net Amt (Rs.)",
                    ),
                    rights(
                        cells("""
1 | VF/BC/4417 | 08-09-2026 | 1,41,600.00 | 1,200.00 | 2,400.00 | 2,600.00 | 1,35,400.00
2 | VF/BC/4431 | 22-09-2026 | 94,400.00 | 800.00 | 1,600.00 | 400.00 | 91,600.00
 | Total | | 2,36,000.00 | 2,000.00 | 4,000.00 | 3,000.00 | 2,27,000.00
"""),
                        3,
                    ),
                )
                + "<p>Rupees Two Lakh Twenty Seven Thousand Only</p>"
            ),
        )
    ],
)

firm(
    "F07",
    "Ballinasloe Joinery Works",
    "siobhan@ballinasloejoinery.example",
    "EUR",
    """
IE7-0417 2026-09-09 738.00
IE7-0425 2026-09-19 492.00
IE7-0433 2026-10-01 246.00
IE7-0440 2026-10-08 123.00
""",
    zone="Europe/Dublin",
)
mail(
    "en13-sheet-ticked",
    "Spreadsheet program's print with grid lines: invoice, date, amount, a column 'Paid?' with Y or N, the day; sum of those paid below",
    "chromium",
    "F07",
    "payments this week",
    "2026-11-13T15:15:00+00:00",
    "Hi, done two of the four today, rest at month end. List attached. Siobhan",
    pay("1230.00", "EUR", "IE7-0417 738.00; IE7-0425 492.00"),
    promises=[UNSCORED],
    files=[
        pdf(
            "Sheet1.pdf",
            lambda: printed(
                table(
                    ("Supplier inv", "Date", "€", "Paid?", "When"),
                    cells("""
IE7-0417 | 09/09/26 | 738.00 | Y | 13/11/26
IE7-0425 | 19/09/26 | 492.00 | Y | 13/11/26
IE7-0433 | 01/10/26 | 246.00 | N |
IE7-0440 | 08/10/26 | 123.00 | N |
 | Paid today | 1,230.00 | |
"""),
                ),
                "td,th{border:1px solid #ccc}",
            ),
        )
    ],
)

firm(
    "F08",
    "Redfern Valve Co.",
    "payables@redfernvalve.example",
    "USD",
    """
RV-260417 2026-09-10 3150.00
RV-260431 2026-09-24 1575.00
RV-260440 2026-10-06 525.00
""",
    zone="America/Chicago",
)
mail(
    "en13-staff-forward-table",
    "A colleague forwards the customer's HTML mail: heading lines of the first mail, then the table with invoice, net due, ACH",
    "Outlook HTML",
    "F08",
    "FW: ACH sent - Redfern Valve",
    "2026-11-13T16:40:00+00:00",
    markup(
        "<p>For you.</p><p>Joan Pike<br>Sales Office</p><hr><p><b>From:</b> Payables &lt;payables@redfernvalve.example&gt;<br><b>Sent:</b> Friday, November 13, 2026 10:12 AM<br><b>To:</b> Joan Pike &lt;joan.pike@brevanne.example&gt;<br><b>Subject:</b> ACH sent - Redfern Valve</p>"
        "<p>Joan, the following went out by ACH this morning:</p>"
        + grid(
            "RV-260417 | 09/10/2026 | $3,150.00 | $63.00 | $3,087.00\nRV-260431 | 09/24/2026 | $1,575.00 | $0.00 | $1,575.00\nTotal ACH | | $4,725.00 | $63.00 | $4,662.00",
            "Invoice|Date|Due|Terms disc.|ACH",
        )
        + "<p>Thanks,<br>Redfern Payables</p>"
    ),
    pay("4662.00", "USD", "RV-260417 3087.00 d=63.00; RV-260431 1575.00"),
    sender=("Joan Pike", "joan.pike@brevanne.example"),
    kind="remittance",
)

firm(
    "F09",
    "Stonebridge Dairies plc",
    "ap@stonebridgedairies.example",
    "GBP",
    """
SBD/55417 2026-09-02 1980.00
SBD/55431 2026-09-15 2970.00
SBD/55448 2026-09-28 990.00
SBD/55460 2026-10-06 495.00
""",
)


def _two_cheques() -> bytes:
    out = press.fpdf()
    for number, day, rows, total in (
        ("200417", "6 November 2026", (("SBD/55417", "02/09/26", "1,980.00"),), "1,980.00"),
        (
            "200433",
            "13 November 2026",
            (("SBD/55431", "15/09/26", "2,970.00"), ("SBD/55448", "28/09/26", "990.00")),
            "3,960.00",
        ),
    ):
        out.add_page()
        out.set_font("Helvetica", size=10)
        out.text(20, 20, "Stonebridge Dairies plc - remittance")
        out.text(20, 28, f"Cheque {number}")
        out.text(120, 28, day)
        for x, head in ((20, "Our account with you"), (80, "Dated"), (130, "GBP")):
            out.text(x, 42, head)
        for n, (no, dated, amount) in enumerate(rows):
            for x, said in ((20, no), (80, dated), (130, amount)):
                out.text(x, 50 + 7 * n, said)
        out.text(80, 70, "Cheque value")
        out.text(130, 70, total)
    return bytes(out.output())


mail(
    "en13-two-cheques-two-pages",
    "Two pages, one cheque each: number and day in the head, rows, 'Cheque value' below",
    "fpdf2",
    "F09",
    "Remittances November",
    "2026-11-13T13:00:00+00:00",
    "Both cheques are in the post, remittances attached.",
    pay("1980.00", "GBP", "SBD/55417 1980.00"),
    pay("3960.00", "GBP", "SBD/55431 2970.00; SBD/55448 990.00"),
    files=[pdf("remittances.pdf", _two_cheques)],
)

firm(
    "F10",
    "Luzon Shipyard Services Inc.",
    "fin@luzonshipyard.example",
    "EUR",
    """
LZ-4417 2026-09-08 4000.00
LZ-4431 2026-09-22 1500.00
LZ-4440 2026-10-05 800.00
""",
    zone="Asia/Manila",
)
mail(
    "en13-foreign-rate",
    "Workbook: invoices in euro, rate of the day, remitted in dollars; total in dollars",
    "xlsxwriter",
    "F10",
    "TT remittance details",
    "2026-11-12T14:00:00+08:00",
    "Dear Sir/Madam, our bank remitted USD by TT today, details attached.",
    pay("5940.00", "USD", "*"),
    files=[
        xlsx(
            "TT.xlsx",
            """
Luzon Shipyard Services Inc. | TT 12 Nov 2026 | | |
Invoice | Invoice EUR | Rate | Remitted USD
LZ-4417 | 4,000.00 | 1.0800 | 4,320.00
LZ-4431 | 1,500.00 | 1.0800 | 1,620.00
Total | 5,500.00 | | 5,940.00
""",
        )
    ],
)

firm(
    "F60",
    "Prairie Union School District 12",
    "business.office@prairieunion.example",
    "USD",
    """
PU-2026-017 2026-03-05 2400.00
PU-2026-033 2026-05-14 1250.00
PU-2026-071 2026-10-02 600.00
""",
    zone="America/Chicago",
)
mail(
    "en13-trap-payments-of-the-year",
    "Tax form work sheet: what was paid to us in the year, by invoice and check, for us to check before the form is filed",
    "xlsxwriter",
    "F60",
    "Verification of reportable payments",
    "2026-11-12T09:00:00-06:00",
    "Please verify the attached list of reportable payments for the calendar year and return a signed W-9.",
    kind=ANY,
    disputes=[UNSCORED],
    files=[
        xlsx(
            "reportable.xlsx",
            """
Reportable payments, calendar year 2026 | Brevanne Coatings Inc. | | |
Check | Check date | Invoice | Amount
'40117 | 04/02/2026 | PU-2026-017 | 2,400.00
'40288 | 06/11/2026 | PU-2026-033 | 1,250.00
Box 1 total | | | 3,650.00
""",
        )
    ],
)

firm(
    "F61",
    "Gatehouse Property Group Ltd",
    "contracts@gatehousepg.example",
    "GBP",
    """
GPG-4417 2026-10-12 6000.00
GPG-4429 2026-10-19 2400.00
""",
)
mail(
    "en13-trap-pay-less-notice",
    "Construction law's pay less notice: sum applied for, what they consider due, the basis; the final date for payment is ahead",
    "python-docx",
    "F61",
    "Pay less notice",
    "2026-11-12T17:30:00+00:00",
    "Please find attached notice pursuant to the contract.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        (
            "notice.docx",
            DOCX,
            lambda: docx(
                (
                    "PAY LESS NOTICE",
                    "Gatehouse Property Group Ltd to Brevanne Coatings Ltd",
                    "We give notice that we intend to pay less than the notified sum. The sum that we consider to be due on the date of this notice and its basis are:",
                ),
                "Application | Sum applied for | Less defects | Sum considered due\nGPG-4417 | £6,000.00 | £1,200.00 | £4,800.00\nGPG-4429 | £2,400.00 | £0.00 | £2,400.00\nTotal | £8,400.00 | £1,200.00 | £7,200.00",
                ("Final date for payment: 26 November 2026.",),
            ),
        )
    ],
)

firm(
    "F20",
    "Weingut Kellerhals GbR",
    "kontor@weingut-kellerhals.example",
    "EUR",
    """
WK-26-117 2026-09-14 357.00
WK-26-124 2026-09-25 238.00
WK-26-131 2026-10-05 119.00
""",
    **DE,
)
mail(
    "de13-strichpunkte",
    "Kurze Mail: je Rechnung eine Zeile mit Strichpunkten (Nummer, Datum, Betrag, Skonto mit Minus, gezahlt), Summe dahinter",
    "plain text",
    "F20",
    "Zahlung Kellerhals",
    "2026-11-12T19:30:00+01:00",
    "Guten Abend,\n\nheute habe ich überwiesen:\n\nWK-26-117; 14.09.; 357,00; -7,14; 349,86\nWK-26-124; 25.09.; 238,00; 0,00; 238,00\nzusammen 587,86\n\nSchöne Grüße\nU. Kellerhals",
    pay("587.86", None, "WK-26-117 349.86 d=*  x=*; WK-26-124 238.00"),
)

firm(
    "F21",
    "Stadtwerke Ilmtal GmbH",
    "kreditoren@sw-ilmtal.example",
    "EUR",
    """
SWI-4417/26 2026-09-07 2856.00
SWI-4431/26 2026-09-21 1428.00
SWI-4436/26 2026-09-28 -285.60
SWI-4450/26 2026-10-06 714.00
""",
    **DE,
)
mail(
    "de13-drei-zeilen-kopf",
    "Avis eines Versorgers: Spaltenköpfe über drei Zeilen, Vorzeichen hinter dem Betrag, Skonto und Einbehalt, Zahlbetrag mit Sternen",
    "fpdf2",
    "F21",
    "Zahlungsavis 1500088417",
    "2026-11-12T05:05:00+01:00",
    "Zahlungsavis im Anhang.",
    pay(
        "3827.04",
        "EUR",
        "SWI-4417/26 2684.64 d=57.12 x=114.24; SWI-4431/26 1428.00; SWI-4436/26 -285.60",
    ),
    files=[
        pdf(
            "Avis.pdf",
            lambda: typed(
                """
Stadtwerke Ilmtal GmbH | | | | Zahlungsavis 1500088417
Am Gaswerk 1 | | | | Datum 12.11.2026

Brevanne Lacke GmbH | | | | Währung EUR

Ihre | Beleg- | Brutto- | Skonto- | Sicherheits- | Zahl-
Rechnungs- | datum | betrag | betrag | einbehalt | betrag
nummer
SWI-4417/26 | 07.09.26 | 2.856,00 | 57,12 | 114,24 | 2.684,64
SWI-4431/26 | 21.09.26 | 1.428,00 | 0,00 | 0,00 | 1.428,00
SWI-4436/26 | 28.09.26 | 285,60- | 0,00 | 0,00 | 285,60-

Gesamtzahlbetrag | | | | | *3.827,04*
""",
                (15, 50, -95, -125, -155, -190),
            ),
        )
    ],
)

firm(
    "F22",
    "Baugesellschaft Rhön mbH",
    "technik@bau-rhoen.example",
    "EUR",
    """
TR-26-0417 2026-10-14 11900.00
TR-26-0425 2026-10-21 5950.00
""",
    **DE,
)
mail(
    "de13-trap-zahlungsempfehlung",
    "Rechnungsprüfung des Architekten: Teilrechnung, gefordert, geprüft, Einbehalt, zur Anweisung empfohlen; der Bauherr zahlt später",
    "chromium",
    "F22",
    "Prüfvermerk Ihrer Teilrechnungen",
    "2026-11-12T14:00:00+01:00",
    "Sehr geehrte Damen und Herren, den Prüfvermerk unseres Architekten senden wir Ihnen zur Kenntnis.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        pdf(
            "Pruefvermerk.pdf",
            lambda: printed(
                "<h3>Prüfvermerk zur Rechnungsprüfung</h3><p>Bauvorhaben Schulzentrum, Auftragnehmer Brevanne Lacke GmbH</p>"
                + table(
                    ("Teilrechnung", "Gefordert", "Geprüft", "Einbehalt 5 %", "Zur Anweisung"),
                    rights(
                        cells(
                            "TR-26-0417 | 11.900,00 | 11.305,00 | 565,25 | 10.739,75\nTR-26-0425 | 5.950,00 | 5.950,00 | 297,50 | 5.652,50\nSumme | 17.850,00 | 17.255,00 | 862,75 | 16.392,25"
                        ),
                        1,
                    ),
                )
                + "<p>Die Zahlung wird dem Bauherrn empfohlen. Meiningen, den 11.11.2026, Architekturbüro Lenz</p>",
                language="de",
            ),
        )
    ],
)

firm(
    "F30",
    "Coopérative Fruitière du Gard",
    "tresorerie@coopfruits-gard.example",
    "EUR",
    """
GA-2609-417 2026-09-09 2880.00
GA-2609-433 2026-09-24 960.00
GA-2610-402 2026-10-05 480.00
""",
    **FR,
)
mail(
    "fr13-avis-banque",
    "Banque en ligne: avis d'exécution d'un virement, rubriques et valeurs, motif avec les deux factures",
    "reportlab",
    "F30",
    "Virement effectué",
    "2026-11-12T11:20:00+01:00",
    "Bonjour, ci-joint l'avis d'exécution de notre virement. Cordialement",
    pay("3840.00", "EUR", "GA-2609-417 *; GA-2609-433 *"),
    files=[
        pdf(
            "avis.pdf",
            lambda: drawn(
                """
Banque des Cévennes | Espace entreprises

Avis d'exécution

Nature de l'opération | Virement SEPA émis
État | Exécuté
Date d'exécution | 12/11/2026
Donneur d'ordre | Coopérative Fruitière du Gard
Bénéficiaire | BREVANNE REVETEMENTS SARL
Montant de l'opération | 3 840,00 EUR
Motif | FACT GA-2609-417 ET GA-2609-433
""",
                (60, 240),
            ),
        )
    ],
)

firm(
    "F31",
    "Mairie de Saint-Aubin",
    "urbanisme@mairie-saint-aubin.example",
    "EUR",
    """
SA-F26-417 2026-10-10 8400.00
SA-F26-425 2026-10-20 3600.00
""",
    **FR,
)
mail(
    "fr13-trap-certificat-de-paiement",
    "Certificat de paiement du maître d'œuvre: situations, montant vérifié, retenue, net à mandater; le mandat n'est pas émis",
    "xlwt",
    "F31",
    "Certificat pour paiement n° 4",
    "2026-11-12T16:00:00+01:00",
    "Bonjour, le maître d'œuvre nous a transmis le certificat ci-joint. Nous l'adressons au comptable public pour mandatement.",
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
    files=[
        (
            "certificat.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Certificat pour paiement n° 4 | | | |
Entreprise | Brevanne Revêtements SARL | | |
Facture | Montant demandé | Montant vérifié | Retenue de garantie | Net à mandater
SA-F26-417 | 8400,00 | 8400,00 | 420,00 | 7980,00
SA-F26-425 | 3600,00 | 3360,00 | 168,00 | 3192,00
Total | 12000,00 | 11760,00 | 588,00 | 11172,00
""",
                "CP4",
            ),
        )
    ],
)

firm(
    "F40",
    "Pesquera Bahía Negra S.A.C.",
    "pagos@bahianegra.example",
    "PEN",
    """
F001-4417 2026-09-10 11800.00
F001-4431 2026-09-24 5900.00
F001-4440 2026-10-05 2360.00
""",
    language="es",
    zone="America/Lima",
)
mail(
    "es13-peru-detraccion",
    "Perú: constancia de pago a proveedor, importe total, detracción depositada aparte, neto abonado; sumas abajo",
    "chromium",
    "F40",
    "Constancia de pago 12/11/2026",
    "2026-11-12T15:00:00-05:00",
    "Estimado proveedor: adjuntamos la constancia del pago efectuado el día de hoy.",
    pay("15576.00", "PEN", "F001-4417 10384.00 x=1416.00; F001-4431 5192.00 x=708.00"),
    files=[
        pdf(
            "constancia.pdf",
            lambda: printed(
                "<h3>Constancia de pago a proveedor</h3><p>Pesquera Bahía Negra S.A.C. &nbsp; Fecha de abono: 12/11/2026<br>Proveedor: Brevanne Recubrimientos</p>"
                + table(
                    ("Comprobante", "Emisión", "Importe total", "Detracción 12 %", "Neto abonado"),
                    rights(
                        cells(
                            "F001-4417 | 10/09/2026 | S/ 11,800.00 | S/ 1,416.00 | S/ 10,384.00\nF001-4431 | 24/09/2026 | S/ 5,900.00 | S/ 708.00 | S/ 5,192.00\nTotales | | S/ 17,700.00 | S/ 2,124.00 | S/ 15,576.00"
                        ),
                        2,
                    ),
                ),
                language="es",
            ),
        )
    ],
)

firm(
    "F41",
    "Muebles Sierra Morena S.L.",
    "admon@sierramorena.example",
    "EUR",
    """
SM-26/417 2026-09-09 605.00
SM-26/425 2026-09-18 363.00
SM-26/433 2026-10-02 121.00
""",
    **ES,
)
mail(
    "es13-frase-y-lista",
    "Correo corto: «te he hecho la transfer», dos facturas con guión, menos el abono acordado, total",
    "plain text",
    "F41",
    "transferencia",
    "2026-11-12T20:05:00+01:00",
    "Hola, te he hecho la transferencia hace un rato:\n\n- SM-26/417: 605,00 €\n- SM-26/425: 363,00 €\n\nTotal 968,00 €. Llegará mañana.\n\nSaludos, Paco",
    pay("968.00", "EUR", "SM-26/417 605.00; SM-26/425 363.00"),
)

firm(
    "F50",
    "株式会社青葉製作所",
    "shiire@aoba-seisaku.example",
    "JPY",
    """
AB-2609-41 2026-09-30 1100000
AB-2609-47 2026-09-30 550000
AB-2610-05 2026-10-31 220000
""",
    **JA,
)
mail(
    "ja13-shiharai-meisai-xls",
    "古いブックの支払明細: 貴社請求書、請求金額、返品値引、協賛金、お支払金額、合計; 支払日は上",
    "xlwt",
    "F50",
    "11月お支払明細",
    "2026-11-10T16:00:00+09:00",
    "いつもお世話になっております。本日お支払いたしました明細をお送りいたします。",
    pay("1584000", "JPY", "AB-2609-41 1045000 x=55000; AB-2609-47 539000 x=11000"),
    files=[
        (
            "shiharai11.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
株式会社青葉製作所 支払明細 | | | | （単位：円）
お支払日 | 2026/11/10 | | |
貴社請求書 | 請求金額 | 返品値引 | 協賛金 | お支払金額
AB-2609-41 | 1,100,000 | 33,000 | 22,000 | 1,045,000
AB-2609-47 | 550,000 | 0 | 11,000 | 539,000
合計 | 1,650,000 | 33,000 | 33,000 | 1,584,000
""",
                "11月",
            ),
        )
    ],
)

firm(
    "F51",
    "つばさ建設株式会社",
    "koumu@tsubasa-kensetsu.example",
    "JPY",
    """
TB-1017 2026-10-31 880000
TB-1024 2026-10-31 440000
""",
    **JA,
)
mail(
    "ja13-trap-dekidaka-satei",
    "出来高査定書: 請求額、査定額、保留金、今回支払予定額; 支払は来月末の予定",
    "chromium",
    "F51",
    "10月度出来高査定のご連絡",
    "2026-11-12T13:20:00+09:00",
    "お世話になっております。10月度の査定結果をお送りいたします。ご確認ください。",
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
    files=[
        pdf(
            "satei.pdf",
            lambda: printed(
                "<h3>出来高査定書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p>"
                + table(
                    ("請求書", "請求額", "査定額", "保留金10%", "今回支払予定額"),
                    rights(
                        cells(
                            "TB-1017 | 880,000 | 880,000 | 88,000 | 792,000\nTB-1024 | 440,000 | 396,000 | 39,600 | 356,400\n合計 | 1,320,000 | 1,276,000 | 127,600 | 1,148,400"
                        ),
                        1,
                    ),
                )
                + "<p>支払予定日 2026年12月31日</p>",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)
