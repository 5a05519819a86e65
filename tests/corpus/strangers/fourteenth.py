"""A fourteenth set, written after the thirteenth was mended and before the reader saw it: more payers, banks and things that only look like a payment."""

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
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, typed, xls, xlsx

firm(
    "G01",
    "Cotswold Hotels Group Ltd",
    "purchase.ledger@cotswoldhotels.example",
    "GBP",
    """
CHG/26/30417 2026-09-03 864.00
CHG/26/30429 2026-09-14 432.00
CHG/26/30440 2026-09-27 -72.00
CHG/26/30455 2026-10-05 216.00
""",
)
mail(
    "en14-site-and-ledger-codes",
    "Landscape print: site code, nominal, our number, description with days and sums in it, net, VAT, gross, settled; total of each",
    "reportlab",
    "G01",
    "Remittance 13.11.26",
    "2026-11-13T07:00:00+00:00",
    "Please find attached our remittance for payment made today.",
    pay("1224.00", "GBP", "CHG/26/30417 864.00; CHG/26/30429 432.00; CHG/26/30440 -72.00"),
    files=[
        pdf(
            "remit.pdf",
            lambda: drawn(
                """
COTSWOLD HOTELS GROUP LTD | | | | | | REMITTANCE
Brevanne Coatings Ltd | | | | | | 13 Nov 2026

Site | Nominal | Doc ref | Narrative | Net £ | VAT £ | Gross £ | Settled £
BTN | 7300 | CHG/26/30417 | Repaint rooms 12-18, 4 days @ 180.00 | 720.00 | 144.00 | 864.00 | 864.00
STW | 7300 | CHG/26/30429 | Lobby, quote 2210 of 01/08/26 | 360.00 | 72.00 | 432.00 | 432.00
STW | 7300 | CHG/26/30440 | Credit for lobby ceiling | -60.00 | -12.00 | -72.00 | -72.00
 | | | | 1,020.00 | 204.00 | 1,224.00 | 1,224.00
""",
                (40, 85, 140, 240, -560, -640, -720, -800),
                (842, 595),
            ),
        )
    ],
)

firm(
    "G02",
    "Delmarva Poultry Equipment LLC",
    "ap@delmarvapoultry.example",
    "USD",
    """
DPE-9-4417 2026-09-05 3600.00
DPE-9-4431 2026-09-19 1800.00
DPE-9-4450 2026-10-03 900.00
""",
    zone="America/New_York",
)
mail(
    "en14-vendor-history-marked",
    "Workbook of the vendor's history: paid rows of earlier months with their checks, and those of today's ACH; the mail says which ACH",
    "xlsxwriter",
    "G02",
    "ACH 77120 today",
    "2026-11-12T15:30:00-05:00",
    "ACH 77120 for $5,292.00 went out today. It pays DPE-9-4417 less 3% and DPE-9-4431. Full vendor history attached.",
    pay("5292.00", "USD", "DPE-9-4417 3492.00 d=108.00 x=*; DPE-9-4431 1800.00"),
    files=[
        xlsx(
            "history.xlsx",
            """
Vendor history BREVANNE | | | |
Invoice | Invoice date | Amount | Disc. | Paid | Check/ACH
DPE-7-4100 | 07/02/2026 | 1,200.00 | 0.00 | 1,200.00 | ACH 76002
DPE-8-4222 | 08/04/2026 | 750.00 | 0.00 | 750.00 | ACH 76541
DPE-9-4417 | 09/05/2026 | 3,600.00 | 108.00 | 3,492.00 | ACH 77120
DPE-9-4431 | 09/19/2026 | 1,800.00 | 0.00 | 1,800.00 | ACH 77120
""",
        )
    ],
)

firm(
    "G03",
    "Waikato Barn Builders Ltd",
    "office@waikatobarns.example",
    "NZD",
    """
WB5417 2026-09-10 1150.00
WB5429 2026-09-22 575.00
WB5440 2026-10-06 230.00
""",
    zone="Pacific/Auckland",
)
mail(
    "en14-docx-form-pairs",
    "Word form of label and value in four columns, then a table of supplier's number, amount, retained, we pay",
    "python-docx",
    "G03",
    "Remittance advice Nov",
    "2026-11-13T10:00:00+13:00",
    "Kia ora, remittance attached for today's payment.",
    pay("1638.75", "NZD", "WB5417 1092.50 x=57.50; WB5429 546.25 x=28.75"),
    files=[
        (
            "advice.docx",
            DOCX,
            lambda: docx(
                (
                    "Waikato Barn Builders Ltd",
                    "Remittance advice to Brevanne Coatings Ltd, 13 November 2026, NZD 1,638.75",
                ),
                "Your number | Claim | Retained 5% | We pay\nWB5417 | 1,150.00 | 57.50 | 1,092.50\nWB5429 | 575.00 | 28.75 | 546.25\n | 1,725.00 | 86.25 | 1,638.75",
            ),
        )
    ],
)

