import FileSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

#if LIBFUZZER

  /// What is run; `HANDOFF_FUZZ` names it.
  private let target = getenv("HANDOFF_FUZZ").flatMap { FuzzTarget(String(cString: $0)) }

  /// One input, for libFuzzer (<https://llvm.org/docs/LibFuzzer.html>).
  @_cdecl("LLVMFuzzerTestOneInput")
  func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    target?.run(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  }

  private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<Words?>,
    _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  /// Where a program that SwiftPM links begins, in place of libFuzzer's own `main`. Without a target that there is, lists
  /// them.
  @_cdecl("handoff_fuzz_main")
  func begin(_ count: CInt, _ words: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    guard target != nil else {
      print("targets: " + FuzzTarget.all.map(\.name).joined(separator: ", "))
      return 64
    }
    var count = count
    var words = words
    return runDriver(&count, &words) { testOneInput($0, $1) }
  }

#else

  /// `handoff-fuzz TARGET SECONDS SEED FILE…`: changes the files at random and feeds them in, for so long.
  ///
  /// Needs no sanitizer and no toolchain of its own, so that anybody can run it; the last input is kept beside the
  /// program's output when it traps. An input that takes longer than a second is reported as slow.
  @main
  enum Fuzz {
    static func main() {
      let arguments = CommandLine.arguments.dropFirst()
      guard arguments.count >= 3, let target = FuzzTarget(arguments[1]), let seconds = Int(arguments[2]),
        let seed = UInt64(arguments[3])
      else {
        print("usage: handoff-fuzz TARGET SECONDS SEED [FILE...]")
        print("targets: " + FuzzTarget.all.map(\.name).joined(separator: ", "))
        exit(64)
      }
      run(target, seconds: seconds, seed: seed, corpus: arguments.dropFirst(3).map(read))
    }

    private static func run(_ target: FuzzTarget, seconds: Int, seed: UInt64, corpus: [[UInt8]]) {
      let corpus = corpus.isEmpty ? [[]] : corpus
      var mutation = Mutation(seed: seed)
      let clock = ContinuousClock()
      let end = clock.now + .seconds(seconds)
      var executions = 0
      var slowest = Duration.zero
      while clock.now < end {
        let base = corpus[Int(mutation.next() % UInt64(corpus.count))]
        let input = mutation.mutate(base, with: corpus[Int(mutation.next() % UInt64(corpus.count))])
        keep(input, of: target)
        let taken = clock.measure { target.run(input) }
        slowest = max(slowest, taken)
        if taken > .seconds(1) { print("\(target.name): slow: \(taken) for \(input.count) bytes") }
        executions += 1
      }
      print("\(target.name): \(executions) executions in \(seconds) s, seed \(seed); slowest \(slowest)")
    }

    /// Written before each run, since a trap leaves no time after it.
    private static func keep(_ input: [UInt8], of target: FuzzTarget) {
      guard let file = fopen("fuzz-\(target.name).last", "w") else { return }
      input.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
      fclose(file)
    }

    private static func read(_ path: String) -> [UInt8] {
      (try? FileSystem.read(path, limit: 1 << 20)) ?? []
    }
  }

#endif
