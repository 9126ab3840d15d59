package import PlanModel

extension Intent: DocumentItem {
  package static func read(
    _ document: PlanDocument, prose: Prose, fields: inout FieldReader
  ) -> ItemReading<Intent> {
    let id = fields.ownID(as: Intent.self, name: document.fileName)
    let title = fields.required("title")
    let status = fields.choice("status", as: IntentStatus.self)
    let priority = fields.text("priority")
    guard let id else { return ItemReading(item: nil) }
    return ItemReading(
      item: Intent(
        id: id, title: title ?? "", file: document.path, status: status ?? .draft, priority: priority,
        sections: document.body.items(), questions: QuestionReader.questions(in: document.body),
        quotations: prose.quotations, mentions: fields.mentions + prose.mentions))
  }
}