firm(
    "G04",
    "Emerald Isle Seafoods DAC",
    "accounts@emeraldseafoods.example",
    "EUR",
    """
EIS04417 2026-09-08 2214.00
EIS04431 2026-09-23 1107.00
EIS04440 2026-10-05 369.00
""",
    zone="Europe/Dublin",
)
mail(
    "en14-run-with-names-column",
    "Payment run of several suppliers as a PDF: our ref, beneficiary without a legal form, their number, euro; total of the run",
    "chromium",
    "G04",
    "Payment run 46",
    "2026-11-13T12:00:00+00:00",
    "Run 46 was released this morning, list attached for your lines.",
    pay("3321.00", None, "EIS04417 2214.00; EIS04431 1107.00"),
    files=[
        pdf(
            "run46.pdf",
            lambda: printed(
                "<h3>Emerald Isle Seafoods DAC - Payment run 46</h3>"
                + table(
                    ("Line", "Supplier name", "Their invoice", "Paid"),
                    rights(
                        cells("""
1 | Atlantic Ice | A-1190 | 310.00
2 | Brevanne Coatings | EIS04417 | 2,214.00
3 | Brevanne Coatings | EIS04431 | 1,107.00
4 | Galway Packaging | GP88417 | 1,040.00
 | Run total | | 4,671.00
"""),
                        3,
                    ),
                )
            ),
        )
    ],
)

firm(
    "G05",
    "Sunrise Textiles Mills Limited",
    "ap@sunrisetextiles.example",
    "INR",
    """
STM/0417/26 2026-09-09 236000.00
STM/0431/26 2026-09-24 118000.00
STM/0440/26 2026-10-05 59000.00
""",
    zone="Asia/Kolkata",
)
mail(
    "en14-bank-beneficiary-advice",
    "Bank's advice to the beneficiary in HTML: remitter, account, amount in figures and words, UTR, invoice lines as text rows with gross and TDS",
    "HTML program",
    "G05",
    "Beneficiary Advice - Credit of INR 3,47,000.00",
    "2026-11-12T18:02:00+05:30",
    markup(
        nested(
            "<p>Dear Brevanne Coatings India,</p><p>At the request of our customer Sunrise Textiles Mills Limited we have credited your account XXXX7781 as below:</p>"
            + grid(
                "UTR No. | DECN52026111200417\nValue date | 12-Nov-2026\nAmount | INR 3,47,000.00\nIn words | Rupees Three Lakh Forty Seven Thousand Only"
            )
            + "<p>Remittance details</p>"
            + grid(
                "STM/0417/26 | 2,36,000.00 | 4,720.00 | 2,31,280.00\nSTM/0431/26 | 1,18,000.00 | 2,280.00 | 1,15,720.00",
                "Invoice|Invoice Amt|TDS Amt|Net Amt",
            )
        )
    ),
    pay("347000.00", "INR", "STM/0417/26 231280.00 x=4720.00; STM/0431/26 115720.00 x=2280.00"),
    sender=("Deccan Bank Alerts", "advice@deccanbank.example"),
    kind=ANY,
)

firm(
    "G60",
    "Lakeshore Theatres Inc.",
    "procurement@lakeshoretheatres.example",
    "USD",
    """
LT-60417 2026-10-14 2100.00
LT-60425 2026-10-22 1400.00
""",
    zone="America/Chicago",
)
mail(
    "en14-trap-dynamic-discount",
    "Offer of early payment: our invoices with due date, discount if accepted today, what we would receive; nothing is paid yet",
    "HTML program",
    "G60",
    "Get paid early: 2 invoices eligible",
    "2026-11-12T08:00:00-06:00",
    markup(
        nested(
            "<p>Lakeshore Theatres Inc. invites you to accelerate payment of approved invoices.</p>"
            + grid(
                "LT-60417 | 12/13/2026 | $2,100.00 | $31.50 | $2,068.50\nLT-60425 | 12/21/2026 | $1,400.00 | $24.50 | $1,375.50\nTotal | | $3,500.00 | $56.00 | $3,444.00",
                "Invoice|Due|Approved amount|Discount|You receive",
            )
            + "<p>Log in and click Accept to be paid in two business days.</p>"
        )
    ),
    kind=ANY,
    promises=[UNSCORED],
)

