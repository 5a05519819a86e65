"""Scans of the second set's kind, worse treated: coarse faxes, motion, holes, pens, seals, and cheques that are void."""

from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.corpus.scans.make_scans import A4, LETTER, Paper, fax, jpeg, pdf, worn
from tests.corpus.scans_more.make import (
    bitonal,
    german,
    owed,
    photographed,
    plain,
    scan,
    speckled,
    stamp,
    told,
)

Drawn = tuple[bytes, list[dict[str, Any]]]

owed("E01", "USD", "", "HS-52004 2026-10-01 2026-10-31 1875.00", "HS-52013 2026-10-06 2026-11-05 642.30", "HS-52029 2026-10-12 2026-11-11 3108.45",
     "HS-52037 2026-10-16 2026-11-15 990.00", "HS-52041 2026-10-19 2026-11-18 2250.00")  # fmt: skip
owed(
    "E02",
    "USD",
    "",
    "HS-52006 2026-10-02 2026-11-01 418.90",
    "HS-52018 2026-10-08 2026-11-07 1265.00",
    "HS-52033 2026-10-14 2026-11-13 2044.10",
)
owed("E03", "GBP", "", "HSUK-2260 2026-10-05 2026-11-04 780.25", "HSUK-2266 2026-10-09 2026-11-08 1499.00", "HSUK-2273 2026-10-15 2026-11-14 322.60",
     "HSUK-2281 2026-10-20 2026-11-19 2785.00")  # fmt: skip
owed(
    "E04",
    "EUR",
    "",
    "RE-26-0671 2026-10-05 2026-11-04 1840.00",
    "RE-26-0678 2026-10-12 2026-11-11 3327.50",
    "RE-26-0684 2026-10-20 2026-11-19 512.85",
)
owed("E06", "EUR", "", "FV-26-830 2026-09-20 2026-11-19 1333.00", "FV-26-838 2026-10-02 2026-12-01 4210.75")
owed(
    "E08",
    "CNY",
    "",
    "26332000000071990341 2026-10-12 2026-12-11 72150.00",
    "26332000000072018856 2026-10-19 2026-12-18 8460.50",
)
owed("E09", "CNY", "", "26432000000081660207 2026-10-20 2026-11-19 23900.00")


