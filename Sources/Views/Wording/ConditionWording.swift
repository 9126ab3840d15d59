package import PlanModel

/// Conditions as a `verify` block states them, and what was found of them, in words.
package enum ConditionWording {
  /// One line, in the order of the block: keyword, then what it looks for.
  package static func words(_ check: Condition.Check) -> String {
    switch check {
    case .changed(let glob): "changed: \(glob)"
    case .unchanged(let glob): "unchanged: \(glob)"
    case .exists(let glob): "exists: \(glob)"
    case .missing(let glob): "missing: \(glob)"
    case .contains(let glob, let pattern): "contains: \(words(pattern)) in \(glob)"
    case .lacks(let glob, let pattern): "lacks: \(words(pattern)) in \(glob)"
    case .adds(let glob, let pattern): "adds: \(words(pattern)) in \(glob)"
    case .removes(let glob, let pattern): "removes: \(words(pattern)) in \(glob)"
    case .symbol(let name, let glob, let state): "symbol: \(name) in \(glob), \(state.rawValue)"
    case .test(let pattern): "test: \(pattern)"
    case .coverage(let glob, let percent): "coverage: \(words(percent))% of \(glob)"
    case .run(let command): "run: \(command)"
    case .signOff(let role): "sign-off: \(role)"
    case .judge(let prompt): "judge: \(prompt)"
    }
  }

  /// Without a fraction where it has none.
  private static func words(_ percent: Double) -> String {
    Int(exactly: percent).map { "\($0)" } ?? "\(percent)"
  }

  private static func words(_ pattern: TextPattern) -> String {
    switch pattern {
    case .text(let text): "\"\(text)\""
    case .regex(let regex): "/\(regex)/"
    }
  }
}

