import CodeIndex

/// The types that build on a type, and those that it builds on.
struct TypeFamily {
  let name: String
  private(set) var below: Set<String> = []
  private(set) var above: Set<String> = []
  /// The files that say so, by place.
  private(set) var files: Set<Int> = []

  private static let mostFiles = 200
  private static let mostTypes = 60

  init(_ name: String, at file: Int?, _ shelf: SourceShelf) throws(CodeIndexError) {
    self.name = name
    try descend(shelf)
    if let file { try ascend(from: file, shelf) }
  }

  /// Whether a type is one of them.
  func holds(_ type: String) -> Bool { type == name || below.contains(type) || above.contains(type) }

  private mutating func descend(_ shelf: SourceShelf) throws(CodeIndexError) {
    var queue = [name]
    var next = 0
    while next < queue.count, queue.count < Self.mostTypes {
      let base = queue[next]
      next += 1
      let postings = try shelf.postings(ofName: base)
      guard postings.count <= Self.mostFiles else { continue }
      for posting in postings where posting.count > 0 {
        for type in try shelf.outline(posting.file).definitions where type.isType && type.kind != "extension" {
          guard type.name != base, type.bases.contains(where: { SymbolName.parts($0).last == base }) else { continue }
          files.insert(posting.file)
          if below.insert(type.name).inserted { queue.append(type.name) }
        }
      }
    }
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

  private func bases(of type: String, in file: Int, _ shelf: SourceShelf) throws(CodeIndexError) -> [String] {
    let own = try shelf.outline(file).definitions.filter { $0.isType && $0.name == type }
    return own.flatMap(\.bases).compactMap { SymbolName.parts($0).last }.filter { $0.utf8.first?.isUpper == true }
  }
}
