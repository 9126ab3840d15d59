import Foundation
import Grounding

// handoff-train-ground INSTANCES.jsonl REPOSITORIES.json SCRATCH WEIGHTS.bin: README.md beside this file says what they are.
let arguments = CommandLine.arguments
guard arguments.count == 5 else {
  print("usage: handoff-train-ground INSTANCES.jsonl REPOSITORIES.json SCRATCH WEIGHTS.bin")
  exit(2)
}
let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin", "HOME": arguments[3]]
let collection = try Collection(repositories: arguments[2], scratch: arguments[3], environment: environment)
let examples = try collection.examples(of: try Instance.read(arguments[1]))
let learned = Learning(examples: examples).run()
for set in ["lite", "verified", ""] {
  var byWords = Measures()
  var files = Measures()
  var symbols = Measures()
  for (index, example) in examples.enumerated() where set.isEmpty || example.instance.sets.contains(set) {
    let lexical = example.record.rows.map { $0[Column.lexical.rawValue] }
    byWords.add(ranked(example, lexical), right: example.instance.files)
    files.add(ranked(example, learned.files[index]), right: example.instance.files)
    if !example.instance.symbols.isEmpty {
      symbols.add(learned.symbols[index].ranked, right: example.instance.symbols)
    }
  }
  print("\(set.isEmpty ? "all" : set): words \(byWords.line); files \(files.line); functions \(symbols.line)")
}
try Data(learned.weights.bytes).write(to: URL(filePath: arguments[4]))

func ranked(_ example: Example, _ scores: [Double]) -> [String] {
  scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.map { example.record.paths[$0] }
}
