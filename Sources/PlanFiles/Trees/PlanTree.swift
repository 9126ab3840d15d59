package import Git
package import PlanModel

/// Where a plan is read from: the work tree, the index, or a commit. Paths are relative to the top.
package protocol PlanTree {
  /// What stands directly in a folder, sorted by name; nothing when there is no such folder.
  func entries(in folder: String) throws(PlanTreeError) -> [PlanTreeEntry]
  /// The bytes of a file.
  func read(_ path: String, limit: Int) throws(PlanTreeError) -> [UInt8]
  /// The bytes of many files, in the order of their paths.
  func read(_ paths: [String], limit: Int) -> [Result<[UInt8], PlanTreeError>]
  /// What git calls the contents of files, in the order of their paths; nil where the tree does not know, and for what is no file.
  func blobs(at paths: [String]) -> [ObjectID?]
  /// The name of something in `folder` that begins with `prefix`; a tree may know a quicker way than listing it all.
  func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String?
}

/// Something in a folder of a plan.
package struct PlanTreeEntry: Hashable, Sendable {
  package enum Kind: Sendable {
    case file, folder, symbolicLink, other
  }

  package var name: String
  package var kind: Kind

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// Why something of a plan could not be read.
package enum PlanTreeError: Error, Hashable, Sendable {
  case notFound(String)
  /// It is there, and is no file that a plan may hold.
  case unusable(FileProblem, path: String)

  /// As a finding; a file that is not there at all is `unreadable`.
  package var finding: Finding {
    switch self {
    case .notFound(let path): Finding(.file(.unreadable(reason: "there is no such file")), path: path)
    case .unusable(let problem, let path): Finding(.file(problem), path: path)
    }
  }
}

extension PlanTree {
  /// One behind the other, as a tree may be a repository.
  package func read(_ paths: [String], limit: Int) -> [Result<[UInt8], PlanTreeError>] {
    paths.map { path in Result { () throws(PlanTreeError) in try read(path, limit: limit) } }
  }

  package func blobs(at paths: [String]) -> [ObjectID?] { Array(repeating: nil, count: paths.count) }

  package func firstName(in folder: String, withPrefix prefix: String) throws(PlanTreeError) -> String? {
    try entries(in: folder).first { $0.name.hasPrefix(prefix) }?.name
  }

  /// The folder of everything that a plan holds.
  package var root: String { ".handoff" }

  /// Whether there is a plan at all.
  package func hasPlan() -> Bool {
    (try? entries(in: root))?.isEmpty == false
  }
}
