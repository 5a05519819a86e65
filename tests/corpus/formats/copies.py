"""Copies of invoices and evidence: UBL, CII, MoF e-vouchers. Only the bank's own slip tells of money."""

from tests.corpus.formats.book import mail, pay

UBL = """\
<?xml version="1.0" encoding="UTF-8"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0</cbc:CustomizationID><cbc:ID>WX-NL-3403</cbc:ID><cbc:IssueDate>2026-10-09</cbc:IssueDate>
<cbc:DueDate>2026-11-08</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Wexcombe Filtration B.V.</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>De Graaf Pompen B.V.</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode name="Credit transfer">30</cbc:PaymentMeansCode><cbc:PaymentID>WX-NL-3403</cbc:PaymentID></cac:PaymentMeans>
<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">480.00</cbc:PayableAmount></cac:LegalMonetaryTotal></Invoice>
"""
mail("copy-ubl-ours", "UBL: our own invoice sent back, without a word of payment", "Peppol access point", "F302", "invoice.xml", UBL.encode(),
    body="Please see the attached document for our records.\n", subject="Document WX-NL-3403", kind="*")  # fmt: skip

CII = """\
<?xml version='1.0' encoding='UTF-8'?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
<rsm:ExchangedDocument><ram:ID>RK-5510</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20261108</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Kühltechnik Rasmussen GmbH</ram:Name></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>Wexcombe Filtration GmbH</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>R2026-70604</ram:PaymentReference><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:GrandTotalAmount>5100.00</ram:GrandTotalAmount><ram:TotalPrepaidAmount>5100.00</ram:TotalPrepaidAmount><ram:DuePayableAmount>0.00</ram:DuePayableAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>
"""
mail("copy-cii-theirs", "CII: an invoice of theirs, paid beforehand by its own words", "XRechnung program", "F301", "xrechnung.xml", CII.encode(), kind="*",
    body="Anbei unsere Rechnung.\n", subject="Rechnung RK-5510")  # fmt: skip


def voucher(kind: str, *facts: tuple[str, str], prefix: str) -> bytes:
    said = "".join(f'<{prefix}:{name} contextRef="C1">{value}</{prefix}:{name}>\n' for name, value in facts)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<xbrl xmlns="http://www.xbrl.org/2003/instance" xmlns:{prefix}="http://xbrl.mof.gov.cn/taxonomy/2023-05-15/{prefix}" xmlns:link="http://www.xbrl.org/2003/linkbase" xmlns:xlink="http://www.w3.org/1999/xlink">
<link:schemaRef xlink:type="simple" xlink:href="{kind}"/><context id="C1"><entity><identifier scheme="x">9132</identifier></entity><period><instant>2026-11-09</instant></period></context>
{said}</xbrl>
""".encode()


slip = (
    ("TypeOfBankElectronicReceipt", "付款回单"), ("NumberOfBankElectronicReceipt", "20261109HZ0071"), ("DateOfBookkeeping", "2026-11-09"),
    ("AccountNameOfPayer", "苏州恒泽化工有限公司"), ("AccountNumberOfPayer", "1102027109000550011"),
    ("AccountNameOfPayee", "威科姆过滤设备(无锡)有限公司"), ("AccountNumberOfPayee", "450761118820"),
    ("TransactionAmountInFigures", "15300.00"), ("TransactionAmountInWords", "人民币壹万伍仟叁佰元整"), ("Usage", "26322000000610010059货款"), ("BusinessSerialNumber", "HZ0071"),
)  # fmt: skip
mail("cn-voucher-slip", "MoF e-voucher: the payer's bank slip", "bank", "F501", "电子回单.xml", voucher("bker_entry_point_2023-05-15.xsd", *slip, prefix="bker"),
    pay("15300.00", "CNY", "26322000000610010059 15300.00"), books="26322000000610010059 15300.00", when="2026-11-10T10:00:00+08:00", body="回单见附件，请查收。\n", subject="付款回单")  # fmt: skip

other = tuple(
    (name, {"AccountNameOfPayee": "无锡市百川物流有限公司", "Usage": "运费"}.get(name, value))
    for name, value in slip
)
other = tuple(
    (
        name,
        {
            "TransactionAmountInFigures": "9600.00",
            "TransactionAmountInWords": "人民币玖仟陆佰元整",
            "BusinessSerialNumber": "HZ0090",
            "NumberOfBankElectronicReceipt": "20261109HZ0090",
        }.get(name, value),
    )
    for name, value in other
)
mail("cn-trap-voucher-other", "MoF e-voucher: a bank slip of a payment to somebody else", "bank", "F501", "回单.xml", voucher("bker_entry_point_2023-05-15.xsd", *other, prefix="bker"),
    kind="*", when="2026-11-10T10:10:00+08:00", body="见附件。\n", subject="回单")  # fmt: skip

inv = (
    ("UniqueCodeOfInvoice", "26442000000620020048"), ("DateOfIssue", "2026-10-16"), ("NameOfSeller", "威科姆过滤设备(无锡)有限公司"), ("NameOfPurchaser", "广州穗丰食品股份有限公司"),
    ("TotalAmountExcludingTax", "4176.99"), ("TotalTaxAmount", "543.01"), ("TotalAmountIncludingTaxInFigures", "4720.00"), ("TotalAmountIncludingTaxInWords", "肆仟柒佰贰拾圆整"),
)  # fmt: skip
mail("cn-trap-voucher-invoice", "MoF e-voucher: our own e-invoice, received and filed", "e-invoice platform", "F502", "dzfp_26442000000620020048.xml",
    voucher("einv_entry_point_2023-05-15.xsd", *inv, prefix="einv"), kind="*", when="2026-11-10T10:20:00+08:00", body="电子发票已入账，见附件。\n", subject="电子发票")  # fmt: skip
