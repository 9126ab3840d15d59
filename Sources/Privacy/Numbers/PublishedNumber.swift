/// Numbers of cards and accounts that documents print as examples: they pay nothing and belong to nobody. A redactor
/// replaces them like any others; who only warns can pass them over.
package enum PublishedNumber {
  /// Whether `value`, a card's or an account's number however it is grouped, is an example.
  package static func holds(_ value: ArraySlice<UInt8>) -> Bool {
    let digits = value.filter(\.isAlphanumeric).map(\.lowercased)
    return cards.contains(String(decoding: digits, as: UTF8.self))
      || accounts.contains(String(decoding: digits, as: UTF8.self))
  }

  /// Test cards of payment services (<https://docs.stripe.com/testing>, and those that PayPal and Adyen print).
  private static let cards: Set<String> = [
    "4242424242424242", "4111111111111111", "4000056655665556", "4012888888881881", "4222222222222", "4000000000000002",
    "4000000000000077", "4000000000003220", "4000000000009995", "5555555555554444", "2223003122003222",
    "5200828282828210", "5105105105105100", "378282246310005", "371449635398431", "6011111111111117",
    "6011000990139424", "3056930009020004", "36227206271667", "30569309025904", "38520000023237", "3566002020360505",
    "3530111333300000", "6200000000000005", "6205500000000000004",
  ]

  /// Examples of SWIFT's IBAN Registry, and of the pages that explain the number.
  private static let accounts: Set<String> = [
    "de89370400440532013000", "gb29nwbk60161331926819", "gb82west12345698765432", "fr1420041010050500013m02606",
    "fr7630006000011234567890189", "nl91abna0417164300", "ch9300762011623852957", "at611904300234573201",
    "be68539007547034", "be71096123456769", "es9121000418450200051332", "it60x0542811101000000123456",
    "pl61109010140000071219812874", "se4550000000058398257466", "no9386011117947", "dk5000400440116243",
    "fi2112345600000785", "ie29aibk93115212345678", "pt50000201231234567890154", "lu280019400644750000",
    "cz6508000000192000145399", "sa0380000000608010167519", "tr330006100519786457841326", "gr1601101250000000012300695",
  ]
}
