import CodeIndex

/// One file, read closely, as far as it is asked.
final class SourceCode {
  let place: Int
  let file: IndexedFile
  let family: CodeFamily
  let bytes: [UInt8]
  let definitions: [Definition]
  private let outline: Outline
  private let reader: CodeReader?
  /// All words in order.
  private(set) lazy var words = reader?.words(of: bytes, language: file.language) ?? []
  private lazy var read = ImportStatements.read(self, outline)
  /// Where each line begins.
  private(set) lazy var lineStarts = Self.lineStarts(bytes)
  /// The places of definitions that hold others' references, the outermost first.
  private lazy var holders = Self.holders(among: definitions, family)

  var path: String { file.path }

  private static let functions: Set = [
    "function", "method", "func", "member", "constructor", "initializer", "getter", "setter", "generator", "macro",
    "subroutine", "procedure", "singletonmethod",
  ]
  /// Rust's, which hold functions and are none.
  private static let blocks: Set = ["impl", "implementation"]
  private static let values: Set = ["variable", "constant", "var", "const", "value", "val", "object"]

  /// - Parameter reader: nil where only the shape of the file is asked for.
  init(_ place: Int, _ file: IndexedFile, _ bytes: [UInt8], _ outline: Outline, _ reader: CodeReader?) {
    self.place = place
    self.file = file
    self.bytes = bytes
    self.outline = outline
    self.reader = reader
    family = CodeFamily(file.language)
    definitions = outline.definitions.filter { !["packagename", "package", "unknown"].contains($0.kind) }
  }

