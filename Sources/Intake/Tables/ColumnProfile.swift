/// What the fields of a column look like together, judged by the first ones that are filled.
struct ColumnProfile {
  /// How many fields are judged.
  private static let most = 200
  /// How many different ones are told apart.
  private static let distinctMost = 64

  private(set) var count = 0
  private var kinds: [FieldKind: Int] = [:]
  private var spaces = 0
  private var foreign = 0
  private var distinct: Set<String> = []
  /// The largest whole number; nil when there is one that is negative or has a fraction.
  private var largest: Int? = 0
  private var comments = 0
  private var dates = DateSequence()

  var isFull: Bool { count >= Self.most }

  /// Adds a field without white space at its ends.
  mutating func add(_ field: ArraySlice<UInt8>) {
    guard !isFull, let kind = FieldKind(field) else { return }
    count += 1
    kinds[kind, default: 0] += 1
    spaces += field.count { $0 == ASCII.space || $0 == ASCII.newline }
    foreign += field.count(where: \.isForeign)
    if distinct.count < Self.distinctMost { distinct.insert(field.prefix(60).string) }
    if kind == .text, field.prefix(40).contains(ASCII.semicolon), ExportedComment(field, dayOrder: .dayFirst) != nil {
      comments += 1
    }
    if kind == .number {
      let value = Int(field.string).flatMap { $0 < 0 ? nil : $0 }
      largest = largest.flatMap { most in value.map { max($0, most) } }
    } else if kind == .date {
      dates.add(CalendarScanner.reading(of: field))
    }
  }

  var dayOrder: DateOrder? { dates.rowOrder }

  /// Nothing tells how dates are meant that have two readings.
  var hasUnclearDates: Bool { dayOrder == nil && dates.hasTwoReadings }

  /// What most of the fields are; nil when none is filled.
  var kind: FieldKind? {
    guard count > 0 else { return nil }
    return FieldKind.allCases.first { kinds[$0, default: 0] * 5 >= count * 4 } ?? .text
  }

  /// Sentences rather than names: four words on the average. Scripts without spaces have three bytes a character.
  var isProse: Bool { kind == .text && (spaces * 3 + foreign / 4) >= count * 9 }

  /// Long sentences, all different: words, whatever the column is called.
  var isSurelyProse: Bool { isProse && !isEnumeration && (spaces * 3 + foreign / 4) >= count * 21 }

  /// A few fields that come again and again.
  var isEnumeration: Bool { count >= 6 && distinct.count * 3 <= count && distinct.count < Self.distinctMost }

  /// Nothing but single words.
  var isSingleWords: Bool { spaces == 0 && foreign == 0 }

  /// `01/Jan/24 10:00;user;text`, as Jira writes it.
  var isExportedComment: Bool { comments * 2 > count }

  /// Points of a scale: whole numbers from 0 to 10.
  var isScale: Bool { kind == .number && isEnumerable && largest.map { $0 <= 10 } ?? false }

  private var isEnumerable: Bool { distinct.count <= 11 }
}
