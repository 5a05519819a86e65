"""Chinese mails with attachments: a number lost in a float, an old XLS; balances and traps."""

from datetime import date
from typing import Any

from tests.corpus.mail.clients import netease, plain_table, qq
from tests.corpus.mail.sheets import XLS, XLSX, xls, xlsx_writer
from tests.corpus.mail.truth import Case, line, pay
from tests.corpus.mail.wire import Mail, attached, html, mixed, text

CHUTIAN_ROWS: list[tuple[str, str | int, float]] = [
    ("2026-02-11", "26422000000155502213", 12300.00),
    ("2026-02-13", "26422000000155502347", 8850.50),
    ("2026-02-25", 26422000000155503098, 5149.50),  # typed without an apostrophe: the last digits are gone
    ("2026-03-02", "26422000000155503411", 20000.00),
]


def chutian(book: Any) -> None:
    """Title, table, total; one invoice number is a number cell; a second sheet that has nothing to do with it."""
    sheet = book.add_worksheet("4月付款")
    money = book.add_format({"num_format": "#,##0.00"})
    sheet.merge_range("A1:D1", "楚天阀门付款明细（供应商：潮井仪器）")
    sheet.write_row("A3", ["开票日期", "发票号码", "付款金额（元）", "申请单"])
    for row, (issued, number, amount) in enumerate(CHUTIAN_ROWS, 3):
        sheet.write_datetime(row, 0, date.fromisoformat(issued), book.add_format({"num_format": "yyyy/m/d"}))
        if isinstance(number, int):
            sheet.write_number(row, 1, number)
        else:
            sheet.write_string(row, 1, number)
        sheet.write_number(row, 2, amount, money)
        sheet.write_string(row, 3, f"FK2604{row:03}")
    sheet.write(7, 0, "合计")
    sheet.write_number(7, 2, 46300.00, money)
    other = book.add_worksheet("车辆台账")
    other.write_row("A1", ["车牌", "保险到期", "保费"])
    other.write_row("A2", ["鄂A00T71", "2026-11-30", 4850.00])


YUHUI_ROWS: list[list[Any]] = [
    ["昱辉塑胶 付款清单", None, None, None, None],
    ["付款日期", date(2026, 5, 15), None, None, None],
    ["发票日期", "发票号", "应付", "返利扣减", "实付"],
    [date(2026, 4, 3), "26442000000300875566", 40000.00, 800.00, 39200.00],
    [date(2026, 4, 8), "26442000000300875673", 25000.00, 0.00, 25000.00],
    ["合计", None, 65000.00, 800.00, 64200.00],
]

DIFFER_ROWS = [
    ["发票", "贵司列示", "我司账面", "差额"],
    ["26612000000088140052", "86,000.00", "80,600.00", "5,400.00"],
    ["26612000000088140177", "41,250.00", "41,250.00", "-"],
    ["余额", "127,250.00", "121,850.00", "5,400.00"],
]

PENDING = """付款指令详情
指令编号    20260422-0031
收款人      潮井仪器（苏州）有限公司
金额        27,300.00 元
用途        货款 00731871
指令状态    待复核（经办已提交，尚未发送银行）
"""

