"""ISO 20022: remt.001, pain.001 and pain.002 of customers, camt.052/053/054 of banks, of several versions and banks."""

from tests.corpus.formats.book import ANY, GERMAN_BANK, firm, mail, pay

firm("F201", "Van der Loo Zuivel B.V.", "crediteuren@vanderloo.example", "EUR", """
WX-NL-3301 2026-09-15 4100.00
WX-NL-3302 2026-09-25 1890.40
WX-NL-3303 2026-10-02 730.00
WX-NL-3304 2026-10-05 -189.00
WX-NL-3305 2026-10-08 2265.15
WX-NL-3306 2026-10-12 1144.00
WX-NL-3307 2026-10-14 3050.00
WX-NL-3308 2026-10-15 871.90
WX-NL-3309 2026-10-19 1999.00
""", aliases="Van der Loo", terms="2/10 n/30")  # fmt: skip
firm("F202", "Brauhaus Sonnholz AG", "zahlungen@sonnholz.example", "EUR", """
R2026-70501 2026-09-16 5120.00
R2026-70502 2026-09-23 2240.80
R2026-70503 2026-09-28 1365.00
R2026-70504 2026-10-01 3300.25
R2026-70505 2026-10-06 815.00
R2026-70506 2026-10-08 6480.00
R2026-70507 2026-10-12 1024.60
R2026-70508 2026-10-14 2718.30
R2026-70509 2026-10-16 940.00
R2026-70510 2026-10-20 1111.00
R2026-70511 2026-10-21 450.00
""", language="de")  # fmt: skip
firm("F203", "Chiltern Water Services Ltd", "ap@chilternwater.example", "GBP", """
WXUK26-0811 2026-09-18 1740.00
WXUK26-0812 2026-09-25 2655.30
WXUK26-0813 2026-10-02 912.45
WXUK26-0814 2026-10-09 3080.00
WXUK26-0815 2026-10-13 604.00
WXUK26-0816 2026-10-16 1450.00
WXUK26-0817 2026-10-20 2210.00
""")  # fmt: skip
firm("F204", "Lakehead Paper Corp.", "treasury@lakeheadpaper.example", "USD", """
WX610401 2026-09-30 12000.00
WX610402 2026-10-06 8450.00
WX610403 2026-10-09 3725.50
WX610404 2026-10-14 5000.00
WX610405 2026-10-16 2290.00
""")  # fmt: skip
OURS = "<Cdtr><Nm>Wexcombe Filtration GmbH</Nm></Cdtr><CdtrAcct><Id><IBAN>DE75512108001245126199</IBAN></Id></CdtrAcct>"
THEIRS = (
    "<Cdtr><Nm>Polderman Techniek</Nm></Cdtr><CdtrAcct><Id><IBAN>NL02ABNA0123456789</IBAN></Id></CdtrAcct>"
)


def xml(kind: str, body: str, *, prefix: str = "", encoding: str = "UTF-8") -> bytes:
    """A document of this message type; `prefix` is put on every element."""
    name = f"urn:iso:std:iso:20022:tech:xsd:{kind}"
    if prefix:
        body = body.replace("</", "\0").replace("<", f"<{prefix}:").replace("\0", f"</{prefix}:")
    p, s = (f"{prefix}:", f":{prefix}") if prefix else ("", "")
    return f'<?xml version="1.0" encoding="{encoding}"?>\n<{p}Document xmlns{s}="{name}">{body}</{p}Document>\n'.encode(
        encoding
    )


