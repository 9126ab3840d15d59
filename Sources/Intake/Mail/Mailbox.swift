import PlanModel

/// Somebody with an address, as header fields write them (RFC 5322 section 3.4).
struct Mailbox {
  /// The display name, decoded; empty when there is none.
  var name: String
  var address: String?

  /// What the person is called: the name, else the address.
  var shownName: String { name.isEmpty ? address ?? "" : name }

  var person: Person { Person(name: shownName, address: address) }

  private init(name: String, address: String?) {
    self.name = FirstNameFirst.of(name)
    self.address = address
  }

  /// One mailbox of a decoded header line in running text: `Dana Ng [mailto:dana@example.com]`.
  init(display text: ArraySlice<UInt8>) {
    guard let found = MailboxInText(text) else {
      self.init(name: Self.plain(WhiteSpace.folded(text)[...]), address: nil)
      return
    }
    self.init(name: Self.plain(WhiteSpace.folded(text[..<found.range.lowerBound])[...]), address: found.address)
  }

  /// The mailboxes of a From, To or Cc field; groups are read through, and at most `IntakeLimits.people` are given.
  static func list(_ field: ArraySlice<UInt8>?) -> [Mailbox] {
    var scanner = MailboxScanner(field ?? [])
    var result: [Mailbox] = []
    while result.count < IntakeLimits.people, let parts = scanner.next() {
      let name = plain(Array(EncodedWords.decode(parts.phrase[...]).utf8)[...])
      let address = WhiteSpace.folded(TextDecoder.decode(parts.address[...])[...]).string
      if address.isEmpty, let bare = bareAddress(name) {
        result.append(
          Mailbox(name: plain(Array(EncodedWords.decode(parts.comment[...]).utf8)[...]), address: bare))
      } else if !name.isEmpty || !address.isEmpty {
        result.append(Mailbox(name: name, address: address.isEmpty ? nil : address.filter { $0 != " " }))
      }
    }
    return result
  }

  /// An address without brackets: `dana@example.com`, and `dana at example.com` as list archives hide it.
  private static func bareAddress(_ name: String) -> String? {
    if name.contains("@") { return name.filter { $0 != " " } }
    let words = name.split(separator: " ")
    return words.count == 3 && words[1] == "at" && words[2].contains(".") ? "\(words[0])@\(words[2])" : nil
  }

  /// Without the quotation marks and emphasis around it.
  private static func plain(_ name: ArraySlice<UInt8>) -> String {
    let marks: [UInt8] = [ASCII.quote, ASCII.apostrophe, ASCII.star, ASCII.space, ASCII.semicolon, ASCII.comma]
    var slice = name
    while let first = slice.first, marks.contains(first) { slice.removeFirst() }
    while let last = slice.last, marks.contains(last) { slice.removeLast() }
    return slice.string
  }
}

/// Walks through an address list; comments are dropped, quotations kept whole.
private struct MailboxScanner {
  private let text: ArraySlice<UInt8>
  private var index: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    index = text.startIndex
  }

  /// What stands before the angle brackets, within them, and in the last parentheses, of the next mailbox.
  mutating func next() -> (phrase: [UInt8], address: [UInt8], comment: ArraySlice<UInt8>)? {
    guard index < text.endIndex else { return nil }
    var phrase: [UInt8] = []
    var comment: ArraySlice<UInt8> = []
    var address: [UInt8] = []
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case ASCII.comma, ASCII.semicolon:
        index += 1
        return (phrase, address, comment)
      case ASCII.quote: phrase += quotation()
      case ASCII.openParenthesis: comment = readComment()
      case ASCII.less:
        let inside = text[(index + 1)...].prefix { $0 != ASCII.greater }
        address = Array(inside)
        index = min(inside.endIndex + 1, text.endIndex)
      case ASCII.colon where address.isEmpty && !phrase.contains(ASCII.at):
        // The name of a group: its members follow.
        phrase = []
        index += 1
      default:
        phrase.append(byte)
        index += 1
      }
    }
    return (phrase, address, comment)
  }

  private mutating func quotation() -> [UInt8] {
    var result: [UInt8] = []
    index += 1
    while index < text.endIndex, text[index] != ASCII.quote {
      if text[index] == ASCII.backslash, index + 1 < text.endIndex { index += 1 }
      result.append(text[index])
      index += 1
    }
    index = min(index + 1, text.endIndex)
    return result
  }

  /// What stands between the parentheses (RFC 822 knew a name no other way: `dana@example.com (Dana Ng)`).
  private mutating func readComment() -> ArraySlice<UInt8> {
    let start = index + 1
    var depth = 0
    while index < text.endIndex {
      if text[index] == ASCII.openParenthesis { depth += 1 }
      if text[index] == ASCII.closeParenthesis { depth -= 1 }
      index += 1
      if depth == 0 { return text[start..<(index - 1)] }
    }
    return text[min(start, text.endIndex)...]
  }
}
