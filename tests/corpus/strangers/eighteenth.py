"""An eighteenth set, written after the seventeenth was mended and before the reader saw it: thirteen ordinary papers."""

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
    "L01",
    "Fosse Valley Grain Co-operative Ltd",
    "settlements@fossevalley.example",
    "GBP",
    """
FV-B-7417 2026-09-05 2160.00
FV-B-7425 2026-09-16 1080.00
FV-B-7433 2026-10-02 540.00
""",
)
mail(
    "en18-contra-two-lists",
    "Co-operative's contra settlement: list of our invoices, list of theirs to us with their own numbers, the balance paid",
    "chromium",
    "L01",
    "Contra settlement October",
    "2026-11-12T10:50:00+00:00",
    "Hi, contra done for October and the balance paid over by BACS this morning.",
    pay("2775.60", "GBP", ANY),
    files=[
        pdf(
            "contra.pdf",
            lambda: printed(
                "<h3>Fosse Valley Grain Co-operative Ltd</h3><p>Contra settlement, 12 November 2026</p><p><b>Your invoices to us</b></p>"
                + table(
                    ("Invoice", "Date", "Amount £"),
                    rights(
                        cells(
                            "FV-B-7417 | 05/09/2026 | 2,160.00\nFV-B-7425 | 16/09/2026 | 1,080.00\nTotal your invoices | | 3,240.00"
                        ),
                        2,
                    ),
                )
                + "<p><b>Our invoices to you</b></p>"
                + table(
                    ("Invoice", "Date", "Amount £"),
                    rights(
                        cells(
                            "SI55201 | 21/09/2026 | 314.40\nSI55377 | 08/10/2026 | 150.00\nTotal our invoices | | 464.40"
                        ),
                        2,
                    ),
                )
                + "<p class=r><b>Balance paid to you £2,775.60</b></p>"
            ),
        )
    ],
)

firm(
    "L02",
    "Cedar Hollow Regional Medical Center",
    "disbursements@cedarhollow.example",
    "USD",
    """
CH-60417 2026-08-14 1450.00
CH-60425 2026-08-25 550.00
CH-60433 2026-10-03 725.00
""",
    zone="America/New_York",
)
mail(
    "en18-replacement-check",
    "Hospital's replacement of a lost check: HTML with old and new check number, invoices, gross, terms, net",
    "HTML program",
    "L02",
    "Replacement check 88410 issued",
    "2026-11-12T13:05:00-05:00",
    markup(
        nested(
            "<p>As you requested, check 88117 was stopped and check 88410 was issued and mailed today in its place.</p>"
            + grid(
                "CH-60417 | 08/14/2026 | $1,450.00 | $0.00 | $1,450.00\nCH-60425 | 08/25/2026 | $550.00 | $0.00 | $550.00\nCheck total | | $2,000.00 | $0.00 | $2,000.00",
                "Invoice|Date|Gross|Terms|Net",
            )
        )
    ),
    pay("2000.00", "USD", "CH-60417 1450.00; CH-60425 550.00"),
)

firm(
    "L03",
    "Isle of Arran Distillers Supplies",
    "office@arransupplies.example",
    "GBP",
    """
AS26/417 2026-09-08 720.00
AS26/425 2026-09-18 360.00
AS26/433 2026-10-01 180.00
""",
)
mail(
    "en18-deducted-in-words-below",
    "Word letter: table of invoices and amounts paid, one paid short, explained in a sentence below",
    "python-docx",
    "L03",
    "Payment",
    "2026-11-12T15:50:00+00:00",
    "Letter attached re today's bank transfer.",
    pay("1056.00", "GBP", "AS26/417 720.00; AS26/425 336.00 x=*"),
    disputes=[UNSCORED],
    files=[
        (
            "letter.docx",
            DOCX,
            lambda: docx(
                ("Isle of Arran Distillers Supplies", "We have today paid £1,056.00 into your account for:"),
                "Your invoice | Date | We paid £\nAS26/417 | 08/09/2026 | 720.00\nAS26/425 | 18/09/2026 | 336.00",
                ("On AS26/425 we took off £24.00 for the two tins that came without lids.", "I. Kerr"),
            ),
        )
    ],
)