def referred(no: str, *, code: str = "CINV", due: str = "", discount: str = "", credit: str = "", adjust: str = "", paid: str = "",
             currency: str = "EUR", day: str = "") -> str:  # fmt: skip
    """A structured remittance: one referred document with its amounts."""
    amounts = f'<DuePyblAmt Ccy="{currency}">{due}</DuePyblAmt>' if due else ""
    amounts += f'<DscntApldAmt><Amt Ccy="{currency}">{discount}</Amt></DscntApldAmt>' if discount else ""
    amounts += f'<CdtNoteAmt Ccy="{currency}">{credit}</CdtNoteAmt>' if credit else ""
    amounts += (
        f'<AdjstmntAmtAndRsn><Amt Ccy="{currency}">{adjust}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Rsn>DMGD</Rsn><AddtlInf>Damaged in transit</AddtlInf></AdjstmntAmtAndRsn>'
        if adjust
        else ""
    )
    amounts += f'<RmtdAmt Ccy="{currency}">{paid}</RmtdAmt>' if paid else ""
    dated = f"<RltdDt>{day}</RltdDt>" if day else ""
    return (
        f"<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Nb>{no}</Nb>{dated}</RfrdDocInf>"
        f"<RfrdDocAmt>{amounts}</RfrdDocAmt></Strd>"
    )


def advice(id: str, payee: str, amount: str, *items: str) -> str:
    return (
        f"<RmtInf><RmtId>{id}</RmtId>{''.join(items)}<OrgnlPmtInf><Refs><EndToEndId>{id}</EndToEndId></Refs>"
        f'<Amt><InstdAmt Ccy="EUR">{amount}</InstdAmt></Amt><ReqdExctnDt><Dt>2026-11-09</Dt></ReqdExctnDt>'
        f"<Dbtr><Nm>Van der Loo Zuivel B.V.</Nm></Dbtr>{payee}</OrgnlPmtInf></RmtInf>"
    )


REMT_HEAD = "<GrpHdr><MsgId>VDL-RA-20261106</MsgId><CreDtTm>2026-11-06T15:00:00</CreDtTm><InitgPty><Nm>Van der Loo Zuivel B.V.</Nm></InitgPty></GrpHdr>"
mail("remt-two-creditors", "remt.001: two remittances of which one is another creditor's", "Exact", "F201", "remt001.xml", xml(
    "remt.001.001.04", f"<RmtAdvc>{REMT_HEAD}" + advice("VDL-8811", THEIRS, "1144.00", referred("WX-NL-3306", paid="1144.00"))
    + advice("VDL-8812", OURS, "7719.40", referred("WX-NL-3301", due="4100.00", discount="82.00", paid="4018.00", day="2026-09-15"),
             referred("WX-NL-3302", due="1890.40", paid="1890.40"), referred("WX-NL-3304", code="CREN", due="189.00", credit="189.00", paid="-189.00"),
             referred("WX-NL-3309", due="2000.00", paid="2000.00")) + "</RmtAdvc>"),
    pay("7719.40", "EUR", "WX-NL-3301 4018.00 d=82.00;WX-NL-3302 1890.40;WX-NL-3304 -189.00;WX-NL-3309 2000.00"),
    books="WX-NL-3301 4018.00;WX-NL-3302 1890.40;WX-NL-3304 -189.00;WX-NL-3309 1999.00")  # fmt: skip

mail("remt-adjusted", "remt.001: prefixed names, an adjustment with reason, free text", "SAP Multi-Bank", "F201", "RMT_ADVICE.XML", xml(
    "remt.001.001.05", f"<RmtAdvc>{REMT_HEAD}" + advice("VDL-8820", OURS, "2845.15", referred("WX-NL-3303", due="730.00", adjust="150.00", paid="580.00"),
    referred("WX-NL-3305", due="2265.15", paid="2265.15")).replace("<Strd>", "<Ustrd>wk 45</Ustrd><Strd>", 1) + "</RmtAdvc>", prefix="ra"),
    pay("2845.15", "EUR", "WX-NL-3303 580.00 x=150.00;WX-NL-3305 2265.15"), books="WX-NL-3303 580.00;WX-NL-3305 2265.15")  # fmt: skip


def order(end: str, amount: str, payee: str, remittance: str, currency: str = "EUR") -> str:
    return (
        f"<CdtTrfTxInf><PmtId><InstrId>{end}</InstrId><EndToEndId>{end}</EndToEndId></PmtId>"
        f'<Amt><InstdAmt Ccy="{currency}">{amount}</InstdAmt></Amt>{payee}<RmtInf>{remittance}</RmtInf></CdtTrfTxInf>'
    )


