import PlanFiles
import PlanModel
import Testing

/// The example that the documentation walks through, read as any plan is.
@Suite("The example plan")
struct ExamplePlanTests {
  private let snapshot = PlanReader(ExampleTree(top: top)).snapshot()

  private static let top = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  @Test("all of it is read, and nothing is wrong in any file or between them")
  func noFindings() {
    #expect(snapshot.findings == [])
    #expect(snapshot.plan.findings() == [])
    #expect(snapshot.plan.stories.count == 5)
    #expect(snapshot.plan.intents.count == 2)
    #expect(snapshot.plan.epics.count == 1)
    #expect(snapshot.plan.decisions.count == 1)
    #expect(snapshot.plan.sources.count == 2)
    #expect(snapshot.plan.signOffs.count == 3)
  }

  @Test("every quotation stands in one of the statements that it cites")
  func quotations() throws {
    let plan = snapshot.plan
    let quotations =
      plan.stories.flatMap(\.quotations) + plan.intents.flatMap(\.quotations) + plan.decisions.flatMap(\.quotations)
    #expect(quotations.count >= 10)
    for quotation in quotations {
      let source = try #require(plan.source(quotation.citation.source))
      let statements = try #require(source.statements(at: quotation.citation.lines))
      #expect(statements.contains { $0.text.contains(quotation.text) }, "\(quotation.text)")
    }
  }

  @Test("every statement is cited by an item or stands in its source's ledger")
  func accounted() {
    let plan = snapshot.plan
    let mentions =
      plan.stories.flatMap(\.mentions) + plan.intents.flatMap(\.mentions) + plan.decisions.flatMap(\.mentions)
    for source in plan.sources {
      let cited = mentions.compactMap { mention -> ClosedRange<Int>? in
        guard case .statements(let citation) = mention.target, citation.source == source.id else { return nil }
        return citation.lines
      }
      let ledger = (source.chatter + source.setAside).map(\.lines.bounds)
      for line in 1...source.statements.count {
        #expect((cited + ledger).contains { $0.contains(line) }, "\(source.id)#L\(line)")
        #expect(
          !(cited.contains { $0.contains(line) } && ledger.contains { $0.contains(line) }), "\(source.id)#L\(line)")
      }
    }
  }

  @Test("the originals are those that were taken in, and each plain one holds its statements")
  func originals() throws {
    for source in snapshot.plan.sources {
      let revision = try #require(source.revisions.first)
      let name = try #require(revision.original)
      let path = source.folder.replacing(".handoff", with: ".handoff-example") + "/" + name
      let bytes = try WorkTree(top: Self.top).read(path, limit: 1 << 20)
      #expect(Fingerprint.sha256(bytes) == revision.sha256)
      guard source.format == .text else { continue }
      let original = String(decoding: bytes, as: UTF8.self).foldingWhiteSpace()
      for statement in source.statements { #expect(original.contains(statement.text)) }
    }
  }

  @Test("sign-offs are for the wording that stands there")
  func wordings() throws {
    for signOff in snapshot.plan.signOffs {
      let criterion = try #require(snapshot.plan.story(signOff.story)?.criterion(signOff.criterion))
      #expect(Fingerprint.wording(of: criterion) == signOff.wording)
    }
  }

  @Test("every file keeps all its other bytes when its title is set to what it is")
  func unchanged() throws {
    let plan = snapshot.plan
    for file in plan.stories.map(\.file) + plan.intents.map(\.file) + plan.epics.map(\.file) {
      let bytes = try ExampleTree(top: Self.top).read(file, limit: 1 << 20)
      let document = try PlanDocument(bytes, path: file)
      let title = try #require(document.fields["title"]?.text)
      #expect(try document.setting("title", to: title) == bytes)
    }
  }
}

/// The example's folder under the name that every plan has.
private struct ExampleTree: PlanTree {
  private let tree: WorkTree

  init(top: String) { tree = WorkTree(top: top) }

  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { try tree.entries(in: place(folder)) }

  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] { try tree.read(place(path), limit: limit) }

  private func place(_ path: String) -> String { ".handoff-example" + path.dropFirst(".handoff".count) }
}
