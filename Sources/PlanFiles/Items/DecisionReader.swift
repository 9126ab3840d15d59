package import PlanModel

extension Decision: DocumentItem {
  package static func read(
    _ document: PlanDocument, prose: Prose, fields: inout FieldReader
  ) -> ItemReading<Decision> {
    let id = fields.ownID(as: Decision.self, name: document.fileName)
    let title = fields.required("title")
    let date = fields.date("date")
    let status = fields.choice("status", as: DecisionStatus.self)
    let supersedes = fields.reference("supersedes", to: Decision.self)
    let supersededBy = fields.reference("superseded-by", to: Decision.self)
    guard let id else { return ItemReading(item: nil) }
    return ItemReading(
      item: Decision(
        id: id, title: title ?? "", file: document.path, date: date, status: status ?? .accepted,
        supersedes: supersedes, supersededBy: supersededBy, sections: document.body.items(),
        quotations: prose.quotations, mentions: fields.mentions + prose.mentions))
  }
}
