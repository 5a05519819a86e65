"""A fifteenth set, after the reader was mended by the fourteenth: slips and settlements in rarer forms, short mails."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, US
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
from tests.corpus.mail.clients import netease, plain_table, qq
from tests.corpus.mail.sheets import DOCX, XLSX, csv, letter, xlsx_openpyxl
from tests.corpus.mail.truth import ANY, pay, promise
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


def two_on_a_page() -> bytes:
    """Two slips of one day below each other, each with a frame."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    book.add_page()
    for amount, number, purpose in (
        ("24300.00", "0041-7711", "FJ-26-0903货款"),
        ("9850.00", "0041-7712", "FJ-26-0917货款"),
    ):
        book.set_font("w", size=12)
        book.cell(0, 10, "汾河银行 转账回执", align="C", new_x="LMARGIN", new_y="NEXT")
        book.set_font("w", size=9)
        for cells in (
            ("回执编号", number, "转账日期", "2026年11月17日"),
            ("付方", NAMES["ZP01"], "收方", US),
            ("付方账号", "1401 0041 7711 09", "收方账号", OUR_ACCOUNT),
            ("转账金额", f"¥{float(amount):,.2f}", "大写", capital(amount)),
            ("摘要", purpose, "记账状态", "已记账"),
        ):
            for cell, width in zip(cells, (22, 73, 22, 73), strict=True):
                book.cell(width, 8, cell, border=1)
            book.ln()
        book.ln(12)
    return bytes(book.output())


def settled_with_reasons() -> bytes:
    """A settlement: invoices, what is kept back by reason below them, what was paid."""
    rows: list[Any] = [
        ["序号", "发票号码", "开票日期", "发票金额"],
        ["1", vat("71110013"), "2026-08-27", "65,400.00"],
        ["2", vat("71110021"), "2026-09-19", "38,200.00"],
        [("发票小计", "colspan=3"), "103,600.00"],
        [("减：质量扣款（9月来料不良3件）", "colspan=3"), "-1,860.00"],
        [("减：代垫物流费", "colspan=3"), "-740.00"],
        [("实际支付", "colspan=3"), "101,000.00"],
    ]
    return print_html(
        f"<h3>供应商货款结算支付单</h3><p>供应商：{US}　　支付日期：2026-11-13　　支付方式：银行转账　　单号：JSZF20261113009</p>"
        + grid(rows)
        + f"<p>人民币大写：{capital('101000')}</p><p>制单：贺　　审核：邱　　付款状态：已支付</p>",
        font=SERIF,
    )


def certificate_of_payment() -> bytes:
    """A Word paper: pairs in one table, no list."""
    return letter(
        ("付款确认函",),
        (
            ("付款单位", NAMES["ZP03"]),
            ("收款单位", US),
            ("收款账号", OUR_ACCOUNT),
            ("付款金额（小写）", "¥46,750.00"),
            ("付款金额（大写）", capital("46750")),
            ("付款日期", "2026年11月12日"),
            ("款项内容", "2609期机座加工件货款，发票 55170312、55170329"),
            ("付款银行", "滇池银行昆明官渡支行"),
        ),
        ("以上款项已付，特此确认。", "财务专用章"),
    )


def deposit_slip() -> bytes:
    """Taiwan: a remitting slip of a farmers' association's credit department."""
    paper = press.canvas((520, 300))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 12)
    paper.drawCentredString(260, 272, "彰南區農會信用部　匯款回條")
    paper.setFont(font, 9)
    for n, row in enumerate(
        (
            "中華民國 115 年 11 月 16 日　　　　　　　　　流水號：0041771",
            f"解款行：太湖農商銀行　　　　　收款人帳號：{OUR_ACCOUNT}",
            f"收款人戶名：{TRADITIONAL}",
            "匯款人：協盛齒輪有限公司　　　　代理人：",
            "匯款金額　NT$ 52,500　　　手續費　NT$ 30　　　合計　NT$ 52,530",
            "備註：QK-30531016",
        )
    ):
        paper.drawString(40, 236 - 28 * n, row)
    return press.finish(paper)


