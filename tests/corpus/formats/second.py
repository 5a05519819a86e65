"""A second set, in dialects that the first left out: wrapped lines, zips, further banks, further messages."""

import io
import zipfile

from openpyxl import Workbook

from tests.corpus.formats.book import ANY, CHINESE_BANK, GERMAN_BANK, STAFF, US_BANK, firm, mail, pay
from tests.corpus.formats.edi import PARTIES, isa, notice, remadv
from tests.corpus.formats.edi import transaction as x12
from tests.corpus.formats.iso import OURS, balance, batch, entry, order, report, transaction, xml
from tests.corpus.formats.swift import mt103

firm("F601", "Harlan Meatpacking Co.", "remit@harlanmeat.example", "USD", """
WX611101 2026-09-15 1000.00 HM-7001
WX611102 2026-09-22 2400.00 HM-7002
WX611103 2026-09-29 815.60 HM-7003
WX611104 2026-10-05 1330.00 HM-7004
WX611105 2026-10-09 2075.25
WX611106 2026-10-14 990.00
WX611107 2026-10-19 1640.00
WX611108 2026-10-21 3120.00
WX611109 2026-10-22 455.00
WX611110 2026-10-23 -200.00
""", aliases="Harlan Meatpacking", terms="2/10 n/30")  # fmt: skip
firm("F602", "Papierfabrik Lenzau GmbH", "kreditoren@lenzau-papier.example", "EUR", """
R2026-70801 2026-09-17 2750.00
R2026-70802 2026-09-24 1180.45
R2026-70803 2026-10-01 4600.00
R2026-70804 2026-10-07 999.90
R2026-70805 2026-10-12 1520.00
R2026-70806 2026-10-15 3075.30
R2026-70807 2026-10-19 640.00
R2026-70808 2026-10-21 2210.00
R2026-70809 2026-10-22 888.00
""", language="de")  # fmt: skip
firm("F603", "Zuidpolder Kwekerijen B.V.", "inkoop@zuidpolder.example", "EUR", """
WX-NL-3501 2026-09-22 1310.00
WX-NL-3502 2026-10-02 2045.50
WX-NL-3503 2026-10-08 780.00
WX-NL-3504 2026-10-13 1999.99
WX-NL-3505 2026-10-16 565.00
""", aliases="Zuidpolder Kwekerijen")  # fmt: skip
firm("F604", "Kowloon Bay Plastics Ltd", "ap@kbplastics.example", "USD", """
WX611201 2026-09-28 8800.00
WX611202 2026-10-06 4120.00
WX611203 2026-10-12 2500.00
WX611204 2026-10-15 6010.00
WX611205 2026-10-20 1275.00
""", aliases="KB Plastics")  # fmt: skip
firm("F605", "宁波港联机械有限公司", "caiwu@ganglian.example", "CNY", """
26332000000630030013 2026-09-21 27900.00
26332000000630030020 2026-10-09 6480.80
26332000000630030037 2026-10-15 12000.00
26332000000630030044 2026-10-20 3350.00
""", aliases="港联机械", language="zh", terms="n/60")  # fmt: skip

HARLAN = ("N1*PR*HARLAN MEATPACKING CO", "N1*PE*WEXCOMBE FILTRATION INC*92*20071")


def bpr(amount: str, day: str = "20261109") -> str:
    return f"BPR*C*{amount}*C*ACH*CTX*01*091000022*DA*66120017*1411220999**01*071000301*DA*55820017*{day}"


def wrapped(data: bytes, width: int = 80) -> bytes:
    """Records of a mainframe: cut at a width, wherever that is."""
    return b"\r\n".join(data[at : at + width] for at in range(0, len(data), width)) + b"\r\n"


