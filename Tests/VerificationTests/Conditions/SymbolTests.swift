import PlanModel
import Testing
import Verification

@Suite("symbol")
struct SymbolTests {
  private static let name = "UserSettings"
  private let present = Condition.Check.symbol(name: name, in: Glob("src/**"), .present)
  private let changed = Condition.Check.symbol(name: name, in: Glob("src/**"), .changed)
  private let gone = Condition.Check.symbol(name: name, in: Glob("src/**"), .gone)

  @Test("it holds where a file of the glob defines the name, and fails where none does")
  func isPresent() throws {
    var subject = MemorySubject(files: ["src/other.swift": ""])
    subject.commit(Edit("src/other.swift"))
    #expect(try Judging.evidence(present, on: subject) == .condition(.fails, present, .noSymbol(searched: 1)))
    subject.add("src/a.swift", defining: Self.name, as: "x")
    #expect(
      try Judging.evidence(present, on: subject) == .condition(.holds, present, .symbol(path: "src/a.swift", line: 1)))
  }

  @Test("a definition outside of the glob does not count")
  func glob() throws {
    var subject = MemorySubject(files: ["src/other.swift": ""])
    subject.commit(Edit("lib/a.swift"))
    subject.add("lib/a.swift", defining: Self.name, as: "x")
    #expect(try Judging.evidence(present, on: subject) == .condition(.fails, present, .noSymbol(searched: 1)))
    #expect(try Judging.evidence(gone, on: subject).outcome == .holds)
  }

  @Test("a glob that matches no file says so")
  func noFile() throws {
    var subject = MemorySubject()
    subject.commit(Edit("lib/a.swift"))
    #expect(try Judging.evidence(present, on: subject) == .condition(.fails, present, .noFile))
  }

  @Test("what nobody can read here is unproven, never unmet, unless another file decides it", arguments: [true, false])
  func unreadable(isDefinedElsewhere: Bool) throws {
    var subject = MemorySubject(files: ["src/a.rb": ""])
    subject.unreadable = ["src/a.rb"]
    subject.change("src/a.rb", Self.name, from: nil, to: nil)
    if isDefinedElsewhere { subject.add("src/b.swift", defining: Self.name, as: "x") }
    let fact = ConditionFact.unreadableSymbols(["src/a.rb"], count: 1)
    #expect(
      try Judging.evidence(present, on: subject)
        == .condition(
          isDefinedElsewhere ? .holds : .missing, present,
          isDefinedElsewhere ? .symbol(path: "src/b.swift", line: 1) : fact))
    #expect(try Judging.evidence(gone, on: subject).outcome == (isDefinedElsewhere ? .fails : .missing))
    #expect(try Judging.evidence(changed, on: subject) == .condition(.missing, changed, fact))
  }

  @Test("it changed when a commit of the story gives its definition another text")
  func isChanged() throws {
    var subject = MemorySubject()
    subject.change("src/a.swift", Self.name, from: "old", to: "new")
    #expect(
      try Judging.evidence(changed, on: subject) == .condition(.holds, changed, .symbol(path: "src/a.swift", line: 1)))
  }

  @Test("a new definition is a change")
  func added() throws {
    var subject = MemorySubject()
    subject.change("src/a.swift", Self.name, from: nil, to: "new")
    #expect(try Judging.evidence(changed, on: subject).outcome == .holds)
  }

  @Test("a file that is changed elsewhere does not change it")
  func sameText() throws {
    var subject = MemorySubject()
    subject.change("src/a.swift", Self.name, from: "same", to: "same")
    let fact = ConditionFact.symbolUnchanged(path: "src/a.swift", line: 1)
    #expect(try Judging.evidence(changed, on: subject) == .condition(.fails, changed, fact))
  }

  @Test("a change that a later commit undoes is none")
  func undone() throws {
    var subject = MemorySubject()
    subject.change("src/a.swift", Self.name, from: "old", to: "new")
    subject.change("src/a.swift", Self.name, from: "new", to: "old")
    #expect(try Judging.evidence(changed, on: subject).outcome == .fails)
  }

  @Test("a change by somebody else is none of the story's")
  func byOthers() throws {
    var subject = MemorySubject()
    subject.change("src/a.swift", Self.name, from: "old", to: "old")
    subject.entries = []
    subject.add("src/a.swift", defining: Self.name, as: "by others")
    #expect(try Judging.evidence(changed, on: subject).outcome == .fails)
  }

  @Test("it is gone when no file defines it, and not when it never was there")
  func isGone() throws {
    var subject = MemorySubject()
    subject.change("src/a.swift", Self.name, from: "old", to: nil)
    let evidence = try Judging.evidence(gone, on: subject)
    #expect(evidence == .condition(.holds, gone, .noSymbol(searched: 1)))
    subject.symbols = [:]
    #expect(try Judging.evidence(gone, on: subject).heldBefore)
  }

  @Test("without a commit for the story nothing is known of changes")
  func noCommits() throws {
    var subject = MemorySubject()
    subject.add("src/a.swift", defining: Self.name, as: "x")
    #expect(try Judging.evidence(changed, on: subject) == .condition(.missing, changed, .noCommits))
  }
}
