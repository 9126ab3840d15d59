import JSONText

/// Where an issue lies: `octo/app#42`. Issues, pull requests and discussions of a repository share their numbers.
struct GitHubAddress: CustomStringConvertible {
  private let repository: String
  private let number: String

  var description: String { "\(repository)#\(number)" }

  var identity: String { "github:" + description }

  /// The address of an issue, or of the issue that a comment is made on.
  init?(of node: JSONNode) {
    for name in ["html_url", "issue_url", "pull_request_url", "discussion_url", "url"] {
      if let url = node[name]?.string, let address = GitHubAddress(url: url) {
        self = address
        return
      }
    }
    guard let number = node["number"]?.text else { return nil }
    self.number = number
    let owner = node["repository"]
    if let name = owner?.words("nameWithOwner", "full_name") ?? owner?.string {
      repository = name
    } else if let url = node["repository_url"]?.string {
      repository = url.split(separator: "/").suffix(2).joined(separator: "/")
    } else {
      return nil
    }
  }

  /// `https://github.com/octo/app/issues/42#issuecomment-1`, or `https://api.github.com/repos/octo/app/issues/42`.
  private init?(url: String) {
    let parts = url.split { "/#?".contains($0) }
    guard
      let kind = parts.indices.last(where: { ["issues", "pull", "pulls", "discussions"].contains(parts[$0]) }),
      kind >= 3, kind + 1 < parts.count, parts[kind + 1].utf8.allSatisfy(\.isDigit)
    else { return nil }
    repository = parts[(kind - 2)..<kind].joined(separator: "/")
    number = String(parts[kind + 1])
  }
}
