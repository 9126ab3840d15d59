import PlanModel
import Views
import Workflow

/// The board, and the lists of stories that stand the same way.
extension Site {
  static let boardColumns: [StoryStatus] = [.draft, .ready, .active, .shipped]
  /// As many stories as a column of the board and a part of a list have.
  private static let perColumn = 40
  static let perList = 200

  func stories(in list: StoryList) -> [Story] { index.stories(in: list) }

  func board() -> Content {
    let columns = Self.boardColumns.map { status -> Values in
      let stories = stories(in: .status(status))
      var values: Values = [
        "status": status.rawValue, "count": stories.count, "href": SitePage.list(.status(status), part: 1).path,
        "stories": stories.prefix(Self.perColumn).map { row($0, "") },
      ]
      if stories.count > Self.perColumn { values["more"] = stories.count - Self.perColumn }
      return values
    }
    var values: Values = ["columns": columns]
    let dropped = stories(in: .status(.dropped)).count
    if dropped > 0 {
      values["dropped"] = ["href": SitePage.list(.status(.dropped), part: 1).path, "count": dropped] as Values
    }
    return Content("Board", "board", values)
  }

  func list(_ list: StoryList, _ part: Int) -> Content? {
    let page = SitePage.list(list, part: part)
    let stories = stories(in: list)
    guard let slice = slice(stories, part, per: Self.perList, { .list(list, part: $0) }) else { return nil }
    let title = "Stories: \(list.word)"
    let meaning = list.meaning.isEmpty ? "." : ": \(list.meaning)."
    var values: Values = [
      "title": title, "lead": Phrase.count(stories.count, "story", "stories") + meaning,
      "stories": slice.elements.map { row($0, page.root) },
    ]
    if let pager = slice.pager { values["pager"] = pager }
    return Content(title, "list", values)
  }

  // MARK: Questions

  func openQuestions() -> [(item: ItemSummary, question: Question)] {
    let all =
      outcome.plan.intents.flatMap(\.openQuestions) + outcome.plan.stories.flatMap(\.openQuestions)
    return all.map { ($0.item, $0.question) }
  }

  func questions(_ part: Int) -> Content? {
    let all = openQuestions().sorted { left, right in
      (left.question.asks?.lowercased() ?? "~", left.question.isBlocking ? 0 : 1, left.item.id)
        < (right.question.asks?.lowercased() ?? "~", right.question.isBlocking ? 0 : 1, right.item.id)
    }
    guard let slice = slice(all, part, per: Self.perList, { .questions(part: $0) }) else { return nil }
    var groups: [(name: String, html: String)] = []
    for open in slice.elements {
      let name = open.question.asks.map { "For \($0)" } ?? "For nobody in particular"
      let html = question(open.question, of: open.item.id, title: open.item.title, "")
      if groups.last?.name == name {
        groups[groups.count - 1].html += html
      } else {
        groups.append((name, html))
      }
    }
    var values: Values = [
      "lead": Phrase.count(all.count, "question") + " open. A blocking one keeps work from beginning.",
      "groups": groups.map { ["name": $0.name, "questions": "<ul class=\"questions\">\($0.html)</ul>"] as Values },
    ]
    if let pager = slice.pager { values["pager"] = pager }
    return Content("Questions", "questions", values)
  }

  func questionList(_ questions: [Question], of item: ItemID, _ root: String) -> String {
    "<ul class=\"questions\">" + questions.map { question($0, of: item, title: nil, root) }.joined() + "</ul>"
  }

  private func question(_ question: Question, of item: ItemID, title: String?, _ root: String) -> String {
    let line = prose(root)
    var html = "<li class=\"question\" id=\"\(title == nil ? question.id.description : "\(item)-\(question.id)")\">"
    if question.isAnswered {
      html += "<span class=\"badge s-met\">✓ answered</span> "
    } else {
      html +=
        question.blocks ? "<span class=\"badge s-unmet\">⏸ blocking</span> " : "<span class=\"badge\">open</span> "
    }
    html += "<strong>\(question.id)</strong> \(line.line(question.text))"
    if let title, let href = index.href(of: item, at: question.id.description, root) {
      html += " <small><a href=\"\(href)\">\(HTMLPage.escaped(title))</a></small>"
    }
    if visit?.mayWrite == true, !question.isAnswered { html += Self.answerForm(item, question) }
    return html + "</li>"
  }

  private static func answerForm(_ item: ItemID, _ question: Question) -> String {
    """
    <div class="acts" data-target="\(item)#\(question.id)"><details><summary>Answer</summary>
    <form class="act" data-act="answer"><label>The answer <input name="text" required maxlength="4000"></label>
    <label><input type="checkbox" name="decides"> as a decision</label> <button type="submit">Answer</button></form></details></div>
    """
  }
}

extension StoryList {
  /// The glossary's word for stories that stand this way.
  var word: String {
    switch self {
    case .status(let status): status.rawValue
    case .verdict(let verdict): verdict.rawValue
    case .shipped(let verdict): "shipped and \(verdict.rawValue)"
    case .blocked: "blocked"
    }
  }

  /// What that means to somebody who has not read the glossary; empty for a status, which says so itself.
  var meaning: String {
    switch self {
    case .status: ""
    case .verdict(let verdict), .shipped(let verdict): StatementState(verdict).meaning
    case .blocked: "an open question keeps work from beginning"
    }
  }

  /// How statements are marked that stand the same way.
  var state: StatementState? {
    switch self {
    case .verdict(let verdict), .shipped(let verdict): StatementState(verdict)
    case .status, .blocked: nil
    }
  }
}
