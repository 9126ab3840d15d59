/// The YAML between `---` lines before a document, as far as a source needs it: no parser, as it is foreign text.
struct FrontMatter {
  /// Where each of its lines with words stands.
  private(set) var lines: [Range<Int>] = []
  /// Where the document begins.
  private(set) var end = 0
  private(set) var title: String?
  private(set) var author: String?
  private(set) var date: String?

  private static let mostLines = 400

  /// Reads the front matter at the beginning of `text`; nil when there is none or it is not closed.
  init?(_ text: [UInt8]) {
    var rest = text[...]
    guard Self.cutLine(&rest).trimmed.elementsEqual("---".utf8) else { return nil }
    while !rest.isEmpty, lines.count <= Self.mostLines {
      let line = Self.cutLine(&rest).trimmed
      if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        end = rest.startIndex
        return
      }
      if !line.isEmpty { lines.append(line.startIndex..<line.endIndex) }
      keep(line)
    }
    return nil
  }

  private static func cutLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let line = rest.prefix { $0 != ASCII.newline }
    rest = rest.dropFirst(line.count + 1)
    return line
  }

  private mutating func keep(_ line: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: ASCII.colon) else { return }
    let quotes: [UInt8] = [ASCII.quote, ASCII.apostrophe]
    var value = line[(colon + 1)...].trimmed
    if let first = value.first, quotes.contains(first), value.last == first, value.count > 1 {
      value = value.dropFirst().dropLast()
    }
    guard !value.isEmpty, let first = value.first,
      ![ASCII.openBracket, 0x7B, ASCII.pipe, ASCII.greater].contains(first)
    else { return }
    switch line[..<colon].trimmed.string.lowercased() {
    case "title": title = title ?? value.string
    case "author", "reporter", "from": author = author ?? value.string
    case "date", "created", "created_date", "created_at": date = date ?? Self.date(value)
    default: break
    }
  }

  private static func date(_ value: ArraySlice<UInt8>) -> String? {
    let iso = CalendarScanner.reading(of: value).iso()
    return iso.isEmpty ? nil : iso
  }
}
