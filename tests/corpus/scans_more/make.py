"""Draws a second set of scans in other layouts, with their ledger and truth: `python -m tests.corpus.scans_more.make [NAME...]`.

Needs Pillow and fonts of Debian (fonts-liberation, fonts-noto-cjk, fonts-wqy-microhei, fonts-urw-base35). The tests need only what it has written.
"""

from __future__ import annotations

import io
import json
import math
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.corpus.scans import make_scans as first
from tests.corpus.scans.make_scans import A4, DRAWN, LETTER, Paper, fax, jpeg, paid, pdf, worn

HERE = Path(__file__).parent
first.FONTS["hand"] = ("/usr/share/fonts/opentype/urw-base35/Z003-MediumItalic.otf", 0)
first.FONTS["round"] = ("/usr/share/fonts/opentype/urw-base35/URWGothic-Book.otf", 0)
first.FONTS["narrow"] = ("/usr/share/fonts/opentype/urw-base35/NimbusSansNarrow-Regular.otf", 0)
first.FONTS["ja"] = ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 0)

CUSTOMERS = [  # id, name, aliases, address, language, currency, terms
    ("E01", "Granite Peak Brewing Co.", "Granite Peak", "ap@granitepeak.example", "en", "USD", "2/10 n/30"),
    ("E02", "Sable Point Marina Inc.", "Sable Point", "books@sablepoint.example", "en", "USD", "n/30"),
    ("E03", "Ashdown Veterinary Supplies Ltd", "Ashdown Vets", "purchase@ashdownvets.example", "en", "GBP", "n/30"),
    ("E04", "Metallbau Oehler GmbH", "", "fibu@oehler-metall.example", "de", "EUR", "n/30"),
    ("E05", "Fromagerie du Val d'Aran SAS", "", "compta@valdaran.example", "fr", "EUR", "n/45"),
    ("E06", "Cerámicas Olivares S.A.", "", "pagos@ceramicasolivares.example", "es", "EUR", "n/60"),
    ("E07", "株式会社白川精工", "白川精工", "keiri@shirakawa.example", "ja", "JPY", "eom+30"),
    ("E08", "绍兴越海印染有限公司", "越海印染", "cw@yuehai.example", "zh", "CNY", "n/60"),
    ("E09", "长沙湘岳机电设备有限公司", "湘岳机电", "caiwu@xiangyue.example", "zh", "CNY", "n/30"),
]  # fmt: skip
INVOICES: list[tuple[str, ...]] = []


def owed(customer: str, currency: str, terms: str, *rows: str) -> None:
    for row in rows:
        no, issued, due, amount = row.split()
        INVOICES.append((no, customer, issued, due, currency, amount, terms))


owed("E01", "USD", "", "HS-51007 2026-09-03 2026-10-03 1430.25", "HS-51019 2026-09-11 2026-10-11 2785.00", "HS-51026 2026-09-18 2026-10-18 396.40",
     "HS-51038 2026-09-25 2026-10-25 5120.75", "HS-51044 2026-10-02 2026-11-01 864.00", "HS-51052 2026-10-08 2026-11-07 1919.15",
     "HS-51063 2026-10-15 2026-11-14 3340.00", "HS-51070 2026-10-21 2026-11-20 275.50")  # fmt: skip
owed("E02", "USD", "", "HS-51011 2026-09-08 2026-10-08 1182.60", "HS-51023 2026-09-16 2026-10-16 662.60", "HS-51031 2026-09-23 2026-10-23 2049.90",
     "HS-51047 2026-10-05 2026-11-04 738.35", "HS-51058 2026-10-12 2026-11-11 4475.00", "HS-51066 2026-10-19 2026-11-18 1290.80")  # fmt: skip
owed("E03", "GBP", "", "HSUK-2207 2026-09-10 2026-10-10 412.80", "HSUK-2215 2026-09-17 2026-10-17 1875.00", "HSUK-2228 2026-09-29 2026-10-29 936.45",
     "HSUK-2234 2026-10-06 2026-11-05 2260.10", "HSUK-2241 2026-10-14 2026-11-13 158.90", "HSUK-2249 2026-10-20 2026-11-19 3021.00")  # fmt: skip
owed("E04", "EUR", "", "RE-26-0611 2026-09-14 2026-10-14 2318.60", "RE-26-0624 2026-09-22 2026-10-22 4790.00", "RE-26-0637 2026-10-01 2026-10-31 655.75",
     "RE-26-0649 2026-10-09 2026-11-08 1407.30", "RE-26-0658 2026-10-16 2026-11-15 3980.00", "RE-26-0660 2026-10-19 2026-11-18 1126.90")  # fmt: skip
