import PlanModel

/// Tells by their form which statements of a source are headings, code, or lines about the document itself.
enum Layout {
  /// How long a heading in bold may be.
  private static let longestBold = 100
  /// The lines at the top of a document that may say who wrote it, and when.
  private static let top = 6

  /// The source with its forms marked, and the lines taken out of it that say nothing of its matter.
  static func marked(_ source: DraftingSource) -> (source: DraftingSource, formalities: [Said]) {
    var marked = source
    var formalities: [Said] = []
    guard source.shape != .table else { return (source, []) }
    marked.statements = []
    let isTalk = source.shape == .talk
    let isSpoken = isTalk && source.statements.contains { !$0.speaker.isEmpty }
    var isBoldTail = false
    var isFormalPart = false
    for (place, said) in source.statements.enumerated() {
      var said = said
      if isBoldTail, said.text.hasSuffix("**") {
        isBoldTail = false
        formalities.append(said)
        continue
      }
      isBoldTail = false
      if let bold = bold(said.text) {
        said.isHeading = true
        said.level = said.level ?? boldLevel
        said.text = bold
      } else if isSplitBold(source.statements[place...]) {
        said.isHeading = true
        said.level = said.level ?? boldLevel
        said.text = String(said.text.dropFirst(2))
        isBoldTail = true
      } else {
        said.isCode = said.isCode || CodeText.isCode(said.text)
      }
      if said.isHeading == true { isFormalPart = BriefPart(heading: said.text) == .formal }
      let isFormal =
        TableHead.isHead(source.statements, at: place)
        || Formality.isOne(said.text, isAtTop: place < top && isTalk) || isFormalPart && isTalk
        || isSpoken && place < top && isHeader(said, before: source.statements[place...])
      if isFormal { formalities.append(said) } else { marked.statements.append(said) }
    }
    marked.isMinutes = isTalk && (!formalities.isEmpty && Formality.isOfMeeting(formalities) || Minutes.isOne(marked))
    return (marked, formalities)
  }

  /// What a recording says of itself before anybody speaks.
  private static func isHeader(_ said: Said, before rest: ArraySlice<Said>) -> Bool {
    guard said.speaker.isEmpty, said.isHeading == nil, rest.contains(where: { !$0.speaker.isEmpty }) else {
      return false
    }
    return said.label == nil || said.label == .context || said.label == .chatter
  }

  /// Deeper than any heading with marks.
  private static let boldLevel = 7

  /// The words of a paragraph that is only bold, as forms have them for headings; a sentence in bold is emphasis.
  private static func bold(_ text: String) -> String? {
    guard text.utf8.count <= longestBold, let mark = ["**", "__"].first(where: text.hasPrefix) else { return nil }
    var inner = text.dropFirst(2)
    if inner.last == ":" { inner = inner.dropLast() }
    guard inner.hasSuffix(mark) else { return nil }
    inner = inner.dropLast(2)
    guard !inner.isEmpty, !inner.contains("*"), let last = inner.last else { return nil }
    if BriefPart(heading: String(inner), isHeading: true) != nil { return String(inner) }
    return ".!?,;".contains(last) ? nil : String(inner)
  }

  /// Whether a heading in bold was cut into two sentences: "**Is it related to a problem?", "Please describe.**".
  private static func isSplitBold(_ rest: ArraySlice<Said>) -> Bool {
    guard rest.count > 1, let first = rest.first?.text, first.hasPrefix("**"), first.hasSuffix("?") else {
      return false
    }
    let next = rest[rest.startIndex + 1].text
    return !first.dropFirst(2).contains("*") && next.hasSuffix("**") && !next.dropLast(2).contains("*")
  }
}

/// Code, and what programs print when they fail.
enum CodeText {
  private static let signs = [
    "Traceback (most recent call last)", "Exception in thread \"", "goroutine 1 [", "System.NullReferenceException",
    "Unhandled exception", "java.lang.", "stack trace:", "Stacktrace:", "thread 'main' panicked", "Fatal error: ",
  ]

  static func isCode(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    if bytes.starts(with: "```".utf8) || bytes.starts(with: "$ ".utf8) { return true }
    guard bytes.count >= 30 else { return false }
    // Where a program was: "at Foo.bar (foo.js:12:3)".
    let frames = text.split(separator: " at ").dropFirst().count { $0.contains(":") && $0.contains("(") }
    if frames >= 2 { return true }
    if signs.contains(where: text.contains) { return true }
    let marks = bytes.count { "{}();=<>".utf8.contains($0) }
    return marks * 10 >= bytes.count
  }
}

/// The first row of a table, which names its columns.
enum TableHead {
  private static let between = " | "

  static func isHead(_ statements: [Said], at place: Int) -> Bool {
    let columns = columns(statements[place].text)
    guard columns > 1, place + 1 < statements.count, self.columns(statements[place + 1].text) == columns else {
      return false
    }
    guard place == 0 || self.columns(statements[place - 1].text) != columns else { return false }
    let cells = statements[place].text.split(separator: "|")
    return cells.allSatisfy { cell in
      let words = cell.split(separator: " ")
      return words.count <= 5 && !(words.last?.hasSuffix(".") ?? false && words.count > 1)
        && !words.allSatisfy { $0.allSatisfy(\.isNumber) }
    }
  }

  /// How many cells a row has; 1 where it is none.
  private static func columns(_ text: String) -> Int {
    var count = 1
    var rest = text.utf8[...]
    while let bar = rest.firstIndex(of: UInt8(ascii: "|")) {
      count += 1
      rest = rest[rest.index(after: bar)...]
    }
    return text.contains(between) ? count : 1
  }
}
