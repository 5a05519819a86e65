"""A sixth set, written after the fifth was mended: mostly lists of our invoices with amounts that pay nothing."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DE,
    DOCX,
    ES,
    FR,
    JA,
    UNSCORED,
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
from tests.corpus.strangers.files import docx, drawn, typed, woven, xls, xlsx

firm(
    "Z01",
    "Amberley Plastics Ltd",
    "ap@amberleyplastics.example",
    "GBP",
    """
BL61501 2026-09-02 1800.00
BL61509 2026-09-14 642.00
BL61516 2026-10-01 99.00
""",
)
mail(
    "en6-trap-received",
    "A portal has received and posted our invoices: number, net, tax, gross, posting document",
    "HTML program",
    "Z01",
    "2 invoices have been processed",
    "2026-11-12T10:00:00+00:00",
    markup(
        nested(
            "<p>The following invoices were received and posted in our system. No further action is needed.</p>"
            + grid(
                "BL61501 | 1,500.00 | 300.00 | 1,800.00 | 5105600118\nBL61509 | 535.00 | 107.00 | 642.00 | 5105600119",
                "Invoice|Net|VAT|Gross|Posting no.",
            )
        )
    ),
    kind="*",
)

firm(
    "Z02",
    "Orbital Foods Inc",
    "deductions@orbitalfoods.example",
    "USD",
    """
BC-51001 2026-09-03 8400.00
BC-51010 2026-09-18 1260.00
BC-51018 2026-10-02 720.00
""",
    zone="America/Chicago",
)
mail(
    "en6-trap-deduction-backup",
    "Detail of deductions that were taken off an earlier payment, by invoice with amounts and a total",
    "xlsxwriter",
    "Z02",
    "Deduction backup for check 40118",
    "2026-11-12T10:00:00-06:00",
    "Per your request, the detail of the deductions taken on check 40118 in September.",
    kind="*",
    files=[
        xlsx(
            "backup.xlsx",
            "Deduction detail check 40118\nInvoice | Reason | Cases | Deducted\nBC-51001 | Shortage | 12 | 288.00\nBC-51010 | Late delivery | 0 | 126.00\nTotal | | | 414.00",
        )
    ],
)

firm(
    "Z03",
    "Whitmore Retail Ltd",
    "supplierqueries@whitmoreretail.example",
    "GBP",
    """
BL62501 2026-09-05 2400.00
BL62508 2026-09-19 960.00
BL62514 2026-10-03 540.00
""",
)
mail(
    "en6-trap-reconciliation",
    "Reconciliation of our statement: our amount, theirs, difference, comment",
    "chromium",
    "Z03",
    "Statement reconciliation October",
    "2026-11-12T10:00:00+00:00",
    "Hi, please see our reconciliation of your October statement. Copies of the missing one please.",
    kind="*",
    disputes=[UNSCORED],
    files=[
        pdf(
            "recon.pdf",
            lambda: printed(
                "<h3>Supplier statement reconciliation: Brevanne Coatings, October 2026</h3>"
                + table(
                    ("Invoice", "Statement", "Our ledger", "Difference", "Comment"),
                    rights(
                        cells(
                            "BL62501 | 2,400.00 | 2,400.00 | 0.00 | agreed\nBL62508 | 960.00 | 860.00 | 100.00 | price\nBL62514 | 540.00 | 0.00 | 540.00 | not received\nTotal | 3,900.00 | 3,260.00 | 640.00 |"
                        ),
                        1,
                    ),
                )
            ),
        )
    ],
)

firm(
    "Z04",
    "Solway Offshore Wind Ltd",
    "finance@solwayoffshore.example",
    "GBP",
    """
BL63501 2026-09-06 24000.00
BL63508 2026-09-20 3600.00
""",
)
mail(
    "en6-trap-early-payment-offer",
    "Dynamic discounting: an offer to be paid early, with discount and net, if we accept",
    "HTML program",
    "Z04",
    "Get paid early by Solway Offshore Wind",
    "2026-11-12T10:00:00+00:00",
    markup(
        nested(
            "<p>Solway Offshore Wind Ltd offers early payment of the invoices below. Accept the offer by 6 pm to be paid tomorrow.</p>"
            + grid(
                "BL63501 | 24,000.00 | 240.00 | 23,760.00\nBL63508 | 3,600.00 | 36.00 | 3,564.00\nTotal | 27,600.00 | 276.00 | 27,324.00",
                "Invoice|Approved amount|Discount|You receive",
            )
        )
    ),
    kind="*",
    promises=[UNSCORED],
)

firm(
    "Z05",
    "Deccan Machine Tools Pvt Ltd",
    "tds@deccanmachine.example",
    "INR",
    """
