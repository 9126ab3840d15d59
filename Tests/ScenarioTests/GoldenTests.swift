import Foundation
import TestKit
import Testing

@Suite("Golden files") struct GoldenTests {
  @Test("a text is what its file holds, and the difference is shown when it is not")
  func mismatch() throws {
    let tests = try TestFolder(golden: ["words.txt": "one\ntwo\nthree\n"], sources: "")
    try Golden.expect("one\ntwo\nthree\n", "words", file: tests.source)
    let mismatch = #expect(throws: Golden.Mismatch.self) {
      try Golden.expect("one\n2\nthree\n", "words", file: tests.source)
    }
    #expect(mismatch?.description.hasSuffix("Golden/words.txt:\n  one\n- two\n+ 2\n  three\n  ") == true)
  }

  @Test("a text whose file does not exist fails, and is shown")
  func missing() throws {
    let tests = try TestFolder(golden: [:], sources: "")
    let mismatch = #expect(throws: Golden.Mismatch.self) { try Golden.expect("text", "new", file: tests.source) }
    #expect(mismatch?.description.hasSuffix("Golden/new.txt: HANDOFF_UPDATE_GOLDEN=1 writes it\n\ntext") == true)
    #expect(try Golden.orphans(file: tests.source).isEmpty)
  }

  @Test("a file that no test names is an orphan")
  func orphans() throws {
    let tests = try TestFolder(
      golden: ["words.txt": "", "left.txt": "", "words.md": ""], sources: "try Golden.expect(text, \"words\")")
    #expect(try Golden.orphans(file: tests.source) == ["left.txt", "words.md"])
  }

  @Test("expectations are rewritten only when asked to, and never in continuous integration")
  func rewriting() throws {
    #expect(try RewritingSwitch.isOn("UPDATE", ["UPDATE": "1"]))
    #expect(try RewritingSwitch.isOn("UPDATE", ["UPDATE": "1", "CI": ""]))
    #expect(try !RewritingSwitch.isOn("UPDATE", ["UPDATE": "0"]))
    #expect(try !RewritingSwitch.isOn("UPDATE", ["CI": "true"]))
    #expect(throws: RewritingSwitch.Refused.self) {
      try RewritingSwitch.isOn("UPDATE", ["UPDATE": "1", "CI": "true"])
    }
  }
}

/// A folder like that of a test target, removed when the value goes away.
private final class TestFolder {
  private let path = FileManager.default.temporaryDirectory.path + "/golden-" + UUID().uuidString
  var source: String { path + "/SomeTests.swift" }

  init(golden: [String: String], sources: String) throws {
    try FileManager.default.createDirectory(atPath: path + "/Golden", withIntermediateDirectories: true)
    for (name, text) in golden { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/Golden/" + name)) }
    try Data(sources.utf8).write(to: URL(fileURLWithPath: source))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