def batch(
    day: str, *orders: str, total: str, payer: str = "Brauhaus Sonnholz AG", id: str = "SH-1106"
) -> str:
    return (
        f"<CstmrCdtTrfInitn><GrpHdr><MsgId>{id}</MsgId><CreDtTm>2026-11-06T10:00:00</CreDtTm><NbOfTxs>{len(orders)}</NbOfTxs>"
        f"<CtrlSum>{total}</CtrlSum><InitgPty><Nm>{payer}</Nm></InitgPty></GrpHdr><PmtInf><PmtInfId>{id}-1</PmtInfId><PmtMtd>TRF</PmtMtd>"
        f"<BtchBookg>true</BtchBookg><CtrlSum>{total}</CtrlSum><ReqdExctnDt>{day}</ReqdExctnDt><Dbtr><Nm>{payer}</Nm></Dbtr>"
        f"<DbtrAcct><Id><IBAN>DE02100100100006820101</IBAN></Id></DbtrAcct>{''.join(orders)}</PmtInf></CstmrCdtTrfInitn>"
    )


ELSE = "<Cdtr><Nm>Hopfenhandel Mühlbauer KG</Nm></Cdtr><CdtrAcct><Id><IBAN>DE44500105175407324931</IBAN></Id></CdtrAcct>"
mail("pain-batch", "pain.001.001.03: batch to four, two of its orders ours", "Windata", "F202", "sepa_20261106.xml", xml(
    "pain.001.001.03", batch("2026-11-09", order("SH-1", "418.20", ELSE, "<Ustrd>RE 5512</Ustrd>"),
    order("SH-2", "7360.80", OURS, "<Ustrd>R2026-70501 5.120,00 R2026-70502 2.240,80</Ustrd>"),
    order("SH-3", "99.00", THEIRS, "<Ustrd>Wartung</Ustrd>"), order("SH-4", "1365.00", OURS, "<Ustrd>Rechnung R2026-70503</Ustrd>"),
    total="9243.00")),
    pay("7360.80", "EUR", "R2026-70501 5120.00;R2026-70502 2240.80"), pay("1365.00", "EUR", "R2026-70503 1365.00"),
    books="R2026-70501 5120.00;R2026-70502 2240.80;R2026-70503 1365.00")  # fmt: skip

mail("pain-structured", "pain.001.001.09: structured, execution date as Dt, one order to us", "SAP F110 DMEE", "F203", "PAIN001V9.xml", xml(
    "pain.001.001.09", batch("<Dt>2026-11-10</Dt>", order("CW-771", "3482.85", OURS.replace("GmbH", "Ltd"), referred("WXUK26-0812", due="2655.30", paid="2655.30", currency="GBP")
    + referred("WXUK26-0813", due="912.45", adjust="84.90", paid="827.55", currency="GBP"), "GBP"), total="3482.85", payer="Chiltern Water Services Ltd", id="CW-1109")),
    pay("3482.85", "GBP", "WXUK26-0812 2655.30;WXUK26-0813 827.55 x=84.90"), books="WXUK26-0812 2655.30;WXUK26-0813 827.55")  # fmt: skip

mail("pain-trap-others", "pain.001: a batch with nothing of ours", "Windata", "F202", "sepa_20261110.xml", xml(
    "pain.001.001.03", batch("2026-11-11", order("SH-8", "3300.25", ELSE, "<Ustrd>R2026-70504</Ustrd>"), order("SH-9", "120.00", THEIRS, "<Ustrd>Service</Ustrd>"), total="3420.25")),
    kind=ANY)  # fmt: skip

