import Git
import Grounding
import Workflow

/// Why some code is a pattern, in words.
enum PatternWords {
  static func reason(_ found: FoundPattern) -> String {
    var parts = [likeness(found.pattern)]
    if let commit = found.pattern.commit {
      parts.append("\(commit.short) \(brought(found.pattern))")
      let said = found.pattern.words.isEmpty ? "" : ", which has \(Phrase.list(found.pattern.words, limit: 3))"
      if !found.subject.isEmpty { parts.append("it says “\(found.subject)”\(said)") }
    }
    return parts.joined(separator: "; ")
  }

  private static func likeness(_ pattern: CodePattern) -> String {
    switch pattern.likeness {
    case .role(let role): "a \(role) as \(pattern.target)"
    case .folder: "beside \(pattern.target)"
    }
  }

  private static func brought(_ pattern: CodePattern) -> String {
    let new = pattern.parts.filter { $0.isNew && $0.path != pattern.path }
    let changed = pattern.parts.filter { !$0.isNew }
    var words = "brought it"
    for (role, name) in [(CodePattern.Role.test, "its test"), (.documentation, "its page")] {
      guard let first = new.first(where: { $0.role == role }) else { continue }
      words += ", \(name) \(first.path)"
    }
    let code = new.count { $0.role == .code }
    if code > 0 { words += ", \(Phrase.count(code, "more file"))" }
    if !changed.isEmpty { words += "; it changed \(Phrase.list(changed.map(\.path), limit: 2))" }
    return words
  }
}
