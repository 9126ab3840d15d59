import Git
import PlanModel
import Processes

extension Workspace {
  /// What was done to each item, the latest first: git is asked once, for the plan alone.
  func planHistory(upTo tip: ObjectID) throws(Failure) -> [ItemID: [ItemChange]] {
    let arguments = [
      "log", "--no-renames", "--no-show-signature", "--name-only", "--encoding=UTF-8",
      "--format=%x02%H%x09%ct%x09%an%x09%s", tip.hex, "--", ":(top,literal).handoff",
    ]
    let output = try git { () throws(GitError) in
      try repository.git.output(of: arguments, limits: .init(output: 1 << 30, seconds: 600))
    }
    var history: [ItemID: [ItemChange]] = [:]
    var change: ItemChange?
    for line in output.split(separator: UInt8(ascii: "\n")) {
      if line.first == 2 {
        change = Self.change(line.dropFirst())
      } else if let change, let item = Self.item(line), history[item]?.last?.commit != change.commit {
        history[item, default: []].append(change)
      }
    }
    return history
  }

  private static func change(_ line: ArraySlice<UInt8>) -> ItemChange? {
    let fields = line.split(separator: UInt8(ascii: "\t"), maxSplits: 3, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count == 4, let id = ObjectID(fields[0]), let seconds = Int64(fields[1]) else { return nil }
    return ItemChange(commit: id, author: fields[2], day: Timestamp(seconds: seconds).date, subject: fields[3])
  }

  /// The item that a path below `.handoff/` belongs to; of a sign-off the story. Names that git puts into quotes are none
  /// that this program gives.
  private static func item(_ path: ArraySlice<UInt8>) -> ItemID? {
    let parts = path.split(separator: UInt8(ascii: "/"), maxSplits: 3)
    return parts.count > 2 ? ItemID(utf8: parts[2].prefix(ItemID.length)) : nil
  }
}
