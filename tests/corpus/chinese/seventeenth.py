"""A seventeenth set, after the reader was mended by the sixteenth: paying-in slips, credits, deductions, notes between clerks."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import (
    capital,
    case,
    grid,
    line,
    pdf,
    print_html,
    unpriced,
    whole,
    wire,
    wrapped,
)
from tests.corpus.chinese.prose import qq_original
from tests.corpus.chinese.wallets import LIN
from tests.corpus.mail.clients import netease, plain_table
from tests.corpus.mail.sheets import XLS, XLSX, csv, xls, xlsx_openpyxl
from tests.corpus.mail.truth import ANY, dispute, pay, promise
from tests.corpus.mail.wire import attached, html
from tests.corpus.pdf import press

NOTO = "Noto Sans CJK SC"
SERIF = "Noto Serif CJK SC"
TRADITIONAL = "澄澤傳動科技（無錫）有限公司"
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def paying_in() -> bytes:
    """A paying-in slip for a transfer cheque, stamped by the bank."""
    heads = ["亿", "千", "百", "十", "万", "千", "百", "十", "元", "角", "分"]
    rows: list[Any] = [
        [("出票人", "rowspan=3"), "全称", NAMES["ZR02"], ("收款人", "rowspan=3"), "全称", (US, "colspan=11")],
        ["账号", "1311 0417 7026 60", "账号", (OUR_ACCOUNT, "colspan=11")],
        ["开户银行", "滏阳农商银行营业部", "开户银行", (OUR_BANK, "colspan=11")],
        [("金额", "rowspan=2"), (f"人民币（大写）{capital('8915')}", "rowspan=2 colspan=4"), *heads],
        ["", "", "", "", "¥", "8", "9", "1", "5", "0", "0"],
        [("票据种类　转账支票　　票据张数　1", "colspan=5"), ("票据号码　10417702", "colspan=11")],
        [
            ("备注：31660208 31660215 货款", "colspan=5"),
            ("开户银行签章：业务受理章 2026.11.10", "colspan=11"),
        ],
    ]
    return print_html(
        "<h3>滏阳农商银行　进账单（回单）</h3><p>2026年11月10日</p>" + grid(rows),
        font=SERIF,
        size="A4 landscape",
    )


def corporate_slip() -> bytes:
    """A bank's slip of a group's account: labels over values in a strip, use with number and sum of each."""
    strip: list[Any] = [
        ["交易日", "付款方", "收款方", "交易金额", "手续费"],
        [
            "2026-11-12",
            f"{NAMES['ZR03']}<br>3703 0041 7702 6601",
            f"{US}<br>{OUR_ACCOUNT}",
            "202,700.00",
            "15.00",
        ],
    ]
    more: list[Any] = [
        ["币种", "人民币", "凭证种类", "网上付款"],
        ["摘要", "货款", "流水", "BS20261112-7702"],
        ["客户附言", ("BS-CZ-0904 128500.00；BS-CZ-0921 74200.00", "colspan=3")],
        ["交易状态", ("交易成功", "colspan=3")],
    ]
    return print_html(
        "<h3>鲁中银行企业网银　交易回单</h3>" + grid(strip) + "<br>" + grid(more),
        font=NOTO,
        size="A4 landscape",
    )


def set_off_sheet(book: Any) -> None:
    """A settlement: what they bought, less what we bought from them, and what was paid."""
    tab = book.active
    for row in (
        ["往来抵扣及付款确认表"],
        ["对方单位：" + US, None, None, "日期：", date(2026, 11, 17)],
        ["类别", "发票号", "开票日期", "金额", "说明"],
        ["应付货款", "BS-CZ-1010", date(2026, 10, 10), 56000.0, "减速机"],
        ["抵扣：贵司应付我司加工费", "26372000000055010417", date(2026, 10, 28), -6000.0, "铸件加工"],
        ["实际付款", None, None, 50000.0, "已电汇"],
    ):
        tab.append(row)


def hk_transfer() -> bytes:
    """Hong Kong: a bank's advice of a transfer, labels in two languages, no ruling."""
    paper = press.canvas((480, 420))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 12)
    paper.drawString(36, 385, "轉賬通知書 Transfer Advice")
    paper.setFont(font, 9)
    for n, (label, value) in enumerate(
        (
            ("轉賬日期 Transfer Date", "13 Nov 2026"),
            ("扣賬戶口 Debit Account", "偉信電梯工程有限公司 024-417-702660"),
            ("收款銀行 Beneficiary Bank", "太湖農商銀行"),
            ("收款人 Beneficiary", TRADITIONAL),
            ("收款戶口 Beneficiary Account", OUR_ACCOUNT),
            ("轉賬金額 Amount", "HKD 30,050.00"),
            ("費用 Charges", "HKD 50.00"),
            ("總支賬額 Total Debit", "HKD 30,100.00"),
            ("給收款人訊息 Message", "CZ-H2609-131 / CZ-H2610-134"),
            ("交易參考 Reference", "TRF26111304177"),
            ("狀況 Status", "已完成 Completed"),
        )
    ):
        paper.drawString(36, 350 - 27 * n, label)
        paper.drawString(220, 350 - 27 * n, value)
    return press.finish(paper)


