/// A part of a plan file that is merged by itself: a key of the front matter, a section, a criterion, a point of a list.
///
/// The lines of a file's pieces, one behind the other, are the file.
struct PlanPiece: Equatable {
  /// What it is called among its neighbours: `title`, `## constraints`, `AC1`, the words of a point.
  var key: String
  /// Its own lines, with their ends, before those of its parts.
  var lines: [ArraySlice<UInt8>]
  /// Its parts; none for a piece that is merged line by line.
  var parts: [PlanPiece] = []
  /// Empty lines behind it; they come and go without anybody meaning anything by it.
  var gap: [ArraySlice<UInt8>] = []

  /// All that people wrote in it: two pieces with the same are the same.
  var words: [ArraySlice<UInt8>] {
    lines + parts.enumerated().flatMap { $0.element.words }
  }
}

/// The lines of a file, each with its end.
enum FileLines {
  static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }

  static func text(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while let last = line.last, last <= 0x20 { line = line.dropLast() }
    return String(decoding: line, as: UTF8.self)
  }
}
