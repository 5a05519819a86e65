"""What the twelfth set has attached: receipts in pairs, slips of small programs, lists with notes, our own list with marks."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, grid, print_html
from tests.corpus.mail.sheets import xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.pdf import press

NOTO = "Noto Sans CJK SC"


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def receipt(amount: str, day: str, number: str, purpose: str) -> bytes:
    """A receipt in lines that each say two things."""
    figures = f"{float(amount):,.2f}"
    rows: list[Any] = [
        [f"付款账户名称：{NAMES['ZL06']}", f"收款账户名称：{US}"],
        ["付款账号：1501 0881 0417 66", f"收款账号：{OUR_ACCOUNT}"],
        ["付款行：草原银行呼和浩特回民区支行", f"收款行：{OUR_BANK}"],
        [f"交易金额：{figures} 元", f"大写：{capital(amount)}"],
        [f"交易日期：{day}", f"交易流水：{number}"],
        [f"用途：{purpose}", "手续费：0.00 元"],
    ]
    return print_html("<h4>草原银行网上银行电子回单</h4>" + grid(rows), size="A5 landscape", font=NOTO)


def without_number() -> bytes:
    """A receipt whose purpose says goods, no more; the mail's subject says which."""
    paper = press.canvas((480, 320))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 12)
    paper.drawCentredString(240, 290, "夷陵农商银行　转账凭条")
    paper.setFont(font, 9)
    for n, (label, value) in enumerate(
        (
            ("转出户名", NAMES["ZL02"]),
            ("转入户名", US),
            ("转入账号", OUR_ACCOUNT),
            ("金额", "RMB12,650.00"),
            ("大写", capital("12650")),
            ("日期", "2026/11/10 15:31"),
            ("摘要", "货款"),
            ("交易码", "YL0417-221"),
        )
    ):
        paper.drawString(60, 260 - 24 * n, label)
        paper.drawString(150, 260 - 24 * n, value)
    return press.finish(paper)


def small_firm_slip() -> bytes:
    """A payment slip of a program for small firms: head in pairs, a row for each document, a discount below."""
    book = press.fpdf(orientation="landscape")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=14)
    book.cell(0, 10, "付款单", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=9)
    book.cell(
        0,
        7,
        f"单据编号：PM-2026-11-0033　　单据日期：2026-11-11　　往来单位：{US}",
        new_x="LMARGIN",
        new_y="NEXT",
    )
    book.cell(
        0,
        7,
        "结算方式：网银转账　　账号名称：基本户　　结算金额：14,850.00　　现金折扣：100.00",
        new_x="LMARGIN",
        new_y="NEXT",
    )
    for cells in (
        ("序号", "业务类型", "业务单号", "单据金额", "已结算金额", "未结算金额", "本次结算金额", "本次折扣"),
        ("1", "进货单", "30882201", "6,100.00", "0.00", "6,100.00", "6,100.00", "0.00"),
        ("2", "进货单", "30882218", "8,850.00", "0.00", "8,850.00", "8,750.00", "100.00"),
        ("合计", "", "", "14,950.00", "0.00", "14,950.00", "14,850.00", "100.00"),
    ):
        for cell, width in zip(cells, (14, 26, 44, 34, 34, 34, 38, 30), strict=True):
            book.cell(width, 8, cell, border=1, align="R" if "." in cell else "L")
        book.ln()
    return bytes(book.output())