TW_LIST: list[list[Any]] = [
    ["順益精機 匯款明細（115年11月16日付款）"],
    ["受款廠商", TRADITIONAL, None, "匯入帳號", OUR_ACCOUNT],
    ["項次", "憑單號碼", "原幣金額", "預扣匯費", "實匯金額"],
    [1.0, "QK-30551017", 63000.0, 30.0, 62970.0],
    [2.0, "QK-30551025", 31500.0, 0.0, 31500.0],
    [None, "合計", 94500.0, 30.0, 94470.0],
]

EXPORT = [
    ["付款申请编号", "供应商名称", "发票号码", "申请金额", "实付金额", "付款时间", "状态"],
    ["PA-2611-0417", US, vat("91110013"), "47300.00", "47300.00", "2026-11-11 16:02", "已付款"],
    ["PA-2611-0417", US, vat("91110021"), "28650.00", "28650.00", "2026-11-11 16:02", "已付款"],
    ["PA-2611-0702", US, vat("91110047"), "8200.00", "", "", "待出纳付款"],
]


def balance_sheet() -> bytes:
    """A confirmation of balances by an auditor's form: nothing is paid."""
    rows: list[Any] = [
        ["截止日期", "贵公司欠", "欠贵公司", "备注"],
        ["2026年10月31日", "0.00", "15,320.00", "48120628、48120635"],
    ]
    return print_html(
        f"<h3>企业询证函</h3><p>{US}：</p><p>　　本公司聘请的会计师事务所正在对本公司财务报表进行审计，应当询证本公司与贵公司的往来账项。"
        "下列信息出自本公司账簿记录，如与贵公司记录相符，请在本函下端“信息证明无误”处签章证明。</p>"
        + grid(rows)
        + f"<p>2. 其他事项：无</p><p>本函仅为复核账目之用，并非催款结算。</p><p style='text-align:right'>{NAMES['ZR04']}<br>2026年11月5日</p>",
        font=SERIF,
    )


