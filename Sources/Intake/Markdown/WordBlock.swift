import Markdown

/// A block of a document that holds words, with where it stands in the source.
struct WordBlock {
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
  /// It begins an item with a bullet, of a list that stands in nothing else.
  var isItem = false

  /// The blocks of a document in order.
  static func blocks(of text: [UInt8]) -> [WordBlock] {
    var blocks: [WordBlock] = []
    for block in MarkdownDocument(text).blocks { collect(block, quotes: 0, depth: 0, within: nil, into: &blocks) }
    return blocks
  }

  /// The document cuts nesting off at a depth that recursion bears.
  private static func collect(
    _ block: MarkdownBlock, quotes: Int, depth: Int, within parent: MarkdownBlock?, into blocks: inout [WordBlock]
  ) {
    if let kind = kind(of: block) {
      blocks.append(
        WordBlock(
          kind: kind, lines: block.lines, column: column(of: block, kind, within: parent), quotes: quotes,
          isNested: parent != nil,
          isItem: depth == 2 && parent?.kind == .item(isNumbered: false)
            && parent?.lines.lowerBound == block.lines.lowerBound))
    }
    let quotes = quotes + (block.kind == .quote ? 1 : 0)
    for child in block.children { collect(child, quotes: quotes, depth: depth + 1, within: block, into: &blocks) }
  }

  /// A number is part of what is said: it is what others refer to.
  private static func column(of block: MarkdownBlock, _ kind: Kind, within parent: MarkdownBlock?) -> Int {
    guard kind != .fencedCode, let parent, parent.kind == .item(isNumbered: true),
      parent.lines.lowerBound == block.lines.lowerBound
    else { return block.column }
    return parent.column
  }

  private static func kind(of block: MarkdownBlock) -> Kind? {
    switch block.kind {
    case .heading: .heading
    case .paragraph: .paragraph
    case .html: .html
    case .code(_, let isFenced): isFenced ? .fencedCode : .indentedCode
    case .quote, .list, .item, .rule, .other: nil
    }
  }
}
