import Markdown
package import PlanModel

extension Story: DocumentItem {
  package static func read(
    _ document: PlanDocument, prose: Prose, fields: inout FieldReader
  ) -> ItemReading<Story> {
    let criteria = CriterionReader(document)
    let questions = QuestionReader(document)
    let id = fields.ownID(as: Story.self, name: document.fileName)
    let title = fields.required("title")
    let intent = fields.reference("intent", to: Intent.self)
    let epic = fields.reference("epic", to: Epic.self)
    let status = fields.choice("status", as: StoryStatus.self)
    let owner = fields.text("owner")
    let effort = fields.decimal("effort", in: FieldReader.efforts)
    let origin = fields.text("origin")
    let dependsOn = fields.references("depends-on", to: Story.self)
    let anchors = AnchorReader.anchors(&fields)
    guard let id else { return ItemReading(item: nil, findings: criteria.findings + questions.findings) }
    let body = document.body
    let narrative = body.preamble.filter { $0.kind == .paragraph || $0.kind == .list }
    let waivers = WaiverReader(document, except: prose.codeLines)
    let story = Story(
      id: id, title: title ?? "", file: document.path, titleLine: fields.node["title"]?.line ?? 1, intent: intent,
      epic: epic, status: status ?? .draft,
      owner: owner, dependsOn: dependsOn, anchors: anchors, narrative: body.string(of: narrative),
      criteria: criteria.criteria, sections: body.items(except: CriterionReader.section),
      questions: questions.questions, quotations: prose.quotations,
      mentions: fields.mentions + prose.mentions, passages: PassageReader.passages(in: body),
      waivers: waivers.waivers, effort: effort, origin: origin)
    let stray = StrayCriteria(document, known: Set(criteria.criteria.map(\.id)))
    return ItemReading(
      item: story, findings: criteria.findings + stray.findings + questions.findings + waivers.findings)
  }
}

extension PlanDocument {
  /// The last component of the path.
  var fileName: String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }
}

extension Body {
  /// The sections as the model has them.
  func items(except title: String = "") -> [Section] {
    sections.filter { $0.title.lowercased() != title.lowercased() }
      .map { Section(title: $0.title, text: string(of: $0.blocks), line: $0.lines.lowerBound) }
  }
}

/// Reads the `code` field of a story: the places that it is about.
enum AnchorReader {
  static func anchors(_ fields: inout FieldReader) -> [Anchor] {
    guard let value = fields.node["code"], !value.isNull else { return [] }
    guard let list = value.list else {
      fields.report(.field(.wrongForm(field: "code", value: "", expected: "a list of `- path: …`")), at: value)
      return []
    }
    return list.compactMap { node in
      guard let place = node["path"], let path = place.text else {
        fields.report(.field(.wrongForm(field: "code", value: "", expected: "entries with a `path`")), at: node)
        return nil
      }
      if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
        let problem = FieldProblem.wrongForm(
          field: "path", value: path, expected: "a path from the top of the work tree")
        fields.report(.field(problem), at: node)
        return nil
      }
      return Anchor(
        path: path, symbol: node["symbol"]?.text, role: node["role"]?.text, seen: node["seen"]?.text,
        line: place.line)
    }
  }
}
