"""A fifth set, written after the fourth was mended: programs' stubs, lists in odd places, what only looks like money."""

from __future__ import annotations

from io import BytesIO

from tests.corpus.strangers.book import (
    DE,
    DOCX,
    ES,
    FR,
    JA,
    UNSCORED,
    XLSX,
    ZH,
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
from tests.corpus.strangers.files import docx, drawn, typed, value, woven, xls, xlsx

firm(
    "Y01",
    "Sandpiper Lodges LLC",
    "books@sandpiperlodges.example",
    "USD",
    """
BC-41001 2026-09-02 1875.00
BC-41006 2026-09-14 940.00
BC-41011 2026-09-25 262.50
BC-41019 2026-10-02 80.00
""",
    zone="America/New_York",
)
mail(
    "en5-voucher-cheque",
    "Small firm's voucher cheque: amount in words, payee, then original, balance due, discount, payment",
    "reportlab",
    "Y01",
    "Check 5518",
    "2026-11-12T10:00:00-05:00",
    "Copy of the check we mailed is attached.",
    pay("2758.00", "*", "BC-41001 1837.50 d=37.50; BC-41006 658.00; BC-41011 262.50"),
    files=[
        pdf(
            "check5518.pdf",
            lambda: drawn(
                """
Sandpiper Lodges LLC | | | | | | 5518
Pay to the order of Brevanne Coatings | | | | | | 11/12/2026
Two thousand seven hundred fifty-eight and 00/100 dollars | | | | | | **2,758.00
Memo: acct 2214

Brevanne Coatings | | | | | | 11/12/2026
Date | Type | Reference | Original Amt. | Balance Due | Discount | Payment
09/02/2026 | Bill | BC-41001 | 1,875.00 | 1,875.00 | 37.50 | 1,837.50
09/14/2026 | Bill | BC-41006 | 940.00 | 658.00 | | 658.00
09/25/2026 | Bill | BC-41011 | 262.50 | 262.50 | | 262.50
 | | | | | Check Amount | 2,758.00
""",
                (40, 100, 150, -280, -360, -430, -520),
            ),
        )
    ],
)

firm(
    "Y02",
    "Bexley & Rowe Timber plc",
    "remittance@bexleyrowe.example",
    "GBP",
    """
BL51501 2026-09-03 2160.00
BL51509 2026-09-15 720.00
BL51514 2026-09-29 1944.00
BL51520 2026-10-01 300.00
""",
)
mail(
    "en5-lines-of-goods",
    "Advice by line of the invoices: the same number in several rows, a sum of each invoice to the right",
    "chromium",
    "Y02",
    "Remittance 77120",
    "2026-11-12T10:00:00+00:00",
    "Attached",
    pay("4824.00", "GBP", "BL51501 2160.00; BL51509 720.00; BL51514 1944.00"),
    files=[
        pdf(
            "77120.pdf",
            lambda: printed(
                "<h3>Bexley &amp; Rowe Timber plc: remittance advice 77120, BACS 12/11/2026</h3>"
                + table(
                    ("Invoice", "Order line", "Paid £", "Invoice total £"),
                    rights(
                        cells(
                            "BL51501 | 4471/1 | 1,200.00 | \nBL51501 | 4471/2 | 960.00 | 2,160.00\nBL51509 | 4480/1 | 720.00 | 720.00\nBL51514 | 4502/1 | 1,500.00 | \nBL51514 | 4502/3 | 444.00 | 1,944.00\nTotal paid | | 4,824.00 | 4,824.00"
                        ),
                        2,
                    ),
                )
            ),
        )
    ],
)

firm(
    "Y03",
    "Castlegate Print Ltd",
    "ap@castlegateprint.example",
    "GBP",
    """
BL52501 2026-09-04 1150.00
BL52508 2026-09-16 430.80
BL52515 2026-09-30 96.20
""",
)
mail(
    "en5-trap-virtual-card",
    "Card programme: a card number was issued for these invoices, the supplier must charge it; nothing is paid yet",
    "HTML program",
    "Y03",
    "A virtual card is ready for you",
    "2026-11-12T10:00:00+00:00",
    markup(
        nested(
            "<p>Castlegate Print Ltd has authorised a card for the invoices below. Log in to view the card number and charge the exact amount before 12 December 2026.</p>"
            + grid(
                "BL52501 | £1,150.00\nBL52508 | £430.80\nCard limit | £1,580.80",
                "Invoice|Authorised",
            )
        )
    ),
    kind="*",
    promises=[UNSCORED],
)

firm(
    "Y04",
    "Norwick Fisheries Ltd",
    "accounts@norwickfisheries.example",
    "GBP",
    """
BL53501 2026-09-05 800.00
BL53507 2026-09-17 500.00
BL53513 2026-09-30 1200.00
""",
)
mail(
    "en5-trap-reallocate",
    "Asks to move money of an earlier payment between invoices; a table of from and to",
    "Outlook HTML",
    "Y04",
    "Reallocation please",
    "2026-11-12T10:00:00+00:00",
    markup(
        "<p>Hi, on our October payment we quoted the wrong number. Please could you move:</p>"
        + grid("BL53507 | BL53501 | 500.00", "From|To|Amount £")
        + "<p>Nothing new is being paid. Thanks</p>"
    ),
    kind="*",
)

firm(
    "Y05",
    "Haverhill Brick Company",
    "pl@haverhillbrick.example",
    "GBP",
    """
BL54501 2026-09-01 3600.00
BL54506 2026-09-09 1284.00
BL54512 2026-09-18 660.00
BL54517 2026-09-28 2040.00
BL54523 2026-10-02 144.00
BL54529 2026-10-04 975.00
""",
)
mail(
    "en5-newspaper-columns",
    "A list that goes on in a second column of the page, the total under the second column only",
    "fpdf2",
    "Y05",
    "BACS payment",
    "2026-11-12T10:00:00+00:00",
    "List of invoices paid today attached.",
    pay(
        "7728.00",
        "GBP",
        "BL54501 3600.00; BL54506 1284.00; BL54512 660.00; BL54517 2040.00; BL54523 144.00",
    ),
    files=[
        pdf(
            "list.pdf",
            lambda: typed(
                """
HAVERHILL BRICK COMPANY
BREVANNE COATINGS - PAID 12 NOV 2026 - GBP

Invoice | Amount | Invoice | Amount
BL54501 | 3,600.00 | BL54517 | 2,040.00
BL54506 | 1,284.00 | BL54523 | 144.00
BL54512 | 660.00 | |
 | | TOTAL | 7,728.00
""",
                (15, -70, 95, -150),
            ),
        )
    ],
)

firm(
    "Y06",
    "Altamont Garden Centers Inc",
    "vendorpay@altamontgarden.example",
    "USD",
    """
BC-42001 2026-09-02 640.00
BC-42007 2026-09-12 1290.00
BC-42013 2026-09-22 455.00
BC-42020 2026-10-01 210.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en5-rowspan-two-payments",
    "HTML in which the number of the payment spans the rows that it pays; two payments, each with its sum",
    "HTML program",
    "Y06",
    "Payments this week",
    "2026-11-13T10:00:00-08:00",
    markup(
        "<p>The following ACH payments were sent to you this week.</p><table border=1><tr><th>ACH no.</th><th>Sent</th><th>Invoice</th><th>Paid</th><th>ACH total</th></tr>"
        "<tr><td rowspan=2>7001288</td><td rowspan=2>11/10/2026</td><td>BC-42001</td><td>640.00</td><td rowspan=2>1,930.00</td></tr><tr><td>BC-42007</td><td>1,290.00</td></tr>"
        "<tr><td>7001301</td><td>11/12/2026</td><td>BC-42013</td><td>455.00</td><td>455.00</td></tr></table>"
    ),
    pay("1930.00", "*", "BC-42001 640.00; BC-42007 1290.00"),
    pay("455.00", "*", "BC-42013 455.00"),
)


def two_sheets() -> bytes:
    import xlsxwriter

    out = BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    for name, said in (
        (
            "Summary",
            "Colwyn Hotels Group - payment 13 Nov 2026\nHotel | Invoices | Amount\nColwyn Bay | 2 | 1,655.00\nRhyl | 1 | 890.00\nTotal | 3 | 2,545.00",
        ),
        (
            "Detail",
            "Hotel | Supplier invoice | Date | Amount\nColwyn Bay | BL55501 | 02/09/2026 | 1,420.00\nColwyn Bay | BL55508 | 14/09/2026 | 235.00\nRhyl | BL55513 | 26/09/2026 | 890.00",
        ),
    ):
        sheet = made.add_worksheet(name)
        for r, row in enumerate(cells(said)):
            for c, cell in enumerate(row):
                sheet.write(r, c, value(cell))
    made.close()
    return out.getvalue()


firm(
    "Y07",
    "Colwyn Hotels Group",
    "centralap@colwynhotels.example",
    "GBP",
    """
BL55501 2026-09-02 1420.00
BL55508 2026-09-14 235.00
BL55513 2026-09-26 890.00
BL55519 2026-10-02 60.00
""",
)
mail(
    "en5-xlsx-summary-and-detail",
    "Workbook of two sheets: sums by hotel with a count, then the invoices without a sum",
    "xlsxwriter",
    "Y07",
    "Payment 13/11",
    "2026-11-13T10:00:00+00:00",
    "Payment details attached - paid today.",
    pay("2545.00", "*", "BL55501 1420.00; BL55508 235.00; BL55513 890.00"),
    files=[("payment.xlsx", XLSX, two_sheets)],
)

firm(
    "Y08",
    "Tamar Engineering Ltd",
    "sales.ledger@tamareng.example",
    "GBP",
    """
BL56501 2026-09-03 5000.00
BL56508 2026-09-19 1240.00
BL56515 2026-09-30 330.00
""",
)
mail(
    "en5-rows-of-each",
    "Text: each invoice with its rebate and its net in rows of their own below it",
    "plain text",
    "Y08",
    "Payment made 12 November",
    "2026-11-12T10:00:00+00:00",
    """Dear supplier,

Please note our payment of GBP 6,052.80 made today.

BL56501                    5,000.00
   Rebate 3%                -150.00
   Net                     4,850.00
BL56508                    1,240.00
   Rebate 3%                 -37.20
   Net                     1,202.80
                          ---------
Paid                       6,052.80

Tamar Engineering Ltd
""",
    pay("6052.80", "GBP", "BL56501 4850.00 d=* x=*; BL56508 1202.80 d=* x=*"),
)

firm(
    "Y09",
    "Brightwater Schools Federation",
    "finance@brightwaterschools.example",
    "GBP",
    """
BL57501 2026-09-04 222.00
BL57506 2026-09-11 1080.00
BL57512 2026-09-25 75.60
""",
)
mail(
    "en5-trap-query-before-payment",
    "Asks whether the list is right before it is paid: 'these are the invoices that we intend to pay', with a total to pay",
    "xlsxwriter",
    "Y09",
    "Can you check this list before we pay",
    "2026-11-12T10:00:00+00:00",
    "Please can you check the attached and confirm, then we will raise the payment.",
    kind="*",
    promises=[UNSCORED],
    files=[
        xlsx(
            "to pay.xlsx",
            "Invoice | Date | To pay\nBL57501 | 04/09/2026 | 222.00\nBL57506 | 11/09/2026 | 1,080.00\nBL57512 | 25/09/2026 | 75.60\nTotal | | 1,377.60",
        )
    ],
)

firm(
    "Y10",
    "Delmarva Poultry Equipment Co",
    "ap@delmarvapoultry.example",
    "USD",
    """
BC-43001 2026-09-02 3300.00
BC-43008 2026-09-12 915.00
BC-43014 2026-09-25 1720.00
BC-43021 2026-10-03 88.00
""",
    zone="America/New_York",
)
mail(
    "en5-deduction-without-number",
    "Rows of deductions with numbers of their own between the invoices: freight claim, marketing; their total and net",
    "weasyprint",
    "Y10",
    "Remittance ACH 11/12",
    "2026-11-12T10:00:00-05:00",
    "See attached remittance.",
    pay("5490.00", "*", "*"),
    files=[
        pdf(
            "remit.pdf",
            lambda: woven(
                "<h3>Delmarva Poultry Equipment Co - ACH remittance - 11/12/2026 - Brevanne Coatings</h3>"
                + table(
                    ("Doc no", "Doc date", "Description", "Amount"),
                    cells(
                        "BC-43001 | 09/02/2026 | Invoice | 3,300.00\nFC-20118 | 10/05/2026 | Freight claim | (145.00)\nBC-43008 | 09/12/2026 | Invoice | 915.00\nBC-43014 | 09/25/2026 | Invoice | 1,720.00\nMK-0077 | 10/31/2026 | Co-op marketing | (300.00)\nACH total | | | 5,490.00"
                    ),
                )
            ),
        )
    ],
)

firm(
    "Y20",
    "Möbelhaus Trautmann GmbH",
    "kreditoren@trautmann-moebel.example",
    "EUR",
    """
28100011 2026-09-02 4165.00
28100019 2026-09-12 892.50
28100027 2026-09-24 1785.00
28100033 2026-10-02 238.00
""",
    **DE,
)
mail(
    "de5-abzugskennzeichen",
    "Avis eines Filialisten: Filiale, Beleg, Datum, Brutto, Abzugskennzeichen, Abzug, Zahlung; Legende darunter",
    "LibreOffice writer",
    "Y20",
    "Zahlungsavis 11/2026",
    "2026-11-12T10:00:00+01:00",
    "Anbei unser Avis zur heutigen Zahlung.",
    pay("6595.45", "EUR", "28100011 4081.70 d=*  x=*; 28100019 892.50; 28100027 1621.25 d=* x=*"),
    files=[
        pdf(
            "avis.pdf",
            lambda: _writer(
                "<p>Möbelhaus Trautmann GmbH, Zahlungsavis zur Überweisung am 12.11.2026 an Brevanne Lacke GmbH (EUR)</p>",
                ("Fil.", "Beleg", "Datum", "Brutto", "AKZ", "Abzug", "Zahlung"),
                "014 | 28100011 | 02.09. | 4.165,00 | 01 | 83,30 | 4.081,70\n014 | 28100019 | 12.09. | 892,50 | | 0,00 | 892,50\n022 | 28100027 | 24.09. | 1.785,00 | 07 | 163,75 | 1.621,25\nSumme | | | 6.842,50 | | 247,05 | 6.595,45",
                "<p>AKZ 01 Skonto, 07 Reklamation lt. Schreiben vom 30.09.</p>",
            ),
        )
    ],
)


def _writer(before: str, head: tuple[str, ...], said: str, after: str = "") -> bytes:
    from tests.corpus.strangers.book import press

    body = before + table(head, cells(said)) + after
    return press.office(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>", ".html")


firm(
    "Y21",
    "Weingut Sonnenleite",
    "kellerei@sonnenleite.example",
    "EUR",
    """
28200004 2026-09-05 297.50
28200009 2026-09-19 1071.00
28200014 2026-10-01 142.80
""",
    **DE,
)
mail(
    "de5-trap-dauerauftrag",
    "Text: für die Rechnungen wurde Ratenzahlung eingerichtet, die erste Rate geht im Dezember ab",
    "plain text",
    "Y21",
    "Ratenzahlung",
    "2026-11-12T10:00:00+01:00",
    """Guten Tag,

wie telefonisch besprochen haben wir einen Dauerauftrag eingerichtet:

28200004     297,50
28200009   1.071,00
Summe      1.368,50

Die erste Rate von 342,13 EUR geht am 15.12.2026 bei uns ab.

Viele Grüße
""",
    kind="*",
    promises=[UNSCORED],
)

firm(
    "Y22",
    "Autohaus Ketterer KG",
    "fibu@autohaus-ketterer.example",
    "EUR",
    """
28300002 2026-09-03 1190.00
28300010 2026-09-15 2975.00
28300018 2026-09-27 416.50
28300025 2026-10-04 59.50
""",
    **DE,
)
mail(
    "de5-bonus-und-belastung",
    "Avis mit Jahresbonus und Belastungsanzeige ohne unsere Nummer vor der Summe",
    "chromium",
    "Y22",
    "Avis Ketterer",
    "2026-11-13T10:00:00+01:00",
    "Zahlungsavis anbei.",
    pay("4231.50", "EUR", "*"),
    files=[
        pdf(
            "avis.pdf",
            lambda: printed(
                "<p><b>Autohaus Ketterer KG</b> · Überweisung vom 13.11.2026 · Brevanne Lacke GmbH</p>"
                + table(
                    ("Nummer", "Text", "EUR"),
                    rights(
                        cells(
                            "28300002 | Rechnung 03.09.26 | 1.190,00\n28300010 | Rechnung 15.09.26 | 2.975,00\n28300018 | Rechnung 27.09.26 | 416,50\nBB-2026-11 | Belastung Entsorgung | -100,00\n | Jahresbonus 2026 | -250,00\n | Überweisungsbetrag | 4.231,50"
                        ),
                        2,
                    ),
                ),
                language="de",
            ),
        )
    ],
)

firm(
    "Y30",
    "Fromagerie des Hautes-Combes",
    "compta@hautes-combes.example",
    "EUR",
    """
FA261003001 2026-09-04 1296.00
FA261003009 2026-09-16 540.00
FA261003017 2026-10-01 72.00
""",
    **FR,
)
mail(
    "fr5-trap-demande-avoir",
    "Demande d'avoir: factures, montant facturé, montant accepté et avoir demandé; aucun paiement",
    "chromium",
    "Y30",
    "Demande d'avoir",
    "2026-11-12T10:00:00+01:00",
    "Bonjour, vous trouverez ci-joint notre demande d'avoir. Nous réglerons à réception.",
    kind="*",
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        pdf(
            "avoir.pdf",
            lambda: printed(
                "<h3>Demande d'avoir n° DA-118</h3>"
                + table(
                    ("Facture", "Montant facturé", "Montant accepté", "Avoir demandé"),
                    rights(
                        cells(
                            "FA261003001 | 1 296,00 | 1 200,00 | 96,00\nFA261003009 | 540,00 | 500,00 | 40,00\nTotal | 1 836,00 | 1 700,00 | 136,00"
                        ),
                        1,
                    ),
                ),
                language="fr",
            ),
        )
    ],
)

firm(
    "Y31",
    "Scierie Malabre et Cie",
    "bureau@scierie-malabre.example",
    "EUR",
    """
FA261003101 2026-09-03 3120.00
FA261003112 2026-09-18 1008.00
AV261000131 2026-09-30 -168.00
""",
    **FR,
)
mail(
    "fr5-signes-derriere",
    "Relevé de règlement: sens + et - en colonne séparée, reports de page, net viré en tête",
    "fpdf2",
    "Y31",
    "Virement du 12 novembre",
    "2026-11-12T10:00:00+01:00",
    "Bonjour, notre relevé de règlement en pièce jointe.",
    pay("3960.00", "EUR", "FA261003101 3120.00; FA261003112 1008.00; AV261000131 -168.00"),
    files=[
        pdf(
            "releve.pdf",
            lambda: typed(
                """
SCIERIE MALABRE ET CIE - RELEVE DE REGLEMENT
Net vire le 12/11/2026 : 3 960,00 EUR

Piece | Date | Montant | Sens
FA261003101 | 03/09/26 | 3 120,00 | +
FA261003112 | 18/09/26 | 1 008,00 | +
AV261000131 | 30/09/26 | 168,00 | -
""",
                (15, 60, -120, 130),
            ),
        )
    ],
)

firm(
    "Y40",
    "Hormigones del Júcar S.A.",
    "tesoreria@hormigonesjucar.example",
    "EUR",
    """
ES26/003001 2026-09-02 5445.00
ES26/003012 2026-09-15 1815.00
ES26/003020 2026-09-28 605.00
ES26/003031 2026-10-03 121.00
""",
    **ES,
)
mail(
    "es5-por-obra",
    "Relación por obra con subtotal en cada una y total general; columnas Factura, Fecha, Obra, Importe",
    "xlwt",
    "Y40",
    "Pagos noviembre",
    "2026-11-12T10:00:00+01:00",
    "Adjuntamos relación de la transferencia emitida hoy.",
    pay("7865.00", "*", "ES26/003001 5445.00; ES26/003012 1815.00; ES26/003020 605.00"),
    files=[
        (
            "pagos.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Obra | Factura | Fecha | Importe
Puente A-7 | ES26/003001 | 02/09/2026 | 5.445,00
Puente A-7 | ES26/003012 | 15/09/2026 | 1.815,00
 | | | 7.260,00
Depuradora | ES26/003020 | 28/09/2026 | 605,00
 | | | 605,00
 | | | 7.865,00
""",
                "Pagos",
            ),
        )
    ],
)

