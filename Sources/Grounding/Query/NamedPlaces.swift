/// The paths and dotted names that a text mentions, as their parts.
enum NamedPlaces {
  /// `src/mailer.py` as `src`, `mailer.py`: whatever has a suffix may be a path.
  static func paths(in text: ArraySlice<UInt8>) -> [[String]] {
    var found: Set<[String]> = []
    var at = text.startIndex
    while at < text.endIndex {
      let start = at
      while at < text.endIndex, FrameReader.isPathByte(text[at]) { at += 1 }
      guard at > start else {
        at += 1
        continue
      }
      var run = text[start..<at]
      while run.last == UInt8(ascii: ".") { run.removeLast() }
      guard let dot = run.lastIndex(of: UInt8(ascii: ".")), (1...10).contains(run.endIndex - dot - 1) else { continue }
      let parts = components(of: run)
      if !parts.isEmpty { found.insert(parts) }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The parts of a path without what says nothing: `a/` and `b/` are of patches.
  static func components(of path: some Collection<UInt8>) -> [String] {
    path.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.map { String(decoding: $0, as: UTF8.self) }
      .filter { ![".", "..", "~", "a", "b"].contains($0) }
  }

  /// `a.b.c`, `A::b`, `A#b`, and what `from a.b import c` takes.
  static func dotted(in text: ArraySlice<UInt8>) -> [[String]] {
    var found: Set<[String]> = []
    let names = text.names().filter { $0[$0.startIndex].isLetter && $0.count <= 100 }
    var index = 0
    while index < names.count {
      let first = index
      while index + 1 < names.count, isJoint(text[names[index].endIndex..<names[index + 1].startIndex]) { index += 1 }
      if index > first, isFree(text, before: names[first].startIndex), index - first < 12 {
        found.insert(names[first...index].map(\.text))
      }
      index += 1
    }
    found.formUnion(imported(in: text))
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func isJoint(_ between: ArraySlice<UInt8>) -> Bool {
    between.elementsEqual(".".utf8) || between.elementsEqual("::".utf8) || between.elementsEqual("#".utf8)
  }

  private static func isFree(_ text: ArraySlice<UInt8>, before start: Int) -> Bool {
    guard start > text.startIndex else { return true }
    return !text[start - 1].isNameByte && text[start - 1] != UInt8(ascii: ".") && text[start - 1] != UInt8(ascii: "/")
  }

  private static func imported(in text: ArraySlice<UInt8>) -> [[String]] {
    var found: [[String]] = []
    for line in text.lines() {
      let words = line.split(whereSeparator: \.isBlank)
      guard let from = words.firstIndex(where: { $0.elementsEqual("from".utf8) }), from + 3 < words.count,
        words[from + 2].elementsEqual("import".utf8)
      else { continue }
      let module = words[from + 1].split(separator: UInt8(ascii: ".")).map(\.text)
      for name in words[(from + 3)...].prefix(20) {
        if let name = name.names().first, name[name.startIndex].isLetter { found.append(module + [name.text]) }
      }
    }
    return found
  }
}
