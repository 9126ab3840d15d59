import Git
import PlanModel
import Verification

/// A subject that lives in memory: files with their text, and commits with their changes.
struct MemorySubject: Subject {
  var commit = ObjectID.made(1)
  var tree = ObjectID.made(2)
  var entries: [TreeEntry] = []
  var texts: [ObjectID: [UInt8]] = [:]
  var story: [StoryCommit] = []
  /// Whether more commits may lie beyond the border of a shallow clone.
  var isCut = false
  /// Files that were renamed by others, from the old path to the new.
  var renames: [String: String] = [:]
  var lineChanges: [FileChange: LineChanges] = [:]
  /// What blobs define: the definition's text by name.
  var symbols: [ObjectID: [String: String]] = [:]
  /// Paths of which nobody can tell what they define.
  var unreadable: Set<String> = []
  /// The files before the first commit of the story: unless a test says otherwise, one that is gone.
  var earlier = [TreeEntry(path: "legacy/old.ts", kind: .file, id: .made(99))]

  init(files: [String: String] = [:]) {
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { add(path, Array(text.utf8)) }
  }

  mutating func add(_ path: String, _ contents: [UInt8], kind: TreeEntry.Kind = .file) {
    let id = ObjectID.made(100 + entries.count)
    entries.append(TreeEntry(path: path, kind: kind, id: id))
    texts[id] = contents
  }

  /// Adds a commit that is linked to the story.
  mutating func commit(isMerge: Bool = false, _ edits: Edit...) {
    let number = 1_000 * (story.count + 1)
    var changes: [FileChange] = []
    for (index, edit) in edits.enumerated() {
      let change = FileChange(
        kind: edit.kind, path: edit.path, oldPath: edit.oldPath, oldBlob: .made(number + 2 * index),
        newBlob: .made(number + 2 * index + 1))
      changes.append(change)
      lineChanges[change] = edit.lines
    }
    story.append(StoryCommit(id: .made(number), isMerge: isMerge, changes: changes))
  }

  /// What the last commit made of `old` is what the tree has at `path`.
  mutating func keepAsTip(_ path: String, from old: String? = nil) {
    guard let blob = story.last?.changes.first(where: { $0.path == old ?? path })?.newBlob else { return }
    entries = entries.map { $0.path == path ? TreeEntry(path: path, kind: $0.kind, id: blob) : $0 }
  }

  /// What became of a file between the last commit and the tree.
  mutating func sinceLastCommit(_ path: String, _ lines: LineChanges) {
    guard let blob = story.last?.changes.first(where: { $0.path == path })?.newBlob,
      let tip = entries.first(where: { $0.path == path })?.id
    else { return }
    lineChanges[FileChange(kind: .modified, path: path, oldBlob: blob, newBlob: tip)] = lines
  }

  func mayLackCommits(of story: ID<Story>) -> Bool { isCut }

  func mayTouch(_ words: [UInt8], in change: FileChange) -> Bool {
    guard let lines = lineChanges[change] else { return true }
    return (lines.added + lines.removed).contains { Array($0.text.utf8)[...].firstPlace(of: words) != nil }
  }

  func files() -> [TreeEntry] { entries }

  func files(below folder: String) -> [TreeEntry] { entries.filter { $0.path.hasPrefix(folder + "/") } }

  func contents(of file: TreeEntry, limit: Int) -> [UInt8]? {
    let bytes = texts[file.id] ?? []
    return bytes.count <= limit ? bytes : nil
  }

  func definitions(of name: String, in files: [TreeEntry]) -> SymbolReading {
    var reading = SymbolReading(searched: files.count)
    for file in files {
      if unreadable.contains(file.path) { reading.unreadable.append(file.path) }
      guard let text = symbols[file.id]?[name] else { continue }
      reading.places.append(.init(path: file.path, line: 1, text: Array(text.utf8)))
    }
    return reading
  }

  func tree(before commits: [StoryCommit]) -> any CodeTree {
    var tree = self
    tree.entries = earlier
    return tree
  }

  /// A file that defines a symbol, at the tip.
  mutating func add(_ path: String, defining name: String, as text: String) {
    add(path, [])
    symbols[ObjectID.made(100 + entries.count - 1)] = [name: text]
  }

  /// What a file of the first tree was, and what the last commit made of it, defining a symbol or not.
  mutating func change(_ path: String, _ name: String, from old: String?, to new: String?) {
    commit(Edit(path))
    guard let change = story.last?.changes.first, let before = change.oldBlob, let after = change.newBlob else {
      return
    }
    if let old { symbols[before] = [name: old] }
    if let new { symbols[after] = [name: new] }
    if story.count == 1 { earlier = [TreeEntry(path: path, kind: .file, id: before)] }
    entries = [TreeEntry(path: path, kind: .file, id: after)]
  }

  func commits(of story: ID<Story>) -> [StoryCommit] { self.story }

  func currentPath(of path: String, since commit: ObjectID) -> String? {
    entries.contains { $0.path == path } ? path : renames[path]
  }

  func lines(of change: FileChange) -> LineChanges { lineChanges[change] ?? LineChanges() }
}

/// One file's change in a commit.
struct Edit {
  var kind = FileChange.Kind.modified
  var path: String
  var oldPath: String?
  var lines = LineChanges()

  init(
    _ path: String, kind: FileChange.Kind = .modified, from oldPath: String? = nil, adds: [String] = [],
    removes: [String] = []
  ) {
    self.path = path
    self.oldPath = oldPath
    self.kind = oldPath == nil ? kind : .renamed
    lines.added = adds.enumerated().map { LineChanges.Line(number: $0.offset + 1, text: $0.element) }
    lines.removed = removes.enumerated().map { LineChanges.Line(number: $0.offset + 1, text: $0.element) }
  }
}

extension ObjectID {
  /// A made-up object name that is the same for the same number.
  static func made(_ number: Int) -> ObjectID {
    let digits = String(number, radix: 16)
    guard let id = ObjectID(String(repeating: "0", count: 40 - digits.count) + digits) else {
      preconditionFailure("forty hexadecimal digits")
    }
    return id
  }
}
