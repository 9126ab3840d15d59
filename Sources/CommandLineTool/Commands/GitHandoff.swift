import ArgumentParser
import Views

/// `git handoff`: what the customer said, down to the commit that answers it.
struct GitHandoff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "git-handoff",
    abstract: "Keep what was asked, what was planned and what was built together, in git.",
    discussion: """
      Customers' words come in as sources, become intents and stories with acceptance criteria, are worked on in \
      commits that name their story, and are verified against the criteria before they are pushed.

      Ids may be shortened to any unique prefix. Every command that answers takes --json.
      """,
    version: "git-handoff version \(Program.version)",
    groupedSubcommands: [
      CommandGroup(
        name: "Set up", subcommands: [InitCommand.self, HooksCommand.self, DoctorCommand.self, TrustCommand.self]),
      CommandGroup(name: "Input", subcommands: [IntakeCommand.self, SourcesCommand.self, SetAsideCommand.self]),
      CommandGroup(
        name: "Structure",
        subcommands: [
          PlanCommand.self, NewIntentCommand.self, NewEpicCommand.self, NewStoryCommand.self, AskCommand.self,
          AnswerCommand.self, QuestionsCommand.self, DecideCommand.self, CommentCommand.self, EditCommand.self,
          SetCommand.self, CheckCommand.self, FmtCommand.self, RenumberCommand.self, TraceCommand.self,
          RoadmapCommand.self,
        ]),
      CommandGroup(
        name: "Context",
        subcommands: [
          GroundCommand.self, ImpactCommand.self, BundleCommand.self, DriftCommand.self, IndexCommand.self,
          MCPCommand.self, PrimeCommand.self, AgentsCommand.self,
        ]),
      CommandGroup(
        name: "Execution",
        subcommands: [StartCommand.self, StatusCommand.self, LinkCommand.self, UnlinkCommand.self]),
      CommandGroup(
        name: "Verification",
        subcommands: [
          VerifyCommand.self, AcceptCommand.self, RejectCommand.self, WaiveCommand.self, ShippedCommand.self,
          ReportCommand.self,
        ]),
      CommandGroup(
        name: "Review",
        subcommands: [DiffCommand.self, ReviewCommand.self, OverlapsCommand.self, MergeCommand.self]),
      CommandGroup(
        name: "Looking",
        subcommands: [
          ListCommand.self, ShowCommand.self, SearchCommand.self, LogCommand.self, BoardCommand.self, SiteCommand.self,
          ServeCommand.self,
        ]),
      CommandGroup(name: "Exchange", subcommands: [ExportCommand.self, ImportCommand.self]),
      CommandGroup(
        name: "Plumbing",
        subcommands: [
          EngineCommand.self, ClassifyCommand.self, TopicsCommand.self, HookCommand.self, MergeDriverCommand.self,
          TextconvCommand.self, CompleteCommand.self,
        ]),
    ])
}

/// A word that stands where a command has to, and is none.
struct UnknownCommand {
  let word: String
  /// The words before it: `hooks`.
  let parent: String
  /// What could stand there.
  let known: [String]

  init?(in arguments: [String]) {
    var commands: [any ParsableCommand.Type] = GitHandoff.configuration.subcommands
    var parents: [String] = []
    for word in arguments {
      if commands.isEmpty || word.hasPrefix("-") || word == "help" { return nil }
      guard let next = commands.first(where: { command in command._commandName == word }) else {
        self.word = word
        parent = parents.joined(separator: " ")
        known = commands.filter { command in command.configuration.shouldDisplay }.map { command in command._commandName
        }
        return
      }
      parents.append(word)
      commands = next.configuration.subcommands
    }
    return nil
  }
}
