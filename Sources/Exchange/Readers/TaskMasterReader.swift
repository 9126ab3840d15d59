import JSONText
import PlanModel

/// Reads task-master's `tasks.json` (<https://github.com/eyaltoledano/claude-task-master>): one list of tasks, or a list
/// for each tag.
///
/// Tasks and subtasks become stories; how a task is tested is a criterion, as most have no other.
enum TaskMasterReader {
  private static let read: Set = [
    "id", "title", "description", "status", "dependencies", "details", "testStrategy", "subtasks", "assignee",
    "parentId", "parentTaskId", "acceptanceCriteria",
  ]
  /// Tasks of this tag are named by their numbers alone.
  private static let mainTag = "master"

  static func isTasks(_ bytes: [UInt8]) -> Bool {
    guard let root = try? JSONDocument(bytes).root else { return false }
    return lists(of: root).contains { _, tasks in
      tasks.elements.contains { $0["title"] != nil && $0["id"] != nil && ($0["status"] ?? $0["dependencies"]) != nil }
    }
  }

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.taskMaster)
    for file in files {
      do throws(JSONError) {
        let root = try JSONDocument(file.bytes).root
        for (tag, tasks) in lists(of: root) {
          for task in tasks.elements { add(task, tag: tag, to: &plan, file.path) }
        }
      } catch {
        plan.refuse(file.path, line: error.line, column: error.column, "the file is no JSON")
      }
    }
    return plan
  }

  /// Each list of tasks with its tag.
  private static func lists(of root: JSONNode) -> [(tag: String, tasks: JSONNode)] {
    if let tasks = root["tasks"], tasks.kind == .array { return [(mainTag, tasks)] }
    return root.members.compactMap { member in
      guard let tasks = member.value["tasks"], tasks.kind == .array else { return nil }
      return (member.name, tasks)
    }
  }

  private static func add(_ task: JSONNode, tag: String, to plan: inout ForeignPlan, _ path: String) {
    let prefix = tag == mainTag ? "" : "\(tag)/"
    guard let id = task["id"]?.text else { return plan.refuse(path, "a task has no id") }
    plan.items.append(item(task, key: prefix + id, path: path) { prefix + $0 })
    for subtask in task["subtasks"].map({ Array($0.elements) }) ?? [] {
      guard let own = subtask["id"]?.text else {
        plan.refuse(path, "a subtask of \(id) has no id")
        continue
      }
      // A subtask names its neighbours by their own numbers, and others with a dot.
      var item = item(subtask, key: "\(prefix)\(id).\(own)", path: path) {
        $0.contains(".") ? prefix + $0 : "\(prefix)\(id).\($0)"
      }
      item.parents = [prefix + id]
      plan.items.append(item)
    }
  }

  private static func item(
    _ task: JSONNode, key: String, path: String, named: (String) -> String
  ) -> ForeignItem {
    var item = ForeignItem(.story, key: key, title: task["title"]?.text ?? "", path: path)
    item.setStatus(task["status"]?.string)
    item.owner = task["assignee"]?.string.flatMap { $0.isEmpty ? nil : $0 }
    item.narrative = task["description"]?.string ?? ""
    item.dependsOn = task["dependencies"].map { $0.elements.compactMap(\.text).map(named) } ?? []
    item.addCriteria(from: task["acceptanceCriteria"]?.string ?? "", named: "acceptanceCriteria")
    item.addCriteria(from: task["testStrategy"]?.string ?? "", named: "testStrategy")
    item.note("details", task["details"]?.string ?? "")
    item.keep(membersOf: task, except: read)
    return item
  }
}
