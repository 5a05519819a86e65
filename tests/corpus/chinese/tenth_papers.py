"""What the tenth set has attached: receipts of banks' usual forms, lists of ledger programs, exports of statements."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, grid, print_html
from tests.corpus.mail.sheets import letter, xls, xlsx_openpyxl, xlsx_writer
from tests.corpus.pdf import press
from tests.corpus.pdf.sheets import sheet

NOTO = "Noto Sans CJK SC"


def vat(tail: str) -> str:
    """An invoice of the tax platform, of the series that this set names."""
    return "263220000001" + tail


def with_stamp_of_time() -> bytes:
    """The commonest form: parties side by side, words and figures in one row, the rest under a remark."""
    rows: list[Any] = [
        [
            ("付<br>款<br>人", "rowspan=3"),
            "户　名",
            NAMES["ZJ01"],
            ("收<br>款<br>人", "rowspan=3"),
            "户　名",
            US,
        ],
        ["账　号", "3204 0288 0910 0017 734", "账　号", OUR_ACCOUNT],
        ["开户银行", "龙江工商银行常州新北支行", "开户银行", OUR_BANK],
        [
            ("金　额", "colspan=2"),
            (f"人民币（大写）：{capital('32800')}　　　　￥32,800.00元", "colspan=4"),
        ],
        [("摘　要", "colspan=2"), "货款", ("业务（产品）种类", "colspan=2"), "跨行发报"],
        [("用　途", "colspan=2"), ("货款", "colspan=4")],
        [("交易流水号", "colspan=2"), "21088417", ("时间戳", "colspan=2"), "2026-11-02-10.41.55.208317"],
        [
            (
                f"备注：附言：{vat('18810012')}　支付交易序号：30417752　报文种类：大额客户发起汇兑业务<br>"
                "委托日期：2026-11-02　业务类型（种类）：普通汇兑　指令编号：HQP0417330219　提交人：lcbrake01.c.3204<br>最终授权人：lcbrake09.c.3204",
                "colspan=6",
            )
        ],
    ]
    return print_html(
        "<h3>龙江工商银行　网上银行电子回单</h3><p>电子回单号码：0001-2861-7704-1733</p>"
        + grid(rows)
        + "<p>验证码：pT3xV8kqL20Zs41FzyW7mQ==</p><p>记账网点：00417　　记账柜员：00023　　记账日期：2026年11月02日</p>"
        "<p>重要提示：本回单不作为收款方发货依据，并请勿重复记账　　　　　　　　　打印日期：2026年11月03日</p>",
        size="A4",
    )


def words_below_the_sum() -> bytes:
    """Two columns of label and value, the sum with its words below it and no label of their own."""
    paper = press.canvas((595.3, 420))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 14)
    paper.drawCentredString(297, 390, "国内支付业务付款回单")
    paper.setFont(font, 9)
    left = [
        "客户号：120417733",
        "付款人账号：4402 7711 0041 7",
        f"付款人名称：{NAMES['ZJ04']}",
        "付款人开户行：岭南华侨银行大亚湾支行",
        "金额：CNY19,915.50",
        f"人民币{capital('19915.50')}",
        "业务种类：网上支付",
        "用途：货款",
        f"附言：{vat('19910016')}、{vat('19910024')}",
        "交易机构：47710",
        "回单编号：2026110510417733",
    ]
    right = [
        "日期：2026年11月05日",
        f"收款人账号：{OUR_ACCOUNT}",
        f"收款人名称：{US}",
        f"收款人开户行：{OUR_BANK}",
        "",
        "",
        "业务编号：OBSS001041773306　　凭证号码：",
        "",
        "",
        "交易渠道：网上银行　　交易流水号：411973305　　经办：",
        "回单验证码：8TK2M9QV41NX　打印时间：2026/11/05 16:22:08　打印次数：1",
    ]
    for n, (one, other) in enumerate(zip(left, right, strict=True)):
        paper.drawString(35, 360 - 24 * n, one)
        paper.drawString(290, 360 - 24 * n, other)
    paper.setFont(font, 7)
    paper.drawString(35, 80, "如您已通过银行网点取得相应纸质回单，请注意核对，勿重复记账！")
    return press.finish(paper)


def exchange_of_nothing() -> bytes:
    """Pairs of a receipt that has a place for a second currency, empty here."""
    book = press.fpdf(orientation="landscape", format="A5")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=13)
    book.cell(0, 9, "沪通银行电子回单凭证", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8)
    for row in (
        "回单编号：326110604177　　回单类型：网银转账　　　　　业务名称：跨行转账",
        "凭证种类：0000000000　　　凭证号码：00000000000000000　　借贷标志：借记　　回单格式码：S",
        "账号：41030120418800417　　开户行名称：沪通银行洛阳涧西支行",
        f"户名：{NAMES['ZJ03']}",
        f"对方账号：{OUR_ACCOUNT}　　开户行名称：{OUR_BANK}",
        f"对方户名：{US}",
        "币种：CNY　　金额：124,760.00　　　金额大写：" + capital("124760"),
        "兑换信息　　币种：　　金额：0.00　　牌价：0.00　　币种：　　金额：0.00",
        "摘要：付货款XSFP-2609-0115 XSFP-2609-0131",
        "附加信息：",
        "打印次数：0001次　记账日期：20261106　会计流水号：EEZ0000041773302",
        "记账机构：01410047999　经办柜员：EBB001　记账柜员：EBB001　复核柜员：　　授权柜员：",
        "打印机构：01410047999　打印柜员：2021009001　　批次号：",
    ):
        book.cell(0, 8, row, new_x="LMARGIN", new_y="NEXT")
    return bytes(book.output())


def unruled_merchant() -> bytes:
    """One column of pairs, as a bank of merchants prints it, a seal's words beside it."""
    pairs = [
        ("日期", "2026年11月09日"),
        ("业务类型", "网银转账"),
        ("流水号", "G7411800041773C"),
        ("付款人账号", "5119 0417 7310 801"),
        ("付款人开户行", "蜀商银行成都金牛支行"),
        ("付款人", NAMES["ZJ06"]),
        ("收款人账号", OUR_ACCOUNT),
        ("收款人开户行", OUR_BANK),
        ("收款人", US),
        ("金额（大写）", f"人民币{capital('145700')}"),
        ("金额（小写）", "CNY 145,700.00"),
        ("摘要", "采购款 0027+0035减红票0043"),
        ("经办", "财务01"),
    ]
    body = "".join(f"<tr><td style='width:9em'>{label}：</td><td>{value}</td></tr>" for label, value in pairs)
    return print_html(
        "<h2 style='color:#a00'>付 款 回 单</h2><table>" + body + "</table>"
        "<p>回单编号：20261109041773　　回单验证码：7C41D2E8A9F0　　电子回单专用章</p>"
        "<p style='font-size:7pt'>提示：1.电子回单验证码相同表示同一笔业务回单，请勿重复记账使用。2.已在银行柜台领用业务回单的单位，请注意核对，请勿重复记账使用。</p>",
        css="td{padding:3px 8px}",
        size="A5 landscape",
        font=NOTO,
    )


