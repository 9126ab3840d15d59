/// Stories that deliver an intent together, in an order.
package struct Epic: PlanItem {
  package static var kind: ItemKind { .epic }

  package var id: ID<Epic>
  package var title: String
  package var file: String
  package var intent: ID<Intent>?
  package var stories: [ID<Story>]
  package var quotations: [Quotation]
  package var mentions: [Mention]

  package init(
    id: ID<Epic>, title: String, file: String, intent: ID<Intent>? = nil, stories: [ID<Story>] = [],
    quotations: [Quotation] = [], mentions: [Mention] = []
  ) {
    self.id = id
    self.title = title
    self.file = file
    self.intent = intent
    self.stories = stories
    self.quotations = quotations
    self.mentions = mentions
  }
}
