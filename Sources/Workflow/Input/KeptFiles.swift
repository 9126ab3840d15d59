import FileSystem
import Intake
import PlanFiles
import PlanModel

/// The files of a source's folder that hold what was taken in: the original, its words where they are kept apart, and
/// what was attached. Paths are relative to the folder.
struct KeptFiles {
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  private(set) var revision: Revision
  private(set) var attachments: [SourceAttachment] = []

  /// - Parameters:
  ///   - sha256: the material's.
  ///   - number: which revision it is, from 1.
  ///   - isRedacted: only the words are kept, as they are in the reading.
  init(
    _ material: Material, sha256: String, _ reading: Reading, number: Int, first: Int, isRedacted: Bool
  ) {
    let name = number == 1 ? "original" : "revision-\(number)"
    revision = Revision(original: nil, sha256: sha256, first: first)
    if !isRedacted { keep(material, as: name, reading.format) }
    if let words = reading.words {
      let file = number == 1 ? "words.txt" : "words-\(number).txt"
      files.append((file, words))
      revision.words = Revision.Words(file: file, sha256: Fingerprint.sha256(words))
    }
    var names = AttachmentNames()
    for attachment in reading.attachments {
      let content = isRedacted ? nil : attachment.content
      let folder = number == 1 ? "attachments" : "attachments-\(number)"
      let file = content.map { _ in "\(folder)/\(names.name(for: attachment.name))" }
      if let content, let file { files.append((file, content)) }
      attachments.append(
        SourceAttachment(
          name: attachment.name.foldingWhiteSpace(), type: attachment.type, bytes: attachment.bytes, file: file,
          url: isRedacted ? nil : attachment.url))
    }
  }

  private mutating func keep(_ material: Material, as name: String, _ format: SourceFormat) {
    if material.isFolder {
      revision.original = "\(name)/"
      files += material.files.map { ("\(name)/\($0.path)", $0.bytes) }
    } else {
      let file = "\(name).\(format.fileExtension)"
      revision.original = file
      files.append((file, material.bytes))
    }
  }
}

/// Gives attachments names that are safe in a folder of a repository, each once.
private struct AttachmentNames {
  private static let longest = 80
  private var taken: Set<String> = []

  /// Strangers choose these names: no path, no hidden file, nothing that a shell or a file system takes amiss.
  mutating func name(for name: String) -> String {
    let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
    let safe = last.unicodeScalars.map { Self.isSafe($0) ? Character($0) : "-" }
    let parts = String(safe).split(separator: ".", omittingEmptySubsequences: true)
    let ending = parts.count > 1 ? parts.last.map { ".\($0.prefix(12))" } ?? "" : ""
    let stem = (parts.count > 1 ? parts.dropLast() : parts[...]).joined(separator: ".").drop { $0 == "-" }
    let base = stem.isEmpty ? "attachment" : Self.shortened(String(stem))
    var candidate = base + ending
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(base)-\(number)\(ending)"
      number += 1
    }
    return candidate
  }

  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "." || scalar == "_"
  }

  private static func shortened(_ stem: String) -> String {
    var short = stem
    while short.utf8.count > longest { short.removeLast() }
    return short
  }
}

extension Fingerprint {
  /// Of a file its bytes' hash; of a folder the hash of what sha256sum(1) prints of its files, in the order of their paths.
  static func sha256(_ material: Material) -> String {
    guard material.isFolder else { return sha256(material.bytes) }
    let files = material.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return sha256(Array(files.map { "\(sha256($0.bytes))  \($0.path)\n" }.joined().utf8))
  }
}

extension SourceFormat {
  /// The ending of the original's name in its folder.
  var fileExtension: String {
    switch self {
    case .mail: "eml"
    case .text: "txt"
    case .markdown: "md"
    case .table: "csv"
    case .jsonLines: "jsonl"
    case .call, .slack, .discord, .telegram, .zendesk, .intercom, .github, .gitlab, .jira, .json: "json"
    case .mbox, .vtt, .srt, .html, .docx, .pdf: rawValue
    }
  }
}