def holed(image: Image.Image) -> Image.Image:
    """Punched twice at its left edge, on a plate that shows black around it."""
    page = image.copy()
    draw = ImageDraw.Draw(page)
    size = image.height // 40
    for y in (image.height * 3 // 8, image.height * 5 // 8):
        draw.ellipse((size, y, size * 3, y + size * 2), fill=10)
    draw.rectangle((0, 0, image.width, size // 2), fill=5)
    draw.rectangle((image.width - size // 2, 0, image.width, image.height), fill=5)
    return page


def shown_through(front: Image.Image, back: Image.Image) -> Image.Image:
    """Thin paper: the other side's print faintly, the wrong way round."""
    faint = (
        back.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        .filter(ImageFilter.GaussianBlur(2))
        .point([200 + value * 55 // 255 for value in range(256)])
    )
    return ImageChops.multiply(front, faint)


def pen(paper: Paper, *points: tuple[float, float], width: float = 1.6) -> None:
    """A stroke of a ball pen."""
    paper.draw.line(
        [(x * paper.scale, y * paper.scale) for x, y in points], 50, max(1, round(width * paper.scale))
    )


@scan("en-coarse-fax.tif", "fax in standard resolution, 98 lines an inch", "E03", applied=True)
def coarse() -> Drawn:
    rows = [
        ("HSUK-2260", "05/10/26", "780.25"),
        ("HSUK-2266", "09/10/26", "1,499.00"),
        ("HSUK-2273", "15/10/26", "322.60"),
    ]
    page = Paper((A4[0], 330), 204, "mono")
    page.text(50, 50, "ASHDOWN VETERINARY SUPPLIES LTD", 15)
    page.text(50, 76, "PAYMENT ADVICE TO HARBOUR SUPPLY CO.  11/11/26", 13)
    page.table(
        50,
        96,
        (190, 140, 150),
        [("INVOICE", "DATE", "PAID GBP"), *rows, ("TOTAL", "", "2,601.85")],
        size=15,
        right_from=2,
        step=30,
    )
    image = speckled(page.image, "coarse", 0.4)
    half = image.resize((image.width, image.height * 98 // 204))
    return fax([half.resize(image.size, Image.Resampling.NEAREST)], 204), told(
        "2601.85", "GBP", "2026-11-11", [(row[0], plain(row[2])) for row in rows]
    )


@scan("en-moved.jpg", "photograph with a shake of the hand", "E01", applied=True)
def moved() -> Drawn:
    rows = [("HS-52004", "1,875.00"), ("HS-52013", "642.30")]
    page = Paper((420, 330), 150, "sans")
    page.text(40, 50, "Granite Peak Brewing Co.", 16, "bold")
    page.text(40, 80, "Paid to Harbour Supply Co. on 11/11/2026 by ACH", 12)
    page.table(
        40,
        100,
        (170, 150),
        [("Invoice", "Amount (USD)"), *rows, ("Total", "2,517.30")],
        size=14,
        right_from=1,
        ruled=True,
        step=30,
    )
    image = photographed(page.image, "moved", lean=0.05, shade=90)
    shaken = Image.blend(image, ImageChops.offset(image, 2, 1), 0.5)
    return jpeg(shaken, 30), told("2517.30", "USD", "2026-11-11", [(row[0], plain(row[1])) for row in rows])


@scan(
    "en-crossed-by-pen.pdf",
    "list with a row crossed out by pen, the total written anew by hand",
    "E02",
    applied=True,
)
def crossed() -> Drawn:
    page = Paper((LETTER[0], 330), 200, "serif")
    page.text(50, 50, "Sable Point Marina Inc. - payments to Harbour Supply Co., Nov 12 2026 (USD)", 12)
    page.table(
        50,
        80,
        (180, 150, 130),
        [
            ("Bill", "Date", "Amount"),
            ("HS-52006", "Oct 2", "418.90"),
            ("HS-52018", "Oct 8", "1,265.00"),
            ("HS-52033", "Oct 14", "2,044.10"),
        ],
        size=13,
        right_from=2,
        ruled=True,
        step=32,
    )
    pen(page, (46, 160), (515, 162), width=2)
    page.text(380, 240, "Total  2,463.00", 20, "hand")
    return bitonal([speckled(page.image, "crossed", 0.8)], 200), told(
        "2463.00", "USD", "2026-11-12", [("HS-52006", "418.90"), ("HS-52033", "2044.10")]
    )


@scan(
    "de-gelocht.pdf",
    "advice, punched, black edges, print of the other side shown through",
    "E04",
    applied=True,
)
def punched() -> Drawn:
    rows = [
        ("RE-26-0671", "05.10.2026", "1.840,00"),
        ("RE-26-0678", "12.10.2026", "3.327,50"),
        ("RE-26-0684", "20.10.2026", "512,85"),
    ]
    page, back = Paper((A4[0], 360), 150, "serif"), Paper((A4[0], 360), 150, "sans")
    page.text(90, 60, "Metallbau Oehler GmbH", 14)
    page.text(90, 90, "Zahlungsavis an Harbour Supply Co. vom 11.11.2026", 12)
    page.table(
        90,
        110,
        (140, 130, 140),
        [("Rechnung", "Datum", "Betrag in EUR"), *rows, ("Gesamtbetrag", "", "5.680,35")],
        size=12,
        right_from=2,
        step=26,
    )
    for at in range(11):
        back.text(
            60, 60 + 26 * at, "Allgemeine Einkaufsbedingungen 4.711,00 EUR gelten für alle 2.222,00", 12
        )
    image = shown_through(page.image, back.image)
    return pdf([holed(worn(image, "punched", angle=1.1, noise=4))], 150, 28), told(
        "5680.35", "EUR", "2026-11-11", [(row[0], german(row[2])) for row in rows]
    )


@scan(
    "es-dos-copias.pdf",
    "two slips on one page, one beside the other",
    "E06",
    applied=False,
    why="each amount is said once",
)
def copies() -> Drawn:
    page = Paper((A4[0], 300), 200, "sans")
    for x, amount, invoice in ((30, "1.333,00 EUR", "FV-26-830"), (310, "4.210,75 EUR", "FV-26-838")):
        page.box(x, 30, x + 260, 260)
        for at, text in enumerate(
            (
                "Justificante de transferencia",
                "Ordenante: Cerámicas Olivares S.A.",
                "Beneficiario: Harbour Supply Co.",
                "Fecha: 11/11/2026",
                f"Importe: {amount}",
                f"Concepto: factura {invoice}",
            )
        ):
            page.text(x + 12, 60 + 34 * at, text, 11)
    first, second = (
        told("1333.00", "EUR", "2026-11-11", [("FV-26-830", "1333.00")]),
        told("4210.75", "EUR", "2026-11-11", [("FV-26-838", "4210.75")]),
    )
    return bitonal([speckled(page.image, "copies", -0.6)], 200), [*first, *second]


@scan(
    "zh-yinzhang.pdf",
    "receipt with a seal over the capitals and a line of the printer missing",
    "E08",
    applied=True,
)
def seal() -> Drawn:
    page = Paper((595, 320), 200, "hei")
    page.text(210, 40, "网上银行电子回单", 16)
    page.table(40, 60, (90, 190, 90, 150), [("付款人", "绍兴越海印染有限公司", "收款人", "海港供应有限公司"), ("付款账号", "121101887700", "收款账号", "440201881234"), ("交易金额", "72,150.00", "币种", "人民币"),
               ("金额大写", "柒万贰仟壹佰伍拾元整", "交易日期", "2026-11-10"), ("用途", "货款", "流水号", "20261110771")], size=11, ruled=True, step=34)  # fmt: skip
    page.text(46, 260, "附言：26332000000071990341", 12)
    stamp(page, 190, 130, "电子回单专用章", size=11, ring=True, font="hei", ink=150)
    page.draw.line((0, 400, page.image.width, 404), 255, 2)
    return pdf([worn(page.image, "seal", angle=-1.0, noise=4)], 200, 22), told(
        "72150.00", "CNY", "2026-11-10", [("26332000000071990341", "72150.00")]
    )


@scan(
    "zh-cexiang.jpg", "notice on its side, photographed", "E09", applied=False, why="its amount is said once"
)
def sideways() -> Drawn:
    page = Paper((420, 300), 160, "song")
    for at, text in enumerate(
        (
            "付款通知",
            "致：海港供应有限公司",
            "我司已于2026年11月12日电汇货款",
            "发票号码 26432000000081660207",
            "金额 ￥23,900.00",
            "长沙湘岳机电设备有限公司",
        )
    ):
        page.text(50, 50 + 40 * at, text, 16)
    return jpeg(photographed(page.image, "sideways", lean=0.02).rotate(90, expand=True), 34), told(
        "23900.00", "CNY", "2026-11-12", [("26432000000081660207", "23900.00")]
    )


@scan("en-trap-void.jpg", "trap: a cheque stamped VOID", "E01", applied=False, kind="*", why="void")
def void() -> Drawn:
    page = Paper((460, 220), 190, "serif")
    page.box(6, 6, 454, 214)
    for x, y, text, size in ((20, 36, "Granite Peak Brewing Co.", 13), (340, 36, "No. 0088240", 11), (340, 56, "11/12/2026", 11), (20, 90, "Pay to the order of  Harbour Supply Co.", 11), (350, 90, "$990.00", 12),
                             (20, 116, "Nine hundred ninety and 00/100 dollars", 11), (20, 180, "Memo HS-52037", 11)):  # fmt: skip
        page.text(x, y, text, size)
    stamp(page, 150, 90, "V O I D", size=40, angle=20, ink=90)
    return jpeg(photographed(page.image, "void", lean=0.015, shade=40), 34), []


@scan(
    "en-trap-bounced.pdf",
    "trap: a cheque sent back, stamped by the bank",
    "E03",
    applied=False,
    kind="*",
    why="returned unpaid",
)
def bounced() -> Drawn:
    page = Paper((500, 240), 200, "serif")
    for x, y, text, size in ((24, 36, "Ashdown Veterinary Supplies Ltd", 13), (360, 36, "12 November 2026", 11), (24, 80, "Pay  Harbour Supply Co.", 12), (24, 110, "Two thousand seven hundred eighty-five pounds 00/100", 12),
                             (370, 110, "£2,785.00", 13), (24, 190, "HSUK-2281", 11)):  # fmt: skip
        page.text(x, y, text, size)
    stamp(page, 120, 120, "RETURNED UNPAID - REFER TO DRAWER", size=13, angle=8, ink=80)
    return bitonal([speckled(page.image, "bounced", 0.7)], 200), []


@scan(
    "en-trap-statement.pdf",
    "trap: our statement sent back with a tick at each row",
    "E01",
    applied=False,
    kind="*",
    why="a statement copy",
)
def statement() -> Drawn:
    page = Paper((LETTER[0], 330), 200, "sans")
    page.text(50, 50, "Harbour Supply Co.  STATEMENT OF ACCOUNT  11/10/2026", 12, "bold")
    page.text(50, 72, "Granite Peak Brewing Co.", 11)
    page.table(
        50,
        90,
        (160, 140, 160),
        [
            ("Invoice", "Due date", "Open amount USD"),
            ("HS-52029", "11/11/2026", "3,108.45"),
            ("HS-52041", "11/18/2026", "2,250.00"),
            ("Total open", "", "5,358.45"),
        ],
        size=12,
        right_from=2,
        ruled=True,
        step=28,
    )
    for y in (132, 160):
        pen(page, (520, y), (526, y + 8), (542, y - 12), width=1.4)
    return bitonal([speckled(page.image, "statement", -0.9)], 200), []
