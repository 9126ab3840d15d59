import PlanModel
package import Workflow

/// Stories by where they stand: side by side where the terminal is wide enough, below each other where it is not.
package enum BoardView {
  private static let columns: [StoryStatus] = [.draft, .ready, .active, .shipped]
  private static let gap = 2
  private static let narrowest = 18
  private static let mostStories = 30

  /// - Parameter width: of the terminal, in columns; nil where nobody knows.
  package static func text(_ outcome: ListOutcome, width: Int?) -> TerminalText {
    var text = TerminalText()
    let stories = Dictionary(grouping: outcome.items) { $0.status ?? "" }
    let own = ((width ?? 0) - gap * (columns.count - 1)) / columns.count
    if own >= narrowest {
      addSideBySide(stories, own, to: &text)
    } else {
      addInTurn(stories, to: &text)
    }
    let dropped = stories[StoryStatus.dropped.rawValue]?.count ?? 0
    if dropped > 0 { text.line("\("\(dropped) dropped", .faint)") }
    text.append(CheckView.lines(outcome.unreadable))
    return text
  }

  private static func heading(_ status: StoryStatus, _ count: Int) -> String { "\(status.rawValue) \(count)" }

  private static func addInTurn(_ stories: [String: [ItemSummary]], to text: inout TerminalText) {
    for status in columns {
      let own = stories[status.rawValue] ?? []
      text.line("\(heading(status, own.count), .strong)")
      for story in own.prefix(mostStories) { text.line("  \(story.id, .id)  \(story.title)") }
      if own.count > mostStories { text.line("  and \(own.count - mostStories) more") }
    }
  }

  private static func addSideBySide(
    _ stories: [String: [ItemSummary]], _ width: Int, to text: inout TerminalText
  ) {
    let cells = columns.map { status -> [String] in
      let own = stories[status.rawValue] ?? []
      var lines = [heading(status, own.count), String(repeating: "─", count: width)]
      for story in own.prefix(mostStories) {
        lines += [story.id.description] + wrapped(Sanitiser.line(story.title), width: width) + [""]
      }
      if own.count > mostStories { lines.append("and \(own.count - mostStories) more") }
      return lines
    }
    for row in 0..<(cells.map(\.count).max() ?? 0) {
      let line = cells.map { lines in
        let cell = row < lines.count ? String(lines[row].prefix(width)) : ""
        return cell + String(repeating: " ", count: max(0, width - cell.count))
      }.joined(separator: String(repeating: " ", count: gap))
      let end = line.lastIndex { $0 != " " }.map { line[...$0] } ?? ""
      text.line("\(String(end), row == 0 ? .strong : .plain)")
    }
  }

  package static func json(_ outcome: ListOutcome) -> JSONValue {
    let stories = Dictionary(grouping: outcome.items) { $0.status ?? "" }
    return .document(
      kind: "board",
      [
        "columns": JSONValue(StoryStatus.allCases) { status -> JSONValue in
          [
            "status": .string(status.rawValue),
            "stories": JSONValue(stories[status.rawValue] ?? []) { story -> JSONValue in
              ["id": .string(story.id.description), "title": .string(story.title), "owner": JSONValue(story.owner)]
            },
          ]
        },
        "findings": JSONValue(outcome.unreadable, CheckView.json),
      ])
  }
}
