/// Lists for scripts: each record ends with NUL and its fields are parted by tabs, as words of people hold anything else.
package enum Records {
  /// Fields that hold a tab or NUL have a blank in its place; nothing else is changed, as no terminal sees it.
  package static func text(_ records: some Sequence<[String]>) -> String {
    var text = ""
    for record in records {
      text += record.map(field).joined(separator: "\t")
      text += "\0"
    }
    return text
  }

  private static func field(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x09 || $0 == 0 }) else { return text }
    return String(decoding: text.utf8.map { $0 == 0x09 || $0 == 0 ? 0x20 : $0 }, as: UTF8.self)
  }
}