mail("b-x12-gross-rows", "820: RMR04 gross, discount apart, the sum net", "Infor", "F601", "HM820.txt", isa(sets=x12(
    "0001", bpr("3332.00"), "TRN*1*HM99001*1411220999", "CUR*PR*USD", *HARLAN, "ENT*1",
    "RMR*IV*WX611101*PI*1000.00*1000.00*20.00", "RMR*IV*WX611102*PI*2400.00*2400.00*48.00")),
    pay("3332.00", "USD", "WX611101 980.00 d=20.00;WX611102 2352.00 d=48.00"), books="WX611101 980.00;WX611102 2352.00")  # fmt: skip
mail("b-x12-wrapped", "820 in records of 80 characters", "mainframe", "F601", "EDI.DAT", wrapped(isa(end="~", sets=x12(
    "0001", bpr("2145.60"), "TRN*1*HM99002*1411220999", "CUR*PR*USD", *HARLAN, "N3*1400 INDUSTRIAL PARKWAY SUITE 400", "N4*HARLAN*IA*51537", "ENT*1",
    "RMR*IV*WX611103**815.60*815.60*0.00", "DTM*003*20260929", "RMR*IV*WX611104**1330.00*1330.00*0.00", "DTM*003*20261005"))),
    pay("2145.60", "USD", "WX611103 815.60;WX611104 1330.00"), books="WX611103 815.60;WX611104 1330.00")  # fmt: skip
mail("b-x12-orders", "820: RMR by order, the invoice in REF", "retailer", "F601", "820.edi", isa(sets=x12(
    "0001", bpr("2865.25"), "TRN*1*HM99003*1411220999", "CUR*PR*USD", *HARLAN, "ENT*1",
    "RMR*PO*HM-7005**2075.25*2075.25", "REF*IV*WX611105", "RMR*PO*HM-7006**790.00*990.00", "REF*IV*WX611106", "ADX*-200.00*11*CM*HM-DM-88")),
    pay("2865.25", "USD", "WX611105 2075.25;WX611106 790.00 x=200.00"), books="WX611105 2075.25;WX611106 790.00")  # fmt: skip
mail("b-x12-check", "820: a check, credit first, one set without envelope counts", "QuickBooks add-on", "F601", "remittance.820", isa(sets=x12(
    "1", "BPR*I*1440.00*C*CHK************20261110", "TRN*1*0088123", "CUR*PR*USD", *HARLAN, "ENT*1", "RMR*CR*WX611110**-200.00", "RMR*IV*WX611107**1640.00")),
    pay("1440.00", "USD", "WX611110 -200.00;WX611107 1640.00"), books="WX611110 -200.00;WX611107 1640.00")  # fmt: skip
mail("b-x12-trap-cancel", "824: our 820 program refuses theirs; a notice, no money", "VAN", "F601", "824.edi", isa(kind="AG", sets=x12(
    "0001", "BGN*11*8821*20261110", "N1*PR*HARLAN MEATPACKING CO", "OTI*TR*TN*0001**20261109*0630*4001*0001*820", "TED*024*TOTAL 3120.00 INVOICE WX611108 REJECTED", kind="824")), kind=ANY)  # fmt: skip

mail("b-remadv-cheque", "REMADV D.97A: cheque, amounts in two currencies, MOA 77 and 11", "IDoc converter", "F602", "REMADV.EDI", remadv(*notice(
    1, "BGM+481+LP-1109+9", "DTM+137:20261109:102", "DTM+138:20261112:102", "RFF+CK:0041182", "NAD+PR+4300001::9++Papierfabrik Lenzau GmbH", PARTIES[1], "CUX+2:EUR:11",
    "DOC+380+R2026-70801", "MOA+77:3025.00:USD", "MOA+77:2750.00:EUR", "MOA+11:2750.00:EUR", "DTM+171:20260917:102",
    "DOC+380:::INVOICE+R2026-70802:9", "MOA+77:1180.45:EUR", "MOA+11:1180.45:EUR", "UNS+S", "MOA+11:3930.45:EUR", "CNT+2:2", release="D:97A:UN"), una="UNA:+.? '"),
    pay("3930.45", "EUR", "R2026-70801 2750.00;R2026-70802 1180.45"), books="R2026-70801 2750.00;R2026-70802 1180.45")  # fmt: skip
