"""What the fourth set has attached: receipts, drafts, statements and lists, in layouts that the first three lack."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, grid, print_html
from tests.corpus.mail.sheets import xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.pdf import press
from tests.corpus.pdf.sheets import sheet


def vat(tail: str) -> str:
    """An invoice of the tax platform: year, province, twelve digits more."""
    return "263220000000" + tail


def stacked() -> bytes:
    """Payer above payee, each in three rows under one title; the balance of the payer stands at the end."""
    paper = press.canvas((595.3, 420))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 15)
    paper.drawCentredString(297, 390, "中垦信托银行对公客户付款回单")
    paper.setFont(font, 8.5)
    paper.drawString(40, 368, "机构：淮安清江浦支行")
    paper.drawString(240, 368, "交易日期：2026-10-08")
    paper.drawString(420, 368, "交易流水号：ZK0081006644")
    rows = [
        ("付款人", "名　称", NAMES["ZH35"]),
        ("", "账　号", "8110 5010 1270 0044 117"),
        ("", "开户行", "中垦信托银行淮安清江浦支行"),
        ("收款人", "名　称", US),
        ("", "账　号", OUR_ACCOUNT),
        ("", "开户行", OUR_BANK),
        ("金　额", "大　写", f"人民币{capital('58600')}"),
        ("", "小　写", "CNY 58,600.00"),
        ("摘　要", "", "网银跨行汇款"),
        ("用　途", "", f"{vat('81110117')}货款"),
        ("借贷标识", "", "借"),
        ("账户余额", "", "1,204,331.07"),
    ]
    for n, (party, label, value) in enumerate(rows):
        y = 340 - 22 * n
        paper.drawString(45, y, party)
        paper.drawString(115, y, label)
        paper.drawString(180, y, value)
        paper.line(40, y - 7, 555, y - 7)
    paper.drawString(
        40, 50, "打印时间：2026-10-09 08:31:20　　打印次数：1　　柜员：000088　　验证码：ZKXT-88F1-20C7"
    )
    return press.finish(paper)


def headed_columns() -> bytes:
    """A column for each party, each cell with its own labels."""
    rows: list[Any] = [
        [("汇 款 人", "style='text-align:center'"), ("收 款 人", "style='text-align:center'")],
        [f"全称：{NAMES['ZH57']}", f"全称：{US}"],
        ["账号：44050100417788", f"账号：{OUR_ACCOUNT}"],
        ["汇出行：光辉银行珠海横琴支行", f"汇入行：{OUR_BANK}"],
        [f"金额（大写）人民币{capital('70900')}", "金额（小写）￥70,900.00"],
        [f"附言：{vat('93030015')}+{vat('93030023')}", "业务种类：普通汇兑"],
        ["支付交易序号：20261019417", "手续费：0.00　邮电费：0.00"],
    ]
    return print_html(
        "<h2>光辉银行　汇兑往账凭证（回单）</h2><p style='text-align:right'>2026年10月19日</p>"
        + grid(rows)
        + "<p>复核：　　　　记账：　　　　　　银行盖章</p>",
        font="Noto Sans CJK SC",
        size="A5 landscape",
    )


def card() -> bytes:
    """As an app shows a transfer: the sum alone on top, with the sign of money out."""
    rows = [
        ("收款方", US),
        ("收款账号", f"{OUR_BANK} ({OUR_ACCOUNT[-4:]})"),
        ("付款方", NAMES["ZH38"]),
        ("付款账号", "云商银行 (0417)"),
        ("转账时间", "2026-10-21 15:40:09"),
        ("转账备注", vat("83300029")),
        ("业务流水号", "YS20261021154009000417"),
    ]
    made = "".join(f"<div class=r><span>{a}</span><b>{b}</b></div>" for a, b in rows)
    return print_html(
        "<h3>云商银行</h3><p style='text-align:center'>转账成功</p><h1>-54,320.00</h1>"
        + made
        + "<p style='font-size:7pt;color:#999'>本凭证仅供参考，不作为入账依据</p>",
        css=".r{display:flex;justify-content:space-between;padding:6px 0;border-bottom:1px solid #eee}.r span{color:#888}.r b{font-weight:normal}",
        size="110mm 180mm",
    )


SLIPS = (
    ("BK2610090001", US, OUR_ACCOUNT, "125,000.00", vat("84400015")),
    ("BK2610090002", "哈尔滨松北粮食烘干设备厂", "0801101040", "41,200.00", "烘干塔维修"),
    ("BK2610090003", US, OUR_ACCOUNT, "98,000.00", "付" + vat("84400023")),
    ("BK2610090004", "黑龙江冰城运输有限公司", "0801101777", "6,380.00", "运费"),
    ("BK2610090005", US, OUR_ACCOUNT, "20,000.00", "货款"),
)


def slips_on_pages() -> bytes:
    """Five slips on two pages, three of them to the seller."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    for n, (number, payee, account, amount, note) in enumerate(SLIPS):
        if n % 3 == 0:
            book.add_page()
        book.set_xy(12, 10 + 92 * (n % 3))
        book.set_font("w", size=12)
        book.cell(0, 8, "农垦银行　网上银行电子回单", align="C", new_x="LMARGIN", new_y="NEXT")
        book.set_font("w", size=8)
        book.cell(
            0,
            6,
            f"回单号：{number}　　　　记账日期：2026年10月09日　　　　币种：人民币",
            new_x="LMARGIN",
            new_y="NEXT",
        )
        for cells in (
            ("付款方户名", NAMES["ZH39"], "收款方户名", payee),
            ("付款方账号", "08012101040044170", "收款方账号", account),
            ("付款方开户行", "农垦银行总部支行", "收款方开户行", OUR_BANK if payee == US else "哈尔滨分行"),
            ("金额(大写)", capital(amount.replace(",", "")), "金额(小写)", amount),
            ("摘要", "转账支出", "用途", note),
        ):
            for cell, width in zip(cells, (24, 68, 24, 70), strict=True):
                book.cell(width, 9, cell, border=1)
            book.ln()
    return bytes(book.output())


