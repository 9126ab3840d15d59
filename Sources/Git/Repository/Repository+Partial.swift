import Processes

extension Repository {
  /// Fetches what of `ids` a partial clone has left on its server, all at once, as git does it for one object
  /// (partial-clone in git's technical documents).
  ///
  /// - Returns: whether there was anything to fetch, so that it can be asked for again. False in a clone that is whole, and
  ///   where nothing may be fetched, as in a hook (`GIT_NO_LAZY_FETCH`, git(1)).
  package func fetchMissing(_ ids: some Sequence<ObjectID>) throws(GitError) -> Bool {
    guard git.environment["GIT_NO_LAZY_FETCH"] != "1", let remote = try promisor() else { return false }
    var missing: [ObjectID] = []
    for id in Set(ids).sorted() where try kind(of: id) == nil { missing.append(id) }
    if missing.isEmpty { return false }
    let arguments = [
      "-c", "fetch.negotiationAlgorithm=noop", "fetch", "--quiet", remote, "--no-tags", "--no-write-fetch-head",
      "--recurse-submodules=no", "--filter=blob:none", "--stdin",
    ]
    let input = Array(missing.map { $0.hex + "\n" }.joined().utf8)
    _ = try git.output(of: arguments, input: input, limits: .init(seconds: 600))
    return true
  }

  /// The remote that has what is left out here; nil in a clone that is whole.
  private func promisor() throws(GitError) -> String? {
    let settings = try configuration(matching: "^remote\\..*\\.promisor$")
    return settings.last { $0.value?.lowercased() != "false" }
      .map { String($0.key.dropFirst("remote.".count).dropLast(".promisor".count)) }
  }
}
