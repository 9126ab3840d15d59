import Testing

@testable import Git

@Suite("Names of objects")
struct ObjectIDTests {
  static let names = [
    "0123456789abcdef0123456789abcdef01234567", "ffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000001", String(repeating: "00ff", count: 16),
    "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210",
  ]

  @Test("a name is written as it was read, by its digits or by its bytes", arguments: names)
  func written(_ name: String) throws {
    let id = try #require(ObjectID(name))
    #expect(id.hex == name && id.description == name && id.count == name.utf8.count / 2)
    #expect(id.bytes.count == id.count && ObjectID(bytes: id.bytes) == id)
    #expect(id.short == name.prefix(10) && !id.isZero)
  }

  @Test("names are in the order of what is written")
  func order() {
    var names = Self.names
    for number in 1...200 {
      let digits = String(number * 7_919, radix: 16) + String(number, radix: 16)
      let length = number % 2 == 0 ? 40 : 64
      names.append(String(String(repeating: digits, count: length).prefix(length)))
    }
    let sorted = names.compactMap { ObjectID($0) }.sorted()
    #expect(sorted.map(\.hex) == names.sorted())
  }

  @Test(
    "anything else is no name",
    arguments: [
      "", "abc", "A123456789abcdef0123456789abcdef01234567", "g123456789abcdef0123456789abcdef01234567",
      String(repeating: "0", count: 39), String(repeating: "0", count: 65),
      "é12345678" + String(repeating: "0", count: 30),
    ])
  func none(_ text: String) { #expect(ObjectID(text) == nil) }

  @Test("a name of zeros alone stands for none, and a short name is not the long one that begins so")
  func zeros() throws {
    let (short, long) = (String(repeating: "0", count: 40), String(repeating: "0", count: 64))
    #expect(try #require(ObjectID(short)).isZero && #require(ObjectID(long)).isZero)
    #expect(ObjectID(short) != ObjectID(long))
    #expect(try #require(ObjectID(short)) < #require(ObjectID(long)))
  }
}