owed("E05", "EUR", "", "FA-26-3017 2026-09-09 2026-10-24 3640.20", "FA-26-3029 2026-09-18 2026-11-02 12480.50", "FA-26-3036 2026-09-28 2026-11-12 879.00",
     "FA-26-3044 2026-10-06 2026-11-20 1560.75", "FA-26-3051 2026-10-14 2026-11-28 2233.00")  # fmt: skip
owed("E06", "EUR", "", "FV-26-801 2026-09-02 2026-11-01 1890.35", "FV-26-809 2026-09-10 2026-11-09 7415.00", "FV-26-816 2026-09-21 2026-11-20 540.60",
     "FV-26-823 2026-10-01 2026-11-30 2674.15")  # fmt: skip
owed("E07", "JPY", "", "HSJ-260901 2026-09-04 2026-10-31 284900", "HSJ-260907 2026-09-15 2026-10-31 61600", "HSJ-260912 2026-09-28 2026-10-31 137500",
     "HSJ-261003 2026-10-08 2026-11-30 452100", "HSJ-261009 2026-10-20 2026-11-30 90200")  # fmt: skip
owed("E08", "CNY", "", "26332000000071120418 2026-09-17 2026-11-16 58730.00", "26332000000071340926 2026-09-29 2026-11-28 24165.80",
     "26332000000071556137 2026-10-13 2026-12-12 8902.40", "26332000000071770252 2026-10-20 2026-12-19 33618.00")  # fmt: skip
owed("E09", "CNY", "", "26432000000081014463 2026-10-10 2026-11-09 16780.00", "26432000000081233905 2026-10-16 2026-11-15 9425.60",
     "26432000000081450871 2026-10-22 2026-11-21 47300.00")  # fmt: skip

# --- how pages are spoilt ------------------------------------------------------------------------------------------------


def stamp(
    paper: Paper,
    x: float,
    y: float,
    said: str,
    *,
    size: float = 16,
    angle: float = 14,
    ring: bool = False,
    font: str = "bold",
    ink: int = 120,
) -> None:
    """A rubber stamp over what is printed: a frame or a ring with words, turned, its ink lighter than the print."""
    path, index = first.FONTS[font]
    face = ImageFont.truetype(path, round(size * paper.scale), index=index)
    width = round(face.getlength(said) + 24 * paper.scale)
    height = width if ring else round(size * 2.2 * paper.scale)
    seal = Image.new("L", (width, height), 255)
    draw = ImageDraw.Draw(seal)
    thick = max(2, round(1.6 * paper.scale))
    (draw.ellipse if ring else draw.rectangle)((2, 2, width - 3, height - 3), outline=ink, width=thick)
    draw.text((width / 2, height / 2), said, ink, font=face, anchor="mm")
    seal = seal.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    place = (round(x * paper.scale), round(y * paper.scale))
    under = paper.image.crop((*place, place[0] + seal.width, place[1] + seal.height))
    paper.image.paste(ImageChops.multiply(under, seal), place)


def photographed(image: Image.Image, name: str, *, lean: float = 0.04, shade: int = 80) -> Image.Image:
    """As a telephone sees a sheet on a desk: further away at the top, a shadow across it."""
    width, height = image.size
    paper = worn(image, name, angle=1.1, noise=5, grey=225, shade=shade)
    dx, dy = width * lean, height * lean
    corners = (-dx, -dy, -dx / 3, height + dy / 2, width + dx / 2, height + dy, width + dx * 1.3, -dy / 2)
    paper = paper.transform(
        (width, height), Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fill=150
    )
    shadow = Image.new("L", image.size, 0)
    ImageDraw.Draw(shadow).polygon(
        [(width * 0.55, 0), (width, 0), (width, height), (width * 0.8, height)], fill=45
    )
    return ImageChops.subtract(paper, shadow.filter(ImageFilter.GaussianBlur(width / 30)))


def bitonal(images: Sequence[Image.Image], dpi: int, level: int = 150) -> bytes:
    """A copier's PDF in black and white, each page one picture packed as faxes are."""
    out = io.BytesIO()
    pages = [
        image.point([0] * level + [255] * (256 - level)).convert("1", dither=Image.Dither.NONE)
        for image in images
    ]
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, **DRAWN)
    return out.getvalue()


