import CodeIndex

/// The interfaces that types meet by having their methods, without naming them: those of Go and TypeScript, and protocols of
/// Python. Methods are compared by their names, and by how many values they take and give.
struct Interfaces {
  struct Named: Hashable {
    let name: String
    let file: Int
  }

  private let file: Int
  private let family: CodeFamily
  private let shelf: SourceShelf

  /// A name that more files define tells nothing.
  private static let mostDefiners = 120
  private static let mostMethods = 60

  /// Nil where the language of the file asks types to name what they meet.
  init?(in file: Int, _ shelf: SourceShelf) {
    family = shelf.family(file)
    guard [.go, .script, .python].contains(family) else { return nil }
    self.file = file
    self.shelf = shelf
  }

  /// The interfaces all methods of which a type has.
  func met(by type: String) throws(CodeIndexError) -> [Named] {
    let holders = try holders()
    guard holders?.isEmpty != true, try !isInterface(Named(name: type, file: file)) else { return [] }
    let own = try methods(of: Named(name: type, file: file))
    var looked: Set<Named> = []
    var found: [Named] = []
    for method in own.keys.sorted().prefix(Self.mostMethods) {
      for owner in try owners(of: method, in: holders) where looked.insert(owner).inserted {
        guard owner.name != type, try isInterface(owner), Self.meets(own, try methods(of: owner)) else { continue }
        found.append(owner)
      }
    }
    return found
  }

  /// The types that have all methods of an interface.
  func meeting(_ interface: String) throws(CodeIndexError) -> [Named] {
    let asked = Named(name: interface, file: file)
    guard try isInterface(asked) else { return [] }
    let methods = try methods(of: asked)
    guard let first = methods.keys.sorted().first else { return [] }
    var found: [Named] = []
    for owner in try owners(of: first) where owner.name != interface {
      guard try !isInterface(owner), Self.meets(try self.methods(of: owner), methods) else { continue }
      found.append(owner)
    }
    return found
  }

  /// The files that may have interfaces; nil where any may.
  private func holders() throws(CodeIndexError) -> Set<Int>? {
    family == .python ? Set(try shelf.postings(ofName: "Protocol").map(\.file)) : nil
  }

  /// The types with a method of a name, in some files or in all.
  private func owners(of method: String, in files: Set<Int>? = nil) throws(CodeIndexError) -> [Named] {
    let definers = try shelf.postings(ofName: method).filter {
      $0.isDefined && shelf.family($0.file) == family && !shelf.snapshot.files[$0.file].traits.contains(.vendored)
    }
    guard definers.count <= Self.mostDefiners else { return [] }
    var found: [Named] = []
    for definer in definers where files?.contains(definer.file) ?? true {
      for one in try shelf.outline(definer.file).definitions where one.name == method && Self.isMethod(one) {
        guard let owner = SymbolName.parts(one.container).last else { continue }
        let named = Named(name: owner, file: definer.file)
        if !found.contains(named) { found.append(named) }
      }
    }
    return found
  }

  /// What a method of each name takes and gives; nil where nothing tells.
  private func methods(of type: Named) throws(CodeIndexError) -> [String: MethodShape?] {
    var methods: [String: MethodShape?] = [:]
    for place in try files(of: type) {
      for one in try shelf.outline(place).definitions
      where Self.isMethod(one) && SymbolName.parts(one.container).last == type.name && methods[one.name] == nil {
        methods[one.name] = .some(try shelf.source(place).flatMap { MethodShape(of: one, in: $0) })
      }
    }
    return methods
  }

  func methodNames(of type: Named) throws(CodeIndexError) -> Set<String> { Set(try methods(of: type).keys) }

  /// Whether a type with the first methods has all of the second.
  private static func meets(_ own: [String: MethodShape?], _ asked: [String: MethodShape?]) -> Bool {
    asked.allSatisfy { name, asked in
      guard let found = own[name] else { return false }
      guard let found, let asked else { return true }
      return found.meets(asked)
    }
  }

  /// In Go a type has its methods in all files of its package.
  func files(of type: Named) throws(CodeIndexError) -> [Int] {
    guard family == .go else { return [type.file] }
    let folder = ModuleMatcher.folder(shelf.snapshot.files[type.file].path)
    let naming = try shelf.postings(ofName: type.name).map(\.file).filter {
      shelf.family($0) == .go && ModuleMatcher.folder(shelf.snapshot.files[$0].path) == folder
    }
    return Set(naming + [type.file]).sorted()
  }

  private func isInterface(_ type: Named) throws(CodeIndexError) -> Bool {
    try shelf.outline(type.file).definitions.contains { one in
      one.name == type.name
        && (one.kind == "interface"
          || family == .python && one.isType && one.bases.contains { SymbolName.parts($0).last == "Protocol" })
    }
  }

  private static func isMethod(_ one: Definition) -> Bool {
    !one.container.isEmpty && ["func", "method", "methodspec", "member", "function"].contains(one.kind)
  }
}
