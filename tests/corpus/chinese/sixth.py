"""A sixth set, once the fifth had been mended: lists that hold more than a payment, and letters that turn on a word."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.fourth_papers import vat
from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, US
from tests.corpus.chinese.paper import case, html_lines, line, unpriced, whole, wire, wrapped
from tests.corpus.mail.clients import outlook, outlook_paragraphs, outlook_table, plain_table
from tests.corpus.mail.sheets import XLSX, xlsx_openpyxl, xlsx_writer
from tests.corpus.mail.truth import ANY, dispute, promise
from tests.corpus.mail.wire import attached, html


def table(words: str, rows: list[list[str]], after: str = "") -> Any:
    return wrapped(words, plain_table(rows) + html_lines(after))


def filled(*sheets: tuple[str, list[list[Any]]]) -> bytes:
    def fill(book: Any) -> None:
        for name, rows in sheets:
            tab = book.add_worksheet(name)
            for n, row in enumerate(rows):
                tab.write_row(n, 0, row)

    return xlsx_writer(fill)


def ageing(book: Any) -> None:
    tab = book.active
    tab.append(["应付账款账龄分析表", None, None, None, None])
    tab.append(["供应商：" + US, None, None, "截止：2026-10-31", None])
    tab.append(["发票号码", "应付金额", "30天以内", "31-60天", "61-90天"])
    tab.append([vat("99090018"), 88000.0, None, None, 88000.0])
    tab.append([vat("99090026"), 41500.0, None, 41500.0, None])
    tab.append(["合计", 129500.0, 0, 41500.0, 88000.0])


SLIP = f"""网上银行业务回单
交易日期：2026-10-22
付款人：{NAMES["ZH72"]}
付款账号：1306 0041 7700
收款人：{US}
收款账号：{OUR_ACCOUNT}
金额：CNY 9,100.00
大写：玖仟壹佰元整
用途：61120101
流水号：BD20261022A0417
"""

CASES = (
    case(
        "f-slip-text", "receipt: as a text file", "bank export", "ZH72", "回单", "2026-10-22T17:00:00", "已付，回单见附件txt", "remittance",
        wire("ZH72", "9100.00", "2026-10-22", "BD20261022A0417", *whole("61120101", "9100.00")) | {"method": ANY},
        files=[attached("回单.txt", "text/plain", SLIP.encode("gb18030"))],
    ),
    case(
        "f-now-and-next", "workbook: this month's payments, next month's plan", "XlsxWriter", "ZH73", "付款表", "2026-10-30T17:00:00",
        "本月货款今天已网银支付，附上本月付款和下月计划。", "remittance",
        wire("ZH73", "27000.00", "2026-10-30", None, *whole(vat("99090034"), "27000.00")) | {"currency": ANY},
        files=[
            attached(
                "付款.xlsx", XLSX,
                filled(
                    ("10月付款", [["供应商", "发票号码", "付款金额"], [US, vat("99090034"), 27000.0], ["合计", None, 27000.0]]),
                    ("11月计划", [["供应商", "发票号码", "计划付款金额"], [US, vat("99090042"), 19300.0], ["合计", None, 19300.0]]),
                ),
            )
        ],
    ),
    case(
        "f-ageing", "workbook: what is owed by age, nothing paid", "openpyxl", "ZH73", "应付账龄", "2026-11-03T10:00:00",
        "林经理，附件是我们账上应付贵司的账龄，请核对。", ANY, files=[attached("账龄.xlsx", XLSX, xlsx_openpyxl(ageing))],
    ),
    case(
        "f-not-that-one", "prose: which invoice it was for", "QQ", "ZH71", "付款说明", "2026-10-16T10:00:00",
        f"前天电汇的36400元是付{vat('98080028')}的，不是付{vat('98080010')}的，麻烦入账时注意。", "remittance",
        wire("ZH71", "36400.00", "2026-10-14", None, *whole(vat("98080028"), "36400.00")),
    ),
    case(
        "f-draft-and-wire", "prose: a draft and a transfer for one", "Foxmail", "ZH71", "付款", "2026-10-28T10:00:00",
        f"贵司好，{vat('98080010')}货款145000元，其中10万元以银行承兑汇票支付（票号531022100004420260901009988，到期2027-03-01），4.5万元今日电汇，请查收。",
        "remittance",
        wire("ZH71", "100000.00", ANY, ANY, method="draft", due_date="2027-03-01") | {"lines": ANY},
        wire("ZH71", "45000.00", ANY, ANY) | {"lines": ANY},
    ),
    case(
        "f-numerals", "prose: the sum in everyday numerals", "phone", "ZH71", "货款", "2026-11-04T10:00:00",
        f"林姐，昨天给你们转了七千三百块，{vat('98080052')}那张。", "remittance",
        wire("ZH71", "7300.00", "2026-11-03", None, *whole(vat("98080052"), "7300.00")),
    ),
    case(
        "f-service-fee", "prose: a service fee off", "Foxmail", "ZH71", "付款通知", "2026-10-29T10:00:00",
        f"{vat('98080036')}金额58,000.00元，扣除平台服务费3%计1,740.00元，实付56,260.00元，今日已电汇。", "remittance",
        wire("ZH71", "56260.00", "2026-10-29", None, line(vat("98080036"), "56260.00", ANY, ANY)),
    ),
    case(
        "f-overpaid-before", "prose: less what was overpaid last month", "Foxmail", "ZH71", "付款", "2026-11-09T10:00:00",
        f"本次付{vat('98080044')}，票面12,600.00元，扣减上月多付的1,200.00元，实付11,400.00元，已转账。", "remittance",
        wire("ZH71", "11400.00", ANY, None, line(vat("98080044"), "11400.00", ANY, ANY)),
    ),
    case(
        "f-refund-came", "thanks for a refund of ours", "163", "ZH72", "退款收到", "2026-11-05T10:00:00",
        "贵司退回的多付货款2,250.00元已到账，谢谢，收据寄出。", "other",
    ),
    case(
        "f-bounced-table", "bank's notice of a transfer sent back, forwarded", "bank", "ZH72", "转发：退汇通知", "2026-10-27T10:00:00",
        table("你们看下，昨天这笔被退了：", [["业务", "退汇通知"], ["收款人", US], ["金额", "4,700.00"], ["退汇原因", "账号户名不符"], ["附言", "61120108"]]),
        "other",
    ),
    case(
        "f-lawyer", "other: an account frozen by a court", "Foxmail", "ZH72", "情况说明", "2026-11-06T10:00:00",
        "因我厂账户被法院冻结，应付贵司61120115的6250元暂时无法支付，解冻后第一时间安排，敬请谅解。", "other",
    ),
    case(
        "f-damaged-off", "prose: two invoices, a part withheld for quality", "QQ", "ZH72", "付款", "2026-11-02T10:00:00",
        "61120122和61120129两张共5780元，61120129有两件返修扣200元，实付5580元，刚才网银付了。", "remittance",
        wire("ZH72", "5580.00", "2026-11-02", None) | {"lines": ANY},
    ),
    case(
        "f-states", "portal: rows paid, under way and open", "portal", "ZH74", "付款状态通知", "2026-10-23T09:00:00",
        table(
            "尊敬的供应商，您的单据付款状态更新如下：",
            [
                ["单据号", "金额（元）", "付款状态", "付款日期"],
                ["HT-S-2609-05", "18,600.00", "已付款", "2026-10-22"],
                ["HT-S-2609-19", "23,450.00", "付款中", ""],
                ["HT-S-2610-06", "7,150.00", "未付款", ""],
            ],
        ),
        "remittance",
        wire("ZH74", "18600.00", "2026-10-22", None, *whole("HT-S-2609-05", "18600.00"), method=ANY) | {"currency": ANY},
    ),
    case(
        "f-funds-plan", "a week's plan of funds, sent by mistake", "Outlook", "ZH74", "本周资金计划", "2026-11-09T09:00:00",
        html(
            outlook(
                outlook_paragraphs("李总：\n本周资金支出计划如下，请批示。"),
                outlook_table(
                    [
                        ["序号", "收款单位", "事由", "申请金额", "备注"],
                        ["1", "东莞电力", "电费", "21,300.00", ""],
                        ["2", US, "货款HT-S-2609-19", "23,450.00", "到期"],
                        ["", "合计", "", "44,750.00", ""],
                    ]
                ),
                lang="ZH-CN",
            ),
            encoding="base64",
        ),
        "other",
    ),
    case(
        "f-corrected", "corrects an advice sent before", "Foxmail", "ZH74", "更正：付款通知", "2026-10-28T10:00:00",
        "您好，上午发的付款通知金额有误（写成了19,100.00元），实际支付HT-S-2610-20货款11,900.00元，已于今日电汇，以此为准。", "remittance",
        wire("ZH74", "11900.00", "2026-10-28", None, *whole("HT-S-2610-20", "11900.00")),
    ),
    case(
        "f-unified-day", "promise: all on one day", "ERP", "ZH74", "付款排期通知", "2026-11-10T10:00:00",
        "贵司HT-S-2610-06货款7,150.00元已列入11月25日付款排期，届时统一支付，请勿催款。", "promise",
        promises=[promise("HT-S-2610-06", "2026-11-25", ANY)],
    ),
    case(
        "f-hk-contra", "table: less contra, Hong Kong", "Outlook", "ZH75", "付款通知 Payment Advice", "2026-10-30T10:00:00",
        table(
            "貴公司以下款項已於30/10/2026以支票支付：",
            [
                ["Invoice 發票", "Amount 金額 HK$"],
                ["CZ-H2609-81", "16,800.00"],
                ["CZ-H2609-88", "7,350.00"],
                ["Less: Contra 對銷貨款", "(1,150.00)"],
                ["Net paid 實付", "23,000.00"],
            ],
            "Cheque No. 支票號碼：200417",
        ),
        "remittance",
        wire("ZH75", "23000.00", "2026-10-30", "200417", currency="HKD", method="check") | {"lines": ANY},
    ),
    case(
        "f-hk-wait-director", "cheque waits for a signature", "phone", "ZH75", "CZ-H2610-82", "2026-11-05T10:00:00",
        "你好，CZ-H2610-82張票已經寫好，等緊老闆簽名，簽好再通知你攞。", "other",
    ),
    case(
        "f-tw-note", "note with a day on which it can be cashed, Taiwan", "Outlook", "ZH76", "開立票據通知", "2026-10-30T10:00:00",
        table(
            "本公司已開立票據支付貴公司貨款，明細如下：",
            [
                ["票據號碼", "AC0041788"], ["票面金額", "NT$92,400"], ["兌現日", "2026/12/25"],
                ["沖銷發票", "QK-30451016、QK-30451024"], ["寄送方式", "掛號"],
            ],
        ),
        "remittance",
        wire("ZH76", "92400.00", ANY, "AC0041788", *unpriced("QK-30451016", "QK-30451024"), currency="TWD", method=ANY, due_date=ANY),
    ),
    case(
        "f-tw-tax-dispute", "dispute: tax on the invoice, Taiwan", "Outlook", "ZH76", "發票問題", "2026-10-22T10:00:00",
        "您好，發票QK-30451032稅額計算有誤，請作廢重開後再行請款。", "dispute", disputes=[dispute("QK-30451032", "稅額計算有誤", None)],
    ),
    case(
        "f-two-days", "prose: one came yesterday, one goes today", "WeCom", "ZH73", "货款", "2026-10-20T10:00:00",
        f"昨天付了{vat('99090018')}的88000元，今天再付{vat('99090026')}的41500元，都是网银，请查。", "remittance",
        wire("ZH73", "88000.00", "2026-10-19", None, *whole(vat("99090018"), "88000.00")),
        wire("ZH73", "41500.00", "2026-10-20", None, *whole(vat("99090026"), "41500.00")),
    ),
)  # fmt: skip
