import FileSystem
import Foundation
import Intake
import PlanFiles
import PlanModel
import TestKit
import Testing
import Workflow

/// What becomes of inputs: new sources, known ones, and conversations that have gone on.
@Suite struct IntakeVerbTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private static let chat = """
    [2024-05-01 10:32] Dana: The export fails for large files.
    [2024-05-01 10:33] Sam: Which format do you export to?
    [2024-05-01 10:34] Dana: It is CSV, with about 90,000 rows in it.

    """

  private func file(_ text: String, _ name: String = "chat.txt") throws -> String {
    let url = URL(fileURLWithPath: bench.repository.scratch + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  private func intake(
    _ text: String, name: String = "chat.txt", _ change: (inout IntakeOptions) -> Void = { _ in }
  ) throws -> IntakeOutcome {
    var options = IntakeOptions(.path(try file(text, name)))
    change(&options)
    let outcomes = try bench.workspace().intake(options).outcomes
    #expect(outcomes.count == 1)
    return try #require(outcomes.first)
  }

  private func files() throws -> [String] {
    let top = bench.repository.path + "/.handoff/sources"
    return (try? FileManager.default.subpathsOfDirectory(atPath: top))?.sorted() ?? []
  }

  @Test("the same few words of another day are another conversation") func otherDay() throws {
    let first = try intake(Self.chat)
    let again = try intake(Self.chat.replacing("2024-05-01", with: "2024-06-01"), name: "june.txt")
    #expect(again.act == .new && again.source.id != first.source.id)
    #expect(again.like?.id == first.source.id)
    let other = try intake(Self.chat + "\n", name: "copy.txt")
    #expect(other.act == .known && other.isRepetition)
  }

  @Test("where addresses are replaced, it is kept who answers, by a role or the address of a desk")
  func redactedRoles() throws {
    let mail = """
      From: Ann Lee <ann@lee.example>
      To: Support <support@acme.example>, Mia <mia@acme.example>
      Date: Tue, 3 Nov 2026 09:12:00 +0000
      Subject: Re: Double invoices

      They still come twice.

      On Mon, 2 Nov 2026 at 16:05, Mia Berg <mia@acme.example> wrote:
      > Please clear the cache.

      """
    try bench.repository.write(
      ".handoff/handoff.yml", "version: 1\nredact: [email]\nroles: {support: [mia@acme.example]}\n")
    let people = try intake(mail, name: "a.eml").source.people
    #expect(people.map(\.name) == ["Ann Lee", "Support", "Mia Berg"])
    #expect(people.map(\.role) == [nil, .agent, .agent])
    #expect(people.allSatisfy { $0.address?.hasPrefix("[email-") == true })
  }

  @Test("the same bytes add nothing") func known() throws {
    let first = try intake(Self.chat)
    let before = try files()
    let second = try intake(Self.chat, name: "other.md")
    #expect(first.act == .new)
    #expect(second.act == .known)
    #expect(second.source.id == first.source.id)
    #expect(try files() == before)
  }

  @Test("a conversation that has gone on keeps its lines, and what is new stands below them") func continued() throws {
    let first = try intake(Self.chat)
    let more = "[2024-05-01 11:00] Sam: We could reproduce the failure here.\n"
    let second = try intake(Self.chat + more)
    #expect(second.act == .continued(added: 1))
    #expect(second.source.id == first.source.id)
    let read = try bench.workspace().source(first.source.id)
    #expect(read.statements.prefix(3).map(\.text) == first.source.statements.map(\.text))
    #expect(read.statements.last?.text == "We could reproduce the failure here.")
    #expect(read.statements.map(\.turn) == [1, 2, 3, 4])
    #expect(read.revisions.map(\.first) == [1, 4])
    #expect(read.revisions.map(\.original) == ["original.txt", "revision-2.txt"])
    #expect(try bench.workspace().check().findings.filter { $0.path.contains("/sources/") } == [])
    #expect(try intake(Self.chat).act == .known, "an earlier revision is known as well")
    #expect(try intake(Self.chat + more).act == .known)
  }

  @Test("what is said again a week later in the same conversation is said again") func again() throws {
    let message = { (second: Int, text: String) in
      #"{"type":"message","user":"U1","ts":"\#(second).000001","text":"\#(text)","channel":"C123","user_profile":{"real_name":"Ann Oto"}}"#
    }
    let first = [
      message(1_762_336_800, "The export deletes my invoices again."), message(1_762_336_900, "Please call me."),
    ]
    let later = [
      message(1_762_941_600, "The export deletes my invoices again."),
      message(1_762_941_700, "November is lost as well."),
      message(1_762_941_800, "Please call me."),
    ]
    let taken = try intake("[\(first.joined(separator: ","))]", name: "w1.json")
    let second = try intake("[\(later.joined(separator: ","))]", name: "w2.json")
    #expect(second.act == .continued(added: 3) && second.source.id == taken.source.id)
    let whole = try intake("[\((first + later).joined(separator: ","))]", name: "w3.json")
    #expect(try bench.workspace().source(taken.source.id).statements.count == 5, "\(whole.act)")
  }

  @Test("both revisions are held against their originals") func revisionsAreChecked() throws {
    let source = try intake(Self.chat).source
    _ = try intake(Self.chat + "[2024-05-01 11:00] Sam: We could reproduce the failure here.\n")
    let table = bench.repository.path + "/\(source.folder)/statements.tsv"
    var text = try String(contentsOfFile: table, encoding: .utf8)
    text = text.replacingOccurrences(of: "reproduce", with: "mend")
    try text.write(toFile: table, atomically: true, encoding: .utf8)
    let findings = try bench.workspace().check().findings.filter { $0.path.contains("/sources/") }
    #expect(findings.map(\.rule) == [.inventedStatement])
    #expect(findings.first?.line == 4)
    try "x".write(
      toFile: bench.repository.path + "/\(source.folder)/revision-2.txt", atomically: true, encoding: .utf8)
    let changed = try bench.workspace().check().findings.filter { $0.path.contains("/sources/") }
    #expect(changed.map(\.rule) == [.changedSource])
  }

  @Test("an edited text is another source, unless the user says what it goes on with") func edited() throws {
    let first = try intake(Self.chat)
    let edited = Self.chat.replacingOccurrences(of: "large", with: "big")
    let second = try intake(edited)
    #expect(second.act == .new)
    let like = try #require(second.like)
    #expect(like.id == first.source.id && like.shared == 2 && like.statements == 3)
    #expect(try intake("[2024-06-01 11:00] Sam: Something else.\n").like == nil)
    let updated = try intake(edited + "\n") { $0.updated = first.source.id.description }
    #expect(updated.act == .continued(added: 1))
    #expect(updated.source.id == first.source.id)
  }

  @Test("what an author edited out of an issue is told, and what was set aside is not") func editedOut()
    throws
  {
    func issue(_ body: String, _ comments: String = "") -> String {
      #"{"number":7,"title":"Empty ranges","body":"\#(body)","author":{"login":"kim"},"comments":[\#(comments)],"#
        + #""url":"https://github.com/acme/api/issues/7","createdAt":"2025-03-04T07:11:00Z"}"#
    }
    let wanted = "A 400 with a message would help us.\\n\\nThanks!\\n\\nThe same twice."
    let first = try intake(issue(wanted))
    #expect(first.gone == [])
    let line = try #require(first.source.statements.firstIndex { $0.text.hasPrefix("A 400") }) + 1
    let edited = try intake(issue("A 422 with a message would help us.\\n\\nThe same twice."))
    #expect(edited.act == .continued(added: 1) && edited.gone == [line, line + 1])
    // Nothing is new, and more is gone.
    let less = try intake(issue("A 422 with a message would help us."))
    #expect(less.act == .known && less.gone == [line, line + 1, line + 2])
    _ = try bench.workspace().setAside("\(first.source.id)#L\(line)", why: "taken back")
    #expect(try intake(issue("A 422 with a message would help us, please.")).gone == [line + 1, line + 2, line + 3])
  }

  @Test("a secret in what was taken in is told with its line, unless it was replaced") func secret() throws {
    let key = "AKIA" + "J7Q2M4X9B3D5F6H8"
    let chat = Self.chat + "[2024-05-01 11:00] Sam: Use the key \(key) for now.\n"
    let outcome = try intake(chat)
    #expect(outcome.privacy.map(\.rule) == [.secret])
    #expect(outcome.privacy.map(\.line) == [4])
    let more = try intake(chat + "[2024-05-01 12:00] Sam: Nothing more.\n")
    #expect(more.act == .continued(added: 1) && more.privacy == [])
    try bench.repository.write(Policy.file, "version: 1\nredact: [secret]\n")
    let replaced = try intake(chat.replacing("for now", with: "today")) { $0.isSeparate = true }
    #expect(replaced.privacy == [] && replaced.source.redactions.map(\.count) == [1])
  }

  @Test("what looks like an update is a source of its own when the user says so") func separate() throws {
    _ = try intake(Self.chat)
    let second = try intake(Self.chat + "[2024-05-01 11:00] Sam: We could.\n") { $0.isSeparate = true }
    #expect(second.act == .new)
  }

  @Test("a folder's files are taken in one by one, and what is refused is said") func folder() throws {
    _ = try file(Self.chat, "in/chat.txt")
    _ = try file("", "in/empty.txt")
    _ = try file("# Brief\n\nThe export has to bear large files.\n", "in/deep/brief.md")
    _ = try file("hidden", "in/.hidden")
    let report = try bench.workspace().intake(IntakeOptions(.path(bench.repository.scratch + "/in")))
    #expect(report.outcomes.map(\.source.format).sorted { $0.rawValue < $1.rawValue } == [.markdown, .text])
    #expect(report.refused.count == 1)
    #expect(report.refused.first?.name.hasSuffix("in/empty.txt") == true)
  }

  @Test("a folder with nothing to read is refused") func emptyFolder() throws {
    _ = try file("hidden", "in/.hidden")
    let path = bench.repository.scratch + "/in"
    let reason = try bench.failure { _ = try $0.intake(IntakeOptions(.path(path))) }
    #expect(reason == .intake(.nothingSaid, input: path))
  }

  private static let mail = """
    From: Kim Lee <kim@example.com>
    To: help@example.com
    Subject: Call me
    Message-ID: <1.kim@example.com>

    Call me at +49 30 1234567 or write to KIM@example.com, customer CN-123456.
    My colleague is lee@example.com.

    """

  @Test("with redaction on, only the redacted words are stored, and the true original is still known")
  func redaction() throws {
    let bench = try Bench(
      settings: "redact:\n  - email\n  - phone\n  - name: customer\n    pattern: \"CN-[0-9]{6}\"\n")
    let file = URL(fileURLWithPath: bench.repository.scratch + "/mail.eml")
    try Data(Self.mail.utf8).write(to: file)
    let report = try bench.workspace().intake(IntakeOptions(.path(file.path)))
    let source = try #require(report.outcomes.first).source
    #expect(source.statements.map(\.text).contains("My colleague is [email-2]."))
    #expect(
      source.statements.map(\.text).contains(
        "Call me at [phone-1] or write to [email-1], customer [customer-1]."))
    #expect(source.people.map(\.address) == ["[email-1]", "[email-3]"])
    #expect(source.redactions.map(\.kind) == ["customer", "email", "phone"])
    #expect(source.redactions.map(\.count) == [1, 3, 1])
    #expect(source.revisions.first?.original == nil)
    let folder = bench.repository.path + "/\(source.folder)"
    let stored = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(stored == ["source.yml", "statements.tsv", "words.txt"])
    for name in stored {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      #expect(!text.lowercased().contains("kim@") && !text.contains("1234567") && !text.contains("CN-1"), "\(name)")
    }
    #expect(try bench.workspace().check().findings.filter { $0.path.contains("/sources/") } == [])
    #expect(try bench.workspace().intake(IntakeOptions(.path(file.path))).outcomes.first?.act == .known)
  }

  @Test("an original in which nothing is found is kept, also with redaction on") func nothingToRedact() throws {
    let bench = try Bench(settings: "redact: [email]\n")
    try bench.repository.write("a.txt", "Please stop the mails.\n")
    let source = try #require(try bench.workspace().intake(IntakeOptions(.path("a.txt"))).outcomes.first).source
    #expect(source.revisions.first?.original == "original.txt")
    #expect(source.revisions.first?.words == nil)
  }

  @Test("a policy that cannot be read lets nothing in", arguments: ["[emial]", "[{name: x, pattern: \"(\"}]"])
  func brokenPolicy(_ redact: String) throws {
    let bench = try Bench(settings: "redact: \(redact)\n")
    try bench.repository.write("a.txt", "Mail me at kim@example.com.\n")
    #expect(throws: Failure.self) { try bench.workspace().intake(IntakeOptions(.path("a.txt"))) }
    #expect(!FileSystem.exists(bench.repository.path + "/.handoff/sources"))
  }

  @Test("statements are set aside with a reason, once") func setAside() throws {
    let source = try intake(Self.chat).source
    let outcome = try bench.workspace().setAside("\(source.id)#L1-L2", why: "settled  elsewhere")
    #expect(outcome.statements.count == 2)
    #expect(!outcome.wasThere)
    #expect(try bench.workspace().setAside("\(source.id)#l2", why: "again").wasThere)
    let read = try bench.workspace().source(source.id)
    #expect(read.setAside == [LedgerEntry(lines: LineRange(1...2), why: "settled elsewhere")])
  }

  @Test("what cannot be set aside is refused", arguments: ["", "#L1", "#L4", "#L0", "#L2-L1", "#x"])
  func setAsideRefused(_ suffix: String) throws {
    let source = try intake(Self.chat).source
    let before = try bench.workspace().source(source.id)
    #expect(throws: Failure.self) {
      try bench.workspace().setAside(suffix == "#L1" ? "so-00000000#L1" : "\(source.id)\(suffix)", why: "x")
    }
    #expect(throws: Failure.self) { try bench.workspace().setAside("\(source.id)#L1", why: "  ") }
    #expect(try bench.workspace().source(source.id).setAside == before.setAside)
  }
}
