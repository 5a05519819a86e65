"""An eleventh set, written after the tenth was mended and before the reader saw it: a dozen ordinary papers more."""

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
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, ods, typed, woven, xlsx


def _written(body: str, language: str = "en") -> bytes:
    return press.office(
        f"<html lang={language}><head><meta charset='utf-8'></head><body>{body}</body></html>", ".html"
    )


firm(
    "D01",
    "Isle of Arran Woollens Ltd",
    "finance@arranwoollens.example",
    "GBP",
    """
A/2609/117 2026-09-04 1044.00
A/2609/133 2026-09-18 522.00
A/2609/140 2026-09-29 -104.40
A/2610/102 2026-10-05 261.00
""",
)
mail(
    "en11-contra-statement",
    "Remittance with contra: our invoices, then their own sales invoice to us set off, then the BACS sum",
    "LibreOffice writer",
    "D01",
    "Remittance and contra November",
    "2026-11-12T10:00:00+00:00",
    "Please find our remittance, with the contra we agreed.",
    pay("1266.00", "GBP", "*"),
    files=[
        pdf(
            "contra.pdf",
            lambda: _written(
                "<p>Isle of Arran Woollens Ltd</p><p>Remittance advice, 12 November 2026</p>"
                + table(
                    ("Our account with you", "Date", "£"),
                    rights(
                        cells("""
A/2609/117 | 04/09/2026 | 1,044.00
A/2609/133 | 18/09/2026 | 522.00
Less our sales invoice SI-8817 (uniform jackets) | 30/09/2026 | -300.00
Paid by BACS | 12/11/2026 | 1,266.00
"""),
                        2,
                    ),
                )
            ),
        )
    ],
)

firm(
    "D02",
    "Copperline Rail Services Inc.",
    "remit@copperlinerail.example",
    "USD",
    """
900-44171 2026-09-02 7150.00
900-44188 2026-09-11 1430.00
900-44203 2026-09-23 2860.00
900-44219 2026-10-03 715.00
""",
    zone="America/Chicago",
)
mail(
    "en11-landscape-many-columns",
    "Landscape register: company code, voucher, PO, our number, terms, invoice date, due date, gross, tax, freight, discount, net; totals of each",
    "reportlab",
    "D02",
    "ACH remittance 0044171",
    "2026-11-10T05:00:00-06:00",
    "Attached: remittance detail. Unattended mailbox.",
    pay("11297.00", "USD", "900-44171 7007.00 d=143.00; 900-44188 1430.00; 900-44203 2860.00"),
    files=[
        pdf(
            "remit.pdf",
            lambda: drawn(
                """
COPPERLINE RAIL SERVICES INC. | | | | | | | | | | ACH 0044171
PAYEE: BREVANNE COATINGS INC | | | | | | | | | | 11/10/2026

CO | VOUCHER | PO | INVOICE | TERMS | INV DATE | DUE DATE | GROSS | DISC | NET USD
0100 | 70011871 | P88101 | 900-44171 | 2/70 | 09/02/26 | 11/11/26 | 7,150.00 | 143.00 | 7,007.00
0100 | 70011902 | P88117 | 900-44188 | N60 | 09/11/26 | 11/10/26 | 1,430.00 | 0.00 | 1,430.00
0210 | 70011944 | P88140 | 900-44203 | N45 | 09/23/26 | 11/07/26 | 2,860.00 | 0.00 | 2,860.00
 | | | | | | TOTAL | 11,440.00 | 143.00 | 11,297.00
""",
                (30, 70, 140, 200, 280, 330, 400, -540, -620, -720, 640),
                (842, 595),
            ),
        )
    ],
)

