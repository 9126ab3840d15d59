/// An element that is not shown: what stands in it nobody has read, and nobody has said.
///
/// Only what the element's own tag says is heeded, as in mail, which has no other styles that hide. Colours and small
/// print do not hide, and neither does `aria-hidden`, which is about being read aloud.
struct HiddenElement {
  let name: String
  /// How many elements of this name are open in it, itself included.
  private var depth = 1

  init?(_ tag: HTMLTag) {
    guard !tag.isEnd, !tag.name.isEmpty, !Self.neverHidden.contains(tag.name), Self.isHidden(tag) else { return nil }
    name = tag.name
  }

  /// Takes a tag behind the element's own into account; true when the element ends with it, or before it.
  mutating func ends(with tag: HTMLTag) -> Bool {
    guard tag.name == name else { return false }
    if !tag.isEnd, Self.endedByTheNext.contains(name) { return true }
    depth += tag.isEnd ? -1 : 1
    return depth <= 0
  }

  private static func isHidden(_ tag: HTMLTag) -> Bool {
    if let hidden = tag["hidden"], hidden.lowercased() != "until-found" { return true }
    guard let style = tag["style"] else { return false }
    let rules = Set(style.lowercased().split(separator: ";").map { $0.filter { !$0.isWhitespace } })
    func has(_ rule: String) -> Bool { rules.contains(rule) || rules.contains(rule + "!important") }
    if has("display:none") || has("visibility:hidden") { return true }
    return has("overflow:hidden") && (has("max-height:0") || has("max-height:0px"))
  }

  /// Elements without an end, and those that are all there is.
  private static let neverHidden: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "html",
    "body",
  ]

  /// Elements whose end tag may be left out, since the next one ends them.
  private static let endedByTheNext: Set<String> = ["p", "li", "dt", "dd", "td", "th", "tr", "option"]
}
