"""Chinese customers who pay by wallet: notes from the phone, an export that holds more than our payment."""

from tests.corpus.mail.clients import qq
from tests.corpus.mail.truth import Case, line, pay
from tests.corpus.mail.wire import Mail, attached, html, mixed, text

PEARL = ("明珠五金", "mzwj0577@foxbox.example")

ALIPAY = """------------------------------------------------------------------------------------
导出信息：
姓名：黄明珠
支付宝账户：mzwj0577@foxbox.example
起始时间：[2026-04-15 00:00:00]    终止时间：[2026-04-20 23:59:59]
导出交易类型：[全部]
共3笔记录
收入：0笔 0.00元
支出：3笔 2318.50元
------------------------支付宝支付科技有限公司  电子客户回单------------------------
交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,
2026-04-16 12:10:44,餐饮美食,阿婆面馆,apo***@foxbox.example,扫码付款,支出,38.50,余额宝,交易成功,2026041622001499990500100871\t,\t,,
2026-04-18 09:32:10,转账红包,潮井仪器(苏州)有限公司,tid***@tidewell.example,转账,支出,2150.00,余额宝,交易成功,20260418200040011100990011223344\t,\t,XS2604-045,
2026-04-19 18:20:05,交通出行,鹿城加油站,ly***@foxbox.example,加油,支出,130.00,花呗,交易成功,2026041922001499990500111932\t,\t,,
"""


CASES = (
    Case(
        name="zh-wechat-transfer-note",
        layout="wallet-note",
        producer="QQ mail for iPhone",
        language="zh",
        mail=Mail(
            sender=PEARL,
            subject="微信转账",
            date="2026-03-14T20:11:02+08:00",
            part=text(
                "微信转了货款3680元，单号XS2603-118，麻烦查收\n\n转账单号\n1000050001202603140011223344556\n转账时间\n"
                "2026年3月14日 20:05:31\n\n发自我的iPhone\n",
                "utf-8",
                label="utf-8",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K605",
        payments=(
            pay(
                "3680.00",
                "CNY",
                line("XS2603-118", "3680.00"),
                date="2026-03-14",
                method="wallet",
                reference="1000050001202603140011223344556",
            ),
        ),
    ),
    Case(
        name="zh-alipay-export-of-customer",
        layout="alipay-export",
        producer="Alipay CSV; QQ web mail",
        language="zh",
        mail=Mail(
            sender=PEARL,
            subject="支付宝账单",
            date="2026-04-20T21:02:14+08:00",
            part=mixed(
                html(
                    qq("账单发您，给贵司的是4月18日那笔2150元，XS2604-045的货款，其他的不相干。"),
                    encoding="base64",
                ),
                attached(
                    "alipay_record_20260420.csv",
                    "application/octet-stream",
                    ALIPAY.replace("\n", "\r\n").encode("gb18030"),
                ),
            ),
        ),
        kind="remittance",
        customer="K605",
        payments=(
            pay(
                "2150.00",
                "CNY",
                line("XS2604-045", "2150.00"),
                date="2026-04-18",
                method="wallet",
                reference="20260418200040011100990011223344",
            ),
        ),
    ),
    Case(
        name="zh-alipay-transfer-note",
        layout="wallet-note",
        producer="QQ mail for Android",
        language="zh",
        mail=Mail(
            sender=PEARL,
            subject="（无主题）",
            date="2026-05-13T08:45:12+08:00",
            part=html(
                qq(
                    "支付宝给你们转过去了\n转账金额：￥880.00\n付款时间：2026-05-13 08:41:20\n订单号：20260513200040011100990055667788\n"
                    "转账备注：XS2605-019"
                )
                + "<div>发自我的安卓手机</div>",
                "gb18030",
                label="gb18030",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K605",
        payments=(
            pay(
                "880.00",
                "CNY",
                line("XS2605-019", "880.00"),
                date="2026-05-13",
                method="wallet",
                reference="20260513200040011100990055667788",
            ),
        ),
    ),
)
