import Git
import PlanFiles
import PlanModel

/// The edits that give fresh ids to what shares one.
struct DuplicateEdits {
  private(set) var renumbered: [Renumbered] = []
  let plan: Plan
  let workspace: Workspace
  let history: DuplicateHistory
  private let mentions: [(file: String, mentions: [Mention])]
  private var documents: [String: PlanDocument] = [:]
  private var edits: [String: [PlaceEdit]] = [:]
  /// Files that get another name, by the one they have.
  private(set) var renamed: [String: String] = [:]
  /// Stories that are to be added to the lists of epics, by the epics' files.
  private var listed: [String: [String]] = [:]
  private var taken: Set<ItemID>

  init(_ plan: Plan, in workspace: Workspace) throws(Failure) {
    self.plan = plan
    self.workspace = workspace
    history = try DuplicateHistory(workspace)
    taken = Set(plan.items.map(\.id)).union(plan.unreadable)
    mentions =
      plan.intents.map { ($0.file, $0.mentions) } + plan.epics.map { ($0.file, $0.mentions) }
      + plan.stories.map { ($0.file, $0.mentions) } + plan.decisions.map { ($0.file, $0.mentions) }
  }

  mutating func document(_ path: String) throws(Failure) -> PlanDocument {
    if let known = documents[path] { return known }
    let reader = try workspace.plan()
    let bytes = try workspace.tree { () throws(PlanTreeError) in
      try reader.tree.read(path, limit: PlanDocument.byteLimit)
    }
    let document = try workspace.document(bytes, path: path)
    documents[path] = document
    return document
  }

  /// The files as they become, by their paths, and those that go.
  mutating func files() throws(Failure) -> (files: [String: (old: [UInt8]?, new: [UInt8])], gone: Set<String>) {
    var files: [String: (old: [UInt8]?, new: [UInt8])] = [:]
    for path in Set(edits.keys).union(listed.keys) {
      let document = try document(path)
      var new = document.replacing(edits[path] ?? [])
      for story in listed[path] ?? [] {
        let edited = try workspace.document(new, path: path)
        new = try failing({ .edit($0, path: path) }) { () throws(PlanDocument.EditProblem) in
          try edited.adding(story, toList: "stories")
        }
      }
      files[renamed[path] ?? path] = (renamed[path] == nil ? document.text.bytes : nil, new)
    }
    return (files, Set(renamed.keys))
  }

  // MARK: Items

  mutating func renumberItems(among wanted: Set<ItemID>) throws(Failure) {
    let groups = Dictionary(grouping: plan.items.filter { $0.id.kind != .source }, by: \.id)
    for (id, items) in groups.sorted(by: { $0.key < $1.key })
    where items.count > 1 && (wanted.isEmpty || wanted.contains(id)) {
      let files = items.map(\.file).sorted()
      let alone = { [history] (commit: ObjectID) -> Int? in
        let there = files.indices.filter { history.exists(files[$0], at: commit) }
        return there.count == 1 ? there[0] : nil
      }
      let kept = history.first(alone) ?? 0
      for index in files.indices where index != kept {
        let title = items.first { $0.file == files[index] }?.title ?? ""
        let sides = history.sides(of: kept, and: index, alone)
        try renumber(id, titled: title, in: files[index], keptBy: files[kept], sides)
      }
    }
  }

  private mutating func renumber(
    _ id: ItemID, titled title: String, in file: String, keptBy keeper: String,
    _ sides: (kept: ObjectID, other: ObjectID)?
  ) throws(Failure) {
    let fresh = freshID(id, in: file)
    let own = try document(file)
    let line = own.fields["id"]?.line ?? 1
    var change = Renumbered(
      before: id.description, after: fresh.description, title: title, place: PlanPlace(path: file, line: line),
      keeper: PlanPlace(path: keeper, line: try document(keeper).fields["id"]?.line ?? 1))
    replace(id, by: fresh, in: own, line: line, from: 0)
    let slash = file.lastIndex(of: "/").map { file.index(after: $0) } ?? file.startIndex
    if file[slash...].hasPrefix(id.description) {
      renamed[file] = file[..<slash] + fresh.description + file[slash...].dropFirst(ItemID.length)
      change.newPath = renamed[file]
    }
    for (path, found) in mentions where path != keeper {
      for mention in found where mention.item == id {
        let document = try document(path)
        let place = PlanPlace(path: path, line: mention.line)
        let isOwn = path == file && !document.frontMatterLines.contains(mention.line)
        if isOwn || isOfOther(document, mention.line, sides) {
          replace(id, by: fresh, in: document, line: mention.line, from: mention.column - 1)
          if mention.line != line || path != file { change.followed.insert(place) }
        } else if !isOfKept(document, mention.line, sides) {
          change.unclear.insert(place)
        }
      }
    }
    try list(fresh, of: file, keptBy: keeper, &change)
    change.signOffs = plan.signOffs.count { $0.story.any == id }
    if let story = ID<Story>(id) { change.commits = try workspace.work(on: [story])[story]?.commits.map(\.id) ?? [] }
    renumbered.append(change)
  }

