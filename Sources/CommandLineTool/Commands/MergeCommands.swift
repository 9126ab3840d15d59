import ArgumentParser
import Views
import Workflow

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge a plan file that is in conflict, by what it says.",
    discussion: """
      Front matter is merged by key, lists as sets, criteria and questions by their ids, sections by their headings. What \
      both sides changed in different ways is left between the usual marks, at the smallest place. The result is written to \
      the file; git add settles it. Exits with 1 when conflicts are left.

        git handoff merge .handoff/stories/st-9c4t8wq2-mute.md
        git handoff merge --install       # have git do so by itself, in this clone
      """)

  @Argument(help: "A file that a merge, rebase or cherry-pick left in conflict.")
  var file: String?

  @Flag(help: "Set git up to merge and to show plan files so, in this clone: git config, and info/attributes.")
  var install = false

  @Flag(help: "Take that back.")
  var uninstall = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    let asked = [file != nil, install, uninstall].count { $0 }
    if asked != 1 { throw ValidationError("Name a file in conflict, or say --install or --uninstall.") }
  }

  func run() throws {
    try reporting { workspace throws(Failure) in
      if install {
        try workspace.installMergeDriver()
        output.show(MergeView.installed, MergeView.json(isInstalled: true))
        return .done
      }
      if uninstall {
        try workspace.removeMergeDriver()
        output.show(MergeView.removed, MergeView.json(isInstalled: false))
        return .done
      }
      let outcome = try workspace.mergeConflicted(file ?? "")
      output.show(MergeView.text(outcome), MergeView.json(outcome))
      return outcome.conflicts == 0 ? .done : .findings
    }
  }
}

/// What git calls for a plan file that both sides changed.
struct MergeDriverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-driver", abstract: "Merge a plan file for git, as merge.handoff.driver.")

  @Argument(help: "%O, the common ancestor.")
  var base: String
  @Argument(help: "%A, ours; the result is written here.")
  var ours: String
  @Argument(help: "%B, theirs.")
  var theirs: String
  @Argument(help: "%L, the size of conflict marks.")
  var markerSize: Int = 7
  @Argument(help: "%P, the path in the repository.")
  var path: String = ""

  func run() throws {
    do {
      let workspace = try Workspace(Console.surroundings())
      let files = MergeFiles(base: base, ours: ours, theirs: theirs, markerSize: markerSize, path: path)
      let outcome = try workspace.merge(files)
      if outcome.conflicts > 0 { throw ExitCode(1) }
    } catch let failure as Failure {
      Console.note(FailureWording(failure).text)
      // Above 128 git takes it for a failure, and not for a conflict that was marked.
      throw ExitCode(129)
    }
  }
}

/// What git calls to show a plan file in a diff.
struct TextconvCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "textconv", abstract: "Print a plan file for git diff, one sentence a line.")

  @Argument(help: "The file.")
  var file: String

  func run() throws {
    try reporting { workspace throws(Failure) in
      Console.print(String(decoding: try workspace.plainText(of: file), as: UTF8.self))
      return .done
    }
  }
}