def with_fee_and_total() -> bytes:
    """A post bank's receipt: sum, fee, and what left the account."""
    rows: list[Any] = [
        [("邮通储蓄银行客户回单", "lbc", 4)],
        [("交易日期：2026年11月03日", "", 2), ("回单流水：YT3204177330091", "r", 2)],
        [("付款户名", "xg"), (NAMES["ZJ05"], "x"), ("收款户名", "xg"), (US, "xw")],
        [("付款账号", "xg"), ("9320 0401 0417 730", "x"), ("收款账号", "xg"), (OUR_ACCOUNT, "x")],
        [
            ("付款行名", "xg"),
            ("邮通储蓄银行镇江丹徒支行", "x"),
            ("收款行名", "xg"),
            (OUR_BANK, "xs"),
        ],
        [("交易金额", "xg"), ("15,460.00", "xr"), ("手续费", "xg"), ("10.50", "xr")],
        [("合计扣款", "xg"), ("15,470.50", "xr"), ("币种", "xg"), ("人民币", "x")],
        [("大写金额", "xg"), (capital("15460"), "x", 3)],
        [("交易附言", "xg"), ("32017701 5600，32017708 9860", "x", 3)],
        [("业务种类", "xg"), ("汇款", "x"), ("交易渠道", "xg"), ("企业网银", "x")],
    ]
    return press.office(sheet(rows, (2.4, 6.2, 2.4, 6.2), font="WenQuanYi Micro Hei"), ".fods")


