"""An eighth set, short: what is said in passing, forms without colons, and payments that were not made."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, US
from tests.corpus.chinese.paper import case, html_lines, line, unpriced, whole, wire, wrapped
from tests.corpus.mail.clients import plain_table
from tests.corpus.mail.truth import ANY, dispute, promise

SIGNLESS = {"currency": ANY}


def table(words: str, rows: list[list[str]], after: str = "") -> Any:
    return wrapped(words, plain_table(rows) + html_lines(after))


CASES = (
    case(
        "h-two-transfers", "prose: two transfers, two invoices", "phone", "ZH91", "付款", "2026-11-10T16:20:00",
        "您好，刚才分两笔转给贵司，一笔23,500元付71550101，一笔8,260元付71550118，请核对。", "remittance",
        wire("ZH91", "23500.00", "2026-11-10", None, *whole("71550101", "23500.00")),
        wire("ZH91", "8260.00", "2026-11-10", None, *whole("71550118", "8260.00")),
    ),
    case(
        "h-stamp-not-back", "paper waits for a stamp", "Foxmail", "ZH91", "71550125付款", "2026-11-12T10:20:00",
        "71550125的14,400元付款单已填好，公章被借出去了，等章回来马上付。", "other",
    ),
    case(
        "h-acceptance-bounced", "draft not honoured", "QQ", "ZH91", "汇票问题", "2026-11-17T09:20:00",
        "抱歉，上次背书给贵司的那张60,000元汇票，承兑人拒付了，我们另想办法，先跟您说一声。", "other",
    ),
    case(
        "h-half-now", "prose: half now, half on a day", "WeCom", "ZH91", "71550132", "2026-11-11T15:00:00",
        "林经理，71550132一共52,000元，今天先转了26,000元，另外一半11月30日之前转。", "remittance",
        wire("ZH91", "26000.00", "2026-11-11", None, *whole("71550132", "26000.00")),
        promises=[promise("71550132", "2026-11-30", ANY)],
    ),
    case(
        "h-slip-success", "receipt: a wallet's, pasted", "Alipay", "ZH92", "支付宝转账", "2026-11-13T20:11:00",
        f"""转账成功
转账金额 3,980.00元
对方账户 {US}
转账备注 EB-2610-07
创建时间 2026-11-13 20:08:41
订单号 20261113200040011100770012345678
""",
        "remittance",
        wire("ZH92", "3980.00", "2026-11-13", ANY, *whole("EB-2610-07", "3980.00"), method="wallet"),
    ),
    case(
        "h-slip-failed", "receipt: a bank's, failed", "bank app", "ZH92", "转账", "2026-11-16T20:11:00",
        f"""手机银行转账回单
付款户名 {NAMES["ZH92"]}
收款户名 {US}
收款账号 {OUR_ACCOUNT}
金额 2,150.00元
附言 EB-2610-15
处理结果 失败（户名账号不符）
""",
        "other",
    ),
    case(
        "h-last-year", "compares with last year", "Foxmail", "ZH92", "价格", "2026-11-09T09:30:00",
        "去年同样的货我们付了5,200元，今年EB-2610-22开了6,100元，麻烦先解释一下涨价原因。", ANY,
    ),
    case(
        "h-paid-list", "table: paid and why not", "ERP", "ZH93", "付款结果反馈", "2026-11-18T10:00:00",
        table(
            "贵司提交的付款申请处理结果如下：",
            [
                ["发票号码", "金额", "结果", "说明"],
                ["90412206", "17,800.00", "已支付", "2026-11-17"],
                ["90412213", "9,450.00", "退回", "发票抬头错误"],
                ["90412220", "22,300.00", "审核中", "部门经理"],
            ],
        ),
        "remittance",
        wire("ZH93", "17800.00", "2026-11-17", None, *whole("90412206", "17800.00"), method=ANY) | SIGNLESS | {"amount": ANY},
        disputes=[],
    ),
    case(
        "h-set-off-by-returns", "prose: less a red invoice", "Foxmail", "ZH93", "付款通知", "2026-11-13T10:00:00",
        "本次支付90412237货款31,000元，扣减红字发票90412299金额1,000元，实际汇款30,000元，已于11月12日汇出。", "remittance",
        wire("ZH93", "30000.00", "2026-11-12", None, line("90412237", ANY, ANY, ANY), line("90412299", ANY, ANY, ANY)) | {"lines": ANY},
    ),
    case(
        "h-ask-arrived", "asks whether it has come", "phone", "ZH93", "到账", "2026-11-19T08:50:00",
        "周老师，昨天转的9,450元到了没？90412213那笔，到了的话麻烦开收据", ANY,
        wire("ZH93", "9450.00", "2026-11-18", None, *whole("90412213", "9450.00")),
    ),
    case(
        "h-hk-two-cheques", "prose: two cheques, Hong Kong", "Outlook", "ZH94", "支票", "2026-11-16T11:00:00",
        "陳小姐，今日寄出兩張支票：#004471 HK$12,600.00（CZ-H2610-31）及 #004472 HK$5,480.00（CZ-H2610-38），請查收。", "remittance",
        wire("ZH94", "12600.00", "2026-11-16", "004471", *whole("CZ-H2610-31", "12600.00"), currency="HKD", method="check"),
        wire("ZH94", "5480.00", "2026-11-16", "004472", *whole("CZ-H2610-38", "5480.00"), currency="HKD", method="check"),
    ),
    case(
        "h-hk-post-dated", "says when a cheque will be drawn, Hong Kong", "phone", "ZH94", "CZ-H2610-45", "2026-11-17T11:00:00",
        "唔好意思，CZ-H2610-45嗰$7,700要月底先有得俾你，到時再通知。", ANY, promises=[promise("CZ-H2610-45", "2026-11-30", ANY)],
    ),
    case(
        "h-tw-paid-two", "prose: two invoices, Taiwan", "Outlook", "ZH95", "付款通知", "2026-11-05T11:00:00",
        "貴公司發票QK-30471018、QK-30471026合計NT$136,500，業於11月5日匯入貴公司帳戶，敬請查收。", "remittance",
        wire("ZH95", "136500.00", "2026-11-05", None, *unpriced("QK-30471018", "QK-30471026"), currency="TWD"),
    ),
    case(
        "h-tw-price", "dispute: price, Taiwan", "Outlook", "ZH95", "QK-30471034", "2026-11-12T11:00:00",
        "您好，QK-30471034單價與報價單不符，煩請更正後再送請款，本期暫不付款。", "dispute", disputes=[dispute("QK-30471034", "單價不符", None)],
    ),
)  # fmt: skip
