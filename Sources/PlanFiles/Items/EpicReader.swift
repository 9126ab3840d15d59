package import PlanModel

extension Epic: DocumentItem {
  package static func read(
    _ document: PlanDocument, prose: Prose, fields: inout FieldReader
  ) -> ItemReading<Epic> {
    let id = fields.ownID(as: Epic.self, name: document.fileName)
    let title = fields.required("title")
    let intent = fields.reference("intent", to: Intent.self)
    let stories = fields.references("stories", to: Story.self)
    guard let id else { return ItemReading(item: nil) }
    return ItemReading(
      item: Epic(
        id: id, title: title ?? "", file: document.path, intent: intent, stories: stories,
        quotations: prose.quotations, mentions: fields.mentions + prose.mentions))
  }
}
