package import PlanModel

/// A page of a site, by what it is about. Addresses are made of ids, so that they stay when titles change.
package enum SitePage: Hashable, Sendable {
  case overview, board, decisions(part: Int), releases, search
  case roadmap(part: Int)
  /// What the plan says otherwise between two revisions.
  case changes(part: Int)
  case intents(part: Int)
  /// The sources, and how far each is carried.
  case sources(part: Int)
  case lost(part: Int)
  case questions(part: Int)
  case list(StoryList, part: Int)
  case intent(ID<Intent>, part: Int)
  case epic(ID<Epic>, part: Int)
  case story(ID<Story>)
  case decision(ID<Decision>)
  case source(ID<Source>, part: Int)
  /// What came with a tag; nil for what is in none yet.
  case release(String?)

  /// Relative to the site's folder.
  package var path: String {
    switch self {
    case .overview: "index.html"
    case .board: "board.html"
    case .roadmap(let part): Self.name("roadmap", part)
    case .changes(let part): Self.name("changes", part)
    case .releases: "releases.html"
    case .search: "search.html"
    case .decisions(let part): Self.name("decisions", part)
    case .intents(let part): Self.name("intents", part)
    case .sources(let part): Self.name("sources", part)
    case .lost(let part): Self.name("lost", part)
    case .questions(let part): Self.name("questions", part)
    case .list(let list, let part): Self.name("lists/\(list.name)", part)
    case .intent(let id, let part): Self.name("intents/\(id)", part)
    case .epic(let id, let part): Self.name("epics/\(id)", part)
    case .story(let id): "stories/\(id).html"
    case .decision(let id): "decisions/\(id).html"
    case .source(let id, let part): Self.name("sources/\(id)", part)
    case .release(let tag): "releases/\(tag.map(Self.fileName) ?? "-next").html"
    }
  }

  /// Whether another page is a part of the same list at the head of the site.
  func isSameList(as other: SitePage) -> Bool {
    switch (self, other) {
    case (.decisions, .decisions), (.intents, .intents), (.sources, .sources), (.questions, .questions),
      (.roadmap, .roadmap), (.changes, .changes):
      true
    default: self == other
    }
  }

  /// What leads from the page to the site's folder.
  var root: String {
    switch self {
    case .list, .intent, .epic, .story, .decision, .source, .release: "../"
    default: ""
    }
  }

  /// The first part has the plain name, so that links to it stay when a page grows.
  private static func name(_ name: String, _ part: Int) -> String {
    part > 1 ? "\(name)-p\(part).html" : "\(name).html"
  }

  /// A tag as the name of a file on every file system: what could be a path, or differ by case alone, is written in digits.
  private static func fileName(_ tag: String) -> String {
    tag.utf8.reduce(into: "") { name, byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte) || byte == UInt8(ascii: ".") && !name.isEmpty
        || byte == UInt8(ascii: "-") && !name.isEmpty
      if isPlain {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name += "_" + String(byte, radix: 16) + "_"
      }
    }
  }
}

/// Stories that stand the same way.
package enum StoryList: Hashable, Sendable {
  case status(StoryStatus)
  case verdict(Verdict)
  /// Those that are called shipped, by what they are judged.
  case shipped(Verdict)
  case blocked

  var name: String {
    switch self {
    case .status(let status): "status-\(status.rawValue)"
    case .verdict(let verdict): "verdict-\(verdict.rawValue)"
    case .shipped(let verdict): "shipped-\(verdict.rawValue)"
    case .blocked: "blocked"
    }
  }
}
