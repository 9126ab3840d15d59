import PlanFiles
import PlanModel
import Testing

@Suite("Changing one field of a file")
struct FrontMatterEditTests {
  @Test("setting a field changes its line and no other byte", arguments: 1...8 as ClosedRange<UInt64>)
  func settingIsLocal(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var changed = 0
    for _ in 0..<150 {
      let bytes = Self.document(&random)
      let document = try PlanDocument(bytes, path: Sample.storyPath)
      let (key, value) = (random.pick(["status", "title", "owner", "x-new"]), random.pick(Texts.all))
      guard let edited = try? document.setting(key, to: value) else { continue }
      changed += 1
      let read = try PlanDocument(edited, path: Sample.storyPath)
      #expect(read.fields[key]?.text == value)
      let line = document.fields.entries?.first { $0.key == key }?.line
      expectOnlyLine(line ?? Self.firstNewLine(bytes, edited), of: bytes, became: edited, isNew: line == nil)
    }
    #expect(changed >= 100)
  }

  @Test("an anchor in braces is written out when a field is set, and what it says stays")
  func flowAnchors() throws {
    let head = "---\nid: st-9c4t8wq2\ntitle: T\ncode:\n"
    let tail = "  - path: c.swift\nstatus: draft\n---\n\n## Story\n\nx\n"
    let text = head + "  - {path: a.swift, symbol: \"run\", note: 'a: b'}\n  - {path: b.swift}\n" + tail
    let document = try PlanDocument(Array(text.utf8), path: Sample.storyPath)
    let line = try #require(document.fields["code"]?.list?[0]["path"]?.line)
    let edited = try document.settingAnchor(atLine: line, ["path": "a.swift", "seen": "h1:abc"])
    #expect(
      String(decoding: edited, as: UTF8.self)
        == head + "  - path: a.swift\n    symbol: run\n    note: \"a: b\"\n    seen: h1:abc\n  - {path: b.swift}\n"
        + tail)
    let commented = try PlanDocument(
      Array((head + "  - {path: a.swift} # why\n" + tail).utf8), path: Sample.storyPath)
    #expect(throws: PlanDocument.EditProblem.self) {
      try commented.settingAnchor(atLine: line, ["seen": "h1:abc"])
    }
  }

  @Test("adding to a list changes its line, or adds one, and no other byte", arguments: 1...8 as ClosedRange<UInt64>)
  func addingIsLocal(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var changed = 0
    for _ in 0..<150 {
      let bytes = Self.document(&random)
      let document = try PlanDocument(bytes, path: Sample.storyPath)
      let (key, value) = (
        random.pick(["depends-on", "tags", "x-new"]), random.pick(["st-3hm7d0ke", "b c", "null", "a: b"])
      )
      guard let edited = try? document.adding(value, toList: key) else { continue }
      changed += 1
      let field = document.fields[key]
      let before = field?.list?.map(\.text) ?? field?.text.map { [$0] } ?? []
      let read = try PlanDocument(edited, path: Sample.storyPath)
      #expect(read.fields[key]?.list?.map(\.text) == before + (before.contains(value) ? [] : [value]))
      let unchanged = Set(bytes.split(separator: 0x0a, omittingEmptySubsequences: false))
      let lines = edited.split(separator: 0x0a, omittingEmptySubsequences: false)
      #expect(lines.filter { !unchanged.contains($0) }.count <= 1)
    }
    #expect(changed >= 100)
  }

  @Test(
    "a field that cannot be changed on its line alone is left to people",
    arguments: [
      "status: |\n  draft\n", "status: >-\n  draft\n", "status: draft\n  and more\n", "status: \"draft\n  more\"\n",
      "status:\n  draft\n", "status: {a:\n  b}\n", "status: [a\n  ]\n", "status:\n  - a\n",
      "status: &s draft\nother: *s\n",
    ])
  func refusesSeveralLines(fields: String) throws {
    let bytes = Array("---\nid: st-9c4t8wq2\n\(fields)---\n".utf8)
    let document = try PlanDocument(bytes, path: Sample.storyPath)
    #expect(throws: PlanDocument.EditProblem.notOneLine(field: "status", line: 3)) {
      try document.setting("status", to: "ready")
    }
  }

  @Test("front matter in one pair of braces is left to people")
  func refusesBraces() throws {
    let bytes = Array("---\n{id: st-9c4t8wq2, title: T, status: draft}\n---\n".utf8)
    let document = try PlanDocument(bytes, path: Sample.storyPath)
    for key in ["status", "owner"] {
      #expect(throws: PlanDocument.EditProblem.self) { try document.setting(key, to: "ready") }
    }
  }

  @Test(
    "a list with more than words in it is not rewritten", arguments: ["[a, null]", "[[a], b]", "{a: b}", "[a,\n b]"])
  func refusesOddLists(list: String) throws {
    let document = try PlanDocument(Array("---\ntags: \(list)\n---\n".utf8), path: Sample.storyPath)
    #expect(throws: PlanDocument.EditProblem.self) { try document.adding("c", toList: "tags") }
  }

  @Test(
    "the comment behind a value stays, and its blanks",
    arguments: [
      ("status: draft   # why", "status: ready   # why"), ("status: 'draft' # it's", "status: ready # it's"),
      ("status: # empty", "status: ready # empty"), ("status:", "status: ready"),
      ("status:  draft  ", "status:  ready  "),
      ("status: \"a # b\" # c", "status: ready # c"), ("\"status\": draft", "\"status\": ready"),
      ("status:\tdraft", "status:\tready"),
    ])
  func comments(before: String, after: String) throws {
    let document = try PlanDocument(Array("---\n\(before)\n---\n".utf8), path: Sample.storyPath)
    let edited = try document.setting("status", to: "ready")
    #expect(String(decoding: edited, as: UTF8.self) == "---\n\(after)\n---\n")
  }

  @Test(
    "maps are added to a list wherever it stands, and all else stays",
    arguments: [
      ("id: x\n", "id: x\nnotes:\n  - a: 1\n    b: two\n"),
      ("id: x", "id: x\nnotes:\n  - a: 1\n    b: two\n"),
      ("notes:\nid: x\n", "notes:\n  - a: 1\n    b: two\nid: x\n"),
      ("notes: []  # none\nid: x\n", "notes:   # none\n  - a: 1\n    b: two\nid: x\n"),
      ("notes:\n- a: 0\n  c: d\n\n# next\nid: x\n", "notes:\n- a: 0\n  c: d\n- a: 1\n  b: two\n\n# next\nid: x\n"),
      ("id: x\nnotes:\n    - a: 0 # first\n", "id: x\nnotes:\n    - a: 0 # first\n    - a: 1\n      b: two\n"),
      ("id: x\r\n", "id: x\r\nnotes:\r\n  - a: 1\r\n    b: two\r\n"),
    ])
  func addsMaps(before: String, after: String) throws {
    let document = try PlanDocument(fieldsOnly: Array(before.utf8), path: "source.yml")
    let edited = try document.adding([["a: 1", "b: two"]], toListOfMaps: "notes")
    #expect(String(decoding: edited, as: UTF8.self) == after)
  }

  @Test("a list of maps in brackets is left to people", arguments: ["notes: [{a: 0}]", "notes: word", "notes: {a: 0}"])
  func refusesFlowMaps(before: String) throws {
    let document = try PlanDocument(fieldsOnly: Array("\(before)\n".utf8), path: "source.yml")
    #expect(throws: PlanDocument.EditProblem.notOneLine(field: "notes", line: 1)) {
      try document.adding([["a: 1"]], toListOfMaps: "notes")
    }
  }

  /// Story files of many forms that are all read.
  private static func document(_ random: inout SeededGenerator) -> [UInt8] {
    var lines = ["id: st-9c4t8wq2  # the id", "title: Mute: all"]
    lines[1] = random.pick([
      "title: Mute", "title: \"a # b\"  # c", "title: 'it''s'", "title: a — b # c", "title: |\n  x",
    ])
    lines.append(random.pick(["status: draft", "status: draft  # draft | ready", "status:", "status: ~", "# none"]))
    lines.append(
      random.pick(["owner: \"Ines\"", "owner: &o ines", "'owner': x", "owner:   # nobody", "unknown: {a: b}"]))
    lines.append(
      random.pick(["depends-on: []", "depends-on: [st-0kz9b4ya] # c", "depends-on:\n  - st-0kz9b4ya  # c", "# c", ""]))
    lines.append(
      random.pick(["tags:\n- a\n# c\n- b", "tags: [a, 'b']", "tags: a", "tags: [a,\n  b]", "tags:\n  - a: b"]))
    lines.append(random.pick(["code:\n  - path: x\n    symbol: y", "# end", "x: >-\n  folded\n  text"]))
    let body = random.pick(["", "\nBody: not a field\nstatus: x\n", "\n---\nstatus: y\n", "\n\u{2028} — \r x"])
    var text = (random.rarely(5) ? "\u{feff}" : "") + "---\n" + lines.joined(separator: "\n") + "\n---\n" + body
    if random.rarely(3) {
      text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    if random.rarely(3), text.hasSuffix("\n") { text.removeLast() }
    return Array(text.utf8)
  }

  private static func firstNewLine(_ before: [UInt8], _ after: [UInt8]) -> Int {
    let same = zip(before, after).prefix { $0 == $1 }.count
    // Front matter ends in a line that is there anyway.
    return after[..<same].count { $0 == 0x0a } + 1
  }

  private func expectOnlyLine(_ number: Int, of before: [UInt8], became after: [UInt8], isNew: Bool) {
    var old = before.split(separator: 0x0a, omittingEmptySubsequences: false)
    var new = after.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard new.count == old.count + (isNew ? 1 : 0), number <= new.count else {
      Issue.record("\(old.count) lines became \(new.count)")
      return
    }
    // The first line tells how the lines of the file end.
    #expect((new[number - 1].last == 0x0d) == (old[0].last == 0x0d))
    new.remove(at: number - 1)
    if !isNew { old.remove(at: number - 1) }
    #expect(old == new)
  }
}
