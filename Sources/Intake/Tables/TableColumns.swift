/// A column of a table: what it is called, and what its fields are.
struct TableColumn {
  /// As the header has it, white space folded; empty where there is none.
  var name: [UInt8] = []
  var role = ColumnRole.ignored
  /// In which order its dates are written, where they tell.
  var dayOrder: CalendarReading.DayOrder?
  /// The name stands before each answer, as a row may answer more than one question.
  var isNamed = false
}

/// Finds what the columns of a table are: by their names first, and by what stands in them.
struct TableColumns {
  private(set) var all: [TableColumn] = []
  private var profiles: [ColumnProfile] = []
  private var isQuestion: [Bool] = []
  private var isVersion: [Bool] = []
  private var known: [ColumnRole?] = []
  private let nameCount: Int

  /// A column from which times are taken has dates that can be read in two ways.
  var hasUnclearDates: Bool {
    all.indices.contains {
      [.time, .laterTime].contains(all[$0].role) && all[$0].dayOrder == nil && profiles.indices.contains($0)
        && profiles[$0].hasUnclearDates
    }
  }

  init(_ header: HeaderRows, _ scanner: RecordScanner, dateOrder: DateOrder? = nil) throws(IntakeError) {
    var scanner = scanner
    nameCount = header.names.count
    try profile(&scanner, width: header.width)
    for index in profiles.indices {
      let name = header.names.indices.contains(index) ? header.names[index] : []
      let programName = header.programNames.indices.contains(index) ? header.programNames[index] : []
      known.append(ColumnWords.role(of: programName) ?? ColumnWords.role(of: name))
      isQuestion.append(ColumnName.isQuestion(name))
      isVersion.append(ColumnName.normalised(programName).contains("version"))
      let role = role(at: index)
      all.append(
        TableColumn(name: WhiteSpace.folded(name), role: role, dayOrder: dateOrder ?? profiles[index].dayOrder))
    }
    findWords()
    keepFirst([.speaker], else: .ignored)
    for index in all.indices where all[index].role == .ignored && known[index] == .speaker {
      if ColumnWords.isCustomer(all[index].name[...]) { all[index].role = .segment }
    }
    keepFirst([.title], else: .words)
    keepFirst([.time, .laterTime], else: .ignored)
    keepFirst([.reply, .replyTime, .address, .speakerKey, .thread], else: .ignored, each: true)
    nameQuestions()
  }

  /// Looks at the fields of each column until enough are seen.
  private mutating func profile(_ scanner: inout RecordScanner, width: Int) throws(IntakeError) {
    profiles = Array(repeating: ColumnProfile(), count: width)
    var open = width
    while open > 0, try scanner.next() {
      for (index, cell) in scanner.cells.enumerated() where !cell.range.isEmpty {
        if index >= profiles.count {
          profiles.append(ColumnProfile())
          open += 1
        }
        guard !profiles[index].isFull else { continue }
        profiles[index].add(CellText.words(cell, of: scanner.bytes, scanner.dialect))
        if profiles[index].isFull { open -= 1 }
      }
    }
  }

  // MARK: roles

  private func role(at index: Int) -> ColumnRole {
    let profile = profiles[index]
    guard let kind = profile.kind else { return .ignored }
    guard let claimed = known[index] else {
      return roleByContent(profile, kind, isQuestion: isQuestion[index], isUnnamed: isBehindNames(index))
    }
    if profile.isSurelyProse, ![.words, .title, .reply, .comment, .attachment].contains(claimed) { return .words }
    switch claimed {
    case .comment where profile.isExportedComment: return .comment
    case .words, .reply, .comment:
      if kind == .number { return claimed == .words ? .score : .ignored }
      return kind == .flag ? .ignored : claimed == .reply ? .reply : .words
    case .title: return kind == .number || kind == .date || kind == .flag ? .ignored : .title
    case .time, .laterTime, .replyTime:
      return kind == .date || kind == .number ? claimed : kind == .text ? .label : .ignored
    case .speaker:
      if kind == .address { return .address }
      return kind == .text || kind == .token ? .speaker : kind == .number ? .speakerKey : .ignored
    case .score: return profile.isProse && !profile.isEnumeration ? .words : .score
    case .count: return kind == .number ? .count : profile.isProse ? .words : .ignored
    case .segment where kind == .number: return isVersion[index] ? .segment : .ignored
    case .segment, .label: return kind == .text || kind == .boolean && isQuestion[index] ? claimed : .ignored
    default: return claimed
    }
  }

  private func roleByContent(_ profile: ColumnProfile, _ kind: FieldKind, isQuestion: Bool, isUnnamed: Bool)
    -> ColumnRole
  {
    switch kind {
    case .address: return .address
    case .url, .token: return .ignored
    case .date: return .laterTime
    case .boolean, .flag: return isQuestion ? .label : .ignored
    case .number: return isQuestion || profile.isScale && !known.contains(.score) && !hasHeader ? .score : .ignored
    case .text:
      if isQuestion || profile.isProse || isUnnamed { return .words }
      return profile.isEnumeration || profile.isSingleWords ? .label : .words
    }
  }

  /// Rows that are longer than the header: what stands there was cut off from the last words by a stray separator.
  private func isBehindNames(_ index: Int) -> Bool { nameCount > 0 && index >= nameCount }

  private var hasHeader: Bool { known.contains { $0 != nil } }

  /// A table in which nobody speaks says what it says in its names and sorts.
  private mutating func findWords() {
    guard !all.contains(where: { [.words, .title, .reply, .comment].contains($0.role) }) else { return }
    let hasCount = all.contains { $0.role == .count }
    let candidates: [ColumnRole] = hasCount ? [.label, .speaker, .segment] : [.label]
    for role in candidates {
      let found = all.indices.filter {
        all[$0].role == role && !profiles[$0].isEnumeration && profiles[$0].kind == .text
      }
      for index in found { all[index].role = .words }
      if !found.isEmpty { return }
    }
  }

  /// Leaves a role to the first column that has it: of several roles, to the first of the first.
  private mutating func keepFirst(_ roles: [ColumnRole], else other: ColumnRole, each: Bool = false) {
    var taken: Set<ColumnRole> = []
    for role in roles {
      for index in all.indices where all[index].role == role {
        if !taken.insert(each ? role : roles[0]).inserted { all[index].role = other }
      }
    }
  }

  /// Where a row can answer several questions, each is named.
  private mutating func nameQuestions() {
    let words = all.indices.filter { all[$0].role == .words && !all[$0].name.isEmpty }
    guard words.count > 1 else { return }
    for index in words {
      let isPlain = index == words[0] && known[index] == .words && !ColumnWords.isOpposed(all[index].name[...])
      all[index].isNamed = !isPlain
    }
  }

  /// The only question that the table asks, in the words that people were asked it with.
  var question: [UInt8]? {
    let words = all.indices.filter { all[$0].role == .words }
    guard words.count == 1, let index = words.first, known[index] == nil, isQuestion[index] else { return nil }
    return all[index].name
  }
}
