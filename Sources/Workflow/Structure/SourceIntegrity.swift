import Concurrency
import Intake
import PlanFiles
import PlanModel

extension Workspace {
  /// Whether the originals are what was taken in, and hold what the statements say.
  func sourceFindings(in plan: Plan, _ reader: PlanReader) -> [Finding] {
    var check = OriginalsCheck(reader)
    for source in plan.sources {
      for number in source.revisions.indices { check.take(source, revision: number) }
    }
    return check.findings()
  }
}

/// Reads what is kept of sources one after the other, and holds them against it in parts on all processors.
private struct OriginalsCheck {
  /// So many bytes are kept before they are looked at.
  private static let most = 4 << 20
  private static let shelf = "originals"

  private let tree: any PlanTree
  private let cache: RecordCache?
  private let sound: RecordShelf?
  private var waiting: [SourceIntegrity] = []
  private var bytes = 0
  private var found: [Finding] = []
  private var soundNow: [ContentKey: ArraySlice<UInt8>] = [:]
  private var newlySound = 0

  init(_ reader: PlanReader) {
    tree = reader.tree
    cache = reader.cache
    sound = cache?.shelf(Self.shelf)
  }

  mutating func take(_ source: Source, revision number: Int) {
    let kept = SourceIntegrity(source, revision: number, tree)
    waiting.append(kept)
    bytes += kept.byteCount
    if bytes > Self.most { judge() }
  }

  /// What is wrong with those that were taken.
  mutating func findings() -> [Finding] {
    judge()
    cache?.keep(soundNow, newCount: newlySound, as: Self.shelf)
    newlySound = 0
    return found
  }

  private mutating func judge() {
    for judgement in concurrently(waiting, chunk: 16, { [sound] kept in kept.judged(sound) }) {
      found += judgement.findings
      guard let key = judgement.key, judgement.findings.isEmpty else { continue }
      soundNow[key] = []
      if !judgement.isKnown { newlySound += 1 }
    }
    waiting = []
    bytes = 0
  }
}

/// One revision of a source, and what is kept of it.
private struct SourceIntegrity: Sendable {
  struct Judgement: Sendable {
    var findings: [Finding]
    /// What a revision that is sound is known by.
    var key: ContentKey?
    var isKnown = false
  }

  private let source: Source
  private let revision: Revision
  private let lines: Range<Int>
  private let original: Result<Material, PlanTreeError>?
  private let words: Result<[UInt8], PlanTreeError>?

  init(_ source: Source, revision number: Int, _ tree: any PlanTree) {
    self.source = source
    let revision = source.revisions[number]
    self.revision = revision
    lines = source.lines(of: number)
    original = revision.original.map { name in
      Result { () throws(PlanTreeError) in try tree.material("\(source.folder)/\(name)") }
    }
    words = revision.words.map { words in
      Result { () throws(PlanTreeError) in
        try tree.read("\(source.folder)/\(words.file)", limit: StatementTable.byteLimit)
      }
    }
  }

  var byteCount: Int {
    let files = try? original?.get().files
    return (files ?? []).reduce((try? words?.get().count) ?? 0) { $0 + $1.bytes.count }
  }

  /// - Parameter sound: what is known to be in order.
  func judged(_ sound: RecordShelf?) -> Judgement {
    do throws(PlanTreeError) {
      if let broken = try change() { return Judgement(findings: [broken]) }
      let key = sound.map { _ in ContentKey(source.statements.rows, name: subject) }
      if let key, sound?[key] != nil { return Judgement(findings: [], key: key, isKnown: true) }
      return Judgement(findings: try inventedStatements(), key: key)
    } catch .notFound(let path) {
      return Judgement(findings: [Finding(.source(.originalMissing(path)), path: source.file)])
    } catch {
      return Judgement(findings: [error.finding])
    }
  }

  /// What the statements are looked for in, once nothing of it has changed.
  private var subject: String {
    let hashes = [revision.original == nil ? "" : revision.sha256, revision.words?.sha256 ?? ""]
    return "\(source.file) \(source.format.rawValue) \(lines) \(hashes.joined(separator: " "))"
  }

