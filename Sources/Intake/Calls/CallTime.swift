import JSONText

/// The places of words in a recording.
enum CallTime {
  /// Hours, minutes and seconds from the beginning, in the form of a time of day: `00:01:02`.
  static func iso(_ seconds: Double) -> String {
    // Nothing is recorded for ten years: such a number is none, and stands for the beginning.
    let whole = seconds > 0 && seconds < 3e8 ? Int(seconds) : 0
    return [whole / 3_600, whole / 60 % 60, whole % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// Seconds, as products write them: `12.5`, `"12.5"`, `"12.500s"`, `"PT1M2.5S"`, `"0:01:02,500"`,
  /// `{"seconds": 12, "nanos": 500000000}`. Of a list or an object of two times, the first.
  static func seconds(_ node: JSONNode?) -> Double? {
    guard let node else { return nil }
    switch node.kind {
    case .array: return node.elements.first { _ in true }.flatMap(single)
    case .object: return ofObject(node)
    default: return single(node)
    }
  }

  private static func single(_ node: JSONNode) -> Double? {
    node.kind == .number ? node.number : node.string.flatMap(seconds)
  }

  private static func ofObject(_ node: JSONNode) -> Double? {
    if let whole = node["seconds"]?.text.flatMap({ Double($0) }) { return whole + (node["nanos"]?.number ?? 0) / 1e9 }
    return (node["relative"] ?? node["from"] ?? node["start"]).flatMap(single)
  }

  private static func seconds(_ text: String) -> Double? {
    guard text.utf8.count <= 32 else { return nil }
    let plain = text.split(separator: " ").joined().split(separator: ",").joined(separator: ".")
    if let number = Double(plain) { return number }
    if plain.hasPrefix("PT") { return ofDuration(plain.dropFirst(2)) }
    if plain.hasSuffix("s") { return Double(plain.dropLast()) }
    let parts = plain.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard 2...3 ~= parts.count, !parts.contains(nil) else { return nil }
    return parts.reduce(0) { $0 * 60 + ($1 ?? 0) }
  }

  /// ISO 8601: `1H2M3.5S`.
  private static func ofDuration(_ text: Substring) -> Double? {
    var seconds = 0.0
    var rest = text
    while let unit = rest.firstIndex(where: { "HMS".contains($0) }) {
      guard let number = Double(rest[..<unit]) else { return nil }
      seconds += number * (rest[unit] == "H" ? 3_600 : rest[unit] == "M" ? 60 : 1)
      rest = rest[rest.index(after: unit)...]
    }
    return rest.isEmpty ? seconds : nil
  }
}
