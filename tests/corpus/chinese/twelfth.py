"""A twelfth set, of ordinary papers and mails once more, after the reader was mended by the eleventh."""

from __future__ import annotations

from tests.corpus.chinese import twelfth_papers as papers
from tests.corpus.chinese.ledger import NAMES, US
from tests.corpus.chinese.paper import case, html_lines, line, pdf, unpriced, whole, wire, wrapped
from tests.corpus.chinese.twelfth_papers import vat
from tests.corpus.chinese.wallets import BANK
from tests.corpus.mail.clients import netease, outlook, outlook_paragraphs, plain_table, qq
from tests.corpus.mail.sheets import XLS, XLSX
from tests.corpus.mail.truth import ANY, pay, promise
from tests.corpus.mail.wire import attached, html

BOOKS = papers.files()
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)

PAPERS = (
    case(
        "l-two-receipts", "two receipts in one mail", "Chromium", "ZL06", "11月12日付款回单2份", "2026-11-12T17:00:00",
        "您好，今天付了两笔，回单两份请查收。",
        "remittance",
        wire("ZL06", "96000.00", "2026-11-12", "CY20261112000881", *whole("XL-2609-007", "96000.00")),
        wire("ZL06", "54000.00", "2026-11-12", "CY20261112000882", *whole("XL-2609-019", "54000.00")),
        files=[
            pdf("回单1.pdf", papers.receipt("96000", "2026-11-12", "CY20261112000881", "XL-2609-007货款")),
            pdf("回单2.pdf", papers.receipt("54000", "2026-11-12", "CY20261112000882", "XL-2609-019货款")),
        ],
    ),
    case(
        "l-subject-says", "receipt without a number, the subject has it", "reportlab", "ZL02", "95117718货款12650元已付", "2026-11-10T15:40:00",
        "",
        "remittance",
        wire("ZL02", "12650.00", "2026-11-10", ANY, *whole("95117718", "12650.00")),
        files=[pdf("凭条.pdf", papers.without_number())],
    ),
    case(
        "l-small-firm", "slip of a program: settled before, open, now, discount", "fpdf2", "ZL05", "付款单", "2026-11-11T14:00:00",
        "货款已从网银付出，付款单见附件。",
        "remittance",
        wire("ZL05", "14850.00", "2026-11-11", ANY, *whole("30882201", "6100.00"), line("30882218", "8750.00", "100.00", ANY, ANY)) | SIGNLESS,
        files=[pdf("付款单.pdf", papers.small_firm_slip())],
    ),
    case(
        "l-journal", "journal of payment documents, HTML in GB2312", "ledger program", "ZL03", "付款单", "2026-11-13T17:00:00",
        "本次付款明细见附件（从系统导出）。",
        "remittance",
        wire("ZL03", "183200.00", "2026-11-13", ANY, *whole("QC-26/0818", "100000.00", "QC-26/0911", "83200.00")),
        files=[attached("付款单序时簿.htm", "text/html", papers.JOURNAL.encode("gb18030"))],
    ),
    case(
        "l-drafts", "workbook: two drafts endorsed, their sum is an invoice's", "openpyxl", "ZL01", "承兑背书清单", "2026-11-12T16:00:00",
        f"林经理：今天背书给贵司两张银承，付{vat('41110037')}，清单见附件，请签收。",
        "remittance",
        wire("ZL01", "40000.00", ANY, ANY, method="draft", due_date="2027-03-10") | {"lines": ANY} | SIGNLESS,
        wire("ZL01", "22500.00", ANY, ANY, method="draft", due_date="2027-03-22") | {"lines": ANY} | SIGNLESS,
        files=[attached("票据清单.xlsx", XLSX, BOOKS["drafts"])],
    ),
    case(
        "l-notes-below", "workbook: gross, a note says what was kept back", "XlsxWriter", "ZL04", "付款明细", "2026-11-13T16:00:00",
        "款已付，明细见附件。",
        "remittance",
        wire("ZL04", "97200.00", "2026-11-13", ANY) | {"lines": ANY},
        files=[attached("付款明细.xlsx", XLSX, BOOKS["notes"])],
    ),
    case(
        "l-tw-transfer", "payer's export of one transfer, Taiwan", "xlwt", "ZL08", "轉帳結果", "2026-11-12T17:00:00",
        "您好，貨款已轉帳，結果如附件，請查收。",
        "remittance",
        wire("ZL08", "157500.00", "2026-11-12", ANY, *unpriced("QK-30501010", "QK-30501028"), currency=ANY),
        files=[attached("轉帳結果.xls", XLS, BOOKS["taiwan"])],
    ),
    case(
        "l-hk-result", "result of a transfer as a text file, two languages, Hong Kong", "bank", "ZL07", "Payment CZ-H2609-46", "2026-11-09T18:00:00",
        "已轉賬，請見附件。",
        "remittance",
        wire("ZL07", "17800.00", "2026-11-09", "FT26110904177", *whole("CZ-H2609-46", "17800.00"), currency="HKD"),
        files=[attached("transfer.txt", "text/plain; charset=utf-8", papers.HONG_KONG.encode())],
    ),
    case(
        "l-two-sheets", "workbook: sum on one sheet, rows on another", "openpyxl", "ZL10", "付款汇总", "2026-11-12T15:00:00",
        "11月12日付款已完成，见附件。",
        "remittance",
        wire("ZL10", "26400.00", "2026-11-12", ANY, *whole("41200311", "15400.00", "41200328", "11000.00")) | SIGNLESS,
        files=[attached("付款汇总.xlsx", XLSX, BOOKS["sheets"])],
    ),
    case(
        "l-marked-list", "our own list with the customer's marks", "openpyxl", "ZL01", "回复：对账单", "2026-11-17T10:00:00",
        "对账单已回复，见附件最后一列。",
        "remittance",
        wire("ZL01", "40750.00", "2026-11-16", ANY, *whole(vat("41110011"), "22400.00", vat("41110012"), "18350.00")) | SIGNLESS | {"amount": ANY},
        files=[attached("对账单-回复.xlsx", XLSX, BOOKS["marked"])], promises=OPEN,
    ),
    case(
        "l-letter-codes", "letter: code and number, whole and paid", "Chromium", "ZL05", "货款支付告知书", "2026-11-17T16:00:00",
        html(netease("您好！告知书见附件，请查收。"), encoding="base64"),
        "remittance",
        wire("ZL05", "15300.00", "2026-11-17", None, *whole("30882225", "9300.00", "30882232", "6000.00")),
        files=[pdf("告知书.pdf", papers.codes_letter())],
    ),
    case(
        "l-credit-notice", "bank's notice of a credit, HTML in pairs", "bank", "ZL10", "到账提醒", "2026-11-18T10:05:00",
        wrapped(
            "贵公司账户有新的入账：",
            plain_table([["账户", "尾号7716"], ["交易类型", "汇入"], ["付款方", NAMES["ZL10"]], ["到账金额", "4,600.00元"], ["到账时间", "2026-11-18 10:04:51"], ["附言", "41200342"]])
            + html_lines("本邮件由系统发送。"),
        ),
        "bank_statement",
        wire("ZL10", "4600.00", "2026-11-18", None, *whole("41200342", "4600.00"), method=ANY),
        sender=BANK,
    ),
)  # fmt: skip

