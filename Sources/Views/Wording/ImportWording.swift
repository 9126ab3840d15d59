import Workflow

/// Why nothing can be imported, in words.
enum ImportWording {
  static func words(_ problem: ImportProblem) -> (String, hint: String?) {
    switch problem {
    case .nothingRecognised(let path):
      (
        "\(path): nothing there is of a tool that import reads",
        "name it with --from, or take it in as what somebody said: git handoff intake \(path)"
      )
    case .severalTools(let path, let counts):
      (
        "\(path) holds files of \(Phrase.list(counts.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }))",
        "say which: git handoff import --from <tool> \(path)"
      )
    case .nothingOfTool(let tool, let path): ("\(path): nothing there is of \(tool)", nil)
    case .tooMuch(let path):
      ("\(path.isEmpty ? "the folder" : path) holds more than import reads at once", "name the tool's own folder")
    }
  }
}
