"""English mails with a table in the body: Outlook, an accounts-payable system, columns of spaces."""

from tests.corpus.mail.clients import columns, outlook, outlook_paragraphs, outlook_table
from tests.corpus.mail.truth import ANY, Case, line, pay
from tests.corpus.mail.wire import Mail, alternative, html, text

LARKFIELD = ("Priya Nair", "priya.nair@larkfield.example")
OUTLOOK_ROWS = [
    ["Our voucher", "Your document", "Doc date", "Gross", "Settlement disc.", "Net paid"],
    ["P88120", "A4402/26", "12/01/2026", "1,980.00", "49.50", "1,930.50"],
    ["P88134", "A4419/26", "19/01/2026", "742.80", "0.00", "742.80"],
    ["P88139", "A4433/26", "26/01/2026", "3,115.25", "77.88", "3,037.37"],
    ["P88151", "C0087/26", "30/01/2026", "(210.00)", "0.00", "(210.00)"],
    ["Total", "", "", "5,628.05", "127.38", "5,500.67"],
]
OUTLOOK_TEXT = """Dear all,

Our BACS run of 5 March 2026 (run LCE-0305-17) includes GBP 5,500.67 for Tidewell, made up as below.

"""
OUTLOOK_SIGN = """
Kind regards
Priya Nair | Purchase Ledger
Larkfield Catering Equipment Ltd | T 01604 960 417 | VAT GB 999 4471 26
Registered in England 0990441. This e-mail is confidential; if it reached you in error please delete it.
"""
AP_SYSTEM = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Payment notification</title>
<style>.btn a{color:#ffffff} @media only screen and (max-width:600px){.w{width:100%!important}}</style></head>
<body style="margin:0;background:#f2f4f7">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">Sunmount Clinics LLC has released a payment \
to you. Log in for 12 months of history.&zwnj;&nbsp;&zwnj;&nbsp;</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" class="w" width="600" cellpadding="0" cellspacing="0" style="background:#ffffff">
<tr><td style="padding:24px"><img src="https://pay.sunmount.example/logo.png" width="140" alt="Sunmount Clinics"></td></tr>
<tr><td style="padding:0 24px"><h2 style="font:600 20px Arial">A payment is on its way</h2>
<table role="presentation" width="100%"><tr>
<td width="50%" valign="top"><table role="presentation">
<tr><td style="color:#667085">Paying entity</td></tr><tr><td><b>Sunmount Clinics LLC</b></td></tr>
<tr><td style="color:#667085">Payment number</td></tr><tr><td><b>5100088231</b></td></tr></table></td>
<td width="50%" valign="top"><table role="presentation">
<tr><td style="color:#667085">Payment date</td></tr><tr><td><b>April 9, 2026</b></td></tr>
<tr><td style="color:#667085">Method</td></tr><tr><td><b>ACH (CTX)</b></td></tr>
<tr><td style="color:#667085">Amount</td></tr><tr><td><b>18,214.55 USD</b></td></tr></table></td></tr></table>
</td></tr>
<tr><td style="padding:16px 24px"><table width="100%" cellpadding="6" style="border-collapse:collapse;font:13px Arial">
<thead><tr style="background:#eef2f6"><th align="left">Invoice #</th><th align="left">Inv. date</th><th align="left">\
PO</th><th align="right">Gross</th><th align="right">Discount</th><th align="right">Net</th></tr></thead><tbody>
<tr><td>90001234</td><td>02/18/2026</td><td>4500071822</td><td align="right">6,204.10</td><td align="right">0.00</td>\
<td align="right">6,204.10</td></tr>
<tr><td>90001241</td><td>02/20/2026</td><td>4500071830</td><td align="right">2,950.00</td><td align="right">59.00</td>\
<td align="right">2,891.00</td></tr>
<tr><td>90001266</td><td>02/27/2026</td><td>4500071911</td><td align="right">9,119.45</td><td align="right">0.00</td>\
<td align="right">9,119.45</td></tr>
<tr><td colspan="3"><b>Payment total</b></td><td align="right">18,273.55</td><td align="right">59.00</td>\
<td align="right"><b>18,214.55</b></td></tr></tbody></table></td></tr>
<tr><td align="center" style="padding:16px"><!--[if mso]><v:roundrect href="https://pay.sunmount.example/p" \
style="height:40px;width:200px"><center>View payment</center></v:roundrect><![endif]-->
<!--[if !mso]><!--><span class="btn"><a href="https://pay.sunmount.example/p/5100088231" style="background:#175cd3;\
padding:12px 24px;color:#ffffff">View payment</a></span><!--<![endif]--></td></tr>
<tr><td style="padding:16px 24px;font:11px Arial;color:#98a2b3">You get this because you are vendor 0000104417. \
This mailbox is not monitored. Helpdesk +1 602 555 0142. &copy; 2026 Sunmount Clinics LLC, 4100 E Camelback Rd</td></tr>
</table></td></tr></table></body></html>
"""
CHEQUE_ROWS = [
    ["Inv No", "Amount", "Deducted", "Paid", "  Note"],
    ["77012", "1,240.00", "-", "1,240.00", ""],
    ["77018", "2,086.35", "-", "2,086.35", ""],
    ["77031", "1,460.00", "175.00", "1,285.00", "  2 drums short on delivery 19/2"],
    ["", "", "", "--------", ""],
    ["", "", "", "4,611.35", ""],
]

CASES = (
    Case(
        name="en-outlook-word-table",
        layout="outlook-word-table",
        producer="Outlook 365",
        language="en",
        mail=Mail(
            sender=LARKFIELD,
            subject="Remittance - BACS run LCE-0305-17",
            date="2026-03-05T16:12:08+00:00",
            part=alternative(
                text(
                    OUTLOOK_TEXT
                    + "\n\n".join(cell or " " for row in OUTLOOK_ROWS for cell in row)
                    + "\n"
                    + OUTLOOK_SIGN,
                    "windows-1252",
                    label="Windows-1252",
                    encoding="quoted-printable",
                ),
                html(
                    outlook(
                        outlook_paragraphs(OUTLOOK_TEXT),
                        outlook_table(OUTLOOK_ROWS),
                        outlook_paragraphs(OUTLOOK_SIGN),
                        charset="Windows-1252",
                    ),
                    "windows-1252",
                    label="Windows-1252",
                    encoding="quoted-printable",
                ),
            ),
            more=("Thread-Topic: Remittance - BACS run LCE-0305-17", "Accept-Language: en-GB, en-US"),
        ),
        kind="remittance",
        customer="K101",
        payments=(
            pay(
                "5500.67",
                "GBP",
                line("A4402/26", "1930.50", "49.50"),
                line("A4419/26", "742.80"),
                line("A4433/26", "3037.37", "77.88"),
                line("C0087/26", "-210.00"),
                date="2026-03-05",
                method=ANY,
                reference="LCE-0305-17",
            ),
        ),
    ),
    Case(
        name="en-ap-system-html",
        layout="ap-system-html",
        producer="accounts-payable system",
        language="en",
        mail=Mail(
            sender=("Sunmount Clinics Payables", "no-reply@pay.sunmount.example"),
            subject="Payment 5100088231 has been released",
            date="2026-04-08T02:15:00-07:00",
            part=html(AP_SYSTEM, encoding="quoted-printable"),
            more=("Auto-Submitted: auto-generated", "Precedence: bulk"),
        ),
        kind="remittance",
        customer="K105",
        payments=(
            pay(
                "18214.55",
                "USD",
                line("90001234", "6204.10"),
                line("90001241", "2891.00", "59.00"),
                line("90001266", "9119.45"),
                payer="Sunmount Clinics LLC",
                date="2026-04-09",
                method="ach",
                reference="5100088231",
            ),
        ),
    ),
    Case(
        name="en-cheque-columns",
        layout="text-columns-deduction",
        producer="Thunderbird",
        language="en",
        mail=Mail(
            sender=("Maeve Tighe", "office@kilbridedairy.example"),
            subject="Cheque",
            date="2026-02-26T11:20:31+00:00",
            part=text(
                "Hello,\n\nCheque no. 004418 dated 26 February 2026 for €4,611.35 is in today's post, made up like this:\n\n"
                + columns(CHEQUE_ROWS, [9, -12, -11, -12, 34])
                + "\nRegards,\nMaeve Tighe\nKilbride Dairy Co-operative Society Ltd\n",
                "iso-8859-15",
            ),
            more=("User-Agent: Mozilla Thunderbird", "Content-Language: en-IE"),
        ),
        kind="remittance",
        customer="K106",
        payments=(
            pay(
                "4611.35",
                "EUR",
                line("TW-77012", "1240.00"),
                line("TW-77018", "2086.35"),
                line("TW-77031", "1285.00", "0.00", "175.00", "2 drums short on delivery"),
                date="2026-02-26",
                method="check",
                reference="004418",
            ),
        ),
    ),
)
