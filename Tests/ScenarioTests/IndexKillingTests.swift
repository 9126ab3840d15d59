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
    let clock = ContinuousClock()
    try FileManager.default.removeItem(atPath: repository.path + "/.git/handoff")
    let whole = try clock.measure { _ = try repository.run(program, ["index"]) }
    let microseconds = Int(whole.components.seconds) * 1_000_000 + Int(whole.components.attoseconds / 1_000_000_000_000)
    var interrupted = 0
    var round = 0
    // On a busy machine runs end at other times than the one that was measured: more of them are killed then.
    while round < 40 || interrupted <= 10 && round < 200 {
      defer { round += 1 }
      if round % 4 == 0 { try? FileManager.default.removeItem(atPath: repository.path + "/.git/handoff") }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = round % 5 == 4 ? ["index", "--rebuild"] : ["index"]
      process.environment = repository.environment
      process.currentDirectoryURL = URL(fileURLWithPath: repository.path)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(Int.random(in: 0...microseconds)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { interrupted += 1 }
      #expect(try Self.answer(repository, program) == right, "round \(round)")
    }
    #expect(interrupted > 10, "only \(interrupted) of \(round) were killed before they ended")
  }

  /// What `index` says, without the size of its file.
  private static func answer(_ repository: TemporaryRepository, _ program: String) throws -> String {
    let outcome = try repository.run(program, ["index", "--json"])
    #expect(outcome.status == 0, "\(outcome.stderr)")
    return outcome.stdout.replacing(#/"bytes":[0-9]+/#, with: "")
  }
}
