/// A kind of report, by the tool or the standard that it is named after.
package enum ResultsFormat: String, CaseIterable, Sendable {
  /// Tests, as XML.
  case junit, trx, nunit, xunit
  /// Tests, as lines.
  case tap
  case goTest = "go-test"
  case cucumberMessages = "cucumber-messages"
  /// Tests, as one JSON document.
  case cucumberJSON = "cucumber-json"
  case jest, mocha, playwright
  /// Coverage.
  case lcov, cobertura, jacoco
  case goCover = "go-cover"
}
