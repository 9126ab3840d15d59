package import PlanModel

/// A definition, or a whole file, where it stands in one commit.
package struct CodePlace: Hashable, Sendable {
  package var path: String
  /// With what it stands in, `UserSettings.mute`; nil for a whole file.
  package var symbol: String?
  /// As ctags calls it: `function`, `class`.
  package var kind: String?
  /// From 1; nil for a whole file.
  package var lines: ClosedRange<Int>?

  package init(path: String, symbol: String? = nil, kind: String? = nil, lines: ClosedRange<Int>? = nil) {
    self.path = path
    self.symbol = symbol
    self.kind = kind
    self.lines = lines
  }
}

/// What became of the place that an anchor names.
package struct AnchorReading: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable {
    /// As it was when it was anchored; without a fingerprint: it is there.
    case same
    /// In another file.
    case moved
    /// In the same file under another name.
    case renamed
    /// Where it was, with another text.
    case changed
    /// Nowhere that could be proved.
    case gone
  }

  package var anchor: Anchor
  package var state: State
  /// Where it stands now; nil where it is gone, and for a pattern of paths.
  package var place: CodePlace?
  /// The fingerprint of what stands there now.
  package var fingerprint: String?
  /// Whether what moved has another text too.
  package var isAlsoChanged = false
  /// What has the same name elsewhere, where nothing proves that it is meant.
  package var candidates: [CodePlace] = []

  package init(_ anchor: Anchor, _ state: State) {
    self.anchor = anchor
    self.state = state
  }
}

/// What git's history tells of a path that a commit has no longer.
package struct Departure: Hashable, Sendable {
  /// The path that it was renamed to; nil where git does not say so.
  package var successor: String?
  /// The paths that came or changed with the commit that took it away.
  package var beside: [String]

  package init(successor: String? = nil, beside: [String] = []) {
    self.successor = successor
    self.beside = beside
  }
}
