"""An eleventh set, of ordinary papers and mails in other layouts, after the reader was mended by the tenth."""

from __future__ import annotations

from tests.corpus.chinese import eleventh_papers as papers
from tests.corpus.chinese.eleventh_papers import vat
from tests.corpus.chinese.paper import case, html_lines, line, pdf, unpriced, whole, wire, wrapped
from tests.corpus.chinese.wallets import LIN, ZHOU
from tests.corpus.mail.clients import netease, outlook, outlook_paragraphs, outlook_quote, plain_table, qq
from tests.corpus.mail.sheets import DOCX, XLS, XLSX
from tests.corpus.mail.truth import ANY, dispute, promise
from tests.corpus.mail.wire import attached, html

BOOKS = papers.files()
SIGNLESS = {"currency": ANY}
OPEN = ({"invoice": ANY},)

PAPERS = (
    case(
        "k-wrapped-number", "receipt: narrow cells break a number over lines", "Chromium", "ZK01", "付款回单11.4", "2026-11-04T16:30:00",
        "设备款已付，回单请查收。狼山港机财务",
        "remittance",
        wire("ZK01", "73250.00", "2026-11-04", ANY, *whole(vat("31110029"), "73250.00")),
        files=[pdf("业务回单.pdf", papers.wrapped_number())],
    ),
    case(
        "k-one-transfer", "payer's export of one transfer, Excel 97", "xlwt", "ZK03", "转账记录", "2026-11-06T17:00:00",
        "您好，货款已付，转账记录见附件。",
        "remittance",
        wire("ZK03", "196800.00", "2026-11-06", ANY) | {"lines": ANY} | SIGNLESS,
        files=[attached("转账记录.xls", XLS, BOOKS["transfer"])],
    ),
    case(
        "k-reply-letter", "letter in Word: agrees, and tells what was paid", "python-docx", "ZK04", "对账回复函", "2026-11-11T10:00:00",
        "对账回复函见附件，原件寄出。",
        "remittance",
        wire("ZK04", "88000.00", "2026-11-10", ANY, *whole("CT/26-0871", "58000.00", "CT/26-0955", "30000.00")),
        files=[attached("回复函.docx", DOCX, papers.reply_letter())],
        promises=OPEN,
    ),
    case(
        "k-trailing-minus", "list of cleared items: signs behind, a credit", "XlsxWriter", "ZK01", "付款清单1500041188", "2026-11-09T18:00:00",
        "款项已支付，付款清单请见附件。",
        "remittance",
        wire("ZK01", "68650.00", "2026-11-09", ANY, *whole(vat("31110037"), "18900.00", vat("31110045"), "52000.00", vat("31110052"), "-2250.00")),
        files=[attached("付款清单.xlsx", XLSX, BOOKS["minus"])],
    ),
    case(
        "k-hk-autopay-list", "bank's list of a firm's payments, Hong Kong", "fpdf2", "ZK07", "Autopay 12/11", "2026-11-12T15:00:00",
        "貨款已經由銀行自動轉賬支付，報告見附件。",
        "remittance",
        wire("ZK07", "34950.00", "2026-11-12", ANY, *unpriced("CZ-H2609-17", "CZ-H2609-24"), currency="HKD"),
        files=[pdf("autopay.pdf", papers.autopay_list())],
    ),
    case(
        "k-hk-stub", "stub of a cheque in columns of wide spaces, Hong Kong", "reportlab", "ZK08", "支票已寄", "2026-11-10T15:00:00",
        "支票今日平郵寄出，付款單見附件。",
        "remittance",
        wire("ZK08", "15700.00", "2026-11-10", "771204", *whole("CZ-H2609-70", "9900.00", "CZ-H2610-73", "5800.00"), currency="HKD", method="check"),
        files=[pdf("付款單.pdf", papers.cheque_stub())],
    ),
    case(
        "k-tw-voucher", "voucher: untaxed, tax, total, an allowance, Taiwan", "Chromium", "ZK09", "付款通知-115年11月", "2026-11-12T16:00:00",
        "敬啟者：本月貨款已匯出，付款憑單如附件，敬請查收。",
        "remittance",
        wire("ZK09", "194250.00", "2026-11-12", ANY, *whole("QK-30491013", "136500.00", "QK-30491021", "63000.00", "QK-30491039", "-5250.00"), currency="TWD"),
        files=[pdf("付款憑單.pdf", papers.voucher())],
    ),
    case(
        "k-request-paid", "print of a request that has been paid", "LibreOffice Calc", "ZK06", "付款申请单归档", "2026-11-12T09:00:00",
        "贵司款项昨日已付，附付款申请单供参考。",
        "remittance",
        wire("ZK06", "118000.00", "2026-11-11", ANY, *whole(vat("32210023"), "118000.00")) | SIGNLESS,
        files=[pdf("付款申请单.pdf", papers.completed_request())],
    ),
    case(
        "k-wallet-export", "payer's export of a wallet, one row ours", "Alipay export", "ZK12", "支付宝付款明细", "2026-11-16T10:00:00",
        "86120331的货款6号用支付宝付的，明细发你看下",
        "remittance",
        wire("ZK12", "2640.00", "2026-11-06", ANY, *whole("86120331", "2640.00"), method="wallet") | SIGNLESS,
        files=[attached("账务明细.csv", "text/csv", papers.wallet_export())],
    ),
    case(
        "k-retention", "workbook: retention paid out, share of the contract", "openpyxl", "ZK03", "质保金返还", "2026-11-16T15:00:00",
        "质保金已返还至贵司账户，明细见附件，请查收。",
        "remittance",
        wire("ZK03", "73000.00", "2026-11-16", ANY, *whole("9002604388", "27500.00", "9002604402", "45500.00")) | SIGNLESS,
        files=[attached("质保金.xlsx", XLSX, BOOKS["retention"])],
    ),
    case(
        "k-feed-two-columns", "bank's statement: in and out, newest first", "XlsxWriter", "ZK05", "流水", "2026-11-17T09:00:00",
        "上周流水，请认领",
        "bank_statement",
        wire("ZK03", "27500.00", "2026-11-16", ANY, *whole("9002604388", "27500.00"), method=ANY) | SIGNLESS,
        wire("ZK05", "7740.00", "2026-11-12", ANY, *whole("52210095", "7740.00"), method=ANY) | SIGNLESS,
        wire("ZK05", "900.00", "2026-11-12", ANY, method=ANY, payer="周可") | SIGNLESS,
        sender=ZHOU, customer=ANY,
        files=[attached("流水.xlsx", XLSX, BOOKS["statement"])],
    ),
)  # fmt: skip

