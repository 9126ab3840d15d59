package import Workflow

/// Items for a shell that completes words: on each line an id, a space, and the words that its file is named by.
package enum NamedItemsView {
  package static func lines(_ items: [NamedItem]) -> TerminalText {
    var text = TerminalText()
    for item in items { text.line("\(item.id) \(item.words)") }
    return text
  }
}
