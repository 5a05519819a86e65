"""An eighth set, in English, written without looking at the reader: ordinary advices as programs and clerks send them."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    ANY,
    DOCX,
    cells,
    firm,
    grid,
    html,
    mail,
    markup,
    pay,
    pdf,
    press,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, ods, typed, woven, xls, xlsx

firm(
    "A01",
    "Calder Vale Pumps Ltd",
    "purchaseledger@caldervalepumps.example",
    "GBP",
    """
SINV-034417 2026-09-04 2316.00
SINV-034502 2026-09-17 780.00
SINV-034560 2026-09-30 1442.40
SINV-034688 2026-10-08 96.00
""",
)
mail(
    "en8-b1-outgoing-payment",
    "Outgoing payment of a small ERP: box of labels beside the address, then row numbers, document type, reference, overdue days, total payment",
    "weasyprint",
    "A01",
    "Outgoing Payment 50418 from Calder Vale Pumps Ltd",
    "2026-11-10T08:12:00+00:00",
    "Dear Supplier,\n\nPlease see attached document.\n\nKind regards\nPurchase Ledger\nCalder Vale Pumps Ltd\nRegistered in England 04418827",
    pay("4492.08", "GBP", "SINV-034417 2269.68 d=46.32; SINV-034502 780.00; SINV-034560 1442.40"),
    files=[
        pdf(
            "OutgoingPayment_50418.pdf",
            lambda: woven(
                "<div style='float:right;border:1px solid #999;padding:6px'><b>Outgoing Payment</b><br>Number: 50418<br>"
                "Posting date: 10.11.26<br>Currency: GBP<br>Transfer: 4,492.08</div>"
                "<p>Brevanne Coatings Ltd<br>Unit 4 Kiln Road<br>Telford TF1 5RR</p><br><br><br>"
                + table(
                    (
                        "#",
                        "Doc. Type",
                        "Supplier Ref. No.",
                        "Doc. No.",
                        "Doc. Date",
                        "Overdue Days",
                        "Total",
                        "Cash Disc.",
                        "Total Payment",
                    ),
                    rights(
                        cells("""
1 | A/P Invoice | SINV-034417 | 20881 | 04.09.26 | 37 | 2,316.00 | 46.32 | 2,269.68
2 | A/P Invoice | SINV-034502 | 20904 | 17.09.26 | 24 | 780.00 | | 780.00
3 | A/P Invoice | SINV-034560 | 20937 | 30.09.26 | 11 | 1,442.40 | | 1,442.40
"""),
                        5,
                    ),
                )
                + "<p style='text-align:right'>Total amount due GBP 4,538.40<br>Total payment GBP 4,492.08</p>"
                "<p>Remarks: Based on payment wizard run Nov-2</p><p style='font-size:7pt'>Page 1 of 1 &nbsp; Calder Vale Pumps Ltd, VAT GB 441 8827 03, sort code 20-31-55 account 60418822</p>"
            ),
        )
    ],
)

firm(
    "A02",
    "Redstone Outdoor Holdings, Inc.",
    "ap-payments@redstoneoutdoor.example",
    "USD",
    """
90118802 2026-09-03 8412.50
90118877 2026-09-12 1960.00
90118931 2026-09-21 -410.25
90119004 2026-10-01 3375.75
90119050 2026-10-06 505.00
""",
    zone="America/Denver",
)
mail(
    "en8-netsuite-bill-payment",
    "Cloud ERP's bill payment voucher: payee box, then Date, Description, Orig. Amt., Amt. Due, Discount, Applied Amt.; type in front of the number",
    "chromium",
    "A02",
    "Redstone Outdoor Holdings, Inc. - Payment Notification",
    "2026-11-12T15:40:00-07:00",
    markup(
        "<p>Brevanne Coatings Inc.,</p><p>A payment has been sent to you. Please open the attached file to view details.</p>"
        "<p>Thank you for your business.</p><p>Redstone Outdoor Holdings, Inc.<br>Accounts Payable<br>(303) 555-0142</p>"
    ),
    pay(
        "13253.85",
        "USD",
        "90118802 8328.35 d=84.15; 90118877 1960.00; 90118931 -410.25; 90119004 3375.75",
    ),
    files=[
        pdf(
            "BillPayment_VP7716.pdf",
            lambda: printed(
                "<table><tr><td style='width:55%'><b style='font-size:13pt'>Redstone Outdoor Holdings, Inc.</b><br>1180 Blake Street<br>Denver CO 80204</td>"
                "<td><b style='font-size:15pt'>Bill Payment</b><br>Date 11/12/2026<br>Transaction # VP7716<br>Payment method ACH</td></tr></table>"
                "<p style='border:1px solid;padding:5px;width:45%'>Payee<br>Brevanne Coatings Inc.<br>PO Box 7741<br>Aurora IL 60502</p>"
                + table(
                    ("Date", "Description", "Orig. Amt.", "Amt. Due", "Discount", "Applied Amt."),
                    rights(
                        cells("""
