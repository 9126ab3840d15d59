import Privacy
import Testing

@Suite("Mail addresses") struct EmailTests {
  static let addresses = [
    Example("ada@example.com"), Example("ada.lovelace@mail.example.co.uk"), Example("ada+news@example.com"),
    Example("a@b.de"), Example("o'brien@example.ie"), Example("ADA@EXAMPLE.COM"),
    Example("x_y-z%1@sub-domain.example.org"),
    Example("müller@example.de"), Example("info@bücher.example"), Example("почта@пример.рф"), Example("用户@例子.中国"),
    Example("ada@xn--bcher-kva.example"), Example("1234567@example.com"),
    Example("<ada@example.com>", "ada@example.com"),
    Example("mailto:ada@example.com", "ada@example.com"), Example("email=ada@example.com", "ada@example.com"),
    Example("ada@example.photography"), Example("\"ada lovelace\"@example.com"), Example("ada@[192.168.7.1]"),
    Example("'ada@example.com'", "ada@example.com"), Example("**ada@example.com**", "ada@example.com"),
    Example("メールはtaro@example.jpです", "taro@example.jp"), Example("邮箱：li@example.cn，谢谢", "li@example.cn"),
    Example("reply+ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRSTUVWXYZ234567@reply.example.com"),
    Example("https://example.com/?to=ada@example.com", "ada@example.com"),
    Example("ada@example.com?subject=Hi", "ada@example.com"), Example("ada@example.com:", "ada@example.com"),
  ]

  @Test("addresses are found whole", arguments: Self.addresses)
  func whole(_ example: Example) throws { try example.expect(.email) }

  @Test(
    "what only looks like an address is none",
    arguments: [
      "@ada", "@ada@chat.example.com", "git@github.com:ada/notes.git", "ssh://git@example.com/notes",
      "deploy@host.example.com:/srv/www", "https://ada@example.com/", "postgres://app:pw@db.example.com/x",
      "icon@2x.png", "icon@large.png", "lodash@4.17.21", "@types/node@20.1.0", "ada@localhost", "a @ b.com", "3 @ 5.00",
      "ada@.com", "ada@example.", "ada@example", "ada@example.c", "@example.com", "ada at example.com", "user@host.1",
      "image001.png@01D8A3B2.5F0C2E10", "a..b@example.com", "actions/checkout@v4.1", "@@ -1,3 +1,4 @@",
      "foo@bar@example.com",
    ])
  func others(_ text: String) throws { #expect(try found(text, .email) == []) }

  @Test("an address ends with its domain, not with the sentence")
  func ends() throws {
    #expect(try found("Write to ada@example.com.Then wait", .email) == ["email ada@example.com"])
    #expect(try found("ada@example.com,bob@example.com;eve@example.com", .email).count == 3)
    #expect(try found("(ada@example.com)…", .email) == ["email ada@example.com"])
    #expect(try found("ada@example.com/bob@example.com", .email).count == 2)
  }
}
