/// Reads the profiles of `go test -coverprofile` (<https://pkg.go.dev/golang.org/x/tools/cover>): blocks of statements.
///
/// `example.com/mail/mute.go:10.2,12.16 3 1` is lines 10 to 12, three statements, run once. A line is measured when a block
/// lies on it, and was run when any of those blocks was.
struct GoCoverReader {
  /// A block is no longer than a function, and no function is longer than this.
  private static let blockLimit = 100_000
  /// All blocks together name at most so many lines.
  private static let lineLimit = 16_000_000

  private static let expected = "<file>:<line>.<column>,<line>.<column> <statements> <count>"

  static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    ["mode: set", "mode: count", "mode: atomic"].contains { line.elementsEqual($0.utf8) }
  }

  static func read(_ bytes: [UInt8], origin: String) throws(ResultsError) -> CoverageReport {
    var lines = ReportLines(bytes)
    var files: [String: MeasuredLines] = [:]
    var named = 0
    while let line = lines.next() {
      let text = bytes[line].trimmed()
      if text.isEmpty || isHeading(text) { continue }
      guard let block = Block(text), block.last - block.first < blockLimit else {
        throw ResultsError(.badLine(expected: expected), origin: origin, line: lines.number)
      }
      named += block.last - block.first + 1
      guard named <= lineLimit else {
        throw ResultsError(.tooManyValues(limit: lineLimit), origin: origin, line: lines.number)
      }
      for number in block.first...block.last {
        files[block.path, default: MeasuredLines()].add(number, isCovered: block.isCovered)
      }
    }
    return CoverageReport(files.sorted { $0.key < $1.key }.map { CoveredFile(paths: [$0.key], lines: $0.value) })
  }

  private struct Block {
    var path: String
    var first: Int
    var last: Int
    var isCovered: Bool

    init?(_ line: ArraySlice<UInt8>) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count >= 3, let count = words[words.count - 1].decimal, words[words.count - 2].decimal != nil,
        let behindPlace = words[words.count - 3].lastIndex(of: UInt8(ascii: ":"))
      else { return nil }
      let places = words[words.count - 3][(behindPlace + 1)...].split(separator: UInt8(ascii: ","))
      let ends = places.compactMap { $0.split(separator: UInt8(ascii: ".")).first?.decimal }
      guard ends.count == 2, places.count == 2, ends[0] <= ends[1] else { return nil }
      path = line[..<behindPlace].text.withSlashes
      (first, last, isCovered) = (ends[0], ends[1], count > 0)
    }
  }
}
