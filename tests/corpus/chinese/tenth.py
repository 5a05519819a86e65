"""A tenth set, of ordinary papers: receipts in banks' usual forms, lists of ledger programs, statements, clerks' mails."""

from __future__ import annotations

from tests.corpus.chinese import tenth_papers as papers
from tests.corpus.chinese.ledger import ITEMS, NAMES, US
from tests.corpus.chinese.paper import (
    case,
    html_lines,
    line,
    pdf,
    unpriced,
    whole,
    wire,
    wrapped,
)
from tests.corpus.chinese.tenth_papers import vat
from tests.corpus.chinese.wallets import BANK, LIN, ZHOU
from tests.corpus.mail.clients import netease, outlook, outlook_paragraphs, outlook_table, plain_table, qq
from tests.corpus.mail.sheets import DOCX, XLS, XLSX
from tests.corpus.mail.truth import ANY, dispute, promise
from tests.corpus.mail.wire import attached, html

BOOKS = papers.files()
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)


RECEIPTS = (
    case(
        "j-time-stamp", "receipt: remark holds the purpose, a stamp of time", "Chromium", "ZJ01", "付款回单-澄泽", "2026-11-03T09:10:00",
        "您好：\n附件为我司付款回单，请查收并及时入账，谢谢！\n\n龙城制动 应付会计 高敏\n电话：0519-8204 1773",
        "remittance",
        wire("ZJ01", "32800.00", "2026-11-02", "21088417", *whole(vat("18810012"), "32800.00")),
        files=[pdf("电子回单_20261102.pdf", papers.with_stamp_of_time())],
    ),
    case(
        "j-words-below", "receipt: two columns of pairs, words below the sum", "reportlab", "ZJ04", "Fw:货款回单", "2026-11-05T16:40:00",
        html(netease("货款已付，回单在附件，麻烦签收。\n恒基塑胶 小罗"), encoding="base64"),
        "remittance",
        wire("ZJ04", "19915.50", "2026-11-05", ANY, *unpriced(vat("19910016"), vat("19910024"))),
        files=[pdf("回单.pdf", papers.words_below_the_sum())],
    ),
    case(
        "j-no-exchange", "receipt: an empty place for a second currency", "fpdf2", "ZJ03", "回单", "2026-11-06T15:00:00",
        "贵公司：\n　　货款已汇，请查收附件。",
        "remittance",
        wire("ZJ03", "124760.00", "2026-11-06", ANY, *unpriced("XSFP-2609-0115", "XSFP-2609-0131")),
        files=[pdf("电子回单.pdf", papers.exchange_of_nothing())],
    ),
    case(
        "j-one-column", "receipt: one column of pairs, tails in the summary", "Chromium", "ZJ06", "11月9日付款", "2026-11-09T17:20:00",
        "附件：付款回单1份，请核对销账。",
        "remittance",
        wire("ZJ06", "145700.00", "2026-11-09", ANY) | {"lines": ANY},
        files=[pdf("付款回单.pdf", papers.unruled_merchant())],
    ),
    case(
        "j-fee-and-total", "receipt: fee and what left the account", "LibreOffice Calc", "ZJ05", "汇款回单", "2026-11-03T14:05:00",
        html(qq("你好，焦山阀门的货款汇过去了，回单见附件", "焦山阀门 财务 胡"), encoding="base64"),
        "remittance",
        wire("ZJ05", "15460.00", "2026-11-03", ANY, *whole("32017701", "5600.00", "32017708", "9860.00")),
        files=[pdf("汇款回单.pdf", papers.with_fee_and_total())],
    ),
    case(
        "j-batch-of-payees", "batch of transfers: three payees, one ours", "reportlab", "ZJ08", "批量付款结果", "2026-11-10T10:40:00",
        "今天的付款做好了，银行的批量结果清单见附件，你们的在里面。",
        "remittance",
        wire("ZJ08", "41080.00", "2026-11-10", ANY, *unpriced(vat("22210013"), vat("22210021"))),
        files=[pdf("批量转账.pdf", papers.batch_of_payees())],
    ),
    case(
        "j-on-a-phone", "receipt: as an app shows it, drawn", "librsvg", "ZJ09", "转账截图", "2026-11-09T09:20:00",
        "货款转了，看下附件",
        "remittance",
        wire("ZJ09", "16700.00", "2026-11-09", ANY, *whole("71890201", "16700.00")) | SIGNLESS,
        files=[pdf("交易详情.pdf", papers.on_a_phone())],
    ),
    case(
        "j-foreign-bank", "advice of a foreign bank: labels in two languages, rows, a penalty", "Chromium", "ZJ11", "Payment Advice YD-AP-261112-07", "2026-11-12T18:00:00",
        "Dear Supplier,\n\nPlease find attached the payment advice.\n请查收附件付款通知书。此邮件由系统发出，请勿回复。",
        "remittance",
        wire(
            "ZJ11", "214400.00", "2026-11-12", ANY,
            line(vat("23310017"), "146000.00", "0.00", "6000.00", ANY), *whole(vat("23310025"), "68400.00"),
        ),
        files=[pdf("PaymentAdvice.pdf", papers.foreign_banks_advice())],
    ),
    case(
        "j-hk-e-advice", "receipt: transfer between banks, Hong Kong", "fpdf2", "ZJ13", "轉賬通知", "2026-11-06T17:00:00",
        "林小姐：\n貨款已過數，轉賬通知書見附件，請查收。\n億達升降機 會計部",
        "remittance",
        wire("ZJ13", "38300.00", "2026-11-06", ANY, *unpriced("CZ-H2609-60", "CZ-H2609-66"), currency="HKD"),
        files=[pdf("advice.pdf", papers.hong_kong_e_advice())],
    ),
    case(
        "j-hk-listed", "notice with a discount, cheque enclosed, Hong Kong", "Chromium", "ZJ14", "付款通知 Cheque 660417", "2026-11-09T11:30:00",
        "請查收附件付款通知，支票今日寄出。",
        "remittance",
        wire(
            "ZJ14", "23079.00", "2026-11-09", "660417",
            line("CZ-H2609-33", "14014.00", "286.00", ANY), line("CZ-H2609-39", "9065.00", "185.00", ANY),
            currency="HKD", method="check",
        ),
        files=[pdf("付款通知.pdf", papers.hong_kong_listed())],
    ),
    case(
        "j-tw-slip", "payer's part of a remitting form, fee added, Taiwan", "Chromium", "ZJ15", "匯款單", "2026-11-10T15:30:00",
        "您好：貨款已匯出，匯款單如附件，請查收，謝謝。",
        "remittance",
        wire("ZJ15", "152250.00", "2026-11-10", ANY, *unpriced("QK-30481012", "QK-30481020"), currency="TWD"),
        files=[pdf("匯款單.pdf", papers.taiwan_slip())],
    ),
    case(
        "j-tw-notice", "bank's notice of a payment with rows, fee off, Taiwan", "fpdf2", "ZJ16", "付款明細通知", "2026-11-13T15:30:00",
        "親愛的客戶您好，附件為付款明細通知書。本信件由系統自動發送，請勿直接回覆。",
        "remittance",
        wire(
            "ZJ16", "73470.00", "2026-11-13", ANY,
            line("QK-30482018", "57720.00", ANY, "30.00", ANY), *whole("QK-30482034", "15750.00"), currency="TWD",
        ),
        files=[pdf("付款明細通知書.pdf", papers.taiwan_notice())],
    ),
    case(
        "j-word-certificate", "letter of a payment, pairs in Word, as PDF", "LibreOffice Writer", "ZJ07", "付款告知函", "2026-11-12T16:10:00",
        "您好，付款告知函见附件，请查收。曹港机械 计财处",
        "remittance",
        wire("ZJ07", "169050.00", "2026-11-12", ANY, *whole("CG26090031", "128800.00", "CG26090058", "40250.00")),
        files=[pdf("付款告知函.pdf", papers.word_certificate())],
    ),
    case(
        "j-draft-package", "draft: endorsed, in the new system", "Chromium", "ZJ07", "票据背书回单", "2026-11-16T16:10:00",
        "银票已背书并由贵司签收，回单留存，请冲抵货款。",
        "remittance",
        wire("ZJ07", "18500.00", "2026-11-16", ANY, *whole("CG26100029", "18500.00"), method="draft", due_date="2027-03-18") | SIGNLESS,
        files=[pdf("票据业务回单.pdf", papers.draft_page())],
    ),
)  # fmt: skip

