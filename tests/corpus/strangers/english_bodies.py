"""Mails in English whose body is the document: programs' HTML, columns of text, pipes and Markdown."""

from __future__ import annotations

from tests.corpus.strangers.book import firm, grid, mail, markup, nested, pay

firm(
    "S20",
    "Mesa Verde Analytics, Inc.",
    "do-not-reply@payments.mesaverde.example;ap@mesaverde.example",
    "USD",
    """
90023001 2026-09-02 6200.00 MVPO-3311
90023014 2026-09-13 450.00 MVPO-3319
90023040 2026-10-01 1800.00 MVPO-3350
""",
    zone="America/Denver",
)
mail(
    "en-coupa-html",
    "Procurement portal's notice in nested layout tables: labels over values, lines with our number, their PO, paid",
    "HTML program",
    "S20",
    "Mesa Verde Analytics has issued payment PAY-20931",
    "2026-11-05T09:00:00-07:00",
    markup(
        nested(
            "<h2>Payment issued</h2>"
            + grid("PAY-20931 | 11/04/2026 | ACH | $6,650.00", "Payment #|Issued on|Channel|Total")
            + "<p>Invoices on this payment</p>"
            + grid(
                "90023001 | MVPO-3311 | 09/02/2026 | $6,200.00 | $6,200.00\n90023014 | MVPO-3319 | 09/13/2026 | $450.00 | $450.00",
                "Invoice #|PO #|Invoice date|Invoice total|This payment",
            )
            + "<p style='color:#888;font-size:10px'>Powered by Spendgate. Questions? Log in to the supplier portal. Unsubscribe</p>"
        )
    ),
    pay("6650.00", "USD", "90023001 6200.00; 90023014 450.00"),
)

firm(
    "S21",
    "Orchard & Pine Media GmbH & Co",
    "payments@orchardpine.example",
    "EUR",
    """
F2026-1187 2026-09-05 3000.00
F2026-1201 2026-09-19 1450.00
F2026-1222 2026-10-03 700.00
""",
    zone="Europe/Berlin",
)
mail(
    "en-tipalti-html",
    "Mass payment platform: 'is on its way', withholding and fee columns, net submitted",
    "HTML program",
    "S21",
    "Payment of 4,178.00 EUR from Orchard & Pine Media is on its way",
    "2026-11-06T12:00:00+01:00",
    markup(
        nested(
            "<p>Dear Brevanne Coatings,</p><p>A payment has been submitted to your bank account ending 4471.</p>"
            + grid(
                "Amount submitted: | <b>4,178.00 EUR</b>\nPayment method: | SEPA\nRef code: | OP-2611-44103\nSubmitted: | Nov 6, 2026"
            )
            + grid(
                "F2026-1187 | 3,000.00 | 180.00 | 0.00 | 2,820.00\nF2026-1201 | 1,450.00 | 87.00 | 5.00 | 1,358.00",
                "Bill|Amount|Tax withheld|Fee|Net",
            )
        )
    ),
    pay("4178.00", "EUR", "F2026-1187 2820.00 x=180.00; F2026-1201 1358.00 x=92.00"),
)

