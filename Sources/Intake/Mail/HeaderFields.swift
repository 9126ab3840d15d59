/// The header of a message or of one of its parts (RFC 5322 section 2.2), read as leniently as mail is written.
struct HeaderFields {
  private var fields: [String: ArraySlice<UInt8>] = [:]
  /// The most bytes that one field is read to.
  private static let longest = 64 * 1024

  /// `lines` are the header's lines without their line ends; the first field of a name counts.
  init(_ lines: [ArraySlice<UInt8>]) {
    var name = ""
    var value: [UInt8] = []
    for line in lines {
      if let first = line.first, first == ASCII.space || first == ASCII.tab {
        if value.count < Self.longest { value.append(contentsOf: line) }
      } else if let colon = Self.colon(in: line) {
        keep(name, value)
        name = line[..<colon].trimmed.string.lowercased()
        value = Array(line[(colon + 1)...].prefix(Self.longest))
      }
    }
    keep(name, value)
  }

  private mutating func keep(_ name: String, _ value: [UInt8]) {
    guard !name.isEmpty, fields[name] == nil else { return }
    fields[name] = value.trimmed
  }

  /// The unfolded value as it came; nil when the header has no such field. `name` is in lower case.
  subscript(name: String) -> ArraySlice<UInt8>? { fields[name] }

  /// The value for people: encoded words decoded, white space folded.
  func text(_ name: String) -> String {
    fields[name].map { EncodedWords.decode($0) } ?? ""
  }

  /// Where the field name ends: letters, digits and marks, and by the obsolete syntax a space.
  static func colon(in line: ArraySlice<UInt8>) -> Int? {
    let name = line.prefix(80).prefix { $0 != ASCII.colon }
    guard !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == ASCII.colon else { return nil }
    let word = name.trimmed
    let isName = word.allSatisfy { $0 > ASCII.space && $0 < 0x7F }
    return isName && !word.isEmpty && name.startIndex == word.startIndex ? name.endIndex : nil
  }
}
