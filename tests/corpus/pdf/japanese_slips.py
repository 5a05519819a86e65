"""Credit notes, tax at source and a bank's 振込結果, in Japanese."""

from __future__ import annotations

from tests.corpus.pdf import press
from tests.corpus.pdf.book import Truth, advice, customer, document, items, paid
from tests.corpus.pdf.figures import kanji, reiwa, yen
from tests.corpus.pdf.sheets import page, row, table

ZONE = "Asia/Tokyo"
HAMANA = customer(
    5004, "浜名湖楽器製造株式会社", "kaikei@hamanako-gakki.example", "ja", "JPY", days=60, zone=ZONE
)
HAMANA_ITEMS = items(
    HAMANA,
    """
    R8-1009 2026-08-20 627000
    R8-1015 2026-08-27 143000
    C8-0012 2026-09-01 -55000
    R8-1038 2026-09-14 91300
    """,
)


@document(
    "hamanako-sousai",
    "ja",
    "chromium",
    "erp advice",
    "お支払のお知らせ: credit note with ▲, Reiwa dates, banded rows",
)
def hamanako() -> tuple[bytes, Truth]:
    css = """@page{size:A4;margin:18mm} *{font-weight:normal!important} body{font:12px "WenQuanYi Micro Hei"} .bar{background:#3e2723;color:#fff;padding:3mm 5mm;font-size:17px} table{width:100%;border-collapse:collapse;margin-top:5mm}
    tr:nth-child(even) td{background:#f5efe6} td,th{padding:2mm;text-align:left} td:last-child,th:last-child{text-align:right} .t td{border-top:2px solid #3e2723;font-weight:bold}"""
    rows = [
        (
            "赤伝" if i.amount < 0 else "請求",
            i.said,
            reiwa(i.issued),
            ("▲" if i.amount < 0 else "") + yen(abs(i.amount)) + "円",
        )
        for i in HAMANA_ITEMS
    ]
    body = (
        "<div class='bar'>お支払のお知らせ</div><p>ノルヴェイン計測株式会社 御中</p><p>毎度格別のお引き立てを賜り厚くお礼申し上げます。<br>下記のとおり令和8年10月30日付で貴社指定口座へ振込にてお支払いいたします。</p>"
        + table(
            ("区分", "伝票番号", "日付", "金額"),
            rows,
            foot=row(("", "差引お支払額", "", "806,300円"), kind="t"),
        )
        + "<p style='margin-top:20mm;font-size:10px'>浜名湖楽器製造株式会社 経理部<br>静岡県浜松市架空区湖岸4-17 電話 053-000-4417<br>お知らせ番号 HG-R8-10-0088</p>"
    )
    truth = paid(
        HAMANA.name,
        "806300",
        "JPY",
        "2026-10-30",
        "wire",
        "HG-R8-10-0088",
        [(i.no, i.amount) for i in HAMANA_ITEMS],
    )
    return press.chromium(page(css, body, "ja")), advice(HAMANA, truth)


SETOUCHI = customer(
    5005, "瀬戸内造船工業株式会社", "ap@setouchi-zosen.example", "ja", "JPY", days=90, zone=ZONE
)
SETOUCHI_ITEMS = items(
    SETOUCHI,
    """
    R8-0988 2026-07-31 4400000
    R8-0997 2026-08-10 550000
    """,
)


