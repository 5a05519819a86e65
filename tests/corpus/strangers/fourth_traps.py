"""The fourth set's traps: documents that look like advices and pay nothing, or less than they seem."""

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
from tests.corpus.strangers.files import docx, drawn, piped, typed, woven, xls, xlsx

firm(
    "X01",
    "Summit Ridge Resorts LLC",
    "ap@summitridgeresorts.example",
    "USD",
    """
BC-31001 2026-09-02 5400.00
BC-31009 2026-09-12 1820.00
BC-31016 2026-09-29 655.00
""",
    zone="America/Denver",
)
mail(
    "en4-trap-reversed",
    "Payment history as a workbook: two payments, the second reversed by a row of its own; one stands",
    "xlsxwriter",
    "X01",
    "Payment history Nov",
    "2026-11-13T10:00:00-07:00",
    "Here are our November payments to you. The ACH of 11/10 went to a closed account and was reversed, we will redo it once we have your new details confirmed by phone.",
    pay("5400.00", "USD", "BC-31001 5400.00"),
    files=[
        xlsx(
            "history.xlsx",
            """
Payment | Date | Method | Invoice | Amount | Status
P-90011 | 11/03/2026 | ACH | BC-31001 | 5,400.00 | Cleared
P-90044 | 11/10/2026 | ACH | BC-31009 | 1,820.00 | Reversed
P-90044 | 11/12/2026 | ACH | BC-31009 | -1,820.00 | Reversal
 | | | Net paid USD | 5,400.00 |
""",
        )
    ],
)

firm(
    "X02",
    "Halvorsen Marine Supply Inc",
    "treasury@halvorsenmarine.example",
    "USD",
    """
BC-32001 2026-09-03 14250.00
BC-32010 2026-09-14 980.00
""",
    zone="America/New_York",
)
mail(
    "en4-trap-test-run",
    "Print of a payment run in test mode: laid out as an advice, 'Update run: No' in a corner",
    "fpdf2",
    "X02",
    "Remittance preview",
    "2026-11-12T10:00:00-05:00",
    "Hi, could you check that the remittance layout suits you before we go live with the new system next month?",
    files=[
        pdf(
            "preview.pdf",
            lambda: typed(
                """
Halvorsen Marine Supply Inc | | Run ID TST1 11/12/2026
Update run: No | | Test system Q12
Remittance to Brevanne Coatings Inc

Invoice | Date | Amount USD
BC-32001 | 09/03/2026 | 14,250.00
BC-32010 | 09/14/2026 | 980.00
Payment total | | 15,230.00
""",
                (12, 60, -150),
            ),
        )
    ],
    kind="*",
)

firm(
    "X03",
    "Kestrel Aerostructures plc",
    "p2p@kestrelaero.example",
    "GBP",
    """
BL38001 2026-09-04 18600.00
BL38008 2026-09-20 2310.00
""",
)
mail(
    "en4-trap-supply-chain-finance",
    "Bank's programme: the buyer has approved invoices with maturities; early payment may be asked for",
    "HTML program",
    "X03",
    "Approved invoices available for early payment",
    "2026-11-12T07:00:00+00:00",
    markup(
        nested(
            "<p>Dear Brevanne Coatings Ltd,</p><p>Kestrel Aerostructures plc has uploaded the following approved invoices to the Supplier Finance programme. You may request early payment at 5.10 % p.a. at any time before maturity.</p>"
            + grid(
                "BL38001 | 18,600.00 | 03 Jan 2027 | 18,468.12\nBL38008 | 2,310.00 | 19 Jan 2027 | 2,288.64\nTotal | 20,910.00 | | 20,756.76",
                "Invoice|Certified amount|Maturity|Early payment amount today",
            )
        )
    ),
    sender=("Harcourt Bank Supplier Finance", "scf@harcourtbank.example"),
    kind="*",
    promises=[UNSCORED],
    customer="*",
)

firm(
    "X04",
    "Blackwater Civil Engineering Ltd",
    "qs@blackwatercivil.example",
    "GBP",
    """
BL37001 2026-09-30 42000.00
BL37002 2026-10-31 18500.00
""",
)
mail(
    "en4-trap-certificate",
    "Interim payment certificate: cumulative value, retention, previously certified, sum due, final date for payment",
    "weasyprint",
    "X04",
    "Interim Certificate No. 2",
    "2026-11-13T15:00:00+00:00",
    "Please find attached our payment notice for application 2 (BL37002). Please submit your VAT invoice if amounts differ.",
    files=[
        pdf(
            "certificate2.pdf",
            lambda: woven(
                "<h3>Payment Notice / Interim Certificate No. 2</h3><p>Contractor: Blackwater Civil Engineering Ltd. Sub-Contractor: Brevanne Coatings Ltd. Valuation date 31 October 2026. Final date for payment: 5 December 2026.</p>"
                + table(
                    ("", "£"),
                    cells(
                        "Gross value of works to date (BL37001, BL37002) | 60,500.00\nLess retention 3 % | 1,815.00\nLess previously certified, certificate 1 | 40,740.00\nSum due this certificate | 17,945.00"
                    ),
                )
            ),
        )
    ],
    kind="*",
    promises=[UNSCORED],
)

