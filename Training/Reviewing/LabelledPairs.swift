import Foundation
import Review

/// A pair of wordings with what became of the promise as a person reads it, and what the rules said when they first met it.
struct LabelledPair {
  var set: String
  var before: String
  var after: String
  /// 1 where more is promised, -1 where less is, 0 where it is the same or nobody can tell.
  var label: Int
  var reasons: [(rule: Shift.Rule, direction: Shift.Direction)]

  var rewording: Rewording { Rewording(from: before, to: after) }

  private init(set: String, _ pair: [String], met: String, in file: String) throws {
    self.set = set
    (before, after, label) = (pair[1], pair[2], ["weakened": -1, "strengthened": 1][pair[0]] ?? 0)
    reasons = try met.split(separator: ",").map { reason in
      let parts = reason.split(separator: ":").map(String.init)
      guard parts.count == 2, let rule = Shift.Rule(rawValue: parts[0]),
        let direction = Shift.Direction(rawValue: parts[1])
      else { throw TrainingError.line(file, String(reason)) }
      return (rule, direction)
    }
  }

  /// The pairs of a folder that a list says to learn from: lines of a set, a place in it from 0, and the reasons.
  static func all(in folder: String, listed list: String) throws -> [LabelledPair] {
    var sets: [String: [[String]]] = [:]
    return try rows(of: list).map { row in
      guard row.count == 3, let place = Int(row[1]) else { throw TrainingError.line(list, row.joined(separator: " ")) }
      if sets[row[0]] == nil { sets[row[0]] = try rows(of: "\(folder)/\(row[0]).tsv") }
      guard let pairs = sets[row[0]], pairs.indices.contains(place), pairs[place].count == 3 else {
        throw TrainingError.line(list, "\(row[0]) has no pair \(place)")
      }
      return try LabelledPair(set: row[0], pairs[place], met: row[2], in: list)
    }
  }

  /// The pairs of a folder of which each line has its reasons behind it.
  static func lessons(in folder: String) throws -> [LabelledPair] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".tsv") }.sorted()
    return try files.flatMap { file in
      try rows(of: "\(folder)/\(file)").map { row in
        guard row.count == 4 else { throw TrainingError.line(file, row.joined(separator: " ")) }
        return try LabelledPair(set: String(file.dropLast(4)), row, met: row[3], in: file)
      }
    }
  }

  /// The pairs of a file with what the rules say of them now, as lines of a lesson.
  static func met(_ file: String) throws -> String {
    try rows(of: file).map { pair in
      let reasons = Rewording(from: pair[1], to: pair[2]).shifts.map { "\($0.rule.rawValue):\($0.direction.rawValue)" }
      return (pair.prefix(3) + [reasons.joined(separator: ",")]).joined(separator: "\t") + "\n"
    }.joined()
  }

  static func rows(of file: String) throws -> [[String]] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

enum TrainingError: Error {
  case usage
  case line(String, String)
}
