import CodeIndex

/// One file, read closely, as far as it is asked.
final class SourceCode {
  let place: Int
  let file: IndexedFile
  let family: CodeFamily
  let definitions: [Definition]
  private let text: SourceText
  /// All words in order; cut when they are first asked for, unless they were before.
  var words: [CodeWord] {
    get {
      if let known { return known }
      let words = cut()
      known = words
      return words
    }
    set { known = newValue }
  }
  private var known: [CodeWord]?
  private let cut: () -> [CodeWord]
  /// Whether ``words`` cost nothing.
  var isCut: Bool { known != nil }
  private lazy var wordTable = NamedWords(words, in: bytes)
  /// How often words were asked for by name.
  private var questions = 0
  private static let mostScans = 6
  /// The definitions that hold others' references, the outermost first.
  private lazy var holders = Self.holders(among: definitions, family)
  /// The places of definitions, by line.
  private lazy var order = definitions.indices.sorted { (definitions[$0].line, $0) < (definitions[$1].line, $1) }

  var path: String { file.path }
  var bytes: [UInt8] { text.bytes }
  /// Where each line begins.
  var lineStarts: [Int] { text.lineStarts }
  var imports: [ImportBinding] { text.imports.bindings }
  /// The lines of statements that bring something in.
  var importLines: Set<Int> { text.imports.lines }

  static let functions: Set = [
    "function", "method", "func", "member", "constructor", "initializer", "getter", "setter", "generator", "macro",
    "subroutine", "procedure", "singletonmethod", "deinitializer", "subscript",
  ]
  /// Rust's, which hold functions and are none.
  private static let blocks: Set = ["impl", "implementation"]
  private static let values: Set = ["variable", "constant", "var", "const", "value", "val", "object"]

  /// - Parameter words: asked for once, when words are and the text has none.
  init(_ place: Int, _ file: IndexedFile, _ outline: Outline, _ text: SourceText, words: @escaping () -> [CodeWord]) {
    self.place = place
    self.file = file
    self.text = text
    cut = words
    known = text.words
    family = CodeFamily(file.language)
    definitions = outline.definitions.filter { !["packagename", "package", "unknown"].contains($0.kind) }
  }

  /// What of a definition has to be looked at for each line that is asked for.
  private struct Holder {
    let line: Int
    let end: Int
    let place: Int
    let isFunction: Bool
    let isType: Bool
    let isValue: Bool
  }

  private static func holders(among definitions: [Definition], _ family: CodeFamily) -> [Holder] {
    let spans = definitions.filter { functions.contains($0.kind) && $0.end > $0.line }.map { ($0.line, $0.end) }
    var holders: [Holder] = []
    for (place, one) in definitions.enumerated() {
      // Java's constants are fields.
      guard holds(one) || family == .jvm && one.kind == "field" else { continue }
      // A variable of a function is the function's business.
      let isValue = values.contains(one.kind)
      if isValue, spans.contains(where: { $0.0 < one.line && one.line <= $0.1 }) { continue }
      holders.append(
        Holder(
          line: one.line, end: one.end, place: place, isFunction: functions.contains(one.kind), isType: one.isType,
          isValue: isValue))
    }
    return holders.sorted { ($0.line, -$0.end) < ($1.line, -$1.end) }
  }

  private static func holds(_ definition: Definition) -> Bool {
    if functions.contains(definition.kind) || blocks.contains(definition.kind) || definition.isType { return true }
    return values.contains(definition.kind) && (definition.end > definition.line || definition.container.isEmpty)
  }