firm(
    "S22",
    "Little Acorn Preschools",
    "director@littleacorn.example",
    "USD",
    """
INV#00204 2026-09-20 318.00
INV#00211 2026-10-04 96.50
INV#00219 2026-10-11 127.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en-billpay-html",
    "Bill payment service for a small firm: a sentence and a list of bills, dollar signs, dates in words",
    "HTML program",
    "S22",
    "Little Acorn Preschools sent you a payment",
    "2026-11-09T07:30:00-08:00",
    markup(
        nested(
            "<h1>You're getting paid!</h1><p><b>Little Acorn Preschools</b> sent you <b>$414.50</b> by check. Expected delivery Nov 14 – Nov 18, 2026.</p>"
            "<p>What it's for</p><ul><li>Bill INV#00204 · due Oct 20, 2026 · <b>$318.00</b></li><li>Bill INV#00211 · due Nov 3, 2026 · <b>$96.50</b></li></ul><p>Confirmation P26110900412</p>"
        )
    ),
    pay("414.50", "USD", "INV#00204 318.00; INV#00211 96.50"),
)

firm(
    "S23",
    "Ashdown Timber Frames Ltd",
    "ledger@ashdowntimber.example",
    "GBP",
    """
BL33001 2026-09-01 1080.00
BL33009 2026-09-08 2466.25
BL33015 2026-09-15 -120.00
BL33022 2026-09-22 740.00
BL33040 2026-10-05 95.00
""",
)
mail(
    "en-no-header",
    "Columns of text without a header row; a credit with CR behind",
    "plain text",
    "S23",
    "payment today",
    "2026-11-03T16:00:00+00:00",
    """Hello,

CHAPS this afternoon, 4,166.25 in total

01/09/26   BL33001      1,080.00
08/09/26   BL33009      2,466.25
15/09/26   BL33015        120.00 CR
22/09/26   BL33022        740.00
                        --------
                        4,166.25

Ta
Geoff Ashdown
Ashdown Timber Frames Ltd   01825 700412   Reg no 04418822
""",
    pay("4166.25", "*", "BL33001 1080.00; BL33009 2466.25; BL33015 -120.00; BL33022 740.00"),
)

firm(
    "S24",
    "Corvid Software Ltd",
    "finance@corvid.example",
    "GBP",
    """
BL34100 2026-09-10 5000.00
BL34112 2026-09-24 1250.00
BL34130 2026-10-08 310.00
""",
)
mail(
    "en-markdown",
    "A Markdown table with a bold total row",
    "plain text",
    "S24",
    "Payment run 14",
    "2026-11-10T09:00:00+00:00",
    """Hi team,

Payment run **14** went out this morning. Yours:

| Supplier invoice | Our ref | Net | VAT | Gross |
|:-----------------|:-------:|----:|----:|------:|
| BL34100          | PINV-771 | 4,166.67 | 833.33 | 5,000.00 |
| BL34112          | PINV-790 | 1,041.67 | 208.33 | 1,250.00 |
| **Total**        |          | **5,208.34** | **1,041.66** | **6,250.00** |

_Sent by ledgerbot_
""",
    pay("6250.00", "*", "BL34100 5000.00; BL34112 1250.00"),
)

firm(
    "S25",
    "Redoubt Security Services",
    "accts@redoubtsec.example",
    "USD",
    """
0088412 2026-09-01 1199.00
0088455 2026-09-17 2398.00
0088467 2026-09-28 599.50
""",
    zone="America/New_York",
)
mail(
    "en-ascii-box",
    "A box of plus and minus signs, inside <pre>",
    "HTML with pre",
    "S25",
    "ACH 11/12",
    "2026-11-12T10:00:00-05:00",
    markup("""<pre>
REDOUBT SECURITY SERVICES        ACH ADVICE
to: BREVANNE COATINGS INC        eff. 11/13/2026

+----------+----------+-----------+---------+-----------+
| INVOICE  | INV DATE | INV AMT   | ADJ     | PAID      |
+----------+----------+-----------+---------+-----------+
| 0088412  | 09/01/26 |  1,199.00 |    0.00 |  1,199.00 |
| 0088455  | 09/17/26 |  2,398.00 |  -98.00 |  2,300.00 |
| 0088467  | 09/28/26 |    599.50 |    0.00 |    599.50 |
+----------+----------+-----------+---------+-----------+
| TOTAL               |  4,196.50 |  -98.00 |  4,098.50 |
+----------+----------+-----------+---------+-----------+
</pre>"""),
    pay("4098.50", "*", "0088412 1199.00; 0088455 2300.00 x=98.00; 0088467 599.50"),
)

firm(
    "S26",
    "Juniper & Jay Cosmetics",
    "hello@juniperjay.example",
    "USD",
    """
SO26-8801 2026-09-14 860.00
SO26-8815 2026-09-28 142.30
SO26-8830 2026-10-06 510.00
""",
    zone="America/Los_Angeles",
)
mail(
    "en-emoji-list",
    "A list with emoji, amounts after arrows",
    "Apple Mail",
    "S26",
    "💸 paid!",
    "2026-11-11T13:00:00-08:00",
    """Hey hey 👋

just zelle'd you 💸 $1,002.30

✅ SO26-8801 ➡️ $860.00
✅ SO26-8815 ➡️ $142.30
⏳ SO26-8830 (waiting on the replacement lids, will do that one after)

🌿 Jay
Sent from my iPhone
""",
    pay("1002.30", "USD", "SO26-8801 860.00; SO26-8815 142.30"),
)

firm(
    "S27",
    "Haldane Fisheries Ltd",
    "accounts@haldanefish.example",
    "GBP",
    """
BL35010 2026-09-02 2200.00
BL35016 2026-09-05 615.00
BL35024 2026-09-19 1340.00
BL35031 2026-09-27 88.20
BL35040 2026-10-03 702.00
""",
)
mail(
    "en-two-layouts",
    "Two payments in one body: a table of columns, then a sentence with labels",
    "plain text",
    "S27",
    "Two payments this week",
    "2026-11-13T12:30:00+00:00",
    """Dear Receivables,

1) BACS Tuesday 10 November - £4,155.00

   Invoice      Value
   BL35010      2,200.00
   BL35016        615.00
   BL35024      1,340.00
   Total        4,155.00

