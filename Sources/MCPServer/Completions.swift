import JSONText
import PlanModel
import Views
import Workflow

/// What a half-typed argument of a prompt or an address may become.
struct Completions {
  let workspace: () throws(Failure) -> Workspace

  /// The protocol's own limit.
  private static let most = 100

  func json(_ request: Request) throws(ProtocolError) -> JSONValue {
    guard let reference = request.params?["ref"], let kind = reference["type"]?.string else {
      throw .parameters("completion/complete wants ref, with its type")
    }
    guard let argument = request.params?["argument"], let name = argument["name"]?.string,
      let typed = argument["value"]?.string
    else { throw .parameters("completion/complete wants argument, with name and value") }
    let found: [String]
    switch kind {
    case "ref/prompt":
      guard let prompt = Prompt.all.first(where: { $0.name == reference["name"]?.string }), prompt.argument == name
      else {
        throw .parameters("There is no prompt with this argument")
      }
      found = items(of: prompt.argument == "source" ? .source : .story, typed)
    case "ref/resource":
      guard let template = reference["uri"]?.string, template.hasPrefix(ResourceAddress.scheme) else {
        throw .parameters("There is no such template")
      }
      let folder = template.dropFirst(ResourceAddress.scheme.count).prefix { $0 != "/" }
      let kind = ItemKind.allCases.first { $0.folder == folder }
      found = folder == "code" ? paths(typed) : kind.map { items(of: $0, typed) } ?? []
    default: throw .parameters("ref is a prompt (ref/prompt) or a template (ref/resource)")
    }
    return [
      "completion": [
        "values": JSONValue(found.prefix(Self.most)) { .string($0) }, "total": .int(found.count),
        "hasMore": .bool(found.count > Self.most),
      ]
    ]
  }

  /// Ids that begin with what was typed, or whose titles hold it.
  private func items(of kind: ItemKind, _ typed: String) -> [String] {
    var options = ListOptions()
    options.kinds = [kind]
    let items = (try? workspace().list(options).items) ?? []
    let words = typed.lowercased()
    return items.filter { item in
      words.isEmpty || item.id.description.hasPrefix(words) || item.title.lowercased().contains(words)
    }.map(\.id.description)
  }

  /// Paths that stories name.
  private func paths(_ typed: String) -> [String] {
    let stories = (try? workspace().standings().stories) ?? []
    return Set(stories.flatMap(\.paths).filter { $0.hasPrefix(typed) }).sorted()
  }
}