def speckled(image: Image.Image, name: str, angle: float) -> Image.Image:
    """A page on a dirty glass, for black and white."""
    page = worn(image, name, angle=angle, noise=11, grey=245)
    draw = ImageDraw.Draw(page)
    for at in range(60):
        x, y = (
            (math.sin(at * 12.9898) * 43758.5) % 1 * page.width,
            (math.sin(at * 78.233) * 12543.1) % 1 * page.height,
        )
        draw.point((x, y), 30)
    return page


# --- the documents -------------------------------------------------------------------------------------------------------

MADE: dict[str, Callable[[], tuple[bytes, dict[str, Any]]]] = {}
Made = tuple[bytes, dict[str, Any]]


def scan(
    file: str,
    layout: str,
    customer: str,
    *,
    applied: bool,
    kind: str = "remittance",
    sent: str = "2026-11-12",
    why: str = "",
) -> Callable[[Callable[[], tuple[bytes, list[dict[str, Any]]]]], None]:
    """Register a document; its function gives its bytes and the payments it tells."""

    def register(draw: Callable[[], tuple[bytes, list[dict[str, Any]]]]) -> None:
        def made() -> Made:
            content, payments = draw()
            return content, {
                "file": file, "family": "scan", "layout": layout, "producer": "Pillow", "language": file[:2], "kind": kind,
                "customer_id": customer, "payments": payments, "disputes": [], "promises": [], "applied": applied, "sent": sent, "why": why,
            }  # fmt: skip

        MADE[file] = made

    return register


def told(
    amount: str, currency: str | None, day: str | None, lines: Sequence[tuple[str, ...]], **others: Any
) -> list[dict[str, Any]]:
    return [{"method": "*", "reference": "*", "payer": "*", **paid(amount, currency, day, lines, **others)}]


def plain(text: str) -> str:
    return text.replace(",", "")


def german(text: str) -> str:
    return text.replace(".", "").replace(" ", "").replace(",", ".")


@scan("en-voucher.pdf", "check voucher, eight columns, 300 dpi black and white", "E01", applied=True)
def voucher() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("09/03/26", "HS-51007", "PO 8811", "1,430.25", ".00", "1,430.25"),
        ("09/11/26", "HS-51019", "PO 8814", "2,785.00", ".00", "2,785.00"),
        ("09/18/26", "HS-51026", "PO 8820", "396.40", ".00", "396.40"),
    ]
    page = Paper((LETTER[0], 330), 300, "narrow")
    page.text(40, 46, "GRANITE PEAK BREWING CO.   2200 Foundry St, Missoula MT 59801", 11)
    page.text(40, 64, "VENDOR 004410  HARBOUR SUPPLY CO.", 10)
    page.text(420, 46, "CHECK NO 0088213", 11)
    page.text(420, 64, "CHECK DATE 11/10/26", 10)
    end = page.table(
        40,
        84,
        (80, 90, 90, 90, 80, 100),
        [("DATE", "INVOICE NO", "DESCRIPTION", "GROSS", "DISC", "NET AMOUNT"), *rows],
        size=10,
        right_from=3,
        step=18,
    )
    page.line(40, 102, 570, 102)
    page.line(300, end + 2, 570, end + 2)
    page.text(220, end + 18, "TOTALS", 10)
    for x, amount in ((386, "4,611.65"), (466, ".00"), (566, "4,611.65")):
        page.text(x, end + 18, amount, 10, right=True)
    return bitonal([speckled(page.image, "voucher", 1.8)], 300), told(
        "4611.65", None, "2026-11-10", [(row[1], plain(row[5])) for row in rows]
    )


@scan("en-stamped.pdf", "advice, ruled, a stamp over the rows, 150 dpi", "E02", applied=True)
def stamped() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("HS-51011", "Sep 8", "1,182.60"),
        ("HS-51023", "Sep 16", "662.60"),
        ("HS-51031", "Sep 23", "2,049.90"),
    ]
    page = Paper((LETTER[0], 420), 150, "round")
    page.text(50, 60, "Sable Point Marina Inc.", 15)
    page.text(50, 90, "Payment to Harbour Supply Co. by ACH on November 9, 2026", 10)
    page.text(50, 106, "Trace 0210009911", 10)
    page.table(
        50,
        124,
        (150, 120, 150),
        [("Bill", "Bill date", "Paid (USD)"), *rows, ("", "Total", "3,895.10")],
        size=11,
        right_from=2,
        ruled=True,
        step=22,
    )
    stamp(page, 200, 130, "POSTED NOV 09 2026")
    return pdf([worn(page.image, "stamped", angle=-2.2, noise=4)], 150, 26), told(
        "3895.10", "USD", "2026-11-09", [(row[0], plain(row[2])) for row in rows]
    )


