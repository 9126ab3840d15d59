import Drafting
import FileSystem
import PlanFiles
import PlanModel
import TestKit
import Testing

@testable import Workflow

@Suite("Likenesses that were found before") struct KnownLikenessesTests {
  private func intents(_ words: String) throws -> [KnownIntent] {
    try [("in-0000000a", words), ("in-0000000b", "Orders can be exported as a table for the tax office")].map {
      id, words in
      KnownIntent(id: try #require(ID<Intent>(id)), title: words, words: words, stories: [])
    }
  }

  @Test("with what was kept they are the same, and other intents have others")
  func kept() throws {
    let bench = try Bench()
    func cache() throws -> RecordCache { try bench.workspace().cache }
    let said = [
      "I want to mute the comment mails of board", "Please export orders as a table for tax office", "Hello again",
    ]
    let texts = (0..<300).map { Array("\(said[$0 % 3]) \($0)".utf8) }
    let (first, other) = (
      try intents("Owners mute the comment mails of a board"), try intents("Boards load on a train")
    )
    for known in [first, other, first] {
      let plain = IntentFinder(known).nearest(toEach: texts)
      for _ in 1...2 { #expect(KnownLikenesses(known, try cache()).nearest(to: texts) == plain) }
      let shelf = "\(try bench.workspace().stateDirectory)/parsed/likenesses"
      #expect(try FileSystem.read(shelf, limit: 1 << 20).count > 300 * 8)
    }
    let near = KnownLikenesses(first, try cache()).nearest(to: texts).prefix(3).map { $0?.place }
    #expect(near == [0, 1, nil])
  }
}
