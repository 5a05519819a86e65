"""Mails in traditional Chinese, from Hong Kong and Taiwan: Big5, a cheque, a short delivery, the Republic's years."""

from tests.corpus.mail.sheets import csv
from tests.corpus.mail.truth import Case, dispute, line, pay
from tests.corpus.mail.wire import Mail, attached, mixed, text

HONGYUE = ("宏岳精密 會計課", "acct@hongyue.example")
ANJUN = ("安駿貿易", "accounts@onchun.example")

BIG5_ROWS = [
    ["發票號碼", "發票日期", "發票金額", "折讓", "實付金額"],
    ["TG-41872231", "2026/03/18", "21,000", "0", "21,000"],
    ["TG-41872260", "2026/03/25", "64,050", "1,050", "63,000"],
    ["合計", "", "85,050", "1,050", "84,000"],
]

CASES = (
    Case(
        name="zh-tw-big5-transfer",
        layout="text-labels-big5",
        producer="Outlook 2013",
        language="zh",
        mail=Mail(
            sender=HONGYUE,
            subject="匯款通知",
            date="2026-04-10T14:33:00+08:00",
            charset="big5",
            part=text(
                "Tidewell Instruments 台鑒：\n\n茲通知本公司已匯出貨款，內容如下\n  匯款日：115年4月10日\n  發票：TG-41872205  金額 NT$58,275\n"
                "  內扣匯費：NT$30\n  實匯金額：NT$58,245\n  匯款單號：A1150410022\n\n台灣宏岳精密股份有限公司  會計課 林小姐 分機 216\n",
                "big5",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K702",
        payments=(
            pay(
                "58245.00",
                "TWD",
                line("TG-41872205", "58245.00", "0.00", "30.00", "匯費"),
                date="2026-04-10",
                method="wire",
                reference="A1150410022",
            ),
        ),
    ),
    Case(
        name="zh-tw-csv-big5",
        layout="csv-big5",
        producer="Excel CSV; Outlook 2013",
        language="zh",
        mail=Mail(
            sender=HONGYUE,
            subject="四月付款明細",
            date="2026-04-24T16:10:00+08:00",
            charset="big5",
            part=mixed(
                text(
                    "您好：\n\n已排定本月25日匯款 NT$84,000，明細如附檔。折讓單已另寄。\n\n會計課\n",
                    "big5",
                    encoding="base64",
                ),
                attached("payment.csv", "text/csv", csv(BIG5_ROWS, ",", "big5")),
            ),
        ),
        kind="remittance",
        customer="K702",
        payments=(
            pay(
                "84000.00",
                "TWD",
                line("TG-41872231", "21000.00"),
                line("TG-41872260", "63000.00", "*", "*"),
                date="2026-04-25",
                method="wire",
            ),
        ),
    ),
    Case(
        name="zh-hk-cheque-phone",
        layout="phone-cheque",
        producer="iPhone Mail",
        language="zh",
        mail=Mail(
            sender=ANJUN,
            subject="支票",
            date="2026-03-18T12:44:21+08:00",
            mailer="iPhone Mail (23D127)",
            part=text(
                "阿Mei，支票 552018 今日寄出，HK$24,350，找 HK26-2207（14,350）同 HK26-2215（10,000）。\n\n從我的 iPhone 傳送\n",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K701",
        payments=(
            pay(
                "24350.00",
                "HKD",
                line("HK26-2207", "14350.00"),
                line("HK26-2215", "10000.00"),
                date="2026-03-18",
                method="check",
                reference="552018",
            ),
        ),
    ),
    Case(
        name="zh-hk-short-delivery",
        layout="prose-dispute-amount",
        producer="Gmail",
        language="zh",
        mail=Mail(
            sender=ANJUN,
            subject="HK26-2231",
            date="2026-04-16T18:02:30+08:00",
            part=text(
                "您好，\n\nHK26-2231 單內的貨少了 6 箱，涉及 HK$1,860，送貨單上司機已簽認。此數我們不同意支付，請儘快更正發票。\n\n安駿貿易有限公司\n",
                "big5hkscs",
                label="big5-hkscs",
                encoding="base64",
            ),
        ),
        kind="dispute",
        customer="K701",
        disputes=(dispute("HK26-2231", "貨少了6箱", "1860.00"),),
    ),
)
