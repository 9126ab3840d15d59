package import FileSystem

/// What `HANDOFF_TRACE` tells, an event a line, in the manner of GIT_TRACE.
package enum TracingView {
  /// `ran git -C /home/ada/app var GIT_PAGER (2.1 ms, 5 bytes)`
  package static func line(_ event: Tracing.Event) -> String {
    switch event {
    case .ran(let arguments, let status, let bytes, let took):
      let ending = status.map { $0 == 0 ? "" : ", status \($0)" } ?? ", did not end by itself"
      return "ran \(arguments.map(quoted).joined(separator: " ")) (\(words(took)), \(bytes) bytes\(ending))"
    case .read(let path, let bytes, let took): return "read \(quoted(path)) (\(words(took)), \(bytes) bytes)"
    }
  }

  /// What stands first, and last.
  package static func begins(_ arguments: [String]) -> String {
    "began \(arguments.map(quoted).joined(separator: " "))"
  }
  package static func ended(status: Int32, took: Duration) -> String { "ended with status \(status) (\(words(took)))" }

  package static func refused(_ value: String) -> TerminalText {
    var text = TerminalText()
    text.line(
      "\("warning:", .caution) HANDOFF_TRACE is \(Phrase.quoted(value)), and nothing is traced: it takes 1, or an absolute path"
    )
    return text
  }

  /// As a shell would take it.
  private static func quoted(_ word: String) -> String {
    let safe = Sanitiser.line(word)
    let isPlain = safe.utf8.allSatisfy { byte in
      0x30...0x39 ~= byte || 0x41...0x5a ~= byte || 0x61...0x7a ~= byte || "-_./=:,@%+".utf8.contains(byte)
    }
    return isPlain && !safe.isEmpty ? safe : "'\(safe.replacing("'", with: "'\\''"))'"
  }

  private static func words(_ duration: Duration) -> String {
    let parts = duration.components
    let tenths = parts.seconds * 10_000 + (parts.attoseconds + 50_000_000_000_000) / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
