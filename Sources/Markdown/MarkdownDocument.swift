internal import CCmarkGFM

/// The block structure of a CommonMark text with GitHub's tables, read by cmark-gfm.
///
/// This is the only place that talks to cmark. Inline markup is not looked at: who needs words slices the source by
/// the lines given here, so that every byte stays as its author wrote it.
package struct MarkdownDocument: Sendable {
  package let blocks: [MarkdownBlock]

  /// Containers nested deeper than this are given without their children.
  private static let depthLimit = 32

  /// Reads `text`, which should be UTF-8; cmark replaces what is not.
  ///
  /// - Parameter firstLine: the number that the first line of `text` has in its file.
  package init(_ text: some Collection<UInt8>, firstLine: Int = 1) {
    let text = Array(text)
    blocks = text.withUnsafeBytes { bytes -> [MarkdownBlock] in
      guard let parser = Self.makeParser() else { return [] }
      defer { cmark_parser_free(parser) }
      if let base = bytes.baseAddress {
        cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      guard let document = cmark_parser_finish(parser) else { return [] }
      // The tree belongs to us once finished; everything is copied out before it goes.
      defer { cmark_node_free(document) }
      return Self.children(of: document, firstLine: firstLine, depth: 0)
    }
  }

  private static let extensionsAreRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  private static func makeParser() -> OpaquePointer? {
    guard extensionsAreRegistered, let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return nil }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    return parser
  }

  private static func children(of node: OpaquePointer, firstLine: Int, depth: Int) -> [MarkdownBlock] {
    guard depth < depthLimit else { return [] }
    var blocks: [MarkdownBlock] = []
    var next = cmark_node_first_child(node)
    while let child = next {
      blocks.append(block(child, firstLine: firstLine, depth: depth))
      next = cmark_node_next(child)
    }
    return blocks
  }

  private static func block(_ node: OpaquePointer, firstLine: Int, depth: Int) -> MarkdownBlock {
    let first = max(1, Int(cmark_node_get_start_line(node))) + firstLine - 1
    let kind = kind(of: node)
    let end = Int(cmark_node_get_end_line(node)) + firstLine - 1
    let last = kind == .html ? max(first + lineBreaks(in: node), end) : max(first, end)
    let isContainer = kind == .quote || kind == .list || kind == .item
    return MarkdownBlock(
      kind: kind, lines: first...last, column: max(1, Int(cmark_node_get_start_column(node))),
      children: isContainer ? children(of: node, firstLine: firstLine, depth: depth + 1) : [])
  }

  /// The line breaks between the lines of an HTML block: cmark forgets its last line where that holds the end mark.
  private static func lineBreaks(in node: OpaquePointer) -> Int {
    guard let literal = cmark_node_get_literal(node) else { return 0 }
    let text = String(cString: literal).utf8
    return text.dropLast().count { $0 == UInt8(ascii: "\n") }
  }

  private static func kind(of node: OpaquePointer) -> MarkdownBlock.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_CODE_BLOCK: .code(info: cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "")
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_THEMATIC_BREAK: .rule
    default: isTable(node) ? .table : .other
    }
  }

  /// The type number of a table is made when the extension is registered, so its name is asked.
  private static func isTable(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type_string(node).map { String(cString: $0) } == "table"
  }
}
