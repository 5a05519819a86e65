"""A second set, written before the reader was looked at and read only once the first had been mended."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import (
    capital,
    case,
    grid,
    html_lines,
    line,
    pdf,
    print_html,
    unpriced,
    whole,
    wire,
    wrapped,
)
from tests.corpus.chinese.wallets import BANK, LIN, ZHOU, credit
from tests.corpus.mail.clients import netease, plain_table, qq
from tests.corpus.mail.sheets import DOCX, XLSX, xlsx_openpyxl, xlsx_writer
from tests.corpus.mail.truth import ANY, dispute, pay, promise
from tests.corpus.mail.wire import attached, html
from tests.corpus.pdf import letters, press
from tests.corpus.pdf.sheets import sheet


def own_and_other() -> bytes:
    """From the payer's view: 本方 and 对方; 借 is money out."""
    rows: list[Any] = [
        ["本方户名", NAMES["ZH26"], "本方账号", "964001010004417"],
        ["对方户名", US, "对方账号", OUR_ACCOUNT],
        ["对方行名", OUR_BANK, "借贷标志", "借"],
        ["发生额", "47,800.00", "币种", "人民币"],
        ["大写", capital("47800"), "交易时间", "2026-10-13 08:55:10"],
        ["摘要", "网银跨行", "备注", "26642000000005550012"],
        ["交易流水号", "YC1013085500417", "凭证种类", "无"],
    ]
    return print_html(
        "<h3>邮通储蓄银行　账户交易电子回单</h3>"
        + grid(rows)
        + "<p>（本回单由系统生成，打印时间 2026-10-13 09:00:01）</p>",
        size="A5 landscape",
    )


def party_columns() -> bytes:
    rows: list[Any] = [
        ["", "付款人", "收款人"],
        ["户名", NAMES["ZH25"], US],
        ["账号", "362000110044170", OUR_ACCOUNT],
        ["开户银行", "赣江银行鹰潭支行", OUR_BANK],
    ]
    more: list[Any] = [
        ["交易金额", "RMB 86,000.00"],
        ["金额（大写）", "人民币" + capital("86000")],
        ["附言", "付发票88201401、88201415"],
        ["交易日期", "2026年10月14日"],
        ["回单号", "GJ261014-3300417"],
    ]
    return print_html("<h2>客户回单</h2>" + grid(rows) + "<br>" + grid(more))


def three_of_which_two() -> bytes:
    def one(no: str, payee: str, amount: str, note: str) -> str:
        return f"<h4>电子回单　　回单编号 {no}</h4>" + grid(
            [
                ["付款方", NAMES["ZH27"], "收款方", payee],
                ["金额", f"￥{amount}", "大写", capital(amount.replace(",", ""))],
                ["用途", note, "日期", "2026-10-20"],
            ]
        )

    return print_html(
        one("HN201", US, "4,980.00", "26462000000001230015")
        + one("HN202", "三亚湾印务有限公司", "1,260.00", "印刷费")
        + one("HN203", US, "3,300.00", "26462000000001230023")
    )


def spread() -> bytes:
    """Each letter set alone, labels spread wide."""
    paper = press.canvas((595.3, 320))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 9)

    def put(x: float, y: float, words: str, gap: float = 0) -> None:
        for letter in words:
            paper.drawString(x, y, letter)
            x += paper.stringWidth(letter, font, 9) + gap

    put(220, 290, "转账回单", 12)
    for n, (label, value) in enumerate(
        (
            ("付款人", NAMES["ZH29"]),
            ("付款账号", "2605 0110 4417"),
            ("收款人", US),
            ("收款账号", OUR_ACCOUNT),
            ("金额", "¥40,100.00"),
            ("金额大写", capital("40100")),
            ("日期", "2026-10-28"),
            ("流水号", "QC20261028A417"),
            ("附言", "26612000000066001115"),
        )
    ):
        put(60, 260 - 20 * n, label, 5)
        put(160, 260 - 20 * n, value)
    return press.finish(paper)


