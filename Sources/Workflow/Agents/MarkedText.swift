import PlanFiles
import PlanModel

/// Text of ours among others' text: told apart by marks, and by a sum of what was written between them.
struct MarkedText {
  let open: String
  let close: String

  /// Where it stands, with the line ends that were put before it.
  private struct Found {
    var range: Range<Int>
    var isUntouched: Bool
    var body: [UInt8]
  }

  /// - Parameters:
  ///   - bytes: the file as it is.
  ///   - text: what is to stand between the marks, lines with their ends.
  func state(in bytes: [UInt8], _ text: String) -> AgentFileState {
    guard let found = find(in: bytes) else { return holdsMark(bytes) ? .edited : .absent }
    guard found.isUntouched else { return .edited }
    return found.body == Array(text.utf8) ? .installed : .older
  }

  /// The file with the text, in the place of ours or behind all others'.
  func putting(_ text: String, into bytes: [UInt8]) -> [UInt8] {
    if let found = find(in: bytes) {
      let isJoined = bytes[found.range].starts(with: "\n\n".utf8)
      return bytes[..<found.range.lowerBound] + block(text, isFirst: found.range.lowerBound == 0, isJoined: isJoined)
        + bytes[found.range.upperBound...]
    }
    let isJoined = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
    return bytes + block(text, isFirst: bytes.isEmpty, isJoined: isJoined)
  }

  /// The file as it was before.
  func removed(from bytes: [UInt8]) -> [UInt8] {
    guard let found = find(in: bytes) else { return bytes }
    return Array(bytes[..<found.range.lowerBound] + bytes[found.range.upperBound...])
  }

  /// One empty line before it; where the last line had no end, two line ends, which the mark tells.
  private func block(_ text: String, isFirst: Bool, isJoined: Bool) -> [UInt8] {
    let gap = isFirst ? "" : isJoined ? "\n\n" : "\n"
    return Array("\(gap)\(openLine(text, isJoined: isJoined))\n\(text)\(close)\n".utf8)
  }

  private func openLine(_ text: String, isJoined: Bool) -> String {
    let sum = String(FNV1a.hash(text.utf8), radix: 16)
    return open.replacing("%", with: isJoined ? "\(sum) joined" : sum)
  }

  private var stem: [UInt8] { Array(open.utf8.prefix { $0 != UInt8(ascii: "%") }) }

  private func holdsMark(_ bytes: [UInt8]) -> Bool { bytes.firstRange(of: stem) != nil }

  private func find(in bytes: [UInt8]) -> Found? {
    guard let mark = bytes.firstRange(of: stem),
      let lineEnd = bytes[mark.upperBound...].firstIndex(of: UInt8(ascii: "\n")),
      let end = bytes[lineEnd...].firstRange(of: Array("\(close)\n".utf8))
    else { return nil }
    let words = String(decoding: bytes[mark.upperBound..<lineEnd], as: UTF8.self).split(separator: " ")
    let body = Array(bytes[(lineEnd + 1)..<end.lowerBound])
    let isUntouched = words.first.map(String.init) == String(FNV1a.hash(body), radix: 16)
    let gap = words.dropFirst().first == "joined" ? 2 : 1
    let before = bytes[..<mark.lowerBound].reversed().prefix(gap).prefix { $0 == UInt8(ascii: "\n") }.count
    return Found(range: (mark.lowerBound - before)..<end.upperBound, isUntouched: isUntouched, body: body)
  }
}
