"""Hong Kong and Taiwan: 匯款通知, 支票, 統一編號, 發票號碼 of two letters and eight figures."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.ledger import NAMES
from tests.corpus.chinese.paper import case, grid, line, pdf, print_html, unpriced, whole, wire
from tests.corpus.mail.clients import columns, gmail
from tests.corpus.mail.wire import html, text
from tests.corpus.pdf import press

OURS = "澄澤傳動科技（無錫）有限公司"


def advice_hk() -> bytes:
    rows: list[list[Any]] = [
        ["發票編號", "發票日期", "發票金額", "扣減", "支付金額"],
        ["CZ-H2608-11", "11/08/2026", "46,800.00", "-", "46,800.00"],
        ["CZ-H2609-14", "14/09/2026", "8,200.00", "200.00", "8,000.00"],
        [("總計 (HKD)", "colspan=4"), "54,800.00"],
    ]
    return print_html(
        f"<h2>付款通知書 REMITTANCE ADVICE</h2><p>致 To：{OURS}</p><p>由 From：{NAMES['ZH21']}</p><p>付款日期：06/10/2026　付款方式：銀行轉賬 (FPS)　參考編號：HC-PV-26-0417</p>{grid(rows)}"
        "<p>備註：扣減為送貨短少。</p>",
        font="Noto Sans CJK HK",
    )


def notice_tw() -> bytes:
    """fpdf2; a bank fee is kept back."""
    book = press.fpdf()
    book.add_font("w", fname=press.WQY)
    book.add_page()
    book.set_font("w", size=16)
    book.cell(0, 12, "匯款通知單", align="C", new_x="LMARGIN", new_y="NEXT")
    book.set_font("w", size=10)
    for words in (
        f"付款公司：{NAMES['ZH22']}　統一編號：54170088",
        f"受款人：{OURS}",
        "匯款日期：115/10/30　　匯款方式：電匯　　幣別：新台幣",
        "匯款編號：RF1151030041",
    ):
        book.cell(0, 8, words, new_x="LMARGIN", new_y="NEXT")
    for row in (
        ("發票號碼", "發票日期", "金額", "說明"),
        ("QK-30418827", "115/08/12", "126,000", "貨款"),
        ("QK-30418835", "115/08/26", "84,000", "貨款"),
        ("", "合計", "210,000", ""),
        ("", "減：匯費", "30", ""),
        ("", "實匯金額", "209,970", ""),
    ):
        for cell, width in zip(row, (50, 40, 40, 50), strict=True):
            book.cell(width, 8, cell, border=1, align="R" if width == 40 and cell[:1].isdigit() else "L")
        book.ln()
    return bytes(book.output())


CASES = (
    case(
        "hk-advice",
        "notice in two languages, HKD",
        "Chromium",
        "ZH21",
        "付款通知書",
        "2026-10-06T12:00:00",
        "煩請查收附件，謝謝。",
        "remittance",
        wire(
            "ZH21",
            "54800.00",
            "2026-10-06",
            "HC-PV-26-0417",
            line("CZ-H2608-11", "46800.00"),
            line("CZ-H2609-14", "8000.00", "0.00", "200.00", "送貨短少"),
            currency="HKD",
        ),
        files=[pdf("RA-0417.pdf", advice_hk())],
    ),
    case(
        "tw-notice-fee",
        "notice: fee kept back, years of the Republic",
        "fpdf2",
        "ZH22",
        "匯款通知",
        "2026-10-30T12:00:00",
        "您好：附上匯款通知單，請查收。",
        "remittance",
        wire(
            "ZH22",
            "209970.00",
            "2026-10-30",
            "RF1151030041",
            line("QK-30418827", "*", "*", "*"),
            line("QK-30418835", "*", "*", "*"),
            currency="TWD",
        ),
        files=[pdf("匯款通知單.pdf", notice_tw())],
    ),
    case(
        "hk-cheque-columns",
        "cheque: columns of spaces, Big5",
        "webmail",
        "ZH23",
        "支票寄出",
        "2026-10-16T12:00:00",
        text(
            "你好，已於10月16日寄出支票（號碼 004417，恆灣銀行），抵付以下發票：\n\n"
            + columns(
                [
                    ["發票", "金額 HK$"],
                    ["CZ-H2609-08", "5,600.00"],
                    ["CZ-H2609-21", "3,480.00"],
                    ["合計", "9,080.00"],
                ],
                [18, -12],
            )
            + "\n溫氏貿易行 溫先生\n",
            "big5",
            encoding="base64",
        ),
        "remittance",
        wire(
            "ZH23",
            "9080.00",
            "2026-10-16",
            "004417",
            *whole("CZ-H2609-08", "5600.00", "CZ-H2609-21", "3480.00"),
            currency="HKD",
            method="check",
        ),
    ),
    case(
        "tw-cheque-due",
        "cheque dated ahead",
        "Gmail",
        "ZH24",
        "貨款支票",
        "2026-10-20T12:00:00",
        html(
            gmail(
                "您好，\n9月份貨款 NT$283,500（發票 QK-30420011、QK-30420028），已開立支票 AB1234567，到期日 115年11月30日，今日掛號寄出，請查收。"
            ),
            encoding="base64",
        ),
        "remittance",
        wire(
            "ZH24",
            "283500.00",
            "*",
            "AB1234567",
            *unpriced("QK-30420011", "QK-30420028"),
            currency="TWD",
            method="check",
            due_date="*",
        ),
    ),
    case(
        "hk-fps-prose",
        "prose: fast payment",
        "iPhone",
        "ZH23",
        "已過數",
        "2026-11-05T12:00:00",
        "轉數快過咗HK$2,920俾你哋，單號CZ-H2610-09，收到請覆。",
        "remittance",
        wire("ZH23", "2920.00", "2026-11-05", None, *whole("CZ-H2610-09", "2920.00"), currency="HKD")
        | {"method": "*", "date": "*"},
    ),
    case(
        "tw-promise",
        "promise by the end of next week",
        "Outlook",
        "ZH24",
        "RE: 逾期帳款",
        "2026-11-11T12:00:00",
        "QK-30420036 因流程延誤，會於下週五（11/20）匯款，抱歉。",
        "promise",
        promises=[{"invoice": "QK-30420036", "date": "2026-11-20", "amount": None}],
    ),
    case(
        "hk-dispute",
        "dispute: price",
        "Outlook",
        "ZH21",
        "發票 CZ-H2610-02 價錢不符",
        "2026-10-12T12:00:00",
        "貴司發票CZ-H2610-02單價與報價單不符，多收HK$1,600，請更正後再安排付款。",
        "dispute",
        disputes=[{"invoice": "CZ-H2610-02", "amount": "1600.00", "reason": "單價與報價單不符"}],
    ),
)