def received() -> bytes:
    rows: list[Any] = [
        ["收款人户名", US, "收款人账号", OUR_ACCOUNT],
        ["付款人户名", NAMES["ZH28"], "付款人账号", "150000110044"],
        ["金额", "CNY 102,000.00", "大写", capital("102000")],
        ["入账日期", "2026-10-15", "来账种类", "大额支付"],
        ["附言", "SO-88-26-1001", "交易流水号", "TH20261015009911"],
    ]
    return print_html("<h3>太湖农商银行　收款回单</h3>" + grid(rows))


def batch() -> bytes:
    rows: list[Any] = [
        ["序号", "收款户名", "收款账号", "金额", "用途", "状态"],
        ["1", "银川电力安装公司", "9640011002", "20,000.00", "工程款", "成功"],
        ["2", US, OUR_ACCOUNT, "31,200.00", "货款26642000000005550020", "成功"],
        ["3", "宁朔包装有限公司", "9640011777", "4,815.00", "包装费", "成功"],
        [("合计笔数 3", "colspan=3"), "56,015.00", "", ""],
    ]
    return print_html(
        f"<h3>批量转账明细</h3><p>付款户名：{NAMES['ZH26']}　交易日期：2026-10-30　批次号：PL1030-17</p>"
        + grid(rows)
    )


def due_paid_now(book: Any) -> None:
    tab = book.active
    tab.append(["供应商付款明细（澄泽传动）"])
    tab.merge_cells("A1:G1")
    tab.append(["编制：秦川配件财务科", None, None, None, None, "单位：人民币元"])
    tab.append(["序号", "开票日期", "发票号", "发票金额", "以前已付", "本次付款", "尚欠"])
    tab.append([1, date(2026, 8, 11), "26612000000066001107", 83200.0, 20000.0, 50000.0, 13200.0])
    tab.append([2, date(2026, 10, 12), "26612000000066001131", 12000.0, 0, 12000.0, 0])
    tab.append(["合计", None, None, 95200.0, 20000.0, 62000.0, 13200.0])
    tab.append(["大写：陆万贰仟元整", None, None, None, None, "付款日：2026-10-22"])


def two_sheets(book: Any) -> None:
    first = book.add_worksheet("汇总")
    for n, row in enumerate(
        (
            ["付款汇总"],
            ["项目", "值"],
            ["付款单位", NAMES["ZH28"]],
            ["付款日期", "2026/11/05"],
            ["付款总额（元）", 105750.00],
            ["付款方式", "网银转账"],
        )
    ):
        first.write_row(n, 0, row)
    second = book.add_worksheet("明细")
    for n, row in enumerate(
        (
            ["单号", "送货日期", "结算金额"],
            ["SO-88-26-1002", "2026/08/30", 58500.00],
            ["SO-88-26-1003", "2026/09/18", 47250.00],
        )
    ):
        second.write_row(n, 0, row)


TABBED = "单据日期\t单据号\t供应商\t对应发票\t原币金额\t摘要\r\n2026-10-26\tFK-1026-04\t澄泽传动\t88201422\t39,940.00\t付货款\r\n2026-10-26\tFK-1026-04\t澄泽传动\t88201430\t5,060.00\t付货款\r\n合计\t\t\t\t45,000.00\t\r\n"


def letter_docx() -> bytes:
    font = "WenQuanYi Micro Hei"
    return letters.docx(
        [
            letters.paragraph("付款告知函", font=font, bold=True, size=18, side="center"),
            letters.paragraph("澄泽传动科技（无锡）有限公司：", font=font),
            letters.paragraph(
                "我司于2026年11月10日以电汇方式支付贵司货款人民币2.4万元（贰万肆仟元整），其中26642000000005550038号发票1.59万元，26642000000005550046号发票0.81万元，请查收。",
                font=font,
            ),
            letters.paragraph("宁夏枸源生物科技股份有限公司\n2026年11月10日", font=font, side="right"),
        ]
    )


