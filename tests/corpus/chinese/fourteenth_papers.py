"""What the fourteenth set has attached: receipts in the forms of eight kinds of banks, lists, vouchers, exports."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, grid, print_html
from tests.corpus.mail.sheets import letter, xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.pdf import press

NOTO = "Noto Sans CJK SC"
SERIF = "Noto Serif CJK SC"
TRADITIONAL = "澄澤傳動科技（無錫）有限公司"


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def parties_over_sum() -> bytes:
    """A builders' bank: full names in boxes, words and figures in one row, use and summary apart."""
    rows: list[Any] = [
        [("付款人", "rowspan=3"), "全　称", NAMES["ZN01"], ("收款人", "rowspan=3"), "全　称", US],
        ["账　号", "3705 0167 8841 7700 0123", "账　号", OUR_ACCOUNT],
        ["开户行", "海岱建设银行青州范公亭支行", "开户行", OUR_BANK],
        ["大写金额", (capital("88600"), "colspan=3"), "小写金额", "88,600.00"],
        ["用　途", (f"付货款（发票{vat('61110014')}）", "colspan=3"), "钞汇标志", "钞"],
        [("验证码：8841770233　　交易状态：银行受理成功", "colspan=6")],
    ]
    return print_html(
        "<h3>海岱建设银行网上银行电子回执</h3><p>币别：人民币　　　日期：20261102　　　凭证号：104177083321　　　"
        "账户明细编号-交易流水号：117-370680012N3K41770</p>"
        + grid(rows)
        + "<p>（受理网点盖章）</p><p>重要提示：银行受理成功，本回执不作为收、付款方交易的最终依据，正式回单请在交易成功第二日打印。</p>",
        font=SERIF,
        size="A4 landscape",
    )


def farmers_bank() -> bytes:
    """A bank of farmers: the label of the party left, its three facts beside it, no ruling."""
    paper = press.canvas((595.3, 380))
    font = press.reader_font("STSong-Light")
    paper.setFont(font, 13)
    paper.drawCentredString(297, 350, "岭南农业银行　电子回单")
    paper.setFont(font, 9)
    for n, row in enumerate(
        (
            (("40", "回单编号：44417702650"), ("330", "第1次打印")),
            (("40", "付"), ("60", "账　号　44-1770 0104 0009 931"), ("330", "收　账　号　" + OUR_ACCOUNT)),
            (("40", "款"), ("60", "户　名　" + NAMES["ZN02"]), ("330", "款　户　名　" + US)),
            (("40", "方"), ("60", "开户行　岭南农业银行江门白沙支行"), ("330", "方　开户行　" + OUR_BANK)),
            (("40", "金额（小写）　12,620.00"), ("330", "金额（大写）　" + capital("12620"))),
            (("40", "币　　种　人民币"), ("330", "交易渠道　网上银行")),
            (("40", "摘　　要　转账支取"), ("330", "凭证号　0417702")),
            (("40", "交易时间　2026-11-03 15:22:40"), ("330", "会计日期　20261103")),
            (("40", "附　　言　46010205、46010212风机配件款"),),
        )
    ):
        for x, text in row:
            paper.drawString(float(x), 320 - 26 * n, text)
    return press.finish(paper)


def sections() -> bytes:
    """A bank of a town by the sea: bars over each part, label above value in three columns."""
    parts = (
        (
            "付款方信息",
            (("户名", NAMES["ZN03"]), ("账号", "1500 0041 7702 66"), ("开户行", "前海平川银行兰州分行")),
        ),
        ("收款方信息", (("户名", US), ("账号", OUR_ACCOUNT), ("开户行", OUR_BANK))),
        (
            "交易信息",
            (
                ("交易金额", "RMB 196,000.00"),
                ("大写金额", capital("196000")),
                ("交易时间", "2026-11-04 09:31:55"),
                ("用途", "2632209117设备款"),
                ("交易流水号", "8043692611040417"),
                ("手续费", "RMB 0.00"),
            ),
        ),
    )
    body = ""
    for title, pairs in parts:
        body += f"<div class=bar>{title}</div><div class=part>"
        body += (
            "".join(f"<div class=cell><i>{label}</i><br>{value}</div>" for label, value in pairs) + "</div>"
        )
    return print_html(
        "<h2>付款回单</h2>" + body + "<p>回单号：20261104-8043-0417　　生成时间：2026-11-04 10:02:11</p>",
        css=".bar{background:#f60;color:#fff;padding:3px 8px}.part{display:flex;flex-wrap:wrap}"
        ".cell{width:32%;padding:5px 0}i{color:#888;font-style:normal}",
        font=NOTO,
    )


