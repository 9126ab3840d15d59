/// The files of a folder that are one export.
struct FolderExport {
  /// The folder that it lies in, without `/` at the end; empty for the whole.
  var top: String
  /// With their places in the folder that was taken in.
  var all: [Material.File]

  var paths: [String] { all.map(\.path) }

  /// With their places in the export.
  var files: [Material.File] {
    guard !top.isEmpty else { return all }
    return all.map { Material.File(String($0.path.dropFirst(top.count + 1)), $0.bytes) }
  }
}
