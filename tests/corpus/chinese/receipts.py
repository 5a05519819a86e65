"""电子回单 in the layouts of eleven kinds of bank, and slips that are no payment to us."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import capital, case, grid, pdf, print_html, unpriced, whole, wire
from tests.corpus.mail.clients import netease, qq
from tests.corpus.mail.wire import html
from tests.corpus.pdf import press
from tests.corpus.pdf.sheets import sheet

SEAL = '<div style="position:absolute;right:30mm;top:62mm;color:#c22;border:2px solid #c22;border-radius:50%;padding:12px;font-size:8pt">电子回单<br>专用章</div>'


def gongshang() -> bytes:
    """Both parties side by side, their titles in a tall cell each."""
    payer = NAMES["ZH01"]
    rows: list[list[Any]] = [
        [("付<br>款<br>人", "rowspan=3"), "户 名", payer, ("收<br>款<br>人", "rowspan=3"), "户 名", US],
        ["账 号", "1203 0220 0910 4400 117", "账 号", OUR_ACCOUNT],
        ["开户银行", "浙商工行台州路桥支行", "开户银行", OUR_BANK],
        [
            ("金 额", "colspan=2"),
            f"人民币（大写）：{capital('127650.50')}",
            ("", "colspan=2"),
            "￥127,650.50元",
        ],
        [("摘 要", "colspan=2"), "货款", ("业务(产品)种类", "colspan=2"), "跨行发报"],
        [
            ("用 途", "colspan=2"),
            ("付2026年8月货款 发票26332000000051870113 26332000000051870246", "colspan=4"),
        ],
        [("交易流水号", "colspan=2"), "60117734", ("时间戳", "colspan=2"), "2026-09-30-10.41.27.118233"],
        [
            (
                "备注：<br>附言：<br>支付交易序号：40771182　报文种类：大额客户发起汇兑业务　委托日期：2026-09-30　业务类型(种类)：普通汇兑",
                "colspan=6",
            )
        ],
        [("记账网点：00117　　记账柜员：00023　　记账日期：2026年09月30日", "colspan=6")],
    ]
    return print_html(
        "<h3>网上银行电子回单</h3><div>电子回单号码：0001-2026-0930-4417-8802</div>"
        + grid(rows)
        + SEAL
        + "<div>重要提示：本回单不作为收款方发货依据，并请勿重复记账。</div>"
        "<div>验证码：ab7Kq02Fz91LmN4=　打印次数：2次　打印日期：2026年10月08日 09:12:44</div>",
        font="Noto Sans CJK SC",
        size="A5 landscape",
        pt=8,
    )


def nongye() -> bytes:
    """Unruled pairs set by a canvas; both parties' labels carry the party's name."""
    paper = press.canvas((595.3, 300))
    font = press.reportlab_font("WQY", press.WQY)
    paper.setFont(font, 13)
    paper.drawCentredString(297, 275, "中原农业银行 电子回单")
    paper.setFont(font, 8.5)
    pairs = [
        ("回单编号", "26101310440099001", "交易日期", "20261013"),
        ("付款方户名", NAMES["ZH02"], "收款方户名", US),
        ("付款方账号", "15-330101040017788", "收款方账号", OUR_ACCOUNT),
        ("付款方开户行", "潍坊寒亭支行营业室", "收款方开户行", OUR_BANK),
        ("金额（小写）", "318,000.00", "币种", "人民币"),
        ("金额（大写）", "人民币" + capital("318000"), "", ""),
        ("摘要", "转支", "附言", "26372000000090114005货款"),
        ("日志号", "331188204", "交易行", "015330"),
    ]
    for n, (a, b, c, d) in enumerate(pairs):
        y = 250 - 20 * n
        paper.drawString(40, y, a)
        paper.drawString(110, y, b)
        paper.drawString(310, y, c)
        paper.drawString(385, y, d)
    paper.setFont(font, 7)
    paper.drawString(
        40, 60, "本回单可通过网上银行校验真伪,校验码:8FQ2-MV0K-77L1。如已在柜台领取,请勿重复入账。"
    )
    return press.finish(paper)


def zhongguo() -> bytes:
    """Labels in two languages, one above the other, values to the right."""

    def two(label: str, english: str) -> str:
        return f"{label}<br><span style='font-size:6.5pt;color:#666'>{english}</span>"

    rows: list[list[Any]] = [
        [two("付款人名称", "Payer's Name"), NAMES["ZH11"], two("收款人名称", "Payee's Name"), US],
        [
            two("付款人账号", "Payer's A/C No."),
            "4550 7711 0298",
            two("收款人账号", "Payee's A/C No."),
            OUR_ACCOUNT,
        ],
        [
            two("付款人开户行", "Payer's Bank"),
            "上海外滩中行营业部",
            two("收款人开户行", "Payee's Bank"),
            OUR_BANK,
        ],
        [
            two("金额", "Amount"),
            "CNY 62,400.00",
            two("金额大写", "Amount in Words"),
            f"人民币{capital('62400')}",
        ],
        [two("用途", "Purpose"), ("支付货款", "colspan=3")],
        [two("附言", "Remark"), ("FP 26312000000061110101，26312000000061110119", "colspan=3")],
        [two("交易流水号", "Trans. Ref."), "2026102100448817", two("交易日期", "Date"), "2026/10/21"],
    ]
    return print_html(
        "<h3>国内支付业务付款回单</h3><p>客户号：118200447　　日期：2026年10月21日　　业务编号：BP2610210004471</p>"
        + grid(rows)
        + "<p>交易机构：03744　交易渠道：网上银行　回单编号：2026102144718890　回单验证码：447KLQ09ZX　打印时间：2026/10/21 16:30:11　打印次数：1</p>"
        "<p style='font-size:7pt'>打印渠道：企业网银　（自助打印，注意重复）</p>",
        font="Noto Serif CJK SC",
        css="table{border-collapse:collapse;width:100%}td{border-bottom:1px dotted #888;padding:5px 6px;vertical-align:top}",
    )


def jianshe() -> bytes:
    """全称 instead of 户名; the words in a row of their own; 凭证号码 and 合同号."""
    rows: list[list[Any]] = [
        [("付款人", "rowspan=3"), "全　称", NAMES["ZH13"], ("收款人", "rowspan=3"), "全　称", US],
        ["账　号", "12050166 0800 0000 4417", "账　号", OUR_ACCOUNT],
        ["开户行", "津门建行北辰支行", "开户行", OUR_BANK],
        [("大写金额", "colspan=2"), f"{capital('145000')}", ("小写金额", "colspan=2"), "145,000.00"],
        [("用途", "colspan=2"), ("货款（发票尾号0707、0715、0723）", "colspan=4")],
        [("钞汇标志", "colspan=2"), "钞", ("凭证号码", "colspan=2"), "104417099912"],
    ]
    return print_html(
        "<h3>中国建投银行网上银行电子回执</h3><div style='display:flex;justify-content:space-between'><span>币别：人民币</span>"
        "<span>日期：2026-10-30</span><span>凭证号：104417099912</span><span>账户明细编号-交易流水号：117-1205016608NZ0QK41X</span></div>"
        + grid(rows)
        + "<p>重要提示：银行受理成功,本回执不作为收、付款方交易的最终依据,正式回单请在交易成功第二日打印。</p>",
        font="WenQuanYi Micro Hei",
    )


def zhaoshang() -> bytes:
    """出账回单: two columns of 'label：value' without any rule."""
    left = [
        "交易日期：2026年10月15日",
        "交易流水：K1544GQ000QRV7J",
        "付款账号：755900110410402　　",
        "付款开户行：深港招行苏州分行",
        f"付款人：{NAMES['ZH18']}",
        "交易金额（小写）：CNY98,750.00",
    ]
    right = [
        "回单编号：2026101500981177",
        "业务类型：网上企业银行支付",
        f"收款账号：{OUR_ACCOUNT}",
        f"收款开户行：{OUR_BANK}",
        f"收款人：{US}",
        "手续费：0.00",
    ]
    rows = "".join(
        f"<div class=g><span>{a}</span><span>{b}</span></div>" for a, b in zip(left, right, strict=True)
    )
    return print_html(
        f"<h2>出账回单</h2>{rows}<div>交易金额（大写）：人民币{capital('98750')}</div><div>交易摘要：货款-26322000000044015519</div>"
        "<div style='margin-top:20mm'>经办：SZ00417　回单验证码：17E2D0A9C4B7　第1次打印　提示：请勿重复打印，避免重复记账</div>",
        css=".g{display:grid;grid-template-columns:95mm 1fr}div{line-height:2}",
        size="A5 landscape",
    )


def jiaotong() -> bytes:
    """fpdf2: cells with borders, three columns of pairs in one row."""
    book = press.fpdf(orientation="landscape", format="A5")
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=14)
    book.cell(0, 10, "交通汇通银行 记账回执", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=8)
    rows: list[list[Any]] = [
        ["回单编号:", "310420261104009917", "回单类型:", "网银业务", "业务名称:", "跨行汇款"],
        ["记账日期:", "2026-11-04", "借贷标志:", "借", "会计流水号:", "EEZ0000041104771"],
        ["付款人账号:", "3100661700188001", "付款人名称:", NAMES["ZH07"], "开户行名:", "合肥包河支行"],
        ["收款人账号:", OUR_ACCOUNT, "收款人名称:", US, "开户行名:", OUR_BANK],
        ["币种:", "CNY", "金额:", "38,500.00", "金额大写:", capital("38500")],
        ["摘要:", "购货款", "附加信息:", "数电票26342000000077001255", "打印次数:", "0001"],
    ]
    for row in rows:
        for cell, width in zip(row, (20, 36, 20, 50, 20, 44), strict=True):
            book.cell(width, 9, cell, border=1)
        book.ln()
    book.cell(
        0,
        8,
        "自助设备打印,注意避免重复  打印机构:00417  打印日期:2026-11-05  验证码:0417AF88E2",
        new_x="LMARGIN",
        new_y="NEXT",
    )
    return bytes(book.output())


def pufa() -> bytes:
    """Two receipts of two days on one page."""

    def one(no: str, day: str, sum_: str, note: str) -> str:
        rows = [
            ["付款人名称", NAMES["ZH15"], "收款人名称", US],
            ["付款人账号", "63010078801300004417", "收款人账号", OUR_ACCOUNT],
            ["付款行名称", "江浦银行南宁分行", "收款行名称", OUR_BANK],
            ["交易金额", f"¥{sum_}", "大写", capital(sum_.replace(",", ""))],
            ["摘要", "往来款", "附言", note],
        ]
        return f"<h3>江浦银行业务回单（付款）</h3><div>交易日期：{day}　　回单号：{no}</div>{grid(rows)}<div style='font-size:7pt;margin-bottom:14mm'>柜员流水：8800{no[-4:]}　已打印次数：1</div>"

    return print_html(
        one("PF2609300017", "2026年9月30日", "18,200.00", "CZ260901货款")
        + one("PF2610150041", "2026年10月15日", "22,750.00", "CZ260915")
    )


def pingan() -> bytes:
    """A spreadsheet printed by LibreOffice; the amount is in boxes of one digit each as on a printed form."""
    rows: list[list[Any]] = [
        [("安平银行电子转账凭证", "lbc", 6)],
        [("客户回单联", "c", 6)],
        ["", "", "", "", ("日期：", "r"), "2026-10-09"],
        [("付款方", "x"), ("户名", "x"), (NAMES["ZH19"], "x"), ("收款方", "x"), ("户名", "x"), (US, "xw")],
        [("", "x"), ("账号", "x"), ("11014417709901", "x"), ("", "x"), ("账号", "x"), (OUR_ACCOUNT, "x")],
        [("", "x"), ("开户行", "x"), ("贵阳分行营业部", "x"), ("", "x"), ("开户行", "x"), (OUR_BANK, "xs")],
        [
            ("金额", "x"),
            ("大写", "x"),
            (capital("36000"), "x"),
            ("", "x"),
            ("小写", "x"),
            ("RMB36,000.00", "xr"),
        ],
        [("用途", "x"), (("材料款  26522000000002310078"), "x", 5)],
        [("流水号", "x"), ("PA1009-33017762", "x", 2), ("", "x"), ("状态", "x"), ("交易成功", "x")],
        [("此凭证仅供参考，实际到账以收款行入账为准", "s", 6)],
    ]
    return press.office(sheet(rows, (1.6, 1.4, 5.4, 1.6, 1.4, 5.8), font="WenQuanYi Micro Hei"), ".fods")


def minsheng() -> bytes:
    """A font that is not embedded; values under their labels."""
    paper = press.canvas((595.3, 420))
    font = press.reader_font("STSong-Light")
    paper.setFont(font, 15)
    paper.drawCentredString(297, 385, "民丰银行支付业务回单(付款)")
    paper.setFont(font, 9)
    blocks = [
        (
            ("付款人名称", NAMES["ZH10"]),
            ("付款人账号", "6288 0417 0099 21"),
            ("付款人开户行", "西宁城东支行"),
        ),
        (("收款人名称", US), ("收款人账号", OUR_ACCOUNT), ("收款人开户行", OUR_BANK)),
        (("金额", "120,000.00"), ("金额大写", "人民币" + capital("120000")), ("币种", "人民币元")),
        (("交易日期", "2026.11.09"), ("交易流水号", "MF2026110900417"), ("用途", "发票26632000000004410028")),
    ]
    for n, block in enumerate(blocks):
        for k, (label, value) in enumerate(block):
            paper.setFillColorRGB(0.4, 0.4, 0.4)
            paper.drawString(40 + 190 * k, 345 - 55 * n, label)
            paper.setFillColorRGB(0, 0, 0)
            paper.drawString(40 + 190 * k, 328 - 55 * n, value)
        paper.line(40, 318 - 55 * n, 560, 318 - 55 * n)
    paper.drawString(40, 90, "电子印章校验码 9Q2L7700  |  客服热线 95000")
    return press.finish(paper)


def xingye() -> bytes:
    """Fees stand beside the amount, and a sum of both that left the account."""
    rows: list[list[Any]] = [
        ["汇款人", NAMES["ZH16"], "收款人", US],
        ["汇款人账号", "471080100100044177", "收款人账号", OUR_ACCOUNT],
        ["汇出行", "海峡兴业昆明分行", "汇入行", OUR_BANK],
        ["汇款金额", "￥12,400.00", "大写金额", f"人民币{capital('12400')}"],
        ["手续费", "￥5.50", "实扣金额", "￥12,405.50"],
        ["汇款用途", "货款", "附言", "26532000000008150041"],
        ["渠道流水号", "XY20261022-887104", "汇款时间", "2026-10-22 14:02:33"],
    ]
    return print_html(
        "<h2>汇款回单</h2>" + grid(rows) + "<p>本回单不作为收款人入账凭证</p>",
        size="A5 landscape",
        font="WenQuanYi Micro Hei",
    )


def nongxin() -> bytes:
    """A counter's form, letters of the labels spread, the figures in one-digit boxes and again in full."""
    digits = "1360000"
    boxes = "".join(f"<td class=d>{d}</td>" for d in f"{'¥' + digits:>10}".replace(" ", "\u3000"))
    heads = "".join(f"<td class=d>{d}</td>" for d in "千百十万千百十元角分")
    body = f"""<h3>松北县农村信用合作联社　转账凭条（回单）</h3><p style="text-align:center">2026 年 10 月 28 日</p>
    <table><tr><td rowspan=3>付<br>款<br>人</td><td>户　　名</td><td>{NAMES["ZH14"]}</td><td rowspan=3>收<br>款<br>人</td><td>户　　名</td><td>{US}</td></tr>
    <tr><td>账　　号</td><td>2301 0122 0104 0004 417</td><td>账　　号</td><td>{OUR_ACCOUNT}</td></tr>
    <tr><td>开 户 行</td><td>松北联社营业部</td><td>开 户 行</td><td>{OUR_BANK}</td></tr></table>
    <table><tr><td rowspan=2>人民币<br>(大写)</td><td rowspan=2>{capital("13600")}</td>{heads}</tr><tr>{boxes}</tr></table>
    <table><tr><td>用途</td><td>付设备款 票号20771012</td><td>交易序号</td><td>NX1028-00417</td></tr></table><p>小写：13,600.00　　会计　　复核　　记账</p>"""
    return print_html(
        body,
        css="table{border-collapse:collapse;width:100%}td{border:1px solid #555;padding:5px}.d{width:5mm;text-align:center}",
    )


