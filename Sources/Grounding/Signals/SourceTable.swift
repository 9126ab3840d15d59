import CodeIndex

/// The files that are ranked, which are code that nobody else wrote; and its tests, which point at them.
struct SourceTable: Sendable {
  /// By path.
  private(set) var sources: [IndexedFile] = []
  private(set) var tests: [IndexedFile] = []
  /// By source: whether it is not what the product does: documentation, examples, tools, migrations, and what a program wrote.
  private(set) var isAside: [Bool] = []
  /// Where a file of the snapshot stands in ``sources``, or in ``tests`` as `-2 - place`; -1 for neither.
  private(set) var places: [Int32]
  /// The parts of each source's path, by their numbers; the file's name last.
  private(set) var paths: [[Int32]] = []
  private(set) var testPaths: [[Int32]] = []
  private(set) var parts = PathParts()

  init(_ snapshot: Snapshot) {
    places = [Int32](repeating: -1, count: snapshot.files.count)
    var last: (path: String, parts: [Int32]) = ("", [])
    for (place, file) in snapshot.files.enumerated() where file.isCode && !file.traits.contains(.vendored) {
      let numbers = parts.numbers(of: file.path, besides: last.path, last.parts)
      last = (file.path, numbers)
      if file.traits.contains(.test) {
        places[place] = Int32(-2 - tests.count)
        tests.append(file)
        testPaths.append(numbers)
      } else {
        places[place] = Int32(sources.count)
        sources.append(file)
        isAside.append(file.isAside)
        paths.append(numbers)
      }
    }
  }

  var count: Int { sources.count }

  /// The place of a source among the sources; nil for a test, and for what is not ranked.
  func source(_ file: Int) -> Int? { places[file] >= 0 ? Int(places[file]) : nil }

  /// The name of a source's file.
  func name(_ source: Int) -> String { paths[source].last.map { parts.names[Int($0)] } ?? "" }
}

extension IndexedFile {
  fileprivate var isAside: Bool {
    if !traits.isDisjoint(with: [.documentation, .example, .generated]) || path == "setup.py" { return true }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    // Numbered as `0001_initial.py` are.
    guard path.utf8[slash...].dropFirst().prefix(4).count(where: \.isDigit) == 4 else { return false }
    let folder = path[..<slash].utf8.split(separator: UInt8(ascii: "/")).last
    return folder.map { $0.elementsEqual("migrations".utf8) || $0.elementsEqual("migrate".utf8) } ?? false
  }
}

/// The folders and files that paths are made of, numbered.
struct PathParts: Sendable {
  private(set) var names: [String] = []
  private var numbers = TermTable(capacity: 4096)

  /// The number of a part; nil where no path has it.
  func number(of name: String) -> Int32? { numbers.known(name).map(Int32.init) }

  /// The numbers of a path's parts. What it shares with the path before it, in order of paths, is not looked up again.
  mutating func numbers(of path: String, besides last: String, _ known: [Int32]) -> [Int32] {
    var (path, last) = (path, last)
    return path.withUTF8 { bytes in
      var shared = 0
      var start = 0
      last.withUTF8 { other in
        var at = 0
        while at < min(bytes.count, other.count), bytes[at] == other[at] {
          at += 1
          guard bytes[at - 1] == UInt8(ascii: "/") else { continue }
          shared += 1
          start = at
        }
      }
      var found = Array(known.prefix(shared))
      for end in start...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: "/") {
        if end > start {
          found.append(number(bytes[start..<end]))
        }
        start = end + 1
      }
      return found
    }
  }

  private mutating func number(_ name: some Collection<UInt8>) -> Int32 {
    let number = numbers.number(of: name)
    if number == names.count { names.append(String(decoding: name, as: UTF8.self)) }
    return Int32(number)
  }

  /// A file's name without its last suffix.
  static func stem(_ name: String) -> Substring {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return name[...] }
    return name[..<dot]
  }
}
