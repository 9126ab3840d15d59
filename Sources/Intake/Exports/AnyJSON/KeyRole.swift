/// What the name of a member says about its value, in whatever case it is written: `reviewText`, `review_text`.
enum KeyRole {
  case speaker, time, words, title
  /// An identifier, an address, a state: never words, unless somebody wrote a sentence there.
  case label
  case other

  init(_ name: String) {
    let words = Self.words(of: name)
    guard let last = words.last else {
      self = .other
      return
    }
    if Self.isName(name) || Self.speakers.contains(last) || Self.isPersonal(name) {
      self = .speaker
    } else if Self.titles.contains(last) {
      self = .title
    } else if Self.spoken.contains(last) || Self.descriptions.contains(last) {
      self = .words
    } else if Self.times.contains(last) {
      self = .time
    } else if Self.labels.contains(last) {
      self = .label
    } else {
      self = .other
    }
  }

  private static let speakers: Set<String> = [
    "author", "user", "username", "speaker", "sender", "from", "customer", "reviewer", "creator", "nickname", "login",
    "participant", "respondent", "reporter", "commenter", "client", "requester", "member", "person", "agent", "role",
    "actor", "poster", "employee", "interviewee", "email", "handle", "by",
  ]
  private static let titles: Set<String> = ["title", "subject", "headline", "heading"]
  private static let spoken: Set<String> = [
    "text", "body", "content", "contents", "message", "messages", "msg", "comment", "comments", "review", "feedback",
    "answer", "answers", "question", "note", "notes", "response", "reply", "quote", "utterance", "transcript", "remark",
    "remarks", "reason", "suggestion", "opinion", "statement", "sentence", "selftext", "parts", "verbatim", "prompt",
    "completion", "input", "output", "request", "complaint", "wish", "pros", "cons", "instruction", "dialogue", "words",
  ]
  private static let descriptions: Set<String> = [
    "description", "summary", "details", "detail", "story", "abstract", "caption",
  ]
  private static let times: Set<String> = [
    "time", "date", "datetime", "timestamp", "created", "at", "posted", "published", "updated", "modified", "sent",
    "ts",
    "utc", "submitted", "received", "on", "when",
  ]
  private static let labels: Set<String> = [
    "id", "ids", "uuid", "guid", "url", "uri", "link", "href", "type", "kind", "status", "state", "hash", "sha",
    "token",
    "key", "code", "lang", "language", "locale", "path", "file", "filename", "mime", "size", "format", "version",
    "slug",
    "color", "icon", "image", "avatar", "domain", "host", "ip", "timezone", "currency", "country", "city", "region",
    "platform", "device", "os", "browser", "model", "channel", "tag", "tags", "label", "labels", "category",
    "categories", "priority", "severity", "score", "rating", "stars", "sentiment", "gender", "age", "phone", "source",
    "plan", "tier", "segment", "company", "organization", "organisation", "product", "app", "arguments", "encoding",
  ]
  private static let segments: Set<String> = [
    "plan", "tier", "segment", "company", "organization", "organisation", "version",
  ]

  /// `name`, or that of a thing or person: `product_name`.
  static func isName(_ name: String) -> Bool { words(of: name).last == "name" }

  /// The name of somebody: `user_name`, `displayName`, `first_name`.
  static func isPersonal(_ name: String) -> Bool {
    let words = words(of: name)
    guard words.count > 1, words.last == "name" else { return false }
    return words.dropLast().contains {
      speakers.contains($0) || ["display", "full", "first", "nick", "real", "screen"].contains($0)
    }
  }

  static func isDescription(_ name: String) -> Bool { words(of: name).last.map(descriptions.contains) ?? false }

  static func isRole(_ name: String) -> Bool { words(of: name).last == "role" }

  static func isAddress(_ name: String) -> Bool { words(of: name).last == "email" }

  static func isSegment(_ name: String) -> Bool { words(of: name).last.map(segments.contains) ?? false }

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