mail("b-remadv-total-discount", "REMADV: one discount for all in the summary", "Lobster", "F602", "zahlungsavis.edi", remadv(*notice(
    1, "BGM+481+LP-1110+9", "DTM+137:20261110:102", "NAD+PR+4300001::9++Papierfabrik Lenzau GmbH", PARTIES[1], "CUX+2:EUR",
    "DOC+380+R2026-70803", "MOA+9:4600", "MOA+52:92", "MOA+12:4508", "DOC+380+R2026-70804", "MOA+9:999.9", "MOA+52:20", "MOA+12:979.9",
    "UNS+S", "MOA+9:5599.9", "MOA+52:112", "MOA+12:5487.9")),
    pay("5487.90", "EUR", "R2026-70803 4508.00 d=92.00;R2026-70804 979.90 d=20.00"), books="R2026-70803 4508.00;R2026-70804 979.90")  # fmt: skip

UBL = """\
<?xml version="1.0" encoding="UTF-8"?>
<RemittanceAdvice xmlns="urn:oasis:names:specification:ubl:schema:xsd:RemittanceAdvice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:UBLVersionID>2.1</cbc:UBLVersionID><cbc:ID>RA-26-441</cbc:ID><cbc:IssueDate>2026-11-09</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:TotalDebitAmount currencyID="EUR">3355.50</cbc:TotalDebitAmount><cbc:TotalCreditAmount currencyID="EUR">0.00</cbc:TotalCreditAmount><cbc:TotalPaymentAmount currencyID="EUR">3355.50</cbc:TotalPaymentAmount>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Zuidpolder Kwekerijen B.V.</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Wexcombe Filtration B.V.</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-11-09</cbc:PaymentDueDate></cac:PaymentMeans>
<cac:RemittanceAdviceLine><cbc:ID>1</cbc:ID><cbc:DebitLineAmount currencyID="EUR">1310.00</cbc:DebitLineAmount><cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>WX-NL-3501</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference></cac:RemittanceAdviceLine>
<cac:RemittanceAdviceLine><cbc:ID>2</cbc:ID><cbc:DebitLineAmount currencyID="EUR">2045.50</cbc:DebitLineAmount><cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>WX-NL-3502</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference></cac:RemittanceAdviceLine>
</RemittanceAdvice>
"""
mail("b-ubl-remittance", "UBL 2.1 RemittanceAdvice", "Peppol access point", "F603", "RemittanceAdvice.xml", UBL.encode(),
    pay("3355.50", "EUR", "WX-NL-3501 1310.00;WX-NL-3502 2045.50"), books="WX-NL-3501 1310.00;WX-NL-3502 2045.50")  # fmt: skip

pain8 = xml("pain.008.001.02", "<CstmrDrctDbtInitn><GrpHdr><MsgId>ZP-DD-1</MsgId><NbOfTxs>1</NbOfTxs><CtrlSum>780.00</CtrlSum></GrpHdr><PmtInf><PmtInfId>P1</PmtInfId><PmtMtd>DD</PmtMtd>"
    "<ReqdColltnDt>2026-11-12</ReqdColltnDt><Cdtr><Nm>Zuidpolder Kwekerijen B.V.</Nm></Cdtr><DrctDbtTxInf><PmtId><EndToEndId>E1</EndToEndId></PmtId><InstdAmt Ccy=\"EUR\">780.00</InstdAmt>"
    "<Dbtr><Nm>Wexcombe Filtration B.V.</Nm></Dbtr><RmtInf><Ustrd>WX-NL-3503</Ustrd></RmtInf></DrctDbtTxInf></PmtInf></CstmrDrctDbtInitn>")  # fmt: skip
