import CPCRE2

/// Counts a search's work and ends it when the budget is used up.
struct Meter {
  var budget: SearchBudget
  /// Comparing with what a group captured takes as long as that is, and leaves no trace when it fails.
  private let countsCaptures: Bool
  private var position = 0

  init(budget: SearchBudget, countsCaptures: Bool) {
    self.budget = budget
    self.countsCaptures = countsCaptures
  }

  static let callout: @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 =
    { block, meter in
      guard let block, let meter else { return 0 }
      let isAllowed = meter.assumingMemoryBound(to: Meter.self).pointee.step(block.pointee)
      return isAllowed ? 0 : PCRE2_ERROR_CALLOUT
    }

  private mutating func step(_ block: pcre2_callout_block_8) -> Bool {
    let distance = abs(block.current_position - position)
    position = block.current_position
    return budget.spend(SearchBudget.stepCost + distance + (countsCaptures ? captured(block) : 0))
  }

  /// The length of the longest group, and the number of groups that had to be looked at.
  private func captured(_ block: pcre2_callout_block_8) -> Int {
    let groups = Int(block.capture_top)
    guard groups > 1, let offsets = block.offset_vector else { return 0 }
    // A group that is not set has both ends at the highest number there is, so its length is 0.
    return (1..<groups).reduce(0) { max($0, abs(offsets[2 * $1 + 1] &- offsets[2 * $1])) } + groups
  }
}
