import Intake
import PlanModel
import Testing

@Suite("Minutes")
struct MinutesTests {
  private static let plain = """
    Customer call Northwind - minutes
    Date: 6 November 2026
    Attendees: Rita Gomez, Paul Ek, Mia Berg

    1. Imports
    Rita: The CSV import stops at row 5,000.
    Paul: We split the file into pieces.
    Mia: Which encoding is the file?
    Rita: UTF-8.

    2. Permissions
    Paul: Interns must not be able to delete projects.
    Decision: Interns get the role "viewer".
    It holds from December.
    Action: Mia sends the list of roles by Friday.

    """

  @Test("topics, decisions and tasks are said by nobody, and the day at the top is the source's")
  func plainText() throws {
    let reading = try read(Self.plain, "minutes.txt")
    #expect(reading.received == "2026-11-06")
    #expect(reading.speaker("UTF-8.") == "Rita")
    #expect(reading.speaker("Interns must not be able to delete projects.") == "Paul")
    for text in [
      "1. Imports", "2. Permissions", "Decision: Interns get the role \"viewer\".", "It holds from December.",
      "Action: Mia sends the list of roles by Friday.",
    ] { #expect(reading.speaker(text)?.isEmpty == true, "\(text)") }
  }

  @Test("a list with numbers in what somebody says stays theirs")
  func ownList() throws {
    let text = "Rita: We do two things.\n\n1. Import\n2. Export\n\nPaul: Why?\nRita: It was asked.\nPaul: I see.\n"
    #expect(try read(text, "talk.txt").speaker("1. Import") == "Rita")
  }

  private static let markdown = """
    # Protokoll

    **Datum:** 5. November 2026, 10:00–11:00 Uhr
    **Teilnehmer:** Petersen, Yilmaz, Mia

    ## Zählerstände

    - Petersen: Beim Hochladen bricht die App ab.
    - Yilmaz: Schön wäre ein Feld.
    - Mia: Geht das nicht schon?
    - Yilmaz: Nein, der Knopf ist grau.

    ## Beschlüsse

    - Der Knopf wird aktiviert.
    - TODO Mia: Logdateien anfordern.

    """

  @Test("in Markdown a heading ends what somebody says, as a task does")
  func headings() throws {
    let reading = try read(Self.markdown, "protokoll.md")
    #expect(reading.received?.hasPrefix("2026-11-05") == true)
    #expect(reading.people.map(\.name) == ["Petersen", "Yilmaz", "Mia"])
    #expect(reading.speaker("Nein, der Knopf ist grau.") == "Yilmaz")
    for text in ["Beschlüsse", "Der Knopf wird aktiviert.", "TODO Mia: Logdateien anfordern."] {
      #expect(reading.speaker(text)?.isEmpty == true, "\(text)")
    }
  }

  @Test("a day in the words of a text is not the text's")
  func otherDays() throws {
    #expect(try read("# Plan\n\nWe ship on 5 November 2026.\n", "plan.md").received == nil)
    #expect(try read("# Plan\n\nUpdate: it ships on 5 November 2026.\n", "plan.md").received == nil)
  }
}
