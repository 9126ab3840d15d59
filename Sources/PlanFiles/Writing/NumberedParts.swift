import Markdown
package import PlanModel

/// A criterion or question of an item, with the lines that it takes.
package struct NumberedPart: Hashable, Sendable {
  /// `AC3` or `Q1`.
  package var name: String
  package var title: String
  package var lines: ClosedRange<Int>
  /// All that it says, white space folded.
  package var wording: String
  /// The fingerprint that sign-offs have of it; nil for a question.
  package var fingerprint: String?
}

/// A place that names a criterion or question: `AC3`, `st-9c4t8wq2/AC3`, `st-9c4t8wq2#Q1`.
package struct NumberMention: Hashable, Sendable {
  package var name: String
  /// The item that stands before it, where one does.
  package var item: ItemID?
  package var line: Int
  /// The bytes of its name within the line, from 0.
  package var columns: Range<Int>
  /// In a code block, whose words are about code, and no part of the plan.
  package var isInCode: Bool
}

/// Words in the place of others, on one line.
package struct PlaceEdit: Hashable, Sendable {
  package var line: Int
  /// Bytes within the line, from 0.
  package var columns: Range<Int>
  package var words: String

  package init(line: Int, columns: Range<Int>, words: String) {
    self.line = line
    self.columns = columns
    self.words = words
  }
}

extension PlanDocument {
  /// The criteria and questions in their order.
  package var numberedParts: [NumberedPart] {
    let criteria = CriterionReader(self).criteria.map { criterion in
      let count = criterion.wording.utf8.count { $0 == .newline }
      return NumberedPart(
        name: criterion.id.description, title: criterion.title, lines: criterion.line...criterion.line + count,
        wording: criterion.wording.foldingWhiteSpace(), fingerprint: Fingerprint.wording(of: criterion))
    }
    let questions = QuestionReader(self).entries.map { entry in
      NumberedPart(
        name: entry.question.id.description, title: entry.question.text, lines: entry.item.lines,
        wording: entry.question.text)
    }
    return criteria + questions
  }

  /// Every place of the body that names a criterion or question.
  package var numberMentions: [NumberMention] {
    var code = Prose(self).codeLines[...]
    var mentions: [NumberMention] = []
    guard body.firstLine <= text.lineCount else { return [] }
    for number in body.firstLine...text.lineCount {
      while let block = code.first, block.upperBound < number { code = code.dropFirst() }
      let isInCode = code.first?.contains(number) == true
      mentions += Self.numbers(in: text.line(number)).map {
        NumberMention(name: $0.name, item: $0.item, line: number, columns: $0.columns, isInCode: isInCode)
      }
    }
    return mentions
  }

  private static func numbers(
    in line: ArraySlice<UInt8>
  ) -> [(name: String, item: ItemID?, columns: Range<Int>)] {
    line.split { !YAMLScalars.isKeyByte($0) && $0 < 0x80 || $0 == .dot }.compactMap { word in
      let name = String(decoding: word, as: UTF8.self)
      guard CriterionID(name) != nil || QuestionID(name) != nil else { return nil }
      let columns = word.startIndex - line.startIndex..<word.endIndex - line.startIndex
      guard let mark = line[..<word.startIndex].last, mark == .slash || mark == .hash else {
        return (name, nil, columns)
      }
      // Behind a slash without an item stands a part of a path.
      guard let item = ItemID(utf8: line[..<(word.startIndex - 1)].suffix(ItemID.length)) else { return nil }
      return (name, item, columns)
    }
  }

  /// The file with other words in some places; those that overlap or do not exist are left out.
  package func replacing(_ edits: [PlaceEdit]) -> [UInt8] {
    var bytes: [UInt8] = []
    var last = 0
    let places = edits.map { edit in
      let line = text.line(edit.line)
      return (line.startIndex + edit.columns.lowerBound..<line.startIndex + edit.columns.upperBound, edit.words, line)
    }
    for (range, words, line) in places.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where range.lowerBound >= last && range.upperBound <= line.endIndex {
      bytes += text.bytes[last..<range.lowerBound] + Array(words.utf8)
      last = range.upperBound
    }
    return bytes + text.bytes[last...]
  }
}