def batch_of_payees() -> bytes:
    """A batch of transfers printed by the payer's bank: three payees, one of them the seller."""
    paper = press.canvas((842, 595))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 14)
    paper.drawCentredString(421, 555, "闽兴银行企业网银批量转账结果清单")
    paper.setFont(font, 9)
    paper.drawString(40, 530, f"付款户名：{NAMES['ZJ08']}　　付款账号：330701041773　　批次号：PL20261110004")
    paper.drawString(40, 514, "总笔数：3　　总金额：71,080.00　　成功笔数：3　　成功金额：71,080.00")
    columns = (40, 75, 290, 420, 500, 560, 760)
    rows = [
        ("序号", "收款方户名", "收款方账号", "金额", "币种", "附言", "状态"),
        ("1", "金华市永盛包装材料厂", "3307880119", "18,000.00", "人民币", "纸箱", "成功"),
        ("2", US, OUR_ACCOUNT, "41,080.00", "人民币", f"{vat('22210013')}/0021", "成功"),
        ("3", "浙江东义物流有限公司", "3307990221", "12,000.00", "人民币", "10月运费", "成功"),
    ]
    for n, row in enumerate(rows):
        for x, cell in zip(columns, row, strict=True):
            paper.drawString(x, 485 - 22 * n, cell)
        paper.line(38, 478 - 22 * n, 805, 478 - 22 * n)
    paper.drawString(40, 380, "提交时间：2026-11-10 10:15:22　　完成时间：2026-11-10 10:16:40")
    return press.finish(paper)


def on_a_phone() -> bytes:
    """What a bank's app shows after a transfer, drawn by librsvg."""
    rows = [
        ("收款人", US),
        ("收款账户", f"太湖农商银行 (尾号{OUR_ACCOUNT[-4:]})"),
        ("付款人", NAMES["ZJ09"]),
        ("付款账户", "漓江银行 (尾号7733)"),
        ("到账方式", "实时到账"),
        ("手续费", "免费"),
        ("交易时间", "2026-11-09 09:12:36"),
        ("附言", "71890201货款"),
        ("交易流水", "LJ2026110909123600417"),
    ]
    lines = "".join(
        f"<text x='24' y='{200 + 34 * n}' font-size='13' fill='#777'>{label}</text>"
        f"<text x='130' y='{200 + 34 * n}' font-size='13'>{value}</text>"
        for n, (label, value) in enumerate(rows)
    )
    return press.cairo(
        "<svg xmlns='http://www.w3.org/2000/svg' width='420' height='560' font-family='WenQuanYi Micro Hei'>"
        "<rect width='420' height='560' fill='white'/><text x='210' y='50' font-size='16' text-anchor='middle'>交易详情</text>"
        "<text x='210' y='110' font-size='30' text-anchor='middle'>¥16,700.00</text>"
        "<text x='210' y='145' font-size='14' fill='#090' text-anchor='middle'>转账成功</text>"
        + lines
        + "</svg>"
    )


def foreign_banks_advice() -> bytes:
    """A foreign bank's advice in Wuxi: Chinese and English labels in one cell each, a list of invoices below."""
    pairs: list[Any] = [
        ["付款人<br>Ordering Party", NAMES["ZJ11"], "付款参考号<br>Customer Reference", "YD-AP-261112-07"],
        ["收款人<br>Beneficiary", US, "收款人账号<br>Beneficiary A/C", OUR_ACCOUNT],
        ["金额<br>Amount", "CNY 214,400.00", "起息日<br>Value Date", "12/11/2026"],
        ["付款方式<br>Payment Type", "CNAPS", "银行参考号<br>Bank Reference", "HVPS2611120041773"],
    ]
    rows: list[Any] = [
        [
            "发票号 Invoice No.",
            "发票日期 Invoice Date",
            "发票金额 Gross",
            "扣减 Deduction",
            "支付金额 Net Paid",
        ],
        [vat("23310017"), "12/08/2026", "152,000.00", "6,000.00", "146,000.00"],
        [vat("23310025"), "09/09/2026", "68,400.00", "0.00", "68,400.00"],
        [("总计 Total", "colspan=2"), "220,400.00", "6,000.00", "214,400.00"],
    ]
    return print_html(
        "<h3>付款通知书 PAYMENT ADVICE</h3>"
        + grid(pairs)
        + "<p>付款明细 Remittance Details</p>"
        + grid(rows)
        + "<p>扣减原因 Reason: 延期交货违约金 late delivery penalty</p>"
        "<p style='font-size:7pt'>此通知由本行代客户发出，如有疑问请联络付款人。This advice is sent on behalf of our customer.</p>",
        font=NOTO,
    )


