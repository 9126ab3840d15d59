import PlanModel
package import Workflow

/// The threads of the plan as a drawing: sources, intents, epics, stories, and what leads from one to the other.
package enum ExportGraph {
  private struct Node {
    var id: ItemID
    var title: String
    var status: String?
  }

  private struct Edge: Hashable {
    var from: ItemID
    var to: ItemID
  }

  /// For GraphViz (https://graphviz.org/doc/info/lang.html).
  package static func dot(of export: PlanExport) -> String {
    var lines = [
      "digraph plan {", "  rankdir=LR;", "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
    ]
    for node in nodes(export.plan) {
      lines.append("  \"\(node.id)\" [label=\"\(quoted(node.title))\\n\(facts(node))\"];")
    }
    for edge in edges(export.plan) { lines.append("  \"\(edge.from)\" -> \"\(edge.to)\";") }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// For Mermaid (https://mermaid.js.org/syntax/flowchart.html), which forges draw within Markdown.
  package static func mermaid(of export: PlanExport) -> String {
    var lines = ["flowchart LR"]
    for node in nodes(export.plan) {
      lines.append("  \(name(node.id))[\"\(entities(node.title))<br/>\(facts(node))\"]")
    }
    for edge in edges(export.plan) { lines.append("  \(name(edge.from)) --> \(name(edge.to))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func nodes(_ plan: Plan) -> [Node] {
    plan.sources.map { Node(id: $0.id.any, title: $0.title) }
      + plan.intents.map { Node(id: $0.id.any, title: $0.title, status: $0.status.rawValue) }
      + plan.epics.map { Node(id: $0.id.any, title: $0.title) }
      + plan.stories.map { Node(id: $0.id.any, title: $0.title, status: $0.status.rawValue) }
      + plan.decisions.map { Node(id: $0.id.any, title: $0.title, status: $0.status.rawValue) }
  }

  /// From what came first to what follows from it, each once, between items that are there.
  private static func edges(_ plan: Plan) -> [Edge] {
    let known = Set(nodes(plan).map(\.id))
    var seen: Set<Edge> = []
    var edges: [Edge] = []
    func add(_ from: ItemID?, _ to: ItemID) {
      guard let from, from != to, known.contains(from) else { return }
      let edge = Edge(from: from, to: to)
      if seen.insert(edge).inserted { edges.append(edge) }
    }
    for item in plan.citingItems {
      for place in item.places { add(place.citation.source.any, item.id) }
    }
    for epic in plan.epics { add(epic.intent?.any, epic.id.any) }
    for story in plan.stories {
      add(story.intent?.any, story.id.any)
      add(story.epic?.any, story.id.any)
      for other in story.dependsOn { add(other.any, story.id.any) }
    }
    for decision in plan.decisions { add(decision.supersedes?.any, decision.id.any) }
    return edges
  }

  private static func facts(_ node: Node) -> String { node.id.description + (node.status.map { ", \($0)" } ?? "") }

  /// An identifier without a hyphen, which Mermaid would read as part of an arrow.
  private static func name(_ id: ItemID) -> String {
    id.description.split(separator: "-").joined(separator: "_")
  }

  private static func quoted(_ text: String) -> String {
    Sanitiser.line(text).unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }

  /// Mermaid takes HTML: nothing in a title may become a tag.
  private static func entities(_ text: String) -> String {
    var result = ""
    for scalar in Sanitiser.line(text).unicodeScalars {
      switch scalar {
      case "\"": result += "#quot;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case "#": result += "#35;"
      case "&": result += "#amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
