import Git
import PlanModel
import Testing
import Verification

@Suite("contains")
struct ContainsTests {
  private let check = Condition.Check.contains(Glob("src/**"), .text("muted ="))

  private func evidence(_ text: TextPattern, in files: [String: String]) throws -> Evidence {
    try Judging.evidence(.contains(Glob("src/**"), text), on: MemorySubject(files: files))
  }

  @Test("the first match is shown with its path, its line number and the line")
  func firstMatch() throws {
    let subject = MemorySubject(files: ["src/a.ts": "none\n", "src/b.ts": "one\r\n\t  let muted = true\r\nmuted = 2"])
    let expected = ConditionFact.line(path: "src/b.ts", number: 2, text: "let muted = true")
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("a regular expression is looked for in the whole file, line ends being line ends")
  func regex() throws {
    let check = Condition.Check.contains(Glob("src/**"), .regex("^on:\\s+mail$"))
    let expected = ConditionFact.line(path: "src/a.yml", number: 2, text: "on:")
    let subject = MemorySubject(files: ["src/a.yml": "# on: mail\non:\n  mail\n"])
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("files without the text fail it, and are counted")
  func noMatch() throws {
    let subject = MemorySubject(files: ["src/a.ts": "a", "src/b.ts": "b", "docs/c.md": "muted ="])
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noMatch(searched: 2)))
  }

  @Test("a glob without a file fails it")
  func noFile() throws {
    #expect(try Judging.evidence(check, on: MemorySubject()) == .condition(.fails, check, .noFile))
  }

  @Test("binary files, links and submodules hold no text")
  func noText() throws {
    var subject = MemorySubject()
    subject.add("src/image.png", Array("\u{0}muted =".utf8))
    subject.add("src/link", Array("muted =".utf8), kind: .symbolicLink)
    subject.add("src/module", Array("muted =".utf8), kind: .submodule)
    #expect(try Judging.evidence(check, on: subject) == .condition(.fails, check, .noMatch(searched: 0)))
  }

  @Test("a NUL behind the first 8000 bytes does not make a file binary")
  func lateNul() throws {
    var subject = MemorySubject()
    subject.add("src/log", [UInt8](repeating: UInt8(ascii: "x"), count: 8_000) + Array("\u{0}muted =".utf8))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }

  @Test("a file too large to search leaves it undecided, unless another one matches")
  func tooLarge() throws {
    var subject = MemorySubject(files: ["src/a.ts": "a"])
    let limit = 10 << 20
    subject.add("src/big.json", [UInt8](repeating: UInt8(ascii: "x"), count: limit + 1))
    let expected = ConditionFact.filesTooLarge(["src/big.json"], count: 1, limit: limit)
    #expect(try Judging.evidence(check, on: subject) == .condition(.missing, check, expected))
    subject.add("src/c.ts", Array("muted =".utf8))
    #expect(try Judging.evidence(check, on: subject).outcome == .holds)
  }

  @Test("bytes that are no UTF-8 do not hide the text beside them")
  func notUTF8() throws {
    var subject = MemorySubject()
    subject.add("src/latin1.ts", [0xE9, 0xFF, 0x0A] + Array("muted = 1".utf8))
    let expected = ConditionFact.line(path: "src/latin1.ts", number: 2, text: "muted = 1")
    #expect(try Judging.evidence(check, on: subject) == .condition(.holds, check, expected))
  }

  @Test("a long line is shown in its first 200 characters, however they are piled up")
  func longLine() throws {
    let line = "muted =e" + String(repeating: "\u{301}", count: 5_000)
    guard case .condition(_, .line(_, _, let text)) = try evidence(.text("muted"), in: ["src/a": line]).fact else {
      Issue.record("no line was shown")
      return
    }
    #expect(text.unicodeScalars.count == 200)
  }

  @Test("a pattern that cannot be used leaves it undecided and says why")
  func badPattern() throws {
    let evidence = try evidence(.regex("a("), in: ["src/a": "a("])
    #expect(evidence.outcome == .missing)
    #expect(
      evidence.fact
        == .condition(
          .contains(Glob("src/**"), .regex("a(")), .badPattern("missing closing parenthesis", offset: 2)))
  }

  @Test("a pattern that takes too much work leaves it undecided and names the file")
  func tooCostly() throws {
    let check = Condition.Check.contains(Glob("src/**"), .regex("(a+)+$"))
    let subject = MemorySubject(files: ["src/a": String(repeating: "a", count: 5_000) + "!"])
    #expect(
      try Judging.evidence(check, on: subject) == .condition(.missing, check, .patternTooCostly(path: "src/a")))
  }
}
