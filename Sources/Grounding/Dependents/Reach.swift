import CodeIndex

/// Who has a name that stands at the top of a file: that file, and those that hand it on.
final class Reach {
  /// A file from which the name can be taken, and what it is called there.
  struct Provider: Hashable {
    let path: String
    let name: String
  }

  /// How one file may write the name.
  struct Access {
    var locals: Set<String> = []
    /// What it calls modules that have the name.
    var modules: Set<String> = []
    /// Whether it takes all names of such a module.
    var hasAll = false
    /// Whether it hands the name on.
    var isProvider = false
  }

  /// By the last part of what their files are called: of Python as modules, of C as they are included.
  private lazy var byModule = Dictionary(grouping: providers) {
    family == .c ? ModuleName.stem(of: $0.path) : matcher.pythonName($0.path)
  }
  private let shelf: SourceShelf
  private let matcher: ModuleMatcher
  private let family: CodeFamily
  private let path: String
  private(set) var providers: [Provider] = []
  /// Of scripts: files from which a module that has the name can be taken, and what it is called there, with dots within
  /// another one: `export * as core from './core'`.
  private var spaces: [Provider] = []
  private var known: [Int: Access] = [:]
  /// The files that were found on the way, by place.
  private(set) var met: Set<Int> = []

  private static let mostProviders = 40
  private static let mostImporters = 200

  init(
    _ name: String, at path: String, _ family: CodeFamily, _ shelf: SourceShelf, _ matcher: ModuleMatcher
  ) throws(CodeIndexError) {
    self.shelf = shelf
    self.matcher = matcher
    self.family = family
    self.path = path
    try spread(name)
  }

  private func spread(_ name: String) throws(CodeIndexError) {
    var queue = [Provider(path: path, name: name)]
    if family == .script, try isDefault(name) { queue.append(Provider(path: path, name: "default")) }
    let having = Set(try shelf.postings(ofName: name).map(\.file))
    var next = 0
    var looked: Set<String> = []
    providers = queue
    guard [.python, .script, .c, .rust].contains(family) else { return }
    while next < queue.count, queue.count < Self.mostProviders {
      let provider = queue[next]
      next += 1
      guard looked.insert(provider.path + "\u{0}" + provider.name).inserted else { continue }
      let importers = try importers(of: provider, having)
      try shelf.prepare(importers, isCut: false)
      for place in importers {
        guard let source = try shelf.source(place), source.family == family, source.path != provider.path else {
          continue
        }
        for binding in source.imports {
          if family == .script, try isHandedOn(binding, whole: provider.path, source) { met.insert(place) }
          guard let new = try handedOn(binding, provider, source), !queue.contains(new) else { continue }
          queue.append(new)
          met.insert(place)
        }
      }
      providers = queue
    }
    try spreadSpaces()
  }

  /// Whether a file hands on a module that has the name as one thing; it is kept then.
  private func isHandedOn(
    _ binding: ImportBinding, whole path: String, _ source: SourceCode
  ) throws(CodeIndexError) -> Bool {
    guard binding.isExported, binding.taken == .whole, try leads(binding.module, source, path) else { return false }
    let new = Provider(path: source.path, name: binding.local)
    if !spaces.contains(new) { spaces.append(new) }
    return true
  }

  private func spreadSpaces() throws(CodeIndexError) {
    var next = 0
    while next < spaces.count, spaces.count < Self.mostProviders {
      let space = spaces[next]
      next += 1
      for place in try importers(of: Provider(path: space.path, name: "default"), []) {
        guard let source = try shelf.source(place), source.family == family, source.path != space.path else { continue }
        for binding in source.imports where binding.isExported {
          let name: String? =
            switch binding.taken {
            case .all: space.name
            case .whole: binding.local + "." + space.name
            case .name(let name): Self.rest(of: space.name, behind: name).map { binding.local + $0 }
            }
          guard let name, try leads(binding.module, source, space.path) else { continue }
          let new = Provider(path: source.path, name: name)
          if !spaces.contains(new) { spaces.append(new) }
        }
      }
    }
  }