MAILS = (
    case(
        "k-boss-paid", "prose: the boss has paid, a round sum", "WeCom", "ZK11", "货款已付", "2026-11-10T17:50:00",
        f"林姐，{vat('33310019')}的货款38,600整，老板刚才从对公户转过去了，你们查一下收款。", "remittance",
        wire("ZK11", "38600.00", "2026-11-10", None, *whole(vat("33310019"), "38600.00")) | SIGNLESS,
    ),
    case(
        "k-september-rest", "prose: what is left of a month", "phone", "ZK11", "9月尾款", "2026-11-17T09:10:00",
        "周老师，9月份的货款还剩23400元，今天给您结清了，请查收。", "remittance",
        wire("ZK11", "23400.00", "2026-11-17", None) | {"lines": ANY},
    ),
    case(
        "k-two-transfers", "prose: two sums in two sentences, one before and one today", "Foxmail", "ZK04", "付款说明", "2026-11-18T10:00:00",
        "林经理您好，CT/26-0903的12,000元已于11月13日支付。CT/26-0955余款10,750元今日支付，请一并核销。", "remittance",
        wire("ZK04", "12000.00", "2026-11-13", None, *whole("CT/26-0903", "12000.00")),
        wire("ZK04", "10750.00", "2026-11-18", None, *whole("CT/26-0955", "10750.00")),
    ),
    case(
        "k-range", "prose: a range of four under one sum", "QQ", "ZK02", "9月货款", "2026-11-05T11:00:00",
        html(qq("您好！71000101至71000104四张票，合计17000元，已从潮汕农商行电汇，注意查收", "潮汇包装 财务 陈"), encoding="base64"), "remittance",
        wire("ZK02", "17000.00", ANY, None, *unpriced("71000101", "71000102", "71000103", "71000104")),
    ),
    case(
        "k-half", "prose: half of an invoice", "Foxmail", "ZK06", "关于付款", "2026-11-16T10:30:00",
        f"贵司发票{vat('32210015')}（24万元）我司今日先支付50%，即12万元，余款12月15日前付清。", "remittance",
        wire("ZK06", "120000.00", "2026-11-16", None, *whole(vat("32210015"), "120000.00")),
        promises=[promise(vat("32210015"), "2026-12-15", ANY)],
    ),
    case(
        "k-discount", "prose: discount for early payment", "163", "ZK02", "提前付款", "2026-11-12T14:00:00",
        html(netease("周老师：\n71000119货款8,800元，按约定提前付款享1%折扣88元，实付8,712元，已于今日转账。\n潮汇包装"), encoding="base64"), "remittance",
        wire("ZK02", "8712.00", "2026-11-12", None, line("71000119", "8712.00", "88.00", "0.00", ANY)),
    ),
    case(
        "k-usd-fee", "prose: dollars, the bank's fee kept back", "Outlook", "ZK10", "水单 CZE-26-140", "2026-11-11T16:00:00",
        "Hi 林经理，CZE-26-140货款今天汇出，USD11,200.00扣中间行手续费USD25.00，贵司实收USD11,175.00，请查。\n娄江外贸 单证部", "remittance",
        wire("ZK10", "11175.00", "2026-11-11", None, line("CZE-26-140", "11175.00", ANY, "25.00", ANY), currency="USD"),
    ),
    case(
        "k-deposit", "prose: a deposit for a new contract", "Foxmail", "ZK05", "定金", "2026-11-13T15:00:00",
        "周经理，新合同CZ2026-1188的30%定金9,000元今天已付到贵司账户，收到后请安排生产。", "remittance",
        wire("ZK05", "9000.00", "2026-11-13", None) | {"lines": ANY},
    ),
    case(
        "k-table-words", "mail with a table, the sum in words below", "OA", "ZK02", "付款通知（系统）", "2026-11-18T20:00:00",
        wrapped(
            "澄泽传动：\n贵司以下款项我司已完成支付，请核对：",
            plain_table([["序号", "票号", "应付", "实付"], ["1", "71000126", "5,400.00", "5,400.00"], ["人民币合计（大写）", "伍仟肆佰元整", "", "5,400.00"]])
            + html_lines("支付时间：2026-11-18 19:58　　支付渠道：银企直联"),
        ),
        "remittance",
        wire("ZK02", "5400.00", "2026-11-18", None, *whole("71000126", "5400.00")),
    ),
    case(
        "k-over-our-mail", "answer in Outlook above our reminder: paid in two lines", "Outlook", "ZK07", "回覆：付款提示", "2026-11-19T10:00:00",
        html(
            outlook(
                outlook_paragraphs("林小姐，\nCZ-H2610-18 HK$7,240 已於昨日轉數快支付，請查閱。\n盛發電機 會計部"),
                outlook_quote("澄澤傳動 <ar@chengze.example>", "2026年11月18日 9:00", "account@shingfat.example", "付款提示", "CZ-H2610-18　HK$7,240.00　到期日2026-11-09，請安排付款。", ("寄件者:", "寄件日期:", "收件者:", "主旨:")),
                lang="ZH-TW",
            ),
            encoding="base64",
        ),
        "remittance",
        wire("ZK07", "7240.00", "2026-11-18", None, *whole("CZ-H2610-18", "7240.00"), currency="HKD"),
    ),
    case(
        "k-tw-two", "prose: one invoice, less the fee that we bear, Taiwan", "Outlook", "ZK09", "匯款通知", "2026-11-19T14:00:00",
        "您好，貴公司QK-30491047貨款26,250元，扣除匯費30元後，已於11/19匯出26,220元至貴公司帳戶，謝謝。", "remittance",
        wire("ZK09", "26220.00", "2026-11-19", None, line("QK-30491047", "26220.00", ANY, "30.00", ANY), currency=ANY),
    ),
    case(
        "k-dingtalk", "forward from a chat program by staff, with a note", "DingTalk", "ZK12", "转发：付款通知", "2026-11-18T13:40:00",
        """林姐，帮忙核销下，谢谢！

发自我的钉邮
----------------------------------------------------------------
发件人：皋城减速机<gaocheng_js@foxbox.example>
日　期：2026年11月18日 13:31:05
收件人：周可<zhou.ke@chengze.example>
主　题：付款通知

周老师，86120348货款5125.5元已转，请查收
""", "remittance",
        wire("ZK12", "5125.50", ANY, None, *whole("86120348", "5125.50")),
        sender=ZHOU,
    ),
)  # fmt: skip

