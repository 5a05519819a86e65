"""What the eleventh set has attached: receipts with wrapped numbers, exports of payers, vouchers and lists of three regions."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, grid, print_html
from tests.corpus.mail.sheets import csv, letter, xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.pdf import press
from tests.corpus.pdf.sheets import sheet

NOTO = "Noto Sans CJK SC"
TRADITIONAL = "澄澤傳動科技（無錫）有限公司"


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def wrapped_number() -> bytes:
    """A receipt with narrow cells: firm, bank and the number in the purpose are broken over lines."""
    css = "table{border-collapse:collapse;width:96mm;table-layout:fixed}td{border:1px solid #555;padding:3px;word-break:break-all}"
    rows: list[Any] = [
        ["付款方", NAMES["ZK01"], "收款方", US],
        ["账号", "3206 1101 0417 8820", "账号", OUR_ACCOUNT],
        ["开户行", "江海平安银行南通分行营业部", "开户行", OUR_BANK],
        ["交易金额", "RMB 73,250.00", "大写", capital("73250")],
        ["用途", f"付设备款，发票{vat('31110029')}", "附言", "设备款"],
        ["交易时间", "2026-11-04 16:05:31", "业务流水", "PA20261104008812"],
    ]
    return print_html(
        "<h4>江海平安银行　业务回单（付款）</h4>" + grid(rows), css=css, size="A6 landscape", font=NOTO, pt=7
    )


def one_transfer() -> list[list[Any]]:
    """The payer's own export of a single transfer: headings above one row."""
    return [
        ["企业网银转账记录"],
        [
            "指令号",
            "交易日期",
            "付款账号",
            "付款户名",
            "收款账号",
            "收款户名",
            "交易金额",
            "手续费",
            "用途",
            "交易状态",
        ],
        [
            "ZL2611060041",
            "2026-11-06",
            "6101880041772",
            NAMES["ZK03"],
            OUR_ACCOUNT,
            US,
            196800.0,
            15.0,
            "9002604117+4251货款",
            "交易成功",
        ],
    ]


def reply_letter() -> bytes:
    """An answer to our statement: what was paid meanwhile, in a table of three rows."""
    return letter(
        (
            "关于往来款项的回复函",
            f"{US}：",
            "贵公司10月31日对账函收悉。经核对，我公司账面与贵公司一致。其中下列款项我公司已于2026年11月10日电汇支付，请查收销账：",
        ),
        (
            ("发票编号", "开票日期", "发票金额（元）", "本次支付（元）"),
            ("CT/26-0871", "2026.08.27", "58,000.00", "58,000.00"),
            ("CT/26-0955", "2026.09.26", "40,750.00", "30,000.00"),
            ("合  计", "", "98,750.00", "88,000.00"),
        ),
        ("剩余款项将按合同约定支付。", NAMES["ZK04"], "2026年11月11日"),
    )


def trailing_minus(book: Any) -> None:
    """A list of cleared items as a ledger program exports it: signs behind, credits without."""
    tab = book.add_worksheet("Sheet1")
    for n, row in enumerate(
        (
            ["付款清单"],
            ["供应商：0000108842 澄泽传动", "", "", "付款凭证：1500041188", "", "付款日：2026.11.09"],
            ["凭证类型", "凭证编号", "参照", "凭证日期", "金额（CNY）", "文本"],
            ["KR", "5105604117", vat("31110037"), "2026.09.23", "18,900.00-", "采购"],
            ["KR", "5105604118", vat("31110045"), "2026.10.12", "52,000.00-", "采购"],
            ["KG", "5105604133", vat("31110052"), "2026.10.15", "2,250.00", "红字"],
            ["", "", "", "合计", "68,650.00-", ""],
        )
    ):
        tab.write_row(n, 0, row)