def unequal() -> bytes:
    """The figures say 63,000.00, the words 36,000."""
    rows: list[list[Any]] = [
        ["付款户名", NAMES["ZH01"], "收款户名", US],
        ["付款账号", "1203022009104400117", "收款账号", OUR_ACCOUNT],
        ["小写金额", "63,000.00", "大写金额", capital("36000")],
        ["附言", "26332000000051872318", "交易时间", "2026-10-27 11:20:09"],
        ["交易流水号", "YX1027004417", "状态", "成功"],
    ]
    return print_html("<h3>网银转账电子回单</h3>" + grid(rows), size="A5 landscape")


def other_payee() -> bytes:
    rows: list[list[Any]] = [
        ["付款方", NAMES["ZH08"], "收款方", "福建闽顺冷链运输有限公司"],
        ["付款账号", "129630100100044177", "收款账号", "1402 0296 0960 0044 178"],
        ["金额", "￥9,925.80", "大写", capital("9925.80")],
        ["用途", "9月运费", "流水号", "ML2610090041"],
        ["日期", "2026-10-09", "状态", "交易成功"],
    ]
    return print_html("<h3>电子回单</h3>" + grid(rows), size="A5 landscape", font="WenQuanYi Micro Hei")


def waiting() -> bytes:
    rows: list[list[Any]] = [
        ["指令序号", "HQ20261103-44177", "提交时间", "2026-11-03 16:58:12"],
        ["付款户名", NAMES["ZH17"], "收款户名", US],
        ["付款账号", "32001617636052504417", "收款账号", OUR_ACCOUNT],
        ["金额", "66,000.00", "大写", capital("66000")],
        ["用途", "26322000000099110033", "指令状态", "等待二级授权"],
    ]
    return print_html("<h3>转账汇款 - 指令查询结果</h3>" + grid(rows), font="WenQuanYi Micro Hei")


