import Testing
import Verification

@Suite("Reports of JavaScript")
struct JavaScriptTests {
  @Test("jest: the blocks around a test are its class; a file that fails without a test did not pass")
  func jest() throws {
    let tests = try Reports.tests(
      #"""
      {"numTotalTests":3,"success":false,"testResults":[
        {"name":"/ci/src/mute.test.js","status":"failed","assertionResults":[
          {"ancestorTitles":["mail","muted"],"title":"is not sent","status":"passed","duration":20},
          {"ancestorTitles":[],"title":"is sent","status":"failed","failureMessages":["Error: no mail"]},
          {"ancestorTitles":["mail"],"title":"on TV","status":"pending"},
          {"ancestorTitles":["mail"],"title":"by fax","status":"todo"}]},
        {"name":"C:\\ci\\src\\slip.test.js","status":"failed","message":"SyntaxError","assertionResults":[]}]}
      """#)
    #expect(
      tests.told == [
        "mail muted.is not sent passed", "mute.test.js.is sent failed", "mail.on TV skipped", "mail.by fax skipped",
        "slip.test.js error",
      ])
    #expect(tests[0].seconds == 0.02 && tests[1].message == "Error: no mail" && tests[4].message == "SyntaxError")
  }

  @Test("mocha: passes, failures and pending tests are told apart by their lists")
  func mocha() throws {
    let tests = try Reports.tests(
      #"""
      {"stats":{"tests":3},"tests":[],"passes":[{"title":"is muted","fullTitle":"mail is muted","duration":3,"err":{}}],
       "failures":[{"title":"\"before each\" hook","fullTitle":"mail \"before each\" hook","err":{"message":"no db"}}],
       "pending":[{"title":"later","fullTitle":"later"}]}
      """#)
    #expect(tests.told == ["mail.is muted passed", "mail.\"before each\" hook failed", "later skipped"])
    #expect(tests[1].message == "no db")
  }

  @Test("Playwright: a flaky test passed, one that is to fail proves nothing, and each project is a test")
  func playwright() throws {
    func spec(_ title: String, _ status: String, project: String = "", expected: String = "passed") -> String {
      #"""
      {"title":"\#(title)","file":"mute.spec.ts","tests":[{"projectName":"\#(project)","status":"\#(status)",
      "expectedStatus":"\#(expected)","results":[{"duration":9,"error":{"message":"first"}},{"duration":1000}]}]}
      """#
    }
    let inner = [spec("muted", "expected", project: "webkit"), spec("flaky", "flaky"), spec("broken", "unexpected")]
    let outer = [spec("known bug", "expected", expected: "failed"), spec("on TV", "skipped")]
    let tests = try Reports.tests(
      #"""
      {"config":{},"suites":[{"title":"mute.spec.ts","specs":[\#(outer.joined(separator: ","))],
      "suites":[{"title":"mail","specs":[\#(inner.joined(separator: ","))]}]}],"errors":[{"message":"no server"}]}
      """#)
    #expect(tests.map(\.outcome) == [.skipped, .skipped, .passed, .passed, .failed, .error])
    #expect(tests[2].name == "muted [webkit]" && tests[2].suite == "mail" && tests[2].seconds == 1)
    #expect(tests[2].isNamed(byAnyOf: ["mail muted"]))
    #expect(tests[5].message == "no server")
  }
}
