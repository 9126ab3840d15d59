/// What the name of a member says about its value, in whatever case it is written: `reviewText`, `review_text`.
enum KeyRole {
  case speaker, time, words, title
  /// An identifier, an address, a state: never words, unless somebody wrote a sentence there.
  case label
  case other

  init(_ name: String) {
    let words = Self.words(of: name)
    guard let last = words.last, !Self.isQuestion(name) else {
      self = .other
      return
    }
    if Self.isName(name) || KeyWords.speakers.contains(last) {
      self = .speaker
    } else if KeyWords.titles.contains(last) {
      self = .title
    } else if KeyWords.spoken.contains(last) || KeyWords.descriptions.contains(last) {
      self = .words
    } else if KeyWords.times.contains(last) {
      self = .time
    } else if KeyWords.labels.contains(last) {
      self = .label
    } else {
      self = .other
    }
  }

  /// `name`, or that of a thing or person: `product_name`.
  static func isName(_ name: String) -> Bool { words(of: name).last == "name" }

  /// The name of somebody: `user_name`, `displayName`, `first_name`.
  static func isPersonal(_ name: String) -> Bool {
    let words = words(of: name)
    guard words.count > 1, words.last == "name" else { return false }
    return words.dropLast().contains { KeyWords.speakers.contains($0) || KeyWords.namings.contains($0) }
  }

  static func isDescription(_ name: String) -> Bool {
    words(of: name).last.map(KeyWords.descriptions.contains) ?? false
  }

  static func isRole(_ name: String) -> Bool { words(of: name).last == "role" }

  static func isAddress(_ name: String) -> Bool { words(of: name).last == "email" }

  static func isSegment(_ name: String) -> Bool { words(of: name).last.map(KeyWords.segments.contains) ?? false }

  /// What somebody else answered, as stores keep it within a review: `replyText`, `developerResponse`.
  static func isReply(_ name: String) -> Bool {
    words(of: name).contains { ["reply", "developer", "owner"].contains($0) }
  }

  static func isHTML(_ name: String) -> Bool { words(of: name).last == "html" }

  /// `body` of `body_html` and `bodyHTML`.
  static func withoutHTML(_ name: String) -> String? {
    guard name.lowercased().hasSuffix("html") else { return nil }
    let rest = name.dropLast(4)
    return String(rest.last == "_" || rest.last == "-" ? rest.dropLast() : rest)
  }

  /// A form that uses its questions as names: `How do you like it?`
  static func isQuestion(_ name: String) -> Bool {
    name.utf8.last == ASCII.question || name.utf8.count { $0 == ASCII.space } >= 3
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
