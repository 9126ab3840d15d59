import PlanModel
import TestKit
import Testing

@Suite("What became of each statement")
struct LedgerTests {
  /// The ledger of a call of `count` statements.
  private func account(
    _ count: Int = 6, chatter: [String] = [], setAside: [String] = [], _ items: [CitingItem]
  ) throws -> SourceLedger {
    var source = try Sample.source((1...count).map { "Statement \($0)." })
    source.chatter = try chatter.map { LedgerEntry(lines: try #require(LineRange($0)), why: "greeting") }
    source.setAside = try setAside.map { LedgerEntry(lines: try #require(LineRange($0)), why: "said in jest") }
    return try #require(Ledger(of: [source], in: items).sources.first)
  }

  private func story(_ lines: String..., isDropped: Bool = false) throws -> CitingItem {
    var story = try Sample.story()
    story.status = isDropped ? .dropped : .ready
    story.mentions = try lines.enumerated().map { number, lines in
      Mention(.statements(try #require(Citation("so-7h3q2dkm#\(lines)"))), line: 10 + number, column: 1)
    }
    return CitingItem(story)
  }

  private func words(_ account: SourceLedger) -> [String] {
    account.stretches.map { "\(LineRange($0.lines)) \($0.fate)" }
  }

  @Test("what nobody carries is lost, and each statement is counted once")
  func fates() throws {
    let account = try account(chatter: ["L1-L2"], setAside: ["L2", "L5-L6"], [try story("L2", "L4-L5")])
    #expect(
      words(account) == [
        "L1 chatter(\"greeting\")", "L2 carried", "L3 lost", "L4-L5 carried", "L6 setAside(\"said in jest\")",
      ])
    let counts = account.counts
    #expect([counts.statements, counts.carried, counts.setAside, counts.chatter, counts.lost] == [6, 3, 1, 1, 1])
    #expect(counts.percent == 75)
  }

  @Test("what was dropped carries nothing, and is named")
  func dropped() throws {
    let account = try account(3, [try story("L2", isDropped: true)])
    #expect(words(account) == ["L1 lost", "L2 lost", "L3 lost"])
    #expect(account.stretch(of: 2)?.dropped.map(\.item.description) == ["st-9c4t8wq2"])
    #expect(account.stretch(of: 1)?.dropped == [])
  }

  @Test("a citation of lines that are not there carries none of them")
  func beyondTheEnd() throws {
    #expect(words(try account(3, [try story("L2-L4", "L9")])) == ["L1-L3 lost"])
  }

  @Test("each part of an item is a carrier of its own, with the line where it cites")
  func parts() throws {
    var story = try Sample.story()
    story.sections = [Section(title: "Notes", text: "", line: 30)]
    let cite = try #require(Citation("so-7h3q2dkm#L1"))
    story.mentions = [5, 21, 22, 31].map { Mention(.statements(cite), line: $0, column: 1) }
    let carriers = try #require(try account(1, [CitingItem(story)]).stretches.first).carriers
    #expect(carriers.map(\.part) == [.opening, .criterion(CriterionID(1)), .section("Notes")])
    #expect(carriers.map(\.line) == [5, 21, 31])
  }

  @Test("where nothing has to be carried there is no share, and all is said of all alone")
  func share() throws {
    #expect(try account(2, chatter: ["L1-L2"], []).counts.share == nil)
    #expect(try account(300, [try story("L1-L299")]).counts.percent == 99)
    #expect(try account(300, [try story("L1-L300")]).counts.percent == 100)
  }

  @Test("the sweep says of every statement what looking at each of them says", arguments: 0..<60)
  func sweep(seed: Int) throws {
    var random = SeededNumbers(state: UInt64(seed) + 1)
    let count = 1 + random.below(40)
    let ranges = (0..<random.below(30)).map { _ in random.range(upTo: count + 3) }
    let items = try ranges.enumerated().map { index, range in
      let item = try story("L\(range.lowerBound)-L\(range.upperBound)", isDropped: index.isMultiple(of: 4))
      var copy = item
      copy.id = .random(.story, using: &random)
      return copy
    }
    let chatter = (0..<random.below(4)).map { _ in random.range(upTo: count + 3) }
    let account = try account(count, chatter: chatter.map { "L\($0.lowerBound)-L\($0.upperBound)" }, items)
    #expect(account.stretches.flatMap { Array($0.lines) } == Array(1...count))
    for line in 1...count {
      let citing = zip(items, ranges).filter { $1.contains(line) && $1.upperBound <= count }.map(\.0)
      let stretch = try #require(account.stretch(of: line))
      #expect(Set(stretch.carriers.map(\.item)) == Set(citing.map(\.id)))
      let isCarried = citing.contains { !$0.isDropped }
      let isChatter = chatter.contains { $0.contains(line) }
      #expect(stretch.fate == (isCarried ? .carried : isChatter ? .chatter("greeting") : .lost))
    }
  }

  @Test("many items that cite everything take no longer than one line each")
  func everything() throws {
    let lines = "L1-L100000"
    var random = SystemRandomNumberGenerator()
    let one = try story(lines)
    let items = (0..<5_000).map { _ in
      var item = one
      item.id = .random(.story, using: &random)
      return item
    }
    let (result, nanoseconds) = processorTimed {
      try self.account(100_000, chatter: Array(repeating: lines, count: 5_000), items)
    }
    #expect(nanoseconds < 60_000_000_000, "a look at each line for each item would be many minutes")
    let account = try result.get()
    #expect(account.stretches.count == 1)
    #expect(account.stretches[0].carriers.count == Stretch.carrierLimit)
    #expect(account.stretches[0].others == 5_000 - Stretch.carrierLimit)
  }
}

/// Numbers that are the same on every run: xorshift64 (Marsaglia 2003).
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func range(upTo limit: Int) -> ClosedRange<Int> {
    let (first, second) = (1 + below(limit), 1 + below(limit))
    return min(first, second)...max(first, second)
  }
}