def hong_kong_e_advice() -> bytes:
    """A Hong Kong bank's notice of a transfer between banks."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=12)
    book.cell(0, 9, "獅山銀行　商業e-Banking　轉賬通知書", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=9)
    for label, value in (
        ("交易日期", "2026年11月6日"),
        ("轉賬至（收款人名稱）", "澄澤傳動科技（無錫）有限公司"),
        ("收款銀行及賬戶號碼", "太湖農商 " + OUR_ACCOUNT),
        ("從（扣賬賬戶）", "388-041773-001 億達升降機有限公司"),
        ("轉賬金額", "港元 38,300.00"),
        ("交易費用", "港元 50.00（由付款人支付）"),
        ("給收款人的訊息", "INV CZ-H2609-60 / CZ-H2609-66"),
        ("交易編號", "N61106417733"),
        ("狀態", "已完成"),
    ):
        book.cell(60, 8, label, border="B")
        book.cell(120, 8, value, border="B", new_x="LMARGIN", new_y="NEXT")
    return bytes(book.output())


def hong_kong_listed() -> bytes:
    """A firm's remittance advice with cheque number and discount, Hong Kong."""
    rows: list[Any] = [
        ["日期", "發票編號", "發票金額", "折扣", "實付"],
        ["07/09/2026", "CZ-H2609-33", "14,300.00", "286.00", "14,014.00"],
        ["22/09/2026", "CZ-H2609-39", "9,250.00", "185.00", "9,065.00"],
        [("合計 HKD", "colspan=2"), "23,550.00", "471.00", "23,079.00"],
    ]
    return print_html(
        "<p>德昌五金塑膠有限公司<br>Tak Cheong Hardware &amp; Plastics Co. Ltd.</p><h3>付 款 通 知</h3>"
        "<p>致：澄澤傳動科技（無錫）有限公司　　　支票號碼：660417　　　日期：2026年11月9日</p>"
        + grid(rows)
        + "<p>港幣貳萬叁仟零柒拾玖元正</p><p>支票隨函附上，收妥請回條。</p>",
        size="A5 landscape",
        font="Noto Sans CJK HK",
    )


def taiwan_slip() -> bytes:
    """The payer's part of a remitting form, years of the Republic, the fee added."""
    rows: list[Any] = [
        ["匯款日期", "115年11月10日", "匯款序號", "0041773"],
        ["收款行", "太湖農商銀行無錫濱湖支行", "收款帳號", OUR_ACCOUNT],
        ["收款人戶名", ("澄澤傳動科技（無錫）有限公司", "colspan=3")],
        ["匯款人", ("永豐順工業股份有限公司　統一編號 28041773", "colspan=3")],
        ["匯款金額", "新臺幣 152,250 元整", "大寫", "壹拾伍萬貳仟貳佰伍拾元整"],
        ["手續費", "30", "合計", "152,280"],
        ["附言", ("30481012、30481020貨款", "colspan=3")],
    ]
    return print_html(
        "<h3>寶島銀行　匯款回條聯</h3>" + grid(rows), size="A5 landscape", font="Noto Serif CJK TC"
    )


