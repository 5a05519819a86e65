"""A seventeenth set, written after the sixteenth was mended and before the reader saw it: fourteen ordinary papers."""

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
from tests.corpus.strangers.files import docx, drawn, typed, woven, xls, xlsx

firm(
    "K01",
    "Thornbury Garden Centres Ltd",
    "ledgers@thornburygardens.example",
    "GBP",
    """
TG-14417 2026-09-04 936.00
TG-14425 2026-09-11 468.00
TG-14433 2026-09-25 1404.00
TG-C1441 2026-09-28 -117.00
TG-C1447 2026-10-02 -58.50
TG-14460 2026-10-07 702.00
""",
)
mail(
    "en17-credits-apart",
    "Garden centres' remittance: invoices with their sum, then 'Less credit notes' with theirs, then the net sum sent by BACS",
    "chromium",
    "K01",
    "Remittance TGC/8841",
    "2026-11-13T11:00:00+00:00",
    "Hi, remittance attached, money should be with you today.\n\nBev",
    pay(
        "2632.50",
        "GBP",
        "TG-14417 936.00; TG-14425 468.00; TG-14433 1404.00; TG-C1441 -117.00; TG-C1447 -58.50",
    ),
    files=[
        pdf(
            "TGC8841.pdf",
            lambda: printed(
                "<h3>Thornbury Garden Centres Ltd</h3><p>Remittance TGC/8841, 13 November 2026<br>Brevanne Coatings Ltd</p><p><b>Invoices</b></p>"
                + table(
                    ("Number", "Date", "Branch", "£"),
                    rights(
                        cells(
                            "TG-14417 | 04/09/26 | Yate | 936.00\nTG-14425 | 11/09/26 | Dursley | 468.00\nTG-14433 | 25/09/26 | Yate | 1,404.00\n | | Sum of invoices | 2,808.00"
                        ),
                        3,
                    ),
                )
                + "<p><b>Less credit notes</b></p>"
                + table(
                    ("Number", "Date", "Branch", "£"),
                    rights(
                        cells(
                            "TG-C1441 | 28/09/26 | Yate | 117.00\nTG-C1447 | 02/10/26 | Yate | 58.50\n | | Sum of credit notes | 175.50"
                        ),
                        3,
                    ),
                )
                + "<p class=r><b>Net sum sent by BACS £2,632.50</b></p>"
            ),
        )
    ],
)

firm(
    "K02",
    "Redwood Trail Outfitters Co.",
    "bills@redwoodtrail.example",
    "USD",
    """
RTO-7417 2026-09-10 880.00
RTO-7425 2026-09-20 440.00
RTO-7433 2026-10-01 1320.00
RTO-7441 2026-10-08 220.00
""",
    zone="America/Denver",
)
mail(
    "en17-bill-status-csv",
    "CSV of a payables app: vendor, bill number, bill amount, payment status, process date, amount paid; one scheduled, one void",
    "program's CSV",
    "K02",
    "Payment export 11/12",
    "2026-11-12T16:00:00-07:00",
    "Hi, export of your bills from our payables app, first two were paid today.",
    pay("1320.00", "USD", "RTO-7417 880.00; RTO-7425 440.00"),
    promises=[UNSCORED],
    files=[
        (
            "bills.csv",
            "text/csv",
            lambda: (
                b'"Vendor","Bill #","Bill amount","Payment status","Process date","Amount paid"\r\n'
                b'"Brevanne Coatings Inc.","RTO-7417","$880.00","Paid","11/12/2026","$880.00"\r\n'
                b'"Brevanne Coatings Inc.","RTO-7425","$440.00","Paid","11/12/2026","$440.00"\r\n'
                b'"Brevanne Coatings Inc.","RTO-7433","$1,320.00","Scheduled","11/26/2026",""\r\n'
                b'"Brevanne Coatings Inc.","RTO-7441","$220.00","Void","",""\r\n'
            ),
        )
    ],
)