def paying_in() -> bytes:
    """进账单 of a cheque, as a customer's clerk gets it back from the counter."""
    rows: list[Any] = [
        [("中珠银行　进账单（回单）　1", "lbc", 6)],
        [("2026 年 10 月 30 日", "c", 6)],
        [
            ("出票人", "x"),
            ("全称", "x"),
            (NAMES["ZH37"], "x"),
            ("收款人", "x"),
            ("全称", "x"),
            (US, "xw"),
        ],
        [("", "x"), ("账号", "x"), ("20031101040044", "x"), ("", "x"), ("账号", "x"), (OUR_ACCOUNT, "x")],
        [
            ("", "x"),
            ("开户银行", "x"),
            ("中山小榄支行", "x"),
            ("", "x"),
            ("开户银行", "x"),
            (OUR_BANK, "xs"),
        ],
        [("人民币（大写）", "x"), (capital("5210"), "x", 3), ("￥", "xr"), ("5,210.00", "xr")],
        [
            ("票据种类", "x"),
            ("转账支票", "x"),
            ("票据张数", "x"),
            ("1", "x"),
            ("票据号码", "x"),
            ("30118841", "x"),
        ],
        [("备注：00778123", "x", 6)],
        [("此联是开户银行交给持票人的回单", "s", 6)],
    ]
    return press.office(sheet(rows, (2.4, 1.6, 4.4, 1.4, 1.6, 5.0), font="WenQuanYi Micro Hei"), ".fods")


def treasury() -> bytes:
    """A public body pays through the treasury; its budget stands beside the sum."""
    rows: list[Any] = [
        [
            ("付<br>款<br>人", "rowspan=3"),
            "全　称",
            NAMES["ZH40"],
            ("收<br>款<br>人", "rowspan=3"),
            "全　称",
            US,
        ],
        ["账　号", "62010200417 零余额账户", "账　号", OUR_ACCOUNT],
        ["开户银行", "河陇银行城关支行", "开户银行", OUR_BANK],
        ["预算单位", "059001 城关区水务管理处", "支出功能分类", ("2130305 水利工程建设", "colspan=3")],
        ["年度预算指标", "1,200,000.00", "可用额度", ("640,000.00", "colspan=3")],
        ["支付金额", "186,000.00", "大写", (f"人民币{capital('186000')}", "colspan=3")],
        ["用途", ("水泵传动件采购款 发票号" + vat("85500019"), "colspan=5")],
    ]
    return print_html(
        "<h3>财政授权支付凭证（回单）</h3><p>凭证号：LZ-SQ-2610-0417　　支付日期：2026年10月20日　　资金性质：一般公共预算</p>"
        + grid(rows),
        size="A4 landscape",
    )