mail("pain-trap-rejected", "pain.002: the bank rejects the order", "bank gateway", "F202", "pain002.xml", xml(
    "pain.002.001.03", "<CstmrPmtStsRpt><GrpHdr><MsgId>ST-771</MsgId><CreDtTm>2026-11-10T08:00:00</CreDtTm></GrpHdr><OrgnlGrpInfAndSts>"
    "<OrgnlMsgId>SH-1110</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId><GrpSts>RJCT</GrpSts></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>"
    "<OrgnlPmtInfId>SH-1110-1</OrgnlPmtInfId><TxInfAndSts><OrgnlEndToEndId>SH-10</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>"
    f'<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">815.00</InstdAmt></Amt><RmtInf><Ustrd>R2026-70505</Ustrd></RmtInf>{OURS}</OrgnlTxRef></TxInfAndSts></OrgnlPmtInfAndSts></CstmrPmtStsRpt>'),
    kind=ANY)  # fmt: skip

# --- what banks report ---------------------------------------------------------------------------------------------------


def transaction(amount: str, payer: str, remittance: str, *, currency: str = "EUR", end: str = "NOTPROVIDED", more: str = "",
                nested: bool = False) -> str:  # fmt: skip
    """One TxDtls; `nested`: the name under Pty, as from version 8 on."""
    name = f"<Pty><Nm>{payer}</Nm></Pty>" if nested else f"<Nm>{payer}</Nm>"
    return (
        f'<TxDtls><Refs><EndToEndId>{end}</EndToEndId></Refs><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>{more}'
        f"<RltdPties><Dbtr>{name}</Dbtr></RltdPties><RmtInf>{remittance}</RmtInf></TxDtls>"
    )


def entry(amount: str, details: str, *, sign: str = "CRDT", status: str = "BOOK", currency: str = "EUR", reference: str = "", reversal: str = "",
          code: str = "<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>", day: str = "2026-11-09", note: str = "") -> str:  # fmt: skip
    return (
        f'<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{reversal}<Sts>{status}</Sts><BookgDt><Dt>{day}</Dt></BookgDt>'
        f"<ValDt><Dt>{day}</Dt></ValDt><AcctSvcrRef>{reference}</AcctSvcrRef><BkTxCd>{code}</BkTxCd><NtryDtls>{details}</NtryDtls>"
        f"<AddtlNtryInf>{note}</AddtlNtryInf></Ntry>"
    )


def balance(kind: str, amount: str, currency: str = "EUR", day: str = "2026-11-09") -> str:
    return f'<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>'


def report(outer: str, inner: str, *parts: str, currency: str = "EUR", id: str = "NB-1") -> str:
    return (
        f"<{outer}><GrpHdr><MsgId>{id}</MsgId><CreDtTm>2026-11-10T05:00:00</CreDtTm></GrpHdr><{inner}><Id>{id}</Id><ElctrncSeqNb>211</ElctrncSeqNb>"
        f"<CreDtTm>2026-11-10T05:00:00</CreDtTm><Acct><Id><IBAN>DE75512108001245126199</IBAN></Id><Ccy>{currency}</Ccy><Ownr><Nm>Wexcombe Filtration GmbH</Nm></Ownr></Acct>"
        f"{''.join(parts)}</{inner}></{outer}>"
    )


OUT = "<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn>"
mail("camt053-batch", "camt.053.001.02: a batch of three, a debit of ours, a pending entry", "Nordlicht Bank", "", "camt053_20261109.xml", xml(
    "camt.053.001.02", report("BkToCstmrStmt", "Stmt", balance("OPBD", "10000.00"), balance("CLBD", "15600.35"),
    entry("5839.65", "<Btch><NbOfTxs>3</NbOfTxs></Btch>" + transaction("3300.25", "BRAUHAUS SONNHOLZ AG", "<Ustrd>RECHNUNG R2026-70504 VOM 01.10.</Ustrd>", end="SH-881")
    + transaction("1024.60", "BRAUHAUS SONNHOLZ AG", "<Ustrd>R2026-70507</Ustrd>") + transaction("1514.80", "Hofmann Catering", "<Ustrd>Danke</Ustrd>"), reference="2026110900112"),
    entry("239.30", transaction("239.30", "Wexcombe Filtration GmbH", "<Ustrd>Miete R2026-70511</Ustrd>").replace("CRDT", "DBIT"), sign="DBIT", code=OUT, reference="2026110900118"),
    entry("940.00", transaction("940.00", "BRAUHAUS SONNHOLZ AG", "<Ustrd>R2026-70509</Ustrd>"), status="PDNG", reference="2026110900120"), id="NB-0911")),
    pay("3300.25", "EUR", "R2026-70504 3300.25"), pay("1024.60", "EUR", "R2026-70507 1024.60"), pay("1514.80", "EUR"),
    sender=GERMAN_BANK, books="R2026-70504 3300.25;R2026-70507 1024.60")  # fmt: skip