firm(
    "K03",
    "Palm Jumeirah Facilities LLC",
    "finance@palmfacilities.example",
    "AED",
    """
TI/BC/0417 2026-09-07 10500.00
TI/BC/0425 2026-09-18 5250.00
TI/BC/0433 2026-10-03 2625.00
""",
    zone="Asia/Dubai",
)
mail(
    "en17-transfer-letter-dirhams",
    "Gulf firm's payment advice: serial, tax invoice, value before VAT, VAT 5 %, total, retention 5 % of the value, net; sum in words",
    "weasyprint",
    "K03",
    "Payment Advice PA-2026-0417",
    "2026-11-12T12:30:00+04:00",
    "Dear Sirs, the amount has been transferred to your account today. Kindly send us the receipt voucher.",
    pay("15000.00", "AED", "TI/BC/0417 10000.00 x=500.00; TI/BC/0425 5000.00 x=250.00"),
    files=[
        pdf(
            "PA-2026-0417.pdf",
            lambda: woven(
                "<h3>Palm Jumeirah Facilities LLC</h3><p>PAYMENT ADVICE PA-2026-0417 &nbsp; 12-Nov-2026</p><p>M/s Brevanne Coatings</p>"
                + table(
                    ("S/N", "Tax Invoice", "Dated", "Value", "VAT 5%", "Total", "Retention", "Net AED"),
                    cells("""
1 | TI/BC/0417 | 07-Sep-2026 | 10,000.00 | 500.00 | 10,500.00 | 500.00 | 10,000.00
2 | TI/BC/0425 | 18-Sep-2026 | 5,000.00 | 250.00 | 5,250.00 | 250.00 | 5,000.00
 | Total | | 15,000.00 | 750.00 | 15,750.00 | 750.00 | 15,000.00
"""),
                )
                + "<p>UAE Dirhams Fifteen Thousand Only</p>"
            ),
        )
    ],
)

firm(
    "K04",
    "Lakeside Print & Pack",
    "susan@lakesideprint.example",
    "GBP",
    """
LP4417 2026-08-20 312.00
LP4425 2026-09-03 156.00
LP4433 2026-09-17 624.00
LP4441 2026-10-01 78.00
""",
)
mail(
    "en17-reply-with-paid-dates",
    "Reply to our reminder with a typed list: invoice, amount and the day it was paid today, one waiting for a proof of delivery",
    "plain text",
    "K04",
    "Re: Overdue account",
    "2026-11-12T14:25:00+00:00",
    "Hi\n\nSorry about the delay. Just done:\n\nLP4417\t312.00\tpaid 12/11\nLP4425\t156.00\tpaid 12/11\nLP4433\t624.00\tneed POD first\n\nTotal paid 468.00. LP4441 isn't due till next month I think?\n\nSusan",
    pay("468.00", None, "LP4417 312.00; LP4425 156.00"),
    disputes=[UNSCORED],
    promises=[UNSCORED],
)

