"""支払通知書, 振込のご案内, 支払明細書."""

from __future__ import annotations

from collections.abc import Sequence

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import reiwa, yen
from tests.corpus.pdf.sheets import page, row, sheet

ZONE = "Asia/Tokyo"
SHIRANUI = customer(
    5001,
    "不知火精工株式会社",
    "keiri@shiranui-seiko.example",
    "ja",
    "JPY",
    days=60,
    zone=ZONE,
    aliases="Shiranui Seiko K.K.",
)
SHIRANUI_ITEMS = items(
    SHIRANUI,
    """
    R8-1023 2026-08-31 1320000
    R8-1031 2026-09-10 286000
    R8-1044 2026-09-18 74800
    R8-1052 2026-09-25 495000 unknown
    """,
)


@document(
    "shiranui-shiharai",
    "ja",
    "libreoffice",
    "erp advice",
    "支払通知書: fully ruled sheet, sum in a box above the table",
)
def shiranui() -> tuple[bytes, Truth]:
    head = [(t, "gbxc") for t in ("No", "請求書番号", "請求日", "摘要", "税込金額")]
    what = ("流量計 FM-80 一式", "校正作業", "ガスケット", "水位計 2台")
    rows: list[Sequence[object]] = [
        [("支 払 通 知 書", "lbc", 5)],
        [""],
        [("ノルヴェイン計測株式会社 御中", "b", 3), ("発行日 2026年10月26日", "r", 2)],
        [
            ("登録番号 T9990441770001", "s", 3),
            ("不知火精工株式会社\n〒869-0499 熊本県宇土市架空町4-17\n経理部 TEL 0964-00-4417", "r", 2),
        ],
        [""],
        [("下記の通りお支払いいたします。", "", 5)],
        [("支払金額", "gbx", 2), ("¥2,175,800", "lbxr"), ("支払日", "gbx"), ("2026年10月30日", "x")],
        [("支払方法", "gbx", 2), ("銀行振込", "x"), ("通知番号", "gbx"), ("S26-10-0417", "x")],
        [""],
        head,
        *[
            [(str(n), "xc"), (i.said, "x"), (f"{i.issued:%Y/%m/%d}", "x"), (w, "x"), (yen(i.amount), "xr")]
            for n, (i, w) in enumerate(zip(SHIRANUI_ITEMS, what, strict=True), 1)
        ],
        *[[("", "x")] * 5 for _ in range(3)],
        [("合計", "bxc", 4), ("2,175,800", "bxr")],
        [("※消費税10%を含みます。相違がある場合は5営業日以内にご連絡ください。", "s", 5)],
    ]
    source = sheet(rows, (1.2, 3.4, 3.6, 4.6, 4.2), font="Noto Sans CJK JP")
    truth = paid(
        SHIRANUI.name,
        "2175800",
        "JPY",
        "2026-10-30",
        "wire",
        "S26-10-0417",
        [(i.no, i.amount) for i in SHIRANUI_ITEMS],
    )
    return press.office(source, ".fods"), advice(SHIRANUI, truth)


MINATO = customer(5002, "みなと製粉株式会社", "soumu@minato-seifun.example", "ja", "JPY", zone=ZONE)
MINATO_ITEMS = items(MINATO, "R8-1077 2026-10-05 238700")


@document(
    "minato-furikomi",
    "ja",
    "weasyprint",
    "one invoice",
    "振込のご案内: letter, the transfer fee taken off one invoice",
)
def minato() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:22mm} body{font:11pt/1.7 "WenQuanYi Micro Hei"} h1{text-align:center;font-size:16pt;letter-spacing:6pt} .r{text-align:right} table{margin:6mm auto;border-collapse:collapse}
    td{border-bottom:0.4pt solid;padding:2mm 8mm} td:last-child{text-align:right}"""
    rows = (
        ("請求書 No.", "R8-1077"),
        ("ご請求金額", "238,700円"),
        ("差引 振込手数料(貴社ご負担)", "−660円"),
        ("お振込金額", "<b>238,040円</b>"),
        ("お振込日", "令和8年11月10日"),
    )
    body = (
        f"<p class='r'>{reiwa(MINATO_ITEMS[0].due)}</p><p>ノルヴェイン計測株式会社<br>経理ご担当者様</p><p class='r'>みなと製粉株式会社<br>総務部 経理課<br>横浜市架空区海岸通4-17</p><h1>振込のご案内</h1>"
        "<p>拝啓 時下ますますご清栄のこととお慶び申し上げます。さて、貴社ご請求分につきまして、下記の通りお振込みいたしましたのでご査収ください。敬具</p><p style='text-align:center'>記</p><table>"
        + "".join(row(r) for r in rows)
        + "</table><p class='r'>以上</p>"
    )
    truth = paid(
        MINATO.name,
        "238040",
        "JPY",
        "2026-11-10",
        "wire",
        None,
        [("R8-1077", "238040", "0", "660", "振込手数料")],
    )
    return press.weasyprint(page(css, body, "ja")), advice(MINATO, truth)


TOKACHI = customer(5003, "十勝乳業協同組合", "shiharai@tokachi-nyugyo.example", "ja", "JPY", zone=ZONE)
TOKACHI_ITEMS = items(
    TOKACHI,
    """
    R8-1101 2026-09-30 880000 as=1101
    R8-1102 2026-09-30 165000 as=1102
    R8-1110 2026-10-06 352000 as=1110
    """,
)


@document(
    "tokachi-meisai",
    "ja",
    "reportlab",
    "erp advice",
    "支払明細書: landscape, font not embedded, 値引 column, brackets around deductions",
)
def tokachi() -> tuple[bytes, Truth]:
    paper = press.canvas((841.9, 595.3))
    font = press.reader_font("HeiseiKakuGo-W5")
    write, right = paper.drawString, paper.drawRightString
    paper.setFont(font, 16)
    write(50, 545, "支払明細書")
    paper.setFont(font, 10)
    write(50, 520, "支払先 00417 ノルヴェイン計測株式会社 様")
    right(790, 545, "十勝乳業協同組合")
    right(790, 530, "北海道帯広市架空町4条17丁目")
    right(790, 515, "作成日 2026/11/02  1/1頁")
    write(50, 490, "支払日:2026/11/05   振込   支払番号:TK-110500417   単位:円")
    stops = (50, 180, 330, 480, 580, 680, 790)
    for n, text in enumerate(("請求書番号", "請求日", "品名", "請求額", "値引", "支払額")):
        (write if n < 3 else right)(stops[n] if n < 3 else stops[n + 1], 460, text)
    paper.line(50, 454, 790, 454)
    lines = []
    for n, (item, what, off) in enumerate(
        zip(TOKACHI_ITEMS, ("濃度計", "点検料", "温度センサー"), (8800, 0, 0), strict=True)
    ):
        y = 436 - 20 * n
        cells = (
            item.said,
            f"{item.issued:%Y/%m/%d}",
            what,
            yen(item.amount),
            f"({yen(off)})" if off else "",
            yen(item.amount - off),
        )
        for k, text in enumerate(cells):
            (write if k < 3 else right)(stops[k] if k < 3 else stops[k + 1], y, text)
        lines.append((item.no, item.amount - off, str(off)))
    paper.line(50, 385, 790, 385)
    for k, text in ((0, "合計"), (4, "1,397,000"), (5, "(8,800)"), (6, "1,388,200")):
        (right if k else write)(stops[k], 370, text)
    truth = paid(TOKACHI.name, "1388200", "JPY", "2026-11-05", "wire", "TK-110500417", lines)
    return press.finish(paper), advice(TOKACHI, truth)
