import JSONText

/// The text of Discord's messages: Markdown, with ids between angle brackets where the program shows names.
///
///     <@123> → @Dana      <#456> → #general      <:blob:789> → :blob:      <t:1709287200:R> → 2024-03-01T10:00:00Z
///
/// https://discord.com/developers/docs/reference#message-formatting. Exports that resolved them hold none.
struct DiscordText {
  /// The names of people and channels by their ids.
  var names: [String: String] = [:]

  /// Those whom a message mentions.
  mutating func learn(from message: JSONNode) {
    for person in (message["mentions"]?.list ?? []) + (message["mention_channels"]?.list ?? []) {
      if let id = person["id"]?.text, let name = DiscordMessage.name(of: person, in: nil) { names[id] = name }
    }
    if let author = message["author"], let id = author["id"]?.text {
      names[id] = DiscordMessage.name(of: author, in: message["member"])
    }
  }

  func plain(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(ASCII.less) else { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == ASCII.less, let end = Self.end(ofReferenceAt: index, in: bytes),
        let shown = reference(bytes[(index + 1)..<end].string)
      {
        result += Array(shown.utf8)
        index = end + 1
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result.string
  }

  /// The closing bracket, unless a space or another bracket stands before it.
  private static func end(ofReferenceAt start: Int, in bytes: [UInt8]) -> Int? {
    let stop = bytes[(start + 1)...].firstIndex { $0 == ASCII.greater || $0 == ASCII.less || $0.isWhite }
    return stop.flatMap { bytes[$0] == ASCII.greater ? $0 : nil }
  }

  private func reference(_ inside: String) -> String? {
    if inside.hasPrefix("https://") || inside.hasPrefix("http://") { return inside }
    if inside.hasPrefix("@&") { return named("@", inside.dropFirst(2)) }
    if inside.hasPrefix("@!") { return named("@", inside.dropFirst(2)) }
    if inside.hasPrefix("@") { return named("@", inside.dropFirst()) }
    if inside.hasPrefix("#") { return named("#", inside.dropFirst()) }
    let parts = inside.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= parts.count, let first = parts.first else { return nil }
    switch first {
    case "", "a": return parts.count == 3 ? ":\(parts[1]):" : nil
    case "t": return Int(parts[1]).flatMap { $0.magnitude < 1 << 37 ? JSONTime.iso(seconds: $0) : nil }
    default: return first.hasPrefix("/") && parts.count == 2 ? String(first) : nil
    }
  }

  private func named(_ mark: String, _ id: Substring) -> String? {
    guard !id.isEmpty, id.utf8.allSatisfy(\.isDigit) else { return nil }
    return mark + (names[String(id)] ?? String(id))
  }
}
