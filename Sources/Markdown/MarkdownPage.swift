internal import CCmarkGFM
import Synchronization

/// A Markdown text as HTML, by cmark-gfm in its safe mode: raw HTML and links that run something are left out.
package enum MarkdownPage {
  /// - Parameter text: Markdown that the program itself wrote, with everything from elsewhere escaped; cmark takes quadratic
  ///   time for some texts that somebody means it ill with.
  package static func html(_ text: String) -> String { html(text, extensions: []) }

  /// As many marks as a text may hold that somebody else wrote. The quadratic cases of cmark need many of them: unclosed
  /// brackets, backticks, emphasis, entities, nested quotes and lists. What people write in a section has some hundreds.
  private static let mostMarks = 4_000
  private static let mostBytes = 1 << 18
  private static let marks: [Bool] = (0...255).map { "[]*_`<>&!~#|+-\\".utf8.contains(UInt8($0)) }

  /// The HTML of a text that somebody else wrote, with tables and struck out words as on GitHub (https://github.github.com/gfm/);
  /// nil where it could cost more than a reader's patience, so that it is to be shown as it stands.
  ///
  /// Only two tildes strike out, as one often stands for "about". Boxes of tasks stay `[ ]`: those that cmark makes have no label.
  package static func html(untrusted text: String) -> String? {
    guard text.utf8.count <= mostBytes else { return nil }
    var count = 0
    for byte in text.utf8 where marks[Int(byte)] { count += 1 }
    guard count <= mostMarks else { return nil }
    return html(text, extensions: ["strikethrough"] + (mayHoldTables(text) ? ["table"] : []), showsTags: true)
  }

  // MARK: Tables

  /// What a text with tables may hold: cmark fills up every row to the length of the first, and takes quadratic time for a long
  /// paragraph before a table. What is larger keeps its bars.
  private static let mostCells = 20_000
  private static let mostTableBytes = 1 << 16

  private static func mayHoldTables(_ text: String) -> Bool {
    guard text.utf8.count <= mostTableBytes else { return false }
    var (lines, bars, most) = (1, 0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "|"):
        bars += 1
        most = max(most, bars)
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (lines, bars) = (lines + 1, 0)
      default: break
      }
    }
    return most > 0 && lines * (most + 1) <= mostCells
  }

  // MARK: cmark

  /// Once in a process, as it is not made for several threads.
  private static let areRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// cmark keeps in one place which letters are marks, and a text with strikethrough makes the tilde one while it is read. Held
  /// for every text with a tilde, for whose emphasis it matters.
  private static let tilde = Mutex<Void>(())

  private static func html(_ text: String, extensions: [String], showsTags: Bool = false) -> String {
    guard text.utf8.contains(UInt8(ascii: "~")) else {
      return read(text, extensions: extensions.filter { $0 != "strikethrough" }, showsTags)
    }
    return tilde.withLock { _ in read(text, extensions: extensions, showsTags) }
  }

  private static func read(_ text: String, extensions: [String], _ showsTags: Bool) -> String {
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE
    guard areRegistered, let parser = cmark_parser_new(options) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    var text = text
    text.withUTF8 { buffer in
      buffer.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(root) }
    if showsTags { showTags(below: root) }
    guard let page = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(page) }
    return String(cString: page)
  }

  /// Makes text of what looks like HTML: "Press <Save>" would lose a word. Comments stay out of sight.
  private static func showTags(below root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    var found: [(node: OpaquePointer, isBlock: Bool)] = []
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(iterator) else { continue }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE {
        found.append((node, type == CMARK_NODE_HTML_BLOCK))
      }
    }
    cmark_iter_free(iterator)
    for (node, isBlock) in found {
      guard let literal = cmark_node_get_literal(node) else { continue }
      var words = String(cString: literal)
      if isBlock, words.last == "\n" { words.removeLast() }
      guard !words.hasPrefix("<!--"), let text = cmark_node_new(CMARK_NODE_TEXT) else { continue }
      cmark_node_set_literal(text, words)
      var shown = text
      if isBlock, let paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH) {
        cmark_node_append_child(paragraph, text)
        shown = paragraph
      }
      if cmark_node_replace(node, shown) == 1 { cmark_node_free(node) } else { cmark_node_free(shown) }
    }
  }
}