def livelihood_bank() -> bytes:
    """A receipt ruled by lines only, the tails of two invoices in the remark, fee in a row of its own."""
    book = press.fpdf(orientation="landscape", format="A5")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=12)
    book.cell(0, 9, "民安商业银行客户专用回单（借方）", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8)
    for cells in (
        ("交易日期", "2026年11月16日", "交易序号", "30417702-0061"),
        ("付款账号", "6320 4177 0266", "收款账号", OUR_ACCOUNT),
        ("付款人", NAMES["ZN01"], "收款人", US),
        ("付款行", "民安商业银行潍坊青州支行", "收款行", OUR_BANK),
        ("金额大写", capital("76950"), "金额小写", "￥76,950.00"),
        ("业务种类", "跨行汇款", "手续费", "￥0.00"),
        ("摘要", "货款", "附加信息", "付发票尾号0022、0030"),
    ):
        for cell, width in zip(cells, (24, 71, 24, 71), strict=True):
            book.cell(width, 8, cell, border="B")
        book.ln()
    return bytes(book.output())


def paid_by_group() -> bytes:
    """A city bank's slip: the group's finance company pays for the customer."""
    pairs = [
        ("业务类型", "集团代理支付", "业务日期", "2026-11-10"),
        ("实际付款人", "锦程集团财务有限公司", "付款账号", "3211 0041 7702 0001"),
        ("委托单位", NAMES["ZN12"], "内部账号", "JC-FSSC-0417"),
        ("收款单位", US, "收款账号", OUR_ACCOUNT),
        ("付款金额", "239,300.00", "币种", "人民币"),
    ]
    rows: list[Any] = [
        *([a, b, c, d] for a, b, c, d in pairs),
        ["金额大写", (capital("239300"), "colspan=3")],
        ["资金用途", (f"代扬中锦程付货款{vat('63310012')} {vat('63310020')}", "colspan=3")],
        ["交易结果", ("支付成功", "colspan=3")],
    ]
    return print_html("<h3>江洲银行　单位结算业务回单</h3>" + grid(rows), font=NOTO, size="A5 landscape")


def country_bank() -> bytes:
    """A slip of a country bank, its remark with number and sum of each invoice."""
    body = (
        "<h3>柳江农村商业银行</h3><h3>网银转账凭证（客户联）</h3><p style='text-align:right'>流水号 LJ0041770266</p>"
        f"<p>转账日期：二〇二六年十一月十一日</p><p>付款人户名：{NAMES['ZN14']}<br>付款人账号：4502 1304 1770 266</p>"
        f"<p>收款人户名：{US}<br>收款人账号：{OUR_ACCOUNT}<br>收款人开户行：{OUR_BANK}</p>"
        f"<p>转账金额（大写）：人民币{capital('8470')}<br>转账金额（小写）：¥8470.00</p>"
        "<p>手续费：¥0.00<br>备注：27740301￥3350.00　27740308￥5120.00</p>"
    )
    return print_html(body, size="A5", font=SERIF)


def came_back() -> bytes:
    """A receipt of a transfer that the other bank sent back."""
    rows: list[Any] = [
        ["付款户名", NAMES["ZN13"], "收款户名", "澄泽传动科技有限公司"],
        ["付款账号", "3714 0041 7702", "收款账号", OUR_ACCOUNT],
        ["交易金额", "18,300.00", "交易时间", "2026-11-12 14:02:10"],
        ["用途", "货款LC-261010", "交易状态", "退汇"],
        ["退汇日期", "2026-11-13", "退汇原因", "账号与户名不符"],
    ]
    return print_html("<h3>鬲津银行网银交易明细</h3>" + grid(rows), font=NOTO, size="A5 landscape")


def ahead() -> bytes:
    """A receipt of an instalment ahead for a contract: no invoice yet."""
    rows: list[Any] = [
        ["回单类型", "对公转账", "回单号", "DZ2611180417702"],
        ["付款方名称", NAMES["ZN13"], "付款方账号", "3714 0041 7702"],
        ["收款方名称", US, "收款方账号", OUR_ACCOUNT],
        ["小写", "￥25,000.00", "大写", capital("25000")],
        ["记账日期", "2026-11-18", "摘要", "预付款"],
        ["附言", ("合同LCHT-2611-08预付30%", "colspan=3")],
    ]
    return print_html("<h3>德水银行电子回单</h3>" + grid(rows), font=SERIF, size="A5 landscape")


