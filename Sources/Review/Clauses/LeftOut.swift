extension WordedSide {
  /// Whether a word belongs to what something does not hold for: `except A and B`, `everyone but A and B`.
  func isLeftOut(_ index: Int) -> Bool {
    let near = max(sentence(of: index).lowerBound, index - Self.rowLength)..<index
    guard let opener = near.last(where: { Self.leavingOut.contains(words[$0]) }),
      !(opener + 1...index).contains(where: { followsComma($0) && !["and", "or"].contains(words[$0]) })
    else { return false }
    if words[opener] != "but" { return true }
    // `It is old but works` leaves nothing out.
    return !followsComma(opener) && words[max(near.lowerBound, opener - 3)..<opener].contains { Self.of.contains($0) }
  }

  private static let rowLength = 12
  private static let leavingOut = Vocabulary.words("except excluding besides but")
  private static let of = Vocabulary.universals.union(
    Vocabulary.words("nobody none nothing no anyone anybody anything everything nowhere anywhere"))
}
