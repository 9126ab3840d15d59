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

  /// Programs that write into chats under their own names; nobody's name is one of these.
  private static let programs: Set<String> = [
    "github", "gitlab", "bitbucket", "jira", "jira cloud", "jenkins", "circleci", "travis ci", "github actions",
    "sentry",
    "pagerduty", "datadog", "grafana", "google calendar", "google drive", "zapier", "slackbot", "trello", "asana",
    "opsgenie", "statuspage", "new relic", "heroku", "vercel", "netlify", "dependabot", "polly", "giphy", "bot",
    "system",
  ]

  /// Whether a name in a chat is that of a program.
  static func isProgram(_ name: String) -> Bool { isBot(name) || programs.contains(name.lowercased()) }

  static func isBot(_ name: String) -> Bool {
    let name = name.lowercased()
    return known.contains(name) || ["[bot]", "-bot", "_bot", "-robot"].contains { name.hasSuffix($0) }
  }
}

extension String {
  /// Nil when there is nothing in it.
  var nonEmpty: String? { isEmpty ? nil : self }
}
