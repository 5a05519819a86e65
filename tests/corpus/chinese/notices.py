"""付款通知, 明细 and what ERP and approval programs print or send, with slips that are not yet a payment."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, US
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
from tests.corpus.mail.clients import columns, outlook, outlook_paragraphs, outlook_table, plain_table
from tests.corpus.mail.sheets import DOCX, XLS, XLSX, xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.mail.wire import attached, html
from tests.corpus.pdf import letters, press
from tests.corpus.pdf.sheets import sheet


def retention() -> bytes:
    rows: list[list[Any]] = [
        ["序号", "发票号码", "发票金额", "扣质保金(5%)", "本次实付"],
        ["1", "26342000000077001234", "100,000.00", "5,000.00", "95,000.00"],
        ["2", "26342000000077001241", "64,000.00", "3,200.00", "60,800.00"],
        [("合　　计", "colspan=2"), "164,000.00", "8,200.00", "155,800.00"],
    ]
    return print_html(
        f"<h2>付 款 通 知 书</h2><p>致：{US}</p><p>　　我公司已于2026年10月19日通过中安银行向贵司支付货款，明细如下，请查收并核对：</p>{grid(rows)}"
        f"<p>实付金额（大写）：人民币{capital('155800')}</p><p>付款流水号：ZA20261019880417</p><p style='text-align:right'>{NAMES['ZH07']}<br>财务部（盖章）<br>2026年10月19日</p>",
        font="Noto Serif CJK SC",
        pt=11,
    )


def u8() -> bytes:
    """付款单 as 用友 prints it: a head of pairs, a body of rows, a foot of signers."""
    rows: list[list[Any]] = [
        [("付款单", "lbc", 8)],
        ["", "", "", "", "", "", ("打印模版：付款单打印", "sr", 2)],
        [
            ("单据编号：", "r"),
            "0000004417",
            "",
            ("日期：", "r"),
            "2026-10-23",
            "",
            ("供应商：", "r"),
            ("澄泽传动科技（无锡）有限公司", "s"),
        ],
        [("结算方式：", "r"), "网银转账", "", ("结算科目：", "r"), "100201", "", ("币种：", "r"), "人民币"],
        [("金额：", "r"), "56,170.00", "", ("票据号：", "r"), "", "", ("部门：", "r"), "采购部"],
        [("摘要：", "r"), ("付澄泽传动货款", "", 3), "", "", ("业务员：", "r"), "贺兰"],
        [
            ("款项类型", "xg"),
            ("科目", "xg"),
            ("来源单据类型", "xg"),
            ("来源单据号", "xg"),
            ("发票号", "xg", 2),
            ("本币金额", "xgr"),
            ("金额", "xgr"),
        ],
        [
            ("应付款", "x"),
            ("2202", "x"),
            ("采购发票", "x"),
            ("CG10041", "x"),
            ("26212000000033010077", "x", 2),
            ("39,710.00", "xr"),
            ("39,710.00", "xr"),
        ],
        [
            ("应付款", "x"),
            ("2202", "x"),
            ("红字发票", "x"),
            ("CG10049", "x"),
            ("26212000000033010085", "x", 2),
            ("-2,300.00", "xr"),
            ("-2,300.00", "xr"),
        ],
        [
            ("应付款", "x"),
            ("2202", "x"),
            ("采购发票", "x"),
            ("CG10055", "x"),
            ("26212000000033010091", "x", 2),
            ("18,760.00", "xr"),
            ("18,760.00", "xr"),
        ],
        [("合计", "xb", 6), ("56,170.00", "xbr"), ("56,170.00", "xbr")],
        ["审核人：周岚", "", "", "录入人：贺兰", "", "", "核销人：", ""],
    ]
    return press.office(
        sheet(rows, (2, 2, 2.6, 2.4, 2.4, 2, 2.4, 5), font="WenQuanYi Micro Hei", landscape=True), ".fods"
    )


def kingdee(book: Any) -> None:
    """核销明细 of 金蝶: what was due, paid before, paid now, left."""
    tab = book.active
    tab.title = "付款单"
    tab.append(["付款单"])
    tab.append(["单据编号", "FKD00004417", None, "业务日期", date(2026, 10, 16), None])
    tab.append(["收款单位", US, None, "往来单位类型", "供应商", None])
    tab.append(["结算方式", "电汇", None, "实付金额", 143650.00, None])
    tab.append([])
    tab.append(["源单类型", "源单编号", "应付金额", "已付金额", "本次付款金额", "未付金额"])
    tab.append(["应付单", "XS-2609-0017", 128000.00, 50000.00, 78000.00, 0.00])
    tab.append(["应付单", "XS-2609-0023", 56400.00, 0.00, 32300.00, 24100.00])
    tab.append(["应付单", "XS-2609-0031", 33350.00, 0.00, 33350.00, 0.00])
    tab.append(["合计", None, 217750.00, 50000.00, 143650.00, 24100.00])


def sap() -> str:
    rows: list[list[Any]] = [
        ["凭证号", "参照", "凭证日期", "总额", "扣除", "净额"],
        ["5100034471", "26322000000044015501", "2026.08.18", "215,000.00", "0.00", "215,000.00"],
        ["5100034519", "26322000000044015527", "2026.09.14", "41,030.00", "1,230.90", "39,799.10"],
        ["", "", "总计", "256,030.00", "1,230.90", "254,799.10"],
    ]
    return (
        "付款通知\n\n公司代码 SZ10  启明光电\n供应商 0000104417  澄泽传动科技（无锡）有限公司\n付款凭证 2000017744 / 付款日期 2026.10.26\n\n"
        "我们已将下列项目以银行转账方式结清：\n\n"
        + columns(rows, [14, 24, 14, -14, -12, -14])
        + "\n付款金额 CNY 254,799.10\n扣除为现金折扣。\n"
    )


def approval() -> bytes:
    rows: list[list[Any]] = [
        ["申请部门", "供应部", "申请日期", "2026-11-10", "单据编号", "ZJ-2611-0044"],
        ["收款单位", (US, "colspan=3"), "付款方式", "网银转账"],
        ["申请金额", "￥110,500.00", "大写", (capital("110500"), "colspan=3")],
        ["付款事由", ("货款 发票26652000000007440019", "colspan=5")],
        ["部门负责人", "同意 马志", "财务负责人", "", "总经理", ""],
        ["出纳付款", ("未付款", "colspan=5")],
    ]
    return print_html(
        "<h2>资金支付审批单</h2>" + grid(rows) + "<p>流程状态：审批中（待财务负责人）</p>",
        font="WenQuanYi Micro Hei",
    )


def settlement(book: Any) -> None:
    """A retailer's: invoices, less rebate and freight each, with its columns' names in two rows."""
    tab = book.add_worksheet("结算")
    tab.merge_range("A1:G1", "供应商货款结算单")
    tab.write_row("A2", ["供应商：澄泽传动", None, None, "结算月份：2026年9月", None, "付款日：2026-10-20"])
    tab.write_row("A4", ["日期", "发票号码", "含税金额", "扣款项目", None, None, "实付货款"])
    tab.merge_range("D4:F4", "扣款项目")
    tab.write_row("A5", [None, None, None, "扣点2%", "运费", "其他", None])
    rows: list[Any] = [
        ("2026-09-04", "26352000000012345671", 23450.00, 469.00, 200.00, 0.0, 22781.00),
        ("2026-09-11", "26352000000012345688", 17300.00, 346.00, 154.00, 0.0, 16800.00),
    ]
    for n, row in enumerate(rows, 5):
        tab.write_row(n, 0, row)
    tab.write_row(7, 0, ["合计", None, 40750.00, 815.00, 354.00, 0.0, 39581.00])


def table_docx() -> bytes:
    font = "WenQuanYi Micro Hei"
    rows: list[list[Any]] = [
        ["票据编号", "开票日期", "价税合计", "本次支付"],
        ["20771005", "2026-09-03", "8050.00", "8050.00"],
        ["20771018", "2026-10-08", "2350.00", "2350.00"],
    ]
    return letters.docx(
        [
            letters.paragraph("汇款通知单", font=font, bold=True, size=16, side="center"),
            letters.paragraph(
                "澄泽传动：兹通知贵公司，下列货款已于二〇二六年十月三十日由我厂农信社账户汇出，请注意查收。",
                font=font,
            ),
            letters.grid(rows, (2600, 2200, 2200, 2200), font=font, right=2),
            letters.paragraph("共计人民币壹万零肆佰元整（¥10400.00）", font=font),
            letters.paragraph(
                "哈尔滨松江乳品机械厂财务科\n联系电话：0451-8700 4417", font=font, side="right"
            ),
        ]
    )


CODES = [
    ["发票代码", "发票号码", "开票日期", "金额", "税额", "价税合计", "付款金额"],
    ["5000214130", "03381207", "2026-08-05", "4,725.66", "614.34", "5,340.00", "5,340.00"],
    ["5000214130", "03381211", "2026-08-09", "6,305.84", "819.76", "7,125.60", "7,125.60"],
    ["5000214130", "03381219", "2026-08-15", "2,637.17", "342.83", "2,980.00", "2,980.00"],
    ["合计", "", "", "13,668.67", "1,776.93", "15,445.60", "15,445.60"],
]

CSV = (
    "付款清单,,,,,\r\n付款单位：西南渝嘉,,,付款日：2026/10/13,,\r\n发票号,物料,数量,发票金额,折让,付款金额\r\n"
    '\t03381240,轴承,100,"11,230.00",30.00,"11,200.00"\r\n\t03381244,密封圈,40,"1,107.40",0.00,"1,107.40"\r\n合计,,140,"12,337.40",30.00,"12,307.40"\r\n'
)

XLS_ROWS: list[list[Any]] = [
    ["澜海实业 付款明细表", None, None, None],
    ["日期：", date(2026, 11, 13), None, "单位：元"],
    ["数电发票号码", "开票金额", "付款金额", "备注"],
    ["26312000000061110127", 10200.00, 10200.00, None],
    ["26312000000061110150", 8800.00, 5000.00, "余款下月付"],
    ["总计", 19000.00, 15200.00, None],
]

CASES = (
    case(
        "notice-retention-pdf",
        "notice: table with retention",
        "Chromium, Noto Serif",
        "ZH07",
        "付款通知书",
        "2026-10-19T16:00:00",
        "请查收附件付款通知书。",
        "remittance",
        wire(
            "ZH07",
            "155800.00",
            "2026-10-19",
            "ZA20261019880417",
            line("26342000000077001234", "95000.00", "0.00", "5000.00", "质保金"),
            line("26342000000077001241", "60800.00", "0.00", "3200.00", "质保金"),
        ),
        files=[pdf("付款通知书.pdf", retention())],
    ),
    case(
        "notice-u8-voucher",
        "payment voucher of an ERP program",
        "LibreOffice Calc",
        "ZH05",
        "付款单",
        "2026-10-23T15:55:00",
        "货款已付，付款单见附件。",
        "remittance",
        wire(
            "ZH05",
            "56170.00",
            "2026-10-23",
            "*",
            *whole(
                "26212000000033010077",
                "39710.00",
                "26212000000033010085",
                "-2300.00",
                "26212000000033010091",
                "18760.00",
            ),
        ),
        files=[pdf("付款单0000004417.pdf", u8())],
    ),
    case(
        "notice-write-off-xlsx",
        "payment voucher as workbook: due, paid before, now, left",
        "openpyxl",
        "ZH06",
        "冀中纺织付款",
        "2026-10-16T10:20:00",
        "付款单附后。",
        "remittance",
        wire(
            "ZH06",
            "143650.00",
            "2026-10-16",
            "*",
            *whole("XS-2609-0017", "78000.00", "XS-2609-0023", "32300.00", "XS-2609-0031", "33350.00"),
            currency="*",
        ),
        files=[attached("FKD00004417.xlsx", XLSX, xlsx_openpyxl(kingdee))],
    ),
    case(
        "notice-columns-text",
        "notice in columns of spaces: gross, discount, net",
        "ERP",
        "ZH18",
        "付款通知 2000017744",
        "2026-10-26T23:10:00",
        sap(),
        "remittance",
        wire(
            "ZH18",
            "254799.10",
            "2026-10-26",
            "2000017744",
            line("26322000000044015501", "215000.00"),
            line("26322000000044015527", "39799.10", "1230.90"),
        ),
    ),
    case(
        "trap-approval-form",
        "approval form, not paid",
        "Chromium",
        "ZH20",
        "付款审批单",
        "2026-11-10T11:00:00",
        "流程已发起，审批单供参考。",
        "other",
        files=[pdf("审批单.pdf", approval())],
    ),
    case(
        "notice-settlement-xlsx",
        "settlement with a head in two rows: rebate, freight",
        "XlsxWriter",
        "ZH08",
        "9月结算单（已付款）",
        "2026-10-20T17:00:00",
        "9月货款今日已付，结算单见附件。",
        "remittance",
        wire(
            "ZH08",
            "39581.00",
            "2026-10-20",
            None,
            line("26352000000012345671", "22781.00", "*", "*"),
            line("26352000000012345688", "16800.00", "*", "*"),
            currency="*",
        ),
        files=[attached("结算单.xlsx", XLSX, xlsx_writer(settlement))],
    ),
    case(
        "notice-docx-letter",
        "notice: letter with a table",
        "DOCX",
        "ZH14",
        "汇款通知单",
        "2026-10-30T09:30:00",
        "见附件。",
        "remittance",
        wire("ZH14", "10400.00", "2026-10-30", None, *whole("20771005", "8050.00", "20771018", "2350.00")),
        files=[attached("汇款通知单.docx", DOCX, table_docx())],
    ),
    case(
        "notice-codes-and-numbers",
        "table: invoice codes and numbers, net, tax, gross",
        "Outlook",
        "ZH03",
        "10月付款明细",
        "2026-10-12T14:14:00",
        html(
            outlook(
                outlook_paragraphs("澄泽，你好\n下表货款已于10月12日付出，麻烦查收并回传收据。"),
                outlook_table(CODES),
                lang="ZH-CN",
            ),
            encoding="base64",
        ),
        "remittance",
        wire(
            "ZH03",
            "15445.60",
            "2026-10-12",
            None,
            *whole("03381207", "5340.00", "03381211", "7125.60", "03381219", "2980.00"),
            currency="*",
        ),
    ),
    case(
        "notice-csv-gbk",
        "list as CSV in GB18030, numbers behind tabs",
        "CSV",
        "ZH03",
        "付款清单",
        "2026-10-13T18:18:00",
        "付款清单见附件，款已付。",
        "remittance",
        wire(
            "ZH03",
            "12307.40",
            "2026-10-13",
            None,
            line("03381240", "11200.00", "*", "*"),
            line("03381244", "1107.40"),
            currency="*",
        ),
        files=[attached("付款清单.csv", "text/csv", CSV.encode("gb18030"))],
    ),
    case(
        "notice-xls-part",
        "list as XLS, one in part",
        "xlwt",
        "ZH11",
        "付款明细",
        "2026-11-13T19:00:00",
        "附件为今日付款明细，请查收。",
        "remittance",
        wire(
            "ZH11",
            "15200.00",
            "2026-11-13",
            None,
            *whole("26312000000061110127", "10200.00", "26312000000061110150", "5000.00"),
        ),
        files=[attached("付款明细.xls", XLS, xls("Sheet1", XLS_ROWS, dates="YYYY-M-D"))],
    ),
    case(
        "notice-srm-html",
        "notice of a portal: nested tables, no sums of columns",
        "portal",
        "ZH06",
        "【付款通知】贵司货款已支付",
        "2026-10-22T08:00:05",
        wrapped(
            "",
            "<table width=600><tr><td style='background:#0a5'>冀中纺织供应商协同平台</td></tr><tr><td><p>尊敬的供应商：</p><p>贵司以下应付款项已支付完成：</p>"
            + plain_table(
                [
                    ["付款单号", "PAY20261021000417"],
                    ["付款金额", "22,000.00元"],
                    ["付款方式", "银行转账"],
                    ["付款时间", "2026-10-21 15:33"],
                ]
            )
            + plain_table(
                [
                    ["对账单/发票号", "本次核销金额"],
                    ["XS-2609-0023", "24,100.00"],
                    ["TH-2610-0001", "-1,400.00"],
                    ["尾差", "-700.00"],
                ]
            )
            + "<p>如有疑问请联系采购员。</p></td></tr></table>",
        ),
        "*",
        wire(
            "ZH06",
            "22000.00",
            "2026-10-21",
            "PAY20261021000417",
            *whole("XS-2609-0023", "24100.00", "TH-2610-0001", "-1400.00"),
            line(None, "-700.00"),
        )
        | {"lines": "*"},
    ),
    case(
        "notice-wecom",
        "notice of a chat program: pairs",
        "WeCom mail",
        "ZH17",
        "付款完成通知",
        "2026-10-14T10:08:00",
        wrapped(
            "您好，您有一笔款项已付款完成\n\n付款主体：无锡惠泽水务有限公司\n收款方：澄泽传动科技（无锡）有限公司\n付款金额：¥158,000.00（壹拾伍万捌仟元整）\n付款时间：2026-10-14 10:02\n"
            "发票：26322000000099110017\n审批编号：202610120417000033\n\n来自企业微信"
        ),
        "remittance",
        wire("ZH17", "158000.00", "2026-10-14", "*", *whole("26322000000099110017", "158000.00")),
    ),
    case(
        "trap-dingtalk",
        "approved, not paid",
        "DingTalk",
        "ZH15",
        "付款申请审批通过",
        "2026-10-27T11:00:00",
        wrapped(
            "审批通知\n您好，审批“付澄泽传动货款”已通过\n申请金额：45500.00元\n收款单位：澄泽传动科技（无锡）有限公司\n发票号：CZ261010\n当前节点：出纳待付款\n预计付款时间：以出纳操作为准"
        ),
        "other",
    ),
    case(
        "notice-old-range",
        "prose: a range of old numbers under one total",
        "QQ",
        "ZH04",
        "货款",
        "2026-09-26T10:41:00",
        "你好，今天从顺德农商行打了13000元给你们，票号00123456-00123460共5张，请查收。万兴",
        "remittance",
        wire(
            "ZH04",
            "13000.00",
            "2026-09-26",
            None,
            *unpriced("00123456", "00123457", "00123458", "00123459", "00123460"),
        ),
    ),
)
