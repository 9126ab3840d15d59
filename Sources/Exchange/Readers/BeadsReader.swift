import JSONText
import PlanModel

/// Reads beads: an issue a line of JSON (<https://github.com/gastownhall/beads>).
///
/// Epics become intents, everything else stories. A closed issue is shipped unless it says that it was not done.
enum BeadsReader {
  private static let read: Set = [
    "id", "title", "dependencies", "dependency_count", "dependent_count", "comment_count",
  ]
  private static let texts: Set = ["description", "acceptance_criteria", "status", "assignee"]
  private static let dependency: Set = ["issue_id", "depends_on_id", "id", "type", "dependency_type"]

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.beads)
    for file in files {
      var lines = LineCounter()
      for line in JSONLinesForm.lines(of: file.bytes) {
        do throws(JSONError) {
          let issue = try JSONDocument(file.bytes, in: line).root
          guard let key = issue["id"]?.text else {
            let number = lines.number(at: line.lowerBound, in: file.bytes)
            plan.refuse(file.path, line: number, "the record has no id")
            continue
          }
          plan.items.append(item(key, issue, file.path))
        } catch {
          plan.refuse(file.path, line: error.line, column: error.column, "the line is no JSON")
        }
      }
    }
    return plan
  }

  private static func item(_ key: String, _ issue: JSONNode, _ path: String) -> ForeignItem {
    let isEpic = issue["issue_type"]?.string == "epic"
    var item = ForeignItem(isEpic ? .intent : .story, key: key, title: issue["title"]?.text ?? "", path: path)
    item.setStatus(issue["status"]?.string)
    item.owner = issue["assignee"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    item.narrative = issue["description"]?.string ?? ""
    item.addCriteria(from: issue["acceptance_criteria"]?.string ?? "", named: "acceptance_criteria")
    for dependency in issue["dependencies"].map({ Array($0.elements) }) ?? [] { add(dependency, to: &item) }
    item.keep(membersOf: issue, except: read, texts: texts)
    item.noteTicks()
    return item
  }

  private static func add(_ dependency: JSONNode, to item: inout ForeignItem) {
    guard let other = (dependency["depends_on_id"] ?? dependency["id"])?.text ?? dependency.text else {
      return item.keep(dependency, named: "dependencies")
    }
    for member in dependency.members where !self.dependency.contains(member.name) {
      item.keep(member.value, named: "\(other): \(member.name)")
    }
    switch dependency["type"]?.string ?? dependency["dependency_type"]?.string ?? "blocks" {
    case "blocks": item.dependsOn.append(other)
    case "parent-child": item.parents.append(other)
    case let kind: item.note(kind, other)
    }
  }
}

/// Tells the lines of places that come one behind the other: each byte is looked at once.
struct LineCounter {
  private var place = 0
  private var line = 1

  /// From 1; `offset` is no smaller than that of the question before.
  mutating func number(at offset: Int, in bytes: [UInt8]) -> Int {
    line += bytes[place..<offset].count { $0 == UInt8(ascii: "\n") }
    place = offset
    return line
  }
}