def finance_company() -> bytes:
    """The group's finance company pays for a member."""
    rows: list[Any] = [
        ["付款人户名", "中晋煤机集团财务有限责任公司", "收款人户名", US],
        ["付款人账号", "1401100410041", "收款人账号", OUR_ACCOUNT],
        ["成员单位户名", NAMES["ZH41"], "成员单位账号", "8801-0417"],
        ["币种/金额", "人民币 136,000.00", "大写金额", capital("136000")],
        ["业务类型", "代理支付", "交易时间", "2026/10/22 14:02:57"],
        ["附言", (f"代付货款 {vat('86600021')}", "colspan=3")],
        ["业务编号", ("CW20261022-00417", "colspan=3")],
    ]
    return print_html(
        "<h3>中晋煤机集团财务有限责任公司　业务回单</h3>" + grid(rows), font="Noto Serif CJK SC"
    )


def tt_advice() -> bytes:
    """A Hong Kong bank's advice of a transfer in dollars that an account in Hong Kong dollars was debited for."""
    paper = press.canvas((595.3, 480))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 13)
    paper.drawString(40, 445, "維港銀行 Victoria Harbour Bank")
    paper.setFont(font, 11)
    paper.drawString(40, 425, "匯出匯款通知書 OUTWARD REMITTANCE ADVICE")
    paper.setFont(font, 9)
    for n, (label, value) in enumerate(
        (
            ("日期 Date", "21 OCT 2026"),
            ("匯款編號 Our Ref", "OTT2610210417"),
            ("匯款人 By order of", "YIWU JIAHANG ORNAMENTS CO LTD"),
            ("收款人 Beneficiary", "CHENGZE DRIVES (WUXI) CO., LTD."),
            ("收款人戶口 Beneficiary A/C", OUR_ACCOUNT),
            ("匯款金額 Remittance Amount", "USD 16,220.00"),
            ("兌換率 Exchange Rate", "7.8200"),
            ("折算 Equivalent", "HKD 126,840.40"),
            ("手續費 Commission / Cable", "HKD 120.00"),
            ("扣賬金額 Total Debit", "HKD 126,960.40"),
            ("扣賬戶口 Debit A/C", "012-041-7-700417"),
            ("海外銀行收費 Charges", "OUR"),
            ("附言 Details of Payment", "INV CZE-26-101 CZE-26-108"),
        )
    ):
        paper.drawString(40, 390 - 22 * n, label)
        paper.drawString(230, 390 - 22 * n, value)
    paper.drawString(40, 70, "此乃電腦列印通知書，毋須簽署。 This is a computer-generated advice.")
    return press.finish(paper)


def namesake() -> bytes:
    """To another firm, whose name begins as the seller's."""
    rows: list[Any] = [
        ["付款户名", NAMES["ZH36"], "收款户名", "澄泽传动设备（常州）有限公司"],
        ["付款账号", "4200110041700", "收款账号", "3204110099887766"],
        ["金额", "￥88,000.00", "大写", capital("88000")],
        ["用途", "设备款", "交易日期", "2026-10-26"],
        ["流水号", "CH20261026-0417", "状态", "成功"],
    ]
    return print_html("<h3>九头鸟银行电子回单</h3>" + grid(rows))


def progress(book: Any) -> None:
    """What was due and paid before stands beside what is paid now."""
    tab = book.active
    tab.append(["胶澳海工 分包及采购付款进度表（2026年10月）"])
    tab.append(
        ["供应商", "合同号", "发票号", "合同额", "累计应付", "累计已付（不含本次）", "本次支付", "付款比例"]
    )
    tab.append([US, "JA-26-031", vat("88800010"), 1000000.0, 300000.0, 180000.0, 90000.0, "90%"])
    tab.append([US, "JA-26-047", vat("88800036"), 240000.0, 64000.0, 0, 51200.0, "80%"])
    tab.append(["合计", None, None, 1240000.0, 364000.0, 180000.0, 141200.0, None])
    tab.append(["付款日期：2026年10月28日", None, None, None, "付款方式：网银转账"])


TEN_THOUSANDS: list[list[Any]] = [
    ["红河矿冶供应商付款明细", None, None, None],
    ["付款日期：2026-10-30", None, None, "金额单位：万元"],
    ["单据编号", "结算金额", "本次付款", "备注"],
    ["HH-CZ-260815", 21.5, 21.5, "电汇"],
    ["HH-CZ-260910", 13.0, 10.4, "留20%"],
    ["合计", 34.5, 31.9, None],
]


def ten_thousands() -> bytes:
    return xls("付款", TEN_THOUSANDS)


