import Git
import FileSystem
import PlanFiles
import PlanModel

extension Workspace {
  /// Writes what the hosts of coding agents read; what others wrote stays byte for byte. Doing it again changes nothing.
  package func installAgents(_ hosts: [AgentHost]) throws(Failure) -> AgentsOutcome {
    try eachAgentFile(hosts) { file, old in file.installing(over: old) }
  }

  /// Takes away what was written; what somebody changed is left.
  package func uninstallAgents(_ hosts: [AgentHost]) throws(Failure) -> AgentsOutcome {
    let outcome = try eachAgentFile(hosts) { file, old in file.removing(from: old) }
    let top = try top()
    for place in outcome.places where place.isChanged {
      // The folders that came with the file, the innermost first; one that holds anything stays.
      var folders = place.path.split(separator: "/").dropLast()
      while !folders.isEmpty, FileSystem.removeEmptyDirectory("\(top)/\(folders.joined(separator: "/"))") {
        folders.removeLast()
      }
    }
    return outcome
  }

  /// Says what stands in each place. Nothing is written.
  package func agentsStatus(_ hosts: [AgentHost]) throws(Failure) -> AgentsOutcome {
    try eachAgentFile(hosts) { file, old in .init(new: old, state: file.state(in: old)) }
  }

  private static var agentFileLimit: Int { 1 << 20 }

  /// All files as one change.
  private func eachAgentFile(
    _ hosts: [AgentHost], _ body: (AgentFile, [UInt8]?) -> AgentFile.Edit
  ) throws(Failure) -> AgentsOutcome {
    let top = try top()
    var change = try change()
    var outcome = AgentsOutcome(places: [])
    for file in AgentTexts.files where hosts.contains(file.host) {
      let path = "\(top)/\(file.path)"
      let old: [UInt8]? =
        FileSystem.exists(path)
        ? try failing(Failure.Reason.file) { () throws(FileError) in
          try FileSystem.read(path, limit: Self.agentFileLimit, followingLinks: false)
        } : nil
      let edit = body(file, old)
      if edit.new != old {
        if let new = edit.new {
          change.put(new, at: file.path, expecting: old.map { .contents($0) } ?? .absent)
        } else if let old {
          change.remove(file.path, expecting: .contents(old))
        }
      }
      outcome.places.append(
        .init(host: file.host, path: file.path, state: edit.state, isChanged: edit.new != old))
    }
    if !change.isEmpty { try commit(change) }
    let installed = outcome.places.filter { $0.state == .installed }.map(\.path)
    outcome.ignored =
      installed.isEmpty
      ? [] : try git { () throws(GitError) in try repository.ignoredFiles(among: installed).map(\.path) }
    return outcome
  }
}

extension AgentFile {
  /// A file as it becomes, nil for none, and what stands there then.
  struct Edit {
    var new: [UInt8]?
    var state: AgentFileState
  }

  /// What stands there.
  func state(in bytes: [UInt8]?) -> AgentFileState {
    guard let bytes else { return .absent }
    switch placement {
    case .whole: return Self.sum.state(of: bytes, text)
    case .section(let open, let close): return MarkedText(open: open, close: close).state(in: bytes, text)
    case .member(let container, let name):
      let member = JSONMemberText(container: container, name: name, value: text)
      if bytes == Array(member.whole.utf8) { return .installed }
      switch member.place(in: bytes) {
      case .here: return .installed
      case .free: return .absent
      case .taken: return .foreign
      }
    }
  }

  func installing(over bytes: [UInt8]?) -> Edit {
    let state = state(in: bytes)
    guard state == .absent || state == .older else { return Edit(new: bytes, state: state) }
    switch placement {
    case .whole: return Edit(new: Self.sum.signed(text), state: .installed)
    case .section(let open, let close):
      return Edit(new: MarkedText(open: open, close: close).putting(text, into: bytes ?? []), state: .installed)
    case .member(let container, let name):
      let member = JSONMemberText(container: container, name: name, value: text)
      guard let bytes else { return Edit(new: Array(member.whole.utf8), state: .installed) }
      guard case .free(let start, let inserted) = member.place(in: bytes) else {
        return Edit(new: bytes, state: .foreign)
      }
      return Edit(new: bytes[..<start] + Array(inserted.utf8) + bytes[start...], state: .installed)
    }
  }

  func removing(from bytes: [UInt8]?) -> Edit {
    let state = state(in: bytes)
    guard let bytes, state == .installed || state == .older else { return Edit(new: bytes, state: state) }
    let rest: [UInt8]
    switch placement {
    case .whole: rest = []
    case .section(let open, let close): rest = MarkedText(open: open, close: close).removed(from: bytes)
    case .member(let container, let name):
      let member = JSONMemberText(container: container, name: name, value: text)
      guard bytes != Array(member.whole.utf8), case .here(let start, let inserted) = member.place(in: bytes) else {
        return Edit(new: nil, state: .absent)
      }
      rest = Array(bytes[..<start] + bytes[(start + inserted.utf8.count)...])
    }
    return Edit(new: rest.isEmpty ? nil : rest, state: .absent)
  }

  private static let sum = SignedText()
}

/// A file of ours, with a sum of itself in a comment at its end.
private struct SignedText {
  func signed(_ text: String) -> [UInt8] { Array((text + mark(Array(text.utf8))).utf8) }

  func state(of bytes: [UInt8], _ text: String) -> AgentFileState {
    if bytes == signed(text) { return .installed }
    guard let start = bytes.firstRange(of: Array("<!-- handoff:".utf8))?.lowerBound else { return .foreign }
    return Array(mark(Array(bytes[..<start])).utf8) == Array(bytes[start...]) ? .older : .edited
  }

  private func mark(_ bytes: [UInt8]) -> String { "<!-- handoff:\(String(FNV1a.hash(bytes), radix: 16)) -->\n" }
}