def endorsed() -> bytes:
    rows: list[Any] = [
        ["业务种类", "转让背书", "背书日期", "2026-10-21"],
        ["背书人", NAMES["ZH25"], "被背书人", US],
        ["票据号码", "131342100001220260918099817723", "票据种类", "电子银行承兑汇票"],
        ["票据金额", "12,500.00", "金额大写", capital("12500")],
        ["出票日", "2026-09-18", "到期日", "2027-03-18"],
        ["备注", "发票88201447", "背书状态", "待签收"],
    ]
    return print_html("<h3>电子商业汇票系统业务回单</h3>" + grid(rows))


def commission_hk() -> bytes:
    rows: list[Any] = [
        [("付款明細表", "lbc", 4)],
        [f"客戶：{NAMES['ZH30']}", "", "", ("日期：2026/10/30", "r")],
        [("單號", "xg"), ("發票金額", "xgr"), ("減：佣金", "xgr"), ("實付 HK$", "xgr")],
        [("CZ-H2609-30", "x"), ("18,900.00", "xr"), ("567.00", "xr"), ("18,333.00", "xr")],
        [("CZ-H2610-15", "x"), ("7,600.00", "xr"), ("228.00", "xr"), ("7,372.00", "xr")],
        [("總數", "xb"), ("26,500.00", "xbr"), ("795.00", "xbr"), ("25,705.00", "xbr")],
        [("付款方式：支票 884417　恆灣銀行", "", 4)],
    ]
    return press.office(sheet(rows, (5, 4, 4, 4.5), font="Noto Sans CJK HK"), ".fods")


def in_and_out(book: Any) -> None:
    tab = book.active
    tab.append(["显山银行 企业账户流水"])
    tab.append(["户名", US, None, "账号", OUR_ACCOUNT])
    tab.append(["币种", "人民币", None, "查询区间", "2026-11-12 至 2026-11-16"])
    tab.append(["记账日", "对方单位", "收入", "支出", "余额", "附言/用途", "流水号"])
    tab.append(
        [date(2026, 11, 12), NAMES["ZH27"], 12750.00, None, 60011.00, "26462000000001230031", "XS1112A"]
    )
    tab.append([date(2026, 11, 13), "无锡市社保中心", None, 8800.00, 51211.00, "社保", "XS1113B"])
    tab.append([date(2026, 11, 16), NAMES["ZH14"], 6000.00, None, 57211.00, "20771025", "XS1116C"])
    tab.append(["合计", None, 18750.00, 8800.00, None, None, None])


OLD_LETTER = "秦川配件：\n贵司以下款项已到期：\n26612000000066001123  26,700.00\n26612000000066001131  12,000.00\n请安排付款。"

