/// What the name of a member says about its value.
enum KeyRole {
  case speaker, time, words, title
  /// An identifier, an address, a state: never words, unless somebody wrote a sentence there.
  case label
  case other
}

/// The name of a member, in whatever case it is written: `reviewText`, `review_text`.
struct JSONKey {
  let role: KeyRole
  /// `name`, or that of a thing or person: `product_name`.
  let isName: Bool
  /// The name of somebody: `user_name`, `displayName`, `first_name`.
  let isPersonal: Bool
  let isDescription: Bool
  let isRole: Bool
  let isAddress: Bool
  let isSegment: Bool
  /// What somebody else answered, as stores keep it within a review: `replyText`, `developerResponse`.
  let isReply: Bool
  /// A form that uses its questions as names: `How do you like it?`
  let isQuestion: Bool
  /// `body` of `body_html` and `bodyHTML`.
  let withoutHTML: String?

  init(_ name: String) {
    let words = Self.words(of: name)
    let last = words.last ?? ""
    let before = words.dropLast()
    isName = last == "name"
    isPersonal = isName && before.contains { KeyWords.speakers.contains($0) || KeyWords.namings.contains($0) }
    isDescription = KeyWords.descriptions.contains(last)
    isRole = last == "role"
    isAddress = last == "email"
    isSegment = KeyWords.segments.contains(last)
    isReply = words.contains { ["reply", "developer", "owner"].contains($0) }
    isQuestion = name.utf8.last == ASCII.question || name.utf8.count { $0 == ASCII.space } >= 3
    withoutHTML = last == "html" ? Self.withoutHTML(name) : nil
    role = isQuestion ? .other : isName ? .speaker : KeyWords.role(of: last)
  }

  private static func withoutHTML(_ name: String) -> String? {
    guard name.lowercased().hasSuffix("html") else { return nil }
    let rest = name.dropLast(4)
    return String(rest.last == "_" || rest.last == "-" ? rest.dropLast() : rest)
  }

  /// The words of a name in lower case, digits left out: `reviewText2` is `review`, `text`.
  private static func words(of name: String) -> [String] {
    var words: [[UInt8]] = []
    var previous = ASCII.space
    for byte in name.utf8.prefix(200) {
      if byte.isLetter || byte.isForeign {
        let begins = !previous.isLetter && !previous.isForeign || byte.isUpper && previous.isLower
        if begins { words.append([]) }
        words[words.count - 1].append(byte.lowered)
      }
      previous = byte
    }
    return words.map(\.string)
  }
}
