"""What the sixteenth set has attached: slips of eight banks more, vouchers of ledger programs, lists, letters."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, grid, print_html
from tests.corpus.mail.sheets import letter, xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.pdf import press

NOTO = "Noto Sans CJK SC"
SERIF = "Noto Serif CJK SC"
TRADITIONAL = "澄澤傳動科技（無錫）有限公司"


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def trades_bank() -> bytes:
    """A bank of trade: parties in two columns, the posting and its code below."""
    rows: list[Any] = [
        [("付款人", "rowspan=3"), "户名", NAMES["ZQ01"], ("收款人", "rowspan=3"), "户名", US],
        ["账号", "0408 0141 0930 0117 702", "账号", OUR_ACCOUNT],
        ["开户银行", "渤海工业银行沧州新华支行", "开户银行", OUR_BANK],
        ["金额", ("76,400.00元", "colspan=2"), "金额（大写）", (f"人民币 {capital('76400')}", "colspan=2")],
        ["摘要", ("货款", "colspan=2"), "业务（产品）种类", ("跨行发报", "colspan=2")],
        ["用途", (f"发票{vat('81110017')}", "colspan=5")],
        ["交易流水号", ("41770233", "colspan=2"), "时间戳", ("2026-11-03-10.42.17.702118", "colspan=2")],
        [
            (
                "备注：附言：弯管机减速机 支付交易序号：77020418 报文种类：网银贷记业务 委托日期：2026-11-03 业务种类：普通汇兑",
                "colspan=6",
            )
        ],
        [
            (
                "验证码：kR7f0Bq2ZtL41m9cXw=　　记账网点 00170　　记账柜员 00023　　记账日期 2026年11月03日",
                "colspan=6",
            )
        ],
    ]
    return print_html(
        "<h3>网上银行电子回单</h3><p>电子回单号码：0017-7023-3418-0904</p>"
        + grid(rows)
        + "<p>重要提示：1.如果您是收款方，请到银行网站电子回单验证处进行验证。2.本回单不作为收款方发货依据，并请勿重复记账。</p>"
        "<p style='text-align:right'>打印日期：2026年11月03日</p>",
        font=NOTO,
    )


def merchants_bank() -> bytes:
    """A bank of merchants: no ruling, pairs with colons in two columns."""
    book = press.fpdf(orientation="landscape", format="A5")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=13)
    book.cell(0, 10, "付款回单", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8.5)
    for left, right in (
        ("日期：2026年11月06日", "业务编号：G41770233ABG7"),
        ("付款账号：531900417702601", "收款账号：" + OUR_ACCOUNT),
        ("付款户名：" + NAMES["ZQ04"], "收款户名：" + US),
        ("付款开户行：沂蒙招远银行临沂分行", "收款开户行：" + OUR_BANK),
        ("业务类型：网银对公支付", "回单个性化信息："),
        ("金额：CNY91,500.00", ""),
        ("金额大写：" + capital("91500"), ""),
        (f"摘要：付{vat('82210019')}及{vat('82210027')}减速电机款", ""),
        ("经办：wangcw01", "第1次打印"),
        ("交易流水：C0417702601AH7Z", "回单验证码：7F2C41A9"),
    ):
        book.cell(95, 8, left)
        book.cell(95, 8, right, new_x="LMARGIN", new_y="NEXT")
    return bytes(book.output())


def country_terminal() -> bytes:
    """A country bank's machine: a narrow slip of lines."""
    paper = press.canvas((260, 430))
    font = press.reader_font("STSong-Light")
    paper.setFont(font, 12)
    paper.drawCentredString(130, 400, "湄洲农商银行")
    paper.setFont(font, 9)
    paper.drawCentredString(130, 382, "自助回单　借方回单")
    for n, row in enumerate(
        (
            "打印时间：2026/11/10 16:20:03",
            "交易时间：2026/11/10 15:51:40",
            "流水号：417702330091",
            "付款人：" + NAMES["ZQ14"],
            "账　号：9040 2120 1001 0004 1770",
            "收款人：" + US,
            "账　号：" + OUR_ACCOUNT,
            "金　额：12,275.00",
            "大　写：" + capital("12275"),
            "手续费：0.00",
            "摘　要：跨行转账",
            "备　注：20880517/20880524货款",
            "网点：90402　柜员：ZZ0017",
        )
    ):
        paper.drawString(20, 350 - 24 * n, row)
    return press.finish(paper)


