"""Workbooks, lists and word processor files in English."""

from __future__ import annotations

from tests.corpus.strangers.book import DOCX, ODS, XLSX, firm, mail, pay
from tests.corpus.strangers.files import book, docx, ods

firm(
    "S40",
    "Pellworth Supermarkets plc",
    "supplier.payments@pellworth.example",
    "GBP",
    """
BL41001 2026-09-01 3300.00
BL41005 2026-09-03 1210.40
BL41009 2026-09-05 995.60
BL41018 2026-09-11 2780.00
BL41022 2026-09-13 415.25
BL41030 2026-09-20 1004.75
""",
)
mail(
    "en-xlsx-branches",
    "Workbook with sub-totals by branch between the rows and a grand total",
    "xlsxwriter",
    "S40",
    "BACS remittance wk 46",
    "2026-11-13T06:00:00+00:00",
    "Please see attached remittance for week 46.",
    pay("8701.25", "*", "BL41001 3300.00; BL41005 1210.40; BL41018 2780.00; BL41022 415.25; BL41009 995.60"),
    files=[
        (
            "remittance_wk46.xlsx",
            XLSX,
            lambda: book("""
Pellworth Supermarkets plc
Remittance week 46 | | | 13/11/2026

Store | Document | Dated | Amount
Bath | BL41001 | 01/09/2026 | 3,300.00
Bath | BL41005 | 03/09/2026 | 1,210.40
Bath total | | | 4,510.40
Exeter | BL41018 | 11/09/2026 | 2,780.00
Exeter | BL41022 | 13/09/2026 | 415.25
Exeter total | | | 3,195.25
Truro | BL41009 | 05/09/2026 | 995.60
Truro total | | | 995.60
Grand total | | | 8,701.25
"""),
        )
    ],
)

firm(
    "S41",
    "Lantern Bay Resorts",
    "apclerk@lanternbay.example",
    "USD",
    """
BC-80011 2026-09-01 1500.00
BC-80019 2026-09-04 720.00
BC-80023 2026-09-09 3310.00
BC-80031 2026-09-15 245.50
BC-80040 2026-09-22 610.00
BC-80044 2026-09-25 88.00
BC-80052 2026-10-02 990.00
""",
    zone="America/New_York",
)
mail(
    "en-xlsx-two-lists",
    "Two lists side by side in a sheet, each with its total, and the sum of both below",
    "xlsxwriter",
    "S41",
    "Wire 11/13",
    "2026-11-13T14:00:00-05:00",
    "Wire going out today covers both properties - see sheet.",
    pay(
        "6473.50",
        "*",
        "BC-80011 1500.00; BC-80019 720.00; BC-80023 3310.00; BC-80031 245.50; BC-80040 610.00; BC-80044 88.00",
    ),
    files=[
        (
            "wire 1113.xlsx",
            XLSX,
            lambda: book("""
Lantern Bay North | | | | Lantern Bay South
Invoice | Date | Amount | | Invoice | Date | Amount
BC-80011 | 9/1/2026 | 1,500.00 | | BC-80031 | 9/15/2026 | 245.50
BC-80019 | 9/4/2026 | 720.00 | | BC-80040 | 9/22/2026 | 610.00
BC-80023 | 9/9/2026 | 3,310.00 | | BC-80044 | 9/25/2026 | 88.00
Total | | 5,530.00 | | Total | | 943.50

 | | | | | Wire total | 6,473.50
"""),
        )
    ],
)

