"""A fifteenth set, written after the fourteenth was mended and before the reader saw it: eleven papers, half of them of runs, parts and things not paid."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    ANY,
    DE,
    DOCX,
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
from tests.corpus.strangers.files import docx, drawn, typed, xlsx

firm(
    "H01",
    "Norfolk Broads Cruisers Ltd",
    "accounts@norfolkcruisers.example",
    "GBP",
    """
NBC-70417 2026-09-04 1320.00
NBC-70429 2026-09-18 660.00
NBC-70441 2026-10-02 330.00
""",
)
mail(
    "en15-payment-batch-report",
    "Bookkeeping program's batch payment: payee, particulars, code, reference, amount; our two rows among five, total of the batch",
    "chromium",
    "H01",
    "Batch payment 13 Nov",
    "2026-11-13T14:05:00+00:00",
    "Hi, batch went through the bank today, your bits are in it. Thanks, Lorna",
    pay("1980.00", None, "NBC-70417 1320.00; NBC-70429 660.00"),
    files=[
        pdf(
            "BatchPayment.pdf",
            lambda: printed(
                "<h3>Batch Payment Summary</h3><p>Norfolk Broads Cruisers Ltd, 13 Nov 2026</p>"
                + table(
                    ("Payee", "Particulars", "Reference", "Due date", "Amount"),
                    rights(
                        cells("""
Acle Timber | INV 2204 | NBC | 30 Oct 2026 | 402.18
Brevanne Coatings | NBC-70417 | NBC | 4 Oct 2026 | 1,320.00
Brevanne Coatings | NBC-70429 | NBC | 18 Oct 2026 | 660.00
HM Revenue | 120PB00 | PAYE | 22 Nov 2026 | 2,811.40
Wroxham Fuels Ltd | 88417 | NBC | 31 Oct 2026 | 955.00
Total | | | | 6,148.58
"""),
                        4,
                    ),
                )
            ),
        )
    ],
)

firm(
    "H02",
    "Cascade Fixtures Corp.",
    "ap@cascadefixtures.example",
    "USD",
    """
CFX-604417 2026-09-02 9000.00
CFX-604430 2026-09-16 4500.00
CFX-604452 2026-10-01 2250.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en15-half-now-half-later",
    "Workbook: total of each invoice, first half with its day gone, second half with a day in December; paid so far today",
    "xlsxwriter",
    "H02",
    "First halves wired",
    "2026-11-12T13:00:00-08:00",
    "Hello, as agreed we wired the first half of both invoices today, $6,750.00 in all. The second halves follow on December 15.",
    pay("6750.00", "USD", "CFX-604417 4500.00; CFX-604430 2250.00"),
    promises=[UNSCORED],
    files=[
        xlsx(
            "plan.xlsx",
            """
Invoice | Invoice total | Paid 11/12/2026 | Planned 12/15/2026
CFX-604417 | 9,000.00 | 4,500.00 | 4,500.00
CFX-604430 | 4,500.00 | 2,250.00 | 2,250.00
Total | 13,500.00 | 6,750.00 | 6,750.00
""",
        )
    ],
)

firm(
    "H03",
    "Tasman Reef Tours Pty Ltd",
    "admin@tasmanreef.example",
    "AUD",
    """
TRT-4417 2026-09-15 660.00
TRT-4425 2026-09-25 440.00
TRT-4433 2026-10-05 220.00
""",
    zone="Australia/Sydney",
)
mail(
    "en15-abn-receipt-table",
    "HTML mail of an accounting app: remittance advice in the body, due date, invoice total, paid to date before, this remittance, still owing",
    "HTML program",
    "H03",
    "Remittance Advice from Tasman Reef Tours Pty Ltd",
    "2026-11-13T09:00:00+11:00",
    markup(
        nested(
            "<p>Hi Brevanne,</p><p>Here's your remittance advice for the payment of 880.00 AUD.</p>"
            + grid(
                "TRT-4417 | 15 Oct 2026 | 660.00 | 220.00 | 440.00 | 0.00\nTRT-4425 | 25 Oct 2026 | 440.00 | 0.00 | 440.00 | 0.00",
                "Invoice|Due date|Invoice total|Paid before|This remittance|Still owing",
            )
            + "<p>If you have any questions, please let us know.</p>"
        )
    ),
    pay("880.00", "AUD", "TRT-4417 440.00; TRT-4425 440.00"),
)

firm(
    "H60",
    "Kingsway Retail plc",
    "goods.in@kingswayretail.example",
    "GBP",
    """
KR-20417-B 2026-10-15 1512.00
KR-20425-B 2026-10-23 756.00
""",
)
mail(
    "en15-trap-self-bill-query",
    "Three way match report: invoice, our sum, order sum, receipt sum, difference, state 'matched' or 'price'; to be paid when cleared",
    "reportlab",
    "H60",
    "Invoice matching report",
    "2026-11-12T06:20:00+00:00",
    "Please find attached this week's matching report. Unmatched invoices cannot be processed.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        pdf(
            "match.pdf",
            lambda: drawn(
                """
KINGSWAY RETAIL PLC | | | | | MATCHING REPORT WK 46
Supplier 60417 Brevanne Coatings Ltd

Invoice | Invoice £ | Order £ | Receipt £ | Difference £ | State
KR-20417-B | 1,512.00 | 1,512.00 | 1,512.00 | 0.00 | Matched
KR-20425-B | 756.00 | 720.00 | 720.00 | 36.00 | Price
Total | 2,268.00 | 2,232.00 | 2,232.00 | 36.00 |
""",
                (45, -190, -270, -350, -450, 470),
            ),
        )
    ],
)

