/// One story, told in one file: the files it begins with, what is typed, and what then stands on the screen.
///
/// `Tests/Scenarios/README.md` is the description of the format.
package struct Scenario: Hashable, Sendable {
  /// The file's name without its extension.
  package var name: String
  /// All lines of the file, as they stand.
  package var lines: [String]
  package var steps: [Step]
  /// The files that exist before the first step, relative to the top of the work tree.
  package var files: [File]

  /// One command, and what it is expected to leave behind.
  package struct Step: Hashable, Sendable {
    /// What the shell is given; continued lines are joined by line ends.
    package var command: String
    /// What should be printed, standard output and standard error as they come, without the indentation.
    package var output: [String]
    package var status: Int32
    /// The line of the `$`, from 1.
    package var line: Int
    /// Where the expectation stands in `lines`, from 0; empty behind the command when nothing is expected.
    package var span: Range<Int>
  }

  /// A file that a scenario brings along.
  package struct File: Hashable, Sendable {
    package var path: String
    package var text: String
  }

  /// What keeps a file from being read as a scenario.
  package struct Unreadable: Error, Hashable, CustomStringConvertible {
    package let name: String
    /// From 1.
    package let line: Int
    package let reason: String

    package var description: String { "\(name).txt:\(line): \(reason)" }
  }

  /// All that a person wrote, but for what programs are expected to print: the ids in it are fixed.
  var told: String {
    var lines = self.lines
    for step in steps.reversed() { lines.removeSubrange(step.span) }
    return lines.joined(separator: "\n")
  }
}
