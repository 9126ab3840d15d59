import Drafting
import PlanFiles
import PlanModel

extension Plan {
  /// The intents that new words may belong to: those that were not dropped, with what they and their stories say.
  func knownIntents(carrying carried: CarriedWords? = nil) -> [KnownIntent] {
    let stories = storiesByIntent
    let cited = carried == nil ? [:] : citedByIntent
    return intents.filter { $0.status != .dropped }.map { intent in
      var known = KnownIntent(intent, stories[intent.id] ?? [])
      if let carried, let lines = cited[intent.id] { known.carried = carried.words(at: lines) }
      return known
    }
  }
}

extension KnownIntent {
  /// What an intent says and quotes, and the words of its stories.
  fileprivate init(_ intent: Intent, _ stories: [Story]) {
    let told = stories.map { story in
      ([story.title, story.narrative] + story.quotations.map(\.text) + story.criteria.map(\.title))
        .joined(separator: " ")
    }
    // Ids are no words, and those of citations differ from clone to clone.
    let said = intent.sections.map(\.text).joined(separator: " ").split(whereSeparator: \.isWhitespace)
      .filter { ItemID($0.drop { !$0.isLetter }.prefix(ItemID.length)) == nil }
    let words = [intent.title, said.joined(separator: " ")] + intent.quotations.map(\.text) + told
    self.init(id: intent.id, title: intent.title, words: words.joined(separator: " "), stories: told)
  }
}

/// The statements that a plan cites, as far as they are quickly read: of long sources the plan quotes what it needs.
struct CarriedWords {
  /// Bytes of a source's statements, and of all that are read.
  private static let mostOfOne = 1 << 20
  private static let mostOfAll = 16 << 20
  /// What comes first says what it is about; longer texts are not compared to their end.
  private static let longest = 2_000

  private var statements: [ID<Source>: StatementList] = [:]

  init(_ reader: PlanReader, cited: Set<ID<Source>>) {
    let folder = reader.folder(of: .source)
    var left = Self.mostOfAll
    for entry in (try? reader.tree.entries(in: folder)) ?? [] where entry.kind == .folder {
      guard let id = ItemID(entry.name.prefix(ItemID.length)).flatMap({ ID<Source>($0) }), cited.contains(id) else {
        continue
      }
      let path = "\(folder)/\(entry.name)/\(Source.statementsName)"
      // What is not read is for `check` to tell.
      guard let bytes = try? reader.tree.read(path, limit: min(left, Self.mostOfOne)) else { continue }
      left -= bytes.count
      statements[id] = StatementTable.read(bytes, path: path).statements
    }
  }

  func words(at cited: CitedLines) -> String {
    var words = ""
    for (source, stretches) in cited.sources {
      guard let own = statements[source] else { continue }
      for line in stretches.lazy.flatMap(own.numbers) {
        if words.utf8.count > Self.longest { return words }
        words += own[line - 1].text + " "
      }
    }
    return words
  }
}
