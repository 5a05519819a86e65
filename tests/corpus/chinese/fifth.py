"""A fifth set, by the same hand once the fourth had been mended, mostly of what only looks like a payment; read once as it was."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.fourth_papers import vat
from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import (
    capital,
    case,
    grid,
    html_lines,
    line,
    pdf,
    print_html,
    unpriced,
    whole,
    wire,
    wrapped,
)
from tests.corpus.chinese.wallets import BANK, ZHOU
from tests.corpus.mail.clients import outlook, outlook_paragraphs, outlook_table, plain_table, qq
from tests.corpus.mail.sheets import XLSX, xlsx_writer
from tests.corpus.mail.truth import ANY, dispute, promise
from tests.corpus.mail.wire import attached, html


def csv(name: str, text: str, charset: str = "utf-8-sig") -> Any:
    return attached(name, "text/csv", text.replace("\n", "\r\n").encode(charset))


def table(words: str, rows: list[list[str]], after: str = "") -> Any:
    return wrapped(words, plain_table(rows) + html_lines(after))


def accepted() -> bytes:
    """Taken in by the bank, not yet done."""
    rows: list[Any] = [
        ["付款账户", f"{NAMES['ZH62']} 3401417"],
        ["收款账户", f"{US} {OUR_ACCOUNT}"],
        ["转账金额", "54,600.00元"],
        ["指令状态", "已提交，待二级复核"],
        ["提交时间", "2026-10-30 16:58:20"],
        ["用途", vat("95050022")],
    ]
    return print_html("<h3>皖江银行　网银转账指令</h3>" + grid(rows))


def two_on_a_page() -> bytes:
    """One slip of money out to the seller, one of money in from the seller."""

    def one(payer: str, payee: str, amount: str, note: str, number: str) -> str:
        return (
            f"<h3>湖州银行电子回单</h3><div>回单编号：{number}　日期：2026-10-16</div>"
            + grid(
                [
                    ["付款人", payer, "收款人", payee],
                    ["金额", f"￥{amount}", "大写", capital(amount.replace(",", ""))],
                    ["用途", (note, "colspan=3")],
                ]
            )
            + "<br><br>"
        )

    return print_html(
        one(NAMES["ZH65"], US, "96,000.00", f"货款{vat('97070020')}", "HZ1016001")
        + one(US, NAMES["ZH65"], "3,200.00", "退多收运费", "HZ1016002")
    )


def form_in_cells() -> bytes:
    """Every label and value in one cell, three to a row, the sum written in full width."""
    rows: list[Any] = [
        ["交易日：20261020", "流水：RD20261020-0417", "渠道：企业手机银行"],
        [f"付方：{NAMES['ZH64']}", "付方账号：4405017744", "付方行：羊城银行白云支行"],
        [f"收方：{US}", f"收方账号：{OUR_ACCOUNT}", f"收方行：{OUR_BANK}"],
        ["小写：￥２９，８００．００", "大写：贰万玖仟捌佰元整", "手续费：￥5.00"],
        [(f"附言：数电票{vat('96060018')}", "colspan=3")],
    ]
    return print_html("<h3>羊城银行客户回单</h3>" + grid(rows), font="Noto Sans CJK SC", size="A5 landscape")


def bill_of_sale(book: Any) -> None:
    """A list of deliveries with sums: nothing of it is paid."""
    tab = book.add_worksheet("10月")
    for n, row in enumerate(
        (
            ["10月送货对账明细（湖畔印染）", None, None, None],
            ["送货日期", "发票号码", "金额", "备注"],
            ["2026-10-03", vat("97070038"), 64400.0, "已收货"],
            ["2026-10-15", vat("97070046"), 31200.0, "已收货"],
            ["合计", None, 95600.0, None],
        )
    ):
        tab.write_row(n, 0, row)


def paid_and_open(book: Any) -> None:
    """A ledger of one supplier: some rows paid before, one now, some open."""
    tab = book.add_worksheet("往来")
    for n, row in enumerate(
        (
            ["澄泽传动往来明细", None, None, None, None],
            ["发票号码", "发票金额", "付款状态", "付款日期", "付款金额"],
            ["70210301", 12600.0, "已付", "2026-10-09", 12600.0],
            ["70210308", 8350.0, "已付", "2026-10-09", 8350.0],
            ["70210315", 4420.0, "未付", None, None],
            ["70210322", 9980.0, "未付", None, None],
        )
    ):
        tab.write_row(n, 0, row)


CASES = (
    case(
        "e-accepted-slip", "order: taken in, waits for a second person", "Chromium", "ZH62", "付款凭证", "2026-10-30T17:05:00",
        "您好，付款指令截图见附件。", "other", files=[pdf("指令.pdf", accepted())],
    ),
    case(
        "e-out-and-in", "receipts: one to us, one from us", "Chromium", "ZH65", "10月16日回单", "2026-10-16T17:00:00",
        "今天两笔往来的回单见附件，请核对。", "remittance",
        wire("ZH65", "96000.00", "2026-10-16", "HZ1016001", *whole(vat("97070020"), "96000.00")),
        files=[pdf("回单.pdf", two_on_a_page())],
    ),
    case(
        "e-cells", "receipt: label and value in one cell, full width", "Chromium", "ZH64", "回单", "2026-10-20T15:00:00",
        "请查收", "remittance", wire("ZH64", "29800.00", "2026-10-20", "RD20261020-0417", *whole(vat("96060018"), "29800.00")),
        files=[pdf("hd.pdf", form_in_cells())],
    ),
    case(
        "e-deliveries", "list of deliveries, nothing paid", "XlsxWriter", "ZH65", "10月对账明细", "2026-11-02T10:00:00",
        "10月送货明细见附件，请核对，无误后我们提交付款申请。", ANY, files=[attached("10月明细.xlsx", XLSX, xlsx_writer(bill_of_sale))],
    ),
    case(
        "e-paid-and-open", "workbook: rows paid and rows open", "XlsxWriter", "ZH61", "往来明细", "2026-10-13T10:00:00",
        "你好，前两张票10月9日已网银付款，明细见附件。", "remittance",
        wire("ZH61", "20950.00", "2026-10-09", None, *whole("70210301", "12600.00", "70210308", "8350.00")) | {"currency": ANY},
        files=[attached("往来.xlsx", XLSX, xlsx_writer(paid_and_open))],
    ),
    case(
        "e-half", "prose: half of it now, the rest against delivery", "QQ", "ZH61", "付款", "2026-10-22T10:00:00",
        "70210322这张9980元先付一半4990元，已转，另一半等货补齐再付。", "remittance",
        wire("ZH61", "4990.00", "2026-10-22", None, *whole("70210322", "4990.00")) | {"date": ANY, "method": ANY},
    ),
    case(
        "e-cash-taken", "prose: cash to the driver", "phone", "ZH61", "货款", "2026-10-21T18:00:00",
        "70210329的2250块现金给了送货的王师傅，收据在我这。", "remittance",
        wire("ZH61", "2250.00", ANY, None, *whole("70210329", "2250.00"), method="cash"),
    ),
    case(
        "e-question-arrived", "asks whether it came, with the sum", "163", "ZH62", "请查款", "2026-10-16T10:00:00",
        f"您好，我司10月14日电汇的37800元（发票{vat('95050030')}）是否到账？如已到账请开收据。", "remittance",
        wire("ZH62", "37800.00", "2026-10-14", None, *whole(vat("95050030"), "37800.00")),
    ),
    case(
        "e-net-of-red", "table: red one in brackets", "Outlook", "ZH62", "付款通知", "2026-11-03T10:00:00",
        html(
            outlook(
                outlook_paragraphs("贵司：\n以下款项已于2026年11月3日电汇："),
                outlook_table(
                    [
                        ["票据类型", "发票号码", "含税金额（元）"],
                        ["蓝字", vat("95050048"), "21,500.00"],
                        ["红字", vat("95050056"), "(1,500.00)"],
                        ["", "净付", "20,000.00"],
                    ]
                ),
                lang="ZH-CN",
            ),
            encoding="base64",
        ),
        "remittance",
        wire("ZH62", "20000.00", "2026-11-03", None, *whole(vat("95050048"), "21500.00", vat("95050056"), "-1500.00")) | {"currency": ANY},
    ),
    case(
        "e-if-then", "a condition: pays once the red invoice is there", "Foxmail", "ZH63", "回复：付款", "2026-10-28T10:00:00",
        "BH-26-0917的10240元，红字发票收到后当天付，请尽快开。", "other",
    ),
    case(
        "e-boss-says", "hearsay: the boss says it was paid", "QQ", "ZH63", "回复：催款", "2026-10-28T15:00:00",
        "我不管付款，听老板说好像付过了，我帮您问问出纳。", "other",
    ),
    case(
        "e-last-year", "compares with what was paid last year", "Foxmail", "ZH63", "年度返利申请", "2026-11-05T10:00:00",
        "贵司好，去年我司全年付款48万元，贵司返利4800元；今年1至10月已采购62万元，请按协议核算今年返利并开红字发票。", "other",
    ),
    case(
        "e-two-firms-one-mail", "prose: pays for two firms, one of them us", "Foxmail", "ZH64", "付款告知", "2026-10-23T10:00:00",
        f"各位供应商：今日网银付款如下：\n广州恒锐五金有限公司　18,000.00元\n{US}　46,200.00元（{vat('96060026')}）\n请各自查收。", "remittance",
        wire("ZH64", "46200.00", "2026-10-23", None, *whole(vat("96060026"), "46200.00")),
    ),
    case(
        "e-invoice-swapped", "corrects which invoice a payment was for", "Foxmail", "ZH64", "更正付款用途", "2026-11-04T10:00:00",
        f"您好，我司11月2日付的15,750.00元，附言误写成{vat('96060042')}，实为支付{vat('96060034')}，请按后者入账。", "remittance",
        wire("ZH64", "15750.00", "2026-11-02", None, *whole(vat("96060034"), "15750.00")) | {"method": ANY},
    ),
    case(
        "e-cny-and-wan", "prose: sums in ten thousands", "WeCom", "ZH65", "付款", "2026-10-29T10:00:00",
        f"{vat('97070012')}那张22万，今天电汇了15万，剩7万11月20号付。", "remittance",
        wire("ZH65", "150000.00", "2026-10-29", None, *whole(vat("97070012"), "150000.00")) | {"currency": None},
        promises=[promise(vat("97070012"), "2026-11-20", "70000.00")],
    ),
    case(
        "e-list-of-refs", "list: payment advice with a column of discounts", "CSV", "ZH66", "付款明细", "2026-10-26T10:00:00",
        "货款已转账，明细见附件。", "remittance",
        wire("ZH66", "12400.00", ANY, None, line("88034101", "5000.00", "200.00"), line("88034109", "7400.00", "60.00")) | {"currency": ANY},
        files=[csv("明细.csv", "发票号,票面金额,现金折扣,实付\n88034101,5200.00,200.00,5000.00\n88034109,7460.00,60.00,7400.00\n合计,12660.00,260.00,12400.00\n")],
    ),
    case(
        "e-proforma", "asks for a quotation, with last payments", "QQ", "ZH66", "询价", "2026-10-30T10:00:00",
        "老板，88034117那种联轴器上次3330元付的，这次要20套，什么价？能不能便宜点。", "other",
    ),
    case(
        "e-short-dispute", "dispute: wrong goods", "QQ", "ZH66", "发错货", "2026-10-27T10:00:00",
        "88034125发的型号不对，我们要的是B型，货款4980先不付，请换货。", "dispute", disputes=[dispute("88034125", "型号不对", ANY)],
    ),
    case(
        "e-hk-cheque-ready", "cheque ready, to be fetched", "Outlook", "ZH67", "支票", "2026-11-06T10:00:00",
        "貴公司發票CZ-H2610-72之貨款支票HK$5,150.00已備妥，請派員攜同公司印章前來領取。", "other",
    ),
    case(
        "e-hk-deposit", "cheque paid in at a machine", "phone", "ZH67", "入票", "2026-10-28T15:00:00",
        "你好，今日已將支票存入貴公司戶口，銀碼HK$32,000，支票號碼004417，找數CZ-H2609-71同CZ-H2609-78，入數紙稍後傳上。", "remittance",
        wire("ZH67", "32000.00", "2026-10-28", "004417", *unpriced("CZ-H2609-71", "CZ-H2609-78"), currency="HKD", method="check"),
    ),
    case(
        "e-tw-bank-fee", "table: two transfers, fees ours and theirs", "ERP", "ZH68", "匯款通知", "2026-10-26T10:00:00",
        table(
            "匯款通知如下：",
            [
                ["匯款日期", "發票號碼", "發票金額", "匯費", "匯款金額"],
                ["2026/10/26", "QK-30441019", "84,000", "30", "83,970"],
                ["2026/10/26", "QK-30441027", "36,750", "0", "36,750"],
                ["合計", "", "120,750", "30", "120,720"],
            ],
            "幣別：新台幣\n台茂機械股份有限公司",
        ),
        "remittance",
        wire(
            "ZH68", "120720.00", "2026-10-26", None,
            line("QK-30441019", "83970.00", "0.00", "30.00"), *whole("QK-30441027", "36750.00"), currency="TWD",
        ),
    ),
    case(
        "e-tw-next-month", "promise: next month's run", "Outlook", "ZH68", "RE: 貨款", "2026-11-10T10:00:00",
        "您好，QK-30441035的貨款21,000元已排入12月10日付款，謝謝。", "promise", promises=[promise("QK-30441035", "2026-12-10", ANY)],
    ),
    case(
        "e-staff-asks", "our own staff write to a customer", "Foxmail", "ZH63", "BH-26-1008货款", "2026-10-29T10:00:00",
        "王经理：您好，BH-26-1008的3500元麻烦今天安排一下，付好发我回单。", "other", customer=ANY, sender=ZHOU,
        to="bhyh@foxbox.example", cc="ar@chengze.example",
    ),
    case(
        "e-bank-out", "bank's message: our own money out", "bank", "ZH63", "账户动账通知", "2026-11-18T09:00:00",
        f"【太湖农商银行】贵公司尾号7716的账户于11月18日09:00支出人民币3,500.00元，余额300,204.55元。对方户名：{NAMES['ZH63']}，摘要：退款BH-26-1008。",
        ANY, customer=ANY, sender=BANK,
    ),
    case(
        "e-oa-done", "OA: the cashier has paid", "OA", "ZH63", "【付款完成通知】FK-20261021", "2026-10-21T16:00:00",
        table(
            "您的付款申请已完成付款：",
            [
                ["申请单号", "FK-20261021"], ["收款方", US], ["付款金额", "￥7,700.00"], ["付款时间", "2026-10-21 15:42"],
                ["付款银行流水", "BH2610210417"], ["事由", "货款BH-26-1019"],
            ],
        ),
        "remittance",
        wire("ZH63", "7700.00", "2026-10-21", "BH2610210417", *whole("BH-26-1019", "7700.00"), method=ANY),
    ),
    case(
        "e-sum-of-three-words", "html: numbers in a sentence, sum in words", "QQ", "ZH63", "付款", "2026-10-30T10:00:00",
        html(qq("今天转账壹万零壹佰元整，付BH-26-0901（6600）和BH-26-1008（3500）两张单。", "北海盐化 小孙"), encoding="base64"),
        "remittance",
        wire("ZH63", "10100.00", "2026-10-30", None, *whole("BH-26-0901", "6600.00", "BH-26-1008", "3500.00")) | {"method": ANY},
    ),
)  # fmt: skip