def fast_payment() -> bytes:
    """Hong Kong: what a bank shows after a transfer by FPS."""
    paper = press.canvas((420, 560))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 14)
    paper.drawString(40, 520, "轉數快 FPS 付款確認")
    paper.setFont(font, 9)
    for n, (label, value) in enumerate(
        (
            ("付款賬戶", "廣利印刷器材有限公司 848-041-770"),
            ("收款人", TRADITIONAL),
            ("收款人賬號", OUR_ACCOUNT),
            ("付款金額", "HKD19,600.00"),
            ("付款日期", "11/11/2026"),
            ("備註予收款人", "CZ-H2609-52"),
            ("轉數快參考編號", "FPS2611110417702"),
            ("服務費", "HKD0.00"),
            ("付款狀態", "已付款"),
        )
    ):
        paper.setFillGray(0.5)
        paper.drawString(40, 480 - 42 * n, label)
        paper.setFillGray(0)
        paper.drawString(40, 480 - 42 * n - 15, value)
    return press.finish(paper)


def allowance_off() -> bytes:
    """Taiwan: a notice of payment with an allowance and the remitting fee off."""
    rows: list[Any] = [
        ["發票日期", "憑單號碼", "摘要", "應付金額"],
        ["115/09/03", "QK-30521014", "貨款", "115,500"],
        ["115/09/21", "QK-30521022", "貨款", "68,250"],
        ["115/10/19", "QK-30521048", "進貨折讓", "-3,150"],
        [("小計", "colspan=3"), "180,600"],
        [("減：匯費", "colspan=3"), "-30"],
        [("實付金額", "colspan=3"), "180,570"],
    ]
    return print_html(
        f"<h3>華彰自動機械股份有限公司<br>付款通知單</h3><p>廠商名稱：{TRADITIONAL}　　付款日期：115/11/10　　付款方式：電匯</p>"
        + grid(rows),
        font="Noto Sans CJK TC",
    )


