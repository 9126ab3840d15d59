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
}
