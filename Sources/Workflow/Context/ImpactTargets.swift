import CodeIndex
import Git
import Grounding
import PlanFiles
import PlanModel

/// The places that dependents are looked for.
struct ImpactTargets {
  var targets: [CodeTarget] = []
  /// Files that are meant as a whole.
  var files: [String] = []

  /// The places as they were asked for.
  var shown: [CodePlace] {
    files.map { CodePlace(path: $0) } + targets.map(\.place).filter { !files.contains($0.path) }
  }
}

/// What changed between two commits.
struct ChangedRange {
  var base: ObjectID
  var head: ObjectID
  var changes: [FileChange]
}

extension Workspace {
  // MARK: names

  /// The story that a name means; nil where it is the name of code. A file of that name is meant first.
  func storyMeant(by name: String) throws(Failure) -> Story? {
    guard name.hasPrefix("st-"), !name.contains("/"), !name.contains("::") else { return nil }
    return try item(try id(name, of: Story.self))
  }

  /// A path, `path::symbol`, or the name of a definition.
  func targets(named text: String, _ commit: ObjectID, in snapshot: Snapshot) throws(Failure) -> ImpactTargets {
    let finder = TargetFinder(snapshot)
    if let separator = text.ranges(of: "::").first,
      let path = try path(String(text[..<separator.lowerBound]), snapshot),
      let name = SymbolName(String(text[separator.upperBound...]))
    {
      let found = try indexed { () throws(CodeIndexError) in try finder.targets(at: path, named: name) }
      guard found.isEmpty else { return ImpactTargets(targets: found) }
      let namesakes = try indexed { () throws(CodeIndexError) in
        try finder.targets(at: path, named: SymbolName(name.name))
      }
      guard namesakes.isEmpty else {
        throw Failure(
          .unknownCode(text, commit: commit, near: namesakes.map { "\(path)::\($0.place.symbol ?? name.name)" }))
      }
      throw try unknown(text, name.name, commit, finder)
    }
    if let path = try path(text, snapshot) { return try file(path, snapshot) }
    if let colon = text.firstIndex(of: ":"), let path = try path(String(text[..<colon]), snapshot) {
      return try targets(in: path, at: String(text[colon...].dropFirst()), commit, in: snapshot)
    }
    if let folder = try folder(text, snapshot) { throw folder }
    if text.contains("/") {
      throw Failure(.unknownCode(text, commit: commit, near: Self.namesakes(of: text, snapshot)))
    }
    guard let name = SymbolName(text) else { throw Failure(.unknownCode(text, commit: commit, near: [])) }
    let found = try indexed { () throws(CodeIndexError) in try finder.targets(named: name) }
    guard let first = found.first else {
      let modules = finder.modules(named: name)
      if modules.count == 1 { return try file(modules[0], snapshot) }
      if modules.count > 1 { throw Failure(.ambiguousCode(text, modules.map { CodePlace(path: $0) })) }
      if text.contains("."), OutlineReader.isCode(text) {
        throw Failure(.unknownCode(text, commit: commit, near: Self.namesakes(of: text, snapshot)))
      }
      throw try unknown(text, name.name, commit, finder)
    }
    if found.count > 1 { throw Failure(.ambiguousCode(text, found.map(\.place))) }
    return ImpactTargets(targets: [first])
  }

  /// What is around a line, as compilers, `grep -n` and bundles print it: `12`, `12:5`, `12-40`; else what has a name.
  private func targets(
    in path: String, at place: String, _ commit: ObjectID, in snapshot: Snapshot
  ) throws(Failure) -> ImpactTargets {
    guard let line = place.split(whereSeparator: { ":-".contains($0) }).first.flatMap({ Int($0) }) else {
      return try targets(named: "\(path)::\(place)", commit, in: snapshot)
    }
    let around = try indexed { () throws(CodeIndexError) in
      try TargetFinder(snapshot).targets(at: path, changing: [line])
    }
    return around.isEmpty ? try file(path, snapshot) : ImpactTargets(targets: around)
  }

  private func indexed<Value>(_ body: () throws(CodeIndexError) -> Value) throws(Failure) -> Value {
    try failing(Failure.Reason.index, body)
  }

  /// The files of the same name, those first whose folders are called so too.
  private static func namesakes(of text: String, _ snapshot: Snapshot) -> [String] {
    let parts = text.split(separator: "/").filter { $0 != ".." && $0 != "." }
    let like = snapshot.files.map(\.path).compactMap { path in
      let count = zip(path.split(separator: "/").reversed(), parts.reversed()).prefix { $0 == $1 }.count
      return count > 0 ? (path: path, count: count) : nil
    }
    return like.sorted { ($1.count, $0.path) < ($0.count, $1.path) }.prefix(5).map(\.path)
  }

  /// The path of the snapshot that is meant, from the top or from the calling folder; nil where there is none.
  private func path(_ text: String, _ snapshot: Snapshot) throws(Failure) -> String? {
    if snapshot.file(at: text) != nil { return text }
    let path = try pathFromTop(text)
    if snapshot.file(at: path) != nil { return path }
    let plain = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    return snapshot.file(at: plain) == nil ? nil : plain
  }

  /// What a path that was typed is from the top: it begins where one stands, may go up, and has to end inside.
  func pathFromTop(_ text: String) throws(Failure) -> String {
    let top = location.workTree ?? ""
    let isInside = surroundings.directory == top || surroundings.directory.hasPrefix(top + "/")
    let start = text.hasPrefix("/") ? "" : isInside ? surroundings.directory : top
    var parts = start.split(separator: "/")
    for part in text.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let above = top.split(separator: "/")
    guard parts.starts(with: above) else { throw Failure(.outsideWorkTree(text)) }
    return parts.dropFirst(above.count).joined(separator: "/")
  }

