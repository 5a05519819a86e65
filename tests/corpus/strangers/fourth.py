"""A fourth set in English, written without looking at the reader: columns and sums in unusual places, files of many programs."""

from __future__ import annotations

from tests.corpus.strangers.book import (
    DOCX,
    ODS,
    cells,
    firm,
    grid,
    mail,
    markup,
    nested,
    pay,
    pdf,
    printed,
    rights,
    table,
)
from tests.corpus.strangers.files import docx, drawn, ods, piped, typed, woven, xlsx

firm(
    "V01",
    "Harrowgate Dairies Co-op",
    "apremit@harrowgatedairies.example",
    "USD",
    """
BC-21001 2026-09-02 4200.00
BC-21009 2026-09-11 1365.40
BC-21014 2026-09-23 780.00
BC-21020 2026-10-02 3115.00
""",
    zone="America/Chicago",
)
mail(
    "en4-year-to-date",
    "Cheque stub with the sums of this cheque and of the year beside them, per row and in total",
    "fpdf2",
    "V01",
    "Stub for check 118204",
    "2026-11-10T09:00:00-06:00",
    "Attached is the stub for check 118204 mailed today.",
    pay("6240.40", "*", "BC-21001 4116.00 d=84.00; BC-21009 1365.40; BC-21014 759.00 x=21.00"),
    files=[
        pdf(
            "118204.pdf",
            lambda: typed(
                """
HARROWGATE DAIRIES CO-OP | | | | | | CHECK 118204
VENDOR 20881 BREVANNE COATINGS INC | | | | | | 11/10/2026

INVOICE | DATE | GROSS | DISC | DAMAGE | THIS CHECK | YTD PURCH | YTD PAID
BC-21001 | 09/02/26 | 4,200.00 | 84.00 | .00 | 4,116.00 | 38,400.00 | 33,912.60
BC-21009 | 09/11/26 | 1,365.40 | .00 | .00 | 1,365.40 | 39,765.40 | 35,278.00
BC-21014 | 09/23/26 | 780.00 | .00 | 21.00 | 759.00 | 40,545.40 | 36,037.00
TOTALS | | 6,345.40 | 84.00 | 21.00 | 6,240.40 | 40,545.40 | 36,037.00
""",
                (10, 36, -72, -90, -108, -132, -162, -192),
            ),
        )
    ],
)

firm(
    "V02",
    "Corran Ferry Company Ltd",
    "accounts@corranferry.example",
    "GBP",
    """
BL30011 2026-09-03 1180.00
BL30024 2026-09-15 642.50
BL30031 2026-09-24 -118.00
BL30040 2026-10-01 905.00
BL30052 2026-10-06 77.00
""",
)
mail(
    "en4-running-sum",
    "Advice without a total: the last column runs on from row to row and ends in what is paid",
    "reportlab",
    "V02",
    "BACS 12 November",
    "2026-11-12T11:00:00+00:00",
    "Please find our advice attached.",
    pay("2609.50", "GBP", "BL30011 1180.00; BL30024 642.50; BL30031 -118.00; BL30040 905.00"),
    files=[
        pdf(
            "bacs.pdf",
            lambda: drawn(
                """
Corran Ferry Company Ltd - paid by BACS 12 Nov 2026 to sort code 20-11-43
Creditor: Brevanne Coatings Ltd

Your doc. | Type | Date | Amount GBP | Cumulative GBP
BL30011 | Invoice | 03 Sep 2026 | 1,180.00 | 1,180.00
BL30024 | Invoice | 15 Sep 2026 | 642.50 | 1,822.50
BL30031 | Credit | 24 Sep 2026 | (118.00) | 1,704.50
BL30040 | Invoice | 01 Oct 2026 | 905.00 | 2,609.50
""",
                (50, 150, 230, -400, -520),
            ),
        )
    ],
)