  /// `.core` of `z.core` behind `z`; nil where it begins otherwise.
  private static func rest(of path: String, behind name: String) -> Substring? {
    guard path.hasPrefix(name) else { return nil }
    let rest = path.dropFirst(name.count)
    return rest.isEmpty || rest.first == "." ? rest : nil
  }

  /// The files that may take the name from a provider: they have it in their code, or stand for a folder.
  private func importers(of provider: Provider, _ having: Set<Int>) throws(CodeIndexError) -> [Int] {
    var stems = [ModuleName.stem(of: provider.path)]
    if ["__init__", "index", "mod"].contains(stems[0]), let folder = ModuleMatcher.folders(provider.path).last {
      stems.append(folder)
    }
    var found: Set<Int> = []
    for stem in stems { found.formUnion(try shelf.importers(of: stem)) }
    if family == .python || family == .rust { found.formUnion(try shelf.importers(of: provider.name)) }
    let files = shelf.snapshot.files
    // Who hands on all that a module has needs not write the name.
    let starring = family == .script ? Set(try shelf.importers(of: "*")) : []
    if family == .c { found = found.filter { Self.isHeader(files[$0].path) } }
    return found.filter { place in
      having.contains(place) || family == .c || provider.name == "default" || starring.contains(place)
        || ["__init__", "index"].contains(ModuleName.stem(of: files[place].path))
    }.sorted().prefix(Self.mostImporters).map(\.self)
  }

  /// What a file hands on by a statement that takes the name from a provider.
  private func handedOn(
    _ binding: ImportBinding, _ provider: Provider, _ source: SourceCode
  ) throws(CodeIndexError) -> Provider? {
    switch binding.taken {
    case .name(let name) where name == provider.name:
      guard try leads(binding.module, source, provider.path) else { return nil }
      if family == .script, binding.local != provider.name { met.insert(source.place) }
      return family == .python || binding.isExported ? Provider(path: source.path, name: binding.local) : nil
    case .all:
      // A header hands on all that it includes.
      guard family == .python || family == .c || binding.isExported, try leads(binding.module, source, provider.path)
      else {
        return nil
      }
      return Provider(path: source.path, name: provider.name)
    default: return nil
    }
  }

  private static func isHeader(_ path: String) -> Bool {
    [".h", ".hh", ".hpp", ".hxx", ".inl", ".ipp"].contains(where: path.hasSuffix)
  }

  /// Whether a script exports it without a name.
  private func isDefault(_ name: String) throws(CodeIndexError) -> Bool {
    guard let file = shelf.snapshot.place(of: path), let source = try shelf.source(file) else { return false }
    for word in source.words(called: [name]) where word.field == .code {
      let start = source.bytes[source.lineStarts[word.line - 1]..<word.start].trimmed()
      if start.hasPrefix("export default") || start.hasPrefix("module.exports =") { return true }
    }
    return false
  }

  private func leads(_ module: String, _ source: SourceCode, _ path: String) throws(CodeIndexError) -> Bool {
    try matcher.leads(module, from: source.path, family, to: path)
  }

  /// What the name is called where it is handed on under another.
  func aliases(besides name: String) -> [String] {
    Set(providers.map(\.name)).subtracting([name, "default"]).sorted()
  }

  // MARK: One file

  func access(in source: SourceCode) throws(CodeIndexError) -> Access {
    if let known = known[source.place] { return known }
    var access = Access()
    guard source.family == family else { return access }
    for binding in source.imports {
      for provider in likely(binding) where provider.path != source.path || provider.path == path && family == .python {
        try add(binding, provider, source, &access)
      }
      for space in spaces where space.path != source.path { try add(binding, space: space, source, &access) }
    }
    // A header declares what the source of its name defines.
    if family == .c {
      if ModuleMatcher.stem(source.path) == ModuleMatcher.stem(path) { access.hasAll = true }
    } else {
      access.isProvider = providers.contains { $0.path == source.path } && source.path != path
    }
    known[source.place] = access
    return access
  }

