import PlanFiles
package import PlanModel

/// What became of the statements of sources.
package struct LedgerOutcome: Sendable {
  package var ledger: Ledger
  /// What could not be read, and so is not in the account.
  package var unreadable: [Finding]
  /// Whether one source was asked about, and not all.
  package var isOfOneSource: Bool
  /// What the statements do.
  package let labels: SourceLabels

  package init(
    ledger: Ledger, unreadable: [Finding], isOfOneSource: Bool = false, labels: SourceLabels = SourceLabels()
  ) {
    self.ledger = ledger
    self.unreadable = unreadable
    self.isOfOneSource = isOfOneSource
    self.labels = labels
  }

  /// The statements that nobody carries.
  package var lost: [LostStatement] {
    ledger.sources.flatMap { account in
      let lost = account.stretches.filter { $0.fate == .lost }
      let labels = lost.isEmpty ? [] : labels.of(account.source)
      return lost.flatMap { stretch in
        stretch.lines.map { line in
          LostStatement(
            citation: Citation(source: account.source.id, lines: line...line),
            statement: account.source.statements[line - 1], label: labels[line - 1],
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

/// The statements of an account of which it will be asked what they do.
package enum AskedLabels: Sendable {
  case none, lost, all
}

extension Workspace {
  /// Where each statement went: of all sources, or of one.
  ///
  /// - Parameters:
  ///   - source: a source's id, or the beginning of it.
  ///   - asked: the statements of which it will be asked what they do; telling it takes longer than the account.
  package func ledger(of source: String? = nil, labelling asked: AskedLabels = .none) throws(Failure) -> LedgerOutcome {
    guard let source else {
      let snapshot = try snapshot()
      let ledger = Ledger(of: snapshot.plan.sources, in: snapshot.plan.citingItems)
      let labelled = ledger.sources.filter { asked == .all || asked == .lost && $0.counts.lost > 0 }.map(\.source)
      return LedgerOutcome(ledger: ledger, unreadable: snapshot.unread, labels: SourceLabels(of: labelled, cache))
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
