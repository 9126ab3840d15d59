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
        "removed": .int(site.removed), "findings": JSONValue(site.unread, CheckView.json),
      ])
  }

  /// What to do with the address that is printed.
  package static var serving: TerminalText {
    var text = TerminalText()
    text.line("Open this address in a browser of this machine. Ctrl-C ends it.")
    return text
  }

  /// What could not be read, and so is on no page.
  package static func unread(_ site: WrittenSite) -> TerminalText { CheckView.lines(site.unread) }
}
