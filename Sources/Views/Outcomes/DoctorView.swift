package import Workflow

/// A set-up on one screen, and what mends it.
package enum DoctorView {
  package static func text(_ diagnosis: Diagnosis) -> TerminalText {
    var text = TerminalText()
    let programs = diagnosis.programs.map { program in
      program.version.map { $0.isEmpty ? program.name : "\(program.name) \($0)" } ?? "no \(program.name)"
    }
    row("programs", programs.joined(separator: ", "), &text)
    let forms = diagnosis.forms.isEmpty ? "" : " (\(diagnosis.forms.map(\.rawValue).joined(separator: ", ")))"
    row("repository", diagnosis.top + forms, &text)
    row("plan", diagnosis.hasPlan ? "main branch \(diagnosis.main ?? "main")" : "none", &text)
    if let hooks = diagnosis.hooks { text.append(self.hooks(hooks, diagnosis.configuredHooks)) }
    if let hooks = diagnosis.hooks, !hooks.notesFrom.isEmpty {
      row("notes", "fetched from \(Phrase.list(hooks.notesFrom))", &text)
    }
    row("merging", diagnosis.mergeDriver.map { "plan files by the driver '\($0)'" } ?? "plan files as text", &text)
    row("index", diagnosis.indexBytes.map(Phrase.size) ?? "none yet, built when it is needed", &text)
    text.append(problems(diagnosis))
    return text
  }

  private static func row(_ name: String, _ words: String, _ text: inout TerminalText) {
    text.line("\(name.padded(to: 11))\(words)")
  }

  private static func hooks(_ outcome: HooksOutcome, _ configured: [Diagnosis.ConfiguredHook]) -> TerminalText {
    var text = TerminalText()
    row("hooks", "in \(outcome.directory)", &text)
    for hook in outcome.hooks {
      let first = configured.filter { $0.events.contains(hook.kind.rawValue) }.map { "hook.\($0.name)" }
      let order = first + steps(hook)
      let last = hook.lastRun.map { "; last run \($0)" } ?? ""
      let words = order.isEmpty ? "nothing runs" : order.joined(separator: ", then ")
      text.line("  \(hook.kind.rawValue.padded(to: 20))\(words)\(last)")
    }
    return text
  }

  /// What runs for a hook, in its order.
  private static func steps(_ hook: HooksOutcome.Hook) -> [String] {
    let owner = hook.owner?.rawValue ?? "somebody's"
    return switch hook.state {
    case .installed, .unchanged, .updated, .chained(_, runs: false): ["git-handoff"]
    case .chained(let file, runs: true): ["\(owner) (\(file))", "git-handoff"]
    case .edited: ["git-handoff, edited"]
    case .foreign: [owner]
    case .called: ["\(owner), which calls git-handoff"]
    case .absent, .removed, .restored, .uncalled: []
    }
  }

  private static func problems(_ diagnosis: Diagnosis) -> TerminalText {
    var text = TerminalText()
    text.line()
    for problem in diagnosis.problems.sorted(by: { !$0.isAdvice && $1.isAdvice }) {
      let (words, fix) = DoctorWording.words(problem)
      let mark: StyledLine = problem.isAdvice ? "\("advice:", .caution)" : "\("problem:", .bad)"
      text.line("\(mark) \(words)")
      if let fix { text.line("  \(fix)") }
    }
    if diagnosis.isWell { text.line("\("Nothing is in the way.", .good)") }
    return text
  }

  package static func json(_ diagnosis: Diagnosis) -> JSONValue {
    .document(
      kind: "doctor",
      [
        "ok": .bool(diagnosis.isWell), "repository": .string(diagnosis.top),
        "programs": JSONValue(diagnosis.programs) { program in
          ["name": .string(program.name), "version": program.version.map { .string($0) } ?? .null]
        },
        "forms": JSONValue(diagnosis.forms) { .string($0.rawValue) },
        "plan": .bool(diagnosis.hasPlan), "main": diagnosis.main.map { .string($0) } ?? .null,
        "directory": diagnosis.hooks.map { .string($0.directory) } ?? .null,
        "hooks": diagnosis.hooks.map(HooksView.hooks) ?? [],
        "merge_driver": diagnosis.mergeDriver.map { .string($0) } ?? .null,
        "index_bytes": diagnosis.indexBytes.map { .int($0) } ?? .null,
        "problems": JSONValue(diagnosis.problems) { problem in
          let (words, fix) = DoctorWording.words(problem)
          return [
            "problem": .string(DoctorWording.name(of: problem)), "advice": .bool(problem.isAdvice),
            "text": .string(words), "fix": fix.map { .string($0) } ?? .null,
          ]
        },
      ])
  }
}

extension String {
  /// With blanks behind it, to `width` characters at least.
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