@scan("en-hand.jpg", "memo by hand, photographed", "E02", applied=True)
def hand() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((430, 330), 170, "hand")
    for at, text in enumerate((
        "Nov. 11, 2026", "To Harbour Supply Co.", "", "We paid you today $5,213.35 for", "   HS-51047     738.35", "   HS-51058   4,475.00",
        "   total         5,213.35", "", "Thanks,  Dale - Sable Point Marina")):  # fmt: skip
        page.text(40, 50 + 30 * at, text, 19)
    return jpeg(photographed(page.image, "hand", lean=0.02), 38), told(
        "5213.35", "USD", "2026-11-11", [("HS-51047", "738.35"), ("HS-51058", "4475.00")]
    )


@scan("en-fax-pages.tif", "fax of two pages, carried forward", "E03", applied=True)
def pages() -> tuple[bytes, list[dict[str, Any]]]:
    top = [
        ("HSUK-2207", "10 Sep", "412.80"),
        ("HSUK-2215", "17 Sep", "1,875.00"),
        ("HSUK-2228", "29 Sep", "936.45"),
    ]
    below = [("HSUK-2234", "06 Oct", "2,260.10"), ("HSUK-2241", "14 Oct", "158.90")]
    images = []
    for number, rows in enumerate((
        [("Invoice", "Dated", "Paid GBP"), *top, ("", "Carried forward", "3,224.25")],
        [("Invoice", "Dated", "Paid GBP"), ("", "Brought forward", "3,224.25"), *below, ("", "Total paid", "5,643.25")]), start=1):  # fmt: skip
        page = Paper((A4[0], 300), 200, "serif")
        page.text(50, 24, f"12-NOV-2026 09:41  FROM ASHDOWN VETS   TO 0044113   P.{number}/2", 8, "mono")
        page.text(50, 60, "Ashdown Veterinary Supplies Ltd - Remittance to Harbour Supply Co.", 12)
        page.text(50, 80, "BACS 12 November 2026, ref AVS 26/1140", 11)
        page.table(60, 96, (150, 140, 120), rows, size=12, right_from=2, step=24)
        images.append(speckled(page.image, f"fax{number}", 0.9 - number))
    return fax(images, 200), told(
        "5643.25", "GBP", "2026-11-12", [(row[0], plain(row[2])) for row in (*top, *below)]
    )


@scan(
    "en-upside-down.pdf",
    "advice put in the wrong way round, 200 dpi",
    "E03",
    applied=False,
    why="its amount is said once",
)
def upside() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((A4[0], 300), 200)
    for at, text in enumerate((
        "ASHDOWN VETERINARY SUPPLIES LTD", "Payment notification", "Beneficiary: Harbour Supply Co.", "Paid on 10/11/2026 by Faster Payment",
        "In settlement of your invoice HSUK-2249", "Amount: GBP 3,021.00")):  # fmt: skip
        page.text(60, 60 + 32 * at, text, 13)
    return bitonal([speckled(page.image.rotate(180), "upside", -1.5)], 200), told(
        "3021.00", "GBP", "*", [("HSUK-2249", "3021.00")]
    )


