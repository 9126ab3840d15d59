import Drafting
import PlanFiles
package import PlanModel

/// What became of the statements of sources.
package struct LedgerOutcome: Sendable {
  package var ledger: Ledger
  /// What could not be read, and so is not in the account.
  package var unreadable: [Finding]
  /// Whether one source was asked about, and not all.
  package var isOfOneSource: Bool

  package init(ledger: Ledger, unreadable: [Finding], isOfOneSource: Bool = false) {
    self.ledger = ledger
    self.unreadable = unreadable
    self.isOfOneSource = isOfOneSource
  }

  /// The statements that nobody carries.
  package var lost: [LostStatement] {
    ledger.sources.flatMap { account in
      let lost = account.stretches.filter { $0.fate == .lost }
      let classifications = lost.isEmpty ? [] : account.source.classifications
      return lost.flatMap { stretch in
        stretch.lines.map { line in
          LostStatement(
            citation: Citation(source: account.source.id, lines: line...line),
            statement: account.source.statements[line - 1], label: classifications[line - 1].label?.rawValue,
            dropped: stretch.dropped.map(\.item))
        }
      }
    }
  }
}

/// A statement that the plan neither carries nor sets aside.
package struct LostStatement: Sendable {
  package var citation: Citation
  package var statement: Statement
  /// What it does: `problem`, `request` and so on; nil when nothing speaks clearly for any.
  package var label: String?
  /// Items that cite it and were dropped.
  package var dropped: [ItemID]
}

extension Workspace {
  /// Where each statement went: of all sources, or of one.
  ///
  /// - Parameter source: a source's id, or the beginning of it.
  package func ledger(of source: String? = nil) throws(Failure) -> LedgerOutcome {
    guard let source else {
      let snapshot = try snapshot()
      let ledger = Ledger(of: snapshot.plan.sources, in: snapshot.plan.citingItems)
      return LedgerOutcome(ledger: ledger, unreadable: snapshot.unread)
    }
    // Of the other sources nothing is needed, and they may be long.
    let own = try self.source(id(source, of: Source.self))
    let snapshot = try plan().snapshot(withSources: false)
    let unread = try unreadStatements(of: own.id) + snapshot.unread
    return LedgerOutcome(
      ledger: Ledger(of: [own], in: snapshot.plan.citingItems), unreadable: unread, isOfOneSource: true)
  }

  /// What is wrong with a source's table of statements.
  func unreadStatements(of id: ID<Source>) throws(Failure) -> [Finding] {
    let reader = try plan()
    let reading = try tree { () throws(PlanTreeError) in try reader.source(id) }
    return (reading?.findings ?? []).filter { $0.keepsFromReading || $0.rule == .badStatements }
  }
}

extension PlanSnapshot {
  /// The findings that tell of words which were not read: files that are no items, and statements that are none.
  var unread: [Finding] {
    let read = Set(plan.items.map(\.file))
    return findings.filter { finding in
      if finding.keepsFromReading || finding.rule == .badStatements { return true }
      return [.missingField, .invalidField, .unknownReference].contains(finding.rule) && !read.contains(finding.path)
        && ItemKind.allCases.contains { finding.path.hasPrefix(".handoff/\($0.folder)/") }
    }
  }
}
