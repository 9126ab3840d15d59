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
let outcome = Learning(examples).run()
for line in Report(examples: examples, outcome: outcome).lines(byRepository: true) { print(line) }
if arguments.count > 4 {
  try Data(outcome.weights.bytes).write(to: URL(filePath: arguments[4]))
} else {
  // Without a file to write, what each family of columns adds.
  for family in Family.allCases {
    let outcome = Learning(examples, without: family).run()
    print("without \(family.rawValue)")
    for line in Report(examples: examples, outcome: outcome).lines(byRepository: false) { print("  \(line)") }
  }
}
