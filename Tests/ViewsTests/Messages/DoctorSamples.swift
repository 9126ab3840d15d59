import Git
import PlanModel
import Workflow

/// Everything that may be wrong with a set-up.
enum DoctorSamples {
  static func problems(_ facts: Facts) -> [DoctorProblem] {
    [
      .programMissing("ctags"), .programMissing("pdftotext"), .programMissing("git"), .oldGit("2.25.1"),
      .unreadable(.notOwned(gitDirectory: "/srv/git/mail.git", advice: "")), .noPlan(isServer: false),
      .noPlan(isServer: true),
      .policy(Finding(.file(.conflictMarker), path: facts.path, line: 9)), .hooksOff,
      .hooksElsewhere("/home/ada/hooks", isServer: false), .hooksElsewhere("/srv/hooks", isServer: true),
      .hookMissing(.commitMessage), .hookEdited(.commitMessage),
      .previousHookOff(.prePush, file: "pre-push.before-handoff"),
      .programMoved(.prePush, path: "/opt/old/git-handoff"), .hooksLeftBehind("/home/ada/mail/.git/hooks"),
      .notesNotFetched(remote: "origin"),
      .notesMisplaced(remote: "mirror", refspec: "+refs/notes/handoff*:refs/notes/remotes/origin/handoff*"),
      .driverNotConfigured("handoff"), .driverNotConfigured("theirs"), .driverNotInstalled, .incompleteHistory,
      .planIgnored(IgnoringPattern(pattern: "*.md", file: ".gitignore", line: 3)),
      .indexDamaged,
    ] + HookOwner.allCases.map { .hookTaken(.prePush, by: $0) }
      + [.hookTaken(.prePush, by: nil), .hookAround(.preCommit, by: .preCommit)]
  }
}
