"""A sixteenth set: slips of eight banks more, what ledger and office programs send, mails as clerks and owners write them."""

from __future__ import annotations

from tests.corpus.chinese import sixteenth_papers as papers
from tests.corpus.chinese.ledger import OUR_ACCOUNT, US
from tests.corpus.chinese.paper import capital, case, html_lines, line, pdf, unpriced, whole, wire, wrapped
from tests.corpus.chinese.sixteenth_papers import vat
from tests.corpus.chinese.wallets import ZHOU
from tests.corpus.mail.clients import netease, outlook, outlook_paragraphs, outlook_table, plain_table, qq
from tests.corpus.mail.sheets import DOCX, XLS, XLSX, csv
from tests.corpus.mail.truth import ANY, pay
from tests.corpus.mail.wire import attached, html

BOOKS = papers.files()
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)

RECEIPTS = (
    case(
        "p-trades-bank", "receipt: parties in two columns, posting and time stamp below", "Chromium", "ZQ01", "电子回单", "2026-11-03T15:20:00",
        html(netease("您好，货款已付，电子回单见附件，请查收。\n渤海弯管 财务部"), encoding="base64"), "remittance",
        wire("ZQ01", "76400.00", "2026-11-03", ANY, *whole(vat("81110017"), "76400.00")),
        files=[pdf("电子回单_0017702334180904.pdf", papers.trades_bank())],
    ),
    case(
        "p-merchants-bank", "receipt: pairs with colons in two columns, no ruling", "fpdf2", "ZQ04", "付款回单", "2026-11-06T17:10:00",
        "回单请查收，两张票一起付的。", "remittance",
        wire("ZQ04", "91500.00", "2026-11-06", ANY, *unpriced(vat("82210019"), vat("82210027"))),
        files=[pdf("付款回单.pdf", papers.merchants_bank())],
    ),
    case(
        "p-country-terminal", "receipt: a machine's narrow slip", "reportlab, font not embedded", "ZQ14", "回单", "2026-11-10T16:40:00",
        html(qq("货款付了，回单在附件", "湄洲鞋机"), encoding="base64"), "remittance",
        wire("ZQ14", "12275.00", "2026-11-10", ANY, *unpriced("20880517", "20880524")) | SIGNLESS,
        files=[pdf("回单.pdf", papers.country_terminal())],
    ),
    case(
        "p-city-bank", "receipt: grey label cells, the payer's message at the foot", "Chromium", "ZQ06", "XJ-2609-A03付款", "2026-11-05T10:00:00",
        "林经理好，请查收附件回单。", "remittance",
        wire("ZQ06", "27600.00", "2026-11-05", ANY, *whole("XJ-2609-A03", "27600.00")),
        files=[pdf("业务回单（付款）.pdf", papers.city_bank())],
    ),
    case(
        "p-wire-form", "a wire form on paper, stamped, digits in boxes", "Chromium", "ZQ02", "电汇凭证", "2026-11-05T16:30:00",
        "电汇已办，凭证回单见附件。", "remittance",
        wire("ZQ02", "8640.00", "2026-11-05", None, *whole("15730221", "8640.00")),
        files=[pdf("电汇凭证.pdf", papers.wire_form())],
    ),
    case(
        "p-endorsed", "receipt: a bank's draft endorsed and signed for", "Chromium", "ZQ13", "银承背书", "2026-11-09T16:00:00",
        "贵司好，8月货款已用银行承兑汇票背书支付，回单请见附件。", "remittance",
        wire("ZQ13", "143000.00", "2026-11-09", ANY, *whole(vat("84410011"), "143000.00"), method="draft", due_date="2027-03-18") | SIGNLESS,
        files=[pdf("背书转让回单.pdf", papers.endorsed())],
    ),
)  # fmt: skip