LISTS = (
    case(
        "j-ledger-list-xls", "list of payment documents, number on each row", "xlwt", "ZJ02", "付款单", "2026-11-04T16:30:00",
        "您好，本次付款见附件清单，款已电汇。",
        "remittance",
        wire("ZJ02", "21755.00", "2026-11-04", ANY, *whole("80451103", "12480.00", "80451110", "7365.00", "80451127", "1910.00")),
        files=[attached("付款单列表.xls", XLS, papers.u8_list())],
    ),
    case(
        "j-cloud-list", "document with rows of sources, its head on the first row", "openpyxl", "ZJ01", "付款单导出", "2026-11-09T17:30:00",
        html(outlook(outlook_paragraphs("林经理：\n\n本月货款今天已付，明细见附件。\n\n高敏"), lang="ZH-CN"), encoding="base64"),
        "remittance",
        wire("ZJ01", "97640.00", "2026-11-09", ANY, *whole(vat("18810020"), "57640.00", vat("18810046"), "40000.00")),
        files=[attached("CNFK00004177.xlsx", XLSX, BOOKS["kingdee"])],
    ),
    case(
        "j-notice-text", "notice as a text file: the sums one line below the number", "SAP", "ZJ06", "付款通知 2000041773", "2026-11-12T22:00:00",
        "付款通知见附件。此邮件为系统自动发送。",
        "remittance",
        wire(
            "ZJ06", "253580.00", "2026-11-12", ANY,
            *whole(vat("21110019"), "184000.00"), line(vat("21110050"), "69580.00", ANY, ANY, ANY),
        ),
        files=[attached("ZFI_AVIS_2000041773.txt", "text/plain; charset=gb18030", papers.SAP_TEXT.encode("gb18030"))],
    ),
    case(
        "j-cash-discount", "letter: small list, discount in per cent and money", "reportlab", "ZJ12", "汇款明细", "2026-11-13T14:00:00",
        "汇款明细见附件，请入账。",
        "remittance",
        wire(
            "ZJ12", "22225.50", "2026-11-13", ANY,
            line("HYM-260919", "14503.50", "146.50", ANY, ANY), line("HYM-261008", "7722.00", "78.00", ANY, ANY),
        ) | SIGNLESS,
        files=[pdf("汇款明细.pdf", papers.cash_discount())],
    ),
    case(
        "j-small-program", "payment slip: whole, paid before, let off, now", "LibreOffice Calc", "ZJ10", "付款单", "2026-11-12T11:00:00",
        "货款已付，付款单见附件，注意查收。杨",
        "remittance",
        wire(
            "ZJ10", "17500.00", "2026-11-12", ANY,
            *whole("20264401", "4200.00"), line("20264408", "13300.00", ANY, ANY, ANY),
        ) | SIGNLESS,
        files=[pdf("付款单.pdf", papers.small_program())],
    ),
    case(
        "j-portal-page", "page of a portal, saved in GB2312", "portal", "ZJ03", "付款明细", "2026-11-13T16:00:00",
        "平台导出的付款明细，请核销。",
        "remittance",
        wire("ZJ03", "190000.00", "2026-11-13", ANY, *whole("XSFP-2608-0102", "150000.00", "XSFP-2610-0007", "40000.00")),
        files=[attached("付款查询.html", "text/html", papers.SRM.encode("gb2312"))],
    ),
    case(
        "j-tabs", "settlement in tabs: gross, paid before, now, left", "TSV", "ZJ11", "付款结算单", "2026-11-10T17:00:00",
        "付款结算单见附件，款项已于今日付出。",
        "remittance",
        wire("ZJ11", "49950.00", "2026-11-10", ANY, *whole(vat("23310033"), "37950.00", vat("23310041"), "12000.00")) | SIGNLESS,
        files=[attached("结算单.txt", "text/plain", papers.NC.encode("gbk"))],
        promises=OPEN,
    ),
    case(
        "j-settlement", "settlement in Word: less fine, less retention", "python-docx", "ZJ07", "结算单", "2026-11-07T15:00:00",
        "双方结算单见附件，款项今天已电汇，请查收。",
        "remittance",
        wire("ZJ07", "58365.00", "2026-11-07", ANY, line("CG26100012", "58365.00", "0.00", "4335.00", ANY)),
        files=[attached("结算单.docx", DOCX, papers.settlement())],
    ),
    case(
        "j-by-month", "workbook: one row a month, two numbers in a cell", "XlsxWriter", "ZJ04", "10月付款台账", "2026-11-16T16:00:00",
        "10月货款已付清，台账发您核对。",
        "remittance",
        wire("ZJ04", "10902.00", "2026-11-16", ANY, *unpriced(vat("19910032"), vat("19910040"))) | SIGNLESS,
        files=[attached("付款台账.xlsx", XLSX, BOOKS["month"])],
    ),
    case(
        "j-two-pages", "list on two pages: thirty-six invoices, a sum for each page", "reportlab", "ZJ19", "付款明细（共36张）", "2026-11-16T17:00:00",
        "款项已付，明细见附件，共36张发票，请逐笔核销。",
        "remittance",
        wire("ZJ19", papers.long_total(), "2026-11-16", ANY, *(line(item.split()[0], item.split()[2]) for item in ITEMS["ZJ19"].split("|")[:36])),
        files=[pdf("付款明细表.pdf", papers.long_list())],
    ),
)  # fmt: skip

