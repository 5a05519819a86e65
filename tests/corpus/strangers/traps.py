"""Documents that look like advices and pay nothing, or pay somebody else."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DE,
    ES,
    FR,
    XLSX,
    ZH,
    cells,
    firm,
    grid,
    mail,
    markup,
    nested,
    pdf,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import book

firm(
    "S80",
    "Wexcombe Holdings Ltd",
    "apteam@wexcombe.example",
    "GBP",
    """
BL51001 2026-09-03 4410.00
BL51008 2026-09-15 925.00
BL51017 2026-10-01 130.00
""",
)
mail(
    "en-trap-proposal",
    "Payment proposal for approval, laid out as an advice; not executed",
    "chromium",
    "S80",
    "FW: Payment proposal PP-441 for sign-off",
    "2026-11-16T10:00:00+00:00",
    "Joan, can you check this matches your records before Nigel signs it off on Friday? Nothing has been released yet.",
    files=[
        pdf(
            "PP-441.pdf",
            lambda: printed(
                "<h3>Wexcombe Holdings Ltd — Payment Proposal PP-441 (DRAFT)</h3><p>Status: awaiting approval · Vendor: Brevanne Coatings Ltd · Proposed payment date 20/11/2026</p>"
                + table(
                    ("Invoice", "Date", "Amount", "Discount", "Proposed payment"),
                    rights(
                        cells(
                            "BL51001 | 03/09/2026 | 4,410.00 | 0.00 | 4,410.00\nBL51008 | 15/09/2026 | 925.00 | 0.00 | 925.00"
                        ),
                        2,
                    ),
                )
                + "<p class=r>Total proposed £5,335.00</p>"
            ),
        )
    ],
)

firm(
    "S81",
    "Rutherglen Foods Ltd",
    "sl.pl@rutherglenfoods.example",
    "GBP",
    """
BL52001 2026-09-02 1810.00
BL52014 2026-09-16 640.00
BL52020 2026-10-01 77.00
""",
)
mail(
    "en-trap-statement",
    "The customer's statement of our account: earlier payments and open items with a running balance; a question",
    "chromium",
    "S81",
    "Our statement of your account",
    "2026-11-10T10:00:00+00:00",
    "Please find attached our ledger for your account. Please reconcile to yours and let us know of any differences.",
    files=[
        pdf(
            "ledger.pdf",
            lambda: printed(
                "<h3>Rutherglen Foods Ltd — Supplier account BRE02</h3>"
                + table(
                    ("Date", "Ref", "Type", "Debit", "Credit", "Balance"),
                    rights(
                        cells(
                            "02/09/2026 | BL52001 | Invoice | | 1,810.00 | 1,810.00\n10/09/2026 | BACS 0910 | Payment | 500.00 | | 1,310.00\n16/09/2026 | BL52014 | Invoice | | 640.00 | 1,950.00"
                        ),
                        3,
                    ),
                )
                + "<p>Balance owing 1,950.00</p>"
            ),
        )
    ],
    kind="*",
)

firm(
    "S82",
    "Alderney Marine Paints",
    "payments@alderneymarine.example",
    "GBP",
    """
BL53001 2026-09-05 702.00
BL53010 2026-09-19 1404.00
""",
)
mail(
    "en-trap-other-payee",
    "A remittance advice made out to another supplier, sent to us by mistake",
    "chromium",
    "S82",
    "Remittance advice",
    "2026-11-11T10:00:00+00:00",
    "Please see attached remittance advice.",
    files=[
        pdf(
            "RA.pdf",
            lambda: printed(
                "<h3>REMITTANCE ADVICE</h3><p>Alderney Marine Paints</p><p>To: Solent Pigments Ltd, 4 Dock Road, Southampton</p><p>Paid by BACS to Solent Pigments Ltd 10/11/2026</p>"
                + table(
                    ("Invoice", "Date", "Amount"),
                    rights(cells("SP-7712 | 01/10/2026 | 702.00\nSP-7718 | 08/10/2026 | 1,404.00"), 2),
                )
                + "<p class=r>Total paid £2,106.00</p>"
            ),
        )
    ],
    kind="*",
    customer="*",
)

firm(
    "S83",
    "Millrace Plastics Inc",
    "claims@millraceplastics.example",
    "USD",
    """