mail("b-pain008-trap", "pain.008: they collect from us", "Twinfield", "F603", "incasso.xml", pain8, kind=ANY)
mail("b-camt056-trap", "camt.056: a transfer to us is called back", "bank gateway", "F603", "camt056.xml", xml(
    "camt.056.001.01", "<FIToFIPmtCxlReq><Assgnmt><Id>CXL-1</Id></Assgnmt><Undrlyg><TxInf><CxlId>C1</CxlId><OrgnlEndToEndId>ZP-9</OrgnlEndToEndId><OrgnlIntrBkSttlmAmt Ccy=\"EUR\">1999.99</OrgnlIntrBkSttlmAmt>"
    f"<CxlRsnInf><Rsn><Cd>DUPL</Cd></Rsn></CxlRsnInf><OrgnlTxRef><RmtInf><Ustrd>WX-NL-3504</Ustrd></RmtInf>{OURS}</OrgnlTxRef></TxInf></Undrlyg></FIToFIPmtCxlReq>"), kind=ANY)  # fmt: skip
mail("b-pain-yen-and-many", "pain.001 with two PmtInf, a date for each, ultimate debtor", "SAP", "F602", "PAYM.xml", xml("pain.001.001.03", batch("2026-11-10",
    order("L1", "1520.00", OURS, "<Strd><CdtrRefInf><Ref>R2026-70805</Ref></CdtrRefInf></Strd>"), total="1520.00", payer="Papierfabrik Lenzau GmbH", id="LP-7").replace("</CstmrCdtTrfInitn>", "")
    + batch("2026-11-12", order("L2", "3075.30", OURS, "<Ustrd>Re. R2026-70806</Ustrd>"), total="3075.30", payer="Papierfabrik Lenzau GmbH", id="LP-8").split("</GrpHdr>")[1]),
    pay("1520.00", "EUR", "R2026-70805 1520.00"), pay("3075.30", "EUR", "R2026-70806 3075.30"), books="R2026-70805 1520.00;R2026-70806 3075.30")  # fmt: skip


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", "."), (2026, 11, 10, 6, 0, 0)), data)
    return out.getvalue()


mail("b-camt-zipped", "camt.053 of two accounts in a zip", "DK bank", "", "Umsaetze_20261110.zip", zipped(
    konto1__xml=xml("camt.053.001.08", report("BkToCstmrStmt", "Stmt", balance("OPBD", "0.00"), balance("CLBD", "640.00"),
        entry("640.00", transaction("640.00", "Papierfabrik Lenzau GmbH", "<Ustrd>R2026-70807</Ustrd>", nested=True), status="<Cd>BOOK</Cd>", reference="Z-1"), id="ZP-1")),
    konto2__xml=xml("camt.053.001.08", report("BkToCstmrStmt", "Stmt", balance("OPBD", "0.00"), balance("CLBD", "300.00"),
        entry("300.00", transaction("300.00", "Gärtnerei Olms", "<Ustrd>Anzahlung</Ustrd>", nested=True), status="<Cd>BOOK</Cd>", reference="Z-2"), id="ZP-2"))),
    pay("640.00", "EUR", "R2026-70807 640.00"), pay("300.00", "EUR"), sender=GERMAN_BANK, books="R2026-70807 640.00")  # fmt: skip
COLLECTED = "<Domn><Cd>PMNT</Cd><Fmly><Cd>IDDT</Cd><SubFmlyCd>ESDD</SubFmlyCd></Fmly></Domn>"
mail("b-camt-collected", "camt.054: a batch of our direct debits", "Nordlicht Bank", "", "c54_dd.xml", xml(
    "camt.054.001.02", report("BkToCstmrDbtCdtNtfctn", "Ntfctn",
    entry("2775.00", transaction("2210.00", "Papierfabrik Lenzau GmbH", "<Ustrd>Einzug R2026-70808</Ustrd>") + transaction("565.00", "Zuidpolder Kwekerijen", "<Ustrd>WX-NL-3505</Ustrd>"), code=COLLECTED, reference="DD-1"),
    id="NB-0920")), pay("2210.00", "EUR", "R2026-70808 2210.00"), pay("565.00", "EUR", "WX-NL-3505 565.00"), sender=GERMAN_BANK, books="R2026-70808 2210.00;WX-NL-3505 565.00")  # fmt: skip

