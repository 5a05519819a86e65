"""Customers' payment orders and advices in X12 820 and EDIFACT REMADV, in the dialects of several programs."""

from tests.corpus.formats.book import ANY, firm, mail, pay

firm("F101", "Tallgrass Dairy Cooperative", "ap@tallgrassdairy.example", "USD", """
WX610101 2026-09-14 2480.00 TG-4410
WX610102 2026-09-21 1365.75 TG-4418
WX610103 2026-09-29 2634.50 TG-4425
WX610104 2026-10-05 1000.00 TG-4431
WX610105 2026-10-07 745.00
WX610106 2026-10-09 -310.00
WX610107 2026-10-12 1220.40
WX610108 2026-10-16 2480.00
WX610109 2026-10-19 418.00
""", aliases="Tallgrass Dairy")  # fmt: skip
firm("F102", "Kestrel Foods Inc.", "edi@kestrelfoods.example", "USD", """
WX610201 2026-09-10 1500.00 880017
WX610202 2026-09-17 962.50 880021
WX610203 2026-09-24 3075.00 880033
WX610204 2026-10-01 640.00
WX610205 2026-10-02 1118.20
WX610206 2026-10-08 2750.00
WX610207 2026-10-09 905.00
WX610208 2026-10-15 333.30
WX610209 2026-10-20 1870.00
""")  # fmt: skip
firm("F103", "Ostermoor Getränke GmbH & Co. KG", "edi@ostermoor.example", "EUR", """
R2026-70401 2026-09-15 3200.00
R2026-70402 2026-09-22 1450.60
R2026-70403 2026-09-30 2018.35
R2026-70404 2026-10-06 980.00
R2026-70405 2026-10-07 -260.40
R2026-70406 2026-10-13 4410.00
R2026-70407 2026-10-14 1725.50
R2026-70408 2026-10-21 560.00
R2026-70409 2026-10-22 1190.00
""", language="de", terms="2/10 n/30")  # fmt: skip


def isa(receiver: str = "WEXCOMBE", *, usage: str = "P", element: str = "*", end: str = "~\n", number: int = 4001,
        version: str = "00401", kind: str = "RA", sub: str = ">", sets: str = "") -> bytes:  # fmt: skip
    """An interchange around transaction sets written with `*` and `~`."""
    head = (
        f"ISA*00*{'':10}*00*{'':10}*01*{'118802271':15}*ZZ*{receiver:15}*261105*0630*"
        f"{'U' if version < '00403' else '^'}*{version}*{number:09}*0*{usage}*"
    )
    rows = [f"GS*{kind}*118802271*{receiver}*20261105*0630*{number}*X*{version}0", *sets.split("~")]
    tail = [f"GE*{sets.count('ST*')}*{number}", f"IEA*1*{number:09}"]
    body = "~".join(row for row in [*rows, *tail] if row) + "~"
    return ((head + sub + "~" + body).replace("~", end).replace("*", element)).encode()


def transaction(number: str, *rows: str, kind: str = "820") -> str:
    said = [f"ST*{kind}*{number}", *rows]
    return "~".join([*said, f"SE*{len(said) + 1}*{number}"]) + "~"


US = ("N1*PR*TALLGRASS DAIRY COOPERATIVE*92*0044871", "N1*PE*WEXCOMBE FILTRATION INC*92*V20071")


def bpr(amount: str, day: str = "20261106", *, handling: str = "C", method: str = "ACH*CTX") -> str:
    return f"BPR*{handling}*{amount}*C*{method}*01*091000022*DA*771002215*1411220887**01*071000301*DA*55820017*{day}"


mail("x12-discounts", "820: discounts in RMR06", "SAP PI", "F101", "820_20261105.edi", isa(sets=transaction(
    "0001", bpr("6415.25"), "TRN*1*2026110500418*1411220887", "CUR*PR*USD", "REF*CT*V20071", "DTM*097*20261105", *US,
    "PER*IC*SUPPLIER DESK*TE*6085550111", "ENT*1*2J*EV*0044871",
    "RMR*IV*WX610101**2415.00*2480.00*65.00", "REF*PO*TG-4410", "DTM*003*20260914",
    "RMR*IV*WX610102**1365.75*1365.75*0", "REF*PO*TG-4418", "DTM*003*20260921",
    "RMR*IV*WX610103**2634.50*2634.50", "REF*PO*TG-4425", "DTM*003*20260929")),
    pay("6415.25", "USD", "WX610101 2415.00 d=65.00;WX610102 1365.75;WX610103 2634.50"), books="WX610101 2415.00;WX610102 1365.75;WX610103 2634.50")  # fmt: skip