firm(
    "K05",
    "Summit County School District RE-4",
    "ap@summitre4.example",
    "USD",
    """
40417 2026-09-09 1875.00
40425 2026-09-21 625.00
40433 2026-10-02 310.00
""",
    zone="America/Denver",
)
mail(
    "en17-district-check-register-xls",
    "School district's warrant register as an old workbook: several vendors by warrant, ours with two invoices, warrant sums in their own column",
    "xlwt",
    "K05",
    "Warrant register November 12",
    "2026-11-12T09:00:00-07:00",
    "Your warrant 118844 was mailed today, see the register.",
    pay("2500.00", None, "40417 1875.00; 40425 625.00"),
    files=[
        (
            "register.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Summit County School District RE-4 | | | | |
Warrant register 11/12/2026 | | | | |
Warrant | Vendor | Invoice | Account | Invoice amount | Warrant amount
118843 | Apex Roofing LLC | 2026-311 | 10-610-26 | 4,200.00 | 4,200.00
118844 | Brevanne Coatings Inc. | 40417 | 10-610-26 | 1,875.00 |
118844 | Brevanne Coatings Inc. | 40425 | 10-430-26 | 625.00 | 2,500.00
118845 | Colorado Paper Supply | 88120 | 10-610-11 | 318.40 | 318.40
 | | | Total | 7,018.40 | 7,018.40
""",
                "Register",
            ),
        )
    ],
)

firm(
    "K60",
    "Bluewater Ferries Ltd",
    "vendor.setup@bluewaterferries.example",
    "CAD",
    """
BWF-4417 2026-10-01 1130.00
BWF-4425 2026-10-11 565.00
""",
    zone="America/Vancouver",
)
mail(
    "en17-trap-micro-deposits",
    "Vendor set-up: two micro deposits verify the bank account, to be confirmed; the invoices that wait for it with amounts",
    "HTML program",
    "K60",
    "Verify your bank account",
    "2026-11-12T10:00:00-08:00",
    markup(
        nested(
            "<p>Hello Brevanne Coatings Inc.,</p><p>To verify your bank account we have sent two small deposits of less than $1.00. Enter both amounts in the portal.</p><p>These invoices are waiting for a verified account:</p>"
            + grid(
                "BWF-4417 | 10/01/2026 | $1,130.00\nBWF-4425 | 10/11/2026 | $565.00", "Invoice|Date|Amount"
            )
            + "<p>Bluewater Ferries Ltd</p>"
        )
    ),
    kind=ANY,
    promises=[UNSCORED],
)

firm(
    "K61",
    "Old Mutual Shires Insurance",
    "claims@oldshires.example",
    "GBP",
    """
OS-R-4417 2026-09-22 1260.00
OS-R-4425 2026-10-04 840.00
""",
)
mail(
    "en17-trap-claim-declined",
    "Insurer's outcome letter: repair invoices with claim, invoiced, covered and paid columns, all nothing; reason below",
    "fpdf2",
    "K61",
    "Outcome of claims",
    "2026-11-12T16:40:00+00:00",
    "Please see our decision on the invoices that you sent us.",
    kind=ANY,
    disputes=[UNSCORED],
    files=[
        pdf(
            "outcome.pdf",
            lambda: typed(
                """
Old Mutual Shires Insurance
Claims outcome

Claim | Repair invoice | Invoiced | Covered | Paid
OS26/4417 | OS-R-4417 | 1,260.00 | 0.00 | 0.00
OS26/4425 | OS-R-4425 | 840.00 | 0.00 | 0.00
Total | | 2,100.00 | 0.00 | 0.00

Wear and tear is not covered by the policy. Please invoice the policyholder.
""",
                (18, 55, -120, -150, -180),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "K20",
    "Stadtwerke Auental AöR",
    "einkauf@stadtwerke-auental.example",
    "EUR",
    """
BL26-04417 2026-09-03 2856.00
BL26-04425 2026-09-12 1428.00
BL26-04433 2026-09-23 952.00
BL26-04441 2026-10-05 476.00
""",
    **DE,
)
mail(
    "de17-ausgleichsbelege-xlsx",
    "Export aus dem Lieferantenportal: Ausgleichsbeleg, Ausgleichsdatum, Referenz, Belegbetrag, Skonto, Ausgleichsbetrag; zwei Zahlungen von zwei Tagen",
    "xlsxwriter",
    "K20",
    "Zahlungsübersicht Lieferantenportal",
    "2026-11-13T10:10:00+01:00",
    "Guten Tag, anbei die beiden Zahlungen dieser Woche.",
    pay("4198.32", "EUR", "BL26-04417 2798.88 d=57.12; BL26-04425 1399.44 d=28.56"),
    pay("952.00", "EUR", "BL26-04433 952.00"),
    files=[
        xlsx(
            "Zahlungen.xlsx",
            """
Ausgleichsbeleg | Ausgleichsdatum | Referenz | Belegdatum | Belegbetrag | Skonto | Ausgleichsbetrag | Währung
'2000044177 | 10.11.2026 | BL26-04417 | 03.09.2026 | 2,856.00 | 57.12 | 2,798.88 | EUR
'2000044177 | 10.11.2026 | BL26-04425 | 12.09.2026 | 1,428.00 | 28.56 | 1,399.44 | EUR
'2000044302 | 12.11.2026 | BL26-04433 | 23.09.2026 | 952.00 | 0.00 | 952.00 | EUR
""",
        )
    ],
)

firm(
    "K21",
    "Wohnbau Eichgrund eG",
    "bau@wohnbau-eichgrund.example",
    "EUR",
    """
SR-26-0417 2026-10-02 23800.00
SR-26-0425 2026-10-09 1190.00
""",
    **DE,
)
mail(
    "de17-schlussrechnung-abschlaege",
    "Brief in Word: Schlussrechnung, abzüglich zwei früherer Abschläge und Sicherheitseinbehalt, Restzahlung heute überwiesen",
    "python-docx",
    "K21",
    "Schlusszahlung SR-26-0417",
    "2026-11-12T13:30:00+01:00",
    "Sehr geehrte Damen und Herren,\n\nanbei unsere Abrechnung zu Ihrer Schlussrechnung. Die Restzahlung haben wir heute überwiesen.",
    pay("6610.00", "EUR", "SR-26-0417 6610.00 d=* x=*"),
    files=[
        (
            "Abrechnung.docx",
            DOCX,
            lambda: docx(
                ("Wohnbau Eichgrund eG", "Abrechnung zu Ihrer Schlussrechnung SR-26-0417 vom 02.10.2026"),
                "Position | Betrag EUR\nSchlussrechnungssumme brutto | 23.800,00\nabzgl. 1. Abschlag vom 14.07.2026 | -8.000,00\nabzgl. 2. Abschlag vom 18.08.2026 | -8.000,00\nabzgl. Sicherheitseinbehalt 5 % | -1.190,00\nRestzahlung | 6.610,00",
                ("Der Sicherheitseinbehalt wird gegen Bürgschaft ausgezahlt.",),
            ),
        )
    ],
)

firm(
    "K30",
    "Atelier Roussillon & Fils SARL",
    "gestion@atelier-roussillon.example",
    "EUR",
    """
2026-F4417 2026-09-12 1320.00
2026-F4425 2026-09-22 660.00
2026-F4433 2026-10-03 330.00
""",
    **FR,
)
mail(
    "fr17-partiel-html",
    "Courriel d'un logiciel de gestion: « Votre facture a été réglée », tableau N°, montant TTC, déjà réglé, réglé ce jour, solde; virement SEPA émis",
    "HTML program",
    "K30",
    "Paiement émis par Atelier Roussillon & Fils",
    "2026-11-12T18:00:00+01:00",
    markup(
        nested(
            "<h2>Un virement de 1 480,00 € vous a été émis</h2><p>Virement SEPA du 12 novembre 2026</p>"
            + grid(
                "2026-F4417 | 1 320,00 € | 500,00 € | 820,00 € | 0,00 €\n2026-F4425 | 660,00 € | 0,00 € | 660,00 € | 0,00 €",
                "Facture|Montant TTC|Déjà réglé|Réglé ce jour|Solde",
            )
            + "<p style='font-size:10px'>Message envoyé pour le compte d'Atelier Roussillon & Fils SARL.</p>"
        )
    ),
    pay("1480.00", "EUR", "2026-F4417 820.00; 2026-F4425 660.00"),
)

firm(
    "K40",
    "Reformas Guadalmedina S.L.",
    "obras@reformasguadalmedina.example",
    "EUR",
    """
BRG/4417 2026-09-08 2420.00
BRG/4425 2026-09-18 1210.00
BRG/4433 2026-10-02 605.00
""",
    **ES,
)
mail(
    "es17-certificacion-retencion-xls",
    "XLS de una constructora: obra, su factura, base, IVA, total, retención garantía 5 % de la base, transferido; total de todas las columnas",
    "xlwt",
    "K40",
    "Relación de pago 12/11",
    "2026-11-12T11:15:00+01:00",
    "Adjunto relación de la transferencia realizada hoy.",
    pay("3480.00", "EUR", "BRG/4417 2320.00 x=100.00; BRG/4425 1160.00 x=50.00"),
    files=[
        (
            "relacion.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Reformas Guadalmedina S.L. | | | | | |
Relación de pago | 12/11/2026 | Importes en euros | | | |
Obra | Su factura | Base | IVA 21% | Total | Ret. garantía | Transferido
Torre Mar | BRG/4417 | 2.000,00 | 420,00 | 2.420,00 | 100,00 | 2.320,00
Torre Mar | BRG/4425 | 1.000,00 | 210,00 | 1.210,00 | 50,00 | 1.160,00
Totales | | 3.000,00 | 630,00 | 3.630,00 | 150,00 | 3.480,00
""",
                "Relacion",
            ),
        )
    ],
)