def taiwan_notice() -> bytes:
    """A bank's notice of a payment made for its customer, with rows of documents."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=12)
    book.cell(0, 9, "玉山泰付款明細通知書", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=9)
    for row in (
        "付款人：聯合傳動有限公司",
        "受款人：澄澤傳動科技（無錫）有限公司　敬啟",
        "付款日期：2026/11/13　　付款方式：電匯",
        "入帳金額：NT$ 73,470　　（已扣匯費 NT$ 30）",
    ):
        book.cell(0, 7, row, new_x="LMARGIN", new_y="NEXT")
    for cells in (
        ("單據日期", "發票號碼", "應付金額", "匯費", "實付金額"),
        ("2026/09/08", "QK-30482018", "57,750", "30", "57,720"),
        ("2026/10/12", "QK-30482034", "15,750", "0", "15,750"),
        ("", "合計", "73,500", "30", "73,470"),
    ):
        for cell, align in zip(cells, "LLRRR", strict=True):
            book.cell(36, 8, cell, border=1, align=align)
        book.ln()
    return bytes(book.output())


def word_certificate() -> bytes:
    """A payer's own notice, typed in Word and printed to PDF."""
    data = letter(
        (
            "付款告知函",
            f"{US}：",
            "我公司已于2026年11月12日通过邕江商业银行向贵公司支付设备配件款，现将付款情况告知如下：",
        ),
        (
            ("付款金额", "人民币169,050.00元（大写：" + capital("169050") + "）"),
            ("对应发票", "CG26090031（128,800.00元）、CG26090058（40,250.00元）"),
            ("付款银行流水", "2026111200417733"),
            ("收款账号", OUR_ACCOUNT),
        ),
        ("请贵公司查收并开具收款收据。", NAMES["ZJ07"], "二〇二六年十一月十二日"),
    )
    return press.office(data, ".docx")


U8: list[list[Any]] = [
    ["付款单列表", None, None, None, None, None, None, None, None],
    [
        "单据编号",
        "单据日期",
        "供应商",
        "结算方式",
        "结算科目",
        "币种",
        "原币金额",
        "核销发票号",
        "摘要",
    ],
    ["0000000417", "2026-11-04", US, "电汇", "10020101", "人民币", 12480.0, "80451103", "付货款"],
    ["0000000417", "2026-11-04", US, "电汇", "10020101", "人民币", 7365.0, "80451110", "付货款"],
    ["0000000417", "2026-11-04", US, "电汇", "10020101", "人民币", 1910.0, "80451127", "付货款(部分)"],
    ["合计", None, None, None, None, None, 21755.0, None, None],
]


def u8_list() -> bytes:
    return xls("付款单列表", U8)


def kingdee(book: Any) -> None:
    """A payment document exported with its rows of source documents."""
    tab = book.active
    tab.append(
        [
            "单据编号",
            "业务日期",
            "收款单位",
            "付款组织",
            "结算方式",
            "币别",
            "实付金额",
            "源单编号",
            "源单类型",
            "源单金额",
            "本次付款金额",
            "手续费",
        ]
    )
    for n, (source, whole, now) in enumerate(
        ((vat("18810020"), 57640.0, 57640.0), (vat("18810046"), 86350.0, 40000.0))
    ):
        head = (
            ["CNFK00004177", date(2026, 11, 9), US, NAMES["ZJ01"], "网银", "人民币", 97640.0]
            if n == 0
            else [None] * 7
        )
        tab.append([*head, source, "应付单", whole, now, 0])


SAP_TEXT = f"""                                                                    第   1 页
 {NAMES["ZJ06"]}
 财务共享中心 应付组                                  付款凭证  2000041773
                                                      日期      2026.11.12
 {US}
 供应商编码  0000104177                               币种      CNY

                         付 款 通 知

 我们已通过银行转账结清以下项目：

 凭证号       参考             凭证日期      总额          扣减         净额
 ---------------------------------------------------------------------------
 5100041771   {vat("21110019")}  2026.07.29
                                             184,000.00       0.00     184,000.00
 5100041905   {vat("21110050")}  2026.10.20
                                              71,000.00   1,420.00      69,580.00
 ---------------------------------------------------------------------------
 合计                                        255,000.00   1,420.00     253,580.00

 扣减：现金折扣2%
 付款金额 253,580.00 CNY 已划入贵方账户 {OUR_ACCOUNT}
"""