firm(
    "G61",
    "Ferndale Council",
    "debtors@ferndale.example",
    "GBP",
    """
FC-20417 2026-08-20 780.00
FC-20431 2026-09-03 390.00
""",
)
mail(
    "en14-trap-returned-bacs",
    "Returned payment report: BACS items that came back with a reason code, to us among others; new bank details are asked for",
    "fpdf2",
    "G61",
    "Returned BACS item",
    "2026-11-12T09:40:00+00:00",
    "The attached payment was returned by your bank. Please send us your current details so that we can issue it again.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "ARUCS.pdf",
            lambda: typed(
                """
Ferndale Council - automated return of unapplied credits
Report date 12/11/2026

Payee | Your invoice | Amount | Reason
Brevanne Coatings Ltd | FC-20417 | 780.00 | 5 no account
Brevanne Coatings Ltd | FC-20431 | 390.00 | 5 no account
 | Total returned | 1,170.00 |
""",
                (15, 80, -140, 150),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "G20",
    "Landmaschinen Petersen e.K.",
    "petersen@landmaschinen-petersen.example",
    "EUR",
    """
LP 4417-26 2026-09-10 833.00
LP 4425-26 2026-09-20 416.50
LP 4433-26 2026-10-04 208.25
""".replace("LP ", "LP"),
    **DE,
)
mail(
    "de14-ueberweisungstraeger",
    "Quittung der Sparkassen-App als PDF: Echtzeitüberweisung, Empfängername, Betrag mit Euro-Zeichen, Verwendungszweck mit zwei Nummern, Status durchgeführt",
    "chromium",
    "G20",
    "Beleg",
    "2026-11-13T21:10:00+01:00",
    "Moin, hier der Beleg. Gruß Petersen",
    pay("1249.50", "EUR", "LP4417-26 *; LP4425-26 *"),
    files=[
        pdf(
            "Quittung.pdf",
            lambda: printed(
                "<h3>Echtzeitüberweisung</h3>"
                + grid(
                    "Empfängername | Brevanne Lacke GmbH\nIBAN | DE02 1203 0000 0000 2020 51\nBetrag | 1.249,50 €\nVerwendungszweck | LP4417-26 + LP4425-26\nDatum | 13.11.2026 21:04\nStatus | Durchgeführt"
                ),
                language="de",
            ),
        )
    ],
)

firm(
    "G21",
    "Bäckerei-Einkauf Süd eG",
    "zr@baeckerei-sued.example",
    "EUR",
    """
BES-26-41701 2026-09-08 1190.00
BES-26-41715 2026-09-15 595.00
BES-26-41722 2026-09-26 -59.50
BES-26-41740 2026-10-05 297.50
""",
    **DE,
)
mail(
    "de14-genossenschaft-xls",
    "Genossenschaft, altes Excel: Mitglied, Ihre Faktura, Bruttowert, Rückvergütung, ZR-Gebühr, Gutgeschrieben; Saldo der Liste",
    "xlwt",
    "G21",
    "Zentralregulierung KW 46",
    "2026-11-12T06:00:00+01:00",
    "Die Gutschrift auf Ihrem Konto erfolgt mit heutiger Wertstellung.",
    pay("1674.93", "EUR", "*"),
    files=[
        (
            "ZR46.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Zentralregulierung KW 46 | Lieferant Brevanne Lacke GmbH | | | Beträge in EUR
Mitglied | Ihre Faktura | Bruttowert | Rückvergütung | Gutgeschrieben
Krumm | BES-26-41701 | 1.190,00 | 35,70 | 1.154,30
Blattner | BES-26-41715 | 595,00 | 17,85 | 577,15
Blattner | BES-26-41722 | -59,50 | 0,00 | -59,50
Zwischensumme | | 1.725,50 | 53,55 | 1.671,95
Portoerstattung | | | | 2,98
Saldo der Liste | | | | 1.674,93
""",
                "KW46",
            ),
        )
    ],
)

firm(
    "G30",
    "Ateliers du Rhône SA",
    "fournisseurs@ateliers-rhone.example",
    "EUR",
    """
AR.2609.0417 2026-09-08 5400.00
AR.2609.0433 2026-09-22 2700.00
AR.2610.0405 2026-10-05 1080.00
""",
    **FR,
)
mail(
    "fr14-acompte-et-solde",
    "Tableau PDF: facture, TTC, acompte du mois passé, pénalité de retard, versé ce jour; net viré",
    "fpdf2",
    "G30",
    "Détail virement du 12/11/2026",
    "2026-11-12T17:00:00+01:00",
    "Bonjour, ci-joint le détail du virement de ce jour.",
    pay("5940.00", "EUR", "AR.2609.0417 3240.00 x=160.00; AR.2609.0433 2700.00"),
    files=[
        pdf(
            "detail.pdf",
            lambda: typed(
                """
Ateliers du Rhône SA | | | | Virement du 12/11/2026
Fournisseur : Brevanne Revêtements SARL | | | | Devise : EUR

N° facture | Montant TTC | Acompte versé le 15/10 | Pénalité | Versé ce jour
AR.2609.0417 | 5 400,00 | 2 000,00 | 160,00 | 3 240,00
AR.2609.0433 | 2 700,00 | 0,00 | 0,00 | 2 700,00
Totaux | 8 100,00 | 2 000,00 | 160,00 | 5 940,00
""",
                (12, -75, -120, -150, -190),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "G40",
    "Almacenes Tres Ríos Ltda.",
    "proveedores@tresrios.example",
    "CLP",
    """
70417 2026-09-09 1785000
70433 2026-09-23 892500
70450 2026-10-05 357000
""",
    language="es",
    zone="America/Santiago",
)
mail(
    "es14-aviso-cesion-html",
    "Aviso de la plataforma: factura, monto, cargo por diferencia de precio, a depositar; «fue depositado» con número de operación",
    "HTML program",
    "G40",
    "Depósito realizado - Operación 88417",
    "2026-11-12T11:30:00-03:00",
    markup(
        nested(
            "<p>Almacenes Tres Ríos Ltda. le informa que fue depositado en su cuenta el siguiente pago:</p>"
            + grid(
                "70417 | 1.785.000 | 35.700 | 1.749.300\n70433 | 892.500 | 0 | 892.500\nTotal | 2.677.500 | 35.700 | 2.641.800",
                "Factura|Monto factura|Cargo dif. precio|Depositado",
            )
            + "<p>Valores en CLP. Operación 88417, 12-11-2026.</p>"
        )
    ),
    pay("2641800", "CLP", "70417 1749300 x=35700; 70433 892500"),
)

firm(
    "G50",
    "株式会社さくら家具",
    "keiri@sakura-kagu.example",
    "JPY",
    """
SF26-1101 2026-09-30 385000
SF26-1108 2026-09-30 192500
SF26-1115 2026-10-31 77000
""",
    **JA,
)
mail(
    "ja14-honbun-hyo",
    "本文に罫線の表: 請求書番号｜請求金額｜振込手数料｜振込金額、合計、振込日は本文の上",
    "plain text",
    "G50",
    "お振込のご連絡（11月分）",
    "2026-11-12T16:10:00+09:00",
    "ブレヴァンヌ・コーティングス株式会社\nご担当者様\n\nお世話になっております。株式会社さくら家具 経理の中村です。\n本日、下記のとおりお振込いたしました。\n\n請求書番号　｜ 請求金額　｜ 手数料 ｜ 振込金額\nSF26-1101　｜ 385,000円 ｜ 440円 ｜ 384,560円\nSF26-1108　｜ 192,500円 ｜ 0円 ｜ 192,500円\n合計　　　　｜ 577,500円 ｜ 440円 ｜ 577,060円\n\nよろしくお願いいたします。",
    pay("577060", "JPY", "SF26-1101 384560 x=440; SF26-1108 192500"),
)

firm(
    "G41",
    "Talleres Ibarra y Cía. S.L.",
    "conta@talleresibarra.example",
    "EUR",
    """
TI/2609/417 2026-10-10 484.00
TI/2609/425 2026-10-18 242.00
""",
    **ES,
)
mail(
    "es14-trap-conformar-precios",
    "Pide conformar precios: facturas con importe facturado, importe según pedido y diferencia; el pago queda retenido",
    "python-docx",
    "G41",
    "Diferencias en facturas",
    "2026-11-12T12:12:00+01:00",
    "Buenos días, adjuntamos las diferencias detectadas. Hasta recibir el abono no podemos tramitar el pago.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        (
            "diferencias.docx",
            DOCX,
            lambda: docx(
                ("Talleres Ibarra y Cía. S.L.", "Diferencias en facturas de Brevanne Recubrimientos S.L."),
                "Factura | Facturado | Según pedido | Diferencia\nTI/2609/417 | 484,00 € | 435,60 € | 48,40 €\nTI/2609/425 | 242,00 € | 242,00 € | 0,00 €\nTotal | 726,00 € | 677,60 € | 48,40 €",
            ),
        )
    ],
)
