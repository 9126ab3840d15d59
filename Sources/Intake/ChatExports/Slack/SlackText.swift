/// The text of Slack's messages: words, with what programs resolve between angle brackets.
///
///     <@U1|dana> → @dana      <#C1|general> → #general      <!here> → @here
///     <https://example.com|the page> → the page (https://example.com)
///
/// https://docs.slack.dev/messaging/formatting-message-text. Marks of emphasis are kept as they are written.
struct SlackText {
  let directory: SlackDirectory

  func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { $0 == ASCII.less || $0 == ASCII.ampersand }) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == ASCII.less, let end = Self.end(ofReferenceAt: index, in: bytes) {
        result += reference(bytes[(index + 1)..<end])
        index = end + 1
      } else if bytes[index] == ASCII.ampersand, let entity = Self.entity(bytes[index...]) {
        result.append(entity.byte)
        index += entity.length
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result.string
  }

  /// The closing bracket, unless the line ends or another one opens before.
  private static func end(ofReferenceAt start: Int, in bytes: [UInt8]) -> Int? {
    let stop = bytes[(start + 1)...].firstIndex { $0 == ASCII.greater || $0 == ASCII.less || $0 == ASCII.newline }
    guard let stop, bytes[stop] == ASCII.greater, stop > start + 1 else { return nil }
    return stop
  }

  /// The three characters that Slack escapes.
  private static func entity(_ rest: ArraySlice<UInt8>) -> (byte: UInt8, length: Int)? {
    if rest.starts(with: "&amp;".utf8) { return (ASCII.ampersand, 5) }
    if rest.starts(with: "&lt;".utf8) { return (ASCII.less, 4) }
    return rest.starts(with: "&gt;".utf8) ? (ASCII.greater, 4) : nil
  }

  // MARK: references

  private func reference(_ inside: ArraySlice<UInt8>) -> [UInt8] {
    let parts = inside.split(separator: ASCII.pipe, maxSplits: 1, omittingEmptySubsequences: false)
    let target = Self.unescaped(parts[0])
    let label = parts.count > 1 && !parts[1].isEmpty ? Self.unescaped(parts[1]) : nil
    let shown: String
    switch inside.first {
    case ASCII.at: shown = Self.marked("@", label ?? directory.name(of: String(target.dropFirst())))
    case ASCII.hash:
      let id = String(target.dropFirst())
      shown = Self.marked("#", label ?? directory.channels[id] ?? id)
    case ASCII.exclamation: shown = Self.command(target.dropFirst(), label: label)
    default: shown = target.contains(":") ? Self.link(target, label: label) : "<" + inside.string + ">"
    }
    return Array(shown.utf8)
  }

  /// `here`, `subteam^S1|@support`, `date^1392734382^{date}|Feb 18`.
  private static func command(_ command: Substring, label: String?) -> String {
    let parts = command.split(separator: "^")
    guard let kind = parts.first else { return label ?? "" }
    if kind == "date" { return label ?? (parts.count > 1 ? String(parts[1]) : "") }
    return marked("@", label ?? String(parts.last ?? kind))
  }

  /// A label that says where it leads is enough.
  static func link(_ target: String, label: String?) -> String {
    let bare = target.hasPrefix("mailto:") || target.hasPrefix("tel:") ? afterColon(target) : target
    guard let label, label != target else { return bare }
    return bare == label || target.hasSuffix("://" + label) ? label : "\(label) (\(bare))"
  }

  private static func afterColon(_ target: String) -> String {
    target.firstIndex(of: ":").map { String(target[target.index(after: $0)...]) } ?? target
  }

  private static func marked(_ mark: String, _ name: String) -> String { name.hasPrefix(mark) ? name : mark + name }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let entity = entity(bytes[index...])
      result.append(entity?.byte ?? bytes[index])
      index += entity?.length ?? 1
    }
    return result.string
  }
}
