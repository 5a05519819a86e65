"""A fourteenth set: receipts in the forms of eight kinds of banks, lists by office programs, mails as clerks write them."""

from __future__ import annotations

from tests.corpus.chinese import fourteenth_papers as papers
from tests.corpus.chinese.fourteenth_papers import vat
from tests.corpus.chinese.paper import case, html_lines, line, pdf, unpriced, whole, wire
from tests.corpus.chinese.prose import qq_original
from tests.corpus.chinese.wallets import LIN
from tests.corpus.mail.clients import netease, outlook, outlook_paragraphs, outlook_table, qq
from tests.corpus.mail.sheets import DOCX, XLS, XLSX, csv
from tests.corpus.mail.truth import ANY, dispute, pay, promise
from tests.corpus.mail.wire import attached, html

BOOKS = papers.files()
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)

RECEIPTS = (
    case(
        "n-boxes-of-parties", "receipt: full names in boxes, use and summary apart", "Chromium", "ZN01", "付款回执", "2026-11-02T16:10:00",
        html(netease("您好！\n货款已付，回执见附件，请查收。\n云门液压 财务部"), encoding="base64"),
        "remittance",
        wire("ZN01", "88600.00", "2026-11-02", ANY, *whole(vat("61110014"), "88600.00")),
        files=[pdf("网上银行电子回执.pdf", papers.parties_over_sum())],
    ),
    case(
        "n-party-beside", "receipt: the party's label in letters below each other", "reportlab, font not embedded", "ZN02", "电子回单", "2026-11-03T17:00:00",
        html(qq("回单请查收", "裕泰风机 伍小姐"), encoding="base64"),
        "remittance",
        wire("ZN02", "12620.00", "2026-11-03", ANY, *unpriced("46010205", "46010212")),
        files=[pdf("44417702650.pdf", papers.farmers_bank())],
    ),
    case(
        "n-sections", "receipt: parts under bars, values below labels", "Chromium", "ZN03", "付款回单", "2026-11-04T10:30:00",
        "林经理好，贵司设备款今日已付，回单见附件。",
        "remittance",
        wire("ZN03", "196000.00", "2026-11-04", ANY, *whole("2632209117", "196000.00")),
        files=[pdf("付款回单_20261104.pdf", papers.sections())],
    ),
    case(
        "n-tails-in-remark", "receipt: tails of two invoices in the remark", "fpdf2", "ZN01", "11月16日付款", "2026-11-16T17:20:00",
        "回单附上，请核销。",
        "remittance",
        wire("ZN01", "76950.00", "2026-11-16", ANY, *unpriced(vat("61110022"), vat("61110030"))),
        files=[pdf("回单.pdf", papers.livelihood_bank())],
    ),
    case(
        "n-group-pays", "receipt: the group's finance company pays", "Chromium", "ZN12", "付款通知（集团代付）", "2026-11-10T18:00:00",
        "您好，我司货款由集团财务公司代付，回单请见附件，请勿退款。",
        "remittance",
        wire("ZN12", "239300.00", "2026-11-10", ANY, *unpriced(vat("63310012"), vat("63310020"))) | {"payer": "锦程集团财务有限公司"},
        files=[pdf("代付回单.pdf", papers.paid_by_group())],
    ),
    case(
        "n-country-bank", "receipt: lines of words, number and sum in the remark", "Chromium", "ZN14", "转账凭证", "2026-11-11T14:12:00",
        "",
        "remittance",
        wire("ZN14", "8470.00", "2026-11-11", ANY, *whole("27740301", "3350.00", "27740308", "5120.00")),
        files=[pdf("转账凭证.pdf", papers.country_bank())],
    ),
    case(
        "n-ahead", "receipt: an instalment ahead for a contract", "Chromium", "ZN13", "预付款回单", "2026-11-18T15:00:00",
        "周经理：合同LCHT-2611-08的预付款已付，请安排生产。",
        "remittance",
        wire("ZN13", "25000.00", "2026-11-18", ANY),
        files=[pdf("预付款回单.pdf", papers.ahead())],
    ),
    case(
        "n-hk-fast", "receipt: FPS, values below labels, Hong Kong", "reportlab", "ZN07", "轉數快付款", "2026-11-11T18:00:00",
        "林小姐，貨款已用轉數快付，請見附件。",
        "remittance",
        wire("ZN07", "19600.00", "2026-11-11", ANY, *whole("CZ-H2609-52", "19600.00"), currency="HKD", method=ANY),
        files=[pdf("FPS.pdf", papers.fast_payment())],
    ),
    case(
        "n-usd-form", "a bank's form for dollars, carried out", "fpdf2", "ZN09", "USD24,340水单", "2026-11-12T16:20:00",
        "林经理：美金货款已汇，水单见附件，请查收。",
        "remittance",
        wire("ZN09", "24340.00", "2026-11-12", ANY, *whole("CZE-26-181", "16500.00", "CZE-26-188", "7840.00"), currency="USD"),
        files=[pdf("水单.pdf", papers.dollars())],
    ),
    case(
        "n-chain-certificate", "a receivable of a platform, passed on", "Chromium", "ZN03", "云信转让", "2026-11-04T16:00:00",
        "2632209408的货款43000元已用云信转让给贵司，贵司已签收，凭证见附件。",
        "remittance",
        wire("ZN03", "43000.00", "2026-11-04", ANY, *whole("2632209408", "43000.00"), method=ANY, due_date=ANY),
        files=[pdf("云信凭证.pdf", papers.chain_certificate())],
    ),
)  # fmt: skip

