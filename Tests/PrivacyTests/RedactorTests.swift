import Patterns
import Privacy
import Testing

@Suite("Redaction") struct RedactorTests {
  private func redactor(_ kinds: Set<Kind> = Set(Kind.builtIn), custom: [CustomKind] = []) -> Redactor {
    Redactor(Detector(kinds: kinds, custom: custom))
  }

  @Test("every value has a number, in the order in which they come")
  func numbers() throws {
    var redactor = redactor()
    let text = try redactor.redact(
      "ada@example.com (+49 30 1234567) wrote to bob@example.com from 93.184.216.34; card 4111 1111 1111 1111, "
        + "DE89 3704 0044 0532 0130 00, password=Tr0ub4dor&3x. Ask ada@example.com.")
    #expect(
      text
        == "[email-1] ([phone-1]) wrote to [email-2] from [ip-1]; card [card-1], [iban-1], password=[secret-1]. Ask [email-1]."
    )
    #expect(redactor.counts == [.email: 3, .phone: 1, .ip: 1, .card: 1, .iban: 1, .secret: 1])
  }

  @Test(
    "two ways to write one value get one number",
    arguments: [
      ("Ada@Example.com", "ada@example.com"), ("+49 30 1234567", "0049 (30) 123-4567"),
      ("+49 (0)30 1234567", "+49301234567"),
      ("030 1234567", "(030) 12345-67"), ("4111 1111 1111 1111", "4111-1111-1111-1111"),
      ("DE89 3704 0044 0532 0130 00", "de89370400440532013000"), ("2A00:1450:0:0::200E", "2a00:1450::200e"),
      ("::ffff:93.184.216.34", "93.184.216.34"),
    ])
  func normalForms(_ one: String, _ other: String) throws {
    var redactor = redactor()
    let first = try redactor.redact("a \(one) b")
    #expect(try redactor.redact("a \(other) b") == first)
    #expect(first.contains("-1]"))
  }

  @Test("one redactor keeps its numbers from text to text, two have nothing in common")
  func severalTexts() throws {
    var redactor = redactor([.email])
    #expect(try redactor.redact("From: ada@example.com") == "From: [email-1]")
    #expect(try redactor.redact("bob@example.com and ADA@example.com") == "[email-2] and [email-1]")
    var other = self.redactor([.email])
    #expect(try other.redact("bob@example.com") == "[email-1]")
  }

  @Test("numbers begin above those that a text has of its own")
  func ownPseudonyms() throws {
    var redactor = redactor([.email, .phone])
    #expect(
      try redactor.redact("[email-7] is not ada@example.com, [phone-x] +49 30 1234567")
        == "[email-7] is not [email-8], [phone-x] [phone-1]")
    var reserved = self.redactor([.email])
    reserved.reserve(pseudonymsIn: Array("see [email-3], [email-99999999999999999999] and [email-0]".utf8))
    #expect(try reserved.redact("ada@example.com") == "[email-4]")
  }

  @Test("only the kinds that are asked for are touched")
  func kinds() throws {
    var redactor = redactor([.phone])
    let text = "ada@example.com 93.184.216.34 4111111111111111 +49 30 1234567"
    #expect(try redactor.redact(text) == "ada@example.com 93.184.216.34 4111111111111111 [phone-1]")
    var none = self.redactor([])
    #expect(try none.redact(text) == text)
  }

  @Test("bytes that are no text stay as they are")
  func invalidBytes() throws {
    let custom = try CustomKind(name: "customer-number", expression: "CN-[0-9]+")
    var redactor = redactor([.email], custom: [custom])
    let bytes: [UInt8] = [0xff, 0xc3] + Array("ada@example.com CN-12".utf8) + [0x80, 0, 0xf0, 0x9f]
    let redacted: [UInt8] = [0xff, 0xc3] + Array("[email-1] [customer-number-1]".utf8) + [0x80, 0, 0xf0, 0x9f]
    #expect(try redactor.redact(bytes) == redacted)
  }
}

@Suite("Custom kinds") struct CustomKindTests {
  private func kind(_ expression: String, name: String = "customer-number") throws -> CustomKind {
    try CustomKind(name: name, expression: expression)
  }

  @Test("what a custom expression matches is redacted under its name")
  func named() throws {
    var redactor = Redactor(
      Detector(kinds: [.email], custom: [try kind("CN-[0-9]{6}"), try kind("\\bPlan [A-Z]\\b", name: "plan")]))
    let text = try redactor.redact("CN-123456 has Plan B, ada@example.com CN-654321 too, CN-123456 not.")
    #expect(text == "[customer-number-1] has [plan-1], [email-1] [customer-number-2] too, [customer-number-1] not.")
  }

  @Test("an expression that cannot be used says why")
  func problem() {
    #expect(throws: PatternProblem(reason: "missing closing parenthesis", offset: 2)) { try kind("a(") }
  }

  @Test("a custom match stands before a built-in one of the same bytes, and after one that begins before it")
  func overlaps() throws {
    let number = try kind("[0-9]{3}-[0-9]{3}-[0-9]{4}")
    #expect(try found("212-555-0147", .phone, custom: [number]) == ["customer-number 212-555-0147"])
    #expect(try found("+1 212-555-0147", .phone, custom: [number]) == ["phone +1 212-555-0147"])
    let tail = try kind("example\\.com/[a-z]+")
    #expect(
      try found("ada@example.com/orders", .email, custom: [tail]) == [
        "email ada@example.com", "customer-number /orders",
      ])
  }

  @Test("a pseudonym is no match, whatever the expression says")
  func pseudonyms() throws {
    let greedy = try kind("[a-z]+-[0-9]+")
    #expect(try found("see [email-12] and ab-12", custom: [greedy]) == ["customer-number ab-12"])
    var redactor = Redactor(Detector(kinds: [.email], custom: [try kind("\\S+")]))
    let once = try redactor.redact("ada@example.com said so")
    #expect(once == "[customer-number-1] [customer-number-2] [customer-number-3]")
    #expect(try redactor.redact(once) == once)
  }

  @Test("an expression that goes on and on stops the redaction")
  func tooCostly() throws {
    var redactor = Redactor(Detector(kinds: [], custom: [try kind("(a+)+$")]))
    let text = Array((String(repeating: "a", count: 100_000) + "!").utf8)
    #expect(throws: DetectionError.tooCostly("customer-number")) { try redactor.redact(text) }
  }
}
