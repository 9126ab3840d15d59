/// A part of a message: text, an attachment, or a container of other parts.
struct MessagePart {
  /// The part that it stands in, by number; nil for the message itself.
  var parent: Int?
  var header: HeaderFields
  var type: ContentField
  /// It stands in a digest, where a part that does not say is a message (RFC 2046 section 5.1.5).
  var isInDigest = false
  /// The bytes behind its header, up to the boundary that ends it.
  var body: Range<Int>

  /// A part that does not say is plain text (RFC 2045 section 5.2).
  var mediaType: String {
    if type.value.contains("/") { return type.value }
    return isInDigest && type.value.isEmpty ? "message/rfc822" : "text/plain"
  }

  var isMultipart: Bool { mediaType.hasPrefix("multipart/") && type.bytes("boundary") != nil }
  var isMessage: Bool { (mediaType == "message/rfc822" || mediaType == "message/global") && !isEncoded }
  var isAlternative: Bool { mediaType == "multipart/alternative" }

  /// RFC 2046 forbids to encode these, so one that is encoded is listed as an attachment.
  private var isEncoded: Bool { encoding == "base64" || encoding == "quoted-printable" }

  var encoding: String { ContentField(header["content-transfer-encoding"]).value }

  var fileName: String {
    ContentField(header["content-disposition"]).text("filename") ?? type.text("name") ?? ""
  }

  /// Whether its words stand between tags.
  var isMarkup: Bool { mediaType == "text/html" || mediaType == "text/enriched" }

  /// Whether it is words to read, rather than a file that came along.
  var isBody: Bool {
    (mediaType == "text/plain" || isMarkup)
      && ContentField(header["content-disposition"]).value != "attachment"
  }

  /// Its words, decoded and without tags.
  func text(in bytes: [UInt8]) -> [UInt8] {
    let decoded = TransferEncoding.decode(bytes[body], encoding)
    if isMarkup {
      let label = type["charset"] ?? HTMLText.declaredCharacterSet(in: decoded[...])
      return HTMLText.text(of: CharacterSet(label).decode(decoded[...])[...])
    }
    let text = CharacterSet(type["charset"]).decode(decoded[...])
    guard type["format"] == "flowed" else { return text }
    return FlowedText.unflowed(text[...], deletesSpace: type["delsp"] == "yes")
  }
}