  /// What there is to say where a folder is asked for; nil where it is none.
  private func folder(_ text: String, _ snapshot: Snapshot) throws(Failure) -> Failure? {
    let path = try pathFromTop(text)
    let inside = snapshot.files.filter { path.isEmpty || $0.path.hasPrefix(path + "/") }
    guard !inside.isEmpty else { return nil }
    let code = inside.filter { $0.isCode && !$0.traits.contains(.vendored) }
    let first = code.filter { !$0.traits.contains(.test) } + code.filter { $0.traits.contains(.test) }
    return Failure(.codeFolder(text, files: inside.count, code: first.prefix(5).map(\.path)))
  }

  private func file(_ path: String, _ snapshot: Snapshot) throws(Failure) -> ImpactTargets {
    let finder = TargetFinder(snapshot)
    let found = try indexed { () throws(CodeIndexError) in try finder.targets(at: path) }
    return ImpactTargets(targets: found.filter(\.isSeenOutside), files: [path])
  }

  private func unknown(
    _ text: String, _ name: String, _ commit: ObjectID, _ finder: TargetFinder
  ) throws(Failure) -> Failure {
    Failure(
      .unknownCode(
        text, commit: commit, near: try indexed { () throws(CodeIndexError) in try finder.near(name, limit: 5) }))
  }

  // MARK: stories

  /// The places of a story's anchors, as they stand now.
  func targets(of story: Story, in snapshot: Snapshot) throws(Failure) -> ImpactTargets {
    var found = ImpactTargets()
    for anchor in story.anchors {
      guard let name = anchor.symbol.flatMap(SymbolName.init) else {
        let whole = snapshot.file(at: anchor.path) == nil ? ImpactTargets() : try file(anchor.path, snapshot)
        found.targets += whole.targets
        found.files += whole.files
        continue
      }
      found.targets += try indexed { () throws(CodeIndexError) in
        try TargetFinder(snapshot).targets(at: anchor.path, named: name)
      }
    }
    return found
  }

  // MARK: ranges

  /// `base..head` as git reads it; an empty side is HEAD. With three dots, from where the two parted.
  func changedRange(_ text: String) throws(Failure) -> ChangedRange {
    let expected = "two revisions, as main..HEAD"
    guard let dots = text.ranges(of: "..").first else {
      throw Failure(.invalidValue(field: "range", value: text, expected: expected))
    }
    let isThree = text[dots.upperBound...].hasPrefix(".")
    let left = String(text[..<dots.lowerBound])
    let right = String(text[dots.upperBound...].dropFirst(isThree ? 1 : 0))
    var base = try commit(left.isEmpty ? "HEAD" : left)
    let head = try commit(right.isEmpty ? "HEAD" : right)
    return try git { () throws(GitError) in
      if isThree { base = try repository.mergeBase(base, head) ?? base }
      return ChangedRange(base: base, head: head, changes: try repository.changes(from: base, to: head))
    }
  }

  /// The definitions around changed lines.
  func targets(
    of range: ChangedRange, _ gone: [CodeTarget], in snapshot: Snapshot
  ) throws(Failure) -> ImpactTargets {
    var found = ImpactTargets()
    for change in range.changes where change.kind != .deleted && snapshot.file(at: change.path)?.isCode == true {
      let lines = try lines(of: change)
      let changed = lines.added.map(\.number) + Self.moved(lines)
      found.targets += try indexed { () throws(CodeIndexError) in
        try TargetFinder(snapshot).targets(at: change.path, changing: changed)
      }
    }
    // What still has a definition of that name in its file was changed, and is not gone.
    for target in gone {
      let name = target.place.symbol.flatMap(SymbolName.init)
      let left = try indexed { () throws(CodeIndexError) in
        try TargetFinder(snapshot).targets(at: target.place.path, named: name)
      }
      if left.isEmpty { found.targets.append(target) }
    }
    return found
  }

  /// The definitions of the base that lost lines, as candidates for what is gone.
  func goneTargets(
    _ range: ChangedRange, _ progress: (IndexProgress) -> Void
  ) throws(Failure) -> [CodeTarget] {
    var losing: [FileChange] = []
    for change in range.changes where change.oldBlob != nil {
      if try !lines(of: change).removed.isEmpty { losing.append(change) }
    }
    guard !losing.isEmpty else { return [] }
    return try reading(range.base, progress) { snapshot throws(Failure) in
      var found: [CodeTarget] = []
      for change in losing {
        let path = change.oldPath ?? change.path
        guard snapshot.file(at: path)?.isCode == true else { continue }
        let removed = try lines(of: change).removed.map(\.number)
        let targets = try indexed { () throws(CodeIndexError) in
          try TargetFinder(snapshot).targets(at: path, changing: removed)
        }
        found += targets.map(\.gone)
      }
      return found
    }
  }

  private func lines(of change: FileChange) throws(Failure) -> LineChanges {
    do {
      return try repository.lineChanges(of: change)
    } catch .objectTooLarge {
      return LineChanges(isBinary: true)
    } catch {
      throw Failure(.git(error))
    }
  }

  /// Where removed lines stood, by the lines of the new file.
  private static func moved(_ lines: LineChanges) -> [Int] {
    var shift = 0
    var added = lines.added.map(\.number)[...]
    return lines.removed.map { line in
      while let first = added.first, first <= line.number + shift {
        shift += 1
        added.removeFirst()
      }
      defer { shift -= 1 }
      return max(1, line.number + shift)
    }
  }
}
