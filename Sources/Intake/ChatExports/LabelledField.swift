/// A field of what a program posts: "Status: Open", "What is missing? Dark mode".
enum LabelledField {
  static func line(_ label: String?, _ words: String?) -> String {
    guard let label, let words else { return label ?? words ?? "" }
    let isClosed = label.utf8.last { !$0.isWhite }.map { $0 == ASCII.question || $0 == ASCII.colon } ?? true
    return label + (isClosed ? " " : ": ") + words
  }
}
