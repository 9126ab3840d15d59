import Intake
import PlanModel
import Testing

@Suite("What says nothing") struct FillerTests {
  private func chat(_ words: String) throws -> Reading {
    try read("2025-03-12 08:15 - Ana: The tablet logs me out\n2025-03-12 08:16 - Bo: \(words)\n")
  }

  @Test(
    "sounds, farewells and symbols need no carrying",
    arguments: [
      "Bye!", "Ciao, bye.", "Mm-hmm.", ":pizza:", "OK, thanks, bye everybody!", "👍", "Tschüss!", "See you later",
    ])
  func filler(words: String) throws {
    #expect(try chat(words).said == ["The tablet logs me out"])
  }

  @Test(
    "what answers or asks is a statement",
    arguments: ["Yes", "OK", "no", "+1", "Oh no, again", "Mm, the button is off", "bye bye button fails", "Thanks"])
  func statements(words: String) throws {
    #expect(try chat(words).said.count == 2)
  }

  @Test("that a message was changed later is no part of it")
  func edited() throws {
    let reading = try chat("same here at the shop <This message was edited>")
    #expect(reading.said == ["The tablet logs me out", "same here at the shop"])
    #expect(reading.why("<This message was edited>") == "notice")
  }

  @Test(
    "an answer that answers nothing is told apart where a form was filled",
    arguments: ["n/a", "none", "nichts", "k.A.", "-", "Keine Angabe", "N/A."])
  func emptyAnswer(words: String) throws {
    let reading = try read(
      "Name (optional),What would you change?\nAna,Please make the search faster.\nBo,\(words)\nCy,I want dark mode now.\n",
      "survey.csv")
    #expect(
      reading.said.filter { $0 != "What would you change?" } == [
        "Please make the search faster.", "I want dark mode now.",
      ])
    #expect(reading.speaker("I want dark mode now.") == "Cy")
  }
}
