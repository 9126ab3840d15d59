import Git
import PlanModel
import Testing
import Verification

@Suite("run")
struct RunTests {
  private let check = Condition.Check.run("make lint")
  private let subject = MemorySubject()

  private func evidence(_ runs: [CommandRun], untrusted: Set<String> = []) throws -> Evidence {
    let known = CommandRuns(runs, untrusted: untrusted) { "hash of \($0)" }
    return try Judging.evidence(check, on: subject, Judging.records(runs: known))
  }

  private func run(_ ending: CommandRun.Ending, on tree: Int = 2, command: String = "make lint") -> CommandRun {
    CommandRun(digest: "hash of \(command)", tree: .made(tree), ending: ending, lastLine: "1 warning")
  }

  @Test("it holds when the command ended with status 0 on this content")
  func holds() throws {
    #expect(try evidence([run(.exited(0))]) == .condition(.holds, check, .ran(status: 0, lastLine: nil)))
  }

  @Test("any other ending fails it")
  func fails() throws {
    #expect(try evidence([run(.exited(2))]) == .condition(.fails, check, .ran(status: 2, lastLine: "1 warning")))
    #expect(try evidence([run(.tookTooLong)]) == .condition(.fails, check, .ranTooLong))
    #expect(try evidence([run(.printedTooMuch)]) == .condition(.fails, check, .printedTooMuch))
  }

  @Test("of runs that contradict each other the worse counts")
  func worse() throws {
    #expect(try evidence([run(.exited(0)), run(.exited(1))]).outcome == .fails)
    #expect(try evidence([run(.exited(1)), run(.exited(0))]).outcome == .fails)
  }

  @Test("a run on other content is stale, one of another command is none")
  func others() throws {
    let stale = ConditionFact.resultsOfOtherContent(commit: "")
    #expect(try evidence([run(.exited(0), on: 3)]) == .condition(.stale, check, stale))
    #expect(try evidence([run(.exited(0), command: "true")]) == .condition(.missing, check, .notRun))
    #expect(try evidence([]) == .condition(.missing, check, .notRun))
  }

  @Test("a command that nobody trusts is unproven, and says so before what was known of other content")
  func untrusted() throws {
    let known = try evidence([run(.exited(0), on: 3)], untrusted: ["hash of make lint"])
    #expect(known == .condition(.missing, check, .notTrusted))
  }
}
