/// Accounts that no person writes with, known by their names.
enum BotName {
  /// Those whose names do not say so.
  private static let known: Set<String> = [
    "github-actions", "dependabot", "dependabot-preview", "renovate", "stale", "codecov", "codecov-io",
    "codecov-commenter", "coveralls", "claassistant", "netlify", "vercel", "mergify", "sonarcloud", "sonarqubecloud",
    "allcontributors", "greenkeeper", "snyk", "linear", "coderabbitai", "copilot-pull-request-reviewer",
    "changeset-bot",
    "support-bot", "ghost-bot", "project-bot",
  ]

  static func isBot(_ name: String) -> Bool {
    let name = name.lowercased()
    return known.contains(name) || ["[bot]", "-bot", "_bot", "-robot"].contains { name.hasSuffix($0) }
  }
}

extension String {
  /// Nil when there is nothing in it.
  var nonEmpty: String? { isEmpty ? nil : self }
}