9/3/2026 | Bill #90118802 | $8,412.50 | $8,412.50 | $84.15 | $8,328.35
9/12/2026 | Bill #90118877 | $1,960.00 | $1,960.00 | $0.00 | $1,960.00
9/21/2026 | Bill Credit #90118931 | ($410.25) | ($410.25) | $0.00 | ($410.25)
10/1/2026 | Bill #90119004 | $3,375.75 | $3,375.75 | $0.00 | $3,375.75
"""),
                        2,
                    ),
                )
                + "<p class=r>Amount &nbsp; <b>USD 13,253.85</b></p>",
                "p{margin:6px 0}",
                "letter",
            ),
        )
    ],
)

firm(
    "A03",
    "Kowhai Joinery Pty Ltd",
    "accounts@kowhaijoinery.example",
    "AUD",
    """
I-266104 2026-09-08 1430.00
I-266131 2026-09-22 682.00
I-266170 2026-10-02 2915.00
I-266188 2026-10-07 110.00
""",
    zone="Australia/Sydney",
)
mail(
    "en8-myob-remittance",
    "Small-business program: Purchase no., supplier inv. no., amount owed, discount, amount applied; ABN, EFT details, a total in the corner",
    "reportlab",
    "A03",
    "Remittance Advice from Kowhai Joinery Pty Ltd",
    "2026-11-11T16:20:00+11:00",
    "Hi,\n\nAttached is our remittance advice for payment made today by direct deposit.\n\nRegards,\nTrish\nKowhai Joinery",
    pay("4512.00", "*", "I-266104 1430.00; I-266131 682.00; I-266170 2400.00"),
    files=[
        pdf(
            "Remittance.pdf",
            lambda: drawn(
                """
KOWHAI JOINERY PTY LTD | | | | | | REMITTANCE ADVICE
ABN 51 824 753 556 | | | | | | ID No: 000318
14 Foundry Lane Marrickville NSW 2204 | | | | | | Payment date: 11/11/2026

Payee: Brevanne Coatings
BSB 062-000 Account ****7781

Purchase no. | Supplier inv. no. | Date | Amount owed | Discount | Amount applied
00004471 | I-266104 | 8/09/2026 | $1,430.00 | $0.00 | $1,430.00
00004480 | I-266131 | 22/09/2026 | $682.00 | $0.00 | $682.00
00004502 | I-266170 | 2/10/2026 | $2,915.00 | $0.00 | $2,400.00

 | | | | Payment total: | $4,512.00
Memo: part payment on last invoice, balance next month
""",
                (50, 130, 230, -370, -440, -540, 360),
            ),
        )
    ],
)

firm(
    "A04",
    "Thornfield Garden Centres Ltd",
    "bought.ledger@thornfieldgc.example",
    "GBP",
    """
BRV/26/1188 2026-09-02 516.24
BRV/26/1204 2026-09-10 1290.60
BRV/26/1219 2026-09-18 -43.02
BRV/26/1240 2026-09-29 774.36
BRV/26/1277 2026-10-05 258.12
""",
)
mail(
    "en8-sage50-tear-off",
    "Accounts program's remittance with a tear-off slip: Date, Ref, Details, Debit, Credit; amount paid in a box; the slip repeats it",
    "fpdf2",
    "A04",
    "Remittance",
    "2026-11-13T14:02:00+00:00",
    "Remittance attached\n\n--\nThornfield Garden Centres Ltd. Company no. 02290417. Vat no. 402 1177 85. Tel 01204 555018",
    pay("2538.18", "GBP", "BRV/26/1188 516.24; BRV/26/1204 1290.60; BRV/26/1219 -43.02; BRV/26/1240 774.36"),
    files=[
        pdf(
            "remit_BREV01.pdf",
            lambda: typed(
                """
Thornfield Garden Centres Ltd | | | REMITTANCE ADVICE
Bolton Road, Horwich BL6 5RT | | | Date 13/11/2026
 | | | Account BREV01
BREVANNE COATINGS LTD | | | Cheque No BACS

NOTE: All values are shown in Pound Sterling

Date | Ref | Details | | Debit | Credit
02/09/2026 | BRV/26/1188 | Purchase invoice | | | 516.24
10/09/2026 | BRV/26/1204 | Purchase invoice | | | 1,290.60
18/09/2026 | BRV/26/1219 | Credit note | | 43.02 |
29/09/2026 | BRV/26/1240 | Purchase invoice | | | 774.36

 | | | | Amount Paid | £ 2,538.18

- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -
Thornfield Garden Centres Ltd
A/C BREV01 | 13/11/2026 | Paid by BACS | | | £ 2,538.18
""",
                (12, 42, 75, 120, -165, -195),
                family="Helvetica",
            ),
        )
    ],
)

firm(
    "A05",
    "Amberline Logistics BV",
    "noreply-ap@amberline-logistics.example",
    "EUR",
    """
