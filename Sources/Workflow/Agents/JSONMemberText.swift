import JSONText

/// One member of ours in a JSON document of the user's, whose bytes stay as they are.
struct JSONMemberText {
  /// The object that holds it; nil for the document's own.
  let container: String?
  let name: String
  /// JSON, its lines behind the first indented as they are to stand.
  let value: String

  enum Place {
    /// Ours begins behind this byte and is this text.
    case here(Int, String)
    /// It may be put behind this byte.
    case free(Int, String)
    /// Something else has its name, or the document is none that we can read.
    case taken
  }

  /// What a new file holds: no document of the user's becomes this by what is put in, so that it may be taken away whole.
  var whole: String {
    guard let container else { return "{\n  \"\(name)\": \(value) }\n" }
    return "{\n  \"\(container)\": {\n    \"\(name)\": \(value) } }\n"
  }

  func place(in bytes: [UInt8]) -> Place {
    guard let root = try? JSONDocument(bytes).root, root.kind == .object else { return .taken }
    guard let container else { return place(in: root, "\n  \"\(name)\": \(value)", bytes, closing: "\n") }
    let holder = root.members.first { $0.name == container }?.value
    if let holder {
      guard holder.kind == .object else { return .taken }
      // The container may have been put there by us, with nothing else in it.
      if case .here(let at, let text) = wholeContainer(in: root, container, bytes) { return .here(at, text) }
      return place(in: holder, "\n    \"\(name)\": \(value)", bytes, closing: "\n  ")
    }
    return wholeContainer(in: root, container, bytes)
  }

  private func wholeContainer(in root: JSONNode, _ container: String, _ bytes: [UInt8]) -> Place {
    // Told by its brace from an empty object of the user's that ours was put into.
    let text = "\n  \"\(container)\": {\n    \"\(name)\": \(value) }"
    return place(in: root, text, bytes, closing: "\n", named: container)
  }

  /// - Parameter closing: what stands between the member and the brace when the object was empty.
  private func place(
    in object: JSONNode, _ text: String, _ bytes: [UInt8], closing: String, named: String? = nil
  ) -> Place {
    let start = object.range.lowerBound + 1
    for candidate in [text + ",", text + closing] where bytes[start...].starts(with: candidate.utf8) {
      return .here(start, candidate)
    }
    let names = object.members.map(\.name)
    if names.contains(named ?? name) { return .taken }
    return .free(start, names.isEmpty ? text + closing : text + ",")
  }
}
