import PlanModel
package import Workflow

/// What is wrong with a set-up, and the command that mends it.
package enum DoctorWording {
  package static func words(_ problem: DoctorProblem) -> (String, hint: String?) {
    switch problem {
    case .programMissing("ctags"):
      ("ctags is not in PATH: definitions are read by simpler means", "install universal-ctags")
    case .programMissing("pdftotext"):
      ("pdftotext is not in PATH: PDF files cannot be taken in", "install poppler-utils")
    case .programMissing(let name): ("\(name) is not in PATH", "install \(name)")
    case .oldGit(let version):
      ("git \(version) is older than 2.30, which is the oldest that is tested", "install a newer git")
    case .unreadable(let error): GitWording.words(error)
    case .noPlan(isServer: false): ("there is no plan here: no .handoff folder", "git handoff init")
    case .noPlan(isServer: true):
      ("there is no plan here: no branch with a .handoff folder", "make it in a clone: git handoff init")
    case .policy(let finding):
      ("\(finding.path):\(finding.line): \(FindingWording(finding).message)", FindingWording(finding).fix)
    case .planIgnored(let cause):
      (
        "git ignores plan files, which will be in no commit: '\(cause.pattern)', \(cause.file):\(cause.line)",
        FindingWording.takingPlanIn
      )
    case .incompleteHistory: ("this is a shallow clone: older commits are not here", "git fetch --unshallow")
    case .indexDamaged: ("the index cannot be read", "git handoff index --rebuild")
    case .notesNotFetched(let remote):
      (
        "notes of \(remote), with results and links, are not fetched",
        "git config --add remote.\(remote).fetch '+refs/notes/handoff*:refs/notes/remotes/\(remote)/handoff*'"
      )
    case .notesMisplaced(let remote, let refspec):
      (
        "notes of \(remote) are fetched by '\(refspec)', into the place of another remote, as after a renaming",
        "git handoff hooks install"
      )
    case .driverNotInstalled:
      ("git merges plan files as text, so that additions in one place end in conflict", "git handoff merge --install")
    case .driverNotConfigured("handoff"):
      (
        "the attributes name our merge driver for plan files, and it is not configured here: git merges them as text",
        "git handoff merge --install"
      )
    case .driverNotConfigured(let name):
      (
        "the attributes name the merge driver '\(name)' for plan files, and it is not configured here: git merges them as text",
        "git config merge.\(name).driver <command>, or take the attribute out"
      )
    case .hooksOff, .hooksElsewhere, .hookMissing, .hookEdited, .hookTaken, .hookAround, .previousHookOff,
      .programMoved,
      .hooksLeftBehind:
      hook(problem)
    }
  }

  private static func hook(_ problem: DoctorProblem) -> (String, hint: String?) {
    switch problem {
    case .hooksOff: ("core.hooksPath is /dev/null: git runs no hooks", "git config --unset core.hooksPath")
    case .hooksElsewhere(let path, let isServer):
      (
        "core.hooksPath names \(path), outside of this repository, and ours are not there",
        "\(PlaceWording.ownHooks) && git handoff hooks install\(isServer ? " --server" : "")"
      )
    case .hookMissing(let kind): ("the hook \(kind.rawValue) is not installed", "git handoff hooks install")
    case .hookEdited(let kind):
      ("the hook \(kind.rawValue) is ours and was edited", "remove it, and run: git handoff hooks install")
    case .hookTaken(let kind, .husky?):
      (
        "the hook \(kind.rawValue) is husky's, and does not call ours",
        "echo 'git-handoff hook \(kind.rawValue) -- \"$@\"' >> .husky/\(kind.rawValue)"
      )
    case .hookTaken(let kind, let owner?) where owner != .gitLFS:
      (
        "the hook \(kind.rawValue) is that of \(owner.rawValue), and ours does not run",
        "add the entry of docs/guides/hook-managers.md, or run: git handoff hooks install"
      )
    case .hookTaken(let kind, let owner):
      (
        "the hook \(kind.rawValue) is \(owner.map { "that of " + $0.rawValue } ?? "somebody else's"), and ours does not run",
        "git handoff hooks install"
      )
    case .hookAround(let kind, let owner):
      (
        "the hook \(kind.rawValue) of \(owner.rawValue) calls ours, which calls it again: nothing gets past it",
        "git handoff hooks install"
      )
    case .previousHookOff(let kind, let file):
      ("the hook that was here before \(kind.rawValue) is not executable, and does not run", "chmod +x it: \(file)")
    case .programMoved(let kind, let path):
      ("the hook \(kind.rawValue) names \(path), which is gone; the one in PATH is called", "git handoff hooks install")
    case .hooksLeftBehind(let path):
      (
        "git no longer looks into \(path), where hooks of ours are left",
        "git config --unset core.hooksPath, or remove them"
      )
    default: ("", nil)
    }
  }

  /// One word for programs, the same for ever.
  package static func name(of problem: DoctorProblem) -> String {
    switch problem {
    case .programMissing: "program-missing"
    case .oldGit: "old-git"
    case .unreadable: "unreadable"
    case .noPlan: "no-plan"
    case .policy: "policy"
    case .hooksOff: "hooks-off"
    case .hooksElsewhere: "hooks-elsewhere"
    case .hookMissing: "hook-missing"
    case .hookEdited: "hook-edited"
    case .hookTaken: "hook-taken"
    case .hookAround: "hook-around"
    case .previousHookOff: "previous-hook-off"
    case .programMoved: "program-moved"
    case .hooksLeftBehind: "hooks-left-behind"
    case .notesNotFetched: "notes-not-fetched"
    case .notesMisplaced: "notes-misplaced"
    case .driverNotInstalled: "driver-not-installed"
    case .driverNotConfigured: "driver-not-configured"
    case .planIgnored: "plan-ignored"
    case .incompleteHistory: "incomplete-history"
    case .indexDamaged: "index-damaged"
    }
  }
}
