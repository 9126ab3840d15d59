package import CodeIndex
import Git
package import Workflow

/// What the code index holds.
package enum IndexView {
  package static func text(_ outcome: IndexOutcome) -> TerminalText {
    var text = TerminalText()
    if let contents = outcome.contents {
      append(contents, of: outcome, to: &text)
    } else {
      text.line("Nothing is indexed of \(outcome.commit.short, .id) yet. Build it: git handoff index")
    }
    if outcome.isStored {
      let size = outcome.bytes > 0 ? "\(Phrase.size(outcome.bytes)), " : ""
      text.line("  \(outcome.path) \("(\(size)may be deleted at any time)", .faint)")
    } else {
      text.line("\("note:", .caution) \(outcome.path) cannot be written, so this was built in memory and is gone again")
    }
    if let version = outcome.ctags {
      text.line("  definitions by universal-ctags \(version)")
    } else {
      text.line(
        "\("note:", .caution) universal-ctags was not found in PATH, so definitions are known of some languages only")
      text.line("      install it (apt-get install universal-ctags, brew install universal-ctags) and run this again")
    }
    return text
  }

  private static func append(_ contents: IndexOutcome.Contents, of outcome: IndexOutcome, to text: inout TerminalText) {
    let counts = [
      Phrase.count(contents.files, "file"), Phrase.count(contents.lines, "line"),
      Phrase.count(contents.definitions, "definition"),
    ]
    text.line("Indexed \(outcome.commit.short, .id): \(counts.joined(separator: ", "))")
    let most = contents.languages.prefix(8).map { "\($0.name) \($0.files)" }
    let others = contents.languages.count - most.count
    if !most.isEmpty {
      text.line("  languages: \((most + (others > 0 ? ["and \(others) more"] : [])).joined(separator: ", "))")
    }
    let traits = named(contents.traits)
    if !traits.isEmpty { text.line("  told apart: \(traits.map { "\($0.0) \($0.1)" }.joined(separator: ", "))") }
    let states = unread(contents.states)
    if !states.isEmpty { text.line("  by path alone: \(states.map { "\($0.0) \($0.1)" }.joined(separator: ", "))") }
    if let commits = outcome.commits { text.line("  history: \(Phrase.count(commits, "commit"))") }
    if contents.lacking > 0, outcome.ctags != nil {
      text.line("  \(Phrase.count(contents.lacking, "file")) without definitions; git handoff index reads them again")
    }
  }

  private static func named(_ traits: [FileTraits: Int]) -> [(String, Int)] {
    let names: [(FileTraits, String)] = [
      (.test, "tests"), (.documentation, "documentation"), (.example, "examples and tools"), (.generated, "generated"),
      (.vendored, "vendored"),
    ]
    return names.compactMap { trait, name in traits[trait].map { (name, $0) } }
  }

  private static func unread(_ states: [DocumentSummary.State: Int]) -> [(String, Int)] {
    let names: [(DocumentSummary.State, String)] = [
      (.binary, "binary"), (.large, "larger than 1 MB"), (.minified, "minified"), (.missing, "not in this clone"),
    ]
    return names.compactMap { state, name in states[state].map { (name, $0) } }
  }

  package static func json(_ outcome: IndexOutcome) -> JSONValue {
    let contents = outcome.contents
    return .document(
      kind: "index",
      [
        "commit": .string(outcome.commit.hex), "current": .bool(contents != nil),
        "files": contents.map { .int($0.files) } ?? .null, "lines": contents.map { .int($0.lines) } ?? .null,
        "definitions": contents.map { .int($0.definitions) } ?? .null,
        "commits": outcome.commits.map { .int($0) } ?? .null,
        "languages": JSONValue(contents?.languages ?? []) {
          ["name": .string($0.name), "files": .int($0.files), "lines": .int($0.lines)]
        },
        "told_apart": JSONValue(named(contents?.traits ?? [:])) { ["name": .string($0.0), "files": .int($0.1)] },
        "by_path_alone": JSONValue(unread(contents?.states ?? [:])) { ["name": .string($0.0), "files": .int($0.1)] },
        "without_definitions": .int(contents?.lacking ?? 0), "path": .string(outcome.path),
        "bytes": .int(outcome.bytes), "stored": .bool(outcome.isStored), "ctags": JSONValue(outcome.ctags),
      ])
  }
}

/// How far the index is, for one line that is written over and over.
package enum IndexProgressView {
  package static func line(_ progress: IndexProgress) -> String {
    switch progress {
    case .waiting(let process):
      "Waiting for another git-handoff that is indexing\(process.map { " (process \($0))" } ?? "")"
    case .files(let done, let all): bar("Indexing files", done, all)
    case .history(let done, let all): bar("Indexing history", done, all)
    }
  }

  private static func bar(_ what: String, _ done: Int, _ all: Int) -> String {
    let share = all > 0 ? done * 100 / all : 100
    return "\(what): \(share)% (\(done)/\(all))"
  }
}
