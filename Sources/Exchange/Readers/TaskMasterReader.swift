import JSONText
import PlanModel

/// Reads task-master's `tasks.json` (<https://github.com/eyaltoledano/claude-task-master>): one list of tasks, or a list
/// for each tag.
///
/// Tasks and subtasks become stories; how a task is tested is a criterion, as most have no other. A tag that says something
/// of itself becomes an intent.
enum TaskMasterReader {
  private static let read: Set = ["id", "title", "dependencies", "subtasks"]
  private static let texts: Set = [
    "description", "status", "details", "testStrategy", "assignee", "acceptanceCriteria",
  ]
  /// What a subtask says of its place is known from where it stands.
  private static let places: Set = ["parentId", "parentTaskId"]
  /// Tasks of this tag are named by their numbers alone.
  private static let mainTag = "master"

  static func isTasks(_ bytes: [UInt8]) -> Bool {
    guard let root = try? JSONDocument(bytes).root else { return false }
    return lists(of: root).contains { list in list.tasks.elements.contains(where: isTask) }
  }

  private static func isTask(_ node: JSONNode) -> Bool {
    let hasState = node["status"] != nil || node["dependencies"] != nil
    return node["title"] != nil && node["id"] != nil && hasState
  }

  static func read(_ files: [ForeignFile]) -> ForeignPlan {
    var plan = ForeignPlan(.taskMaster)
    for file in files {
      do throws(JSONError) {
        let root = try JSONDocument(file.bytes).root
        for (tag, tasks, rest) in lists(of: root) {
          let own = plan.items.count
          if let intent = intent(tag, rest, file.path) { plan.items.append(intent) }
          let parents = plan.items.dropFirst(own).map(\.key)
          for task in tasks.elements { add(task, tag: tag, below: parents, to: &plan, file.path) }
        }
      } catch {
        plan.refuse(file.path, line: error.line, column: error.column, "the file is no JSON")
      }
    }
    return plan
  }

  /// Each list of tasks with its tag, and what holds it.
  private static func lists(of root: JSONNode) -> [(tag: String, tasks: JSONNode, holder: JSONNode)] {
    if let tasks = root["tasks"], tasks.kind == .array { return [(mainTag, tasks, root)] }
    return root.members.compactMap { member in
      guard let tasks = member.value["tasks"], tasks.kind == .array else { return nil }
      return (member.name, tasks, member.value)
    }
  }

  /// What is said of a tag itself; nil where nothing is.
  private static func intent(_ tag: String, _ holder: JSONNode, _ path: String) -> ForeignItem? {
    var intent = ForeignItem(.intent, key: "tag:\(tag)", title: tag, path: path)
    intent.status = .active
    if let metadata = holder["metadata"], metadata.kind == .object {
      intent.narrative = metadata["description"]?.string ?? ""
      intent.keep(membersOf: metadata, except: [], texts: ["description"])
      intent.keep(membersOf: holder, except: ["tasks", "metadata"])
    } else {
      intent.keep(membersOf: holder, except: ["tasks"])
    }
    return intent.narrative.isEmpty && intent.notes.isEmpty ? nil : intent
  }

  private static func add(
    _ task: JSONNode, tag: String, below parents: [String], to plan: inout ForeignPlan, _ path: String
  ) {
    let prefix = tag == mainTag ? "" : "\(tag)/"
    guard let id = task["id"]?.text else { return plan.refuse(path, "a task has no id") }
    var own = item(task, key: prefix + id, path: path) { prefix + $0 }
    own.parents = parents
    plan.items.append(own)
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
      for place in places where subtask[place]?.text != id { item.keep(subtask[place], named: place) }
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
    item.keep(membersOf: task, except: read.union(places), texts: texts)
    return item
  }
}
