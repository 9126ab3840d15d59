import Git
import PlanFiles
package import PlanModel
import Processes
package import Review

/// What a plan says otherwise on one side than on the other.
package struct DiffOutcome: Sendable {
  /// The two sides, in words: a revision, `index`, `work tree`.
  package var before: String
  package var after: String
  package var changes: [PlanChange]
  /// Files that differ and say the same: white space, order, what no item has a name for.
  package var unchanged: [String]
  /// What keeps files from being read, on the newer side or, where they are gone there, on the older.
  package var unreadable: [Finding]
  /// Files that are new, and no item of the plan.
  package var added: [String] = []
}

/// What `diff` is asked.
package struct DiffOptions: Sendable {
  /// `A..B`, `A...B`, or one revision to which the work tree is compared; nil for HEAD.
  package var revision: String?
  /// The index instead of the work tree.
  package var isStaged = false
  /// Ids of items, or the beginnings of ids.
  package var items: [String] = []

  package init() {}
}

extension Workspace {
  /// Compares two states of the plan. Nothing is written.
  package func diff(_ options: DiffOptions) throws(Failure) -> DiffOutcome {
    let sides = try sides(options)
    var outcome = compare(sides)
    if !options.items.isEmpty { outcome = try chosen(options.items, of: outcome) }
    return outcome
  }

  /// Two states of a plan, and the files in which they differ.
  struct PlanSides {
    var before: (name: String, tree: any PlanTree)
    var after: (name: String, tree: any PlanTree)
    var paths: [String]
  }

  private func sides(_ options: DiffOptions) throws(Failure) -> PlanSides {
    if let text = options.revision, let dots = text.firstRange(of: "..") {
      guard !options.isStaged else {
        throw Failure(.invalidValue(field: "--staged", value: text, expected: "one revision, and no range"))
      }
      let start = String(text[..<dots.lowerBound])
      let isFromBase = text[dots.upperBound...].first == "."
      let end = String(text[dots.upperBound...].drop { $0 == "." })
      let tip = try commit(end.isEmpty ? "HEAD" : end)
      var base = try commit(start.isEmpty ? "HEAD" : start)
      if isFromBase { base = try git { () throws(GitError) in try repository.mergeBase(base, tip) } ?? base }
      return try sides(from: base, to: tip, names: (isFromBase ? base.short : start, end.isEmpty ? "HEAD" : end))
    }
    let name = options.revision ?? "HEAD"
    let old = try commit(name)
    let before: any PlanTree = try git { () throws(GitError) in try CommitTree(old, in: repository) }
    let paths = try differingPaths(from: old, isStaged: options.isStaged)
    if options.isStaged {
      let index: any PlanTree = try git { () throws(GitError) in try IndexTree(repository) }
      return PlanSides(before: (name, before), after: ("index", index), paths: paths)
    }
    return PlanSides(before: (name, before), after: ("work tree", WorkTree(top: try top())), paths: paths)
  }

  /// The sides of two commits.
  func sides(
    from old: ObjectID?, to new: ObjectID, names: (before: String, after: String)
  ) throws(Failure) -> PlanSides {
    try git { () throws(GitError) in
      let after = try CommitTree(new, in: repository)
      guard let old else {
        let paths = try repository.files(in: new, under: ".handoff").map(\.path)
        return PlanSides(before: (names.before, EmptyTree()), after: (names.after, after), paths: paths)
      }
      let arguments = [
        "diff-tree", "-r", "--name-only", "--no-renames", "-z", old.hex, new.hex, "--", ":(top,literal).handoff",
      ]
      let output = try repository.git.output(of: arguments, limits: .init(output: 1 << 28, seconds: 120))
      return PlanSides(
        before: (names.before, try CommitTree(old, in: repository)), after: (names.after, after),
        paths: Self.paths(output))
    }
  }

  private func differingPaths(from old: ObjectID, isStaged: Bool) throws(Failure) -> [String] {
    let scope = ["--", ":(top,literal).handoff"]
    let options = ["--name-only", "--no-renames", "--no-ext-diff", "-z"] + (isStaged ? ["--cached"] : [])
    return try git { () throws(GitError) in
      let changed = Self.paths(try repository.git.output(of: ["diff"] + options + [old.hex] + scope))
      if isStaged { return changed }
      let untracked = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z"] + scope
      return changed + Self.paths(try repository.git.output(of: untracked))
    }
  }

