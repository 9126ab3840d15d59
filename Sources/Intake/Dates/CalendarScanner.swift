/// Finds a date and a time in a short text: a mail's `Date`, an attribution, the stamp of a chat line.
struct CalendarScanner {
  /// What is looked at, in bytes.
  private static let length = 160

  private let text: ArraySlice<UInt8>
  private var index: Int
  private var found = CalendarReading()

  private init(_ text: ArraySlice<UInt8>) {
    self.text = text.prefix(Self.length)
    index = text.startIndex
  }

  static func reading(of text: ArraySlice<UInt8>) -> CalendarReading {
    var scanner = CalendarScanner(text)
    while scanner.index < scanner.text.endIndex { scanner.step() }
    return scanner.found
  }

  private mutating func step() {
    let byte = text[index]
    if byte == ASCII.openParenthesis {
      skipComment()
    } else if byte.isDigit {
      readNumber()
    } else if (byte == ASCII.plus || byte == ASCII.hyphen) && found.hour != nil && found.offset.isEmpty {
      readOffset(sign: byte)
    } else if byte.isLetter || byte.isForeign {
      readWord()
    } else {
      index += 1
    }
  }

  /// RFC 5322 allows comments between any two parts of a date.
  private mutating func skipComment() {
    var depth = 0
    while index < text.endIndex {
      if text[index] == ASCII.openParenthesis { depth += 1 }
      if text[index] == ASCII.closeParenthesis { depth -= 1 }
      index += 1
      if depth == 0 { return }
    }
  }

  private func peek(_ offset: Int = 0) -> UInt8 {
    let place = index + offset
    return place < text.endIndex ? text[place] : 0
  }

  /// The digits at the index: value, and how many they are; long runs are no dates.
  private mutating func digits() -> (value: Int, count: Int) {
    var (value, count) = (0, 0)
    while peek().isDigit {
      if count < 9 { value = value * 10 + Int(peek() - 0x30) }
      count += 1
      index += 1
    }
    return (value, count)
  }

  private mutating func readNumber() {
    let (value, count) = digits()
    skipBlanksBeforeColon()
    switch peek() {
    case ASCII.colon where count <= 2 && found.hour == nil && hasDigitBehindColon: readTime(hour: value)
    case ASCII.hyphen where peek(1).isDigit, ASCII.dot where peek(1).isDigit, ASCII.slash where peek(1).isDigit:
      readDate(first: value, count: count, separator: peek())
    case ASCII.dot where count == 4 && peek(1) == ASCII.space && peek(2).isDigit: readSpacedDate(year: value)
    case 0xE5, 0xE6, 0xEB, 0xEC: readUnit(value)
    default: keep(value, count: count)
    }
  }

  /// RFC 5322's obsolete syntax has `09 : 55 : 06`, with comments.
  private mutating func skipBlanksBeforeColon() {
    let mark = index
    while peek() == ASCII.space || peek() == ASCII.openParenthesis {
      if peek() == ASCII.openParenthesis { skipComment() } else { index += 1 }
    }
    if peek() != ASCII.colon { index = mark }
  }

  private var hasDigitBehindColon: Bool {
    text[min(index + 1, text.endIndex)...].first { $0 != ASCII.space }.map(\.isDigit) ?? false
  }

  private mutating func readTime(hour: Int) {
    found.hour = hour
    found.minute = numberBehindColon()
    skipBlanksBeforeColon()
    if peek() == ASCII.colon, hasDigitBehindColon { found.second = numberBehindColon() }
    if peek() == ASCII.dot || peek() == ASCII.comma, peek(1).isDigit {
      index += 1
      _ = digits()
    }
  }

  private mutating func numberBehindColon() -> Int? {
    index += 1
    while peek() == ASCII.space { index += 1 }
    let (value, count) = digits()
    return count <= 2 && value <= 60 ? value : nil
  }

  private mutating func readDate(first: Int, count: Int, separator: UInt8) {
    index += 1
    let second = digits()
    guard peek() == separator, peek(1).isDigit else { return }
    index += 1
    let third = digits()
    guard found.year == nil else { return }
    if count == 4 {
      (found.year, found.month, found.day) = (first, second.value, third.value)
    } else if third.count == 4 || third.count == 2 {
      found.year = third.count == 4 ? third.value : 2000 + third.value
      // Only people who write the day first put stops between the numbers.
      if separator == ASCII.dot {
        (found.day, found.month) = (first, second.value)
      } else {
        found.ambiguous = [first, second.value]
      }
    }
  }

  /// `2023. 12. 31.`, as Koreans write it.
  private mutating func readSpacedDate(year: Int) {
    index += 2
    let month = digits()
    guard peek() == ASCII.dot, peek(1) == ASCII.space, peek(2).isDigit, found.year == nil else { return }
    index += 2
    (found.year, found.month, found.day) = (year, month.value, digits().value)
  }

  /// 年 月 日, 년 월 일.
  private mutating func readUnit(_ value: Int) {
    switch text[index...].prefix(3).string {
    case "年", "년": found.year = found.year ?? value
    case "月", "월": found.month = found.month ?? value
    case "日", "일": found.day = found.day ?? value
    case "時", "时", "시": found.hour = found.hour ?? value
    case "分", "분": found.minute = found.minute ?? value
    default: return keep(value, count: 2)
    }
    index += 3
  }

  /// A number on its own: the year has four digits, or comes after day and month.
  private mutating func keep(_ value: Int, count: Int) {
    if count == 4, 1900...2200 ~= value {
      found.year = found.year ?? value
    } else if count <= 2, found.day == nil, 1...31 ~= value {
      found.day = value
    } else if count == 2, found.month != nil, found.year == nil {
      found.year = value < 70 ? 2000 + value : 1900 + value
    }
  }

  private mutating func readOffset(sign: UInt8) {
    index += 1
    let hours = digits()
    var minutes = 0
    if hours.count <= 2, peek() == ASCII.colon {
      index += 1
      minutes = digits().value
    }
    let total = hours.count == 4 ? (hours.value / 100, hours.value % 100) : (hours.value, minutes)
    guard 1...4 ~= hours.count, hours.count != 3, total.0 <= 14, total.1 < 60 else { return }
    let pad = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    found.offset = (sign == ASCII.plus ? "+" : "-") + pad(total.0) + ":" + pad(total.1)
  }

  private mutating func readWord() {
    let start = index
    while peek().isLetter || peek().isForeign { index += 1 }
    let word = text[start..<index].string.lowercased()
    if let month = CalendarWords.months[word] {
      found.month = found.month ?? month
    } else if found.hour != nil, let zone = CalendarWords.zones[word] {
      if found.offset.isEmpty, peek() != ASCII.plus, peek() != ASCII.hyphen { found.offset = zone }
    } else if let half = CalendarWords.half(word), found.hour != nil || (word.utf8.first?.isForeign ?? false) {
      // German attributions begin with "Am", which is no half of a day.
      found.isAfternoon = half
    } else if word == "a" || word == "p", found.hour != nil, found.isAfternoon == nil, isHalfDay {
      found.isAfternoon = word == "p"
    }
  }

  /// `a. m.` and `p.m.`: an m follows within three bytes.
  private var isHalfDay: Bool {
    peek() == ASCII.dot && text[index...].prefix(4).contains { $0.lowered == UInt8(ascii: "m") }
  }
}