def city_bank() -> bytes:
    """A bank of a coast province: label cells in grey, the message of the payer at the foot."""
    rows: list[Any] = [
        [("回单编号", "class=l"), "20261105ZS0417702", ("交易时间", "class=l"), "2026-11-05 09:12:55"],
        [("付款方", "class=l"), NAMES["ZQ06"], ("收款方", "class=l"), US],
        [("付款卡/账号", "class=l"), "3310 0100 1012 0100 417702", ("收款卡/账号", "class=l"), OUR_ACCOUNT],
        [("交易币种", "class=l"), "人民币元", ("交易渠道", "class=l"), "企业网银"],
        [("发生额", "class=l"), "27,600.00", ("借贷方向", "class=l"), "借（支出）"],
        [("大写", "class=l"), capital("27600"), ("回单类型", "class=l"), "汇款汇出"],
        [("交易附言", "class=l"), ("XJ-2609-A03 电机款", "colspan=3")],
    ]
    return print_html(
        "<h3>浙海商业银行　业务回单（付款）</h3>" + grid(rows),
        css="table{border-collapse:collapse;width:100%}td{border:1px solid #999;padding:6px}.l{background:#eee;width:16%}",
        font=SERIF,
        size="A4 landscape",
    )


def wire_form() -> bytes:
    """The paper form of a transfer order, filled by a clerk and stamped: digits in boxes of their own."""
    digits = ["", "", "", "", "¥", "8", "6", "4", "0", "0", "0"]
    heads = ["亿", "千", "百", "十", "万", "千", "百", "十", "元", "角", "分"]
    rows: list[Any] = [
        [
            ("汇款人", "rowspan=3"),
            "全　称",
            NAMES["ZQ02"],
            ("收款人", "rowspan=3"),
            "全　称",
            (US, "colspan=11"),
        ],
        ["账　号", "1920 4101 0477 02", "账　号", (OUR_ACCOUNT, "colspan=11")],
        ["汇出地点", "浙江省湖州市", "汇入地点", ("江苏省无锡市", "colspan=11")],
        [
            ("汇出行名称", "colspan=2"),
            "苕溪银行南浔支行",
            ("汇入行名称", "colspan=2"),
            (OUR_BANK, "colspan=11"),
        ],
        [
            ("金额", "rowspan=2"),
            (f"人民币（大写）　{capital('8640')}", "rowspan=2 colspan=4"),
            *heads,
        ],
        digits,
        [
            ("汇出行签章<br>苕溪银行南浔支行 2026.11.05 转讫", "colspan=5 rowspan=2"),
            ("支付密码 ****", "colspan=11"),
        ],
        [("附加信息及用途：货款 票号15730221", "colspan=11")],
    ]
    return print_html(
        "<h3>苕溪银行　电汇凭证（回单）　　1</h3><p>☑普通　☐加急　　　委托日期　2026年11月05日</p>"
        + grid(rows)
        + "<p>复核　　　　记账</p>",
        font=NOTO,
        size="A4 landscape",
    )


def endorsed() -> bytes:
    """What a bank's bill pages show after an endorsement has been signed for."""
    parts = (
        (
            "票据信息",
            [
                ["票据（包）号", "530645101007720260918004177023", "子票区间", "1-14300000"],
                ["票据种类", "银行承兑汇票", "票据（包）金额", "143,000.00"],
                ["出票日期", "2026-09-18", "汇票到期日", "2027-03-18"],
                ["出票人", "青岛鲁港钢构有限公司", "承兑人", "胶澳银行股份有限公司"],
                ["能否转让", "可再转让", "票据状态", "已背书 - 可流通"],
            ],
        ),
        (
            "背书信息",
            [
                ["业务类型", "转让背书", "背书日期", "2026-11-09"],
                ["背书人名称", NAMES["ZQ13"], "被背书人名称", US],
                ["被背书人账号", OUR_ACCOUNT, "签收日期", "2026-11-09"],
                ["备注", f"支付{vat('84410011')}货款", "处理结果", "对方已签收"],
            ],
        ),
    )
    body = "".join(f"<h4>{title}</h4>" + grid(rows) for title, rows in parts)
    return print_html("<h3>新一代票据业务　背书转让回单</h3>" + body, font=NOTO)