5100088214 2026-09-05 6210.00
5100088260 2026-09-16 3105.50
5100088391 2026-09-28 412.00
5100088402 2026-10-01 980.00
""",
    zone="Europe/Amsterdam",
)
mail(
    "en8-ariba-notice",
    "Buying network's HTML notice: summary box with status and amounts, then payables with gross, discount, adjustment, net; internal document number behind",
    "HTML program",
    "A05",
    "Amberline Logistics BV sent you a payment remittance: 2000417733",
    "2026-11-13T04:31:00+01:00",
    markup(
        "<div style='font-family:Arial'><p>Amberline Logistics BV has sent a payment remittance through the network.</p>"
        "<table><tr><td>Remittance number</td><td>2000417733</td><td>Status</td><td>Paid</td></tr>"
        "<tr><td>Payment date</td><td>12 Nov 2026</td><td>Method</td><td>Wire</td></tr>"
        "<tr><td>Gross amount</td><td>€9,727.50 EUR</td><td>Net amount paid</td><td>€9,303.30 EUR</td></tr></table><br>"
        "<table border=1 cellspacing=0><tr><th>Payable</th><th>Payable type</th><th>Invoice date</th><th>Gross</th><th>Discount</th><th>Adjustment</th><th>Net</th><th>ERP document</th></tr>"
        "<tr><td>5100088214</td><td>Invoice</td><td>5 Sep 2026</td><td>€6,210.00 EUR</td><td>€124.20 EUR</td><td>€0.00 EUR</td><td>€6,085.80 EUR</td><td>1900033118</td></tr>"
        "<tr><td>5100088260</td><td>Invoice</td><td>16 Sep 2026</td><td>€3,105.50 EUR</td><td>€0.00 EUR</td><td>€-300.00 EUR</td><td>€2,805.50 EUR</td><td>1900033184</td></tr>"
        "<tr><td>5100088391</td><td>Invoice</td><td>28 Sep 2026</td><td>€412.00 EUR</td><td>€0.00 EUR</td><td>€0.00 EUR</td><td>€412.00 EUR</td><td>1900033207</td></tr></table>"
        "<p style='font-size:11px;color:#777'>You receive this because your preferences send remittances to receivables@brevanne.example. Offices: 3420 Hillview Ave, Bldg 3. Data policy | Contact us | Unsubscribe</p></div>"
    ),
    pay("9303.30", "EUR", "5100088214 6085.80 d=124.20; 5100088260 2805.50 x=300.00; 5100088391 412.00"),
)

firm(
    "A06",
    "Finch & Barrow Brewing Company",
    "kelly@finchbarrow.example",
    "USD",
    """
26-1107-03 2026-09-07 684.20
26-1107-09 2026-09-21 1026.30
26-1107-14 2026-10-05 342.10
""",
    zone="America/Los_Angeles",
)
mail(
    "en8-bill-cards",
    "Payables app's HTML: a card for each bill with labels below values, the sum large on top, when it will arrive",
    "HTML program",
    "A06",
    "Finch & Barrow Brewing Company paid you $1,710.50",
    "2026-11-10T11:05:00-08:00",
    markup(
        "<div align=center><div style='font-size:30px'>$1,710.50</div><div>from Finch &amp; Barrow Brewing Company</div>"
        "<div>Sent Nov 10, 2026 by ACH. Expected in your bank account by Nov 13, 2026.</div></div>"
        "<div style='border:1px solid #ddd;margin:12px'><div>26-1107-03</div><div style='color:#888'>Bill no.</div><div>$684.20</div><div style='color:#888'>Amount paid</div></div>"
        "<div style='border:1px solid #ddd;margin:12px'><div>26-1107-09</div><div style='color:#888'>Bill no.</div><div>$1,026.30</div><div style='color:#888'>Amount paid</div></div>"
        "<p>Confirmation P26111090417</p><p style='font-size:10px'>Want to get paid faster? Accept cards at no cost. 2200 Geng Road, Suite 10</p>"
    ),
    pay("1710.50", "USD", "26-1107-03 684.20; 26-1107-09 1026.30"),
    sender=("PayLedger for Finch & Barrow", "notifications@payledger.example"),
)

firm(
    "A07",
    "Maricourt County Public Works",
    "vendor.payments@maricourtcounty.example",
    "USD",
    """
BCI0009913 2026-08-28 12480.00
BCI0009940 2026-09-06 3120.00
BCI0009958 2026-09-15 780.60
BCI0009981 2026-09-24 6240.00
BCI0010007 2026-10-03 1560.00
""",
    zone="America/Chicago",
)
_SPOOL = """
REPORT AP4471                    MARICOURT COUNTY AUDITOR                     PAGE     1
RUN 11/09/26 22:14             ELECTRONIC PAYMENT REMITTANCE
VENDOR 0000018827  BREVANNE COATINGS INC
PAYMENT REF 00771904   PAYMENT DATE 11/10/26   SETTLEMENT ACH

VOUCHER   INVOICE NUMBER    INV DATE      GROSS AMT     DISC AMT      PAID AMT
--------  ----------------  --------  -------------  -----------  ------------
00331870  BCI0009913        08/28/26      12,480.00          .00     12,480.00
00331902  BCI0009940        09/06/26       3,120.00        62.40      3,057.60
00331944  BCI0009958        09/15/26         780.60          .00        780.60
                                         CONTINUED ON NEXT PAGE
\f
REPORT AP4471                    MARICOURT COUNTY AUDITOR                     PAGE     2
RUN 11/09/26 22:14             ELECTRONIC PAYMENT REMITTANCE
VENDOR 0000018827  BREVANNE COATINGS INC
PAYMENT REF 00771904   PAYMENT DATE 11/10/26   SETTLEMENT ACH

