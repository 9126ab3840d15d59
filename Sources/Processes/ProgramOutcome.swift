/// What one run of a program left behind.
package struct ProgramOutcome: Sendable {
  /// The exit status; for a signal, 128 and its number, as shells say.
  package let status: Int32
  package let output: [UInt8]
  package let errors: [UInt8]

  /// Standard output as text; bytes that are no UTF-8 are U+FFFD.
  package var text: String { String(decoding: output, as: UTF8.self) }

  /// Standard error as text, without white space at the end.
  package var complaint: String {
    var text = Substring(String(decoding: errors, as: UTF8.self))
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
