import JSONText
import PlanModel

/// One form in which people already speak: how to recognise it, and how to read it.
protocol FormatReader {
  static var format: SourceFormat { get }
  /// The reader finds out for itself how its bytes are encoded; of the others' the door asks plain text.
  static var decodesItself: Bool { get }
  /// Whether a file is of this format; asked in the order of `Original.formats`.
  static func recognises(_ sample: FormatSample) -> Bool
  /// Whether the files of a folder or an archive are of this format together.
  static func recognises(folder: Material) -> Bool
  /// The exports in a folder of which the format is this one, among whatever else lies there.
  static func exports(in folder: Material) -> [FolderExport]
  /// The conversations in an original that can hold several, each readable by itself in the same format.
  static func conversations(in material: Material) throws(IntakeError) -> [Material]
  /// Decodes an original and marks out what is said in it, by whom.
  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript
}

extension FormatReader {
  static var decodesItself: Bool { false }
  static func recognises(folder: Material) -> Bool { false }

  /// The files that are of this format by themselves, with those that nobody can read: pictures that were sent.
  static func exports(in folder: Material) -> [FolderExport] {
    let own = folder.files.filter { file in
      let format = Original.recognise(Material(file.bytes, name: file.path))
      return format == nil && OtherFormat(file.bytes) == nil || format == Self.format
    }
    return own.isEmpty ? [] : [FolderExport(top: "", all: own)]
  }
  static func conversations(in material: Material) throws(IntakeError) -> [Material] { [material] }
}

/// A format of which an original is always one file.
protocol FileReader: FormatReader {
  static func manuscript(of bytes: [UInt8]) throws(IntakeError) -> Manuscript
}

extension FileReader {
  static func manuscript(of material: Material) throws(IntakeError) -> Manuscript {
    try manuscript(of: material.bytes)
  }
}

/// What a format is recognised by: the beginning of the material, and its name.
struct FormatSample {
  /// How much of the material is looked at, in bytes.
  static let length = 64 * 1024

  /// The beginning, decoded, with LF line ends; empty when the material is no text.
  let head: [UInt8]
  /// The bytes as they came.
  let raw: [UInt8]
  /// The file name's extension in lower case, without the dot, or empty.
  let fileExtension: String
  /// The beginning as JSON (`JSONSample`); empty when it is none.
  let json: [JSONNode]

  init(_ bytes: [UInt8], name: String?) {
    raw = bytes
    fileExtension = name.map(Self.fileExtension(of:)) ?? ""
    let isText = TextSniffer.firstForeignByte(in: bytes) == nil
    head = isText ? TextDecoder.decode(bytes.prefix(Self.length)) : []
    let isNamedJSON = ["json", "jsonl", "ndjson", "jsonlines"].contains(fileExtension)
    json = isText ? JSONSample.texts(of: bytes, isNamedJSON: isNamedJSON) : []
  }

  /// The first non-blank lines, at most `count`.
  func lines(_ count: Int) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = head[...]
    while lines.count < count, !rest.isEmpty {
      let line = rest.prefix { $0 != ASCII.newline }
      rest = rest.dropFirst(line.count + 1)
      if line.contains(where: { $0 != ASCII.space && $0 != ASCII.tab }) { lines.append(line) }
    }
    return lines
  }

  private static func fileExtension(of name: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
