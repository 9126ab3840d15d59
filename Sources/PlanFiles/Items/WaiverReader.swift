import PlanModel

/// Reads comments that let a rule pass: `<!-- handoff: allow vague-words because these are the customer's words -->`.
struct WaiverReader {
  private static let opening = Array("<!-- handoff:".utf8)

  private(set) var waivers: [Waiver] = []
  private(set) var findings: [Finding] = []
  private let text: LinedText
  private let path: String

  init(_ document: PlanDocument, except codeLines: [ClosedRange<Int>]) {
    text = document.text
    path = document.path
    let first = document.body.firstLine
    guard first <= text.lineCount, text.bytes(ofLines: first..<text.lineCount + 1).firstPlace(of: Self.opening) != nil
    else { return }
    var code = codeLines[...]
    for number in first...text.lineCount {
      while let block = code.first, block.upperBound < number { code = code.dropFirst() }
      if let block = code.first, block.contains(number) { continue }
      if let place = text.line(number).firstPlace(of: Self.opening) { read(number, place) }
    }
  }

  private mutating func read(_ number: Int, _ place: Range<Int>) {
    let line = text.line(number)
    let column = place.lowerBound - line.startIndex + 1
    guard let end = line[place.upperBound...].firstPlace(of: Array("-->".utf8)) else {
      return report(.malformed, number, column)
    }
    let words = String(decoding: line[place.upperBound..<end.lowerBound], as: UTF8.self).split(separator: " ")
    guard words.first == "allow", words.count > 1 else { return report(.malformed, number, column) }
    let reason = words.firstIndex(of: "because") ?? words.count
    let isAlone =
      line[..<place.lowerBound].allSatisfy { $0 == .space || $0 == .tab } && isBlank(line[end.upperBound...])
    let subject = isAlone ? next(behind: number) : number
    for word in words[1..<max(1, reason)] {
      let name = String(word.filter { $0 != "," })
      guard let rule = Rule(rawValue: name) else {
        let known = Rule.allCases.filter(\.isAdjustable).map(\.rawValue)
        report(.unknownRule(name, nearest: nearest(to: name, among: known)), number, column)
        continue
      }
      if !rule.isAdjustable {
        report(.notWaivable(rule), number, column)
      } else if reason + 1 >= words.count {
        report(.noReason(name), number, column)
      } else {
        waivers.append(Waiver(rule: rule, subject: subject, line: number, column: column))
      }
    }
  }

  /// The next line that says something: neither a blank one nor another waiver.
  private func next(behind number: Int) -> Int {
    var next = number + 1
    while next <= text.lineCount, isBlank(text.line(next)) || text.line(next).starts(with: Self.opening) { next += 1 }
    return next
  }

  private func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == .space || $0 == .tab } }

  private mutating func report(_ flaw: QualityProblem.WaiverFlaw, _ line: Int, _ column: Int) {
    findings.append(Finding(.quality(.waiver(flaw)), path: path, line: line, column: column))
  }
}
