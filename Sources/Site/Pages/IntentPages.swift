import PlanModel
import Views
import Workflow

/// Intents and epics: why, and the stories that do it.
extension Site {
  static let perIntents = 100

  func intents(_ part: Int) -> Content? {
    let intents = outcome.plan.intents.sorted {
      (index.ranks[$0.id] ?? .max, $0.title, $0.id) < (index.ranks[$1.id] ?? .max, $1.title, $1.id)
    }
    guard let slice = slice(intents, part, per: Self.perIntents, { .intents(part: $0) }) else { return nil }
    var values: Values = ["intents": intentRows(slice.elements, "")]
    if let pager = slice.pager { values["pager"] = pager }
    return Content("Intents", "intents", values)
  }

  func intent(_ intent: Intent, _ part: Int) -> Content? {
    let page = SitePage.intent(intent.id, part: part)
    let stories = index.storiesByIntent[intent.id] ?? []
    guard let slice = slice(stories, part, per: Self.perList, { .intent(intent.id, part: $0) }) else { return nil }
    let counts = index.criteria(of: stories)
    var values = said(citations(intent.mentions), page.root)
    values.add([
      "title": intent.title, "id": intent.id.description, "status": intent.status.rawValue,
      "sections": sections(intent.sections, except: ["open questions"], page.root),
      "stories": slice.elements.map { row($0, page.root) }, "bar": Bars.html(counts), "criteria": Self.words(counts),
      "shipped": Self.words(shipped: index.shipped(of: stories)),
    ])
    if let pager = slice.pager { values["pager"] = pager }
    if let priority = intent.priority { values["priority"] = priority }
    if let rank = index.ranks[intent.id] { values["rank"] = rank }
    if let file = file(intent.file) { values["file"] = file }
    if !intent.questions.isEmpty {
      values["hasQuestions"] = true
      values["questions"] = questionList(intent.questions, of: intent.id.any, page.root)
    }
    let epics = (index.epicsByIntent[intent.id] ?? []).map { epic -> Values in
      let count = index.storiesByEpic[epic.id]?.count ?? 0
      return [
        "href": page.root + SitePage.epic(epic.id, part: 1).path, "title": epic.title, "id": epic.id.description,
        "stories": Phrase.count(count, "story", "stories"),
      ]
    }
    add(epics, "epics", "hasEpics", to: &values)
    add(decisionRows(of: intent.id.any, page.root), "decisions", "hasDecisions", to: &values)
    add(history(of: intent.id.any), "history", "hasHistory", to: &values)
    values["comment"] = commentForm(intent.id.any)
    return Content(intent.title, "intent", values)
  }

  func epic(_ epic: Epic, _ part: Int) -> Content? {
    let page = SitePage.epic(epic.id, part: part)
    let stories = (index.storiesByEpic[epic.id] ?? []).compactMap { index.stories[$0] }
    guard let slice = slice(stories, part, per: Self.perList, { .epic(epic.id, part: $0) }) else { return nil }
    let counts = index.criteria(of: stories)
    var values = said(citations(epic.mentions), page.root)
    values.add([
      "title": epic.title, "id": epic.id.description, "stories": slice.elements.map { row($0, page.root) },
      "bar": Bars.html(counts), "criteria": Self.words(counts),
    ])
    if let pager = slice.pager { values["pager"] = pager }
    if let intent = epic.intent.flatMap({ index.intents[$0] }) {
      values["intent"] = link(.intent(intent.id, part: 1), intent.title, page.root)
    }
    if let file = file(epic.file) { values["file"] = file }
    add(history(of: epic.id.any), "history", "hasHistory", to: &values)
    return Content(epic.title, "epic", values)
  }

  func link(_ page: SitePage, _ title: String, _ root: String) -> Values { ["href": root + page.path, "title": title] }

  /// A list, and that there is one; an empty one is left out with its heading.
  func add(_ list: [Values], _ name: String, _ has: String, to values: inout Values) {
    guard !list.isEmpty else { return }
    values[name] = list
    values[has] = true
  }

  func commentForm(_ item: ItemID) -> String {
    guard visit?.mayWrite == true else { return "" }
    return """
      <section class="acts" data-target="\(item)" aria-label="Comment"><details><summary>Comment</summary>
      <form class="act" data-act="comment"><label for="comment">A note that everybody reads who opens the file</label>
      <textarea id="comment" name="text" required maxlength="4000"></textarea><button type="submit">Add it</button></form></details></section>

      """
  }
}
