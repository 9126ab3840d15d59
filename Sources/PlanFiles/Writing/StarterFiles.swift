/// The files that `init` writes.
package enum StarterFiles {
  /// `.handoff/README.md`: one page for people who meet the folder first.
  package static let readme = """
    # What this folder is

    This is the plan of this repository, kept by [git-handoff](https://github.com/git-handoff/git-handoff):
    what customers and colleagues said, what was decided to do about it, and how it is shown that it was done.

    - `sources/`: what people said, in their own words. Never edited.
    - `intents/`: why something is wanted, and what is true once it is there.
    - `epics/`: stories that deliver an intent together.
    - `stories/`: one change each, with acceptance criteria (`AC1`, `AC2` …) and how each is proved.
    - `decisions/`: questions that are settled, so that they are not asked again.
    - `sign-offs/`: who accepted or rejected what, one small file each.
    - `handoff.yml`: who has to agree to what, and what stops a push.

    Everything is Markdown or YAML. Read it, and change it like any other file: in an editor, or in a pull request.
    Words in block quotes with a line like `— so-7h3q2dkm#L12` are verbatim from a source; the number is the statement.

    With git-handoff installed:

        git handoff list             # the stories, and where they stand
        git handoff show <id>        # one of them; the first characters of the id are enough
        git handoff check            # is the plan sound?
        git handoff start <story>    # a branch for it, whose commits are linked to it
        git handoff verify           # is what was built what was asked?

    """

  package static let attributesFile = ".handoff/.gitattributes"

  /// What keeps git from converting what people said, whatever the repository and its clones say of line ends
  /// (gitattributes(5), "text", "ident", "working-tree-encoding").
  package static let keepBytes = "sources/** -text -ident -working-tree-encoding"

  package static let attributes = """
    # What people said is kept byte for byte.
    \(keepBytes)
    attachments/** -text -ident -working-tree-encoding

    """

  /// `.handoff/handoff.yml`, every setting with its reason.
  package static func settings(main: String) -> String {
    """
    # The settings and policy of this plan. A push, a pull request and a server judge by the version of this file
    # that the protected branch has, so a change to it counts once it is merged.
    version: 1

    # The trailer that links a commit to a story: `Story: st-9c4t8wq2`.
    trailer: Story

    # The branch that plan truth is compared with.
    main: \(YAMLText.scalar(main))

    commits:
      # story: every commit names a story. none: links are checked where there are any.
      require: story
      exempt:
        # A commit that changes nothing else needs no story. The plan itself is planned nowhere else, nor is what
        # `git handoff agents install` writes.
        paths:
          [".handoff/**", "docs/**", "*.md", .mcp.json, ".claude/**", ".codex/**", ".cursor/**", .vscode/mcp.json]
        # Whose commits need none; globs over the address, and over `Name <address>`.
        authors: ["*\\\\[bot\\\\]*"]
        kinds: [merge, revert, fixup]

    # What stops a push and what is only said, by the ref that is pushed; the first rule that matches decides.
    #   unlinked            a commit names no story
    #   invalid             it names one that does not exist or takes no work, or the plan does not check
    #   unmet               a criterion fails
    #   stale               evidence is for an older wording or other content
    #   unproven            evidence is missing
    #   weakened-settings   this file asks for less than before
    push:
      - refs: [\(YAMLText.scalar(main)), "release/*"]
        block: [unlinked, invalid, unmet, stale, unproven]
      - refs: ["*"]
        block: [unlinked, invalid]
        warn: [unmet, stale, unproven]

    # Who may sign off in which role, by mail address.
    roles:
    #  product: [dana@example.com]
    #  support: [sam@example.com]


    """
  }
}
