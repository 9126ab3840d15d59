import CodeIndex
import Git
import Grounding
import PlanModel
import Verification

/// Finds what files define, by their blobs: each is read once, and only one that holds the name at all.
///
/// No index is built for it: hooks ask, and what they cost is to depend on the files that a condition names.
final class SymbolSearch {
  private let shelf: BlobShelf
  private let reader: OutlineReader
  /// By blob and the end of the path, which tells the language.
  private var outlines: [String: OutlineReader.Reading] = [:]

  init(_ shelf: BlobShelf, environment: [String: String]) {
    self.shelf = shelf
    reader = OutlineReader(environment: environment)
  }

  private struct Candidate {
    var path: String
    var key: String
    var bytes: [UInt8]
  }

  func definitions(of text: String, in files: [TreeEntry]) throws -> SymbolReading {
    guard let name = SymbolName(text) else { return SymbolReading(searched: files.count) }
    var reading = SymbolReading()
    var candidates: [Candidate] = []
    let word = Array(name.name.utf8)
    shelf.expect(files)
    for file in files where file.kind == .file || file.kind == .executable {
      guard OutlineReader.isCode(file.path) else { continue }
      reading.searched += 1
      // A file that is too large to be read may hold the name, and is told of.
      guard let bytes = try shelf.contents(of: file.id, limit: Repository.largestComparedFile) else {
        reading.unreadable.append(file.path)
        continue
      }
      // A binary file has no text, and so defines nothing, whatever its name promises.
      if bytes[...].firstPlace(of: word) == nil || bytes.prefix(8_000).contains(0) { continue }
      candidates.append(Candidate(path: file.path, key: key(of: file), bytes: bytes))
    }
    read(candidates)
    for candidate in candidates { add(candidate, to: &reading, name) }
    return reading
  }

  private func key(of file: TreeEntry) -> String {
    let name = file.path.split(separator: "/").last ?? ""
    return "\(file.id) \(name.split(separator: ".").count > 1 ? name.split(separator: ".").last ?? name : name)"
  }

  /// Outlines that are not known yet, all at once.
  private func read(_ candidates: [Candidate]) {
    var keys: Set<String> = []
    let new = candidates.filter { outlines[$0.key] == nil && keys.insert($0.key).inserted }
    if new.isEmpty { return }
    for (candidate, outline) in zip(new, reader.read(new.map { ($0.path, $0.bytes) })) {
      outlines[candidate.key] = outline
    }
  }

  private func add(_ candidate: Candidate, to reading: inout SymbolReading, _ name: SymbolName) {
    switch outlines[candidate.key] {
    case .outline(let outline):
      for definition in outline.definitions where name.isName(of: definition) {
        if Self.isBroughtIn(definition, candidate.path) { continue }
        let text = definition.text(in: candidate.bytes)
        reading.places.append(.init(path: candidate.path, line: definition.line, text: text))
      }
    case .lacksCtags, .unread, nil: reading.unreadable.append(candidate.path)
    }
  }

  /// Whether it is defined elsewhere and only gets a name here, as by `from .termui import confirm as confirm` of Python, which
  /// universal-ctags tells as a definition of a kind of its own (its `--list-kinds-full`).
  private static func isBroughtIn(_ definition: Definition, _ path: String) -> Bool {
    let isPython = path.hasSuffix(".py") || path.hasSuffix(".pyi")
    return isPython && (definition.kind == "unknown" || definition.kind == "namespace")
      || path.hasSuffix(".go") && definition.kind == "packagename"
  }
}
