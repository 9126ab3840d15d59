import Git
import PlanModel

/// `symbol`: what the files of a glob define.
///
/// Definitions of one name are taken together, overloads and extensions too, wherever in the glob they stand: a definition
/// that only moved has not changed. What nothing here can read is unproven, never unmet.
struct SymbolCondition {
  let subject: any Subject
  let commits: [StoryCommit]

  func observe(_ name: String, _ glob: Glob, _ state: Condition.SymbolState) throws -> Observation {
    switch state {
    case .present: try Self.present(name, glob, in: subject)
    case .gone: try gone(name, glob)
    case .changed: try changed(name, glob)
    }
  }

  /// Whether `tree` defines it.
  static func present(_ name: String, _ glob: Glob, in tree: any CodeTree) throws -> Observation {
    let files = try tree.files(meantBy: glob)
    let reading = try tree.definitions(of: name, in: files)
    if let place = reading.places.first { return .holds(place.fact) }
    if let unreadable = reading.unknown { return unreadable }
    return .fails(files.isEmpty ? .noFile : .noSymbol(searched: reading.searched))
  }

  /// Whether it is defined no more, also where the story's commits have renamed its file out of the glob.
  ///
  /// Undecided where the glob means no file, and meant none before either: a slip in it must not meet a criterion.
  private func gone(_ name: String, _ glob: Glob) throws -> Observation {
    let renamed = Set(commits.flatMap(\.changes).filter { $0.oldPath.map { glob.means($0) } ?? false }.map(\.path))
    let files = try subject.files().filter { glob.means($0.path) || renamed.contains($0.path) }
    if files.isEmpty, try subject.tree(before: commits).files(meantBy: glob).isEmpty {
      return .missing(.noFile)
    }
    return try Self.gone(name, among: files, in: subject)
  }

  /// Whether `tree` does not define it.
  static func gone(_ name: String, _ glob: Glob, in tree: any CodeTree) throws -> Observation {
    try gone(name, among: tree.files(meantBy: glob), in: tree)
  }

  private static func gone(_ name: String, among files: [TreeEntry], in tree: any CodeTree) throws -> Observation {
    let reading = try tree.definitions(of: name, in: files)
    if let place = reading.places.first { return .fails(place.fact) }
    return reading.unknown ?? .holds(.noSymbol(searched: reading.searched))
  }

  /// Whether a commit of the story changed its text, and that is not undone: at the tip it is there, with another text
  /// than before the story's first commit.
  private func changed(_ name: String, _ glob: Glob) throws -> Observation {
    if commits.allSatisfy(\.isOfPlan) { return .missing(.noCommits) }
    let tip = try subject.definitions(of: name, in: subject.files(meantBy: glob))
    guard let place = tip.places.first else { return tip.unknown ?? .fails(.noSymbol(searched: tip.searched)) }
    let before = try subject.tree(before: commits)
    let old = try before.definitions(of: name, in: before.files(meantBy: glob))
    if let unknown = old.unknown ?? tip.unknown { return unknown }
    if old.texts == tip.texts { return .fails(.symbolUnchanged(path: place.path, line: place.line)) }
    for commit in commits {
      let changes = commit.changes.filter { $0.paths.contains { glob.means($0) } }
      let removed = try subject.definitions(of: name, in: changes.compactMap(\.oldFile))
      let added = try subject.definitions(of: name, in: changes.compactMap(\.newFile))
      if let unknown = removed.unknown ?? added.unknown { return unknown }
      if removed.texts != added.texts { return .holds(place.fact) }
    }
    return .fails(.symbolUnchanged(path: place.path, line: place.line))
  }
}

extension SymbolReading {
  /// That it cannot be told, where some file could not be read.
  fileprivate var unknown: Observation? {
    unreadable.isEmpty
      ? nil : .missing(.unreadableSymbols(Observation.named(unreadable), count: unreadable.count))
  }
}

extension SymbolReading.Place {
  fileprivate var fact: ConditionFact { .symbol(path: path, line: line) }
}

extension FileChange {
  fileprivate var oldFile: TreeEntry? {
    kind == .added ? nil : oldBlob.map { TreeEntry(path: oldPath ?? path, kind: .file, id: $0) }
  }

  fileprivate var newFile: TreeEntry? {
    kind == .deleted ? nil : newBlob.map { TreeEntry(path: path, kind: .file, id: $0) }
  }
}
