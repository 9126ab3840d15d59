/// Text that stands where a secret would: `<token>`, `xxxx`, `${VAR}`, `changeme`, an example of documents.
enum Placeholder {
  /// Whether `value` stands for a secret and is none.
  static func isLikely(_ value: ArraySlice<UInt8>) -> Bool {
    guard let first = value.first else { return true }
    if "$<{[%(*".utf8.contains(first) || longestRun(value) >= 5 { return true }
    let folded = value.map(\.lowercased)
    if words.contains(where: { folded.firstRange(of: $0.utf8) != nil }) { return true }
    let letters = String(decoding: folded.filter(\.isLetter), as: UTF8.self)
    return wholes.contains(letters)
  }

  /// What a value holds that nobody uses.
  private static let words = [
    "example", "changeme", "change-me", "change_me", "placeholder", "your-", "your_", "yourpass", "yourtoken",
    "yourkey",
    "yourapi", "xxxx", "****", "...", "…", "redacted", "dummy", "replace", "insert-", "insert_", "${", "{{", "$(",
    "todo",
  ]

  /// What is left of a value without its digits and marks, where that is a word and no secret.
  private static let wholes: Set<String> = [
    "", "password", "passwort", "passwd", "secret", "mysecret", "mypassword", "test", "testing", "admin", "token",
    "apikey",
    "key", "foo", "bar", "foobar", "qwerty", "letmein", "string", "null", "none", "true", "false", "undefined", "abc",
    "value", "sample", "user", "username", "hidden", "required", "optional", "sha", "utf", "base", "bearer", "basic",
  ]

  /// The length of the longest run of one byte.
  private static func longestRun(_ value: ArraySlice<UInt8>) -> Int {
    var longest = 0
    var run = 0
    var last: UInt8?
    for byte in value {
      run = byte == last ? run + 1 : 1
      last = byte
      longest = max(longest, run)
    }
    return longest
  }
}
