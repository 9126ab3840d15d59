import PlanFiles
import PlanModel
import TestKit
import Testing

/// YAML that is small to send and large to read. Each of these would take all of the stack, or longer than anybody
/// waits, in a reader without limits: the limit of time is for those, and nothing here comes near it.
@Suite("Hostile YAML")
struct HostileYAMLTests {
  private func read(_ bytes: [UInt8], firstLine: Int = 1) throws -> YAMLNode? {
    let (node, nanoseconds) = processorTimed { try YAMLReader.read(bytes[...], firstLine: firstLine) }
    #expect(nanoseconds < 60_000_000_000)
    return try node.get()
  }

  @Test("nesting without end is refused", arguments: Nesting.allCases)
  func nesting(shape: Nesting) {
    let text = shape.text(size: 500_000)
    #expect(throws: YAMLError.self, "\(shape)") { try read(Array(text.utf8)) }
  }

  enum Nesting: CaseIterable {
    case brackets, braces, brackettedLines, dashes, dashesOnLines, indentedMaps, questions, colons, tabbedDashes
    case dashesBehindReturns, listsUnderKeys

    func text(size: Int) -> String {
      switch self {
      case .brackets: "a: " + String(repeating: "[", count: size)
      case .braces: "a: " + String(repeating: "{a: ", count: size / 4)
      case .brackettedLines: "a:\n" + String(repeating: " [\n", count: size / 3)
      case .dashes: String(repeating: "- ", count: size / 2) + "a"
      case .dashesOnLines: lines(upTo: size) { String(repeating: "- ", count: 200) + "#\($0)" }
      case .indentedMaps: lines(upTo: size, step: 1) { _ in "a:" }
      case .questions: String(repeating: "? ", count: size / 2) + "a"
      case .colons: String(repeating: ": ", count: size / 2) + "a"
      case .tabbedDashes: String(repeating: "-\t", count: size / 2) + "a"
      case .dashesBehindReturns:
        "a:\r" + String(repeating: " - -\r", count: 3) + String(repeating: "- ", count: size / 2)
      case .listsUnderKeys: "a:\n" + lines(upTo: size, step: 2) { _ in "- a:" }
      }
    }

    /// Lines that are each indented more than the one above.
    private func lines(upTo size: Int, step: Int = 400, _ line: (Int) -> String) -> String {
      var text = ""
      var indent = 0
      while text.utf8.count < size {
        text += String(repeating: " ", count: indent) + line(indent) + "\n"
        indent += step
      }
      return text
    }
  }

  @Test("aliases that expand into billions of nodes are refused, as values and as keys")
  func aliasBombs() {
    let levels = (0..<30).map { "a\($0 + 1): &a\($0 + 1) [*a\($0), *a\($0)]" }
    let bomb = (["a0: &a0 [x, x]"] + levels).joined(separator: "\n") + "\n"
    #expect(throws: YAMLError.self) { try read(Array(bomb.utf8)) }
    #expect(throws: YAMLError.self) { try read(Array((bomb + "? *a30\n: x\n").utf8)) }
  }

  @Test("keys without end, in lines and in braces, are refused or read within the limits")
  func manyKeys() throws {
    let keys = (0..<60_000).map { "k\($0):" }
    #expect(throws: YAMLError.self) { try read(Array(keys.joined(separator: "\n").utf8)) }
    let braces = "a: {" + keys.map { $0 + " x" }.joined(separator: ", ") + "}"
    #expect(throws: YAMLError.self) { try read(Array(braces.utf8)) }
    let some = try read(Array(keys.prefix(5_000).joined(separator: "\n").utf8))
    #expect(some?.entries?.count == 5_000)
  }

  @Test("numbers of any length are words until somebody asks for a number")
  func hugeNumbers() throws {
    let digits = String(repeating: "9", count: 100_000)
    let root = try read(Array("a: \(digits)\nb: 1e999999999\n".utf8))
    #expect(root?["a"]?.text == digits)
    let policy = Policy.read(Array("version: \(digits)\n".utf8))
    #expect(!policy.findings.isEmpty)
  }

  @Test("brackets, stars and question marks in prose are no nesting")
  func prose() throws {
    let entries = (0..<2_000).map { "- why: what [was] asked? *twice* \"\\x41\" {x}" + ($0 == 0 ? " & more" : "") }
    let root = try read(Array("- a: \"\\x41\"\n\(entries.prefix(100).joined(separator: "\n"))\n".utf8))
    #expect(root?.list?.count == 101)
  }

  @Test(
    "a line break that only libyaml knows is refused where it stands",
    arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}"])
  func foreignBreaks(mark: String) {
    let error = #expect(throws: YAMLError.self) {
      try read(Array("a: b\nc: d\(mark)e: f\n".utf8), firstLine: 2)
    }
    #expect(error?.line == 3)
    #expect(error?.column == 5)
  }

  @Test("random bytes are read or refused", arguments: 1...4 as ClosedRange<UInt64>)
  func randomBytes(seed: UInt64) {
    var random = SeededGenerator(seed)
    let likely = Array("ab: \n-#\"'[]{},&*!?|>%\t\r\\".utf8)
    for _ in 0..<500 {
      let bytes = (0..<random.below(60)).map { _ in random.rarely(10) ? UInt8(random.below(256)) : random.pick(likely) }
      _ = try? read(bytes)
    }
  }
}
