import PlanModel

/// Conditions as a `verify` block states them, and what was found of them, in words.
enum ConditionWording {
  static func words(_ check: Condition.Check) -> String {
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
    case .coverage(let glob, let percent): "coverage: \(percent)% of \(glob)"
    case .run(let command): "run: \(command)"
    case .signOff(let role): "sign-off: \(role)"
    case .judge(let prompt): "judge: \(prompt)"
    }
  }

  private static func words(_ pattern: TextPattern) -> String {
    switch pattern {
    case .text(let text): "\"\(text)\""
    case .regex(let regex): "/\(regex)/"
    }
  }
}

/// Evidence in a sentence that a support person can read.
enum EvidenceWording {
  static func words(_ evidence: Evidence) -> String {
    switch evidence.fact {
    case .noConditions: "nothing says how this is shown; add a verify block, or have it accepted"
    case .condition(let check, let fact): "\(ConditionWording.words(check)): \(words(fact, evidence.outcome))"
    case .signOff(let signOff, let fact): words(signOff, fact)
    }
  }

  private static func words(_ fact: ConditionFact, _ outcome: Evidence.Outcome) -> String {
    switch fact {
    case .files(let paths, let count): files(paths, count)
    case .line(let path, let number, let text): "\(path):\(number): \(text)"
    case .noFile: outcome == .holds ? "no such file, as it should be" : "no file matches"
    case .noMatch(let searched):
      "\(outcome == .holds ? "not found, as it should be," : "not found") in \(Phrase.count(searched, "file"))"
    case .filesTooLarge(let paths, let count, let limit):
      "\(files(paths, count)) \(count == 1 ? "is" : "are") larger than \(Phrase.size(limit)), and not searched"
    case .noCommits: "no commit is linked to this story yet"
    case .badPattern(let reason, let offset): "the pattern cannot be used: \(reason), at offset \(offset)"
    case .patternTooCostly(let path): "the pattern takes too long on \(path)"
    case .undecidable: "this version cannot decide it"
    case .tests, .noTest, .noResults, .resultsOfOtherContent: testWords(fact)
    case .noSignOff(let role): "nobody has signed off as \(role)"
    case .noOneInRole(let role): "nobody is listed as \(role) in handoff.yml"
    }
  }

  private static func testWords(_ fact: ConditionFact) -> String {
    switch fact {
    case .tests(let passed, 0, let skipped, _):
      "\(Phrase.count(passed, "test")) passed" + (skipped > 0 ? ", \(skipped) skipped" : "")
    case .tests(_, let failed, _, let named): "\(Phrase.count(failed, "test")) failed: \(Phrase.list(named))"
    case .noTest(let looked): "none of the \(Phrase.count(looked, "test")) given has that name"
    case .noResults: "no test results were given"
    case .resultsOfOtherContent(let commit): "the results are for other content (\(commit.prefix(10)))"
    default: ""
    }
  }

  private static func files(_ paths: [String], _ count: Int) -> String {
    let more = count - paths.count
    return Phrase.list(paths + (more > 0 ? ["\(more) more"] : []))
  }

  private static func words(_ signOff: SignOff, _ fact: SignOffFact) -> String {
    let act = "\(signOff.act.rawValue) by \(signOff.by) as \(signOff.role), \(signOff.at.prefix(10))"
    let reason = signOff.reason.map { ": \($0)" } ?? ""
    return switch fact {
    case .counts: act + (signOff.expires.map { ", until \($0)" } ?? "") + reason
    case .otherWording: "\(act), for an earlier wording of this criterion"
    case .notInRole: "\(act), who is not in that role"
    case .expired: "\(act), which has expired"
    case .noReason: "\(act), without a reason"
    }
  }

  static func name(of outcome: Evidence.Outcome) -> String { outcome.rawValue }
}
