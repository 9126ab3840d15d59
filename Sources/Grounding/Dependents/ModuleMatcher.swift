import CodeIndex

/// Tells whether the module that a statement names is a certain file.
final class ModuleMatcher {
  let shelf: SourceShelf
  /// By folder: the name of the Go module that it belongs to, and where that begins.
  private var goModules: [String: (name: String, root: String)?] = [:]
  private var pythonModules: [String: [UInt8]] = [:]

  init(_ shelf: SourceShelf) { self.shelf = shelf }

  /// Whether `module`, as a file at `importer` writes it, is the file at `path`; for languages whose modules are folders,
  /// whether that is in it.
  func leads(
    _ module: String, from importer: String, _ family: CodeFamily, to path: String
  ) throws(CodeIndexError) -> Bool {
    switch family {
    case .python: return python(module, importer, path)
    case .script: return script(module, importer, path)
    case .go: return try go(module, path)
    case .swift: return Self.swiftModule(path) == module || Self.folders(path).contains(module)
    case .jvm, .php, .cSharp:
      let stem = Self.stem(path)
      return Self.ends(stem, with: module) || Self.ends(Self.folder(path), with: module)
    case .rust: return rust(module, importer, path)
    case .c: return c(module, path)
    case .ruby, .perl, .fortran, .page, .other:
      return Self.ends(Self.stem(path), with: Self.withoutDots(Self.stem(module)))
    }
  }

  // MARK: Languages

  private func python(_ module: String, _ importer: String, _ path: String) -> Bool {
    let own = pythonModule(path)
    let dots = module.utf8.prefix { $0 == UInt8(ascii: ".") }.count
    let rest = module.utf8.dropFirst(dots)
    guard own.count >= rest.count, own.suffix(rest.count).elementsEqual(rest) else { return false }
    let root = own.dropLast(rest.count)
    if dots > 0 {
      var folder = Self.folder(importer)
      for _ in 1..<max(dots, 1) { folder = Self.folder(folder) }
      return own.elementsEqual(Self.joined(folder, String(Substring(rest))).utf8)
    }
    guard !rest.isEmpty, root.isEmpty || root.last == UInt8(ascii: "/") else { return false }
    // A folder with an `__init__.py` is a package itself, and would have to be named.
    return root.isEmpty || shelf.snapshot.file(at: root.text + "__init__.py") == nil
  }

  /// The path of a Python file as its module is named; the folder of an `__init__.py`.
  private func pythonModule(_ path: String) -> [UInt8] {
    if let known = pythonModules[path] { return known }
    var own = Self.stem(path)
    if own.hasSuffix("/__init__") { own.removeLast(9) } else if own == "__init__" { own = "" }
    let module = Array(own.utf8)
    pythonModules[path] = module
    return module
  }

  /// The last part of what a Python file is called as a module.
  func pythonName(_ path: String) -> String {
    pythonModule(path).split(separator: UInt8(ascii: "/")).last?.text ?? ""
  }

  private static let scriptSuffixes = [
    "ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts", "vue", "svelte", "json", "d",
  ]

  private func script(_ module: String, _ importer: String, _ path: String) -> Bool {
    let own = Self.withoutScriptSuffix(path)
    let short = own.hasSuffix("/index") ? String(own.dropLast(6)) : own == "index" ? "" : own
    if module.hasPrefix(".") {
      let wanted = Self.withoutScriptSuffix(Self.resolved(module, from: Self.folder(importer)))
      return wanted == own || wanted == short
    }
    let plain = Self.withoutScriptSuffix(module)
    let isAlias = plain.hasPrefix("@/") || plain.hasPrefix("~/") || plain.hasPrefix("#/")
    let parts = plain.split(separator: "/").drop { $0 == "@" || $0 == "~" || $0 == "#" }
    guard let last = parts.last else { return false }
    let isPackage = !isAlias && (parts.count == 1 || parts.count == 2 && plain.hasPrefix("@"))
    if isPackage {
      return ["\(last)/src/index", "\(last)/index", "\(last)/lib/index", "\(last)/src/main"].contains {
        Self.ends(own, with: $0)
      }
    }
    let rest = parts.joined(separator: "/")
    if Self.ends(own, with: rest) || Self.ends(short, with: rest) { return true }
    return !isAlias && Self.subpaths(plain).contains { Self.ends(own, with: $0) || Self.ends(short, with: $0) }
  }

  /// Where packages of one repository have what they export below their name: `shop/src/v2` of `shop/v2` and `@acme/shop/v2`
  /// (https://nodejs.org/api/packages.html#subpath-exports).
  private static func subpaths(_ module: String) -> [String] {
    let parts = module.split(separator: "/").drop { $0.hasPrefix("@") }
    guard let package = parts.first, parts.count > 1 else { return [] }
    let rest = parts.dropFirst().joined(separator: "/")
    return ["\(package)/\(rest)"] + ["src", "lib", "source"].map { "\(package)/\($0)/\(rest)" }
  }