firm(
    "V03",
    "Juniper Street Hotels LLC",
    "ap@juniperstreet.example",
    "USD",
    """
BC-22010 2026-09-04 910.00
BC-22018 2026-09-13 2044.75
BC-22025 2026-09-27 388.00
BC-22031 2026-10-04 150.00
""",
    zone="America/New_York",
)
mail(
    "en4-xlsx-transposed",
    "Workbook that lies on its side: an invoice a column, a fact a row, the sum at the right end",
    "xlsxwriter",
    "V03",
    "Wire remittance",
    "2026-11-11T15:00:00-05:00",
    "Remittance for today's wire is attached.",
    pay("3304.15", "USD", "BC-22010 910.00; BC-22018 2044.75; BC-22025 349.40 x=38.60"),
    files=[
        xlsx(
            "wire.xlsx",
            """
Juniper Street Hotels LLC
Invoice | BC-22010 | BC-22018 | BC-22025 | Total USD
Date | 09/04/2026 | 09/13/2026 | 09/27/2026 |
Billed | 910.00 | 2,044.75 | 388.00 | 3,342.75
Short delivery | 0.00 | 0.00 | -38.60 | -38.60
Wired | 910.00 | 2,044.75 | 349.40 | 3,304.15
""",
        )
    ],
)

firm(
    "V04",
    "Tollcross Glazing plc",
    "bought.ledger@tollcrossglazing.example",
    "GBP",
    """
7101234 2026-09-02 2350.00
7101241 2026-09-12 618.20
7101257 2026-09-25 1090.00
7101263 2026-10-01 44.00
""",
)
mail(
    "en4-check-digit",
    "Our numbers with a check digit behind a hyphen, their own seven digits beside them",
    "weasyprint",
    "V04",
    "Payment 4471",
    "2026-11-13T08:00:00+00:00",
    "Our remittance advice is attached.",
    pay("4058.20", "GBP", "7101234 2350.00; 7101241 618.20; 7101257 1090.00"),
    files=[
        pdf(
            "4471.pdf",
            lambda: woven(
                "<h2>Tollcross Glazing plc</h2><p>Payment run 4471 · value 13.11.2026 · paid to Brevanne Coatings Ltd</p>"
                + table(
                    ("Their reference", "Our voucher", "Voucher date", "Paid, £"),
                    cells(
                        "7101234-5 | 7208811 | 04.09.2026 | 2,350.00\n7101241-0 | 7208837 | 15.09.2026 | 618.20\n7101257-8 | 7208862 | 28.09.2026 | 1,090.00"
                    ),
                )
                + "<p style='text-align:right'>£4,058.20</p>",
                "th{border-bottom:2px solid #555}",
            ),
        )
    ],
)

firm(
    "V05",
    "Brackley Motorsport Ltd",
    "suppliers@brackleymotorsport.example",
    "GBP",
    """
BX-40417 2026-09-05 5120.00
BX-40422 2026-09-16 233.10
BX-40430 2026-09-29 1766.00
BX-40438 2026-10-03 590.00
""",
)
mail(
    "en4-number-in-two-columns",
    "The number's series in one column and its digits in another, tax and sum beside",
    "chromium",
    "V05",
    "Self-service remittance",
    "2026-11-12T10:00:00+00:00",
    "As attached",
    pay("7119.10", "*", "BX-40417 5120.00; BX-40422 233.10; BX-40430 1766.00"),
    files=[
        pdf(
            "remit.pdf",
            lambda: printed(
                "<h3>Brackley Motorsport Ltd · Supplier remittance</h3><p>Brevanne Coatings Ltd · Paid 12/11/2026 · Faster Payments</p>"
                + table(
                    ("Ser.", "No.", "Tax point", "Net", "VAT", "Paid"),
                    rights(
                        cells(
                            "BX | 40417 | 05/09/2026 | 4,266.67 | 853.33 | 5,120.00\nBX | 40422 | 16/09/2026 | 194.25 | 38.85 | 233.10\nBX | 40430 | 29/09/2026 | 1,471.67 | 294.33 | 1,766.00\n | | | 5,932.59 | 1,186.51 | 7,119.10"
                        ),
                        3,
                    ),
                )
            ),
        )
    ],
)