  /// The epic that the story names lists it: in the place of what was meant to be it, or at the end.
  private mutating func list(
    _ fresh: ItemID, of file: String, keptBy keeper: String, _ change: inout Renumbered
  ) throws(Failure) {
    guard let story = plan.stories.first(where: { $0.file == file }), let name = story.epic,
      let epic = plan.epics.first(where: { $0.id == name }), epic.stories.contains(story.id)
    else { return }
    let document = try document(epic.file)
    let lines = epic.mentions.filter { $0.item == story.id.any && document.frontMatterLines.contains($0.line) }
    let isListed = lines.contains { line in
      change.followed.contains(PlanPlace(path: epic.file, line: line.line))
    }
    if isListed { return }
    let isKeptElsewhere = plan.stories.first { $0.file == keeper }?.epic != name
    if let last = lines.last, isKeptElsewhere || lines.count > 1 {
      replace(story.id.any, by: fresh, in: document, line: last.line, from: last.column - 1)
      change.followed.insert(PlanPlace(path: epic.file, line: last.line))
      change.unclear.remove(PlanPlace(path: epic.file, line: last.line))
    } else {
      listed[epic.file, default: []].append(fresh.description)
      for line in lines { change.unclear.remove(PlanPlace(path: epic.file, line: line.line)) }
    }
  }

  /// The same each time, so that a preview shows what will be written, and two clones that mend the same merge agree.
  private mutating func freshID(_ id: ItemID, in file: String) -> ItemID {
    var generator = SplitMix64(seed: FNV1a.hash("\(id) \(file)".utf8))
    while true {
      let fresh = ItemID.random(id.kind, using: &generator)
      if taken.insert(fresh).inserted { return fresh }
    }
  }

  /// The id on a line, at a column or behind a quote there.
  private mutating func replace(_ id: ItemID, by fresh: ItemID, in document: PlanDocument, line: Int, from column: Int)
  {
    let words = document.text.line(line)
    let bytes = Array(id.description.utf8)
    guard let place = words[min(words.endIndex, words.startIndex + column)...].firstPlace(of: bytes) else { return }
    let columns = place.lowerBound - words.startIndex..<place.upperBound - words.startIndex
    edits[document.path, default: []].append(PlaceEdit(line: line, columns: columns, words: fresh.description))
  }

  // MARK: Criteria and questions

  mutating func renumberParts(among wanted: Set<ItemID>) throws(Failure) {
    let items =
      plan.stories.map { ($0.id.any, $0.file, $0.criteria.map(\.id.description) + $0.questions.map(\.id.description)) }
      + plan.intents.map { ($0.id.any, $0.file, $0.questions.map(\.id.description)) }
    for (id, file, names) in items where Set(names).count < names.count && (wanted.isEmpty || wanted.contains(id)) {
      let document = try document(file)
      let groups = Dictionary(grouping: document.numberedParts, by: \.name).filter { $0.value.count > 1 }
      for (name, parts) in groups.sorted(by: { $0.key < $1.key }) { try renumber(name, parts, of: id, document) }
    }
  }

