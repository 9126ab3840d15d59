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
    let names = places.map { place in place.path + (place.symbol.map { "::\($0)" } ?? "") }
    return (
      "'\(text)' could be \(Phrase.list(names, "or", limit: 8))",
      "name the file too: git handoff impact '\(names.first ?? text)'"
    )
  }

  static func folder(_ text: String, _ files: Int, _ code: [String]) -> (String, hint: String?) {
    (
      "'\(text)' is a folder of \(Phrase.count(files, "file"))",
      code.isEmpty ? "name a file of code" : "name a file of it, such as \(Phrase.list(code, "or"))"
    )
  }
}