FEEDS = (
    case(
        "j-feed-sign", "bank's statement: a column of signs, with interest", "openpyxl", "ZJ09", "上周银行流水", "2026-11-14T09:00:00",
        "上周流水见附件，请认领。",
        "bank_statement",
        wire("ZJ09", "16700.00", "2026-11-09", ANY, *whole("71890201", "16700.00"), method=ANY),
        wire("ZJ09", "5000.00", "2026-11-12", ANY, method=ANY),
        wire("ZJ12", "9300.00", "2026-11-13", ANY, *whole("HYM-260903", "9300.00"), method=ANY),
        sender=ZHOU, customer=ANY,
        files=[attached("交易明细20261109-13.xlsx", XLSX, BOOKS["statement"])],
    ),
    case(
        "j-feed-quoted", "bank's statement: CSV, one of our payments sent back", "bank CSV", "ZJ10", "银行流水", "2026-11-18T09:00:00",
        "16、17日流水",
        "bank_statement",
        wire("ZJ10", "4200.00", "2026-11-16", ANY, *whole("20264401", "4200.00"), method=ANY),
        wire("ZJ18", "3240.00", "2026-11-17", ANY, *whole("90117308", "3240.00"), method=ANY),
        sender=LIN, customer=ANY,
        files=[attached("交易查询.csv", "text/csv", papers.MERCHANT_CSV.encode("gb18030"))],
    ),
    case(
        "j-feed-notice", "bank's notice of a credit, in a sentence", "bank", "ZJ02", "账户变动通知", "2026-11-17T10:31:00",
        f"【太湖农商银行】尊敬的{US}：贵公司尾号7716的账户于2026年11月17日10:30收到{NAMES['ZJ02']}汇入人民币15,200.00元，附言：80451134货款，账户余额为人民币488,902.11元。",
        "bank_statement",
        wire("ZJ02", "15200.00", "2026-11-17", None, *whole("80451134", "15200.00"), method=ANY),
        sender=BANK,
    ),
)  # fmt: skip

