extension MarkdownReader {
  /// A file that says so by its name, or text with marks that only Markdown has.
  static func recognises(_ sample: FormatSample) -> Bool {
    guard !sample.head.isEmpty else { return false }
    if ["md", "markdown", "mdown", "mkd", "mdx"].contains(sample.fileExtension) { return true }
    // A name that says "text" is believed unless the marks are many.
    let needed = sample.fileExtension == "txt" ? 4 : 3
    return marks(in: sample) >= needed
  }

  private static func marks(in sample: FormatSample) -> Int {
    let front = FrontMatter(sample.head) == nil ? 0 : 2
    var counts: [Mark: Int] = [:]
    for line in sample.lines(400) {
      if let mark = Mark(line) { counts[mark, default: 0] += 1 }
    }
    // A mark counts twice at most: a listing full of `#` comments is no document of headings.
    return front + counts.values.reduce(0) { $0 + min($1, 2) }
  }

  private enum Mark {
    case heading, fence, table, link, bold, task

    init?(_ line: ArraySlice<UInt8>) {
      let hashes = line.prefix(7).prefix { $0 == ASCII.hash }.count
      if 1...6 ~= hashes, line.dropFirst(hashes).first == ASCII.space {
        self = .heading
      } else if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
        self = .fence
      } else if line.starts(with: "- [ ] ".utf8) || line.starts(with: "- [x] ".utf8) {
        self = .task
      } else if line.count > 5,
        line.starts(with: "|-".utf8) || line.starts(with: "| -".utf8) || line.starts(with: "|:-".utf8)
      {
        self = .table
      } else if Self.contains(line, "](http") {
        self = .link
      } else if line.starts(with: "**".utf8) && Self.contains(line.dropFirst(2), "**") {
        self = .bold
      } else {
        return nil
      }
    }

    private static func contains(_ line: ArraySlice<UInt8>, _ text: String) -> Bool {
      let pattern = Array(text.utf8)
      return line.prefix(500).indices.contains { line[$0] == pattern[0] && line[$0...].starts(with: pattern) }
    }
  }
}