NOTHING = (
    case(
        "k-red-wanted", "asks for a red invoice after a cut in price", "Foxmail", "ZK04", "开红票", "2026-11-12T10:00:00",
        "双方商定CT/26-1012单价下调，差额3,300元请贵司开具红字发票，收到后我司按63,000元安排付款。", ANY, disputes=OPEN, promises=OPEN,
    ),
    case(
        "k-friday", "promise: a part next Friday", "phone", "ZK06", "Re: 催款", "2026-11-18T10:00:00",
        f"收到，{vat('32210031')}下周五先付4万元，剩下的等业主回款。", "promise",
        promises=[promise(vat("32210031"), "2026-11-27", "40000.00")],
    ),
    case(
        "k-account-asked", "asks for our bank details", "QQ", "ZK05", "账号", "2026-11-12T10:00:00",
        html(qq("您好，准备付52210102的货款2980元，麻烦把最新的开户行和账号发一下。"), encoding="base64"), "other",
    ),
    case(
        "k-quality", "dispute: quality, payment held", "WeCom", "ZK11", "质量问题", "2026-11-13T10:00:00",
        f"林经理，{vat('33310035')}这批减速机有3台漏油，涉及货款5,340元，请派人处理，处理好之前该部分货款暂不支付。", "dispute",
        disputes=[dispute(vat("33310035"), "漏油", "5340.00")],
    ),
    case(
        "k-monthly-statement", "asks for a statement, Taiwan", "Outlook", "ZK09", "對帳", "2026-11-03T10:00:00",
        "您好，煩請提供貴公司10月份對帳單，以利本公司核對付款，謝謝。展拓機械 會計 林", "statement_request",
    ),
    case(
        "k-overdue-list", "workbook: what is owed by their books", "openpyxl", "ZK04", "应付账款明细", "2026-11-03T15:00:00",
        "请贵司核对附件余额，如有差异请于5日内反馈。", ANY,
        files=[attached("应付明细.xlsx", XLSX, BOOKS["overdue"])], promises=OPEN,
    ),
    case(
        "k-failed", "receipt: transfer failed for lack of funds", "Chromium", "ZK06", "转账回执", "2026-11-13T10:00:00",
        "今天的转账没有成功，回执见附件，资金到位后重新支付。", "other",
        files=[pdf("回执.pdf", papers.failed())],
    ),
    case(
        "k-delivery", "asks when goods come", "phone", "ZK12", "发货", "2026-11-16T16:00:00",
        "周老师，86120355那批货什么时候能到？客户催得紧，到货后我们就安排付款。", "other",
    ),
    case(
        "k-newsletter", "a platform's mail to suppliers", "portal", "ZK03", "关于开展2026年度供应商评价的通知", "2026-11-10T09:00:00",
        "各供应商：我司将于12月开展年度供应商评价，请于11月30日前登录平台填报资料，逾期未报将影响2027年付款账期。雁塔航空 供应链部", "other",
    ),
    case(
        "k-colleague", "our own colleague asks a customer for its plan", "Foxmail", "ZK01", "付款计划", "2026-11-17T10:00:00",
        f"狼山港机：贵司{vat('31110060')}发票30,400元将于12月25日到期，请提前安排付款计划。林越", ANY,
        sender=LIN, customer=ANY, to="=?UTF-8?B?54u85bGx5riv5py6?= <langshan@ls-port.example>", cc="ar@chengze.example",
    ),
)  # fmt: skip

CASES = (*PAPERS, *MAILS, *NOTHING)