MAILS = (
    case(
        "j-clerk-two", "prose: two sums, two invoices, list with dashes", "Foxmail", "ZJ12", "付款告知", "2026-11-18T10:00:00",
        "周老师，您好！\n今日已安排付款：\n- HYM-260903　9300元\n- HYM-261017　5250元\n合计14550元，请注意查收，收到后烦请回复。\n祝好\n海阳木业 于姗", "remittance",
        wire("ZJ12", "14550.00", "2026-11-18", None, *whole("HYM-260903", "9300.00", "HYM-261017", "5250.00")),
    ),
    case(
        "j-tails-of-two", "prose: last four digits of two", "phone", "ZJ08", "货款", "2026-11-12T16:44:00",
        "林姐，尾号0039和0047的两张票，40050元，刚从网银打出去了，请查收", "remittance",
        wire("ZJ08", "40050.00", "2026-11-12", None, *unpriced(vat("22210039"), vat("22210047"))),
    ),
    case(
        "j-october", "prose: a month's goods", "QQ", "ZJ18", "10月货款", "2026-11-13T20:15:00",
        html(qq("您好，10月货款3235元已经转到你们公户，麻烦查一下", "老陈机电"), encoding="base64"), "remittance",
        wire("ZJ18", "3235.00", ANY, None) | {"lines": ANY},
    ),
    case(
        "j-ten-ten-thousands", "prose: a part in ten thousands, on account", "WeCom", "ZJ03", "付款通知", "2026-11-17T11:20:00",
        "周经理，今天付了贵司10万，先冲XSFP-2608-0102剩下的6万，另外4万冲XSFP-2610-0007。", "remittance",
        wire("ZJ03", "100000.00", "2026-11-17", None, *whole("XSFP-2608-0102", "60000.00", "XSFP-2610-0007", "40000.00")) | SIGNLESS,
    ),
    case(
        "j-wecom-forward", "forward of a chat mail by staff", "WeCom", "ZJ05", "转发：付款", "2026-11-11T15:45:00",
        """周可，请跟进入账。

---------- 转发的邮件 ----------
发件人：焦山阀门胡会计 <jsfm@foxbox.example>
日期：2026年11月11日 15:20
主题：付款
收件人：林越 <lin.yue@chengze.example>

林经理，32017715货款2740元今天上午电汇，请查收。
""", "remittance",
        wire("ZJ05", "2740.00", "2026-11-11", None, *whole("32017715", "2740.00")),
        sender=LIN,
    ),
    case(
        "j-over-statement", "answer above our statement: agreed and paid", "Foxmail", "ZJ09", "回复：2026年10月对账单", "2026-11-16T09:30:00",
        """林经理：
对账无误，71890208那张8350元上周四已付，71890215月底前付。

漓水橡机 财务 蒋

发件人： 澄泽传动应收
发送时间： 2026-11-14 10:12
收件人： lishui
主题： 2026年10月对账单
截至10月31日贵司欠款：71890201 16,700.00；71890208 8,350.00；71890215 11,900.00；71890222 3,600.00，合计40,550.00元。请核对回复。
""", "remittance",
        wire("ZJ09", "8350.00", "2026-11-12", None, *whole("71890208", "8350.00")),
        promises=[promise("71890215", "2026-11-30", ANY)],
    ),
    case(
        "j-usd", "prose: T/T in dollars, the bank's charge ours", "Outlook", "ZJ17", "T/T付款 CZE-26-120", "2026-11-12T14:00:00",
        "林经理您好，\nCZE-26-120 货款USD18,400.00今天已T/T汇出，中间行费用由贵司承担，水单稍后提供。\n\n宁波甬江国际贸易 财务部", "remittance",
        wire("ZJ17", "18400.00", "2026-11-12", None, *whole("CZE-26-120", "18400.00"), currency="USD"),
    ),
    case(
        "j-fee-from-goods", "prose: the fee off", "163", "ZJ18", "汇款", "2026-11-09T19:00:00",
        html(netease("周老师好，90117301的1860元，手续费8元从里面扣了，实际汇了1852元，今天下午柜台汇的。"), encoding="base64"), "remittance",
        wire("ZJ18", "1852.00", "2026-11-09", None, line("90117301", "1852.00", ANY, "8.00", ANY)),
    ),
    case(
        "j-what-was-left", "prose: what was left of an invoice", "Foxmail", "ZJ11", "付款情况说明", "2026-11-17T16:00:00",
        f"贵司发票{vat('23310041')}余款1万元，已于11月17日网银支付，请查收。", "remittance",
        wire("ZJ11", "10000.00", "2026-11-17", None, line(vat("23310041"), "10000.00")),
    ),
    case(
        "j-outlook-table", "mail with a pasted table: number, whole, now", "Outlook", "ZJ04", "付款明细", "2026-11-19T15:00:00",
        html(
            outlook(
                outlook_paragraphs("您好，\n昨日已支付贵司以下款项，请查收："),
                outlook_table([["开票日期", "发票号码", "开票金额", "支付金额"], ["10/23", "…9910057", "6880.00", "6880.00"], ["10/26", "…9910065", "15000.00", "5000.00"], ["", "小计", "21880.00", "11880.00"]]),
                lang="ZH-CN",
            ),
            encoding="base64",
        ), "remittance",
        wire("ZJ04", "11880.00", "2026-11-18", None, *whole(vat("19910057"), "6880.00", vat("19910065"), "5000.00")) | SIGNLESS,
    ),
    case(
        "j-hk-cheque", "prose: cheque by post, Hong Kong", "Outlook", "ZJ14", "支票寄出", "2026-11-18T12:00:00",
        "陳先生：現寄上德昌五金支票一張（號碼660433，金額HK$11,820.00），支付發票CZ-H2610-34及CZ-H2610-37，請查收。", "remittance",
        wire("ZJ14", "11820.00", "2026-11-18", "660433", *unpriced("CZ-H2610-34", "CZ-H2610-37"), currency="HKD", method="check"),
    ),
    case(
        "j-tw-prose", "prose: one invoice, tail of its number, Taiwan", "Outlook", "ZJ16", "貨款", "2026-11-17T14:00:00",
        "您好，發票82026貨款NT$21,000已於今日匯入貴公司帳戶，末五碼04177，請查收，謝謝。聯合傳動 會計 許小姐", "remittance",
        wire("ZJ16", "21000.00", "2026-11-17", None, *whole("QK-30482026", "21000.00"), currency="TWD"),
    ),
)  # fmt: skip