firm(
    "V06",
    "Sable Point Energy Partners",
    "payables@sablepoint.example",
    "USD",
    """
BC-23004 2026-08-28 15200.00
BC-23011 2026-08-30 480.00
BC-23019 2026-09-08 9310.50
BC-23026 2026-09-30 1205.00
BC-23033 2026-10-01 7020.00
""",
    zone="America/Denver",
)
mail(
    "en4-months",
    "Rows by month with a sum of each month after them, the sum of all above the table",
    "LibreOffice writer",
    "V06",
    "ACH 2026-11-12",
    "2026-11-12T07:00:00-07:00",
    "ACH remittance attached.",
    pay("26195.50", "USD", "BC-23004 15200.00; BC-23011 480.00; BC-23019 9310.50; BC-23026 1205.00"),
    files=[
        pdf(
            "ach.pdf",
            lambda: _office(
                "<p><b>Sable Point Energy Partners</b></p><p>ACH credit USD 26,195.50 settles 11/13/2026, trace 1021 0001 7734 551</p>",
                ("Month", "Invoice", "Dated", "Amount"),
                """
August 2026 | BC-23004 | 08/28/2026 | 15,200.00
 | BC-23011 | 08/30/2026 | 480.00
Sum August | | | 15,680.00
September 2026 | BC-23019 | 09/08/2026 | 9,310.50
 | BC-23026 | 09/30/2026 | 1,205.00
Sum September | | | 10,515.50
""",
            ),
        )
    ],
)


def _office(before: str, head: tuple[str, ...], said: str, after: str = "", language: str = "en") -> bytes:
    """A page of LibreOffice's writer: words, a table of cells, words."""
    from tests.corpus.strangers.book import press

    body = before + table(head, cells(said)) + after
    return press.office(
        f"<html lang={language}><head><meta charset='utf-8'></head><body>{body}</body></html>", ".html"
    )


firm(
    "V07",
    "Tri-County Water Authority",
    "finance@tricountywater.example",
    "USD",
    """
BC-24001 2026-09-01 12000.00
BC-24012 2026-09-14 640.00
BC-24020 2026-09-28 -300.00
BC-24025 2026-10-02 88.00
""",
    zone="America/New_York",
)
mail(
    "en4-csv-records",
    "CSV of records with a type in front: head, a row a document, tail with the count and the sum",
    "program's CSV",
    "V07",
    "Remittance file TCWA20261112",
    "2026-11-12T03:00:00-05:00",
    "Automated message: remittance file attached.",
    pay("12340.00", "USD", "BC-24001 12000.00; BC-24012 640.00; BC-24020 -300.00"),
    files=[
        (
            "TCWA20261112.csv",
            "text/csv",
            lambda: (
                b"HDR,TCWA,BREVANNE COATINGS INC,20261112,USD,ACH\r\nDTL,0001,BC-24001,20260901,12000.00,INV,PAINT TANK 4\r\n"
                b"DTL,0002,BC-24012,20260914,640.00,INV,PRIMER\r\nDTL,0003,BC-24020,20260928,-300.00,CRM,RETURNED DRUMS\r\nTRL,3,12340.00\r\n"
            ),
        )
    ],
)

firm(
    "V08",
    "University of Marlow Bay",
    "peoplesoft-noreply@marlowbay.example",
    "USD",
    """
BC-25003 2026-09-02 2210.00 0000118842
BC-25009 2026-09-13 75.25 0000118907
BC-25016 2026-09-22 4980.00 0000118930
BC-25021 2026-10-05 131.00 0000118988
""",
    zone="America/Los_Angeles",
)
mail(
    "en4-tsv-export",
    "Tab-separated export of a university's ERP: technical headings, pay cycle, voucher, gross, discount, paid",
    "program's TSV",
    "V08",
    "Payment Advice 0000449120",
    "2026-11-09T20:00:00-08:00",
    "This is a system-generated message. The attached file lists the vouchers paid by ACH reference 0000449120.",
    pay("7221.05", "USD", "BC-25003 2165.80 d=44.20; BC-25009 75.25; BC-25016 4980.00"),
    files=[
        (
            "pay_0000449120.tsv",
            "text/tab-separated-values",
            lambda: (
                b"PYMNT_ID_REF\tPYMNT_DT\tREMIT_VENDOR\tVOUCHER_ID\tINVOICE_ID\tINVOICE_DT\tGROSS_AMT\tDSCNT_TAKEN\tPAID_AMT\tCURRENCY_PYMNT\n"
                b"0000449120\t2026-11-09\t0000017762\t00881201\tBC-25003\t2026-09-02\t2210.000\t44.200\t2165.800\tUSD\n"
                b"0000449120\t2026-11-09\t0000017762\t00881344\tBC-25009\t2026-09-13\t75.250\t0.000\t75.250\tUSD\n"
                b"0000449120\t2026-11-09\t0000017762\t00881390\tBC-25016\t2026-09-22\t4980.000\t0.000\t4980.000\tUSD\n"
            ),
        )
    ],
)