firm(
    "X05",
    "Maple Leaf Boat Works",
    "bookkeeper@mapleleafboats.example",
    "CAD",
    """
BCC-6101 2026-09-01 2260.00
BCC-6110 2026-09-18 904.00
""",
    zone="America/Halifax",
)
mail(
    "en4-trap-lost-cheque",
    "The stub of a cheque that never came and was stopped; a new one will be issued",
    "reportlab",
    "X05",
    "Re: missing cheque 2204",
    "2026-11-12T14:00:00-04:00",
    "Hi, cheque 2204 (stub attached) still has not been cashed so we assume the post lost it. We put a stop on it this morning and will issue a replacement in the next cheque run.",
    files=[
        pdf(
            "stub2204.pdf",
            lambda: drawn(
                """
Maple Leaf Boat Works - Cheque 2204 - October 15, 2026
Payee: Brevanne Coatings

Invoice | Date | Amount
BCC-6101 | 2026-09-01 | 2,260.00
BCC-6110 | 2026-09-18 | 904.00
Cheque amount | | CAD 3,164.00
""",
                (60, 200, -420),
            ),
        )
    ],
    kind="*",
)

firm(
    "X06",
    "Thornbury Foods Ltd",
    "ledger@thornburyfoods.example",
    "GBP",
    """
BL39001 2026-09-08 3300.00
BL39006 2026-09-19 470.00
BL39012 2026-10-04 1210.00
""",
)
mail(
    "en4-trap-audit",
    "Auditors ask to confirm a balance: our invoices as their client's ledger shows them, a payment after the date",
    "pandoc",
    "X06",
    "Thornbury Foods Ltd - year end audit",
    "2026-11-10T10:00:00+00:00",
    "Dear Sirs, our client has asked us to write to you. Please see attached and reply directly to us.",
    sender=("Wexcombe LLP", "audit@wexcombe.example"),
    files=[
        (
            "confirmation.rtf",
            "application/rtf",
            lambda: piped(
                "<p>Wexcombe LLP, Chartered Accountants</p><p>According to the records of Thornbury Foods Ltd the following was owed to you at 30 September 2026:</p>"
                + table(
                    ("Reference", "Date", "Balance £"),
                    cells(
                        "BL39001 | 08/09/2026 | 3,300.00\nBL39006 | 19/09/2026 | 470.00\nTotal | | 3,770.00"
                    ),
                )
                + "<p>Please state whether you agree the balance. Remittances should continue to be sent as usual.</p>",
                "rtf",
            ),
        )
    ],
    kind="*",
    customer="*",
)

firm(
    "X07",
    "Orrin Valley Distillers Ltd",
    "accounts@orrinvalley.example",
    "GBP",
    """
BL40001 2026-09-01 6240.00
BL40007 2026-09-11 1128.00
BL40012 2026-09-22 384.00
BL40019 2026-10-02 2496.00
""",
)
mail(
    "en4-trap-running-balance",
    "Answer to a question with the supplier's account as they hold it: running balance, nothing paid",
    "chromium",
    "X07",
    "RE: missing remittance October",
    "2026-11-12T09:00:00+00:00",
    "Hi Joan, BL40019 still waits for our site manager. I also attach the statement we hold for you so you can see what is outstanding on our side.",
    kind="*",
    files=[
        pdf(
            "statement.pdf",
            lambda: printed(
                "<h3>Supplier statement · Brevanne Coatings Ltd · at 12 November 2026</h3>"
                + table(
                    ("Date", "Reference", "Debit", "Credit", "Balance"),
                    rights(
                        cells(
                            "01/09/2026 | BL40001 | | 6,240.00 | 6,240.00\n11/09/2026 | BL40007 | | 1,128.00 | 7,368.00\n22/09/2026 | BL40012 | | 384.00 | 7,752.00\n02/10/2026 | BL40019 | | 2,496.00 | 10,248.00"
                        ),
                        2,
                    ),
                )
                + "<p class=r>Outstanding £10,248.00</p>"
            ),
        )
    ],
)

