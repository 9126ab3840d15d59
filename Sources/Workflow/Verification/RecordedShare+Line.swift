import Git
import PlanModel
import Verification

/// As a note keeps it: `<tree> <story> <covered>/<measured> <glob>`, and a TAB before each file that was not measured.
extension RecordedShare {
  init?(line: String) {
    let words = line.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard words.count == 4, let tree = ObjectID(words[0]), let story = ID<Story>(words[1]), !words[3].isEmpty else {
      return nil
    }
    let counts = words[2].split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    // No file has more lines, and so no product of two of these is too large.
    guard counts.count == 2, let covered = counts[0], let measured = counts[1], 1...(1 << 31) ~= measured,
      0...measured ~= covered
    else { return nil }
    let paths = words[3].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard !paths[0].isEmpty else { return nil }
    self.init(
      story: story, glob: Glob(paths[0]), covered: covered, measured: measured, tree: tree,
      unmeasured: paths.dropFirst().filter { !$0.isEmpty })
  }

  var line: String {
    let paths = ([glob.pattern] + unmeasured).map { $0.foldingWhiteSpace() }
    return "\(tree) \(story) \(covered)/\(measured) \(paths.joined(separator: "\t"))"
  }
}

extension StoryReport {
  /// What a coverage report showed for the story's conditions; nothing where none did.
  func shares(of tree: ObjectID) -> [RecordedShare] {
    criteria.flatMap(\.evidence).compactMap { evidence in
      guard case .condition(.coverage(let glob, _), let fact) = evidence.fact,
        case .coverage(let covered, let measured, _, let unmeasured) = fact
      else { return nil }
      return RecordedShare(
        story: id, glob: glob, covered: covered, measured: measured, tree: tree, unmeasured: unmeasured)
    }
  }
}
