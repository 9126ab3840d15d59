import ArgumentParser
import Views
import Workflow

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what is wrong with a set-up, and how to mend it.",
    discussion: """
      Programs and their versions, the form of the repository, which hooks run in which order and when they last ran, \
      notes, merging, the policy and the index. Nothing is written. Ends with 1 where something is in the way.

        git handoff doctor
      """)

  @OptionGroup var output: OutputOptions

  func run() throws {
    try reporting { workspace throws(Failure) in
      let diagnosis = try workspace.diagnose(version: Program.version)
      output.show(DoctorView.text(diagnosis), DoctorView.json(diagnosis))
      return diagnosis.isWell ? .done : .findings
    }
  }
}