firm(
    "X10",
    "Automobilwerke Sonnefeld AG",
    "gutschriften@aw-sonnefeld.example",
    "EUR",
    """
27700003 2026-09-15 8330.00
27700011 2026-10-02 1190.00
""",
    **DE,
)
mail(
    "de4-trap-gutschriftverfahren",
    "Gutschrift im Sinne von § 14 UStG: der Kunde rechnet unsere Lieferung selbst ab, zahlbar in 45 Tagen",
    "chromium",
    "X10",
    "Gutschriftsanzeige 5100088123",
    "2026-11-11T02:00:00+01:00",
    "Dies ist eine automatisch erzeugte Nachricht.",
    files=[
        pdf(
            "5100088123.pdf",
            lambda: printed(
                "<h3>Gutschrift (Abrechnung gem. § 14 Abs. 2 UStG) 5100088123</h3><p>Automobilwerke Sonnefeld AG · Lieferant 118204 Brevanne Lacke GmbH · Leistungszeitraum Oktober 2026</p>"
                + table(
                    ("Lieferschein", "Ihre Referenz", "Menge", "Preis", "Netto EUR"),
                    rights(
                        cells(
                            "80114471 | 27700003 | 700 | 10,00 | 7.000,00\n80114502 | 27700011 | 100 | 10,00 | 1.000,00"
                        ),
                        2,
                    ),
                )
                + "<p class=r>Netto 8.000,00<br>19 % USt. 1.520,00<br><b>Gutschriftsbetrag 9.520,00 EUR</b></p><p>Zahlungsbedingung: 45 Tage netto, fällig 26.12.2026</p>",
                language="de",
            ),
        )
    ],
    kind="*",
)

firm(
    "X11",
    "Spedition Wolkenhauer KG",
    "office@wolkenhauer.example",
    "EUR",
    """
27800014 2026-09-04 2142.00
27800022 2026-09-16 595.00
27800030 2026-10-01 1309.00
""",
    **DE,
)
mail(
    "de4-trap-ruecklastschrift",
    "Text: die Liste der Überweisung von gestern, die mangels Deckung nicht ausgeführt wurde",
    "plain text",
    "X11",
    "AW: Zahlungsavis vom 11.11.",
    "2026-11-12T12:00:00+01:00",
    """Hallo,

leider hat unsere Bank die gestern avisierte Überweisung nicht ausgeführt, da
das Limit überschritten war. Betroffen sind:

Rechnung     Datum        Betrag
27800014     04.09.26   2.142,00
27800022     16.09.26     595,00
                        --------
                        2.737,00

Wir klären das mit der Bank und melden uns, sobald die Zahlung raus ist.

Gruß
Wolkenhauer
""",
    kind="*",
)

