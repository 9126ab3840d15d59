import Archive

extension IntakeError {
  init(_ error: ArchiveError) {
    self = .brokenArchive(ArchiveFlaw(error.problem), offset: error.offset)
  }
}

extension ArchiveFlaw {
  fileprivate init(_ problem: ArchiveError.Problem) {
    self =
      switch problem {
      case .truncated: .truncated
      case .badDirectory: .badDirectory
      case .encrypted: .encrypted
      case .unknownCompression: .unknownCompression
      case .badData: .badData
      case .badChecksum: .badChecksum
      case .tooLarge: .tooLarge
      case .tooManyFiles: .tooManyFiles
      }
  }
}
