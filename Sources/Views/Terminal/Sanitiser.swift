/// Makes text from sources, commits and file names safe to print: the one place that all of it goes through.
///
/// A terminal obeys what it is sent: ESC begins commands that retitle windows, write the clipboard or hide lines, and
/// bidirectional controls show text in another order than it has (CVE-2024-52005, CVE-2021-42574).
package enum Sanitiser {
  /// `text` on one line, with every control, bidi control and other invisible mark as a visible escape.
  package static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if isDangerous(scalar) {
        safe += escape(scalar)
      } else {
        safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A line of code: as ``line(_:)``, but tabs stay, as they may mean something.
  package static func code(_ line: String) -> String {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { self.line(String($0)) }.joined(separator: "\t")
  }

  private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    // Zero-width joiners hold emoji and some scripts together; all other format characters only mislead.
    case .format: scalar != "\u{200d}" && scalar != "\u{200c}"
    default: false
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\t", "\n", "\r": " "
    default: "\\u{\(String(scalar.value, radix: 16))}"
    }
  }
}
