"""WeChat Pay and Alipay: certificates, notes, exports by the customer and by our own cashier; banks' notices and statements."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, US
from tests.corpus.chinese.paper import capital, case, grid, line, pdf, print_html, wrapped
from tests.corpus.mail.clients import plain_table
from tests.corpus.mail.sheets import XLS, XLSX, xls, xlsx_openpyxl
from tests.corpus.mail.truth import ANY, pay
from tests.corpus.mail.wire import attached

LIN = ("林越", "lin.yue@chengze.example")
ZHOU = ("周可", "zhou.ke@chengze.example")
BANK = ("太湖农商银行企业网银", "ebank@taihubank.example")


def alipay_slip() -> bytes:
    rows: list[list[Any]] = [
        ["付款方", "账户名", "*兴（佛山市顺德区万兴五金制品厂）", "账号", "wanxing_sd@foxbox.example"],
        ["收款方", "账户名", US, "账号", "ar***@chengze.example"],
        ["转账金额", "小写", "3600.00", "大写", capital("3600")],
        ["交易时间", ("2026-10-24 19:02:41", "colspan=2"), "流水号", "20261024110070001506440041772233"],
        ["转账备注", ("00123471货款", "colspan=4")],
    ]
    return print_html(
        "<h3>支付通电子回单</h3>"
        + grid(rows)
        + "<p>回单生成时间：2026-10-25 08:11:02　申请人：*兴　回单专用章</p><p>该回单仅说明付款情况，具体以交易记录为准</p>",
        font="WenQuanYi Micro Hei",
    )


def wechat_slip() -> bytes:
    return print_html(
        "<h2>微信支付转账电子凭证</h2><p>编号：1000107301202610290417889900113322</p><p>兹证明，微信支付用户 *万兴（微信号：wx***88）于 2026年10月29日 20:15:08 "
        f"通过微信支付向 {US} 转账人民币 2,150.00 元（大写：{capital('2150')}）。</p>"
        + grid([["转账说明", "货款00123480"], ["付款方式", "零钱"], ["交易状态", "对方已收钱"]])
        + "<p>财付通支付科技有限公司　2026年10月30日</p>"
    )


def wechat_bill(book: Any) -> None:
    """The merchant's own bill, many rows above the heading, signs in a column."""
    tab = book.active
    for row in (
        ["微信支付账单明细"],
        ["微信昵称：[澄泽传动收款]"],
        ["起始时间：[2026-11-01 00:00:00] 终止时间：[2026-11-15 23:59:59]"],
        ["导出类型：[全部]"],
        ["共4笔记录"],
        ["收入：2笔 3118.50元"],
        ["支出：1笔 86.00元"],
        ["中性交易：1笔 3000.00元"],
        [],
        ["----------------------微信支付账单明细列表--------------------"],
    ):
        tab.append(row)
    tab.append(
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
        ]
    )
    for entry in (
        [
            datetime.fromisoformat("2026-11-04 09:21:05"),
            "转账",
            "万兴五金",
            "转账备注:00123499货款",
            "收入",
            815.00,
            "/",
            "已存入零钱",
            "1000050001202611040417000011112222",
            "/",
            "/",
        ],
        [
            datetime.fromisoformat("2026-11-06 12:02:44"),
            "商户消费",
            "梁溪文具",
            "打印纸",
            "支出",
            86.00,
            "零钱",
            "支付成功",
            "4200002611202611060417000033334444",
            "88120",
            "/",
        ],
        [
            datetime.fromisoformat("2026-11-09 18:40:00"),
            "转账",
            "渝嘉汽配",
            "转账备注:03381266",
            "收入",
            2303.50,
            "/",
            "已存入零钱",
            "1000050001202611090417000055556666",
            "/",
            "/",
        ],
        [
            datetime.fromisoformat("2026-11-12 08:00:00"),
            "零钱提现",
            "太湖农商银行",
            "/",
            "/",
            3000.00,
            "太湖农商银行",
            "提现已到账",
            "2072611120417000077778888",
            "/",
            "服务费¥3.00",
        ],
    ):
        tab.append(entry)


