internal import CCmarkGFM

/// A Markdown text as HTML, by cmark-gfm in its safe mode: raw HTML and links that run something are left out.
package enum MarkdownPage {
  /// - Parameter text: Markdown that the program itself wrote, with everything from elsewhere escaped; cmark takes quadratic
  ///   time for some texts that somebody means it ill with.
  package static func html(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let page = bytes.withUnsafeBytes { buffer in
      cmark_markdown_to_html(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let page else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(page) }
    return String(cString: page)
  }

  /// As many marks as a text may hold that somebody else wrote. The quadratic cases of cmark need many of them: unclosed
  /// brackets, backticks, emphasis, entities, nested quotes and lists. What people write in a section has some hundreds.
  private static let mostMarks = 4_000
  private static let mostBytes = 1 << 18
  private static let marks: [Bool] = (0...255).map { "[]*_`<>&!~#|+-\\".utf8.contains(UInt8($0)) }

  /// The HTML of a text that somebody else wrote; nil where it could cost more than a reader's patience, so that it is to be
  /// shown as it stands.
  package static func html(untrusted text: String) -> String? {
    guard text.utf8.count <= mostBytes else { return nil }
    var count = 0
    for byte in text.utf8 where marks[Int(byte)] { count += 1 }
    return count > mostMarks ? nil : html(text)
  }
}
