import PlanModel
import Testing

@Suite("Voices") struct VoicesTests {
  private let first: ID<Source>
  private let second: ID<Source>
  private let voices: Voices

  init() throws {
    first = try Sample.id("so-7h3q2dkm")
    second = try Sample.id("so-2fvx81pe")
    var one = try Sample.source()
    one.people = [Person(name: "Ann Lee", address: "Ann@Example.com"), Person(name: "Sam", address: "sam@example.com")]
    var other = try Sample.source()
    other.id = second
    other.people = [
      Person(name: "A. Lee", address: "ann@example.com"), Person(name: "Kim Ray", address: "kim@a.example"),
      Person(name: "Kim Ray", address: "kim@b.example"), Person(name: "[email-1]", address: "[email-1]"),
    ]
    voices = Voices([one, other], colleagues: ["SAM@example.com"])
  }

  private func key(_ speaker: String, _ source: ID<Source>, turn: Int = 1, isTable: Bool = false) -> String {
    voices.voice(speaker: speaker, turn: turn, in: source, isTable: isTable).key
  }

  @Test("one address is one person, whatever the names and in whichever source")
  func address() {
    #expect(key("Ann Lee", first) == key("A. Lee", second))
    #expect(key("ann@example.com", second) == key("Ann Lee", first))
    #expect(key("Ann Lee", second) == key("Ann Lee", first))
  }

  @Test("whoever answers in a source, as the source says, is a colleague: by name there, by address everywhere")
  func agents() throws {
    var one = try Sample.source()
    one.people = [
      Person(name: "Alma", role: .agent), Person(name: "Bo", address: "bo@acme.example", role: .agent),
      Person(name: "Kim", role: .customer),
    ]
    var other = try Sample.source()
    other.id = second
    other.people = [Person(name: "Bo Ek", address: "BO@acme.example")]
    let voices = Voices([one, other])
    let isColleague = { (name: String, source: ID<Source>) in
      voices.voice(speaker: name, turn: 1, in: source, isTable: false).isColleague
    }
    #expect(isColleague("Alma", first) && isColleague("Bo", first) && !isColleague("Kim", first))
    #expect(isColleague("Bo Ek", second) && !isColleague("Alma", second))
  }

  @Test("a name of several words is one person, unless it belongs to two addresses")
  func name() {
    #expect(key("Bo Lindqvist", first) == key("bo lindqvist", second))
    #expect(key("Kim Ray", first) != key("Kim Ray", second))
  }

  @Test(
    "a part, a pseudonym and a single word are somebody else in every source",
    arguments: ["Customer", "Speaker 2", "agent_1", "User#7", "[email-1]", "Sue", ""])
  func part(name: String) {
    #expect(key(name, first) != key(name, second))
    #expect(key(name, first) == key(name, first, turn: 9))
  }

  @Test("a row of a table that names nobody is a voice of its own, and one that names somebody is not")
  func rows() {
    #expect(key("", first, turn: 1, isTable: true) != key("", first, turn: 2, isTable: true))
    #expect(key("Anonymous", first, turn: 1, isTable: true) != key("Anonymous", first, turn: 2, isTable: true))
    #expect(key("Sue", first, turn: 1, isTable: true) == key("Sue", first, turn: 2, isTable: true))
  }

  @Test("who acts in a role is a colleague")
  func colleagues() {
    #expect(voices.voice(speaker: "Sam", turn: 1, in: first, isTable: false).isColleague)
    #expect(!voices.voice(speaker: "Ann Lee", turn: 1, in: first, isTable: false).isColleague)
    #expect(!voices.voice(speaker: "Sam", turn: 1, in: second, isTable: false).isColleague)
  }
}