mail("x12-two-sets", "820: two transaction sets, one of them another's", "Sterling, pipes, newline alone", "F101", "RMT55120.txt", isa(
    element="|", end="\n", version="00501", sets=transaction(
        "000000001", bpr("1200.00", method="CHK"), "TRN*1*0071183", "DTM*097*20261105", "N1*PR*TALLGRASS DAIRY COOPERATIVE",
        "N1*PE*ORTHWEIN BEARINGS LLC*92*V10880", "ENT*1", "RMR*IV*610107**1200.00*1200.00*0.00") + transaction(
        "000000002", bpr("1965.40"), "TRN*1*2026110500419*1411220887", "DTM*097*20261105", *US, "ENT*1",
        "RMR*IV*WX610105**745.00*745.00*0.00", "RMR*IV*WX610107**1220.40*1220.40*0.00")),
    pay("1965.40", ANY, "WX610105 745.00;WX610107 1220.40"), books="WX610105 745.00;WX610107 1220.40")  # fmt: skip

mail("x12-adjusted-credit", "820: RMR with ADX, reason and free text, a credit memo", "Oracle e-Commerce Gateway", "F101",
    "remit.x12", isa(element="*", end="'", sets=transaction(
    "4471", bpr("645.00"), "TRN*1*2026110600420*1411220887", "REF*ZZ*BATCH 88", "DTM*097*20261106", *US, "ENT*1",
    "RMR*IV*WX610104**955.00*1000.00*0.00", "NTE*ADD*UNIT PRICE BILLED 10.00 CONTRACT 9.55", "REF*PO*TG-4431",
    "ADX*-45.00*01*IV*WX610104", "RMR*CM*WX610106**-310.00*-310.00*0.00", "DTM*003*20261009")),
    pay("645.00", ANY, "WX610104 955.00 x=45.00;WX610106 -310.00"), books="WX610104 955.00;WX610106 -310.00")  # fmt: skip

mail("x12-loose-adjustment", "820: an adjustment of no invoice", "TrueCommerce", "F102", "K820.edi", isa(sets=transaction(
    "0009", bpr("2337.50"), "TRN*1*EFT0092217*9118802271", "DTM*097*20261107", "N1*PR*KESTREL FOODS INC*9*1188022710000",
    "N1*PE*WEXCOMBE FILTRATION", "ENT*1", "ADX*-125.00*L7", "NTE*GEN*FREIGHT CLAIM SEPT 0091",
    "RMR*IV*WX610201**1500.00*1500.00", "RMR*IV*WX610202**962.50*962.50")),
    pay("2337.50", ANY, ANY), books=None)  # fmt: skip

mail("x12-entities", "820: ENT loops, amounts without cents, zeros before numbers", "mainframe", "F102", "PAY820.DAT", isa(
    end="~", sets=transaction(
    "0012", bpr("3715", method="FWT"), "TRN*1*00000088120007*9118802271", "DTM*097*20261107", "N1*PR*KESTREL FOODS INC*91*77",
    "N1*PE*WEXCOMBE FILTRATION INC*91*20071", "N3*400 RIVER ROAD", "N4*DAYTON*OH*45402",
    "ENT*1*PR*91*77-01", "NM1*PR*2*KESTREL BAKERY DIVISION", "RMR*IV*000WX610203*PO*3075*3075", "REF*PO*880033",
    "ENT*2*PR*91*77-02", "NM1*PR*2*KESTREL DAIRY DIVISION", "RMR*IV*000WX610204*PO*640*640.0")),
    pay("3715.00", ANY, "WX610203 3075.00;WX610204 640.00"), books="WX610203 3075.00;WX610204 640.00")  # fmt: skip

mail("x12-numbers-in-note", "820: no RMR, numbers in free text", "cash management portal", "F102", "820.txt", isa(sets=transaction(
    "0002", bpr("3868.20"), "NTE*INV*INVOICES WX610205 AND WX610206", "TRN*1*EFT0092290*9118802271",
    "DTM*097*20261109", "N1*PR*KESTREL FOODS INC", "N1*PE*WEXCOMBE FILTRATION INC")),
    pay("3868.20", ANY, "WX610205 -;WX610206 -"), books="WX610205 1118.20;WX610206 2750.00")  # fmt: skip