firm(
    "K50",
    "北斗水産加工株式会社",
    "soumu@hokuto-suisan.example",
    "JPY",
    """
HK-2609-117 2026-09-30 484000
HK-2609-125 2026-09-30 121000
HK-2610-133 2026-10-31 66000
""",
    **JA,
)
mail(
    "ja17-tesuryo-shita",
    "支払明細書: 請求書番号・品名・金額の明細、合計の下に差引の振込手数料、差引振込額",
    "reportlab",
    "K50",
    "支払明細書（11月10日振込分）",
    "2026-11-10T16:00:00+09:00",
    "本日お振込みいたしました。明細書を添付いたします。",
    pay("604340", None, "*"),
    files=[
        pdf(
            "支払明細書.pdf",
            lambda: printed(
                "<h3>支払明細書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p><p>振込日 2026年11月10日</p>"
                + table(
                    ("請求書番号", "品名", "金額"),
                    rights(
                        cells(
                            "HK-2609-117 | 冷凍庫床塗料 | 484,000\nHK-2609-125 | 錆止め | 121,000\n | 合計 | 605,000\n | 差引 振込手数料 | 660\n | 差引振込額 | 604,340"
                        ),
                        2,
                    ),
                )
                + "<p>北斗水産加工株式会社</p>",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "K51",
    "みなと総合ビル管理株式会社",
    "seikyu@minato-bldg.example",
    "JPY",
    """
MB-4417 2026-10-31 385000
MB-4425 2026-10-31 77000
""",
    **JA,
)
mail(
    "ja17-trap-shiharai-yotei-tsuchi",
    "支払予定通知: 受領した請求書を承認した旨と、支払予定日12月10日、番号・金額・合計の表",
    "reportlab",
    "K51",
    "支払予定のお知らせ",
    "2026-11-12T10:00:00+09:00",
    "下記の請求書につき承認手続きが完了しましたので、支払予定をお知らせいたします。",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "予定.pdf",
            lambda: printed(
                "<h3>支払予定通知書</h3><p>支払予定日 2026年12月10日</p>"
                + table(
                    ("請求書番号", "請求金額", "支払予定額"),
                    rights(
                        cells(
                            "MB-4417 | 385,000 | 385,000\nMB-4425 | 77,000 | 77,000\n合計 | 462,000 | 462,000"
                        ),
                        1,
                    ),
                ),
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "K06",
    "Brightwell Dental Supplies",
    "purchasing@brightwelldental.example",
    "GBP",
    """
BDS100417 2026-09-15 240.00
BDS100425 2026-09-25 360.00
BDS100433 2026-10-05 120.00
""",
)
mail(
    "en17-two-line-heads-drawn",
    "Small firm's stencil: heads over two lines, cash discount and 'adjust-ment' split by a hyphen, 'We have paid' as the last column",
    "reportlab",
    "K06",
    "Remittance Brightwell",
    "2026-11-12T09:45:00+00:00",
    "Attached.",
    pay("582.00", "GBP", "BDS100417 234.00 d=6.00; BDS100425 348.00 x=12.00"),
    disputes=[UNSCORED],
    files=[
        pdf(
            "rem.pdf",
            lambda: drawn(
                """
BRIGHTWELL DENTAL SUPPLIES | | | | |
Remittance to Brevanne Coatings Ltd, 12 Nov 2026 | | | | |

Your | Invoice | Invoice | Cash | Adjust- | We have
number | date | amount | discount | ment | paid GBP
BDS100417 | 15/09/26 | 240.00 | 6.00 | 0.00 | 234.00
BDS100425 | 25/09/26 | 360.00 | 0.00 | 12.00 | 348.00
 | | 600.00 | 6.00 | 12.00 | 582.00
""",
                (45, 140, -270, -350, -430, -530),
            ),
        )
    ],
)
