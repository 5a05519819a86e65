"""More of all: redactions, copies beside, currencies, lists in other programs' files, deductions as rows."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    ANY,
    DE,
    DOCX,
    ES,
    FR,
    JA,
    XLSX,
    ZH,
    cells,
    firm,
    mail,
    markup,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import book, docx, xls

firm(
    "S90",
    "Larchmont Boatyard",
    "yard@larchmontboats.example",
    "USD",
    """
BC-92001 2026-09-02 1340.00
BC-92008 2026-09-10 2075.50
BC-92015 2026-09-22 460.00
BC-92021 2026-10-01 95.00
""",
    zone="America/New_York",
)


def covered() -> bytes:
    sheet = press.canvas((612, 792))
    sheet.setFont("Helvetica", 10)
    for n, said in enumerate(
        ("Larchmont Boatyard - check 3301 - 11/10/2026", "Pay to Brevanne Coatings Inc")
    ):
        sheet.drawString(60, 740 - 16 * n, said)
    for n, (no, day, amount) in enumerate(
        cells(
            "Inv | Inv date | Amt paid\nBC-92001 | 9/2/2026 | 1,340.00\nBC-92008 | 9/10/2026 | 2,075.50\nBC-92015 | 9/22/2026 | 460.00\nBC-92021 | 10/1/2026 | 95.00"
        )
    ):
        sheet.drawString(60, 690 - 18 * n, no)
        sheet.drawString(180, 690 - 18 * n, day)
        sheet.drawRightString(360, 690 - 18 * n, amount)
    sheet.setFillColorRGB(1, 1, 1)
    sheet.rect(50, 690 - 36 - 5, 330, 17, stroke=0, fill=1)
    return press.finish(sheet)


mail(
    "en-white-box",
    "A row covered by a white box: nobody sees it, so it is not paid; no total",
    "reportlab",
    "S90",
    "check 3301",
    "2026-11-10T10:00:00-05:00",
    "voucher attached",
    pay("*", "*", "BC-92001 1340.00; BC-92015 460.00; BC-92021 95.00"),
    files=[pdf("3301.pdf", covered)],
)

firm(
    "S91",
    "Sandgate Leisure Ltd",
    "pl@sandgateleisure.example",
    "GBP",
    """
BL61001 2026-09-02 1500.00
BL61009 2026-09-12 300.00
BL61013 2026-09-30 720.00
""",
)


def invoice_copy(no: str, day: str, net: str, vat: str, total: str) -> bytes:
    return printed(
        f"<h1>INVOICE {no}</h1><p>Brevanne Coatings Ltd, PO Box 18, Leeds</p><p>Invoice date {day} · Account SANDG</p><p>Bill to: Sandgate Leisure Ltd</p>"
        + table(
            ("Item", "Qty", "Unit", "Amount"), rights(cells(f"Marine enamel 5 l | 10 | {net} | {net}"), 2)
        )
        + f"<p class=r>Net {net}<br>VAT {vat}<br><b>Total due £{total}</b></p><p>Sort 20-11-43 Account 40117733. Payment within 30 days.</p>"
    )


mail(
    "en-copies-beside",
    "A short advice, and beside it copies of the invoice paid and of one not paid",
    "chromium",
    "S91",
    "Payment",
    "2026-11-12T10:00:00+00:00",
    "Advice and invoices attached; BL61013 is with the site manager for approval so not in this payment.",
    pay("1800.00", "*", "BL61001 1500.00; BL61009 300.00"),
    files=[
        pdf(
            "advice.pdf",
            lambda: printed(
                "<p><b>Sandgate Leisure</b> BACS advice 12 Nov 2026</p>"
                + table(
                    ("Doc", "Amt"), rights(cells("BL61001 | 1,500.00\nBL61009 | 300.00\nTotal | 1,800.00"), 1)
                )
            ),
        ),
        pdf("BL61001.pdf", lambda: invoice_copy("BL61001", "02/09/2026", "1,250.00", "250.00", "1,500.00")),
        pdf("BL61013.pdf", lambda: invoice_copy("BL61013", "30/09/2026", "600.00", "120.00", "720.00")),
    ],
)

firm(
    "S92",
    "Meridian Shipchandlers Pte Ltd",
    "accounts@meridianship.example",
    "USD",
    """