firm(
    "Y50",
    "株式会社みさき製作所",
    "misaki@misaki-ss.example",
    "JPY",
    """
JP-20260906-01 2026-09-06 110000
JP-20260918-07 2026-09-18 55000
JP-20261002-01 2026-10-02 22000
""",
    **JA,
)
mail(
    "ja5-trap-sosai-nomi",
    "相殺通知: 請求額と当社の売掛金を相殺、差引残高は次月繰越、振込なし",
    "chromium",
    "Y50",
    "相殺のご通知",
    "2026-11-10T10:00:00+09:00",
    "相殺通知書をお送りします。今月のお振込はございません。",
    kind="*",
    files=[
        pdf(
            "sosai.pdf",
            lambda: printed(
                "<h3>相殺通知書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中</p>"
                + table(
                    ("請求書番号", "請求額", "相殺額", "繰越残高"),
                    rights(
                        cells(
                            "JP-20260906-01 | 110,000 | 110,000 | 0\nJP-20260918-07 | 55,000 | 30,000 | 25,000\n合計 | 165,000 | 140,000 | 25,000"
                        ),
                        1,
                    ),
                )
                + "<p>当月振込額　0円（次月繰越 25,000円）</p>",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
)

firm(
    "Y51",
    "有限会社潮見水産",
    "shiomi@shiomi-suisan.example",
    "JPY",
    """
JP-20260904-05 2026-09-04 77000
JP-20260916-02 2026-09-16 154000
JP-20261003-09 2026-10-03 13200
""",
    **JA,
)
mail(
    "ja5-honbun-kakko",
    "本文: 【】の見出し、値引き後の金額、振込合計は冒頭",
    "plain text",
    "Y51",
    "【潮見水産】お振込完了のご連絡",
    "2026-11-12T10:00:00+09:00",
    """ブレヴァンヌ・コーティングス　ご担当者様

お振込が完了いたしました。

【振込日】2026/11/12
【振込合計】229,460円
【内訳】
　JP-20260904-05　77,000円
　JP-20260916-02　154,000円　▲1,540円（1%値引）　152,460円

よろしくお願いいたします。
""",
    pay("229460", "JPY", "JP-20260904-05 77000; JP-20260916-02 152460 d=* x=*"),
)

firm(
    "Y60",
    "无锡太湖电缆有限公司",
    "thdl_cw@taihu-dl.example",
    "CNY",
    """
BRF-2609-1001 2026-09-06 45200.00
BRF-2609-1012 2026-09-20 9040.00
BRF-2610-1020 2026-10-05 3390.00
""",
    **ZH,
)
mail(
    "zh5-pingtai-csv",
    "供应商平台导出CSV(GBK): 已付款/待付款/审批中, 付款批次号, 只有一批是本次",
    "program's CSV",
    "Y60",
    "付款批次PC20261112通知",
    "2026-11-12T10:00:00+08:00",
    "尊敬的供应商：付款批次 PC20261112 已支付 45,200.00 元，您的全部应付状态见附件。",
    pay("45200.00", "CNY", "BRF-2609-1001 45200.00"),
    files=[
        (
            "status.csv",
            "text/csv",
            lambda: (
                "发票号码,开票日期,金额,状态,付款批次\r\nBRF-2609-1001,2026-09-06,45200.00,已付款,PC20261112\r\nBRF-2609-1012,2026-09-20,9040.00,待付款,\r\nBRF-2610-1020,2026-10-05,3390.00,审批中,\r\n".encode(
                    "gb18030"
                )
            ),
        )
    ],
)

firm(
    "Y61",
    "昆山仁和精密五金有限公司",
    "renhe_cw@renhe-wj.example",
    "CNY",
    """
BRF-2609-1101 2026-09-08 22600.00
BRF-2609-1109 2026-09-22 11300.00
BRF-2610-1115 2026-10-06 5650.00
""",
    **ZH,
)
mail(
    "zh5-trap-renzheng",
    "发票认证清单: 已认证抵扣的发票及价税合计, 与付款无关",
    "xlsxwriter",
    "Y61",
    "9月发票认证清单",
    "2026-11-10T10:00:00+08:00",
    "贵司9月份发票我司已认证，清单见附件，付款按合同账期。",
    kind="*",
    files=[
        xlsx(
            "认证清单.xlsx",
            """
发票号码 | 开票日期 | 金额 | 税额 | 价税合计 | 认证结果
BRF-2609-1101 | 2026-09-08 | 20,000.00 | 2,600.00 | 22,600.00 | 已认证
BRF-2609-1109 | 2026-09-22 | 10,000.00 | 1,300.00 | 11,300.00 | 已认证
合计 | | 30,000.00 | 3,900.00 | 33,900.00 |
""",
        )
    ],
)

firm(
    "Y62",
    "高雄順發船舶工業股份有限公司",
    "shunfa@shunfa-ship.example",
    "TWD",
    """
TWB-260911 2026-09-11 262500
TWB-260925 2026-09-25 42000
TWB-261006 2026-10-06 10500
""",
    language="zh",
    zone="Asia/Taipei",
)
mail(
    "zh5-tw-docx-zhipiao",
    "支票付款明細: 一張支票, 票期, 發票、折讓、實付, 合計國字",
    "python-docx",
    "Y62",
    "支票付款明細",
    "2026-11-12T10:00:00+08:00",
    "附件為本次支票付款明細，支票已掛號寄出。",
    pay("302400", "*", "TWB-260911 260400 d=* x=*; TWB-260925 42000"),
    files=[
        (
            "支票明細.docx",
            DOCX,
            lambda: docx(
                (
                    "高雄順發船舶工業股份有限公司 支票付款明細",
                    "票號 AB1234567　到期日 115/11/30　抬頭 博睿凡塗料有限公司",
                ),
                """
發票號碼 | 發票金額 | 折讓 | 實付
TWB-260911 | 262,500 | 2,100 | 260,400
TWB-260925 | 42,000 | 0 | 42,000
合計 | 304,500 | 2,100 | 302,400
""",
                ("新台幣參拾萬貳仟肆佰元整",),
            ),
        )
    ],
)
