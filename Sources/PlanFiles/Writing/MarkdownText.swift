import PlanModel

/// Writes the Markdown of new plan files.
enum MarkdownText {
  /// A second-level section; without lines, the heading alone.
  static func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "## \(title)" : "## \(title)\n\n" + lines.joined(separator: "\n")
  }
}
