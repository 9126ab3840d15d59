import PlanModel

extension Glob {
  /// Whether a condition's pattern means the file. It means one of the plan only where it names the plan's folder: a
  /// story's own file holds the words of its conditions, and would meet them, or keep them from being met, by itself.
  func means(_ path: String) -> Bool {
    (!path.hasPrefix(".handoff/") || namesPlan) && matches(path)
  }

  private var namesPlan: Bool { pattern.drop { $0 == "/" }.hasPrefix(".handoff") }
}