def dollars() -> bytes:
    """A transfer of dollars: the bank's form of application, with its stamp of acceptance in words."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=12)
    book.cell(0, 9, "境内汇款申请书 APPLICATION FOR FUNDS TRANSFER", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8)
    for label, value in (
        ("日期 Date", "2026/11/12"),
        ("32A 汇款币种及金额 Currency & Interbank Settlement Amount", "USD 24,340.00"),
        ("金额大写 Amount in Words", "美元贰万肆仟叁佰肆拾元整"),
        ("50a 汇款人名称及地址 Remitter's Name & Address", NAMES["ZN09"]),
        ("59a 收款人名称及地址 Beneficiary's Name & Address", US),
        ("收款人账号 Bene's A/C No.", OUR_ACCOUNT),
        ("70 汇款附言 Remittance Information", "CZE-26-181 USD16500 + CZE-26-188 USD7840"),
        ("71A 国内外费用承担 All Bank's Charges If Any Are To Be Borne By", "汇款人 OUR"),
        ("银行业务编号 Bank Transac. Ref. No.", "TT320026110417702"),
        ("银行处理结果 Status", "已汇出 2026/11/12 15:40"),
    ):
        book.cell(95, 9, label, border=1)
        book.cell(95, 9, value, border=1, new_x="LMARGIN", new_y="NEXT")
    return bytes(book.output())


def balance_signed() -> bytes:
    """The balance of a month, confirmed below: nothing is paid."""
    rows: list[Any] = [
        ["日期", "摘要", "借方", "贷方", "余额"],
        ["2026-09-30", "期初余额", "", "", "81,300.00"],
        ["2026-10-10", vat("62210034"), "37,650.00", "", "118,950.00"],
        ["2026-10-23", vat("62210042"), "8,050.00", "", "127,000.00"],
        ["2026-10-31", "期末余额", "", "", "127,000.00"],
    ]
    return print_html(
        f"<h3>往来款项对账函（回函）</h3><p>致：{US}</p><p>贵公司截至2026年10月31日的应收我公司款项如下：</p>"
        + grid(rows)
        + f"<p>☑ 信息证明无误　　☐ 信息不符，差异说明：</p><p style='text-align:right'>{NAMES['ZN11']}（盖章）<br>经办人：范<br>2026年11月11日</p>",
        font=SERIF,
    )


def waits_for_check() -> bytes:
    """A transfer that the clerk entered and nobody has released."""
    rows: list[Any] = [
        ["指令序号", "2611170041", "提交时间", "2026-11-17 16:02"],
        ["付款单位", NAMES["ZN04"], "收款单位", US],
        ["金额", "￥9,120.00", "用途", "202610220031"],
        ["制单人", "出纳01", "复核人", ""],
        ["指令状态", ("待复核", "colspan=3")],
    ]
    return print_html("<h3>企业网银 付款指令详情</h3>" + grid(rows), font=NOTO, size="A5 landscape")


def request_in_office() -> bytes:
    """A payment request that hangs at the cashier."""
    rows: list[Any] = [
        ["申请部门", "设备采购部", "申请日期", "2026-11-16"],
        ["收款单位", US, "付款类别", "到期货款"],
        ["对应发票", "LC-261021", "申请金额", "￥7,500.00"],
        ["部门经理", "同意　孟　11-16", "财务经理", "同意　曲　11-17"],
        ["总经理", "（审批中）", "出纳", ""],
    ]
    return print_html(f"<h3>{NAMES['ZN13']}<br>付款申请单</h3>" + grid(rows), font=NOTO)


def chain_certificate() -> bytes:
    """A receivable on a platform of supply chains, passed on to us."""
    rows: list[Any] = [
        ["云信编号", "YX-2026-1104-0417-702"],
        ["开立方", "西北电建集团有限公司"],
        ["转让方", NAMES["ZN03"]],
        ["接收方", US],
        ["转让金额（元）", "43,000.00"],
        ["转让日期", "2026-11-04"],
        ["承诺付款日", "2027-05-04"],
        ["关联发票", "2632209408"],
        ["流转状态", "已签收"],
    ]
    return print_html("<h3>云信流转凭证</h3>" + grid(rows), font=NOTO, size="A5")


def notice_with_retention(book: Any) -> None:
    """A notice from a ledger program: head in pairs, retention kept of one invoice."""
    tab = book.active
    tab.title = "付款通知书"
    for row in (
        ["付款通知书"],
        ["通知单号：FKTZ-202611-0088", None, None, None, None, "打印日期：2026-11-12"],
        ["收款单位", US, None, "付款日期", date(2026, 11, 12)],
        ["付款账户", "渝州商业银行北碚支行 尾号7702", None, "结算方式", "电汇"],
        [],
        ["序号", "发票号码", "价税合计", "质保金(5%)", "本次支付", "备注"],
        [1, vat("62210018"), 52400.0, 2620.0, 49780.0, "质保期一年"],
        [2, vat("62210026"), 28900.0, 0.0, 28900.0, None],
        [None, "合计", 81300.0, 2620.0, 78680.0, None],
        ["人民币大写：" + capital("78680")],
    ):
        tab.append(row)


SUPPLIERS: list[list[Any]] = [
    ["黄河水电装备 2026年11月第二批付款明细表"],
    ["单位：元", None, None, None, "制表：资金科"],
    ["序号", "供应商名称", "发票号", "发票金额", "付款金额", "付款日期", "付款方式"],
    [1, "兰州金城焊材有限公司", "04170221", 12800.0, 12800.0, date(2026, 11, 13), "网银"],
    [2, US, "2632209254", 84300.0, 84300.0, date(2026, 11, 13), "网银"],
    [3, US, "2632209331", 57500.0, 50000.0, date(2026, 11, 13), "网银"],
    [4, "天水麦积轴承有限公司", "88170330", 21500.0, 20000.0, date(2026, 11, 13), "网银"],
    [None, "合计", None, 176100.0, 167100.0],
]

PROGRAM = [
    ["单据日期", "单据编号", "供应商", "结算方式", "币种", "原币金额", "本币金额", "核销发票号", "备注"],
    ["2026-11-09", "AP-FK-0000417", US, "网银", "人民币", "26800.00", "26800.00", "202609040017", "9月货款"],
    ["2026-11-09", "AP-FK-0000417", US, "网银", "人民币", "14960.00", "14960.00", "202609180023", "9月货款"],
    ["合计", "", "", "", "", "41760.00", "41760.00", "", ""],
]


def with_rebate() -> bytes:
    """A Word notice: a rebate off one of two invoices."""
    return letter(
        (
            "汇款通知",
            f"致：{US} 财务部",
            "我司已于2026年11月13日通过网银向贵司汇出货款，明细如下，请注意查收。",
        ),
        (
            ("发票编号", "发票金额", "返利扣减", "汇款金额"),
            ("YX/2609/03", "18,700.00", "187.00", "18,513.00"),
            ("YX/2609/17", "24,650.00", "0.00", "24,650.00"),
            ("合计", "43,350.00", "187.00", "43,163.00"),
        ),
        ("人民币大写：" + capital("43163"), NAMES["ZN05"], "2026年11月13日"),
    )


def bill_and_rest(book: Any) -> None:
    """An invoice paid by a bank's draft, and the rest by transfer."""
    tab = book.add_worksheet("11月付款")
    for n, row in enumerate(
        (
            ["锦程电气 付款清单（2026-11-17）"],
            ["付款方式", "票据号/流水号", "金额", "到期日", "对应发票"],
            ["电子银行承兑汇票", "531422604177020261015000417", 60000.00, "2027-04-15", vat("63310038")],
            ["电汇", "JC2611170417", 700.00, "", vat("63310038")],
            ["合计", "", 60700.00],
        )
    ):
        tab.write_row(n, 0, row)


