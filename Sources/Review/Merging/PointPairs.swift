/// The points of a list in three versions, in which a point that a side puts in other words stays that point: it has no
/// name but its words, so that each side would seem to have removed it and to have added another.
struct PointPairs {
  private(set) var base: [PlanPiece]
  private(set) var ours: [PlanPiece]
  private(set) var theirs: [PlanPiece]

  /// As many points as are compared with each other.
  private static let most = 60

  /// - Parameter section: its heading in small letters; the points of others have names.
  init(_ base: [PlanPiece], _ ours: [PlanPiece], _ theirs: [PlanPiece], in section: String) {
    (self.base, self.ours, self.theirs) = (base, ours, theirs)
    guard ["## constraints", "## goals", "## out of scope"].contains(section), base.count <= Self.most else { return }
    let (old, own, other) = (Set(base.map(\.key)), Set(ours.map(\.key)), Set(theirs.map(\.key)))
    for point in base where !own.contains(point.key) && !other.contains(point.key) {
      // What both sides have added alike is settled already.
      let mine = Self.likest(point, self.ours) { !old.contains($0) && !other.contains($0) }
      let yours = Self.likest(point, self.theirs) { !old.contains($0) && !own.contains($0) }
      // Where one side alone puts it in other words, the other one has taken it out.
      if let mine { self.ours[mine].key = point.key }
      if let yours { self.theirs[yours].key = point.key }
    }
  }

  /// The point of a side that says most of what another says, if that is half of it.
  private static func likest(_ point: PlanPiece, _ side: [PlanPiece], where isNew: (String) -> Bool) -> Int? {
    let stems = WordedSide(text(point)).stems
    guard side.count <= most else { return nil }
    func likeness(_ index: Int) -> Double {
      let other = WordedSide(text(side[index])).stems
      return Double(stems.intersection(other).count) / Double(max(1, min(stems.count, other.count)))
    }
    let candidates = side.indices.filter { isNew(side[$0].key) }
    return candidates.map { ($0, likeness($0)) }.filter { $0.1 >= 0.5 }.max { $0.1 < $1.1 }?.0
  }

  private static func text(_ point: PlanPiece) -> String { point.lines.map(FileLines.text).joined(separator: " ") }
}
