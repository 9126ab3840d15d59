extension Scenario {
  /// Reads the text of a file; throws at the first line that is of no kind that the format knows.
  package init(name: String, _ text: String) throws(Unreadable) {
    self = try ScenarioReader.read(text, name: name)
  }
}

/// Reads a scenario from the text of its file.
///
/// Every line has to be one of the kinds that the format knows: a mistyped line is an error, never a comment.
struct ScenarioReader {
  private var scenario: Scenario
  /// The step whose command or expectation is being read.
  private var step: Scenario.Step?
  private var isInCommand = false
  /// Set by the exit status, which ends an expectation.
  private var isComplete = false

  static func read(_ text: String, name: String) throws(Scenario.Unreadable) -> Scenario {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var reader = ScenarioReader(scenario: Scenario(name: name, lines: lines, steps: [], files: []))
    let end = lines.firstIndex { Self.path(ofFile: $0) != nil } ?? lines.count
    for index in 0..<end { try reader.read(lines[index], at: index) }
    reader.endStep()
    try reader.readFiles(from: end)
    try reader.judge()
    return reader.scenario
  }

  private init(scenario: Scenario) { self.scenario = scenario }

  private mutating func read(_ line: String, at index: Int) throws(Scenario.Unreadable) {
    if line.hasPrefix("$ ") {
      endStep()
      step = Scenario.Step(
        command: String(line.dropFirst(2)), output: [], status: 0, line: index + 1, span: index + 1..<index + 1)
      isInCommand = true
    } else if line == ">" || line.hasPrefix("> ") {
      guard isInCommand else { throw unreadable(index, "'>' continues a command, and there is none above it") }
      step?.command += "\n" + line.dropFirst(2)
      step?.span = index + 1..<index + 1
    } else if line == "#" || line.hasPrefix("# ") {
      endStep()
    } else if line.hasPrefix("? ") {
      try readStatus(line.dropFirst(2), at: index)
    } else if line.hasPrefix("  ") || line.isEmpty {
      try readOutput(line, at: index)
    } else {
      throw unreadable(index, "a line begins with '$ ', '> ', '  ', '? ', '# ' or '-- '")
    }
  }

  private mutating func readStatus(_ text: Substring, at index: Int) throws(Scenario.Unreadable) {
    guard step != nil, !isComplete else { throw unreadable(index, "there is no command that ends here") }
    guard let status = Int32(text), (1...255).contains(status) else {
      throw unreadable(index, "an exit status is a number from 1 to 255; 0 is what is expected without one")
    }
    step?.status = status
    extendSpan(over: index)
    isComplete = true
    isInCommand = false
  }

  private mutating func readOutput(_ line: String, at index: Int) throws(Scenario.Unreadable) {
    isInCommand = false
    if line.isEmpty {
      if step != nil, !isComplete { step?.output.append("") }
      return
    }
    guard step != nil, !isComplete else { throw unreadable(index, "there is no command that could print this") }
    step?.output.append(String(line.dropFirst(2)))
    extendSpan(over: index)
  }

  private mutating func extendSpan(over index: Int) {
    if let start = step?.span.lowerBound { step?.span = start..<index + 1 }
  }

  private mutating func endStep() {
    if var done = step {
      while done.output.last == "" { done.output.removeLast() }
      scenario.steps.append(done)
    }
    step = nil
    isInCommand = false
    isComplete = false
  }

  private mutating func readFiles(from start: Int) throws(Scenario.Unreadable) {
    for (index, line) in scenario.lines.enumerated().dropFirst(start) {
      if let path = Self.path(ofFile: line) {
        if scenario.files.contains(where: { $0.path == path }) { throw unreadable(index, "'\(path)' stands twice") }
        scenario.files.append(Scenario.File(path: path, text: ""))
      } else {
        scenario.files[scenario.files.count - 1].text += line + "\n"
      }
    }
  }

  /// A file that tells nothing is no scenario.
  private func judge() throws(Scenario.Unreadable) {
    if scenario.lines.first?.hasPrefix("# ") != true { throw unreadable(0, "say first who wants what: '# …'") }
    if scenario.steps.isEmpty { throw unreadable(0, "there is no command") }
  }

  private func unreadable(_ index: Int, _ reason: String) -> Scenario.Unreadable {
    Scenario.Unreadable(name: scenario.name, line: index + 1, reason: reason)
  }

  /// `-- path --`, as txtar has it: <https://pkg.go.dev/golang.org/x/tools/txtar>.
  private static func path(ofFile line: String) -> String? {
    guard line.hasPrefix("-- "), line.hasSuffix(" --"), line.utf8.count > 6 else { return nil }
    return String(line.dropFirst(3).dropLast(3))
  }
}
