/// What is taken in at once; stated to the user in the error that names them.
package enum IntakeLimits {
  /// The largest original, in bytes.
  package static let bytes = 48 * 1024 * 1024
  /// The largest Markdown original, in bytes: its syntax tree takes many times its size.
  package static let markdownBytes = 16 * 1024 * 1024
  /// The most lines of an original.
  package static let lines = 4_000_000
  /// The most parts of a message, nested or side by side.
  package static let parts = 10_000
  /// The most messages of a mailbox.
  package static let messages = 200_000
  /// The largest attachment that is kept, in bytes once decoded; larger ones are only listed.
  package static let attachmentBytes = 10 * 1024 * 1024
  /// How much all attachments of a source that are kept may take together, in bytes.
  package static let attachmentsBytes = 25 * 1024 * 1024
  /// The longest statement, in bytes; longer ones are cut at a space.
  package static let statementBytes = 4_096
  /// The most people who are listed with a source.
  package static let people = 1_000
}
