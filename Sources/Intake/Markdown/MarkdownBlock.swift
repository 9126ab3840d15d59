import CCmarkGFM

/// A block of a CommonMark document that holds words, with where it stands in the source.
struct MarkdownBlock {
  enum Kind {
    case heading, paragraph, fencedCode, indentedCode, html
  }

  var kind: Kind
  /// From 1, both included.
  var lines: ClosedRange<Int>
  /// Where its first line begins, in bytes from 1; for the first block of a numbered item, where the number begins.
  var column: Int
  /// How many block quotes it stands in.
  var quotes: Int
  /// It stands in a list, a quote or an item of either.
  var isNested: Bool

  /// The blocks of a document in order. cmark decides what is a block; see `BlockMask` for what it is shown.
  static func blocks(of text: [UInt8]) -> [MarkdownBlock] {
    let masked = BlockMask.masked(text)
    // The buffer lives through the call; cmark copies what it keeps, and the tree is freed before the blocks are given.
    let root = masked.withUnsafeBytes { buffer in
      cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, CMARK_OPT_DEFAULT)
    }
    guard let root else { return [] }
    defer { cmark_node_free(root) }
    var walk = BlockWalk(root)
    var blocks: [MarkdownBlock] = []
    while let block = walk.next() { blocks.append(block) }
    return blocks
  }
}

/// Goes through the block nodes of a syntax tree without recursion.
private struct BlockWalk {
  private var node: OpaquePointer?
  private let root: OpaquePointer
  private var quotes = 0

  init(_ root: OpaquePointer) {
    self.root = root
    node = root
  }

  /// The next block that holds words.
  mutating func next() -> MarkdownBlock? {
    while let current = node {
      let kind = Self.kind(of: current)
      let block = kind.flatMap { self.block($0, current) }
      advance(from: current, isLeaf: kind != nil)
      if let block { return block }
    }
    return nil
  }

  private mutating func advance(from start: OpaquePointer, isLeaf: Bool) {
    if !isLeaf, let child = cmark_node_first_child(start) {
      if Self.isQuote(start) { quotes += 1 }
      node = child
      return
    }
    var current = start
    while current != root {
      if let next = cmark_node_next(current) {
        node = next
        return
      }
      guard let parent = cmark_node_parent(current) else { break }
      if Self.isQuote(parent) { quotes -= 1 }
      current = parent
    }
    node = nil
  }

  private func block(_ kind: MarkdownBlock.Kind, _ node: OpaquePointer) -> MarkdownBlock? {
    let first = Int(cmark_node_get_start_line(node))
    let last = Int(cmark_node_get_end_line(node))
    guard first >= 1 else { return nil }
    let parent = cmark_node_parent(node)
    var column = Int(cmark_node_get_start_column(node))
    if kind != .fencedCode, let parent, cmark_node_previous(node) == nil, Self.isNumberedItem(parent),
      Int(cmark_node_get_start_line(parent)) == first
    {
      column = Int(cmark_node_get_start_column(parent))
    }
    return MarkdownBlock(
      kind: kind, lines: first...max(first, last), column: max(column, 1), quotes: quotes, isNested: parent != root)
  }

  private static func isQuote(_ node: OpaquePointer) -> Bool {
    cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE
  }

  private static func isNumberedItem(_ node: OpaquePointer) -> Bool {
    guard cmark_node_get_type(node) == CMARK_NODE_ITEM, let list = cmark_node_parent(node) else { return false }
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST
  }

  private static func kind(of node: OpaquePointer) -> MarkdownBlock.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HEADING: return .heading
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_CODE_BLOCK:
      var (length, offset, mark): (CInt, CInt, CChar) = (0, 0, 0)
      return cmark_node_get_fenced(node, &length, &offset, &mark) != 0 ? .fencedCode : .indentedCode
    default: return nil
    }
  }
}
