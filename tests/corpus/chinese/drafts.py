"""Bills of exchange, bank's and trade's: the face of one, lists, an endorsement notice, a mix with money."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, US
from tests.corpus.chinese.paper import (
    capital,
    case,
    grid,
    pdf,
    print_html,
    whole,
    wire,
    wrapped,
)
from tests.corpus.mail.clients import plain_table
from tests.corpus.mail.sheets import XLSX, xlsx_openpyxl
from tests.corpus.mail.wire import attached


def face() -> bytes:
    """The face of an electronic bank acceptance of the new generation, with its range of parts."""
    rows: list[list[Any]] = [
        ["出票日期", "2026-09-21", "票据状态", "背书已签收", "", ""],
        ["汇票到期日", "2027-03-21", "票据(包)号码", ("530710100001720260921004417701", "colspan=3")],
        ["子票区间", "1-30000000", "", "", "", ""],
        [
            ("出票人", "rowspan=3"),
            "全称",
            "鲁昌物资贸易有限公司",
            ("收票人", "rowspan=3"),
            "全称",
            NAMES["ZH02"],
        ],
        ["账号", "15330101040099", "账号", "15-330101040017788"],
        ["开户银行", "潍坊寒亭支行", "开户银行", "潍坊寒亭支行营业室"],
        ["票据(包)金额", ("人民币（大写）" + capital("300000"), "colspan=3"), ("¥300,000.00", "colspan=2")],
        [
            ("承兑人信息", "rowspan=2"),
            "全称",
            "胶东城市商业银行股份有限公司",
            "开户行行号",
            ("313471000017", "colspan=2"),
        ],
        ["承兑日期", "2026-09-21", "交易合同号", ("HT-2026-0417", "colspan=2")],
        ["能否转让", ("可再转让", "colspan=5")],
        ["备注", ("本汇票已经承兑，到期无条件付款", "colspan=5")],
    ]
    return print_html(
        "<h3>电子银行承兑汇票</h3><div>显示日期：2026-10-20 10:17:02</div>" + grid(rows), size="A4 landscape"
    )


LIST = [
    (
        "1",
        "银承",
        "510224400001920260817110077215",
        date(2026, 8, 17),
        date(2027, 2, 17),
        "晋阳银行",
        90000.00,
    ),
    ("2", "银承", "510224400001920260902110088406", date(2026, 9, 2), date(2027, 3, 2), "晋阳银行", 60000.00),
    (
        "3",
        "商承",
        "290710000004420260910220031198",
        date(2026, 9, 10),
        date(2026, 12, 10),
        "天山钢铁集团财务公司",
        50500.00,
    ),
]


def listed(book: Any) -> None:
    tab = book.active
    tab.title = "票据清单"
    tab["A1"] = "天山农垦物资 票据背书清单"
    tab.merge_cells("A1:G1")
    tab["A2"] = f"被背书人：{US}　背书日期：2026-11-06"
    tab.append(["序号", "票据类型", "票据号码", "出票日", "到期日", "承兑人", "票面金额"])
    for row in LIST:
        tab.append(list(row))
    tab.append(["合计", None, None, None, None, None, 200500.00])
    for number in range(4, 8):
        tab.cell(number, 7).number_format = "#,##0.00"


CASES = (
    case(
        "draft-face",
        "draft: its face",
        "Chromium",
        "ZH02",
        "票据背书-鲁昌重机",
        "2026-10-20T10:30:00",
        "澄泽传动：\n我司已将一张银行承兑汇票（30万元）背书给贵司，请在网银签收。用于支付发票 26372000000090116871（240,000.00元）、26372000000090117106（60,000.00元）。",
        "remittance",
        wire(
            "ZH02",
            "300000.00",
            "*",
            "530710100001720260921004417701",
            *whole("26372000000090116871", "240000.00", "26372000000090117106", "60000.00"),
            method="draft",
            due_date="2027-03-21",
        ),
        files=[pdf("票面.pdf", face())],
        mailer="Foxmail 7.2.25.375[cn]",
    ),
    case(
        "draft-two-in-prose",
        "drafts: two in prose",
        "Foxmail",
        "ZH20",
        "承兑汇票已背书",
        "2026-11-02T12:10:00",
        "您好：\n今天背书转让两张电子承兑，请签收：\n1、银行承兑汇票，票号 130855100001820260928007700412，金额 9 万元，到期日 2027年3月28日；\n"
        "2、商业承兑汇票，票号 230855100009920261012007700519，金额 74,500.00 元，到期日 2027年1月12日。\n第一张付 26652000000007440001，第二张付 26652000000007440027。\n天山农垦 财务",
        "remittance",
        wire(
            "ZH20",
            "90000.00",
            "2026-11-02",
            "130855100001820260928007700412",
            *whole("26652000000007440001", "90000.00"),
            method="draft",
            due_date="2027-03-28",
        ),
        wire(
            "ZH20",
            "74500.00",
            "2026-11-02",
            "230855100009920261012007700519",
            *whole("26652000000007440027", "74500.00"),
            method="draft",
            due_date="2027-01-12",
        ),
    ),
    case(
        "draft-list-xlsx",
        "drafts: a list as workbook",
        "openpyxl",
        "ZH20",
        "背书清单",
        "2026-11-06T18:00:00",
        "清单见附件，三张承兑都已背书，请签收。",
        "remittance",
        wire(
            "ZH20",
            "90000.00",
            "2026-11-06",
            "510224400001920260817110077215",
            currency="*",
            method="draft",
            due_date="2027-02-17",
        ),
        wire(
            "ZH20",
            "60000.00",
            "2026-11-06",
            "510224400001920260902110088406",
            currency="*",
            method="draft",
            due_date="2027-03-02",
        ),
        wire(
            "ZH20",
            "50500.00",
            "2026-11-06",
            "290710000004420260910220031198",
            currency="*",
            method="draft",
            due_date="2026-12-10",
        ),
        files=[attached("票据清单.xlsx", XLSX, xlsx_openpyxl(listed))],
    ),
    case(
        "draft-and-transfer",
        "draft and transfer in one mail",
        "163",
        "ZH10",
        "付款通知",
        "2026-11-12T09:40:00",
        "澄泽：\n发票26632000000004410011共480000元，其中电汇180000元，银行承兑汇票300000元（票号131358102300520261030099881234，到期日2027-04-30），均于今日支付，请查收。",
        "remittance",
        wire("ZH10", "180000.00", "2026-11-12", None, *whole("26632000000004410011", "180000.00")),
        wire(
            "ZH10",
            "300000.00",
            "2026-11-12",
            "131358102300520261030099881234",
            *whole("26632000000004410011", "300000.00"),
            method="draft",
            due_date="2027-04-30",
        ),
    ),
    case(
        "draft-trade-html",
        "draft: pairs in HTML",
        "SRM system",
        "ZH06",
        "【冀中纺织】商业承兑汇票支付通知",
        "2026-10-29T20:00:03",
        wrapped(
            "尊敬的供应商：\n贵司应收票据信息如下：",
            plain_table(
                [
                    ["票据种类", "电子商业承兑汇票"],
                    ["票据号码", "230112100004420261029003344556"],
                    ["子票区间", "1-9100000"],
                    ["票据金额(元)", "91,000.00"],
                    ["出票日期", "2026-10-29"],
                    ["到期日期", "2027-04-29"],
                    ["出票人/承兑人", NAMES["ZH06"]],
                    ["收票人", US],
                    ["对应单据", "XS-2610-0004"],
                ]
            )
            + "<p>本邮件由系统自动发送，请勿回复。</p>",
        ),
        "remittance",
        wire(
            "ZH06",
            "91000.00",
            "2026-10-29",
            "230112100004420261029003344556",
            *whole("XS-2610-0004", "91000.00"),
            method="draft",
            due_date="2027-04-29",
        ),
    ),
    case(
        "draft-planned",
        "draft: only promised",
        "QQ",
        "ZH13",
        "回复：货款",
        "2026-11-11T10:00:00",
        "你好，26122000000020070740 这张票我们打算用六个月银承付，等出票行额度下来才能开，开好再通知你。",
        "other",
    ),
)