/// Evidence in a sentence that a support person can read.
package enum EvidenceWording {
  /// The sentence, without its outcome.
  package static func words(_ evidence: Evidence) -> String {
    let words = self.words(evidence.fact, evidence)
    let comma = evidence.namesSeveralPaths ? "; a comma is part of the path: write a condition for each path" : ""
    let before = evidence.heldBefore ? " (held already before this story: proves nothing about it)" : ""
    return words + comma + before
  }

  private static func words(_ fact: Evidence.Fact, _ evidence: Evidence) -> String {
    switch fact {
    case .noConditions: "nothing says how to prove this: add a verify block, or have somebody accept it"
    case .condition(.signOff, let fact): words(fact, evidence.outcome)
    case .condition(.judge(let prompt), _) where evidence.outcome == .missing:
      "judge: \(prompt) — an opinion proves nothing; a sign-off asks a person"
    case .condition(.unchanged(let glob), .noFile) where evidence.outcome == .holds:
      "\(ConditionWording.words(.unchanged(glob))) — no file matches, so nothing is guarded: it proves nothing about this story"
    case .condition(.unchanged(let glob), .files([], _)) where evidence.outcome == .holds:
      "\(ConditionWording.words(.unchanged(glob))) — no commit of the story touches it, as it should be"
    case .condition(let check, .noFile) where check.isAboutChanges:
      "\(ConditionWording.words(check)) — no commit of the story changes one"
    case .condition(.unchanged(let glob), .files(let paths, let count)) where evidence.outcome == .fails:
      "\(ConditionWording.words(.unchanged(glob))) — commits of the story change \(files(paths, count))"
    // A glob that is the path itself says it already.
    case .condition(let check, .files(let paths, count: 1))
    where ConditionWording.words(check).hasSuffix(": \(paths.first ?? "")"):
      ConditionWording.words(check)
    case .condition(let check, let fact): "\(ConditionWording.words(check)) — \(words(fact, evidence.outcome))"
    case .signOff(let signOff, let fact): words(signOff, fact)
    }
  }

  private static func words(_ fact: ConditionFact, _ outcome: Evidence.Outcome) -> String {
    switch fact {
    case .files(let paths, let count): files(paths, count)
    case .line(let path, let number, let text): "\(path):\(number): \(text)"
    case .noFile: outcome == .holds ? "no such file, as it should be" : "no file matches"
    case .noMatch(searched: 0): "the files that match hold no text"
    case .noMatch(let searched):
      "\(outcome == .holds ? "not found, as it should be," : "not found") in \(Phrase.count(searched, "file"))"
    case .filesTooLarge(let paths, let count, let limit):
      "\(files(paths, count)) \(count == 1 ? "is" : "are") larger than \(Phrase.size(limit)), and so not searched"
    case .symbol(let path, let line): outcome == .fails ? "it is still at \(path):\(line)" : "\(path):\(line)"
    case .noSymbol(let searched):
      "no file defines it"
        + (outcome == .holds ? ", as it should be" : " (\(Phrase.count(searched, "file")) of code looked at)")
    case .symbolUnchanged(let path, let line): "what \(path):\(line) defines is as it was before this story"
    case .unreadableSymbols(let paths, let count):
      "what \(files(paths, count)) \(count == 1 ? "defines" : "define") cannot be told here: it takes universal-ctags, and a file of less than 1 MiB"
    case .noCommits: "no commit of this story changes more than the plan yet"
    case .commitsBeyondBorder:
      "cannot be told: commits of this story may lie beyond the border of this shallow clone; git fetch --unshallow brings them"
    case .badPattern(let reason, let offset): "the pattern cannot be used: \(reason), at offset \(offset)"
    case .patternTooCostly(let path): "the pattern takes too long on \(path)"
    case .undecidable: "this version cannot check such a condition"
    case .tests(let passed, 0, let skipped, _):
      "\(Phrase.count(passed, "test")) passed" + (skipped > 0 ? ", \(skipped) skipped" : "")
    case .tests(_, let failed, _, let named): "\(Phrase.count(failed, "test")) failed: \(Phrase.list(named))"
    case .noTest(looked: 0, _): "the results that were given hold no test"
    case .noTest(let looked, let nearest):
      "no test has that name (\(Phrase.count(looked, "test")) looked at)"
        + (nearest.map { "; perhaps \(Sanitiser.line($0))" } ?? "")
    case .coverage(let covered, let measured, let missed, let unmeasured):
      coverage(covered, measured, missed: outcome == .holds ? [] : missed, unmeasured)
    case .noCoverage: "no coverage report was given"
    case .noAddedLine: "the story's commits add no line there that is still in place"
    case .notMeasured(let paths, let count): "the coverage reports do not have \(files(paths, count))"
    case .noMeasuredLine(let added):
      "the coverage reports measure none of the \(Phrase.count(added, "line")) that the story adds"
    case .noResults: "no test results were given"
    case .resultsOfOtherContent(commit: ""): "the results are for other code"
    case .resultsOfOtherContent(let commit): "the results are for other code (commit \(commit.prefix(10)))"
    case .ran(status: 0, _): "it ended well in a clean checkout"
    case .ran(let status, let line): "it ended with status \(status)" + (line.map { ": \($0)" } ?? "")
    case .ranTooLong: "it did not end in time, and was ended"
    case .printedTooMuch: "it printed more than is read, and was ended"
    case .notRun: "not run for this code; to run it: git handoff verify --run"
    case .notTrusted: "not run, because nobody has trusted it here: git handoff trust"
    case .noSignOff(let role): "nobody has signed off as \(role)"
    case .noOneInRole(let role): "nobody is listed as \(role) in the handoff.yml that counts, the main branch's"
    }
  }

  /// `tests ran 2 of 3 added lines, 66.6%; not a.sh:3`. Rounded down, so that no share reads as if it reached a bar that it
  /// does not.
  private static func coverage(_ covered: Int, _ measured: Int, missed: [String], _ unmeasured: [String]) -> String {
    let share = measured > 0 ? covered * 1_000 / measured : 0
    let percent = share % 10 == 0 ? "\(share / 10)" : "\(share / 10).\(share % 10)"
    var words = "tests ran \(covered) of \(Phrase.count(measured, "added line")), \(percent)%"
    if !missed.isEmpty {
      let more = measured - covered - missed.count
      words += "; not \(Phrase.list(missed + (more > 0 ? ["\(more) more"] : [])))"
    }
    return unmeasured.isEmpty ? words : words + "; not in the reports: \(Phrase.list(unmeasured))"
  }

  private static func files(_ paths: [String], _ count: Int) -> String {
    let more = count - paths.count
    return Phrase.list(paths + (more > 0 ? ["\(more) more"] : []))
  }

  private static func attached(_ signOff: SignOff) -> String {
    signOff.attachments.isEmpty ? "" : " [with \(Phrase.list(signOff.attachments.map(\.name), limit: 3))]"
  }

  private static func words(_ signOff: SignOff, _ fact: SignOffFact) -> String {
    let act = "\(signOff.act.rawValue) by \(signOff.by) as \(signOff.role), \(signOff.at.prefix(10))"
    let reason = signOff.reason.map { ": \($0)" } ?? ""
    return switch fact {
    case .counts: act + (signOff.expires.map { ", until \($0)" } ?? "") + reason + attached(signOff)
    case .otherWording: "\(act), for another wording of this criterion than the one that counts"
    case .notInRole: "\(act), who is not in that role"
    case .expired: "\(act), which has expired"
    case .noReason: "\(act), without a reason"
    }
  }
}

extension Evidence {
  /// Whether nothing matched what reads as several paths, and is one.
  fileprivate var namesSeveralPaths: Bool {
    guard case .condition(let check, .noFile) = fact else { return false }
    let pattern = check.glob?.pattern ?? ""
    return pattern.contains(",") && !pattern.contains("{")
  }
}

extension Condition.Check {
  /// The files that it is about.
  fileprivate var glob: Glob? {
    switch self {
    case .changed(let glob), .unchanged(let glob), .exists(let glob), .missing(let glob), .contains(let glob, _),
      .lacks(let glob, _), .adds(let glob, _), .removes(let glob, _), .symbol(_, let glob, _), .coverage(let glob, _):
      glob
    case .test, .run, .signOff, .judge: nil
    }
  }
}
