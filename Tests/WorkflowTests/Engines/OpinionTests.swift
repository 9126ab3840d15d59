import Foundation
import Git
import PlanModel
import TestKit
import Testing
import Verification
import Workflow

@Suite("What an engine thinks") struct OpinionTests {
  private static let folder = #filePath.components(separatedBy: "/Tests/WorkflowTests/")[0] + "/Tests/Engines"

  static let replies: [EngineTests.Reply] = {
    let text = (try? String(contentsOfFile: folder + "/adversarial-opinions.jsonl", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(EngineTests.Reply.self, from: Data($0.utf8))
    }
  }()

  private static let good = "cat >/dev/null; cat '\(folder)/good-opinions.json'"
  private static let quoted = "  echo \"You get no mails now.\""

  /// A branch whose commits belong to a story with two questions.
  private static func bench() throws -> Bench {
    let criteria =
      Bench.criterion("- changed: src/mute.sh\n- judge: Are the messages plain?")
      + "\n### AC2: It is tested\n\n```verify\n- judge: Is there a test?\n```\n"
    let bench = try Bench(criteria: criteria)
    let mute = "mute() {\n\(quoted)\n"
    try bench.repository.commit(
      "Mute\n\nStory: \(Bench.story)",
      files: ["src/mute.sh": mute + "  echo this line did not stay\n}\n", "src/loud.sh": "loud and clear words\n"])
    try bench.repository.commit("Mend\n\nStory: \(Bench.story)", files: ["src/mute.sh": mute + "}\n"])
    return bench
  }

  private func verify(_ bench: Bench, _ command: String?, record: Bool = false, seconds: Int = 20) throws
    -> VerifyOutcome
  {
    var options = VerifyOptions()
    options.revision = Bench.story
    options.record = record
    if let command {
      var engine = CommandEngine(command)
      engine.seconds = seconds
      options.opinions = OpinionOptions(engine) { request in
        Array("\(request.problems.count) \(request.questions.map(\.ref)) \(request.diff.files.map(\.path))\n".utf8)
      }
    }
    return try bench.workspace().verify(options)
  }

  private func opinions(_ outcome: VerifyOutcome) -> [Opinion] { outcome.stories[0].criteria.flatMap(\.opinions) }

  @Test("of more than fifty replies that break the rules none is shown, and each says why")
  func adversarial() throws {
    #expect(Self.replies.count > 50)
    let bench = try Self.bench()
    let file = bench.repository.scratch + "/reply.json"
    for reply in Self.replies {
      try Data(reply.reply.utf8).write(to: URL(fileURLWithPath: file))
      let outcome = try verify(bench, "cat >/dev/null; cat '\(file)'", record: true)
      #expect(opinions(outcome).isEmpty, "\(reply.name)")
      guard case .refused(3, let problems) = outcome.unadvised.first?.problem else {
        Issue.record("\(reply.name): \(outcome.unadvised)")
        continue
      }
      let kinds = problems.map { "\($0.kind)".prefix { $0 != "(" } }
      #expect(kinds.contains { $0 == reply.expect }, "\(reply.name): \(problems)")
    }
    #expect(opinions(try verify(bench, nil)).isEmpty)
  }

  @Test("an opinion stands beside the criterion with lines of the diff, and changes no verdict")
  func advice() throws {
    let bench = try Self.bench()
    let before = try verify(bench, nil)
    let outcome = try verify(bench, Self.good)
    #expect(outcome.unadvised.isEmpty)
    #expect(opinions(outcome).map(\.view) == [.holds, .unclear])
    let quote = try #require(opinions(outcome).first?.quotes.first)
    #expect(quote == .init(path: "src/mute.sh", line: .init(.added, number: 2, text: Self.quoted)))
    #expect(outcome.stories.map(\.verdict) == [.unproven])
    #expect(outcome.stories[0].criteria.map(\.verdict) == before.stories[0].criteria.map(\.verdict))
    #expect(outcome.stories[0].criteria.map(\.evidence) == before.stories[0].criteria.map(\.evidence))
    #expect(outcome.judgement == before.judgement)
  }

  @Test("without being asked to, nothing asks the engine that is configured; no hook does")
  func unasked() throws {
    let bench = try Self.bench()
    let mark = bench.repository.scratch + "/asked"
    try bench.repository.git("config", "handoff.engine.command", "touch '\(mark)'")
    _ = try verify(bench, nil, record: true)
    _ = try bench.verify()
    #expect(!FileManager.default.fileExists(atPath: mark))
    _ = try verify(bench, try bench.workspace().configuredEngine().command)
    #expect(FileManager.default.fileExists(atPath: mark))
  }

  @Test("the engine is sent the story's own lines, and told what was wrong with its reply")
  func repair() throws {
    let bench = try Self.bench()
    let log = bench.repository.scratch + "/log"
    let command =
      "read line; echo \"$line\" >>'\(log)'; case $line in 0*) echo '{}';; *) cat '\(Self.folder)/good-opinions.json';; esac"
    #expect(opinions(try verify(bench, command)).count == 2)
    let asked = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
    #expect(asked.count == 2)
    #expect(asked.first == "0 [\"AC1.1\", \"AC2.1\"] [\"src/app.sh\", \"src/loud.sh\", \"src/mute.sh\"]")
  }

  @Test("an engine that fails, says too much or takes too long fails no verdict")
  func limits() throws {
    let bench = try Self.bench()
    func problem(_ command: String, seconds: Int = 20) throws -> EngineProblem? {
      try verify(bench, command, seconds: seconds).unadvised.first?.problem
    }
    #expect(try problem("cat >/dev/null; head -c 10485760 /dev/zero") == .tooMuchOutput(limit: 1 << 20))
    #expect(try problem("sleep 30", seconds: 1) == .timedOut(seconds: 1))
    #expect(try problem("cat >/dev/null; echo no key >&2; exit 3") == .failed(status: 3, complaint: "no key"))
  }

  @Test("what was recorded is shown for the same content and the same question alone")
  func recorded() throws {
    let bench = try Self.bench()
    _ = try verify(bench, Self.good, record: true)
    let later = opinions(try verify(bench, nil))
    #expect(later.map(\.view) == [.holds, .unclear] && later.allSatisfy(\.isRecorded))
    #expect(later.first?.quotes.first?.line.text == Self.quoted)
    try bench.repository.commit("More\n\nStory: \(Bench.story)", files: ["src/more.sh": "more\n"])
    #expect(opinions(try verify(bench, nil)).isEmpty)
  }

  @Test("a note that quotes what is not in the diff is not shown, and its line is kept")
  func forged() throws {
    let bench = try Self.bench()
    _ = try verify(bench, Self.good, record: true)
    let note = try bench.repository.git("notes", "--ref=handoff", "show", "HEAD")
    let forged = note.replacing("no mails", with: "all mails")
    #expect(forged != note)
    try bench.repository.git("notes", "--ref=handoff", "add", "--force", "-m", forged, "HEAD")
    let tree = try bench.repository.git("rev-parse", "HEAD^{tree}").trimmingCharacters(in: .whitespacesAndNewlines)
    try bench.repository.git("notes", "--ref=handoff", "remove", tree)
    let outcome = try verify(bench, nil)
    #expect(opinions(outcome).map(\.view) == [.unclear])
    #expect(CommitRecord(forged).text.contains("all mails"))
  }
}