def autopay_list() -> bytes:
    """A Hong Kong bank's list of a firm's payments, each with its payee; ours is the third."""
    book = press.fpdf(orientation="landscape")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=12)
    book.cell(0, 8, "維港商業銀行　自動轉賬支付報告 Autopay-out Report", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=9)
    book.cell(
        0,
        7,
        "客戶名稱 Customer：盛發電機工程有限公司　　扣賬日期 Debit Date：12 NOV 2026",
        new_x="LMARGIN",
        new_y="NEXT",
    )
    widths = (12, 90, 55, 35, 40, 30)
    for cells in (
        ("項目", "收款人名稱", "收款人參考", "貨幣", "金額", "狀態"),
        ("1", "金輝五金有限公司", "OCT INV", "HKD", "8,200.00", "已執行"),
        ("2", "永利運輸", "T-2610", "HKD", "3,150.00", "已執行"),
        ("3", TRADITIONAL, "CZ-H2609-17 / CZ-H2609-24", "HKD", "34,950.00", "已執行"),
        ("", "總計", "3 項", "HKD", "46,300.00", ""),
    ):
        for cell, width in zip(cells, widths, strict=True):
            book.cell(width, 8, cell, border=1)
        book.ln()
    return bytes(book.output())


def voucher() -> bytes:
    """A Taiwanese voucher: untaxed, tax, total; an allowance as a row with a minus; the net to be wired."""
    rows: list[Any] = [
        ["憑單號碼", "AP-11511-0041", "付款日", "115/11/12"],
        ["受款廠商", TRADITIONAL, "付款方式", "電匯"],
    ]
    lines: list[Any] = [
        ["發票號碼", "未稅金額", "稅額", "應付金額"],
        ["QK-30491013", "130,000", "6,500", "136,500"],
        ["QK-30491021", "60,000", "3,000", "63,000"],
        ["折讓 QK-30491039", "-5,000", "-250", "-5,250"],
        ["合計", "185,000", "9,250", "194,250"],
        [("實付金額 NT$ 194,250（已匯出）", "colspan=4")],
    ]
    return print_html(
        "<h3>展拓機械股份有限公司　付款憑單</h3>" + grid(rows) + "<br>" + grid(lines), font="Noto Sans CJK TC"
    )


def cheque_stub() -> bytes:
    """The stub that goes with a cheque."""
    paper = press.canvas((420, 297))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 10)
    for n, text in enumerate(
        (
            "利達製品廠　　　　　　　　　　　　　　　付款單",
            "付予 PAYEE：澄澤傳動科技（無錫）有限公司",
            "支票號碼 CHEQUE NO. 771204　　　日期 DATE 10/11/2026",
            "",
            "單號　　　　　　　　日期　　　　　　　金額 HK$",
            "CZ-H2609-70　　　　10/09/2026　　　　9,900.00",
            "CZ-H2610-73　　　　08/10/2026　　　　5,800.00",
            "　　　　　　　　　　總額　　　　　　　15,700.00",
        )
    ):
        paper.drawString(30, 265 - 24 * n, text)
    return press.finish(paper)


def completed_request() -> bytes:
    """The print of an office program: a request of payment that has been paid, with its signers."""
    rows: list[Any] = [
        [("付款申请单（已支付）", "lbc", 4)],
        [("流程编号", "xg"), ("OA-FK-2611-0233", "x"), ("申请日期", "xg"), ("2026-11-05", "x")],
        [("收款单位", "xg"), (US, "x", 3)],
        [("申请金额", "xg"), ("118,000.00", "xr"), ("实付金额", "xg"), ("118,000.00", "xr")],
        [("付款事由", "xg"), (f"抽油机减速器货款，发票{vat('32210023')}", "x", 3)],
        [("支付方式", "xg"), ("网银", "x"), ("支付日期", "xg"), ("2026-11-11", "x")],
        [("审批记录", "bg", 4)],
        [("部门经理", "x"), ("同意 2026-11-06", "x"), ("财务总监", "x"), ("同意 2026-11-09", "x")],
        [("出纳", "x"), ("已支付 2026-11-11 15:22", "x"), ("归档", "x"), ("2026-11-12", "x")],
    ]
    return press.office(sheet(rows, (3, 6, 3, 5), font="WenQuanYi Micro Hei"), ".fods")