LISTS = (
    case(
        "p-traders-bills", "workbook: two of a trader's bills for one invoice", "XlsxWriter", "ZQ03", "商承开具清单", "2026-11-12T17:00:00",
        "您好，我司已向贵司开具商业承兑汇票两张，用于支付8月货款，清单见附件，请及时在网银签收。", "remittance",
        wire("ZQ03", "100000.00", ANY, ANY, *whole("CZ26004117", "100000.00"), method="draft", due_date="2027-05-12"),
        wire("ZQ03", "82000.00", ANY, ANY, *whole("CZ26004117", "82000.00"), method="draft", due_date="2027-05-12"),
        files=[attached("商承清单.xlsx", XLSX, BOOKS["bills"])],
    ),
    case(
        "p-printed-voucher", "a ledger program's voucher, what it clears below", "Chromium", "ZQ12", "付款单", "2026-11-11T17:40:00",
        "贵司9月货款已付，付款单见附件。", "remittance",
        wire("ZQ12", "136300.00", "2026-11-11", ANY, *whole("DJ2609-011", "89000.00", "DJ2609-024", "47300.00")),
        files=[pdf("付款单0000004177.pdf", papers.printed_voucher())],
    ),
    case(
        "p-payment-list", "workbook: a payment's rows, fee and four amounts in columns", "openpyxl", "ZQ11", "11月付款", "2026-11-06T18:00:00",
        "附件为本次付款明细，已网银付出，请查收。", "remittance",
        wire("ZQ11", "182500.00", "2026-11-06", ANY, *whole(vat("83310015"), "118000.00", vat("83310023"), "64500.00")) | SIGNLESS,
        files=[attached("付款单导出20261106.xlsx", XLSX, BOOKS["list"])],
    ),
    case(
        "p-program-advice", "advice of a large program, minus behind", "fpdf2", "ZQ03", "付款通知 2000004177", "2026-11-17T20:05:00",
        "本邮件由系统自动发送，付款通知见附件。", "remittance",
        wire("ZQ03", "152100.00", "2026-11-17", "2000004177", *whole("CZ26004263", "96400.00", "CZ26004391", "58300.00", "CZ26004408", "-2600.00")),
        files=[pdf("PAYADV_2000004177.pdf", papers.advice_of_program())],
    ),
    case(
        "p-batch-result", "CSV of a bank's batch: two to us, one to another, one failed", "bank's export", "ZQ05", "批量付款结果", "2026-11-10T17:30:00",
        "两笔货款已付，见附件银行批量结果。", "remittance",
        wire("ZQ05", "3180.00", ANY, ANY, *whole("90550312", "3180.00"), method=ANY) | SIGNLESS,
        wire("ZQ05", "4725.00", ANY, ANY, *whole("90550329", "4725.00"), method=ANY) | SIGNLESS,
        files=[attached("批量转账结果20261110.csv", "text/csv", csv(papers.BATCH, charset="gb18030"))],
    ),
    case(
        "p-rebate-below", "workbook: the year's bonus off below", "openpyxl", "ZQ12", "10月货款结算", "2026-11-18T17:00:00",
        "您好，10月货款抵减年度返利后已支付，结算表见附件。", "remittance",
        wire("ZQ12", "49200.00", "2026-11-18", None) | {"lines": ANY, "currency": ANY},
        files=[attached("供应商结算付款表.xlsx", XLSX, BOOKS["rebate"])],
    ),
    case(
        "p-entrusted", "Word letter: another firm of the group has paid", "python-docx", "ZQ06", "委托付款说明", "2026-11-16T17:20:00",
        "您好，A17这张发票由集团公司代我司支付，委托付款说明见附件，请入我司账。", "remittance",
        wire("ZQ06", "15480.00", "2026-11-16", None, *whole("XJ-2609-A17", "15480.00")) | {"payer": "江西信江控股集团有限公司"},
        files=[attached("委托付款说明.docx", DOCX, BOOKS["entrusted"])],
    ),
    case(
        "p-hk-credit", "advice of a direct credit, two languages, Hong Kong", "reportlab", "ZQ07", "付款通知書 PA26-0417", "2026-11-10T18:10:00",
        "敬啟者：現附上付款通知書，款項將於明日入賬。", ANY,
        wire("ZQ07", "18270.00", ANY, ANY, *whole("CZ-H2609-112", "11850.00", "CZ-H2610-115", "6420.00"), currency="HKD"),
        files=[pdf("PA26-0417.pdf", papers.hk_credit())], promises=OPEN,
    ),
    case(
        "p-notice-letter", "Word notice: words and figures of two e-invoices", "python-docx", "ZQ01", "付款通知书BHWG-FK-2026-117", "2026-11-19T16:20:00",
        "付款通知书请查收。", "remittance",
        wire("ZQ01", "76450.00", "2026-11-19", ANY, *whole(vat("81110025"), "31850.00", vat("81110033"), "44600.00")),
        files=[attached("付款通知书.docx", DOCX, BOOKS["notice"])],
    ),
)  # fmt: skip

