import Foundation
import Review

// Learns what reasons, words and numbers say of a rewording: handoff-train-review PAIRS LESSONS WEIGHTS; see README.md.
// handoff-train-review meet SET prints a set with what the rules say of each pair, before anything is mended by it.

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count == 2, arguments[0] == "meet" {
  print(try LabelledPair.met(arguments[1]), terminator: "")
  exit(0)
}
guard arguments.count == 3 else {
  print("usage: handoff-train-review PAIRS LESSONS WEIGHTS, or meet SET")
  print("PAIRS is the folder of the sets, LESSONS Training/Reviewing, WEIGHTS the folder to write into")
  throw TrainingError.usage
}
let pairs =
  try LabelledPair.all(in: arguments[0], listed: arguments[1] + "/first-met.tsv")
  + LabelledPair.lessons(in: arguments[1] + "/Pairs")
let wording = Learner(changePenalty: 3, gainPenalty: 5)
let numbers = Learner(changePenalty: 1, gainPenalty: 2, isTwoWay: true)
let examples = pairs.map(Example.init)

let lessons = try Example.numbers(sentences: arguments[1] + "/numbers.tsv", pairs)
try wording.table(from: examples).write(toFile: arguments[2] + "/wording.tsv", atomically: true, encoding: .utf8)
try numbers.table(from: lessons).write(toFile: arguments[2] + "/numbers.tsv", atomically: true, encoding: .utf8)

var (all, rules) = (Figures(), Figures())
print("set: precision and recall of weakened | of strengthened, by the rules -> by weights learned without the set")
for set in Set(pairs.map(\.set)).sorted() {
  let table = WeightTable(Array(wording.table(from: examples.filter { $0.set != set }).utf8))
  var (figures, before) = (Figures(), Figures())
  for (pair, example) in zip(pairs, examples) where example.set == set {
    let directions = Set(pair.reasons.map(\.direction))
    let found = directions.contains(.weaker) ? -1 : directions.contains(.stronger) ? 1 : 0
    figures.add(example, by: table)
    all.add(example, by: table)
    before.add(pair.label, found: found)
    rules.add(pair.label, found: found)
  }
  print("\(set): \(before.line) -> \(figures.line)")
}
print("all: \(rules.line) -> \(all.line)")