PAYING = (
    case(
        "q-paying-in", "paying-in slip of a transfer cheque, digits in boxes", "Chromium", "ZR02", "进账单", "2026-11-10T16:10:00",
        html(netease("您好，今天用转账支票付了两张票的款，进账单回单见附件，请查收。\n滏阳橡机"), encoding="base64"), "remittance",
        wire("ZR02", "8915.00", "2026-11-10", ANY, *unpriced("31660208", "31660215"), method=ANY),
        files=[pdf("进账单.pdf", paying_in())],
    ),
    case(
        "q-strip", "receipt: headings over one row, number and sum of each in the message", "Chromium", "ZR03", "回单", "2026-11-12T17:20:00",
        "林经理，回单请查收。", "remittance",
        wire("ZR03", "202700.00", "2026-11-12", ANY, *whole("BS-CZ-0904", "128500.00", "BS-CZ-0921", "74200.00")),
        files=[pdf("交易回单.pdf", corporate_slip())],
    ),
    case(
        "q-set-off", "workbook: our debt to them set off, the rest paid", "openpyxl", "ZR03", "往来抵扣及付款确认", "2026-11-17T16:00:00",
        "您好，BS-CZ-1010抵扣加工费6,000元后，余款50,000元今日已电汇，确认表见附件。", "remittance",
        wire("ZR03", "50000.00", "2026-11-17", None, line("BS-CZ-1010", "50000.00", ANY, ANY, ANY)),
        files=[attached("往来抵扣及付款确认表.xlsx", XLSX, xlsx_openpyxl(set_off_sheet))],
    ),
    case(
        "q-hk-transfer", "a bank's advice of a transfer, fee and total debit, Hong Kong", "reportlab", "ZR05", "轉賬通知", "2026-11-13T15:30:00",
        "林小姐，貨款已過戶，通知書見附件。", "remittance",
        wire("ZR05", "30050.00", "2026-11-13", ANY, *unpriced("CZ-H2609-131", "CZ-H2610-134"), currency="HKD"),
        files=[pdf("轉賬通知書.pdf", hk_transfer())],
    ),
    case(
        "q-tw-list", "sheet: remitting fee kept of one, Taiwan", "xlwt", "ZR06", "匯款明細", "2026-11-16T16:30:00",
        "您好，款項已於今日匯出，明細如附件。", "remittance",
        wire("ZR06", "94470.00", "2026-11-16", None, line("QK-30551017", "62970.00", ANY, "30.00", ANY), *whole("QK-30551025", "31500.00")) | SIGNLESS,
        files=[attached("匯款明細.xls", XLS, xls("明細", TW_LIST))],
    ),
    case(
        "q-export-states", "CSV in GB18030: two rows paid, one at the cashier's", "office program", "ZR01", "付款申请导出", "2026-11-12T09:40:00",
        "您好，付款情况见附件导出表，已付款的请查收，待付的这两天安排。", "remittance",
        wire("ZR01", "75950.00", "2026-11-11", ANY, *whole(vat("91110013"), "47300.00", vat("91110021"), "28650.00")) | SIGNLESS,
        files=[attached("付款申请导出.csv", "text/csv", csv(EXPORT, charset="gb18030"))], promises=OPEN,
    ),
    case(
        "q-answer-below", "prose: an answer over our reminder, one paid and one to be", "QQ", "ZR04", "回复：付款提醒", "2026-11-17T10:20:00",
        html(qq_original("您好，48120611今天付了6850元，48120628月底前付。", "澄泽传动", "西江船机", "2026年11月16日(星期一) 下午2:10", "付款提醒", "西江船机：\n48120611　6,850.00\n48120628　11,400.00\n已到期，请安排付款。"), encoding="base64"), "remittance",
        wire("ZR04", "6850.00", "2026-11-17", None, *whole("48120611", "6850.00"), method=ANY),
        promises=[promise("48120628", "2026-11-30", ANY)],
    ),
    case(
        "q-discount-words", "prose: a small sum rounded off", "phone", "ZR02", "尾款", "2026-11-18T20:30:00",
        "31660239那张1260，抹掉60，付了1200，微信转的，查收", "remittance",
        pay("1200.00", ANY, line("31660239", "1200.00", ANY, ANY, ANY), date=ANY, method="wallet"),
    ),
    case(
        "q-card-in-mail", "a card of pairs in the mail, from an office program", "WeCom mail", "ZR01", "付款成功通知", "2026-11-18T18:00:00",
        wrapped("您好，我司已向贵司付款：", plain_table([["收款方", US], ["发票", vat("91110039")], ["付款金额（元）", "19,400.00"], ["付款方式", "银企直连"], ["付款时间", "2026-11-18 17:41"], ["银行流水号", "XF26111804177"]])), "remittance",
        wire("ZR01", "19400.00", "2026-11-18", "XF26111804177", *whole(vat("91110039"), "19400.00"), method=ANY),
    ),
    case(
        "q-handed-on", "forward by staff, nothing but a word above", "Foxmail", "ZR06", "轉寄: 匯款通知", "2026-11-19T09:10:00",
        """FYI

寄件者： 順益精機 財務
寄件日期： 2026年11月18日 16:02
收件者： lin.yue
主旨： 匯款通知
林小姐您好：
本公司已於11/18匯款新台幣42,000元至貴公司帳戶，支付QK-30551033，敬請查收。
順益精機 財務部
""", "remittance",
        wire("ZR06", "42000.00", "2026-11-18", None, *whole("QK-30551033", "42000.00"), currency="TWD"),
        sender=LIN,
    ),
)  # fmt: skip

NOTHING = (
    case(
        "q-auditor", "an auditor's letter on balances", "Chromium", "ZR04", "企业询证函", "2026-11-05T10:00:00",
        "询证函请盖章回寄，谢谢。", ANY,
        files=[pdf("询证函.pdf", balance_sheet())],
    ),
    case(
        "q-bill-asked", "prose: asks for a bill before they pay", "163", "ZR03", "BS-CZ-1022", "2026-11-18T11:10:00",
        html(netease("林经理您好，BS-CZ-1022的23,100元财务说要先收到增值税专用发票原件才能付款，麻烦寄一下。"), encoding="base64"), ANY,
        promises=OPEN, disputes=OPEN,
    ),
    case(
        "q-quantity", "dispute: what came in is less than billed", "Foxmail", "ZR04", "48120635数量差异", "2026-11-12T14:40:00",
        "林经理：48120635开票12件，实际入库11件，少1件，差额326.67元，请确认后开红字发票，我们再付款。", "dispute",
        disputes=[dispute("48120635", ANY, ANY)],
    ),
    case(
        "q-hk-hold", "prose: the cheque is written and waits, Hong Kong", "Outlook", "ZR05", "支票", "2026-11-18T12:30:00",
        "林小姐，CZ-H2610-137 張支票（HK$4,600）已經開好，但老細未簽名，簽好先寄畀你。", ANY,
        promises=OPEN,
    ),
)  # fmt: skip

CASES = (*PAYING, *NOTHING)
