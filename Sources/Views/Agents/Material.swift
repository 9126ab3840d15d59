/// Text of a repository as a coding agent is given it: between fences that nothing in it can close, under its origin.
///
/// Plans and sources hold what strangers wrote. An agent that reads it has to see where it begins and ends, and that it
/// is no instruction (OWASP LLM01, indirect prompt injection).
package enum Material {
  /// - Parameter origin: the program's own words or an id, never text from a file.
  package static func fenced(_ text: String, from origin: String) -> String {
    let fence = fence(for: text)
    return "\(fence) quoted from \(origin)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  /// As above, with as many lines as there is room for.
  ///
  /// - Parameters:
  ///   - tokens: what the whole may have, fences included; estimated, rather too many than too few.
  ///   - more: what to call for the rest, in the program's own words.
  package static func fenced(_ text: String, from origin: String, within tokens: Int, more: String) -> String {
    let whole = fenced(text, from: origin)
    if TokenEstimate.tokens(in: whole) <= tokens { return whole }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let frame = TokenEstimate.tokens(in: fenced("", from: origin) + left(lines.count, more)) + 8
    var room = tokens - frame
    var count = 0
    for line in lines {
      let tokens = TokenEstimate.tokens(in: String(line)) + 1
      if tokens > room { break }
      room -= tokens
      count += 1
    }
    var shown = lines.prefix(count).map(String.init)
    // A line that is long by itself is shown as far as there is room.
    if room > 50, count < lines.count {
      shown.append(beginning(of: lines[count], within: room - 4) + "…")
      count += 1
    }
    let rest = lines.count - count
    return fenced(shown.joined(separator: "\n"), from: origin) + (rest > 0 ? left(rest, more) : "Cut short. \(more)\n")
  }

  private static func beginning(of line: Substring, within tokens: Int) -> String {
    var shown = String(line.prefix(tokens * 6))
    while true {
      let found = TokenEstimate.tokens(in: shown)
      if found <= tokens { return shown }
      shown = String(shown.prefix(max(0, min(shown.count - 1, shown.count * tokens / found))))
    }
  }

  private static func left(_ count: Int, _ more: String) -> String {
    "Left out: \(Phrase.count(count, "more line")). \(more)\n"
  }

  /// Longer than any run of its mark in the text (CommonMark 0.31 §4.5).
  private static func fence(for text: String) -> String {
    var longest = 3
    var run = 0
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "~") ? run + 1 : 0
      longest = max(longest, run)
    }
    return String(repeating: "~", count: longest + 1)
  }
}