BC-90011 2026-09-08 3600.00
BC-90018 2026-09-20 1450.00
""",
    zone="America/New_York",
)
mail(
    "en-trap-debit-memo",
    "A debit memo: what will be taken off the next payment",
    "chromium",
    "S83",
    "Debit memo DM-2026-118",
    "2026-11-09T10:00:00-05:00",
    "See attached debit memo, which will be deducted from a future remittance.",
    files=[
        pdf(
            "DM-2026-118.pdf",
            lambda: printed(
                "<h2>DEBIT MEMO DM-2026-118</h2><p>Millrace Plastics Inc to Brevanne Coatings Inc. · 11/09/2026</p>"
                + table(
                    ("Your invoice", "Item", "Qty short", "Price", "Amount"),
                    rights(cells("BC-90011 | Primer grey 20 l | 3 | 120.00 | 360.00"), 2),
                )
                + "<p class=r>Total debit 360.00</p>"
            ),
        )
    ],
    kind="*",
    disputes=[],
)

firm(
    "S84",
    "Castellan Insurance Services",
    "noreply@portal.castellan.example;ap@castellan.example",
    "USD",
    """
BC-91003 2026-09-12 8800.00
BC-91009 2026-09-26 410.00
""",
    zone="America/Chicago",
)
mail(
    "en-trap-approved",
    "Portal's notice that invoices were approved for payment; no payment made",
    "HTML program",
    "S84",
    "Invoices approved",
    "2026-11-12T08:00:00-06:00",
    markup(
        nested(
            "<h2>2 invoices have been approved</h2>"
            + grid(
                "BC-91003 | 09/12/2026 | $8,800.00 | Approved\nBC-91009 | 09/26/2026 | $410.00 | Approved",
                "Invoice|Date|Amount|Status",
            )
            + "<p>Approved total $9,210.00. You will get another message when payment is issued.</p>"
        )
    ),
)

firm(
    "S85",
    "Garrick Street Theatres",
    "finance@garricktheatres.example",
    "GBP",
    """
BL54001 2026-09-06 2250.00
BL54007 2026-09-20 318.00
""",
)
mail(
    "en-trap-voided",
    "An advice of a cheque that was stopped: VOID across and in the mail",
    "reportlab",
    "S85",
    "Cheque 300412 cancelled",
    "2026-11-13T10:00:00+00:00",
    "Hi, cheque 300412 (copy advice attached) has been stopped, it went to the wrong address. Please destroy it if it turns up. A new one will follow once the bank confirms.",
    files=[
        pdf(
            "300412.pdf",
            lambda: printed(
                "<h3>REMITTANCE ADVICE — VOID</h3><p>Garrick Street Theatres to Brevanne Coatings Ltd · Cheque 300412 · 04/11/2026 · VOIDED 12/11/2026</p>"
                + table(("Invoice", "Amount"), rights(cells("BL54001 | 2,250.00\nBL54007 | 318.00"), 1))
                + "<p class=r>Total 2,568.00</p>"
            ),
        )
    ],
    kind="*",
)

mail(
    "en-trap-collection",
    "A supplier of ours announces what it will debit from us, with a table of its own invoices",
    "chromium",
    "",
    "Direct debit advice",
    "2026-11-16T06:00:00+00:00",
    "Your direct debit advice is attached.",
    sender=("Severnside Energy", "billing@severnside-energy.example"),
    customer=None,
    files=[
        pdf(
            "DD.pdf",
            lambda: printed(
                "<h3>Direct Debit Advice</h3><p>Severnside Energy — customer Brevanne Coatings Ltd, account 8844120</p><p>We will collect the following from your account on 24/11/2026</p>"
                + table(
                    ("Invoice", "Date", "Amount"),
                    rights(cells("SE-99120 | 01/11/2026 | 1,204.11\nSE-99121 | 01/11/2026 | 88.20"), 2),
                )
                + "<p class=r>Total to be collected £1,292.31</p>"
            ),
        )
    ],
)

firm(
    "S86",
    "Polster Reinhardt GmbH",
    "einkauf@polster-reinhardt.example",
    "EUR",
    """
26400007 2026-09-02 1428.00
26400019 2026-09-17 357.00
""",
    **DE,
)
mail(
    "de-trap-vorschlag",
    "Zahlungsvorschlagsliste: Lieferanten mit offenen Posten, noch nicht freigegeben",
    "chromium",
    "S86",
    "Zahlungsvorschlag",
    "2026-11-12T10:00:00+01:00",
    "Anbei vorab der Zahlungsvorschlag, Freigabe durch die Geschäftsleitung steht noch aus.",
    files=[
        pdf(
            "Vorschlag.pdf",
            lambda: printed(
                "<h3>Zahlungsvorschlagsliste 47/2026</h3><p>Polster Reinhardt GmbH · Kreditor Brevanne Lacke GmbH · Status: nicht freigegeben</p>"
                + table(
                    ("Beleg", "Datum", "Fällig", "Betrag", "Skonto", "Zahlbetrag"),
                    rights(
                        cells(
                            "26400007 | 02.09.2026 | 02.10.2026 | 1.428,00 | 0,00 | 1.428,00\n26400019 | 17.09.2026 | 17.10.2026 | 357,00 | 0,00 | 357,00"
                        ),
                        3,
                    ),
                )
                + "<p class=r>Summe 1.785,00</p>",
                language="de",
            ),
        )
    ],
)

firm(
    "S87",
    "Tuilerie du Vexin",
    "achats@tuilerie-vexin.example",
    "EUR",
    """
