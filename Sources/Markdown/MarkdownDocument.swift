internal import CCmarkGFM

/// The block structure of a CommonMark text, read by cmark-gfm.
///
/// This is the only place that talks to cmark. Inline markup is not looked at: who needs words slices the source by
/// the lines given here, so that every byte stays as its author wrote it.
package struct MarkdownDocument: Sendable {
  package let blocks: [MarkdownBlock]

  /// Deeper than `BlockMask` lets anything nest; what recursion bears.
  private static let depthLimit = 400

  /// Reads `text`, which should be UTF-8; cmark replaces what is not.
  ///
  /// - Parameter firstLine: the number that the first line of `text` has in its file.
  package init(_ text: some Collection<UInt8>, firstLine: Int = 1) {
    let masked = BlockMask.masked(Array(text))
    // The buffer lives through the call, and cmark copies what it keeps.
    let root = masked.withUnsafeBytes { buffer in
      cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root else {
      blocks = []
      return
    }
    // Everything is copied out before the tree goes.
    defer { cmark_node_free(root) }
    blocks = Self.children(of: root, firstLine: firstLine, depth: 0)
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
    let end = Int(cmark_node_get_end_line(node)) + firstLine - 1
    let kind = kind(of: node)
    let last = kind == .html ? max(first + lineBreaks(in: node), end) : max(first, end)
    let column = max(1, Int(cmark_node_get_start_column(node)))
    var block = MarkdownBlock(kind: kind, lines: first...last, column: column, children: [])
    if block.isContainer { block.children = children(of: node, firstLine: firstLine, depth: depth + 1) }
    return block
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
    case CMARK_NODE_CODE_BLOCK: code(node)
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item(isNumbered: cmark_node_parent(node).map(cmark_node_get_list_type) == CMARK_ORDERED_LIST)
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_THEMATIC_BREAK: .rule
    default: .other
    }
  }

  private static func code(_ node: OpaquePointer) -> MarkdownBlock.Kind {
    // cmark 0.29 writes through these without looking whether they are there.
    var (length, offset, mark): (CInt, CInt, CChar) = (0, 0, 0)
    let isFenced = cmark_node_get_fenced(node, &length, &offset, &mark) != 0
    return .code(info: cmark_node_get_fence_info(node).map { String(cString: $0) } ?? "", isFenced: isFenced)
  }
}