firm(
    "V09",
    "St Brannock's Hospital Trust",
    "payments@stbrannocks.example",
    "GBP",
    """
BL24101 2026-09-01 860.40
BL24108 2026-09-09 1722.00
BL24115 2026-09-21 95.76
BL24123 2026-10-02 430.00
""",
)
mail(
    "en4-rtf",
    "RTF letter of a hospital: labels above, a table with our order number, the sum in the middle of the letter",
    "pandoc",
    "V09",
    "Remittance - supplier 100442",
    "2026-11-11T06:00:00+00:00",
    "Please see the attached remittance letter. Do not reply to this address.",
    pay("2678.16", "GBP", "BL24101 860.40; BL24108 1722.00; BL24115 95.76"),
    files=[
        (
            "remittance.rtf",
            "application/rtf",
            lambda: piped(
                "<p>St Brannock's Hospital Trust, Shared Business Services</p><p>Supplier: 100442 Brevanne Coatings Ltd</p><p>Payment reference: SBS0091182</p><p>Payment date: 11-NOV-2026</p>"
                "<p>We have credited your bank account with £2,678.16 in settlement of:</p>"
                + table(
                    ("Invoice number", "Invoice date", "Order", "Amount paid"),
                    cells(
                        "BL24101 | 01-SEP-2026 | RX100-88 | 860.40\nBL24108 | 09-SEP-2026 | RX100-91 | 1,722.00\nBL24115 | 21-SEP-2026 | RX101-02 | 95.76"
                    ),
                )
                + "<p>Queries: 01632 960 118, quoting supplier 100442.</p>",
                "rtf",
            ),
        )
    ],
)

firm(
    "V10",
    "Ashdown & Pryce Solicitors",
    "cashiers@ashdownpryce.example",
    "GBP",
    """
BL25001 2026-09-07 1500.00
BL25006 2026-09-18 312.00
BL25011 2026-10-01 96.00
""",
)
mail(
    "en4-odt-letter",
    "ODT letter: a discount off the whole below the list, then the sum sent",
    "pandoc",
    "V10",
    "Your account",
    "2026-11-12T16:00:00+00:00",
    "Dear Sirs, kindly see the letter attached.",
    pay("1766.70", "GBP", "BL25001 * d=*; BL25006 * d=*"),
    files=[
        (
            "letter.odt",
            "application/vnd.oasis.opendocument.text",
            lambda: piped(
                "<p>Ashdown &amp; Pryce Solicitors</p><p>12 November 2026</p><p>Dear Sirs</p><p>We have today sent to your client account by CHAPS the sum shown at the foot, being:</p>"
                + table(
                    ("Your invoice", "Date", "£"),
                    cells(
                        "BL25001 | 7 September 2026 | 1,500.00\nBL25006 | 18 September 2026 | 312.00\nSub-total | | 1,812.00\nLess 2.5% settlement discount as agreed with Mr Farrow | | (45.30)\nSent by CHAPS | | 1,766.70"
                    ),
                )
                + "<p>Yours faithfully</p>",
                "odt",
            ),
        )
    ],
)

firm(
    "V11",
    "Gulfmark Offshore Services",
    "jde.reports@gulfmarkoffshore.example",
    "USD",
    """
BC-26007 2026-09-03 8840.00
BC-26013 2026-09-15 1200.00
BC-26019 2026-09-20 -440.00
BC-26028 2026-10-02 305.00
""",
    zone="America/Chicago",
)
mail(
    "en4-jde-text",
    "ERP's print as the body: Julian days, company and document type before the number, CR behind, stars at the sum",
    "plain text",
    "V11",
    "R04576 Payment Register - payee copy",
    "2026-11-12T22:00:00-06:00",
    """R04576                 Gulfmark Offshore Services                 11/12/26 22:01
                       Payment Register - Payee copy               Page -    1
Payee   20441 Brevanne Coatings Inc          Pymt No  70023118   G/L Date 126316

Co     Doc Ty  Document   Supplier Invoice    Inv Jul      Amount      Disc Tkn
----- -------- --------- ------------------ --------- ------------- ------------
00070    PV      884120  BC-26007              126246      8,840.00       176.80
00070    PV      884133  BC-26013              126258      1,200.00
00072    PM      884160  BC-26019              126263        440.00CR
                                                      ------------- ------------
                         Payment Amount    ****9,423.20***
                         Currency USD
""",
    pay("9423.20", "USD", "BC-26007 8663.20 d=176.80; BC-26013 1200.00; BC-26019 -440.00"),
)