  private static func paths(_ output: [UInt8]) -> [String] {
    output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  func compare(_ sides: PlanSides) -> DiffOutcome {
    var old = Self.reader(sides.before.tree, sides.paths).snapshot()
    let new = Self.reader(sides.after.tree, sides.paths).snapshot()
    // The settings that a plan begins with change none.
    if !sides.before.tree.hasPlan() { old.plan.policy = new.plan.policy }
    let unreadable = new.unreadFiles
    let gone = old.unreadFiles.filter { finding in !unreadable.contains { $0.path == finding.path } }
    let changes = (Self.settings(sides) + PlanComparison.changes(from: old.plan, to: new.plan)).map { change in
      change.located(by: unreadable + gone)
    }
    let told = Set(changes.map(\.path))
    let items = old.plan.items.map { ($0.id, $0.file) } + new.plan.items.map { ($0.id, $0.file) }
    let toldItems = Set(changes.compactMap(\.item))
    let files = Dictionary(items.map { ($0.1, $0.0) }) { first, _ in first }
    let unchanged = sides.paths.filter { path in
      !told.contains(path) && !(files[path].map(toldItems.contains) ?? path.isPartOf(toldItems))
    }
    let read = unchanged.filter { path in !(unreadable + gone).contains { $0.path == path } }.sorted()
    let added = read.filter { !Self.isThere($0, in: sides.before.tree) }
    return DiffOutcome(
      before: sides.before.name, after: sides.after.name, changes: changes,
      unchanged: read.filter { !added.contains($0) }, unreadable: unreadable + gone, added: added)
  }

  private static func isThere(_ path: String, in tree: any PlanTree) -> Bool {
    do {
      _ = try tree.read(path, limit: PlanDocument.byteLimit)
      return true
    } catch .notFound {
      return false
    } catch {
      return true
    }
  }

  /// Settings that came or went as a whole: without them the standard ones hold, which may say the same and are nobody's.
  private static func settings(_ sides: PlanSides) -> [PlanChange] {
    guard sides.paths.contains(Policy.file) else { return [] }
    // A plan that begins with its settings says nothing less or more by them.
    guard isThere(Policy.file, in: sides.before.tree), !isThere(Policy.file, in: sides.after.tree) else { return [] }
    return [
      PlanChange(
        item: nil, title: "handoff.yml", field: "item", kind: .removed, effect: .weaker,
        before: "the settings of this plan", path: Policy.file)
    ]
  }

  private static func reader(_ tree: any PlanTree, _ paths: [String]) -> PlanReader {
    PlanReader(ChangedTree(tree, paths: paths))
  }

  /// What is about these items alone.
  private func chosen(_ names: [String], of outcome: DiffOutcome) throws(Failure) -> DiffOutcome {
    let known = Set(outcome.changes.compactMap(\.item))
    var chosen: Set<ItemID> = []
    for name in names {
      let prefix = name.lowercased()
      let matches = known.filter { $0.description.hasPrefix(prefix) || $0.suffix.hasPrefix(prefix) }
      if matches.count > 1 { throw Failure(.ambiguousItem(name, matches.sorted())) }
      if let match = matches.first { chosen.insert(match) } else { chosen.insert(try id(name)) }
    }
    var outcome = outcome
    outcome.changes.removeAll { change in !(change.item.map(chosen.contains) ?? false) }
    outcome.unchanged.removeAll { !$0.isPartOf(chosen) }
    outcome.added.removeAll { !$0.isPartOf(chosen) }
    outcome.unreadable.removeAll { !$0.path.isPartOf(chosen) }
    return outcome
  }
}

extension PlanSnapshot {
  /// What keeps files from being read as items, one finding for each file.
  fileprivate var unreadFiles: [Finding] {
    var seen: Set<String> = []
    return findings.filter { finding in
      let isItem = finding.severity == .error && finding.path.isPartOf(plan.unreadable)
      return (finding.keepsFromReading || isItem) && seen.insert(finding.path).inserted
    }
  }
}

extension PlanChange {
  /// The change with the file that could not be read, which has no item to tell it.
  fileprivate func located(by findings: [Finding]) -> PlanChange {
    guard kind == .unreadable, let item, let finding = findings.first(where: { $0.path.isPartOf([item]) }) else {
      return self
    }
    var change = self
    (change.path, change.line) = (finding.path, finding.line)
    return change
  }
}

extension String {
  /// Whether a path is that of one of these items, or below it.
  fileprivate func isPartOf(_ items: Set<ItemID>) -> Bool {
    split(separator: "/").contains { ItemID($0.prefix(ItemID.length)).map(items.contains) ?? false }
  }
}

/// Where there was no plan yet.
struct EmptyTree: PlanTree {
  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry] { [] }
  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8] { throw .notFound(path) }
}