def cash_discount() -> bytes:
    """A letter with a small list, the discount of each in per cent and in money."""
    paper = press.canvas((595.3, 842))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 10)
    for y, text in (
        (800, NAMES["ZJ12"]),
        (784, "威海市环翠区海埠路417号　电话 0631-5204177"),
        (750, f"收件：{US} 应收账款"),
        (734, "日期：2026-11-13　　付款编号：HY-P-261113-2"),
    ):
        paper.drawString(50, y, text)
    paper.setFont(font, 13)
    paper.drawCentredString(297, 700, "汇款明细")
    paper.setFont(font, 10)
    rows = [
        ("贵司单号", "金额", "现金折扣", "折扣额", "汇款额"),
        ("HYM-260919", "14,650.00", "1%", "146.50", "14,503.50"),
        ("HYM-261008", "7,800.00", "1%", "78.00", "7,722.00"),
        ("", "", "", "合计", "22,225.50"),
    ]
    for n, row in enumerate(rows):
        for x, cell in zip((150, 260, 340, 430, 540), row, strict=True):
            paper.drawRightString(x, 670 - 20 * n, cell)
    paper.drawString(50, 560, "以上款项今日由威海商银汇出，请查收。")
    return press.finish(paper)


def small_program() -> bytes:
    """A payment slip of a trading program for small firms: the sum in words at the foot, boxes for signatures."""
    rows: list[Any] = [
        [("渌口机车配件厂", "bc", 5)],
        [("付 款 单", "lbc", 5)],
        [(f"供应商：{US}", "", 3), ("单据号：FK-2026-11-00041", "r", 2)],
        [("付款账户：基本户", "", 3), ("日期：2026-11-12", "r", 2)],
        [
            ("原单号", "xg"),
            ("原单金额", "xg"),
            ("已付金额", "xg"),
            ("优惠金额", "xg"),
            ("本次付款", "xg"),
        ],
        [("20264401", "x"), ("7,200.00", "xr"), ("3,000.00", "xr"), ("0.00", "xr"), ("4,200.00", "xr")],
        [
            ("20264408", "x"),
            ("13,350.00", "xr"),
            ("0.00", "xr"),
            ("50.00", "xr"),
            ("13,300.00", "xr"),
        ],
        [("合计", "x"), ("20,550.00", "xr"), ("3,000.00", "xr"), ("50.00", "xr"), ("17,500.00", "xr")],
        [("大写：" + capital("17500"), "", 5)],
        [("制单：杨会计　　审核：　　　出纳：付讫", "", 5)],
    ]
    return press.office(sheet(rows, (4.2, 3.2, 3.2, 3.0, 3.4), font="WenQuanYi Micro Hei"), ".fods")


SRM = f"""<!DOCTYPE html><html><head><meta charset="gb2312"><title>付款明细打印</title></head><body>
<div class="hd">伊河矿机供应商协同平台 &gt; 财务协同 &gt; 付款查询</div>
<table border=1 width=100%><tr><td>供应商</td><td colspan=3>{US}</td></tr>
<tr><td>付款申请号</td><td>PAYREQ-20261105-0088</td><td>状态</td><td>已付款</td></tr>
<tr><td>付款日期</td><td>2026/11/13</td><td>付款总额（元）</td><td>190,000.00</td></tr></table>
<table border=1 width=100%><thead><tr><th>行号</th><th>结算单号</th><th>发票编号</th><th>应付余额</th><th>本期安排</th></tr></thead>
<tbody><tr><td>10</td><td>JS26100417</td><td>XSFP-2608-0102</td><td>210000.00</td><td>150000.00</td></tr>
<tr><td>20</td><td>JS26100533</td><td>XSFP-2610-0007</td><td>93000.00</td><td>40000.00</td></tr></tbody></table>
</body></html>"""

NC = "\r\n".join(
    (
        "付款结算单\t\t\t\t\t",
        f"付款单位：{NAMES['ZJ11']}\t\t收款单位：{US}\t\t结算日期：2026-11-10\t",
        "发票号\t含税金额\t累计已付\t本次付款\t未付金额\t备注",
        f"{vat('23310033')}\t37,950.00\t0.00\t37,950.00\t0.00\t",
        f"{vat('23310041')}\t22,000.00\t0.00\t12,000.00\t10,000.00\t余款下月",
        "合计\t59,950.00\t0.00\t49,950.00\t10,000.00\t",
        "",
    )
)