NOTHING = (
    case(
        "j-invoices-came", "invoices received, on the list for the month after", "Foxmail", "ZJ01", "发票签收", "2026-11-12T10:00:00",
        f"您好，{vat('18810054')}发票已收到并认证，将于12月付款计划中安排。", ANY, promises=OPEN,
    ),
    case(
        "j-month-end", "promise: two invoices by the end of the month", "QQ", "ZJ02", "回复：付款提醒", "2026-11-16T10:00:00",
        "收到，80451127余款2000元和80451141的5045元月底前一起付，谢谢理解。", "promise",
        promises=[promise("80451127", "2026-11-30", ANY), promise("80451141", "2026-11-30", ANY)],
    ),
    case(
        "j-wants-account", "asks for a statement", "phone", "ZJ05", "对账", "2026-11-05T10:00:00",
        "周老师，麻烦把截至10月底的对账单发我一份，年底要核账。", "statement_request",
    ),
    case(
        "j-agrees", "balance agreed, table of rows", "Outlook", "ZJ13", "回覆：月結單", "2026-11-10T10:00:00",
        "林小姐：十月份月結單已核對，結餘HK$50,650.00無誤，已簽章回傳。", "statement_confirmation",
    ),
    case(
        "j-waits-for-sign", "table: request of payment, on its way through the office", "OA", "ZJ07", "【流程提醒】付款申请待审批", "2026-11-18T08:30:00",
        wrapped(
            "您提交的付款申请当前状态如下，请知悉：",
            plain_table(
                [
                    ["流程编号", "FKSQ-2026-1104"], ["申请部门", "计财处"], ["收款单位", US], ["申请付款金额", "62,700.00"],
                    ["对应发票", "CG26100012"], ["当前节点", "分管副总"], ["流程状态", "审批中"],
                ]
            )
            + html_lines("本邮件由OA系统自动发送。"),
        ),
        "other",
    ),
    case(
        "j-details-changed", "customer's new invoice details", "Foxmail", "ZJ12", "关于开票信息变更的函", "2026-11-11T10:00:00",
        f"""各供应商：
因我司地址变更，自2026年12月1日起开票信息如下：
名称：{NAMES["ZJ12"]}
税号：91371000MA3C04177X
地址：威海市临港区草庙子镇海阳路1号
开户行：威海商银临港支行
账号：3710 0417 7300 0012
此前已开具的发票不受影响，付款照常进行。
""", "other",
    ),
    case(
        "j-short-by-ten", "dispute: ten pieces short", "WeCom", "ZJ09", "关于发票的数量", "2026-11-13T10:00:00",
        "周经理，71890222这批货实收90件，少了10件，金额360元，请补货或者重开发票，确认前这张票我们先不付。", "dispute",
        disputes=[dispute("71890222", "少货", ANY)],
    ),
    case(
        "j-price-wanted", "asks for a price, tells what was bought", "163", "ZJ17", "询价", "2026-11-17T10:00:00",
        html(netease("林经理，上次CZE-26-127那款减速机，客户要追加20台，单价482.50美元能否再优惠？请报价，交期也告知一下。"), encoding="base64"), "other",
    ),
    case(
        "j-year-end", "purchasing tells all suppliers of the last payment day", "portal", "ZJ06", "关于2026年度关账及付款安排的通知", "2026-11-16T09:00:00",
        "各供应商：\n为配合年度关账，请于12月10日前将2026年度发票全部送达，逾期开票的款项顺延至2027年2月支付。年内最后付款日为12月25日。特此通知。\n天府轨交 采购部", "other",
    ),
    case(
        "j-checked", "portal: invoice checked, on its way to be paid", "portal", "ZJ03", "发票校验通过通知", "2026-11-12T09:00:00",
        wrapped(
            "尊敬的供应商，您在平台提交的发票已校验通过：",
            plain_table([["发票编号", "价税合计", "校验结果", "预计付款日"], ["XSFP-2610-0007", "93,000.00", "通过", "2026-12-09"]]),
        ),
        ANY, promises=OPEN,
    ),
    case(
        "j-plan", "workbook: which suppliers are to be paid, not approved", "openpyxl", "ZJ02", "11月第4周排款", "2026-11-18T17:00:00",
        "排款表发您参考，审批下来再通知。",
        ANY, files=[attached("排款表.xlsx", XLSX, BOOKS["plan"])], promises=OPEN,
    ),
    case(
        "j-their-statement", "customer's own statement, asks to check it", "openpyxl", "ZJ13", "對賬", "2026-11-03T10:00:00",
        "林小姐：本公司賬面十月底應付貴公司HK$50,650.00（CZ-H2609-60、CZ-H2609-66、CZ-H2610-61、CZ-H2610-67），請核對後回覆。", ANY,
    ),
    case(
        "j-away", "out of office", "Coremail", "ZJ11", "自动回复：付款提醒", "2026-11-20T08:31:00",
        "您好，本人11月18日至22日出差培训，期间邮件回复不及时，付款事宜请联系陈会计 010-8204 1773。", "auto_reply",
    ),
)  # fmt: skip

CASES = (*RECEIPTS, *LISTS, *FEEDS, *MAILS, *NOTHING)
