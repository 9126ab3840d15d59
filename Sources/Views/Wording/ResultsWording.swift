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
    case .tooDeep(let limit): "it is nested more than \(limit) deep"
    case .tooManyAttributes(let limit): "an element has more than \(limit) attributes"
    case .truncated(let open): "the file ends early" + (open.map { ", within <\($0)>" } ?? "")
    case .mismatchedTag(let expected, let found): "</\(found)> closes nothing; </\(expected)> was expected"
    case .unknownEntity(let name): "the entity &\(name); is not one of XML's own, and no others are read"
    case .declarations: "the file declares a document type of its own, and such files are not read"
    case .unknownEncoding(let name): "the encoding '\(name)' is not known"
    case .malformed(let expected): "this is not XML; expected \(expected)"
    case .unknownRoot(let root): "this is XML, but no report that is read: it begins with <\(root)>"
    case .notJSON: "this is not JSON"
    case .tooManyValues(let limit): "the report holds more than \(limit) values"
    case .badLine(let expected): "this line cannot be read; expected \(expected)"
    case .planMismatch(let planned, let found):
      "the plan announces \(Phrase.count(planned, "test")), and there \(found == 1 ? "is" : "are") \(found), so the run was not whole"
    case .noPlan: "the run has no plan (1..N), so nothing shows that it was whole"
    case .bailedOut(let reason): "the run was given up" + (reason.isEmpty ? "" : ": \(reason)")
    case .unknownFormat: "this is no report that is read"
    case .noReport: "there is no report in this folder"
    case .tooManyFiles(let limit): "there are more than \(limit) files"
    }
  }

  /// What to do about it.
  package static func hint(_ problem: ResultsError.Problem) -> String {
    switch problem {
    case .unknownFormat, .unknownRoot, .noReport, .notJSON, .malformed, .empty:
      "tests are read from XML of JUnit, TRX, NUnit or xUnit.net, TAP, Cucumber JSON or messages, go test -json, "
        + "and JSON of jest, mocha or Playwright; coverage from lcov, Cobertura, JaCoCo or a Go profile"
    case .truncated, .mismatchedTag, .planMismatch, .noPlan, .bailedOut:
      "run the tests to their end, and give the file that they write then"
    case .tooLarge, .tooManyCases, .tooManyValues, .tooManyFiles:
      "give a part at a time: --results may be repeated"
    case .tooDeep, .tooManyAttributes, .unknownEntity, .declarations, .unknownEncoding, .badLine:
      "give the file as your test runner wrote it"
    }
  }
}