def settlement() -> bytes:
    """A settlement in Word: goods, less fine, less retention, makes what was paid."""
    return letter(
        (
            "结　算　单",
            f"甲方：{NAMES['ZJ07']}　　乙方：{US}",
            "结算单号：CG-JS-2026-1107　　结算日期：2026年11月7日",
        ),
        (
            ("项目", "依据", "金额（元）"),
            ("货款", "发票CG26100012", "62,700.00"),
            ("减：质量扣款", "扣款单ZL-2610-03", "1,200.00"),
            ("减：质保金5%", "合同第八条", "3,135.00"),
            ("本次实付", "", "58,365.00"),
        ),
        ("上述款项已于结算当日电汇至乙方账户，双方无异议。",),
    )


def by_month(book: Any) -> None:
    """One row a month, several invoices in one cell by their last digits."""
    tab = book.add_worksheet("付款台账")
    bold = book.add_format({"bold": True})
    money = book.add_format({"num_format": "#,##0.00"})
    rows: tuple[list[Any], ...] = (
        ["恒基塑胶—澄泽传动 付款台账（2026）"],
        ["所属月份", "发票号", "开票金额", "付款日期", "付款金额", "付款方式"],
        ["10月", f"{vat('19910032')}\n{vat('19910040')}", 10902.0, "2026.11.16", 10902.0, "网银"],
    )
    for n, row in enumerate(rows):
        for c, value in enumerate(row):
            tab.write(n, c, value, money if isinstance(value, float) else bold if n < 2 else None)


def long_list() -> bytes:
    """Thirty-six invoices on two pages, a sum at the foot of each page, the heading repeated."""
    from tests.corpus.chinese.ledger import ITEMS

    items = [item.split() for item in ITEMS["ZJ19"].split("|")][:36]
    paper = press.canvas((595.3, 842))
    font = press.reportlab_font("WQY", press.WQY)
    running = 0
    for first in (0, 20):
        paper.setFont(font, 13)
        paper.drawCentredString(297, 800, "付款明细表")
        paper.setFont(font, 9)
        paper.drawString(50, 778, f"付款单位：{NAMES['ZJ19']}")
        paper.drawString(50, 764, f"收款单位：{US}　　付款日期：2026年11月16日　　币种：人民币")
        paper.drawString(480, 764, f"第{1 + first // 20}页/共2页")
        for x, label in ((50, "序号"), (110, "送货/发票单号"), (260, "开票日期")):
            paper.drawString(x, 740, label)
        paper.drawRightString(480, 740, "付款金额")
        page = items[first : first + 20]
        for n, (number, day, amount) in enumerate(page):
            y = 720 - 30 * n
            paper.drawString(50, y, str(first + n + 1))
            paper.drawString(110, y, number)
            paper.drawString(260, y, day.replace("-", "/"))
            paper.drawRightString(480, y, f"{int(amount[:-3]):,}{amount[-3:]}")
        cents = sum(int(amount.replace(".", "")) for _, _, amount in page)
        running += cents
        y = 720 - 30 * len(page)
        paper.drawString(50, y, "本页小计")
        paper.drawRightString(480, y, f"{cents // 100:,}.{cents % 100:02d}")
        if first:
            paper.drawString(50, y - 20, "总　　计")
            paper.drawRightString(480, y - 20, f"{running // 100:,}.{running % 100:02d}")
        else:
            paper.showPage()
    return press.finish(paper)


def long_total() -> str:
    from tests.corpus.chinese.ledger import ITEMS

    cents = sum(int(item.split()[2].replace(".", "")) for item in ITEMS["ZJ19"].split("|")[:36])
    return f"{cents // 100}.{cents % 100:02d}"


