import Intake
import PlanModel
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What holds for every original, whatever its format.
@Suite("Nothing is lost and nothing is invented at the door")
struct PromiseTests {
  @Test("every fixture keeps the promises", arguments: Fixture.all.map(\.name))
  func fixtures(_ name: String) throws {
    let fixture = try #require(Fixture.all.first { $0.name == name })
    try Promises.expect(fixture.bytes, name: name)
  }

  @Test(
    "every sample keeps the promises",
    .enabled(if: !Samples.files.isEmpty, "HANDOFF_SAMPLES names no folder of samples"), arguments: Samples.files)
  func samples(_ path: String) throws {
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    guard Original.recognise(bytes, name: path) != nil else { return }
    do {
      try Promises.expect(bytes, name: path)
    } catch let error as IntakeError {
      #expect([.nothingSaid, .empty, .programMissing(.pdftotext)].contains(error), "\(path)")
    }
  }

  @Test(
    "every beginning of a fixture is read or refused, never trapped on",
    arguments: ["gmailReply.eml", "alternative.eml", "html.eml", "brief.md", "phone.txt"])
  func truncated(_ name: String) throws {
    let fixture = try #require(Fixture.all.first { $0.name == name })
    for length in stride(from: 1, to: fixture.bytes.count, by: 7) {
      do { try Promises.expect(Array(fixture.bytes.prefix(length)), name: name) } catch is IntakeError {}
    }
  }

  @Test(
    "bytes without sense are read or refused, never trapped on",
    arguments: [SourceFormat.mail, .mbox, .text, .markdown])
  func noise(_ format: SourceFormat) {
    var generator = SmallGenerator(state: 7)
    let alphabet = Array("<>&;=?-_*`#|[]().:, \n\r\tab1@\"'\u{e9}".utf8) + [0xFF, 0xC3, 0xE2, 0x80]
    for _ in 0..<300 {
      var bytes = format == .mail ? Array("From: a@b.c\nSubject: =?utf-8?Q?".utf8) : []
      if format == .mbox { bytes = Array("\(Mailboxes.question)From -\nFrom: a@b.c\nReferences: <a@x".utf8) }
      for _ in 0..<Int.random(in: 1...400, using: &generator) {
        bytes.append(alphabet.randomElement(using: &generator) ?? 0)
      }
      do {
        let reading = try Original.read(bytes, as: format)
        #expect(!reading.title.isEmpty)
        try Promises.expectVerbatim(reading, bytes)
      } catch {}
    }
  }
}

/// All of the small originals, with the names that their formats are known by.
enum Fixture {
  static let all: [(name: String, bytes: [UInt8])] = plain + Mailboxes.all

  private static let plain: [(name: String, bytes: [UInt8])] =
    Mails.all.map { ("\($0.name).eml", Array($0.text.utf8)) }
    + Texts.all.map { ("\($0.name).txt", Array($0.text.utf8)) }
    + Texts.documents.map { ("\($0.name).md", Array($0.text.utf8)) } + [("iso8859.txt", Texts.iso8859)]
    + Tables.all.map { ("\($0.name).csv", Array($0.text.utf8)) }
}

/// The checks themselves.
enum Promises {
  static func expect(_ bytes: [UInt8], name: String) throws {
    let reading = try Original.read(bytes, name: name)
    try expectVerbatim(reading, bytes)
    expectShape(reading, name)
    try expectCoverage(reading, bytes)
    #expect(
      try Original.read(bytes, name: name).statements == reading.statements,
      "\(name): the same bytes give the same statements")
  }

  /// Each statement occurs in the decoded original, in order.
  static func expectVerbatim(_ reading: Reading, _ bytes: [UInt8]) throws {
    let original = Array(folded(try Original.decodedText(of: bytes, as: reading.format)).utf8)
    var place = 0
    for (index, statement) in reading.statements.enumerated() {
      guard let found = find(Array(statement.text.utf8), in: original, from: place) else {
        Issue.record("L\(index + 1) is not in the original: \(statement.text)")
        return
      }
      place = found
    }
  }

  private static func expectShape(_ reading: Reading, _ name: String) {
    #expect(!reading.title.isEmpty && !reading.title.contains("\n"), "\(name)")
    for statement in reading.statements {
      #expect(!statement.text.isEmpty && statement.text == folded(statement.text), "\(name)")
      #expect(statement.text.utf8.count <= IntakeLimits.statementBytes, "\(name)")
    }
    #expect(reading.statements.map(\.turn) == reading.statements.map(\.turn).sorted(), "\(name)")
    #expect(
      reading.chatter.allSatisfy {
        Chatter(rawValue: $0.why) != nil && $0.lines.bounds.upperBound <= reading.statements.count
      }, "\(name)")
    #expect(
      reading.chatter.map(\.lines.bounds.lowerBound) == reading.chatter.map(\.lines.bounds.lowerBound).sorted(),
      "\(name)")
  }

  /// Each word of the decoded original is in a statement, but for names and times that became speaker and time, and the
  /// languages of code blocks.
  private static func expectCoverage(_ reading: Reading, _ bytes: [UInt8]) throws {
    let text = try Original.decodedText(of: bytes, as: reading.format)
    let fences = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter {
      $0.hasPrefix("```") || $0.hasPrefix("~~~")
    }
    let frame = Set(
      (fences.map(String.init) + reading.people.map(\.name) + ["to Everyone From am pm AM PM a p m T Z"]).flatMap(words)
    )
    var said = reading.statements.flatMap { words($0.text) }[...]
    for word in words(text) {
      if said.first == word {
        said.removeFirst()
      } else if word.utf8.count > IntakeLimits.statementBytes / 2 {
        // A word that is longer than a statement may be was cut.
        var cut = ""
        while cut.utf8.count < word.utf8.count, let piece = said.popFirst() { cut += piece }
        #expect(cut == word)
      } else if !frame.contains(word) && !word.allSatisfy({ $0.isNumber || $0 == "T" || $0 == "Z" }) {
        Issue.record("the word \(word) is lost before \(said.prefix(5))")
        return
      }
    }
    #expect(said.isEmpty)
  }

  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }.map { String($0) }
  }

  static func folded(_ text: String) -> String {
    text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { String(decoding: $0, as: UTF8.self) }.joined(
      separator: " ")
  }

  /// The place behind `pattern`, or nil.
  private static func find(_ pattern: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = pattern.first else { return nil }
    var place = start
    while place + pattern.count <= text.count, let next = text[place...].firstIndex(of: first),
      next + pattern.count <= text.count
    {
      if text[next..<(next + pattern.count)].elementsEqual(pattern) { return next + pattern.count }
      place = next + 1
    }
    return nil
  }
}

/// Real files to read, when the environment names a folder of them.
enum Samples {
  static let files: [String] = {
    guard let folder = ProcessInfo.processInfo.environment["HANDOFF_SAMPLES"] else { return [] }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    var isFolder = false
    return names.sorted().map { "\(folder)/\($0)" }.filter {
      FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder
    }
  }()
}

/// Numbers that are the same in every run.
struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }
}
