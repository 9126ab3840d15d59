import TestKit
import Testing

/// The stories of Tests/Scenarios, played with real git and the built program.
@Suite("Scenarios") struct ScenarioTests {
  @Test("a scenario goes as it is told", arguments: try ScenarioFile.all(in: Checkout.scenarios).scenarios)
  func scenario(_ file: ScenarioFile) throws {
    try file.play(project: Checkout.top)
  }

  @Test("every file of the folder is a scenario, named in lower case with hyphens")
  func folder() throws {
    let (scenarios, strays) = try ScenarioFile.all(in: Checkout.scenarios)
    #expect(!scenarios.isEmpty)
    #expect(strays.isEmpty)
  }
}

/// Where these tests were built from.
enum Checkout {
  /// The top of the work tree, absolute.
  static let top = folder(above: #filePath, 3)
  static let scenarios = top + "/Tests/Scenarios"

  private static func folder(above path: String, _ levels: Int) -> String {
    path.split(separator: "/").dropLast(levels).reduce(into: "") { $0 += "/" + $1 }
  }
}
