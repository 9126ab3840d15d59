#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The time that this thread's processor has worked on `body`, in nanoseconds: what other tests and programs do at the same
/// time adds nothing to it.
package func processorTime(of body: () throws -> Void) rethrows -> Int {
  let start = threadTime()
  try body()
  return threadTime() - start
}

/// What `body` comes to, and the time that this thread's processor has worked on it, in nanoseconds.
///
/// A trait `.timeLimit` counts the minutes, too, for which a test waits until it is its turn on one of the pool's threads.
package func processorTimed<Value, Problem: Error>(
  _ body: () throws(Problem) -> Value
) -> (result: Result<Value, Problem>, nanoseconds: Int) {
  let start = threadTime()
  let result = Result(catching: body)
  return (result, threadTime() - start)
}

private func threadTime() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
}
