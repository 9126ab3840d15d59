import JSONText

/// The records of an export that are one conversation: an issue with the comments that lie beside it, or one alone.
struct RecordGroup {
  /// The member that a record by itself is kept under: `issue`, `ticket`.
  var name = ""
  var record: JSONNode?
  /// What belongs to it and lies elsewhere, by the member that it is kept under.
  var lists: [(name: String, nodes: [JSONNode])] = []

  mutating func append(_ node: JSONNode, to list: String) {
    if let place = lists.firstIndex(where: { $0.name == list }) {
      lists[place].nodes.append(node)
    } else {
      lists.append((list, [node]))
    }
  }

  func nodes(in list: String) -> [JSONNode] { lists.first { $0.name == list }?.nodes ?? [] }

  /// An original of its own: the record as it is written, or it and its lists, each as it is written, in one object.
  var bytes: [UInt8] {
    let lists = lists.filter { !$0.nodes.isEmpty }
    if lists.isEmpty, let record { return Array(record.bytes) }
    var result = [ASCII.openBrace]
    if let record { result += Array("\"\(name)\":".utf8) + record.bytes }
    for list in lists {
      if result.count > 1 { result.append(ASCII.comma) }
      result += Array("\"\(list.name)\":[".utf8)
      for (index, node) in list.nodes.enumerated() {
        if index > 0 { result.append(ASCII.comma) }
        result += node.bytes
      }
      result.append(ASCII.closeBracket)
    }
    return result + [ASCII.closeBrace]
  }
}
