import Git
import PlanModel

/// `run`: whether a command ended well on the judged content.
///
/// Nothing is run here: what was run, or recorded before, is looked up. Of runs that contradict each other, as two clones
/// may record them, the worse counts.
struct RunCondition {
  let subject: any Subject
  let known: CommandRuns
  /// By content, the commit that runs were recorded on.
  var commits: [ObjectID: ObjectID] = [:]

  func observe(_ command: String) -> Observation {
    let digest = known.digest(command)
    let own = known.runs.filter { $0.digest == digest }
    let current = own.filter { $0.tree == subject.tree }
    if let run = current.first(where: { $0.ending != .exited(0) }) ?? current.first { return Self.observation(run) }
    if known.untrusted.contains(digest) { return .missing(.notTrusted) }
    if let other = own.first { return .stale(on: commits[other.tree]) }
    return .missing(.notRun)
  }

  private static func observation(_ run: CommandRun) -> Observation {
    switch run.ending {
    case .exited(0): .holds(.ran(status: 0, lastLine: nil))
    case .exited(let status): .fails(.ran(status: status, lastLine: run.lastLine))
    case .tookTooLong: .fails(.ranTooLong)
    case .printedTooMuch: .fails(.printedTooMuch)
    }
  }
}