JOURNAL = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body>
<table border=0><tr><td colspan=7 align=center><b>付款单序时簿</b></td></tr></table>
<table border=1 cellspacing=0>
<tr bgcolor=#cccccc><td>日期</td><td>单据号</td><td>核算项目</td><td>源单编号</td><td>币别</td><td>本次核销金额</td><td>摘要</td></tr>
<tr><td>2026-11-13</td><td>CFKD000417</td><td>{US}</td><td>QC-26/0818</td><td>人民币</td><td align=right>100,000.00</td><td>付货款</td></tr>
<tr><td>2026-11-13</td><td>CFKD000417</td><td>{US}</td><td>QC-26/0911</td><td>人民币</td><td align=right>83,200.00</td><td>付货款</td></tr>
<tr><td colspan=5>合计</td><td align=right>183,200.00</td><td></td></tr>
</table></body></html>"""


def drafts(book: Any) -> None:
    tab = book.active
    tab.append(["背书转让票据清单（2026-11-12）"])
    tab.append(["序号", "票据号码", "票面金额", "出票日", "到期日", "承兑人", "状态"])
    tab.append(
        [
            1,
            "530315000417720260910004177301",
            40000.0,
            date(2026, 9, 10),
            date(2027, 3, 10),
            "蓉城银行",
            "已签收",
        ]
    )
    tab.append(
        [
            2,
            "530315000417720260922004177355",
            22500.0,
            date(2026, 9, 22),
            date(2027, 3, 22),
            "蓉城银行",
            "已签收",
        ]
    )
    tab.append(["合计", None, 62500.0])


def with_notes(book: Any) -> None:
    """A list of the gross, and below it in words what was kept back and what was paid."""
    tab = book.add_worksheet("付款明细")
    for n, row in enumerate(
        (
            ["相山机械 付款明细 2026年11月"],
            ["发票号码", "开票日期", "发票金额"],
            [vat("42210015"), "2026-09-02", 58000.00],
            [vat("42210023"), "2026-09-20", 40000.00],
            ["合计", "", 98000.00],
            ["备注：扣除9月份质量罚款800.00元，实付97,200.00元，已于11月13日电汇。"],
        )
    ):
        tab.write_row(n, 0, row)


TAIWAN: list[list[Any]] = [
    ["網路銀行轉帳結果查詢"],
    ["轉帳日期", "轉出帳號", "轉入銀行", "轉入帳號", "轉入戶名", "金額", "手續費", "附註", "狀態"],
    [
        "2026/11/12",
        "0081-04-177",
        "太湖農商",
        OUR_ACCOUNT,
        "澄澤傳動科技（無錫）有限公司",
        157500,
        30,
        "30501010 30501028",
        "成功",
    ],
]

HONG_KONG = """轉賬結果 Transfer result
--------------------------------------------
參考編號 Reference no.      : FT26110904177
轉賬日期 Transfer date      : 09-11-2026
由賬戶 From                 : 新昌隆紡織機械有限公司 (012-***-417)
轉賬至 To                   : 澄澤傳動科技（無錫）有限公司
金額 Amount                 : HKD 17,800.00
費用 Charges                : HKD 0.00
備註 Remarks                : CZ-H2609-46
狀態 Status                 : 成功 Successful
"""


def two_sheets(book: Any) -> None:
    """The sum on one sheet, its rows on another."""
    first = book.active
    first.title = "汇总"
    first.append(["供应商付款汇总", None, None])
    first.append(["供应商", "付款笔数", "付款合计"])
    first.append([US, 1, 26400.0])
    rows = book.create_sheet("明细")
    rows.append(["供应商", "发票号", "付款日期", "付款金额"])
    rows.append([US, "41200311", date(2026, 11, 12), 15400.0])
    rows.append([US, "41200328", date(2026, 11, 12), 11000.0])


def marked(book: Any) -> None:
    """Our own list of open items, sent back with a column of what the customer did."""
    tab = book.active
    tab.append(["澄泽传动 应收账款对账单"])
    tab.append(["客户：涪江电子", None, None, "截止2026-10-31"])
    tab.append(["发票号", "开票日期", "金额", "客户回复"])
    tab.append([vat("41110011"), date(2026, 9, 5), 22400.0, "11月16日已付"])
    tab.append([vat("41110012"), date(2026, 9, 5), 18350.0, "11月16日已付"])
    tab.append([vat("41110013"), date(2026, 9, 5), 9975.0, "下月付"])
    tab.append([vat("41110045"), date(2026, 10, 24), 15000.0, None])


def codes_letter() -> bytes:
    """A letter with code and number of old invoices in two columns."""
    rows: list[Any] = [
        ["发票代码", "发票号码", "价税合计", "支付金额"],
        ["3202262130", "30882225", "9,300.00", "9,300.00"],
        ["3202262130", "30882232", "12,000.00", "6,000.00"],
        [("合　计", "colspan=2"), "21,300.00", "15,300.00"],
    ]
    return print_html(
        f"<h3>货款支付告知书</h3><p>{US}：</p><p>　　我厂于2026年11月17日向贵公司支付货款人民币15,300.00元，对应发票如下，请查收。</p>"
        + grid(rows)
        + f"<p style='text-align:right'>{NAMES['ZL05']}<br>2026年11月17日</p>",
        font="Noto Serif CJK SC",
    )


def supplier_invoice() -> bytes:
    """A carrier's bill to us: nothing is paid."""
    rows: list[Any] = [
        ["项目", "数量", "单价", "金额"],
        ["零担运输 无锡—绵阳", "3票", "417.00", "1,251.00"],
        [("价税合计", "colspan=3"), "1,251.00"],
    ]
    return print_html(
        f"<h3>运费结算单</h3><p>委托方：{US}</p>"
        + grid(rows)
        + "<p>请于月底前付至我司账户：无锡快达货运有限公司 3202 8801 0041</p>",
        font=NOTO,
    )


def files() -> dict[str, bytes]:
    """The workbooks, by the name that the cases know them by."""
    return {
        "drafts": xlsx_openpyxl(drafts),
        "notes": xlsx_writer(with_notes),
        "taiwan": xls("查詢", TAIWAN),
        "sheets": xlsx_openpyxl(two_sheets),
        "marked": xlsx_openpyxl(marked),
    }
