/// Why an archive cannot be unpacked, and where that shows.
package struct ArchiveError: Error, Hashable, Sendable {
  package enum Problem: String, CaseIterable, Sendable {
    case truncated
    case badDirectory
    case encrypted
    case unknownCompression
    case badData
    /// Its contents do not add up to what it says of them.
    case badChecksum
    /// Unpacked, it is larger than the caller allows.
    case tooLarge
    case tooManyFiles
  }

  package var problem: Problem
  /// The byte, from 0.
  package var offset: Int

  init(_ problem: Problem, at offset: Int) {
    self.problem = problem
    self.offset = offset
  }
}
