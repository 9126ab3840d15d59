import Testing

@testable import Intake

@Suite("A screen of phrases")
struct PhraseScreenTests {
  private let screen = PhraseScreen(PhraseTable("intended recipient|vat no|r.c.s."), PhraseTable("handelsregister"))

  @Test(
    "keeps back a text that holds none of its phrases",
    arguments: ["", "a", "Please add a filter by month.", "We paid the bill – “twice” – für März."])
  func keepsBack(text: String) {
    #expect(!screen.mayHold(Array(text.utf8)[...]))
  }

  @Test(
    "lets pass what holds one, in capitals, over a line end, at either end",
    arguments: [
      "for the intended recipient only", "FOR THE INTENDED RECIPIENT", "for the intended\n  recipient", "VAT no 12",
      "Paris R.C.S.", "Handelsregister",
    ])
  func letsPass(text: String) {
    #expect(screen.mayHold(Array(text.utf8)[...]))
  }

  @Test("lets every text in other letters pass when a phrase is written in such letters")
  func letters() {
    let screen = PhraseScreen(PhraseTable("конфиденциальн|confidential"))
    #expect(screen.mayHold(Array("Добрый день".utf8)[...]))
    #expect(!screen.mayHold(Array("Größe — “fine”".utf8)[...]))
  }

  @Test(
    "lets pass a mail's line that only its end tells apart",
    arguments: ["Von meinem Handy gesendet", "Sent from Outlook for iOS"])
  func endings(line: String) {
    #expect(Boilerplate.chatter(ofLine: Array(line.utf8)[...]) == .signature)
  }
}