firm(
    "L04",
    "Cobalt Ridge Mining Corp.",
    "ap.export@cobaltridge.example",
    "USD",
    """
CRM-90417 2026-09-02 12400.00
CRM-90425 2026-09-15 3100.00
CRM-90429 2026-09-20 -620.00
CRM-90433 2026-10-04 1550.00
""",
    zone="America/Phoenix",
)
mail(
    "en18-tsv-trailing-minus",
    "Tab-separated export with decimal commas and signs behind: account, assignment, reference, doc type, amount in doc. curr., cash disc., clearing date; payment's own row",
    "SAP list export",
    "L04",
    "Cleared items 12.11.2026",
    "2026-11-12T11:40:00-07:00",
    "Items cleared by today's wire are in the attached list.",
    pay("14632.00", "USD", "CRM-90417 12152.00 d=248.00; CRM-90425 3100.00; CRM-90429 -620.00"),
    files=[
        (
            "cleared.txt",
            "text/plain",
            lambda: (
                b"Account\tReference\tType\tDoc. Date\tAmount doc. curr.\tCash disc.\tNet\tCurr.\tClrng doc.\r\n"
                b"417022\tCRM-90417\tRE\t02.09.2026\t12.400,00-\t248,00-\t12.152,00-\tUSD\t2000044177\r\n"
                b"417022\tCRM-90425\tRE\t15.09.2026\t3.100,00-\t0,00\t3.100,00-\tUSD\t2000044177\r\n"
                b"417022\tCRM-90429\tKG\t20.09.2026\t620,00\t0,00\t620,00\tUSD\t2000044177\r\n"
                b"417022\t2000044177\tZP\t12.11.2026\t14.880,00\t248,00\t14.632,00\tUSD\t2000044177\r\n"
            ),
        )
    ],
)

firm(
    "L05",
    "Glenmore Sports & Leisure Stores",
    "supplieraccounts@glenmoresports.example",
    "EUR",
    """
GS-6417 2026-09-07 1845.00
GS-6425 2026-09-17 922.50
GS-6429 2026-09-22 -184.50
GS-6433 2026-10-03 615.00
""",
    zone="Europe/Dublin",
)
mail(
    "en18-retail-debits-xlsx",
    "Retailer's workbook: type, document, store, gross, settlement discount, net; invoices, our credit note and two debits with their own numbers; 'Remitted' at the top",
    "xlsxwriter",
    "L05",
    "Remittance 60417 / 13 Nov",
    "2026-11-13T05:15:00+00:00",
    "Automated message. Remittance attached.",
    pay("2336.30", "EUR", ANY),
    files=[
        xlsx(
            "remit60417.xlsx",
            """
Glenmore Sports & Leisure Stores | | | | Remitted EUR | 2,336.30
Supplier 60417 Brevanne Coatings | | | | Pay date | 13/11/2026

Type | Document | Store | Gross | Settlement disc. | Net
INV | GS-6417 | Cork | 1,845.00 | 36.90 | 1,808.10
INV | GS-6425 | Galway | 922.50 | 18.45 | 904.05
CRN | GS-6429 | Cork | -184.50 | 0.00 | -184.50
DBN | D-88117 | Cork | -121.35 | 0.00 | -121.35
DBN | D-88120 | Dublin | -70.00 | 0.00 | -70.00
""",
        )
    ],
)

firm(
    "L60",
    "Pennant Hills Removals Pty Ltd",
    "kylie@pennantremovals.example",
    "AUD",
    """
PHR-4417 2026-08-20 990.00
PHR-4425 2026-09-10 660.00
""",
    zone="Australia/Sydney",
)
mail(
    "en18-trap-payment-plan",
    "Agreed payment plan as a Word table: instalment, date, amount, invoice it goes to; first one in December",
    "python-docx",
    "L60",
    "Signed payment plan",
    "2026-11-12T14:00:00+11:00",
    "Hi, signed copy of the plan attached as agreed on the phone.",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        (
            "plan.docx",
            DOCX,
            lambda: docx(
                ("PAYMENT PLAN", "Pennant Hills Removals Pty Ltd will clear its account as follows:"),
                "Instalment | Date | Invoice | Amount\n1 | 1 December 2026 | PHR-4417 | $550.00\n2 | 15 December 2026 | PHR-4417 | $440.00\n3 | 4 January 2027 | PHR-4425 | $660.00\nTotal | | | $1,650.00",
                ("Signed: K. Moran",),
            ),
        )
    ],
)

