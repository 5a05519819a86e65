"""A ninth set, ten mails in prose, six of which pay nothing."""

from __future__ import annotations

from tests.corpus.chinese.paper import case, line, whole, wire
from tests.corpus.mail.truth import ANY

SIGNLESS = {"currency": ANY}

CASES = (
    case(
        "i-driver-took-cash", "prose: cash to the driver", "phone", "ZH96", "货款", "2026-11-11T17:00:00",
        "周姐，今天送货的师傅来，我把60880105的1,650元现金给他带回去了，他写了收条。", "remittance",
        wire("ZH96", "1650.00", ANY, None, *whole("60880105", "1650.00"), method="cash"),
    ),
    case(
        "i-boss-abroad", "approver abroad", "phone", "ZH96", "60880112", "2026-11-12T09:00:00",
        "60880112那笔12,800元网银我已经做了，老板在国外复核不了，要下周回来。", ANY,
    ),
    case(
        "i-goods-sent-back", "goods went back", "Foxmail", "ZH96", "退货", "2026-11-13T09:00:00",
        "60880120的货4,320元今天已通过顺丰寄回贵司，收到后请开红字发票。", ANY,
    ),
    case(
        "i-through-customs-agent", "paid to a forwarder for them", "Foxmail", "ZH97", "运费", "2026-11-13T11:00:00",
        "上周贵司那票货的滞港费3,700元是我们垫付给货代的，请从XB-2610-09货款里减掉。", "other",
    ),
    case(
        "i-less-freight", "prose: freight advanced taken off", "Foxmail", "ZH97", "付款", "2026-11-17T11:00:00",
        "XB-2610-09货款21,000元，减去我司垫付的滞港费3,700元，今天实付17,300元，请入账。", "remittance",
        wire("ZH97", "17300.00", "2026-11-17", None, line("XB-2610-09", "17300.00", ANY, ANY, ANY)),
    ),
    case(
        "i-wrong-purpose", "prose: the purpose was mistyped", "QQ", "ZH97", "附言更正", "2026-11-18T10:00:00",
        "昨天付的8,900元附言写错了，写成XB-2610-61，实际是付XB-2610-16的，请帮忙调整。", "remittance",
        wire("ZH97", "8900.00", "2026-11-17", None, *whole("XB-2610-16", "8900.00")),
    ),
    case(
        "i-quote-accepted", "order with a deposit to come", "Foxmail", "ZH97", "订单确认", "2026-11-16T10:00:00",
        "报价68,000元我司同意，合同盖章后付30%定金20,400元，请安排备料。", "other",
    ),
    case(
        "i-finance-changed", "new clerk asks", "phone", "ZH98", "对账", "2026-11-10T10:00:00",
        "您好，我是新来的会计，系统里显示55210307的6,480元前任付过了，但银行流水里没找到，麻烦您那边查一下收到没有。", ANY,
    ),
    case(
        "i-evening", "prose: paid by phone in the evening", "phone", "ZH98", "付款", "2026-11-18T21:30:00",
        "周老师晚上好，55210315的2,930元刚用手机银行转好了，明早应该能到账。", "remittance",
        wire("ZH98", "2930.00", "2026-11-18", None, *whole("55210315", "2930.00")),
    ),
    case(
        "i-closed-account", "a transfer to an account that was closed", "phone", "ZH98", "账户", "2026-11-19T08:30:00",
        "55210323的5,150元昨天转到贵司老账户，银行提示账户已销户，钱原路退了，新账号发一下。", "other",
    ),
)  # fmt: skip
