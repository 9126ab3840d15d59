import PlanModel

/// Writes the Markdown of new plan files.
enum MarkdownText {
  /// A heading as it stands, with a closing mark where CommonMark would take its last `#` for one (spec 4.2).
  static func heading(_ text: String) -> String {
    text.hasSuffix("#") ? text + " #" : text
  }

  /// A second-level section; without lines, the heading alone.
  static func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "## \(title)" : "## \(title)\n\n" + lines.joined(separator: "\n")
  }
}