BCI/26-27/2001 2026-08-05 118000.00
BCI/26-27/2014 2026-09-10 59000.00
""",
    zone="Asia/Kolkata",
)
mail(
    "en6-trap-tds-certificate",
    "Certificate of tax deducted at source: invoices, amount paid or credited, tax deducted and deposited",
    "weasyprint",
    "Z05",
    "Form 16A Q2 FY 2026-27",
    "2026-11-12T10:00:00+05:30",
    "Please find attached TDS certificate for the quarter.",
    kind="*",
    files=[
        pdf(
            "form16a.pdf",
            lambda: woven(
                "<h3>FORM No. 16A - Certificate of deduction of tax at source</h3><p>Deductor: Deccan Machine Tools Pvt Ltd. Deductee: Brevanne Coatings Ltd. Quarter: Q2</p>"
                + table(
                    (
                        "Invoice",
                        "Amount paid / credited",
                        "Date of payment / credit",
                        "Tax deducted",
                        "Tax deposited",
                    ),
                    cells(
                        "BCI/26-27/2001 | 1,00,000.00 | 31-08-2026 | 2,000.00 | 2,000.00\nBCI/26-27/2014 | 50,000.00 | 30-09-2026 | 1,000.00 | 1,000.00\nTotal | 1,50,000.00 | | 3,000.00 | 3,000.00"
                    ),
                )
            ),
        )
    ],
)

firm(
    "Z06",
    "Larkspur Clinics LLC",
    "vendors@larkspurclinics.example",
    "USD",
    """
BC-52001 2026-09-04 415.00
BC-52006 2026-09-22 1310.00
""",
    zone="America/New_York",
)
mail(
    "en6-trap-duplicates",
    "Tells that two invoices were sent twice and the second copies were deleted; amounts beside",
    "plain text",
    "Z06",
    "Duplicate invoices",
    "2026-11-12T10:00:00-05:00",
    """Hello,

The invoices below were submitted twice. We deleted the second copies; the
originals remain in process.

Invoice      Amount      Received
BC-52001       415.00    10/02 and 10/19
BC-52006     1,310.00    10/03 and 10/19

Thank you
""",
    kind="*",
    disputes=[UNSCORED],
)

firm(
    "Z07",
    "Trentham Gardens Ltd",
    "accounts@trenthamgardens.example",
    "GBP",
    """
BL64501 2026-09-02 1560.00
BL64506 2026-09-12 288.00
BL64511 2026-09-28 2016.00
BL64517 2026-10-02 45.00
""",
)
mail(
    "en6-two-lines-each",
    "PDF with two lines an invoice: number and sum, below it description, order and date",
    "reportlab",
    "Z07",
    "Remittance 12/11",
    "2026-11-12T10:00:00+00:00",
    "Remittance attached",
    pay("3864.00", "GBP", "BL64501 1560.00; BL64506 288.00; BL64511 2016.00"),
    files=[
        pdf(
            "r1211.pdf",
            lambda: drawn(
                """
TRENTHAM GARDENS LTD - REMITTANCE ADVICE
BACS 12/11/2026 to Brevanne Coatings Ltd

Invoice / details | | GBP
BL64501 | | 1,560.00
Fence stain, order TG-882, 02/09/2026
BL64506 | | 288.00
Brushes, order TG-890, 12/09/2026
BL64511 | | 2,016.00
Pool paint 40 x 5 l, order TG-901, 28/09/2026
 | Total | 3,864.00
""",
                (60, -330, -450),
            ),
        )
    ],
)

firm(
    "Z08",
    "Coldharbour Brewery Ltd",
    "office@coldharbourbrewery.example",
    "GBP",
    """
BL65501 2026-09-04 444.00
BL65505 2026-09-15 1092.00
BL65512 2026-09-29 60.00
""",
)
mail(
    "en6-amount-first",
    "Text with the amounts before the numbers and a sum spelled with a dash",
    "plain text",
    "Z08",
    "paid today",
    "2026-11-12T10:00:00+00:00",
    """Hi both

Paid this afternoon by faster payment:

£444.00 - BL65501
£1,092.00 - BL65505

Total - £1,536.00

BL65512: can you resend, we haven't got it.

Matt
""",
    pay("1536.00", "GBP", "BL65501 444.00; BL65505 1092.00"),
)

firm(
    "Z09",
    "Kirkstone Logistics Ltd",
    "remits@kirkstonelogistics.example",
    "GBP",
    """
