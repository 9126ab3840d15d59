import CodeIndex
import FileSystem
import Git
import Intake
import PlanFiles
import PlanModel
import Processes

extension Workspace {
  /// Looks at everything that this program needs of a machine and a repository. Nothing is written.
  ///
  /// - Parameter version: this program's own.
  package func diagnose(version: String) throws(Failure) -> Diagnosis {
    var diagnosis = Diagnosis(top: location.top)
    try lookAtPrograms(&diagnosis, version)
    lookAtForm(&diagnosis)
    do throws(GitError) {
      try repository.checkReadable()
    } catch {
      diagnosis.problems.append(.unreadable(error))
    }
    lookAtPlan(&diagnosis)
    try lookAtHooks(&diagnosis)
    try lookAtNotes(&diagnosis)
    try lookAtMerging(&diagnosis)
    lookAtIndex(&diagnosis)
    return diagnosis
  }

  private func lookAtPrograms(_ diagnosis: inout Diagnosis, _ version: String) throws(Failure) {
    let git = try git { () throws(GitError) in try repository.gitVersion() }
    let pdf = TextProgram.pdftotext.rawValue
    let hasPDF = Executable.path(of: pdf, environment: surroundings.environment) != nil
    diagnosis.programs = [
      .init(name: "git-handoff", version: version), .init(name: "git", version: git),
      .init(name: "libgit2", version: Repository.libraryVersion),
      .init(name: "ctags", version: codeIndex().ctagsVersion), .init(name: pdf, version: hasPDF ? "" : nil),
    ]
    let numbers = git.split(separator: ".").prefix(2).compactMap { Int($0) }
    if numbers.count == 2, (numbers[0], numbers[1]) < (2, 30) { diagnosis.problems.append(.oldGit(git)) }
    // A repository that cannot be read for want of libgit2 says so by itself.
    // Into a bare repository nothing is taken in.
    let spared = ["libgit2"] + (location.workTree == nil ? [pdf] : [])
    for program in diagnosis.programs where program.version == nil && !spared.contains(program.name) {
      diagnosis.problems.append(.programMissing(program.name))
    }
  }

  private func lookAtForm(_ diagnosis: inout Diagnosis) {
    let pattern = "^(extensions\\..*|core\\.sparsecheckout|remote\\..*\\.promisor)$"
    let settings = (try? repository.configuration(matching: pattern)) ?? []
    func value(_ key: String) -> String? { settings.last { $0.key == key }?.value?.lowercased() }
    let isPartial = settings.contains { $0.key == "extensions.partialclone" || $0.key.hasSuffix(".promisor") }
    let found: [Diagnosis.Form: Bool] = [
      .bare: location.workTree == nil, .linkedWorktree: location.gitDirectory != location.commonDirectory,
      .shallow: repository.isShallow, .partialClone: isPartial,
      .sparseCheckout: value("core.sparsecheckout") == "true",
      .sha256: value("extensions.objectformat") == "sha256",
      .reftable: value("extensions.refstorage") == "reftable",
    ]
    diagnosis.forms = Diagnosis.Form.allCases.filter { found[$0] == true }
    if repository.isShallow { diagnosis.problems.append(.incompleteHistory) }
  }

  private func lookAtPlan(_ diagnosis: inout Diagnosis) {
    guard let reader = try? hookPlan(), reader.tree.hasPlan() else {
      diagnosis.problems.append(.noPlan(isServer: location.workTree == nil))
      return
    }
    diagnosis.hasPlan = true
    var findings: [Finding] = []
    let policy = reader.policy(&findings)
    diagnosis.main = policy.main
    findings += Self.policyPatternFindings(in: policy)
    diagnosis.problems += findings.filter { $0.severity == .error }.map { .policy($0) }
    if let cause = try? ignoredPlan() { diagnosis.problems.append(.planIgnored(cause)) }
  }

  private func lookAtNotes(_ diagnosis: inout Diagnosis) throws(Failure) {
    guard location.workTree != nil else { return }
    let (names, fetched, misplaced) = try git { () throws(GitError) in
      let refspecs = NotesRefspecs(repository)
      return (try repository.remotes().map(\.name), try refspecs.remotes(), try refspecs.misplaced())
    }
    for name in Set(names).sorted() {
      if let refspec = misplaced[name]?.first {
        diagnosis.problems.append(.notesMisplaced(remote: name, refspec: refspec))
      } else if !fetched.contains(name) {
        diagnosis.problems.append(.notesNotFetched(remote: name))
      }
    }
  }

  /// What git would merge plan files with (gitattributes(5)). A driver that is named and not configured is none: git
  /// merges as text and says nothing.
  private func lookAtMerging(_ diagnosis: inout Diagnosis) throws(Failure) {
    guard location.workTree != nil else { return }
    let file = ".handoff/stories/st-00000000-any.md"
    let answer = try git { () throws(GitError) in
      try repository.git.output(of: ["check-attr", "-z", "merge", "--", file])
    }
    let fields = answer.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard fields.count > 2, !["unspecified", "set", "unset", "text", "binary", "union"].contains(fields[2]) else {
      if diagnosis.hasPlan { diagnosis.problems.append(.driverNotInstalled) }
      return
    }
    diagnosis.mergeDriver = fields[2]
    let settings = try git { () throws(GitError) in try repository.configuration(matching: "^merge\\..*\\.driver$") }
    if !settings.contains(where: { $0.key == "merge.\(fields[2]).driver" }) {
      diagnosis.problems.append(.driverNotConfigured(fields[2]))
    }
  }

  private func lookAtIndex(_ diagnosis: inout Diagnosis) {
    let index = codeIndex()
    guard FileSystem.exists(index.path) else { return }
    diagnosis.indexBytes = index.size
    guard let head = try? repository.head().commit else { return }
    do {
      _ = try index.stored(head)
    } catch {
      diagnosis.problems.append(.indexDamaged)
    }
  }
}
