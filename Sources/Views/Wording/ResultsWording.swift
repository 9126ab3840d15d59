import Verification

/// What is wrong with a file of test results, in words.
enum ResultsWording {
  static func words(_ problem: ResultsError.Problem) -> String {
    switch problem {
    case .empty: "the file is empty"
    case .tooLarge(let bytes, let limit):
      "the file has \(Phrase.size(bytes)); at most \(Phrase.size(limit)) are read"
    case .tooManyCases(let limit): "there are more than \(limit) test cases"
    case .tooDeep(let limit): "elements are nested more than \(limit) deep"
    case .truncated(let open): "the file ends early" + (open.map { ", within <\($0)>" } ?? "")
    case .mismatchedTag(let expected, let found): "</\(found)> closes nothing; </\(expected)> was expected"
    case .unknownEntity(let name): "the entity &\(name); is not one of XML's own, and others are not read"
    case .declarations: "a document type with declarations is not read"
    case .unknownEncoding(let name): "the encoding '\(name)' is not known"
    case .malformed(let expected): "this is not XML; expected \(expected)"
    case .notJUnit(let root): "this is XML, but <\(root)> is no element of JUnit's"
    }
  }
}
