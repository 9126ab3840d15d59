import Git
import PlanModel
import Testing
import Verification

@Suite("Which lines are the story's")
struct StoryLinesTests {
  /// The story's share of a file of which every line is measured and only `covered` were run.
  private func measured(_ subject: MemorySubject, _ path: String = "src/a", covered: Set<Int> = []) throws -> [Int] {
    let lines = Dictionary(uniqueKeysWithValues: (1...50).map { ($0, covered.contains($0)) })
    let report = CoverageReport([CoveredFile(paths: [path], lines: MeasuredLines(lines))])
    let evidence = try Judging.evidence(
      .coverage(of: Glob("src/*"), atLeast: 100), on: subject, Judging.records(coverage: [CoverageResults(report)]))
    guard case .condition(_, .coverage(_, _, let missed, _)) = evidence.fact else { return [] }
    return missed.compactMap { $0.split(separator: ":").last.flatMap { Int($0) } }
  }

  private func numbers(_ numbers: Int...) -> [LineChanges.Line] { numbers.map { .init(number: $0, text: "x") } }

  @Test("lines move with what others put before them, and are gone with what replaced them")
  func carried() throws {
    var subject = MemorySubject(files: ["src/a": "x"])
    subject.commit(Edit("src/a", adds: ["1", "2", "3", "4"]))
    // Since then: two lines before the first, the third replaced by two others, one at the end.
    subject.sinceLastCommit("src/a", LineChanges(added: numbers(1, 2, 5, 6, 8), removed: numbers(3)))
    #expect(try measured(subject) == [3, 4, 7])
  }

  @Test("several commits add up, each seen from where it left the file")
  func severalCommits() throws {
    var subject = MemorySubject(files: ["src/a": "x"])
    subject.commit(Edit("src/a", adds: ["1"]))
    subject.sinceLastCommit("src/a", LineChanges(added: numbers(1)))
    subject.commit(Edit("src/a", adds: ["1"]))
    #expect(try measured(subject) == [1, 2])
  }

  @Test("a file that others renamed is followed, and one that they removed has no lines")
  func renamed() throws {
    var subject = MemorySubject(files: ["src/b": "x"])
    subject.commit(Edit("src/a", adds: ["1"]), Edit("src/gone", adds: ["1"]))
    subject.renames["src/a"] = "src/b"
    subject.keepAsTip("src/b", from: "src/a")
    #expect(try measured(subject, "src/b") == [1])
  }

  @Test("a link and a binary file have no lines")
  func noLines() throws {
    var subject = MemorySubject()
    subject.add("src/a", [], kind: .symbolicLink)
    subject.commit(Edit("src/a", adds: ["1"]))
    subject.keepAsTip("src/a")
    #expect(try measured(subject).isEmpty)
    var other = MemorySubject(files: ["src/a": "x"])
    other.commit(Edit("src/a", adds: ["1"]))
    other.sinceLastCommit("src/a", LineChanges(isBinary: true))
    #expect(try measured(other).isEmpty)
  }

  // MARK: Paths

  /// Whether the report's path is taken for `src/a` of the tree, beside the other paths.
  private func isFound(
    _ path: String, tree: [String] = [], beside others: [String] = [], as file: String = "src/a"
  ) throws -> Bool {
    var subject = MemorySubject(files: [file: "x"])
    for other in tree { subject.add(other, []) }
    subject.commit(Edit(file, adds: ["1"]))
    subject.keepAsTip(file)
    let files = ([path] + others).map { CoveredFile(paths: [$0], lines: MeasuredLines([1: $0 == path])) }
    let evidence = try Judging.evidence(
      .coverage(of: Glob("**"), atLeast: 100), on: subject,
      Judging.records(coverage: [CoverageResults(CoverageReport(files))]))
    return evidence.outcome == .holds
  }

  @Test(
    "a path is found however the tool writes it",
    arguments: ["src/a", "./src/a", "/ci/build/src/a", "C:/ci/src/a", "example.com/mail/src/a", "a", "/src/a"])
  func paths(path: String) throws {
    #expect(try isFound(path))
  }

  @Test("a path that several files end with, or none, is nobody's")
  func ambiguous() throws {
    #expect(try !isFound("a", tree: ["lib/a"]))
    #expect(try isFound("src/a", tree: ["lib/src/a"]))
    #expect(try !isFound("/usr/lib/b"))
    #expect(try !isFound("../src/a"))
    #expect(try !isFound(""))
  }

  @Test("a library's file is not taken for one at the top")
  func library() throws {
    #expect(try !isFound("/usr/lib/a.py", tree: ["src/b", "src/c"], beside: ["/ci/src/b", "/ci/src/c"], as: "a.py"))
    #expect(try isFound("/ci/a.py", tree: ["src/b"], beside: ["/ci/src/b", "/usr/lib/a.py"], as: "a.py"))
  }
}