BC-93001 2026-09-03 5100.00
BC-93010 2026-09-14 880.00
BC-93022 2026-09-28 1260.00
BC-93030 2026-10-04 410.00
""",
    zone="Asia/Singapore",
)
mail(
    "en-xlsx-transfer-column",
    "One list of two transfers: a column says which transfer pays each row, totals of each below",
    "xlsxwriter",
    "S92",
    "TT details",
    "2026-11-13T12:00:00+08:00",
    "Details of our two TTs attached.",
    pay("5980.00", "USD", "BC-93001 5100.00; BC-93010 880.00"),
    pay("1670.00", "USD", "BC-93022 1260.00; BC-93030 410.00"),
    files=[
        (
            "TT.xlsx",
            XLSX,
            lambda: book(
                "Meridian Shipchandlers Pte Ltd\nTT ref | Value date | Invoice | USD\nTT-88017 | 12 Nov 2026 | BC-93001 | 5,100.00\nTT-88017 | 12 Nov 2026 | BC-93010 | 880.00\nTT-88023 | 13 Nov 2026 | BC-93022 | 1,260.00\nTT-88023 | 13 Nov 2026 | BC-93030 | 410.00\n\nTT-88017 | | | 5,980.00\nTT-88023 | | | 1,670.00"
            ),
        )
    ],
)

firm(
    "S93",
    "Ferro Ridge Mining Corp",
    "ap.export@ferroridge.example",
    "USD",
    """
900450010 2026-09-04 22000.00
900450027 2026-09-11 1305.75
900450031 2026-09-19 -805.75
900450048 2026-10-03 640.00
""",
    zone="America/Denver",
)


mail(
    "en-xls-sap-list",
    "SAP list export as XLS, all text: vendor line items, invoices with trailing minus, credit positive",
    "xlwt",
    "S93",
    "Remittance 1500088120",
    "2026-11-11T10:00:00-07:00",
    "Payment of USD 22,500.00 made today; clearing list attached.",
    pay("22500.00", "USD", "900450010 22000.00; 900450027 1305.75; 900450031 -805.75"),
    files=[
        (
            "ZFI_REMIT.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                """
ZFI_REMIT | | | Run date 2026/11/11
Vendor 0000204411 BREVANNE COATINGS INC

Clrng doc. | Reference | Doc. date | Pstng key | Amt in doc. curr. | Curr
1500088120 | 900450010 | 2026/09/04 | 31 | 22,000.00- | USD
1500088120 | 900450027 | 2026/09/11 | 31 | 1,305.75- | USD
1500088120 | 900450031 | 2026/09/19 | 21 | 805.75 | USD
* Vendor 0000204411 | | | | 22,500.00- | USD
""",
                "ZFI_REMIT",
            ),
        )
    ],
)

firm(
    "S94",
    "Carrelages Montreux-Sud SARL",
    "compta@montreuxsud.example",
    "EUR",
    """
FA261000801 2026-09-02 1234.50
FA261000812 2026-09-17 3600.00
FA261000830 2026-10-01 270.00
""",
    **FR,
)
mail(
    "fr-xlsx-texte",
    "Classeur dont les montants sont du texte avec espaces; colonnes Pièce, Dû, Réglé, Reste",
    "xlsxwriter",
    "S94",
    "Règlement novembre",
    "2026-11-13T10:00:00+01:00",
    "Bonjour, le détail du virement de ce jour est joint.",
    pay("4234.50", "*", "FA261000801 1234.50; FA261000812 3000.00"),
    files=[
        (
            "reglement.xlsx",
            XLSX,
            lambda: book(
                "Carrelages Montreux-Sud\nPièce | Date | Dû | Réglé | Reste\nFA261000801 | 02/09/2026 | 1 234,50 | 1 234,50 | 0,00\nFA261000812 | 17/09/2026 | 3 600,00 | 3 000,00 | 600,00\nTotal | | 4 834,50 | 4 234,50 | 600,00"
            ),
        )
    ],
)

firm(
    "S95",
    "Hipermercados Solana S.A.",
    "pagos@hipersolana.example",
    "EUR",
    """
