"""What looks like an advice and pays nothing: orders, invoices of others, slips that wait for approval."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, customer, document, items, no_advice
from tests.corpus.pdf.figures import en
from tests.corpus.pdf.letters import docx, grid, paragraph
from tests.corpus.pdf.sheets import page, row, sheet, table


@document(
    "brightforge-invoice",
    "en",
    "weasyprint",
    "trap",
    "A supplier's own invoice to us, with bank details and open items",
)
def brightforge() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:16mm} body{font:10pt "Liberation Sans"} h1{float:right;color:#e65100} table{width:100%;border-collapse:collapse;clear:both} td,th{border-bottom:0.5pt solid #ccc;padding:2mm;text-align:left}
    td:last-child,th:last-child{text-align:right}"""
    body = (
        "<h1>INVOICE</h1><b>Brightforge Tooling Ltd</b><br>Anvil Street 9, Sheffield S3 8XX<br>VAT GB 999 3310 44<br><br><p>Bill to: Norvane Instruments Ltd, Unit 6 Calder Park, Wakefield WF2 7AW</p>"
        "<p>Invoice no. BT-60417 &nbsp; Date 4 November 2026 &nbsp; Payment due 4 December 2026 &nbsp; Your PO N-22018</p>"
        + table(
            ("Item", "Qty", "Unit £", "Amount £"),
            [
                ("Die set A", "2", "410.00", "820.00"),
                ("Regrind service", "1", "95.00", "95.00"),
                ("VAT 20%", "", "", "183.00"),
                ("<b>Total due</b>", "", "", "<b>1,098.00</b>"),
            ],
        )
        + "<h3>Remittance slip</h3><p>Please return with your payment: Invoice BT-60417 &nbsp; Amount paid £ ____________ &nbsp; Date ____________</p><p>Pay to: Example Bank 40-99-44, account 60417733, reference BT-60417</p>"
    )
    return press.weasyprint(page(css, body)), no_advice("other", "*")


OSTWIND = customer(
    7001,
    "Ostwind Windkraft Service GmbH",
    "einkauf@ostwind-service.example",
    "de",
    "EUR",
    zone="Europe/Berlin",
)
OSTWIND_ITEMS = items(OSTWIND, "RE-26-01402 2026-10-20 3094.00")


@document(
    "ostwind-bestellung",
    "de",
    "libreoffice",
    "trap",
    "A customer's purchase order, prices and total in a ruled table",
)
def ostwind() -> tuple[bytes, Truth]:
    font = "Liberation Serif"
    body = [
        paragraph("Ostwind Windkraft Service GmbH", font=font, bold=True, size=15),
        paragraph("Bestellung Nr. 4500088127 vom 09.11.2026", font=font, bold=True, size=13),
        paragraph(
            "Norvane Instruments GmbH\nMesseallee 9\n45131 Essen\n\nBitte liefern Sie gemäß unseren Einkaufsbedingungen. Liefertermin: KW 50/2026.",
            font=font,
        ),
        grid(
            [
                ("Pos.", "Artikel", "Menge", "Preis EUR", "Summe EUR"),
                ("10", "Drucksensor DS-4", "12", "118,00", "1.416,00"),
                ("20", "Kabelsatz 10 m", "12", "22,50", "270,00"),
                ("", "Gesamtwert netto", "", "", "1.686,00"),
            ],
            (900, 3600, 1100, 1600, 1800),
            font=font,
            right=2,
        ),
        paragraph(
            "Zahlungsbedingungen: 14 Tage 2 % Skonto, 30 Tage netto. Zahlung per Überweisung nach Rechnungserhalt.\nRechnung an: rechnung@ostwind-service.example",
            font=font,
        ),
    ]
    return press.office(docx(body), ".docx"), no_advice("other", "*")


@document(
    "sierra-proforma", "es", "fpdf2", "trap", "A supplier's factura proforma asking for payment in advance"
)
def sierra() -> tuple[bytes, Truth]:
    pdf = press.fpdf()
    pdf.add_page()
    pdf.set_font("Helvetica", "B", 16)
    pdf.text(20, 22, "FACTURA PROFORMA N. PF-2026-0441")
    pdf.set_font("Helvetica", "", 10)
    for n, text in enumerate(
        (
            "Embalajes Sierra Blanca, S.L.  -  B-99331044",
            "Cliente: Norvane Instruments Ibérica, S.L.",
            "Fecha: 05/11/2026   Validez: 30 días",
        )
    ):
        pdf.text(20, 34 + 6 * n, text)
    pdf.set_xy(20, 60)
    for cells in (
        ("Descripción", "Cantidad", "Importe EUR"),
        ("Caja reforzada 60x40", "500", "1.150,00"),
        ("Palet tratado", "20", "240,00"),
        ("IVA 21 %", "", "291,90"),
        ("Total a transferir", "", "1.681,90"),
    ):
        pdf.set_x(20)
        for n, text in enumerate(cells):
            pdf.cell((90, 35, 45)[n], 8, text, border="B", align="R" if n else "L")
        pdf.ln()
    pdf.text(
        20,
        120,
        "Pago por adelantado mediante transferencia a ES40 9999 0044 1700 3310 4400. Documento sin validez fiscal.",
    )
    return bytes(pdf.output()), no_advice("other", "*")


