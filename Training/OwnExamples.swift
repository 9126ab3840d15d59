import Drafting
import FileSystem
import PlanModel

/// The statements of `examples.tsv`, written for this project: what the sets have none or too little of.
struct OwnExamples {
  static let set = "examples"
  /// They are of many kinds where a set is of one.
  static let weight: Float = 2

  let file: String

  func rows() throws -> [LabelledRow] {
    let text = String(decoding: try FileSystem.read(file, limit: 1 << 24), as: UTF8.self)
    var rows: [LabelledRow] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2 else { throw TrainingError.malformed(file, String(line)) }
      let labels = parts[0].split(separator: ",").map { Label(rawValue: String($0)) }
      guard labels.allSatisfy({ $0 != nil }) else { throw TrainingError.malformed(file, String(line)) }
      let words = parts[1].split(separator: "\\n", omittingEmptySubsequences: false).joined(separator: "\n")
      rows.append(
        LabelledRow(
          Self.set, words, LabelledRow.labels(Set(labels.compactMap { $0 }), of: Label.allCases), group: words))
    }
    return rows
  }
}

enum TrainingError: Error {
  case malformed(String, String)
  case usage
}
