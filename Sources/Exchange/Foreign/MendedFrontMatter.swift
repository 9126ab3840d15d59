import PlanFiles
import PlanModel

/// Front matter that people and lenient tools write, which YAML does not take: `assignee: @ada`, `title: CLI: Setup`.
enum MendedFrontMatter {
  /// The document; where its front matter is no YAML, with plain values put into quotes.
  static func document(_ file: ForeignFile) throws(Finding) -> PlanDocument {
    do {
      return try PlanDocument(file.bytes, path: file.path)
    } catch {
      guard error.rule == .invalidYAML else { throw error }
      return try PlanDocument(mended(file.bytes), path: file.path)
    }
  }

  private static func mended(_ bytes: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    var lines = bytes.split(separator: newline, omittingEmptySubsequences: false)
    for index in lines.indices.dropFirst() {
      if lines[index].starts(with: "---".utf8) { break }
      lines[index] = mended(line: lines[index])
    }
    return Array(lines.joined(separator: [newline]))
  }

  /// `[@ada, "bo"]`, with what stands in no quotes put into them; a comma within quotes is left to YAML.
  private static func mended(list: ArraySlice<UInt8>) -> [UInt8] {
    let marks = Array("\"'".utf8)
    guard !list.contains(where: { marks.contains($0) }) else { return [UInt8(ascii: "[")] + list }
    let words = list.split(separator: UInt8(ascii: ",")).map { word in
      Array("'".utf8) + Array(String(decoding: word, as: UTF8.self).foldingWhiteSpace().utf8) + Array("'".utf8)
    }
    return [UInt8(ascii: "[")] + words.joined(separator: [UInt8(ascii: ",")])
  }

  /// `key: value` and `  - value`, with the value in single quotes where it stands in none (YAML 1.2 §7.3.2).
  private static func mended(line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let space = UInt8(ascii: " ")
    var start = line.startIndex
    if let colon = line.firstIndex(of: UInt8(ascii: ":")), line.first != space, line.first != UInt8(ascii: "-") {
      start = colon + 1
    } else {
      while start < line.endIndex, line[start] == space { start += 1 }
      guard start < line.endIndex, line[start] == UInt8(ascii: "-") else { return line }
      start += 1
    }
    while start < line.endIndex, line[start] == space { start += 1 }
    if start < line.endIndex, line[start] == UInt8(ascii: "["), line.last == UInt8(ascii: "]") {
      return line[..<start] + mended(list: line[(start + 1)...].dropLast()) + [UInt8(ascii: "]")]
    }
    guard start < line.endIndex, !Array("\"'[{|>&*#".utf8).contains(line[start]), line[start - 1] == space else {
      return line
    }
    var quoted = Array(line[..<start]) + [UInt8(ascii: "'")]
    for byte in line[start...] where byte != UInt8(ascii: "\r") {
      if byte == UInt8(ascii: "'") { quoted.append(byte) }
      quoted.append(byte)
    }
    return (quoted + [UInt8(ascii: "'")])[...]
  }
}
