import ArgumentParser
import PlanModel
import Views
import Workflow

struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "List ids with the words of their titles, for a shell's completion.",
    shouldDisplay: false)

  @Argument(help: "What the id begins with; its kind decides what is listed.")
  var beginning = ""

  func run() throws {
    try reporting { workspace throws(Failure) in
      let kinds = ItemKind.allCases.filter { $0.rawValue.hasPrefix(beginning.prefix(2).lowercased()) }
      let items = try workspace.nameItems(kinds).filter { $0.id.description.hasPrefix(beginning.lowercased()) }
      Console.print(NamedItemsView.lines(items))
      return .done
    }
  }
}
