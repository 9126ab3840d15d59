/// Jira's wiki markup as text: code and the rows of tables are a statement each, the rest is read as mail is.
///
/// https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
struct JiraMarkup {
  private var turns: [Turn] = []
  /// Lines since the last code block or table.
  private var text: [UInt8] = []
  /// The lines of the code block that is open, and the macro that ends it.
  private var code: [UInt8]?
  private var isQuoted = false
  private var ending = ""

  static func turns(_ markup: String) -> [Turn] {
    var reader = JiraMarkup()
    for line in TextDecoder.normalised(Array(markup.utf8)[...]).split(
      separator: ASCII.newline, omittingEmptySubsequences: false)
    {
      reader.read(line)
    }
    reader.endCode()
    reader.endText()
    return reader.turns
  }

  // MARK: lines

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard code != nil || line.contains(ASCII.openBrace) else { return readWords(line) }
    var rest = line
    while !rest.isEmpty {
      if code != nil {
        rest = readCode(rest)
      } else if let macro = JiraMacro.first(in: rest) {
        readIfWords(rest[..<macro.range.lowerBound])
        begin(macro)
        rest = rest[macro.range.upperBound...]
      } else {
        return readIfWords(rest)
      }
    }
    code?.append(ASCII.newline)
  }

  private mutating func begin(_ macro: JiraMacro) {
    switch macro.name {
    case "code", "noformat":
      code = []
      ending = macro.name
    case "quote":
      text.append(ASCII.newline)
      isQuoted.toggle()
    default: readIfWords(macro.title)
    }
  }

  private mutating func readIfWords(_ line: ArraySlice<UInt8>) {
    if line.contains(where: { !$0.isWhite }) { readWords(line) }
  }

  /// What stands behind the end of the code, when it ends in this line.
  private mutating func readCode(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = Array("{\(ending)}".utf8)
    guard let place = line.indices.first(where: { line[$0] == ASCII.openBrace && line[$0...].starts(with: end) }) else {
      code?.append(contentsOf: line)
      return []
    }
    code?.append(contentsOf: line[..<place])
    endCode()
    return line[(place + end.count)...]
  }

  private mutating func readWords(_ line: ArraySlice<UInt8>) {
    let words = line.trimmed
    if words.first == ASCII.pipe, words.count > 1 {
      endText()
      add(JiraInline.text(of: Self.cells(of: words)[...]), .whole)
    } else if words.count > 3, words[words.startIndex] == UInt8(ascii: "h"), words[words.startIndex + 1].isDigit,
      words[words.startIndex + 2] == ASCII.dot
    {
      write([ASCII.newline] + JiraInline.text(of: words.dropFirst(3)) + [ASCII.newline])
    } else if words.starts(with: "bq. ".utf8) {
      write([ASCII.newline, ASCII.greater, ASCII.space] + JiraInline.text(of: words.dropFirst(4)) + [ASCII.newline])
    } else {
      write(JiraInline.text(of: Self.bulleted(line)))
    }
  }

  /// `**` and `##` are items within items.
  private static func bulleted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let words = line.drop(while: \.isWhite)
    let marks = words.prefix { $0 == ASCII.star || $0 == ASCII.hash || $0 == ASCII.hyphen }
    guard 1...6 ~= marks.count, marks.contains(ASCII.hash) || marks.count > 1,
      words.dropFirst(marks.count).first == ASCII.space,
      words.count > marks.count + 1, !marks.allSatisfy({ $0 == ASCII.hyphen })
    else { return line }
    return [ASCII.hyphen] + words[marks.endIndex...]
  }

  /// `||head||head||` and `|cell|cell|`, with one bar between two cells.
  private static func cells(of row: ArraySlice<UInt8>) -> [UInt8] {
    var cells: [UInt8] = []
    var isBetween = true
    for byte in row {
      if byte == ASCII.pipe {
        isBetween = true
        continue
      }
      if isBetween && !byte.isWhite {
        if !cells.isEmpty { cells += [ASCII.space, ASCII.pipe, ASCII.space] }
        isBetween = false
      }
      if !isBetween { cells.append(byte) }
    }
    return cells
  }

  // MARK: what is written

  private mutating func write(_ line: [UInt8]) {
    for part in line.split(separator: ASCII.newline, omittingEmptySubsequences: false) {
      if isQuoted { text += [ASCII.greater, ASCII.space] }
      text += part + [ASCII.newline]
    }
  }

  private mutating func endCode() {
    guard let code else { return }
    endText()
    add(code, .whole)
    self.code = nil
  }

  private mutating func endText() {
    add(text, .plain)
    text = []
  }

  private mutating func add(_ words: [UInt8], _ form: Turn.Form) {
    if words.contains(where: { !$0.isWhite }) { turns.append(Turn(words: words.string, form: form)) }
  }
}

/// `{code:java}`, `{quote}`, `{panel:title=Notes|borderStyle=solid}`
struct JiraMacro {
  private static let names: Set<String> = [
    "code", "noformat", "quote", "panel", "expand", "info", "warning", "note", "tip",
  ]

  var range: Range<Int>
  var name: String
  /// Words that a panel has above it.
  var title: ArraySlice<UInt8>

  static func first(in line: ArraySlice<UInt8>) -> JiraMacro? {
    var rest = line
    while let open = rest.firstIndex(of: ASCII.openBrace) {
      let inside = rest[(open + 1)...]
      rest = inside
      let name = inside.prefix(10).prefix { $0.isLower }
      if names.contains(name.string), let close = inside.prefix(400).firstIndex(of: ASCII.closeBrace),
        name.endIndex == close || inside[name.endIndex] == ASCII.colon
      {
        return JiraMacro(range: open..<(close + 1), name: name.string, title: title(in: inside[name.endIndex..<close]))
      }
    }
    return nil
  }

  private static func title(in settings: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for setting in settings.split(whereSeparator: { $0 == ASCII.pipe || $0 == ASCII.colon })
    where setting.starts(with: "title=".utf8) { return setting.dropFirst(6) }
    return []
  }
}
