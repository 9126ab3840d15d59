/// Cuts a plan file into its pieces, by its lines alone.
struct PlanPieces {
  let pieces: [PlanPiece]

  /// Nil for a file that has no front matter, or says a thing twice: such a file is merged as text.
  init?(_ bytes: [UInt8]) {
    let lines = FileLines.lines(of: bytes)
    guard let first = lines.first, Self.isFence(first),
      let end = lines.dropFirst().firstIndex(where: Self.isFence),
      var head = Self.frontMatter(Array(lines[1..<end]))
    else { return nil }
    head.insert(PlanPiece(key: "---", lines: [first]), at: 0)
    head.append(PlanPiece(key: "--- end", lines: [lines[end]]))
    guard let body = Self.body(Array(lines[(end + 1)...])) else { return nil }
    pieces = [
      PlanPiece(key: "front matter", lines: [], parts: head), PlanPiece(key: "body", lines: [], parts: body),
    ]
    guard pieces.allSatisfy(Self.isDistinct) else { return nil }
  }

  /// A file that is not there.
  init(nothing: Void) { pieces = [] }

  private static func isDistinct(_ piece: PlanPiece) -> Bool {
    Set(piece.parts.map(\.key)).count == piece.parts.count && piece.parts.allSatisfy(isDistinct)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool { FileLines.text(line) == "---" }

  // MARK: Front matter

  /// One piece a key; comments belong to the key behind them, and what is indented to the key before it.
  private static func frontMatter(_ lines: [ArraySlice<UInt8>]) -> [PlanPiece]? {
    var pieces: [PlanPiece] = []
    var waiting: [ArraySlice<UInt8>] = []
    for line in lines {
      let text = FileLines.text(line)
      let isInside = text.isEmpty || text.hasPrefix("#") || text.hasPrefix(" ") || text.hasPrefix("\t")
      if text.hasPrefix("#") || text.isEmpty {
        waiting.append(line)
      } else if isInside || text.hasPrefix("- ") || text == "-" {
        guard let last = pieces.indices.last else { return nil }
        pieces[last].lines += waiting + [line]
        waiting = []
      } else {
        guard let colon = text.firstIndex(of: ":") else { return nil }
        pieces.append(PlanPiece(key: String(text[..<colon]), lines: waiting + [line]))
        waiting = []
      }
    }
    if !waiting.isEmpty { pieces.append(PlanPiece(key: "# end", lines: waiting)) }
    return pieces.map(withItems)
  }

  /// The items of a block list as parts of their own: `- path: src/a.ts` with the lines that belong to it.
  private static func withItems(_ piece: PlanPiece) -> PlanPiece {
    let start = piece.lines.firstIndex { FileLines.text($0).drop { $0 == " " }.hasPrefix("- ") }
    guard let start, start > 0 else { return piece }
    let indent = FileLines.text(piece.lines[start]).prefix { $0 == " " }.count
    var whole = PlanPiece(key: piece.key, lines: Array(piece.lines[..<start]))
    for line in piece.lines[start...] {
      let text = FileLines.text(line)
      if text.prefix(while: { $0 == " " }).count == indent, text.dropFirst(indent).hasPrefix("- ") {
        whole.parts.append(PlanPiece(key: text, lines: [line]))
      } else if let last = whole.parts.indices.last {
        whole.parts[last].lines.append(line)
        // Two anchors may be of one file.
        if text.contains("symbol:") { whole.parts[last].key += " " + text }
      }
    }
    return whole
  }

  // MARK: Body

  private static func body(_ lines: [ArraySlice<UInt8>]) -> [PlanPiece]? {
    var sections = cut(lines, at: { $0.hasPrefix("## ") }, first: "opening") { $0.lowercased() }
    for index in sections.indices {
      let title = sections[index].key
      let own = sections[index].lines
      if title == "## acceptance criteria" {
        sections[index].parts = cut(own, at: { $0.hasPrefix("### ") }, first: "heading") { text in
          let name = text.dropFirst(4).drop { $0 == " " }
          return String(name.prefix { $0 != ":" && $0 != " " })
        }
        sections[index].lines = []
      } else if ["## open questions", "## constraints", "## goals", "## out of scope"].contains(title) {
        sections[index].parts = points(own)
        sections[index].lines = []
      } else if title == "## notes" {
        sections[index].parts = remarks(own)
        sections[index].lines = []
      }
    }
    return sections.map(withGap)
  }

  /// Cuts lines at headings; what stands in a block of code or in a comment is none.
  private static func cut(
    _ lines: [ArraySlice<UInt8>], at isHeading: (String) -> Bool, first: String, key: (String) -> String
  ) -> [PlanPiece] {
    var pieces = [PlanPiece(key: first, lines: [])]
    // What ends the block of code or the comment that a line stands in.
    var fence: String?
    for (index, line) in lines.enumerated() {
      let text = FileLines.text(line)
      let mark = String(text.drop { $0 == " " }.prefix(3))
      if let open = fence {
        if mark == open || open == "-->" && text.contains(open) { fence = nil }
      } else if mark == "```" || mark == "~~~" {
        fence = mark
      } else if text.drop(while: { $0 == " " }).hasPrefix("<!--"), !text.contains("-->") {
        fence = "-->"
      } else if isHeading(text), index > 0 || first == "opening" {
        pieces.append(PlanPiece(key: key(text), lines: []))
      }
      pieces[pieces.count - 1].lines.append(line)
    }
    return pieces.filter { !$0.lines.isEmpty }.map(withGap)
  }

  /// The points of a list at its outermost level; a question is called by its number.
  private static func points(_ lines: [ArraySlice<UInt8>]) -> [PlanPiece] {
    var pieces: [PlanPiece] = []
    for (index, line) in lines.enumerated() {
      let text = FileLines.text(line)
      if index == 0 {
        pieces.append(PlanPiece(key: "heading", lines: [line]))
      } else if text.hasPrefix("- ") || text.hasPrefix("* ") {
        pieces.append(PlanPiece(key: question(text) ?? text, lines: [line]))
      } else {
        pieces[pieces.count - 1].lines.append(line)
      }
    }
    return pieces.map(withGap)
  }

  /// The dated lines that notes end with, each by itself, behind all else: remarks of two people, which both stand.
  private static func remarks(_ lines: [ArraySlice<UInt8>]) -> [PlanPiece] {
    var start = lines.count
    for index in lines.indices.reversed() {
      if isRemark(lines[index]) { start = index } else if !FileLines.isBlank(lines[index]) { break }
    }
    var pieces = [PlanPiece(key: "text", lines: Array(lines[..<start]))]
    var seen: [String: Int] = [:]
    for line in lines[start...] {
      if FileLines.isBlank(line) {
        pieces[pieces.count - 1].lines.append(line)
        continue
      }
      let text = FileLines.text(line)
      seen[text, default: 0] += 1
      pieces.append(PlanPiece(key: "\(text) \(seen[text, default: 0])", lines: [line]))
    }
    return pieces.map(withGap)
  }

  /// `- 2026-05-04, Sam: She tried it.`, as `comment` writes it.
  private static func isRemark(_ line: ArraySlice<UInt8>) -> Bool {
    let form = Array("- 0000-00-00, ".utf8)
    guard line.count > form.count else { return false }
    return zip(line, form).allSatisfy { byte, sign in
      sign == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == sign
    }
  }

  private static func question(_ text: String) -> String? {
    guard text.hasPrefix("- [") else { return nil }
    let name = text.dropFirst(6).prefix { $0.isLetter || $0.isNumber }
    return name.hasPrefix("Q") && name.count > 1 ? String(name) : nil
  }

  private static func withGap(_ piece: PlanPiece) -> PlanPiece {
    guard piece.parts.isEmpty else { return piece }
    var piece = piece
    while let last = piece.lines.last, piece.lines.count > 1, FileLines.isBlank(last) {
      piece.gap.insert(piece.lines.removeLast(), at: 0)
    }
    return piece
  }
}