def traders_bills(book: Any) -> None:
    """Two bills of a trader for one invoice."""
    tab = book.add_worksheet("票据清单")
    for n, row in enumerate(
        (
            ["青山铝业装备 商业承兑汇票开具清单"],
            ["收票单位：" + US, "", "", "", "制单日期：2026-11-12"],
            ["序号", "票据（包）号", "票面金额（元）", "出票日", "到期日", "承兑人", "用途/发票号"],
            [
                1,
                "230219100417720261112000417081",
                100000.00,
                "2026-11-12",
                "2027-05-12",
                NAMES["ZQ03"],
                "CZ26004117",
            ],
            [
                2,
                "230219100417720261112000417099",
                82000.00,
                "2026-11-12",
                "2027-05-12",
                NAMES["ZQ03"],
                "CZ26004117",
            ],
            ["", "合计", 182000.00],
        )
    ):
        tab.write_row(n, 0, row)


def printed_voucher() -> bytes:
    """A voucher of payment as a ledger program prints it, with what it clears."""
    head = (
        ("单据编号", "0000004177", "日　　期", "2026-11-11", "供应商", US),
        ("结算方式", "网银转账", "结算科目", "10020103 银行存款", "币　种", "人民币"),
        ("金　　额", "136,300.00", "本币金额", "136,300.00", "票据号", "20261111-0233"),
        ("供应商银行", OUR_BANK, "供应商账号", OUR_ACCOUNT, "业务员", "阚"),
    )
    rows: list[Any] = [
        ["款项类型", "单据类型", "单据编号", "单据日期", "到期日", "原币金额", "原币余额", "本次结算"],
        [
            "应付款",
            "采购发票",
            "DJ2609-011",
            "2026-09-05",
            "2026-11-04",
            "89,000.00",
            "89,000.00",
            "89,000.00",
        ],
        [
            "应付款",
            "采购发票",
            "DJ2609-024",
            "2026-09-23",
            "2026-11-22",
            "47,300.00",
            "47,300.00",
            "47,300.00",
        ],
        [("合计", "colspan=5"), "136,300.00", "136,300.00", "136,300.00"],
    ]
    return print_html(
        f"<h3>付款单</h3><p>{NAMES['ZQ12']}　　　　　　　　　打印模版：AP49付款单打印模版</p>"
        + grid(head)
        + "<p>核销明细</p>"
        + grid(rows)
        + "<p>录入人：牟　　审核人：单　　核销人：牟　　核销日期：2026-11-11</p>",
        font=SERIF,
        size="A4 landscape",
    )


def payment_list(book: Any) -> None:
    """A payment document with its rows, exported from a ledger program's list."""
    tab = book.active
    tab.title = "付款单#单据体"
    for row in (
        ["单据编号", "业务日期", "收款单位", "结算方式", "我方银行", "摘要", "源单类型", "源单编号", "应付金额", "折后金额", "手续费", "实付金额"],
        ["FKD00041770", date(2026, 11, 6), US, "网银", "乌蒙银行七星关支行", "8月货款", "应付单", vat("83310015"), 118000.0, 118000.0, 12.5, 118000.0],
        ["FKD00041770", date(2026, 11, 6), US, "网银", "乌蒙银行七星关支行", "9月货款", "应付单", vat("83310023"), 64500.0, 64500.0, 0.0, 64500.0],
        ["合计", None, None, None, None, None, None, None, 182500.0, 182500.0, 12.5, 182500.0],
    ):  # fmt: skip
        tab.append(row)


