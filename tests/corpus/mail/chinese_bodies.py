"""Chinese mails whose body says it all: QQ, 163 and Foxmail, drafts, promises."""

from tests.corpus.mail.clients import columns, netease, plain_table, qq
from tests.corpus.mail.truth import ANY, Case, line, pay, promise
from tests.corpus.mail.wire import Mail, alternative, html, text

RUICHUAN = ("苏镕", "81902277@foxbox.example")
HAIYU = ("海屿冷链财务 于珺", "yujun@haiyu-coldchain.example")
YUHUI = ("昱辉塑胶", "cw@yuhui-plastic.example")
SHUJIN = ("蜀锦仪器出纳", "chuna@shujin.example")
CHUTIAN = ("楚天阀门 资金部", "zijin@chutianvalve.example")
RUICHUAN_ROWS = [
    ["序号", "数电票号", "价税合计", "本次付", "备注"],
    ["1", "26322000000417730251", "45,000.00", "45,000.00", ""],
    ["2", "26322000000417731188", "60,256.70", "60,256.70", ""],
    ["3", "26322000000417735904", "38,200.00", "18,200.00", "余款待验收"],
]
SHUJIN_ROWS = [
    ["票号", "货名", "金额"],
    ["731846", "温度变送器", "12,600.00"],
    ["731852", "接线盒", "4,380.00"],
    ["731860", "退货（红字）", "-980.00"],
    ["", "共计", "16,000.00"],
]
DRAFT_ROWS = [
    ["票据种类", "电子银行承兑汇票"],
    ["票据号码", "530852100001120260428123456789"],
    ["票据金额", "150,000.00（人民币壹拾伍万元整）"],
    ["出票日 / 到期日", "2026-04-28 / 2026-10-28"],
    ["承兑人", "江汉农商银行股份有限公司"],
    ["背书转让日", "2026-05-07"],
]
OWN_LETTER = """武汉楚天阀门制造有限公司：

贵司下列发票已逾期：
26422000000155504210    28,600.00 元    到期 2026-04-30
26422000000155504318    17,450.00 元    到期 2026-05-05
请于三日内付款。

潮井仪器（苏州）有限公司"""