ABN = """\
ABNANL2A
940
ABNANL2A
:20:ABN AMRO BANK NV
:25:550011223
:28:31301/1
:60F:C261106EUR1000,00
:61:2611091109C780,00N654NONREF
:86:SEPA OVERBOEKING                 IBAN: NL50ABNA0550099887
BIC: ABNANL2A                    NAAM: ZUIDPOLDER KWEKERIJEN
OMSCHRIJVING: FACT.NR. WX-NL-35
03                               KENMERK: NOTPROVIDED
:61:2611091109D1999,99N426NONREF
:86:BEA   NR:3A1B2C   09.11.26/12.10 TANKSTATION WX-NL-3504
:62F:C261109EUR-219,99
"""
mail("b-mt940-abn", "MT940: columns of 32 with Dutch labels, a number cut by them", "Dutch bank", "", "MT940261109.STA", ABN.replace("C261109EUR-219,99", "D261109EUR219,99").encode(),
    pay("780.00", "EUR", "WX-NL-3503 780.00"), sender=GERMAN_BANK, books="WX-NL-3503 780.00")  # fmt: skip

POLISH = """\
:20:MT940
:25:/PL27114020040000300201355387
:28C:00221
:60F:C261108EUR500,00
:61:2611091109CN888,00S071NONREF
:86:071^00PRZELEW PRZYCH. SEPA^34000
^20R2026-70809 ZAPLATA ZA F^21AKTURE
^3011402004^31DE02100100100006820101^32PAPIERFABRIK LENZAU GMBH^33
^38DE02100100100006820101
:61:2611091109DN12,00S020NONREF
:86:020^00OPLATA^20PROWIZJA
:62F:C261109EUR1376,00
-
"""
mail("b-mt940-polish", "MT940: ^ before subfields, funds code N after the mark", "Polish bank", "", "wyciag.txt", POLISH.encode(), pay("888.00", "EUR", "R2026-70809 888.00"),
    sender=GERMAN_BANK, books="R2026-70809 888.00")  # fmt: skip

MT910 = mt103(":20:HKC110900017", ":21:KB-771", ":25:55820017", ":32A:261109USD8800,00", ":50K:/808112201", "KOWLOON BAY PLASTICS LTD", "HONG KONG",
              ":52A:HSBCHKHHHKH", ":72:/BNF/INV WX611201", kind="910")  # fmt: skip
mail(
    "b-mt910",
    "MT910: the bank confirms a credit",
    "Nordlicht Bank",
    "",
    "MT910.txt",
    MT910,
    pay("8800.00", "USD", "WX611201 8800.00"),
    sender=GERMAN_BANK,
    books="WX611201 8800.00",
)
mail("b-mt103-ben", "MT103: options F, charges borne by us (BEN), text coded", "Hong Kong bank", "F604", "MT103_KB.txt", mt103(
    ":20:KB110900018", ":23B:CRED", ":32A:261110USD4090,00", ":33B:USD4120,00", ":50F:/808112201", "1/KOWLOON BAY PLASTICS LTD", "2/8 WANG CHIU ROAD", "3/HK/HONG KONG",
    ":59F:/55820017", "1/WEXCOMBE FILTRATION LTD", "3/GB/LEEDS", ":70:/RFB/KB-772/INV/WX611202", ":71A:BEN", ":71F:USD30,00"),
    pay("4090.00", "USD", "WX611202 4090.00 x=30.00"), body="Please find the SWIFT copy.\n", books="WX611202 4090.00")  # fmt: skip