VOUCHER   INVOICE NUMBER    INV DATE      GROSS AMT     DISC AMT      PAID AMT
--------  ----------------  --------  -------------  -----------  ------------
00331987  BCI0009981        09/24/26       6,240.00          .00      6,240.00

          PAYMENT TOTALS                  22,620.60        62.40     22,558.20
          VOUCHERS PAID       4
* * * END OF REPORT * * *
"""
mail(
    "en8-county-spool",
    "Mainframe's spool file: two pages with heads, voucher in front, point amounts without a zero, a count of vouchers below the totals",
    "plain text",
    "A07",
    "ACH remittance 00771904",
    "2026-11-10T06:00:00-06:00",
    "The attached file details an electronic payment deposited to your account. Do not reply to this mailbox.",
    pay(
        "22558.20",
        "*",
        "BCI0009913 12480.00; BCI0009940 3057.60 d=62.40; BCI0009958 780.60; BCI0009981 6240.00",
    ),
    files=[("AP4471_18827.TXT", "text/plain", lambda: _SPOOL.replace("\n", "\r\n").encode("ascii"))],
)

firm(
    "A08",
    "Sundarbans Marine Works Ltd",
    "accounts@sundarbansmarine.example",
    "USD",
    """
BX/0926/77 2026-09-09 14250.00
BX/0926/81 2026-09-19 5700.00
BX/1026/02 2026-10-02 2850.00
""",
    zone="Asia/Singapore",
)
mail(
    "en8-bank-payment-advice",
    "Bank's advice to the payee on behalf of its client: labels and values, payment details in free text, charges borne by the payer",
    "LibreOffice writer",
    "A08",
    "Payment Advice - 026317004418",
    "2026-11-12T18:22:00+08:00",
    "Dear Sir/Madam,\n\nWe enclose a payment advice issued on behalf of our customer.\nThis is a computer generated mail, please do not reply.\n\nStraits Mercantile Bank",
    pay("19950.00", "USD", "BX/0926/77 *; BX/0926/81 *"),
    sender=("Straits Mercantile Bank", "payment.advice@straitsmercantile.example"),
    files=[
        pdf(
            "advice.pdf",
            lambda: press.office(
                "<html><head><meta charset='utf-8'></head><body><h3>STRAITS MERCANTILE BANK</h3><p>PAYMENT ADVICE</p>"
                "<p>To: BREVANNE COATINGS LTD</p><p>We have today credited / remitted to your account the following payment by order of our customer:</p>"
                "<table><tr><td>Ordering customer</td><td>SUNDARBANS MARINE WORKS LTD</td></tr><tr><td>Transaction reference</td><td>026317004418</td></tr>"
                "<tr><td>Value date</td><td>12 NOV 2026</td></tr><tr><td>Payment currency / amount</td><td>USD 19,950.00</td></tr>"
                "<tr><td>Beneficiary account</td><td>XXXX-XXXX-4471</td></tr><tr><td>Charges</td><td>OUR</td></tr>"
                "<tr><td>Payment details</td><td>INV BX/0926/77 AND BX/0926/81</td></tr></table>"
                "<p>This advice is computer generated and requires no signature. It does not constitute a credit confirmation by your bank.</p></body></html>",
                ".html",
            ),
        )
    ],
)

firm(
    "A09",
    "Ikoyi Heights Construction Ltd",
    "finance@ikoyiheights.example",
    "NGN",
    """
INV-2026/551 2026-09-03 2150000.00
INV-2026/560 2026-09-14 860000.00
INV-2026/575 2026-10-01 430000.00
""",
    zone="Africa/Lagos",
)
mail(
    "en8-wht-vat-columns",
    "Payment schedule with VAT on top, withholding tax and VAT withheld as columns, net payable; amount in words",
    "chromium",
    "A09",
    "PAYMENT ADVICE - BREVANNE COATINGS",
    "2026-11-11T13:40:00+01:00",
    "Good day,\nKindly find attached evidence of payment for your reference. WHT credit notes will follow.\nRegards",
    pay("2660000.00", "NGN", "INV-2026/551 1900000.00 x=250000.00; INV-2026/560 760000.00 x=100000.00"),
    files=[
        pdf(
            "Payment schedule.pdf",
            lambda: printed(
                "<h3 style='text-align:center'>IKOYI HEIGHTS CONSTRUCTION LTD<br>PAYMENT ADVICE</h3><p>PV No: IHC/PV/1126/0088 &nbsp;&nbsp; Date: 11-Nov-2026 &nbsp;&nbsp; Beneficiary: Brevanne Coatings Ltd</p>"
                + table(
                    (
                        "S/N",
                        "Invoice No",
                        "Amount excl. VAT",
                        "VAT 7.5%",
                        "Invoice value",
                        "Less WHT 5%",
                        "Less VAT withheld",
                        "Net paid (NGN)",
                    ),
                    rights(
                        cells("""