def returned() -> bytes:
    rows: list[list[Any]] = [
        ["原付款人", NAMES["ZH09"], "原收款人", US],
        ["原金额", "4,480.00", "原用途", "10455830货款"],
        ["退汇金额", "4,480.00", "退汇日期", "2026-11-05"],
        ["退汇原因", "收款人户名与账号不符", "退汇流水号", "TH2611050017"],
    ]
    return print_html("<h3>退汇通知回单</h3>" + grid(rows))


CASES = (
    case(
        "huidan-side-by-side",
        "receipt: parties side by side, tall titles",
        "Chromium",
        "ZH01",
        "9月30日付款回单",
        "2026-10-08T09:20:11",
        "澄泽财务：\n附件是我司付款回单，请查收。\n云岫泵业 财务部",
        "remittance",
        wire(
            "ZH01",
            "127650.50",
            "2026-09-30",
            "60117734",
            *unpriced("26332000000051870113", "26332000000051870246"),
        ),
        files=[pdf("回单.pdf", gongshang())],
        mailer="Foxmail 7.2.25.375[cn]",
    ),
    case(
        "huidan-plain-pairs",
        "receipt: unruled pairs",
        "reportlab",
        "ZH02",
        "电子回单",
        "2026-10-13T15:01:00",
        "见附件",
        "remittance",
        wire(
            "ZH02",
            "318000.00",
            "2026-10-13",
            "26101310440099001",
            *whole("26372000000090114005", "318000.00"),
        ),
        files=[pdf("26101310440099001.pdf", nongye())],
    ),
    case(
        "huidan-two-languages",
        "receipt: labels in two languages",
        "Chromium, Noto Serif",
        "ZH11",
        "付款回单-澜海实业",
        "2026-10-21T16:40:00",
        html(
            netease("您好：\n\n货款已付，回单请见附件，麻烦核对后回复。\n\n澜海实业"),
            "gb18030",
            label="GBK",
            encoding="base64",
        ),
        "remittance",
        wire(
            "ZH11",
            "62400.00",
            "2026-10-21",
            "2026102100448817",
            *unpriced("26312000000061110101", "26312000000061110119"),
        ),
        files=[pdf("付款回单.pdf", zhongguo())],
    ),
    case(
        "huidan-full-names",
        "receipt: 全称, tails of numbers in 用途",
        "Chromium, WenQuanYi",
        "ZH13",
        "津滨电缆付款",
        "2026-10-30T11:11:00",
        "请查收附件。",
        "remittance",
        wire(
            "ZH13",
            "145000.00",
            "2026-10-30",
            "*",
            *unpriced("26122000000020070707", "26122000000020070715", "26122000000020070723"),
        ),
        files=[pdf("电子回执.pdf", jianshe())],
    ),
    case(
        "huidan-two-columns",
        "receipt: label and value in one text, two columns",
        "Chromium",
        "ZH18",
        "出账回单",
        "2026-10-15T17:30:00",
        "",
        "remittance",
        wire("ZH18", "98750.00", "2026-10-15", "K1544GQ000QRV7J", *whole("26322000000044015519", "98750.00")),
        files=[pdf("CZHD20261015.pdf", zhaoshang())],
    ),
    case(
        "huidan-three-pairs",
        "receipt: three pairs a row",
        "fpdf2",
        "ZH07",
        "回执",
        "2026-11-05T08:44:00",
        "回执见附，请查。",
        "remittance",
        wire("ZH07", "38500.00", "2026-11-04", "*", *whole("26342000000077001255", "38500.00")),
        files=[pdf("huizhi.pdf", jiaotong())],
    ),
    case(
        "huidan-two-on-a-page",
        "receipts: two on a page",
        "Chromium",
        "ZH15",
        "付款回单（两笔）",
        "2026-10-16T10:00:00",
        "两笔回单一并发你。",
        "remittance",
        wire("ZH15", "18200.00", "2026-09-30", "PF2609300017", *whole("CZ260901", "18200.00")),
        wire("ZH15", "22750.00", "2026-10-15", "PF2610150041", *whole("CZ260915", "22750.00")),
        files=[pdf("回单合并.pdf", pufa())],
    ),
    case(
        "huidan-sheet",
        "receipt: ruled sheet",
        "LibreOffice Calc",
        "ZH19",
        "电子转账凭证",
        "2026-10-09T14:00:00",
        "请查收！",
        "remittance",
        wire("ZH19", "36000.00", "2026-10-09", "PA1009-33017762", *whole("26522000000002310078", "36000.00")),
        files=[pdf("凭证.pdf", pingan())],
    ),
    case(
        "huidan-values-below",
        "receipt: values under labels, font not embedded",
        "reportlab, STSong",
        "ZH10",
        "支付回单",
        "2026-11-10T09:00:00",
        "附件请查收",
        "remittance",
        wire(
            "ZH10", "120000.00", "2026-11-09", "MF2026110900417", *whole("26632000000004410028", "120000.00")
        ),
        files=[pdf("MF2026110900417.pdf", minsheng())],
    ),
    case(
        "huidan-fee-and-sum",
        "receipt: fee and sum that left the account",
        "Chromium",
        "ZH16",
        "汇款回单",
        "2026-10-22T15:00:00",
        "已汇款，请查收。",
        "remittance",
        wire(
            "ZH16", "12400.00", "2026-10-22", "XY20261022-887104", *whole("26532000000008150041", "12400.00")
        ),
        files=[pdf("汇款回单.pdf", xingye())],
    ),
    case(
        "huidan-digit-boxes",
        "receipt: one digit in a box",
        "Chromium",
        "ZH14",
        "转账凭条",
        "2026-10-28T16:20:00",
        html(qq("款已转，凭条见附件"), "gb18030", encoding="base64"),
        "remittance",
        wire("ZH14", "13600.00", "2026-10-28", "NX1028-00417", *whole("20771012", "13600.00")),
        files=[pdf("凭条.pdf", nongxin())],
        mailer="QQMail 2.x",
        charset="gb18030",
    ),
    case(
        "huidan-words-differ",
        "receipt: figures and words differ",
        "Chromium",
        "ZH01",
        "付款",
        "2026-10-27T13:00:00",
        "已付，请查收",
        "remittance",
        wire("ZH01", "*", "2026-10-27", "YX1027004417", *whole("26332000000051872318", "*")),
        files=[pdf("回单1027.pdf", unequal())],
    ),
    case(
        "huidan-other-payee",
        "receipt: of another's money",
        "Chromium",
        "ZH08",
        "请查收",
        "2026-10-09T12:00:00",
        "您好，9月运费已付，请查收。",
        "other",
        files=[pdf("电子回单.pdf", other_payee())],
    ),
    case(
        "huidan-waiting",
        "order not yet released",
        "Chromium",
        "ZH17",
        "付款进度",
        "2026-11-03T17:05:00",
        "已提交网银，等领导授权后即到账。",
        "other",
        files=[pdf("指令查询.pdf", waiting())],
    ),
    case(
        "huidan-returned",
        "receipt: money returned",
        "Chromium",
        "ZH09",
        "退汇了，请核对账号",
        "2026-11-05T15:00:00",
        "昨天付的款被银行退回来了，请把正确的户名账号发我。",
        "other",
        files=[pdf("退汇.pdf", returned())],
    ),
)
