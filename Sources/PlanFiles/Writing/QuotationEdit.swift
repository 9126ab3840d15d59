import PlanModel

/// Words of a source that are added to the file of an item; no other byte of it changes.
extension PlanDocument {
  /// The file with quotations at the end of a section, which is added at the end when there is none.
  package func quoting(_ words: [CitedWords], in section: String) -> [UInt8] {
    let quotations = words.map(\.blockQuote).joined(separator: "\n\n").split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .joined(separator: newLine)
    guard let part = body.sections(titled: section).last else {
      var last = text.lineCount
      while last > 0, isBlank(last) { last -= 1 }
      return inserting(["", "## \(section)", "", quotations].joined(separator: newLine), afterLine: last)
    }
    var last = min(part.lines.upperBound, text.lineCount)
    while last > part.lines.lowerBound, isBlank(last) { last -= 1 }
    let isFollowed = last + 1 <= text.lineCount && !isBlank(last + 1)
    return inserting((["", quotations] + (isFollowed ? [""] : [])).joined(separator: newLine), afterLine: last)
  }
}