CODES = (
    "序号,发票代码,发票号码,开票日期,不含税金额,税额,价税合计\r\n"
    "1,3200262130,00778101,2026-08-06,1734.51,225.49,1960.00\r\n"
    "2,3200262130,00778109,2026-08-20,3031.42,394.08,3425.50\r\n"
    "付款合计,,,,4765.93,619.57,5385.50\r\n"
)


def taxed(book: Any) -> None:
    tab = book.add_worksheet("明细")
    for n, row in enumerate(
        (
            ["西溪数控付款通知单", None, None, None, None],
            ["收款单位：" + US, None, None, "付款日期：", "2026-10-29"],
            ["发票号码", "不含税金额", "税率", "税额", "含税金额"],
            [vat("87700017"), 35398.23, "13%", 4601.77, 40000.00],
            [vat("87700033"), 13557.52, "13%", 1762.48, 15320.00],
            ["合计", 48955.75, None, 6364.25, 55320.00],
            ["人民币（大写）：" + capital("55320")],
        )
    ):
        tab.write_row(n, 0, row)


def agreed(book: Any) -> None:
    """Our statement, sent back with the customer's answer at its foot."""
    tab = book.active
    tab.append(["往来对账单"])
    tab.append([f"致：{NAMES['ZH36']}", None, None, "截止日期：2026年10月31日"])
    tab.append(["日期", "发票号", "应收金额", "已收金额", "余额"])
    balance = 0.0
    for day, tail, amount in (
        ("2026-07-28", "82200016", 260000.0),
        ("2026-08-25", "82200024", 145000.0),
        ("2026-09-22", "82200032", 88000.0),
        ("2026-10-12", "82200040", 32600.0),
    ):
        balance += amount
        tab.append([day, vat(tail), amount, None, balance])
    tab.append(["合计", None, balance, 0, balance])
    tab.append([])
    tab.append(["回签栏：☑ 以上数据核对无误　☐ 数据不符，差异说明：＿＿＿"])
    tab.append(["签章：楚汉轨道财务部　　经办人：彭晓　　日期：2026-11-05"])


def inquiry() -> bytes:
    """An auditor's request to confirm a balance."""
    body = (
        "<h2>往来款项询证函</h2><p style='text-align:right'>编号：LH-2026-0417</p>"
        f"<p>{US}：</p><p>　　本公司聘请的立衡会计师事务所正在对本公司2026年第三季度财务报表进行审计，按照中国注册会计师审计准则的要求，应当询证本公司与贵公司的往来账项等事项。"
        "下列信息出自本公司账簿记录，如与贵公司记录相符，请在本函下端“信息证明无误”处签章证明；如有不符，请在“信息不符”处列明。</p>"
    )
    table = grid(
        [
            ["截止日期", "贵公司欠", "欠贵公司", "备注"],
            ["2026年9月30日", "0.00", "268,500.00", "货款"],
            ["2026年9月30日", "20,000.00", "", "预付款"],
        ]
    )
    end = f"<p>　　本函仅为复核账目之用，并非催款结算。</p><p style='text-align:right'>{NAMES['ZH39']}<br>2026年10月30日</p>"
    return print_html(body + table + end)


def bill_of_payer(book: Any) -> None:
    """The customer's own wallet bill: one row of four is money to the seller."""
    tab = book.active
    for row in (
        ["微信支付账单明细"],
        ["微信昵称：[锦里食机小周]"],
        ["起始时间：[2026-11-01 00:00:00] 终止时间：[2026-11-10 23:59:59]"],
        ["共4笔记录"],
        ["收入：1笔 2000.00元"],
        ["支出：3笔 3388.60元"],
        [],
        ["----------------------微信支付账单明细列表--------------------"],
        [
            "交易时间",
            "交易类型",
            "交易对方",
            "商品",
            "收/支",
            "金额(元)",
            "支付方式",
            "当前状态",
            "交易单号",
            "商户单号",
            "备注",
        ],
    ):
        tab.append(row)
    for at, kind, other, what, side, amount, state, number in (
        (
            "2026-11-03 08:12:30",
            "商户消费",
            "蓉城快餐",
            "团餐",
            "支出",
            "¥268.60",
            "支付成功",
            "4200002700202611030417",
        ),
        (
            "2026-11-05 14:55:01",
            "转账",
            "澄泽传动",
            "转账备注:50916622货款",
            "支出",
            "¥3100.00",
            "对方已收钱",
            "1000050001202611050417",
        ),
        (
            "2026-11-06 10:01:00",
            "转账",
            "郫都豆瓣厂",
            "转账备注:设备尾款",
            "收入",
            "¥2000.00",
            "已存入零钱",
            "1000050001202611060417",
        ),
        (
            "2026-11-08 18:20:44",
            "商户消费",
            "停车场",
            "停车费",
            "支出",
            "¥20.00",
            "支付成功",
            "4200002700202611080417",
        ),
    ):
        tab.append(
            [
                datetime.fromisoformat(at),
                kind,
                other,
                what,
                side,
                amount,
                "零钱",
                state,
                number,
                "/",
                "/",
            ]
        )


