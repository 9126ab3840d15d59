package import Verification

/// What is wrong with a file of test results, in words.
package enum ResultsWording {
  /// The sentence, without the place that it is about.
  package static func words(_ problem: ResultsError.Problem) -> String {
    switch problem {
    case .empty: "the file is empty"
    case .tooLarge(let bytes, let limit):
      "the file is \(Phrase.size(bytes)); at most \(Phrase.size(limit)) are read"
    case .tooManyCases(let limit): "there are more than \(limit) test cases"
    case .tooDeep(let limit): "elements are nested more than \(limit) deep"
    case .truncated(let open): "the file ends early" + (open.map { ", within <\($0)>" } ?? "")
    case .mismatchedTag(let expected, let found): "</\(found)> closes nothing; </\(expected)> was expected"
    case .unknownEntity(let name): "the entity &\(name); is not one of XML's own, and no others are read"
    case .declarations: "the file declares a document type of its own, and such files are not read"
    case .unknownEncoding(let name): "the encoding '\(name)' is not known"
    case .malformed(let expected): "this is not XML; expected \(expected)"
    case .notJUnit(let root): "this is XML, but not JUnit's: it begins with <\(root)>"
    }
  }
}