@document(
    "setouchi-gensen",
    "ja",
    "fpdf2",
    "deductions",
    "御支払通知: 源泉徴収税 and 安全協力会費 taken off, two rows for each invoice",
)
def setouchi() -> tuple[bytes, Truth]:
    pdf = press.fpdf()
    pdf.add_font("J", "", press.WQY)
    pdf.add_page()
    pdf.set_font("J", "", 16)
    pdf.text(80, 22, "御支払通知")
    pdf.set_font("J", "", 10)
    for x, y, text in (
        (20, 38, "ノルヴェイン計測株式会社 殿"),
        (130, 38, "瀬戸内造船工業株式会社"),
        (130, 44, "広島県尾道市架空町4417"),
        (20, 54, "通知No. 2610-30417"),
        (20, 60, "支払期日 2026年11月20日 現金振込"),
        (20, 74, "請求書"),
        (60, 74, "内訳"),
        (130, 74, "金額(円)"),
    ):
        pdf.text(x, y, text)
    pdf.line(20, 76, 190, 76)
    top: float = 84
    data = (
        (
            "R8-0988",
            (
                ("請求額(税込)", "4,400,000"),
                ("源泉徴収税", "-91,890"),
                ("安全協力会費", "-8,110"),
                ("差引支払額", "4,300,000"),
            ),
        ),
        ("R8-0997", (("請求額(税込)", "550,000"), ("差引支払額", "550,000"))),
        ("", (("御支払合計", "4,850,000"),)),
    )
    for number, entries in data:
        pdf.text(20, top, number)
        for label, value in entries:
            pdf.text(60, top, label)
            pdf.text(150 - pdf.get_string_width(value), top, value)
            top += 7
        pdf.line(20, top - 5, 190, top - 5)
        top += 2
    pdf.set_font("J", "", 8)
    pdf.text(20, 285, "本通知は電子的に作成されたため押印を省略しております。 1 / 1")
    lines = [("R8-0988", "4300000", "0", "100000", "源泉徴収税、安全協力会費"), ("R8-0997", "550000")]
    truth = paid(SETOUCHI.name, "4850000", "JPY", "2026-11-20", "wire", "2610-30417", lines)
    return bytes(pdf.output()), advice(SETOUCHI, truth)


KAGA = customer(5006, "加賀友禅染工房有限会社", "info@kaga-some.example", "ja", "JPY", zone=ZONE)
KAGA_ITEMS = items(
    KAGA,
    """
    R8-1120 2026-10-09 44000
    R8-1126 2026-10-15 19800
    R8-1131 2026-10-21 6600
    """,
)


@document(
    "kaga-ikkatsu",
    "ja",
    "cairo",
    "one total",
    "Bank's 振込受付完了 screen print: done, three invoices in the note, one total",
)
def kaga() -> tuple[bytes, Truth]:
    pairs = (
        ("取引状況", "振込手続完了(送金済)"),
        ("受付番号", "2026110900417"),
        ("振込日", kanji(KAGA_ITEMS[0].due.replace(month=11, day=9))),
        ("依頼人名", "カガユウゼンソメコウボウ(ユ"),
        ("受取人名", "ノルヴエインケイソク(カ"),
        ("受取口座", "見本銀行 丸の内支店 普通 0044177"),
        ("振込金額", "70,400円"),
        ("メモ", "請求書 R8-1120・R8-1126・R8-1131 分"),
    )
    text = "".join(
        f'<rect x="50" y="{170 + 38 * n}" width="150" height="38" fill="#eaf2ea" stroke="#9ab"/><rect x="200" y="{170 + 38 * n}" width="345" height="38" fill="none" stroke="#9ab"/>'
        f'<text x="60" y="{194 + 38 * n}">{a}</text><text x="212" y="{194 + 38 * n}">{b}</text>'
        for n, (a, b) in enumerate(pairs)
    )
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="595px" height="842px" viewBox="0 0 595 842" font-family="Noto Sans CJK JP" font-size="12">'
        '<text x="50" y="70" font-size="18" fill="#176">北陸みほん信用金庫 インターネットバンキング</text><text x="50" y="120" font-size="15">振込結果 詳細</text>'
        f'<text x="50" y="150" font-size="10">加賀友禅染工房有限会社 様</text>{text}<text x="50" y="800" font-size="8">2026/11/09 10:41 印刷</text></svg>'
    )
    truth = paid(
        "*", "70400", "JPY", "2026-11-09", "wire", "2026110900417", [(i.no, None) for i in KAGA_ITEMS]
    )
    return press.cairo(svg), advice(KAGA, truth)