MAILS = (
    case(
        "l-in-ten-thousands", "prose: a sum in ten thousands and its two parts", "WeCom", "ZL01", "付款通知", "2026-11-18T14:00:00",
        f"林经理，今天汇了9.5万，其中8万付{vat('41110029')}，1.5万付{vat('41110045')}，请查收。", "remittance",
        wire("ZL01", "95000.00", "2026-11-18", None, *whole(vat("41110029"), "80000.00", vat("41110045"), "15000.00")) | SIGNLESS,
    ),
    case(
        "l-each", "prose: as much on each of two", "QQ", "ZL02", "货款", "2026-11-16T15:00:00",
        html(qq("您好，95117701和95117725两张票各付了5000元，合计10000元，今天网银转的，余下的月底付清。", "夷陵磷化 财务室"), encoding="base64"), "remittance",
        wire("ZL02", "10000.00", "2026-11-16", None, *whole("95117701", "5000.00", "95117725", "5000.00")),
        promises=OPEN,
    ),
    case(
        "l-netted", "prose: goods sent back and freight off", "Foxmail", "ZL03", "付款说明", "2026-11-18T11:00:00",
        "周经理：QC-26/1021应付38,000元，扣上月退货2,000元，扣我司代垫运费350元，实付35,650元，今日已电汇，请查收。", "remittance",
        wire("ZL03", "35650.00", "2026-11-18", None, line("QC-26/1021", "35650.00", ANY, "2350.00", ANY)),
    ),
    case(
        "l-seventy", "prose: the rest of an invoice after thirty per cent before", "Foxmail", "ZL04", "尾款", "2026-11-17T11:00:00",
        f"贵司发票{vat('42210031')}共33,600元，预付30%即10,080元10月已付，今天支付70%尾款23,520元，请查收。", "remittance",
        wire("ZL04", "23520.00", "2026-11-17", None, line(vat("42210031"), "23520.00")),
    ),
    case(
        "l-cantonese", "prose: paid in this morning, Hong Kong", "phone", "ZL07", "入數", "2026-11-17T12:10:00",
        "林小姐，今朝已經入咗HK$9,640落你哋公司戶口，係俾CZ-H2610-47嘅，麻煩查一查。", "remittance",
        wire("ZL07", "9640.00", "2026-11-17", None, *whole("CZ-H2610-47", "9640.00"), currency="HKD", method=ANY),
    ),
    case(
        "l-tw-cheque", "prose: a cheque dated ahead, sent, Taiwan", "Outlook", "ZL08", "票據寄出通知", "2026-11-13T14:00:00",
        "您好：QK-30501036貨款NT$36,750，已開立支票（票號AB4177001，到期日115/12/31）掛號寄出，請查收。", "remittance",
        wire("ZL08", "36750.00", ANY, ANY, *whole("QK-30501036", "36750.00"), currency="TWD", method="check"),
    ),
    case(
        "l-usd-two", "prose: dollars for two invoices, their sum", "Outlook", "ZL09", "Payment USD23,060", "2026-11-16T17:00:00",
        html(outlook(outlook_paragraphs("林经理：\n我司今日通过中行电汇USD23,060.00，付以下两票：\nCZE-26-160 USD14,300.00\nCZE-26-167 USD8,760.00\n水单稍后发您。\n\n沙洲国贸 单证"), lang="ZH-CN"), encoding="base64"), "remittance",
        wire("ZL09", "23060.00", "2026-11-16", None, *whole("CZE-26-160", "14300.00", "CZE-26-167", "8760.00"), currency="USD"),
    ),
    case(
        "l-wechat", "prose: a small one by WeChat", "phone", "ZL02", "货款", "2026-11-18T18:10:00",
        "林姐，95117732那960块我微信转你了，你帮我入一下公司账，谢谢", "remittance",
        pay("960.00", "CNY", line("95117732", "960.00"), date=ANY, method="wallet"),
    ),
    case(
        "l-columns", "mail in columns of wide spaces", "ERP", "ZL06", "付款通知 PN20261117-03", "2026-11-17T21:00:00",
        f"""敬启者：{US}
兹通知，我司已于2026年11月17日以网银方式支付下列款项：

　发票号　　　　　　　发票金额　　　　　扣款　　　　　实付金额
　XL-2610-004　　　　71,500.00　　　　1,500.00　　　　70,000.00
　XL-2610-015　　　　12,800.00　　　　　　0.00　　　　12,800.00
　合计　　　　　　　　84,300.00　　　　1,500.00　　　　82,800.00

扣款原因：包装破损
{NAMES["ZL06"]}
""", "remittance",
        wire("ZL06", "82800.00", "2026-11-17", ANY, line("XL-2610-004", "70000.00", "0.00", "1500.00", ANY), *whole("XL-2610-015", "12800.00")) | SIGNLESS,
    ),
    case(
        "l-forward-of-bank", "customer forwards its bank's message", "163", "ZL10", "Fw: 动账通知", "2026-11-19T09:00:00",
        f"""您好，38000的货款付了，见下面银行通知，对应41200335。

-------- 转发邮件信息 --------
发件人："北部湾银行" <notice@bbwbank.example>
发送日期：2026-11-19 08:55:12
收件人：bbw@bbw-sugar.example
主题：动账通知
您尾号0417的账户11月19日08:54向{US}转账支出38,000.00元，余额102,330.18元。
""", "remittance",
        wire("ZL10", "38000.00", "2026-11-19", None, *whole("41200335", "38000.00")) | SIGNLESS,
    ),
)  # fmt: skip

