"""A third set, written after the first two were mended and before the reader saw it."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DE,
    ES,
    FR,
    JA,
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
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import book

firm(
    "U01",
    "Halvorsen Dairy Equipment",
    "payables@halvorsen.example",
    "USD",
    """
BC-71001 2026-09-02 5400.00
BC-71008 2026-09-12 1275.00
BC-71015 2026-09-20 333.10
BC-71022 2026-10-02 80.00
""",
    zone="America/Chicago",
)


def sage() -> bytes:
    sheet = press.canvas((612, 792))
    sheet.setFont("Courier", 9)
    for n, said in enumerate(
        """
Halvorsen Dairy Equipment                                    Check: 0071188
                                                             Date:  11/13/2026
Vendor: BREVANNE   Brevanne Coatings Inc.

Invoice #      Invoice Date   Original      Prev Paid     Disc       Check Amt
BC-71001       09/02/26       5,400.00      2,000.00      0.00       3,400.00
BC-71008       09/12/26       1,275.00          0.00     25.50       1,249.50
BC-71015       09/20/26         333.10          0.00      0.00         333.10
                              --------      --------     -----       --------
                              7,008.10      2,000.00     25.50       4,982.60
""".strip("\n").split("\n")
    ):
        sheet.drawString(40, 740 - 13 * n, said)
    return press.finish(sheet)


mail(
    "en3-previously-paid",
    "Check stub with Original, Prev Paid, Disc and Check Amt; sums without a word",
    "reportlab",
    "U01",
    "Check 0071188",
    "2026-11-13T10:00:00-06:00",
    "Stub for the check mailed today.",
    pay("4982.60", "*", "BC-71001 3400.00; BC-71008 1249.50 d=25.50; BC-71015 333.10"),
    files=[pdf("stub.pdf", sage)],
)

firm(
    "U02",
    "Pembridge Estates",
    "lettings.accounts@pembridge.example",
    "GBP",
    """
BL10101 2026-09-04 145.00
BL10109 2026-09-15 290.00
BL10118 2026-09-25 435.00
""",
)
mail(
    "en3-outlook-tabs",
    "Outlook HTML whose table was turned to paragraphs: a label, then its value, one below the other",
    "Outlook HTML",
    "U02",
    "FP 16/11",
    "2026-11-16T10:00:00+00:00",
    markup(
        "<p>Hi</p><p>Faster payment made this morning:</p><p>Invoice: BL10101<br>Property: 4 Elm Row<br>Amount: £145.00</p><p>Invoice: BL10109<br>Property: 9 Elm Row<br>Amount: £290.00</p><p>Total: £435.00</p><p>Best</p>"
    ),
    pay("435.00", "GBP", "BL10101 145.00; BL10109 290.00"),
)

firm(
    "U03",
    "Solway Wind Services Ltd",
    "ap@solwaywind.example",
    "GBP",
    """
SI0008101 2026-09-02 12000.00
SI0008109 2026-09-14 3600.00
SI0008117 2026-09-26 840.00
""",
)


def cis() -> bytes:
    rows = cells("""
SI0008101 | 10,000.00 | 2,000.00 | 12,000.00 | 500.00 | 11,500.00
SI0008109 | 3,000.00 | 600.00 | 3,600.00 | 150.00 | 3,450.00
""")
    return printed(
        "<h3>Self-service remittance</h3><p>Solway Wind Services Ltd · paid 13 Nov 2026 · ref SWS-5512</p>"
        + table(
            ("Document", "Net", "VAT", "Total", "Retention 5%", "Transferred"),
            rights(rows, 1),
            foot="<tr><td></td><td class=r>13,000.00</td><td class=r>2,600.00</td><td class=r>15,600.00</td><td class=r>650.00</td><td class=r>14,950.00</td></tr>",
        ),
        "td,th{border:1px solid #bbb}",
    )


mail(
    "en3-net-vat-retention",
    "Net, VAT, total, retention of the net, transferred",
    "chromium",
    "U03",
    "Remittance SWS-5512",
    "2026-11-13T10:00:00+00:00",
    "Attached.",
    pay("14950.00", "*", "SI0008101 11500.00 x=500.00; SI0008109 3450.00 x=150.00"),
    files=[pdf("SWS-5512.pdf", cis)],
)

firm(
    "U04",
    "Brackenridge Hotel Group",
    "remit@brackenridgehotels.example",
    "USD",
    """
