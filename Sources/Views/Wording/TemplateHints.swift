/// Comments of templates, such as `<!-- What hurts, for whom. -->`: they are for whoever fills the file in.
enum TemplateHints {
  /// The text without its comments; those that waive a rule are told elsewhere.
  static func without(_ markdown: String) -> String {
    guard markdown.utf8.contains(UInt8(ascii: "<")) else { return markdown }
    var kept = ""
    var isComment = false
    var isCode = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let words = line.drop { $0 == " " }
      if !isComment, words.hasPrefix("```") { isCode.toggle() }
      if !isCode, !isComment, words.hasPrefix("<!--") { isComment = true }
      if !isComment { kept += line + "\n" }
      if isComment, words.hasSuffix("-->") { isComment = false }
    }
    while kept.last == "\n" { kept.removeLast() }
    return String(kept.drop { $0 == "\n" })
  }
}
