/// Grammar for messages: lists and counts as English has them.
package enum Phrase {
  /// `a`, `a and b`, `a, b and c`; of a long list the first few, and how many more.
  package static func list(_ words: [String], _ conjunction: String = "and", limit: Int = 5) -> String {
    var shown = Array(words.prefix(limit))
    if words.count > limit { shown.append("\(words.count - limit) more") }
    guard let last = shown.popLast() else { return "none" }
    return shown.isEmpty ? last : shown.joined(separator: ", ") + " \(conjunction) \(last)"
  }

  /// `1 story`, `2 stories`, `no stories`.
  package static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    let plural = plural ?? singular + "s"
    return number == 0 ? "no \(plural)" : number == 1 ? "1 \(singular)" : "\(number) \(plural)"
  }

  /// A size in bytes as people read it: `512 bytes`, `64 KiB`, `1.5 MiB`.
  package static func size(_ bytes: Int) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")]
    guard let (unit, name) = units.first(where: { bytes >= $0.0 }) else { return count(bytes, "byte") }
    let tenths = bytes * 10 / unit
    return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
  }

  /// A name or title as messages set it apart.
  package static func quoted(_ text: String) -> String { "'\(text)'" }

  /// What somebody outside wrote, such as the subject of a mail, between marks that it cannot close.
  package static func said(_ text: String) -> String {
    "“" + String(text.map { "“”".contains($0) ? "\"" : $0 }) + "”"
  }
}