def grouped(book: Any) -> None:
    """Two payments, each with its number, day and rows, and a sum below each."""
    tab = book.active
    tab.append(["桂柳电梯 10月付款台账（澄泽）"])
    tab.append(["付款单号", "付款日期", "单据号", "金额"])
    tab.append(["FK2610-07", date(2026, 10, 20), "GL-2609-011", 33600.0])
    tab.append(["FK2610-07", date(2026, 10, 20), "GL-2609-018", 17250.0])
    tab.append(["小计", None, None, 50850.0])
    tab.append(["FK2610-15", date(2026, 10, 27), "GL-2609-026", 8940.0])
    tab.append(["小计", None, None, 8940.0])
    tab.append(["合计", None, None, 59790.0])


def others_notice() -> bytes:
    """A notice to another supplier, that came to the seller by mistake."""
    rows: list[Any] = [
        ["发票号码", "发票日期", "金额（元）"],
        ["26332000000077120044", "2026-08-14", "23,100.00"],
        ["26332000000077120052", "2026-09-02", "40,900.00"],
        ["合计", "", "64,000.00"],
    ]
    return print_html(
        "<h2>付款通知书</h2><p>宁波东钱湖液压有限公司：</p><p>　　我司已于2026年10月28日向贵司账户（330201004417）支付货款64,000.00元，明细如下：</p>"
        + grid(rows)
        + f"<p style='text-align:right'>{NAMES['ZH44']}<br>2026年10月28日</p>"
    )


def collection() -> bytes:
    """托收凭证: the payer's bank paid what the seller had asked for through its own bank."""
    book = press.fpdf(orientation="landscape", format="A5")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=13)
    book.cell(0, 9, "托收凭证（付款通知）", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8)
    book.cell(
        0,
        7,
        "委托日期 2026 年 10 月 22 日　　　付款期限 2026 年 10 月 27 日",
        new_x="LMARGIN",
        new_y="NEXT",
    )
    for cells in (
        ("业务类型", "委托收款（电划）", "托收凭据名称", "商业发票"),
        ("付款人全称", NAMES["ZH54"], "收款人全称", US),
        ("付款人账号", "2201100100417", "收款人账号", OUR_ACCOUNT),
        ("付款人开户行", "春城银行汽开区支行", "收款人开户行", OUR_BANK),
        ("金额大写", capital("41300"), "金额小写", "￥41,300.00"),
        ("款项内容", "货款 " + vat("92020037"), "附寄单证张数", "2"),
        ("付款日期", "2026年10月27日", "银行盖章", "已付讫"),
    ):
        for cell, width in zip(cells, (26, 68, 26, 68), strict=True):
            book.cell(width, 9, cell, border=1)
        book.ln()
    return bytes(book.output())


def plan(book: Any) -> None:
    tab = book.active
    tab.append(["中晋煤机太原 对澄泽传动付款计划"])
    tab.append(["序号", "发票号码", "欠款金额", "计划付款日期", "计划付款金额"])
    tab.append([1, vat("86600013"), 420000.0, date(2026, 11, 30), 200000.0])
    tab.append([2, vat("86600013"), None, date(2026, 12, 20), 220000.0])
    tab.append([3, vat("86600039"), 99500.0, date(2027, 1, 15), 99500.0])
    tab.append(["合计", None, 519500.0, None, 519500.0])


def files() -> dict[str, bytes]:
    """The workbooks, by the name that the cases know them by."""
    return {
        "progress": xlsx_openpyxl(progress),
        "taxed": xlsx_writer(taxed),
        "agreed": xlsx_openpyxl(agreed),
        "bill": xlsx_openpyxl(bill_of_payer),
        "grouped": xlsx_openpyxl(grouped),
        "plan": xlsx_openpyxl(plan),
    }