BL66501 2026-09-03 7250.00
BL66509 2026-09-17 1480.00
BL66514 2026-09-26 -320.00
BL66520 2026-10-04 610.00
""",
)
mail(
    "en6-csv-brackets",
    "CSV with quoted amounts, credits in brackets, a column of the bank's reference and of the amount left",
    "program's CSV",
    "Z09",
    "Remittance file",
    "2026-11-12T10:00:00+00:00",
    "Remittance data for today's BACS attached.",
    pay("8410.00", "*", "BL66501 7250.00; BL66509 1480.00; BL66514 -320.00"),
    files=[
        (
            "remit.csv",
            "text/csv",
            lambda: (
                b'Bank ref,Doc,Doc date,Doc value,Paid,Left\r\nKL8812,BL66501,03/09/2026,"7,250.00","7,250.00",0.00\r\nKL8812,BL66509,17/09/2026,"1,480.00","1,480.00",0.00\r\n'
                b'KL8812,BL66514,26/09/2026,"(320.00)","(320.00)",0.00\r\n,,,,"8,410.00",\r\n'
            ),
        )
    ],
)

firm(
    "Z20",
    "Textilhaus Brunnhuber KG",
    "rechnungspruefung@brunnhuber.example",
    "EUR",
    """
28500007 2026-09-03 2261.00
28500015 2026-09-17 535.50
28500022 2026-10-01 119.00
""",
    **DE,
)
mail(
    "de6-trap-klaerungsliste",
    "Klärungsliste der Rechnungsprüfung: Rechnung, Betrag, anerkannt, Differenz, Grund",
    "xlwt",
    "Z20",
    "Klärungsliste Brevanne",
    "2026-11-12T10:00:00+01:00",
    "Guten Tag, anbei die Klärungsliste mit der Bitte um Stellungnahme.",
    kind="*",
    disputes=[UNSCORED],
    files=[
        (
            "klaerung.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Rechnung | Rechnungsbetrag | anerkannt | Differenz | Grund
28500007 | 2.261,00 | 2.142,00 | 119,00 | Preis
28500015 | 535,50 | 0,00 | 535,50 | Ware fehlt
Summe | 2.796,50 | 2.142,00 | 654,50 |
""",
                "Liste",
            ),
        )
    ],
)

firm(
    "Z21",
    "Gärtnerei Rosenfelder",
    "info@rosenfelder-garten.example",
    "EUR",
    """
28600003 2026-09-05 357.00
28600008 2026-09-18 833.00
28600013 2026-10-02 71.40
""",
    **DE,
)
mail(
    "de6-zettel",
    "Word-Zettel: Summe oben, Tabelle mit Haken, Rechnung ohne Haken bleibt offen",
    "python-docx",
    "Z21",
    "Überweisung",
    "2026-11-12T10:00:00+01:00",
    "Guten Abend, haben heute 1.190,00 € überwiesen, siehe Zettel. Gruß R.",
    pay("1190.00", "EUR", "28600003 357.00; 28600008 833.00"),
    files=[
        (
            "Zettel.docx",
            DOCX,
            lambda: docx(
                ("Brevanne - Stand 12.11.",),
                """
Rechnung | Betrag | bezahlt
28600003 | 357,00 | x
28600008 | 833,00 | x
28600013 | 71,40 |
""",
            ),
        )
    ],
)

