import Intake
import PlanModel
import Testing

@Suite("Dates with two readings") struct DateOrderTests {
  private func log(_ days: [String]) -> String {
    days.enumerated().map { "\($1), 08:1\($0) - \($0 % 2 == 0 ? "Ana" : "Bo"): word number \($0)\n" }.joined()
  }

  private func material(_ text: String, _ order: DateOrder? = nil) -> Material {
    var material = Material(Array(text.utf8), name: "chat.txt")
    material.dateOrder = order
    return material
  }

  @Test("time that goes back in one order only tells the other")
  func sequence() throws {
    let reading = try Original.read(material(log(["11/03/2025", "12/03/2025", "01/04/2025", "02/04/2025"])))
    #expect(
      reading.statements.map { String($0.time.prefix(10)) } == ["2025-03-11", "2025-03-12", "2025-04-01", "2025-04-02"])
    #expect(!reading.hasUnclearDates)
    let american = try Original.read(material(log(["03/11/2025", "03/12/2025", "04/01/2025", "04/02/2025"])))
    #expect(
      american.statements.map { String($0.time.prefix(10)) } == [
        "2025-03-11", "2025-03-12", "2025-04-01", "2025-04-02",
      ])
  }

  @Test("where nothing tells it is said, and the user decides")
  func unclear() throws {
    let text = log(["12/03/2025", "12/03/2025", "12/03/2025"])
    let reading = try Original.read(material(text))
    #expect(reading.hasUnclearDates)
    #expect(reading.statements.map(\.time) == ["08:10", "08:11", "08:12"])
    let told = try Original.read(material(text, .dayFirst))
    #expect(told.statements.map(\.time) == ["2025-03-12T08:10", "2025-03-12T08:11", "2025-03-12T08:12"])
    #expect(!told.hasUnclearDates)
    #expect(try Original.read(material(text, .monthFirst)).statements[0].time == "2025-12-03T08:10")
  }

  @Test("a table's rows tell it too, oldest or newest first")
  func table() throws {
    let rows = ["02/04/2025", "01/04/2025", "12/03/2025", "11/03/2025"]
    let text = "Date,Name,Comment\n" + rows.map { "\($0),Ana,The export takes far too long\n" }.joined()
    let reading = try read(text, "survey.csv")
    #expect(
      reading.statements.filter { $0.text.hasPrefix("The export") }.map(\.time) == [
        "2025-04-02", "2025-04-01", "2025-03-12", "2025-03-11",
      ])
    let same =
      "Date,Name,Comment\n01/04/2025,Ana,The export takes far too long\n01/04/2025,Bo,The import is slow as well\n"
    #expect(try read(same, "survey.csv").hasUnclearDates)
    #expect(try Original.read(material(same, .dayFirst), as: .table).statements[0].time == "2025-04-01")
  }
}
