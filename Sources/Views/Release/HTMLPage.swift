import Markdown

/// A page that needs nothing else: no script, no picture, nothing from a network.
package enum HTMLPage {
  /// A page that the program wrote as Markdown.
  package static func html(title: String, markdown: String) -> String {
    html(title: title, style: reading, body: MarkdownPage.html(markdown))
  }

  /// - Parameters:
  ///   - style: rules beside those of every page.
  ///   - body: HTML, with everything from elsewhere escaped.
  static func html(title: String, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(title))</title>
    <style>
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1c1c1c; }
    \(style)
    </style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }

  /// Text as HTML (https://html.spec.whatwg.org/#escapingString), with the marks that only mislead made visible.
  package static func escaped(_ text: String) -> String {
    let line = Sanitiser.line(text)
    guard line.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return line }
    return line.unicodeScalars.reduce(into: "") { html, scalar in
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// Adds text as ``escaped(_:)`` has it to a page in UTF-8, in a fraction of the time where it is of ASCII.
  package static func append(_ text: String, to html: inout [UInt8]) {
    var text = text
    let isASCII = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) else { return false }
      var rest = bytes[...]
      while let place = rest.firstIndex(where: { entity(of: $0) != nil }) {
        html += rest[..<place]
        html += (entity(of: rest[place]) ?? "").utf8
        rest = rest[(place + 1)...]
      }
      html += rest
      return true
    }
    if !isASCII { html += escaped(text).utf8 }
  }

  private static func entity(of byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

  private static let reading = """
    body { max-width: 46rem; }
    h2 { border-top: 1px solid #ddd; margin-top: 2.5rem; padding-top: 1rem; }
    blockquote { border-left: 3px solid #ccc; color: #444; margin: .8rem 0; padding-left: 1rem; }
    pre { background: #f6f6f6; padding: 1rem; white-space: pre-wrap; }
    code { font-size: .9em; color: #555; }
    @media print { body { margin: 0; max-width: none; } h2 { break-before: auto; } }
    """
}
