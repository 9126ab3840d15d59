/// A text with places to fill in, in the language of Mustache (https://mustache.github.io/mustache.5.html): variables,
/// sections, inverted sections and partials.
///
/// It is read into parts once. To fill it goes through them once and writes bytes: a page has hundreds of places, and a site
/// many thousand pages.
struct Template: Sendable {
  fileprivate enum Part: Sendable {
    case text([UInt8])
    case variable(String, isEscaped: Bool)
    case section(String, [Part])
    case inverted(String, [Part])
  }

  enum Problem: Error, Equatable {
    /// A tag that does not end.
    case openTag(String)
    /// A section that is not closed, or one that was not opened.
    case section(String)
    /// There is no such partial, or it holds itself.
    case partial(String)
  }

  private let parts: [Part]

  /// - Parameter partials: the texts of what it may include, by name. They stand in it as they are, without indentation.
  init(_ text: String, partials: [String: String] = [:]) throws(Problem) {
    try self.init(text, partials, depth: 0)
  }

  private static let deepest = 8

  private init(_ text: String, _ partials: [String: String], depth: Int) throws(Problem) {
    var open: [(tag: TemplateTag, parts: [Part])] = []
    var parts: [Part] = []
    var tags = TemplateTags(text)
    while let tag = try tags.next() {
      if !tag.before.isEmpty { parts.append(.text(tag.before)) }
      switch tag.kind {
      case .escaped, .unescaped: parts.append(.variable(tag.name, isEscaped: tag.kind == .escaped))
      case .section, .inverted:
        open.append((tag, parts))
        parts = []
      case .end:
        guard let (begin, outer) = open.popLast(), begin.name == tag.name else { throw .section(tag.name) }
        parts = outer + [begin.kind == .section ? .section(tag.name, parts) : .inverted(tag.name, parts)]
      case .partial:
        guard let partial = partials[tag.name], depth < Self.deepest else { throw .partial(tag.name) }
        parts += try Template(partial, partials, depth: depth + 1).parts
      case .comment: break
      }
    }
    if let (tag, _) = open.last { throw .section(tag.name) }
    self.parts = tags.rest.isEmpty ? parts : parts + [.text(tags.rest)]
  }

  /// Adds the template to a page, its places filled.
  func fill(_ values: Values, to html: inout [UInt8]) { Self.fill(parts, values, values, to: &html) }

  /// - Parameter item: what a section is repeated for, which is put by `{{.}}`.
  private static func fill(_ parts: [Part], _ values: Values, _ item: any PageValue, to html: inout [UInt8]) {
    for part in parts {
      switch part {
      case .text(let text): html += text
      case .variable(let name, let isEscaped):
        let value = name == "." ? item : values[name]
        value?.put(to: &html, escaped: isEscaped)
      case .section(let name, let inner):
        values[name]?.forEach { item in fill(inner, item.names ?? values, item, to: &html) }
      case .inverted(let name, let inner):
        if values[name]?.isNothing ?? true { fill(inner, values, item, to: &html) }
      }
    }
  }
}

/// A tag of a template, and what stands before it.
private struct TemplateTag {
  enum Kind: Equatable { case escaped, unescaped, section, inverted, end, partial, comment }

  var kind: Kind
  var name: String
  var before: [UInt8]
}

/// The tags of a template one after the other. A line on which nothing stands but a tag that puts nothing is no line.
private struct TemplateTags {
  private let bytes: [UInt8]
  private var place = 0
  /// What stands behind the last tag.
  var rest: [UInt8] { Array(bytes[place...]) }

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() throws(Template.Problem) -> TemplateTag? {
    guard let start = find("{{", from: place) else { return nil }
    let kind = kind(at: start + 2)
    let close = kind == .unescaped ? "}}}" : "}}"
    let name = start + (kind == .escaped ? 2 : 3)
    guard name <= bytes.count, let end = find(close, from: name) else {
      throw .openTag(String(decoding: bytes[start...].prefix(40), as: UTF8.self))
    }
    let words = String(decoding: bytes[name..<end], as: UTF8.self).split(separator: " ").joined(separator: " ")
    var before = place..<start
    place = end + close.utf8.count
    if kind != .escaped, kind != .unescaped, let line = ownLine(start, place) {
      before = before.lowerBound..<max(before.lowerBound, line.lowerBound)
      place = line.upperBound
    }
    return TemplateTag(kind: kind, name: words, before: Array(bytes[before]))
  }

  private func kind(at place: Int) -> TemplateTag.Kind {
    guard place < bytes.count else { return .escaped }
    switch bytes[place] {
    case UInt8(ascii: "#"): return .section
    case UInt8(ascii: "^"): return .inverted
    case UInt8(ascii: "/"): return .end
    case UInt8(ascii: ">"): return .partial
    case UInt8(ascii: "!"): return .comment
    case UInt8(ascii: "{"): return .unescaped
    default: return .escaped
    }
  }

  /// The line of a tag, if nothing else stands on it.
  private func ownLine(_ start: Int, _ end: Int) -> Range<Int>? {
    var (first, last) = (start, end)
    while first > 0, Self.isBlank(bytes[first - 1]) { first -= 1 }
    while last < bytes.count, Self.isBlank(bytes[last]) { last += 1 }
    guard first == 0 || bytes[first - 1] == UInt8(ascii: "\n") else { return nil }
    if last == bytes.count { return first..<last }
    return bytes[last] == UInt8(ascii: "\n") ? first..<last + 1 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private func find(_ mark: String, from start: Int) -> Int? {
    let mark = Array(mark.utf8)
    guard bytes.count - mark.count >= start else { return nil }
    return (start...bytes.count - mark.count).first { bytes[$0..<$0 + mark.count].elementsEqual(mark) }
  }
}