1 | INV-2026/551 | 2,000,000.00 | 150,000.00 | 2,150,000.00 | 100,000.00 | 150,000.00 | 1,900,000.00
2 | INV-2026/560 | 800,000.00 | 60,000.00 | 860,000.00 | 40,000.00 | 60,000.00 | 760,000.00
 | TOTAL | 2,800,000.00 | 210,000.00 | 3,010,000.00 | 140,000.00 | 210,000.00 | 2,660,000.00
"""),
                        2,
                    ),
                )
                + "<p>Amount in words: Two million six hundred and sixty thousand naira only</p><p>Paid by electronic transfer, Session ID 000013261111134417</p><p>Prepared: A. Bello &nbsp; Approved: T. Okafor</p>"
            ),
        )
    ],
)

firm(
    "A10",
    "Pennant Hill Hospital Trust",
    "creditor.services@pennanthill.example",
    "GBP",
    """
SI-77120 2026-09-02 1188.00
SI-77151 2026-09-15 2376.00
SI-77188 2026-09-29 594.00
SI-77200 2026-10-06 300.00
""",
)
mail(
    "en8-shared-service-csv",
    "Shared service's CSV with quoted cells: one payment per file, payee and bank columns repeated, gross and net the same, VAT beside",
    "program's CSV",
    "A10",
    "BACS Remittance PHT 0091884",
    "2026-11-12T05:10:00+00:00",
    "Please find attached a remittance file for a payment that will be in your bank account on 13/11/2026.",
    pay("3564.00", "*", "SI-77120 1188.00; SI-77151 2376.00"),
    files=[
        (
            "PHT_0091884_BREVANNE.csv",
            "text/csv",
            lambda: (
                b'"Trust","Supplier No","Supplier","Payment No","Payment Date","Invoice No","Invoice Date","Net Amount","VAT Amount","Gross Amount","Description"\r\n'
                b'"PENNANT HILL HOSPITAL TRUST","104417","BREVANNE COATINGS LTD","0091884","13-NOV-2026","SI-77120","02-SEP-2026","990.00","198.00","1188.00","FLOOR PAINT WARD 4"\r\n'
                b'"PENNANT HILL HOSPITAL TRUST","104417","BREVANNE COATINGS LTD","0091884","13-NOV-2026","SI-77151","15-SEP-2026","1980.00","396.00","2376.00","ANTIMICROBIAL COATING, 40L"\r\n'
            ),
        )
    ],
)

firm(
    "A11",
    "Larkspur Hotels & Resorts LLC",
    "ap@larkspurhotels.example",
    "USD",
    """
CI44170 2026-09-01 415.00
CI44183 2026-09-08 1245.00
CI44199 2026-09-16 830.00
CI44210 2026-09-25 2075.00
CI44226 2026-10-02 622.50
CI44240 2026-10-07 207.50
""",
    zone="America/New_York",
)
mail(
    "en8-two-ach-one-workbook",
    "Workbook of ACH payments to us: a block for each payment with its number and date in a line of its own, rows below, sum of the payment",
    "xlsxwriter",
    "A11",
    "Larkspur remittance detail wk 46",
    "2026-11-13T09:00:00-05:00",
    "Hello, remittance detail for this week's two ACH payments is attached. Thanks, Larkspur AP",
    pay("2490.00", "*", "CI44170 415.00; CI44183 1245.00; CI44199 830.00"),
    pay("2697.50", "*", "CI44210 2075.00; CI44226 622.50"),
    files=[
        xlsx(
            "Larkspur_wk46.xlsx",
            """
Larkspur Hotels & Resorts LLC
Vendor: V2207 Brevanne Coatings Inc

Payment: ACH 0044817 | | Date: 11/10/2026
Property | Invoice | Inv Date | Amount
Seaside | CI44170 | 09/01/2026 | 415.00
Seaside | CI44183 | 09/08/2026 | 1,245.00
Downtown | CI44199 | 09/16/2026 | 830.00
 | | Payment total | 2,490.00

Payment: ACH 0044862 | | Date: 11/12/2026
Property | Invoice | Inv Date | Amount
Downtown | CI44210 | 09/25/2026 | 2,075.00
Airport | CI44226 | 10/02/2026 | 622.50
 | | Payment total | 2,697.50
""",
        )
    ],
)

firm(
    "A12",
    "Obrien Steel Fabrications Ltd",
    "niamh@obriensteel.example",
    "EUR",
    """
IE26-3391 2026-09-04 1845.00
IE26-3402 2026-09-11 922.50
IE26-3420 2026-09-22 3690.00
IE26-3433 2026-10-01 461.25
""",
    zone="Europe/Dublin",
)
mail(
    "en8-letter-price-query",
    "Word letter: a table with invoiced and paid, a short payment explained below it by a wrong price, sum in the letter",
    "python-docx",
    "A12",
    "Payment 11 November",
    "2026-11-11T12:15:00+00:00",
    "Hi Joan,\nLetter attached re this month's payment.\nNiamh",
    pay("6242.50", "EUR", "IE26-3391 1845.00; IE26-3402 922.50; IE26-3420 3475.00 x=*"),
    disputes=[{"invoice": ANY}],
    files=[
        (
            "Letter to Brevanne.docx",
            DOCX,
            lambda: docx(
                (
                    "O'Brien Steel Fabrications Ltd, Dock Road, Limerick",
                    "11 November 2026",
                    "Dear Joan,",
                    "Today we transferred €6,242.50 to your account for the following:",
                ),
                "Your invoice | Invoiced | Paid\nIE26-3391 | €1,845.00 | €1,845.00\nIE26-3402 | €922.50 | €922.50\nIE26-3420 | €3,690.00 | €3,475.00",
                (
                    "On invoice IE26-3420 we paid €215.00 less, as the primer was charged at €41.00 instead of the agreed €37.70 a tin. Please send a credit note.",
                    "Yours sincerely, Niamh O'Brien",
                ),
            ),
        )
    ],
)

firm(
    "A13",
    "Cobblestone Property Management",
    "payables@cobblestonepm.example",
    "USD",
    """
