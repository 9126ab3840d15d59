/// What is taken in: a file, or the files of a folder or an archive.
package struct Material: Sendable {
  /// A file with its place in the folder, `/` between the parts; a file alone has its own name.
  package struct File: Hashable, Sendable {
    package var path: String
    package var bytes: [UInt8]

    package init(_ path: String, _ bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// What the user called it, or nil for standard input.
  package var name: String?
  /// In the order of their paths.
  package var files: [File]
  /// The files came together, in a folder or an archive; else there is one.
  package var isFolder: Bool
  /// The words, where a program had to extract them (`TextProgram`).
  package var extractedText: [UInt8]?
  /// How dates such as 03/04/2025 are meant, where the user says so.
  package var dateOrder: DateOrder?

  package init(_ bytes: [UInt8], name: String? = nil) {
    self.name = name
    files = [File(name.map(Self.lastPart) ?? "", bytes)]
    isFolder = false
  }

  package init(folder files: [File], name: String?) {
    self.name = name
    self.files = files.sorted { $0.path < $1.path }
    isFolder = true
  }

  /// The only file's bytes; of a folder, its first file's.
  package var bytes: [UInt8] { files.first?.bytes ?? [] }

  private static func lastPart(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
