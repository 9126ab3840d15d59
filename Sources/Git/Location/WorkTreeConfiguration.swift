/// The little of a repository's configuration that decides where its work tree is.
///
/// Read in process, because every command and hook needs it: `core.bare`, and whether anything could move the
/// work tree. A value that is written in an unusual way (continued lines, quotes) counts as moving it.
struct WorkTreeConfiguration {
  private(set) var isBare: Bool?
  /// `core.worktree` is set, or another file is included that may set it: git has to be asked.
  private(set) var movesWorkTree = false
  private var hasOwnConfiguration = false

  init(gitDirectory: String, commonDirectory: String) {
    if let text = try? GitFile.text(commonDirectory + "/config") { scan(text) }
    guard hasOwnConfiguration, let text = try? GitFile.text(gitDirectory + "/config.worktree") else { return }
    scan(text)
  }

  /// For tests: what one configuration file says.
  init(_ text: String) { scan(text) }

  private mutating func scan(_ text: String) {
    var section = ""
    for line in text.split(whereSeparator: \.isNewline) {
      let trimmed = line.drop { $0 == " " || $0 == "\t" }
      if trimmed.first == "[" {
        let header = trimmed.dropFirst().prefix { $0 != "]" }
        section = header.lowercased()
        if section.hasPrefix("include") { movesWorkTree = true }
        // A variable may stand behind the header on the same line.
        note(trimmed.dropFirst(header.count + 2), in: section)
      } else {
        note(trimmed, in: section)
      }
    }
  }

  private mutating func note(_ line: Substring, in section: String) {
    guard section == "core" || section == "extensions" else { return }
    let parts = line.split(separator: "=", maxSplits: 1)
    let key = parts.first.map { $0.lowercased().filter { !$0.isWhitespace } } ?? ""
    switch (section, key) {
    case ("core", "worktree"): movesWorkTree = true
    case ("core", "bare"): noteBare(parts.count > 1 ? parts[1] : nil)
    case ("extensions", "worktreeconfig"): hasOwnConfiguration = true
    default: break
    }
  }

  /// The spellings of git-config(1); without `=`, a variable is true.
  private mutating func noteBare(_ value: Substring?) {
    let word = value?.lowercased().filter { !$0.isWhitespace }
    switch word {
    case nil, "true", "yes", "on", "1": isBare = true
    case "false", "no", "off", "0", "": isBare = false
    default: movesWorkTree = true
    }
  }
}
