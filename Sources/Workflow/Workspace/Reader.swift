import FileSystem

extension Surroundings {
  /// What tells this program from every other that may read a plan otherwise: its own file, where that is known. A new
  /// version is a new file.
  var reader: String {
    guard let program, let status = try? FileSystem.status(of: program) else { return "unknown" }
    return "\(status.size) \(status.modified) \(status.identity.inode)"
  }
}