def statement(book: Any) -> None:
    """A bank's list with one column of sums and a sign of debit and credit."""
    tab = book.active
    tab.append(["对公活期账户交易明细查询"])
    tab.append(["账户名称", US, None, "账号", OUR_ACCOUNT])
    tab.append(["查询期间", "2026-11-09 至 2026-11-13", None, "币种", "人民币"])
    tab.append(
        [
            "交易时间",
            "借贷标志",
            "交易金额",
            "账户余额",
            "对方单位名称",
            "对方账号",
            "对方行名",
            "用途",
            "附言",
            "凭证号",
        ]
    )
    for row in (
        (
            "2026-11-09 09:12:44",
            "贷",
            16700.00,
            216700.00,
            NAMES["ZJ09"],
            "4503041773",
            "漓江银行",
            "货款",
            "71890201",
            "",
        ),
        (
            "2026-11-10 11:30:02",
            "借",
            35000.00,
            181700.00,
            "无锡锡钢物资有限公司",
            "3202041773",
            "锡商银行",
            "钢材",
            "",
            "88041",
        ),
        (
            "2026-11-12 15:02:19",
            "贷",
            5000.00,
            186700.00,
            NAMES["ZJ09"],
            "4503041773",
            "漓江银行",
            "往来款",
            "",
            "",
        ),
        (
            "2026-11-13 08:00:00",
            "贷",
            41.27,
            186741.27,
            "太湖农商银行",
            "",
            "",
            "结息",
            "",
            "",
        ),
        (
            "2026-11-13 16:20:37",
            "贷",
            9300.00,
            196041.27,
            NAMES["ZJ12"],
            "3710041773",
            "威海商银",
            "货款",
            "HYM-260903",
            "",
        ),
    ):
        tab.append(list(row))


MERCHANT_CSV = (
    "太湖农商银行企业银行交易查询\r\n"
    f'"账号:{OUR_ACCOUNT}","户名:{US}","币种:人民币"\r\n'
    '"交易日","起息日","交易类型","借方金额","贷方金额","余额","摘要","流水号","业务名称","收(付)方名称","收(付)方账号"\r\n'
    f'"20261116","20261116","汇入汇款","","4,200.00","203,591.27","货款20264401尾款","C0417A001","网银汇入","{NAMES["ZJ10"]}","4302041773"\r\n'
    '"20261116","20261116","费用","15.00","","203,576.27","账户管理费","C0417A002","费用","",""\r\n'
    f'"20261117","20261117","汇入汇款","","3,240.00","206,816.27","90117308","C0417B003","网银汇入","{NAMES["ZJ18"]}","3212041773"\r\n'
    '"20261117","20261117","汇款退回","","1,980.00","208,796.27","11/13付款账号有误退汇","C0417B004","退汇","无锡市滨湖区印刷厂","3202990041"\r\n'
)


def draft_page() -> bytes:
    """An endorsement in the new system of drafts: package number, range of parts, who gives it to whom."""
    rows: list[Any] = [
        ["票据（包）号", "6 313301 0417733 20260918 00417 733", "子票区间", "1-1850000"],
        ["票据（包）金额", "18,500.00", "票据种类", "电子银行承兑汇票"],
        ["出票日期", "2026-09-18", "到期日", "2027-03-18"],
        ["出票人", "唐山迁安钢构有限公司", "承兑人", "冀东银行唐山分行"],
        ["业务名称", "背书转让", "业务状态", "已签收"],
        ["背书人名称", NAMES["ZJ07"], "被背书人名称", US],
        ["背书日期", "2026-11-16", "不得转让标记", "可再转让"],
        ["备注", ("CG26100029货款", "colspan=3")],
    ]
    return print_html("<h3>票据业务回单</h3>" + grid(rows), font=NOTO, size="A5 landscape")


def plan(book: Any) -> None:
    """Which suppliers are to be paid next week; nothing has been paid."""
    tab = book.active
    tab.append(["采购付款排款表（11月第4周）"])
    tab.append(["供应商", "发票号", "到期日", "应付金额", "排款金额", "排款日期", "审批状态"])
    tab.append([US, "80451134", date(2026, 11, 8), 15200.0, 15200.0, date(2026, 11, 25), "待审批"])
    tab.append([US, "80451141", date(2026, 11, 19), 5045.0, 5045.0, date(2026, 11, 25), "待审批"])


def files() -> dict[str, bytes]:
    """The workbooks, by the name that the cases know them by."""
    return {
        "kingdee": xlsx_openpyxl(kingdee),
        "month": xlsx_writer(by_month),
        "statement": xlsx_openpyxl(statement),
        "plan": xlsx_openpyxl(plan),
    }