STATUS8 = "<Cd>BOOK</Cd>"
RETURN = "<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn>"
returned = "<RtrInf><OrgnlBkTxCd><Prtry><Cd>X</Cd></Prtry></OrgnlBkTxCd><Rsn><Cd>AC04</Cd></Rsn></RtrInf>"
mail("camt053-returns", "camt.053.001.08: a payment of ours returned, a reversed credit, a structured credit", "Nordlicht Bank", "", "C53_V8.xml", xml(
    "camt.053.001.08", report("BkToCstmrStmt", "Stmt", balance("OPBD", "100.00"), balance("CLBD", "8853.30"),
    entry("815.00", transaction("815.00", "Druckerei Anders", "<Ustrd>R2026-70505 Rueckgabe</Ustrd>", nested=True).replace("</TxDtls>", returned + "</TxDtls>"),
          status=STATUS8, code=RETURN, reference="R1"),
    entry("1260.00", transaction("1260.00", "Brauhaus Sonnholz AG", "<Ustrd>R2026-70510 Storno</Ustrd>", nested=True), status=STATUS8, sign="DBIT",
          reversal="<RvslInd>true</RvslInd>", reference="R2"),
    entry("9198.30", transaction("9198.30", "Brauhaus Sonnholz AG", referred("R2026-70506", due="6480.00", paid="6480.00") + referred("R2026-70508", due="2718.30", paid="2718.30"),
          nested=True, end="SH-902"), status=STATUS8, reference="R3"), id="NB-0912"), prefix="ns2"),
    pay("9198.30", "EUR", "R2026-70506 6480.00;R2026-70508 2718.30"), sender=GERMAN_BANK, books="R2026-70506 6480.00;R2026-70508 2718.30")  # fmt: skip

FX = (
    '<AmtDtls><InstdAmt><Amt Ccy="USD">12000.00</Amt></InstdAmt><TxAmt><Amt Ccy="USD">11975.00</Amt></TxAmt></AmtDtls>'
    '<Chrgs><TtlChrgsAndTaxAmt Ccy="USD">25.00</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy="USD">25.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Br>CRED</Br></Rcrd></Chrgs>'
)
mail("camt054-charges", "camt.054.001.06: charges taken off, text in two chunks with a number cut", "Nordlicht Bank", "", "ci_20261110.xml", xml(
    "camt.054.001.06", report("BkToCstmrDbtCdtNtfctn", "Ntfctn",
    entry("11975.00", transaction("11975.00", "LAKEHEAD PAPER CORP", "<Ustrd>/INV/PAYMENT FOR DELIVERY OF SEPTEMBER AS AGREED WITH MR HALE PLEASE CREDIT TO OUR ACCOUNT 88112 AND SEND A CONFIRMATION TO TREASURY, INV WX61</Ustrd><Ustrd>0401 LESS BANK CHARGES</Ustrd>",
          currency="USD", more=FX), currency="USD", reference="FX-55120"), currency="USD", id="NB-0913")),
    pay("11975.00", "USD", "WX610401 11975.00 x=*"), sender=GERMAN_BANK, books="WX610401 11975.00")  # fmt: skip