firm(
    "Z30",
    "Verrerie du Marais SAS",
    "comptafour@verrerie-marais.example",
    "EUR",
    """
FA261003201 2026-09-02 1740.00
FA261003210 2026-09-16 936.00
FA261003218 2026-10-01 108.00
""",
    **FR,
)
mail(
    "fr6-trap-rapprochement",
    "État de rapprochement fournisseur: solde chez eux, chez nous, écart; demande des duplicata",
    "chromium",
    "Z30",
    "Rapprochement de compte",
    "2026-11-12T10:00:00+01:00",
    "Bonjour, merci de nous adresser les duplicata des factures manquantes.",
    kind="*",
    disputes=[UNSCORED],
    files=[
        pdf(
            "etat.pdf",
            lambda: printed(
                "<h3>État de rapprochement au 31/10/2026</h3>"
                + table(
                    ("Facture", "Votre relevé", "Nos livres", "Écart"),
                    rights(
                        cells(
                            "FA261003201 | 1 740,00 | 1 740,00 | 0,00\nFA261003210 | 936,00 | 0,00 | 936,00\nSolde | 2 676,00 | 1 740,00 | 936,00"
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
    "Z31",
    "Boulangeries Tessier",
    "siege@boulangeries-tessier.example",
    "EUR",
    """
FA261003301 2026-09-04 612.00
FA261003308 2026-09-18 1224.00
FA261003315 2026-10-02 84.00
""",
    **FR,
)
mail(
    "fr6-magasins",
    "Texte: par magasin, la facture et son montant réglé, total du virement en bas, escompte de 1 % sur une",
    "plain text",
    "Z31",
    "Virement du 12/11/2026",
    "2026-11-12T10:00:00+01:00",
    """Bonjour,

Virement de ce jour :

Magasin Lille
  FA261003301 du 04/09/2026      612,00
Magasin Arras
  FA261003308 du 18/09/2026    1 224,00
  escompte 1 %                   -12,24

Total viré                     1 823,76 €

Bien à vous
""",
    pay("1823.76", "EUR", "FA261003301 612.00; FA261003308 1211.76 d=12.24"),
)

firm(
    "Z40",
    "Ascensores Levante S.L.",
    "fiscal@ascensoreslevante.example",
    "EUR",
    """
ES26/003101 2026-09-03 2420.00
ES26/003109 2026-09-17 847.00
""",
    **ES,
)
mail(
    "es6-trap-certificado-347",
    "Carta de conciliación fiscal anual: facturas recibidas e importe acumulado por trimestre, sin pago",
    "fpdf2",
    "Z40",
    "Conciliación modelo 347",
    "2026-11-12T10:00:00+01:00",
    "Rogamos confirmen si coinciden con sus datos.",
    kind="*",
    files=[
        pdf(
            "347.pdf",
            lambda: typed(
                """
Ascensores Levante S.L. - Conciliacion de operaciones con terceros (modelo 347)
Proveedor: Brevanne Recubrimientos S.L.

Factura | Fecha | Base | Total
ES26/003101 | 03/09/2026 | 2.000,00 | 2.420,00
ES26/003109 | 17/09/2026 | 700,00 | 847,00
Total 3T | | 2.700,00 | 3.267,00
""",
                (15, 60, -120, -160),
            ),
        )
    ],
)

firm(
    "Z50",
    "株式会社あけぼの機工",
    "akebono@akebono-kiko.example",
    "JPY",
    """
JP-20260910-08 2026-09-10 88000
JP-20260925-02 2026-09-25 242000
JP-20261004-03 2026-10-04 16500
""",
    **JA,
)
mail(
    "ja6-trap-zandaka-kakunin",
    "残高確認書: 請求書ごとの残高、相違の有無を返信願う",
    "weasyprint",
    "Z50",
    "残高確認のお願い",
    "2026-11-10T10:00:00+09:00",
    "残高確認書をお送りします。ご確認のうえご返信ください。",
    kind="*",
    files=[
        pdf(
            "zandaka.pdf",
            lambda: woven(
                "<h3>残高確認書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中　2026年10月31日現在</p>"
                + table(
                    ("請求書番号", "請求日", "当社帳簿残高"),
                    cells(
                        "JP-20260910-08 | 2026/9/10 | 88,000\nJP-20260925-02 | 2026/9/25 | 242,000\n合計 | | 330,000"
                    ),
                ),
                language="ja",
                font="Noto Sans CJK JP",
            ),
        )
    ],
)

firm(
    "Z60",
    "扬州江都水泵厂有限公司",
    "jdsb_cw@jiangdu-sb.example",
    "CNY",
    """
BRF-2609-1201 2026-09-05 33900.00
BRF-2609-1210 2026-09-19 6780.00
BRF-2610-1216 2026-10-08 1130.00
""",
    **ZH,
)
mail(
    "zh6-trap-fukuan-taizhang",
    "应付台账: 发票金额、到期日、拟付款日、状态未付; 请核对到期日",
    "xlsxwriter",
    "Z60",
    "应付台账核对",
    "2026-11-12T10:00:00+08:00",
    "附件是我们系统里贵司的应付台账，请核对一下金额和到期日是否一致。",
    kind="*",
    promises=[UNSCORED],
    files=[
        xlsx(
            "台账.xlsx",
            "发票号 | 发票金额 | 账期 | 到期日 | 付款金额\nBRF-2609-1201 | 33,900.00 | 60天 | 2026-11-04 | 33,900.00\nBRF-2609-1210 | 6,780.00 | 60天 | 2026-11-18 | 6,780.00\n合计 | 40,680.00 | | | 40,680.00",
        )
    ],
)
firm(
    "Z61",
    "绍兴柯桥印染有限公司",
    "kqyr_cw@keqiao-yr.example",
    "CNY",
    """
BRF-2609-1301 2026-09-07 20340.00
BRF-2609-1308 2026-09-21 11300.00
BRF-2610-1315 2026-10-06 2260.00
""",
    **ZH,
)
mail(
    "zh6-chengdui-dianhui",
    "正文: 本次付款两张发票, 其中一半现汇, 扣除样品费, 明细逐行",
    "plain text",
    "Z61",
    "付款",
    "2026-11-12T10:00:00+08:00",
    """王会计：

今天付了贵司货款，网银已转，明细：

BRF-2609-1301   20,340.00
BRF-2609-1308   11,300.00
扣样品费          -640.00
实付            31,000.00

麻烦查收。
柯桥印染 小沈
""",
    pay("31000.00", "*", "*"),
)
