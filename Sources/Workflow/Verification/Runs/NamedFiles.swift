import Git
import PlanFiles

/// The files of a commit that a command names, and with them what of a repository it is known to run.
///
/// Words are split as a shell splits them, as far as that can be seen without running it. A word that is the path of a file
/// counts, `sh scripts/test.sh` and `./run`, and so do the files that some programs read unasked: `make` its makefile, `npm`
/// its package.json. What those files call, what a variable or a pattern of the shell comes to, and folders do not count.
struct NamedFiles {
  private let files: [String: ObjectID]

  /// - Parameter files: all of the commit's.
  init(_ files: [TreeEntry]) {
    let plain = files.filter { $0.kind == .file || $0.kind == .executable || $0.kind == .symbolicLink }
    self.files = Dictionary(plain.map { ($0.path, $0.id) }) { first, _ in first }
  }

  /// Their paths, sorted.
  func paths(in command: String) -> [String] {
    let words = Self.words(of: command)
    var folders = [""]
    for (word, next) in zip(words, words.dropFirst()) where Self.goesTo.contains(word) {
      if let folder = Self.normal(next) { folders.append(folder + "/") }
    }
    var named: Set<String> = []
    for word in words {
      // `--config=tools/a.toml` names a file, too.
      let parts = [word[...]] + word.split(separator: "=", maxSplits: 1).dropFirst()
      let paths = parts.compactMap { Self.normal(String($0)) }
      let unasked = Self.unasked[String(word.split(separator: "/").last ?? "")] ?? []
      for path in paths + unasked {
        for folder in folders where files[folder + path] != nil { named.insert(folder + path) }
      }
    }
    return named.sorted()
  }

  /// What trust in a command is bound to: its words, and the contents of the files that it names.
  func digest(of command: String) -> String {
    let paths = paths(in: command)
    // A command that names no file is known by its words alone.
    if paths.isEmpty { return TrustStore.digest(of: command) }
    let lines = paths.map { "\(files[$0]?.hex ?? "")\t\($0)\n" }
    return Fingerprint.sha256(Array((lines.joined() + "\n" + command).utf8))
  }

  /// Behind these stands a folder in which the rest is looked for.
  private static let goesTo: Set<String> = ["cd", "pushd", "-C", "--directory", "--prefix"]

  /// What programs read without being told to.
  private static let unasked: [String: [String]] = [
    "make": makefiles, "gmake": makefiles, "npm": ["package.json"], "npx": ["package.json"], "yarn": ["package.json"],
    "pnpm": ["package.json"], "bun": ["package.json"], "composer": ["composer.json"], "just": ["justfile", "Justfile"],
    "rake": ["Rakefile"], "tox": ["tox.ini"], "nox": ["noxfile.py"], "task": ["Taskfile.yml"],
  ]
  private static let makefiles = ["GNUmakefile", "makefile", "Makefile"]

  // MARK: Words

  /// Quotes are taken off; what a shell parts commands with parts words.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character.isWhitespace || ";|&()<>`{}".contains(character) {
        words.append(word)
        word = ""
      } else if character != "\\" {
        word.append(character)
      }
    }
    // `sh -c "make test"` holds a command in a word.
    return (words + [word]).flatMap { [$0] + $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .filter { !$0.isEmpty }
  }

  /// A path from the top of the repository without `.` and `..`; nil for one that leaves it.
  private static func normal(_ path: String) -> String? {
    if path.hasPrefix("/") { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "/")
  }
}
