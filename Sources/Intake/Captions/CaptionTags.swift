/// Takes the tags out of a line of captions: what remains is what people read.
///
/// WebVTT's tags are voice, class, emphasis, ruby, language and times; SubRip takes HTML's for fonts, and `{\an8}` from
/// another format for places. What looks like a tag and is none of these is text.
struct CaptionTags {
  private static let names: Set<String> = [
    "v", "c", "i", "b", "u", "s", "ruby", "rt", "lang", "font", "span", "em", "strong", "p", "br", "div", "tt",
  ]

  /// The longest tag, in bytes.
  private static let longest = 300

  private let line: ArraySlice<UInt8>
  private var index: Int

  private init(_ line: ArraySlice<UInt8>) {
    self.line = line
    index = line.startIndex
  }

  /// Calls `voice` for each voice tag and `write` for the text between.
  static func read(_ line: ArraySlice<UInt8>, voice: (String) -> Void, write: (ArraySlice<UInt8>) -> Void) {
    guard line.contains(where: { $0 == ASCII.less || $0 == ASCII.ampersand || $0 == openBrace }) else {
      return write(line)
    }
    var tags = CaptionTags(line)
    while tags.index < line.endIndex { tags.step(voice, write) }
  }

  private static let openBrace = UInt8(ascii: "{")

  private mutating func step(_ voice: (String) -> Void, _ write: (ArraySlice<UInt8>) -> Void) {
    let byte = line[index]
    if byte == ASCII.less, let end = end(ofTag: ASCII.greater), let tag = tag(until: end) {
      index = end + 1
      if let name = tag.voice { voice(name) }
      if tag.isBreak { write([ASCII.space]) }
    } else if byte == Self.openBrace, line[(index + 1)...].first == ASCII.backslash,
      let end = end(ofTag: UInt8(ascii: "}"))
    {
      index = end + 1
    } else if byte == ASCII.ampersand {
      let entity = Entity.read(at: index, in: line)
      write(entity.text[...])
      index = entity.end
    } else {
      let text = line[(index + 1)...].prefix { $0 != ASCII.less && $0 != ASCII.ampersand && $0 != Self.openBrace }
      write(line[index..<text.endIndex])
      index = text.endIndex
    }
  }

  private func end(ofTag mark: UInt8) -> Int? {
    line[index...].prefix(Self.longest).firstIndex(of: mark)
  }

  /// The tag before the `>` at `end`; nil when it is text.
  private func tag(until end: Int) -> (voice: String?, isBreak: Bool)? {
    let inside = line[(index + 1)..<end]
    let body = inside.first == ASCII.slash ? inside.dropFirst() : inside
    if body.isEmpty { return (nil, false) }
    if body.allSatisfy({ $0.isDigit || $0 == ASCII.colon || $0 == ASCII.dot }) { return (nil, false) }
    let name = body.prefix(while: \.isLetter)
    guard Self.names.contains(name.string.lowercased()), isBoundary(body[name.endIndex...].first) else { return nil }
    let isVoice = name.elementsEqual("v".utf8) && inside.startIndex == body.startIndex
    return (isVoice ? Self.annotation(of: body) : nil, name.count == 2 && name.last?.lowered == UInt8(ascii: "r"))
  }

  private func isBoundary(_ byte: UInt8?) -> Bool {
    byte.map { $0.isWhite || $0 == ASCII.dot || $0 == ASCII.slash || $0 == ASCII.equals } ?? true
  }

  /// Behind `v` and its classes: `v.loud Dana Ng`.
  private static func annotation(of body: ArraySlice<UInt8>) -> String {
    var name: [UInt8] = []
    let annotation = body.drop { !$0.isWhite }.trimmed
    var index = annotation.startIndex
    while index < annotation.endIndex {
      let entity = annotation[index] == ASCII.ampersand ? Entity.read(at: index, in: annotation) : nil
      name += entity?.text ?? [annotation[index]]
      index = entity?.end ?? index + 1
    }
    return WhiteSpace.folded(name[...]).string
  }
}