firm(
    "L20",
    "Metallbau Trautwein GmbH & Co. KG",
    "kreditoren@metallbau-trautwein.example",
    "EUR",
    """
MT26-80417 2026-09-09 1666.00
MT26-80425 2026-09-19 833.00
MT26-80433 2026-10-02 416.50
""",
    **DE,
)
mail(
    "de18-skonto-als-zeile",
    "Druck ohne Kopf: je Rechnung eine Zeile mit Datum und Betrag, darunter «./. 2 % Skonto» mit Betrag; Zahlbetrag am Ende, Überweisungstag oben",
    "fpdf2",
    "L20",
    "Avis Trautwein",
    "2026-11-12T12:20:00+01:00",
    "Avis anbei.",
    pay("2449.02", "EUR", "MT26-80417 1632.68 d=33.32; MT26-80425 816.34 d=16.66"),
    files=[
        pdf(
            "Avis.pdf",
            lambda: typed(
                """
Metallbau Trautwein GmbH & Co. KG
Zahlungsavis - Überweisung vom 12.11.2026

MT26-80417 | vom 09.09.2026 | 1.666,00
 | ./. 2 % Skonto | -33,32
MT26-80425 | vom 19.09.2026 | 833,00
 | ./. 2 % Skonto | -16,66

 | Zahlbetrag EUR | 2.449,02
""",
                (20, 60, -150),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "L21",
    "Gebäudereinigung Nordwest eG",
    "rechnungspruefung@gr-nordwest.example",
    "EUR",
    """
GN-5417 2026-10-08 952.00
GN-5425 2026-10-15 476.00
""",
    **DE,
)
mail(
    "de18-trap-korrektur-angefordert",
    "HTML: fordert Rechnungskorrekturen, Tabelle mit Rechnung, Betrag, richtiger Betrag, Grund; gezahlt wird nach Eingang",
    "HTML program",
    "L21",
    "Bitte um Rechnungskorrektur",
    "2026-11-12T09:25:00+01:00",
    markup(
        "<p>Guten Tag,</p><p>bitte korrigieren Sie folgende Rechnungen. Die Zahlung erfolgt nach Eingang der Korrektur.</p>"
        + grid(
            "GN-5417 | 952,00 € | 892,50 € | Stundensatz\nGN-5425 | 476,00 € | 476,00 € | Leistungszeitraum fehlt\nSumme | 1.428,00 € | 1.368,50 € | ",
            "Rechnung|Betrag|richtiger Betrag|Grund",
        )
    ),
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
)

firm(
    "L30",
    "Charpentes Beaumanoir SAS",
    "situations@charpentes-beaumanoir.example",
    "EUR",
    """
SIT-2026-017 2026-09-30 9600.00
SIT-2026-018 2026-10-31 4800.00
""",
    **FR,
)
mail(
    "fr18-situation-cumul",
    "Décompte de situation: cumul, situations précédentes, présente situation, retenue de garantie 5 %, net viré; une seule facture",
    "weasyprint",
    "L30",
    "Règlement situation 17",
    "2026-11-12T16:15:00+01:00",
    "Bonjour, veuillez trouver le décompte de la situation SIT-2026-017, virée ce jour.",
    pay("9120.00", "EUR", "SIT-2026-017 9120.00 d=* x=*"),
    files=[
        pdf(
            "decompte.pdf",
            lambda: woven(
                "<h3>Charpentes Beaumanoir SAS - Décompte</h3><p>Facture SIT-2026-017 du 30/09/2026</p>"
                + table(
                    ("Libellé", "Montant TTC €"),
                    cells("""
Cumul des travaux à ce jour | 33 600,00
Situations précédentes | -24 000,00
Présente situation | 9 600,00
Retenue de garantie 5 % | -480,00
Net viré le 12/11/2026 | 9 120,00
"""),
                ),
                language="fr",
            ),
        )
    ],
)

firm(
    "L40",
    "Distribuidora El Roble C.A.",
    "cuentasporpagar@elroble.example",
    "USD",
    """
ER-4417 2026-09-06 1160.00
ER-4425 2026-09-17 580.00
ER-4433 2026-10-01 290.00
""",
    language="es",
    zone="America/Caracas",
)
mail(
    "es18-abonos-parciales",
    "Correo HTML: abono a cuenta; documento, saldo anterior, abono de hoy, saldo nuevo; total abonado",
    "HTML program",
    "L40",
    "Abono a facturas",
    "2026-11-12T15:20:00-04:00",
    markup(
        "<p>Buenas tardes, hoy les abonamos por transferencia US$ 1.200,00 según detalle:</p>"
        + grid(
            "ER-4417 | 1.160,00 | 900,00 | 260,00\nER-4425 | 580,00 | 300,00 | 280,00\nTotal abonado | | 1.200,00 | ",
            "Documento|Saldo anterior|Abono de hoy|Saldo nuevo",
        )
    ),
    pay("1200.00", "USD", "ER-4417 900.00; ER-4425 300.00"),
)

firm(
    "L41",
    "Panificadora Sol de Levante S.L.",
    "facturas@soldelevante.example",
    "EUR",
    """
SL-9417 2026-10-02 847.00
SL-9425 2026-10-14 363.00
""",
    **ES,
)
mail(
    "es18-trap-transferencia-programada",
    "PDF del banco: transferencia programada para fin de mes, estado «Programada», puede modificarse; beneficiario, importe y facturas",
    "reportlab",
    "L41",
    "Transferencia",
    "2026-11-12T10:30:00+01:00",
    "Buenos días, adjunto justificante. Un saludo",
    kind=ANY,
    promises=[UNSCORED],
    files=[
        pdf(
            "transferencia.pdf",
            lambda: drawn(
                """
Banca Marina
Resumen de la operación

Tipo | Transferencia programada
Estado | Programada
Fecha de ejecución | 30/11/2026
Ordenante | Panificadora Sol de Levante S.L.
Beneficiario | Brevanne Recubrimientos S.L.
Importe | 1.210,00 EUR
Concepto | SL-9417 SL-9425

Puede modificar o cancelar la operación hasta el día anterior.
""",
                (60, 220),
            ),
        )
    ],
)

firm(
    "L50",
    "株式会社若葉工務店",
    "wakaba@wakaba-koumuten.example",
    "JPY",
    """
WK-0917 2026-09-20 330000
WK-0924 2026-09-27 198000
WK-1005 2026-10-31 110000
""",
    **JA,
)
mail(
    "ja18-honbun-nikai",
    "本文: 二日に分けた振込をそれぞれの請求書と金額で知らせ、三件目は来月末の予定",
    "plain text",
    "L50",
    "お振込の件",
    "2026-11-12T11:30:00+09:00",
    "お世話になっております。若葉工務店です。\n下記のとおりお振込みいたしました。\n\n11月10日　WK-0917　330,000円\n11月11日　WK-0924　198,000円\n\nWK-1005は来月末のお支払いとなります。\nよろしくお願いいたします。",
    pay("330000", "JPY", "WK-0917 330000"),
    pay("198000", "JPY", "WK-0924 198000"),
    promises=[UNSCORED],
)

firm(
    "L31",
    "Papeteries Lacombe SA",
    "comptafour@papeteries-lacombe.example",
    "EUR",
    """
PL-7417 2026-10-06 1188.00
PL-7425 2026-10-16 594.00
""",
    **FR,
)
mail(
    "fr18-trap-factures-non-rapprochees",
    "Ancien classeur: factures reçues non rapprochées, n° de commande manquant, montant facturé, montant réceptionné; réponse attendue",
    "xlwt",
    "L31",
    "Factures non rapprochées",
    "2026-11-12T08:55:00+01:00",
    "Bonjour, merci de nous communiquer les numéros de commande des factures en pièce jointe.",
    kind=ANY,
    disputes=[UNSCORED],
    promises=[UNSCORED],
    files=[
        (
            "nonrapprochees.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Papeteries Lacombe SA | Factures non rapprochées au 12/11/2026 | | |
Facture | Date | Montant facturé | Montant réceptionné | Commande
PL-7417 | 06/10/2026 | 1 188,00 | 0,00 | ?
PL-7425 | 16/10/2026 | 594,00 | 594,00 | ?
Total | | 1 782,00 | 594,00 |
""",
                "Feuil1",
            ),
        )
    ],
)
