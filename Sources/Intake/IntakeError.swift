/// Why an original could not be taken in.
package enum IntakeError: Error, Hashable, Sendable {
  /// Nothing but white space.
  case empty
  /// A byte at `offset` (from 0) that text does not hold: a NUL, or the first of many control characters.
  case notText(offset: Int)
  /// A byte at `offset` (from 0) that is neither UTF-8 nor plausible as windows-1252.
  case unknownEncoding(offset: Int)
  /// More bytes than are read at once.
  case tooLarge(bytes: Int, limit: Int)
  /// More lines than are read at once; the line at which the limit was met, from 1.
  case tooManyLines(limit: Int)
  /// A message of more parts than any person sends; the byte at which the limit was met, from 0.
  case tooManyParts(limit: Int, offset: Int)
  /// A message without anything that a person wrote: only attachments, or no body and no subject.
  case nothingSaid
  /// A mailbox of several messages, where one is taken in.
  case mailbox
  case otherFormat(OtherFormat)
}
