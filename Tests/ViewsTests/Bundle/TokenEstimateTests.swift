import Testing

@testable import Views

@Suite("The estimate of tokens") struct TokenEstimateTests {
  @Test(
    "is not below what cl100k_base makes of a text, and not far above",
    arguments: [
      ("", 0),
      ("a", 1),
      ("Muting stops every non-critical email.", 9),
      (
        "As an account owner, I want to mute notification emails from the settings page, so that my inbox only holds what I asked for.",
        27
      ),
      ("struct UserSettings {\n  private(set) var isMuted = false\n  mutating func mute() { isMuted = true }\n}\n", 28),
      ("for (i = 0; i < 10; i++) { a[i] += b[i] * 3.14159; }", 30),
      ("3f2a9c1b4d5e8f7a6b5c4d3e2f1a0b9c8d7e6f5a", 40),
      ("550e8400-e29b-41d4-a716-446655440000", 18),
      ("TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQsIGNvbnNlY3RldHVy", 38),
      ("xqzvk jwqpt zzrgh bvxcm qwrtz", 17),
      ("}{)(;;<>!@#$%^&*-+=/", 12),
      ("2026-11-21T16:14:34+00:00 192.168.100.254 18446744073709551615", 32),
      ("😀🎉🚀👩\u{200d}💻🇩🇪", 21),
      ("我们需要能够在设置页面中关闭通知邮件。", 15),
      ("通知メールをオフにできるようにしてほしい。", 20),
      ("알림 메일을 끌 수 있어야 합니다.", 17),
      ("Мы хотим отключить уведомления по почте на странице настроек.", 24),
      ("Wir möchten die Benachrichtigungen per E-Mail ausschalten können, außer Sicherheitsmeldungen.", 23),
      ("نريد إيقاف رسائل البريد الإلكتروني", 25),
      ("हम सेटिंग्स पेज से सूचना ईमेल बंद करना चाहते हैं", 47),
      ("SELECT id, COUNT(*) FROM users WHERE created_at >= '2026-01-01' GROUP BY id HAVING COUNT(*) > 1;", 30),
      ("\t\tif err != nil {\n\t\t\treturn fmt.Errorf(\"reading %s: %w\", path, err)\n\t\t}\n", 25),
      ("HTTPServerURLSessionDataTaskDelegateXMLParser", 8),
      ("| a | b |\n|---|--:|\n| 1 | 2.5 |\n", 19),
      ("\u{7}\u{1b}[31mred\u{1b}[0m", 8),
    ] as [(String, Int)])
  func bounds(text: String, tokens: Int) {
    let estimate = TokenEstimate.tokens(in: text)
    #expect(estimate >= tokens)
    #expect(estimate <= 3 * tokens + 2)
  }
}

@Suite("Fitting a bundle into its budget") struct BundleFitTests {
  /// A part whose forms cost what is said, and are told apart by that.
  private func part(_ name: String, _ rank: BundlePart.Rank, _ costs: Int...) -> BundlePart {
    BundlePart(name, name, rank, forms: costs.map { BundlePart.Form(extent: .full, text: "\($0)") })
  }

  private func fit(_ parts: [BundlePart], _ budget: Int) -> BundleFit {
    BundleFit(parts, budget: budget, frame: 10) { part, form in Int(part.forms[form].text) ?? 0 }
  }

  private var parts: [BundlePart] {
    [part("code", .code, 100, 50, 5), part("task", .task, 60, 5), part("more code", .code, 100, 50, 5)]
  }

  @Test("what is to be done grows first, then the places of the code in turn")
  func order() {
    #expect(fit(parts, 200).chosen.map(\.part.name) == ["code", "task", "more code"])
    #expect(fit(parts, 24).chosen.isEmpty == false)
    #expect(fit(parts, 80).chosen.map(\.form) == [2, 0, 2])
    #expect(fit(parts, 175).chosen.map(\.form) == [1, 0, 1])
    #expect(fit(parts, 270).chosen.map(\.form) == [0, 0, 0])
  }

  @Test("the budget is never exceeded, and what has no room is named", arguments: (2..<45).map { $0 * 7 })
  func budget(budget: Int) {
    let fit = fit(parts, budget)
    let cost = fit.chosen.reduce(10) { $0 + (Int($1.part.forms[$1.form].text) ?? 0) }
    #expect(cost == fit.tokens && cost <= budget)
    #expect(fit.chosen.count + fit.dropped.count == parts.count)
  }

  @Test("parts are dropped from the end until the task says the most of it")
  func taskFirst() {
    let parts = [part("task", .task, 90, 30, 5), part("code", .code, 50, 10), part("more code", .code, 50, 10)]
    #expect(fit(parts, 60).chosen.map(\.part.name) == ["task", "code", "more code"])
    #expect(fit(parts, 59).chosen.map(\.part.name) == ["task", "code"])
    #expect(fit(parts, 59).chosen.map(\.form) == [1, 1])
    #expect(fit(parts, 59).dropped == ["more code"])
    #expect(fit(parts, 41).chosen.map(\.form) == [1])
    #expect(fit(parts, 20).chosen.map(\.form) == [2])
  }

  @Test("lists keep their first items and say how to get the rest")
  func lists() {
    let part = BundlePart("why", "Why", .reasons, items: (1...30).map { "- item \($0)" }, more: "git handoff log")
    #expect(part.forms.map(\.extent) == [.full, .excerpt, .excerpt, .line])
    #expect(part.forms[1].text.hasSuffix("- … and 18 more: `git handoff log`"))
    #expect(part.forms[3].text == "- 30 entries left out: `git handoff log`")
  }
}
