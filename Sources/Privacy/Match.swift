/// A place in a text that holds data of some kind.
package struct Match: Hashable, Sendable {
  package var kind: Kind
  /// In bytes from the start of the text.
  package var range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension [Match] {
  /// These matches from left to right, without overlaps: the leftmost stands, of those the longest, of those the most
  /// specific. What a later one has beyond the end of an earlier one stays a match, so that nothing found is let go.
  func withoutOverlaps() -> [Match] {
    guard count > 1 else { return self }
    let ordered = sorted { left, right in
      (left.range.lowerBound, -left.range.upperBound, -left.kind.specificity)
        < (right.range.lowerBound, -right.range.upperBound, -right.kind.specificity)
    }
    var kept: [Match] = []
    var end = 0
    for match in ordered where match.range.upperBound > end {
      kept.append(Match(match.kind, Swift.max(end, match.range.lowerBound)..<match.range.upperBound))
      end = match.range.upperBound
    }
    return kept
  }
}