W-10441 2026-09-02 240.00
W-10447 2026-09-05 360.00
W-10452 2026-09-09 120.00
W-10460 2026-09-14 480.00
W-10466 2026-09-19 96.00
W-10471 2026-09-25 720.00
""",
    zone="America/Chicago",
)
mail(
    "en8-stub-two-across",
    "Cheque stub that sets two invoices in each row: number, date and amount twice side by side; the cheque's sum at the foot",
    "reportlab",
    "A13",
    "Check 20418 stub",
    "2026-11-12T10:30:00-06:00",
    "Check mailed today, stub attached for your records.",
    pay("1296.00", "*", "W-10441 240.00; W-10447 360.00; W-10452 120.00; W-10460 480.00; W-10466 96.00"),
    files=[
        pdf(
            "stub20418.pdf",
            lambda: drawn(
                """
COBBLESTONE PROPERTY MANAGEMENT | | | | | Check No. 20418
Brevanne Coatings Inc | | | | | 11/12/2026

INVOICE NO | DATE | AMOUNT | INVOICE NO | DATE | AMOUNT
W-10441 | 09/02/26 | 240.00 | W-10447 | 09/05/26 | 360.00
W-10452 | 09/09/26 | 120.00 | W-10460 | 09/14/26 | 480.00
W-10466 | 09/19/26 | 96.00

 | | | | CHECK TOTAL | ****1,296.00
""",
                (40, 115, -240, 290, 365, -490),
                (612, 400),
            ),
        )
    ],
)

firm(
    "A14",
    "Glenmorven Estates",
    "factor@glenmorven.example",
    "GBP",
    """
L4471 2026-09-10 318.00
L4482 2026-09-24 154.80
L4490 2026-10-01 79.20
""",
)
mail(
    "en8-excel-pasted",
    "Rows of a sheet pasted into Outlook: the first column spans all rows with the day, our number as 'Inv L4471', 'Total paid' below",
    "Outlook HTML",
    "A14",
    "paint bills",
    "2026-11-12T16:45:00+00:00",
    html(
        "<html><head><meta charset='utf-8'></head><body><p class=MsoNormal>Afternoon Joan, bank transfer done at dinner time, see below.<o:p></o:p></p>"
        "<table border=0 cellspacing=0><tr><td rowspan=2>12/11</td><td>Inv L4471</td><td>lodge windows</td><td align=right>318.00</td></tr>"
        "<tr><td>Inv L4482</td><td>byre doors</td><td align=right>154.80</td></tr>"
        "<tr><td></td><td></td><td><b>Total paid</b></td><td align=right><b>472.80</b></td></tr></table>"
        "<p class=MsoNormal>Cheers, Hamish<o:p></o:p></p><p class=MsoNormal>Glenmorven Estates, by Fort William PH33 6TQ, 01397 555 412</p></body></html>",
        encoding="quoted-printable",
    ),
    pay("472.80", "*", "L4471 318.00; L4482 154.80"),
)

firm(
    "A15",
    "Vanterpool Hardware Co.",
    "office@vanterpoolhw.example",
    "USD",
    """
EX-5518 2026-08-20 2200.00
EX-5533 2026-09-03 1340.00
EX-5547 2026-09-18 -140.00
EX-5560 2026-10-01 900.00
""",
    zone="America/Puerto_Rico",
)
mail(
    "en8-xls-less-credit-fee",
    "Old workbook: invoices, less a credit note, less the wire fee, amount wired; everything in two columns",
    "xlwt",
    "A15",
    "wire of Nov 9",
    "2026-11-09T17:50:00-04:00",
    "Good afternoon. We wired funds this afternoon. Breakdown enclosed. Regards, D. Vanterpool",
    pay("3365.00", "USD", "EX-5518 * x=*; EX-5533 * x=*; EX-5547 -140.00 x=*"),
    files=[
        (
            "breakdown.xls",
            "application/vnd.ms-excel",
            lambda: xls(
                "Wire to Brevanne Coatings Inc | USD\nInvoice EX-5518 | 2,200.00\nInvoice EX-5533 | 1,340.00\nLess credit note EX-5547 | -140.00\nLess our bank's wire fee | -35.00\nAmount wired 11/09/2026 | 3,365.00",
                "Wire",
            ),
        )
    ],
)

firm(
    "A16",
    "Pradera Foods International",
    "treasury.ops@praderafoods.example",
    "USD",
    """
