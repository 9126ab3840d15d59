import JSONText
import Loopback
import XMLText

/// Readers that know nothing of plans: of JSON (answers, MCP's lines, the index of a site), XML and the heads of HTTP
/// requests.
///
/// Whatever the bytes, a reader refuses them with an error that lies within them, or what it gives can be walked through.
enum ScannerTarget: String, CaseIterable {
  case json = "json-text"
  case xml = "xml-text"
  case request = "http-request"

  func run(_ bytes: [UInt8]) {
    switch self {
    case .json: json(bytes)
    case .xml: xml(bytes)
    case .request: request(bytes)
    }
  }

  private func json(_ bytes: [UInt8]) {
    guard let document = try? JSONDocument(bytes) else { return }
    var open = [document.root]
    var values = 0
    while let node = open.popLast() {
      values += 1
      precondition(values <= bytes.count)
      precondition(node.range.lowerBound >= 0 && node.range.upperBound <= bytes.count)
      _ = (node.text, node.number, node.int, node.bool, node["id"]?.string)
      switch node.kind {
      case .array: open.append(contentsOf: node.elements)
      case .object: open.append(contentsOf: node.members.map(\.value))
      default: break
      }
    }
  }

  private func xml(_ bytes: [UInt8]) {
    do throws(XMLError) {
      var reader = try XMLReader(bytes)
      var depth = 0
      while let event = try reader.next() {
        switch event {
        case .start(let element):
          depth += 1
          _ = element["name"]
        case .end: depth -= 1
        case .text: precondition(depth > 0)
        }
      }
      precondition(depth == 0)
    } catch {
      // Refused, as it may be.
    }
  }

  private func request(_ bytes: [UInt8]) {
    guard let head = try? RequestHead(bytes) else { return }
    precondition(head.length <= bytes.count && head.length <= RequestHead.limit && head.bodyLength >= 0)
    precondition(!head.method.isEmpty && !head.path.utf8.contains(0x0A))
  }
}
