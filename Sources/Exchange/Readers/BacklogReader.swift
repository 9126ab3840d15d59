import PlanFiles
import PlanModel

/// Reads Backlog.md: a Markdown file a task, with front matter (<https://github.com/MrLesk/Backlog.md>).
///
/// Tasks and drafts become stories, milestones intents. Where a file lies tells its state as much as its `status` does.
enum BacklogReader {
  private static let read: Set = ["id", "title", "status", "assignee", "dependencies", "parent_task_id", "milestone"]
  private static let places: Set<Substring> = ["tasks", "completed", "drafts", "milestones"]

  static func isItem(_ file: ForeignFile) -> Bool {
    guard file.folders.contains(where: { places.contains($0) }), file.bytes.starts(with: "---".utf8),
      file.bytes[...].firstPlace(of: Array("\nid:".utf8)) != nil,
      file.bytes[...].firstPlace(of: Array("\ntitle:".utf8)) != nil
    else { return false }
    // What cannot be read is told of, not passed over.
    guard let document = try? MendedFrontMatter.document(file) else { return true }
    return document.fields["id"]?.text != nil && document.fields["title"]?.text != nil
      && document.fields["id"].flatMap { ItemID($0.text ?? "") } == nil
  }

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.backlog)
    for file in files {
      do throws(Finding) {
        let document = try MendedFrontMatter.document(file)
        guard let key = document.fields["id"]?.text else {
          plan.passedOver.append(file.path)
          continue
        }
        plan.items.append(item(key, document, file))
      } catch {
        plan.findings.append(error)
      }
    }
    return plan
  }

  private static func item(_ key: String, _ document: PlanDocument, _ file: ForeignFile) -> ForeignItem {
    let isMilestone = file.folders.last == "milestones"
    var item = ForeignItem(
      isMilestone ? .intent : .story, key: key, title: document.fields["title"]?.text ?? "", path: file.path)
    item.setStatus(document.fields["status"]?.text)
    if isMilestone { item.status = .ready }
    place(&item, in: file.folders)
    let people = texts(of: "assignee", document)
    item.owner = people.first
    item.note("assignee", people.dropFirst().joined(separator: ", "))
    item.dependsOn = texts(of: "dependencies", document)
    item.parents = texts(of: "parent_task_id", document) + texts(of: "milestone", document)
    // Of what is read as words, anything else is kept.
    let odd = read.filter { document.fields[$0].map { !isText($0) } ?? false }
    item.keep(fieldsOf: document, except: read.subtracting(odd))
    addSections(of: document.body, to: &item)
    item.noteTicks()
    return item
  }

  /// What is archived was given up unless it was done; a draft is nothing else, whatever it says.
  private static func place(_ item: inout ForeignItem, in folders: [Substring]) {
    if folders.contains("archive"), item.status != .shipped { item.status = .dropped }
    if folders.last == "completed" { item.status = .shipped }
    if folders.last == "drafts", item.status != .dropped { item.status = .draft }
  }

  private static func isText(_ node: YAMLNode) -> Bool {
    (node.list ?? [node]).allSatisfy { $0.text != nil || $0.isNull }
  }

  private static func texts(of key: String, _ document: PlanDocument) -> [String] {
    guard let node = document.fields[key] else { return [] }
    return (node.list ?? [node]).compactMap(\.text).filter { !$0.isEmpty }
  }

  private static func addSections(of body: Body, to item: inout ForeignItem) {
    item.narrative = withoutMarks(body.string(of: body.opening))
    for section in body.markedSections {
      switch section.title.lowercased() {
      case "description":
        item.narrative = [item.narrative, withoutMarks(body.string(under: section))].filter { !$0.isEmpty }
          .joined(separator: "\n\n")
      case "acceptance criteria":
        item.criteria += body.listItems(of: section.blocks).map { criterion($0) }
        item.note(section.title, withoutMarks(body.rest(of: section.blocks)))
      default: item.note(section.title, withoutMarks(body.string(under: section)))
      }
    }
  }

  /// `#1 Words`: the number is the tool's own.
  private static func criterion(_ item: ListItem) -> ForeignItem.Criterion {
    var criterion = ForeignItem.Criterion(item)
    if criterion.title.hasPrefix("#") {
      let rest = criterion.title.dropFirst().drop { $0.isASCII && $0.isNumber }
      if rest.first == " " { criterion.title = String(rest.dropFirst()) }
    }
    return criterion
  }

  /// The text without the comments by which the tool finds its sections again: `<!-- AC:BEGIN -->`.
  private static func withoutMarks(_ text: String) -> String {
    guard text.contains("<!--") else { return text }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let isComment = line.hasPrefix("<!--") && line.hasSuffix("-->")
      return !(isComment && (line.hasSuffix(":BEGIN -->") || line.hasSuffix(":END -->")))
    }
    return lines.joined(separator: "\n")
  }
}
