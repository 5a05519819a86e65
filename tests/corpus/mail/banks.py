"""Statements of our own accounts, from a bank's mailbox or from staff: two banks, Alipay, WeChat Pay."""

from typing import Any

from tests.corpus.mail.sheets import XLSX, xlsx_openpyxl
from tests.corpus.mail.truth import ANY, Case, line, pay
from tests.corpus.mail.wire import Mail, attached, mixed, text

MEI = ("Mei Tan", "mei.tan@tidewell.example")

JIANGNAN = """账户交易明细
账号:,="99044711070000123"
户名:,潮井仪器（苏州）有限公司
查询区间:,20260408-20260409
交易日期,交易时间,借方发生额,贷方发生额,账户余额,对方户名,对方账号,摘要,附言,流水号
20260408,09:12:33,,31500.00,231500.00,常州瑞川自动化设备有限公司,99320010471,转账,货款26322000000417738812,J0408000117
20260408,09:30:01,15.00,,231485.00,,,手续费,网银手续费,J0408000122
20260408,14:05:50,,98640.00,330125.00,青岛海屿冷链物流有限公司,99370020058,电汇,海屿货款,J0408000309
20260409,10:11:08,,50000.00,380125.00,潮井仪器（苏州）有限公司,99044711070000456,同名划转,资金归集,J0409000051
20260409,16:40:17,12800.00,,367325.00,苏州某某物业管理有限公司,99044100200,转账,四月房租,J0409000260
"""

ALIPAY_OWN = """#支付宝账务明细查询
#账号：[20880044711070156]
#起始日期：[2026年04月25日 00:00:00]   终止日期：[2026年04月26日 00:00:00]
#-----------------------------------------账务明细列表----------------------------------------
账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
318004471100011\t,2026042522001400471100001\t,\t,转账收款,2026-04-25 10:20:31,黄明珠(mzwj0577@foxbox.example),1260.00,0.00,5310.00,支付宝,转账,XS2604-061
318004471100012\t,2026042522001400471100001\t,\t,服务费,2026-04-25 10:20:32,,0.00,-7.56,5302.44,支付宝,收费,
318004471100029\t,2026042522001400471100877\t,\t,转账收款,2026-04-25 15:41:09,王*(138******21),880.00,0.00,6182.44,支付宝,转账,货款
318004471100034\t,\t,\t,提现,2026-04-25 18:00:00,,0.00,-6000.00,182.44,支付宝,提现,
#-----------------------------------------账务明细列表结束------------------------------------
#支出合计：2笔，共-6007.56元
#收入合计：2笔，共2140.00元
#导出时间：[2026年04月26日 09:01:15]
"""


def merlion(book: Any) -> None:
    """One sheet a currency account, deposits and withdrawals in two columns."""
    sheet = book.active
    sheet.title = "AUD 0044-711-9"
    rows: list[list[Any]] = [
        ["Merlion Trust Bank - Account activity"],
        ["Account", "0044-711-9", "Currency", "AUD"],
        [],
        ["Date", "Value date", "Description", "Withdrawal", "Deposit", "Balance", "Bank ref"],
        [
            "20-May-2026",
            "20-May-2026",
            "INWARD TT OSPREY BAY MARINE PTY /R8-1060",
            None,
            2480.00,
            14480.00,
            "TT2605200071",
        ],
        ["20-May-2026", "20-May-2026", "INWARD TT COMMISSION", 10.00, None, 14470.00, "TT2605200071"],
        ["21-May-2026", "21-May-2026", "GIRO PAYROLL", 9000.00, None, 5470.00, "GP2605210004"],
        [
            "21-May-2026",
            "21-May-2026",
            "TRANSFER FROM COASTLINE FERRIES PTY",
            None,
            640.00,
            6110.00,
            "TF2605210118",
        ],
        ["Closing balance", None, None, None, None, 6110.00],
    ]
    for row in rows:
        sheet.append(row)


def wechat(book: Any) -> None:
    """The merchant's WeChat Pay bill: preamble, separator row, income and one refund."""
    sheet = book.active
    sheet.title = "微信支付账单"
    rows: list[list[Any]] = [
        ["微信支付账单明细"],
        ["微信昵称：[潮井仪器-苏州]"],
        ["起始时间：[2026-05-09 00:00:00] 终止时间：[2026-05-10 00:00:00]"],
        ["共2笔记录；收入：1笔 1960.00元；支出：1笔 26.00元"],
        [],
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
        [
            "2026-05-09 11:32:50",
            "转账",
            "明珠五金",
            "转账备注:XS2605-007货款",
            "收入",
            "¥1960.00",
            "/",
            "已存入零钱",
            "100005000120260509044711000987",
            "10001071200000447110",
            "/",
        ],
        [
            "2026-05-09 12:20:13",
            "商户消费",
            "园区食堂",
            "午餐",
            "支出",
            "¥26.00",
            "零钱",
            "支付成功",
            "420000210020260509044711000988",
            "60004471",
            "/",
        ],
    ]
    for row in rows:
        sheet.append(row)