NOTHING = (
    case(
        "l-approved", "approved, comes within days", "OA", "ZL03", "付款申请审批通过", "2026-11-17T18:00:00",
        wrapped("您好，贵司以下付款申请已审批通过，预计3个工作日内安排付款：", plain_table([["发票号", "金额", "审批结果"], ["QC-26/1009", "27,900.00", "通过"]])),
        ANY, promises=OPEN,
    ),
    case(
        "l-invoice-not-here", "invoice has not come", "QQ", "ZL05", "发票", "2026-11-09T10:00:00",
        html(qq("您好，30882232的发票到现在还没收到，麻烦查一下快递单号，收到票才能请款。"), encoding="base64"), ANY, disputes=OPEN,
    ),
    case(
        "l-carrier", "a carrier's bill to us", "Foxmail", "ZL01", "11月运费结算单", "2026-11-16T10:00:00",
        "澄泽：11月运费结算单见附件，请核对后付款。", "other",
        sender=("无锡快达货运", "kuaida@kd-cargo.example"), customer=None,
        files=[pdf("运费结算单.pdf", papers.supplier_invoice())],
    ),
    case(
        "l-account-letter", "asks to confirm a change of account", "Foxmail", "ZL06", "关于账户变更的确认", "2026-11-10T10:00:00",
        "收到落款贵司的账户变更函，称今后货款付至新账户。我司需核实真伪，请贵司盖章回函确认，在此之前暂停付款。", ANY, disputes=OPEN,
    ),
    case(
        "l-differs", "balance denied, with what they have", "Outlook", "ZL09", "Re: 对账", "2026-11-12T10:00:00",
        "林经理，对账单与我司账面不符：CZE-26-174我司未入账，贵司余额USD28,280.00，我司余额USD23,060.00，请核查。", "statement_confirmation",
    ),
    case(
        "l-tax-paper", "asks for a form for the tax office", "Foxmail", "ZL04", "资料", "2026-11-11T10:00:00",
        "林经理，我司年度审计，请提供贵司营业执照副本和一般纳税人证明，另请将2026年开票清单发我一份，谢谢。", ANY,
    ),
    case(
        "l-next-week", "promise: all of it next Wednesday", "phone", "ZL10", "回复：41200342", "2026-11-12T10:00:00",
        "收到，41200342的4600元下周三付。", "promise",
        promises=[promise("41200342", "2026-11-18", ANY)],
    ),
    case(
        "l-on-leave", "out of office", "Coremail", "ZL06", "自动回复: 付款通知", "2026-11-13T08:00:00",
        "您好！我正在休假，11月23日返岗，急事请致电财务部0471-6604 177。", "auto_reply",
    ),
)  # fmt: skip

CASES = (*PAPERS, *MAILS, *NOTHING)