CASES = (
    Case(
        name="zh-qq-table-partial",
        layout="html-numbered-table",
        producer="QQ web mail",
        language="zh",
        mail=Mail(
            sender=RUICHUAN,
            subject="瑞川货款",
            date="2026-03-10T15:22:36+08:00",
            charset="gb18030",
            mailer="QQMail 2.x",
            part=html(
                qq(
                    "潮井仪器：\n今日网银转账人民币壹拾贰万叁仟肆佰伍拾陆元柒角整（￥123,456.70），系下列三张："
                )
                + plain_table(RUICHUAN_ROWS)
                + qq(
                    "回单号 0310-88412760，见款请回。",
                    "苏镕\n常州瑞川自动化设备有限公司\n手机 139 0000 4471  税号 91320400MA00000X1J",
                ),
                "gb18030",
                label="gb2312",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K601",
        payments=(
            pay(
                "123456.70",
                "CNY",
                line("26322000000417730251", "45000.00"),
                line("26322000000417731188", "60256.70"),
                line("26322000000417735904", "18200.00"),
                date="2026-03-10",
                method="wire",
                reference="0310-88412760",
            ),
        ),
    ),
    Case(
        name="zh-163-tail-digits",
        layout="prose-tail-digits",
        producer="163 web mail",
        language="zh",
        mail=Mail(
            sender=HAIYU,
            subject="回复：货款",
            date="2026-03-25T10:08:15+08:00",
            mailer="Coremail Webmail Server Version XT_Ux_snapshot",
            part=alternative(
                text(
                    "李经理：\n发票尾号 40017、40022、40035 共三张，合计 98,640.00 元，已于3月24日电汇，凭证号 KH20260324117。\n\n于珺\n",
                    "gbk",
                    label="GBK",
                    encoding="base64",
                ),
                html(
                    netease(
                        "李经理：\n发票尾号 40017、40022、40035 共三张，合计 98,640.00 元，已于3月24日电汇，凭证号 KH20260324117。\n\n于珺"
                    ),
                    "gbk",
                    label="GBK",
                    encoding="base64",
                ),
            ),
        ),
        kind="remittance",
        customer="K602",
        payments=(
            pay(
                "98640.00",
                "CNY",
                line("26372000000100540017", None),
                line("26372000000100540022", None),
                line("26372000000100540035", None),
                date="2026-03-24",
                method="wire",
                reference="KH20260324117",
            ),
        ),
    ),
    Case(
        name="zh-damage-deducted",
        layout="prose-deduction",
        producer="Foxmail",
        language="zh",
        mail=Mail(
            sender=YUHUI,
            subject="付款及破损扣款",
            date="2026-04-02T16:40:51+08:00",
            charset="gb18030",
            mailer="Foxmail 7.2.25.375[cn]",
            part=text(
                "财务同事：\n\n    发票26442000000300871205（86,400.00元）扣除到货破损1,400.00元，实付85,000.00元，已于今天上午银行转账，"
                "回单编号DG0402-7719。破损照片上周已发贵司业务。\n\n昱辉塑胶  敬上\n",
                "gb18030",
                encoding="quoted-printable",
            ),
        ),
        kind="remittance",
        customer="K606",
        payments=(
            pay(
                "85000.00",
                "CNY",
                line("26442000000300871205", "85000.00", "0.00", "1400.00", "到货破损"),
                date="2026-04-02",
                method="wire",
                reference="DG0402-7719",
            ),
        ),
    ),
    Case(
        name="zh-draft-key-value",
        layout="draft-key-value",
        producer="Foxmail",
        language="zh",
        mail=Mail(
            sender=CHUTIAN,
            subject="票据背书通知",
            date="2026-05-08T09:30:00+08:00",
            mailer="Foxmail 7.2.25.375[cn]",
            part=html(
                "<html><head><meta http-equiv='Content-Type' content='text/html; charset=utf-8'><style>body { line-height: 1.5; }"
                "</style></head><body><div>潮井仪器（苏州）有限公司：</div><div>我司以下列票据抵付货款：</div>"
                + plain_table(DRAFT_ROWS, 'border="1" cellspacing="0" bordercolor="#000000"')
                + "<div>其中发票 26422000000155504420 抵 90,000.00 元，发票 26422000000155504527 抵 60,000.00 元。</div>"
                "<div>请及时签收。</div><hr style='width: 210px; height: 1px;' color='#b5c4df' size='1' align='left'>"
                "<div>武汉楚天阀门制造有限公司 资金部 027-8500 0171</div></body></html>\n",
                encoding="base64",
            ),
        ),
        kind="remittance",
        customer="K604",
        payments=(
            pay(
                "150000.00",
                "CNY",
                line("26422000000155504420", "90000.00"),
                line("26422000000155504527", "60000.00"),
                date=ANY,
                due_date="2026-10-28",
                method="draft",
                reference="530852100001120260428123456789",
            ),
        ),
    ),
    Case(
        name="zh-two-promises",
        layout="prose-two-promises",
        producer="163 web mail",
        language="zh",
        mail=Mail(
            sender=YUHUI,
            subject="Re: 催款",
            date="2026-04-09T17:05:27+08:00",
            part=html(
                netease(
                    "谭小姐您好：\n26442000000300872019这张共96,000元，我们下周三先付50,000元，剩下的46,000元月底前付清，请放心。\n昱辉 财务"
                ),
                "gb18030",
                label="gb18030",
                encoding="base64",
            ),
        ),
        kind="promise",
        customer="K606",
        promises=(
            promise("26442000000300872019", "2026-04-15", "50000.00"),
            promise("26442000000300872019", "2026-04-30", "46000.00"),
        ),
    ),
    Case(
        name="zh-no-charset-columns",
        layout="text-wide-columns",
        producer="unknown, 8-bit without a charset",
        language="zh",
        mail=Mail(
            sender=("", "chuna@shujin.example"),
            subject="Zhi piao",
            date="2026-03-31T11:14:09+08:00",
            part=text(
                "您好，3月31日开出支票一张，支票号30906612，付以下货款（单位：元）：\n\n"
                + columns(SHUJIN_ROWS, [12, 18, -14])
                + "\n成都蜀锦仪器有限公司\n",
                "gbk",
                label="",
            ),
        ),
        kind="remittance",
        customer="K603",
        payments=(
            pay(
                "16000.00",
                "CNY",
                line("00731846", "12600.00"),
                line("00731852", "4380.00"),
                line("00731860", "-980.00"),
                date="2026-03-31",
                method="check",
                reference="30906612",
            ),
        ),
    ),
    Case(
        name="zh-foxmail-quote-only",
        layout="answer-over-quote",
        producer="Foxmail",
        language="zh",
        mail=Mail(
            sender=CHUTIAN,
            subject="回复: 逾期提醒",
            date="2026-05-12T14:20:48+08:00",
            mailer="Foxmail 7.2.25.375[cn]",
            part=html(
                "<html><body><div>收到，已转采购核实，有结果再回复您。</div><div><br></div><hr style='width: 210px;' align='left'>"
                "<div>资金部</div><blockquote style='margin-top: 0px; margin-left: 0.5em;'><div>&nbsp;</div><div style='border:none;"
                "border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm'><div><b>发件人：</b>&nbsp;<a href='mailto:receivables@"
                "tidewell.example'>Tidewell Receivables</a></div><div><b>发送时间：</b>&nbsp;2026-05-11&nbsp;09:00</div><div><b>收件人：</b>"
                "&nbsp;zijin</div><div><b>主题：</b>&nbsp;逾期提醒</div></div><div>"
                + OWN_LETTER.replace("\n", "<br>")
                + "</div></blockquote></body></html>\n",
                encoding="base64",
            ),
        ),
        kind="other",
        customer="K604",
    ),
)
