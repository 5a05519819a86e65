"""A seventh set, written after the sixth was mended: lists in programs' other words, and what is not yet or no longer paid."""

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
from tests.corpus.strangers.files import docx, drawn, typed, woven, xlsx

firm(
    "U70",
    "Ashgrove Packaging Ltd",
    "ap@ashgrovepack.example",
    "GBP",
    """
BL71501 2026-09-02 1320.00
BL71508 2026-09-15 504.00
BL71515 2026-10-01 88.00
""",
)
mail(
    "en7-trap-due-list",
    "Weekly list of what falls due, by due date, sent by their system to suppliers; total due",
    "xlsxwriter",
    "U70",
    "Your invoices falling due",
    "2026-11-12T10:00:00+00:00",
    "Automatic notification: your invoices that fall due in the next 14 days according to our records.",
    kind="*",
    promises=[UNSCORED],
    files=[
        xlsx(
            "due.xlsx",
            "Invoice | Due date | Amount | Net amount\nBL71501 | 16/11/2026 | 1,320.00 | 1,320.00\nBL71508 | 20/11/2026 | 504.00 | 504.00\nTotal | | 1,824.00 | 1,824.00",
        )
    ],
)
firm(
    "U71",
    "Holloway Theatre Trust",
    "finance@hollowaytheatre.example",
    "GBP",
    """
BL72501 2026-09-03 275.00
BL72507 2026-09-18 1650.00
""",
)
mail(
    "en7-trap-signatures",
    "Cheque requisition with our invoices, one of two signatures missing",
    "chromium",
    "U71",
    "Cheque requisition 118",
    "2026-11-12T10:00:00+00:00",
    "FYI, this is with our second signatory.",
    kind="*",
    files=[
        pdf(
            "req118.pdf",
            lambda: printed(
                "<h3>Cheque requisition no. 118</h3><p>Payable to: Brevanne Coatings Ltd</p>"
                + table(
                    ("Invoice", "Amount £"),
                    rights(cells("BL72501 | 275.00\nBL72507 | 1,650.00\nTotal | 1,925.00"), 1),
                )
                + "<p>Authorised by: R. Holt 11/11/2026 &nbsp; Second signature: ____________</p>"
            ),
        )
    ],
)
firm(
    "U72",
    "Greystone Quarries plc",
    "remit@greystonequarries.example",
    "GBP",
    """
BL73501 2026-09-02 9120.00
BL73510 2026-09-16 1236.00
BL73517 2026-09-30 -516.00
BL73525 2026-10-02 780.00
""",
)
mail(
    "en7-debit-credit-columns",
    "Settlement note: debit and credit columns in their view, contra of their own haulage charge, net settled",
    "weasyprint",
    "U72",
    "Settlement note 2611-08",
    "2026-11-12T10:00:00+00:00",
    "Settled today by BACS as attached.",
    pay("9615.00", "*", "*"),
    files=[
        pdf(
            "note.pdf",
            lambda: woven(
                "<h3>Greystone Quarries plc: settlement note 2611-08, BACS 12/11/2026</h3>"
                + table(
                    ("Ref", "Narrative", "Debit", "Credit"),
                    cells(
                        "BL73501 | Invoice | | 9,120.00\nBL73510 | Invoice | | 1,236.00\nBL73517 | Credit note | 516.00 |\nGQ-4418 | Haulage charge | 225.00 |\nNet settled | | | 9,615.00"
                    ),
                )
            ),
        )
    ],
)
firm(
    "U73",
    "Peachtree Sports Inc",
    "ap@peachtreesports.example",
    "USD",
    """
BC-61501 2026-09-03 1440.00
BC-61509 2026-09-17 360.00
BC-61514 2026-09-29 2250.00
BC-61520 2026-10-02 45.00
""",
    zone="America/New_York",
)
mail(
    "en7-percent-paid",
    "Percent column and paid column: one invoice at 50 %, sum at the head",
    "reportlab",
    "U73",
    "ACH 11/12/2026 - $2,925.00",
    "2026-11-12T10:00:00-05:00",
    "ACH remittance attached",
    pay("2925.00", "*", "BC-61501 1440.00; BC-61509 360.00; BC-61514 1125.00"),
    files=[
        pdf(
            "ach.pdf",
            lambda: drawn(
                """
PEACHTREE SPORTS INC - ACH REMITTANCE 11/12/2026
PAYMENT AMOUNT USD 2,925.00

INVOICE | DATE | INV AMT | PCT | PAID
BC-61501 | 09/03/26 | 1,440.00 | 100 | 1,440.00
BC-61509 | 09/17/26 | 360.00 | 100 | 360.00
BC-61514 | 09/29/26 | 2,250.00 | 50 | 1,125.00
""",
                (50, 150, -300, -360, -460),
            ),
        )
    ],
)
firm(
    "U74",
    "Wharfside Apartments LLC",
    "mgmt@wharfside.example",
    "USD",
    """
BC-62501 2026-09-05 900.00
BC-62506 2026-09-20 150.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en7-trap-autopay-setup",
    "Autopay was set up for the account; the invoices that it will take, with dates",
    "HTML program",
    "U74",
    "AutoPay enrollment confirmation",
    "2026-11-12T10:00:00-08:00",
    markup(
        nested(
            "<p>You have enrolled Brevanne Coatings in AutoPay. The following bills will be paid automatically:</p>"
            + grid("BC-62501 | 11/20/2026 | $900.00\nBC-62506 | 11/27/2026 | $150.00", "Bill|Pay date|Amount")
        )
    ),
    kind="*",
    promises=[UNSCORED],
)
firm(
    "U75",
    "Kältetechnik Vogt GmbH",
    "fibu@kaelte-vogt.example",
    "EUR",
    """
28700001 2026-09-04 1785.00
28700009 2026-09-18 595.00
28700014 2026-10-01 238.00
""",
    **DE,
)
mail(
    "de7-trap-stornierung",
    "Avis-Storno: das Avis vom Vortag wird storniert, Posten stehen mit umgekehrtem Vorzeichen",
    "chromium",
    "U75",
    "Storno Zahlungsavis 4711",
    "2026-11-13T10:00:00+01:00",
    "Bitte beachten Sie das anliegende Storno.",
    kind="*",
    files=[
        pdf(
            "storno.pdf",
            lambda: printed(
                "<h3>Storno zum Zahlungsavis 4711 vom 12.11.2026</h3><p>Kältetechnik Vogt GmbH an Brevanne Lacke GmbH</p>"
                + table(
                    ("Rechnung", "Datum", "Betrag EUR"),
                    rights(
                        cells(
                            "28700001 | 04.09.2026 | -1.785,00\n28700009 | 18.09.2026 | -595,00\nSumme | | -2.380,00"
                        ),
                        2,
                    ),
                ),
                language="de",
            ),
        )
    ],
)
mail(
    "de7-brief-tabelle-ohne-kopf",
    "Word-Brief: Tabelle ohne Kopf, Betrag in Worten, Skonto im Satz",
    "python-docx",
    "U75",
    "Unsere Überweisung",
    "2026-11-14T10:00:00+01:00",
    "Brief anbei.",
    pay("2320.50", "EUR", "28700001 * d=*; 28700009 * d=*"),
    files=[
        (
            "Brief.docx",
            DOCX,
            lambda: docx(
                (
                    "Sehr geehrte Damen und Herren,",
                    "unter Abzug von 2,5 % Skonto (59,50 EUR) haben wir heute 2.320,50 EUR an Sie überwiesen für:",
                ),
                "28700001 | 04.09.2026 | 1.785,00 EUR\n28700009 | 18.09.2026 | 595,00 EUR",
                ("Mit freundlichen Grüßen",),
            ),
        )
    ],
)
firm(
    "U76",
    "Plastiques Durandal SAS",
    "compta@durandal.example",
    "EUR",
    """
FA261003401 2026-09-04 2016.00
FA261003409 2026-09-18 744.00
FA261003416 2026-10-01 96.00
""",
    **FR,
)
mail(
    "fr7-trap-prelevement-refuse",
    "Tableau des factures dont le virement a été rejeté, avec motif de la banque",
    "Outlook HTML",
    "U76",
    "Rejet de virement",
    "2026-11-12T10:00:00+01:00",
    markup(
        "<p>Bonjour, notre virement du 10/11 nous est revenu (IBAN clos). Factures concernées :</p>"
        + grid("FA261003401 | 2 016,00\nFA261003409 | 744,00\nTotal | 2 760,00", "Facture|Montant")
        + "<p>Merci de nous confirmer vos coordonnées bancaires.</p>"
    ),
    kind="*",
)
firm(
    "U77",
    "Maderas del Cantábrico S.L.",
    "pagos@maderascantabrico.example",
    "EUR",
    """
ES26/003201 2026-09-03 1694.00
ES26/003208 2026-09-18 363.00
ES26/003214 2026-10-01 60.50
""",
    **ES,
)
mail(
    "es7-recibo-tabla",
    "PDF del banco: orden de transferencia ejecutada, conceptos con las facturas e importes en dos columnas",
    "fpdf2",
    "U77",
    "Justificante de transferencia",
    "2026-11-12T10:00:00+01:00",
    "Adjunto justificante.",
    pay("2057.00", "EUR", "ES26/003201 1694.00; ES26/003208 363.00"),
    files=[
        pdf(
            "justificante.pdf",
            lambda: typed(
                """
BANCO DEL EBRO - Transferencia ejecutada
Fecha de operacion: 12/11/2026
Ordenante: Maderas del Cantabrico S.L.
Beneficiario: Brevanne Recubrimientos S.L.
Importe: 2.057,00 EUR

Concepto: | pago de facturas
ES26/003201 | 1.694,00
ES26/003208 | 363,00
""",
                (15, 70),
            ),
        )
    ],
)
firm(
    "U78",
    "株式会社すみれ園芸",
    "sumire@sumire-engei.example",
    "JPY",
    """
JP-20260913-01 2026-09-13 66000
JP-20260927-03 2026-09-27 27500
""",
    **JA,
)
mail(
    "ja7-trap-shounin",
    "支払申請の承認通知: 申請額と請求書、経理で支払処理予定",
    "HTML program",
    "U78",
    "支払申請が承認されました",
    "2026-11-12T10:00:00+09:00",
    markup(
        nested(
            "<p>以下の支払申請が承認されました。経理部にて支払処理を行います。</p>"
            + grid("JP-20260913-01 | 66,000\nJP-20260927-03 | 27,500\n合計 | 93,500", "請求書番号|申請額")
        )
    ),
    kind="*",
    promises=[UNSCORED],
)
firm(
    "U79",
    "温州瓯海鞋业有限公司",
    "ohxy_cw@ouhai-xy.example",
    "CNY",
    """
BRF-2609-1401 2026-09-06 9040.00
BRF-2609-1409 2026-09-20 3390.00
BRF-2610-1412 2026-10-06 1130.00
""",
    **ZH,
)
mail(
    "zh7-trap-tuikuan",
    "退款申请表: 多付货款请退回, 列我方发票及应退金额",
    "xlsxwriter",
    "U79",
    "多付款退款申请",
    "2026-11-12T10:00:00+08:00",
    "上次多付了，请把多付的退回我司账户，明细见表。",
    kind="*",
    files=[
        xlsx(
            "退款申请.xlsx",
            "发票号 | 已付金额 | 应付金额 | 应退金额\nBRF-2609-1401 | 9,040.00 | 8,040.00 | 1,000.00\nBRF-2609-1409 | 3,390.00 | 3,090.00 | 300.00\n合计 | 12,430.00 | 11,130.00 | 1,300.00",
        )
    ],
)
