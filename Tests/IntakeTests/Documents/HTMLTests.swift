import Intake
import PlanModel
import Testing

@Suite("Pages of HTML")
struct HTMLTests {
  private func page(_ body: String, head: String = "") throws -> Reading {
    let bytes = Array("<!DOCTYPE html>\n<html><head>\(head)</head><body>\(body)</body></html>".utf8)
    #expect(Original.recognise(bytes) == .html)
    try Promises.expect(bytes, name: "page.html")
    return try Original.read(bytes)
  }

  private func texts(_ body: String) throws -> [String] { try page(body).statements.map(\.text) }

  @Test("headings, code and short rows are one statement each; paragraphs and items are cut into sentences")
  func blocks() throws {
    let body = """
      <h1>The export. A plan</h1><p>It fails on <b>Mondays</b>.\n  Nobody knows   why.</p>
      <ul><li>One. Two.<li>Three<ul><li>Inner</ul></ul>
      <table><caption>Codes</caption><tr><th>Code<th>Meaning<tr><td>Code:<td>x<tr><td>429</td><td>Too many. Wait.</td></tr></table>
      <pre><code>let a = 1
      print(a)</code></pre><dl><dt>Word<dd>What it means.</dl>
      """
    #expect(
      try texts(body) == [
        "The export. A plan", "It fails on Mondays.", "Nobody knows why.", "One.", "Two.", "Three", "Inner", "Codes",
        "Code | Meaning", "Code: x", "429 | Too many. Wait.", "let a = 1 print(a)", "Word", "What it means.",
      ])
  }

  @Test("menus, banners, side notes, footers and buttons need no carrying, and are not lost")
  func frames() throws {
    let reading = try page(
      """
      <header><a href="/">Acme</a></header><nav><ul><li>Home</li></ul></nav><div class="breadcrumbs wide">Docs</div>
      <main><header><h1>Exports</h1></header><p>It fails.</p><button>Copy</button><aside>Mind the step.</aside></main>
      <div role="complementary"><div>See also</div></div><aside><article>Another</article></aside><footer>© Acme</footer>
      """)
    #expect(reading.said == ["Exports", "It fails.", "Mind the step."])
    for text in ["Acme", "Home", "Docs", "See also", "Another", "© Acme"] { #expect(reading.why(text) == "footer") }
    #expect(reading.why("Copy") == "metadata")
  }

  @Test("what is not shown needs no carrying, and is not lost")
  func hidden() throws {
    let reading = try page(
      """
      <div style="Display: none !important">Open me.<div>Deeper.</div></div><p>It fails.</p><p hidden>Ignore all.<p>Always.
      <section hidden="until-found"><p>Found.</p></section><p aria-hidden="true">Seen.</p><img style="display:none"><p>Last.</p>
      """)
    #expect(reading.said == ["It fails.", "Always.", "Found.", "Seen.", "Last."])
    for text in ["Open me.", "Deeper.", "Ignore all."] { #expect(reading.why(text) == "markup") }
  }

  @Test("a menu that is not closed ends where the page begins, and a page of frames alone is read")
  func unclosed() throws {
    #expect(try page("<nav>Menu<main><p>It fails.</p></main>").said == ["It fails."])
    #expect(try page("<div id=sidebar><p>It fails. <p>Always.").said == ["It fails.", "Always."])
    #expect(try page("<header><h1>Exports</h1>Acme</header><p>It fails.</p>").said == ["Exports", "It fails."])
  }

  @Test("the title is said first, and is a repetition where the first heading says the same")
  func title() throws {
    let reading = try page("<h1>Exports</h1><p>It fails.</p>", head: "<title>Exports &amp; more — Acme</title>")
    #expect(reading.title == "Exports" && reading.said == ["Exports", "It fails."])
    #expect(reading.why("Exports & more — Acme") == "repetition")
    let other = try page("<svg><title>icon</title></svg><p>It fails.</p>", head: "<title>Exports</title>")
    #expect(other.title == "Exports" && other.said == ["Exports", "It fails."])
  }

  @Test("a document of Google's: its title is one, and a comment in the margin is no part of what it stands below")
  func googleDocument() throws {
    let reading = try read(
      """
      <html><body class="doc-content"><p class="c1 title" id="h.1"><span>PIN login</span></p><h1><span>Problem</span></h1>
      <p><span>Drivers lose two minutes</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><span> at every stop.</span></p>
      <h1>Non-goals</h1><p>SSO.</p><p>See <a href="#cmnt-policy">the policy of comments</a>.</p>
      <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Marco: for everybody?</span></p></div></body></html>
      """)
    #expect(reading.title == "PIN login")
    #expect(
      reading.said == [
        "PIN login", "Problem", "Drivers lose two minutes at every stop.", "Non-goals", "SSO.",
        "See the policy of comments.",
      ])
    #expect(reading.why("Marco: for everybody?") == "notice")
    let open = try read(
      "<html><body><p>See <a href=\"#cmnt1\">one and all of the rest is read</abbr> too.</p></body></html>")
    #expect(open.said == ["See one and all of the rest is read too."])
  }

  @Test("author, day and address are taken from the head")
  func metadata() throws {
    let reading = try page(
      "<p>It fails.</p>",
      head: """
        <!-- saved from url=(0024)https://example.com/a -->
        <meta property=article:published_time content='2024-05-01T10:32:00+02:00'><META NAME="Author" CONTENT="Dana &amp; Sam">
        <link rel="canonical" href="https://example.com/b">
        """)
    #expect(reading.received == "2024-05-01T10:32:00+02:00")
    #expect(reading.statements.map(\.speaker) == ["Dana & Sam"])
    #expect(reading.origin.url == "https://example.com/a")
  }

  @Test("characters by name and number, with and without semicolon; scripts and comments are no words")
  func characters() throws {
    let body = """
      <p>&Eacute;t&eacute;&nbsp;&CounterClockwiseContourIntegral;&#8217;&#x2019; AT&T &amp &copy2024 &lang=en &nonsense;</p>
      <script>if (a < b) "</p>"</script><style>p { }</style><!-- a > b --><p>3 < 4 &NotEqualTilde;</p>
      """
    #expect(try texts(body) == ["Été ∳’’ AT&T & ©2024 &lang=en &nonsense;", "3 < 4 ≂̸"])
  }

  @Test("the declared character set counts, then a byte order mark, then UTF-8 or Western text")
  func characterSets() throws {
    let read = { (bytes: [UInt8]) in try Original.read(bytes, name: "a.html").statements.map(\.text) }
    let declared = Array("<html><meta charset=\"windows-1251\"><p>".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    #expect(try read(declared) == ["Привет"])
    var mark: [UInt8] = [0xFF, 0xFE]
    for unit in "<html><p>größe".utf16 { mark += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read(mark) == ["größe"])
    let start = Array("<html><p>".utf8)
    #expect(try read(start + [0x67, 0x72, 0xF6, 0xDF, 0x65]) == ["größe"])
    #expect(throws: IntakeError.unknownEncoding(offset: 9)) { try read(start + [0x81, 0x81]) }
    #expect(throws: IntakeError.notText(offset: 9)) { try read(start + [0, 1]) }
  }

  @Test("a whole mail in a preformatted block is words, and so are the speakers of a conversation")
  func conversations() throws {
    let mail = try page(
      "<pre>Hi all,\n\nthe export fails on Mondays. I do not\nknow why.\n\n&gt; Always?\n\nYes.\n\nBest regards\nDana</pre>"
    )
    #expect(mail.said == ["the export fails on Mondays.", "I do not know why.", "Always?", "Yes."])
    #expect(mail.why("Hi all,") == "greeting" && mail.why("Dana") == "signature")
    let lines = ["Dana Ng: It fails.", "Sam Roe: Since when?", "Dana Ng: Monday."].map { "<p>\($0)</p>" }
    let reading = try page("<h1>Call</h1>" + lines.joined())
    #expect(reading.statements.map(\.speaker) == ["", "Dana Ng", "Sam Roe", "Dana Ng"])
  }

  @Test("HTML is recognised by its beginning, a fragment by its name; text about HTML is not")
  func recognition() {
    let format = { (text: String, name: String?) in Original.recognise(Array(text.utf8), name: name) }
    #expect(format("<?xml version=\"1.0\"?>\n<!-- a --><!DOCTYPE HTML PUBLIC \"x\"><p>a", nil) == .html)
    #expect(format("\n<HTML lang=en><p>a", "a.txt") == .html)
    #expect(format("<p>a</p>", "a.htm") == .html)
    #expect(format("<p>a</p>", nil) == .text)
    #expect(format("Write <html> first.", "a.txt") == .text)
    #expect(format("# A page\n\n```\n<html>\n```\n\n**b** c\n\n[d](http://e)", "a.md") == .markdown)
    #expect(format("Just words < more words", "a.html") == .text)
  }

  @Test("every beginning of a page is read or refused, and nesting costs nothing")
  func hostile() throws {
    let text = """
      <!DOCTYPE html><title>T</title><nav class="menu">a</nav><table><tr><td>b<table><tr><td>c</table><td a='x'>d</table>
      <pre>e\n f</pre><h2>g &amp; h</h2><!-- i --><ul><li>j
      """
    let bytes = Array(text.utf8)
    for length in 1...bytes.count {
      do { try Promises.expect(Array(bytes.prefix(length)), name: "a.html") } catch is IntakeError {}
    }
    for unit in [
      "<div class=menu>", "<table><tr><td>a", "<pre>a", "<ul><li>a", "</td></tr></table>a", "<a b='", "&#", "<!--",
    ] {
      let bytes = Array(("<html>a" + String(repeating: unit, count: 20_000) + "end").utf8)
      #expect(try Original.read(bytes).statements.isEmpty == false, "\(unit)")
    }
  }
}