ALIPAY = f"""亲，61770401的1560元支付宝转过去了，详情：

账单详情
{US}
-1,560.00
交易成功
转账说明 61770401货款
收款方式 太湖农商银行(7716)
支付时间 2026-11-13 19:42:07
订单号 20261113200040011100770041770233
"""

FORWARDED = """请登记，另外问一下票开了没有。
周可

------------------ 原始邮件 ------------------
发件人: "湄洲鞋机" <meizhou_xj@foxbox.example>;
发送时间: 2026年11月17日(星期二) 下午3:05
收件人: "周可" <zhou.ke@chengze.example>;
主题: 付款

周经理，20880548那张9120元今天付了，请查收。湄洲 老林
"""

OA = [
    ["流程标题", "采购付款申请-杭-2026-11-12"],
    ["收款单位", US],
    ["付款金额", "41,200.00"],
    ["大写", capital("41200")],
    ["发票号码", vat("83310031")],
    ["当前节点", "归档"],
    ["出纳处理", "已付款 2026-11-13"],
]

MAILS = (
    case(
        "p-quality-table", "table in the mail: taken off for quality", "Foxmail", "ZQ04", "10月货款付款明细", "2026-11-16T15:40:00",
        wrapped(
            "林经理，您好：\n10月货款今日已电汇，因来料质量问题扣款850元（扣款单已发贵司质量部），明细如下：",
            plain_table([["发票号码", "发票金额", "质量扣款", "实付金额"], [vat("82210035"), "¥21,450.00", "¥850.00", "¥20,600.00"]])
            + html_lines("沂蒙建机 应付会计"),
        ), "remittance",
        wire("ZQ04", "20600.00", "2026-11-16", None, line(vat("82210035"), "20600.00", ANY, "850.00", ANY)),
    ),
    case(
        "p-freight-off", "prose: freight that we should have borne is taken off", "QQ", "ZQ14", "货款", "2026-11-18T11:00:00",
        html(qq("周经理你好，20880531金额2270元，扣掉上次我们垫的运费120元，实付2150元，今天上午转的，查收一下。", "湄洲鞋机 老林"), encoding="base64"), "remittance",
        wire("ZQ14", "2150.00", "2026-11-18", None, line("20880531", "2150.00", ANY, "120.00", ANY), method=ANY),
    ),
    case(
        "p-three-and-words", "prose: three invoices, one sum in words and figures", "Foxmail", "ZQ02", "货款", "2026-11-12T14:10:00",
        f"林小姐您好：\n我厂今日汇出货款人民币{capital('21365')}（¥21,365.00），对应发票15730238、15730245、15730252共三张，请查收。\n南浔导轨 财务", "remittance",
        wire("ZQ02", "21365.00", "2026-11-12", None, *unpriced("15730238", "15730245", "15730252")),
    ),
    case(
        "p-tw-program", "table of a program in the mail, an allowance, Taiwan", "ledger program", "ZQ08", "付款通知：宏昇輸送 11511-0417", "2026-11-13T16:00:00",
        wrapped(
            "敬啟者：敝公司已於115年11月13日匯款至 貴公司帳戶，明細如下：",
            plain_table([["單別", "憑單號碼", "憑單日期", "沖帳金額"], ["應付", "QK-30541013", "115/09/04", "84,000"], ["應付", "QK-30541021", "115/09/22", "36,750"], ["折讓", "QK-30541047", "115/10/20", "-2,100"], ["合計", "", "", "118,650"]])
            + html_lines("匯款金額：新台幣 118,650 元整\n本信件由系統自動寄出，請勿直接回覆。"),
        ), "remittance",
        wire("ZQ08", "118650.00", "2026-11-13", ANY, *whole("QK-30541013", "84000.00", "QK-30541021", "36750.00", "QK-30541047", "-2100.00"), currency="TWD"),
    ),
    case(
        "p-tw-bank-note", "a bank's note of a transfer, forwarded by the customer, Taiwan", "Gmail", "ZQ16", "Fwd: 【府城銀行】臺幣轉帳成功通知", "2026-11-16T11:30:00",
        f"""您好，QK-30542011 已付，請查收。

---------- Forwarded message ---------
寄件者： 府城銀行 <service@fucheng-bank.example>
Date: 2026年11月16日 週一 上午11:21
Subject: 【府城銀行】臺幣轉帳成功通知
To: <acc@changyi-ind.example>

親愛的客戶您好：您於 2026/11/16 11:20:47 之轉帳交易已完成。
轉出帳號：0417****0233
轉入帳號：{OUR_ACCOUNT}
轉帳金額：TWD 26,250
手續費：TWD 15
附言：QK-30542011
""", "remittance",
        wire("ZQ16", "26250.00", "2026-11-16", ANY, *whole("QK-30542011", "26250.00"), currency="TWD"),
    ),
    case(
        "p-please-look", "a chat-like mail: number and sum in the subject", "phone", "ZQ05", "90550336 货款6890元", "2026-11-17T20:15:00",
        "货款已打，请查收", "remittance",
        pay("6890.00", "CNY", line("90550336", "6890.00"), date=ANY, method=ANY),
    ),
    case(
        "p-alipay-pasted", "prose over what a wallet shows", "phone", "ZQ10", "付款", "2026-11-13T19:50:00",
        ALIPAY, "remittance",
        pay("1560.00", "CNY", line("61770401", "1560.00"), date="2026-11-13", method="wallet", reference=ANY),
    ),
    case(
        "p-wechat-words", "prose: by WeChat, in the owner's words", "phone", "ZQ10", "古城纺配货款", "2026-11-16T21:10:00",
        "老板，61770418和61770425两张单子一共3630块，微信转你们公司账上了哈", "remittance",
        pay("3630.00", "CNY", line("61770418", None), line("61770425", None), date=ANY, method="wallet"),
    ),
    case(
        "p-staff-hands-on", "forward by staff with a question, QQ's words below", "Foxmail", "ZQ14", "转发：付款", "2026-11-17T16:00:00",
        FORWARDED, "remittance",
        wire("ZQ14", "9120.00", "2026-11-17", None, *whole("20880548", "9120.00"), method=ANY),
        sender=ZHOU,
    ),
    case(
        "p-office-filed", "an office program's message: filed, paid by the cashier", "office program", "ZQ11", "流程归档提醒", "2026-11-13T18:30:00",
        wrapped("您好，以下付款流程已归档，现通知贵司：", plain_table(OA)), "remittance",
        wire("ZQ11", "41200.00", "2026-11-13", None, *whole(vat("83310031"), "41200.00"), method=ANY) | SIGNLESS,
    ),
    case(
        "p-usd-table", "table in the mail: dollars, fees by the payer", "Outlook", "ZQ09", "T/T USD22,150.00", "2026-11-17T15:00:00",
        html(
            outlook(outlook_paragraphs("林经理：\n今日已安排T/T付款，金额USD22,150.00，费用我司承担(OUR)，水单稍后补上。")
            + outlook_table([["Invoice No.", "Amount (USD)"], ["CZE-26-202", "13,200.00"], ["CZE-26-209", "8,950.00"], ["Total", "22,150.00"]])
            + outlook_paragraphs("\n定海国贸 财务"), lang="ZH-CN"), encoding="base64"), ANY,
        wire("ZQ09", "22150.00", "2026-11-17", None, *whole("CZE-26-202", "13200.00", "CZE-26-209", "8950.00"), currency="USD"),
    ),
    case(
        "p-retention-kept", "prose: five per cent kept as retention", "163", "ZQ11", "付款说明", "2026-11-18T16:00:00",
        html(netease(f"林经理，发票{vat('83310049')}金额17600元，按合同扣留5%质保金880元，本次支付16720元，已于今天电汇，请查收。\n乌蒙矿机 财务科"), encoding="base64"), "remittance",
        wire("ZQ11", "16720.00", "2026-11-18", None, line(vat("83310049"), "16720.00", ANY, "880.00", ANY)),
    ),
    case(
        "p-hk-cheque-two", "prose: a cheque for two, Hong Kong", "Outlook", "ZQ15", "支票", "2026-11-12T12:20:00",
        "林小姐你好，今日寄出恒信銀行支票 #041770，銀碼 HK$14,030.00，找 CZ-H2609-121 同 CZ-H2610-124 兩張單，收到請覆。裕華 May", "remittance",
        wire("ZQ15", "14030.00", ANY, "041770", *unpriced("CZ-H2609-121", "CZ-H2610-124"), currency="HKD", method="check"),
    ),
    case(
        "p-wire-then-draft", "prose: a part by wire, the rest by a draft next week", "Foxmail", "ZQ13", "9月货款", "2026-11-18T10:40:00",
        f"您好：{vat('84410029')}货款72,800元，我司今日已电汇50,000元，余款22,800元下周用银行承兑汇票背书支付，届时另行通知。\n岚山钢管 资金部", "remittance",
        wire("ZQ13", "50000.00", "2026-11-18", None, *whole(vat("84410029"), "50000.00")),
        promises=OPEN,
    ),
    case(
        "p-old-charset", "table in a mail in an old charset: a part of one", "QQ", "ZQ06", "付款明细", "2026-11-19T14:30:00",
        html(
            qq("您好，今天付款明细：")
            + '<table border="1"><tr><td>单号</td><td>开票金额</td><td>本次付款</td><td>未付余额</td></tr>'
            "<tr><td>XJ-2610-A06</td><td>33900</td><td>20000</td><td>13900</td></tr>"
            "<tr><td>XJ-2610-A20</td><td>7750</td><td>7750</td><td>0</td></tr>"
            "<tr><td>合计</td><td>41650</td><td>27750</td><td>13900</td></tr></table>",
            "gb18030", label="gb2312", encoding="base64"), "remittance",
        wire("ZQ06", "27750.00", "2026-11-19", None, *whole("XJ-2610-A06", "20000.00", "XJ-2610-A20", "7750.00"), method=ANY) | SIGNLESS,
    ),
)  # fmt: skip

