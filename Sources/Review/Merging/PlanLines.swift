/// A plan file with its prose unwrapped: one sentence a line, whatever the width that it was written in.
package enum PlanLines {
  /// Front matter, headings, lists, quotations, tables and code stay as they are.
  package static func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var paragraph: [UInt8] = []
    var isCode = false
    var fences = 0
    func flush() {
      guard !paragraph.isEmpty else { return }
      for (index, byte) in paragraph.enumerated() {
        let endsSentence =
          byte == 0x20 && index > 0 && ".!?".utf8.contains(paragraph[index - 1]) && index + 1 < paragraph.count
        result.append(endsSentence ? UInt8(ascii: "\n") : byte)
      }
      result.append(UInt8(ascii: "\n"))
      paragraph = []
    }
    for line in FileLines.lines(of: bytes) {
      let text = FileLines.text(line)
      if text == "---", fences < 2 { fences += 1 }
      let isFence = text.hasPrefix("```") || text.hasPrefix("~~~")
      if isFence { isCode.toggle() }
      let first = text.utf8.first ?? 0
      let isProse =
        fences >= 2 && !isCode && !isFence && !text.isEmpty && !"#->|*+ \t".utf8.contains(first)
        && !(0x30...0x39).contains(first)
      if isProse {
        paragraph += (paragraph.isEmpty ? [] : [0x20]) + Array(text.utf8)
      } else {
        flush()
        result += line
      }
    }
    flush()
    return result
  }
}
