import JSONText
import PlanFiles

// Fields that a reader has no place for are kept with the name that they have.

extension ForeignItem {
  /// Keeps every member of a JSON object but those that were `read`, and of those the ones that are no text though they
  /// were read as `texts`.
  mutating func keep(membersOf object: JSONNode, except read: Set<String>, texts: Set<String> = []) {
    for member in object.members {
      let isRead = read.contains(member.name) || texts.contains(member.name) && member.value.kind == .string
      if !isRead { keep(member.value, named: member.name) }
    }
  }

  mutating func keep(_ value: JSONNode?, named name: String) {
    guard let value else { return }
    switch value.kind {
    case .null: break
    case .string, .number: note(name, value.text ?? "")
    case .bool: note(name, value.bool == true ? "true" : "false")
    case .array:
      let elements = Array(value.elements)
      if elements.allSatisfy({ $0.text != nil }) {
        note(name, elements.compactMap(\.text).joined(separator: ", "))
      } else {
        note(name, Fenced.text(String(decoding: value.bytes, as: UTF8.self), as: "json"))
      }
    case .object:
      if value.members.contains(where: { _ in true }) {
        note(name, Fenced.text(String(decoding: value.bytes, as: UTF8.self), as: "json"))
      }
    }
  }

  /// Keeps every field of a front matter but those that were `read`.
  mutating func keep(fieldsOf document: PlanDocument, except read: Set<String>) {
    guard let entries = document.fields.entries else { return }
    for (index, entry) in entries.enumerated() where !read.contains(entry.key) {
      if let text = entry.value.text {
        note(entry.key, text)
      } else if let list = entry.value.list, list.allSatisfy({ $0.text != nil }) {
        note(entry.key, list.compactMap(\.text).joined(separator: ", "))
      } else if !entry.value.isNull, entry.value.entries?.isEmpty != true {
        let next = index + 1 < entries.count ? entries[index + 1].line : document.frontMatterLines.upperBound
        let source = document.text.string(ofLines: entry.line...max(entry.line, next - 1))
        note(entry.key, Fenced.text(source, as: "yaml"))
      }
    }
  }
}

/// Text in a code block whose fence is longer than any in it.
package enum Fenced {
  package static func text(_ text: String, as info: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(fence)\(info)\n\(text)\n\(fence)"
  }

  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
