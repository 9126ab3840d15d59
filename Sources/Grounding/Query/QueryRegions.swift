/// A text cut into what rankings weigh apart: its first line, prose and code; twice, by two rules.
///
/// The rougher rule takes for code what is fenced or indented; the finer one looks at each line. Both are kept because the
/// weights were learned with both.
struct QueryRegions {
  let text: [UInt8]
  let title: ArraySlice<UInt8>
  /// The text without its fenced parts.
  private(set) var plain: [UInt8] = []
  /// Fenced parts and indented lines.
  private(set) var blocks: [UInt8] = []
  private(set) var prose: [UInt8] = []
  private(set) var code: [UInt8] = []
  /// The lines that name an error, of the last three.
  private(set) var errors: [UInt8] = []
  /// The first 400 bytes of prose.
  private(set) var lead: [UInt8] = []
  /// What stands between single backticks.
  private(set) var ticked: [UInt8] = []

  init(_ raw: [UInt8]) {
    text = Self.withoutNoise(raw)
    let stripped = text[...].trimmed()
    let end = stripped.firstIndex(of: 0x0a) ?? stripped.endIndex
    title = stripped[..<end]
    let body = stripped[end...].dropFirst()
    readBlocks(body)
    readLines(body)
    readTicks()
  }

  /// Comments of HTML and addresses become a blank; an address that ends in a file of code stays.
  private static func withoutNoise(_ raw: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var at = raw.startIndex
    var hasComments = true
    while at < raw.endIndex {
      let rest = raw[at...]
      if hasComments, rest.hasPrefix("<!--") {
        guard let end = Self.end(of: "-->", in: rest.dropFirst(4)) else {
          hasComments = false
          continue
        }
        text.append(0x20)
        at = end
      } else if rest.hasPrefix("http://") || rest.hasPrefix("https://") {
        let end = rest.firstIndex { $0.isBlank || $0 == 0x0a } ?? raw.endIndex
        if Self.endsInFile(raw[at..<end]) { text += raw[at..<end] } else { text.append(0x20) }
        at = end
      } else {
        if raw[at] != 0x0d { text.append(raw[at]) }
        at += 1
      }
    }
    return text
  }

  private static func end(of mark: StaticString, in text: ArraySlice<UInt8>) -> Int? {
    let length = mark.utf8CodeUnitCount
    var at = text.startIndex
    while at + length <= text.endIndex {
      if text[at...].hasPrefix(mark) { return at + length }
      at += 1
    }
    return nil
  }

  /// `…/blob/main/src/mailer.py#L12`: the host's own name has dots too, a page ends in `html`.
  private static func endsInFile(_ address: ArraySlice<UInt8>) -> Bool {
    let path = address.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: ")") }
    let parts = path.split(separator: UInt8(ascii: "/"))
    guard parts.count > 3, let name = parts.last, let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let suffix = name[(dot + 1)...]
    return (1...5).contains(suffix.count) && suffix.allSatisfy { $0.isLetter } && !suffix.hasPrefix("htm")
      && !suffix.hasPrefix("png") && !suffix.hasPrefix("jp") && !suffix.hasPrefix("gif") && !suffix.hasPrefix("svg")
  }

  private mutating func readBlocks(_ body: ArraySlice<UInt8>) {
    var at = body.startIndex
    var isFenced = false
    var start = at
    while at < body.endIndex {
      guard body[at] == UInt8(ascii: "`"), body[at...].hasPrefix("```") else {
        at += 1
        continue
      }
      if isFenced {
        blocks += body[start..<(at + 3)] + [0x20]
        plain.append(0x20)
        start = at + 3
      } else {
        plain += body[start..<at]
        start = at
      }
      isFenced.toggle()
      at += 3
    }
    if isFenced { blocks += body[start...] } else { plain += body[start...] }
    for line in plain[...].lines()
    where line.hasPrefix("    ") || line.hasPrefix("\t\t") || line.hasPrefix(">>>") || line.hasPrefix("In [") {
      blocks += line + [0x0a]
    }
  }

  private mutating func readLines(_ body: ArraySlice<UInt8>) {
    var isFenced = false
    var found: [ArraySlice<UInt8>] = []
    for line in body.lines() {
      if line.drop(while: \.isBlank).hasPrefix("```") {
        isFenced.toggle()
        continue
      }
      if isFenced || CodeLine.isCode(line) { code += line + [0x0a] } else { prose += line + [0x0a] }
      if ErrorText.message(in: line) != nil { found.append(line) }
    }
    for line in found.suffix(3) { errors += line + [0x0a] }
    lead = Array(prose[...].trimmed().prefix(400))
  }

  private mutating func readTicks() {
    for line in text[...].lines() {
      var parts = line.split(separator: UInt8(ascii: "`"), maxSplits: 200, omittingEmptySubsequences: false)
      parts = parts.count % 2 == 0 ? parts.dropLast() : parts
      for index in parts.indices where index % 2 == 1 && !parts[index].isEmpty { ticked += parts[index] + [0x20] }
    }
  }
}