@scan("en-pale.png", "thermal slip, low contrast", "E01", applied=True)
def pale() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((300, 360), 150, "mono")
    for at, text in enumerate((
        "GRANITE PEAK BREWING CO.", "VENDOR PAYMENT SLIP", "2026-11-11  14:02", "PAYEE HARBOUR SUPPLY CO.", "------------------------------",
        "HS-51044            864.00", "HS-51052          1,919.15", "------------------------------", "TOTAL USD         2,783.15", "WIRE REF 7741180")):  # fmt: skip
        page.text(24, 40 + 28 * at, text, 11)
    faded = page.image.point([165 + value * 60 // 255 for value in range(256)])
    out = io.BytesIO()
    faded.rotate(-0.8, Image.Resampling.BICUBIC, fillcolor=225).quantize(8).save(out, "PNG", optimize=True)
    return out.getvalue(), told(
        "2783.15", "USD", "2026-11-11", [("HS-51044", "864.00"), ("HS-51052", "1919.15")]
    )


@scan(
    "en-short-paid.pdf",
    "advice with a part paid, gross and net columns",
    "E01",
    applied=False,
    why="less than is open, and no reason said",
)
def short() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((LETTER[0], 300), 200, "serif")
    page.text(50, 50, "Granite Peak Brewing Co.   Remittance 11/12/2026   To: Harbour Supply Co.", 12)
    page.table(50, 74, (140, 130, 130), [("Invoice #", "Invoice amount", "Amount paid"), ("HS-51063", "3,340.00", "3,000.00"), ("HS-51070", "275.50", "275.50"), ("Total", "3,615.50", "3,275.50")], size=12, right_from=1, ruled=True, step=26)  # fmt: skip
    return bitonal([speckled(page.image, "short", -1.1)], 200), told(
        "3275.50", None, "2026-11-12", [("HS-51063", "3000.00"), ("HS-51070", "275.50")]
    )


@scan(
    "de-beleg.pdf",
    "transfer form with letters in boxes, 200 dpi",
    "E04",
    applied=False,
    why="its amount is said once",
)
def beleg() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((595, 300), 200, "mono")
    page.text(30, 36, "Überweisungsauftrag / Durchschlag für Auftraggeber", 10, "sans")
    for at, (label, value) in enumerate((("Empfänger", "HARBOUR SUPPLY CO."), ("IBAN", "DE33 5004 0000 0018 2277 01"), ("Betrag EUR", "4.790,00"),
                                         ("Verwendungszweck", "RE-26-0624"), ("Auftraggeber", "METALLBAU OEHLER GMBH"), ("Datum", "06.11.2026"))):  # fmt: skip
        y = 64 + 38 * at
        page.text(34, y, label, 7, "sans")
        page.text(40, y + 19, value, 14)
        page.box(30, y - 10, 565, y + 26)
    return pdf([worn(page.image, "beleg", angle=0.6, noise=4)], 200, 24), told(
        "4790.00", "EUR", "2026-11-06", [("RE-26-0624", "4790.00")]
    )


@scan("de-liste.pdf", "advice of typewriter lines, 150 dpi, 3 degrees askew", "E04", applied=True)
def liste() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("RE-26-0611", "14.09.26", "2.318,60"),
        ("RE-26-0637", "01.10.26", "655,75"),
        ("RE-26-0649", "09.10.26", "1.407,30"),
    ]
    page = Paper((A4[0], 330), 150, "mono")
    page.text(50, 60, "METALLBAU OEHLER GMBH", 13)
    page.text(50, 80, "AVIS ZUR ÜBERWEISUNG VOM 11.11.2026 AN HARBOUR SUPPLY CO.", 10)
    page.table(50, 100, (170, 130, 140), [("BELEG", "DATUM", "EUR"), *rows], size=11, right_from=2, step=22)
    page.text(50, 210, "ZAHLBETRAG                                 4.381,65", 11)
    return bitonal([speckled(page.image, "liste", 2.8)], 150, 165), told(
        "4381.65", "EUR", "2026-11-11", [(row[0], german(row[2])) for row in rows]
    )


@scan("fr-avis.pdf", "advice, spaces in thousands, ruled, 200 dpi", "E05", applied=True)
def avis() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("FA-26-3017", "09/09/2026", "3 640,20"),
        ("FA-26-3029", "18/09/2026", "12 480,50"),
        ("FA-26-3036", "28/09/2026", "879,00"),
    ]
    page = Paper((A4[0], 380), 200, "sans")
    page.text(50, 54, "Fromagerie du Val d'Aran SAS", 13, "bold")
    page.text(50, 86, "AVIS DE VIREMENT n° 2026/441 du 10/11/2026", 11)
    page.text(50, 104, "Bénéficiaire : Harbour Supply Co.", 10)
    page.table(
        50,
        122,
        (150, 120, 160),
        [("Facture", "Date", "Montant réglé (EUR)"), *rows, ("", "Total viré", "16 999,70")],
        size=10.5,
        right_from=2,
        ruled=True,
        step=22,
    )
    return pdf([worn(page.image, "avis", angle=-1.3, noise=4)], 200, 22), told(
        "16999.70", "EUR", "2026-11-10", [(row[0], german(row[2])) for row in rows]
    )


@scan("fr-cheque.jpg", "cheque with its amount in words, photographed", "E05", applied=True)
def cheque() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((460, 210), 190, "serif")
    page.box(6, 6, 454, 204)
    page.text(20, 34, "BANQUE DU COMMINGES", 12, "bold")
    page.text(330, 34, "Chèque n° 7700418", 10)
    page.text(20, 66, "Payez contre ce chèque", 9)
    page.text(20, 90, "mille cinq cent soixante euros et soixante-quinze centimes", 13, "hand")
    page.text(20, 118, "à   Harbour Supply Co.", 12, "hand")
    page.box(330, 50, 445, 74)
    page.text(338, 68, "1 560,75 €", 14, "hand")
    page.text(250, 146, "A Luchon le 9 novembre 2026", 11, "hand")
    page.text(20, 180, "Fromagerie du Val d'Aran SAS      Facture FA-26-3044", 10)
    return jpeg(photographed(page.image, "cheque", lean=0.025, shade=50), 34), told(
        "1560.75", "EUR", "2026-11-09", [("FA-26-3044", "1560.75")]
    )


