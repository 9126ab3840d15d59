import JSONText

/// Atlassian Document Format, in which version 3 of Jira's interface gives texts, as HTML.
///
/// https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
struct AtlassianDocument {
  private enum Step {
    case node(JSONNode)
    case write(String)
    case endCell
  }

  /// The last comes first.
  private var steps: [Step]
  private var html = ""
  /// How many cells are open: what stands in one is one line.
  private var cells = 0
  /// A cell stands before, in the same row.
  private var isBehindCell = false

  static func html(of document: JSONNode) -> String {
    var reader = AtlassianDocument(steps: [.node(document)])
    while let step = reader.steps.popLast() {
      switch step {
      case .node(let node): reader.read(node)
      case .write(let text): reader.html += text
      case .endCell: reader.cells -= 1
      }
    }
    return reader.html
  }

  private mutating func read(_ node: JSONNode) {
    let type = node["type"]?.string ?? ""
    html += words(of: node, type)
    guard let content = node["content"], content.kind == .array else { return }
    if type == "tableRow" { isBehindCell = false }
    if type == "tableCell" || type == "tableHeader" {
      if isBehindCell { html += " | " }
      isBehindCell = true
      cells += 1
      steps.append(.endCell)
    }
    if let element = element(for: type) {
      html += "<\(element)>"
      steps.append(.write("</\(element)>"))
    }
    steps += content.elements.map { .node($0) }.reversed()
  }

  private func element(for type: String) -> String? { cells > 0 && type == "paragraph" ? "td" : Self.elements[type] }

  /// Nodes of other types are what stands in them.
  private static let elements = [
    "paragraph": "p", "heading": "h2", "bulletList": "ul", "orderedList": "ol", "listItem": "li", "taskList": "ul",
    "taskItem": "li", "decisionList": "ul", "decisionItem": "li", "blockquote": "blockquote", "codeBlock": "pre",
    "panel": "div", "table": "table", "tableRow": "p", "tableHeader": "th", "tableCell": "td", "caption": "p",
    "expand": "div", "nestedExpand": "div", "layoutColumn": "div",
  ]

  /// What a node says itself.
  private func words(of node: JSONNode, _ type: String) -> String {
    let attributes = node["attrs"]
    switch type {
    case "text": return Self.escaped(node["text"]?.string ?? "")
    case "hardBreak": return "<br>"
    case "rule": return "<hr>"
    case "mention", "status", "placeholder": return Self.escaped(attributes?.words("text") ?? "")
    case "emoji": return Self.escaped(attributes?.words("text", "shortName") ?? "")
    case "date": return String(JSONTime.iso(attributes?["timestamp"]).prefix { $0 != "T" })
    case "inlineCard": return Self.escaped(attributes?.words("url") ?? "")
    case "blockCard", "embedCard": return Self.paragraph(attributes?.words("url"))
    case "media", "mediaInline": return Self.paragraph(attributes?.words("alt"))
    case "expand", "nestedExpand": return Self.paragraph(attributes?.words("title"))
    default: return ""
    }
  }

  private static func paragraph(_ words: String?) -> String { words.map { "<p>\(escaped($0))</p>" } ?? "" }

  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case ASCII.less: result += Array("&lt;".utf8)
      case ASCII.ampersand: result += Array("&amp;".utf8)
      case ASCII.newline: result += Array("<br>".utf8)
      default: result.append(byte)
      }
    }
    return result.string
  }
}
