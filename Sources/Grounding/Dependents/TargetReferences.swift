import CodeIndex

/// What refers to one target in the files that were read for it, in the order in which it was found.
struct TargetReferences: Sendable {
  /// A name at a place, as it was judged.
  struct Reference: Sendable {
    let judged: Judged
    let file: IndexedFile
    /// What it stands in, and where that begins; nil at the top of the file.
    let holder: Holder?
    let line: Int
  }

  struct Holder: Sendable {
    let symbol: String
    let line: Int

    init(_ definition: Definition) {
      symbol = SourceCode.symbol(of: definition)
      line = definition.line
    }
  }

  /// A file that brings the target in, at a line.
  struct Importer: Sendable {
    let file: IndexedFile
    let line: Int
  }

  let target: CodePlace
  private(set) var references: [Reference] = []
  private(set) var importers: [Importer] = []
  /// How many places merely have the name.
  private(set) var faint = 0
  /// How many files were not looked into, as there are too many with the name.
  var unread = 0

  init(to target: CodePlace) { self.target = target }

  mutating func add(_ judged: Judged, _ file: IndexedFile, in holder: Definition?, line: Int) {
    references.append(Reference(judged: judged, file: file, holder: holder.map(Holder.init), line: line))
  }

  mutating func addImport(_ source: SourceCode, line: Int) {
    importers.append(Importer(file: source.file, line: line))
  }

  /// Takes all references of a file to a target.
  mutating func read(
    _ source: SourceCode, _ judge: ReferenceJudge, _ share: Double, isFirst: Bool
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
      if try judge.rules.excludes(found, source) { continue }
      // Java's methods and variables share no names.
      let isMethod = found.isCall && source.file.language == "Java"
      if found.chain == nil, !isMethod, judge.isHidden(word, in: source, among: plain) { continue }
      guard let judged = try judge.judge(found, in: source) else {
        if isFirst { faint += 1 }
        continue
      }
      add(
        Judged(
          shape: judged.shape, link: judged.link, share: judged.share * share * judge.rules.share(found, source)),
        source.file, in: source.holder(of: word.line), line: word.line)
    }
    guard isTop, isFirst, source.place != target.file, !access.locals.isEmpty || access.isProvider else { return }
    let binding = source.imports.first { access.locals.contains($0.local) }
    if let line = binding?.line ?? source.imports.first(where: { $0.taken == .all })?.line {
      addImport(source, line: line)
    }
  }

  /// The first word of its name on the line of a definition is that definition's.
  private func isDefinition(_ word: CodeWord, _ source: SourceCode, _ defined: inout Set<Int>) -> Bool {
    let isThere = source.definitions(on: word.line...word.line).contains { place in
      source.isName(word, source.writtenName(of: source.definitions[place]))
        && source.definitions[place].kind != "extension"
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
      add(
        Judged(shape: .text, link: .name, share: isQualified ? 0.8 : judge.rivals == 0 ? 0.45 : 0.25), source.file,
        in: source.holder(of: word.line), line: word.line)
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
