package import CodeIndex
import Concurrency

/// Finds what refers to definitions, level by level, in the code of one commit. The same question has the same answer.
package struct DependentsFinder {
  package let snapshot: Snapshot
  private let readers: TargetReaders

  /// So many places of one level are followed to the next.
  private static let mostFollowed = 40
  /// A file with more definitions is looked at by its first ones.
  private static let mostTargets = 80
  /// Each part holds the files that it has read.
  private static let mostParts = 4

  /// - Parameter mostFiles: in how many files a name is looked for at most, those first that most probably mean it.
  package init(_ snapshot: Snapshot, mostFiles: Int = CandidateFiles.most) {
    self.snapshot = snapshot
    readers = TargetReaders(snapshot, mostFiles: mostFiles)
  }

  /// - Parameters:
  ///   - files: whose importers are told too.
  ///   - depth: how many levels are looked at, 1 at least.
  package func dependents(
    of targets: [CodeTarget], files: [String] = [], depth: Int
  ) throws(CodeIndexError) -> Dependents {
    var found = Dependents(targets: targets.map(\.place))
    var level = Array(targets.prefix(Self.mostTargets)).map { (target: $0, share: 1.0) }
    found.unfollowed = max(0, targets.count - level.count)
    var asked = Set(targets.map(\.place))
    for number in 1...max(1, depth) {
      var edges = EdgeTable(level: number, besides: found.edges, targets: targets)
      for (references, one) in zip(references(to: level, isFirst: number == 1), level) {
        let references = try references.get()
        edges.add(references)
        found.faint += references.faint
        if references.unread > 0 { found.unread.append(.init(name: one.target.writtenName, files: references.unread)) }
      }
      if number == 1 {
        for path in files {
          edges.add(try readers.reading { (reader) throws(CodeIndexError) in try reader.importers(of: path) })
        }
      }
      found.edges += edges.sorted()
      guard number < depth else { break }
      level = try next(edges.sorted(), &asked, &found)
    }
    return found
  }

  /// What refers to each of the targets, in parts beside each other.
  private func references(
    to level: [(target: CodeTarget, share: Double)], isFirst: Bool
  ) -> [Result<TargetReferences, CodeIndexError>] {
    // Neighbours share what was read for them; each part reads for itself.
    let size = max(1, (level.count + Self.mostParts - 1) / Self.mostParts)
    let parts = stride(from: 0, to: level.count, by: size).map { Array(level[$0..<min(level.count, $0 + size)]) }
    let find: @Sendable ([(target: CodeTarget, share: Double)]) -> [Result<TargetReferences, CodeIndexError>] = {
      [readers] part in
      part.map { one in
        Result { () throws(CodeIndexError) in
          try readers.reading { (reader) throws(CodeIndexError) in
            try reader.references(to: one.target, one.share, isFirst: isFirst)
          }
        }
      }
    }
    // Threads of their own: within work on all processors, reading files would have one of them.
    let others = parts.dropFirst().map { part in Meanwhile { find(part) } }
    return (parts.first.map(find) ?? []) + others.flatMap { $0.value() }
  }

  /// The places of a level that are followed: those that are rather sure, and no tests.
  private func next(
    _ edges: [Dependent], _ asked: inout Set<CodePlace>, _ found: inout Dependents
  ) throws(CodeIndexError) -> [(target: CodeTarget, share: Double)] {
    var level: [(CodeTarget, Double)] = []
    for edge in edges where edge.certainty != .possible && !edge.isTest {
      guard let symbol = edge.symbol,
        let target = try TargetFinder(snapshot).target(at: edge.path, symbol: symbol),
        asked.insert(target.place).inserted
      else { continue }
      guard level.count < Self.mostFollowed else {
        found.unfollowed += 1
        continue
      }
      level.append((target, edge.share))
    }
    return level
  }
}
