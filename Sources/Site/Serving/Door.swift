import Loopback

/// Who may come in to a site that is served on this machine: only its own pages, in a browser that was shown the token.
///
/// Against requests that a foreign page sends stand, beside what every server of this machine checks, the fetch
/// metadata (https://www.w3.org/TR/fetch-metadata/), a cookie that is only sent with requests of the same site, and a guard
/// word that only the site's own pages know.
package struct Door: Sendable {
  /// What the address that is printed carries in its fragment, which browsers send to nobody.
  package let token: String
  /// What the cookie says.
  let session: String
  /// What every request that writes has to repeat.
  package let guardWord: String
  let port: UInt16

  package init(port: UInt16, randomness: @Sendable () -> UInt64) {
    self.port = port
    token = LocalAddress.word(randomness)
    session = LocalAddress.word(randomness)
    guardWord = LocalAddress.word(randomness)
  }

  package var address: String { local.url }

  private var local: LocalAddress { LocalAddress(port: port) }

  /// Cookies of one host are seen at all of its ports, so that the name says which.
  var cookieName: String { "handoff-\(port)" }

  var cookie: String { "\(cookieName)=\(session); Path=/; HttpOnly; SameSite=Strict" }

  /// Why a request is not answered at all; nil for one that comes from a page of the site, or that a person made.
  func refusal(of asked: Asked) -> HTTPAnswer? {
    if let refusal = local.refusal(of: asked) { return refusal }
    guard ["GET", "HEAD", "POST"].contains(asked.method) else {
      return HTTPAnswer(405, words: "Only GET, HEAD and POST are answered.")
    }
    if asked.method == "POST", asked.headers["origin"] == nil {
      return HTTPAnswer(403, words: "The request does not say which page it comes from.")
    }
    let site = asked.headers["sec-fetch-site"] ?? "same-origin"
    let isLink = asked.method == "GET" && asked.headers["sec-fetch-mode"] == "navigate"
    if !["same-origin", "none"].contains(site), !isLink {
      return HTTPAnswer(403, words: "Another page asks for this.")
    }
    return nil
  }

  func isKnown(_ asked: Asked) -> Bool {
    let cookies = (asked.headers["cookie"] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
    return cookies.contains { cookie in
      let parts = cookie.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0] == cookieName && LocalAddress.isSame(String(parts[1]), session)
    }
  }

  /// What somebody sees who comes without the cookie: the script on it takes the token out of the address.
  static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>git handoff</title>
    <link rel="stylesheet" href="/site.css">
    <script src="/serve.js" defer></script>
    </head>
    <body><main><h1>This plan is shown to you alone</h1>
    <p id="door">Open the whole address that <code>git handoff serve</code> printed, with what stands behind the #.</p></main></body>
    </html>

    """
}
