import PlanModel

/// Which characters that nobody sees are reported in which file of a plan: those in what was written here. What stands
/// behind `>` is as it was said, and so is a source.
enum HiddenInspection {
  static func findings(in bytes: [UInt8], path: String) -> [Finding] {
    // What is no text has a finding of its own.
    guard !bytes.contains(0) else { return [] }
    guard path.split(separator: "/").dropFirst().first != Substring(ItemKind.source.folder) else { return [] }
    var findings: [Finding] = []
    var (line, start, at) = (1, 0, 0)
    for hidden in HiddenCharacter.firstOfLines(in: bytes) {
      while at < hidden.offset {
        if bytes[at] == 0x0a { (line, start) = (line + 1, at + 1) }
        at += 1
      }
      if path.hasSuffix(".md"), isQuoted(bytes[start...]) { continue }
      findings.append(
        Finding(.file(.hiddenCharacter(hidden)), path: path, line: line, column: hidden.offset - start + 1))
    }
    return findings
  }

  private static func isQuoted(_ line: ArraySlice<UInt8>) -> Bool {
    line.first { $0 != 0x20 } == UInt8(ascii: ">")
  }
}
