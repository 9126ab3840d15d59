/// Tells what a program reports of its own work from words of people that it hands on.
///
/// A form or a help desk posts what customers wrote; a build server posts that a build failed.
enum MachineReport {
  /// Whether every line is a report: it names a repository, a build, a state or a number of a record.
  static func isOne(_ words: String) -> Bool {
    let lines = Array(words.utf8).split(separator: ASCII.newline).filter { $0.contains(where: \.isWord) }
    return lines.count <= mostLines && lines.allSatisfy(isReport)
  }

  private static let mostLines = 30

  private static func isReport(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 300 else { return false }
    // `[acme/app] Build #771 failed`
    if line.first == ASCII.openBracket, line.prefix(80).contains(ASCII.closeBracket) { return true }
    let lower = LowerCase.of(line)[...]
    return events.count(in: lower, enough: 2) >= 2 || line.count <= 120 && states.isFound(in: lower)
  }

  private static let events = PhraseTable(
    """
    build|deploy|pipeline|workflow|commit|branch|pull request|merge request|merged|release|failed|passed|succeeded|\
    success|triggered|opened by|closed by|pushed|alert|monitor|incident|resolved|recovered|status:|cpu|latency|uptime|\
    downtime|job #|run #|tests|coverage|environment|production|staging
    """)

  private static let states = PhraseTable(
    """
    build failed|build passed|build succeeded|build fixed|deploy failed|deployed to|deployment failed|new commit|\
    pull request opened|pull request closed|pull request merged|is down|is up|was assigned to|status changed|reminder:|\
    has joined|has left|integration
    """)
}
