import Privacy
import Testing

@Suite("Payment cards") struct CardTests {
  static let cards = [
    "4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "4111\u{a0}1111\u{a0}1111\u{a0}1111",
    "4222222222222",
    "5555555555554444", "5105 1051 0510 5100", "2223003122003222", "378282246310005", "3782 822463 10005",
    "30569309025904", "3056 930902 5904", "6011111111111117", "6011 0009 9013 9424", "3530111333300000",
    "6759649826438453",
    "6200000000000005", "6205500000000000004", "2200 0000 0000 0004",
  ]

  @Test("cards are found whole", arguments: Self.cards)
  func whole(_ card: String) throws { try Example(card).expect(.card) }

  @Test(
    "what fails the check, or is grouped or begins like no card, is none",
    arguments: [
      "4111111111111112", "4111 1111 1111 1112", "1234567812345670", "411 1111 1111 11111", "41111111111111111111",
      "0000000000000000", "1700000000000000", "175928847299117063", "4111.1111.1111.1111", "x4111111111111111",
      "4111111111111111x", "4111111111111111-22", "22-4111111111111111", "1.4111111111111111", "4111 1111 1111",
      "9780306406157", "4006381333931", "d4111111111111111e", "4111-1111 1111-1111", "411111111111111",
    ])
  func others(_ text: String) throws { #expect(try found(text, .card) == []) }

  @Test("words behind a card are none of its digits")
  func ends() throws {
    #expect(try found("4111 1111 1111 1111 12/27 123", .card) == ["card 4111 1111 1111 1111"])
    #expect(try found("4111111111111111 5555555555554444", .card).count == 2)
  }
}

@Suite("Bank accounts") struct IBANTests {
  static let accounts = [
    "DE89370400440532013000", "DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19",
    "FR14 2004 1010 0505 0001 3M02 606",
    "NL91ABNA0417164300", "CH93 0076 2011 6238 5295 7", "AT61 1904 3002 3457 3201", "NO93 8601 1117 947",
    "BE68 5390 0754 7034",
    "MT84 MALT 0110 0001 2345 MTLC AST0 01S", "ES91-2100-0418-4502-0005-1332", "de89370400440532013000",
    "IT60X0542811101000000123456", "PL61 1090 1014 0000 0712 1981 2874", "SE45 5000 0000 0583 9825 7466",
    "DE89\u{a0}3704\u{a0}0044\u{a0}0532\u{a0}0130\u{a0}00",
  ]

  @Test("accounts are found whole", arguments: Self.accounts)
  func whole(_ account: String) throws { try Example(account).expect(.iban) }

  @Test(
    "what fails the check or has another length is none",
    arguments: [
      "DE89370400440532013001", "DE8937040044053201300", "DE893704004405320130000", "XX89370400440532013000",
      "De89370400440532013000", "DE89  3704 0044 0532 0130 00", "ADE89370400440532013000", "DE89370400440532013000X",
      "AB12", "st-9c4t8wq2", "GB29", "US64SVBKUS6S3300958879",
    ])
  func others(_ text: String) throws { #expect(try found(text, .iban) == []) }

  @Test("what follows an account is none of it")
  func ends() throws {
    #expect(try found("IBAN: DE89 3704 0044 0532 0130 00 Sparkasse", .iban) == ["iban DE89 3704 0044 0532 0130 00"])
    #expect(try found("DE89 3704 0044 0532 0130 00") == ["iban DE89 3704 0044 0532 0130 00"])
  }
}
