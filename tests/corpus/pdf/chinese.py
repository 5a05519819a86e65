"""付款通知书 and tables of the mainland."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import capital, en
from tests.corpus.pdf.sheets import page, row, sheet, table

ZONE = "Asia/Shanghai"
XINHE = customer(
    6001,
    "无锡新禾水务股份有限公司",
    "zijin@xinhe-water.example",
    "zh",
    "CNY",
    days=60,
    zone=ZONE,
    aliases="新禾水务",
)
XINHE_ITEMS = items(
    XINHE,
    """
    20417733 2026-08-18 56500.00
    20417741 2026-08-26 11300.00
    20417758 2026-09-04 8475.00
    """,
)


@document(
    "xinhe-fukuan-tongzhi",
    "zh",
    "chromium",
    "erp advice",
    "付款通知书: 8-digit invoices, tax rate column, stamp at the foot",
)
def xinhe() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:20mm} *{font-weight:normal!important} body{font:12px/1.8 "WenQuanYi Micro Hei"} h1{text-align:center;color:#b00;border-bottom:2px solid #b00;font-size:22px}
    table{width:100%;border-collapse:collapse} td,th{border:1px solid #333;padding:1.5mm;text-align:center} .st{position:absolute;right:30mm;border:2px solid #d22;color:#d22;border-radius:50%;padding:9mm 5mm}"""
    rates = ("13%", "6%", "13%")
    rows = [
        (n, i.said, f"{i.issued:%Y.%m.%d}", r, en(i.amount), en(i.amount))
        for n, (i, r) in enumerate(zip(XINHE_ITEMS, rates, strict=True), 1)
    ]
    body = (
        "<h1>无锡新禾水务股份有限公司</h1><h2 style='text-align:center'>付款通知书</h2><p>编号:XH付[2026]第1107号</p><p>诺维恩仪器(苏州)有限公司:</p>"
        "<p>&emsp;&emsp;我司已于2026年11月5日以网银电汇方式向贵司支付货款人民币76,275.00元(大写:柒万陆仟贰佰柒拾伍元整),明细如下,请查收并核销。</p>"
        + table(
            ("序号", "发票号码", "开票日期", "税率", "价税合计(元)", "本次付款(元)"),
            rows,
            foot=row(("合计", "", "", "", "76,275.00", "76,275.00")),
        )
        + "<p>联系人:计划财务部 吴会计 &emsp;0510-8000 4417</p><div class='st'>财务专用章</div><p style='text-align:right;margin-top:14mm'>二〇二六年十一月五日</p>"
    )
    assert capital("76275") == "柒万陆仟贰佰柒拾伍元整"
    truth = paid(
        XINHE.name,
        "76275.00",
        "CNY",
        "2026-11-05",
        "wire",
        "XH付[2026]第1107号",
        [(i.no, i.amount) for i in XINHE_ITEMS],
    )
    return press.chromium(page(css, body, "zh-CN")), advice(XINHE, truth)


LUOSHUI = customer(
    6002, "洛水重型装备集团有限公司", "fukuan@luoshui-zz.example", "zh", "CNY", days=90, zone=ZONE
)
LUOSHUI_ITEMS = items(
    LUOSHUI,
    """
    26412000000088120417 2026-07-09 230000.00
    26412000000088120433 2026-07-21 96480.00
    26412000000088120458 2026-08-03 45200.00
    26412000000088120466 2026-08-12 113000.00
    26412000000088120471 2026-08-19 7910.00 as=2641_2000_0000_8812_0471
    """,
)


