/// A line of a stack trace.
struct StackFrame: Hashable, Sendable {
  /// As it stands there, of whatever machine.
  let path: String
  /// The last part of the function's name, where the line tells it.
  let function: String?
}

/// Finds the frames of stack traces, in the forms of many languages.
enum FrameReader {
  /// The frames of a text, the deepest one last.
  static func frames(in text: ArraySlice<UInt8>) -> [StackFrame] {
    var frames: [StackFrame] = []
    /// Most languages write the deepest frame first; Python writes it last.
    var run: [StackFrame] = []
    for line in text.lines() where line.count < 2000 {
      guard let (frame, isDeepestFirst) = frame(line) else { continue }
      if isDeepestFirst {
        run.append(frame)
      } else {
        frames += run.reversed() + [frame]
        run = []
      }
      if frames.count + run.count > most { break }
    }
    return frames + run.reversed()
  }

  private static let most = 400

  static func isFrame(_ line: ArraySlice<UInt8>) -> Bool { frame(line) != nil }

  private static func frame(_ line: ArraySlice<UInt8>) -> (StackFrame, isDeepestFirst: Bool)? {
    let text = line.trimmed()
    if text.hasPrefix("File \"") { return python(text.dropFirst(6)).map { ($0, false) } }
    if text.hasPrefix("at ") || text.hasPrefix("from ") || text.hasPrefix("#") || text.hasPrefix("in ") {
      return place(in: text).map { place in
        (StackFrame(path: place.path.text, function: function(before: place, in: text)), true)
      }
    }
    guard let place = place(in: text), place.path.startIndex == text.startIndex else { return nil }
    let rest = text[place.end...].drop { $0 == UInt8(ascii: ":") || $0.isBlank }
    // pytest writes the deepest frame last, as Python does.
    let name = rest.hasPrefix("in ") ? rest.dropFirst(3).names().first?.text : nil
    return (StackFrame(path: place.path.text, function: name), false)
  }

  /// `…/models.py", line 12, in save`
  private static func python(_ text: ArraySlice<UInt8>) -> StackFrame? {
    guard let quote = text.firstIndex(of: UInt8(ascii: "\"")), quote > text.startIndex else { return nil }
    let rest = text[quote...].dropFirst()
    guard rest.hasPrefix(", line ") else { return nil }
    let behind = rest.dropFirst(7).drop { $0.isDigit }
    let name = behind.hasPrefix(", in ") ? behind.dropFirst(5).names().last?.text : nil
    return StackFrame(path: text[..<quote].text, function: name)
  }

  private struct Place {
    var path: ArraySlice<UInt8>
    /// Behind the line's number.
    var end: Int
  }

  /// A path with a suffix, and a line's number behind it: `src/a.go:12`.
  private static func place(in text: ArraySlice<UInt8>) -> Place? {
    var at = text.startIndex
    while let colon = text[at...].firstIndex(of: UInt8(ascii: ":")) {
      at = colon + 1
      guard at < text.endIndex, text[at].isDigit else { continue }
      var start = colon
      while start > text.startIndex, isPathByte(text[start - 1]) { start -= 1 }
      let path = text[start..<colon]
      let end = text[at...].firstIndex { !$0.isDigit } ?? text.endIndex
      guard let dot = path.lastIndex(of: UInt8(ascii: ".")), dot > start, (1...5).contains(colon - dot - 1),
        path[(dot + 1)...].allSatisfy({ $0.isNameByte }), path[dot + 1].isLetter
      else { continue }
      return Place(path: path, end: end)
    }
    return nil
  }

  static func isPathByte(_ byte: UInt8) -> Bool { byte.isNameByte || "./\\-~@+".utf8.contains(byte) }

  /// `at Mailer.send (src/mailer.js:3:9)`, `at app.Mailer.send(Mailer.java:3)`
  private static func function(before place: Place, in text: ArraySlice<UInt8>) -> String? {
    guard let open = text[..<place.path.startIndex].lastIndex(of: UInt8(ascii: "(")) else { return nil }
    return text[..<open].names().last?.text
  }
}