firm(
    "H61",
    "Harbourfront Condos Board",
    "manager@harbourfrontcondos.example",
    "CAD",
    """
HC-4417 2026-10-12 3390.00
HC-4425 2026-10-20 1695.00
""",
    zone="America/Toronto",
)
mail(
    "en15-trap-cheque-requisition",
    "Cheque requisition form: payee, amount, invoices, coded accounts, requested by and approved by, date required; no cheque number yet",
    "python-docx",
    "H61",
    "Cheque requisition for your file",
    "2026-11-12T11:15:00-05:00",
    "Hello, I have put in the requisition below for your invoices; the board signs cheques on the last Thursday.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        (
            "requisition.docx",
            DOCX,
            lambda: docx(
                ("CHEQUE REQUISITION", "Payee: Brevanne Coatings Inc.", "Date required: November 26, 2026"),
                "Invoice | Account | Amount\nHC-4417 | 5410 Painting | $3,390.00\nHC-4425 | 5410 Painting | $1,695.00\nTotal | | $5,085.00",
                ("Requested by: D. Oyelaran", "Approved by: ______________", "Cheque no.: ______________"),
            ),
        )
    ],
)

firm(
    "H20",
    "Zimmerei Vogelsang GmbH",
    "info@zimmerei-vogelsang.example",
    "EUR",
    """
ZV26-0417 2026-09-11 1785.00
ZV26-0425 2026-09-21 595.00
ZV26-0433 2026-10-02 297.50
""",
    **DE,
)
mail(
    "de15-teils-teils",
    "Text der Mail: eine Rechnung abzüglich zwei Prozent, eine ganz, die dritte erst nach Nachbesserung; Summe in eigener Zeile",
    "plain text",
    "H20",
    "Zahlung Zimmerei Vogelsang",
    "2026-11-12T18:15:00+01:00",
    "Sehr geehrte Damen und Herren,\n\nwir haben heute überwiesen:\n\nRechnung ZV26-0417 über 1.785,00 € abzüglich 2 % Skonto = 1.749,30 €\nRechnung ZV26-0425 über 595,00 €\n\nÜberweisungsbetrag: 2.344,30 €\n\nDie Rechnung ZV26-0433 zahlen wir, sobald die Nachbesserung erledigt ist.\n\nMit freundlichen Grüßen\nH. Vogelsang",
    pay("2344.30", "EUR", "ZV26-0417 1749.30 d=35.70; ZV26-0425 595.00"),
    promises=[UNSCORED],
    disputes=[UNSCORED],
)

firm(
    "H21",
    "Textilpflege Nord AG",
    "kreditoren@textilpflege-nord.example",
    "EUR",
    """
TPN/26/04417 2026-09-08 2499.00
TPN/26/04425 2026-09-17 1249.50
TPN/26/04431 2026-09-28 -249.90
TPN/26/04440 2026-10-06 416.50
""",
    **DE,
)
mail(
    "de15-saldo-verrechnung-xlsx",
    "Mappe: Kontokorrent als Avis, Beleg, Art RE/GS, Soll, Haben, Verrechnung mit eigener Forderung als Zeile ohne unsere Nummer, Überweisung als Restzeile",
    "xlsxwriter",
    "H21",
    "Avis und Verrechnung",
    "2026-11-12T09:50:00+01:00",
    "Guten Tag, anbei unser Avis; die Überweisung über 3.379,60 EUR ist heute erfolgt.",
    pay("3379.60", "EUR", "*"),
    files=[
        xlsx(
            "avis.xlsx",
            """
Textilpflege Nord AG | Avis 12.11.2026 | | |
Beleg | Art | Datum | Betrag
TPN/26/04417 | RE | 08.09.2026 | 2,499.00
TPN/26/04425 | RE | 17.09.2026 | 1,249.50
TPN/26/04431 | GS | 28.09.2026 | -249.90
Unsere Rechnung 88417 Mietwäsche | VR | 01.10.2026 | -119.00
Überweisung | | 12.11.2026 | 3,379.60
""",
        )
    ],
)