firm(
    "X12",
    "Kurhotel Inselsberg GmbH",
    "verwaltung@kurhotel-inselsberg.example",
    "EUR",
    """
27900002 2026-09-06 714.00
27900009 2026-09-17 1547.00
27900015 2026-10-01 238.00
""",
    **DE,
)
mail(
    "de4-trap-xls-freigabe",
    "XLS-Laufzettel: Rechnungen mit Prüfer und Freigabe, Spalte 'Zahlung am' mit künftigen Tagen und 'offen'",
    "xlwt",
    "X12",
    "Stand Ihrer Rechnungen",
    "2026-11-12T09:30:00+01:00",
    "Guten Morgen, wie besprochen der Stand der Prüfung Ihrer Rechnungen.",
    files=[
        (
            "laufzettel.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
Rechnung | Datum | Betrag | Geprüft von | Freigabe | Zahlung am
27900002 | 06.09.2026 | 714,00 | Ott | ja | geplant
27900009 | 17.09.2026 | 1.547,00 | Ott | nein | offen
27900015 | 01.10.2026 | 238,00 | | nein | offen
Summe | | 2.499,00 | | |
""",
                "Laufzettel",
            ),
        )
    ],
    kind="*",
)

firm(
    "X20",
    "Grandes Serres d'Anjou",
    "factures@serres-anjou.example",
    "EUR",
    """
FA261002501 2026-09-03 5040.00
FA261002509 2026-09-16 864.00
""",
    **FR,
)
mail(
    "fr4-trap-bon-a-payer",
    "Portail de dématérialisation: factures passées en « bon à payer », échéance et montant, règlement à venir",
    "HTML program",
    "X20",
    "Vos factures sont validées",
    "2026-11-12T07:15:00+01:00",
    markup(
        nested(
            "<p>Bonjour,</p><p>Les factures suivantes ont obtenu le bon à payer et seront réglées à leur échéance :</p>"
            + grid(
                "FA261002501 | 30/11/2026 | 5 040,00 €\nFA261002509 | 30/11/2026 | 864,00 €\nTotal | | 5 904,00 €",
                "Facture|Échéance|Montant à régler",
            )
        )
    ),
    kind="*",
    promises=[UNSCORED],
)

firm(
    "X21",
    "Confection Sarlat & Fils",
    "direction@confection-sarlat.example",
    "EUR",
    """
FA261002601 2026-09-05 2760.00
FA261002612 2026-09-23 1032.00
FA261002620 2026-10-01 456.00
""",
    **FR,
)
mail(
    "fr4-trap-affacturage",
    "Notification d'affacturage: le facteur de notre client énumère nos factures parmi d'autres créances, rien n'est payé",
    "weasyprint",
    "X21",
    "Cession de créances - notification",
    "2026-11-10T10:00:00+01:00",
    "Madame, Monsieur, veuillez prendre connaissance du document joint.",
    sender=("Factorem SA", "notifications@factorem.example"),
    files=[
        pdf(
            "notification.pdf",
            lambda: woven(
                "<h3>Notification</h3><p>Confection Sarlat &amp; Fils nous a confié la gestion de ses comptes fournisseurs. Les factures ci-dessous sont enregistrées ; elles vous seront réglées par nos soins à l'échéance, sous réserve de l'accord de notre client.</p>"
                + table(
                    ("Facture", "Montant TTC", "Échéance"),
                    cells(
                        "FA261002601 | 2 760,00 | 04/12/2026\nFA261002612 | 1 032,00 | 22/12/2026\nTotal | 3 792,00 |"
                    ),
                ),
                language="fr",
            ),
        )
    ],
    kind="*",
    promises=[UNSCORED],
    customer="*",
)

firm(
    "X22",
    "Astilleros Portman S.A.",
    "compras@astilleros-portman.example",
    "EUR",
    """
ES26/002301 2026-09-07 7260.00
ES26/002309 2026-09-25 1089.00
""",
    **ES,
)
mail(
    "es4-trap-pedido-conformidad",
    "Documento de conformidad: facturas aceptadas y fecha en que se emitirá el pagaré; no hay pago todavía",
    "python-docx",
    "X22",
    "Conformidad de facturas",
    "2026-11-12T11:00:00+01:00",
    "Adjuntamos conformidad.",
    files=[
        (
            "conformidad.docx",
            DOCX,
            lambda: docx(
                (
                    "Astilleros Portman S.A. - Departamento de compras",
                    "Las siguientes facturas han sido conformadas. El pagaré se emitirá el día 25 de noviembre con vencimiento 25 de enero.",
                ),
                "Factura | Fecha | Importe conforme\nES26/002301 | 07/09/2026 | 7.260,00\nES26/002309 | 25/09/2026 | 1.089,00\nTotal | | 8.349,00",
            ),
        )
    ],
    kind="*",
    promises=[UNSCORED],
)

firm(
    "X30",
    "株式会社ひばり電装",
    "kounyu@hibari-denso.example",
    "JPY",
    """
JP-20260908-06 2026-09-08 297000
JP-20260928-01 2026-09-28 39600
""",
    **JA,
)
mail(
    "ja4-trap-kenshu",
    "検収通知書: 検収済の金額と支払予定日、支払はまだ",
    "chromium",
    "X30",
    "検収通知書（10月度）",
    "2026-11-05T10:00:00+09:00",
    "10月度の検収通知書をお送りいたします。ご確認をお願いいたします。",
    files=[
        pdf(
            "kenshu.pdf",
            lambda: printed(
                "<h3>検収通知書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中　　株式会社ひばり電装 購買部</p>"
                + table(
                    ("請求書番号", "検収日", "検収金額(税込)", "支払予定日"),
                    rights(
                        cells(
                            "JP-20260908-06 | 2026/10/15 | 297,000 | 2026/11/30\nJP-20260928-01 | 2026/10/28 | 39,600 | 2026/11/30\n合計 | | 336,600 |"
                        ),
                        2,
                    ),
                ),
                "td,th{border:1px solid #444}",
                font="Noto Sans CJK JP",
                language="ja",
            ),
        )
    ],
    kind="*",
    promises=[UNSCORED],
)

firm(
    "X31",
    "有限会社かもめ印刷",
    "kamome@kamome-print.example",
    "JPY",
    """
JP-20260911-07 2026-09-11 165000
JP-20260921-03 2026-09-21 77000
JP-20261004-01 2026-10-04 11000
""",
    **JA,
)
mail(
    "ja4-ichibu-kumimodoshi",
    "本文: 二件のお振込のうち一件は口座相違で組戻し、一件だけ着金",
    "plain text",
    "X31",
    "お振込の件",
    "2026-11-12T16:00:00+09:00",
    """ブレヴァンヌ・コーティングス株式会社　御中

お世話になっております。かもめ印刷です。
11月10日付のお振込につきご連絡いたします。

　請求書番号　　　　金額　　　　状況
　JP-20260911-07　　165,000円　 振込済
　JP-20260921-03　　 77,000円　 組戻し（口座相違のため未払い）

組戻し分は口座を確認のうえ改めてお振込いたします。
""",
    pay("165000", "JPY", "JP-20260911-07 165000"),
)

firm(
    "X40",
    "青岛海通水产有限公司",
    "haitong_cw@haitong-sc.example",
    "CNY",
    """
BRF-2609-0951 2026-09-05 24860.00
BRF-2609-0957 2026-09-19 5650.00
""",
    **ZH,
)
mail(
    "zh4-trap-fukuan-shenqing",
    "OA付款申请单: 有付款金额、收款账户、审批流; 状态审批中",
    "weasyprint",
    "X40",
    "付款申请单",
    "2026-11-12T14:00:00+08:00",
    "您好，贵司款项已提交付款申请，请看附件。",
    files=[
        pdf(
            "申请单.pdf",
            lambda: woven(
                "<h3>付款申请单</h3><p>申请单号：FK20261112-0088　申请人：周敏　流程状态：审批中（财务经理）</p><p>收款单位：博睿凡涂料(嘉兴)有限公司　付款方式：电汇</p>"
                + table(
                    ("发票号", "发票金额", "申请付款金额"),
                    cells(
                        "BRF-2609-0951 | 24,860.00 | 24,860.00\nBRF-2609-0957 | 5,650.00 | 5,650.00\n合计 | 30,510.00 | 30,510.00"
                    ),
                )
                + "<p>人民币（大写）：叁万零伍佰壹拾元整</p>",
                "td,th{border:1px solid #333}",
                "zh",
                "WenQuanYi Micro Hei",
            ),
        )
    ],
    kind="*",
)

firm(
    "X41",
    "福州闽江造纸有限公司",
    "mjzz_cw@minjiang-zz.example",
    "CNY",
    """
BRF-2608-0961 2026-08-20 67800.00
BRF-2609-0966 2026-09-10 13560.00
BRF-2610-0969 2026-10-08 4520.00
""",
    **ZH,
)
mail(
    "zh4-trap-mingxizhang",
    "应付账款明细账导出: 借方贷方余额逐行滚动, 含以前的付款; 只请核对",
    "xlsxwriter",
    "X41",
    "明细账",
    "2026-11-12T15:00:00+08:00",
    "附件是我司账上贵司的明细账，麻烦核对一下有没有差异，没问题我就安排后面的付款。",
    files=[
        xlsx(
            "明细账.xlsx",
            """
应付账款明细账 供应商：博睿凡涂料
日期 | 凭证号 | 摘要 | 借方 | 贷方 | 方向 | 余额
2026-08-20 | 转-31 | 收发票 BRF-2608-0961 | | 67,800.00 | 贷 | 67,800.00
2026-09-10 | 转-18 | 收发票 BRF-2609-0966 | | 13,560.00 | 贷 | 81,360.00
2026-09-28 | 银-77 | 付货款 | 30,000.00 | | 贷 | 51,360.00
2026-10-08 | 转-09 | 收发票 BRF-2610-0969 | | 4,520.00 | 贷 | 55,880.00
""",
        )
    ],
    kind="*",
)

firm(
    "X42",
    "新竹立宸光電股份有限公司",
    "fin@lichen-opto.example",
    "TWD",
    """
TWB-260908 2026-09-08 73500.00
TWB-260922 2026-09-22 18900.00
""",
    language="zh",
    zone="Asia/Taipei",
)
mail(
    "zh4-trap-tw-qingkuan",
    "請款單對帳明細: 本月請款、扣款、應付, 預計付款日 12/25",
    "HTML program",
    "X42",
    "115年11月份請款對帳明細",
    "2026-11-11T09:00:00+08:00",
    markup(
        nested(
            "<p>敬啟者：貴公司11月份請款資料經審核如下，預計付款日 115/12/25，如有疑問請於三日內回覆。</p>"
            + grid(
                "TWB-260908 | 73,500 | 0 | 73,500\nTWB-260922 | 18,900 | 900 | 18,000\n合計 | 92,400 | 900 | 91,500",
                "發票號碼|請款金額|扣款|應付金額",
            )
        )
    ),
    kind="*",
    promises=[UNSCORED],
)
