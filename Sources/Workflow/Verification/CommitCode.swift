import Git
import Verification

/// The files of one commit, listed once; of a few folders alone where nobody asks for more.
final class CommitCode: CodeTree {
  private let commit: ObjectID
  private let repository: Repository
  private let shelf: BlobShelf
  private let symbols: SymbolSearch
  private var listing: [TreeEntry]?
  private var folders: [String: [TreeEntry]] = [:]
  private static let mostFolders = 4

  init(_ commit: ObjectID, in repository: Repository, _ shelf: BlobShelf, _ symbols: SymbolSearch) {
    self.commit = commit
    self.repository = repository
    self.shelf = shelf
    self.symbols = symbols
  }

  func files() throws -> [TreeEntry] {
    if let listing { return listing }
    let files = try repository.files(in: commit)
    listing = files
    return files
  }

  func files(below folder: String) throws -> [TreeEntry] {
    if let known = folders[folder] { return known }
    if listing == nil, folders.count < Self.mostFolders {
      let files = try repository.files(in: commit, under: folder)
      folders[folder] = files
      return files
    }
    return Array(try files().below(folder))
  }

  func expect(_ files: [TreeEntry]) { shelf.expect(files) }

  func contents(of file: TreeEntry, limit: Int) throws -> [UInt8]? { try shelf.contents(of: file.id, limit: limit) }

  func definitions(of name: String, in files: [TreeEntry]) throws -> SymbolReading {
    try symbols.definitions(of: name, in: files)
  }
}

/// What was there before the first commit.
struct EmptyCode: CodeTree {
  func files() -> [TreeEntry] { [] }
  func files(below folder: String) -> [TreeEntry] { [] }
  func contents(of file: TreeEntry, limit: Int) -> [UInt8]? { nil }
  func definitions(of name: String, in files: [TreeEntry]) -> SymbolReading { SymbolReading() }
}