WALLET = f"""微信支付账单明细,,,,,,,,
微信昵称：[安源矿灯老谢],,,,,,,,
起始时间：[2026-11-01 00:00:00] 终止时间：[2026-11-16 23:59:59],,,,,,,,
导出类型：[全部],,,,,,,,
,,,,,,,,
----------------------微信支付账单明细列表--------------------,,,,,,,,
交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,备注
2026-11-14 18:20:31,商户消费,老街米粉店,午餐,支出,¥28.00,零钱,支付成功,/
2026-11-13 10:07:12,转账,{US},货款90218708,支出,¥2960.00,招远银行(7702),对方已收钱,/
2026-11-08 21:15:44,转账,刘师傅,运费,支出,¥150.00,零钱,对方已收钱,/
2026-11-06 09:33:05,转账,{US},货款90218701,支出,¥1480.00,招远银行(7702),对方已收钱,/
2026-11-02 12:00:18,转账,安源三矿,/,收入,¥3200.00,/,已存入零钱,/
"""


def cheque_voucher(book: Any) -> None:
    """Hong Kong: a voucher for one cheque and two invoices."""
    tab = book.add_worksheet("Voucher")
    for n, row in enumerate(
        (
            ["祥記餐具批發有限公司", "", "付款憑單 PAYMENT VOUCHER"],
            ["祈付 Pay to", TRADITIONAL, "憑單編號", "PV-2611-017"],
            ["支票號碼", "417702", "支票日期", "12/11/2026"],
            [],
            ["發票編號", "說明", "金額 HK$"],
            ["CZ-H2609-55", "輸送帶馬達", 6280.00],
            ["CZ-H2610-56", "配件", 3940.00],
            ["", "支票總額", 10220.00],
        )
    ):
        tab.write_row(n, 0, row)


NOTES_TAIWAN: list[list[Any]] = [
    ["立穎企業社 應付票據明細"],
    ["受款人：" + TRADITIONAL],
    ["開票日", "支票號碼", "付款銀行", "到期日", "票面金額", "沖銷憑單"],
    ["115/11/12", "AK0417701", "府城銀行", "115/12/15", 31500.0, "QK-30522011"],
    ["115/11/12", "AK0417702", "府城銀行", "116/01/15", 18900.0, "QK-30522029"],
    ["合計", None, None, None, 50400.0],
]

PLAN: list[list[Any]] = [
    ["11月下旬资金支付计划（审批稿）"],
    ["供应商", "发票号", "应付余额", "计划付款金额", "计划付款日", "审批状态"],
    [US, vat("61110048"), 62000.0, 40000.0, date(2026, 11, 27), "审批中"],
    [US, vat("61110055"), 17300.0, 17300.0, date(2026, 11, 27), "审批中"],
    ["合计", None, 79300.0, 57300.0],
]

STATEMENT: list[list[Any]] = [
    ["账户交易明细"],
    ["账号：5001 0041 7702 88", None, "户名：" + NAMES["ZN11"], None, "起止日期：20261110-20261117"],
    ["交易日期", "摘要", "借方发生额", "贷方发生额", "余额", "对方户名", "附言"],
    ["2026-11-10", "代发工资", 118230.5, None, 402118.2, "待清算代发户", "10月工资"],
    ["2026-11-12", "转账", 37650.0, None, 364468.2, US, vat("62210034")],
    ["2026-11-13", "货款", None, 96000.0, 460468.2, "重庆两江水务有限公司", "设备款"],
    ["2026-11-16", "转账", 8050.0, None, 452418.2, US, vat("62210042")],
    ["2026-11-17", "手续费", 15.0, None, 452403.2, None, "回单费"],
]


def files() -> dict[str, bytes]:
    """The workbooks, by the name that the cases know them by."""
    return {
        "retention": xlsx_openpyxl(notice_with_retention),
        "suppliers": xls("付款明细", SUPPLIERS),
        "rebate": with_rebate(),
        "bill": xlsx_writer(bill_and_rest),
        "cheque": xlsx_writer(cheque_voucher),
        "notes": xls("票據", NOTES_TAIWAN),
        "plan": xls("计划", PLAN),
        "statement": xls("明细", STATEMENT),
    }