firm(
    "D03",
    "Lantern Hill Bookshops",
    "owner@lanternhill.example",
    "USD",
    """
LH-3317 2026-09-12 220.00
LH-3329 2026-09-26 165.00
LH-3340 2026-10-04 55.00
""",
    zone="America/New_York",
)
mail(
    "en11-accounting-app-bcc",
    "Accounting app's bill payment mail: 'Here's your bill payment' with small table, credit applied as a row, amount paid in bold",
    "HTML program",
    "D03",
    "Bill Payment from Lantern Hill Bookshops",
    "2026-11-11T18:30:00-05:00",
    markup(
        "<p>Dear Brevanne Coatings,</p><p>Please find the details of our bill payment below. Thank you.</p>"
        "<table><tr><td>Payment no.</td><td>1188</td></tr><tr><td>Payment date</td><td>11/11/2026</td></tr></table>"
        + grid(
            "Bill | LH-3317 | 10/12/2026 | 220.00 | 220.00\nBill | LH-3329 | 10/26/2026 | 165.00 | 115.00",
            "Transaction|No.|Due date|Original amount|Payment",
        )
        + "<p><b>AMOUNT PAID &nbsp; $335.00</b></p><p>Lantern Hill Bookshops, 12 Main St, Keene NH</p>"
    ),
    pay("335.00", "USD", "LH-3317 220.00; LH-3329 115.00"),
)

firm(
    "D04",
    "Hawksmoor Theatres plc",
    "ap.team@hawksmoortheatres.example",
    "GBP",
    """
INV10044 2026-09-05 3600.00
INV10052 2026-09-19 1200.00
INV10061 2026-10-02 600.00
""",
)
mail(
    "en11-ods-retention-note",
    "ODS sheet in sections: paid items with a total, held items with a total and a reason; only the first were paid",
    "odfpy",
    "D04",
    "Payment run 46 - Hawksmoor",
    "2026-11-13T11:00:00+00:00",
    "Hi, attached is what we paid today and what is on hold with the reason.",
    pay("4800.00", "*", "INV10044 3600.00; INV10052 1200.00"),
    disputes=[{"invoice": ANY}],
    files=[
        (
            "run46.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            lambda: ods(
                """
Paid today | | |
Invoice | Date | Amount | Remark
INV10044 | 05/09/2026 | 3,600.00 |
INV10052 | 19/09/2026 | 1,200.00 |
Total paid | | 4,800.00 |

On hold | | |
Invoice | Date | Amount | Remark
INV10061 | 02/10/2026 | 600.00 | no PO
Total on hold | | 600.00 |
"""
            ),
        )
    ],
)

firm(
    "D20",
    "Druckhaus Winkelmann GmbH",
    "kreditor@druckhaus-winkelmann.example",
    "EUR",
    """
2026/09-0417 2026-09-07 2023.00
2026/09-0433 2026-09-21 1011.50
2026/10-0402 2026-10-05 505.75
""",
    **DE,
)
mail(
    "de11-avis-html-tabelle",
    "HTML-Mail eines Rechnungsportals: Rechnung, Fällig am, Rechnungsbetrag, gezahlt, Skonto; Verwendungszweck und Ausführung als Absatz",
    "HTML program",
    "D20",
    "Zahlungsinformation Druckhaus Winkelmann",
    "2026-11-12T07:45:00+01:00",
    markup(
        "<p>Hallo Brevanne Lacke GmbH,</p><p>Druckhaus Winkelmann GmbH hat folgende Rechnungen per SEPA-Überweisung beglichen:</p>"
        + grid(
            "2026/09-0417 | 07.10.2026 | 2.023,00 € | 40,46 € | 1.982,54 €\n2026/09-0433 | 21.10.2026 | 1.011,50 € | 0,00 € | 1.011,50 €",
            "Rechnung|Fällig am|Rechnungsbetrag|Skonto|Gezahlt",
        )
        + "<p>Gesamtbetrag: 2.994,04 €<br>Ausführung: 12.11.2026<br>Verwendungszweck: WINKELMANN 88417</p><p>Ihr Portal-Team</p>"
    ),
    pay("2994.04", "EUR", "2026/09-0417 1982.54 d=40.46; 2026/09-0433 1011.50"),
)