@scan("es-relacion.pdf", "list of paid invoices, 150 dpi", "E06", applied=True)
def relacion() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("FV-26-801", "02/09/2026", "01/11/2026", "1.890,35"),
        ("FV-26-809", "10/09/2026", "09/11/2026", "7.415,00"),
        ("FV-26-816", "21/09/2026", "20/11/2026", "540,60"),
    ]
    page = Paper((A4[0], 360), 150, "serif")
    page.text(50, 54, "CERÁMICAS OLIVARES, S.A.", 14)
    page.text(50, 84, "Relación de facturas pagadas - Transferencia de fecha 11/11/2026", 11)
    page.text(50, 104, "Beneficiario: Harbour Supply Co.", 11)
    page.table(
        50,
        120,
        (120, 110, 110, 120),
        [("Nº factura", "Fecha", "Vencimiento", "Importe €"), *rows, ("", "", "Total", "9.845,95")],
        size=11,
        right_from=3,
        step=22,
    )
    page.line(50, 142, 510, 142)
    return bitonal([speckled(page.image, "relacion", -1.7)], 150, 165), told(
        "9845.95", "EUR", "2026-11-11", [(row[0], german(row[3])) for row in rows]
    )


@scan(
    "es-justificante.jpg",
    "bank's slip, labels above values, camera",
    "E06",
    applied=False,
    why="its amount is said once",
)
def justificante() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((380, 380), 150, "sans")
    for at, (label, value) in enumerate((("Justificante de transferencia", ""), ("Ordenante", "CERAMICAS OLIVARES S.A."), ("Beneficiario", "Harbour Supply Co."),
                                         ("Importe", "2.674,15 EUR"), ("Fecha valor", "10/11/2026"), ("Concepto", "Factura FV-26-823"))):  # fmt: skip
        page.text(30, 40 + 54 * at, label, 9)
        page.text(30, 60 + 54 * at, value, 14, "bold")
    return jpeg(photographed(page.image, "justificante", lean=0.03), 34), told(
        "2674.15", "EUR", "2026-11-10", [("FV-26-823", "2674.15")]
    )


@scan("ja-furikomi.pdf", "list of a transfer, ruled, yen without cents", "E07", applied=True)
def furikomi() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("HSJ-260901", "9月4日", "284,900"),
        ("HSJ-260907", "9月15日", "61,600"),
        ("HSJ-260912", "9月28日", "137,500"),
    ]
    page = Paper((A4[0], 360), 200, "ja")
    page.text(220, 50, "支払通知書", 18)
    page.text(50, 84, "Harbour Supply Co. 御中", 11)
    page.text(380, 84, "2026年11月10日", 10)
    page.text(380, 100, "株式会社白川精工", 11)
    page.text(50, 124, "下記のとおりお振込みいたしました。", 10)
    page.table(
        50,
        140,
        (160, 120, 140),
        [("請求書番号", "請求日", "支払金額(円)"), *rows, ("合計", "", "484,000")],
        size=11,
        right_from=2,
        ruled=True,
        step=24,
    )
    return bitonal([speckled(page.image, "furikomi", 1.2)], 200, 160), told(
        "484000", "JPY", "2026-11-10", [(row[0], plain(row[2])) for row in rows]
    )


@scan(
    "ja-fax.tif",
    "fax by hand-like letters, fee taken off",
    "E07",
    applied=False,
    sent="2026-11-30",
    why="a fee is taken off: less than is open",
)
def tesuryo() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((A4[0], 300), 200, "ja")
    for at, text in enumerate(
        (
            "振込のご連絡",
            "Harbour Supply Co. 様",
            "振込日 2026年11月30日",
            "請求書 HSJ-261003   452,100円",
            "振込手数料            -660円",
            "差引振込額         451,440円",
            "株式会社白川精工 経理部",
        )
    ):
        page.text(60, 50 + 34 * at, text, 14)
    lines = [{"invoice": "HSJ-261003", "amount": "451440", "deduction": "660"}]
    return fax([speckled(page.image, "tesuryo", -0.8)], 200), [
        {**told("451440", "JPY", "2026-11-30", [])[0], "lines": lines}
    ]