firm(
    "V12",
    "Pemberton Textiles (Lanka) Pvt Ltd",
    "finance@pembertonlanka.example",
    "USD",
    """
BCX-1201 2026-09-05 9800.00
BCX-1207 2026-09-17 2150.00
BCX-1215 2026-10-01 640.00
""",
    zone="Asia/Colombo",
)
mail(
    "en4-docx-charges",
    "Word sheet of a TT: the bank's charges and the agent's taken off under the list, net remitted",
    "python-docx",
    "V12",
    "TT copy",
    "2026-11-11T13:00:00+05:30",
    "TT details attached for your reference pls.",
    pay("11903.50", "USD", "BCX-1201 * x=*; BCX-1207 * x=*"),
    files=[
        (
            "TT.docx",
            DOCX,
            lambda: docx(
                (
                    "Pemberton Textiles (Lanka) Pvt Ltd",
                    "Telegraphic transfer to Brevanne Coatings, value 11.11.2026",
                ),
                """
Ref | Particulars | USD
BCX-1201 | Marine epoxy | 9,800.00
BCX-1207 | Thinner | 2,150.00
 | Total | 11,950.00
 | Our bank charges | 25.00
 | Agent bank charges | 21.50
 | Net remitted | 11,903.50
""",
            ),
        )
    ],
)

firm(
    "V13",
    "Calder Vale Construction Ltd",
    "subcontract.payments@caldervale.example",
    "GBP",
    """
BL26901 2026-09-04 10000.00
BL26909 2026-09-18 4000.00
BL26914 2026-10-02 2500.00
""",
)
mail(
    "en4-retention",
    "Contractor's statement of what was paid: gross, retention, tax at source, contra, net, each summed",
    "chromium",
    "V13",
    "Sub-contract payment 0088",
    "2026-11-13T09:00:00+00:00",
    "Payment 0088 has been made today, breakdown attached.",
    pay("11160.00", "GBP", "BL26901 8000.00 x=2000.00; BL26909 3160.00 x=840.00"),
    files=[
        pdf(
            "0088.pdf",
            lambda: printed(
                "<p><b>Calder Vale Construction Ltd</b><br>Sub-contractor: Brevanne Coatings Ltd &nbsp; UTR 11223 44556 &nbsp; Payment no 0088 &nbsp; Paid 13/11/26</p>"
                + table(
                    ("Application", "Site", "Gross", "Retention 5%", "CIS 15%", "Contra", "Net"),
                    rights(
                        cells(
                            "BL26901 | Unit 4 | 10,000.00 | 500.00 | 1,500.00 | 0.00 | 8,000.00\nBL26909 | Unit 7 | 4,000.00 | 200.00 | 600.00 | 40.00 | 3,160.00\nPaid | | 14,000.00 | 700.00 | 2,100.00 | 40.00 | 11,160.00"
                        ),
                        2,
                    ),
                )
                + "<p>Retention held to date on all works: £3,450.00. Retention is released at practical completion.</p>"
            ),
        )
    ],
)

firm(
    "V14",
    "Windermere Caravan Parks Ltd",
    "office@windermereparks.example",
    "GBP",
    """
BL27301 2026-08-20 9000.00
BL27312 2026-09-10 1500.00
""",
)
mail(
    "en4-instalments",
    "Payments by instalment: the first gone last month, the second now, the third to come, in columns",
    "Outlook HTML",
    "V14",
    "2nd instalment",
    "2026-11-13T10:00:00+00:00",
    markup(
        "<p>Hi Joan, the second instalment has gone by BACS today as agreed (£3,500.00 altogether).</p>"
        + grid(
            "BL27301 | 9,000.00 | 3,000.00 | 3,000.00 | 3,000.00\nBL27312 | 1,500.00 | 500.00 | 500.00 | 500.00\nTotal | 10,500.00 | 3,500.00 | 3,500.00 | 3,500.00",
            "Invoice|Value|1st 13 Oct|2nd 13 Nov|3rd 13 Dec",
        )
        + "<p>Kind regards<br>Sue</p>"
    ),
    pay("3500.00", "GBP", "BL27301 3000.00; BL27312 500.00"),
    kind="*",
)