mail("x12-held-and-released", "820: one invoice in three rows, paid, held back, released", "JD Edwards", "F102", "r820_1109.edi", isa(
    sub=":", sets=transaction(
    "0003", bpr("905.00"), "TRN*1*EFT0092301*9118802271", "DTM*097*20261109", "N1*PR*KESTREL FOODS INC",
    "N1*PE*WEXCOMBE FILTRATION INC", "ENT*1", "RMR*IV*WX610207**905.00*905.00", "RMR*IV*WX610207**-200.00",
    "RMR*IV*WX610207**200.00")),
    pay("905.00", ANY, "WX610207 905.00"), books="WX610207 905.00")  # fmt: skip

mail("x12-trap-test", "820: test data (ISA15 T)", "Sterling", "F101", "820_TEST.edi", isa(usage="T", sets=transaction(
    "0001", bpr("2480.00"), "TRN*1*TEST00001*1411220887", "DTM*097*20261109", *US, "ENT*1",
    "RMR*IV*WX610108**2480.00*2480.00*0.00")), kind=ANY, subject="EDI connectivity test")  # fmt: skip

mail("x12-trap-prenote", "820: prenotification, no money (BPR01 P, BPR04 NON)", "ACH operator", "F102", "prenote.edi", isa(
    sets=transaction(
    "0001", bpr("0", handling="P", method="NON"), "TRN*1*PRENOTE7781*9118802271", "DTM*097*20261109", "N1*PR*KESTREL FOODS INC",
    "N1*PE*WEXCOMBE FILTRATION INC", "ENT*1", "RMR*IV*WX610209**0.00*1870.00")), kind=ANY)  # fmt: skip

mail("x12-trap-invoice", "810: an invoice of theirs, with an 820's envelope", "SPS", "F102", "810_K2026.edi", isa(
    kind="IN", sets=transaction(
    "0001", "BIG*20261108*KF-55102*20261030*WX610208", "REF*IV*WX610208", "N1*ST*WEXCOMBE FILTRATION INC", "N1*RE*KESTREL FOODS INC",
    "ITD*01*3*****30", "IT1*1*3*EA*111.10**VN*K-PALLET", "TDS*33330", "CTT*1", kind="810")))  # fmt: skip


def remadv(*rows: str, una: str = "", end: str = "'", charset: str = "UNOC:3", ref: str = "77120",
           encoding: str = "latin-1") -> bytes:  # fmt: skip
    said = [f"UNB+{charset}+4399901234567:14+5055990012344:14+261106:0815+{ref}", *rows]
    count = sum(row.startswith("UNH") for row in rows)
    return (una + end.join([*said, f"UNZ+{count}+{ref}"]) + end).encode(encoding)


def notice(number: int, *rows: str, release: str = "D:96A:UN:EAN003") -> list[str]:
    said = [f"UNH+{number}+REMADV:{release}", *rows]
    return [*said, f"UNT+{len(said) + 1}+{number}"]


PARTIES = (
    "NAD+PR+4399901234567::9++Ostermoor Getränke GmbH+Am Kanal 3+Leer++26789+DE",
    "NAD+PE+5055990012344::9++Wexcombe Filtration GmbH",
)

mail("remadv-discount", "REMADV D.96A: discount as MOA 52, item amounts as MOA 9 and 12", "Seeburger", "F103",
    "REMADV_0000077120.edi", remadv(*notice(
    1, "BGM+481+4500771+9", "DTM+137:20261106:102", "DTM+209:20261109:102", "RFF+PQ:OG-26-1107", "FII+BF+DE021200:WEXCOMBE",
    *PARTIES, "CUX+2:EUR", "DOC+380+R2026-70401", "MOA+9:3200", "MOA+52:64", "MOA+12:3136", "DTM+171:20260915:102",
    "DOC+380+R2026-70402", "MOA+9:1450.6", "MOA+12:1450.6", "DTM+171:20260922:102", "UNS+S", "MOA+128:4586.6"), una="UNA:+.? '"),
    pay("4586.60", "EUR", "R2026-70401 3136.00 d=64.00;R2026-70402 1450.60"), books="R2026-70401 3136.00;R2026-70402 1450.60")  # fmt: skip