LISTS = (
    case(
        "n-retention-book", "workbook: notice of a ledger program, retention kept", "openpyxl", "ZN11", "付款通知书FKTZ-202611-0088", "2026-11-12T16:40:00",
        "您好，付款通知书见附件，款已汇出。",
        "remittance",
        wire("ZN11", "78680.00", "2026-11-12", ANY, line(vat("62210018"), "49780.00", "0.00", "2620.00", ANY), *whole(vat("62210026"), "28900.00")),
        files=[attached("付款通知书.xlsx", XLSX, BOOKS["retention"])],
    ),
    case(
        "n-suppliers-list", "sheet: several suppliers, a part of one invoice", "xlwt", "ZN03", "第二批付款明细", "2026-11-13T17:30:00",
        "各供应商：第二批货款已于今日付出，明细见附件，请各自查收。",
        "remittance",
        wire("ZN03", "134300.00", "2026-11-13", None, *whole("2632209254", "84300.00", "2632209331", "50000.00")),
        files=[attached("付款明细表.xls", XLS, BOOKS["suppliers"])],
    ),
    case(
        "n-program-csv", "CSV of a ledger program in GBK", "ledger program", "ZN04", "付款单导出", "2026-11-09T17:00:00",
        "付款已完成，系统导出明细见附件。",
        "remittance",
        wire("ZN04", "41760.00", "2026-11-09", ANY, *whole("202609040017", "26800.00", "202609180023", "14960.00")),
        files=[attached("付款单.csv", "text/csv", csv(papers.PROGRAM, charset="gb18030"))],
    ),
    case(
        "n-rebate-letter", "Word notice: a rebate off", "python-docx", "ZN05", "汇款通知", "2026-11-13T15:10:00",
        "汇款通知见附件，请查收，谢谢！",
        "remittance",
        wire("ZN05", "43163.00", "2026-11-13", ANY, line("YX/2609/03", "18513.00", ANY, ANY, ANY), *whole("YX/2609/17", "24650.00")),
        files=[attached("汇款通知.docx", DOCX, BOOKS["rebate"])],
    ),
    case(
        "n-bill-and-rest", "workbook: an invoice by a bill, its rest by transfer", "XlsxWriter", "ZN12", "11月付款清单", "2026-11-17T16:00:00",
        f"您好，{vat('63310038')}已付，电票已背书、电汇已出，清单见附件。",
        "remittance",
        wire("ZN12", "60000.00", ANY, ANY, *whole(vat("63310038"), "60000.00"), method="draft", due_date="2027-04-15") | SIGNLESS,
        wire("ZN12", "700.00", ANY, ANY, *whole(vat("63310038"), "700.00")) | SIGNLESS,
        files=[attached("付款清单.xlsx", XLSX, BOOKS["bill"])],
    ),
    case(
        "n-wechat-bill", "the customer's WeChat bill, two of its rows to us", "WeChat export", "ZN10", "微信付款记录", "2026-11-16T20:00:00",
        "林姐，11月两笔货款都是微信转的，账单发你对一下。",
        "remittance",
        pay("2960.00", "CNY", line("90218708", "2960.00"), date="2026-11-13", method="wallet", reference=ANY),
        pay("1480.00", "CNY", line("90218701", "1480.00"), date="2026-11-06", method="wallet", reference=ANY),
        files=[attached("微信支付账单(20261101-20261116).csv", "text/csv", b"\xef\xbb\xbf" + papers.WALLET.encode())],
    ),
    case(
        "n-own-statement", "the customer's own account, two of its debits to us", "xlwt", "ZN11", "流水", "2026-11-17T10:15:00",
        "贵司两笔款已付，银行流水见附件，请核对入账。",
        ANY,
        wire("ZN11", "37650.00", "2026-11-12", ANY, *whole(vat("62210034"), "37650.00"), method=ANY) | SIGNLESS,
        wire("ZN11", "8050.00", "2026-11-16", ANY, *whole(vat("62210042"), "8050.00"), method=ANY) | SIGNLESS,
        files=[attached("账户交易明细.xls", XLS, BOOKS["statement"])],
    ),
    case(
        "n-hk-voucher", "workbook: voucher for a cheque, Hong Kong", "XlsxWriter", "ZN15", "支票付款", "2026-11-12T17:00:00",
        "林小姐：支票今日已寄出，付款憑單見附件。祥記 阿芬",
        "remittance",
        wire("ZN15", "10220.00", "2026-11-12", "417702", *whole("CZ-H2609-55", "6280.00", "CZ-H2610-56", "3940.00"), currency="HKD", method="check"),
        files=[attached("PV-2611-017.xlsx", XLSX, BOOKS["cheque"])],
    ),
    case(
        "n-tw-allowance-fee", "notice: allowance and remitting fee off, Taiwan", "Chromium", "ZN08", "付款通知單", "2026-11-10T16:00:00",
        "您好，付款通知單如附件，款項已匯出，請查收。",
        "remittance",
        wire("ZN08", "180570.00", "2026-11-10", ANY) | {"lines": ANY, "currency": ANY},
        files=[pdf("付款通知單.pdf", papers.allowance_off())],
    ),
    case(
        "n-tw-notes", "sheet: two cheques dated ahead, Taiwan", "xlwt", "ZN16", "支票寄出", "2026-11-12T15:00:00",
        "您好，兩張支票已於今日掛號寄出，明細如附件，收到請回覆。",
        "remittance",
        pay("31500.00", ANY, line("QK-30522011", "31500.00"), date=ANY, due_date="2026-12-15", method="check", reference="AK0417701"),
        pay("18900.00", ANY, line("QK-30522029", "18900.00"), date=ANY, due_date="2027-01-15", method="check", reference="AK0417702"),
        files=[attached("應付票據.xls", XLS, BOOKS["notes"])],
    ),
    case(
        "n-html-notice", "table in the mail, total merged", "WeCom mail", "ZN13", "付款明细-11月10日", "2026-11-10T15:00:00",
        html(
            "<html><body>" + html_lines("您好！今日付款明细如下，请查收：")
            + '<table border="1" style="border-collapse:collapse"><tr><th>单据号</th><th>开票日期</th><th>开票金额(元)</th><th>付款金额(元)</th></tr>'
            "<tr><td>LC-260907</td><td>2026/9/7</td><td>41,200.00</td><td>41,200.00</td></tr><tr><td>LC-260922</td><td>2026/9/22</td><td>23,650.00</td><td>23,650.00</td></tr>"
            '<tr><td colspan="3" align="center">合计</td><td>64,850.00</td></tr></table>'
            + html_lines("付款方式：网银转账\n陵城空调 财务中心 孟") + "</body></html>",
            encoding="base64",
        ),
        "remittance",
        wire("ZN13", "64850.00", "2026-11-10", None, *whole("LC-260907", "41200.00", "LC-260922", "23650.00")),
    ),
)  # fmt: skip

