package import PlanModel

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
  /// A mailbox of more messages than are read at once; the byte at which the limit was met, from 0.
  case tooManyMessages(limit: Int, offset: Int)
  /// A file that breaks the rules of its format, at a line and column from 1 (columns count bytes).
  case malformed(SourceFormat, Flaw, line: Int, column: Int)
  /// An archive that cannot be unpacked; the byte at which that shows, from 0.
  case brokenArchive(ArchiveFlaw, offset: Int)
  /// Well-formed, but not of the shape that its kind has.
  case unexpectedShape(SourceFormat)
  /// Words that only another program can read, and that program is not installed.
  case programMissing(TextProgram)
  /// The program that reads such words refused this one.
  case programFailed(TextProgram)
  /// Several conversations, where one was to be read.
  case severalConversations(Int)
  case otherFormat(OtherFormat)
}

/// How a file breaks the rules of its format.
package enum Flaw: String, CaseIterable, Sendable {
  case unexpectedCharacter
  case unexpectedEnd
  case badEscape
  case badNumber
  case controlCharacter
  case textBehindTheEnd
  case tooDeep
  /// A quoted field of a table that never ends.
  case openQuote
  /// Words between a quoted field's end and the next separator.
  case textBehindQuote
  /// An element or entity that XML does not allow there.
  case badMarkup
  /// No part of the document holds words.
  case missingPart
}

/// Why an archive cannot be unpacked.
package enum ArchiveFlaw: String, CaseIterable, Sendable {
  case truncated
  case badDirectory
  case encrypted
  case unknownCompression
  case badData
  /// Its contents do not add up to what it says of them.
  case badChecksum
  /// Unpacked, it is larger than anything that is taken in.
  case tooLarge
  case tooManyFiles
}

/// Programs that turn a format into text.
package enum TextProgram: String, CaseIterable, Sendable {
  case pdftotext
}
