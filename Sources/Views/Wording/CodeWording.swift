import Git
import Grounding

/// What was asked about code, and is not there or not clear; in words.
enum CodeWording {
  static func unknown(_ text: String, _ commit: ObjectID, _ near: [String]) -> (String, hint: String?) {
    (
      "\(commit.short) has no file and no definition '\(text)'",
      near.isEmpty
        ? "find where it is: git handoff ground --text -"
        : "did you mean \(Phrase.list(near, "or"))?"
    )
  }

  static func ambiguous(_ text: String, _ places: [CodePlace]) -> (String, hint: String?) {
    let names = places.map { "\($0.path)::\($0.symbol ?? text)" }
    return (
      "'\(text)' could be \(Phrase.list(names, "or", limit: 8))",
      "name the file too: git handoff impact '\(names.first ?? text)'"
    )
  }
}