TX-88014 2026-09-02 5120.00
TX-88020 2026-09-09 2560.00
TX-88033 2026-09-20 1280.00
TX-88041 2026-10-02 640.00
""",
    zone="America/Chicago",
)
mail(
    "en8-ods-short-paid",
    "ODS with amount billed, amount paid and a note column: one invoice short paid for missing pails; total paid at the head",
    "odfpy",
    "A16",
    "Pradera payment 11/13",
    "2026-11-13T13:00:00-06:00",
    "Payment detail attached. ACH went out today.",
    pay("8640.00", "USD", "TX-88014 5120.00; TX-88020 2240.00 x=*; TX-88033 1280.00"),
    disputes=[{"invoice": ANY}],
    files=[
        (
            "payment.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            lambda: ods(
                """
Payment date: | 11/13/2026
Total paid USD: | 8,640.00

Inv # | PO | Billed | Paid | Note
TX-88014 | 'P10418 | 5,120.00 | 5,120.00 |
TX-88020 | 'P10422 | 2,560.00 | 2,240.00 | 4 pails short on delivery
TX-88033 | 'P10437 | 1,280.00 | 1,280.00 |
"""
            ),
        )
    ],
)

firm(
    "A17",
    "Beaumaris Boatyard",
    "gwen@beaumarisboatyard.example",
    "GBP",
    """
SI/4/2208 2026-09-12 640.80
SI/4/2219 2026-09-26 213.60
SI/4/2230 2026-10-03 106.80
""",
)
mail(
    "en8-plain-list-with-credit",
    "Typed mail: 'Inv', 'Credit' and 'Paid' at line starts with tabs, one credit taken from an earlier statement",
    "plain text",
    "A17",
    "Payment to Brevanne",
    "2026-11-10T19:20:00+00:00",
    "Hello,\n\nJust paid you online, made up as follows\n\nInv SI/4/2208\t£640.80\nInv SI/4/2219\t£213.60\nPaid\t£854.40\n\nReference I used is BEAUMARIS 1011. Sorry for the delay, we've been flat out before the winter lift-outs.\n\nGwen\nBeaumaris Boatyard\nmob 07700 900418",
    pay("854.40", "GBP", "SI/4/2208 640.80; SI/4/2219 213.60"),
)

firm(
    "A18",
    "Tidal Reach Aquaculture PLC",
    "ap@tidalreach.example",
    "NOK",
    """
N-60118 2026-09-03 48200.00
N-60125 2026-09-12 17350.00
N-60131 2026-09-25 -2410.00
N-60140 2026-10-02 9640.00
""",
    zone="Europe/Oslo",
)
mail(
    "en8-nav-vendor-entries",
    "Business program's advice in a Word-like page: one sentence with the sum, entries with document type, external number, original, remaining, paid",
    "LibreOffice writer",
    "A18",
    "Remittance Advice - Tidal Reach Aquaculture PLC",
    "2026-11-12T09:30:00+01:00",
    "Thank you for your business. Your remittance advice is attached to this message.",
    pay("63140.00", "NOK", "N-60118 48200.00; N-60125 17350.00; N-60131 -2410.00"),
    files=[
        pdf(
            "Remittance Advice BREV.pdf",
            lambda: press.office(
                "<html><head><meta charset='utf-8'></head><body><p><b>Tidal Reach Aquaculture PLC</b></p><p>Remittance Advice</p><p>Brevanne Coatings Ltd<br>Vendor No. V00417 &nbsp; Our Document No. G04-00219 &nbsp; Date 12-11-26</p>"
                "<p>An amount of NOK 63 140,00 was transferred to your account IBAN GB29 NWBK 6016 1331 9268 19 and covers the following entries:</p>"
                + table(
                    (
                        "Document Type",
                        "External Doc. No.",
                        "Document Date",
                        "Original Amount",
                        "Remaining Amount",
                        "Paid Amount",
                    ),
                    rights(
                        cells("""
Invoice | N-60118 | 03-09-26 | 48 200,00 | 0,00 | 48 200,00
Invoice | N-60125 | 12-09-26 | 17 350,00 | 0,00 | 17 350,00
Credit Memo | N-60131 | 25-09-26 | -2 410,00 | 0,00 | -2 410,00
"""),
                        3,
                    ),
                )
                + "</body></html>",
                ".html",
            ),
        )
    ],
)

# What pays nothing.

firm(
    "A20",
    "Wetherby Print Group Ltd",
    "procurement@wetherbyprint.example",
    "GBP",
    """
SINV-035001 2026-09-10 460.80
SINV-035017 2026-09-24 921.60
""",
)
mail(
    "en8-trap-copy-request",
    "List of invoices on our statement that they cannot find, with amounts; copies are asked for",
    "xlsxwriter",
    "A20",
    "Missing invoices",
    "2026-11-11T09:40:00+00:00",
    "Hi, the invoices in the attached are on your October statement but not on our system. Could you send copies please so that we can process them?\nThanks",
    kind="*",
    disputes=[{"invoice": ANY}],
    files=[
        xlsx(
            "missing.xlsx",
            "Supplier | Invoice no | Date | Amount £ | Status\nBrevanne | SINV-035001 | 10/09/2026 | 460.80 | Not received\nBrevanne | SINV-035017 | 24/09/2026 | 921.60 | Not received\n | | | 1,382.40 |",
        )
    ],
)

firm(
    "A21",
    "Corvane Automotive Systems",
    "noreply@supplierhub-corvane.example",
    "EUR",
    """
