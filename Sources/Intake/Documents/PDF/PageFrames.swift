/// What stands above and below the words of each page: running heads and page numbers.
struct PageFrames {
  /// How many lines at each edge are looked at.
  private static let depth = 4

  private var heads: [[UInt8]: Int] = [:]
  private var feet: [[UInt8]: Int] = [:]
  private let pageCount: Int

  init(_ pages: [[ArraySlice<UInt8>]]) {
    pageCount = pages.count { !$0.allSatisfy(\.isEmpty) }
    for page in pages {
      let lines = page.filter { !$0.isEmpty }
      for shape in Set(lines.prefix(Self.depth).map(Self.shape)) { heads[shape, default: 0] += 1 }
      for shape in Set(lines.suffix(Self.depth).map(Self.shape)) { feet[shape, default: 0] += 1 }
    }
  }

  /// The lines between the frames of a page.
  func body(of lines: [ArraySlice<UInt8>]) -> Range<Int> {
    var start = 0
    var seen = 0
    while start < lines.count, seen < Self.depth, lines[start].isEmpty || isFrame(lines[start], heads) {
      if !lines[start].isEmpty { seen += 1 }
      start += 1
    }
    var end = lines.count
    seen = 0
    while end > start, seen < Self.depth, lines[end - 1].isEmpty || isFrame(lines[end - 1], feet) {
      if !lines[end - 1].isEmpty { seen += 1 }
      end -= 1
    }
    return start..<end
  }

  private func isFrame(_ line: ArraySlice<UInt8>, _ shapes: [[UInt8]: Int]) -> Bool {
    if PageNumber.isPageNumber(line, ofSeveral: pageCount > 1) { return true }
    let count = shapes[Self.shape(line)] ?? 0
    // A few pages may begin alike by chance; longer documents repeat their heads often.
    return line.contains(where: \.isWord) && count >= (pageCount > 3 ? 3 : 2)
  }

  /// The line with each number as one mark: `Page 3 of 12` is on all pages.
  private static func shape(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var shape: [UInt8] = []
    for byte in line {
      if byte.isDigit, shape.last == ASCII.hash { continue }
      shape.append(byte.isDigit ? ASCII.hash : byte.lowered)
    }
    return shape
  }
}

/// `12`, `- 12 -`, `Page 3 of 12`, `xiv`.
enum PageNumber {
  /// A number alone says nothing else where there are several pages, or it is the first.
  static func isPageNumber(_ line: ArraySlice<UInt8>, ofSeveral: Bool) -> Bool {
    guard line.count <= 32 else { return false }
    let words = line.split { !$0.isWord }.map { $0.string.lowercased() }
    let numbers = words.filter { !$0.isEmpty && $0.utf8.count <= 4 && $0.utf8.allSatisfy(\.isDigit) }
    let romans = words.filter { $0.utf8.count <= 6 && $0.utf8.allSatisfy { "ivxl".utf8.contains($0) } }
    let named = words.filter(names.contains)
    guard numbers.count + named.count + romans.count == words.count, numbers.count <= 2 else { return false }
    if named.isEmpty, numbers.isEmpty { return ofSeveral && romans.count == 1 && words.count == 1 }
    if named.isEmpty { return romans.isEmpty && (ofSeveral || numbers[0] == "1") }
    return numbers.count + romans.count >= 1
  }

  /// `Page 3 of 12` says what it is wherever it stands.
  static func isNamed(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(where: \.isDigit) && line.first.map { !$0.isDigit } ?? false && isPageNumber(line, ofSeveral: false)
      && line.contains { $0.isLetter || $0.isForeign }
  }

  private static let names: Set<String> = [
    "page", "pages", "pg", "p", "of", "seite", "von", "página", "pagina", "pág", "pag", "de", "do", "di", "sur", "van",
    "sida", "av", "side", "af", "strona", "str", "z", "стр", "страница", "из", "sivu", "sayfa", "stránka", "oldal",
    "第", "页", "頁", "ページ", "쪽",
  ]
}