2) Faster payment today
   Amount: £790.20
   Invoices: BL35031 (88.20), BL35040 (702.00)
   Ref: HALDANE 2

Kind regards,
Morag
""",
    pay("4155.00", "GBP", "BL35010 2200.00; BL35016 615.00; BL35024 1340.00"),
    pay("790.20", "GBP", "BL35031 88.20; BL35040 702.00"),
)

firm(
    "S28",
    "Trattoria Equipment Srl",
    "amministrazione@trattoria-eq.example",
    "EUR",
    """
VK-26100233 2026-09-07 1870.00
VK-26100250 2026-09-18 640.50
VK-26100271 2026-10-02 90.00
""",
    zone="Europe/Rome",
)
mail(
    "en-italian-headings",
    "English mail with an Italian program's table: Fattura, Scadenza, Ritenuta, Netto a pagare",
    "Outlook HTML",
    "S28",
    "Bank transfer 11.11",
    "2026-11-11T17:00:00+01:00",
    markup(
        "<p class=MsoNormal>Dear all, we sent the transfer today, below the print of our system.</p>"
        "<table class=MsoNormalTable border=1><tr><td>N. fattura</td><td>Del</td><td>Scadenza</td><td>Importo</td><td>Abbuono</td><td>Netto a pagare</td></tr>"
        "<tr><td>VK-26100233</td><td>07/09/2026</td><td>07/10/2026</td><td>1.870,00</td><td>20,00</td><td>1.850,00</td></tr>"
        "<tr><td>VK-26100250</td><td>18/09/2026</td><td>18/10/2026</td><td>640,50</td><td></td><td>640,50</td></tr>"
        "<tr><td colspan=5>Totale bonifico EUR</td><td>2.490,50</td></tr></table><p>CRO 88120044771<br>Saluti, Paola</p>"
    ),
    pay("2490.50", "EUR", "VK-26100233 1850.00 d=*; VK-26100250 640.50"),
)

firm(
    "S29",
    "Van Dorrestein Bloemenexport BV",
    "crediteuren@vandorrestein.example",
    "EUR",
    """
VK-26100301 2026-09-09 3150.00
VK-26100318 2026-09-16 980.75
VK-26100330 2026-09-23 -200.00
VK-26100341 2026-10-01 415.00
""",
    zone="Europe/Amsterdam",
)
mail(
    "en-dutch-headings",
    "English mail with a Dutch program's columns: Factuurnummer, Boekstuk, Bedrag, Korting, Betaald",
    "plain text",
    "S29",
    "Betaalspecificatie 2611-18",
    "2026-11-12T08:15:00+01:00",
    """Hi,

Today we paid EUR 3.930,75, specification:

Boekstuk   Factuurnummer   Factuurdatum      Bedrag   Korting     Betaald
INK-4410   VK-26100301     09-09-2026      3.150,00      0,00    3.150,00
INK-4417   VK-26100318     16-09-2026        980,75      0,00      980,75
INK-4431   VK-26100330     23-09-2026       -200,00      0,00     -200,00
                                           --------  --------   ---------
Totaal                                     3.930,75      0,00    3.930,75

Best, Joost
""",
    pay("3930.75", "EUR", "VK-26100301 3150.00; VK-26100318 980.75; VK-26100330 -200.00"),
)

firm(
    "S30",
    "Cerâmica Douro Lda",
    "tesouraria@ceramicadouro.example",
    "EUR",
    """