GREYSTOKE = customer(7002, "Greystoke Quarries Ltd", "office@greystokequarries.example", "en", "GBP")
GREYSTOKE_ITEMS = items(GREYSTOKE, "SI-000951-D 2026-10-07 2630.40")


@document(
    "greystoke-pending",
    "en",
    "chromium",
    "trap",
    "Online bank's slip: the transfer waits for a second approval",
)
def greystoke() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm} body{font:12px "DejaVu Sans";color:#333} .p{background:#fff3cd;border:1px solid #e0b000;padding:4mm;margin:6mm 0} td{padding:2mm 8mm 2mm 0}"""
    pairs = (
        ("Payment to", "Norvane Instruments Ltd"),
        ("From account", "Greystoke Quarries Ltd 40-99-31 ****0951"),
        ("Amount", "£2,630.40"),
        ("Reference", "SI-000951-D"),
        ("Requested date", "6 November 2026"),
        ("Created by", "H. Lowther, 5 November 2026 16:48"),
        ("Approvals", "1 of 2"),
        ("Order ID", "PO-77120-88"),
    )
    body = (
        "<h2>Cumbria Example Bank &mdash; Business Online</h2><div class='p'><b>Pending approval.</b> This payment has not been sent. A second authoriser must approve it.</div><table>"
        + "".join(row(p) for p in pairs)
        + "</table><p>Printed 5 November 2026 16:50</p>"
    )
    return press.chromium(page(css, body)), no_advice("other", "*")


PANLONG = customer(
    7003, "磐龙矿山机械有限公司", "caigou@panlong-mine.example", "zh", "CNY", zone="Asia/Shanghai"
)
PANLONG_ITEMS = items(
    PANLONG,
    """
    20419240 2026-09-16 88140.00
    20419251 2026-09-25 12430.00
    """,
)


@document(
    "panlong-fukuan-shenqing",
    "zh",
    "libreoffice",
    "trap",
    "付款申请单: an internal request, 审批中, nothing paid",
)
def panlong() -> tuple[bytes, Truth]:
    i = PANLONG_ITEMS
    rows: list[Sequence[object]] = [
        [("付款申请单", "lbc", 4)],
        [("申请部门:采购部", "", 2), ("申请日期:2026-11-10", "r", 2)],
        [("收款单位", "gx"), ("诺维恩仪器(苏州)有限公司", "x", 3)],
        [("申请金额", "gx"), ("¥100,570.00", "x"), ("大写", "gx"), ("壹拾万零伍佰柒拾元整", "x")],
        [("付款方式", "gx"), ("□现金 ☑转账 □承兑", "x"), ("期望付款日", "gx"), ("2026-11-25", "x")],
        [("发票号码", "gbx"), ("合同号", "gbx"), ("金额", "gbxr"), ("备注", "gbx")],
        *[[(x.said, "x"), ("PL-26-088", "x"), (en(x.amount), "xr"), ("", "x")] for x in i],
        [("审批状态", "gx"), ("审批中(部门经理已同意,待财务总监、总经理审批)", "bx", 3)],
        [("申请人:石磊", "x", 2), ("财务复核:", "x"), ("总经理:", "x")],
        [("磐龙矿山机械有限公司", "s", 4)],
    ]
    return press.office(sheet(rows, (3, 5, 3.4, 5.2), font="WenQuanYi Micro Hei"), ".fods"), no_advice(
        "other", "*"
    )


TREVANION = customer(7004, "Trevanion Shipyard Ltd", "ledger@trevanionshipyard.example", "en", "GBP", days=60)
TREVANION_ITEMS = items(
    TREVANION,
    """
    SI-000960-D 2026-08-17 5412.00
    SI-000966-D 2026-09-02 1080.00
    SI-000971-D 2026-09-28 748.80
    """,
)


@document(
    "trevanion-reconciliation",
    "en",
    "weasyprint",
    "trap",
    "Customer's ledger extract that asks for our statement to reconcile with",
)
def trevanion() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} body{font:10pt "DejaVu Serif"} table{width:100%;border-collapse:collapse} th{border-bottom:1pt solid;text-align:left} td,th{padding:1.2mm} td:nth-child(n+3),th:nth-child(n+3){text-align:right}"""
    balances = ("5,412.00", "6,492.00", "7,240.80")
    rows = [
        (i.said, f"{i.issued:%d/%m/%Y}", en(i.amount), b)
        for i, b in zip(TREVANION_ITEMS, balances, strict=True)
    ]
    body = (
        "<h2>Trevanion Shipyard Ltd</h2><p>The Slipway, Falmouth TR11 3XX</p><p>16 November 2026</p><p><b>Supplier reconciliation: statement of account requested</b></p>"
        "<p>Dear Norvane Instruments, our auditors ask us to reconcile supplier accounts. Please send us your statement of our account as at 31 October 2026. Our own ledger shows the items below.</p>"
        + table(
            ("Your invoice", "Date", "Amount £", "Running balance £"),
            rows,
            foot=row(("<b>Balance per our ledger</b>", "", "", "<b>7,240.80</b>")),
        )
        + "<p>This is not a payment. Yours faithfully, R. Penrose, Purchase Ledger</p>"
    )
    return press.weasyprint(page(css, body)), no_advice("statement_request", TREVANION.id)
