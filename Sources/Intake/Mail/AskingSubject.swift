import PlanModel

extension Manuscript {
  /// Makes statements of subjects that ask something nobody asks in the messages: "Re: Can we mute boards?" where the
  /// message that it answers is not there. Each is one once, however many replies have it.
  mutating func keepAskingSubjects() {
    var seen: Set<[UInt8]> = []
    for index in passages.indices where passages[index].form == .title && passages[index].chatter == .attribution {
      let subject = text[passages[index].range]
      guard subject.last == ASCII.question || subject.suffix(3).elementsEqual("？".utf8) else { continue }
      let base = Self.letters(Array(ReplySubject.base(subject.string).utf8)[...])
      guard base.count >= 8, seen.count < Self.mostSubjects, seen.insert(base).inserted, !asks(base) else { continue }
      passages[index].chatter = nil
    }
  }

  /// More different subjects than this are not looked for.
  private static let mostSubjects = 200

  /// Whether a passage other than a reply's subject has these letters and digits in it.
  private func asks(_ base: [UInt8]) -> Bool {
    passages.contains { passage in
      guard passage.range.count >= base.count, passage.form != .title || passage.chatter != .attribution else {
        return false
      }
      return Self.letters(text[passage.range])[...].firstPlace(of: base) != nil
    }
  }

  private static func letters(_ words: ArraySlice<UInt8>) -> [UInt8] { words.filter(\.isWord).map(\.lowered) }
}
