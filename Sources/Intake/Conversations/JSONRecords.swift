import JSONText

/// Finds the records of an export, in whatever lists and wrappers they lie: `[…]`, `{"issues": […]}`,
/// `{"data": {"repository": {"issues": {"nodes": […]}}}}`, `{"edges": [{"node": …}]}`, pages in a list.
enum JSONRecords {
  /// The outermost values for which `isRecord` holds, in the order in which they are written.
  static func all(in texts: [JSONNode], where isRecord: (JSONNode) -> Bool) -> [JSONNode] {
    var records: [JSONNode] = []
    // The rest to look at, the next one last.
    var rest = Array(texts.reversed())
    while let node = rest.popLast() {
      switch node.kind {
      case .object:
        if isRecord(node) {
          records.append(node)
        } else {
          rest += node.members.map(\.value).filter(\.isContainer).reversed()
        }
      case .array: rest += node.elements.filter(\.isContainer).reversed()
      default: break
      }
    }
    return records
  }
}

extension JSONNode {
  var isContainer: Bool { kind == .object || kind == .array }

  /// The value at the end of a way through objects; nil where one of them lacks it, or where it is null.
  func at(_ names: String...) -> JSONNode? {
    var node = self
    for name in names {
      guard let next = node[name] else { return nil }
      node = next
    }
    return node
  }

  /// The first of these members that is a string with something in it.
  func words(_ names: String...) -> String? {
    for name in names {
      if let words = self[name]?.string, words.utf8.contains(where: { !$0.isWhite }) { return words }
    }
    return nil
  }

  /// Whether it is an object that has all of these members; they may be null.
  func has(_ names: String...) -> Bool {
    var missing = names
    for member in members {
      guard let place = missing.firstIndex(of: member.name) else { continue }
      missing.remove(at: place)
      if missing.isEmpty { return true }
    }
    return false
  }

  /// The records of a list: an array itself, or as GraphQL writes it, under `nodes`, or under `edges` in a `node` each.
  var list: [JSONNode] {
    if kind == .array { return Array(elements) }
    if let nodes = self["nodes"] { return Array(nodes.elements) }
    var list: [JSONNode] = []
    for edge in self["edges"]?.elements ?? elements {
      if let node = edge["node"] { list.append(node) }
    }
    return list
  }
}