CASES = (
    Case(
        name="zh-xlsx-number-as-float",
        layout="xlsx-number-lost",
        producer="XlsxWriter; 163 web mail",
        language="zh",
        mail=Mail(
            sender=("楚天阀门 资金部", "zijin@chutianvalve.example"),
            subject="4月付款明细",
            date="2026-04-17T15:50:33+08:00",
            part=mixed(
                html(netease("4月16日已付46,300.00元，明细见附件。"), encoding="base64"),
                attached("4月付款（潮井）.xlsx", XLSX, xlsx_writer(chutian)),
            ),
        ),
        kind="remittance",
        customer="K604",
        payments=(
            pay(
                "46300.00",
                "CNY",
                line("26422000000155502213", "12300.00"),
                line("26422000000155502347", "8850.50"),
                line(None, "5149.50"),
                line("26422000000155503411", "20000.00"),
                date="2026-04-16",
            ),
        ),
    ),
    Case(
        name="zh-xls-rebate",
        layout="xls-rebate-column",
        producer="Excel 97 (xlwt); QQ web mail",
        language="zh",
        mail=Mail(
            sender=("昱辉塑胶", "cw@yuhui-plastic.example"),
            subject="付款清单",
            date="2026-05-15T16:05:20+08:00",
            charset="gb18030",
            part=mixed(
                html(
                    qq("5月15日已汇出64,200.00元，清单见附件。返利按一季度协议2%。"),
                    "gb18030",
                    label="GB2312",
                    encoding="base64",
                ),
                attached("fukuan0515.xls", XLS, xls("Sheet1", YUHUI_ROWS, dates="YYYY-MM-DD")),
            ),
        ),
        kind="remittance",
        customer="K606",
        payments=(
            pay(
                "64200.00",
                "CNY",
                line("26442000000300875566", "39200.00", "0.00", "800.00", "返利"),
                line("26442000000300875673", "25000.00"),
                date="2026-05-15",
                method="wire",
            ),
        ),
    ),
    Case(
        name="zh-balance-agreed",
        layout="balance-agreed",
        producer="Outlook 2016",
        language="zh",
        mail=Mail(
            sender=("海屿冷链财务 于珺", "yujun@haiyu-coldchain.example"),
            subject="答复: 往来询证函",
            date="2026-04-08T13:40:00+08:00",
            part=text(
                "谭小姐：\n\n询证函收悉。截至2026年3月31日，贵司列示的余额80,660.00元与我司账面一致，数据无误，盖章件明日寄出。\n\n于珺\n"
                "青岛海屿冷链物流有限公司\n",
                "gb18030",
                label="gb2312",
                encoding="base64",
            ),
        ),
        kind="statement_confirmation",
        customer="K602",
    ),
    Case(
        name="zh-balance-denied",
        layout="balance-denied-table",
        producer="Foxmail",
        language="zh",
        mail=Mail(
            sender=("秦岭实验室设备", "finance@qinlinglab.example"),
            subject="对账结果",
            date="2026-04-13T09:18:55+08:00",
            part=html(
                "<html><body><div>贵司3月底对账单经核对，账目不符，差异如下：</div>"
                + plain_table(DIFFER_ROWS)
                + "<div>请查明后重发对账单。</div><div>西安秦岭实验室设备有限公司</div></body></html>\n"
            ),
        ),
        kind="statement_confirmation",
        customer="K607",
    ),
    Case(
        name="zh-when-will-the-invoice-come",
        layout="question",
        producer="163 web mail",
        language="zh",
        mail=Mail(
            sender=("苏镕", "81902277@foxbox.example"),
            subject="发票",
            date="2026-04-21T10:31:07+08:00",
            part=html(
                netease("您好，请问合同TW-2604-11的发票什么时候能开？货款38,000元要等发票到了才能排付款。"),
                encoding="base64",
            ),
        ),
        kind="other",
        customer="K601",
    ),
    Case(
        name="zh-transfer-not-released",
        layout="bank-status-pending",
        producer="QQ web mail",
        language="zh",
        mail=Mail(
            sender=("蜀锦仪器出纳", "chuna@shujin.example"),
            subject="付款进度",
            date="2026-04-22T17:45:30+08:00",
            part=text(
                "您好，款项进度给您看一下：\n\n" + PENDING, "gb18030", label="gb18030", encoding="base64"
            ),
        ),
        kind="other",
        customer="K603",
    ),
    Case(
        name="zh-out-of-office",
        layout="out-of-office",
        producer="Tencent exmail",
        language="zh",
        mail=Mail(
            sender=("海屿冷链财务 于珺", "yujun@haiyu-coldchain.example"),
            subject="自动回复：对账单",
            date="2026-05-04T09:00:11+08:00",
            part=html(
                "<div>您好，五一假期本人休假，5月6日回来上班后处理您的邮件。</div>\n", encoding="base64"
            ),
            more=("Auto-Submitted: auto-replied",),
        ),
        kind="auto_reply",
        customer="K602",
    ),
)