mail("camt054-exchanged", "camt.054.001.08: paid in pounds, booked in euro", "Nordlicht Bank", "", "camt054_fx.xml", xml(
    "camt.054.001.08", report("BkToCstmrDbtCdtNtfctn", "Ntfctn",
    entry("2001.00", transaction("2001.00", "CHILTERN WATER SERVICES LTD", "<Ustrd>WXUK26-0811</Ustrd>", nested=True,
          more='<AmtDtls><InstdAmt><Amt Ccy="GBP">1740.00</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">2001.00</Amt><CcyXchg><SrcCcy>GBP</SrcCcy><TrgtCcy>EUR</TrgtCcy><XchgRate>1.15</XchgRate></CcyXchg></TxAmt></AmtDtls>'),
          status=STATUS8, reference="FX-55133"), id="NB-0914")),
    pay("2001.00", "EUR", ANY), sender=GERMAN_BANK, books="")  # fmt: skip

mail("camt053-many-numbers", "camt.053.001.04: several invoices in free text, a creditor reference, a note for a name", "Sparbank", "", "Auszug.camt", xml(
    "camt.053.001.04", report("BkToCstmrStmt", "Stmt", balance("PRCD", "0.00"), balance("CLBD", "6065.00"),
    entry("4194.00", transaction("4194.00", "VAN DER LOO ZUIVEL", "<Ustrd>FACT WX-NL-3306 1144,00 WX-NL-3307 3050,00</Ustrd>"), reference="S-1"),
    entry("871.90", transaction("871.90", "VAN DER LOO ZUIVEL", "<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>WX-NL-3308</Ref></CdtrRefInf></Strd>"), reference="S-2"),
    entry("999.10", "", code="<Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn>", note="Gutschrift Einzahlung Filiale", reference="S-3"), id="SB-9")),
    pay("4194.00", "EUR", "WX-NL-3306 1144.00;WX-NL-3307 3050.00"), pay("871.90", "EUR", "WX-NL-3308 871.90"), pay("999.10", "EUR"),
    sender=GERMAN_BANK, books="WX-NL-3306 1144.00;WX-NL-3307 3050.00;WX-NL-3308 871.90")  # fmt: skip

mail("camt052-trap-pending", "camt.052: an intraday report, expected and pending only", "Nordlicht Bank", "", "c52.xml", xml(
    "camt.052.001.06", report("BkToCstmrAcctRpt", "Rpt", balance("ITBD", "100.00", "GBP"),
    entry("3080.00", transaction("3080.00", "CHILTERN WATER SERVICES", "<Ustrd>WXUK26-0814</Ustrd>", currency="GBP"), status="PDNG", currency="GBP", reference="P1"),
    entry("604.00", transaction("604.00", "CHILTERN WATER SERVICES", "<Ustrd>WXUK26-0815</Ustrd>", currency="GBP"), status="INFO", currency="GBP", reference="P2"), currency="GBP")),
    sender=GERMAN_BANK)  # fmt: skip

SWEEP = "<Domn><Cd>CAMT</Cd><Fmly><Cd>CAPL</Cd><SubFmlyCd>ZABA</SubFmlyCd></Fmly></Domn>"
mail("camt053-trap-own", "camt.053: our own sweep, interest charged back, a debit", "Nordlicht Bank", "", "camt053_pool.xml", xml(
    "camt.053.001.02", report("BkToCstmrStmt", "Stmt", balance("OPBD", "0.00", "GBP"), balance("CLBD", "3660.00", "GBP"),
    entry("2210.00", transaction("2210.00", "Wexcombe Filtration Ltd", "<Ustrd>CASH POOL WXUK26-0817</Ustrd>", currency="GBP"), currency="GBP", code=SWEEP, reference="Z1"),
    entry("1450.00", transaction("1450.00", "CHILTERN WATER SERVICES", "<Ustrd>REVERSAL OF OUR REFUND WXUK26-0816</Ustrd>", currency="GBP"), currency="GBP", reversal="<RvslInd>true</RvslInd>", reference="Z2"), currency="GBP")),
    sender=GERMAN_BANK)  # fmt: skip