  var imports: [ImportBinding] { read.bindings }
  /// The lines of statements that bring something in.
  var importLines: Set<Int> { read.lines }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for at in 0..<bytes.count where bytes[at] == 0x0a { starts.append(at + 1) }
    }
    return starts
  }

  private static func holders(among definitions: [Definition], _ family: CodeFamily) -> [Int] {
    let spans = definitions.filter { functions.contains($0.kind) && $0.end > $0.line }
    return definitions.indices.filter { index in
      let one = definitions[index]
      // Java's constants are fields.
      guard holds(one) || family == .jvm && one.kind == "field" else { return false }
      // A variable of a function is the function's business.
      return !values.contains(one.kind) || !spans.contains { $0.line < one.line && one.line <= $0.end }
    }.sorted {
      (definitions[$0].line, -definitions[$0].end) < (definitions[$1].line, -definitions[$1].end)
    }
  }

  private static func holds(_ definition: Definition) -> Bool {
    if functions.contains(definition.kind) || blocks.contains(definition.kind) || definition.isType { return true }
    return values.contains(definition.kind) && (definition.end > definition.line || definition.container.isEmpty)
  }

  /// The innermost definition around a line; nil at the top of the file. What decorates a function belongs to it.
  func holder(of line: Int) -> Definition? {
    if family == .python, let decorated = decorated(at: line) { return decorated }
    var found: Definition?
    for index in holders {
      let one = definitions[index]
      if one.line > line { break }
      if one.end >= line { found = one }
    }
    return found
  }

  /// The function or type that a line decorates: `@decorator(` and the lines of its arguments.
  private func decorated(at line: Int) -> Definition? {
    guard
      let next = holders.first(where: { definitions[$0].line > line && !Self.values.contains(definitions[$0].kind) }),
      definitions[next].line - line <= 60
    else { return nil }
    var number = line
    while number > 0, number <= lineStarts.count, line - number < 60 {
      let text = bytes[lineStarts[number - 1]...].prefix { $0 != 0x0a }.trimmed()
      if text.first == UInt8(ascii: "@") {
        let isBetween = holders.contains { definitions[$0].line > number && definitions[$0].line <= line }
        return isBetween ? nil : definitions[next]
      }
      if text.hasPrefix("def ") || text.hasPrefix("class ") || text.isEmpty || text.hasPrefix("return ") { return nil }
      number -= 1
    }
    return nil
  }

  /// The innermost function around a line.
  func function(around line: Int) -> Definition? {
    var found: Definition?
    for index in holders {
      let one = definitions[index]
      if one.line > line { break }
      if one.end >= line, Self.functions.contains(one.kind) { found = one }
    }
    return found
  }

  /// The name of the innermost type around a line, without what it stands in.
  func type(around line: Int) -> String? {
    if let holder = holder(of: line) {
      if holder.isType { return holder.name }
      if let last = SymbolName.parts(holder.container).last, !Self.isNoType(last) { return last }
    }
    for index in holders.reversed() where definitions[index].line <= line && definitions[index].end >= line {
      if definitions[index].isType { return definitions[index].name }
    }
    return nil
  }

  private static func isNoType(_ name: String) -> Bool { name == "exports" }

  /// A definition with what it stands in, as stories name it.
  static func symbol(of definition: Definition) -> String {
    (SymbolName.parts(definition.container) + [definition.name]).joined(separator: ".")
  }

  /// Whether a definition stands at the top of its file, packages and exports left aside.
  func isTop(_ definition: Definition) -> Bool {
    let parts = SymbolName.parts(definition.container)
    guard let last = parts.last else { return true }
    if family == .go { return parts.count == 1 }
    if family == .script { return last == "exports" }
    if [.jvm, .cSharp, .php, .c, .rust, .ruby].contains(family) {
      return !definitions.contains { ($0.isType || $0.kind == "module") && $0.name == last && $0.kind != "namespace" }
        || definition.kind == "enumerator" && family == .c
    }
    return false
  }

  static func isFunction(_ definition: Definition) -> Bool { functions.contains(definition.kind) }

  /// Whether what stands around a line under that name is a function.
  func isFunction(_ name: String, around line: Int) -> Bool {
    let around = definitions.filter { $0.name == name && $0.line <= line && line <= $0.end }
    return !around.isEmpty && around.allSatisfy { Self.functions.contains($0.kind) }
  }

  // MARK: Bytes

  func isName(_ word: CodeWord, _ text: String) -> Bool {
    let name = text.utf8
    return word.end - word.start == name.count && bytes[word.start..<word.end].elementsEqual(name)
  }

  /// The words that are called so, in order.
  func words(called names: [String]) -> [CodeWord] {
    let names = Set(names).map { Array($0.utf8) }
    return words.filter { word in
      names.contains { $0.count == word.end - word.start && bytes[word.start..<word.end].elementsEqual($0) }
    }
  }

  func text(_ word: CodeWord) -> String { String(decoding: bytes[word.start..<word.end], as: UTF8.self) }

  /// The place of the first byte from `at` on that is no blank, on the same line unless told.
  func next(_ at: Int, acrossLines: Bool = false) -> Int {
    var at = at
    while at < bytes.count, bytes[at].isBlank || acrossLines && bytes[at] == UInt8(ascii: "\n") { at += 1 }
    return at
  }

  /// The byte there; 0 behind the end.
  func byte(_ at: Int) -> UInt8 { bytes.indices.contains(at) ? bytes[at] : 0 }

  /// The place of the last byte before `at` that is no blank; -1 at the beginning.
  func previous(_ at: Int, acrossLines: Bool = false) -> Int {
    var at = at - 1
    while at >= 0, bytes[at].isBlank || acrossLines && bytes[at] == UInt8(ascii: "\n") { at -= 1 }
    return at
  }

  /// The name that ends before `end`; nil where something else stands there.
  func name(endingAt end: Int) -> String? {
    var start = end
    while start > 0, bytes[start - 1].isNameByte { start -= 1 }
    return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
  }
}

/// Files that were read closely, each once.
final class SourceShelf {
  let snapshot: Snapshot
  private let text: (String) throws(CodeIndexError) -> [UInt8]?
  private let reader = CodeReader()
  private var sources: [Int: SourceCode] = [:]
  private var outlines: [Int: Outline] = [:]

  init(_ snapshot: Snapshot, _ text: @escaping (String) throws(CodeIndexError) -> [UInt8]?) {
    self.snapshot = snapshot
    self.text = text
  }

  /// The file at a place of the snapshot; nil where it is no code that was read.
  func source(_ place: Int) throws(CodeIndexError) -> SourceCode? {
    if let known = sources[place] { return known }
    let file = snapshot.files[place]
    guard file.isCode, let bytes = try text(file.path) else { return nil }
    let source = SourceCode(place, file, bytes, try outline(place), reader)
    sources[place] = source
    return source
  }

  func outline(_ place: Int) throws(CodeIndexError) -> Outline {
    if let known = outlines[place] { return known }
    let outline = try snapshot.outline(of: snapshot.files[place])
    outlines[place] = outline
    return outline
  }

  func contents(_ path: String) throws(CodeIndexError) -> [UInt8]? { try text(path) }
}