  private func go(_ module: String, _ path: String) throws(CodeIndexError) -> Bool {
    let folder = Self.folder(path)
    guard let root = try goModule(of: folder) else {
      return !folder.isEmpty && Self.ends(module, with: folder)
    }
    let inner = root.root.isEmpty ? folder : String(folder.dropFirst(root.root.utf8.count).drop { $0 == "/" })
    return module == Self.joined(root.name, inner)
  }

  private func goModule(of folder: String) throws(CodeIndexError) -> (name: String, root: String)? {
    if let known = goModules[folder] { return known }
    var at = folder
    var found: (name: String, root: String)?
    while true {
      let path = Self.joined(at, "go.mod")
      if shelf.snapshot.file(at: path) != nil, let bytes = try shelf.contents(path) {
        for line in bytes[...].lines() where line.hasPrefix("module ") {
          let name = line.dropFirst(7).trimmed().filter { $0 != UInt8(ascii: "\"") }
          found = (String(decoding: name, as: UTF8.self), at)
        }
        break
      }
      if at.isEmpty { break }
      at = Self.folder(at)
    }
    goModules[folder] = .some(found)
    return found
  }

  private func rust(_ module: String, _ importer: String, _ path: String) -> Bool {
    var own = Self.stem(path).split(separator: "/").map(String.init)
    if let last = own.last, ["mod", "lib", "main"].contains(last) { own.removeLast() }
    if let source = own.lastIndex(of: "src") { own.removeFirst(source + 1) }
    var wanted = module.split(separator: "/").map(String.init)
    let isOwn = wanted.first == "crate" || wanted.first == "self" || wanted.first == "super"
    while let first = wanted.first, ["crate", "self", "super"].contains(first) { wanted.removeFirst() }
    if wanted.isEmpty { return isOwn && own.count <= 1 || Self.folder(importer) == Self.folder(path) }
    if own.suffix(wanted.count).elementsEqual(wanted) { return true }
    // The first part may be the name of the crate.
    return wanted.count > 1 && own.elementsEqual(wanted.dropFirst()) || wanted.count == 1 && own.isEmpty
  }

  private func c(_ module: String, _ path: String) -> Bool {
    let wanted = Self.withoutDots(module)
    return Self.ends(path, with: wanted) || Self.ends(Self.stem(path), with: Self.stem(wanted))
  }

  // MARK: Paths

  /// The module of Swift that a file belongs to.
  static func swiftModule(_ path: String) -> String {
    let folders = folders(path)
    guard let root = folders.firstIndex(where: { ["Sources", "Tests", "Plugins"].contains($0) }),
      folders.indices.contains(root + 1)
    else { return folders.first ?? "" }
    return folders[root + 1]
  }

  /// The parts of what code may call a file: its folders and its stem; its folders alone where it stands for the last.
  static func parts(_ path: String) -> [String] {
    let stem = stem(path).split(separator: "/").map(String.init)
    return ["__init__", "index", "mod"].contains(stem.last) && stem.count > 1 ? stem.dropLast() : stem
  }

  static func folders(_ path: String) -> [String] { path.split(separator: "/").dropLast().map(String.init) }

  static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  static func joined(_ folder: String, _ rest: String) -> String {
    folder.isEmpty ? rest : rest.isEmpty ? folder : folder + "/" + rest
  }

  static func stem(_ path: String) -> String {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    guard let dot = path.utf8[start...].lastIndex(of: UInt8(ascii: ".")), dot > path.startIndex else { return path }
    return String(path[..<dot])
  }

  /// Whether a path ends with whole parts of another.
  static func ends(_ path: String, with end: String) -> Bool {
    guard !end.isEmpty, path.utf8.count >= end.utf8.count, path.hasSuffix(end) else { return false }
    let before = path.utf8.dropLast(end.utf8.count).last
    return before == nil || before == UInt8(ascii: "/")
  }

  private static func withoutDots(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." && $0 != ".." }.joined(separator: "/")
  }

  private static func withoutScriptSuffix(_ path: String) -> String {
    let stem = stem(path)
    guard stem != path, scriptSuffixes.contains(where: { path == stem + "." + $0 }) else { return path }
    return stem.hasSuffix(".d") ? String(stem.dropLast(2)) : stem
  }

  private static func resolved(_ module: String, from folder: String) -> String {
    var parts = folder.split(separator: "/").map(String.init)
    for part in module.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
