import CodeIndex

/// The dependents of one level, one for each definition that refers to a target, or file where it is at the top.
struct EdgeTable {
  private struct Key: Hashable {
    let path: String
    let symbol: String?
  }

  private let level: Int
  /// What earlier levels have told already.
  private let told: Set<Key>
  private let targets: Set<Key>
  private var edges: [Key: Dependent] = [:]
  /// Files that bring a target in, told only where nothing else of them is.
  private var imports: [Dependent] = []

  init(level: Int, besides earlier: [Dependent], targets: [CodeTarget]) {
    self.level = level
    told = Set(earlier.map { Key(path: $0.path, symbol: $0.symbol) })
    self.targets = Set(targets.map { Key(path: $0.place.path, symbol: $0.place.symbol) })
  }

  /// By file with the surest reference, then by line.
  func sorted() -> [Dependent] {
    let paths = Set(edges.keys.map(\.path)).union(told.map(\.path))
    var seen: Set<String> = []
    let bare = imports.filter { !paths.contains($0.path) && seen.insert($0.path).inserted }
    return (Array(edges.values) + bare).sorted {
      if $0.share != $1.share { return $0.share > $1.share }
      if $0.path != $1.path { return $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      return ($0.line, $0.symbol ?? "") < ($1.line, $1.symbol ?? "")
    }
  }

  mutating func add(
    _ judged: Judged, _ target: CodeTarget, _ file: IndexedFile, symbol: String?, line: Int
  ) {
    let key = Key(path: file.path, symbol: symbol)
    let isTest = file.traits.contains(.test)
    // What changes together refers to each other; a test among it is still to be run.
    let isAsked = targets.contains(key) && (!isTest || key == Key(path: target.place.path, symbol: target.place.symbol))
    guard !told.contains(key), !isAsked else { return }
    let new = Dependent(
      path: file.path, symbol: symbol, line: line, level: level, target: target.place, shape: judged.shape,
      link: judged.link, share: judged.share, isTest: isTest)
    guard var known = edges[key] else {
      edges[key] = new
      return
    }
    let lines = known.lines + (known.line == line || known.target != target.place ? 0 : 1)
    if new.share > known.share { known = new }
    known.lines = lines
    edges[key] = known
  }

  mutating func addImport(of target: CodePlace, _ source: SourceCode, line: Int) {
    imports.append(
      Dependent(
        path: source.path, symbol: nil, line: line, level: level, target: target, shape: .imports, link: .imported,
        share: 0.97, isTest: source.file.traits.contains(.test)))
  }

  // MARK: Reading a file

  /// Takes all references of a file to a target.
  mutating func read(
    _ source: SourceCode, _ judge: ReferenceJudge, _ share: Double, isFirst: Bool, _ faint: inout Int
  ) throws(CodeIndexError) {
    let target = judge.target
    let access = try judge.reach.access(in: source)
    let isTop = target.owner == nil || target.isMaker
    var names = [target.writtenName]
    if isTop { names += judge.aliases + access.locals.subtracting(["default"]) }
    let words = source.words(called: names).filter { word in
      word.field == .code || word.field == .string && source.isInterpolated(word)
    }
    let plain = words.filter { $0.field == .code }
    let importLines = words.isEmpty ? [] : source.importLines
    var defined: Set<Int> = []
    for word in words where !importLines.contains(word.line) {
      if isDefinition(word, source, &defined) || isWithin(word, target, source) || isEnd(word, source) { continue }
      let found = Occurrence(word, in: source)
      if found.chain == nil, judge.isHidden(word, in: source, among: plain) { continue }
      guard let judged = try judge.judge(found, in: source) else {
        if isFirst { faint += 1 }
        continue
      }
      let holder = source.holder(of: word.line)
      add(
        Judged(shape: judged.shape, link: judged.link, share: judged.share * share), target, source.file,
        symbol: holder.map(SourceCode.symbol), line: word.line)
    }
    guard isTop, isFirst, source.place != target.file, !access.locals.isEmpty || access.isProvider else { return }
    let binding = source.imports.first { access.locals.contains($0.local) }
    if let line = binding?.line ?? source.imports.first(where: { $0.taken == .all })?.line {
      addImport(of: target.place, source, line: line)
    }
  }

  /// The first word of its name on the line of a definition is that definition's.
  private func isDefinition(_ word: CodeWord, _ source: SourceCode, _ defined: inout Set<Int>) -> Bool {
    let isThere = source.definitions(on: word.line...word.line).contains { place in
      source.isName(word, source.definitions[place].name) && source.definitions[place].kind != "extension"
    }
    return isThere && defined.insert(word.line).inserted
  }

  /// `end subroutine name`, `end name;`: whose block it closes.
  private func isEnd(_ word: CodeWord, _ source: SourceCode) -> Bool {
    guard source.family == .fortran || source.family.isUnknown else { return false }
    let before = source.bytes[source.lineStarts[word.line - 1]..<word.start]
    guard before.allSatisfy({ $0.isNameByte || $0.isBlank }) else { return false }
    let names = before.names()
    return (1...2).contains(names.count) && names[0].prefix(3).map(\.lowered).elementsEqual("end".utf8)
  }

  private func isWithin(_ word: CodeWord, _ target: CodeTarget, _ source: SourceCode) -> Bool {
    source.place == target.file && target.lines.contains { $0.count > 1 && $0.contains(word.line) }
  }

  /// Takes the strings of a file that hold the name of a target.
  mutating func readTexts(_ source: SourceCode, _ target: CodeTarget, _ judge: ReferenceJudge) {
    for word in source.words(called: [target.writtenName]) where word.field == .string {
      guard !source.importLines.contains(word.line), !source.isInterpolated(word) else { continue }
      let before =
        word.start > 0 && source.byte(word.start - 1) == UInt8(ascii: ".")
        ? source.name(endingAt: word.start - 1) : nil
      let isQualified = before != nil && (before == target.owner || before == ModuleName.stem(of: target.place.path))
      // A name that is a whole string is looked up; in a sentence it is talked about.
      let isWhole = Self.isQuoted(word, source)
      guard isQualified || isWhole else { continue }
      let holder = source.holder(of: word.line)
      add(
        Judged(shape: .text, link: .name, share: isQualified ? 0.8 : judge.rivals == 0 ? 0.45 : 0.25), target,
        source.file, symbol: holder.map(SourceCode.symbol), line: word.line)
    }
  }

  private static func isQuoted(_ word: CodeWord, _ source: SourceCode) -> Bool {
    let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`")]
    return quotes.contains(source.byte(word.start - 1)) && quotes.contains(source.byte(word.end))
  }
}

extension SourceCode {
  /// Whether a word of a string is code that is put into it: `${name}`, `\(name)`, `#{name}`, `f"{name}"`, `$"{name}"`.
  func isInterpolated(_ word: CodeWord) -> Bool {
    var at = word.start - 1
    var depth = 0
    while at >= 0, word.start - at < 200, bytes[at] != 0x0a {
      switch bytes[at] {
      case UInt8(ascii: "}"), UInt8(ascii: ")"): depth += 1
      case UInt8(ascii: "{"), UInt8(ascii: "("):
        if depth > 0 {
          depth -= 1
        } else {
          let before = byte(at - 1)
          let isCurly = bytes[at] == UInt8(ascii: "{")
          if isCurly, before == UInt8(ascii: "$") || before == UInt8(ascii: "#") || family == .python { return true }
          if !isCurly, before == UInt8(ascii: "\\") { return true }
          if isCurly, family == .cSharp, isAfterDollar(at) { return true }
        }
      default: break
      }
      at -= 1
    }
    return false
  }

  /// Whether the string that a place is in began on its line with `$"`.
  private func isAfterDollar(_ place: Int) -> Bool {
    let line = bytes[..<place].reversed().prefix { $0 != 0x0a }
    return zip(line, line.dropFirst()).contains { quote, before in
      quote == UInt8(ascii: "\"") && (before == UInt8(ascii: "$") || before == UInt8(ascii: "@"))
    }
  }
}