def advice_of_program() -> bytes:
    """An advice from a large program: text in columns, a minus behind the figure."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=9)
    for text in (
        NAMES["ZQ03"],
        "包头市青山区装备制造园区",
        "",
        US,
        "供应商编号：0000104177",
        "",
        "付款通知　　凭证编号 2000004177 / 日期 2026.11.17",
        "",
        "尊敬的供应商：",
        "我们已通过银行转账支付以下款项至贵方账户 " + OUR_ACCOUNT + "：",
        "",
    ):
        book.cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    for cells in (
        ("凭证", "参照", "凭证日期", "总额", "扣减", "净额"),
        ("5105604177", "CZ26004263", "2026.09.10", "96,400.00", "0.00", "96,400.00"),
        ("5105604209", "CZ26004391", "2026.10.09", "58,300.00", "0.00", "58,300.00"),
        ("5105604233", "CZ26004408", "2026.10.20", "2,600.00-", "0.00", "2,600.00-"),
        ("合计", "", "", "152,100.00", "0.00", "152,100.00"),
    ):
        for n, cell in enumerate(cells):
            book.cell(31, 7, cell, align="R" if n > 2 else "L")
        book.ln()
    book.ln(4)
    for text in ("付款凭证　　　币种　　　金额", "2000004177　　　CNY　　　152,100.00"):
        book.cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")
    return bytes(book.output())


BATCH = [
    ["批次号", "20261110-0417702", "付款账号", "1404 0417 7020 18", "付款户名", NAMES["ZQ05"]],
    ["总笔数", "4", "总金额", "16,385.00", "成功笔数", "3", "失败笔数", "1"],
    ["序号", "收款账号", "收款户名", "收款行", "金额", "用途", "处理状态", "失败原因"],
    ["1", OUR_ACCOUNT, US, OUR_BANK, "3,180.00", "90550312货款", "成功", ""],
    ["2", "6217 0041 7702 33", "三明市梅列区顺达物流部", "列西银行", "2,480.00", "10月运费", "成功", ""],
    ["3", OUR_ACCOUNT, US, OUR_BANK, "4,725.00", "90550329货款", "成功", ""],
    ["4", "1404 0331 7711", "沙县金刚砂轮有限公司", "虬江银行", "6,000.00", "货款", "失败", "收款户名不符"],
]


def with_rebate(book: Any) -> None:
    """A settlement: two invoices, the year's bonus off below."""
    tab = book.active
    tab.title = "结算付款"
    for row in (
        ["东极农机 供应商结算付款表"],
        ["供应商", US, None, "付款日期", date(2026, 11, 18)],
        ["发票号", "品名", "价税合计", "应付金额", "备注"],
        ["DJ2610-008", "减速机", 36500.0, 36500.0, None],
        ["DJ2610-019", "配件", 14200.0, 14200.0, None],
        ["小计", None, 50700.0, 50700.0, None],
        ["减：2026年度采购返利", None, None, -1500.0, "按年度协议第6条"],
        ["实付金额", None, None, 49200.0, "已网银支付"],
    ):
        tab.append(row)


def entrusted() -> bytes:
    """A letter: another firm of the group has paid for the customer."""
    return letter(
        ("委托付款说明", f"{US}："),
        (
            ("委托方", NAMES["ZQ06"]),
            ("受托付款方", "江西信江控股集团有限公司"),
            ("付款日期", "2026年11月16日"),
            ("付款金额", "人民币15,480.00元"),
            ("对应发票", "XJ-2609-A17"),
        ),
        (
            "我司因账户年检，委托集团公司向贵司支付上述货款，款项已于2026年11月16日汇出。该款项视同我司支付，请贵司冲减我司应付账款，由此产生的一切责任由我司承担。",
            NAMES["ZQ06"] + "（公章）",
            "2026年11月16日",
        ),
    )


def hk_credit() -> bytes:
    """Hong Kong: an advice of an autopay credit, in two languages."""
    paper = press.canvas((520, 420))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 13)
    paper.drawString(40, 385, "利民廚具工程有限公司 Lee Man Kitchen Engineering Ltd.")
    paper.setFont(font, 9)
    for n, row in enumerate(
        (
            (("40", "付款通知書 PAYMENT ADVICE"), ("340", "編號 No.: PA26-0417")),
            (("40", "致 To: " + TRADITIONAL), ("340", "日期 Date: 10-Nov-2026")),
            (("40", "付款方法 Payment Method: 銀行自動轉賬 Direct Credit"),),
            (("40", "入賬日期 Value Date: 11-Nov-2026"), ("340", "入賬戶口 A/C: " + OUR_ACCOUNT)),
            (("40", "發票日期"), ("140", "發票編號"), ("280", "項目"), ("420", "金額 (HKD)")),
            (("40", "10-Sep-2026"), ("140", "CZ-H2609-112"), ("280", "爐具馬達"), ("420", "11,850.00")),
            (("40", "09-Oct-2026"), ("140", "CZ-H2610-115"), ("280", "抽風機皮帶輪"), ("420", "6,420.00")),
            (("280", "總額 Total"), ("420", "18,270.00")),
            (("40", "此乃電腦列印文件，毋須簽署。"),),
        )
    ):
        for x, text in row:
            paper.drawString(float(x), 345 - 30 * n, text)
    return press.finish(paper)


def notice_letter() -> bytes:
    """A Word notice with words and figures of the sum."""
    return letter(
        ("付款通知书", "编号：BHWG-FK-2026-117", f"收款单位：{US}"),
        (
            ("序号", "数电发票号码", "发票金额（元）", "付款金额（元）"),
            ("1", vat("81110025"), "31,850.00", "31,850.00"),
            ("2", vat("81110033"), "44,600.00", "44,600.00"),
            ("合计", "", "76,450.00", "76,450.00"),
        ),
        (
            "金额大写：" + capital("76450"),
            "上述款项我司已于2026年11月19日以电汇方式付出，请查收并开具收据。",
            NAMES["ZQ01"] + "　财务部",
        ),
    )


