/// The templates of the pages, read once. Every text that one puts is escaped, and its misleading marks are made visible: a
/// template cannot forget it.
struct Templates: Sendable {
  private let templates: [String: Template]

  static let shared = Templates()

  private init() {
    let partials = Self.texts.mapValues { String(decoding: $0, as: UTF8.self) }
    // A template that does not parse is found by the tests, which make every page.
    templates = partials.compactMapValues { try? Template($0, partials: partials) }
  }

  /// Adds a template to a page, its places filled.
  func fill(_ name: String, _ values: Values, to html: inout [UInt8]) { templates[name]?.fill(values, to: &html) }

  static let texts: [String: [UInt8]] = [
    "layout": PackageResources.layout_mustache, "overview": PackageResources.overview_mustache,
    "board": PackageResources.board_mustache, "list": PackageResources.list_mustache,
    "intents": PackageResources.intents_mustache, "intent": PackageResources.intent_mustache,
    "epic": PackageResources.epic_mustache, "story": PackageResources.story_mustache,
    "criterion": PackageResources.criterion_mustache, "decision": PackageResources.decision_mustache,
    "decisions": PackageResources.decisions_mustache, "source": PackageResources.source_mustache,
    "matrix": PackageResources.matrix_mustache, "lost": PackageResources.lost_mustache,
    "roadmap": PackageResources.roadmap_mustache, "releases": PackageResources.releases_mustache,
    "release": PackageResources.release_mustache, "questions": PackageResources.questions_mustache,
    "search": PackageResources.search_mustache, "row": PackageResources.row_mustache,
    "intentrow": PackageResources.intentrow_mustache,
    "pager": PackageResources.pager_mustache, "said": PackageResources.said_mustache,
    "changes": PackageResources.changes_mustache, "aside": PackageResources.aside_mustache,
  ]

  /// Tells the templates of one version of the program from those of another.
  static let digest: String = {
    var digest = PageDigest()
    for (name, bytes) in texts.sorted(by: { $0.key < $1.key }) {
      digest.add(name)
      digest.add(bytes)
    }
    return PageDigest.text(digest.mixed)
  }()
}