900700101 2026-09-03 860.00
900700117 2026-09-11 1720.00
900700122 2026-09-19 -172.00
900700139 2026-09-29 430.00
""",
    zone="America/New_York",
)
mail(
    "en3-csv-semicolon-flags",
    "CSV: document type code DR/KG, amounts unsigned, a column CR/DB, total record last",
    "program's CSV",
    "U04",
    "EDI remit flat file",
    "2026-11-12T10:00:00-05:00",
    "Flat file for ACH of 11/12/2026, USD 2,838.00.",
    pay("2838.00", "USD", "900700101 860.00; 900700117 1720.00; 900700122 -172.00; 900700139 430.00"),
    files=[
        (
            "remit.csv",
            "text/csv",
            lambda: (
                b"RecType;DocNo;DocDate;DocType;Amount;Ind\nDTL;900700101;20260903;INV;860.00;DB\nDTL;900700117;20260911;INV;1720.00;DB\nDTL;900700122;20260919;CRM;172.00;CR\nDTL;900700139;20260929;INV;430.00;DB\nTRL;;;;2838.00;\n"
            ),
        )
    ],
)

firm(
    "U05",
    "Gasthof zur Mühle",
    "muehle@gasthof-muehle.example",
    "EUR",
    """
26800011 2026-09-08 178.50
26800019 2026-09-22 357.00
26800030 2026-10-01 59.50
""",
    **DE,
)
mail(
    "de3-foto-text",
    "Kurze Mail: Rechnungsnummern mit Schrägstrich hinter dem Betrag",
    "Apple Mail",
    "U05",
    "bezahlt",
    "2026-11-14T22:10:00+01:00",
    """Servus,

hab heute überwiesen:
178,50 € / 26800011
357,00 € / 26800019
macht 535,50 €

Grüße aus der Mühle
""",
    pay("535.50", "EUR", "26800011 178.50; 26800019 357.00"),
)

firm(
    "U06",
    "Rheintaler Gewürze GmbH",
    "finanz@rheintaler.example",
    "EUR",
    """
26900101 2026-09-01 4284.00
26900118 2026-09-13 2142.00
26900125 2026-09-27 1071.00
""",
    **DE,
)


def de_columns() -> bytes:
    rows = cells("""
26900101 | 01.09. | 4.284,00 | 3% | 128,52 | 4.155,48
26900118 | 13.09. | 2.142,00 | 3% | 64,26 | 2.077,74
""")
    return printed(
        "<h3>Regulierungsanzeige Nr. 2611/34</h3><p>Rheintaler Gewürze GmbH an Brevanne Lacke GmbH, Gutschrift auf Ihrem Konto zum 12.11.2026</p>"
        + table(("Rg", "vom", "Rg-Betrag", "Satz", "Sk.", "Regulierung"), rights(rows, 2))
        + "<p class=r>Regulierungssumme 6.233,22 EUR</p>",
        language="de",
    )


mail(
    "de3-regulierung",
    "Regulierungsanzeige mit Skontosatz-Spalte und Tag ohne Jahr",
    "chromium",
    "U06",
    "Regulierungsanzeige 2611/34",
    "2026-11-12T10:00:00+01:00",
    "Anbei.",
    pay("6233.22", "EUR", "26900101 4155.48 d=128.52; 26900118 2077.74 d=64.26"),
    files=[pdf("RA.pdf", de_columns)],
)

firm(
    "U07",
    "Transports Kerlogot",
    "regie@kerlogot.example",
    "EUR",
    """
FA261001101 2026-09-03 1560.00
FA261001114 2026-09-17 936.00
FA261001120 2026-10-01 120.00
""",
    **FR,
)
mail(
    "fr3-texte-points",
    "Texte: puces, montants avec espaces et €, total en gras",
    "plain text",
    "U07",
    "Règlement par virement",
    "2026-11-13T10:00:00+01:00",
    """Bonjour Madame,

Nous avons procédé ce jour au virement de 2 496,00 € correspondant à :

 • facture FA261001101 du 03/09/26 ....... 1 560,00 €
 • facture FA261001114 du 17/09/26 ......... 936,00 €

La facture FA261001120 reste en attente du bon de livraison signé.

Cordialement,
Yann
""",
    pay("2496.00", "EUR", "FA261001101 1560.00; FA261001114 936.00"),
)

firm(
    "U08",
    "Frutas Benimaclet S.A.T.",
    "facturas@benimaclet.example",
    "EUR",
    """
