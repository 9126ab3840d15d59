import Intake
import PlanModel
import Testing

@Suite("A row of a table is a voice")
struct TableSpeakerTests {
  @Test("name, time, title and words; the rating stands with its review")
  func review() throws {
    let reading = try read(Tables.reviews, "reviews.csv")
    #expect(reading.format == .table)
    #expect(
      reading.statements.map(\.text) == [
        "Rating: 2; Version: 2.1; Country: DE", "Slow", "It takes \"ages\" to open.", "Please fix it.",
        "Rating: 5; Version: 2.2; Country: FR", "Love it!", "Rating: 4; Version: 2.2; Country: FR",
      ])
    #expect(reading.said == ["Slow", "It takes \"ages\" to open.", "Please fix it.", "Love it!"])
    #expect(reading.speaker("Slow") == "Dana Ng")
    #expect(reading.statements.first?.time == "2024-01-02")
    #expect(reading.received == "2024-01-02")
  }

  @Test("a row without a name is called by its number, as a spreadsheet counts")
  func anonymous() throws {
    let reading = try read(Tables.reviews, "reviews.csv")
    #expect(reading.speaker("Love it!") == "row 3")
    #expect(reading.people == [Person(name: "Dana Ng"), Person(name: "Sam Reyes")])
    let rows = try read("comment\nfine\nfine\n", "a.csv")
    #expect(rows.statements.map(\.turn) == [1, 2])
    #expect(rows.statements.map(\.speaker) == ["row 2", "row 3"])
  }

  @Test(
    "a name that stands for nobody is not one person's",
    arguments: [
      ("Anonymous", 3), ("A Google user", 3), ("Anonym", 3), ("n/a", 3), ("-", 3), ("Dana Ng", 1), ("User 12", 1),
    ])
  func standIns(name: String, reach: Int) throws {
    let reading = try read("Name,Comment\n\(name),It is slow.\n\(name),No login.\n\(name),Too dark.\n", "a.csv")
    #expect(reading.origin.reach == reach)
  }

  @Test("the number of a ticket stands with its row")
  func numbers() throws {
    let text = "Ticket ID;Subject;Description;Requester\n501;Login;I can not log in.;Kai\n502;Dark;Add a mode.;Lea\n"
    let reading = try read(text, "a.csv")
    #expect(reading.statements.map(\.text).contains("Ticket ID: 501"))
    #expect(reading.said == ["Login", "I can not log in.", "Dark", "Add a mode."])
  }

  @Test("the name comes first, then the address, then the user's id")
  func speakers() throws {
    let text = "user_id,email,name,comment\n77,a@example.com,Ann,One.\n78,b@example.com,,Two.\n79,,,Three.\n"
    let reading = try read(text, "a.csv")
    #expect(reading.statements.map(\.speaker) == ["Ann", "b@example.com", "79"])
    #expect(reading.people.map(\.address) == ["a@example.com", "b@example.com", nil])
    #expect(reading.origin.reach == 3)
  }

  @Test("first and last name are one name")
  func nameParts() throws {
    #expect(try read(Tables.monkey, "a.csv").speaker("I travel.") == "Ana Ruiz")
  }

  @Test("what a developer or vendor answers is said by them, when they said it")
  func replies() throws {
    let store = try read(Tables.play, "reviews.csv")
    let reply = try #require(store.statements.first { $0.text == "Danke!" })
    #expect(reply.speaker == "developer" && reply.time == "2024-01-04T10:00:00Z")
    #expect(store.speaker("Bitte beheben!") == "row 2")
    #expect(try read(Tables.prosAndCons, "a.csv").speaker("We are on it.") == "vendor")
  }

  @Test("Jira's comments have their own authors and times, its attachments are listed")
  func jira() throws {
    let reading = try read(Tables.jira, "jira.csv")
    let comments = reading.statements.filter { $0.speaker == "sam" || $0.text == "About 4000." }
    #expect(comments.map(\.text) == ["Which size; how many cards?", "About 4000."])
    #expect(comments.map(\.time) == ["2024-03-01T10:00", "2024-03-02T08:00"])
    #expect(reading.speaker("It never ends.") == "dana")
    #expect(
      reading.attachments == [Attachment(name: "log.txt", type: "", url: "https://jira.example.com/log.txt")])
    #expect(reading.origin.segments == ["Affects Version/s 2.1.0", "Affects Version/s 2.2.0", "Acme GmbH"])
    #expect(reading.origin.reach == 15)
  }

  @Test("one person who speaks in several rows is counted once")
  func reach() throws {
    let reading = try read("name,comment\nDana,It is slow.\nDana,It is loud.\nSam,It is fine.\nLee,\n", "a.csv")
    #expect(reading.origin.reach == 2)
  }

  @Test("a row that stands twice, with the same person and time, is a repetition")
  func repetition() throws {
    let row = "Dana,2024-01-02 10:00,It is slow.\n"
    let reading = try read("name,created,comment\n" + row + row, "a.csv")
    #expect(reading.said == ["It is slow."])
    #expect(reading.chatter.map(\.why) == ["repetition"])
  }
}
