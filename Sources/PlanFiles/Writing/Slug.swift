package import PlanModel

/// The part of a file name that is for people: the title in lower-case ASCII words, at most 48 bytes.
///
/// Letters of Latin with marks are written as people write them without: `ü` is `ue`, `é` is `e`, `ß` is `ss`.
package func slug(of title: String) -> String {
  var words: [String] = []
  var length = 0
  for word in Transliteration.ascii(title.lowercased()).split(whereSeparator: {
    !($0.isASCII && ($0.isLetter || $0.isNumber))
  }) {
    length += word.utf8.count + 1
    if length > 49 { break }
    words.append(String(word))
  }
  return words.joined(separator: "-")
}

/// The path of a new item's file: `.handoff/stories/st-9c4t8wq2-mute-from-settings.md`.
package func newPath(of id: ItemID, title: String) -> String {
  let slug = slug(of: title)
  return ".handoff/\(id.kind.folder)/\(id)\(slug.isEmpty ? "" : "-" + slug)" + (id.kind == .source ? "" : ".md")
}
