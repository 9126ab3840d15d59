import JSONText

/// Puts records and what lies beside them together, by a key that both state.
struct GroupIndex {
  private let name: String
  private var groups: [RecordGroup] = []
  private var places: [String: Int] = [:]

  /// Records are kept under `name` (see `RecordGroup`).
  init(name: String) {
    self.name = name
  }

  var all: [RecordGroup] { groups }

  /// Of several records with the same key the last counts: events repeat an issue as it was each time.
  mutating func add(_ record: JSONNode, key: String?) {
    if let key, let place = places[key] {
      groups[place].record = record
    } else {
      if let key { places[key] = groups.count }
      groups.append(RecordGroup(name: name, record: record))
    }
  }

  /// What states no key belongs to the only record there is; all such strays are one group otherwise.
  mutating func attach(_ node: JSONNode, to list: String, key: String?) {
    let place = places[key ?? ""] ?? (key == nil && groups.count == 1 ? 0 : groups.count)
    if place == groups.count {
      groups.append(RecordGroup(name: name))
      places[key ?? ""] = place
    }
    groups[place].append(node, to: list)
  }
}
