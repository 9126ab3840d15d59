/// How much one run of a program may take.
package struct ProgramLimits: Sendable {
  /// Bytes of standard output; more is an error.
  package var output: Int
  /// Bytes of standard error; more is dropped.
  package var errors = 1 << 20
  package var seconds: Int

  package init(output: Int = 256 << 20, seconds: Int = 60) {
    self.output = output
    self.seconds = seconds
  }
}