MAILS = (
    case(
        "n-tail-of-one", "prose: the tail of one invoice", "163", "ZN02", "货款", "2026-11-17T11:20:00",
        html(netease("你好，尾号0236那张票的11200元今天上午从农行转了，麻烦查收一下。\n裕泰风机 伍"), encoding="base64"), "remittance",
        wire("ZN02", "11200.00", "2026-11-17", None, *whole("46010236", "11200.00")),
    ),
    case(
        "n-numbered", "prose: two numbered lines and a sum", "QQ", "ZN06", "付款", "2026-11-13T10:30:00",
        html(qq("您好，昨天下午付了两张票的款：\n1、83025501　4860元\n2、83025508　9320元\n共14180元，请查收后回复。", "松花湖木机 会计老宋"), encoding="base64"), "remittance",
        wire("ZN06", "14180.00", "2026-11-12", None, *whole("83025501", "4860.00", "83025508", "9320.00")),
    ),
    case(
        "n-work-set-off", "prose: our debt for work set off", "Foxmail", "ZN01", "付款说明", "2026-11-18T16:30:00",
        f"周经理：{vat('61110055')}货款17,300元，抵扣贵司应付我司的加工费2,300元后，实际支付15,000元，今日已电汇，请查收。\n云门液压 财务部", "remittance",
        wire("ZN01", "15000.00", "2026-11-18", None, line(vat("61110055"), "15000.00", ANY, "2300.00", ANY)),
    ),
    case(
        "n-two-days", "prose: one invoice in two payments", "Foxmail", "ZN04", "付款情况", "2026-11-13T09:40:00",
        "林经理，202610090008共33400元，我司11月5日付了20000元，11月12日付了13400元，已全部付清，请核对。", "remittance",
        wire("ZN04", "20000.00", "2026-11-05", None, *whole("202610090008", "20000.00"), method=ANY),
        wire("ZN04", "13400.00", "2026-11-12", None, *whole("202610090008", "13400.00"), method=ANY),
    ),
    case(
        "n-group-prose", "prose: the group's centre has paid", "Outlook", "ZN12", "付款通知", "2026-11-18T17:10:00",
        html(
            outlook(outlook_paragraphs("林经理，您好：\n贵司以下货款已由锦程集团共享中心统一支付，付款户名为“锦程集团财务有限公司”，请据此入账。")
            + outlook_table([["发票号码", "付款金额", "付款日期"], [vat("63310046"), "35,000.00", "2026/11/18"]])
            + outlook_paragraphs("\n锦程电气 应付会计"), lang="ZH-CN"), encoding="base64"), "remittance",
        wire("ZN12", "35000.00", "2026-11-18", None, *whole(vat("63310046"), "35000.00"), method=ANY) | {"payer": "锦程集团财务有限公司"} | SIGNLESS,
    ),
    case(
        "n-trade-bill", "prose: a trader's bill issued to us", "Foxmail", "ZN03", "商票", "2026-11-19T10:00:00",
        "林经理：\n我司今日向贵司开出商业承兑汇票一张，票面金额72,600元，票据（包）号码230482100417720261119000702，到期日2027年5月19日，用于支付2632209515，请登录网银签收。\n黄河水电装备 资金科", "remittance",
        wire("ZN03", "72600.00", "2026-11-19", ANY, *whole("2632209515", "72600.00"), method="draft", due_date="2027-05-19"),
    ),
    case(
        "n-hk-fps-short", "prose: by FPS, Hong Kong", "phone", "ZN15", "過數", "2026-11-17T13:00:00",
        "林小姐，CZ-H2610-57 嗰單 HK$2,170 已經用轉數快過咗數，麻煩查收，多謝。", "remittance",
        wire("ZN15", "2170.00", ANY, None, *whole("CZ-H2610-57", "2170.00"), currency="HKD", method=ANY),
    ),
    case(
        "n-tw-clears", "prose: sent, to clear an invoice, Taiwan", "Outlook", "ZN08", "匯款通知", "2026-11-16T14:30:00",
        "林小姐您好：\n敝公司已於11/16電匯新台幣47,250元整，請沖銷QK-30521030，謝謝。\n華彰自動機械 財務部 敬上", "remittance",
        wire("ZN08", "47250.00", "2026-11-16", None, *whole("QK-30521030", "47250.00"), currency="TWD"),
    ),
    case(
        "n-usd-less-fee", "prose: dollars less the bank's fee", "Outlook", "ZN09", "CZE-26-195", "2026-11-18T15:00:00",
        "林经理，CZE-26-195货值USD10,260.00，扣除银行费用USD20.00，实际汇出USD10,240.00，起息日11月18日。", "remittance",
        wire("ZN09", "10240.00", "2026-11-18", None, line("CZE-26-195", "10240.00", ANY, "20.00", ANY), currency="USD"),
    ),
    case(
        "n-wechat-small", "prose: a small one by WeChat", "phone", "ZN10", "矿灯配件", "2026-11-18T19:30:00",
        "835块微信转过去了，票号90218715，收到说一声", "remittance",
        pay("835.00", "CNY", line("90218715", "835.00"), date=ANY, method="wallet"),
    ),
    case(
        "n-staff-hands-on", "forward by staff, the customer's words below", "Foxmail", "ZN05", "转发: 10月第二批货款", "2026-11-17T09:20:00",
        """请入账。
林越

发件人： 剡溪丝机财务
发送时间： 2026-11-16 16:48
收件人： lin.yue
主题： 10月第二批货款
林经理您好：
YX/2610/19货款6,900.00元已于今日付讫，请查收。
剡溪丝机 财务 裘
""", "remittance",
        wire("ZN05", "6900.00", "2026-11-16", None, *whole("YX/2610/19", "6900.00"), method=ANY),
        sender=LIN,
    ),
)  # fmt: skip

