import Foundation
import Testing

/// What the documents say, and the sources have to keep.
@Suite("What the documents promise") struct PromiseTests {
  @Test(
    "the words of the glossary are types of the plan model",
    arguments: [
      "Source", "Statement", "Intent", "Epic", "Story", "Criterion", "Condition", "Question", "Decision", "Citation",
      "Anchor", "Evidence", "Verdict", "SignOff", "Plan", "Policy", "Finding", "Rule",
    ])
  func glossary(_ word: String) {
    let isDeclared = SourceFile.all.contains { file in
      file.target == "PlanModel"
        && file.code.contains {
          $0.text.hasPrefix("package struct \(word):") || $0.text.hasPrefix("package enum \(word):")
        }
    }
    #expect(isDeclared)
  }

  @Test("the hooks that are installed are the files of hooks/")
  func hooks() throws {
    let hooks = try FileManager.default.contentsOfDirectory(atPath: Checkout.top + "/hooks").filter {
      !$0.contains(".") && $0 != "ci"
    }
    #expect(!hooks.isEmpty)
    let kinds = try #require(SourceFile.all.first { $0.path == "Workflow/Hooks/HookKind.swift" })
    let package = try Checkout.read("Package.swift")
    for hook in hooks where try Checkout.read("hooks/\(hook)").hasPrefix("#!") {
      #expect(try Checkout.read("Sources/Workflow/Shims/\(hook)") == Checkout.read("hooks/\(hook)"), "\(hook)")
      #expect(kinds.lines.contains { $0.contains("\"\(hook)\"") }, "\(hook)")
      #expect(package.contains("\"\(hook)\""), "\(hook)")
    }
  }

  @Test("every rule has its line in the reference, with its severity")
  func rules() throws {
    let page = try Checkout.read("docs/reference/rules.md").split(separator: "\n")
    let file = try #require(SourceFile.all.first { $0.path == "PlanModel/Findings/Rule.swift" })
    let ids = file.code.compactMap { _, line -> String? in
      let parts = line.split(separator: "\"")
      return line.contains("  case ") && parts.count > 1 ? String(parts[1]) : nil
    }
    #expect(ids.count > 20)
    for id in ids {
      let lines = page.filter { $0.hasPrefix("| `\(id)` | ") }
      #expect(lines.count == 1, "\(id)")
      let severity = lines.first.map { $0.split(separator: "|")[1].trimmingCharacters(in: .whitespaces) }
      #expect(severity == (try severities()[id] ?? "error"), "\(id)")
    }
    #expect(page.count { $0.hasPrefix("| `") } == ids.count)
  }

  /// The rules that are no errors, as `Rule.severity` lists them.
  private func severities() throws -> [String: String] {
    let text = try Checkout.read("Sources/PlanModel/Findings/Rule.swift")
    var severities: [String: String] = [:]
    for line in text.split(separator: "\n") where line.contains("    case .") {
      let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 2 else { continue }
      for name in parts[0].dropFirst(5).split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) }) {
        let declaration = text.split(separator: "\n").first { $0.contains("case \(name.dropFirst()) = ") }
        if let id = declaration?.split(separator: "\"")[1] { severities[String(id)] = String(parts[1].dropFirst()) }
      }
    }
    return severities
  }
}