REQUEST: list[list[Any]] = [
    ["付款申请单"],
    ["申请日期", "2026-11-18", "申请部门", "采购部", "申请人", "戚"],
    ["收款单位", US, None, "收款账号", OUR_ACCOUNT],
    ["付款事由", "10月减速机货款", None, "发票号", vat("81110041")],
    ["申请金额（小写）", 12700.0, None, "大写", capital("12700")],
    ["部门负责人", "同意", "财务审核", "同意", "总经理", None],
    ["出纳付款", None, None, "付款日期", None],
]


def statement_signed() -> bytes:
    """Our statement, returned with the customer's seal: it agrees."""
    rows: list[Any] = [
        ["开票日期", "发票号码", "开票金额", "已收款", "未收款"],
        ["2026-09-18", vat("84410029"), "72,800.00", "0.00", "72,800.00"],
        ["2026-10-13", vat("84410037"), "55,600.00", "0.00", "55,600.00"],
        ["2026-10-23", vat("84410045"), "-3,800.00", "0.00", "-3,800.00"],
        [("应收余额", "colspan=4"), "124,600.00"],
    ]
    return print_html(
        f"<h3>客户对账单</h3><p>客户：{NAMES['ZQ13']}　　截止日期：2026年10月31日　　单位：元</p>"
        + grid(rows)
        + f"<p>供方：{US}（盖章）</p><h4>对账单回签</h4><p>上述账目经我方核对：☑ 核对无误　☐ 不符</p>"
        f"<p style='text-align:right'>需方：{NAMES['ZQ13']}（财务专用章）<br>2026年11月6日</p>",
        font=SERIF,
    )


ORDER: list[list[Any]] = [
    ["采购订单"],
    ["订单号", "NX-PO-261117", None, "供应商", US],
    ["物料编码", "名称规格", "数量", "含税单价", "含税金额", "交货日期"],
    ["DJ-0417", "蜗轮减速机 WPA80", 6.0, 1380.0, 8280.0, date(2026, 12, 10)],
    ["DJ-0702", "联轴器", 12.0, 115.0, 1380.0, date(2026, 12, 10)],
    ["合计", None, None, None, 9660.0, None],
    ["付款方式：货到票到30天付款"],
]

GOODS_IN = [
    ["入库单号", "入库日期", "供应商", "物料", "数量", "暂估金额", "对应发票"],
    ["RK-2611-041", "2026-11-12", US, "减速电机", "2", "1395.00", "90550343"],
    ["RK-2611-055", "2026-11-16", US, "蜗杆", "10", "2640.00", "未到票"],
    ["合计", "", "", "", "12", "4035.00", ""],
]


def refused_by_bank() -> bytes:
    """Hong Kong: a bank's page of a transfer that was refused."""
    paper = press.canvas((420, 380))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 13)
    paper.drawString(40, 345, "商業網上理財　轉賬交易結果")
    paper.setFont(font, 9)
    for n, row in enumerate(
        (
            "交易編號　　N1118041770233",
            "支賬戶口　　裕華洗衣設備有限公司 012-417-7-023301",
            "收款人　　　" + TRADITIONAL,
            "轉賬金額　　HKD 12,400.00",
            "指示日期　　2026/11/18",
            "附言　　　　CZ-H2610-127",
            "狀態　　　　被拒絕",
            "原因　　　　超出每日轉賬限額",
        )
    ):
        paper.drawString(40, 310 - 28 * n, row)
    return press.finish(paper)


SCHEDULE: list[list[Any]] = [
    ["宏昇輸送機械 應付帳款付款排程表"],
    ["廠商：" + TRADITIONAL],
    ["憑單號碼", "憑單日期", "金額", "預計付款日", "付款方式"],
    ["QK-30541039", "115/10/08", 57750.0, "115/12/05", "匯款"],
    ["合計", None, 57750.0, None, None],
]


def files() -> dict[str, bytes]:
    """The workbooks and letters, by the name that the cases know them by."""
    return {
        "bills": xlsx_writer(traders_bills),
        "list": xlsx_openpyxl(payment_list),
        "rebate": xlsx_openpyxl(with_rebate),
        "entrusted": entrusted(),
        "notice": notice_letter(),
        "request": xls("付款申请单", REQUEST),
        "order": xls("订单", ORDER),
        "schedule": xls("排程", SCHEDULE),
    }
