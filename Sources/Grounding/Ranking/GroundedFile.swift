/// A file that a text is probably about.
package struct GroundedFile: Hashable, Sendable {
  package var path: String
  /// Its share of what speaks for all candidates, from 0 to 1.
  package var score: Double
  /// What speaks for it most, the strongest first.
  package var reasons: [GroundingReason]
  /// The functions in it that the text is probably about, the best first.
  package var symbols: [GroundedSymbol]
}

/// A function that a text is probably about.
package struct GroundedSymbol: Hashable, Sendable {
  /// With what it stands in: `UserSettings.mute`.
  package var name: String
  /// As ctags calls it.
  package var kind: String
  package var lines: ClosedRange<Int>
  /// Its share of what speaks for all functions that were compared, from 0 to 1.
  package var score: Double
}

/// Why a file is thought to be meant.
package enum GroundingReason: Hashable, Sendable {
  /// The text names the file.
  case namedPath
  /// A stack trace in the text goes through it; whether it ends there.
  case inTrace(isDeepest: Bool)
  /// It defines names that the text mentions.
  case defines([String])
  /// The text names the module.
  case namedModule
  /// It is called like a word of the text.
  case calledLike(String)
  /// It has words of the text, the most telling first.
  case words([String])
  /// It has texts that stand in the question word by word.
  case quoted
  /// So many past commits with similar messages changed it.
  case commits(Int)
  /// It changes together with others that fit.
  case cochange
  /// It changes together with tests that fit.
  case tests
}
