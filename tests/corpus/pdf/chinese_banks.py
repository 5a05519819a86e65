"""电子回单 of four banks that don't exist."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import capital
from tests.corpus.pdf.sheets import page

ZONE = "Asia/Shanghai"
OURS = "诺维恩仪器(苏州)有限公司"
YUNLING = customer(6020, "云岭茶业集团有限公司", "zijinbu@yunling-tea.example", "zh", "CNY", zone=ZONE)
YUNLING_ITEMS = items(YUNLING, "26532000000033170081 2026-09-28 42940.00")


@document(
    "yunling-huidan",
    "zh",
    "reportlab",
    "bank receipt",
    "电子回单: two halves for payer and payee, 大写 row, red seal, font not embedded",
)
def yunling() -> tuple[bytes, Truth]:
    paper = press.canvas((595.3, 340))
    font = press.reader_font("STSong-Light")
    paper.setFont(font, 14)
    paper.drawCentredString(297, 312, "滇池商业银行客户专用回单")
    paper.setFont(font, 8)
    paper.drawString(40, 292, "回单类型:对公转账付款")
    paper.drawString(250, 292, "记账日期:2026年11月04日")
    paper.drawString(420, 292, "流水号:DC26110400417733")
    for x in (40, 297):
        paper.rect(x, 210, 22, 72)
        paper.grid([x + 22, x + 82, 297 if x == 40 else 555], [282, 258, 234, 210])
    for n, (label, a, b) in enumerate(
        (
            ("户名", YUNLING.name, OURS),
            ("账号", "9901000417730081", "9901041773000088"),
            ("开户行", "滇池商业银行昆明盘龙支行", "示例银行苏州工业园区支行"),
        )
    ):
        y = 266 - 24 * n
        paper.drawString(70, y, label)
        paper.drawString(126, y, a)
        paper.drawString(327, y, label)
        paper.drawString(383, y, b)
    for x, text in ((47, "付款方"), (304, "收款方")):
        for n, letter in enumerate(text):
            paper.drawString(x, 262 - 18 * n, letter)
    wide = (
        ("大写金额", "人民币" + capital("42940")),
        ("小写金额", "CNY 42,940.00"),
        ("摘要", "网银转账"),
        ("附言", "货款 发票26532000000033170081"),
    )
    paper.grid([40, 122, 555], [210, 186, 162, 138, 114])
    for n, (label, text) in enumerate(wide):
        paper.drawString(62, 194 - 24 * n, label)
        paper.drawString(130, 194 - 24 * n, text)
    paper.setStrokeColorRGB(0.85, 0.1, 0.1)
    paper.setFillColorRGB(0.85, 0.1, 0.1)
    paper.ellipse(440, 60, 540, 130)
    paper.drawCentredString(490, 98, "滇池商业银行")
    paper.drawCentredString(490, 82, "电子回单专用章")
    paper.setFillColorRGB(0, 0, 0)
    paper.setFont(font, 7)
    paper.drawString(40, 60, "验证码:7F4C-0417-A9E2    打印次数:1    交易机构:1100417    柜员:SYS001")
    paper.drawString(40, 46, "温馨提示:请妥善保管本回单,切勿重复记账。")
    truth = paid(
        YUNLING.name,
        "42940.00",
        "CNY",
        "2026-11-04",
        "wire",
        "DC26110400417733",
        [(YUNLING_ITEMS[0].no, "42940.00")],
    )
    return press.finish(paper), advice(YUNLING, truth)


BEIHU = customer(6021, "北湖乳品有限公司", "fin@beihu-dairy.example", "zh", "CNY", zone=ZONE)
BEIHU_ITEMS = items(
    BEIHU,
    """
    20419127 2026-09-21 16950.00
    20419133 2026-09-27 3390.00
    """,
)


@document(
    "beihu-huidan",
    "zh",
    "weasyprint",
    "bank receipt",
    "网上银行电子回单: labels and values without rules, two old invoices in 用途, one sum",
)
def beihu() -> tuple[bytes, Truth]:
    css = """@page{size:210mm 148mm;margin:12mm} body{font:9.5pt/1.9 "WenQuanYi Micro Hei"} .t{text-align:center;font-size:14pt;color:#00529b} .g{display:grid;grid-template-columns:30mm 1fr 30mm 1fr}
    .g span:nth-child(odd){color:#666} .f{font-size:7pt;color:#888;margin-top:6mm}"""
    pairs = (
        ("回单编号", "BH20261109-0000417"),
        ("交易时间", "2026-11-09 15:26:41"),
        ("付款人户名", BEIHU.name),
        ("收款人户名", OURS),
        ("付款人账号", "6299 0041 7733 0127"),
        ("收款人账号", "9901 0417 7300 0088"),
        ("付款人开户行", "长白合作银行吉林分行"),
        ("收款人开户行", "示例银行苏州分行"),
        ("币种", "人民币"),
        ("交易金额", "20,340.00"),
        ("金额大写", capital("20340")),
        ("手续费", "0.00"),
        ("用途", "付20419127、20419133号票款"),
        ("交易状态", "交易成功"),
    )
    body = (
        "<div class='t'>长白合作银行 网上银行电子回单</div><div class='g'>"
        + "".join(f"<span>{a}:</span><span>{b}</span>" for a, b in pairs)
        + "</div><div class='f'>本回单由企业网银自助打印,可登录官网输入回单编号查验真伪。重复打印无效。</div>"
    )
    truth = paid(
        BEIHU.name,
        "20340.00",
        "CNY",
        "2026-11-09",
        "wire",
        "BH20261109-0000417",
        [(i.no, None) for i in BEIHU_ITEMS],
    )
    return press.weasyprint(page(css, body, "zh-CN")), advice(BEIHU, truth)


HAIXI = customer(6022, "海西渔港开发有限公司", "jiesuan@haixi-fishport.example", "zh", "CNY", zone=ZONE)
HAIXI_ITEMS = items(
    HAIXI,
    """
    26352000000044120017 2026-09-19 90400.00
    26352000000044120023 2026-09-30 33900.00
    """,
)


@document(
    "haixi-huidan-two",
    "zh",
    "fpdf2",
    "bank receipt",
    "Two receipts on a page, one transfer each, cut line between",
)
def haixi() -> tuple[bytes, Truth]:
    pdf = press.fpdf()
    pdf.add_font("W", "", press.WQY)
    pdf.add_page()
    data = (
        ("FZ0417202611060001", "26352000000044120017", "90400", "90,400.00", "2026/11/06"),
        ("FZ0417202611100007", "26352000000044120023", "33900", "33,900.00", "2026/11/10"),
    )
    payments = []
    for n, (serial, invoice, plain, amount, day) in enumerate(data):
        top = 15 + 140 * n
        pdf.set_font("W", "", 13)
        pdf.set_xy(15, top)
        pdf.cell(180, 9, "闽江村镇银行 单位账户付款回单", align="C", border=1)
        pdf.set_font("W", "", 9)
        rows = (
            ("交易日期", day, "交易流水号", serial),
            ("付款单位", HAIXI.name, "付款账号", "8817 0041 7730 0017"),
            ("收款单位", OURS, "收款账号", "9901 0417 7300 0088"),
            ("收款行名", "示例银行苏州分行", "业务类型", "大额汇款"),
            ("小写", "¥" + amount, "大写", capital(plain)),
            ("附言", f"FP{invoice}", "经办柜员", "网银"),
        )
        for k, cells in enumerate(rows):
            pdf.set_xy(15, top + 9 + 10 * k)
            for width, text in zip((22, 68, 25, 65), cells, strict=True):
                pdf.cell(width, 10, text, border=1)
        pdf.set_font("W", "", 7)
        pdf.text(15, top + 76, "(本回单仅供参考,以银行账务为准)              打印时间 2026/11/11 09:02")
        payments.append(
            paid(
                HAIXI.name,
                f"{plain}.00",
                "CNY",
                day.replace("/", "-"),
                "wire",
                serial,
                [(invoice, f"{plain}.00")],
            )
        )
    pdf.set_dash_pattern(dash=2, gap=2)
    pdf.line(10, 148, 200, 148)
    return bytes(pdf.output()), advice(HAIXI, *payments)


GUQIAO = customer(6023, "古桥文旅发展有限公司", "cw@guqiao-tour.example", "zh", "CNY", zone=ZONE)
GUQIAO_ITEMS = items(GUQIAO, "26432000000066510442 2026-10-11 15820.00")


@document(
    "guqiao-huidan",
    "zh",
    "cairo",
    "bank receipt",
    "Mobile bank's 转账回单 as a card, label at the left, value at the right edge",
)
def guqiao() -> tuple[bytes, Truth]:
    pairs = (
        ("转账金额", "15,820.00 元"),
        ("大写金额", capital("15820")),
        ("付款方", GUQIAO.name),
        ("付款账户", "湘楚惠民银行 (4417)"),
        ("收款方", OURS),
        ("收款账户", "示例银行 (0088)"),
        ("转账附言", "支付发票款26432000000066510442"),
        ("转账时间", "2026年11月12日 10:08:33"),
        ("电子流水号", "XC1112100833004417"),
        ("处理结果", "转账成功,已到账"),
    )
    text = "".join(
        f'<text x="70" y="{230 + 44 * n}" fill="#888">{a}</text><text x="525" y="{230 + 44 * n}" text-anchor="end">{b}</text><line x1="70" x2="525" y1="{246 + 44 * n}" y2="{246 + 44 * n}" stroke="#eee"/>'
        for n, (a, b) in enumerate(pairs)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="595px" height="842px" viewBox="0 0 595 842" font-family="WenQuanYi Micro Hei" font-size="13"><rect width="595" height="842" fill="#f4f4f4"/>'
        '<rect x="40" y="60" width="515" height="700" rx="14" fill="#fff"/><text x="297" y="120" text-anchor="middle" font-size="20">湘楚惠民银行</text>'
        f'<text x="297" y="155" text-anchor="middle" font-size="15">转账电子回单</text>{text}<text x="297" y="800" text-anchor="middle" font-size="9" fill="#888">电子回单仅作交易凭证,请核实到账情况</text></svg>'
    )
    truth = paid(
        GUQIAO.name,
        "15820.00",
        "CNY",
        "2026-11-12",
        "wire",
        "XC1112100833004417",
        [(GUQIAO_ITEMS[0].no, "15820.00")],
    )
    return press.cairo(svg), advice(GUQIAO, truth)
