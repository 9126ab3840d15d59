package import CodeIndex
import FileSystem
package import Git
package import Grounding
import PlanFiles
package import PlanModel

/// What is asked for by `ground`, as typed.
package struct GroundOptions: Sendable {
  package enum Subject: Hashable, Sendable {
    /// A story, by its id or the beginning of it.
    case story(String)
    case text([UInt8])
  }

  package var subject: Subject
  /// How many files are told.
  package var limit = 10
  /// Those that are taken into the story, as they are numbered.
  package var picks: [GroundPick] = []

  package init(_ subject: Subject) { self.subject = subject }
}

/// A candidate as the answer numbers it: `3`, or its second function `3.2`; from 1.
package struct GroundPick: Hashable, Sendable {
  package var file: Int
  package var symbol: Int?

  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, let file = Int(first), file > 0, parts.count < 3 else { return nil }
    self.file = file
    if parts.count == 2 {
      guard let symbol = Int(parts[1]), symbol > 0 else { return nil }
      self.symbol = symbol
    }
  }
}

/// The files and functions that a text is probably about.
package struct GroundOutcome: Sendable {
  /// The commit whose code was looked into.
  package var commit: ObjectID
  /// Nil for a text that is no story.
  package var story: ID<Story>?
  package var title: String?
  package var candidates: [GroundedFile] = []
  /// What the story names already, among the candidates.
  package var anchored: Set<String> = []
  /// What refers to the best function of each of the surest candidates.
  package var dependents = Dependents()
  /// Code that is most like what is asked for.
  package var patterns: [FoundPattern] = []
  /// What was written into the story.
  package var accepted: [CodePlace] = []
  /// What was picked and is in the story already.
  package var known: [CodePlace] = []
  /// The file of the story, where something was written.
  package var path: String?

  /// Whether the text has nothing that could be looked for.
  package var isWordless = false
}

extension Workspace {
  /// Looks for the code that a story or text is about, and writes what is picked into the story.
  ///
  /// - Parameter keep: given what the answer was found with, by which a process that ends with it need not wait until all of
  ///   that is taken apart.
  package func ground(
    _ options: GroundOptions, keep: (Any) -> Void = { _ in }, progress: (IndexProgress) -> Void = { _ in }
  ) throws(Failure) -> GroundOutcome {
    let commit = try commit("HEAD")
    var story: Story?
    let text: [UInt8]
    switch options.subject {
    case .story(let name):
      let found: Story = try item(try id(name, of: Story.self))
      story = found
      text = Array(found.question.utf8)
    case .text(let bytes): text = bytes
    }
    let query = Query(text)
    var outcome = GroundOutcome(commit: commit, story: story?.id, title: story?.title)
    outcome.isWordless = query.isEmpty
    outcome.anchored = Set(story?.anchors.map(\.path) ?? [])
    // What was numbered in an answer is found again whatever the limit is now.
    let wanted = max(options.limit, options.picks.map(\.file).max() ?? 0)
    var places: [(place: CodePlace, seen: String)] = []
    outcome.candidates = try reading(commit, withHistory: true, progress) { snapshot throws(Failure) in
      // Git's objects are opened while the files are ranked.
      let finder = options.picks.isEmpty ? DependentsFinder(snapshot, mostFiles: Self.mostFilesOfName) : nil
      let answer = try failing(Failure.Reason.index) { () throws(CodeIndexError) in
        try Grounder(snapshot).answer(to: query, limit: wanted)
      }
      let files = answer.files
      places = try picked(options.picks, from: files, in: anchorResolver(snapshot, commit))
      if let finder {
        let patterns = patterns(for: files.map { ($0.path, $0.score) }, query, answer.past, in: snapshot)
        outcome.dependents = try dependents(of: files, by: finder)
        outcome.patterns = try told(patterns)
        keep((repository, snapshot, answer, finder))
      }
      return files
    }
    if let story, !places.isEmpty {
      outcome.accepted = try add(places, to: story, &outcome)
    }
    outcome.candidates = Array(outcome.candidates.prefix(options.limit))
    return outcome
  }

  /// Names that everything has are looked for in files near by: the surest places are shown, and those alone.
  private static var mostFilesOfName: Int { 80 }

  private func picked(
    _ picks: [GroundPick], from files: [GroundedFile], in resolver: AnchorResolver<Failure>
  ) throws(Failure) -> [(place: CodePlace, seen: String)] {
    var places: [(place: CodePlace, seen: String)] = []
    for pick in picks {
      guard pick.file <= files.count else {
        throw Failure(
          .invalidValue(
            field: "--accept", value: "\(pick.file)", expected: "the number of a file, at most \(files.count)"))
      }
      let file = files[pick.file - 1]
      var symbol: GroundedSymbol?
      if let number = pick.symbol {
        guard number <= file.symbols.count else {
          throw Failure(
            .invalidValue(
              field: "--accept", value: "\(pick.file).\(number)",
              expected: "the number of a function of \(file.path), at most \(file.symbols.count)"))
        }
        symbol = file.symbols[number - 1]
      }
      if let found = try resolver.anchored(file.path, symbol?.name) { places.append(found) }
    }
    return places
  }

  /// Writes places that a story does not name yet behind those that it does.
  private func add(
    _ places: [(place: CodePlace, seen: String)], to story: Story, _ outcome: inout GroundOutcome
  ) throws(Failure) -> [CodePlace] {
    var new: [(place: CodePlace, seen: String)] = []
    for one in places {
      if story.anchors.contains(where: { $0.path == one.place.path && $0.symbol == one.place.symbol }) {
        outcome.known.append(one.place)
      } else if !new.contains(where: { $0.place == one.place }) {
        new.append(one)
      }
    }
    guard !new.isEmpty else { return [] }
    let document = try document(of: story.id.any)
    let items = new.map {
      Anchor.fields(path: $0.place.path, symbol: $0.place.symbol, role: nil, seen: $0.seen)
    }
    let bytes = try failing({ .edit($0, path: document.path) }) { () throws(PlanDocument.EditProblem) in
      try document.adding(items, toListOfMaps: "code")
    }
    var change = try change()
    change.put(bytes, at: document.path, expecting: .contents(document.text.bytes))
    try commit(change)
    outcome.path = document.path
    return new.map(\.place)
  }
}

extension Story {
  /// The words of a story that tell what it is about.
  var question: String {
    // The first line counts most. A story's title is short and often says the benefit; what is to be true says the rest.
    var parts = [([title] + criteria.map(\.title)).joined(separator: ". "), "", narrative]
    parts += quotations.map(\.text)
    parts += criteria.map(\.text)
    // Their headings are the same in every story, and would lead to whatever is called so.
    parts += sections.map(\.text)
    return parts.joined(separator: "\n")
  }
}