ES26/001001 2026-09-05 2057.00
ES26/001012 2026-09-19 726.00
ES26/001020 2026-10-03 121.00
""",
    **ES,
)
mail(
    "es3-xlsx",
    "Libro: título, fila vacía, columnas con Cargo/Abono y Saldo, pago al final",
    "xlsxwriter",
    "U08",
    "Pago noviembre",
    "2026-11-13T10:00:00+01:00",
    "Adjunto el detalle de la transferencia de hoy por 2.783,00 euros.",
    pay("2783.00", "EUR", "ES26/001001 2057.00; ES26/001012 726.00"),
    files=[
        (
            "pago.xlsx",
            XLSX,
            lambda: book(
                "Frutas Benimaclet - pago a Brevanne\n\nNº | Fecha | A pagar\nES26/001001 | 05/09/2026 | 2,057.00\nES26/001012 | 19/09/2026 | 726.00\n | Transferencia | 2,783.00"
            ),
        )
    ],
)

firm(
    "U09",
    "長良川印刷株式会社",
    "nagara@nagara-print.example",
    "JPY",
    """
JP-20260910-01 2026-09-10 143000
JP-20260926-05 2026-09-26 60500
JP-20261004-07 2026-10-04 8800
""",
    **JA,
)
mail(
    "ja3-honbun",
    "本文: 箇条書き、合計は後ろ、手数料は当方負担",
    "plain text",
    "U09",
    "お振込のお知らせ",
    "2026-11-12T10:00:00+09:00",
    """ブレヴァンヌ・コーティングス㈱ 御中

本日付で下記請求書分をお振込いたしましたのでご確認ください。

・JP-20260910-01　１４３，０００円
・JP-20260926-05　　６０，５００円
　　　　　合計　　２０３，５００円

振込手数料は弊社にて負担しております。
長良川印刷 経理課
""",
    pay("203500", "JPY", "JP-20260910-01 143000; JP-20260926-05 60500"),
)

firm(
    "U10",
    "东莞虎门制衣有限公司",
    "humen_cw@hm-zhiyi.example",
    "CNY",
    """
BRF-2609-0701 2026-09-08 9040.00
BRF-2609-0719 2026-09-22 4520.00
BRF-2610-0088 2026-10-07 1130.00
""",
    **ZH,
)


def zh_form() -> bytes:
    rows = cells("BRF-2609-0701 | 9,040.00 | 0.00 | 9,040.00\nBRF-2609-0719 | 4,520.00 | 120.00 | 4,400.00")
    return printed(
        "<h3>供应商付款通知单</h3><p>致：博睿凡涂料(嘉兴)有限公司</p><p>我司已于2026年11月12日通过网银支付贵司货款人民币13,440.00元，明细如下：</p>"
        + table(("贵司发票", "票面", "质量扣罚", "实转"), rights(rows, 1))
        + "<p>东莞虎门制衣有限公司 财务部</p>",
        "td,th{border:1px solid #333}",
        font="WenQuanYi Micro Hei",
        language="zh",
    )


mail(
    "zh3-tongzhidan",
    "付款通知单: 总额在句中, 表中无合计, 票面/质量扣罚/实转",
    "chromium",
    "U10",
    "付款通知",
    "2026-11-12T16:00:00+08:00",
    "见附件。",
    pay("13440.00", "CNY", "BRF-2609-0701 9040.00; BRF-2609-0719 4400.00 x=120.00"),
    files=[pdf("通知单.pdf", zh_form)],
)

firm(
    "U11",
    "Larkhill Academy Trust",
    "finance@larkhillacademy.example",
    "GBP",
    """
BL12001 2026-09-05 600.00
BL12008 2026-09-19 240.00
""",
)
mail(
    "en3-trap-query-table",
    "Invoices listed as queried, with what the trust thinks is right; no payment",
    "Outlook HTML",
    "U11",
    "Invoices on query",
    "2026-11-12T10:00:00+00:00",
    markup(
        "<p>Hi, the following are on query and will not be paid until resolved:</p>"
        + grid("BL12001 | £600.00 | £540.00\nBL12008 | £240.00 | £0.00", "Invoice|Invoiced|Agreed")
    ),
    kind="*",
    disputes=[{"invoice": "BL12001", "amount": "*"}, {"invoice": "BL12008", "amount": "*"}],
)

firm(
    "U12",
    "Quayside Fabrication Inc",
    "ap@quaysidefab.example",
    "USD",
    """
BC-72001 2026-09-06 910.00
BC-72009 2026-09-20 1820.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en3-trap-receipt",
    "Goods receipt confirmation with our invoice numbers and values",
    "HTML program",
    "U12",
    "Receipt posted GR-88120",
    "2026-11-12T10:00:00-08:00",
    markup(
        nested(
            "<p>The following receipts were matched and posted. Payment will follow per terms.</p>"
            + grid(
                "GR-88120 | BC-72001 | $910.00 | Matched\nGR-88121 | BC-72009 | $1,820.00 | Matched",
                "Receipt|Invoice|Value|3-way match",
            )
        )
    ),
    kind="*",
)
