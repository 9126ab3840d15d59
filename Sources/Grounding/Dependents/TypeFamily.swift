import CodeIndex

/// The types that build on a type, and those that it builds on.
struct TypeFamily {
  let name: String
  private(set) var below: Set<String> = []
  private(set) var above: Set<String> = []
  /// The interfaces that it has all methods of without saying so, each with these methods.
  private(set) var met: [String: Set<String>] = [:]
  /// Those that do not say so, and have all methods that the interface asks for. What calls them does not build on it.
  private(set) var meeting: Set<String> = []
  /// The files that say so, by place.
  private(set) var files: Set<Int> = []

  private static let mostFiles = 200
  private static let mostTypes = 60

  init(_ name: String, at file: Int?, _ shelf: SourceShelf) throws(CodeIndexError) {
    self.name = name
    try descend(shelf)
    guard let file else { return }
    try ascend(from: file, shelf)
    if shelf.family(file) == .rust { try addTraits(shelf) }
    if let interfaces = Interfaces(in: file, shelf) {
      for one in try interfaces.met(by: name) where !below.contains(one.name) && !above.contains(one.name) {
        met[one.name, default: []].formUnion(try interfaces.methodNames(of: one))
      }
      for one in try interfaces.meeting(name) where !holds(one.name) {
        meeting.insert(one.name)
        files.formUnion(try interfaces.files(of: one))
      }
    }
  }

  /// Whether a type is one of them.
  func holds(_ type: String) -> Bool {
    type == name || below.contains(type) || above.contains(type) || meeting.contains(type) || met[type] != nil
  }

  private mutating func descend(_ shelf: SourceShelf) throws(CodeIndexError) {
    var queue = [name]
    var next = 0
    while next < queue.count, queue.count < Self.mostTypes {
      let base = queue[next]
      next += 1
      let postings = try shelf.postings(ofName: base)
      guard postings.count <= Self.mostFiles else { continue }
      for posting in postings where posting.count > 0 {
        for one in try shelf.outline(posting.file).definitions {
          guard let type = Self.type(one, buildingOn: base), type != base else { continue }
          files.insert(posting.file)
          if below.insert(type).inserted { queue.append(type) }
        }
      }
    }
  }

  /// The type that says by a definition that it builds on a base: by its own, or by that of what it embeds, as Go has it
  /// (https://go.dev/ref/spec#Struct_types).
  private static func type(_ one: Definition, buildingOn base: String) -> String? {
    if one.isEmbedded { return one.name == base ? SymbolName.parts(one.container).last : nil }
    let isType = one.isType && one.kind != "extension"
    return isType && one.bases.contains { SymbolName.parts($0).last == base } ? one.name : nil
  }

  private mutating func ascend(from file: Int, _ shelf: SourceShelf) throws(CodeIndexError) {
    var queue = try bases(of: name, in: file, shelf)
    var next = 0
    while next < queue.count, queue.count < 20 {
      let base = queue[next]
      next += 1
      guard above.insert(base).inserted else { continue }
      let definers = try shelf.postings(ofName: base).filter(\.isDefined)
      guard definers.count == 1 else { continue }
      queue += try bases(of: base, in: definers[0].file, shelf)
    }
    above.remove(name)
  }

  /// `impl Store for File` of Rust, which may stand anywhere.
  private mutating func addTraits(_ shelf: SourceShelf) throws(CodeIndexError) {
    let postings = try shelf.postings(ofName: name).filter { shelf.family($0.file) == .rust }
    guard postings.count <= Self.mostFiles else { return }
    for posting in postings {
      guard let source = try shelf.source(posting.file) else { continue }
      for one in source.definitions where one.kind == "implementation" {
        guard let trait = source.trait(implementedBy: one) else { continue }
        if trait == name, one.name != name {
          below.insert(one.name)
          files.insert(posting.file)
        } else if one.name == name {
          above.insert(trait)
        }
      }
    }
    above.subtract(below)
  }

  private func bases(of type: String, in file: Int, _ shelf: SourceShelf) throws(CodeIndexError) -> [String] {
    let definitions = try shelf.outline(file).definitions
    let named = definitions.filter { $0.isType && $0.name == type }.flatMap(\.bases)
      .compactMap { SymbolName.parts($0).last }.filter { $0.utf8.first?.isUpper == true }
    return named
      + definitions.filter { $0.isEmbedded && SymbolName.parts($0.container).last == type }.map(\.name)
  }
}

extension Definition {
  /// Whether it is a type that stands in a struct of Go without a name, so that its methods are the struct's as well.
  fileprivate var isEmbedded: Bool { kind == "anonmember" }
}

extension SourceCode {
  /// `Store` of `impl<T> shop::Store<T> for File<T>`; nil where a type alone is extended.
  func trait(implementedBy one: Definition) -> String? {
    let start = lineStarts[one.line - 1]
    let line = bytes[start..<(one.line < lineStarts.count ? lineStarts[one.line] : bytes.count)]
    guard let joint = line.names().first(where: { $0.elementsEqual("for".utf8) }) else { return nil }
    var at = previous(joint.startIndex)
    var depth = 0
    while at >= start {
      if bytes[at] == UInt8(ascii: ">") { depth += 1 }
      if depth == 0 { break }
      if bytes[at] == UInt8(ascii: "<") { depth -= 1 }
      at -= 1
    }
    guard at >= start, let trait = name(endingAt: at + 1), trait != "impl" else { return nil }
    return trait
  }
}
