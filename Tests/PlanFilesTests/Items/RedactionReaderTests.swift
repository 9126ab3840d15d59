import PlanFiles
import PlanModel
import Testing

@Suite("The redact setting") struct RedactionReaderTests {
  private func read(_ text: String) -> ItemReading<Policy> { Policy.read(Array(text.utf8)) }

  @Test("kinds are words, and custom ones maps of name and pattern")
  func kinds() throws {
    let reading = read(
      "redact:\n  - email\n  - name: customer-number\n    pattern: \"CN-[0-9]{6}\"\n  - iban\n  - email\n")
    let custom = CustomRedaction(name: "customer-number", pattern: "CN-[0-9]{6}", line: 4, column: 14)
    #expect(reading.findings == [])
    #expect(reading.item?.redactions == [.kind(.email), .custom(custom), .kind(.iban)])
    #expect(reading.item?.redactions.map(\.name) == ["email", "customer-number", "iban"])
  }

  @Test("one word stands for a list of one, and nothing for none")
  func short() {
    #expect(read("redact: phone\n").item?.redactions == [.kind(.phone)])
    #expect(read("redact:\n").item?.redactions == [])
    #expect(read("redact: []\n").item?.redactions == [])
    #expect(read("redact: [email, phone, card, iban, ip, secret]\n").item?.redactions.count == 6)
  }

  @Test("an unknown kind is found at its place, with all that are known")
  func unknown() {
    let reading = read("version: 1\nredact: [email, fone]\n")
    let known = ["email", "phone", "card", "iban", "ip", "secret"]
    let problem = FieldProblem.notOneOf(field: "redact", value: "fone", known: known)
    #expect(reading.findings == [Finding(.field(problem), path: Policy.file, line: 2, column: 17)])
    #expect(reading.item?.redactions == [.kind(.email)])
  }

  @Test(
    "a custom kind that cannot be used is found at its line, and is none",
    arguments: [
      ("redact:\n  - name: a\n", 2), ("redact:\n  - pattern: a\n", 2),
      ("redact:\n  - name: Number\n    pattern: a\n", 2),
      ("redact:\n  - name: email\n    pattern: a\n", 2), ("redact:\n  - pattern: a\n    name: a b\n", 3),
      ("redact:\n  - pattern: a\n    name: 1\n", 3), ("redact:\n  - [email]\n", 2),
    ])
  func broken(text: String, line: Int) {
    let reading = read(text)
    #expect(reading.findings.map(\.line) == [line])
    #expect(reading.item?.redactions == [])
  }

  @Test("a key beside name and pattern is reported")
  func unknownKey() {
    let reading = read("redact:\n  - name: a\n    pattern: b\n    patern: c\n")
    #expect(
      reading.findings == [
        Finding(.field(.unknownKey("patern", nearest: "pattern")), path: Policy.file, line: 4)
      ])
  }
}
