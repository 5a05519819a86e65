"""Japanese mails: ISO-2022-JP with full-width figures, Shift_JIS lists, an allowance, promises, balances, traps."""

from typing import Any

from tests.corpus.mail.clients import outlook, outlook_paragraphs, outlook_table
from tests.corpus.mail.sheets import XLSX, csv, xlsx_openpyxl
from tests.corpus.mail.truth import Case, dispute, line, pay, promise
from tests.corpus.mail.wire import Mail, attached, html, mixed, text

SANWA = ("三和計測 経理部", "keiri@sanwa-keisoku.example")
KITAHAMA = ("北浜精工 管理課", "kanri@kitahama-seiko.example")
MIDORI = ("緑川", "midorikawa@midori-fm.example")

ALLOWANCE_ROWS = [
    ["請求書番号", "請求金額", "値引", "差引支払額"],
    ["T26-0418", "550,000", "22,000", "528,000"],
    ["T26-0425", "66,000", "0", "66,000"],
    ["計", "616,000", "22,000", "594,000"],
]
LIST_ROWS = [
    ["支払先", "タイドウェル・インスツルメンツ"],
    ["支払日", "2026/04/30"],
    ["通貨", "円"],
    ["請求番号", "請求日", "請求額", "振込額", "備考"],
    ["260331-07", "2026/03/31", "214500", "214500", ""],
    ["260331-09", "2026/03/31", "88000", "88000", ""],
    ["260402-01", "2026/04/02", "-11000", "-11000", "返品"],
    ["合計", "", "291500", "291500", ""],
]


def notice(book: Any) -> None:
    """A payment notice as offices print it: merged title, labels far apart, the total above the table."""
    sheet = book.active
    sheet.title = "支払通知書"
    sheet.merge_cells("B2:F2")
    sheet["B2"] = "支 払 通 知 書"
    sheet["B4"] = "タイドウェル・インスツルメンツ 御中"
    sheet["F4"] = "株式会社三和計測"
    sheet["B6"], sheet["D6"] = "お支払金額", "￥220,000"
    sheet["B7"], sheet["D7"] = "お支払日", "2026年5月29日"
    sheet["B8"], sheet["D8"] = "お支払方法", "銀行振込"
    for row, values in enumerate(
        (
            ("請求書番号", "件名", None, "金額"),
            ("T26-0455", "校正作業", None, 77000),
            ("T26-0461", "センサ", None, 143000),
        ),
        10,
    ):
        for column, value in enumerate(values, 2):
            sheet.cell(row, column, value)
        sheet.merge_cells(start_row=row, start_column=3, end_row=row, end_column=4)


