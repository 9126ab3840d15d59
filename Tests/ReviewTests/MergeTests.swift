import Foundation
import PlanFiles
import Testing

@testable import Review

@Suite("Merging plan files") struct MergeTests {
  private func merged(_ base: String, _ ours: String, _ theirs: String) -> (text: String, conflicts: Int) {
    let merge = PlanMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    return (String(decoding: merge.bytes, as: UTF8.self), merge.conflicts)
  }

  static let base = EditedStory().text

  @Test("what one side changed is taken, and what neither did stays byte for byte")
  func oneSided() {
    var edited = EditedStory()
    edited.scalars["title"] = "Mute all"
    #expect(merged(Self.base, edited.text, Self.base) == (edited.text, 0))
    #expect(merged(Self.base, Self.base, edited.text) == (edited.text, 0))
    #expect(merged(Self.base, edited.text, edited.text) == (edited.text, 0))
  }

  @Test("what is merged line by line is one side's bytes where only that side changed something")
  func oneSidedLines() {
    let base = "version: 1\na: 1\nb: 2\n## roles\n"
    let ours = "version: 1\na: 1\n## Why\nb: 2\n## more\n## roles\n"
    for (own, other) in [(ours, base), (base, ours), (ours, ours)] {
      let merge = PlanMerge(base: Array(base.utf8), ours: Array(own.utf8), theirs: Array(other.utf8), byLines: true)
      #expect(merge.isOfLines && merge.conflicts == 0)
      #expect(String(decoding: merge.bytes, as: UTF8.self) == ours)
    }
  }

  @Test("a value that both changed is a conflict on its own line")
  func scalar() {
    let (text, conflicts) = merged(
      Self.base, Self.base.replacing("title: Mute mails", with: "title: One"),
      Self.base.replacing("title: Mute mails", with: "title: Two"))
    #expect(conflicts == 1)
    #expect(text.contains("\n<<<<<<< ours\ntitle: One\n=======\ntitle: Two\n>>>>>>> theirs\nstatus: ready\n"))
  }

  @Test("two criteria that were given the same id are a conflict, and both are kept")
  func sameCriterion() {
    let (text, conflicts) = merged(
      Self.base, Self.base.replacing("## Constraints", with: "### AC4: One\n\n## Constraints"),
      Self.base.replacing("## Constraints", with: "### AC4: Two\n\n## Constraints"))
    #expect(conflicts == 1)
    #expect(text.contains("### AC4: One\n") && text.contains("### AC4: Two\n"))
  }

  @Test("a criterion that one side removed and the other changed is a conflict")
  func removedAndChanged() {
    var ours = EditedStory()
    ours.criteria[2] = nil
    var theirs = EditedStory()
    theirs.criteria[2] = ["Security mails", "They are sent twice."]
    #expect(merged(Self.base, ours.text, theirs.text).conflicts == 1)
  }

  @Test("the comment that a new story begins with is no criterion: two that are added behind it are merged")
  func templateComment() {
    let hint = "<!--\nOne heading for each:\n\n### AC1: Muting\n\n```verify\n- changed: a\n```\n-->\n\n"
    let base = Self.base.replacing("### AC1", with: hint + "### AC1")
    #expect(base.contains("-->\n\n### AC1"))
    let ours = base.replacing("## Constraints", with: "### AC4: One\n\n## Constraints")
    let theirs = base.replacing("## Constraints", with: "### AC5: Two\n\n## Constraints")
    let merge = PlanMerge(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    #expect(merge.conflicts == 0 && !merge.isOfLines)
    let text = String(decoding: merge.bytes, as: UTF8.self)
    #expect(text.contains("### AC4: One\n") && text.contains("### AC5: Two\n") && text.contains(hint))
  }

  @Test("line ends, missing last line ends and files that are no plan files are merged all the same")
  func odd() {
    let crlf = Self.base.replacing("\n", with: "\r\n")
    let ours = crlf.replacing("status: ready", with: "status: active")
    let theirs = crlf.replacing("- [ ] Q1", with: "- [x] Q1")
    let (text, conflicts) = merged(crlf, ours, theirs)
    #expect(conflicts == 0 && text == ours.replacing("- [ ] Q1", with: "- [x] Q1"))
    #expect(merged("a\nb\nc", "a\nB\nc", "a\nb\nC").conflicts <= 1)
    #expect(merged("", Self.base, Self.base) == (Self.base, 0))
    let cut = String(Self.base.dropLast())
    #expect(merged(cut, cut + " More", cut.replacing("owner: dana", with: "owner: sam")).conflicts == 0)
  }

  @Test("a constraint that both put in other words is a conflict at its place, and stays one")
  func rewordedConstraint() {
    let one = Self.base.replacing("The API does not change.", with: "The API does not change at all.")
    let two = Self.base.replacing("The API does not change.", with: "The public API does not change.")
    let (text, conflicts) = merged(Self.base, one, two)
    #expect(conflicts == 1)
    #expect(
      text.contains(
        "\n<<<<<<< ours\n- The API does not change at all.\n=======\n- The public API does not change.\n>>>>>>> theirs\n- All languages work.\n"
      ), "\(text)")
    #expect(merged(Self.base, one, one) == (one, 0))
    // One that was replaced by something else is none that was reworded: it was taken out.
    let other = Self.base.replacing("- The API does not change.", with: "- Nothing is logged.")
    let (replaced, count) = merged(Self.base, one, other)
    #expect(count == 1 && replaced.contains("- Nothing is logged."))
  }

