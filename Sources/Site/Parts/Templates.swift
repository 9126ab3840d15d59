import Mustache
import Views

/// The templates, read once. Every text that one puts is escaped, and its misleading marks are made visible: a template
/// cannot forget it.
struct Templates: Sendable {
  private let library: MustacheLibrary

  /// Text from anywhere, on its way into HTML.
  private struct Escaping: MustacheContentType {
    func escapeText(_ text: String) -> String { HTMLPage.escaped(text) }
  }

  static let shared = Templates()

  private init() {
    MustacheContentTypes.register(Escaping(), named: "PLAN")
    var library = MustacheLibrary()
    for (name, bytes) in Self.texts {
      // A template that does not parse is found by the tests, which make every page.
      try? library.register("{{% CONTENT_TYPE:PLAN}}" + String(decoding: bytes, as: UTF8.self), named: name)
    }
    self.library = library
  }

  func html(_ name: String, _ values: Values) -> String { library.render(values, withTemplate: name) ?? "" }

  private static let texts: [String: [UInt8]] = [
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
    "pager": PackageResources.pager_mustache, "said": PackageResources.said_mustache,
    "changes": PackageResources.changes_mustache,
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
