import CPCRE2

/// A text or regular expression, compiled once and looked for in any number of texts.
///
/// Regular expressions are Perl's as PCRE2 reads them (<https://www.pcre.org/current/doc/html/pcre2pattern.html>),
/// with Unicode classes. `^` and `$` are the ends of lines, which LF, CRLF or CR end; a match may cross lines when the
/// expression says so. The class owns PCRE2's handles and is the only place that sees them.
package final class Pattern {
  /// Longer expressions are refused, in bytes; plain texts may be as long as PCRE2 can compile.
  package static let lengthLimit = 4096

  /// What the source of a pattern means.
  package enum Syntax: Hashable, Sendable {
    /// These very characters.
    case text
    /// A Perl-compatible regular expression.
    case regex
  }

  private let code: OpaquePointer
  private let matchData: OpaquePointer
  private let context: OpaquePointer
  /// Nil where memory is short; then PCRE2 makes do with the machine's own stack.
  private let jitStack: OpaquePointer?
  private let hasBackreferences: Bool

  package init(_ source: String, as syntax: Syntax) throws(PatternProblem) {
    code = try Self.compile(source, as: syntax)
    // Neither can fail but for want of memory, where Swift's own allocations would have ended the program.
    guard let matchData = pcre2_match_data_create_8(1, nil), let context = pcre2_match_context_create_8(nil) else {
      preconditionFailure("out of memory")
    }
    self.matchData = matchData
    self.context = context
    var highestBackreference: UInt32 = 0
    pcre2_pattern_info_8(code, UInt32(PCRE2_INFO_BACKREFMAX), &highestBackreference)
    hasBackreferences = highestBackreference > 0
    // Without a compiler for this machine the interpreter gives the same answers, more slowly.
    let isJIT = pcre2_jit_compile_8(code, PCRE2_JIT_COMPLETE) == 0
    jitStack = isJIT ? pcre2_jit_stack_create_8(32 << 10, 512 << 10, nil) : nil
    pcre2_set_match_limit_8(context, 1_000_000)
    pcre2_set_depth_limit_8(context, 1_000_000)
    pcre2_set_heap_limit_8(context, 32 << 10)
    if let jitStack { pcre2_jit_stack_assign_8(context, nil, UnsafeMutableRawPointer(jitStack)) }
  }

  deinit {
    pcre2_jit_stack_free_8(jitStack)
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(matchData)
    pcre2_code_free_8(code)
  }

  /// What keeps `source` from being used, if anything does.
  package static func problem(in source: String, as syntax: Syntax) -> PatternProblem? {
    do throws(PatternProblem) {
      pcre2_code_free_8(try compile(source, as: syntax))
      return nil
    } catch {
      return error
    }
  }

  /// Looks for the first match in `text`. A search that runs out of `budget` leaves it empty.
  package func firstMatch(in text: String, budget: inout SearchBudget) -> SearchResult {
    var text = text
    budget.allow(bytes: text.utf8.count)
    return text.withUTF8 { bytes in
      var meter = Meter(budget: budget, countsCaptures: hasBackreferences)
      defer { budget = meter.budget }
      return match(bytes, from: 0, meter: &meter)
    }
  }

  /// All matches in `text` that are not empty, from left to right, in UTF-8 offsets; none overlaps another.
  ///
  /// - Returns: nil when the search takes more than `budget`, which is then empty.
  package func matches(in text: String, budget: inout SearchBudget) -> [Range<Int>]? {
    var text = text
    budget.allow(bytes: text.utf8.count)
    return text.withUTF8 { bytes in
      var meter = Meter(budget: budget, countsCaptures: hasBackreferences)
      defer { budget = meter.budget }
      var ranges: [Range<Int>] = []
      while true {
        let start = ranges.last?.upperBound ?? 0
        switch match(bytes, from: start, meter: &meter, options: PCRE2_NOTEMPTY) {
        case .found(let range):
          // An expression with \K may tell of a start that lies behind; the end always lies ahead.
          guard range.upperBound > start else { return ranges }
          ranges.append(max(range.lowerBound, start)..<range.upperBound)
        case .absent: return ranges
        case .tooCostly: return nil
        }
      }
    }
  }

  private func match(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, meter: inout Meter, options: UInt32 = 0
  ) -> SearchResult {
    var status = run(bytes, from: start, meter: &meter, options: options)
    // The interpreter keeps what a deep match needs on the heap, within the heap limit.
    if status == PCRE2_ERROR_JIT_STACKLIMIT {
      status = run(bytes, from: start, meter: &meter, options: options | PCRE2_NO_JIT)
    }
    return result(of: status)
  }

  private func run(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, meter: inout Meter, options: UInt32
  ) -> Int32 {
    withUnsafeMutablePointer(to: &meter) { meter in
      pcre2_set_callout_8(context, Meter.callout, meter)
      defer { pcre2_set_callout_8(context, nil, nil) }
      // The bytes are a Swift string's, so they are known to be UTF-8.
      return pcre2_match_8(
        code, bytes.baseAddress, bytes.count, start, options | PCRE2_NO_UTF_CHECK, matchData, context)
    }
  }

  private func result(of status: Int32) -> SearchResult {
    if status == PCRE2_ERROR_NOMATCH { return .absent }
    guard status >= 0, let offsets = pcre2_get_ovector_pointer_8(matchData) else { return .tooCostly }
    // Only \K in a lookaround could put the start behind the end, and PCRE2 refuses that since 10.38.
    return .found(min(offsets[0], offsets[1])..<offsets[1])
  }

  private static func compile(_ source: String, as syntax: Syntax) throws(PatternProblem) -> OpaquePointer {
    guard let context = pcre2_compile_context_create_8(nil) else { preconditionFailure("out of memory") }
    defer { pcre2_compile_context_free_8(context) }
    pcre2_set_newline_8(context, UInt32(PCRE2_NEWLINE_ANYCRLF))
    // Callouts before every item are where work is counted.
    var options = PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_AUTO_CALLOUT
    var source = source
    switch syntax {
    case .text:
      if source.isEmpty { throw PatternProblem(reason: "nothing to look for", offset: 0) }
      options |= PCRE2_LITERAL
    case .regex:
      pcre2_set_max_pattern_length_8(context, lengthLimit)
      options |= PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C
    }
    var status: Int32 = 0
    var offset = 0
    let code = source.withUTF8 { bytes in
      pcre2_compile_8(bytes.baseAddress, bytes.count, options, &status, &offset, context)
    }
    guard let code else { throw PatternProblem(reason: message(for: status), offset: offset) }
    return code
  }

  /// PCRE2's own words for an error number.
  private static func message(for status: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let length = pcre2_get_error_message_8(status, &buffer, buffer.count)
    return String(decoding: buffer.prefix(max(0, Int(length))), as: UTF8.self)
  }
}
