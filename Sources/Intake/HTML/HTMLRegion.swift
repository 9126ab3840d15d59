import PlanModel

/// A part of a page that is not what the page says: a menu, a banner, a side note, a footer, a button, or what is not shown.
struct HTMLRegion {
  let name: String
  let chatter: Chatter
  /// How many elements of this name are open in it, itself included.
  private var depth = 1
  private var hidden: HiddenElement?

  /// The region that a tag begins; `isInContent` tells that the page's own words are around it.
  init?(_ tag: HTMLTag, isInContent: Bool) {
    hidden = HiddenElement(tag)
    let chatter = hidden == nil ? Self.chatter(of: tag, isInContent: isInContent) : .markup
    guard !tag.isEnd, let chatter else { return nil }
    name = tag.name
    self.chatter = chatter
  }

  /// Takes a tag within the region into account; true when it ends there.
  mutating func ends(with tag: HTMLTag) -> Bool {
    if hidden != nil { return hidden?.ends(with: tag) == true }
    if tag.name == name { depth += tag.isEnd ? -1 : 1 }
    // A menu that is not closed ends where the page's words begin.
    return depth <= 0 || !tag.isEnd && (tag.name == "main" || tag.name == "article" && name != "aside")
  }

  private static func chatter(of tag: HTMLTag, isInContent: Bool) -> Chatter? {
    switch tag.name {
    case "nav", "footer": return .footer
    case "header", "aside": return isInContent ? nil : .footer
    case "button", "select", "datalist", "dialog": return .metadata
    case "div", "section", "ul", "ol", "form", "a", "span": return isFrame(tag) ? .footer : nil
    default: return nil
    }
  }

  private static func isFrame(_ tag: HTMLTag) -> Bool {
    if let role = tag["role"], roles.contains(role.lowercased()) { return true }
    let labels = [tag["id"], tag["class"]].compactMap(\.self).flatMap { $0.split(separator: " ") }
    return labels.contains { names.contains($0.lowercased()) }
  }

  private static let roles: Set<String> = ["navigation", "banner", "contentinfo", "complementary", "search", "menu"]

  private static let names: Set<String> = [
    "nav", "navbar", "navigation", "site-nav", "main-nav", "top-nav", "menu", "main-menu", "breadcrumb", "breadcrumbs",
    "sidebar", "footer", "site-footer", "page-footer", "site-header", "page-header-nav", "cookie-banner",
    "cookie-notice", "cookie-consent", "cookie-bar", "skip-link", "skip-nav", "skip-to-content", "skiplink",
    "pagination", "pager", "social-share", "share-buttons", "share-links", "related-posts", "newsletter-signup",
  ]
}