firm(
    "H22",
    "Kreishandwerkerschaft Elm",
    "beschaffung@khs-elm.example",
    "EUR",
    """
KH-2610-17 2026-10-13 714.00
KH-2610-25 2026-10-21 357.00
""",
    **DE,
)
mail(
    "de15-trap-zahlungsanweisung-entwurf",
    "Auszahlungsanordnung an die eigene Kasse: Empfänger, Beträge, sachlich und rechnerisch richtig noch nicht gezeichnet; in Kopie an uns",
    "fpdf2",
    "H22",
    "Auszahlungsanordnung",
    "2026-11-12T15:45:00+01:00",
    "Zur Information: Die Auszahlungsanordnung liegt unserer Geschäftsführung zur Unterschrift vor.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "Anordnung.pdf",
            lambda: typed(
                """
Kreishandwerkerschaft Elm
Auszahlungsanordnung an die Kasse - Entwurf

Empfänger | Brevanne Lacke GmbH | |
Rechnung | Haushaltsstelle | Betrag EUR
KH-2610-17 | 4100.02 | 714,00
KH-2610-25 | 4100.02 | 357,00
Auszuzahlen | | 1.071,00

Sachlich richtig: ................ | Rechnerisch richtig: ................
""",
                (15, 80, 140),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "H30",
    "Béton Laurentides ltée",
    "paiements@betonlaurentides.example",
    "CAD",
    """
BL-F-4417 2026-09-09 2874.38
BL-F-4425 2026-09-19 1149.75
BL-F-4433 2026-10-02 574.88
""",
    language="fr",
    zone="America/Toronto",
)
mail(
    "fr15-releve-tps-tvq",
    "Québec: relevé avec TPS et TVQ en colonnes, total de la facture, montant payé; paiement électronique en tête",
    "chromium",
    "H30",
    "Avis de paiement électronique 40117",
    "2026-11-12T06:45:00-05:00",
    "Un paiement électronique vous a été transmis. Le détail se trouve en pièce jointe.",
    pay("4024.13", "CAD", "BL-F-4417 2874.38; BL-F-4425 1149.75"),
    files=[
        pdf(
            "avis40117.pdf",
            lambda: printed(
                "<h3>Béton Laurentides ltée</h3><p>Avis de paiement électronique no 40117 - 12 novembre 2026 - dollars canadiens (CAD)</p>"
                + table(
                    ("Facture", "Date", "Avant taxes", "TPS", "TVQ", "Total", "Payé"),
                    rights(
                        cells("""
BL-F-4417 | 2026-09-09 | 2 500,00 | 125,00 | 249,38 | 2 874,38 | 2 874,38
BL-F-4425 | 2026-09-19 | 1 000,00 | 50,00 | 99,75 | 1 149,75 | 1 149,75
Total | | 3 500,00 | 175,00 | 349,13 | 4 024,13 | 4 024,13
"""),
                        2,
                    ),
                ),
                language="fr",
            ),
        )
    ],
)

firm(
    "H40",
    "Clínica Los Alerces SpA",
    "finanzas@clinicalosalerces.example",
    "CLP",
    """
80417 2026-09-10 1428000
80425 2026-09-21 714000
80433 2026-10-05 238000
""",
    language="es",
    zone="America/Santiago",
)
mail(
    "es15-comprobante-banco",
    "Comprobante de transferencia del banco: empresa, RUT, cuenta destino, monto, asunto con los folios, estado «Transferencia exitosa»",
    "reportlab",
    "H40",
    "Comprobante de transferencia",
    "2026-11-12T17:20:00-03:00",
    "Estimados: se adjunta comprobante. Saludos",
    pay("2142000", "CLP", "80417 *; 80425 *"),
    files=[
        pdf(
            "comprobante.pdf",
            lambda: drawn(
                """
Banco del Maipo | Comprobante de transferencia a terceros

Estado | Transferencia exitosa
Fecha y hora | 12/11/2026 17:02
Empresa | Clínica Los Alerces SpA
Destinatario | Brevanne Recubrimientos
Monto transferido | $ 2.142.000
Asunto | Facturas 80417 y 80425
N° de operación | 004417882
""",
                (60, 230),
            ),
        )
    ],
)

firm(
    "H50",
    "日の出プラント株式会社",
    "shiharai@hinode-plant.example",
    "JPY",
    """
HP-26-0911 2026-09-30 990000
HP-26-0918 2026-09-30 495000
HP-26-1003 2026-10-31 165000
""",
    **JA,
)
mail(
    "ja15-shiharai-docx",
    "Word の支払通知: 文で支払日と合計、表に請求番号・税込額・安全協力費・差引支払額",
    "python-docx",
    "H50",
    "支払通知書送付の件",
    "2026-11-10T11:00:00+09:00",
    "いつもお世話になっております。支払通知書をお送りいたします。本日お振込済みです。",
    pay("1470150", "JPY", "HP-26-0911 980100 x=9900; HP-26-0918 490050 x=4950"),
    files=[
        (
            "支払通知書.docx",
            DOCX,
            lambda: docx(
                ("支払通知書", "2026年11月10日に下記の金額をお振込いたしました。", "お振込金額 1,470,150円"),
                "請求番号 | 税込額 | 安全協力費 | 差引支払額\nHP-26-0911 | 990,000 | 9,900 | 980,100\nHP-26-0918 | 495,000 | 4,950 | 490,050\n合計 | 1,485,000 | 14,850 | 1,470,150",
                ("日の出プラント株式会社",),
            ),
        )
    ],
)
