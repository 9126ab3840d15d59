import FileSystem

extension Surroundings {
  /// What tells this program from every other that may read a plan otherwise: its own file, where that is known. A new
  /// build is another file; a copy that keeps its time, as packages and images do, is the same.
  var reader: String {
    guard let program, let status = try? FileSystem.status(of: program) else { return "unknown" }
    return "\(status.size) \(status.modified)"
  }
}
