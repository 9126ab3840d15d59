import Archive
import PlanModel
import XMLText

/// The parts of a Word file (ISO/IEC 29500-2, Open Packaging Conventions), and how they belong together.
struct WordPackage {
  /// How one part points to another.
  struct Relationship {
    var id: String
    /// The last part of its type's address, which transitional and strict files share: `styles`, `comments`.
    var kind: String
    /// The path of the part that it points to, from the top.
    var target: String
  }

  private let archive: ZipArchive
  private let main: String
  private let core: String
  /// Those of the main part.
  private(set) var relationships: [Relationship] = []
  /// How many bytes may still be unpacked.
  private var room = IntakeLimits.bytes

  init(_ bytes: [UInt8]) throws(IntakeError) {
    do throws(ArchiveError) { archive = try ZipArchive(bytes) } catch { throw IntakeError(error) }
    let root = try Self.relationships(of: "", in: archive, &room)
    let known = Set(archive.entries.map(\.path))
    main = root.first { $0.kind == "officeDocument" && known.contains($0.target) }?.target ?? "word/document.xml"
    core = root.first { $0.kind == "core-properties" }?.target ?? "docProps/core.xml"
    relationships = try Self.relationships(of: main, in: archive, &room)
  }

  /// Whether an archive is a Word file: it names the types of its parts, and those of Word's lie in their folder.
  static func isWord(_ bytes: [UInt8]) throws(ArchiveError) -> Bool {
    let archive = try ZipArchive(bytes)
    return archive["[Content_Types].xml"] != nil && archive.entries.contains { $0.path.hasPrefix("word/") }
  }

  mutating func mainPart() throws(IntakeError) -> [UInt8] {
    guard let part = try part(main) else { throw .malformed(.docx, .missingPart, line: 1, column: 1) }
    return part
  }

  /// What the file says of itself (29500-2, core properties).
  mutating func coreProperties() throws(IntakeError) -> [UInt8]? { try part(core) }

  /// The parts of a kind that the main part points to, in the order of their paths.
  mutating func parts(_ kind: String) throws(IntakeError) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    for path in Set(relationships.filter { $0.kind == kind }.map(\.target)).sorted() {
      if let part = try part(path) { parts.append(part) }
    }
    return parts
  }

  mutating func part(_ path: String) throws(IntakeError) -> [UInt8]? { try Self.part(path, in: archive, &room) }

  private static func part(
    _ path: String, in archive: ZipArchive, _ room: inout Int
  ) throws(IntakeError) -> [UInt8]? {
    guard let entry = archive[path] else { return nil }
    do throws(ArchiveError) {
      let contents = try archive.contents(of: entry, limit: room)
      room -= contents.count
      return contents
    } catch {
      throw IntakeError(error)
    }
  }

  /// `word/_rels/document.xml.rels` is about `word/document.xml`; targets are relative to its folder.
  private static func relationships(
    of part: String, in archive: ZipArchive, _ room: inout Int
  ) throws(IntakeError) -> [Relationship] {
    let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    let path = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
    guard let bytes = try Self.part(path, in: archive, &room) else { return [] }
    var found: [Relationship] = []
    var xml = try WordXML(bytes)
    while let event = try xml.next() {
      guard case .start(let element) = event, element.name == "Relationship", element["TargetMode"] != "External",
        let id = element["Id"], let type = element["Type"], let target = element["Target"]
      else { continue }
      let kind = type.split(separator: "/").last.map(String.init) ?? ""
      found.append(Relationship(id: id, kind: kind, target: resolved(target, in: folder)))
    }
    return found
  }

  private static func resolved(_ target: String, in folder: String) -> String {
    var parts: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