def wallet_export() -> bytes:
    """The payer's own export of a wallet: one transfer to the seller's bank account among others."""
    rows = [
        ["支付宝账务明细查询"],
        ["账号：gaocheng_js@foxbox.example"],
        ["起始日期：2026年11月01日", "终止日期：2026年11月15日"],
        ["入账时间", "流水号", "对方名称", "对方账户", "收入金额", "支出金额", "备注"],
        ["2026-11-03 10:02:11", "20261103001177", "六安中通快递", "zt***@foxbox.example", "", "-86.00", "快递费"],
        ["2026-11-06 19:40:55", "20261106004177", US, f"太湖农商银行({OUR_ACCOUNT[-4:]})", "", "-2640.00", "86120331"],
        ["2026-11-12 08:15:20", "20261112009177", "合肥皖西机电", "wx***@foxbox.example", "5000.00", "", "货款"],
        ["合计", "", "", "", "5000.00", "-2726.00", ""],
    ]  # fmt: skip
    return csv(rows, charset="gb18030")


def released_retention(book: Any) -> None:
    tab = book.active
    tab.append(["质保金返还明细"])
    tab.append(["付款单位", NAMES["ZK03"]])
    tab.append(["返还日期", date(2026, 11, 16)])
    tab.append(["发票号", "合同总额", "质保金比例", "返还金额"])
    tab.append(["9002604388", 550000, "5%", 27500])
    tab.append(["9002604402", 910000, "5%", 45500])
    tab.append(["合计", None, None, 73000])


def statement(book: Any) -> None:
    """A bank's list with money in and out in two columns, the newest row first."""
    tab = book.add_worksheet("明细")
    for n, row in enumerate(
        (
            ["户名", US, "账号", OUR_ACCOUNT],
            ["记账日期", "收入金额", "支出金额", "余额", "对方名称", "对方开户机构", "摘要", "备注"],
            [
                "2026/11/16",
                27500.00,
                "",
                402311.09,
                NAMES["ZK03"],
                "雁塔商行",
                "跨行转账",
                "9002604388质保金",
            ],
            ["2026/11/13", "", 1200.00, 374811.09, "无锡滨湖物业", "太湖农商银行", "物业费", ""],
            ["2026/11/12", 7740.00, "", 376011.09, NAMES["ZK05"], "晋江农商行", "网银转账", "52210095"],
            ["2026/11/12", 900.00, "", 368271.09, "周可", "太湖农商银行", "还备用金", ""],
        )
    ):
        tab.write_row(n, 0, row)


def overdue_list(book: Any) -> None:
    """What the customer owes by its own books; nothing of it is paid."""
    tab = book.active
    tab.append(["供应商应付账款明细（截至2026-10-31）"])
    tab.append(["供应商", "发票号", "入账日期", "到期日", "应付余额"])
    tab.append([US, "CT/26-1012", date(2026, 10, 15), date(2026, 11, 29), 66300.0])
    tab.append([US, "CT/26-1040", date(2026, 10, 27), date(2026, 12, 11), 15000.0])
    tab.append(["合计", None, None, None, 81300.0])


def failed() -> bytes:
    rows: list[Any] = [
        ["付款人", NAMES["ZK06"], "收款人", US],
        ["金额", "85,500.00", "用途", f"货款{vat('32210031')}"],
        ["提交时间", "2026-11-13 09:30:02", "处理状态", "交易失败"],
        ["失败原因", ("账户可用余额不足", "colspan=3")],
    ]
    return print_html("<h3>油城银行　转账指令回执</h3>" + grid(rows), font=NOTO)


def files() -> dict[str, bytes]:
    """The workbooks, by the name that the cases know them by."""
    return {
        "minus": xlsx_writer(trailing_minus),
        "retention": xlsx_openpyxl(released_retention),
        "statement": xlsx_writer(statement),
        "overdue": xlsx_openpyxl(overdue_list),
        "transfer": xls("转账", one_transfer()),
    }