firm(
    "V15",
    "Northgate Retail Holdings plc",
    "ssc.ap@northgateretail.example",
    "GBP",
    """
BL28001 2026-09-02 2400.00
BL28010 2026-09-12 360.00
BL28017 2026-09-26 1180.00
BL28025 2026-10-03 240.00
""",
)
mail(
    "en4-corrected",
    "A corrected advice that names the one it replaces, and shows its old sum",
    "weasyprint",
    "V15",
    "CORRECTED remittance 881-B",
    "2026-11-13T14:00:00+00:00",
    "Please disregard remittance advice 881-A; the attached 881-B is correct.",
    pay("3580.00", "GBP", "BL28001 2400.00; BL28017 1180.00"),
    files=[
        pdf(
            "881-B.pdf",
            lambda: woven(
                "<h2>Corrected remittance advice 881-B</h2><p>Northgate Retail Holdings plc to Brevanne Coatings Ltd</p><p>Replaces advice 881-A of 12/11/2026 for £3,940.00, in which BL28010 (£360.00) was listed in error. BL28010 remains unpaid.</p>"
                + table(
                    ("Document", "Date", "Paid"),
                    cells("BL28001 | 02/09/2026 | 2,400.00\nBL28017 | 26/09/2026 | 1,180.00"),
                )
                + "<p><b>Amount of BACS payment, 12/11/2026: £3,580.00</b></p>"
            ),
        )
    ],
)

firm(
    "V16",
    "Ridgeline Outdoor Inc.",
    "supplier-portal@ridgelineoutdoor.example",
    "USD",
    """
BC-27001 2026-08-25 700.00
BC-27006 2026-09-02 1250.00
BC-27011 2026-09-10 480.00
BC-27018 2026-09-24 960.00
BC-27024 2026-10-01 330.00
""",
    zone="America/Denver",
)
mail(
    "en4-portal-status",
    "Portal's mail of a payment with the status of all invoices: paid by this, paid before, approved, in review",
    "HTML program",
    "V16",
    "Payment PMT-3307 sent",
    "2026-11-12T08:00:00-07:00",
    markup(
        nested(
            "<p>Payment <b>PMT-3307</b> of <b>$1,730.00</b> was sent to your bank on November 12, 2026.</p><p>Your invoices with Ridgeline Outdoor:</p>"
            + grid(
                "BC-27001 | $700.00 | Paid 10/15/2026 | PMT-3120\nBC-27006 | $1,250.00 | Paid 11/12/2026 | PMT-3307\nBC-27011 | $480.00 | Paid 11/12/2026 | PMT-3307\nBC-27018 | $960.00 | Approved | -\nBC-27024 | $330.00 | In review | -",
                "Invoice|Amount|Status|Payment",
            )
        )
    ),
    pay("1730.00", "USD", "BC-27006 1250.00; BC-27011 480.00"),
)

firm(
    "V17",
    "Ellismere Group Services Ltd",
    "p2p@ellismere.example",
    "GBP",
    """
BL29005 2026-09-03 810.00
BL29013 2026-09-14 2260.00
BL29022 2026-10-02 127.00
""",
)
mail(
    "en4-xlsx-many-suppliers",
    "Shared service centre's run: rows of four suppliers in one list, sum of the run only",
    "xlsxwriter",
    "V17",
    "Payment run 13/11",
    "2026-11-13T17:00:00+00:00",
    "Hi all, the attached has been paid today. Please look for your own lines.",
    pay("*", "*", "BL29005 810.00; BL29013 2260.00"),
    files=[
        xlsx(
            "run1311.xlsx",
            """
Supplier | Ref | Date | Amount | Paid on
Aldgate Fasteners Ltd | AF-11820 | 04/09/2026 | 1,422.50 | 13/11/2026
Brevanne Coatings Ltd | BL29005 | 03/09/2026 | 810.00 | 13/11/2026
Brevanne Coatings Ltd | BL29013 | 14/09/2026 | 2,260.00 | 13/11/2026
Crowle Haulage | 60118 | 18/09/2026 | 395.00 | 13/11/2026
Denholm Plastics | DP/2291 | 20/09/2026 | 7,780.00 | 13/11/2026
 | | | 12,667.50 |
""",
        )
    ],
)

