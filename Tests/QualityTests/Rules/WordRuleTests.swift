import PlanModel
import Testing

@Suite("Rules about words") struct WordRuleTests {
  @Test(
    "words are found in a criterion",
    arguments: [
      (.vagueWords, "The list shows a number of boards", "a number of"),
      (.vagueWords, "Sizes are adequate", "adequate"),
      (.weakWords, "The list might be sorted", "might"), (.weakWords, "The list is ideally sorted", "ideally"),
      (.escapeClauses, "Mails are sent as needed", "as needed"),
      (.escapeClauses, "The list is as short as possible", "as possible"),
      (.openEndedList, "The export holds boards and so on", "and so on"),
      (.openEndedList, "Boards, mails and more", "and more"),
      (.unmeasuredQuality, "The page is user-friendly", "user-friendly"),
      (.unmeasuredQuality, "The till responds quickly", "quickly"),
      (.unmeasuredComparison, "The search is faster", "faster"),
      (.unmeasuredComparison, "Errors have better texts", "better"),
      (.indefiniteTime, "Mails arrive as soon as possible", "as soon as possible"),
      (.indefiniteTime, "The list shows it immediately.", "immediately"),
      (.absoluteClaims, "The till has zero downtime", "zero downtime"),
      (.absoluteClaims, "The till has 100% uptime", "100% uptime"),
      (.andOr, "Boards and/or mails", "and/or"), (.andOr, "Boards or / and mails", "or / and"),
      (.unclearReference, "The list is sorted as mentioned above", "as mentioned above"),
      (.undecided, "The list shows N boards (TBC)", "TBC"), (.undecided, "TODO: sizes", "TODO"),
      (.undecided, "Boards are sorted by name??", "name?"), (.undecided, "Are boards sorted?", "sorted?"),
      (.doubleNegative, "It is not impossible to sort", "not impossible"),
      (.passiveWithoutAgent, "The mail is sent", "is sent"),
      (.passiveWithoutAgent, "The mail was not answered", "was not answered"),
    ] as [(Rule, String, String)])
  func found(_ rule: Rule, _ text: String, _ words: String) throws {
    let findings = Sample.findings(rule, in: [try Sample.criterion(text)])
    #expect(findings.map(\.problem) == [.quality(.words(rule, words))])
  }

  @Test(
    "words that mean something else are passed over",
    arguments: [
      (.vagueWords, "The page says how few boards are left"), (.vagueWords, "The list shows 20 boards"),
      (.weakWords, "When a guest might leave, the till asks"),
      (.escapeClauses, "When required fields are empty, the page says so"),
      (.escapeClauses, "Mails are sent as soon as possible"),
      (.openEndedList, "The export holds boards and more members than before"),
      (.unmeasuredQuality, "The page answers fast: within 2 seconds"),
      (.unmeasuredQuality, "The fast-forward button is shown"),
      (.unmeasuredQuality, "The file is machine-readable"), (.unmeasuredComparison, "The search is 3 times faster"),
      (.indefiniteTime, "The mail is sent immediately after the save"),
      (.indefiniteTime, "The page says how often it was read"),
      (.andOr, "Boards, mails, or both"),
      (.undecided, "The page shows the todo list"), (.undecided, "A mail names what needs to be resolved"),
      (.doubleNegative, "The mail is not sent, and no board is shown"),
      (.doubleNegative, "No mail is sent to a guest who did not ask"),
      (.passiveWithoutAgent, "The mail is sent by the shop"), (.passiveWithoutAgent, "The shop sends a mail"),
    ] as [(Rule, String)])
  func passedOver(_ rule: Rule, _ text: String) throws {
    #expect(Sample.findings(rule, in: [try Sample.criterion(text)]) == [])
  }

  @Test("a sentence is long from the sixty-first word on", arguments: [60, 61])
  func long(_ count: Int) throws {
    let text = Array(repeating: "word", count: count).joined(separator: " ")
    let findings = Sample.findings(.longSentence, in: [try Sample.criterion("The list", "\(text). And so it ends.")])
    #expect(findings.map(\.problem) == (count > 60 ? [.quality(.longSentence(words: count))] : []))
  }
}
