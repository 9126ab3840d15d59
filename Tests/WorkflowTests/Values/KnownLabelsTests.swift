import Drafting
import FileSystem
import PlanFiles
import PlanModel
import TestKit
import Testing

@testable import Workflow

@Suite("Labels that were told before") struct KnownLabelsTests {
  private func bench() throws -> Bench {
    let bench = try Bench()
    for number in 100..<140 {
      let folder = ".handoff/sources/so-00000\(number)-a"
      let kind = number % 4 == 0 ? "table" : "text"
      try bench.repository.write(
        "\(folder)/source.yml",
        "id: so-00000\(number)\nkind: \(kind)\ntitle: Mail \(number)\noriginal: original.txt\nsha256: "
          + "\(String(repeating: "0", count: 64))\n")
      try bench.repository.write(
        "\(folder)/statements.tsv",
        "1\t\tKim\tI cannot stop the \(number) mails, it is broken.\n2\t\tIvo\tPlease add a switch.\n3\t\tKim\tThanks!\n"
      )
    }
    return bench
  }

  /// Of each source all lines, or the last ones.
  private func work(_ bench: Bench, from first: Int = 1) throws -> [(source: Source, lines: [Int])] {
    try bench.workspace().snapshot().plan.sources.map { ($0, Array(first...$0.statements.count)) }
  }

  @Test("with what was kept they are the same, and the same words are not told twice")
  func kept() throws {
    let bench = try bench()
    let cache = try bench.workspace().cache
    let first = KnownLabels(.all, cache).labels(of: try work(bench))
    #expect(first.labels.count == 40 && first.newCount == 40)
    #expect(first.labels.contains { $0.contains(.request) })
    #expect(try work(bench).map { $0.source.classifications.map(\.label) } == first.labels)
    first.keep(in: cache)
    let again = KnownLabels(.all, try bench.workspace().cache).labels(of: try work(bench))
    #expect(again.labels == first.labels && again.newCount == 0)
    // Of a talk the lines around are heard all the same; a line of a table is told by itself.
    let fewer = KnownLabels(.all, try bench.workspace().cache).labels(of: try work(bench, from: 2))
    #expect(fewer.labels == first.labels.map { Array($0.dropFirst()) } && fewer.newCount == 10)
    let file = ".handoff/sources/so-00000101-a/statements.tsv"
    try bench.repository.write(file, try bench.repository.read(file).replacing("\tIvo\t", with: "\tKim\t"))
    let changed = KnownLabels(.all, try bench.workspace().cache).labels(of: try work(bench))
    #expect(changed.newCount == 1)
  }

  @Test("an export says the same with and without them")
  func invisible() throws {
    let bench = try bench()
    let plain = try bench.workspace().export(judged: false)
    for _ in 1...2 {
      let told = try bench.workspace().export(judged: false, labelled: true)
      for source in plain.plan.sources { #expect(told.labels.of(source) == plain.labels.of(source)) }
    }
    #expect(FileSystem.exists("\(try bench.workspace().stateDirectory)/parsed/labels"))
  }

  @Test("an account of what was lost says the same with and without them, and keeps them")
  func lost() throws {
    let bench = try bench()
    let plain = try bench.workspace().ledger().lost.map(\.label)
    #expect(plain.count == 120 && plain.contains("request"))
    for _ in 1...2 {
      #expect(try bench.workspace().ledger(labelling: .lost).lost.map(\.label) == plain)
      let sources = try bench.workspace().snapshot().plan.sources
      #expect(KnownLabels(.all, try bench.workspace().cache).labels(of: sources).newCount == 0)
    }
  }

  @Test("what a survey's column asked decides what its answers do, where they do not say so themselves")
  func asked() throws {
    let rows: [(Int, String)] = [
      (1, "What annoys you most?"), (1, "The login."), (1, "What do you wish for?"), (1, "Stay logged in for 30 days"),
      (1, "or a PIN"), (1, "Please don't change the colours."), (2, "What do you wish for?"), (2, "nothing"),
      (3, "Dark mode"),
    ]
    let source = Source(
      id: try #require(ID<Source>("so-7h3q2dkm")), title: "x", file: "", format: .table, revisions: [],
      statements: StatementList(rows.map { Statement(turn: $0, text: $1) }))
    #expect(source.isTableOfVoices)
    let labels = source.labels
    #expect([1, 3, 4, 5].map { labels[$0] } == [.problem, .request, .request, .constraint])
    let own = source.classifications.map(\.label)
    #expect([0, 2, 6, 7, 8].allSatisfy { labels[$0] == own[$0] })
    let bench = try Bench()
    let told = KnownLabels(.cited, try bench.workspace().cache).labels(of: [(source: source, lines: [2, 5, 6])])
    #expect(told.labels == [[.problem, .request, .constraint]])
  }
}
