import Intake
import PlanModel
import Testing

@Suite("What the columns of a table are")
struct TableColumnTests {
  @Test("where a row answers several questions, each stands before its answer")
  func questions() throws {
    let reading = try read(Tables.prosAndCons, "a.csv")
    #expect(
      reading.statements.prefix(5).map(\.text) == [
        "Overall Rating: 4.5", "Pros", "Quick to set up", "Cons", "The phone app is slow.",
      ])
    #expect(reading.why("Cons") == "metadata")
    #expect(reading.why("No export") == nil)
  }

  @Test("the only question stands once, above the answers")
  func question() throws {
    let reading = try read(Tables.question, "a.csv")
    #expect(
      reading.statements.map(\.text) == [
        "What should we build next?", "Offline mode", "A calendar, please, and a way to print it", "Nothing",
      ])
    #expect(reading.title == "What should we build next?")
    #expect(reading.why("What should we build next?") == "metadata")
  }

  @Test("SurveyMonkey's second row of names belongs to the questions")
  func surveyMonkey() throws {
    let reading = try read(Tables.monkey, "a.csv")
    #expect(reading.said == ["Offline mode.", "I travel.", "Board", "Board", "Calendar", "Paper notes"])
    #expect(reading.statements.contains { $0.text == "Which do you use? Other (please specify)" })
    #expect(!reading.statements.contains { $0.text.contains("Open-Ended") })
  }

  @Test("Qualtrics' three rows of names are none of the answers")
  func qualtrics() throws {
    let reading = try read(Tables.qualtrics, "a.csv")
    #expect(
      reading.said == ["The search.", "It finds nothing.", "No", "Printing", "I would pay for a week view."])
    #expect(reading.speaker("Printing") == "R_9kAb2")
    #expect(!reading.statements.contains { $0.text.contains("ImportId") })
  }

  @Test("titles above the table and sums below it are no voices")
  func frame() throws {
    let reading = try read(Tables.titled, "a.csv")
    #expect(reading.title == "Feedback of the first quarter")
    #expect(reading.said == ["The report is hard to read.", "Please let me sort by owner."])
    #expect(reading.why("Exported by Pat") == "metadata")
    #expect(reading.why("Total; 19") == "metadata")
    #expect(reading.origin.reach == 19)
    #expect(reading.people.map(\.name) == ["Acme", "Birch"])
  }

  @Test("without a header, what stands in a column tells what it is")
  func bare() throws {
    let reading = try read(Tables.bare, "a.csv")
    #expect(reading.said.first == "I like it, and so does my whole team.")
    #expect(
      reading.statements.map(\.speaker) == [
        "dana@example.com", "dana@example.com", "sam@example.com", "sam@example.com",
      ])
    #expect(reading.statements[0].text == "5")
  }

  @Test("other languages", arguments: [Tables.german, Tables.japanese])
  func languages(_ text: String) throws {
    let reading = try read(text, "a.csv")
    #expect(reading.origin.reach == 2)
    #expect(reading.people.count == 1)
    #expect(!reading.statements[0].time.isEmpty)
    #expect(reading.said.count == (text == Tables.japanese ? 3 : 2))
  }

  @Test("prose is words whatever its column is called; numbers are none")
  func content() throws {
    let prose = "The list jumps back to the top whenever a card is moved by somebody else"
    let reading = try read("id,status,score\n1,\(prose),3\n2,\(prose) today,4\n", "a.csv")
    #expect(reading.said == [prose, prose + " today"])
    let counted = try read("title,body,comments\nSlow,It is slow.,12\nLoud,It is loud.,3\n", "a.csv")
    #expect(counted.statements.map(\.text) == ["Slow", "It is slow.", "Loud", "It is loud."])
  }

  @Test("identifiers, states, addresses of pages and times of programs are not said by anybody")
  func machinery() throws {
    let text = """
      id,url,status,synced,is_public,body
      8f14e45f-ceea-467f,https://example.com/1,open,2024-01-02 10:00:00,TRUE,It is slow.
      c9f0f895-fb98-4a5b,https://example.com/2,closed,2024-01-03 10:00:00,FALSE,It is loud.
      """
    #expect(try read(text, "a.csv").statements.map(\.text) == ["It is slow.", "It is loud."])
  }

  @Test("seconds since 1970 are times; days and months are told apart by a day after the twelfth")
  func times() throws {
    let seconds = try read("created_at,comment\n1704269482,One.\n1704269482000,Two.\n", "a.csv")
    #expect(seconds.statements.map(\.time) == ["2024-01-03T08:11:22Z", "2024-01-03T08:11:22Z"])
    let days = try read("date,comment\n03/04/2024,One.\n13/04/2024,Two.\n", "a.csv")
    #expect(days.statements.map(\.time) == ["2024-04-03", "2024-04-13"])
  }

  @Test("a field with HTML is read as a page, one with lines as mail")
  func fields() throws {
    let reading = try read(Tables.tickets, "a.csv")
    #expect(reading.statements.contains { $0.text == "It says \"no\"." })
    #expect(reading.why("Hi team,") == "greeting")
    #expect(reading.why("Best regards,") == "signature")
    #expect(reading.why("On Jan 2, 2024, Dana wrote:") == "attribution")
    #expect(reading.statements.last?.speaker == "Dana")
  }
}