  @Test("a constraint that one side took out and the other put in other words is a conflict, whichever side it was")
  func removedConstraint() {
    let reworded = Self.base.replacing("The API does not change.", with: "The API does not change at all.")
    let removed = Self.base.replacing("- The API does not change.\n", with: "")
    for (one, two) in [(reworded, removed), (removed, reworded)] {
      let (text, conflicts) = merged(Self.base, one, two)
      #expect(conflicts == 1 && text.contains("- The API does not change at all.\n"), "\(text)")
    }
    #expect(merged(Self.base, removed, removed) == (removed, 0))
    #expect(merged(Self.base, removed, Self.base) == (removed, 0))
  }

  @Test("dated lines at the end of the notes stand side by side, also where neither had notes")
  func remarks() throws {
    let end = try #require(Self.base.firstRange(of: "\n## Notes")).lowerBound
    let plain = String(Self.base[..<end])
    for notes in ["", "\n## Notes\n\nMind the gap.\n", "\n## Notes\n\n- 2026-05-01, Ada: One.\n"] {
      let base = plain + notes
      let start = base + (notes.isEmpty ? "\n## Notes\n\n" : notes.hasSuffix("gap.\n") ? "\n" : "")
      let (ours, theirs) = ("- 2026-05-04, Sam: Mine.\n", "- 2026-05-03, Bo: Yours.\n")
      #expect(merged(base, start + ours, start + theirs) == (start + ours + theirs, 0))
      // The same words twice are two remarks.
      #expect(merged(base, start + ours + ours, start + theirs) == (start + ours + ours + theirs, 0))
    }
    let base = plain + "\n## Notes\n\nMind the gap.\n"
    #expect(merged(base, base + "\nMore.\n", base + "\nLess.\n").conflicts == 1)
  }

  @Test("headings in blocks of code are no headings")
  func code() {
    let base = Self.base + "\n```\n## Constraints\n```\n"
    #expect(merged(base, base.replacing("## Constraints\n```", with: "## X\n```"), base + "\nMore.\n").conflicts == 0)
  }

  /// A thousand by default; `HANDOFF_MERGE_PAIRS=10000` for more.
  @Test("of random pairs of edits none is lost, none spoils the file, and only one field makes a conflict")
  func random() throws {
    let pairs = ProcessInfo.processInfo.environment["HANDOFF_MERGE_PAIRS"].flatMap(Int.init) ?? 1_000
    var generator = SplitMix(state: 20_260_504)
    for _ in 0..<pairs {
      var (ours, theirs) = (EditedStory(), EditedStory())
      let mine = (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in ours.edit("ours", &generator) }
      let yours = (0..<Int.random(in: 1...3, using: &generator)).compactMap { _ in theirs.edit("theirs", &generator) }
      let (text, conflicts) = merged(Self.base, ours.text, theirs.text)
      #expect(merged(Self.base, theirs.text, ours.text).conflicts == conflicts)
      for (side, edits) in [(ours, mine), (theirs, yours)] {
        for edit in edits where edit.token.map(side.text.contains) == true {
          #expect(text.contains(edit.token ?? ""), "lost \(edit): \(mine) \(yours)\n\(text)")
        }
      }
      if Set(mine.map(\.field)).isDisjoint(with: yours.map(\.field)) {
        #expect(conflicts == 0, "\(mine) \(yours)\n\(text)")
      }
      if conflicts == 0 {
        #expect(throws: Never.self) {
          try PlanDocument(Array(text.utf8), path: ".handoff/stories/st-9c4t8wq2-mute.md")
        }
        let headings = text.split(separator: "\n").filter { $0.hasPrefix("#") }
        #expect(Set(headings).count == headings.count, "\(text)")
      }
    }
  }
}

