import Foundation
import TestKit
import Testing

/// The index may be killed at any instant, by itself or beside another one: what is answered afterwards is right.
@Suite("Killing the index", .serialized) struct IndexKillingTests {
  @Test("an index that was killed on its way is finished by the next run, and is as one that was not")
  func killed() throws {
    let repository = try TemporaryRepository()
    for number in 0..<400 {
      try repository.write("src/f\(number).py", "class C\(number):\n  def m\(number)(self): return word\(number % 9)\n")
    }
    try repository.commit("Begin")
    let program = try BuiltProducts.path(of: "git-handoff")
    let right = try Self.answer(repository, program)
    try FileManager.default.removeItem(atPath: repository.path + "/.git/handoff")
    let whole = try ContinuousClock().measure { _ = try repository.run(program, ["index"]) }
    // A run that builds the index and one that finds it built end at other times.
    var (building, looking) = (KillingDelay(seconds: whole / .seconds(1)), KillingDelay(seconds: whole / .seconds(1)))
    var random = SystemRandomNumberGenerator()
    var round = 0
    while round < 40 || building.interrupted <= 10 && round < 200 {
      defer { round += 1 }
      let rebuilds = round % 5 == 4
      let isThere = round % 4 != 0
      if !isThere { try? FileManager.default.removeItem(atPath: repository.path + "/.git/handoff") }
      let arguments = rebuilds ? ["index", "--rebuild"] : ["index"]
      if rebuilds || !isThere {
        let delay = building.next(using: &random)
        building.note(wasInterrupted: try repository.kill(program, arguments, after: delay))
      } else {
        let delay = looking.next(using: &random)
        looking.note(wasInterrupted: try repository.kill(program, arguments, after: delay))
      }
      #expect(try Self.answer(repository, program) == right, "round \(round)")
    }
    #expect(building.interrupted > 10, "only \(building.interrupted) of \(round) were killed before they ended")
  }

  /// What `index` says, without the size of its file.
  private static func answer(_ repository: TemporaryRepository, _ program: String) throws -> String {
    let outcome = try repository.run(program, ["index", "--json"])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return outcome.stdout.replacing(#/"bytes":[0-9]+/#, with: "")
  }
}