firm(
    "S42",
    "Ironbridge Castings Ltd",
    "purchaseledger@ironbridgecast.example",
    "GBP",
    """
BL42001 2026-09-02 2000.00
BL42007 2026-09-10 1450.00
BL42011 2026-09-17 675.00
BL42020 2026-09-28 310.00
""",
)
mail(
    "en-xlsx-struck",
    "Rows struck through in the sheet are not paid; total of the others stated",
    "xlsxwriter",
    "S42",
    "Remittance",
    "2026-11-12T12:00:00+00:00",
    "Attached. Struck-through lines are held.",
    pay("2985.00", "*", "BL42001 2000.00; BL42011 675.00; BL42020 310.00"),
    files=[
        (
            "Remittance 12 Nov.xlsx",
            XLSX,
            lambda: book(
                """
Ironbridge Castings Ltd - remittance to Brevanne Coatings - 12 Nov 2026
Invoice no | Invoice date | Amount
BL42001 | 2 Sep 2026 | 2,000.00
BL42007 | 10 Sep 2026 | 1,450.00
BL42011 | 17 Sep 2026 | 675.00
BL42020 | 28 Sep 2026 | 310.00
 | Total paid | 2,985.00
""",
                strike=(3,),
            ),
        )
    ],
)

firm(
    "S43",
    "Copperline Utilities",
    "vendor.inquiry@copperline.example",
    "USD",
    """
BC-81002 2026-09-01 7400.00 CU-9001
BC-81010 2026-09-12 333.33 CU-9017
BC-81025 2026-09-30 12800.00 CU-9040
""",
    zone="America/Phoenix",
)
mail(
    "en-xlsx-hidden",
    "Export with hidden columns of ledger amounts and internal ids; paid in the last column",
    "xlsxwriter",
    "S43",
    "Payment detail 0001188",
    "2026-11-10T07:00:00-07:00",
    "Payment detail attached.",
    pay("20533.33", "*", "BC-81002 7400.00; BC-81010 333.33; BC-81025 12800.00"),
    files=[
        (
            "detail.xlsx",
            XLSX,
            lambda: book(
                """
PmtNo | PmtDt | IntId | VendDoc | PONbr | LedgerAmt | Approver | PmtAmt
0001188 | 11/10/2026 | 771001 | BC-81002 | CU-9001 | 7,955.00 | rlopez | 7,400.00
0001188 | 11/10/2026 | 771002 | BC-81010 | CU-9017 | 358.33 | rlopez | 333.33
0001188 | 11/10/2026 | 771003 | BC-81025 | CU-9040 | 13,760.00 | jcho | 12,800.00
""",
                hide=(2, 5, 6),
            ),
        )
    ],
)

firm(
    "S44",
    "Bramley Orchards Ltd",
    "fred@bramleyorchards.example",
    "GBP",
    """
BL43001 2026-09-03 1250.00
BL43010 2026-09-14 480.00
BL43019 2026-09-26 96.00
""",
)


mail(
    "en-docx-paid-and-balance",
    "Word table with Invoice, Total, Paid, Balance: part of one is left open",
    "python-docx",
    "S44",
    "Bramley / Brevanne",
    "2026-11-09T18:00:00+00:00",
    "See attached",
    pay("1480.00", "GBP", "BL43001 1000.00; BL43010 480.00"),
    files=[
        (
            "Brevanne Nov.docx",
            DOCX,
            lambda: docx(
                ("Bramley Orchards Ltd", "Brevanne Coatings - 9 November 2026"),
                """
Invoice | Total | Paid | Balance
BL43001 | £1,250.00 | £1,000.00 | £250.00
BL43010 | £480.00 | £480.00 | £0.00
BL43019 | £96.00 | £0.00 | £96.00
 | £1,826.00 | £1,480.00 | £346.00
""",
            ),
        )
    ],
)

firm(
    "S45",
    "Tamarisk Studios Ltd",
    "money@tamarisk.example",
    "GBP",
    """
BL44004 2026-09-01 920.00
BL44009 2026-09-08 1130.00
BL44013 2026-09-18 -75.00
BL44021 2026-09-29 60.00
""",
)