ES26/000801 2026-09-01 9680.00
ES26/000815 2026-09-10 4235.00
ES26/000833 2026-10-02 605.00
""",
    **ES,
)
mail(
    "es-cargos-filas",
    "Aviso en HTML de una cadena: cargos propios como filas con su número, signo detrás",
    "HTML program",
    "S95",
    "Aviso de pago 0045512",
    "2026-11-10T06:00:00+01:00",
    markup(
        "<p>HIPERMERCADOS SOLANA, S.A. · Aviso de pago 0045512 · Fecha de abono 10/11/2026 · Proveedor 30881 BREVANNE RECUBRIMIENTOS</p><table border=1><tr><td>Tipo</td><td>Nº documento</td><td>Fecha</td><td>Importe</td></tr>"
        "<tr><td>FRA</td><td>ES26/000801</td><td>01.09.2026</td><td>9.680,00</td></tr><tr><td>FRA</td><td>ES26/000815</td><td>10.09.2026</td><td>4.235,00</td></tr>"
        "<tr><td>CARGO</td><td>RAP-3T-0071 Rappel 3T</td><td>30.09.2026</td><td>417,45-</td></tr><tr><td>CARGO</td><td>LOG-26-0918 Logística</td><td>18.09.2026</td><td>120,00-</td></tr>"
        "<tr><td colspan=3>TOTAL ABONADO EN CUENTA</td><td>13.377,55</td></tr></table>"
    ),
    {**pay("13377.55", "*"), "lines": ANY},
)

firm(
    "S96",
    "Möbelhandel Kreuzeck GmbH",
    "zahlungen@moebel-kreuzeck.example",
    "EUR",
    """
26500011 2026-09-01 8330.00
26500024 2026-09-09 2142.00
26500040 2026-10-01 119.00
""",
    **DE,
)
mail(
    "de-csv-ohne-kopf",
    "CSV mit Semikolon ohne Kopfzeile: eigene Nummer, Rechnung, Datum, brutto, Skonto, netto, Währung",
    "program's CSV",
    "S96",
    "Zahlungsdatei 13.11.",
    "2026-11-13T05:00:00+01:00",
    "Zahlung vom 13.11.2026 über 10.262,56 EUR, Einzelposten im Anhang.",
    pay("10262.56", "EUR", "26500011 8163.40 d=* x=*; 26500024 2099.16 d=* x=*"),
    files=[
        (
            "ZD1311.csv",
            "text/csv",
            lambda: (
                "K70551;26500011;01.09.2026;8.330,00;166,60;8.163,40;EUR\r\nK70551;26500024;09.09.2026;2.142,00;42,84;2.099,16;EUR\r\n".encode(
                    "cp1252"
                )
            ),
        )
    ],
)

firm(
    "S97",
    "株式会社東雲化成",
    "shinonome@shinonome-kasei.example",
    "JPY",
    """
JP-20260911-04 2026-09-11 220000
JP-20260924-08 2026-09-24 132000
JP-20261001-01 2026-10-01 9900
""",
    **JA,
)


def sosai() -> bytes:
    rows = cells("""
9/11 | JP-20260911-04 | 200,000 | 20,000 | 220,000
9/24 | JP-20260924-08 | 120,000 | 12,000 | 132,000
""")
    return printed(
        "<h3>支払案内書</h3><p>ブレヴァンヌ・コーティングス株式会社 御中　　株式会社東雲化成</p><p>お支払日 2026年11月10日　お支払方法 振込</p>"
        + table(("日付", "貴社請求番号", "本体", "消費税", "税込額"), rights(rows, 2))
        + "<p class=r>合計 352,000<br>当社売掛金相殺 △22,000<br>お振込額 330,000</p>",
        "td,th{border:1px solid #666}",
        font="Noto Sans CJK JP",
        language="ja",
    )


mail(
    "ja-sosai",
    "支払案内書: 本体・消費税・税込額、合計から売掛金を相殺",
    "chromium",
    "S97",
    "支払案内書",
    "2026-11-09T17:00:00+09:00",
    "支払案内書を添付いたします。",
    {**pay("330000", "*"), "lines": ANY},
    files=[pdf("案内書.pdf", sosai)],
)

firm(
    "S98",
    "芜湖江南汽车内饰有限公司",
    "fk@jiangnan-auto.example",
    "CNY",
    """
BRF-2609-0411 2026-09-03 56500.00
BRF-2609-0430 2026-09-18 11300.00
BRF-2610-0052 2026-10-08 904.00
""",
    **ZH,
)
mail(
    "zh-quanjiao-wenben",
    "正文用全角空格对齐, 全角数字",
    "plain text",
    "S98",
    "货款已付",
    "2026-11-10T16:00:00+08:00",
    """博睿凡涂料：

　　贵司货款已于今日电汇，明细如下：

　　发票号　　　　　　开票日期　　　　　付款金额（元）
　　BRF-2609-0411　　２０２６-０９-０３　　５６，５００．００
　　BRF-2609-0430　　２０２６-０９-１８　　１１，３００．００
　　合计　　　　　　　　　　　　　　　　６７，８００．００

