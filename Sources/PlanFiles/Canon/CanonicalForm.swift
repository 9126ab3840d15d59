package import PlanModel

/// The form that the program itself gives to items: keys in their order, one space, lists with a line an item, one empty
/// line between blocks, LF and one line end at the end. Says what the file said before.
package enum CanonicalForm {
  /// The file in that form. What cannot be brought into it without a doubt stays as it is, as do unknown keys, quotations,
  /// code and comments.
  ///
  /// - Throws: the finding that keeps the file from being read.
  package static func bytes(of bytes: [UInt8], path: String, kind: ItemKind) throws(Finding) -> [UInt8] {
    let document = try PlanDocument(bytes, path: path)
    var fields = FieldReader(document.fields, path: path)
    if let newer = fields.newerVersion() { throw newer }
    // A carriage return in the midst of a line is a line end to some readers, and none to others.
    guard !hasLoneReturn(bytes) else { return bytes }
    let (head, body) = (CanonicalFrontMatter(document, keys: kind.fieldOrder).lines, CanonicalBody(document).lines)
    let (plainHead, plainBody) = (document.headLines, document.bodyLines)
    for (head, body) in [(head, body), (plainHead, body), (head, plainBody), (plainHead, plainBody)] {
      guard let head, let body else { continue }
      let formed = text(head, body)
      if formed == bytes { return bytes }
      if let new = try? PlanDocument(formed, path: path), document.saysTheSame(as: new) { return formed }
    }
    return bytes
  }

  private static func hasLoneReturn(_ bytes: [UInt8]) -> Bool {
    guard bytes.contains(.carriageReturn) else { return false }
    return bytes.indices.contains {
      bytes[$0] == .carriageReturn && ($0 + 1 == bytes.count || bytes[$0 + 1] != .newline)
    }
  }

  private static func text(_ head: [ArraySlice<UInt8>], _ body: [ArraySlice<UInt8>]) -> [UInt8] {
    let fence = Array("---\n".utf8)
    var bytes = fence
    for line in head { bytes += line + [.newline] }
    bytes += fence
    for line in body { bytes += line + [.newline] }
    return bytes
  }
}

extension PlanDocument {
  /// The lines between the fences, as they are.
  fileprivate var headLines: [ArraySlice<UInt8>]? { frontMatterLines.map { text.line($0) } }

  /// The lines behind the front matter, as they are, up to the last that says something.
  fileprivate var bodyLines: [ArraySlice<UInt8>]? {
    guard body.firstLine <= text.lineCount else { return [] }
    return (body.firstLine...text.lineCount).map { text.line($0) }
  }
}
