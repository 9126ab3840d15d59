import Intake
import PlanFiles
import PlanModel

extension Workspace {
  /// Whether the originals are what was taken in, and hold what the statements say.
  func sourceFindings(in plan: Plan, _ tree: any PlanTree) -> [Finding] {
    plan.sources.flatMap { source in
      source.revisions.indices.flatMap { SourceIntegrity(source, revision: $0, tree).findings() }
    }
  }
}

/// One revision of a source, held against what is kept of it.
private struct SourceIntegrity {
  private let source: Source
  private let revision: Revision
  private let lines: Range<Int>
  private let tree: any PlanTree

  init(_ source: Source, revision number: Int, _ tree: any PlanTree) {
    self.source = source
    self.tree = tree
    revision = source.revisions[number]
    lines = source.lines(of: number)
  }

  func findings() -> [Finding] {
    do throws(PlanTreeError) {
      guard let text = try changeOrText() else { return [] }
      switch text {
      case .success(let text): return inventedStatements(in: text)
      case .failure(let finding): return [finding.finding]
      }
    } catch .notFound(let path) {
      return [Finding(.source(.originalMissing(path)), path: source.file)]
    } catch {
      return [error.finding]
    }
  }

  private struct Broken: Error {
    var finding: Finding
  }

  /// The text that statements are looked for in, or what is wrong with a file that is kept.
  private func changeOrText() throws(PlanTreeError) -> Result<[UInt8], Broken>? {
    let original = try revision.original.map { name throws(PlanTreeError) in try material(name) }
    if let original, let name = revision.original, Fingerprint.sha256(original) != revision.sha256 {
      let broken = changed(name, expected: revision.sha256, found: Fingerprint.sha256(original))
      return .failure(converted(original, name) ?? broken)
    }
    if let words = revision.words {
      let text = try tree.read(path(words.file), limit: StatementTable.byteLimit)
      let found = Fingerprint.sha256(text)
      if found != words.sha256 { return .failure(changed(words.file, expected: words.sha256, found: found)) }
      return .success(Array(String(decoding: text, as: UTF8.self).foldingWhiteSpace().utf8))
    }
    guard let original else { return nil }
    guard let decoded = try? Original.decodedText(of: original, as: source.format) else {
      // Nothing that is said to come from it can be shown to.
      let problem = FileProblem.unreadable(reason: "it is not read as \(source.format.rawValue)")
      return .failure(Broken(finding: Finding(.file(problem), path: path(revision.original ?? ""))))
    }
    return .success(Array(decoded.foldingWhiteSpace().utf8))
  }

  private func changed(_ name: String, expected: String, found: String) -> Broken {
    Broken(finding: Finding(.source(.originalChanged(expected: expected, found: found)), path: path(name)))
  }

  /// What git's `text` attribute and `core.autocrlf` leave: the same text with the other line ends.
  private func converted(_ original: Material, _ name: String) -> Broken? {
    guard !name.hasSuffix("/"), let bytes = original.files.first?.bytes else { return nil }
    for ends in [LineEnds.carriageReturnLineFeed, .lineFeed]
    where Fingerprint.sha256(bytes.lines(endedBy: ends)) == revision.sha256 {
      return Broken(finding: Finding(.source(.originalConverted(from: ends)), path: path(name)))
    }
    return nil
  }

  private func inventedStatements(in text: [UInt8]) -> [Finding] {
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

  // MARK: files

  private func path(_ name: String) -> String { "\(source.folder)/\(name)" }

  private func material(_ name: String) throws(PlanTreeError) -> Material {
    guard name.hasSuffix("/") else { return Material(try tree.read(path(name), limit: IntakeLimits.bytes)) }
    let folder = path(String(name.dropLast()))
    let files = try files(in: folder, below: "")
    if files.isEmpty { throw .notFound(folder) }
    return Material(folder: files, name: nil)
  }

  private func files(in folder: String, below prefix: String) throws(PlanTreeError) -> [Material.File] {
    var files: [Material.File] = []
    for entry in try tree.entries(in: folder) {
      switch entry.kind {
      case .folder: files += try self.files(in: "\(folder)/\(entry.name)", below: "\(prefix)\(entry.name)/")
      case .file:
        files.append(
          Material.File(prefix + entry.name, try tree.read("\(folder)/\(entry.name)", limit: IntakeLimits.bytes)))
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