mail("b-mt103-trap-202", "MT202: banks between themselves", "Hong Kong bank", "F604", "MT202.txt", mt103(
    ":20:KB110900019", ":21:KB110900018", ":32A:261110USD2500,00", ":52A:HSBCHKHHHKH", ":58A:NOLADE21XXX", ":72:/INS/WX611203", kind="202"), kind=ANY, body="FYI\n")  # fmt: skip

mail("b-bai2-commas", "BAI2: text with commas and strokes, 88 in a row, a deposit correction", "Lake State Bank", "", "PD1110.bai", b"""\
01,071000301,WEXCOMBE,261111,0530,3,80,,2/
02,WEXCOMBE,071000301,1,261110,,USD,2/
03,55820017,,100,357500,,,015,900000,,/
16,195,312000,,FW110,,HARLAN MEATPACKING CO., HARLAN, IA /INV/ WX611108,
88, THANK YOU, J. DOE
16,142,45500,,,HM99010,COMPANY: HARLAN MEATPACKING/CCD/
88,ADDENDA: INV#WX611109
16,699,100,,,,MISC DEBIT
49,1615100,7/
98,1615100,1,9/
99,1615100,1,11/
""", pay("3120.00", "USD", "WX611108 3120.00"), pay("455.00", "USD", "WX611109 455.00"), sender=US_BANK, books="WX611108 3120.00;WX611109 455.00")  # fmt: skip
mail("b-bai2-trap-test", "BAI2: a group marked as test only", "Lake State Bank", "", "test.bai", b"""\
01,071000301,WEXCOMBE,261111,0530,4,80,,2/
02,WEXCOMBE,071000301,4,261110,,USD,2/
03,55820017,,015,900000,,/
16,195,601000,,FW111,,KOWLOON BAY PLASTICS WX611204/
49,1501000,3/
98,1501000,1,5/
99,1501000,1,7/
""", sender=US_BANK)  # fmt: skip
mail("b-ofx-payee", "OFX: PAYEE aggregate, two accounts, another currency by CURRENCY", "credit union", "", "both.ofx", b"""\
OFXHEADER:100
DATA:OFXSGML
VERSION:160

<OFX><BANKMSGSRSV1>
<STMTTRNRS><TRNUID>1<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>11<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261110<DTEND>20261110
<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261110<TRNAMT>2500.00<FITID>C1<PAYEE><NAME>KOWLOON BAY PLASTICS<ADDR1>8 WANG CHIU RD<CITY>HONG KONG<STATE>HK<POSTALCODE>0<PHONE>1</PAYEE><MEMO>WX611203</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1<DTASOF>20261110</LEDGERBAL></STMTRS></STMTTRNRS>
<STMTTRNRS><TRNUID>2<STMTRS><CURDEF>USD<BANKACCTFROM><BANKID>1<ACCTID>12<ACCTTYPE>SAVINGS</BANKACCTFROM><BANKTRANLIST><DTSTART>20261110<DTEND>20261110
<STMTTRN><TRNTYPE>INT<DTPOSTED>20261110<TRNAMT>12.75<FITID>S1<NAME>INTEREST PAID</STMTTRN>
<STMTTRN><TRNTYPE>REPEATPMT<DTPOSTED>20261110<TRNAMT>1275.00<FITID>S2<NAME>KOWLOON BAY PLASTICS<MEMO>WX611205</STMTTRN>
</BANKTRANLIST><LEDGERBAL><BALAMT>1<DTASOF>20261110</LEDGERBAL></STMTRS></STMTTRNRS>
</BANKMSGSRSV1></OFX>
""", pay("2500.00", "USD", "WX611203 2500.00"), pay("1275.00", "USD", "WX611205 1275.00"), sender=US_BANK, books="WX611203 2500.00;WX611205 1275.00")  # fmt: skip