DIFFERS = """林经理：
贵司10月对账单收悉，经核对不符，差异如下：
1、贵司账面应收34,000.00元（CZ26004455），我司尚未收到该发票，未入账；
2、其余无差异。
请补寄发票后再行对账。
青山铝业装备 财务部
"""

NOTHING = (
    case(
        "p-request-form", "sheet: a request of payment before the director signs", "xlwt", "ZQ01", "付款申请", "2026-11-18T09:50:00",
        "付款申请单已提交，附上给您看一下进度。", ANY,
        files=[attached("付款申请单.xls", XLS, BOOKS["request"])], promises=OPEN,
    ),
    case(
        "p-statement-signed", "our statement returned with their seal: it agrees", "Chromium", "ZQ13", "对账单回签", "2026-11-06T10:20:00",
        "对账单已盖章回签，请查收。", "statement_confirmation",
        files=[pdf("对账单回签.pdf", papers.statement_signed())],
    ),
    case(
        "p-statement-differs", "prose: our statement does not agree", "Foxmail", "ZQ03", "回复：10月对账单", "2026-11-09T14:00:00",
        DIFFERS, ANY, disputes=OPEN,
    ),
    case(
        "p-draft-asked", "question: would we take a draft", "Outlook", "ZQ12", "付款方式咨询", "2026-11-13T09:30:00",
        "林经理：10月货款50,700元（DJ2610-008、DJ2610-019）我司拟以6个月银行承兑汇票支付，贵司能否接受？如可以请回复，我们安排出票。", ANY,
        promises=OPEN,
    ),
    case(
        "p-order", "sheet: an order", "xlwt", "ZQ02", "采购订单NX-PO-261117", "2026-11-17T10:00:00",
        "采购订单见附件，请确认交期。", ANY,
        files=[attached("采购订单.xls", XLS, BOOKS["order"])],
    ),
    case(
        "p-goods-in", "CSV: goods taken in", "ledger program", "ZQ05", "11月入库明细", "2026-11-17T11:00:00",
        "11月入库明细请核对，未到票的请尽快开票。", ANY,
        files=[attached("入库明细.csv", "text/csv", csv(papers.GOODS_IN, charset="gb18030"))],
    ),
    case(
        "p-hk-refused", "a bank's page: the transfer was refused, Hong Kong", "reportlab", "ZQ15", "轉賬", "2026-11-18T17:30:00",
        "林小姐，今日轉賬過唔到，超咗限額，聽日再試。", ANY,
        files=[pdf("轉賬結果.pdf", papers.refused_by_bank())], promises=OPEN,
    ),
    case(
        "p-tw-schedule", "sheet: a schedule of payments, Taiwan", "xlwt", "ZQ08", "付款排程", "2026-11-18T15:00:00",
        "您好，下月付款排程如附件，請參考。", ANY,
        files=[attached("付款排程.xls", XLS, BOOKS["schedule"])], promises=OPEN,
    ),
)  # fmt: skip

CASES = (*RECEIPTS, *LISTS, *MAILS, *NOTHING)
