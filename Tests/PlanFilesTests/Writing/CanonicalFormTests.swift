import Foundation
import Markdown
import PlanFiles
import PlanModel
import Testing

@Suite("The form of plan files") struct CanonicalFormTests {
  private func formed(_ text: String, _ kind: ItemKind = .story) throws -> String {
    let bytes = try CanonicalForm.bytes(of: Array(text.utf8), path: Sample.storyPath, kind: kind)
    let again = try CanonicalForm.bytes(of: bytes, path: Sample.storyPath, kind: kind)
    #expect(bytes == again)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func head(_ lines: String) throws -> String {
    let formed = try formed("---\n\(lines)\n---\n")
    return String(formed.dropFirst(4).dropLast(5))
  }

  private func body(_ text: String) throws -> String {
    let formed = try formed("---\nid: st-9c4t8wq2\n---\n\(text)")
    return String(formed.dropFirst("---\nid: st-9c4t8wq2\n---\n\n".count))
  }

  @Test(
    "known keys stand in their order, and unknown ones where they stood",
    arguments: [
      ("title: T\nid: st-9c4t8wq2", "id: st-9c4t8wq2\ntitle: T"),
      ("title: T\nx-team: [a,  b]  \nid: s", "id: s\nx-team: [a,  b]  \ntitle: T"),
      ("# of the title\ntitle: T\nid: s\n# end", "id: s\n# of the title\ntitle: T\n# end"),
      ("\nid: s\n\n\ntitle: T\n\n", "id: s\n\ntitle: T"),
      ("id:   s   # why\nowner:\nstatus:\tready", "id: s  # why\nstatus: ready\nowner:"),
      ("title: 'it''s # so' # c\nid: \"s\"", "id: \"s\"\ntitle: 'it''s # so'  # c"),
      ("x: |\n  one \n  two\n\nid:  s", "x: |\n  one \n  two\n\nid: s"),
      ("# nothing", "# nothing"),
    ])
  func keys(before: String, after: String) throws {
    #expect(try head(before) == after)
  }

  @Test(
    "a list has a line an item, and an anchor its fields in order",
    arguments: [
      ("depends-on: [st-0kz9b4ya, st-3hm7d0ke]", "depends-on:\n  - st-0kz9b4ya\n  - st-3hm7d0ke"),
      ("depends-on:  [ ]  # none", "depends-on: []  # none"),
      ("depends-on:\n- a   # b\n-  c", "depends-on:\n  - a  # b\n  - c"),
      ("code: [{symbol: f, path: a}]", "code:\n  - path: a\n    symbol: f"),
      ("code:\n- seen: h1:3f\n  x: y\n  path:  a", "code:\n  - path: a\n    x: y\n    seen: h1:3f"),
      ("tags: [a,  b]", "tags: [a,  b]"),
    ])
  func lists(before: String, after: String) throws {
    #expect(try head(before) == after)
  }

  @Test(
    "a value whose form is not plain stays as it is",
    arguments: [
      "depends-on: [\"a # b\", c]", "depends-on:\n- a\n# c\n- b", "depends-on: [a,\n  b]", "code:\n- path: |\n    a",
      "title: >-\n  two\n  lines", "code:\n-\n  path: a", "owner: &o a\nx: *o", "code:\n- {path: a, symbol: b}",
    ])
  func oddValues(lines: String) throws {
    #expect(try head(lines) == lines)
  }

  @Test(
    "one empty line parts blocks, and blanks that mean nothing go",
    arguments: [
      ("\n\n\nOne  \ntwo \nthree  \n\n\n\nFour", "One  \ntwo\nthree\n\nFour\n"),
      ("Text\n##   Goals\n* one\n* two", "Text\n\n## Goals\n\n- one\n- two\n"),
      ("## Goals\n\n-   one\n+ two", "## Goals\n\n-   one\n\n+ two\n"),
      ("## Own\n* one\n\n\n* two  ", "## Own\n\n* one\n\n* two  \n"),
      ("> said   \n> so\n\n\n> — so-7h3q2dkm#L1 ", "> said   \n> so\n\n> — so-7h3q2dkm#L1 \n"),
      ("```verify\n- exists:  a \n\n\n```\nText", "```verify\n- exists:  a \n\n\n```\n\nText\n"),
      ("<!-- handoff: allow vague-words because -->\nText", "<!-- handoff: allow vague-words because -->\nText\n"),
      ("Title\n=====\nText \\ \nmore", "Title\n=====\n\nText \\ \nmore\n"),
    ])
  func bodies(before: String, after: String) throws {
    #expect(try body(before) == after)
  }

