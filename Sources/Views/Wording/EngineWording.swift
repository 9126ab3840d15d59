import PlanModel
package import Workflow

/// Engines and proposals in words.
package enum EngineWording {
  static func words(_ problem: EngineProblem) -> (String, hint: String?) {
    switch problem {
    case .notConfigured:
      ("no engine is configured", "name your program: git config --global handoff.engine.command '<program>'")
    case .notStarted(let code): ("the engine could not be run to its end (errno \(code))", nil)
    case .notFound(let complaint):
      (
        "the engine could not be started\(complaint.isEmpty ? "" : ": \(complaint)")",
        "it is run by the shell: see whether it is there, and may be run"
      )
    case .timedOut(let seconds):
      ("the engine did not answer within \(seconds) seconds", "git config handoff.engine.timeout <seconds>")
    case .tooMuchOutput(let limit): ("the engine said more than \(Phrase.size(limit))", nil)
    case .failed(let status, let complaint):
      ("the engine failed with status \(status)\(complaint.isEmpty ? "" : ": \(complaint)")", nil)
    case .refused(let rounds, let problems):
      (
        "the engine's replies were refused \(Phrase.count(rounds, "time")), and nothing was written: "
          + Phrase.list(problems.map(words), limit: 3),
        "see what is wrong with each reply: git handoff engine test -- <command>"
      )
    }
  }

  /// One problem, with its place.
  package static func words(_ problem: ReplyProblem) -> String { "\(problem.path): \(words(problem.kind))" }

  private static func words(_ kind: ReplyProblem.Kind) -> String {
    switch kind {
    case .noJSON(let line, let column): "this is no JSON (line \(line), column \(column))"
    case .wrongType(let expected): "this has to be \(expected)"
    case .unknownMember(let known): "there is no such member here; there are \(Phrase.list(known, limit: 12))"
    case .missing: "this is missing or empty"
    case .tooLong(let limit): "this has more than \(Phrase.size(limit))"
    case .tooMany(let limit): "these are more than \(limit)"
    case .badCitation: "a citation is a whole one, such as so-7h3q2dkm#L12 or so-7h3q2dkm#L12-L14"
    case .otherSource(let id): "\(id) is none of the sources that were asked about"
    case .noStatement(let citation, let count): "\(citation) is not there: the source has \(count) statements"
    case .tooWide(let limit): "a citation is of \(limit) statements at most"
    case .notVerbatim(let citation): "these words are not in \(citation)"
    case .tooShort: "a quote has three words at least, or is the whole statement or line"
    case .noQuote: "nothing here points at what somebody said"
    case .inventedWords(let words): "nobody said \(Phrase.quoted(String(words.prefix(80))))"
    case .namesItem(let id): "free words name no items: \(String(id.prefix(40)))"
    case .markup: "these have to be words on one line, without markup or addresses"
    case .noFile(let path): "there is no \(Phrase.quoted(String(path.prefix(120)))) in HEAD"
    case .noSymbol(let name, let file): "\(file) does not define \(Phrase.quoted(String(name.prefix(80))))"
    case .noIntent(let id): "there is no intent \(Phrase.quoted(String(id.prefix(40))))"
    case .duplicate(let other): "this is there already: \(other)"
    case .nothing: "there is nothing in it"
    case .notInDiff(let path): "no changed line of \(Phrase.quoted(String(path.prefix(120)))) holds these words"
    case .notAsked(let ref): "no question is \(Phrase.quoted(String(ref.prefix(40))))"
    case .unanswered(let refs): "there is no opinion on \(Phrase.list(refs, limit: 8))"
    }
  }
}