def letter_of_promise() -> bytes:
    """A letter that promises two sums on two days: nothing is paid."""
    rows: list[Any] = [
        ["期数", "付款日期", "付款金额（元）", "对应发票"],
        ["第一期", "2026年11月30日", "30,000.00", vat("71110039")],
        ["第二期", "2026年12月31日", "21,500.00", vat("71110039")],
    ]
    return print_html(
        f"<h3>付款承诺函</h3><p>{US}：</p><p>　　因资金周转原因，我司未能按期支付贵司货款51,500.00元，现承诺按以下计划支付：</p>"
        + grid(rows)
        + f"<p style='text-align:right'>{NAMES['ZP02']}<br>2026年11月10日</p>",
        font=SERIF,
    )


def their_payables(book: Any) -> None:
    """A customer's own list of what it owes us: nothing is paid."""
    tab = book.active
    for row in (
        ["应付账款对账单（供应商：澄泽传动）"],
        ["单据日期", "单据号", "应付金额", "已付金额", "未付金额"],
        [date(2026, 9, 8), "55170312", 28150.0, 0.0, 28150.0],
        [date(2026, 9, 24), "55170329", 18600.0, 0.0, 18600.0],
        [date(2026, 10, 15), "55170336", 12940.0, 0.0, 12940.0],
        ["合计", None, 59690.0, 0.0, 59690.0],
    ):
        tab.append(row)


def group_sheet(book: Any) -> None:
    """A payment run of a group: a row for each member, ours in its own rows, fees in a column."""
    tab = book.active
    tab.append(["集团资金归集付款明细", None, None, None, None, None, None])
    tab.append(["付款批次", "PB-261118-3", None, "付款日", "2026-11-18", None, None])
    tab.append(["付款公司", "收款方", "发票", "付款额", "手续费", "银行状态", "备注"])
    tab.append([NAMES["ZP04"], US, "GL26-1007", 33000.0, 5.5, "成功", "10月货款"])
    tab.append([NAMES["ZP04"], "株洲合兴刀具有限公司", "HX-7741", 8200.0, 5.5, "成功", None])
    tab.append([NAMES["ZP04"], US, "GL26-1019", 14750.0, 5.5, "失败", "户名不符"])
    tab.append(["合计", None, None, 55950.0, 16.5, None, None])


ERP = [
    ["付款单号", "FK-2611-0417"],
    ["供应商", US],
    ["付款日期", "2026/11/18"],
    ["付款银行", "赣江银行 7711"],
    ["币别", "CNY"],
    ["源单编号", "源单金额", "已核销", "本次核销", "未核销"],
    ["73340106", "15800.00", "10000.00", "5800.00", "0.00"],
    ["73340113", "9260.00", "0.00", "9260.00", "0.00"],
    ["73340120", "22400.00", "0.00", "4940.00", "17460.00"],
    ["合计", "47460.00", "10000.00", "20000.00", "17460.00"],
]

PASTED = f"""您好，回单如下：

汾河银行电子回单
交易日期
2026-11-19
付款人
{NAMES["ZP01"]}
收款人
{US}
收款账号
{OUR_ACCOUNT}
交易金额
12,600.00
大写金额
{capital("12600")}
用途
FJ-26-1008货款
交易流水
FH2611190041771
"""

