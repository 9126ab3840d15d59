import Foundation

/// A scenario on disk.
package struct ScenarioFile: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Absolute.
  package let path: String

  package init(path: String) { self.path = path }

  /// The file's name without its extension.
  package var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

  package var description: String { name }

  package static func < (left: Self, right: Self) -> Bool { left.path < right.path }

  /// Rewriting was asked for: the run fails whatever it finds, so that no rewritten file passes unread.
  package struct Rewritten: Error, CustomStringConvertible {
    package let description: String
  }

  /// The scenarios of `folder`, in the order of their names, and all else that stands there but should not.
  package static func all(in folder: String) throws -> (scenarios: [ScenarioFile], strays: [String]) {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let scenarios = names.filter { $0.wholeMatch(of: /[a-z0-9]+(?:-[a-z0-9]+)*\.txt/) != nil }
    let strays = names.filter { !scenarios.contains($0) && $0 != "README.md" }
    return (scenarios.map { ScenarioFile(path: folder + "/" + $0) }, strays)
  }

  package func read() throws -> Scenario {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return try Scenario(name: name, text)
  }

  /// Plays the scenario, or rewrites its expectations where HANDOFF_UPDATE_SCENARIOS is set.
  ///
  /// The program is the one that was built with the tests, or the one that HANDOFF_BINARY names.
  package func play(project: String) throws {
    let environment = ProcessInfo.processInfo.environment
    let program = try environment["HANDOFF_BINARY"] ?? BuiltProducts.path(of: "git-handoff")
    guard try RewritingSwitch.isOn("HANDOFF_UPDATE_SCENARIOS", environment) else {
      try ScenarioRun.play(read(), project: project, program: program)
      return
    }
    let scenario = try read()
    let rewritten = try ScenarioRun.rewrite(scenario, project: project, program: program).rewritten
    let isChanged = rewritten != scenario.lines.joined(separator: "\n") + "\n"
    if isChanged { try Data(rewritten.utf8).write(to: URL(fileURLWithPath: path)) }
    throw Rewritten(description: "\(name).txt \(isChanged ? "was rewritten: read the difference" : "is as it was")")
  }
}