firm(
    "D21",
    "Gemeinde Oberau",
    "kasse@oberau.example",
    "EUR",
    """
RN 26-7717 2026-09-10 892.50
RN 26-7733 2026-09-24 297.50
RN 26-7750 2026-10-06 119.00
""".replace("RN ", "RN-"),
    **DE,
)
mail(
    "de11-brief-je-rechnung",
    "Brief der Gemeindekasse: je Rechnung drei Zeilen (Rechnungsnummer, Betrag, Buchungsstelle), Gesamtbetrag am Ende",
    "fpdf2",
    "D21",
    "Auszahlung",
    "2026-11-11T08:20:00+01:00",
    "Anbei die Mitteilung über die heutige Auszahlung.",
    pay("1190.00", "EUR", "RN-26-7717 892.50; RN-26-7733 297.50"),
    files=[
        pdf(
            "Auszahlung.pdf",
            lambda: typed(
                """
Gemeinde Oberau - Gemeindekasse
Mitteilung über eine Auszahlung vom 11.11.2026

Rechnungsnummer: | RN-26-7717
Betrag: | 892,50 EUR
Buchungsstelle: | 36500.5211

Rechnungsnummer: | RN-26-7733
Betrag: | 297,50 EUR
Buchungsstelle: | 36500.5218

Gesamtbetrag: | 1.190,00 EUR
Der Betrag wurde auf Ihr Konto bei der Sparkasse überwiesen.
""",
                (15, 70),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "D30",
    "Transports Malherbe SARL",
    "facturation@malherbe-transports.example",
    "EUR",
    """
BRV-F-20417 2026-09-08 1980.00
BRV-F-20433 2026-09-22 990.00
BRV-F-20451 2026-10-05 330.00
""",
    **FR,
)
mail(
    "fr11-releve-de-compte-paiement",
    "Classeur: relevé du compte fournisseur avec date, journal, pièce, libellé qui contient notre numéro, débit, crédit, lettrage; le virement est la dernière ligne",
    "xlsxwriter",
    "D30",
    "Virement du 12/11 - détail du lettrage",
    "2026-11-12T14:00:00+01:00",
    "Bonjour, nous avons viré ce jour 2 970,00 €. Le lettrage est en pièce jointe.",
    pay("2970.00", "EUR", "BRV-F-20417 1980.00; BRV-F-20433 990.00"),
    files=[
        xlsx(
            "lettrage.xlsx",
            """
Compte 401BREV BREVANNE REVETEMENTS
Date | Journal | Pièce | Libellé | Débit | Crédit | Lettrage
08/09/2026 | ACH | 4417 | Fact. BRV-F-20417 | | 1,980.00 | AB
22/09/2026 | ACH | 4433 | Fact. BRV-F-20433 | | 990.00 | AB
12/11/2026 | BQ | 0117 | Virement Brevanne | 2,970.00 | | AB
Totaux | | | | 2,970.00 | 2,970.00 |
""",
        )
    ],
)

firm(
    "D40",
    "Hotel Bahía Serena S.A.",
    "contabilidad@bahiaserena.example",
    "EUR",
    """
REC-26-0417 2026-09-09 1452.00
REC-26-0433 2026-09-23 726.00
REC-26-0440 2026-09-30 -145.20
REC-26-0460 2026-10-06 363.00
""",
    **ES,
)
mail(
    "es11-carta-docx",
    "Carta en Word: tabla con factura, fecha, importe y una fila «A deducir: abono», total transferido en negrita",
    "python-docx",
    "D40",
    "Pago facturas septiembre",
    "2026-11-11T12:00:00+01:00",
    "Buenos días, adjunto carta con el detalle de la transferencia de hoy.",
    pay("2032.80", "EUR", "REC-26-0417 1452.00; REC-26-0433 726.00; REC-26-0440 -145.20"),
    files=[
        (
            "carta.docx",
            DOCX,
            lambda: docx(
                (
                    "Hotel Bahía Serena S.A.",
                    "Muy señores míos: hoy les hemos transferido el importe siguiente:",
                ),
                "Factura | Fecha | Importe\nREC-26-0417 | 09/09/2026 | 1.452,00 €\nREC-26-0433 | 23/09/2026 | 726,00 €\nA deducir: abono REC-26-0440 | 30/09/2026 | 145,20 €\nTotal transferido | | 2.032,80 €",
                ("Atentamente,",),
            ),
        )
    ],
)

firm(
    "D50",
    "丹波食品工業株式会社",
    "keiri-bu@tanba-foods.example",
    "JPY",
    """
TN-2609-017 2026-09-30 528000
TN-2609-033 2026-09-30 132000
TN-2610-012 2026-10-31 66000
""",
    **JA,
)
mail(
    "ja11-fb-ichiran",
    "総合振込一覧の印刷: 受取人名、銀行支店、金額、手数料負担、EDI情報に請求書番号; 当社あての一件のみ",
    "weasyprint",
    "D50",
    "振込完了のご連絡",
    "2026-11-12T15:30:00+09:00",
    "お世話になっております。本日付で振込が完了しましたので、控えをお送りします。TN-2609-017、TN-2609-033 の分です。",
    pay("660000", "JPY", "TN-2609-017 * x=*; TN-2609-033 * x=*"),
    files=[
        pdf(
            "振込控.pdf",
            lambda: woven(
                "<h3>振込受付書(控)</h3><p>振込日 2026年11月12日 &nbsp; 状態 振込済</p><p>振込依頼人 タンバシヨクヒンコウギヨウ(カ</p>"
                "<table border=1><tr><td>受取人名</td><td>ブレヴァンヌ・コーティングス(カ</td></tr><tr><td>振込先</td><td>みずき銀行 本店営業部 普通 *****81</td></tr><tr><td>振込金額</td><td>660,000円</td></tr><tr><td>手数料</td><td>440円（当社負担）</td></tr></table>",
                language="ja",
                font="Noto Sans CJK JP",
            ),
        )
    ],
)

firm(
    "D60",
    "Carrick Dairy Products Ltd",
    "buying@carrickdairy.example",
    "EUR",
    """
IE26-9004 2026-10-09 1107.00
IE26-9018 2026-10-20 369.00
""",
    zone="Europe/Dublin",
)
mail(
    "en11-trap-tender",
    "Asks for prices: last year's purchases by invoice with value, new quantities wanted",
    "chromium",
    "D60",
    "Request for quotation 2027",
    "2026-11-12T09:00:00+00:00",
    "Please quote for 2027 on the basis of the attached history by 30 November.",
    kind=ANY,
    files=[
        pdf(
            "rfq.pdf",
            lambda: printed(
                "<h3>Request for quotation 2027</h3><p>Purchases to date</p>"
                + table(
                    ("Invoice", "Product", "Litres", "Value €"),
                    cells(
                        "IE26-9004 | Food-safe epoxy | 180 | 1,107.00\nIE26-9018 | Primer | 60 | 369.00\nTotal | | 240 | 1,476.00"
                    ),
                )
                + "<p>Expected 2027: 500 litres</p>"
            ),
        )
    ],
)
firm(
    "D61",
    "Kunststoffwerk Reiber GmbH",
    "einkauf@reiber-kunststoff.example",
    "EUR",
    """
2026/10-1004 2026-10-08 1666.00
2026/10-1019 2026-10-21 833.00
""",
    **DE,
)
mail(
    "de11-trap-zahlungsziel",
    "Bittet um längeres Ziel: Tabelle der Rechnungen mit bisheriger und gewünschter Fälligkeit",
    "xlsxwriter",
    "D61",
    "Bitte um Zahlungszielverlängerung",
    "2026-11-13T13:30:00+01:00",
    "Sehr geehrte Damen und Herren, wir bitten um Verlängerung des Zahlungsziels gemäß Anlage.",
    kind=ANY,
    promises=[UNSCORED],
    disputes=[UNSCORED],
    files=[
        xlsx(
            "ziel.xlsx",
            "Rechnung | Betrag | bisher fällig | neu fällig\n2026/10-1004 | 1,666.00 | 07.11.2026 | 07.12.2026\n2026/10-1019 | 833.00 | 20.11.2026 | 20.12.2026\nSumme | 2,499.00 | |",
        )
    ],
)
