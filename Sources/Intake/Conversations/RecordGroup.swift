import JSONText

/// The records of an export that are one conversation: an issue with the comments that lie beside it, or one alone.
struct RecordGroup {
  /// The member that a record by itself is kept under: `issue`, `ticket`.
  var name = ""
  var record: JSONNode?
  /// What belongs to it and lies elsewhere, by the member that it is kept under.
  var lists: [(name: String, nodes: [JSONNode])] = []

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