@scan("zh-huidan-zhang.pdf", "receipt with a round seal over figures and capitals", "E08", applied=True)
def huidan() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((595, 330), 180, "song")
    page.text(190, 40, "某某银行 客户专用回单", 16)
    page.text(40, 64, "2026年11月09日", 10)
    page.text(380, 64, "流水号 44120881107", 10)
    page.table(40, 76, (80, 180, 80, 180), [("付款人全称", "绍兴越海印染有限公司", "收款人全称", "海港供应有限公司"), ("付款人账号", "1211 0188 7700", "收款人账号", "4402 0188 1234"),
               ("开户银行", "越城支行", "开户银行", "深圳分行"), ("金额大写", "伍万捌仟柒佰叁拾元整", "金额小写", "58,730.00"), ("币种", "人民币", "业务类型", "网银转账"), ("摘要", "支付货款", "", "")], size=10, ruled=True, step=28)  # fmt: skip
    page.text(46, 276, "附言：26332000000071120418", 11)
    stamp(page, 300, 130, "业务专用章", size=15, ring=True, font="hei", ink=135)
    return pdf([worn(page.image, "huidan", angle=0.9, noise=4)], 180, 24), told(
        "58730.00", "CNY", "2026-11-09", [("26332000000071120418", "58730.00")]
    )


@scan(
    "zh-mingxi.pdf",
    "payment list, ruled, total in capitals too, 150 dpi black and white",
    "E08",
    applied=True,
)
def mingxi() -> tuple[bytes, list[dict[str, Any]]]:
    rows = [
        ("1", "26332000000071340926", "染料助剂", "24,165.80"),
        ("2", "26332000000071556137", "配件", "8,902.40"),
    ]
    page = Paper((A4[0], 330), 150, "hei")
    page.text(220, 46, "付款明细表", 17)
    page.text(50, 76, "付款单位：绍兴越海印染有限公司", 11)
    page.text(330, 76, "收款单位：海港供应有限公司", 11)
    page.text(50, 96, "付款日期：2026-11-10   付款方式：电汇", 11)
    page.table(
        50,
        110,
        (50, 200, 110, 120),
        [("序号", "发票号码", "内容", "金额（元）"), *rows, ("合计", "", "", "33,068.20")],
        size=11,
        right_from=3,
        ruled=True,
        step=26,
    )
    page.text(50, 236, "合计人民币（大写）：叁万叁仟零陆拾捌元贰角整", 12)
    return bitonal([speckled(page.image, "mingxi", -1.4)], 150, 165), told(
        "33068.20", "CNY", "2026-11-10", [(row[1], plain(row[3])) for row in rows]
    )


@scan("zh-zhipiao.jpg", "cheque, capitals and figures with a yuan sign, photographed", "E09", applied=True)
def zhipiao() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((480, 230), 180, "song")
    page.box(6, 6, 474, 224)
    page.text(170, 34, "转账支票", 18)
    page.text(350, 34, "No. 30771182", 11)
    page.text(20, 64, "出票日期（大写） 贰零贰陆年壹拾壹月零玖日", 11)
    page.text(20, 92, "收款人：海港供应有限公司", 12)
    page.text(20, 122, "人民币（大写） 壹万陆仟柒佰捌拾元整", 13)
    page.box(340, 104, 468, 130)
    page.text(350, 124, "¥16,780.00", 14)
    page.text(20, 156, "用途：货款 发票号26432000000081014463", 11)
    page.text(20, 190, "出票人签章：长沙湘岳机电设备有限公司", 11)
    return jpeg(photographed(page.image, "zhipiao", lean=0.02, shade=60), 32), told(
        "16780.00", "CNY", "2026-11-09", [("26432000000081014463", "16780.00")]
    )


# Traps


@scan(
    "de-falsche-summe.pdf",
    "trap: rows do not make the total",
    "E04",
    applied=False,
    why="5.106,90 is not 3.980,00 + 1.126,90 less nothing: 5.160,90 is printed",
)
def summe() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((A4[0], 300), 150, "sans")
    page.text(50, 50, "Metallbau Oehler GmbH  Zahlungsavis 12.11.2026  Harbour Supply Co.", 11)
    page.table(50, 70, (160, 130, 130), [("Rechnung", "Datum", "Betrag EUR"), ("RE-26-0658", "16.10.2026", "3.980,00"), ("RE-26-0660", "19.10.2026", "1.126,90"), ("Summe", "", "5.160,90")], size=12, right_from=2, ruled=True, step=26)  # fmt: skip
    return bitonal([speckled(page.image, "summe", 1.0)], 150, 165), told(
        "5160.90", "EUR", "2026-11-12", [("RE-26-0658", "3980.00"), ("RE-26-0660", "1126.90")]
    )


