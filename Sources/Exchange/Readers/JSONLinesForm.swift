import JSONText

/// Tells files of JSON Lines apart by their first record, and reads them line by line.
enum JSONLinesForm {
  static func recognise(_ bytes: [UInt8]) -> ForeignTool? {
    guard let line = lines(of: bytes).first, let record = try? JSONDocument(bytes, in: line).root else { return nil }
    if record["schema"]?.string == "handoff/1", record["kind"] != nil, record["id"] != nil { return .handoff }
    let isIssue = record["id"] != nil && record["title"] != nil
    return isIssue && (record["issue_type"] != nil || record["created_at"] != nil) ? .beads : nil
  }

  /// The places of all lines that say something.
  static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start..<end].contains(where: { $0 > 0x20 }) { lines.append(start..<end) }
      start = end + 1
    }
    return lines
  }
}