CASES = (
    Case(
        name="ja-iso2022-full-width",
        layout="text-full-width",
        producer="Becky! Internet Mail",
        language="ja",
        mail=Mail(
            sender=SANWA,
            subject="お振込のご連絡",
            date="2026-03-31T11:00:20+09:00",
            charset="iso-2022-jp",
            mailer="Becky! ver. 2.81.07",
            part=text(
                "タイドウェル 御中\n\nいつもお世話になっております。\n三月分を本日お振込いたしました。手数料は当社負担です。\n\n"
                "　請求書Ｔ２６−０３１７　￥３５２，０００\n　請求書Ｔ２６−０３２２　￥１１８，８００\n　合計　　　　　　　　　￥４７０，８００\n\n"
                "株式会社三和計測　経理部\nTEL 06-9900-0447\n",
                "iso-2022-jp",
                encoding="7bit",
            ),
        ),
        kind="remittance",
        customer="K501",
        payments=(
            pay(
                "470800.00",
                "JPY",
                line("T26-0317", "352000.00"),
                line("T26-0322", "118800.00"),
                date="2026-03-31",
                method="wire",
            ),
        ),
    ),
    Case(
        name="ja-csv-shift-jis",
        layout="csv-shift-jis",
        producer="Excel CSV; Outlook 2016",
        language="ja",
        mail=Mail(
            sender=KITAHAMA,
            subject="4月分支払明細",
            date="2026-04-30T09:12:44+09:00",
            charset="iso-2022-jp",
            part=mixed(
                text("支払明細をお送りします。\n北浜精工株式会社\n", "shift_jis", label="Shift_JIS"),
                attached("支払明細.csv", "text/csv", csv(LIST_ROWS, ",", "shift_jis")),
            ),
        ),
        kind="remittance",
        customer="K502",
        payments=(
            pay(
                "291500.00",
                "JPY",
                line("260331-07", "214500.00"),
                line("260331-09", "88000.00"),
                line("260402-01", "-11000.00"),
                date="2026-04-30",
                method="wire",
            ),
        ),
    ),
    Case(
        name="ja-outlook-allowance",
        layout="outlook-word-table",
        producer="Outlook 365",
        language="ja",
        mail=Mail(
            sender=SANWA,
            subject="支払のお知らせ",
            date="2026-04-28T15:40:00+09:00",
            part=html(
                outlook(
                    outlook_paragraphs(
                        "お世話になっております。\n4月30日に594,000円を振込予約いたしました。検収不良分の値引を差し引いております。\n"
                    ),
                    outlook_table(ALLOWANCE_ROWS),
                    outlook_paragraphs("\n株式会社三和計測 経理部"),
                    lang="JA",
                ),
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K501",
        payments=(
            pay(
                "594000.00",
                "JPY",
                line("T26-0418", "528000.00", "*", "*", "検収不良分の値引"),
                line("T26-0425", "66000.00"),
                date="2026-04-30",
                method="wire",
            ),
        ),
    ),
    Case(
        name="ja-xlsx-payment-notice",
        layout="xlsx-form",
        producer="openpyxl; Becky! Internet Mail",
        language="ja",
        mail=Mail(
            sender=SANWA,
            subject="支払通知書",
            date="2026-05-29T10:00:00+09:00",
            charset="iso-2022-jp",
            part=mixed(
                text("添付をご確認ください。\n", "iso-2022-jp", encoding="7bit"),
                attached("支払通知書.xlsx", XLSX, xlsx_openpyxl(notice)),
            ),
        ),
        kind="remittance",
        customer="K501",
        payments=(
            pay(
                "220000.00",
                "JPY",
                line("T26-0455", "77000.00"),
                line("T26-0461", "143000.00"),
                payer="株式会社三和計測",
                date="2026-05-29",
                method="wire",
            ),
        ),
    ),
    Case(
        name="ja-phone-next-friday",
        layout="phone-promise",
        producer="iPhone Mail",
        language="ja",
        mail=Mail(
            sender=MIDORI,
            subject="Re: お支払いについて",
            date="2026-04-07T19:55:10+09:00",
            mailer="iPhone Mail (23D127)",
            part=text(
                "遅くなり申し訳ありません。M-0104の分は来週金曜日までにお支払いします。\n緑川\n\niPhoneから送信\n",
                encoding="base64",
            ),
        ),
        kind="promise",
        customer="K503",
        promises=(promise("M-0104", "2026-04-17"),),
    ),
    Case(
        name="ja-balance-agreed",
        layout="balance-agreed",
        producer="Outlook 2016",
        language="ja",
        mail=Mail(
            sender=KITAHAMA,
            subject="残高確認書の件",
            date="2026-04-15T13:21:00+09:00",
            part=text(
                "3月31日現在の残高302,500円について、当社帳簿と相違ございません。\n北浜精工株式会社　管理課\n",
                encoding="base64",
            ),
        ),
        kind="statement_confirmation",
        customer="K502",
    ),
    Case(
        name="ja-quantity-wrong",
        layout="prose-dispute",
        producer="Outlook 2016",
        language="ja",
        mail=Mail(
            sender=MIDORI,
            subject="請求書M-0098",
            date="2026-04-20T16:08:00+09:00",
            part=text(
                "M-0098ですが、請求数量が納品書より2個多くなっています。このままではお支払いできませんので、訂正をお願いします。\n\n"
                "有限会社みどり食品機械　緑川\n",
                "iso-2022-jp",
                encoding="7bit",
            ),
        ),
        kind="dispute",
        customer="K503",
        disputes=(dispute("M-0098", "請求数量が納品より2個多い"),),
    ),
    Case(
        name="ja-purchase-order",
        layout="order",
        producer="Becky! Internet Mail",
        language="ja",
        mail=Mail(
            sender=("三和計測 購買", "koubai@sanwa-keisoku.example"),
            subject="注文書 PO-26-0093",
            date="2026-05-12T11:30:00+09:00",
            part=text(
                "下記のとおり注文いたします。\n\n品名　圧力計 A-7\n数量　10\n単価　18,000円\n金額　180,000円\n納期　6月10日\n支払条件　月末締翌月末払\n",
                "iso-2022-jp",
                encoding="7bit",
            ),
        ),
        kind="other",
        customer="K501",
    ),
    Case(
        name="ja-out-of-office",
        layout="out-of-office",
        producer="Exchange",
        language="ja",
        mail=Mail(
            sender=KITAHAMA,
            subject="自動応答: ご確認のお願い",
            date="2026-05-01T09:00:30+09:00",
            part=text("5月6日まで休業しております。7日以降にご返信いたします。\n", encoding="base64"),
            more=("Auto-Submitted: auto-replied",),
        ),
        kind="auto_reply",
        customer="K502",
    ),
)
