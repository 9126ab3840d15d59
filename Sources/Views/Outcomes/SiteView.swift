package import Workflow

/// What was written for the people who never open a terminal.
package enum SiteView {
  package static func text(_ site: WrittenSite) -> TerminalText {
    var text = TerminalText()
    let written = site.written == 0 ? "all as they were" : "\(site.written) written"
    let removed = site.removed == 0 ? "" : ", \(site.removed) removed"
    text.line("\(Phrase.count(site.files, "file")), \(written)\(removed): \("\(site.directory)/index.html", .strong)")
    return text
  }

  package static func json(_ site: WrittenSite) -> JSONValue {
    .document(
      kind: "site",
      [
        "directory": .string(site.directory), "files": .int(site.files), "written": .int(site.written),
        "removed": .int(site.removed), "incomplete": .bool(site.isIncomplete),
        "findings": JSONValue(site.unread, CheckView.json),
      ])
  }

  /// What to do with the address that is printed.
  package static var serving: TerminalText {
    var text = TerminalText()
    text.line("Open this address in a browser of this machine. Ctrl-C ends it.")
    return text
  }

  /// What is on no page: what could not be read, and what older commits would tell.
  package static func missing(_ site: WrittenSite) -> TerminalText {
    var text = CheckView.lines(site.unread)
    if site.isIncomplete {
      text.line(
        "\("warning:", .caution) this clone is shallow: work, evidence and releases of older commits are on no page. To get the rest: git fetch --unshallow"
      )
    }
    return text
  }
}
