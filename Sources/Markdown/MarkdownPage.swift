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
    return html(text, extensions: ["strikethrough"] + (mayHoldTables(text) ? ["table"] : []))
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

  private static func html(_ text: String, extensions: [String]) -> String {
    guard text.utf8.contains(UInt8(ascii: "~")) else {
      return read(text, extensions: extensions.filter { $0 != "strikethrough" })
    }
    return tilde.withLock { _ in read(text, extensions: extensions) }
  }

  private static func read(_ text: String, extensions: [String]) -> String {
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
    guard let page = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser)) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(page) }
    return String(cString: page)
  }
}
