"""A seventh set: chats, half sentences and receipts pasted as text; a third of it pays nothing."""

from __future__ import annotations

from typing import Any

from tests.corpus.chinese.fourth_papers import vat
from tests.corpus.chinese.ledger import NAMES, OUR_ACCOUNT, OUR_BANK, US
from tests.corpus.chinese.paper import case, html_lines, line, unpriced, whole, wire, wrapped
from tests.corpus.mail.clients import netease, plain_table, qq
from tests.corpus.mail.truth import ANY, dispute, promise
from tests.corpus.mail.wire import html

STAFF = ("林月", "lin.yue@chengze.example")
STAFF_TOO = ("周可", "zhou.ke@chengze.example")
SIGNLESS = {"currency": ANY}


def table(words: str, rows: list[list[str]], after: str = "") -> Any:
    return wrapped(words, plain_table(rows) + html_lines(after))


CASES = (
    case(
        "g-chat-sent", "chat style: money is over", "phone", "ZH82", "货款", "2026-11-05T20:41:00",
        "姐，钱打过去了哈，8600，40338801那张的，你看下到没到", "remittance",
        wire("ZH82", "8600.00", ANY, None, *whole("40338801", "8600.00")) | SIGNLESS,
    ),
    case(
        "g-chat-seventy-first", "chat style: a part on a day", "phone", "ZH81", "回复：催款", "2026-11-09T09:20:00",
        f"林姐，{vat('11110012')}那笔老板说先付7万，11月20号付，剩下的年前想办法", "promise",
        promises=[promise(vat("11110012"), "2026-11-20", "70000.00")],
    ),
    case(
        "g-chat-not-approved", "chat style: planned, money not approved", "phone", "ZH82", "货款", "2026-11-06T18:00:00",
        "彭会计说40338808已经排上了，12000，但是这周资金没批下来，暂时付不了哈，不好意思", "other",
    ),
    case(
        "g-receipt-pasted", "receipt: pasted as text", "bank app", "ZH83", "电子回单", "2026-11-10T16:30:00",
        f"""付款凭证如下，请查收。

网上银行电子回单
交易日期 2026-11-10    交易流水号 ZF20261110000417
付款人户名 {NAMES["ZH83"]}
付款人账号 3706 0200 1188 41
收款人户名 {US}
收款人账号 {OUR_ACCOUNT}
收款人开户行 {OUR_BANK}
币种 人民币
金额（小写） ￥26,400.00
金额（大写） 贰万陆仟肆佰元整
摘要 货款ZF-26-0904
""",
        "remittance",
        wire("ZH83", "26400.00", "2026-11-10", "ZF20261110000417", *whole("ZF-26-0904", "26400.00")),
    ),
    case(
        "g-receipt-to-check", "receipt: taken in, to be checked", "bank app", "ZH83", "付款", "2026-11-11T16:30:00",
        f"""转账提交结果

付款账户 {NAMES["ZH83"]}
收款户名 {US}
转账金额 9,750.00元
附言 ZF-26-0911
提交状态 提交成功，待复核
""",
        "other",
    ),
    case(
        "g-receipt-other-payee", "receipt: to a firm of a like name", "bank app", "ZH83", "回单", "2026-11-12T11:00:00",
        f"""电子回单
付款人：{NAMES["ZH83"]}
收款人：无锡澄泽机电贸易有限公司
金额：CNY 13,200.00
大写：壹万叁仟贰佰元整
用途：货款
""",
        "other",
    ),
    case(
        "g-balance-agrees", "balance agreed", "Foxmail", "ZH85", "回复: 10月对账单", "2026-11-09T10:00:00",
        f"""周老师：
对账单已收到，截至10月31日余额154,300.00元，与我司账面一致，盖章件今天寄出。

玄武智控 财务部

发件人： 周可
发送时间： 2026-11-06 09:30
收件人： ap
主题： 10月对账单
各位好，{vat("22220015")} 98,000.00元、{vat("22220023")} 56,300.00元，合计154,300.00元，请核对。
""",
        "statement_confirmation",
    ),
    case(
        "g-balance-differs", "balance denied, with lines", "163", "ZH85", "对账差异", "2026-11-10T10:00:00",
        html(
            netease(f"您好，10月对账单有差异：\n{vat('22220023')} 贵司56,300.00 我司55,300.00\n{vat('22220031')} 我司未收到发票\n请核实。"),
            encoding="base64",
        ),
        "statement_confirmation",
    ),
    case(
        "g-two-drafts", "prose: two drafts endorsed", "QQ", "ZH81", "承兑", "2026-11-12T15:00:00",
        f"""林姐，今天给你们背书了两张银承，付{vat("11110020")}：
一张10万，票号尾号3321，2027年3月15日到期
一张4.2万，票号尾号0098，2027年4月2日到期
麻烦尽快签收""",
        "remittance",
        wire("ZH81", "100000.00", ANY, ANY, method="draft", due_date="2027-03-15") | {"lines": ANY},
        wire("ZH81", "42000.00", ANY, ANY, method="draft", due_date="2027-04-02") | {"lines": ANY},
    ),
    case(
        "g-draft-offered", "asks whether a draft is taken", "QQ", "ZH81", "商票", "2026-11-13T09:00:00",
        "林姐，我们手里有一张30万的商票，2027年5月到期，你们收不收？收的话下周给你们背书过去。", "other",
    ),
    case(
        "g-repair-set-off", "prose: repairs set off", "Foxmail", "ZH82", "付款说明", "2026-11-11T14:00:00",
        "贵司应承担的返修费3,200元从40338808货款12,000元中抵扣，实付8,800元，今日已网银转出。", "remittance",
        wire("ZH82", "8800.00", "2026-11-11", None, line("40338808", "8800.00", ANY, "3200.00", ANY)),
    ),
    case(
        "g-retention-kept", "prose: five per cent kept", "Foxmail", "ZH81", "付款通知", "2026-11-16T14:00:00",
        f"贵司发票{vat('11110038')}金额86,000元，按合同扣留5%质保金4,300元，本次支付81,700元，已于今日电汇，请查收。", "remittance",
        wire("ZH81", "81700.00", "2026-11-16", None, line(vat("11110038"), "81700.00", ANY, ANY, ANY)),
    ),
    case(
        "g-retention-not-due", "retention: not due yet", "Foxmail", "ZH81", "回复：质保金", "2026-11-17T10:00:00",
        "您好，4,300元质保金按合同要验收满一年才付，到期日是2027年10月15日，目前不具备支付条件。", ANY,
    ),
    case(
        "g-first-of-three", "prose: the first of three parts", "Outlook", "ZH85", "分期付款", "2026-11-17T10:00:00",
        f"周经理，{vat('22220049')}共90,000元，按商定分三期支付，今天已付第一期30,000元，第二期12月20日付30,000元。", "remittance",
        wire("ZH85", "30000.00", "2026-11-17", None, *whole(vat("22220049"), "30000.00")),
        promises=[promise(vat("22220049"), "2026-12-20", ANY)],
    ),
    case(
        "g-paid-through-another", "prose: another firm pays for them", "Foxmail", "ZH83", "代付通知", "2026-11-13T10:00:00",
        "我司委托烟台海阳贸易有限公司代付ZF-26-0918货款31,500元，今日已从其账户汇出，请记入我司名下。", "remittance",
        wire("ZH83", "31500.00", "2026-11-13", None, *whole("ZF-26-0918", "31500.00")),
    ),
    case(
        "g-pay-for-us-please", "asks us to pay for them", "Foxmail", "ZH83", "代付运费", "2026-11-16T10:00:00",
        "林经理，这趟的运费1,850元麻烦贵司先代我司付给顺达物流，下次从货款里扣还给你们。", "other",
    ),
    case(
        "g-refund-asked", "asks for a refund", "QQ", "ZH88", "退款申请", "2026-11-10T11:00:00",
        html(qq("你好，8月份我们重复付了一笔5,000元，请贵司财务核实后退回原账户，谢谢"), encoding="base64"), "other",
    ),
    case(
        "g-red-invoice", "goods returned, credit invoice asked for", "Foxmail", "ZH83", "退货", "2026-11-12T14:00:00",
        "ZF-26-0925这批货13,200元因轴承型号错误已全部退回，请尽快开具红字发票，该笔货款我司不再支付。", "dispute",
        disputes=[dispute("ZF-26-0925", "型号错误", ANY)],
    ),
    case(
        "g-qq-asks-boss", "nothing new above a quote", "QQ", "ZH88", "回复：催款函", "2026-11-11T09:15:00",
        """收到，我问下领导。

------------------ 原始邮件 ------------------
发件人: "澄泽传动应收"<ar@chengze.example>;
发送时间: 2026年11月11日(星期三) 上午8:30
收件人: "禾城包装"<hcbz@hecheng-pack.example>;
主题: 催款函

贵司HC-26-101货款18,600.00元、HC-26-108货款7,420.00元已逾期，请于11月20日前支付26,020.00元。如已付款请忽略。
""",
        "other",
    ),
    case(
        "g-foxmail-paid-above", "paid, above a quote", "Foxmail", "ZH88", "Re: 催款", "2026-11-12T10:02:00",
        """付了，昨天下午网银转的18,600元

禾城包装 财务 小沈

发件人： 澄泽传动应收
发送时间： 2026-11-12 09:00
收件人： hcbz
主题： 催款
贵司HC-26-101货款18,600.00元已逾期12天，HC-26-108货款7,420.00元即将到期，共26,020.00元，请安排。
""",
        "remittance",
        wire("ZH88", "18600.00", "2026-11-11", None) | {"lines": ANY},
    ),
    case(
        "g-paid-before-and-now", "table: paid before, this time, left", "ERP", "ZH85", "付款明细", "2026-11-18T17:00:00",
        table(
            "您好，本次付款明细如下，款项今日已汇出：",
            [
                ["发票号码", "价税合计", "前期已付", "本次付款", "未付余额"],
                [vat("22220015"), "98,000.00", "40,000.00", "58,000.00", "0.00"],
                [vat("22220023"), "56,300.00", "0.00", "20,000.00", "36,300.00"],
                ["合计", "154,300.00", "40,000.00", "78,000.00", "36,300.00"],
            ],
        ),
        "remittance",
        wire("ZH85", "78000.00", "2026-11-18", None, *whole(vat("22220015"), "58000.00", vat("22220023"), "20000.00")) | SIGNLESS,
    ),
    case(
        "g-payment-in-approval", "table: a request in approval", "OA", "ZH85", "付款单状态提醒", "2026-11-13T08:00:00",
        table(
            "以下单据状态已更新：",
            [
                ["付款单号", "收款单位", "申请金额", "关联发票", "当前节点"],
                ["FK-202611-0077", US, "12,480.00", vat("22220031"), "财务总监审批中"],
            ],
            "本邮件由系统自动发出，请勿回复。",
        ),
        "other",
    ),
    case(
        "g-staff-forwards", "staff forward with a note", "QQ", "ZH82", "Fw: 付款", "2026-11-13T13:30:00",
        """请入账，水单后补。林月

------------------ 原始邮件 ------------------
发件人: "韶峰彭会计"<shaofeng@foxbox.example>;
发送时间: 2026年11月13日(星期五) 中午1:05
收件人: "林月"<lin.yue@chengze.example>;
主题: 付款

林姐，40338815的18600今天转了，农行的，请查一下。
""",
        "remittance",
        wire("ZH82", "18600.00", "2026-11-13", None, *whole("40338815", "18600.00")) | SIGNLESS,
        sender=STAFF,
    ),
    case(
        "g-chat-log", "staff pastes a chat", "WeChat", "ZH82", "韶峰水泥机械付款", "2026-11-17T10:40:00",
        """韶峰水泥机械彭会计微信里说的，请核对入账：

我 10:21
40338829那笔4980付了没？
彭会计 10:22
付了，今天早上转的4980元
""",
        "remittance",
        wire("ZH82", "4980.00", "2026-11-17", None, *whole("40338829", "4980.00")) | SIGNLESS,
        sender=STAFF_TOO,
    ),
    case(
        "g-hk-fps", "prose: FPS for two, Hong Kong", "phone", "ZH86", "入數", "2026-11-10T12:20:00",
        "林小姐，啱啱用轉數快過咗HK$23,400畀你哋，找CZ-H2609-95同CZ-H2610-91兩張單，唔該查收。", "remittance",
        wire("ZH86", "23400.00", "2026-11-10", None, *unpriced("CZ-H2609-95", "CZ-H2610-91"), currency="HKD", method=ANY),
    ),
    case(
        "g-hk-cheque-back", "cheque sent back, Hong Kong", "phone", "ZH86", "支票", "2026-11-12T12:20:00",
        "唔好意思，CZ-H2610-99嗰張$3,150支票因為簽名唔啱俾銀行退咗，等老闆返嚟先處理到。", "other",
    ),
    case(
        "g-tw-fee-off", "prose: the bank's fee off, Taiwan", "Outlook", "ZH87", "匯款通知", "2026-11-05T15:00:00",
        "您好：QK-30461011貨款84,000元，扣除匯費30元，實匯83,970元，已於今日匯出，請查收。旭昇傳動 會計課", "remittance",
        wire("ZH87", "83970.00", "2026-11-05", None, line("QK-30461011", "83970.00", ANY, "30.00", ANY), currency="TWD"),
    ),
    case(
        "g-tw-note-to-be-drawn", "a note not drawn yet, Taiwan", "Outlook", "ZH87", "RE: 請款", "2026-11-16T15:00:00",
        "您好：QK-30461029貨款36,750元，本公司擬開立12/31到期之支票支付，俟主管核准後再行通知。", "other",
    ),
    case(
        "g-came-back", "sent back for a digit", "phone", "ZH82", "退回来了", "2026-11-18T09:10:00",
        "林姐，刚查了，昨天付的40338822那笔3150元，因为账号少一位退回来了，账号麻烦再发我一遍", "other",
    ),
    case(
        "g-twelve-and-a-half", "prose: the sum in everyday numerals", "phone", "ZH82", "货款", "2026-11-18T19:00:00",
        "林姐晚上好，今天给你们公账转了一万二千五百块，是40338836的，收到说一声", "remittance",
        wire("ZH82", "12500.00", "2026-11-18", None, *whole("40338836", "12500.00")),
    ),
    case(
        "g-rounded-off", "prose: the odd sum left off, WeChat", "phone", "ZH82", "尾款", "2026-11-16T19:00:00",
        "40338843应付6003.5元，零头抹了，微信转了6000元给你们，截图发林姐微信了", "remittance",
        wire("ZH82", "6000.00", ANY, None, line("40338843", "6000.00", ANY, ANY, ANY), method="wallet"),
    ),
    case(
        "g-how-to-invoice", "how to make out the invoice", "Foxmail", "ZH88", "开票资料", "2026-11-16T09:00:00",
        f"""您好，HC-26-115的发票请按以下资料开具，金额9,300.00元，收到发票后30天付款。

名称：{NAMES["ZH88"]}
税号：91330402MA2B88771X
地址电话：嘉兴市南湖区禾兴路881号 0573-8255 0108
开户行及账号：嘉禾银行南湖支行 3304 0100 1861 00
""",
        "other",
    ),
)  # fmt: skip
