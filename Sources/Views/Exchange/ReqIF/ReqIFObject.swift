import PlanModel
import Workflow

/// What becomes a spec object: an intent, a story or a criterion.
struct ReqIFObject: Sendable {
  enum Kind: String, CaseIterable {
    case intent, story, criterion

    var name: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

    var attributes: [Attribute] {
      switch self {
      case .intent: [.id, .name, .text, .status, .citations, .file]
      case .story: [.id, .name, .text, .status, .owner, .citations, .file]
      case .criterion: [.id, .name, .text, .conditions, .citations, .verdict]
      }
    }
  }

  /// The raw value is its name; those with `ReqIF.` are common to tools.
  enum Attribute: String {
    case id = "ReqIF.ForeignID"
    case name = "ReqIF.Name"
    case text = "ReqIF.Text"
    case status = "Status"
    case owner = "Owner"
    case conditions = "Conditions"
    case citations = "Citations"
    case verdict = "Verdict"
    case file = "File"

    func identifier(in kind: Kind) -> String { "attribute-\(kind.rawValue)-\(rawValue)" }
  }

  enum Relation: String, CaseIterable {
    case dependsOn = "depends on"
    case serves
    case partOf = "criterion of"

    var type: String {
      switch self {
      case .dependsOn: "relation-depends-on"
      case .serves: "relation-serves"
      case .partOf: "relation-criterion-of"
      }
    }
  }

  var kind: Kind
  /// An NCName, as xsd:ID wants it.
  var identifier: String
  var title: String
  var values: [Attribute: String]
  /// The object that it stands under.
  var parent: String?
  var relations: [(Relation, String)] = []

  static func all(of export: PlanExport) -> [ReqIFObject] {
    let intents = Set(export.plan.intents.map(\.id))
    let stories = Set(export.plan.stories.map(\.id))
    var objects = export.plan.intents.map { ReqIFObject($0, export) }
    for story in export.plan.stories {
      var object = ReqIFObject(story, export)
      if let intent = story.intent, intents.contains(intent) {
        object.parent = intent.description
        object.relations.append((.serves, intent.description))
      }
      object.relations += story.dependsOn.filter(stories.contains).map { (.dependsOn, $0.description) }
      objects.append(object)
      let places = CitingItem(story).places
      for criterion in story.criteria {
        let cited = places.filter { $0.part == .criterion(criterion.id) }.map(\.citation.description)
        objects.append(ReqIFObject(criterion, in: story, cited, export))
      }
    }
    var seen: Set<String> = []
    return objects.filter { seen.insert($0.identifier).inserted }
  }

  private init(_ intent: Intent, _ export: PlanExport) {
    kind = .intent
    identifier = intent.id.description
    title = intent.title
    values = [
      .id: identifier, .name: title, .status: intent.status.rawValue,
      .text: intent.sections.map { "\($0.title)\n\n\($0.text)" }.joined(separator: "\n\n"),
      .citations: intent.mentions.compactMap { mention -> String? in
        if case .statements(let citation) = mention.target { citation.description } else { nil }
      }.joined(separator: " "),
      .file: export.contents[intent.id.any] ?? "",
    ]
  }

  private init(_ story: Story, _ export: PlanExport) {
    kind = .story
    identifier = story.id.description
    title = story.title
    values = [
      .id: identifier, .name: title, .status: story.status.rawValue, .owner: story.owner ?? "",
      .text: story.narrative, .citations: story.citations.map(\.description).joined(separator: " "),
      .file: export.contents[story.id.any] ?? "",
    ]
  }

  private init(_ criterion: Criterion, in story: Story, _ citations: [String], _ export: PlanExport) {
    kind = .criterion
    identifier = "\(story.id).\(criterion.id)"
    title = criterion.title
    values = [
      .id: "\(story.id)/\(criterion.id)", .name: title, .text: criterion.text,
      .conditions: criterion.conditions.map { ConditionWording.words($0.check) }.joined(separator: "\n"),
      .citations: citations.joined(separator: " "),
      .verdict: export.verdict(of: criterion.id, in: story.id)?.rawValue ?? "",
    ]
    parent = story.id.description
    relations = [(.partOf, story.id.description)]
  }
}
