package import PlanModel

extension Intent: DocumentItem {
  package static func read(
    _ document: PlanDocument, prose: Prose, fields: inout FieldReader
  ) -> ItemReading<Intent> {
    let id = fields.ownID(as: Intent.self, name: document.fileName)
    let title = fields.required("title")
    let status = fields.choice("status", as: IntentStatus.self)
    let priority = fields.text("priority")
    let effort = fields.decimal("effort", in: FieldReader.efforts)
    let origin = fields.text("origin")
    let questions = QuestionReader(document)
    guard let id else { return ItemReading(item: nil, findings: questions.findings) }
    var intent = Intent(
      id: id, title: title ?? "", file: document.path, status: status ?? .draft, priority: priority,
      sections: document.body.items(), questions: questions.questions, quotations: prose.quotations,
      mentions: fields.mentions + prose.mentions)
    intent.effort = effort
    intent.origin = origin
    intent.passages = PassageReader.passages(in: document.body)
    return ItemReading(item: intent, findings: questions.findings)
  }
}