  private mutating func renumber(
    _ name: String, _ parts: [NumberedPart], of id: ItemID, _ document: PlanDocument
  ) throws(Failure) {
    let alone = { [history] (commit: ObjectID) -> Int? in
      let there = history.document(document.path, at: commit)?.numberedParts.filter { $0.name == name } ?? []
      guard there.count == 1 else { return nil }
      return parts.firstIndex { $0.wording == there[0].wording } ?? parts.firstIndex { $0.title == there[0].title }
    }
    let kept = history.first(alone) ?? signedOff(name, parts, of: id) ?? 0
    let mark = id.kind == .story && name.hasPrefix("AC") ? "/" : "#"
    for (index, part) in parts.enumerated() where index != kept {
      let fresh = try freshNumber(like: name, of: id, document)
      var change = Renumbered(
        before: "\(id)\(mark)\(name)", after: "\(id)\(mark)\(fresh)", title: part.title,
        place: PlanPlace(path: document.path, line: part.lines.lowerBound),
        keeper: PlanPlace(path: document.path, line: parts[kept].lines.lowerBound))
      let sides = history.sides(of: kept, and: index, alone)
      let others = parts.enumerated().filter { $0.offset != index }.map(\.element.lines)
      for path in [document.path] + mentions.map(\.file).filter({ $0 != document.path }) {
        let isOwn = path == document.path
        if !isOwn, !mentions.contains(where: { $0.file == path && $0.mentions.contains { $0.item == id } }) { continue }
        let text = try self.document(path)
        for mention in text.numberMentions where mention.name == name && (mention.item ?? (isOwn ? id : nil)) == id {
          if isOwn, others.contains(where: { $0.contains(mention.line) }) { continue }
          let place = PlanPlace(path: path, line: mention.line)
          let isInPart = isOwn && part.lines.contains(mention.line)
          if !mention.isInCode, isInPart || isOfOther(text, mention.line, sides) {
            edits[path, default: []].append(PlaceEdit(line: mention.line, columns: mention.columns, words: fresh))
            if place != change.place { change.followed.insert(place) }
          } else if mention.isInCode ? isInPart : !isOfKept(text, mention.line, sides) {
            change.unclear.insert(place)
          }
        }
      }
      change.signOffs = plan.signOffs.count { $0.story.any == id && $0.criterion.description == name }
      change.commits = try commits(naming: change.before, of: id)
      renumbered.append(change)
    }
  }

  private func signedOff(_ name: String, _ parts: [NumberedPart], of id: ItemID) -> Int? {
    let wordings = plan.signOffs.filter { $0.story.any == id && $0.criterion.description == name }.map(\.wording)
    return parts.firstIndex { part in part.fingerprint.map(wordings.contains) ?? false }
  }

  private func commits(naming reference: String, of id: ItemID) throws(Failure) -> [ObjectID] {
    guard let story = ID<Story>(id) else { return [] }
    return try workspace.work(on: [story])[story]?.commits.filter { $0.message.contains(reference) }.map(\.id) ?? []
  }

  /// The number behind all that the plan names or named a moment ago.
  private mutating func freshNumber(
    like name: String, of id: ItemID, _ document: PlanDocument
  ) throws(Failure) -> String {
    let prefix = String(name.prefix { !$0.isNumber })
    let versions = [document] + history.known.compactMap { history.document(document.path, at: $0) }
    var names = versions.flatMap { $0.numberMentions.filter { $0.item == nil || $0.item == id }.map(\.name) }
    names += plan.signOffs.filter { $0.story.any == id }.map(\.criterion.description)
    names += renumbered.filter { $0.after.hasPrefix(id.description) }.map {
      String($0.after.dropFirst(ItemID.length + 1))
    }
    for (path, found) in mentions where found.contains(where: { $0.item == id }) {
      names += try self.document(path).numberMentions.filter { $0.item == id }.map(\.name)
    }
    let numbers = names.filter { $0.hasPrefix(prefix) }.compactMap { Int($0.dropFirst(prefix.count)) }
    return "\(prefix)\((numbers.max() ?? 0) + 1)"
  }

  // MARK: Sides of a merge

  private func isOfOther(_ document: PlanDocument, _ line: Int, _ sides: (kept: ObjectID, other: ObjectID)?) -> Bool {
    guard let sides else { return false }
    return history.isOnly(document.text.line(line), of: document.path, at: sides.other, not: sides.kept)
  }

  private func isOfKept(_ document: PlanDocument, _ line: Int, _ sides: (kept: ObjectID, other: ObjectID)?) -> Bool {
    guard let sides else { return false }
    return history.isOnly(document.text.line(line), of: document.path, at: sides.kept, not: sides.other)
  }
}