　　此致
芜湖江南汽车内饰有限公司财务部
""",
    pay("67800.00", "CNY", "BRF-2609-0411 56500.00; BRF-2609-0430 11300.00"),
)

firm(
    "S99",
    "珠海横琴海洋工程股份有限公司",
    "settlement@hqocean.example",
    "CNY",
    """
26442000000061100017 2026-09-05 316400.00
26442000000061100025 2026-09-22 45200.00
26442000000061100033 2026-10-09 22600.00
""",
    **ZH,
)


def batch() -> bytes:
    rows = cells("""
1 | 珠海蓝盾安防有限公司 | 4420150188120 | 26442000000077120011 | 18,000.00 | 成功
2 | 博睿凡涂料(嘉兴)有限公司 | 3304010104007716 | 26442000000061100017 | 316,400.00 | 成功
3 | 博睿凡涂料(嘉兴)有限公司 | 3304010104007716 | 26442000000061100025 | 45,200.00 | 失败(户名不符)
4 | 中山大信物流有限公司 | 4420160099120 | 26442000000080110034 | 7,350.00 | 成功
""")
    return printed(
        "<h3>批量付款结果清单</h3><p>付款单位：珠海横琴海洋工程股份有限公司 交易日期：2026-11-11 批次号：PL20261111008</p>"
        + table(("序号", "收款人名称", "收款账号", "附言", "金额", "结果"), rights(rows, 4)),
        "td,th{border:1px solid #333}",
        font="WenQuanYi Micro Hei",
        language="zh",
    )


mail(
    "zh-piliang",
    "批量付款结果清单: 四笔中两笔给我方, 一笔失败",
    "chromium",
    "S99",
    "付款结果",
    "2026-11-11T17:00:00+08:00",
    "附件为今日批量付款结果。",
    pay("316400.00", "*", "26442000000061100017 316400.00"),
    files=[pdf("结果.pdf", batch)],
)

firm(
    "S100",
    "Tregarth Slate Quarries Ltd",
    "office@tregarthslate.example",
    "GBP",
    """
SI0006001 2026-09-01 980.00
SI0006014 2026-09-15 415.00
SI0006022 2026-09-28 2230.00
SI0006030 2026-10-05 64.00
""",
)
mail(
    "en-txt-pages",
    "A print file of fixed width with form feeds and heads repeated on each page",
    "text file",
    "S100",
    "PL remittance",
    "2026-11-12T10:00:00+00:00",
    "Print file attached.",
    pay("3625.00", "*", "SI0006001 980.00; SI0006014 415.00; SI0006022 2230.00"),
    files=[
        (
            "REMIT.TXT",
            "text/plain",
            lambda: (
                "\f".join(
                    f"""\
PL0440                     TREGARTH SLATE QUARRIES LTD                PAGE {n}
REMITTANCE ADVICE TO  BRE01  BREVANNE COATINGS LTD            12/11/26

OUR NO   YOUR REF      DATE         INVOICE      PAYMENT      BALANCE
-------  ------------  --------  ----------  -----------  -----------
{row}
"""
                    for n, row in enumerate(
                        (
                            "700112   SI0006001     01/09/26      980.00       980.00         0.00\n700125   SI0006014     15/09/26      415.00       415.00         0.00\n                                             C/F   1,395.00",
                            "B/F                                              1,395.00\n700140   SI0006022     28/09/26    2,230.00     2,230.00         0.00\n                                 TOTAL PAID        3,625.00",
                        ),
                        1,
                    )
                )
            ).encode(),
        )
    ],
)

firm(
    "S101",
    "Bexley Glassworks Ltd",
    "karen@bexleyglass.example",
    "GBP",
    """
SI0007104 2026-09-03 333.00
SI0007111 2026-09-11 1250.00
SI0007129 2026-09-30 89.90
""",
)
mail(
    "en-docx-short-numbers",
    "Word file: numbers without prefix and zeros, an unknown one among them, amounts with pound signs",
    "python-docx",
    "S101",
    "Payment details",
    "2026-11-16T10:00:00+00:00",
    "details attached",
    pay("1713.00", "GBP", "SI0007104 333.00; SI0007111 1250.00; BC-60999 130.00"),
    files=[
        (
            "details.docx",
            DOCX,
            lambda: docx(
                (
                    "Bexley Glassworks - payment to Brevanne 16/11/26 by BACS",
                    "We have paid £1,713.00 made up as follows",
                ),
                "Inv | £\n7104 | £333.00\n7111 | £1,250.00\nBC-60999 | £130.00",
            ),
        )
    ],
)

firm(
    "S102",
    "Ostermann Wärmetechnik AG",
    "zahlung@ostermann-wt.example",
    "CHF",
    """