  /// Those that a statement may mean: of Python by the last word of the module or by a name that is taken, so that paths need
  /// not be put together for the others.
  private func likely(_ binding: ImportBinding) -> [Provider] {
    if family == .c { return byModule[ModuleName.stem(of: binding.module)] ?? [] }
    guard family == .python, let module = binding.module.split(separator: "/").last,
      module.utf8.last != UInt8(ascii: ".")
    else { return providers }
    let last = String(module.drop { $0 == "." })
    guard case .name(let name) = binding.taken else { return byModule[last] ?? [] }
    return (byModule[last] ?? []).filter { $0.name == name } + (byModule[name] ?? [])
  }

  private func add(
    _ binding: ImportBinding, _ provider: Provider, _ source: SourceCode, _ access: inout Access
  ) throws(CodeIndexError) {
    switch binding.taken {
    case .name(let name):
      if name == provider.name, try leads(binding.module, source, provider.path) { access.locals.insert(binding.local) }
      let inner = binding.module.hasSuffix(".") ? binding.module + name : binding.module + "/" + name
      if [.python, .rust, .jvm].contains(family), try leads(inner, source, provider.path) {
        access.modules.insert(binding.local)
      }
    case .whole:
      guard try leads(binding.module, source, provider.path) else { return }
      access.modules.insert(binding.local.isEmpty ? try packageName(provider.path) : binding.local)
    case .all:
      if try leads(binding.module, source, provider.path) { access.hasAll = true }
    }
  }

  private func add(
    _ binding: ImportBinding, space: Provider, _ source: SourceCode, _ access: inout Access
  ) throws(CodeIndexError) {
    let name: String? =
      switch binding.taken {
      case .all: nil
      case .whole: binding.local + "." + space.name
      case .name(let name): Self.rest(of: space.name, behind: name).map { binding.local + $0 }
      }
    if let name, try leads(binding.module, source, space.path) { access.modules.insert(name) }
  }

  /// What a Go package calls itself.
  private func packageName(_ path: String) throws(CodeIndexError) -> String {
    guard let place = shelf.snapshot.place(of: path) else { return "" }
    return try shelf.outline(place).definitions.first { $0.kind == "package" }?.name ?? ""
  }

  /// Whether what stands before a dot is a module that has the name.
  func qualifies(_ chain: some Collection<String>, in source: SourceCode) throws(CodeIndexError) -> Bool {
    guard !chain.isEmpty else { return false }
    let access = try access(in: source)
    let chain = Array(chain)
    if access.modules.contains(chain.joined(separator: ".")) { return true }
    guard family == .python || family == .rust else { return false }
    let start = chain[0].utf8
    for binding in source.imports {
      // Most begin with another name; one without a name stands for every chain.
      let own = binding.local.utf8
      guard own.first == nil || own.first == UInt8(ascii: ".") || own.starts(with: start) else { continue }
      let local = binding.local.split(separator: ".").map(String.init)
      guard chain.count >= local.count, chain.prefix(local.count).elementsEqual(local) else { continue }
      var module = binding.module
      if case .name(let name) = binding.taken { module += module.hasSuffix(".") ? name : "/" + name }
      let rest = chain.dropFirst(local.count)
      guard !rest.isEmpty else { continue }
      module += "/" + rest.joined(separator: "/")
      for provider in providers { if try leads(module, source, provider.path) { return true } }
    }
    return false
  }

  /// Whether files see the name without an import, by where they lie.
  func isBeside(_ source: SourceCode) -> Bool {
    guard source.family == family else { return false }
    switch family {
    case .go, .php: return ModuleMatcher.folder(source.path) == ModuleMatcher.folder(path)
    case .jvm: return Self.package(source.path) == Self.package(path)
    case .swift: return ModuleMatcher.swiftModule(source.path) == ModuleMatcher.swiftModule(path)
    default: return false
    }
  }

  /// The folder of a package, whether it lies among sources or tests.
  private static func package(_ path: String) -> ArraySlice<String> {
    let folders = ModuleMatcher.folders(path)
    guard let root = folders.lastIndex(where: { ["java", "kotlin", "scala", "groovy"].contains($0) }) else {
      return folders[...]
    }
    return folders[(root + 1)...]
  }
}
