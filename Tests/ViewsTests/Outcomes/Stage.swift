import FileSystem
import Git
import PlanModel
import Synchronization
import TestKit
import Testing
import Workflow

/// A shop whose customers want fewer mails: real git, a plan, and work that is half done.
final class Stage {
  static let story = "st-9c4t8wq2"
  let repository: TemporaryRepository
  let workspace: Workspace
  /// What taking the mail in said.
  let intake: IntakeReport
  let source: ID<Source>

  init() throws {
    repository = try TemporaryRepository()
    let random = Mutex(SplitMix(seed: 12))
    let surroundings = Surroundings(
      directory: repository.path, environment: repository.environment,
      clock: { Timestamp(seconds: 1_704_110_400, offset: 120) }, randomness: { random.withLock { $0.next() } })
    workspace = try Workspace(surroundings)
    try repository.write(".handoff/handoff.yml", Self.policy)
    try repository.write("mail.eml", Self.mail)
    intake = try workspace.intake(IntakeOptions(.path("mail.eml")))
    let source = try #require(intake.outcomes.first).source
    self.source = source.id
    try repository.write(".handoff/intents/in-k3f9ab2x-fewer-mails.md", Self.intent)
    try repository.write(
      ".handoff/stories/\(Self.story)-mute-comment-mails.md",
      Self.story(citing: "\(source.id)", saying: source.statements[2].text))
    try repository.commit("Begin a plan", files: ["src/notify.sh": "send_mail \"$@\"\n"])
  }

  /// Starts the story, changes the code, and leaves one commit without a story behind.
  func work() throws {
    _ = try workspace.start(Self.story)
    let files = ["src/notify.sh": "muted \"$1\" || send_mail \"$@\"\n"]
    try repository.commit("Mute comment mails\n\nStory: \(Self.story)\nCriterion: \(Self.story)/AC1", files: files)
    try repository.commit("Tidy up", files: ["src/log.sh": "log() { :; }\n"])
  }

  /// What `verify` says with the outcomes of two tests.
  func verified() throws -> VerifyOutcome {
    try repository.write("results.xml", Self.results)
    var options = VerifyOptions()
    options.results = ["results.xml"]
    return try workspace.verify(options)
  }

  private static let policy = """
    version: 1
    push:
      - refs: [main]
        block: [unlinked, invalid, unmet, stale, unproven]
    roles:
      support: [ada@example.com]

    """

  private static let mail = """
    From: Kim Larsen <kim@customer.example>
    To: support@shop.example
    Date: Mon, 1 Jan 2024 09:30:00 +0100
    Subject: Too many mails
    Content-Type: text/plain; charset=utf-8

    Hello,

    I get a mail for every comment. I've tried three times to turn that off.
    Please keep the ones about my password.

    Best regards,
    Kim

    """

  private static let intent = """
    ---
    id: in-k3f9ab2x
    title: Fewer mails
    status: active
    priority: high
    ---

    ## Problem

    Customers get mails that they did not ask for.

    """

  private static func story(citing source: String, saying words: String) -> String {
    """
    ---
    id: st-9c4t8wq2
    title: Mute comment mails
    intent: in-k3f9ab2x
    status: ready
    owner: dana@example.com
    depends-on: []
    code:
      - path: src/notify.sh
        symbol: send_mail
        role: every mail goes out here
    ---

    As a customer, I want to mute mails about comments, so that I read the others.

    > \(words)
    > — \(source)#L3

    ## Acceptance criteria

    ### AC1: A muted account gets no mail for a comment

    Given a muted account, when somebody comments, then no mail is sent.

    ```verify
    - changed: src/notify.sh
    - test: "*muted account*"
    ```

    ### AC2: Mails about passwords still go out

    ```verify
    - test: "*password*"
    - sign-off: support
    ```

    ### AC3: The page says it in plain words

    ## Constraints

    - Nothing else about mails changes.

    ## Open questions

    - [x] Q1: Per device? No, per account.

    """
  }

  private static let results = """
    <testsuite name="notify" tests="2">
      <testcase name="a muted account gets no mail"/>
      <testcase name="a password mail goes out"><failure message="no mail"/></testcase>
    </testsuite>
    """
}
