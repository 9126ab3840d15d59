/// What is known of a criterion, from worst to best.
package enum Verdict: String, CaseIterable, Sendable {
  /// A condition fails.
  case unmet
  /// The evidence is for another wording, or for another commit's content.
  case stale
  /// Evidence is missing, or there are no conditions.
  case unproven
  /// A recorded waiver with a reason holds.
  case waived
  /// Every condition holds, with evidence for the commit being judged.
  case met

  /// The verdict of a whole from those of its parts: the worst decides; no parts prove nothing.
  package static func worst(of verdicts: some Sequence<Verdict>) -> Verdict {
    verdicts.min { $0.rank < $1.rank } ?? .unproven
  }

  /// Whether the criterion asks nothing more of anybody.
  package var isSettled: Bool { self == .met || self == .waived }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