PAPERS = (
    case(
        "o-two-below", "receipt: two slips on a page, framed", "fpdf2", "ZP01", "转账回执", "2026-11-17T17:30:00",
        "两笔货款回执见附件。", "remittance",
        wire("ZP01", "24300.00", "2026-11-17", "0041-7711", *whole("FJ-26-0903", "24300.00")),
        wire("ZP01", "9850.00", "2026-11-17", "0041-7712", *whole("FJ-26-0917", "9850.00")),
        files=[pdf("转账回执.pdf", two_on_a_page())],
    ),
    case(
        "o-kept-below", "settlement: what is kept back by reason below the rows", "Chromium", "ZP02", "货款结算支付单", "2026-11-13T17:00:00",
        "您好，结算单见附件，款已转出，请查收。", "remittance",
        wire("ZP02", "101000.00", "2026-11-13", ANY) | {"lines": ANY},
        files=[pdf("结算支付单.pdf", settled_with_reasons())],
    ),
    case(
        "o-word-pairs", "Word paper: pairs, no list", "python-docx", "ZP03", "付款确认函", "2026-11-12T15:20:00",
        "付款确认函请查收。", "remittance",
        wire("ZP03", "46750.00", "2026-11-12", None, *unpriced("55170312", "55170329")),
        files=[attached("付款确认函.docx", DOCX, certificate_of_payment())],
    ),
    case(
        "o-tw-association", "receipt: a farmers' association's slip, fee and total, Taiwan", "reportlab", "ZP06", "匯款回條", "2026-11-16T15:00:00",
        "您好，貨款已匯，回條如附件。", "remittance",
        wire("ZP06", "52500.00", "2026-11-16", ANY, *whole("QK-30531016", "52500.00"), currency="TWD"),
        files=[pdf("回條.pdf", deposit_slip())],
    ),
    case(
        "o-run-with-failed", "workbook: a run with another payee, one row failed", "openpyxl", "ZP04", "11月18日付款", "2026-11-18T18:00:00",
        "本批付款明细见附件，失败的那笔我们明天重新发起。", "remittance",
        wire("ZP04", "33000.00", "2026-11-18", ANY, *whole("GL26-1007", "33000.00")) | SIGNLESS,
        files=[attached("付款明细PB-261118-3.xlsx", XLSX, xlsx_openpyxl(group_sheet))], promises=OPEN,
    ),
    case(
        "o-source-rows", "CSV: cleared before, now, still open; head in pairs", "ledger program", "ZP05", "付款单FK-2611-0417", "2026-11-18T16:10:00",
        "付款单见附件，款已付。", "remittance",
        wire("ZP05", "20000.00", "2026-11-18", ANY, *whole("73340106", "5800.00", "73340113", "9260.00", "73340120", "4940.00")),
        files=[attached("FK-2611-0417.csv", "text/csv", csv(ERP, charset="gb18030"))],
    ),
)  # fmt: skip

