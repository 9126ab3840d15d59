import Git
import PlanModel

extension Workspace {
  /// The moment and the commit that a date or a revision means.
  ///
  /// A revision is looked for first. Days (`2026-11-16`, `monday`, `yesterday`, `today`) begin at midnight, where git itself
  /// takes the present time of that day; the rest, as `2 weeks ago`, is git's to read.
  func moment(of words: String) throws(Failure) -> RoadmapStart {
    if let commit = try revision(words) {
      let made = try git { () throws(GitError) in try repository.commit(commit).committer }
      return RoadmapStart(
        words: words, moment: Timestamp(seconds: made.seconds, offset: made.offset), commit: commit)
    }
    let now = surroundings.clock()
    var seconds = now.beginning(of: words)
    if seconds == nil, !Self.looksLikeDay(words) {
      seconds = try git { () throws(GitError) in try repository.moment(of: words, now: now.seconds) }
    }
    guard let seconds else {
      let expected = "a revision, or a date such as 2026-11-16, monday or \"2 weeks ago\""
      throw Failure(.invalidValue(field: "date", value: words, expected: expected))
    }
    let commit = try git { () throws(GitError) in try repository.lastCommit(before: seconds) }
    return RoadmapStart(
      words: words, moment: Timestamp(seconds: seconds, offset: now.offset), commit: commit)
  }

  /// A year and two numbers behind it: a day that is not in the calendar is a slip, of which git would make some other day.
  private static func looksLikeDay(_ words: String) -> Bool {
    let parts = words.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].utf8.count == 4 && parts.allSatisfy { Int($0) != nil }
  }

  private func revision(_ words: String) throws(Failure) -> ObjectID? {
    do {
      return try repository.resolve(words)
    } catch .unknownRevision {
      return nil
    } catch {
      throw Failure(.git(error))
    }
  }
}

extension Timestamp {
  /// The midnight with which a day begins, in seconds since 1970; nil where the words name none.
  fileprivate func beginning(of words: String) -> Int64? {
    let name = words.lowercased()
    let today = Int64((Double(seconds + Int64(offset) * 60) / 86_400).rounded(.down))
    let days = ["thursday", "friday", "saturday", "sunday", "monday", "tuesday", "wednesday"]
    var day: Int64?
    switch name {
    case "today": day = today
    case "yesterday": day = today - 1
    default:
      // 1970-01-01 was a Thursday.
      if let weekday = days.firstIndex(of: name) {
        day = today - ((today - Int64(weekday)) % 7 + 7) % 7
      } else if Self.isDate(name), let written = CalendarDay(name) {
        day = Int64(written.daysSince1970)
      }
    }
    return day.map { $0 * 86_400 - Int64(offset) * 60 }
  }
}
