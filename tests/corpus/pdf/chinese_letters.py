"""付款函, a bill's notice, and notices of Hong Kong and Taiwan."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import capital, en
from tests.corpus.pdf.letters import docx, grid, paragraph
from tests.corpus.pdf.sheets import page, row, sheet, table

ZONE = "Asia/Shanghai"
QINGXI = customer(6004, "清溪制药(连云港)有限公司", "caiwubu@qingxi-pharma.example", "zh", "CNY", zone=ZONE)
QINGXI_ITEMS = items(
    QINGXI,
    """
    26322000000055180012 2026-09-15 18080.00
    26322000000055180026 2026-09-23 5650.00
    26322000000055180039 2026-10-08 2260.00
    """,
)


@document(
    "qingxi-fukuan-han",
    "zh",
    "libreoffice",
    "one total",
    "付款函 in prose from a word processor, one sum for three e-invoices",
)
def qingxi() -> tuple[bytes, Truth]:
    font = "WenQuanYi Micro Hei"
    i = QINGXI_ITEMS
    body = [
        paragraph("付 款 函", font=font, size=18, side="center"),
        paragraph("致:诺维恩仪器(苏州)有限公司财务部", font=font),
        paragraph(
            f"    贵司开具的数电票 {i[0].said}、{i[1].said}、{i[2].said} 共三张,我司已于2026年11月3日通过银行转账一并支付,合计人民币贰万伍仟玖佰玖拾元整(¥25,990.00)。请贵司核对入账,如有疑问请于三个工作日内联系我司。",
            font=font,
        ),
        grid(
            [("收款账户", "开户行"), ("9901 0417 7300 0088", "示例银行苏州分行")],
            (4000, 4000),
            font=font,
            right=9,
        ),
        paragraph("\n清溪制药(连云港)有限公司\n2026年11月3日", font=font, side="right"),
    ]
    assert capital("25990") == "贰万伍仟玖佰玖拾元整"
    truth = paid(QINGXI.name, "25990.00", "CNY", "2026-11-03", "wire", None, [(x.no, None) for x in i])
    return press.office(docx(body), ".docx"), advice(QINGXI, truth)


VICTORIA = customer(
    6005,
    "維港冷藏倉庫有限公司",
    "accounts@victoriacold.example",
    "zh",
    "HKD",
    zone="Asia/Hong_Kong",
    aliases="Victoria Cold Storage Ltd",
)
VICTORIA_ITEMS = items(
    VICTORIA,
    """
    HK/26/4417 2026-09-11 23800.00
    HK/26/4428 2026-09-29 6120.00
    HK/26/C031 2026-10-02 -1020.00
    """,
)


@document(
    "victoria-payment-notice",
    "zh",
    "chromium",
    "erp advice",
    "Hong Kong: traditional and English labels side by side, cheque, credit in brackets",
)
def victoria() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} *{font-weight:normal!important} body{font:11px "WenQuanYi Micro Hei"} .h{border-bottom:3px double #036;display:flex;justify-content:space-between} table{width:100%;border-collapse:collapse;margin:6mm 0}
    th{text-align:left;border-bottom:1px solid #036} td,th{padding:1.5mm} td:last-child,th:last-child{text-align:right}"""
    kind = ("發票 Invoice", "發票 Invoice", "貸項通知 Credit Note")
    amounts = ("23,800.00", "6,120.00", "(1,020.00)")
    rows = [
        (i.said, k, f"{i.issued:%d %b %Y}", a) for i, k, a in zip(VICTORIA_ITEMS, kind, amounts, strict=True)
    ]
    body = (
        "<div class='h'><h2>維港冷藏倉庫有限公司<br>Victoria Cold Storage Ltd</h2><h2>付款通知 PAYMENT NOTICE</h2></div><p>收款人 Payee:諾維恩儀器(香港)有限公司<br>支票號碼 Cheque No.:331044<br>日期 Date:2026年11月9日<br>貨幣 Currency:HKD 港元</p>"
        + table(
            ("單據編號 Doc No.", "類別 Type", "單據日期 Doc Date", "金額 Amount"),
            rows,
            foot=row(("總額 Total", "", "", "28,900.00")),
        )
        + "<p>香港葵涌架空道4417號 &emsp; 商業登記 99044177-000</p>"
    )
    truth = paid(
        "*", "28900.00", "HKD", "2026-11-09", "check", "331044", [(i.no, i.amount) for i in VICTORIA_ITEMS]
    )
    return press.chromium(page(css, body, "zh-HK")), advice(VICTORIA, truth)


