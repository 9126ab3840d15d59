import Drafting
import Foundation
import PlanModel

// Learns the weights of the labels: handoff-train DATA EXAMPLES WEIGHTS [--report]; see README.md.

let arguments = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
guard arguments.count == 3 else {
  print("usage: handoff-train DATA EXAMPLES WEIGHTS [--report]")
  print("DATA is a folder with the labelled sets, EXAMPLES Training/examples.tsv, WEIGHTS the file to write")
  throw TrainingError.usage
}
let rows = try LabelledSets(folder: arguments[0]).rows() + OwnExamples(file: arguments[1]).rows()
let trainer = Trainer(rows)
let validation = CrossValidation(rows, trainer)
let leftOut = CrossValidation(leavingOutSetsOf: rows, trainer)
var weights = trainer.weights(from: Array(rows.indices))
Calibration(rows, [validation, leftOut]).apply(to: &weights)
Thresholds(rows, [validation, leftOut]).apply(to: &weights)
try Data(weights.bytes).write(to: URL(filePath: arguments[2]))
let report = Report(rows: rows, scores: validation.scores, weights: weights)
print("Cross-validated by thread, project or conversation, \(CrossValidation.folds) folds, \(rows.count) rows:\n")
print(report.text)
print("\nEach set scored by weights that were learned without it:\n")
print(report.compared(with: Report(rows: rows, scores: leftOut.scores, weights: weights)))
if CommandLine.arguments.contains("--report") {
  print("\n| without | mean AP |\n|---|--:|")
  for group in FeatureGroup.allCases {
    let fewer = Trainer(rows, groups: Set(FeatureGroup.allCases).subtracting([group]))
    let report = Report(rows: rows, scores: CrossValidation(rows, fewer).scores, weights: weights)
    print("| \(group) | \(Report.figure(report.meanAveragePrecision)) |")
  }
}
