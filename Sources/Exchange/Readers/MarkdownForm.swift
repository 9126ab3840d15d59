import PlanModel

/// Tells Markdown files of tools apart.
enum MarkdownForm {
  static func recognise(_ file: ForeignFile) -> ForeignTool? {
    if BacklogReader.isItem(file) { return .backlog }
    if SpecKitReader.isPart(file) { return .specKit }
    return OpenSpecReader.isPart(file) ? .openspec : nil
  }
}
