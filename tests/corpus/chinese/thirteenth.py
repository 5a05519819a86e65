"""A thirteenth set: receipts by ten banks' words, lists by other programs', a few short mails."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, case, grid, line, pdf, print_html, unpriced, whole, wire
from tests.corpus.mail.sheets import XLS, XLSX, csv, xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.mail.truth import ANY
from tests.corpus.mail.wire import attached
from tests.corpus.pdf import press

NOTO = "Noto Sans CJK SC"
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)
TRADITIONAL = "澄澤傳動科技（無錫）有限公司"


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def lines(title: str, *rows: str, size: tuple[float, float] = (595.3, 420), gap: float = 20) -> bytes:
    """A page of text lines, by reportlab."""
    paper = press.canvas(size)
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 13)
    paper.drawCentredString(size[0] / 2, size[1] - 30, title)
    paper.setFont(font, 9)
    for n, row in enumerate(rows):
        for cell in row.split("|"):
            x, _, text = cell.partition("@")
            paper.drawString(float(x), size[1] - 60 - gap * n, text)
    return press.finish(paper)


def ruled(title: str, rows: list[Any], **more: Any) -> bytes:
    return print_html(f"<h3>{title}</h3>" + grid(rows), **more)


def boxes(title: str, widths: tuple[float, ...], rows: tuple[tuple[str, ...], ...]) -> bytes:
    """A ruled table by fpdf2."""
    book = press.fpdf(orientation="landscape")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=13)
    book.cell(0, 10, title, align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=9)
    for cells in rows:
        for cell, width in zip(cells, widths, strict=True):
            book.cell(width, 8, cell, border=1)
        book.ln()
    return bytes(book.output())


RECEIPTS = (
    case(
        "m-debit-notice", "receipt: debit notice, payee as the other side", "Chromium", "ZM01", "付款回单", "2026-11-05T16:00:00", "回单见附件",
        "remittance",
        wire("ZM01", "73000.00", "2026-11-05", ANY, *whole(vat("51110010"), "73000.00")),
        files=[
            pdf(
                "借记通知.pdf",
                ruled(
                    "鞍钢城市银行　借记通知（客户回单）",
                    [
                        ["记账日期", "2026-11-05", "交易流水号", "AS110500417"],
                        ["本方户名", NAMES["ZM01"], "本方账号", "2103 0041 7733"],
                        ["对方户名", US, "对方账号", OUR_ACCOUNT],
                        ["对方行名", OUR_BANK, "借贷方向", "借"],
                        ["币种", "人民币", "交易金额", "73,000.00"],
                        ["大写金额", (capital("73000"), "colspan=3")],
                        ["摘要/附言", (f"{vat('51110010')}货款", "colspan=3")],
                    ],
                ),
            )
        ],
    ),
    case(
        "m-remitter", "receipt: remitter and payee in lines", "reportlab", "ZM02", "汇款回单", "2026-11-06T10:00:00", "您好，货款已汇，请查收附件。",
        "remittance",
        wire("ZM02", "8120.00", "2026-11-06", ANY, *whole("40088108", "8120.00")),
        files=[
            pdf(
                "汇款.pdf",
                lines(
                    "龙海农商银行　个人/单位汇款业务凭证",
                    "40@业务日期：2026 年 11 月 06 日|330@凭证序号：0000417733",
                    f"40@汇 款 人：{NAMES['ZM02']}|330@汇款账号：3506 0041 7733",
                    f"40@收 款 人：{US}|330@收款账号：{OUR_ACCOUNT}",
                    f"40@汇入行：{OUR_BANK}",
                    f"40@金额（大写）{capital('8120')}|330@（小写）￥8,120.00",
                    "40@汇款用途：货款40088108|330@手续费：￥5.00　邮电费：￥0.50",
                    "40@客户签字：",
                ),
            )
        ],
    ),
    case(
        "m-transfer-out", "receipt: transfer out and in, three pairs", "fpdf2", "ZM03", "回单", "2026-11-09T17:00:00", "已付，回单附上。娄山动力财务部",
        "remittance",
        wire("ZM03", "182500.00", "2026-11-09", ANY, *unpriced("LS-26-3301", "LS-26-3340")),
        files=[
            pdf(
                "转账回单.pdf",
                boxes(
                    "黔北银行电子回单",
                    (30, 80, 30, 80),
                    (
                        ("转出户名", NAMES["ZM03"], "转入户名", US),
                        ("转出账号", "5203 0041 7733 01", "转入账号", OUR_ACCOUNT),
                        ("转出行", "黔北银行汇川支行", "转入行", OUR_BANK),
                        ("转账金额", "CNY182,500.00", "人民币大写", capital("182500")),
                        ("转账时间", "2026/11/09 16:21:07", "渠道流水", "QB9911041773"),
                        ("转账用途", "LS-26-3301、LS-26-3340减速箱款", "状态", "转账成功"),
                    ),
                ),
            )
        ],
    ),
    case(
        "m-two-halves", "receipt: two halves with titles, sum between", "Chromium, Noto", "ZM04", "付款", "2026-11-10T11:00:00", "回单请查收，谢谢",
        "remittance",
        wire("ZM04", "19870.00", "2026-11-10", ANY, *unpriced(vat("52210014"), vat("52210022"))),
        files=[
            pdf(
                "ebank.pdf",
                print_html(
                    "<h3>浙西银行 业务凭证/回单</h3><table><tr><td style='width:50%;vertical-align:top'><b>付款方</b><br>"
                    f"户名：{NAMES['ZM04']}<br>账号：330802 0041 7733<br>开户行：浙西银行柯城支行</td><td style='vertical-align:top'><b>收款方</b><br>"
                    f"户名：{US}<br>账号：{OUR_ACCOUNT}<br>开户行：{OUR_BANK}</td></tr>"
                    f"<tr><td colspan=2>交易金额：人民币 19,870.00（{capital('19870')}）</td></tr>"
                    f"<tr><td colspan=2>交易时间：2026-11-10 10:44:19　回单编号：ZX20261110004177</td></tr><tr><td colspan=2>用途：货款 发票号{vat('52210014')} {vat('52210022')}</td></tr></table>",
                    font=NOTO,
                    size="A5 landscape",
                ),
            )
        ],
    ),
    case(
        "m-small-first", "receipt: figures before words, no payer's label", "Chromium", "ZM05", "11.11付款", "2026-11-11T15:00:00", "贵司货款已付",
        "remittance",
        wire("ZM05", "66400.00", "2026-11-11", ANY) | {"lines": ANY},
        files=[
            pdf(
                "回单20261111.pdf",
                ruled(
                    "关东商业银行网银回单",
                    [
                        ["回单号", "GD2611110041", "打印日期", "2026-11-12"],
                        ["账户名称", NAMES["ZM05"], "账号", "2205 0041 77"],
                        ["收款人名称", US, "收款人账号", OUR_ACCOUNT],
                        ["小写金额", "￥66,400.00", "大写金额", capital("66400")],
                        ["交易日期", "2026-11-11", "手续费", "0.00"],
                        ["用途", ("CBS260901+CBS260918-CBS261007", "colspan=3")],
                    ],
                ),
            )
        ],
    ),
    case(
        "m-card", "receipt: an app's card with the sum below the payee", "Chromium", "ZM06", "转账", "2026-11-12T20:00:00", "货款转了",
        "remittance",
        wire("ZM06", "6700.00", "2026-11-12", ANY, *whole("73310901", "6700.00")) | SIGNLESS,
        files=[
            pdf(
                "截图.pdf",
                print_html(
                    f"<p style='text-align:center'>向 {US} 转账</p><h1>6,700.00</h1><p style='text-align:center'>交易成功</p>"
                    + "".join(
                        f"<p><span style='color:#888'>{a}</span>　　{b}</p>"
                        for a, b in (
                            ("付款账户", "琼州银行储蓄卡(7733)"),
                            ("收款账户", f"太湖农商银行({OUR_ACCOUNT[-4:]})"),
                            ("转账时间", "2026-11-12 19:55:40"),
                            ("附言", "73310901"),
                            ("电子回单号", "QZ2026111219554000417"),
                        )
                    ),
                    size="100mm 160mm",
                    font=NOTO,
                ),
            )
        ],
    ),
    case(
        "m-hk-cheque-deposit", "receipt: cheque paid in, Hong Kong", "reportlab", "ZM07", "存票收據", "2026-11-10T17:00:00", "支票已存入貴公司戶口，收據見附件。",
        "remittance",
        wire("ZM07", "31200.00", "2026-11-10", ANY, *whole("CZ-H2609-90", "31200.00"), currency="HKD", method="check"),
        files=[
            pdf(
                "存票.pdf",
                lines(
                    "維港銀行 支票存款收據 Cheque Deposit Receipt",
                    "40@日期 Date：10/11/2026",
                    f"40@存入戶口名稱 Account Name：{TRADITIONAL}",
                    "40@出票人 Drawer：聯昌船務機械有限公司",
                    "40@支票號碼 Cheque No.：002417",
                    "40@金額 Amount：HKD 31,200.00",
                    "40@備註 Remarks：CZ-H2609-90",
                ),
            )
        ],
    ),
    case(
        "m-tw-atm", "receipt: remitting slip in columns, Taiwan", "fpdf2", "ZM08", "匯款證明", "2026-11-11T14:00:00", "您好，匯款證明如附件，請查收。",
        "remittance",
        wire("ZM08", "188970.00", "2026-11-11", ANY) | {"lines": ANY, "currency": ANY},
        files=[
            pdf(
                "匯款.pdf",
                boxes(
                    "高雄港都銀行 國內匯款申請書（客戶收執聯）",
                    (40, 90, 40, 90),
                    (
                        ("日期", "115年11月11日", "匯款編號", "KH0041773"),
                        ("收款行", "太湖農商銀行", "收款人帳號", OUR_ACCOUNT),
                        ("收款人戶名", TRADITIONAL, "匯款人", "正揚油壓工業有限公司"),
                        ("匯款金額", "188,970", "手續費", "30（內扣）"),
                        ("附言", "30511015 30511023", "大寫", "壹拾捌萬捌仟玖佰柒拾元整"),
                    ),
                ),
            )
        ],
    ),
)  # fmt: skip


def due_and_paid(book: Any) -> None:
    tab = book.active
    tab.append(["千山耐材 供应商付款对照表", None, None, None, None, None])
    tab.append(["供应商编码", "V00417", "供应商名称", US, None, None])
    tab.append(["付款日", "2026.11.16", "付款银行", "鞍钢城市银行", None, None])
    tab.append(["项次", "开票日", "发票编号", "应付款", "暂扣款", "实际付款额"])
    tab.append([1, "2026.9.9", vat("51110028"), 41800.0, 2090.0, 39710.0])
    tab.append([2, "2026.9.27", vat("51110036"), 26500.0, 1325.0, 25175.0])
    tab.append([None, None, "总计", 68300.0, 3415.0, 64885.0])
    tab.append(["暂扣款为5%质量保证金，一年后返还"])


def no_total(book: Any) -> None:
    tab = book.add_worksheet()
    for n, row in enumerate(
        (
            ["单号", "金额", "已打款", "打款日期"],
            ["40088101", 3650, 3650, "11/17"],
            ["40088115", 5475, 5000, "11/17"],
        )
    ):
        tab.write_row(n, 0, row)


LISTS = (
    case(
        "m-held-back", "workbook: due, held back, actually paid", "openpyxl", "ZM01", "付款对照表", "2026-11-16T17:00:00", "款已付，对照表请查收。",
        "remittance",
        wire("ZM01", "64885.00", "2026-11-16", ANY, line(vat("51110028"), "39710.00", "0.00", "2090.00", ANY), line(vat("51110036"), "25175.00", "0.00", "1325.00", ANY)) | SIGNLESS,
        files=[attached("付款对照表.xlsx", XLSX, xlsx_openpyxl(due_and_paid))],
    ),
    case(
        "m-no-total", "workbook: no title, no total", "XlsxWriter", "ZM02", "打款明细", "2026-11-17T17:00:00", "今天打款明细",
        "remittance",
        wire("ZM02", "8650.00", "2026-11-17", None, *whole("40088101", "3650.00", "40088115", "5000.00")) | SIGNLESS,
        files=[attached("打款.xlsx", XLSX, xlsx_writer(no_total))],
    ),
    case(
        "m-old-excel", "Excel 97: payment plan done, column of done", "xlwt", "ZM03", "付款情况", "2026-11-18T17:00:00", "本周付款情况见附件，LS-26-3388已付，LS-26-3402下周付。",
        "remittance",
        wire("ZM03", "32750.00", ANY, None, *whole("LS-26-3388", "32750.00")) | SIGNLESS,
        files=[attached("付款情况.xls", XLS, xls("付款", [["单据", "应付金额", "是否已付"], ["LS-26-3388", 32750.0, "是"], ["LS-26-3402", 15000.0, "否"]]))],
        promises=OPEN,
    ),
    case(
        "m-semicolons", "list with semicolons, amounts with the currency", "CSV", "ZM04", "Zahlung/付款", "2026-11-18T12:00:00", "付款明细见附件，已汇。",
        "remittance",
        wire("ZM04", "22655.00", ANY, None, *whole(vat("52210030"), "18600.00", vat("52210048"), "4055.00")),
        files=[attached("payment.csv", "text/csv", csv([["发票号码", "付款金额", "备注"], [vat("52210030"), "CNY 18,600.00", "10月"], [vat("52210048"), "CNY 4,055.00", "10月"], ["合计", "CNY 22,655.00", ""]], ";"))],
    ),
    case(
        "m-settle-red", "settlement: rows with a red one, sum in words", "Chromium", "ZM05", "结算清单", "2026-11-18T15:00:00", "结算款已于今日支付，清单见附件。",
        "remittance",
        wire("ZM05", "37800.00", "2026-11-18", None, *whole("CBS261012", "37800.00")),
        files=[
            pdf(
                "结算清单.pdf",
                print_html(
                    f"<h3>货款结算清单</h3><p>结算对象：{US}　　结算期：2026年10月</p>"
                    + grid([["日期", "单号", "数量", "单价", "结算金额（元）"], ["2026-10-12", "CBS261012", "60", "630.00", "37,800.00"], [("人民币合计：叁万柒仟捌佰元整　￥37,800.00", "colspan=5")]]),
                    font=NOTO,
                ),
            )
        ],
    ),
    case(
        "m-hk-statement-paid", "their list of cheques to us, Hong Kong", "fpdf2", "ZM07", "付款表", "2026-11-18T16:00:00", "茲付上支票，明細見附件。",
        "remittance",
        wire("ZM07", "15450.00", "2026-11-18", ANY, *whole("CZ-H2610-92", "6650.00", "CZ-H2610-94", "8800.00"), currency="HKD", method="check"),
        files=[
            pdf(
                "付款表.pdf",
                boxes(
                    "聯昌船務機械有限公司　付款表 PAYMENT VOUCHER",
                    (40, 60, 60, 60),
                    (
                        ("收款人", TRADITIONAL, "支票號碼", "002488"),
                        ("日期", "18/11/2026", "幣種", "HKD"),
                        ("項目", "發票號碼", "發票金額", "付款金額"),
                        ("1", "CZ-H2610-92", "6,650.00", "6,650.00"),
                        ("2", "CZ-H2610-94", "8,800.00", "8,800.00"),
                        ("", "總計", "15,450.00", "15,450.00"),
                    ),
                ),
            )
        ],
    ),
    case(
        "m-tw-list", "list of the month, Taiwan", "Chromium", "ZM08", "付款明細", "2026-11-19T16:00:00", "您好，本月付款明細如附件，款項已於今日電匯。",
        "remittance",
        wire("ZM08", "41970.00", "2026-11-19", ANY, line("QK-30511031", "41970.00", ANY, "30.00", ANY)) | {"currency": ANY},
        files=[
            pdf(
                "明細.pdf",
                ruled("付款明細表", [["發票日期", "發票號碼", "請款金額", "匯費", "實付金額"], ["115/10/09", "QK-30511031", "42,000", "30", "41,970"], [("合計", "colspan=2"), "42,000", "30", "41,970"]], font="Noto Sans CJK TC"),
            )
        ],
    ),
)  # fmt: skip

MAILS = (
    case(
        "m-list-of-two", "prose: numbers first, sums behind in brackets", "Foxmail", "ZM01", "付款通知", "2026-11-19T10:00:00",
        f"贵司{vat('51110044')}（58,000元）、{vat('51110051')}（9,400元）两张发票款共67,400元今日已付，请查收。", "remittance",
        wire("ZM01", "67400.00", "2026-11-19", None, *whole(vat("51110044"), "58000.00", vat("51110051"), "9400.00")),
    ),
    case(
        "m-short", "prose: shortest", "phone", "ZM06", "73310918", "2026-11-16T19:00:00", "14250已打，请查收", "remittance",
        wire("ZM06", "14250.00", ANY, None, *whole("73310918", "14250.00")) | SIGNLESS,
    ),
    case(
        "m-last-digits-two", "prose: last digits of two, a part of one", "WeCom", "ZM02", "货款", "2026-11-19T15:00:00",
        "林姐，8115剩下的475和8122的2290今天一起付了，共2765元。", "remittance",
        wire("ZM02", "2765.00", "2026-11-19", None) | {"lines": ANY},
    ),
    case(
        "m-thanks", "thanks for goods, terms", "Foxmail", "ZM05", "收货", "2026-11-13T10:00:00", "CBS261012的货今天收到，数量无误，验收后按合同30天付款，谢谢。", ANY, promises=OPEN,
    ),
    case(
        "m-order", "an order with a deposit agreed", "QQ", "ZM06", "订货", "2026-11-17T10:00:00", "周老师，再订RV63减速机10台，单价670元，合计6,700元，货到付款，本周能发吗？", "other",
    ),
)  # fmt: skip

CASES = (*RECEIPTS, *LISTS, *MAILS)
