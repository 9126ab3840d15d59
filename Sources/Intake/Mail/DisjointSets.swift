/// Which of some numbered things belong together, by union and find with path halving.
struct DisjointSets {
  private var parent: [Int] = []

  var count: Int { parent.count }

  /// Adds a thing that is alone, and gives its number.
  mutating func add() -> Int {
    parent.append(parent.count)
    return parent.count - 1
  }

  /// The thing that stands for all that belong together with `item`.
  mutating func find(_ item: Int) -> Int {
    var item = item
    while parent[item] != item {
      parent[item] = parent[parent[item]]
      item = parent[item]
    }
    return item
  }

  /// The lower number stands for both from now on.
  mutating func unite(_ first: Int, _ second: Int) {
    let (first, second) = (find(first), find(second))
    parent[max(first, second)] = min(first, second)
  }
}