def bocom() -> bytes:
    book = Workbook()
    sheet = book.active
    rows = [
        ["交某银行 对公账户交易明细"], ["查询账号：325600000018170066112", None, "户名：威科姆过滤设备（无锡）有限公司", None, "币种：人民币"],
        ["交易时间", "记账日期", "借贷标志", "发生额", "余额", "对方账号", "对方户名", "对方行名", "摘要", "附言", "核心流水"],
        ["2026-11-09 09:11:02", "2026-11-09", "贷", "27,900.00", "37,900.00", "33190120", "宁波港联机械有限公司", "宁波分行", "汇入", "26332000000630030013", "H001"],
        ["2026-11-09 10:00:00", "2026-11-09", "借", "6,480.80", "31,419.20", "33190120", "宁波港联机械有限公司", "宁波分行", "汇出", "退款26332000000630030020", "H002"],
        ["2026-11-10 08:30:00", "2026-11-10", "贷", "12,000.00", "43,419.20", "33190120", "宁波港联机械有限公司", "宁波分行", "汇入", "预付款", "H003"],
        ["2026-11-10 08:40:00", "2026-11-10", "贷", "-12,000.00", "31,419.20", "33190120", "宁波港联机械有限公司", "宁波分行", "冲账", "错账冲正", "H004"],
        ["本页合计", None, None, "21,419.20"],
    ]  # fmt: skip
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


mail("b-cn-bocom", "BOCOM-like workbook: side flags, a credit taken back in red with its side kept", "bank web site", "", "明细.xlsx", bocom(),
    pay("27900.00", "CNY", "26332000000630030013 27900.00"), pay("12000.00", "CNY"), sender=CHINESE_BANK, books="26332000000630030013 27900.00", when="2026-11-11T08:30:00+08:00")  # fmt: skip
PIPES = """\
交易日期|交易时间|交易方式|支出金额|收入金额|账户余额|对方账号|对方户名|交易摘要
2026-11-09|15:01:22|网银|0.00|3,350.00|13,350.00|33190120|宁波港联机械有限公司|货款26332000000630030044
2026-11-09|16:20:10|批量|12.00|0.00|13,338.00|||手续费
"""
mail("b-cn-pipes", "text with strokes between columns, noughts on the other side", "bank web site", "", "transdetail.txt", PIPES.encode("gb18030"),
    pay("3350.00", ANY, "26332000000630030044 3350.00"), sender=CHINESE_BANK, books=None, when="2026-11-11T08:35:00+08:00")  # fmt: skip
PAYPAL = """\
"Date","Time","TimeZone","Name","Type","Status","Currency","Gross","Fee","Net","From Email Address","To Email Address","Transaction ID","Item Title","Invoice Number","Balance"
"11/09/2026","08:15:22","PST","Lanhai Water","Website Payment","Completed","USD","815.00","-24.10","790.90","a@lanhai.example","cash@wexcombe.example","7AB11","Filters","","1,790.90"
"11/10/2026","09:00:00","PST","Lanhai Water","Payment Refund","Completed","USD","-120.00","3.60","-116.40","cash@wexcombe.example","a@lanhai.example","7AB12","Filters","","1,674.50"
"11/13/2026","09:30:00","PST","","General Withdrawal","Completed","USD","-1,674.50","0.00","-1,674.50","","","7AB13","","","0.00"
"11/13/2026","11:00:00","PST","Kestrel","Invoice Received","Pending","USD","99.00","0.00","99.00","b@kestrel.example","cash@wexcombe.example","7AB14","","","0.00"
"""
mail("b-paypal", "PayPal activity of ours: gross, fee and net, refund, payout, pending", "PayPal", "", "Download.CSV", PAYPAL.encode("utf-8-sig"),
    pay("815.00", "USD"), sender=STAFF, kind="bank_statement", customer="*", books="", subject="PayPal", when="2026-11-14T09:00:00+00:00")  # fmt: skip
