"""A third set, written after the first two had been mended and read once as it was."""

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
from tests.corpus.chinese.wallets import BANK, LIN, credit
from tests.corpus.mail.clients import outlook, outlook_paragraphs, outlook_quote, plain_table
from tests.corpus.mail.sheets import XLSX, xlsx_openpyxl, xlsx_writer
from tests.corpus.mail.truth import ANY, dispute, promise
from tests.corpus.mail.wire import attached, html
from tests.corpus.pdf import press


def three_columns() -> bytes:
    """Item, content, remark."""
    rows: list[Any] = [
        ["项目", "内容", "备注"],
        ["交易类型", "对公跨行转账", ""],
        ["转出户名", NAMES["ZH32"], "基本户"],
        ["转出账号", "5100147708881100", ""],
        ["转入户名", US, ""],
        ["转入账号", OUR_ACCOUNT, OUR_BANK],
        ["转账金额", "45,500.00", "人民币" + capital("45500")],
        ["转账附言", "26512000000073300024", ""],
        ["受理时间", "2026-10-16 10:02:33", "实时到账"],
        ["业务流水号", "MT2610160417", ""],
    ]
    return print_html("<h3>民泰村镇银行网银电子回单</h3>" + grid(rows))


def in_a_paragraph() -> bytes:
    paper = press.canvas((595.3, 300))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 14)
    paper.drawCentredString(297, 262, "付款证明")
    paper.setFont(font, 10)
    for n, words in enumerate(
        (
            f"    兹证明我行客户{NAMES['ZH34']}（账号1300017700441）于",
            f"2026年10月12日通过网上银行向{US}",
            f"（账号{OUR_ACCOUNT}）支付人民币玖万陆仟元整（小写：¥96,000.00），",
            "用途：货款HT34-2609-1。交易流水号：HB20261012004417。",
            "    特此证明。",
            "                                        滹沱银行石家庄分行",
        )
    ):
        paper.drawString(60, 225 - 22 * n, words)
    return press.finish(paper)


def fees_apart() -> bytes:
    book = press.fpdf(orientation="landscape", format="A5")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=13)
    book.cell(0, 9, "业务回单（付款）", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8)
    for a, b, c, d in (
        ("付款人户名", NAMES["ZH33"], "收款人户名", US),
        ("付款人账号", "350100441177", "收款人账号", OUR_ACCOUNT),
        ("金额(小写)", "CNY12,450.00", "金额(大写)", capital("12450")),
        ("手续费", "10.00", "邮电费", "0.50"),
        ("费用合计", "10.50", "扣费账号", "350100441177"),
        ("摘要", "货款", "附言", "60412201/60412209"),
        ("入账日期", "2026-10-10", "回单流水", "FZ1010-77120"),
    ):
        for cell, width in ((a, 24), (b, 70), (c, 24), (d, 70)):
            book.cell(width, 8, cell, border="B")
        book.ln()
    return bytes(book.output())


def several_suppliers(book: Any) -> None:
    tab = book.active
    tab.append(["蓉江制药 10月第三批付款明细"])
    tab.append(["付款日期", date(2026, 10, 21), None, None, None])
    tab.append(["供应商名称", "发票号码", "发票金额", "本次付款金额", "备注"])
    tab.append(["成都蓉北化工有限公司", "26512000000011110001", 88000.0, 88000.0, None])
    tab.append([US, "26512000000073300032", 20880.0, 20880.0, None])
    tab.append([US, "26512000000073300040", 9120.0, 9120.0, None])
    tab.append(["合计", None, 118000.0, 118000.0, None])


def numbers_in_a_cell(book: Any) -> None:
    tab = book.add_worksheet("10月")
    tab.write_row("A1", ["闽都包装付款通知", None, None])
    tab.write_row("A3", ["对应发票", "合计金额（元）", "付款方式"])
    tab.write_row("A4", ["60412217、60412225", 14550.0, "网银"])
    tab.write_row("A5", ["60412233", 3400.0, "网银"])
    tab.write_row("A6", ["总计", 17950.0, None])
    tab.write_row("A8", ["付款日期：2026年10月27日"])


CSV = '发票号,业务日期,借方,贷方,本次付款\r\n="26512000000073300066",2026-10-22,"64,000.00",,"64,000.00"\r\n="26512000000073300058",2026-10-15,,"3,120.00","-3,120.00"\r\n小计,,,,"60,880.00"\r\n付款总额,,,,"60,880.00"\r\n'