other = [
    row.replace("Wexcombe Filtration GmbH", "Nordharz Verpackung AG").replace(
        "5055990012344", "4311110000008"
    )
    for row in PARTIES
]
mail("remadv-two-messages", "REMADV D.01B: decimal comma, two messages of which one is another's, credit note", "Lobster", "F103",
    "avis.txt", remadv(
    *notice(1, "BGM+481+4500780+9", "DTM+137:20261109:102", *other, "CUX+2:EUR:11", "DOC+380+20267044", "MOA+12:980,00", "UNS+S",
            "MOA+12:980,00", release="D:01B:UN:EAN004"),
    *notice(2, "BGM+481+4500781+9", "DTM+137:20261109:102", *PARTIES, "CUX+2:EUR:11",
            "DOC+380+R2026-70403", "MOA+9:2018,35:EUR", "MOA+12:2018,35:EUR",
            "DOC+380+R2026-70404", "MOA+9:980,00:EUR", "MOA+12:980,00:EUR",
            "DOC+381+R2026-70405", "MOA+9:-260,40:EUR", "MOA+12:-260,40:EUR",
            "UNS+S", "MOA+12:2737,95:EUR", release="D:01B:UN:EAN004"), una="UNA:+,? '\r\n", end="'\r\n"),
    pay("2737.95", "EUR", "R2026-70403 2018.35;R2026-70404 980.00;R2026-70405 -260.40"),
    books="R2026-70403 2018.35;R2026-70404 980.00;R2026-70405 -260.40")  # fmt: skip

mail("remadv-adjusted", "REMADV: AJT with reason and free text, UNOA, other separators", "EDIFACT by hand", "F103", "remadv.edi", remadv(
    *[row.replace(":", "|").replace("+", "*").replace("ä", "AE").upper() for row in notice(
    1, "BGM+481+4500790+9", "DTM+137:20261110:102", *PARTIES, "CUX+2:EUR",
    "DOC+380+R2026-70406", "MOA+9:4410.00", "MOA+12:4190.00", "AJT+10", "MOA+5:-220.00", "FTX+AAI+++RABATT JAHRESBONUS FEHLT",
    "DOC+380+R2026-70407", "MOA+9:1725.50", "MOA+12:1725.50", "UNS+S", "MOA+12:5915.50")], una="UNA|*.? ~", end="~").replace(
    b"+", b"*").replace(b"UNOC:3", b"UNOA|1").replace(b"4567:14", b"4567|14").replace(b"2344:14", b"2344|14").replace(b"261106:", b"261106|"),
    pay("5915.50", "EUR", "R2026-70406 4190.00 x=220.00;R2026-70407 1725.50"), books="R2026-70406 4190.00;R2026-70407 1725.50")  # fmt: skip

mail("remadv-trap-not-paid", "REMADV: non-payment advice (BGM 239)", "energy market software", "F103", "NICHTZAHLUNG.edi", remadv(
    *notice(1, "BGM+239+NZ-26-0091+9", "DTM+137:20261110:102", *PARTIES, "CUX+2:EUR:11",
    "DOC+380+R2026-70408", "MOA+9:560.00", "MOA+12:0.00", "AJT+14", "FTX+ABO+++Menge nicht bestätigt", "UNS+S", "MOA+9:560.00",
    release="D:05A:UN:2.9b"), una="UNA:+.? '"), kind=ANY)  # fmt: skip

mail("remadv-trap-orders", "ORDERS and INVOIC of theirs in one interchange", "Lobster", "F103", "sammel.edi", remadv(
    "UNH+1+INVOIC:D:96A:UN:EAN008", "BGM+380+OG-9917+9", "DTM+137:20261109:102", "RFF+IV:R2026-70409",
    "NAD+SU+4399901234567::9++Ostermoor Getränke GmbH", "NAD+BY+5055990012344::9++Wexcombe Filtration GmbH",
    "LIN+1++4000001:EN", "MOA+203:1190", "UNS+S", "MOA+77:1190", "MOA+9:1190", "UNT+12+1",
    "UNH+2+ORDERS:D:96A:UN:EAN008", "BGM+220+B-771+9", "DTM+137:20261109:102", "UNT+4+2"))  # fmt: skip
