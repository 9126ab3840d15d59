import Foundation
import Grounding

// handoff-train-ground INSTANCES.jsonl REPOSITORIES.json SCRATCH [WEIGHTS.bin]: README.md beside this file says what they are.
let arguments = CommandLine.arguments
guard (4...5).contains(arguments.count) else {
  print("usage: handoff-train-ground INSTANCES.jsonl REPOSITORIES.json SCRATCH [WEIGHTS.bin]")
  exit(2)
}
let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", "HOME": arguments[3]]
let collection = try Collection(repositories: arguments[2], scratch: arguments[3], environment: environment)
let examples = try collection.examples(of: try Instance.read(arguments[1]))
guard examples.contains(where: { $0.isGoldUnit.contains(true) }) else {
  print("no instance has a function that was changed")
  exit(1)
}
if arguments.count > 4 {
  let outcome = Learning(examples).run()
  for line in Report(examples: examples, outcome: outcome).lines(byRepository: true) { print(line) }
  try Data(outcome.weights.bytes).write(to: URL(filePath: arguments[4]))
} else {
  // Without a file to write, what each family of columns adds; one member says enough.
  var judge = NetworkTrainer.files
  judge.members = 1
  for family in [nil] + Family.allCases.map(Optional.some) {
    let outcome = Learning(examples, judge, without: family).run()
    print(family.map { "without \($0.rawValue)" } ?? "with all")
    for line in Report(examples: examples, outcome: outcome).lines(byRepository: false) { print("  \(line)") }
  }
}
