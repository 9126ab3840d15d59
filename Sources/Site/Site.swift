import PlanModel
package import Workflow

/// The pages of a plan. Each is made when it is asked for.
package struct Site: Sendable {
  package let outcome: SiteOutcome
  let index: SiteIndex
  let visit: Visit?
  /// The lists at the head of pages in the site's folder, and of pages in folders below.
  private let navigation: (here: Navigation, below: Navigation)

  /// - Parameter visit: what a page that is served needs besides; nil for files.
  package init(_ outcome: SiteOutcome, visit: Visit? = nil) {
    self.init(outcome, SiteIndex(outcome), visit)
  }

  private init(_ outcome: SiteOutcome, _ index: SiteIndex, _ visit: Visit?) {
    self.outcome = outcome
    self.index = index
    self.visit = visit
    let hasChanges = outcome.changes != nil || visit != nil
    navigation = (Navigation(root: "", hasChanges: hasChanges), Navigation(root: "../", hasChanges: hasChanges))
  }

  /// The same pages for a visitor.
  package func visited(_ visit: Visit) -> Site { Site(outcome, index, visit) }

  /// A page as HTML; nil where nothing has that address.
  package func html(_ page: SitePage) -> String? { draft(page)?.html }

  /// A page before its templates are filled, which takes most of the time; nil where nothing has that address.
  func draft(_ page: SitePage) -> PageDraft? {
    content(of: page).map { content in draft(page, content) }
  }

  func draft(_ page: SitePage, _ content: Content) -> PageDraft {
    var main = content.values
    main["root"] = page.root
    let navigation = page.root.isEmpty ? navigation.here : navigation.below
    return PageDraft(
      main: Filled(template: content.template, values: main), frame: frame(page, content),
      navigation: navigation.on(page))
  }

  /// What fills a page: its template and values, and its title.
  struct Content {
    var title: String
    var template: String
    var values: Values
    /// Of a page in parts: which, of how many, with how many statements each.
    var part: (number: Int, count: Int, size: Int)?

    init(_ title: String, _ template: String, _ values: Values) {
      self.title = title
      self.template = template
      self.values = values
    }
  }

  private func content(of page: SitePage) -> Content? {
    switch page {
    case .overview: overview()
    case .board: board()
    case .roadmap(let part): roadmap(part)
    case .changes(let part): outcome.changes.flatMap { changes($0, part) }
    case .releases: releases()
    case .search: Content("Search", "search", [:])
    case .decisions(let part): decisions(part)
    case .intents(let part): intents(part)
    case .sources(let part): sources(part)
    case .lost(let part): lost(part)
    case .questions(let part): questions(part)
    case .list(let list, let part): self.list(list, part)
    case .intent(let id, let part): index.intents[id].flatMap { intent($0, part) }
    case .epic(let id, let part): index.epics[id].flatMap { epic($0, part) }
    case .story(let id): index.stories[id].map(story)
    case .decision(let id): index.decisions[id].map(decision)
    case .source(let id, let part): index.accounts[id].flatMap { source($0, part) }
    case .release(let tag): outcome.releases.first { $0.tag == tag }.map(release)
    }
  }

  // MARK: The frame

  /// Nothing comes from elsewhere, nothing runs but the site's own scripts, and no form leads away.
  package static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"

  private func frame(_ page: SitePage, _ content: Content) -> Values {
    var values: Values = [
      "title": content.title, "name": outcome.name, "root": page.root, "policy": Self.policy,
    ]
    if page == .search { values["isSearch"] = true }
    if let part = content.part, part.count > 1 {
      values["parts"] = part.count
      values["part"] = part.number
      values["size"] = part.size
    }
    if let visit {
      values["csrf"] = visit.guardWord
      values["version"] = visit.version
    }
    if let banner { values["banner"] = banner }
    if outcome.isIncomplete { values["incomplete"] = true }
    return values
  }

  private var banner: String? {
    guard let revision = outcome.revision else { return nil }
    return outcome.hasConflicts
      ? "\(revision) as it is: it conflicts with the main branch, and cannot be merged as it stands"
      : "\(revision) as it would read once it is merged"
  }

  func prose(_ root: String) -> ProseHTML { ProseHTML(index: index, root: root) }
}

/// All that a page is made from.
struct PageDraft {
  var main: Filled
  var frame: Values
  var navigation: Navigation

  /// The same for the same page, whenever and wherever it is made.
  var digest: UInt64 {
    var digest = PageDigest()
    main.feed(&digest)
    frame.feed(&digest)
    navigation.feed(&digest)
    return digest.mixed
  }

  /// The page, in UTF-8.
  func bytes() -> [UInt8] {
    var frame = frame
    frame["nav"] = navigation.values
    frame["main"] = main
    var html: [UInt8] = []
    html.reserveCapacity(Self.commonSize)
    Templates.shared.fill("layout", frame, to: &html)
    return html
  }

  var html: String { String(decoding: bytes(), as: UTF8.self) }

  /// Most pages are smaller.
  private static let commonSize = 16_384
}

/// Who looks at a page that is served.
package struct Visit: Sendable {
  /// What a page hands back with everything that it asks to be written.
  package var guardWord: String
  /// Which state of the plan the page shows.
  package var version: String
  /// The roles in which this person may sign, where writing was asked for.
  package var roles: [String]?

  package init(guardWord: String, version: String, roles: [String]? = nil) {
    self.guardWord = guardWord
    self.version = version
    self.roles = roles
  }

  package var mayWrite: Bool { roles != nil }
}
