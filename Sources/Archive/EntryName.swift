/// Names in archives, made fit to be paths: what comes from a stranger leads nowhere but down.
enum EntryName {
  /// The path of a file below the archive's top, `/` between its parts; nil for what is no file of the user's: a folder,
  /// or what a system keeps for itself.
  ///
  /// Backslashes part names as well, as some Windows programs write them. A drive, empty parts, `.` and `..` are left
  /// out, and so are control characters.
  static func path(_ name: String) -> String? {
    var parts: [String] = []
    let isFolder = name.utf8.last == UInt8(ascii: "/") || name.utf8.last == UInt8(ascii: "\\")
    // Scalars, as a mark that combines with a slash would hide it among characters.
    for part in name.unicodeScalars.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: part.lazy.filter { $0.properties.generalCategory != .control })
      let plain = String(scalars)
      let isDrive = parts.isEmpty && plain.utf8.count == 2 && plain.utf8.last == UInt8(ascii: ":")
      if !plain.isEmpty, plain != ".", plain != "..", !isDrive { parts.append(plain) }
    }
    guard !isFolder, let file = parts.last, parts[0] != "__MACOSX", !kept.contains(file.lowercased()) else {
      return nil
    }
    return parts.joined(separator: "/")
  }

  /// What file managers leave behind in every folder.
  private static let kept: Set<String> = [".ds_store", "thumbs.db", "desktop.ini"]

  /// UTF-8 where the archive says so or the bytes are (many programs forget to say), else the code page 437 that APPNOTE
  /// (appendix D) has for all others.
  static func decoded(_ bytes: ArraySlice<UInt8>, saysUTF8: Bool) -> String {
    if saysUTF8 { return String(decoding: bytes, as: UTF8.self) }
    return String(validating: bytes, as: UTF8.self) ?? codePage437(bytes)
  }

  private static func codePage437(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]) }
    return String(text)
  }

  /// 0x80 to 0xFF.
  private static let upper = Array(
    ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
      + "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}").unicodeScalars)
}