CASES = (
    Case(
        name="zh-bank-export-csv",
        layout="bank-export-csv",
        producer="bank mailer, GB18030 CSV",
        language="zh",
        mail=Mail(
            sender=("江南商业银行", "ebank@jiangnanbank.example"),
            subject="账户明细推送",
            date="2026-04-10T07:00:00+08:00",
            charset="gb18030",
            part=mixed(
                text(
                    "尊敬的客户：您订阅的账户明细见附件。本邮件由系统发出，请勿回复。\n",
                    "gb18030",
                    label="GBK",
                    encoding="base64",
                ),
                attached("mingxi_20260409.csv", "text/csv", JIANGNAN.replace("\n", "\r\n").encode("gb18030")),
            ),
        ),
        kind="bank_statement",
        customer=ANY,
        payments=(
            pay(
                "31500.00",
                "CNY",
                line("26322000000417738812", "31500.00"),
                payer="常州瑞川自动化设备有限公司",
                date="2026-04-08",
                method=ANY,
                reference="J0408000117",
            ),
            pay(
                "98640.00",
                "CNY",
                payer="青岛海屿冷链物流有限公司",
                date="2026-04-08",
                method=ANY,
                reference="J0408000309",
            ),
        ),
    ),
    Case(
        name="zh-alipay-own-account",
        layout="alipay-own-account",
        producer="Alipay CSV, mailed by staff",
        language="zh",
        mail=Mail(
            sender=MEI,
            subject="支付宝流水",
            date="2026-04-26T09:10:22+08:00",
            part=mixed(
                text("昨天的支付宝流水。\n", encoding="base64"),
                attached(
                    "20880044711070156_20260425.csv",
                    "text/csv",
                    ALIPAY_OWN.replace("\n", "\r\n").encode("gb18030"),
                ),
            ),
        ),
        kind="bank_statement",
        customer=ANY,
        payments=(
            pay(
                "1260.00",
                "CNY",
                line("XS2604-061", "1260.00"),
                date="2026-04-25",
                method="wallet",
                reference=ANY,
            ),
            pay("880.00", "CNY", date="2026-04-25", method="wallet", reference=ANY),
        ),
    ),
    Case(
        name="en-bank-activity-xlsx",
        layout="bank-export-xlsx",
        producer="bank mailer, openpyxl",
        language="en",
        mail=Mail(
            sender=("Merlion Trust Bank", "statements@merliontrust.example"),
            subject="Account activity 0044-711-9",
            date="2026-05-22T06:00:00+08:00",
            part=mixed(
                text("Your scheduled report is attached. Do not reply.\n", "us-ascii", encoding="7bit"),
                attached("activity.xlsx", XLSX, xlsx_openpyxl(merlion)),
            ),
        ),
        kind="bank_statement",
        customer=ANY,
        payments=(
            pay(
                "2480.00",
                "AUD",
                line("R8-1060", "2480.00"),
                payer="OSPREY BAY MARINE PTY",
                date="2026-05-20",
                method=ANY,
                reference="TT2605200071",
            ),
            pay(
                "640.00",
                "AUD",
                payer="COASTLINE FERRIES PTY",
                date="2026-05-21",
                method=ANY,
                reference="TF2605210118",
            ),
        ),
    ),
    Case(
        name="zh-wechat-bill-xlsx",
        layout="wechat-bill-xlsx",
        producer="WeChat Pay XLSX, mailed by staff",
        language="zh",
        mail=Mail(
            sender=MEI,
            subject="微信收款",
            date="2026-05-10T09:02:00+08:00",
            part=mixed(
                text("微信账单。\n", encoding="base64"),
                attached("微信支付账单(20260509).xlsx", XLSX, xlsx_openpyxl(wechat)),
            ),
        ),
        kind="bank_statement",
        customer=ANY,
        payments=(
            pay(
                "1960.00",
                "CNY",
                line("XS2605-007", "1960.00"),
                date="2026-05-09",
                method="wallet",
                reference="100005000120260509044711000987",
            ),
        ),
    ),
)
