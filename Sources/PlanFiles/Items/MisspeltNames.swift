import PlanModel

// Keys and sections of an item's own are kept and mean nothing, so one that was meant to mean something is not seen to be
// without effect: only what is a slip away from a known one that is missing is told.

extension FieldReader {
  /// Keys of the front matter that are nearly known ones: `depends_on`, `intents`.
  mutating func reportMisspeltKeys(of kind: ItemKind) {
    let missing = kind.fieldOrder.filter { node[$0] == nil }
    for entry in node.entries ?? [] where !kind.fieldOrder.contains(entry.key) {
      guard let nearest = meant(by: entry.key, among: missing) else { continue }
      adopt([Finding(.field(.misspeltKey(entry.key, nearest: nearest)), path: path, line: entry.line)])
    }
  }
}

extension PlanDocument {
  /// Headings that are nearly those of the file format: `## Acceptence criteria`, `## Open question`.
  func misspeltHeadings(of kind: ItemKind) -> [Finding] {
    let known = kind.sectionTitles
    let missing = known.filter { body.sections(titled: $0).isEmpty }
    return body.sections.compactMap { section in
      guard !known.contains(where: { $0.lowercased() == section.title.lowercased() }),
        let nearest = meant(by: section.title, among: missing)
      else { return nil }
      return Finding(
        .field(.misspeltHeading(section.title, nearest: nearest)), path: path, line: section.lines.lowerBound)
    }
  }
}

/// The known name that a name is a slip away from, capitals and the dash between words aside.
///
/// Short names are words of their own at one letter's distance, such as `mode` and `code`.
private func meant(by name: String, among known: [String]) -> String? {
  let plain = name.lowercased().replacing("_", with: "-")
  if let same = known.first(where: { $0.lowercased() == plain }) { return same }
  guard plain.utf8.count >= 5, let near = nearest(to: plain, among: known.map { $0.lowercased() }) else { return nil }
  return known.first { $0.lowercased() == near }
}
