import Intake
import Testing

/// Sentences are written with `|` where a cut belongs, and nowhere else.
@Suite("The sentence splitter")
struct SentenceSplitterTests {
  private func expectCuts(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
    let expected = marked.split(separator: "|").map {
      String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let text = expected.joined(separator: " ")
    #expect(SentenceSplitter.sentences(in: text) == expected, sourceLocation: location)
  }

  private func expectCutsWithoutSpaces(_ marked: String, _ location: SourceLocation = #_sourceLocation) {
    let expected = marked.split(separator: "|").map(String.init)
    #expect(SentenceSplitter.sentences(in: expected.joined()) == expected, sourceLocation: location)
  }

  @Test(
    "plain sentences are cut at their stops",
    arguments: [
      "I tried three times. | I can't figure it out!", "Does it work? | No. | Why not?",
      "It failed?! | Then it worked.",
      "I have lived here since 2012. | The app is new.", "We have 3 plans. | 2 of them are free.",
      "Done. | https://example.com/a.b?c=d. | Next one.",
    ])
  func plain(_ text: String) { expectCuts(text) }

  @Test(
    "abbreviations do not end a sentence",
    arguments: [
      "Use a filter, e.g. Inbox, or a rule, i.e. Sieve.", "Dr. Ng and Mr. Lee met Prof. Okafor vs. Acme.",
      "See No. 5 and Fig. 2 on p. 12 of vol. 3.", "It happens at 9 a.m. Pacific time.", "The U.S. Government uses it.",
      "J. R. R. Tolkien and John F. Kennedy wrote.", "Acme Inc. Limited and Foo Ltd. Partners.", "On Jan. 5 it broke.",
      "Das ist z. B. so.", "Siehe Abb. 3. | Am 1. Mai.", "See No. 5. | Then stop; it is late.",
      "Das ist z.B. Outlook, bzw. Thunderbird.", "Am 3. Mai ging es nicht.", "Die 2. Version ist besser.",
    ])
  func abbreviations(_ text: String) { expectCuts(text) }

  @Test(
    "an abbreviation ends a sentence where the next word begins one",
    arguments: [
      "We sell pens, ink, etc. | The shop is open.", "It is 9 a.m. | Please call.",
      "He lives in the U.S. | She does not.",
      "No. | I don't.", "I pick plan B. | The other is dear.", "It took 200 ms. | Then it failed.",
    ])
  func abbreviationsAtTheEnd(_ text: String) { expectCuts(text) }

  @Test(
    "names of files, addresses, versions and numbers stay whole",
    arguments: [
      "Since 1.2.3 the file foo.ts in ../a.b is gone. | It was there in v2.",
      "Write to dana.ng@example.com. | She knows.",
      "Open https://example.com/a.b?c=d. | Then wait.", "It costs 3.50 or 1.000,00 today.", "Use node.js. | We do.",
      "We use .NET and example.com. | It works.", "Upgrade to 1.2.3. | Then restart.",
    ])
  func names(_ text: String) { expectCuts(text) }

  @Test(
    "quotations, brackets and code keep their stops",
    arguments: [
      "She said \"It works. Really.\" and left.", "(See the docs. They help.) | It fails.",
      "Run `a. B` first. | Then stop.",
      "He asked \"Why?\" | Then he left.", "“I tried. It failed.” | The end.",
      "The button (\"Save.\") is gone. | Where is it?",
      "\"I tried three times. | I can't do it.\"", "It fails.[1] | The log is attached.", "**Done.** | Next.",
    ])
  func shelters(_ text: String) { expectCuts(text) }

  @Test(
    "ellipses, emoji and emoticons",
    arguments: [
      "Hmm... well, it works.", "I waited... | Nothing happened.", "Great! 🎉 | Next please.",
      "It broke :( and I cried.",
      "It works. :) | Thanks.", "Wait… what?", "So sad :( (really. Truly.) | Bye.",
    ])
  func ellipses(_ text: String) { expectCuts(text) }

  @Test(
    "people who write without capitals are understood",
    arguments: [
      "i tried that. | it did not work. | but why?", "it broke? | i tried again",
      "use e.g. firefox",
    ])
  func informal(_ text: String) { expectCuts(text) }

  @Test(
    "a lower-case word goes on with the sentence",
    arguments: [
      "Yahoo! is a portal.", "The file readme. txt is there.", "Click Next etc. and wait.",
    ])
  func lowerCase(_ text: String) { expectCuts(text) }

  @Test(
    "numbers of list items stay with their items",
    arguments: [
      "1. Open the settings.", "1. Open it. | 2. Click Save. | 3. Wait.", "Steps: 1. Open it.",
    ])
  func numbers(_ text: String) { expectCuts(text) }

  @Test(
    "other scripts",
    arguments: [
      "क्या यह चलता है? | यह नहीं चलता। | धन्यवाद।", "هل يعمل؟ | لا يعمل.", "Это не работает. | Помогите, т.е. почините.",
      "ไม่สามารถเข้าสู่ระบบได้ ช่วยด้วย", "Γιατί δεν δουλεύει; | Δεν ξέρω; τέλος.", "کیا یہ چلتا ہے؟ | نہیں۔ | شکریہ۔",
      "¿Funciona? | ¡No! | «No sé.» | Es posible, p. ej. Madrid.", "См. рис. 2 и стр. 5. | Готово.",
    ])
  func scripts(_ text: String) { expectCuts(text) }

  @Test(
    "scripts without spaces are cut behind their stops",
    arguments: [
      "動きません。|助けてください！|どうすれば？", "彼は「動かない。」と言った。|終わり", "无法登录。|请帮忙。",
    ])
  func wideScripts(_ text: String) { expectCutsWithoutSpaces(text) }

  @Test(
    "every byte but the spaces between sentences is kept",
    arguments: [
      "", ".", "...", "?", "((((", "\"\"\"", "````", "a.", ". . .", "。。。", "a) b) c)", ":( :( :(", "é. É. ß.",
    ])
  func nothingIsLost(_ text: String) {
    let joined = SentenceSplitter.sentences(in: text).joined().filter { $0 != " " }
    #expect(joined == text.filter { $0 != " " })
  }

  @Test("brackets and stops without end take linear time")
  func hostileText() {
    for unit in ["(", ")", "\"", "`", "``` ` ", ". A", "。", "[1]", "( a. B) "] {
      let text = String(repeating: unit, count: 40_000)
      #expect(!SentenceSplitter.sentences(in: text).isEmpty)
    }
  }
}