@document(
    "luoshui-mingxibiao",
    "zh",
    "libreoffice",
    "erp advice",
    "付款明细表: landscape sheet, 应付 / 已付 / 本次付款 / 未付 columns",
)
def luoshui() -> tuple[bytes, Truth]:
    i = LUOSHUI_ITEMS
    heads = ("序号", "数电发票号码", "合同编号", "应付金额", "已付金额", "本次付款", "未付余额", "备注")
    data = (
        (i[0], "LZ-25-118", "100,000.00", "130,000.00", "0.00", ""),
        (i[1], "LZ-25-118", "0.00", "96,480.00", "0.00", ""),
        (i[2], "LZ-26-007", "0.00", "20,000.00", "25,200.00", "分期"),
        (i[3], "LZ-26-007", "0.00", "0.00", "113,000.00", "下月"),
        (i[4], "LZ-26-019", "0.00", "7,910.00", "0.00", "备件"),
    )
    rows: list[Sequence[object]] = [
        [("洛水重型装备集团有限公司供应商付款明细表", "lbc", 8)],
        [
            ("供应商:诺维恩仪器(苏州)有限公司", "", 3),
            ("付款日期:2026-11-12", "", 2),
            ("付款方式:转账", ""),
            ("单位:人民币元", "r", 2),
        ],
        [(h, "gbxc") for h in heads],
        *[
            [
                (str(n), "xc"),
                (x.said, "x"),
                (c, "x"),
                (en(x.amount), "xr"),
                (a, "xr"),
                (b, "xr"),
                (d, "xr"),
                (e, "x"),
            ]
            for n, (x, c, a, b, d, e) in enumerate(data, 1)
        ],
        [
            ("合计", "bxc", 3),
            ("492,590.00", "bxr"),
            ("100,000.00", "bxr"),
            ("254,390.00", "bxr"),
            ("138,200.00", "bxr"),
            ("", "x"),
        ],
        [("制表:郑敏", "", 2), ("复核:田野", "", 2), ("付款单号:LSFK2611-0082", "", 4)],
    ]
    source = sheet(rows, (1.3, 5.2, 2.8, 3.2, 3.2, 3.2, 3.2, 2), font="Noto Sans CJK SC", landscape=True)
    lines = [(i[0].no, "130000.00"), (i[1].no, "96480.00"), (i[2].no, "20000.00"), (i[4].no, "7910.00")]
    truth = paid(LUOSHUI.name, "254390.00", "CNY", "2026-11-12", "wire", "LSFK2611-0082", lines)
    return press.office(source, ".fods"), advice(LUOSHUI, truth)


YANZHOU = customer(
    6003, "燕洲港务工程有限责任公司", "gongying@yanzhou-port.example", "zh", "CNY", days=60, zone=ZONE
)
YANZHOU_ITEMS = items(
    YANZHOU,
    """
    26132000000077410088 2026-08-07 339000.00
    26132000000077410095 2026-08-15 67800.00
    """,
)


@document(
    "yanzhou-zhiliang-koukuan",
    "zh",
    "weasyprint",
    "deductions",
    "结算付款单: 质保金 and 质量扣款 columns with reasons below",
)
def yanzhou() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} body{font:10pt "WenQuanYi Micro Hei"} table{width:100%;border-collapse:collapse;margin:5mm 0} th{border-top:1.5pt solid;border-bottom:0.7pt solid;padding:1.5mm}
    td{padding:1.5mm;text-align:center} tfoot td{border-top:0.7pt solid;border-bottom:1.5pt solid} h2{text-align:center;letter-spacing:4pt}"""
    i = YANZHOU_ITEMS
    rows = [
        (i[0].said, "339,000.00", "16,950.00", "2,050.00", "320,000.00"),
        (i[1].said, "67,800.00", "3,390.00", "0.00", "64,410.00"),
    ]
    body = (
        "<h2>工程物资结算付款单</h2><p>收款单位:诺维恩仪器(苏州)有限公司 &emsp;&emsp; 单号:YZJS-2610-117 &emsp;&emsp; 支付日期:2026/10/30</p>"
        + table(
            ("发票号码", "发票金额", "质保金5%", "质量扣款", "实付金额"),
            rows,
            foot=row(("合计", "406,800.00", "20,340.00", "2,050.00", "384,410.00")),
        )
        + "<p>说明:质保金待质保期满后无息支付;质量扣款系流量计2台外壳锈蚀(见质检单QC-2609-31)。</p><p>付款方式:银行转账(已支付) &emsp; 金额单位:人民币元</p><p>燕洲港务工程有限责任公司 物资部 &emsp; 经办:苗青 &emsp; 财务:许倩</p>"
    )
    lines = [
        (i[0].no, "320000.00", "0.00", "19000.00", "质保金5%;质量扣款"),
        (i[1].no, "64410.00", "0.00", "3390.00", "质保金5%"),
    ]
    truth = paid(YANZHOU.name, "384410.00", "CNY", "2026-10-30", "wire", "YZJS-2610-117", lines)
    return press.weasyprint(page(css, body, "zh-CN")), advice(YANZHOU, truth)