firm(
    "V18",
    "Foxglove Housing Association",
    "purchase.payments@foxglovehousing.example",
    "GBP",
    """
BL29501 2026-09-01 3020.00
BL29509 2026-09-15 415.00
BL29516 2026-09-30 680.00
BL29520 2026-10-04 1250.00
""",
)
mail(
    "en4-open-beside-paid",
    "Two tables side by side on the page: what is paid, and what stays open with reasons",
    "chromium",
    "V18",
    "Remittance FHA 5512",
    "2026-11-12T10:00:00+00:00",
    "Attached.",
    pay("3435.00", "GBP", "BL29501 3020.00; BL29509 415.00"),
    files=[
        pdf(
            "5512.pdf",
            lambda: printed(
                "<h3>Foxglove Housing Association: remittance FHA 5512, 12 November 2026, Brevanne Coatings Ltd</h3><div style='display:flex;gap:30px'><div style='flex:1'><b>Paid today</b>"
                + table(
                    ("Invoice", "Amount £"),
                    rights(cells("BL29501 | 3,020.00\nBL29509 | 415.00\nTotal | 3,435.00"), 1),
                )
                + "</div><div style='flex:1'><b>Still open</b>"
                + table(
                    ("Invoice", "Amount £", "Why"),
                    cells(
                        "BL29516 | 680.00 | awaiting order\nBL29520 | 1,250.00 | not yet due\nTotal | 1,930.00 |"
                    ),
                )
                + "</div></div>"
            ),
        )
    ],
)

firm(
    "V19",
    "Maritime Cargo Solutions Ltd",
    "accounts@maritimecargo.example",
    "USD",
    """
BC-28003 2026-09-04 3300.00
BC-28010 2026-09-19 1425.00
BC-28016 2026-10-01 810.00
""",
)
mail(
    "en4-ods-foreign-rows",
    "ODS: rows of two currencies, the sterling ones held; only the dollars are summed and paid",
    "odfpy",
    "V19",
    "USD payment",
    "2026-11-12T12:00:00+00:00",
    "USD lines on the attached were paid today. GBP lines are for another supplier account and follow.",
    pay("4725.00", "USD", "BC-28003 3300.00; BC-28010 1425.00"),
    files=[
        (
            "usd.ods",
            ODS,
            lambda: ods(
                """
Doc | Date | Curr | Value | Paid USD
BC-28003 | 04/09/2026 | USD | 3,300.00 | 3,300.00
BLX-7781 | 08/09/2026 | GBP | 940.00 |
BC-28010 | 19/09/2026 | USD | 1,425.00 | 1,425.00
BLX-7790 | 22/09/2026 | GBP | 112.50 |
Paid | | | | 4,725.00
"""
            ),
        )
    ],
)

firm(
    "V20",
    "Penrose Leisure Group",
    "remits@penroseleisure.example",
    "GBP",
    """
BL23001 2026-09-02 1440.00
BL23008 2026-09-13 287.60
BL23015 2026-09-26 2050.00
BL23021 2026-10-03 66.00
""",
)
mail(
    "en4-two-storeys",
    "HTML with headings in two storeys: Invoice over No and Date, Amounts over Billed, Adjusted and Settled",
    "HTML program",
    "V20",
    "Remittance Penrose",
    "2026-11-12T10:00:00+00:00",
    markup(
        "<p>Settled by BACS on 12/11/2026:</p><table border=1><tr><th colspan=2>Invoice</th><th colspan=3>Amounts (GBP)</th></tr><tr><th>No</th><th>Date</th><th>Billed</th><th>Adjusted</th><th>Settled</th></tr>"
        "<tr><td>BL23001</td><td>02/09/26</td><td>1,440.00</td><td>0.00</td><td>1,440.00</td></tr><tr><td>BL23008</td><td>13/09/26</td><td>287.60</td><td>-12.60</td><td>275.00</td></tr><tr><td>BL23015</td><td>26/09/26</td><td>2,050.00</td><td>0.00</td><td>2,050.00</td></tr>"
        "<tr><td colspan=2>3 items</td><td>3,777.60</td><td>-12.60</td><td>3,765.00</td></tr></table>"
    ),
    pay("3765.00", "GBP", "BL23001 1440.00; BL23008 275.00 x=12.60; BL23015 2050.00"),
)
