import Markdown
package import PlanModel

/// Questions that are put and answered in the file of their item; no other byte of it changes.
extension PlanDocument {
  /// The questions as they stand.
  package var questions: [Question] { QuestionReader(self).questions }

  // MARK: asking

  /// The file with one question more, at the end of its `Open questions`.
  ///
  /// - Parameter order: the sections of such a file, for where the section goes when it is not there yet.
  /// - Parameter known: numbers that are not to be used, besides those that the file itself mentions.
  package func asking(
    _ words: String, of addressee: String?, isBlocking: Bool, order: [String], except known: Set<Int> = []
  ) throws(EditProblem) -> (bytes: [UInt8], question: Question) {
    let number = (known.union(mentionedQuestions).max() ?? 0) + 1
    let mark = isBlocking ? " (\(QuestionReader.blockingMark))" : ""
    let asks = addressee.map { " @\($0)" } ?? ""
    let line = "[ ] Q\(number)\(mark): \(words.foldingWhiteSpace())\(asks)"
    let edited = addingToQuestions(line, order)
    let place = body.sections(titled: QuestionReader.section).first?.lines.lowerBound ?? text.lineCount
    guard let document = try? again(edited), let added = document.questions.last(where: { $0.id.number == number }),
      !added.isAnswered, added.isBlocking == isBlocking, holds(document, besides: added.id)
    else { throw .unsafeBody(line: place) }
    return (edited, added)
  }

  /// Every number that stands behind a `Q` anywhere in the body: that of a question which was taken out is never given
  /// to another.
  package var mentionedQuestions: Set<Int> {
    let words = text.bytes(ofLines: body.firstLine..<text.lineCount + 1)
      .split { !YAMLScalars.isKeyByte($0) && $0 < 0x80 || $0 == .dot }
    let numbers = words.compactMap { QuestionID(String(decoding: $0, as: UTF8.self))?.number }
    return Set(numbers)
  }

  private func addingToQuestions(_ line: String, _ order: [String]) -> [UInt8] {
    guard let section = body.sections(titled: QuestionReader.section).first else { return addingSection(line, order) }
    if let list = section.blocks.last(where: { $0.kind == .list }), let item = list.children.last {
      let first = text.line(item.lines.lowerBound)
      let margin = first.prefix { $0 == .space || $0 == .tab }
      let marker = first.dropFirst(margin.count).first.flatMap { "-*+".utf8.contains($0) ? $0 : nil } ?? .dash
      let bullet = String(decoding: Array(margin) + [marker, .space], as: UTF8.self)
      return inserting(bullet + line, afterLine: lastLine(of: section.lines.lowerBound...list.lines.upperBound))
    }
    let last = lastLine(of: section.lines)
    return inserting(separated(["", "- " + line], behind: last), afterLine: last)
  }

  /// The section with the question in it, before the first of those that stand behind it in such a file.
  private func addingSection(_ line: String, _ order: [String]) -> [UInt8] {
    let names = order.map { $0.lowercased() }
    let place = names.firstIndex(of: QuestionReader.section.lowercased()) ?? names.count
    let later = Set(names.dropFirst(place + 1))
    let lines = ["## \(QuestionReader.section)", "", "- " + line]
    guard let next = body.sections.first(where: { later.contains($0.title.lowercased()) }) else {
      var last = text.lineCount
      while last > 0, isBlank(last) { last -= 1 }
      return inserting(([""] + lines).joined(separator: newLine), afterLine: last)
    }
    let before = next.lines.lowerBound - 1
    let gap = before >= body.firstLine && !isBlank(before) ? [""] : []
    return inserting((gap + lines + [""]).joined(separator: newLine), afterLine: before)
  }

  /// Lines with a blank one behind them where what follows would otherwise belong to them.
  private func separated(_ lines: [String], behind number: Int) -> String {
    let isFollowed = number + 1 <= text.lineCount && !isBlank(number + 1)
    return (lines + (isFollowed ? [""] : [])).joined(separator: newLine)
  }