  /// A file that is kept, and is not what was taken in.
  private func change() throws(PlanTreeError) -> Finding? {
    if let original = try original?.get(), let name = revision.original {
      let found = Fingerprint.sha256(original)
      if found != revision.sha256 {
        return converted(original, name) ?? changed(name, expected: revision.sha256, found: found)
      }
    }
    guard let words = revision.words, let text = try self.words?.get() else { return nil }
    let found = Fingerprint.sha256(text)
    return found == words.sha256 ? nil : changed(words.file, expected: words.sha256, found: found)
  }

  private func inventedStatements() throws(PlanTreeError) -> [Finding] {
    if let words = try words?.get() { return inventedStatements(in: String(decoding: words, as: UTF8.self)) }
    guard let original = try original?.get() else { return [] }
    guard let text = try? Original.decodedText(of: original, as: source.format) else {
      // Nothing that is said to come from it can be shown to.
      let problem = FileProblem.unreadable(reason: "it is not read as \(source.format.rawValue)")
      return [Finding(.file(problem), path: path(revision.original ?? ""))]
    }
    return inventedStatements(in: text)
  }

  private func inventedStatements(in text: String) -> [Finding] {
    let text = Array(text.foldingWhiteSpace().utf8)
    var rest = text[...]
    var findings: [Finding] = []
    for line in lines {
      let words = Array(source.statements.text(at: line - 1))
      if words.isEmpty { continue }
      if let range = rest.firstPlace(of: words) {
        rest = rest[range.upperBound...]
      } else {
        findings.append(Finding(.source(.inventedStatement(line: line)), path: path(Source.statementsName), line: line))
      }
    }
    return findings
  }

  private func changed(_ name: String, expected: String, found: String) -> Finding {
    Finding(.source(.originalChanged(expected: expected, found: found)), path: path(name))
  }

  /// What git's `text` attribute and `core.autocrlf` leave: the same text with the other line ends.
  private func converted(_ original: Material, _ name: String) -> Finding? {
    guard !name.hasSuffix("/"), let bytes = original.files.first?.bytes else { return nil }
    for ends in [LineEnds.carriageReturnLineFeed, .lineFeed]
    where Fingerprint.sha256(bytes.lines(endedBy: ends)) == revision.sha256 {
      return Finding(.source(.originalConverted(from: ends)), path: path(name))
    }
    return nil
  }

  private func path(_ name: String) -> String { "\(source.folder)/\(name)" }
}

extension PlanTree {
  /// An original that is kept: a file, or every file of a folder, whose path ends with `/`.
  fileprivate func material(_ path: String) throws(PlanTreeError) -> Material {
    guard path.hasSuffix("/") else { return Material(try read(path, limit: IntakeLimits.bytes)) }
    let folder = String(path.dropLast())
    let files = try files(in: folder, below: "")
    if files.isEmpty { throw .notFound(folder) }
    return Material(folder: files, name: nil)
  }

  private func files(in folder: String, below prefix: String) throws(PlanTreeError) -> [Material.File] {
    var files: [Material.File] = []
    for entry in try entries(in: folder) {
      switch entry.kind {
      case .folder: files += try self.files(in: "\(folder)/\(entry.name)", below: "\(prefix)\(entry.name)/")
      case .file:
        files.append(
          Material.File(prefix + entry.name, try read("\(folder)/\(entry.name)", limit: IntakeLimits.bytes)))
      case .symbolicLink, .other: break
      }
    }
    return files
  }
}

extension [UInt8] {
  /// The same text with every line ended alike.
  fileprivate func lines(endedBy ends: LineEnds) -> [UInt8] {
    let (feed, back) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var text: [UInt8] = []
    text.reserveCapacity(count)
    for byte in self {
      if byte == feed {
        if text.last == back { text.removeLast() }
        if ends == .carriageReturnLineFeed { text.append(back) }
      }
      text.append(byte)
    }
    return text
  }
}