  @Test("line ends become LF, and a mark of byte order goes")
  func lineEnds() throws {
    #expect(try formed("\u{feff}---\r\nid: s\r\n---  \r\nText") == "---\nid: s\n---\n\nText\n")
    let odd = "---\nid: s\n---\nText\rmore  \n\n\n"
    #expect(try formed(odd) == odd)
    #expect(try formed("---\nid: s\n---\n\n\n") == "---\nid: s\n---\n")
  }

  @Test("a code block that is never closed keeps its empty lines")
  func openFence() throws {
    let text = "---\nid: s\n---\nText\n```\ncode\n\n\n"
    #expect(try formed(text) == text)
  }

  @Test(
    "a file that cannot be read is not formed",
    arguments: [
      "no front matter\n", "---\nid: s\n", "---\na: [\n---\n", "---\nversion: 9\n---\n", "---\na: 1\na: 2\n---\n",
    ])
  func unreadable(text: String) throws {
    #expect(throws: Finding.self) { try formed(text) }
  }

  @Test("what the program writes is in form", arguments: 1...4 as ClosedRange<UInt64>)
  func ownFiles(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    for _ in 0..<60 {
      let words = Texts.all.filter { !$0.foldingWhiteSpace().isEmpty }
      var story = StoryDraft(id: try Sample.story(), title: random.pick(words).foldingWhiteSpace())
      story.owner = random.rarely(2) ? random.pick(words) : nil
      story.intent = random.rarely(2) ? Sample.intent : nil
      story.dependsOn = random.rarely(2) ? [try Sample.story()] : []
      story.anchors = random.rarely(2) ? ["src/a b.c", "src/x.c"] : []
      story.origin = random.rarely(2) ? "backlog:task-1" : nil
      story.quotations = [CitedWords(text: random.pick(words), speaker: "", citation: try Sample.citation())]
      story.criteria = random.rarely(2) ? [.init(title: "one", conditions: ["exists: a"])] : []
      story.constraints = ["one", "two"]
      story.questions = ["Why?"]
      story.notes = ["A note."]
      #expect(try formed(story.text) == story.text)
      var intent = IntentDraft(id: try #require(Sample.intent), title: random.pick(words).foldingWhiteSpace())
      intent.priority = random.rarely(2) ? "high" : nil
      intent.goals = ["one"]
      #expect(try formed(intent.text, .intent) == intent.text)
    }
    var epic = EpicDraft(id: try #require(ID("ep-6r2n9hyc")), title: "Quiet")
    epic.stories = [try Sample.story()]
    #expect(try formed(epic.text, .epic) == epic.text)
    let decision = DecisionDraft(id: try #require(ID("de-5t0w9xhv")), title: "So", date: "2026-05-04")
    #expect(try formed(decision.text, .decision) == decision.text)
  }

  @Test("a field that is set goes where the form has it", arguments: ["intent", "epic", "owner", "effort", "origin"])
  func setting(key: String) throws {
    let story = StoryDraft(id: try Sample.story(), title: "T")
    let document = try PlanDocument(Array(story.text.utf8), path: Sample.storyPath)
    let text = String(decoding: try document.setting(key, to: "x"), as: UTF8.self)
    #expect(text.contains("\(key): x"))
    #expect(try formed(text) == text)
  }

  @Test(
    "the form says what the file said, and is its own form, whatever people write",
    arguments: 1...12 as ClosedRange<UInt64>)
  func hostile(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var changed = 0
    for _ in 0..<250 {
      let text = HostileItem.text(&random)
      let bytes = Array(text.utf8)
      guard let old = try? PlanDocument(bytes, path: Sample.storyPath) else { continue }
      let new = try CanonicalForm.bytes(of: bytes, path: Sample.storyPath, kind: .story)
      let document = try PlanDocument(new, path: Sample.storyPath)
      #expect(try CanonicalForm.bytes(of: new, path: Sample.storyPath, kind: .story) == new, "\(text)")
      #expect(HostileItem.html(old) == HostileItem.html(document), "\(text)")
      let (before, after) = (Story.read(bytes, path: Sample.storyPath), Story.read(new, path: Sample.storyPath))
      #expect(before.findings.map(\.problem) == after.findings.map(\.problem) || before.item == nil, "\(text)")
      #expect(
        before.item?.criteria.map(Fingerprint.wording) == after.item?.criteria.map(Fingerprint.wording), "\(text)")
      #expect(
        before.item?.dependsOn == after.item?.dependsOn && before.item?.waivers.count == after.item?.waivers.count)
      for comment in text.split(separator: "\n") where comment.hasPrefix("#") && comment.contains("comment") {
        #expect(String(decoding: new, as: UTF8.self).contains(comment.trimmingCharacters(in: .whitespaces)), "\(text)")
      }
      if new != bytes { changed += 1 }
    }
    #expect(changed > 100)
  }
}

/// Stories as people get them wrong.
private enum HostileItem {
  static func text(_ random: inout SeededGenerator) -> String {
    var lines = (0..<random.below(7)).map { _ in random.pick(fields) }
    if !random.rarely(4) { lines.insert("id: st-9c4t8wq2", at: random.below(lines.count + 1)) }
    let body = (0..<random.below(9)).map { _ in random.pick(blocks) + random.pick(gaps) }.joined()
    var text = (random.rarely(9) ? "\u{feff}" : "") + "---\n" + lines.joined(separator: "\n") + "\n---\n" + body
    if random.rarely(5) {
      text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
    if random.rarely(9) { text.insert("\r", at: text.index(text.startIndex, offsetBy: random.below(text.count))) }
    return text
  }

  private static let fields = [
    "title: T", "title:  'a # b'   # comment", "status: ready", "owner:", "# comment of mine  ", "", "  ",
    "depends-on: [st-0kz9b4ya,  st-3hm7d0ke]", "depends-on:\n- st-0kz9b4ya\n-   st-3hm7d0ke # comment",
    "code:\n- path: a\n  symbol: b", "code:\n    - symbol: b # comment\n      path: a\n    - path: c",
    "code: [{path: a}]",
    "code:\n- path: a\n# comment\n- path: b", "x: |\n  a \n\n  b", "x: |+\n  a\n\n", "y: >-\n  a\n  b", "z: [a,\n  b]",
    "\"q\": r", "x-a: &a [1]", "x-b: *a", "effort: 3", "version: 1", "epic: ep-6r2n9hyc   ", "title: \"a\n  b\"",
  ]

  private static let blocks = [
    "Text", "Text  \nmore \nand\\ \nmore", "`a \nb`", "##  Goals", "## Acceptance criteria", "### AC1:  x ##",
    "### AC2: y",
    "  ## Constraints ##", "## Open questions", "Under\n-----", "* one\n* two", "- one\n  more\n\n\n- two",
    "+ [ ] Q1: why? @product",
    "-   [x] Q2: so", "1. a\n2. b", "> said  \n> so \n> — so-7h3q2dkm#L1", "> lazy\ngoes on  ",
    "```verify\n- exists:   a  \n\n\n- test: b\n```", "```\nopen", "~~~\nx\n~~~", "    code  \n\n\n    more",
    "- a\n\n      code\n\n\n      x\n\n\n- b",
    "- ```\n  x\n\n\n  y\n  ```", "<!-- handoff: allow vague-words because x -->", "<!-- a\n\n\n## Goals\n-->",
    "<div>\n  x  \n</div>",
    "***", "---", "| a |\n|---|", "[a]: b  \n\"c\"", "#", "# ", "-", "- \n\n  x", "* * *", "\t code", "<pre>\n\n\nx",
    "a\u{b}\u{c} ",
  ]

  private static let gaps = ["\n", "\n", "\n\n", "\n\n", "\n\n\n", "\n \n\t\n", "", " \n", "   \n"]

  static func html(_ document: PlanDocument) -> String {
    MarkdownPage.html(
      document.text.string(ofLines: document.body.firstLine...max(document.body.firstLine, document.text.lineCount)))
  }
}