  /// The places of the definitions whose lines these are, in order.
  func definitions(on lines: ClosedRange<Int>) -> ArraySlice<Int> {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if definitions[order[middle]].line < lines.lowerBound { low = middle + 1 } else { high = middle }
    }
    while high < order.count, definitions[order[high]].line <= lines.upperBound { high += 1 }
    return order[low..<high]
  }

  /// The innermost definition around a line; nil at the top of the file. What decorates a function belongs to it.
  func holder(of line: Int) -> Definition? {
    if family == .python, let decorated = decorated(at: line) { return decorated }
    return innermost(around: line) { _ in true }
  }

  private func innermost(around line: Int, _ isMeant: (Holder) -> Bool) -> Definition? {
    var found: Int?
    for holder in holders {
      if holder.line > line { break }
      if holder.end >= line, isMeant(holder) { found = holder.place }
    }
    return found.map { definitions[$0] }
  }

  /// The function or type that a line decorates: `@decorator(` and the lines of its arguments.
  private func decorated(at line: Int) -> Definition? {
    guard let next = holders.first(where: { $0.line > line && !$0.isValue }), next.line - line <= 60 else { return nil }
    var number = line
    while number > 0, number <= lineStarts.count, line - number < 60 {
      let text = bytes[lineStarts[number - 1]...].prefix { $0 != 0x0a }.trimmed()
      if text.first == UInt8(ascii: "@") {
        let isBetween = holders.contains { $0.line > number && $0.line <= line }
        return isBetween ? nil : definitions[next.place]
      }
      if text.hasPrefix("def ") || text.hasPrefix("class ") || text.isEmpty || text.hasPrefix("return ") { return nil }
      number -= 1
    }
    return nil
  }

  /// The innermost function around a line.
  func function(around line: Int) -> Definition? { innermost(around: line, \.isFunction) }

  /// The name of the innermost type around a line, without what it stands in.
  func type(around line: Int) -> String? {
    if let holder = holder(of: line) {
      if holder.isType { return holder.name }
      if let last = SymbolName.parts(holder.container).last, !Self.isNoType(last) { return last }
    }
    let outer = holders.last { $0.line <= line && $0.end >= line && $0.isType }
    return outer.map { definitions[$0.place].name }
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
    if family == .fortran || family == .perl {
      return !definitions.contains { ($0.isType || Self.isFunction($0)) && $0.name == last }
    }
    return false
  }

  static func isFunction(_ definition: Definition) -> Bool { functions.contains(definition.kind) }

  /// How a definition writes its name: `size` of Ruby's `size=`.
  func writtenName(of definition: Definition) -> String {
    family == .ruby && definition.name.utf8.count > 1 && definition.name.hasSuffix("=")
      ? String(definition.name.dropLast()) : definition.name
  }

  /// Whether what stands around a line under that name is a function.
  func isFunction(_ name: String, around line: Int) -> Bool {
    let around = definitions.filter { $0.name == name && $0.line <= line && line <= $0.end }
    return !around.isEmpty && around.allSatisfy { Self.functions.contains($0.kind) }
  }

  /// Whether a word stands in front of what a type holds: on its line, or on those below that go on with it.
  func isHead(_ word: CodeWord, of type: Definition) -> Bool {
    guard word.line > type.line else { return true }
    let between = bytes[lineStarts[type.line - 1]..<word.start]
    switch family {
    case .ruby: return false
    case .python:
      return between.reduce(0) { $0 + ($1 == UInt8(ascii: "(") ? 1 : $1 == UInt8(ascii: ")") ? -1 : 0) } > 0
    default: return !between.contains(UInt8(ascii: "{"))
    }
  }

  /// Whether a word of Ruby is a name that is handed on, and nothing that stands there: `before :load`, `options[:limit]`.
  func isSymbol(_ word: CodeWord) -> Bool {
    family == .ruby && word.start > 0 && bytes[word.start - 1] == UInt8(ascii: ":")
      && (word.start < 2 || bytes[word.start - 2] != UInt8(ascii: ":"))
  }

  // MARK: Bytes

  func isName(_ word: CodeWord, _ text: String) -> Bool {
    var text = text
    return text.withUTF8 { NamedWords.isEqual(word, $0, in: bytes) }
  }

  /// The words that are called so, in order.
  func words(called names: [String]) -> [CodeWord] {
    questions += 1
    if names.count == 1 { return places(called: names[0]).map { words[Int($0)] } }
    return Set(names).flatMap { places(called: $0) }.sorted().map { words[Int($0)] }
  }

  /// The places in ``words`` of those that are called so, in order.
  private func places(called name: String) -> [Int32] {
    var name = name
    return name.withUTF8 { name in
      // To sort all words costs as much as to look through them some times.
      questions > Self.mostScans
        ? wordTable.places(of: name, among: words, bytes) : NamedWords.scan(for: name, among: words, bytes)
    }
  }

  /// The first word of a line that is called so.
  func word(called name: String, on line: Int) -> CodeWord? {
    var low = 0
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if words[middle].line < line { low = middle + 1 } else { high = middle }
    }
    while low < words.count, words[low].line == line {
      if isName(words[low], name) { return words[low] }
      low += 1
    }
    return nil
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