OUR_REMINDER = "松花湖木机：\n贵司以下发票已到付款期：\n83025515　2,745.00\n83025522　6,600.00\n请安排付款，谢谢。\n澄泽传动 应收组"

NOTHING = (
    case(
        "n-came-back", "a transfer that was sent back", "Chromium", "ZN13", "退汇", "2026-11-13T11:00:00",
        "周经理，LC-261010这笔款被退回来了，请发一份正确的开户信息，我们重新付。", ANY,
        files=[pdf("交易明细.pdf", papers.came_back())], promises=OPEN, disputes=OPEN,
    ),
    case(
        "n-balance-signed", "balance confirmed", "Chromium", "ZN11", "对账函回函", "2026-11-11T15:00:00",
        "对账函已盖章，见附件。", "statement_confirmation",
        files=[pdf("对账回函.pdf", papers.balance_signed())],
    ),
    case(
        "n-plan", "workbook: a plan that waits for approval", "xlwt", "ZN01", "资金计划", "2026-11-19T09:00:00",
        "周经理，下旬付款计划已报审批，批了就安排。", ANY,
        files=[attached("资金计划.xls", XLS, BOOKS["plan"])], promises=OPEN,
    ),
    case(
        "n-to-release", "an order of the bank's page, not released", "Chromium", "ZN04", "付款", "2026-11-17T16:10:00",
        "已提交，见附件，等领导复核。", ANY,
        files=[pdf("指令详情.pdf", papers.waits_for_check())], promises=OPEN,
    ),
    case(
        "n-office-request", "a payment request that hangs", "Chromium", "ZN13", "付款申请进度", "2026-11-18T10:00:00",
        "贵司货款的付款申请单见附件，目前在总经理处审批。", ANY,
        files=[pdf("付款申请单.pdf", papers.request_in_office())], promises=OPEN,
    ),
    case(
        "n-next-wednesday", "promise above our reminder", "Coremail", "ZN04", "回复：付款提醒", "2026-11-18T09:30:00",
        """林经理，202610220031的9120元下周三付，请放心。

在 2026-11-17 15:00:12，"澄泽传动应收" <ar@chengze.example> 写道：
> 您好，贵司发票202610220031金额9,120.00元即将到期，请安排付款。
""", "promise",
        promises=[promise("202610220031", "2026-11-25", ANY)],
    ),
    case(
        "n-by-the-months-end", "promise: both before the month's end, above our reminder", "QQ", "ZN06", "回复：催款", "2026-11-18T14:00:00",
        html(qq_original("您好，这两张月底前一起付，最近资金有点紧，请谅解。", "澄泽传动", "松花湖木机", "2026年11月17日(星期二) 上午10:05", "催款", OUR_REMINDER), encoding="base64"), "promise",
        promises=[promise("83025515", "2026-11-30", ANY), promise("83025522", "2026-11-30", ANY)],
    ),
    case(
        "n-two-short", "dispute: two pieces short", "Foxmail", "ZN05", "收货差异", "2026-11-12T10:20:00",
        "周经理：YX/2610/08订的是20台，实收18台，数量不符，少2台计1,240元，请核实后补发或开红票，在此之前这张票暂不付款。", "dispute",
        disputes=[dispute("YX/2610/08", ANY, "1240.00")],
    ),
    case(
        "n-price-wrong", "dispute: the price is wrong", "Outlook", "ZN03", "2632209331价格有误", "2026-11-10T11:00:00",
        html(outlook(outlook_paragraphs("林经理：\n贵司2632209331的开票单价1,250元与合同约定的1,150元不一致，价格有误，请重新开具发票，谢谢。\n\n黄河水电装备 采购部"), lang="ZH-CN"), encoding="base64"), "dispute",
        disputes=[dispute("2632209331", ANY, None)],
    ),
    case(
        "n-which-account", "question: which account", "QQ", "ZN02", "咨询", "2026-11-12T15:00:00",
        html(qq("您好，请问贵司收款账户还是太湖农商银行那个吗？46010229这张3165元准备付了，确认一下再转。", "裕泰风机 伍小姐"), encoding="base64"), ANY,
        promises=OPEN,
    ),
    case(
        "n-name-short", "prose: the bank sent it back, again tomorrow", "163", "ZN14", "昨天的款", "2026-11-18T10:10:00",
        html(netease("林姐，昨天付的27740315那笔2480元，银行说户名少写了“（无锡）”给退回来了，我明天重新转。"), encoding="base64"), ANY,
        promises=OPEN,
    ),
    case(
        "n-hk-cheque-back", "prose: the cheque bounced, another is written, Hong Kong", "Outlook", "ZN07", "退票", "2026-11-16T11:00:00",
        "林小姐：CZ-H2609-98 張支票（HK$8,740）因簽名不符被銀行退票，我哋會重新開票寄上，唔好意思。", ANY,
        promises=OPEN,
    ),
)  # fmt: skip

CASES = (*RECEIPTS, *LISTS, *MAILS, *NOTHING)
