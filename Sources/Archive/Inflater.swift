import CZlib

/// Undoes deflate (RFC 1951) and gzip (RFC 1952) by zlib, into a bounded space.
struct Inflater {
  enum Wrapping: Int32 {
    /// The compressed blocks alone: negative window bits, as zlib has it.
    case none = -15
    /// With gzip's header and trailer, which zlib checks.
    case gzip = 31
  }

  struct Outcome {
    var output: [UInt8]
    /// How many bytes of the input it took.
    var consumed: Int
  }

  /// How many bytes are asked of zlib at once.
  private static let chunk = 64 * 1024

  /// Inflates one stream at the start of `input`; errors are located from `offset` on.
  ///
  /// Memory grows with what comes out, never with what a header promises.
  static func inflate(
    _ input: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int, offset: Int
  ) throws(ArchiveError) -> Outcome {
    var stream = z_stream()
    guard handoff_inflate_init(&stream, wrapping.rawValue) == Z_OK else { throw ArchiveError(.badData, at: offset) }
    defer { inflateEnd(&stream) }
    var outcome = Outcome(output: [], consumed: 0)
    while true {
      let (status, produced) = step(&stream, input.dropFirst(outcome.consumed))
      outcome.consumed = Int(stream.total_in)
      guard outcome.output.count + produced.count <= limit else { throw ArchiveError(.tooLarge, at: offset) }
      outcome.output += produced
      if status == Z_STREAM_END { return outcome }
      let place = offset + outcome.consumed
      guard status == Z_OK || status == Z_BUF_ERROR else { throw ArchiveError(.badData, at: place) }
      if produced.isEmpty, outcome.consumed >= input.count { throw ArchiveError(.truncated, at: place) }
    }
  }

  /// One call of zlib, for at most a chunk of output.
  private static func step(_ stream: inout z_stream, _ input: ArraySlice<UInt8>) -> (status: Int32, output: [UInt8]) {
    var status = Z_OK
    let output = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
      input.withUnsafeBufferPointer { source in
        stream.next_in = source.baseAddress
        stream.avail_in = numericCast(min(source.count, Int(Int32.max)))
        stream.next_out = buffer.baseAddress
        stream.avail_out = numericCast(buffer.count)
        status = CZlib.inflate(&stream, Z_NO_FLUSH)
        count = buffer.count - Int(stream.avail_out)
        stream.next_in = nil
        stream.next_out = nil
      }
    }
    return (status, output)
  }
}

/// The CRC-32 of PKWARE's APPNOTE and of gzip.
enum Checksum {
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    let sum = bytes.withUnsafeBufferPointer { buffer in
      // A pointer to nothing asks zlib for the initial value, which is that of no bytes as well.
      crc32_z(0, buffer.baseAddress, buffer.count)
    }
    return UInt32(truncatingIfNeeded: sum)
  }
}