/// A story by its fields, so that edits can be told apart.
struct EditedStory {
  var scalars = ["title": "Mute mails", "status": "ready", "owner": "dana"]
  var depends = ["st-00000001", "st-00000002"]
  var anchors = ["src/a.ts", "src/b.ts"]
  var criteria = [
    1: ["Stops mails", "When muted, no mail."], 2: ["Security mails", "They are sent."], 3: ["Log", "Each is logged."],
  ]
  var constraints = ["The API does not change.", "All languages work."]
  var questions = [1: "[ ] Q1: Per device?", 2: "[ ] Q2: Digest?"]
  var notes = ["First note.", "Second note."]

  struct Edit {
    var field: String
    /// Words that have to be in the result; nil for what was removed.
    var token: String?
  }

  var text: String {
    var text = "---\nid: st-9c4t8wq2\n"
    for key in ["title", "status", "owner", "epic", "effort"] {
      if let value = scalars[key] { text += "\(key): \(value)\n" }
    }
    text += "depends-on: [\(depends.joined(separator: ", "))]\n"
    text += "code:\n" + anchors.map { "  - path: \($0)\n    role: why\n" }.joined()
    text += "---\n\nAs an owner, I want it.\n\n## Acceptance criteria\n"
    for (number, words) in criteria.sorted(by: { $0.key < $1.key }) {
      text += "\n### AC\(number): \(words[0])\n\n\(words[1])\n\n```verify\n- exists: src/\(number).ts\n```\n"
    }
    text += "\n## Constraints\n\n" + constraints.map { "- \($0)\n" }.joined()
    text += "\n## Open questions\n\n" + questions.sorted { $0.key < $1.key }.map { "- \($0.value)\n" }.joined()
    return text + "\n## Notes\n\n" + notes.joined(separator: "\n\n") + "\n"
  }

  mutating func edit(_ side: String, _ generator: inout SplitMix) -> Edit? {
    let word = "\(side)\(generator.next() % 100_000)"
    let number = Int(generator.next() % 40)
    switch generator.next() % 10 {
    case 0:
      let key = ["title", "status", "owner", "epic", "effort"][number % 5]
      scalars[key] = word
      return Edit(field: key, token: word)
    case 1:
      depends.append("st-\(word)")
      return Edit(field: "depends \(word)", token: "st-\(word)")
    case 2:
      let gone = depends.isEmpty ? nil : depends.remove(at: number % depends.count)
      return gone.map { Edit(field: "depends \($0)", token: nil) }
    case 3:
      anchors.append("src/\(word).ts")
      return Edit(field: "code \(word)", token: word)
    case 4, 5:
      guard let key = criteria.keys.sorted().first(where: { $0 > number % 4 }) else { return nil }
      criteria[key]?[number % 2] = "Words \(word)"
      return Edit(field: "AC\(key)", token: word)
    case 6:
      guard criteria.count > 1, let key = criteria.keys.sorted().first(where: { $0 > number % 3 }) else { return nil }
      criteria[key] = nil
      return Edit(field: "AC\(key)", token: nil)
    case 7:
      guard criteria[number + 4] == nil else { return nil }
      criteria[number + 4] = ["New", "Text \(word)"]
      return Edit(field: "AC\(number + 4)", token: word)
    case 8:
      constraints.insert("Constraint \(word).", at: number % (constraints.count + 1))
      return Edit(field: "constraint \(word)", token: word)
    default:
      let key = 1 + number % 12
      questions[key] = "[x] Q\(key): \(word)?"
      return Edit(field: "Q\(key)", token: word)
    }
  }
}

/// The same numbers in every run (Steele, Lea and Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
