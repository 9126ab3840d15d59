/// Values that writers of YAML and Markdown stumble over, for titles, names and reasons. None begins with U+FEFF:
/// that is a byte order mark to Foundation, which Yams makes its strings with, and is dropped.
enum Texts {
  static let awkward = [
    "", " ", "yes", "No", "null", "~", "true", "ON", "y", "1e3", "0x1F", "0o17", "1_000", "12:30:45", "2025-03-04",
    "2001-12-14 21:59:43.10 -5", "2001-12-14t21:59:43Z", ".inf", "-.INF", "+.inf", ".NaN", "=", "<<", "-", "--", "---",
    "...", "- x", "-v prints", "? x", ": x", "a: b", "a:b", "a :b", "a:", "#", "# x", "a #b", "a# b", "\"q\"", "'s'",
    "it's \"so\"", "[a]", "{a: b}", "a, b", ",", "*x", "&x", "!x", "|", ">", "%x", "@x", "`x`", "a\\b", "\\", " lead",
    "trail ", "two  spaces", "tab\there", "line\nbreak", "cr\rhere", "crlf\r\nhere", "bell\u{7}", "esc\u{1b}[31m",
    "del\u{7f}", "nel\u{85}x", "c1\u{9b}x", "ls\u{2028}x", "ps\u{2029}x", "bom\u{feff}x", "nbsp\u{a0}x",
    "\u{a0}lead", "zw\u{200b}x", "rtl \u{202e}evil", "עברית", "漢字", "café", "cafe\u{301}", "\u{301}", " \u{301}x",
    "😀👩‍👩‍👧", "\u{fffe}", "\u{ffff}", "\u{10ffff}", "\u{e000}", "— dash", "– dash", "C#", "C #", "Fix ## ##",
    ".env is read",
    "1. first", "* star", "+ plus", "> quote", "<!-- html", "AC2: x", "```", "a\u{0}b",
    String(repeating: "long ", count: 400) + "end",
  ]

  /// The awkward ones, and as many made of pieces of them.
  static let all: [String] = {
    var random = SeededGenerator(7)
    let pieces = [
      "a", "word", " ", ": ", ":", " #", "#", "'", "\"", "\\", ",", "[", "]", "{", "}", "\n", "\t", "é", "—", "😀", "-",
      "- ",
      "1", ".", "\u{85}", "\u{2028}", "\u{202e}", "yes", "null", "&", "*", "!", "%", "\u{1}", "\u{fffe}", "<", ">", "|",
      "?", "=",
    ]
    return awkward + (0..<400).map { _ in random.text(of: pieces, upTo: 7) }
  }()
}