FT-B/2611 2026-09-03 5400.00
FT-B/2619 2026-09-12 1230.00
FT-B/2640 2026-10-02 77.70
""",
    zone="Europe/Lisbon",
)
mail(
    "en-portuguese-headings",
    "English mail with a Portuguese table: Documento, Valor, Desc., Valor pago",
    "Gmail HTML",
    "S30",
    "Pagamento 2026/1180",
    "2026-11-16T11:00:00+00:00",
    markup(
        "<div dir=ltr>Hello, payment made today by transfer. Details:<br><br><table border=1 cellspacing=0><tbody>"
        "<tr><th>Documento</th><th>Data</th><th>Valor</th><th>Desc.</th><th>Valor pago</th></tr>"
        "<tr><td>FT-B/2611</td><td>03-09-2026</td><td>5 400,00 €</td><td>108,00 €</td><td>5 292,00 €</td></tr>"
        "<tr><td>FT-B/2619</td><td>12-09-2026</td><td>1 230,00 €</td><td>0,00 €</td><td>1 230,00 €</td></tr>"
        "<tr><td colspan=4>Total do pagamento</td><td>6 522,00 €</td></tr></tbody></table><br>-- <br>Rita Fonseca, NIF 501 442 118</div>"
    ),
    pay("6522.00", "EUR", "FT-B/2611 5292.00 d=108.00; FT-B/2619 1230.00"),
)

firm(
    "S31",
    "Skerry Distillers Ltd",
    "morven@skerrydistillers.example",
    "GBP",
    """
BL36001 2026-09-01 730.00
BL36008 2026-09-09 1460.00
BL36016 2026-09-30 365.00
""",
)
mail(
    "en-apple-nested-divs",
    "Apple Mail: rows of divs with tabs of non-breaking spaces, the sum first",
    "Apple Mail HTML",
    "S31",
    "Transfer",
    "2026-11-17T10:10:00+00:00",
    markup(
        "<div>Hi Joan,</div><div><br></div><div>Transfer of <b>£2,190.00</b> made just now:</div><div><br></div>"
        "<div>BL36001&nbsp;&nbsp;&nbsp;&nbsp;1 Sept&nbsp;&nbsp;&nbsp;&nbsp;£730.00</div><div>BL36008&nbsp;&nbsp;&nbsp;&nbsp;9 Sept&nbsp;&nbsp;&nbsp;&nbsp;£1,460.00</div>"
        "<div><br></div><div>BL36016 is not due yet.</div><div><br></div><div>Morven</div>"
    ),
    pay("2190.00", "GBP", "BL36001 730.00; BL36008 1460.00"),
)

firm(
    "S32",
    "Gulf Petrotrade FZE",
    "ap@gulfpetrotrade.example",
    "AED",
    """
BCD-2609-011 2026-09-06 36500.00
BCD-2609-024 2026-09-20 8200.50
BCD-2610-002 2026-10-02 12000.00
""",
    zone="Asia/Dubai",
)
mail(
    "en-arabic-digits",
    "Bilingual table with amounts in Arabic-Indic digits",
    "Outlook HTML",
    "S32",
    "Payment advice / إشعار دفع",
    "2026-11-15T13:00:00+04:00",
    markup(
        "<p>Dear Supplier, kindly note the transfer of today (AED).</p><table border=1><tr><th>Invoice رقم الفاتورة</th><th>Date التاريخ</th><th>Amount paid المبلغ المدفوع</th></tr>"
        "<tr><td>BCD-2609-011</td><td>2026-09-06</td><td>٣٦٬٥٠٠٫٠٠</td></tr><tr><td>BCD-2609-024</td><td>2026-09-20</td><td>٨٬٢٠٠٫٥٠</td></tr>"
        "<tr><td>Total المجموع</td><td></td><td>٤٤٬٧٠٠٫٥٠</td></tr></table>"
    ),
    pay("44700.50", "AED", "BCD-2609-011 36500.00; BCD-2609-024 8200.50"),
)

firm(
    "S33",
    "Thistledown Care Homes",
    "invoices@thistledowncare.example",
    "GBP",
    """
202611 2026-09-11 420.00
202612 2026-09-12 1130.00
000017 2026-09-25 64.00
0001003 2026-10-02 900.00
""",
)
mail(
    "en-numbers-like-years",
    "Invoice numbers that look like a month; page and year numbers about that are tails of open numbers",
    "plain text",
    "S33",
    "Remittance advice Nov 2026",
    "2026-11-16T09:00:00+00:00",
    """THISTLEDOWN CARE HOMES                                   Page 17
REMITTANCE ADVICE                                Period 202611

BACS 16/11/2026

Invoice          Date         Amount GBP
202612           12/09/26       1,130.00
0001003          02/10/26         900.00

Total                           2,030.00

End of report 1003
""",
    pay("2030.00", "GBP", "202612 1130.00; 0001003 900.00"),
)
