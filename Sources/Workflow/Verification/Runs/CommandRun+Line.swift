import Git
import Verification

/// As a note keeps it: `<tree> <hash of the command> <exit status>`, or `time` or `output` for the limit that ended it.
extension CommandRun {
  init?(line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == 3, let tree = ObjectID(words[0]), words[1].utf8.count == 64 else { return nil }
    let ending: Ending
    switch words[2] {
    case "time": ending = .tookTooLong
    case "output": ending = .printedTooMuch
    default:
      guard let status = Int32(words[2]), (0...255).contains(status) else { return nil }
      ending = .exited(status)
    }
    self.init(digest: words[1], tree: tree, ending: ending)
  }

  var line: String {
    let word =
      switch ending {
      case .exited(let status): "\(status)"
      case .tookTooLong: "time"
      case .printedTooMuch: "output"
      }
    return "\(tree) \(digest) \(word)"
  }
}
