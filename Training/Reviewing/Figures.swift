import Foundation
import Review

/// How often a table calls examples right that it was not learned from.
struct Figures {
  private var called: [Int: Int] = [:]
  private var meant: [Int: Int] = [:]
  private var right: [Int: Int] = [:]

  mutating func add(_ example: Example, by table: WeightTable) {
    let (change, gain) = (table.change(example.traits), table.gain(example.traits))
    add(example.label, found: change + abs(gain) <= 0 ? 0 : gain > 0 ? 1 : -1)
  }

  mutating func add(_ label: Int, found: Int) {
    called[found, default: 0] += 1
    meant[label, default: 0] += 1
    if found == label { right[label, default: 0] += 1 }
  }

  private func share(of label: Int, in all: [Int: Int]) -> String {
    String(format: "%.2f", Double(right[label, default: 0]) / Double(max(all[label, default: 0], 1)))
  }

  /// Precision and recall of less and of more.
  var line: String {
    [-1, 1].map { "\(share(of: $0, in: called)) \(share(of: $0, in: meant))" }.joined(separator: " | ")
  }
}
