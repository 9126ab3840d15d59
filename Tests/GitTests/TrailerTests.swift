import Git
import TestKit
import Testing

@Suite("Trailers, held against git interpret-trailers --parse")
struct TrailerTests {
  @Test("every case of git's own tests")
  func cases() throws { try expectAgreement(Self.messages) }

  @Test("generated messages", arguments: 0..<4)
  func generated(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    try expectAgreement((0..<200).map { _ in Self.message(using: &generator) })
  }

  @Test("a key is compared whole and in any case")
  func keys() {
    #expect(Trailer(key: "STORY", value: "x").isKeyed("Story"))
    #expect(!Trailer(key: "Storyline", value: "x").isKeyed("Story"))
    #expect(!Trailer(key: "Störy", value: "x").isKeyed("StÖry"))
  }

  @Test(
    "a message without its trailers is what stands above them",
    arguments: [
      ("Title\n\nBody\n\nStory: a\n folded\n", "Title\n\nBody\n"), ("Title\n\nBody", "Title\n\nBody"),
      ("Title: a\n", "Title: a"), ("", ""),
    ])
  func removing(message: String, words: String) {
    #expect(Trailers.removing(from: message) == words)
  }

  @Test("a trailer knows its line")
  func lines() {
    let trailers = Trailers.parse("Title\n\nBody\n\nStory: a\n folded\nCriterion: b\n")
    #expect(
      trailers == [
        Trailer(key: "Story", value: "a folded", line: 5), Trailer(key: "Criterion", value: "b", line: 7),
      ])
  }

  @Test(
    "why a trailer is not seen",
    arguments: [
      ("Story: a", MissedTrailer.inTitle(line: 1)),
      ("Title\nStory: a\n\nBody\n", .inTitle(line: 2)),
      ("Title\n\nStory: a\n\nMore prose\n", .notInLastParagraph(line: 3)),
      ("Title\n\nprose here\nStory: a\n", .amongProse(line: 4, prose: 3)),
      ("Title\n\nStory: a\nBREAKING CHANGE of it\n\n# comment\n", .amongProse(line: 3, prose: 4)),
      ("Title\n\n---\n\nStory: a\n", .belowDivider(line: 5, divider: 3)),
      ("Title\n\nBody\n\n  story : a\n", .indented(line: 5)),
      ("Title\n# ------------------------ >8 ------------------------\n\nStory: a\n", .notInLastParagraph(line: 4)),
      ("Title\n\nStory: a\n", nil),
      ("Title\n\nStoryline: a\n", nil),
      ("", nil),
    ])
  func missed(message: String, expected: MissedTrailer?) {
    #expect(Trailers.missed("Story", in: message) == expected)
  }

  @Test("squashed messages keep the trailers of each part")
  func squashed() {
    let forge =
      "Title (#7)\n\n* One\n\nStory: a\n\n* Two\n\nText\n\nStory: b\nCriterion: b/AC1\n\n---------\n\nCo-authored-by: x\n"
    #expect(
      Trailers.parseSquashed(forge).map(\.description) == [
        "Story: a", "Story: b", "Criterion: b/AC1", "Co-authored-by: x",
      ])
    let local = "Squashed commit of the following:\n\ncommit 1\nAuthor: x\n\n    Two\n\n    Story: b\n"
    #expect(Trailers.parseSquashed(local).last == Trailer(key: "Story", value: "b", line: 8))
    #expect(Trailers.parseSquashed("Title: x\n").isEmpty)
  }

  @Test(
    "adding",
    arguments: [
      ("Title\n", "Title\n\nStory: a\n"),
      ("Title", "Title\n\nStory: a\n"),
      ("Title\n\nBody\n", "Title\n\nBody\n\nStory: a\n"),
      ("Title\n\nKey: b\n", "Title\n\nKey: b\nStory: a\n"),
      ("Title\n\nstory: a\n", "Title\n\nstory: a\n"),
      ("Title\n\nStory: b\n", "Title\n\nStory: b\nStory: a\n"),
      ("Title\n\nKey: b\n  \n", "Title\n\nKey: b\nStory: a\n  \n"),
      ("Title\n\nKey: b\n\n# Comment\n", "Title\n\nKey: b\nStory: a\n\n# Comment\n"),
      ("Title\n\nKey: b\n---\n patch\n", "Title\n\nKey: b\nStory: a\n---\n patch\n"),
      ("\n# Please enter\n", "\n\nStory: a\n\n# Please enter\n"),
      ("", "\n\nStory: a\n"),
    ])
  func adding(message: String, expected: String) {
    #expect(Trailers.adding(Trailer(key: "Story", value: "a"), to: message) == expected)
  }

  @Test("adding keeps what was there, is seen, and done twice does nothing more", arguments: 0..<4)
  func addingGenerated(seed: Int) {
    var generator = SeededGenerator(seed: 100 + UInt64(seed))
    let trailer = Trailer(key: "Story", value: "st-9c4t8wq2")
    for _ in 0..<300 {
      let message = Self.message(using: &generator) + "\n"
      let added = Trailers.adding(trailer, to: message)
      let before = Trailers.parse(message).map(\.description)
      let after = Trailers.parse(added).map(\.description)
      #expect(after == before + [trailer.description], "\(message.debugDescription) -> \(added.debugDescription)")
      #expect(Trailers.adding(trailer, to: added) == added)
    }
  }

  @Test(
    "where # begins words, a trailer is added behind them, but never below a scissors line, where nobody would see it",
    arguments: [
      ("Title\n\n# Heading\n", "Title\n\n# Heading\n\nStory: a\n"),
      (
        "Title\n\n# ------------------------ >8 ------------------------\ndiff\n",
        "Title\n\nStory: a\n\n# ------------------------ >8 ------------------------\ndiff\n"
      ),
    ])
  func addingToWords(message: String, expected: String) {
    let trailer = Trailer(key: "Story", value: "a")
    let added = Trailers.adding(trailer, to: message, holdsComments: false)
    #expect(added == expected)
    #expect(Trailers.adding(trailer, to: added, holdsComments: false) == added)
  }

  /// Asks git about all messages in one process: a known message behind each marks where its answer ends.
  private func expectAgreement(_ messages: [String]) throws {
    let temporary = try TemporaryRepository()
    try temporary.write("mark", "t\n\nEnd-of-answer: 1\n")
    for (index, message) in messages.enumerated() { try temporary.write("m\(index)", message) }
    let files = messages.indices.flatMap { ["m\($0)", "mark"] }
    let answer = try temporary.run("git", ["interpret-trailers", "--parse"] + files)
    #expect(answer.status == 0)
    var lines = answer.stdout.split(separator: "\n", omittingEmptySubsequences: false)[...]
    for message in messages {
      let expected = lines.prefix { $0 != "End-of-answer: 1" }
      lines = lines.dropFirst(expected.count + 1)
      #expect(Trailers.parse(message).map(\.description) == expected.map(String.init), "\(message.debugDescription)")
    }
  }

  private static func message(using generator: inout SeededGenerator) -> String {
    let pieces = [
      "", "", "", "Story: st-1", "Story:st-2", "Signed-off-by: A <a@b.c>", "prose text here", "# comment", " folded",
      "\tfolded tab", "---", "--- a/file", "----------", "Conflicts:", "\tpath", "key : v", ":novalue", "Key:",
      "(cherry picked from commit abc)", "BREAKING CHANGE: x", "http://x.y", "a-b: c", "  ", "Fix: title", "-: x",
      "Kéy: v", "Key:  spaced  ", "\u{c}", "x: y\r", "\r", "*: v", "k\t: v",
    ]
    let count = Int.random(in: 0...9, using: &generator)
    let lines = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
    let title = Int.random(in: 0..<4, using: &generator) == 0 ? "" : "Title\n\n"
    let end = Int.random(in: 0..<4, using: &generator) == 0 ? "" : "\n"
    return title + lines.joined(separator: "\n") + end
  }

  private static let cut = "# ------------------------ >8 ------------------------"

  private static let messages = [
    "", "\n", "title", "title: x", "title\n\nStory: a", "title\n\nStory: a\n\n\n", "\ntitle\n\nStory: a\n",
    "title\nStory: a\n", "title\n\nbody\nStory: a\n", "title\n\nbody\n\nStory: a\nprose\n",
    "title\n\na\nb\nc\nSigned-off-by: x\n", "title\n\na\nb\nc\nd\nSigned-off-by: x\n",
    "title\n\na\nb\nc\nStory: x\n", "title\n\nSigned-off-by: x\n  folded\n\tmore\nStory: y\n",
    "title\n\n  leading space\nStory: y\n", "title\n\nStory: y\n---\nOther: z\n",
    "title\n\nStory: y\n---- x\nOther: z\n",
    "title\n\nStory: y\n\nConflicts:\n\tfile\n\tother\n", "title\n\nStory: y\nConflicts:\nfile\n",
    "title\n\nStory: y\n# comment\n\n# more\n", "title\n\nStory: y\n# inside\nOther: z\n", "# c\ntitle\n\nStory: y\n",
    "title\n\nStory: y\n\(cut)\nOther: z\n", "title\n\nBREAKING CHANGE: x\nStory: y\n", "title\n\nStory : y\n",
    "title\n\nStory y: z\n", "title\n\nStory:\n", "title\n\nStory:\n  on the next line\n", "title\n\n: y\n",
    "title\n\nUrl: http://example.com/a?b=c:d\n", "title\n\nStory: \(String(repeating: "x", count: 10_000))\n",
    "title\r\n\r\nStory: y\r\n", "title\n \nStory: y\n", "title\n\nStory: y\n \n \n",
    "title\n\n(cherry picked from commit 1)\n",
    "title\n\n(cherry picked from commit 1)\na\nb\nc\nStory: y\n", "Story: x\n\nStory: y\n",
    "title\n\nStory: y\n\n---\n",
    "title\n\nStory: ünï\n", "title\n\n\u{feff}Story: y\n", "title\n\nStory: a\n\nStory: b\n",
  ]
}
