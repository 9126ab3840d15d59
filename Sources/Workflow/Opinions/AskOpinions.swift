import Git
package import PlanModel
import Verification

/// Which engine is asked for opinions, and how it is sent the request.
package struct OpinionOptions: Sendable {
  package var engine: CommandEngine
  package var wording: @Sendable (OpinionRequest) -> [UInt8]

  package init(_ engine: CommandEngine, wording: @escaping @Sendable (OpinionRequest) -> [UInt8]) {
    self.engine = engine
    self.wording = wording
  }
}

/// A story on whose questions an engine gave no opinion that holds.
package struct Unadvised: Hashable, Sendable {
  package var story: ID<Story>
  package var problem: EngineProblem

  package init(story: ID<Story>, problem: EngineProblem) {
    self.story = story
    self.problem = problem
  }
}

extension Workspace {
  /// Adds what an engine thinks of `judge` conditions: asked now, else what was recorded for this content.
  ///
  /// Only `verify` comes here, and asks only where it is told to; no hook does. An engine that fails is no failure of the verdict.
  func addOpinions(
    to outcome: inout VerifyOutcome, _ options: OpinionOptions?, _ judge: RangeJudge, _ known: inout KnownResults,
    _ progress: (VerifyStep) -> Void
  ) throws(Failure) {
    for story in judge.storiesWithQuestions {
      guard let index = outcome.stories.firstIndex(where: { $0.id == story.id }) else { continue }
      let (questions, tree) = (OpinionQuestion.all(of: story), outcome.tree)
      let recorded = known.opinions.filter { $0.criterion.story == story.id && $0.tree == tree }
      if options == nil, recorded.isEmpty { continue }
      let request = OpinionRequest(
        story: story.id, title: story.title, questions: questions, diff: try judge.diff(of: outcome.stories[index]))
      guard let options else {
        outcome.stories[index].add(Self.stillHolding(recorded, request))
        continue
      }
      if request.diff.files.isEmpty { continue }
      progress(.asking(story.id, questions: questions.count))
      do throws(Failure) {
        let opinions = try self.opinions(of: options, on: request)
        outcome.stories[index].add(opinions)
        known.freshOpinions += opinions.compactMap {
          RecordedOpinion($1, on: $0, of: story.id, tree: tree, engine: options.engine)
        }
      } catch {
        guard case .engine(let problem) = error.reason else { throw error }
        outcome.unadvised.append(Unadvised(story: story.id, problem: problem))
      }
    }
  }

  private func opinions(
    of options: OpinionOptions, on request: OpinionRequest
  ) throws(Failure) -> [(OpinionQuestion, Opinion)] {
    var request = request
    for _ in 0..<CommandEngine.rounds {
      let (opinions, problems) = Self.checked(try reply(of: options.engine, to: options.wording(request)), request)
      if problems.isEmpty { return opinions }
      request.problems = problems
    }
    throw Failure(.engine(.refused(rounds: CommandEngine.rounds, request.problems)))
  }

  static func checked(
    _ reply: [UInt8], _ request: OpinionRequest
  ) -> (opinions: [(OpinionQuestion, Opinion)], problems: [ReplyProblem]) {
    let (drafts, problems) = OpinionReader.read(reply)
    guard problems.isEmpty else { return ([], problems) }
    var check = OpinionGuard(request.questions, request.diff)
    let opinions = check.check(drafts)
    return (check.problems.isEmpty ? opinions : [], check.problems)
  }

  /// What was recorded, less what the diff does not bear out.
  private static func stillHolding(
    _ recorded: [RecordedOpinion], _ request: OpinionRequest
  ) -> [(OpinionQuestion, Opinion)] {
    request.questions.flatMap { question in
      let digest = RecordedOpinion.digest(of: question)
      return recorded.compactMap { record -> (OpinionQuestion, Opinion)? in
        guard record.question == digest, record.criterion.criterion == question.criterion else { return nil }
        var check = OpinionGuard([question], request.diff)
        guard var one = check.check([record.draft(of: question)]).first, check.problems.isEmpty else { return nil }
        one.1.isRecorded = true
        return one
      }
    }
  }
}

extension StoryReport {
  fileprivate mutating func add(_ opinions: [(OpinionQuestion, Opinion)]) {
    for (question, opinion) in opinions {
      guard let index = criteria.firstIndex(where: { $0.id == question.criterion }) else { continue }
      criteria[index].opinions.append(opinion)
    }
  }
}
