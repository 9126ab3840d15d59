import CodeIndex

/// What functions give, as far as their first lines say so.
final class ReturnTypes {
  private let shelf: SourceShelf
  private var known: [String: String?] = [:]

  /// A name that more files define says nothing.
  private static let mostDefiners = 4
  private static let longestSignature = 1_000

  init(_ shelf: SourceShelf) { self.shelf = shelf }

  /// The type that all functions of a name give; nil where they differ, or nothing tells.
  ///
  /// - Parameters:
  ///   - place: of the result, from 0, where functions give several.
  ///   - before: what stands before the dot, which may be a module.
  func type(
    of name: String, _ place: Int = 0, behind before: String?, in source: SourceCode
  ) throws(CodeIndexError) -> String? {
    let isOwn = before.map { CodeFamily.selves.contains($0) } ?? true
    let own = source.definitions.filter { $0.name == name && SourceCode.isFunction($0) }
    if isOwn, own.count == 1 { return Self.result(place, of: own[0], in: source) }
    let module = before.flatMap { before in source.imports.first { $0.local == before && $0.taken == .whole } }?.module
    // In Go a function without a dot is of the package.
    let folder =
      module.map { $0.split(separator: "/").last.map(String.init) ?? "" }
      ?? (before == nil && source.family == .go ? ModuleMatcher.folders(source.path).last ?? "" : nil)
    let key = "\(source.family) \(folder ?? "*") \(name) \(place)"
    if let found = known[key] { return found }
    known[key] = .some(nil)
    let definers = try shelf.postings(ofName: name).filter {
      $0.isDefined && shelf.family($0.file) == source.family
    }
    let near = definers.filter { definer in
      guard let folder, source.family == .go else { return true }
      return ModuleMatcher.folders(shelf.snapshot.files[definer.file].path).last ?? "" == folder
    }
    guard near.count <= Self.mostDefiners else { return nil }
    var types: Set<String> = []
    for definer in near {
      guard let own = try shelf.source(definer.file) else { continue }
      for one in own.definitions where one.name == name && SourceCode.isFunction(one) {
        if folder != nil, source.family == .go, one.container.contains(".") { continue }
        guard let type = Self.result(place, of: one, in: own) else { return nil }
        types.insert(type)
      }
    }
    let answer = types.count == 1 ? types.first : nil
    known[key] = .some(answer)
    return answer
  }

  /// `func f(a A) (*Store, error) {`, `def f(a) -> Store:`, `f(a): Promise<Store> {`, `func f(a: A) -> Store {`
  private static func result(_ place: Int, of function: Definition, in source: SourceCode) -> String? {
    guard let name = source.word(called: function.name, on: function.line),
      let open = source.bytes[name.end..<min(source.bytes.count, name.end + 200)].firstIndex(of: UInt8(ascii: "(")),
      let close = closing(of: open, in: source)
    else { return nil }
    guard place == 0 || source.family == .go else { return nil }
    var at = source.next(close + 1)
    switch source.family {
    case .go:
      guard let start = source.goResult(place, behind: at) else { return nil }
      at = start
    case .script:
      guard source.byte(at) == UInt8(ascii: ":") else { return nil }
      at += 1
    case .python, .swift, .rust, .php:
      while at < source.bytes.count, source.bytes[at].isNameByte || source.bytes[at].isBlank { at += 1 }
      guard source.byte(at) == UInt8(ascii: "-") || source.byte(at) == UInt8(ascii: ":") else { return nil }
      at += 2
    default: return nil
    }
    let type = type(at: at, in: source)
    return type == "Self" ? SymbolName.parts(function.container).last : type
  }

  private static func type(at start: Int, in source: SourceCode) -> String? {
    var at = source.next(start)
    while [UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(
      source.byte(at))
    {
      at += 1
    }
    var name: String?
    while at < source.bytes.count {
      at = source.next(at)
      var end = at
      while end < source.bytes.count, source.bytes[end].isNameByte { end += 1 }
      guard end > at else { break }
      name = source.bytes[at..<end].text
      at = end
      if source.family == .rust, name == "dyn" || name == "impl" || name == "mut" { continue }
      let isWrapped = Self.wrappers.contains(name ?? "")
      let byte = source.byte(at)
      guard byte == UInt8(ascii: ".") || isWrapped && (byte == UInt8(ascii: "<") || byte == UInt8(ascii: "[")) else {
        break
      }
      at += 1
    }
    guard let name, let first = name.utf8.first, first.isUpper || source.family == .go,
      !["func", "map", "chan", "struct", "interface"].contains(name)
    else { return nil }
    return name
  }

  /// Types whose values are used as what they hold.
  private static let wrappers: Set = ["Promise", "Optional", "Awaitable", "Result", "Box", "Rc", "Arc", "Option"]

  private static func closing(of open: Int, in source: SourceCode) -> Int? {
    var depth = 0
    for at in open..<min(source.bytes.count, open + longestSignature) {
      if source.bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if source.bytes[at] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return at }
      }
    }
    return nil
  }
}