MAILS = (
    case(
        "o-label-over-value", "pasted slip: each label over its value", "Foxmail", "ZP01", "回单", "2026-11-19T16:40:00",
        PASTED, "remittance",
        wire("ZP01", "12600.00", "2026-11-19", "FH2611190041771", *whole("FJ-26-1008", "12600.00")) | SIGNLESS,
    ),
    case(
        "o-office-done", "an office program's message: approved and paid", "DingTalk", "ZP02", "付款审批已完成", "2026-11-17T19:00:00",
        wrapped(
            "您有一笔付款已由出纳完成支付：",
            plain_table([["收款方", US], ["付款事由", f"支付{vat('71110047')}货款"], ["付款金额", "¥27,300.00"], ["支付完成时间", "2026-11-17 18:52"], ["审批结果", "通过"], ["支付状态", "支付成功"]]),
        ),
        "remittance",
        wire("ZP02", "27300.00", "2026-11-17", None, *whole(vat("71110047"), "27300.00"), method=ANY),
    ),
    case(
        "o-part-now", "prose: a part today, the rest by a day", "163", "ZP05", "货款", "2026-11-19T10:50:00",
        html(netease("林经理您好，73340127的货款31000元，今天先付了15000元，剩下16000元12月10日前付清，望理解。\n浔阳辅机 老熊"), encoding="base64"), "remittance",
        wire("ZP05", "15000.00", "2026-11-19", None, *whole("73340127", "15000.00")),
        promises=[promise("73340127", "2026-12-10", "16000.00")],
    ),
    case(
        "o-three-tails", "prose: the tails of three, a sum", "QQ", "ZP04", "付款", "2026-11-12T11:00:00",
        html(qq("您好，0902、0911、0925三张发票的货款合计26850元今天网银已付，请查收。", "归来机械 财务小郭"), encoding="base64"), "remittance",
        wire("ZP04", "26850.00", "2026-11-12", None, *unpriced("GL26-0902", "GL26-0911", "GL26-0925")),
    ),
    case(
        "o-hk-e-cheque", "prose: an electronic cheque, Hong Kong", "Outlook", "ZP07", "電子支票", "2026-11-18T12:00:00",
        "林小姐：現電郵電子支票一張，號碼 000417，金額 HK$13,880.00，支付 CZ-H2609-75（HK$9,400）及 CZ-H2610-79（HK$4,480），請存入。\n友和五金 會計部", "remittance",
        wire("ZP07", "13880.00", ANY, ANY, *whole("CZ-H2609-75", "9400.00", "CZ-H2610-79", "4480.00"), currency="HKD", method="check"),
    ),
    case(
        "o-cash-discount", "prose: two per cent off for paying early", "Foxmail", "ZP03", "付款", "2026-11-18T14:20:00",
        "您好：55170343金额20,000元，按约定提前付款享2%折扣400元，实付19,600元，已于今日汇出。", "remittance",
        wire("ZP03", "19600.00", "2026-11-18", None, line("55170343", "19600.00", "400.00", ANY, ANY)),
    ),
    case(
        "o-alipay-short", "prose: by Alipay, two invoices", "phone", "ZP05", "付款", "2026-11-16T20:10:00",
        "支付宝转了2,035.00元，73340134的1,200.00和73340141的835.00，你查一下", "remittance",
        pay("2035.00", "CNY", line("73340134", "1200.00"), line("73340141", "835.00"), date=ANY, method="wallet"),
    ),
)  # fmt: skip

NOTHING = (
    case(
        "o-letter-of-promise", "letter: a promise in two instalments", "Chromium", "ZP02", "付款承诺函", "2026-11-10T16:00:00",
        "付款承诺函见附件，请谅解。", ANY,
        files=[pdf("承诺函.pdf", letter_of_promise())], promises=OPEN,
    ),
    case(
        "o-their-payables", "workbook: what they owe us by their books", "openpyxl", "ZP03", "10月应付对账", "2026-11-05T10:00:00",
        "您好，我司10月应付对账单见附件，请核对回复。", ANY,
        files=[attached("应付对账单.xlsx", XLSX, xlsx_openpyxl(their_payables))],
    ),
    case(
        "o-verified", "a portal: invoices verified and posted", "portal", "ZP04", "发票入账通知", "2026-11-06T21:00:00",
        wrapped("尊敬的供应商，贵司以下发票已验真并入账：", plain_table([["发票号码", "价税合计", "入账日期", "预计付款日"], ["GL26-1007", "33,000.00", "2026-11-06", "2026-11-18"]]) + "<p>本邮件由系统自动发出，请勿回复。</p>"),
        ANY, promises=OPEN,
    ),
    case(
        "o-not-arrived", "question above our reminder: it was to be paid, was it?", "QQ", "ZP01", "回复：逾期提醒", "2026-11-19T09:10:00",
        html(qq_original("FJ-26-1021这笔我让出纳查一下，应该还没付，查到回复您。", "澄泽传动", "汾江", "2026年11月18日(星期三) 下午3:30", "逾期提醒", "FJ-26-1021　7,900.00元已到期，请安排付款。"), encoding="base64"), ANY,
        promises=OPEN,
    ),
)  # fmt: skip

CASES = (*PAPERS, *MAILS, *NOTHING)