  /// The last line that is not blank.
  private func lastLine(of lines: ClosedRange<Int>) -> Int {
    var last = min(lines.upperBound, text.lineCount)
    while last > lines.lowerBound, isBlank(last) { last -= 1 }
    return last
  }

  // MARK: answering

  /// The file with a question ticked, and the answer behind its words: on its line, or where either takes more than a
  /// paragraph, as paragraphs of the list item.
  package func answering(_ id: QuestionID, with answer: String) throws(EditProblem) -> [UInt8] {
    guard let entry = QuestionReader(self).entries.first(where: { $0.question.id == id }) else {
      throw .unsafeBody(line: body.firstLine)
    }
    let line = entry.item.lines.lowerBound
    guard let ticked = ticking(line) else { throw .unsafeBody(line: line) }
    let lines = answer.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    let isShort = entry.item.children.count == 1 && lines.count { !$0.foldingWhiteSpace().isEmpty } == 1
    let edited = isShort ? appending(answer.foldingWhiteSpace(), to: entry) : adding(lines, under: entry)
    // Ticking changes one byte for one, so that both edits hold beside each other.
    var bytes = edited
    bytes[ticked] = UInt8(ascii: "x")
    guard let document = try? again(bytes), holds(document, besides: id),
      let answered = document.questions.first(where: { $0.id == id }), answered.isAnswered,
      answered.isBlocking == entry.question.isBlocking, answered.text.hasPrefix(entry.question.text)
    else { throw .unsafeBody(line: line) }
    return bytes
  }

  /// Where the blank within the box of a list item stands.
  private func ticking(_ number: Int) -> Int? {
    let line = text.line(number)
    guard let open = line.firstIndex(of: .openBracket), open + 2 < line.endIndex, line[open + 1] == .space,
      line[open + 2] == .closeBracket
    else { return nil }
    return open + 1
  }

  private func appending(_ answer: String, to entry: QuestionReader.Entry) -> [UInt8] {
    let number = lastLine(of: entry.item.children.first?.lines ?? entry.item.lines)
    var words = Array(text.line(number))
    while let last = words.last, last == .space || last == .tab { words.removeLast() }
    return replacing(line: number, with: words + Array(" \(answer)".utf8))
  }

  /// Indented as far as the words of the item, which is what makes them part of it (CommonMark 0.31, 5.2).
  private func adding(_ lines: [String], under entry: QuestionReader.Entry) -> [UInt8] {
    let number = lastLine(of: entry.item.lines)
    let first = text.line(entry.item.lines.lowerBound)
    let margin = first.prefix { $0 == .space || $0 == .tab }.count
    let indent = String(repeating: " ", count: margin + 2)
    var body = lines[...]
    while let line = body.first, line.foldingWhiteSpace().isEmpty { body = body.dropFirst() }
    while let line = body.last, line.foldingWhiteSpace().isEmpty { body = body.dropLast() }
    let indented = body.map { $0.foldingWhiteSpace().isEmpty ? "" : indent + $0 }
    return inserting(separated([""] + indented, behind: number), afterLine: number)
  }

  // MARK: proof

  /// Whether another document says all that this one says, but for one question.
  private func holds(_ other: PlanDocument, besides id: QuestionID) -> Bool {
    let own = QuestionReader(self).questions.filter { $0.id != id }.map(\.words)
    let others = QuestionReader(other).questions.filter { $0.id != id }.map(\.words)
    let section = QuestionReader.section.lowercased()
    let titles = { (body: Body) in body.sections.map { $0.title.lowercased() }.filter { $0 != section } }
    let criteria = (CriterionReader(self).criteria, CriterionReader(other).criteria)
    return own == others && titles(body) == titles(other.body) && criteria.0.map(\.id) == criteria.1.map(\.id)
      && criteria.0.map { $0.wording.foldingWhiteSpace() } == criteria.1.map { $0.wording.foldingWhiteSpace() }
  }
}

extension Question {
  /// What it says, wherever it stands.
  fileprivate var words: [String] { [id.description, text, String(isAnswered), String(isBlocking)] }
}
