#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The pipes of one child: both ends of each until the child is started, then this program's ends alone.
struct ChildPipes: ~Copyable {
  private var descriptors: [Int32] = []
  private let input: (child: Int32, own: Int32)?
  private let output: (child: Int32, own: Int32)
  private let errors: (child: Int32, own: Int32)

  init(hasInput: Bool) throws(ChildProcess.Failure) {
    var opened: [Int32] = []
    do throws(ChildProcess.Failure) {
      let forInput = hasInput ? try Self.pipe(&opened) : nil
      let forOutput = try Self.pipe(&opened)
      let forErrors = try Self.pipe(&opened)
      input = forInput.map { ($0.reading, $0.writing) }
      output = (forOutput.writing, forOutput.reading)
      errors = (forErrors.writing, forErrors.reading)
    } catch {
      for descriptor in opened { close(descriptor) }
      throw error
    }
    descriptors = opened
    for own in [input?.own, output.own, errors.own].compactMap(\.self) {
      _ = fcntl(own, F_SETFL, fcntl(own, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    for descriptor in descriptors { close(descriptor) }
  }

  var childInput: Int32? { input?.child }
  var childOutput: Int32 { output.child }
  var childErrors: Int32 { errors.child }

  var ownInput: Int32? { input?.own }
  var ownOutput: Int32 { output.own }
  var ownErrors: Int32 { errors.own }

  /// Once the child has them: the end of its output is seen only when nobody else could write to it.
  mutating func closeChildEnds() {
    for end in [input?.child, output.child, errors.child].compactMap(\.self) { closeEnd(end) }
  }

  mutating func closeEnd(_ descriptor: Int32) {
    guard let index = descriptors.firstIndex(of: descriptor) else { return }
    descriptors.remove(at: index)
    close(descriptor)
  }

  /// A pipe clear of the descriptors that stand for the standard streams, closed in every child that does not get it.
  private static func pipe(_ opened: inout [Int32]) throws(ChildProcess.Failure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { throw .system(errno) }
    defer { for end in ends { close(end) } }
    for end in ends {
      let clear = fcntl(end, F_DUPFD_CLOEXEC, 3)
      guard clear != -1 else { throw .system(errno) }
      opened.append(clear)
    }
    return (opened[opened.count - 2], opened[opened.count - 1])
  }
}

// The method above has the same name.
#if canImport(Darwin)
  private let systemPipe = Darwin.pipe
#elseif canImport(Musl)
  private let systemPipe = Musl.pipe
#else
  private let systemPipe = Glibc.pipe
#endif