@scan(
    "zh-daxie-butong.pdf",
    "trap: capitals and figures differ",
    "E09",
    applied=False,
    why="47,300.00 in capitals, 43,700.00 in figures",
)
def butong() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((595, 240), 170, "song")
    page.text(230, 40, "电子回单", 16)
    page.table(40, 60, (90, 200, 90, 140), [("付款方户名", "长沙湘岳机电设备有限公司", "收款方户名", "海港供应有限公司"), ("金额（大写）", "人民币肆万柒仟叁佰元整", "金额（小写）", "¥43,700.00"), ("交易日期", "2026-11-11", "用途", "26432000000081450871")], size=10, ruled=True, step=34)  # fmt: skip
    return bitonal([speckled(page.image, "butong", -0.7)], 170, 160), told(
        "43700.00", "CNY", "2026-11-11", [("26432000000081450871", "*")]
    )


@scan(
    "en-trap-pending.pdf",
    "trap: a transfer that waits for approval",
    "E03",
    applied=False,
    kind="other",
    why="not released",
)
def pending() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((A4[0], 300), 200, "sans")
    for at, text in enumerate(
        (
            "Online banking - transfer details",
            "Status: PENDING SECOND APPROVAL",
            "From: Ashdown Veterinary Supplies Ltd",
            "To: Harbour Supply Co.",
            "Amount: GBP 2,260.10",
            "Reference: HSUK-2234",
            "Total: GBP 2,260.10",
        )
    ):
        page.text(60, 50 + 32 * at, text, 13)
    return bitonal([speckled(page.image, "pending", 0.8)], 200), []


@scan(
    "fr-trap-autre.pdf",
    "trap: a transfer to another payee",
    "E05",
    applied=False,
    kind="*",
    why="paid to another",
)
def autre() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((A4[0], 300), 200, "serif")
    page.text(50, 50, "Fromagerie du Val d'Aran SAS - Avis de virement du 12/11/2026", 12)
    page.text(50, 76, "Bénéficiaire : Transports Lagarde SARL", 12)
    page.table(50, 96, (160, 130, 130), [("Facture", "Date", "Montant EUR"), ("3051", "14/10/2026", "2 233,00"), ("Total", "", "2 233,00")], size=12, right_from=2, ruled=True, step=26)  # fmt: skip
    return bitonal([speckled(page.image, "autre", -1.2)], 200), []


@scan(
    "en-trap-invoice.jpg",
    "trap: our invoice with a stamp RECEIVED, photographed",
    "E01",
    applied=False,
    kind="*",
    why="a copy of an invoice",
)
def copy() -> tuple[bytes, list[dict[str, Any]]]:
    page = Paper((420, 330), 160, "sans")
    for at, text in enumerate(
        (
            "Harbour Supply Co.",
            "INVOICE HS-51038",
            "Bill to: Granite Peak Brewing Co.",
            "Date 09/25/2026    Due 10/25/2026",
        )
    ):
        page.text(40, 46 + 24 * at, text, 13)
    page.table(
        40,
        150,
        (200, 130),
        [("Description", "Amount USD"), ("Fermenter gaskets, lot", "5,120.75"), ("Total due", "5,120.75")],
        size=12,
        right_from=1,
        ruled=True,
        step=26,
    )
    stamp(page, 190, 220, "RECEIVED 11-10-26")
    return jpeg(photographed(page.image, "copy", lean=0.02, shade=40), 32), []


def main(asked: set[str]) -> None:
    import_module("tests.corpus.scans_more.harder")  # which takes its tools from here
    truths = []
    for file, made in MADE.items():
        content, truth = made()
        truths.append(json.dumps(truth, ensure_ascii=False) + "\n")
        if not asked or file in asked:
            (HERE / file).write_bytes(content)
            print(f"{file:24}{len(content):>9,}")
    columns = (
        "customer_id name aliases emails language currency terms",
        "invoice_no customer_id issue_date due_date currency amount terms",
    )
    first.HERE = HERE
    first.write_csv("customers.csv", columns[0], CUSTOMERS)
    first.write_csv("invoices.csv", columns[1], INVOICES)
    (HERE / "truth.jsonl").write_text("".join(truths), "utf-8")


if __name__ == "__main__":
    from tests.corpus.scans_more import make  # the module that the other one registers with

    make.main(set(sys.argv[1:]))
