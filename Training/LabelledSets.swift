import Drafting
import FileSystem
import JSONText
import PlanModel

/// The sets that the weights are learned from; Training/README.md names their sources and licences.
struct LabelledSets {
  let folder: String

  /// All rows, set by set; utterances of one thread stand beside each other.
  func rows() throws -> [LabelledRow] {
    try reviews() + issues() + mails() + requirements() + meetings() + supportChats() + tracker() + stories()
  }

  private func each(_ name: String, _ body: (JSONNode) -> Void) throws {
    let bytes = try FileSystem.read("\(folder)/\(name).jsonl", limit: 1 << 30)
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a) ?? bytes.count
      if end > start { body(try JSONDocument(bytes, in: start..<end).root) }
      start = end + 1
    }
  }

  private func reviews() throws -> [LabelledRow] {
    let meanings: [String: Label] = [
      "problem": .problem, "request": .request, "experience": .context, "praise_or_rating": .praise,
    ]
    var rows: [LabelledRow] = []
    try each("maalej_app_reviews") { row in
      let names = row["labels"]?.elements.compactMap(\.string) ?? [row["label"]?.string ?? ""]
      let labels = LabelledRow.labels(
        Set(names.compactMap { meanings[$0] }),
        of: [.problem, .request, .praise, .context, .decision, .action, .constraint])
      rows.append(LabelledRow("reviews", row.words("text"), labels, group: row.words("id")))
    }
    return rows
  }

  private func issues() throws -> [LabelledRow] {
    let meanings: [String: Label] = [
      "problem": .problem, "reproduction": .problem, "goal": .request, "request": .request, "social": .chatter,
      "workaround": .workaround, "action": .action, "commitment": .action,
    ]
    var rows: [LabelledRow] = []
    try each("arya_issue_discussion") { thread in
      for turn in thread.elements(of: "turns") {
        guard let name = turn["label"]?.string else { continue }
        let labels = LabelledRow.labels(
          [meanings[name] ?? .context], of: [.problem, .request, .chatter, .workaround, .action, .context])
        var row = LabelledRow("issues", turn.words("text"), labels, group: thread.words("id"))
        row.utterance.speaker = turn.words("speaker")
        row.utterance.thread = thread.words("id")
        rows.append(row)
      }
    }
    return rows
  }

  /// What is asked of others is a request, what somebody undertakes an action; the set tells them not apart.
  private func mails() throws -> [LabelledRow] {
    let own = [" i'll ", " i will ", " we'll ", " we will ", " i can ", " let me ", " i am going to ", " we can "]
    var rows: [LabelledRow] = []
    try each("parakweet_email_intent") { row in
      let text = " " + row.words("text").lowercased() + " "
      let isAsked = row["label"]?.string == "action_item"
      let isOwn = own.contains { text.contains($0) }
      let labels: [Label: Bool] =
        isAsked ? [isOwn ? .action : .request: true] : [.action: false, .request: false]
      rows.append(LabelledRow("mails", row.words("text"), labels, group: row.words("id")))
    }
    return rows
  }

  private func requirements() throws -> [LabelledRow] {
    var rows: [LabelledRow] = []
    try each("promise_exp_nfr") { row in
      let isConstraint = row["label"]?.string == "constraint"
      var labels = LabelledRow.labels(
        isConstraint ? [.constraint] : [.request],
        of: [.constraint, .praise, .chatter, .question, .decision, .workaround])
      if isConstraint { labels[.request] = nil }
      rows.append(
        LabelledRow("requirements", row.words("text"), labels, group: "project \(row["project"]?.int ?? 0)"))
    }
    return rows
  }

  private func meetings() throws -> [LabelledRow] {
    let meanings: [String: Label] = [
      "question": .question, "suggestion": .request, "decision": .decision, "action": .action, "problem": .problem,
    ]
    let told: [Label] = [.question, .request, .decision, .action, .problem, .context, .chatter, .workaround]
    var rows: [LabelledRow] = []
    try each("ami_meetings") { meeting in
      for turn in meeting.elements(of: "turns") where turn.words("text").split(separator: " ").count >= 3 {
        let names = turn.elements(of: "kinds").compactMap(\.string) + [turn.words("label")]
        var holding = Set(names.compactMap { meanings[$0] })
        if ["stall", "backchannel", "fragment"].contains(turn.words("da")) { holding.insert(.chatter) }
        if holding.isEmpty { holding = [.context] }
        var row = LabelledRow(
          "meetings", turn.words("text"), LabelledRow.labels(holding, of: told), group: meeting.words("series"))
        row.utterance.speaker = turn.words("speaker")
        row.utterance.thread = meeting.words("id")
        rows.append(row)
      }
    }
    return rows
  }

  private func supportChats() throws -> [LabelledRow] {
    let meanings: [String: Label] = [
      "problem": .problem, "request": .request, "question_or_lookup": .question, "openinggreeting": .chatter,
      "closinggreeting": .chatter, "thankyou": .chatter, "confirmation": .chatter, "rejection": .chatter,
    ]
    var rows: [LabelledRow] = []
    try each("multidogo_support_turns") { row in
      let labels = LabelledRow.labels(
        [meanings[row.words("label")] ?? .context],
        of: [.problem, .request, .question, .chatter, .context, .decision, .workaround])
      rows.append(LabelledRow("support", row.words("text"), labels, group: row.words("conversation")))
    }
    return rows
  }

  /// Whole issues, title and text: bugs and features beside tasks.
  private func tracker() throws -> [LabelledRow] {
    let meanings: [String: Label] = ["problem": .problem, "request": .request]
    var rows: [LabelledRow] = []
    try each("beads_issue_commits") { row in
      let labels = LabelledRow.labels(
        Set([meanings[row.words("label")]].compactMap { $0 }), of: [.problem, .request, .praise, .question, .chatter])
      rows.append(LabelledRow("tracker", row.words("text"), labels, group: row.words("id")))
    }
    return rows
  }

  private func stories() throws -> [LabelledRow] {
    var rows: [LabelledRow] = []
    try each("user_stories_parts") { row in
      let labels = LabelledRow.labels([.request], of: [.problem, .question, .praise, .chatter, .decision])
      rows.append(LabelledRow("stories", row.words("text"), labels, group: row.words("project")))
    }
    return rows
  }
}

extension JSONNode {
  fileprivate func words(_ name: String) -> String { self[name]?.text ?? "" }

  fileprivate func elements(of name: String) -> [JSONNode] { self[name].map { Array($0.elements) } ?? [] }
}