5100090117 2026-10-14 7735.00
5100090131 2026-10-20 1428.00
""",
    zone="Europe/Berlin",
)
mail(
    "en8-trap-portal-rejected",
    "Supplier portal: two invoices were rejected, with reason codes, amounts and what to do",
    "HTML program",
    "A21",
    "2 invoices rejected",
    "2026-11-12T02:15:00+01:00",
    markup(
        "<p>Dear supplier,</p><p>The following invoices could not be processed and were returned to you.</p>"
        + grid(
            "5100090117 | 14.10.2026 | 7,735.00 EUR | PO number missing or invalid\n5100090131 | 20.10.2026 | 1,428.00 EUR | Unit price differs from PO",
            "Invoice|Date|Total amount|Reason",
        )
        + "<p>Please correct and resubmit. Payment terms start when the corrected invoice is received.</p>"
    ),
    kind="*",
    disputes=[{"invoice": ANY}],
)

firm(
    "A22",
    "Gilead Springs Resort",
    "receiving@gileadsprings.example",
    "USD",
    """
CI46001 2026-10-02 1870.00
CI46019 2026-10-11 560.00
""",
    zone="America/Denver",
)
mail(
    "en8-trap-rma-form",
    "Return form: goods that go back, with our invoice numbers, quantities and value; credit is asked for",
    "fpdf2",
    "A22",
    "RMA request",
    "2026-11-11T14:00:00-07:00",
    "Please see the attached return request and issue an RMA number and credit.",
    kind="*",
    disputes=[{"invoice": ANY}],
    files=[
        pdf(
            "return.pdf",
            lambda: typed(
                """
GILEAD SPRINGS RESORT | | | RETURN REQUEST 0417
Vendor: Brevanne Coatings Inc | | | 11/11/2026

Invoice | Item | Qty | Unit | Value
CI46001 | Deck stain cedar 5 gal | 3 | 93.50 | 280.50
CI46019 | Pool coating blue | 1 | 280.00 | 280.00
Total | | | | 560.50

Reason: color mismatch / can damaged. Freight collect.
""",
                (12, 45, 110, -150, -185),
            ),
        )
    ],
)

firm(
    "A23",
    "Norrland Timber AB",
    "scm@norrlandtimber.example",
    "EUR",
    """
5100091002 2026-10-05 3300.00
5100091020 2026-10-22 990.00
""",
    zone="Europe/Stockholm",
)
mail(
    "en8-trap-bank-detail-check",
    "Supplier master data: asks to confirm bank details, and shows the last invoices on file as a check",
    "chromium",
    "A23",
    "Annual supplier data verification",
    "2026-11-13T10:00:00+01:00",
    "Please verify the data in the attached form and return it signed by 30 November 2026.",
    kind="*",
    promises=[{"invoice": ANY}],
    files=[
        pdf(
            "verification.pdf",
            lambda: printed(
                "<h3>Supplier data verification 2026</h3><p>Supplier: Brevanne Coatings Ltd &nbsp; Our vendor no. 20417</p><p>Bank account on file: GB** BARC **** **** 7781</p><p>Payment terms on file: 30 days net</p>"
                "<p>Latest invoices on file:</p>"
                + table(
                    ("Invoice no.", "Invoice date", "Amount EUR"),
                    rights(cells("5100091002 | 2026-10-05 | 3,300.00\n5100091020 | 2026-10-22 | 990.00"), 2),
                )
                + "<p>☐ The data are correct &nbsp; ☐ Changes as noted below</p><p>Signature ____________</p>"
            ),
        )
    ],
)

firm(
    "A24",
    "Millbrook Leisure Pools Ltd",
    "ops@millbrookpools.example",
    "GBP",
    """
SINV-036110 2026-10-01 2640.00
SINV-036128 2026-10-15 330.00
""",
)
mail(
    "en8-trap-rebate-claim",
    "Claim of a yearly rebate: purchases listed by invoice, three per cent of them asked as a credit note",
    "LibreOffice writer",
    "A24",
    "Rebate claim 2025/26",
    "2026-11-12T15:20:00+00:00",
    "As per our supply agreement please raise a credit for the rebate in the attached.",
    kind="*",
    disputes=[{"invoice": ANY}],
    files=[
        pdf(
            "rebate.pdf",
            lambda: press.office(
                "<html><head><meta charset='utf-8'></head><body><p>Millbrook Leisure Pools Ltd</p><p>Rebate claim, agreement year to 31 October 2026, 3% of purchases</p>"
                + table(
                    ("Invoice", "Date", "Net purchases", "Rebate 3%"),
                    rights(
                        cells(
                            "SINV-036110 | 01/10/2026 | 2,200.00 | 66.00\nSINV-036128 | 15/10/2026 | 275.00 | 8.25\nTotal | | 2,475.00 | 74.25"
                        ),
                        2,
                    ),
                )
                + "</body></html>",
                ".html",
            ),
        )
    ],
)
