package import PlanModel

/// What a user says of an input beyond its bytes.
package struct IntakeOptions: Sendable {
  package enum Input: Hashable, Sendable {
    /// A file or a folder.
    case path(String)
    case standardInput
  }

  /// What becomes of an input that holds several conversations.
  package enum Division: Sendable {
    /// Each is a source.
    case each
    /// All of them are one source.
    case one
  }

  /// How dates such as 03/04/2025 are meant.
  package enum DayOrder: String, CaseIterable, Sendable {
    case dmy, mdy
  }

  package var input: Input
  package var format: SourceFormat?
  package var division: Division?
  /// The source that the input goes on with, as the user gives it.
  package var updated: String?
  /// The input is a source of its own, whatever it looks like.
  package var isSeparate = false
  package var title: String?
  package var url: String?
  /// When it was said, where the material does not state it.
  package var date: String?
  /// Who said it, where the material does not state it.
  package var from: String?
  package var reach: Int?
  /// How dates such as 03/04/2025 are meant.
  package var dateOrder: DayOrder?
  package var segments: [String] = []

  package init(_ input: Input) { self.input = input }
}

/// What became of an input: a source for each conversation, and what of a folder was refused.
package struct IntakeReport: Sendable {
  package struct Refusal: Sendable {
    /// The file within the folder.
    package var name: String
    package var failure: Failure

    package init(name: String, failure: Failure) {
      self.name = name
      self.failure = failure
    }
  }

  package var outcomes: [IntakeOutcome] = []
  package var refused: [Refusal] = []
  /// What of it looks like intents that the plan has.
  package var likeness = IntakeLikeness()

  package init() {}

  package mutating func add(_ other: IntakeReport) {
    likeness.found.merge(other.likeness.found) { $1 }
    likeness.compared += other.likeness.compared
    likeness.statements += other.likeness.statements
    outcomes += other.outcomes
    refused += other.refused
  }
}

/// A source that was taken in, or one that was there already.
package struct IntakeOutcome: Sendable {
  package enum Act: Hashable, Sendable {
    case new
    /// The same was taken in before; nothing was added.
    case known
    /// The conversation has gone on: so many statements were added behind those that were there.
    case continued(added: Int)
  }

  package var act: Act
  package var source: Source
  /// Other bytes say what the source says already, so that they were not kept.
  package var isRepetition = false
  /// Dates were left out that can be read in two ways.
  package var hasUnclearDates = false
  /// Passwords, cards and accounts in what was said, and what else `redact` names and was not replaced.
  package var privacy: [Finding] = []
  /// The lines of statements that a later export of the whole does not have any more: whoever said them may have taken them back.
  package var gone: [Int] = []
  /// Another source that says most of the same, of which this one may be a later form.
  package var like: LikeSource?
}

/// A source that has most of what another says, and not all.
package struct LikeSource: Hashable, Sendable {
  package var id: ID<Source>
  package var title: String
  /// How many of its statements the other has, too, and how many there are.
  package var shared: Int
  package var statements: Int
}

extension IntakeOptions.Input {
  /// What messages call it.
  package var name: String {
    switch self {
    case .path(let path): path
    case .standardInput: "-"
    }
  }
}
