import Processes

/// The door to universal-ctags: one process for many files, which come through its standard input and not from disk.
///
/// It reads no options of the repository or the user (`--options=NONE`), and opens no file where it was built with its
/// sandbox. See ctags(1) and the page "Interactive mode" of its manual.
package struct Ctags: Sendable {
  private let executable: String
  private let environment: [String: String]
  /// `5.9.0`.
  package let version: String
  private let mode: String

  /// Nil where there is no universal-ctags that writes JSON.
  package init?(environment: [String: String]) {
    guard let executable = Executable.path(of: "ctags", environment: environment) else { return nil }
    self.executable = executable
    self.environment = ["PATH": environment["PATH"] ?? "", "LC_ALL": "C"]
    for mode in ["sandbox", "default"] {
      guard let outcome = Self.run(executable, self.environment, mode, input: [UInt8(ascii: "\n")], seconds: 10),
        let version = CtagsLine.version(outcome)
      else { continue }
      self.version = version
      self.mode = mode
      return
    }
    return nil
  }

  /// One file for ctags.
  struct Input {
    /// By which ctags knows the language: `py`.
    let suffix: String
    let bytes: [UInt8]
  }

  /// The tags of each file, in order; nil for one that ctags could not get through.
  func tags(of inputs: [Input]) -> [[CtagsLine]?] {
    var found: [[CtagsLine]?] = Array(repeating: nil, count: inputs.count)
    // What ends ctags, or holds it up, is left out, and the rest tried again, in halves.
    var work: [(range: Range<Int>, seconds: Int)] = [(inputs.indices, 60)]
    while let (range, seconds) = work.popLast() {
      guard !range.isEmpty else { continue }
      let done = read(inputs[range], into: &found, at: range.lowerBound, seconds: seconds)
      let rest = (range.lowerBound + done)..<range.upperBound
      guard !rest.isEmpty, rest.count > 1 || done > 0 else { continue }
      let middle = done > 0 ? rest.lowerBound + 1 : (rest.lowerBound + rest.upperBound) / 2
      work.append((middle..<rest.upperBound, max(2, seconds / 2)))
      if done == 0 { work.append((rest.lowerBound..<middle, max(2, seconds / 2))) }
    }
    return found
  }

  /// Fills in what ctags says of a run of files; how many of them it got through.
  private func read(
    _ inputs: ArraySlice<Input>, into found: inout [[CtagsLine]?], at first: Int, seconds: Int
  ) -> Int {
    var request: [UInt8] = []
    request.reserveCapacity(inputs.reduce(0) { $0 + $1.bytes.count + 80 })
    for input in inputs {
      let head =
        "{\"command\":\"generate-tags\",\"filename\":\"f.\(input.suffix)\",\"size\":\(input.bytes.count)}\n"
      request += Array(head.utf8)
      request += input.suffix == "rs" ? Self.withoutDoubledBackslashes(input.bytes) : input.bytes
    }
    guard let output = Self.run(executable, environment, mode, input: request, seconds: seconds) else { return 0 }
    var done = 0
    var lines: [CtagsLine] = []
    for line in output.split(separator: UInt8(ascii: "\n")) {
      switch CtagsLine.read(line) {
      case .tag(let tag): lines.append(tag)
      case .completed:
        guard done < inputs.count else { return done }
        found[first + done] = lines
        lines = []
        done += 1
      case .other: continue
      }
    }
    return done
  }

  /// Of as many bytes and lines. In Rust ctags takes the second of two backslashes for one that escapes what follows, and reads
  /// on to the next quotation mark (seen in 5.9): `"x\\\\"` hid all below it. In a character nothing may be put instead.
  private static func withoutDoubledBackslashes(_ bytes: [UInt8]) -> [UInt8] {
    let (backslash, quote) = (UInt8(ascii: "\\"), UInt8(ascii: "'"))
    var plain = bytes
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == backslash else {
        at += 1
        continue
      }
      let isCharacter = at > 0 && bytes[at - 1] == quote && at + 2 < bytes.count && bytes[at + 2] == quote
      if bytes[at + 1] == backslash, !isCharacter { (plain[at], plain[at + 1]) = (0x78, 0x78) }
      at += 2
    }
    return plain
  }

  private static func run(
    _ executable: String, _ environment: [String: String], _ mode: String, input: [UInt8], seconds: Int
  ) -> [UInt8]? {
    let arguments = ["ctags", "--options=NONE", "--quiet=yes", "--_interactive=\(mode)", "--fields=+neKZit-P"]
    let command = ChildProcess.Command(executable: executable, arguments: arguments, environment: environment)
    let limits = ProgramLimits(output: 256 << 20, seconds: seconds)
    return try? ChildProcess.run(command, input: input, limits: limits).output
  }
}