ALIPAY = (
    "支付宝（中国）网络技术有限公司  电子客户回单\r\n账号:[ar@chengze.example]\r\n起始日期:[2026-10-01 00:00:00]   终止日期:[2026-10-31 23:59:59]\r\n"
    "---------------------------------交易记录明细列表------------------------------------\r\n"
    "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\r\n"
    "9900417001\t,2026101822001\t,\t,湘麓货款,2026-10-18 10:00:12,xianglu_cw@foxbox.example(长沙湘麓建材有限公司),5925.00,0.00,8100.20,支付宝,转账,10455822\r\n"
    "9900417002\t,2026101922002\t,\t,提现,2026-10-19 11:30:00,太湖农商银行,0.00,8000.00,100.20,支付宝,提现,\r\n"
    "---------------------------------------------------------------------------------------\r\n共2条记录,收入合计:5925.00元,支出合计:8000.00元\r\n"
)

STATEMENT: list[list[Any]] = [
    ["太湖农商银行账户交易明细"],
    [f"账号：{OUR_ACCOUNT}", None, None, f"户名：{US}"],
    ["起始日期：2026-11-01", None, None, "截止日期：2026-11-06", None, "币种：人民币"],
    [],
    ["交易日期", "交易时间", "借方发生额", "贷方发生额", "账户余额", "对方户名", "对方账号", "摘要", "附言"],
    ["20261102", "09:14:22", None, 15600.00, 115600.00, NAMES["ZH09"], "8000417000991", "来账", "10455801"],
    ["20261103", "10:00:00", 4200.00, None, 111400.00, "无锡供电公司", "3200110041", "代扣", "电费"],
    ["20261105", "16:41:09", None, 29600.00, 141000.00, NAMES["ZH12"], "3100661099417", "来账", "货款"],
    ["20261106", "17:00:00", 15.00, None, 140985.00, None, None, "手续费", None],
    ["借方合计", 4215.00, "贷方合计", 45200.00, None, None, None, None, None],
]

CSV = (
    f"显山银行对公账户明细\r\n查询账号:,{OUR_ACCOUNT}\t,账户名称:,{US}\r\n序号,交易时间,交易类型,交易金额,余额,对方户名,对方开户行,用途,交易流水号\r\n"
    f'1,2026-11-09 11:20:31,来账,"8,400.00","149,385.00",{NAMES["ZH09"]},长沙湘江支行,10455809货款,XS110900117\t\r\n'
    '2,2026-11-09 15:02:10,往账,"50,000.00","99,385.00",江阴特钢有限公司,江阴支行,材料款,XS110900203\t\r\n'
    f'3,2026-11-10 09:12:00,来账,"28,800.00","128,185.00",{NAMES["ZH19"]},贵阳分行,26522000000002310094,XS111000018\t\r\n'
)


def credit(
    who: str,
    amount: str,
    day: str,
    reference: str | None,
    invoice: str,
    method: str | None = "wire",
    currency: str = "CNY",
) -> dict[str, Any]:
    return pay(
        amount,
        currency,
        line(invoice, amount),
        payer=NAMES[who],
        date=day,
        method=method,
        reference=reference,
    )