DAJIA = customer(
    6006,
    "大甲精密工業股份有限公司",
    "cashier@dajia-precision.example",
    "zh",
    "TWD",
    days=60,
    zone="Asia/Taipei",
)
DAJIA_ITEMS = items(DAJIA, "NT26-00881 2026-09-10 126000.00")


@document(
    "dajia-huikuan",
    "zh",
    "reportlab",
    "one invoice",
    "Taiwan: 匯款通知單, year of the Republic, 匯費內扣",
)
def dajia() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 420.9))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 15)
    paper.drawCentredString(297, 385, "匯 款 通 知 單")
    paper.setFont(font, 10)
    pairs = (
        ("受款廠商", "諾維恩儀器股份有限公司"),
        ("匯款日期", "115年11月10日"),
        ("發票號碼", "NT26-00881"),
        ("應付金額", "NT$126,000"),
        ("減:匯費(內扣)", "NT$30"),
        ("實匯金額", "NT$125,970"),
        ("受款銀行", "範例商業銀行 台中分行"),
        ("匯款編號", "DJ1151110-07"),
    )
    for n, (label, value) in enumerate(pairs):
        y = 345 - 28 * n
        paper.rect(70, y - 9, 130, 28)
        paper.rect(200, y - 9, 320, 28)
        paper.drawString(80, y, label)
        paper.drawString(212, y, value)
    paper.drawString(70, 95, "大甲精密工業股份有限公司 財務部出納組    統一編號 99044177")
    paper.setFont(font, 8)
    paper.drawString(70, 75, "本通知由系統自動發送,如有疑問請洽 04-2600-4417 分機 117。")
    truth = paid(
        DAJIA.name,
        "125970.00",
        "TWD",
        "2026-11-10",
        "wire",
        "DJ1151110-07",
        [("NT26-00881", "125970.00", "0.00", "30.00", "匯費")],
    )
    return press.finish(paper), advice(DAJIA, truth)


TIANHE = customer(6007, "天河电缆厂", "caiwu@tianhe-cable.example", "zh", "CNY", days=90, zone=ZONE)
TIANHE_ITEMS = items(
    TIANHE,
    """
    20418806 2026-07-22 120000.00
    20418814 2026-08-11 80000.00
    """,
)


@document(
    "tianhe-chengdui",
    "zh",
    "libreoffice",
    "draft",
    "银行承兑汇票付款通知: ledger of one bill and what it settles",
)
def tianhe() -> tuple[bytes, Truth]:
    i = TIANHE_ITEMS
    rows: list[Sequence[object]] = [
        [("天河电缆厂", "lbc", 4)],
        [("电子银行承兑汇票背书转让通知", "bc", 4)],
        [""],
        [("诺维恩仪器(苏州)有限公司:贵司货款已以下列票据支付,请及时签收。", "", 4)],
        [""],
        [("票据(包)号", "gx"), ("530199900417820261028004417331", "x", 3)],
        [("子票区间", "gx"), ("1-20000000", "x", 3)],
        [("票据金额", "gx"), ("200,000.00元", "x"), ("大写", "gx"), ("贰拾万元整", "x")],
        [("出票日", "gx"), ("2026-10-28", "x"), ("到期日", "gx"), ("2027-04-28", "x")],
        [("承兑人", "gx"), ("示范农商银行广州分行", "x"), ("背书日期", "gx"), ("2026-11-02", "x")],
        [""],
        [("抵付发票", "gbx"), ("开票日期", "gbx"), ("发票金额", "gbxr"), ("本次抵付", "gbxr")],
        *[[(x.said, "x"), (f"{x.issued}", "x"), (en(x.amount), "xr"), (en(x.amount), "xr")] for x in i],
        [("合计", "bx", 2), ("200,000.00", "bxr"), ("200,000.00", "bxr")],
        [""],
        [("财务科  2026年11月2日", "r", 4)],
    ]
    source = sheet(rows, (3.2, 5, 3.6, 4.6), font="WenQuanYi Micro Hei")
    truth = paid(
        TIANHE.name,
        "200000.00",
        "CNY",
        "*",
        "draft",
        "530199900417820261028004417331",
        [(x.no, x.amount) for x in i],
        due="2027-04-28",
    )
    return press.office(source, ".fods"), advice(TIANHE, truth)