def signed(book: Any) -> None:
    tab = book.active
    tab.append(["账户明细查询结果"])
    tab.append([f"账户名称：{US}", None, None, f"账户号码：{OUR_ACCOUNT}"])
    tab.append(["交易时间", "摘要", "交易金额", "账户余额", "对方账户名称", "对方账号", "附言"])
    tab.append(
        ["2026-11-17 09:01:00", "网银来账", 18800.0, 76057.0, NAMES["ZH34"], "1300017700441", "HT34-2609-2"]
    )
    tab.append(["2026-11-17 10:30:00", "网银付款", -7000.0, 69057.0, "常州轴承厂", "3204", "货款"])
    tab.append(
        [
            "2026-11-18 16:20:00",
            "网银来账",
            33200.0,
            102257.0,
            NAMES["ZH34"],
            "1300017700441",
            "货款HT34-2610-1",
        ]
    )


OURS = "闽都包装：\n发票60412233 3,400.00元已逾期，请付款。\n澄泽传动"
LABELS = ("发件人:", "发送时间:", "收件人:", "主题:")

CASES = (
    case(
        "c-three-columns",
        "receipt: item, content, remark",
        "Chromium",
        "ZH32",
        "付款回单",
        "2026-10-16T11:00:00",
        "回单见附件",
        "remittance",
        wire("ZH32", "45500.00", "2026-10-16", "MT2610160417", *whole("26512000000073300024", "45500.00")),
        files=[pdf("回单.pdf", three_columns())],
    ),
    case(
        "c-paragraph",
        "certificate of a payment in a paragraph",
        "reportlab",
        "ZH34",
        "付款证明",
        "2026-10-12T15:00:00",
        "款已付，证明见附件。",
        "remittance",
        wire("ZH34", "96000.00", "2026-10-12", "HB20261012004417", *whole("HT34-2609-1", "96000.00")),
        files=[pdf("付款证明.pdf", in_a_paragraph())],
    ),
    case(
        "c-fees-apart",
        "receipt: fees of their own, lines below cells",
        "fpdf2",
        "ZH33",
        "回单",
        "2026-10-10T16:00:00",
        "请查收",
        "remittance",
        wire("ZH33", "12450.00", "2026-10-10", ANY, *unpriced("60412201", "60412209")),
        files=[pdf("huidan.pdf", fees_apart())],
    ),
    case(
        "c-several-suppliers",
        "workbook: several suppliers, two rows ours",
        "openpyxl",
        "ZH32",
        "付款明细",
        "2026-10-21T18:00:00",
        "10月第三批货款已付，请查收。",
        "remittance",
        wire(
            "ZH32",
            "30000.00",
            "2026-10-21",
            None,
            *whole("26512000000073300032", "20880.00", "26512000000073300040", "9120.00"),
        )
        | {"currency": ANY},
        files=[attached("付款明细.xlsx", XLSX, xlsx_openpyxl(several_suppliers))],
    ),
    case(
        "c-numbers-in-a-cell",
        "workbook: two numbers in a cell",
        "XlsxWriter",
        "ZH33",
        "付款通知",
        "2026-10-27T18:00:00",
        "已付款，详见附件。",
        "remittance",
        wire("ZH33", "17950.00", "2026-10-27", None) | {"lines": ANY},
        files=[attached("付款.xlsx", XLSX, xlsx_writer(numbers_in_a_cell))],
    ),
    case(
        "c-csv-red",
        "list: formula text, a red one, total",
        "CSV",
        "ZH32",
        "付款",
        "2026-11-02T18:00:00",
        "本次付款明细见附件，已电汇。",
        "remittance",
        wire(
            "ZH32",
            "60880.00",
            ANY,
            None,
            *whole("26512000000073300066", "64000.00", "26512000000073300058", "-3120.00"),
        )
        | {"currency": ANY},
        files=[attached("明细.csv", "text/csv", CSV.encode("gb18030"))],
    ),
    case(
        "c-outlook-over-quote",
        "answer over our letter, Outlook in Chinese",
        "Outlook",
        "ZH33",
        "答复: 逾期",
        "2026-11-20T09:00:00",
        html(
            outlook(
                outlook_paragraphs("您好，这笔3400元今天上午已经付掉了，请查收。"),
                outlook_quote(
                    "澄泽传动 <ar@chengze.example>", "2026年11月19日 10:00", "闽都包装", "逾期", OURS, LABELS
                ),
                lang="ZH-CN",
            ),
            encoding="base64",
        ),
        "remittance",
        wire("ZH33", "3400.00", "2026-11-20", None) | {"lines": ANY},
    ),
    case(
        "c-rebate",
        "prose: rebate taken off",
        "QQ",
        "ZH34",
        "付款通知",
        "2026-11-03T10:00:00",
        "HT34-2610-2货款27000元，扣除年度返利1350元，实付25650元，已于11月2日转账。",
        "remittance",
        wire("ZH34", "25650.00", "2026-11-02", None, line("HT34-2610-2", "25650.00", ANY, ANY)),
    ),
    case(
        "c-last-friday",
        "prose: last Friday",
        "163",
        "ZH33",
        "回复：催款",
        "2026-10-19T10:00:00",
        "60412217的2660元上周五已经付了，麻烦查一下。",
        "remittance",
        wire("ZH33", "2660.00", "2026-10-16", None, *whole("60412217", "2660.00")) | {"method": ANY},
    ),
    case(
        "c-three-transfers",
        "prose: three transfers",
        "Foxmail",
        "ZH33",
        "付款三笔",
        "2026-10-13T10:00:00",
        "昨天分三笔转账：\n第一笔7300元，发票60412201；\n第二笔5150元，发票60412209；\n第三笔2660元，发票60412217。\n请查收。",
        "remittance",
        wire("ZH33", "7300.00", "2026-10-12", None, *whole("60412201", "7300.00")),
        wire("ZH33", "5150.00", "2026-10-12", None, *whole("60412209", "5150.00")),
        wire("ZH33", "2660.00", "2026-10-12", None, *whole("60412217", "2660.00")),
    ),
    case(
        "c-usd-tt",
        "prose: dollars by T/T",
        "Foxmail",
        "ZH31",
        "T/T付款",
        "2026-10-14T10:00:00",
        "Dear 林经理，今日已通过中甬银行电汇USD 20,930.00，对应发票CZE-26-071（12,500.00）、CZE-26-078（8,430.00），水单随后提供。",
        "remittance",
        wire(
            "ZH31",
            "20930.00",
            "2026-10-14",
            None,
            *whole("CZE-26-071", "12500.00", "CZE-26-078", "8430.00"),
            currency="USD",
        ),
    ),
    case(
        "c-invoice-lost",
        "an invoice is lost",
        "QQ",
        "ZH34",
        "发票丢失",
        "2026-10-28T10:00:00",
        "HT34-2610-1的发票我们没找到，麻烦补寄一份复印件加盖公章。",
        "other",
    ),
    case(
        "c-fifteenth",
        "promise: before the 15th",
        "WeCom",
        "ZH34",
        "回复：付款提醒",
        "2026-11-06T10:00:00",
        "HT34-2609-2这18800元，15号之前付。",
        "promise",
        promises=[promise("HT34-2609-2", "2026-11-15")],
    ),
    case(
        "c-when-funds",
        "a condition without a day",
        "QQ",
        "ZH33",
        "回复：催款",
        "2026-11-06T10:00:00",
        "60412225等我们客户回款了马上付你们，请再宽限几天。",
        "other",
    ),
    case(
        "c-short-boxes",
        "dispute: boxes short",
        "QQ",
        "ZH33",
        "少货",
        "2026-10-20T10:00:00",
        "60412225这单少发了2箱胶带，按单价应扣480元，请开红票冲减。",
        "dispute",
        disputes=[dispute("60412225", "少发2箱", "480.00")],
    ),
    case(
        "c-balance-no",
        "balance denied in prose",
        "Foxmail",
        "ZH32",
        "对账回复",
        "2026-11-06T10:00:00",
        "经核对，贵司对账单余额与我司账面不一致，差额45,500元，系10月16日付款贵司未入账所致。",
        "statement_confirmation",
    ),
    case(
        "c-fps-hk",
        "fast payment slip as text",
        "phone",
        "ZH30",
        "轉數快",
        "2026-11-05T10:00:00",
        "轉數快付款成功\n付款人：新興玩具廠有限公司\n收款人：澄澤傳動科技（無錫）有限公司\n金額：HKD 4,150.00\n附言：CZ-H2610-22\n交易參考編號：FRN2026110500417\n日期：2026年11月5日",
        "remittance",
        wire(
            "ZH30",
            "4150.00",
            "2026-11-05",
            "FRN2026110500417",
            *whole("CZ-H2610-22", "4150.00"),
            currency="HKD",
        ),
    ),
    case(
        "c-tw-allowance",
        "transfer less an allowance, Taiwan",
        "Outlook",
        "ZH24",
        "匯款通知",
        "2026-11-10T10:00:00",
        "貴公司發票QK-30420036金額NT$48,300，扣除折讓單NT$1,300，實匯NT$47,000，已於11/10匯出。",
        "remittance",
        wire(
            "ZH24", "47000.00", "2026-11-10", None, line("QK-30420036", "47000.00", ANY, ANY), currency="TWD"
        ),
    ),
    case(
        "c-paper-draft",
        "draft: paper, by courier",
        "Foxmail",
        "ZH34",
        "承兑汇票寄出",
        "2026-10-30T10:00:00",
        "贵司：今寄出银行承兑汇票一张，票号10400052/21234567，金额33200元，到期日2027年4月28日，支付HT34-2610-1货款，顺丰单号SF1234567890123。",
        "remittance",
        wire(
            "ZH34",
            "33200.00",
            ANY,
            ANY,
            *whole("HT34-2610-1", "33200.00"),
            method="draft",
            due_date="2027-04-28",
        ),
    ),
    case(
        "c-chain-note",
        "receivable of a supply chain platform",
        "platform",
        "ZH32",
        "应收账款债权凭证开立通知",
        "2026-11-09T10:00:00",
        wrapped(
            "尊敬的供应商：\n核心企业四川蓉江制药股份有限公司向贵司开立电子债权凭证：",
            plain_table(
                [
                    ["凭证编号", "RX20261109000417"],
                    ["凭证金额", "132,000.00元"],
                    ["开立日", "2026-11-09"],
                    ["承诺付款日", "2027-05-09"],
                    ["对应发票", "26512000000073300016"],
                ]
            ),
        ),
        ANY,
        wire(
            "ZH32",
            "132000.00",
            ANY,
            ANY,
            *whole("26512000000073300016", "132000.00"),
            method=ANY,
            due_date=ANY,
        ),
    ),
    case(
        "c-statement-html",
        "bank's statement as a table in the mail",
        "bank",
        "ZH33",
        "账户动账汇总",
        "2026-11-19T07:00:00",
        wrapped(
            f"尊敬的客户，您的账户动账如下\n账号：{OUR_ACCOUNT}　户名：{US}　币种：人民币",
            plain_table(
                [
                    ["交易日期", "摘要", "借方金额", "贷方金额", "余额", "对方户名", "附言"],
                    ["2026-11-18", "转账", "", "11,890.00", "61,890.00", NAMES["ZH33"], "60412225"],
                    ["2026-11-18", "转账", "2,000.00", "", "59,890.00", "无锡物业公司", "物业费"],
                ]
            ),
        ),
        "bank_statement",
        credit("ZH33", "11890.00", "2026-11-18", None, "60412225"),
        sender=BANK,
        customer=ANY,
    ),
    case(
        "c-statement-signed",
        "bank's statement, workbook: signs",
        "bank export",
        "ZH34",
        "明细",
        "2026-11-19T10:00:00",
        "明细",
        "bank_statement",
        credit("ZH34", "18800.00", "2026-11-17", None, "HT34-2609-2", currency=ANY),
        credit("ZH34", "33200.00", "2026-11-18", None, "HT34-2610-1", currency=ANY),
        sender=LIN,
        customer=ANY,
        files=[attached("mx.xlsx", XLSX, xlsx_openpyxl(signed))],
    ),
    case(
        "c-rejected",
        "an order sent back",
        "OA",
        "ZH34",
        "付款申请驳回通知",
        "2026-11-05T10:00:00",
        wrapped(
            "您好：\n您提交的付款申请（收款单位：澄泽传动，金额：27,000.00元，单据HT34-2610-2）已被财务驳回，原因：发票信息不符，请修改后重新提交。"
        ),
        "other",
    ),
    case(
        "c-debit-failed",
        "a debit that failed",
        "bank app",
        "ZH33",
        "转账失败提醒",
        "2026-11-05T10:00:00",
        "您尾号4411的账户向澄泽传动转账11,890.00元失败，原因：余额不足，资金已退回原账户。",
        "other",
    ),
    case(
        "c-you-paid-us",
        "thanks for money of ours",
        "Foxmail",
        "ZH32",
        "收款确认",
        "2026-11-05T10:00:00",
        "贵司11月4日支付的原料款56,000元我司已收到，收据随货寄出，谢谢合作。",
        "other",
    ),
    case(
        "c-order-only",
        "prose: a contract's number alone, a part of it",
        "QQ",
        "ZH34",
        "付款",
        "2026-10-09T10:00:00",
        "今日支付合同HT34进度款50000元，请查收并开收据。",
        "remittance",
        wire("ZH34", "50000.00", "2026-10-09", None) | {"method": ANY},
    ),
    case(
        "c-pays-all-of-october",
        "prose: all of a month, with its sum",
        "163",
        "ZH33",
        "10月货款",
        "2026-11-10T10:00:00",
        "10月份货款共计15290元（60412225、60412233）已于今日付清，请查收。",
        "remittance",
        wire("ZH33", "15290.00", "2026-11-10", None, *unpriced("60412225", "60412233")) | {"method": ANY},
    ),
    case(
        "c-goods-returned",
        "answer: goods sent back, payment stopped",
        "QQ",
        "ZH33",
        "退货",
        "2026-10-18T10:00:00",
        html(html_lines("60412233的货质量有问题，已全部退回，货款3400元不再支付。"), encoding="base64"),
        "dispute",
        disputes=[dispute("60412233", "质量有问题", ANY)],
    ),
)