CASES = (
    case(
        "b-numbered-list",
        "notice: numbered list in text",
        "QQ",
        "ZH25",
        "付款通知",
        "2026-10-09T10:00:00",
        "澄泽传动：\n我司今日支付以下货款：\n1）发票88201415，21700.00元；\n2）发票88201430，5060.00元。\n共计人民币26760.00元（贰万陆仟柒佰陆拾元整），请注意查收。\n赣源铜业 财务部",
        "remittance",
        wire("ZH25", "26760.00", "2026-10-09", None, *whole("88201415", "21700.00", "88201430", "5060.00"))
        | {"method": ANY},
    ),
    case(
        "b-labels",
        "notice: labels and values in lines",
        "Foxmail",
        "ZH28",
        "草原乳业付款告知",
        "2026-10-15T09:00:00",
        "付款单位：内蒙古草原乳业股份有限公司\n收款单位：澄泽传动科技（无锡）有限公司\n付款金额：￥67,400.00\n付款日期：2026年10月15日\n付款方式：电汇\n银行流水号：CY20261015-771\n对应单据：\nSO-88-26-1002  ￥58,500.00\nSO-88-26-1004  ￥8,900.00（扣检测费1000）",
        "remittance",
        wire(
            "ZH28",
            "67400.00",
            "2026-10-15",
            "CY20261015-771",
            line("SO-88-26-1002", "58500.00"),
            line("SO-88-26-1004", "8900.00", "0.00", "*"),
        ),
    ),
    case(
        "b-own-and-other",
        "receipt: 本方 and 对方",
        "Chromium",
        "ZH26",
        "电子回单",
        "2026-10-13T09:05:00",
        "见附件。",
        "remittance",
        wire("ZH26", "47800.00", "2026-10-13", "YC1013085500417", *whole("26642000000005550012", "47800.00")),
        files=[pdf("回单.pdf", own_and_other())],
    ),
    case(
        "b-party-columns",
        "receipt: a column for each party",
        "Chromium",
        "ZH25",
        "回单",
        "2026-10-14T15:00:00",
        "",
        "remittance",
        wire("ZH25", "86000.00", "2026-10-14", "GJ261014-3300417", *unpriced("88201401", "88201415")),
        files=[pdf("客户回单.pdf", party_columns())],
    ),
    case(
        "b-three-of-which-two",
        "receipts: three, one of another's money",
        "Chromium",
        "ZH27",
        "回单",
        "2026-10-20T17:00:00",
        "今天的回单都在附件里，请查收贵司的两笔。",
        "remittance",
        wire("ZH27", "4980.00", "2026-10-20", "HN201", *whole("26462000000001230015", "4980.00")),
        wire("ZH27", "3300.00", "2026-10-20", "HN203", *whole("26462000000001230023", "3300.00")),
        files=[pdf("回单.pdf", three_of_which_two())],
    ),
    case(
        "b-letters-apart",
        "receipt: each letter set alone",
        "reportlab",
        "ZH29",
        "转账回单",
        "2026-10-28T10:00:00",
        "请查收",
        "remittance",
        wire("ZH29", "40100.00", "2026-10-28", "QC20261028A417", *whole("26612000000066001115", "40100.00")),
        files=[pdf("zz.pdf", spread())],
    ),
    case(
        "b-received",
        "receipt of money received, from the bank",
        "Chromium",
        "ZH28",
        "收款回单",
        "2026-10-15T18:00:00",
        "贵公司收款回单见附件。",
        "bank_statement",
        credit("ZH28", "102000.00", "2026-10-15", "TH20261015009911", "SO-88-26-1001"),
        sender=BANK,
        files=[pdf("收款回单.pdf", received())],
    ),
    case(
        "b-batch",
        "list of transfers to many, one of them ours",
        "Chromium",
        "ZH26",
        "付款明细",
        "2026-10-30T18:00:00",
        "已付，见附件第2笔。",
        "remittance",
        wire("ZH26", "31200.00", "2026-10-30", "*", *whole("26642000000005550020", "31200.00"))
        | {"currency": ANY},
        files=[pdf("批量.pdf", batch())],
    ),
    case(
        "b-due-paid-now",
        "workbook: invoiced, paid before, now, still owed",
        "openpyxl",
        "ZH29",
        "10月付款明细",
        "2026-10-22T16:00:00",
        "您好，款已付，明细见附件。",
        "remittance",
        wire(
            "ZH29",
            "62000.00",
            "2026-10-22",
            None,
            *whole("26612000000066001107", "50000.00", "26612000000066001131", "12000.00"),
        ),
        files=[attached("付款明细.xlsx", XLSX, xlsx_openpyxl(due_paid_now))],
    ),
    case(
        "b-two-sheets",
        "workbook: head on one sheet, rows on the next",
        "XlsxWriter",
        "ZH28",
        "付款汇总及明细",
        "2026-11-05T20:00:00",
        "附件为本次付款汇总与明细。",
        "remittance",
        wire(
            "ZH28",
            "105750.00",
            "2026-11-05",
            None,
            *whole("SO-88-26-1002", "58500.00", "SO-88-26-1003", "47250.00"),
        ),
        files=[attached("付款.xlsx", XLSX, xlsx_writer(two_sheets))],
    ),
    case(
        "b-tabbed-utf16",
        "list: export with tabs in UTF-16",
        "ERP export",
        "ZH25",
        "付款单列表",
        "2026-10-26T17:00:00",
        "今日已付款，明细见附。",
        "remittance",
        wire("ZH25", "45000.00", "2026-10-26", "*", *whole("88201422", "39940.00", "88201430", "5060.00"))
        | {"currency": ANY},
        files=[attached("fkd.txt", "text/plain", TABBED.encode("utf-16"))],
    ),
    case(
        "b-table-and-sum-in-text",
        "table of net, tax, gross; what is paid is in the text",
        "163",
        "ZH27",
        "9-10月货款",
        "2026-10-23T10:00:00",
        html(
            netease("您好，我司已于10月23日支付货款共计10,000.00元，明细如下，请核对：")
            + plain_table(
                [
                    ["发票号码", "不含税金额", "税额", "价税合计"],
                    ["26462000000001230015", "4,407.08", "572.92", "4,980.00"],
                    ["26462000000001230049", "4,442.48", "577.52", "5,020.00"],
                    ["合计", "8,849.56", "1,150.44", "10,000.00"],
                ]
            ),
            "gb18030",
            label="gb2312",
            encoding="base64",
        ),
        "remittance",
        wire(
            "ZH27",
            "10000.00",
            "2026-10-23",
            None,
            *whole("26462000000001230015", "4980.00", "26462000000001230049", "5020.00"),
        ),
    ),
    case(
        "b-ten-thousands-docx",
        "letter: amounts in 万元",
        "DOCX",
        "ZH26",
        "付款告知函",
        "2026-11-10T10:00:00",
        "附件请查收。",
        "remittance",
        wire(
            "ZH26",
            "24000.00",
            "2026-11-10",
            None,
            *whole("26642000000005550038", "15900.00", "26642000000005550046", "8100.00"),
        ),
        files=[attached("付款告知函.docx", DOCX, letter_docx())],
    ),
    case(
        "b-draft-endorsed-pdf",
        "draft: slip of an endorsement",
        "Chromium",
        "ZH25",
        "背书回单",
        "2026-10-21T11:00:00",
        "票已背书，请尽快签收。",
        "remittance",
        wire(
            "ZH25",
            "12500.00",
            "2026-10-21",
            "131342100001220260918099817723",
            *whole("88201447", "12500.00"),
            method="draft",
            due_date="2027-03-18",
        ),
        files=[pdf("背书.pdf", endorsed())],
    ),
    case(
        "b-draft-labels",
        "draft: labels and values in lines",
        "QQ",
        "ZH29",
        "承兑付款通知",
        "2026-11-03T14:00:00",
        "澄泽财务：您好！\n今以银行承兑汇票支付货款：\n票号：110761006101220261019044178899\n金额：83,200.00元\n出票日：2026.10.19\n到期日：2027.04.19\n承兑行：渭水银行\n支付发票：26612000000066001107\n请及时在网银端签收。",
        "remittance",
        wire(
            "ZH29",
            "83200.00",
            "*",
            "110761006101220261019044178899",
            *whole("26612000000066001107", "83200.00"),
            method="draft",
            due_date="2027-04-19",
        ),
    ),
    case(
        "b-draft-split",
        "draft: a part of a bill split off",
        "Foxmail",
        "ZH28",
        "票据拆分背书",
        "2026-11-09T14:00:00",
        "贵司：\n票据包号码 530219100002420260930044556677，票面总金额 1,000,000.00 元，本次拆分背书子票区间 5850001-15750000，转让金额 99,000.00 元，到期日 2027-03-30，用于支付SO-88-26-1001部分货款，请签收。",
        "remittance",
        wire(
            "ZH28",
            "99000.00",
            "*",
            "530219100002420260930044556677",
            *whole("SO-88-26-1001", "99000.00"),
            method="draft",
            due_date="2027-03-30",
        ),
    ),
    case(
        "b-alipay-prose",
        "wallet: prose",
        "QQ",
        "ZH27",
        "已付款",
        "2026-11-12T20:00:00",
        "支付宝转了6020，单号26462000000001230049，收到回个话。",
        "remittance",
        pay(
            "6020.00", ANY, line("26462000000001230049", "6020.00"), date=ANY, method="wallet", reference=None
        ),
    ),
    case(
        "b-163-forward",
        "forward by staff, 163",
        "163",
        "ZH29",
        "Fw:付款",
        "2026-10-29T09:00:00",
        html(
            netease("入账，谢谢")
            + '<div>-------- 转发邮件信息 --------</div><div>发件人："秦川配件" &lt;zj@qinchuan-parts.example&gt;</div><div>发送日期：2026-10-28 17:01:44</div><div>收件人：zhou.ke@chengze.example</div><div>主题：付款</div>'
            + netease("周经理：\n26612000000066001123这张发票26700元今日电汇已付，请查收。")
        ),
        "remittance",
        wire("ZH29", "26700.00", "2026-10-28", None, *whole("26612000000066001123", "26700.00")),
        sender=ZHOU,
    ),
    case(
        "b-163-quote",
        "answer over our letter quoted, 163",
        "163",
        "ZH29",
        "Re:催款",
        "2026-11-06T15:00:00",
        html(
            netease("你好，12000元那张今天付了。")
            + '<br><div>At 2026-11-06 09:12:33, "澄泽传动" &lt;ar@chengze.example&gt; wrote:</div><blockquote id="isReplyContent" style="PADDING-LEFT: 1ex; MARGIN: 0px 0px 0px 0.8ex; BORDER-LEFT: #ccc 1px solid">'
            + html_lines(OLD_LETTER)
            + "</blockquote>"
        ),
        "remittance",
        wire("ZH29", "12000.00", "2026-11-06", None) | {"lines": ANY},
        promises=[],
    ),
    case(
        "b-half-by-a-day",
        "promise: half by a day",
        "WeCom",
        "ZH29",
        "回复：付款安排",
        "2026-10-20T15:00:00",
        "26612000000066001115（40100元）10月31日前先付50%即20050元，其余11月15日前付清。",
        "promise",
        promises=[
            promise("26612000000066001115", "2026-10-31", "20050.00"),
            promise("26612000000066001115", "2026-11-15", ANY),
        ],
    ),
    case(
        "b-promise-list",
        "promise: rows in text",
        "Outlook",
        "ZH28",
        "付款安排",
        "2026-11-11T15:00:00",
        "以下款项我司排款情况：\nSO-88-26-1003   11月25日付\nSO-88-26-1004   11月30日付\n请知悉。",
        "promise",
        promises=[promise("SO-88-26-1003", "2026-11-25"), promise("SO-88-26-1004", "2026-11-30")],
    ),
    case(
        "b-dispute-price",
        "dispute: price too high",
        "Foxmail",
        "ZH25",
        "发票价格不对",
        "2026-10-20T10:00:00",
        "88201447单价开高了，合同价应为11,900元，发票多开600元，请核实处理。",
        "dispute",
        disputes=[dispute("88201447", "单价开高", "600.00")],
    ),
    case(
        "b-dispute-not-delivered",
        "dispute: not delivered",
        "QQ",
        "ZH26",
        "回复：催款",
        "2026-10-28T10:00:00",
        "26642000000005550046这批货我们仓库一直没有收到，不能付款，请查一下物流。",
        "dispute",
        disputes=[dispute("26642000000005550046", "没有收到")],
    ),
    case(
        "b-statement-hk",
        "asks for a statement, Hong Kong",
        "Outlook",
        "ZH30",
        "月結單",
        "2026-11-02T10:00:00",
        "您好，請發送截至十月底之月結單，以便本公司核數。謝謝。",
        "statement_request",
    ),
    case(
        "b-balance",
        "balance agreed, with its sum",
        "Foxmail",
        "ZH26",
        "询证函回复",
        "2026-11-05T10:00:00",
        "贵司函证2026年10月31日应收余额55,200.00元，经核对与我司账面一致，信息证明无误。",
        "statement_confirmation",
    ),
    case(
        "b-retention-back",
        "asks for a deposit back",
        "QQ",
        "ZH25",
        "退保证金",
        "2026-11-05T10:00:00",
        "请贵司退还投标保证金20000元，账户信息见附件，谢谢配合。",
        "other",
    ),
    case(
        "b-other-statement",
        "a supplier's statement",
        "Foxmail",
        "ZH25",
        "10月对账单",
        "2026-11-03T10:00:00",
        html(
            html_lines("澄泽：附10月对账单，请核对后付款。")
            + plain_table(
                [["送货单", "金额"], ["TH-1008", "3,300.00"], ["TH-1015", "12,000.00"], ["合计", "15,300.00"]]
            )
        ),
        "other",
        sender=("太湖物流", "bill@taihu-logistics.example"),
        customer=None,
    ),
    case(
        "b-e-invoice-platform",
        "a platform hands over an e-invoice",
        "platform",
        "ZH25",
        "您收到一张数电发票【太湖物流】",
        "2026-11-03T10:00:00",
        wrapped(
            "尊敬的纳税人：\n您收到一张数电发票\n发票号码：26322000000070012345\n开票日期：2026-11-03\n购方名称：澄泽传动科技（无锡）有限公司\n销方名称：太湖物流有限公司\n价税合计：3,300.00元\n请点击下载。"
        ),
        "other",
        sender=("数电发票平台", "noreply@fapiao-platform.example"),
        customer=None,
    ),
    case(
        "b-hk-commission",
        "cheque list with commission",
        "LibreOffice Calc",
        "ZH30",
        "付款明細",
        "2026-10-30T10:00:00",
        "請查收附件，支票已寄出。",
        "remittance",
        wire(
            "ZH30",
            "25705.00",
            ANY,
            "884417",
            line("CZ-H2609-30", "18333.00", "*", "*"),
            line("CZ-H2610-15", "7372.00", "*", "*"),
            currency="HKD",
            method="check",
        ),
        files=[pdf("付款明細.pdf", commission_hk())],
    ),
    case(
        "b-account-changed",
        "fraud: our account is to be changed",
        "webmail",
        "ZH25",
        "关于变更收款账户的通知",
        "2026-11-04T10:00:00",
        "尊敬的客户：我司收款账户已变更，原账户停用，请将货款26760.00元付至新账户6222000011112222，发票88201415。",
        "other",
        sender=("赣源铜业", "ganyuan@gy-copper-pay.example"),
        customer="*",
    ),
    case(
        "b-bank-in-and-out",
        "bank's statement, workbook: income and outlay",
        "bank export",
        "ZH27",
        "11月流水",
        "2026-11-17T10:00:00",
        "银行流水",
        "bank_statement",
        credit("ZH27", "12750.00", "2026-11-12", "XS1112A", "26462000000001230031"),
        credit("ZH14", "6000.00", "2026-11-16", "XS1116C", "20771025"),
        sender=LIN,
        customer=None,
        files=[attached("流水.xlsx", XLSX, xlsx_openpyxl(in_and_out))],
    ),
    case(
        "b-customer-accepts",
        "answer: will pay after invoice arrives",
        "QQ",
        "ZH27",
        "回复：对账",
        "2026-10-22T10:00:00",
        html(qq("26462000000001230049的票还没收到，收到后15天内付款。"), "gb18030", encoding="base64"),
        "other",
    ),
)
