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
      room -= TokenEstimate.tokens(in: String(line)) + 1
      if room < 0 { break }
      count += 1
    }
    let shown = lines.prefix(count).joined(separator: "\n")
    return fenced(shown, from: origin) + left(lines.count - count, more)
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