CASES = (
    case(
        "wallet-alipay-slip",
        "wallet: receipt",
        "Chromium",
        "ZH04",
        "支付宝回单",
        "2026-10-25T08:15:00",
        "已付，回单见附件",
        "remittance",
        pay(
            "3600.00",
            "CNY",
            line("00123471", "3600.00"),
            date="2026-10-24",
            method="wallet",
            reference="20261024110070001506440041772233",
        ),
        files=[pdf("支付宝回单.pdf", alipay_slip())],
    ),
    case(
        "wallet-wechat-certificate",
        "wallet: certificate in prose",
        "Chromium",
        "ZH04",
        "微信转账凭证",
        "2026-10-30T09:00:00",
        "货款微信转了，凭证附上",
        "remittance",
        pay(
            "2150.00",
            "CNY",
            line("00123480", "2150.00"),
            date="2026-10-29",
            method="wallet",
            reference="1000107301202610290417889900113322",
        ),
        files=[pdf("转账电子凭证.pdf", wechat_slip())],
    ),
    case(
        "wallet-wechat-bill-of-ours",
        "wallet: our own bill, workbook",
        "WeChat export",
        "ZH04",
        "微信账单11月上",
        "2026-11-16T09:00:00",
        "微信账单，麻烦入账。",
        "bank_statement",
        credit("ZH04", "815.00", "2026-11-04", "1000050001202611040417000011112222", "00123499", "wallet")
        | {"payer": ANY},
        credit("ZH03", "2303.50", "2026-11-09", "1000050001202611090417000055556666", "03381266", "wallet")
        | {"payer": ANY},
        sender=LIN,
        customer=None,
        files=[attached("微信支付账单.xlsx", XLSX, xlsx_openpyxl(wechat_bill))],
    ),
    case(
        "wallet-alipay-ledger-of-ours",
        "wallet: our own account book, CSV in GB18030",
        "Alipay export",
        "ZH09",
        "支付宝10月账务明细",
        "2026-11-02T09:00:00",
        "10月支付宝账务明细见附件",
        "bank_statement",
        credit("ZH09", "5925.00", "2026-10-18", "*", "10455822", "wallet") | {"payer": ANY},
        sender=LIN,
        customer="*",
        files=[attached("账务明细.csv", "application/octet-stream", ALIPAY.encode("gb18030"))],
    ),
    case(
        "bank-credit-notice",
        "bank's notice of a credit",
        "bank",
        "ZH16",
        "来账通知",
        "2026-10-27T10:02:00",
        wrapped(
            "尊敬的客户：\n贵公司账户收到一笔来账，详情如下：",
            plain_table(
                [
                    ["收款账号", OUR_ACCOUNT],
                    ["收款户名", US],
                    ["入账时间", "2026-10-27 10:01:17"],
                    ["入账金额", "CNY 3,990.00"],
                    ["付款人户名", NAMES["ZH16"]],
                    ["付款人账号", "471080100100044177"],
                    ["付款人开户行", "海峡兴业昆明分行"],
                    ["附言", "26532000000008150059"],
                    ["交易流水号", "TH102700417"],
                    ["账户余额", "CNY 88,017.20"],
                ]
            ),
        ),
        "bank_statement",
        credit("ZH16", "3990.00", "2026-10-27", "TH102700417", "26532000000008150059"),
        sender=BANK,
    ),
    case(
        "bank-statement-xls",
        "bank's statement, XLS: debit and credit columns",
        "xlwt",
        "ZH09",
        "账户交易明细",
        "2026-11-07T06:00:00",
        "您的账户交易明细见附件。",
        "bank_statement",
        credit("ZH09", "15600.00", "2026-11-02", None, "10455801"),
        pay("29600.00", "CNY", payer=NAMES["ZH12"], date="2026-11-05", method="wire"),
        sender=BANK,
        customer=None,
        files=[attached("交易明细.xls", XLS, xls("交易明细", STATEMENT))],
    ),
    case(
        "bank-statement-csv-types",
        "bank's statement, CSV in GBK: a column of types",
        "bank CSV",
        "ZH09",
        "显山银行11月明细",
        "2026-11-11T09:00:00",
        "上周银行明细",
        "bank_statement",
        credit("ZH09", "8400.00", "2026-11-09", "XS110900117", "10455809", currency=ANY),
        credit("ZH19", "28800.00", "2026-11-10", "XS111000018", "26522000000002310094", currency=ANY),
        sender=ZHOU,
        customer=None,
        files=[attached("明细.csv", "text/csv", CSV.encode("gbk"))],
    ),
)