FA261000701 2026-09-04 3120.00
FA261000715 2026-09-22 480.00
""",
    **FR,
)
mail(
    "fr-trap-relance-de-compte",
    "Extrait de compte fournisseur du client, avec un ancien règlement; demande de pointage",
    "chromium",
    "S87",
    "Pointage de compte",
    "2026-11-10T10:00:00+01:00",
    "Bonjour,\n\nVeuillez trouver notre extrait de compte fournisseur pour pointage. Merci de nous signaler les écarts.",
    files=[
        pdf(
            "extrait.pdf",
            lambda: printed(
                "<h3>Extrait de compte fournisseur 401BREV</h3>"
                + table(
                    ("Date", "Pièce", "Libellé", "Débit", "Crédit", "Solde"),
                    rights(
                        cells(
                            "04/09/2026 | FA261000701 | Facture | | 3 120,00 | 3 120,00\n18/09/2026 | VIR0918 | Règlement | 1 000,00 | | 2 120,00\n22/09/2026 | FA261000715 | Facture | | 480,00 | 2 600,00"
                        ),
                        3,
                    ),
                )
                + "<p>Solde créditeur 2 600,00 €</p>",
                language="fr",
            ),
        )
    ],
    kind="*",
)

firm(
    "S88",
    "Bodegas Monte Cárdeno",
    "pedidos@montecardeno.example",
    "EUR",
    """
ES26/000701 2026-09-08 968.00
ES26/000712 2026-09-25 1210.00
""",
    **ES,
)
mail(
    "es-trap-remesa-prevista",
    "Previsión de pagos del mes: relación de vencimientos, no son pagos",
    "xlsxwriter",
    "S88",
    "Previsión de pagos noviembre",
    "2026-11-11T10:00:00+01:00",
    "Adjunto la previsión de pagos de noviembre para su información; las fechas pueden variar según tesorería.",
    files=[
        (
            "prevision.xlsx",
            XLSX,
            lambda: book(
                "Previsión de pagos noviembre 2026\nProveedor | Factura | Vencimiento | Importe\nBrevanne Recubrimientos | ES26/000701 | 08/10/2026 | 968.00\nBrevanne Recubrimientos | ES26/000712 | 25/10/2026 | 1,210.00\n | | Total previsto | 2,178.00"
            ),
        )
    ],
    kind="*",
    promises=[],
)

mail(
    "ja-trap-seikyusho",
    "取引先からの請求書: 当社あて、支払期限と振込先",
    "chromium",
    "",
    "請求書送付のご案内",
    "2026-11-04T10:00:00+09:00",
    "ブレヴァンヌ・コーティングス株式会社 御中\n\n10月分の請求書をお送りします。お支払期限は11月30日です。",
    sender=("東港運輸 経理", "seikyu@toko-unyu.example"),
    customer=None,
    files=[
        pdf(
            "請求書.pdf",
            lambda: printed(
                "<h2>請求書</h2><p>ブレヴァンヌ・コーティングス株式会社 御中</p><p>東港運輸株式会社</p><p>ご請求金額 ¥132,000</p>"
                + table(
                    ("日付", "伝票番号", "内容", "金額"),
                    rights(
                        cells("2026/10/08 | TK-10081 | 運賃 | 77,000\n2026/10/22 | TK-10220 | 運賃 | 55,000"),
                        3,
                    ),
                )
                + "<p>お支払期限 2026年11月30日　お振込先 みなと銀行 普通 1234567</p>",
                font="WenQuanYi Micro Hei",
                language="ja",
            ),
        )
    ],
)

firm(
    "S89",
    "绍兴柯桥染整有限公司",
    "ranzheng@kqrz.example",
    "CNY",
    """
BRF-2609-0301 2026-09-09 22600.00
BRF-2609-0322 2026-09-23 4520.00
""",
    **ZH,
)
mail(
    "zh-trap-fukuan-jihua",
    "付款计划表: 资金部排期, 未审批, 未付款",
    "xlsxwriter",
    "S89",
    "11月付款计划",
    "2026-11-13T09:00:00+08:00",
    "您好，这是我司11月的付款计划，还在走审批流程，供参考，实际以付款通知为准。",
    files=[
        (
            "付款计划.xlsx",
            XLSX,
            lambda: book(
                "11月付款计划（待审批）\n供应商 | 发票号 | 发票日期 | 计划付款金额 | 状态\n博睿凡涂料 | BRF-2609-0301 | 2026-09-09 | 22,600.00 | 待审批\n博睿凡涂料 | BRF-2609-0322 | 2026-09-23 | 4,520.00 | 待审批\n | | 合计 | 27,120.00 |"
            ),
        )
    ],
    kind="*",
)
