import Drafting
import PlanModel

/// What cross-validation found, as tables in Markdown.
struct Report {
  let rows: [LabelledRow]
  let scores: [SIMD16<Float>]
  let weights: LabelWeights

  /// The mean of the average precisions of what people said: how well own examples are told says nothing of people.
  var meanAveragePrecision: Double { mean { $0.measures.averagePrecision } }

  var text: String {
    var lines = ["| set | label | rows | hold | AP | AUROC | F1 |", "|---|---|--:|--:|--:|--:|--:|"]
    for row in tasks {
      let figures = [row.measures.averagePrecision, row.measures.areaUnderCurve, row.f1].map(Self.figure)
      let cells = [row.task.set, row.task.name, "\(row.task.places.count)", "\(row.measures.positives)"] + figures
      lines.append("| \(cells.joined(separator: " | ")) |")
    }
    lines.append("| mean but examples | | | | \(Self.figure(meanAveragePrecision)) | | \(Self.figure(meanF1)) |")
    return (lines + ["", confusion]).joined(separator: "\n")
  }

  /// What `other` finds of the same rows, beside this.
  func compared(with other: Report) -> String {
    var lines = [
      "| set | label | rows | hold | AP known | AP left out | F1 left out |", "|---|---|--:|--:|--:|--:|--:|",
    ]
    for (known, out) in zip(tasks, other.tasks) {
      let figures = [known.measures.averagePrecision, out.measures.averagePrecision, out.f1].map(Self.figure)
      let counts = ["\(known.task.places.count)", "\(known.measures.positives)"]
      lines.append("| \(([known.task.set, known.task.name] + counts + figures).joined(separator: " | ")) |")
    }
    let means = [meanAveragePrecision, other.meanAveragePrecision, other.meanF1].map(Self.figure)
    return (lines + ["| mean but examples | | | | \(means.joined(separator: " | ")) |"]).joined(separator: "\n")
  }

  private var meanF1: Double { mean(\.f1) }

  private func mean(_ figure: (Row) -> Double) -> Double {
    let all = tasks.filter { $0.task.set != OwnExamples.set }.map(figure)
    return all.reduce(0, +) / Double(max(all.count, 1))
  }

  private var tasks: [Row] {
    Task.all(of: rows).map { task in
      let found = task.places.map { weights.classification(scores[$0]) }
      let sums = found.map { one in task.labels.reduce(0) { $0 + one.probability(of: $1) } }
      let said = found.map { one in one.label.map(task.labels.contains) ?? false }
      return Row(
        task: task, measures: Measures(Array(zip(sums, task.holds))), f1: Measures.f1(Array(zip(said, task.holds))))
    }
  }

  private struct Row {
    var task: Task
    var measures: Measures
    var f1: Double
  }

  /// What people said, down, and what the weights say, across.
  private var confusion: String {
    let names = Label.allCases.map(\.rawValue) + ["unsure"]
    var lines = ["| people / tool | \(names.joined(separator: " | ")) |"]
    lines.append("|---" + String(repeating: "|--:", count: names.count) + "|")
    for label in Label.allCases {
      var counts = [Int](repeating: 0, count: names.count)
      for place in rows.indices where rows[place].labels[label] == true {
        let said = weights.classification(scores[place]).label
        counts[said.flatMap { Label.allCases.firstIndex(of: $0) } ?? names.count - 1] += 1
      }
      lines.append("| \(label.rawValue) | \(counts.map(String.init).joined(separator: " | ")) |")
    }
    return lines.joined(separator: "\n")
  }

  static func figure(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(1000 + thousandths % 1000).dropFirst()
    return "\(thousandths / 1000).\(digits)"
  }
}