mail(
    "en-ods-debit-credit",
    "ODS of their ledger's posting: invoices as credits, our credit note and the bank as debits",
    "odfpy",
    "S45",
    "Payment 11 Nov",
    "2026-11-11T09:00:00+00:00",
    "Posting of today's payment to your account attached, 1975.00 by BACS.",
    pay("1975.00", "*", "BL44004 920.00; BL44009 1130.00; BL44013 -75.00"),
    files=[
        (
            "posting.ods",
            ODS,
            lambda: ods("""
Tamarisk Studios Ltd | | | |
Supplier BRE001 Brevanne Coatings | | | |
Date | Type | Reference | Debit | Credit
01/09/2026 | PI | BL44004 | | 920.00
08/09/2026 | PI | BL44009 | | 1,130.00
18/09/2026 | PC | BL44013 | 75.00 |
11/11/2026 | PP | BACS | 1,975.00 |
 | | | 2,050.00 | 2,050.00
"""),
        )
    ],
)

firm(
    "S46",
    "Zephyr Ventilation Systems",
    "erp@zephyrvent.example",
    "USD",
    """
SI0005510 2026-09-02 4410.00 PO-118820
SI0005533 2026-09-15 920.10 PO-118871
SI0005561 2026-09-28 15000.00 PO-118902
SI0005580 2026-10-05 240.00 PO-118950
""",
    zone="America/Chicago",
)
mail(
    "en-csv-journal",
    "CSV export of a vendor payment journal: many columns, own vouchers, POs and amounts with four decimals",
    "program's CSV",
    "S46",
    "VPJ-20261109",
    "2026-11-09T23:00:00-06:00",
    "Automatic export.",
    pay("20230.10", "USD", "SI0005510 4310.00 x=100.00; SI0005533 920.10; SI0005561 15000.00 "),
    files=[
        (
            "VPJ-20261109.csv",
            "text/csv",
            lambda: (
                b"""\
JournalNum,Voucher,TransDate,VendAccount,VendName,ExternalInvoice,PurchId,InvoiceAmountCur,Deduction,DeductionReason,SettleAmountCur,CurrencyCode,PaymMode
VPJ-20261109,VPV-0044120,2026-11-09,V000871,Brevanne Coatings Inc,SI0005510,PO-118820,4410.0000,100.0000,DAMAGED,4310.0000,USD,EFT
VPJ-20261109,VPV-0044121,2026-11-09,V000871,Brevanne Coatings Inc,SI0005533,PO-118871,920.1000,0.0000,,920.1000,USD,EFT
VPJ-20261109,VPV-0044122,2026-11-09,V000871,Brevanne Coatings Inc,SI0005561,PO-118902,15000.0000,0.0000,,15000.0000,USD,EFT
"""
            ),
        )
    ],
)

firm(
    "S47",
    "Harrow Lane Dental Group",
    "practice@harrowlane.example",
    "GBP",
    """
BL45001 2026-09-04 310.00
BL45006 2026-09-15 1220.00
BL45013 2026-09-26 75.50
BL45021 2026-10-03 640.00
""",
)
mail(
    "en-xlsx-marked",
    "Their list of our open invoices with 'Y' in a column 'Pay?', total of the marked",
    "openpyxl",
    "S47",
    "Paying the ones marked",
    "2026-11-16T17:00:00+00:00",
    "Hi, I've just paid the ones marked Y by bank transfer (£1,605.50).\n\nThanks, Dee",
    pay("1605.50", "GBP", "BL45001 310.00; BL45006 1220.00; BL45013 75.50"),
    files=[
        (
            "brevanne.xlsx",
            XLSX,
            lambda: book("""
Invoice | Date | Due | Amount | Pay?
BL45001 | 04/09/2026 | 04/10/2026 | 310.00 | Y
BL45006 | 15/09/2026 | 15/10/2026 | 1,220.00 | Y
BL45013 | 26/09/2026 | 26/10/2026 | 75.50 | Y
BL45021 | 03/10/2026 | 02/11/2026 | 640.00 | N
Paying | | | 1,605.50 |
"""),
        )
    ],
)