RE-2026/09/0301 2026-09-04 4308.00
RE-2026/09/0322 2026-09-16 12924.00
RE-2026/10/0008 2026-10-02 1077.00
""",
    language="de",
    zone="Europe/Zurich",
)


def swiss() -> bytes:
    source = (
        "<html><head><meta charset='utf-8'></head><body><p>Ostermann Wärmetechnik AG, 8400 Winterthur</p><h3>Vergütungsanzeige</h3><p>Vergütungsbetrag CHF 16'801.80 &nbsp; Ausführung 12.11.2026</p>"
        + table(
            ("Ihre Referenz", "Unser Beleg", "Datum", "Fakturabetrag", "Kürzung", "Vergütung"),
            cells(
                "RE-2026/09/0301 | 26-40071 | 04.09.2026 | 4'308.00 | 0.00 | 4'308.00\nRE-2026/09/0322 | 26-40102 | 16.09.2026 | 12'924.00 | 430.20 | 12'493.80"
            ),
        )
        + "<p>Kürzung gemäss Telefonat mit Ihrem Herrn Brandt</p></body></html>"
    )
    return press.office(source, ".html")


mail(
    "de-verguetungsanzeige",
    "Schweizer Vergütungsanzeige: Betrag oben, Kürzung, Apostrophe",
    "LibreOffice writer",
    "S102",
    "Vergütungsanzeige",
    "2026-11-12T10:00:00+01:00",
    "Vergütungsanzeige anbei.",
    pay("16801.80", "CHF", "RE-2026/09/0301 4308.00; RE-2026/09/0322 12493.80 x=430.20"),
    files=[pdf("VA.pdf", swiss)],
)

firm(
    "S103",
    "Camden Row Architects",
    "studio@camdenrow.example",
    "GBP",
    """
BL71001 2026-09-05 455.00
BL71008 2026-09-21 1365.00
""",
)
mail(
    "en-trap-order",
    "A purchase order with a table of prices and a total, that quotes an earlier invoice",
    "chromium",
    "S103",
    "PO 4471",
    "2026-11-12T10:00:00+00:00",
    "Please find our order attached, same colour as invoice BL71008.",
    files=[
        pdf(
            "PO4471.pdf",
            lambda: printed(
                "<h2>PURCHASE ORDER 4471</h2><p>Camden Row Architects to Brevanne Coatings Ltd · 12/11/2026 · terms: payment 30 days</p>"
                + table(
                    ("Item", "Ref", "Qty", "Price", "Total"),
                    rights(
                        cells(
                            "Satin white 10 l | as BL71008 | 3 | 455.00 | 1,365.00\nPrimer | | 2 | 95.00 | 190.00"
                        ),
                        2,
                    ),
                )
                + "<p class=r>Order total £1,555.00</p>"
            ),
        )
    ],
)

firm(
    "S104",
    "佛山南海家电配件厂",
    "cw@nhjd.example",
    "CNY",
    """
BRF-2609-0501 2026-09-06 6780.00
BRF-2609-0519 2026-09-24 3390.00
""",
    **ZH,
)
mail(
    "zh-trap-duizhang",
    "客户的往来对账单: 期初、发票、已付、期末余额, 请核对",
    "chromium",
    "S104",
    "往来对账单",
    "2026-11-11T10:00:00+08:00",
    "附件为截至10月31日的往来对账单，请核对后盖章回传。",
    files=[
        pdf(
            "对账单.pdf",
            lambda: printed(
                "<h3>往来对账单</h3><p>供应商：博睿凡涂料(嘉兴)有限公司 截止日期：2026-10-31</p>"
                + table(
                    ("日期", "单据号", "摘要", "应付", "已付", "余额"),
                    rights(
                        cells(
                            "2026-09-06 | BRF-2609-0501 | 采购 | 6,780.00 | | 6,780.00\n2026-09-24 | BRF-2609-0519 | 采购 | 3,390.00 | | 10,170.00\n2026-10-15 | FK1015 | 付款 | | 2,000.00 | 8,170.00"
                        ),
                        3,
                    ),
                )
                + "<p>期末余额 8,170.00</p>",
                "td,th{border:1px solid #333}",
                font="WenQuanYi Micro Hei",
                language="zh",
            ),
        )
    ],
    kind="*",
)
