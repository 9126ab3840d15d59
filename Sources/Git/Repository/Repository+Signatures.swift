import Processes

/// What git says of a commit's signature (git-log(1), `%G?`).
package struct Signature: Hashable, Sendable {
  package enum State: String, Sendable {
    case good
    /// The signature does not fit the commit.
    case bad
    /// It fits, and the key is expired, revoked, or of nobody who is known.
    case doubtful
    /// Nothing here can check it: a key or a program is missing.
    case unchecked
  }

  package let state: State
  /// Whose key it is, where that is known.
  package let signer: String?
}

extension Repository {
  /// The most signatures that are checked at once: each costs a process of the program that knows the keys.
  package static let mostSignatures = 200

  /// The signatures of commits, checked by git as its configuration says.
  package func signatures(of commits: [ObjectID]) throws(GitError) -> [ObjectID: Signature] {
    guard !commits.isEmpty else { return [:] }
    let input = commits.prefix(Self.mostSignatures).map { $0.hex + "\n" }.joined()
    let arguments = ["log", "--no-walk=unsorted", "--stdin", "--format=%H%x00%G?%x00%GS"]
    let output = try git.output(of: arguments, input: Array(input.utf8), limits: .init(seconds: 300))
    var signatures: [ObjectID: Signature] = [:]
    for line in output.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: 0, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 3, let id = ObjectID(fields[0]), let state = Signature.State(letter: fields[1]) else {
        continue
      }
      signatures[id] = Signature(state: state, signer: fields[2].isEmpty ? nil : fields[2])
    }
    return signatures
  }
}

extension Signature.State {
  fileprivate init?(letter: String) {
    switch letter {
    case "G": self = .good
    case "B": self = .bad
    case "U", "X", "Y", "R": self = .doubtful
    // Without a program or a file of keys, git says what it says of a commit that has no signature.
    case "E", "N": self = .unchecked
    default: return nil
    }
  }
}
