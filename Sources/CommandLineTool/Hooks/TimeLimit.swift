#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Ends a hook that takes too long. Git holds the connection open while it runs, and the other side hangs up after some
/// minutes: a push would then fail behind a hook that passed.
///
/// By signal and not by thread: it costs nothing while all is well.
enum TimeLimit {
  /// When a word is said, in seconds.
  private static let patience: UInt32 = 60

  /// Starts the clock.
  ///
  /// - Parameter seconds: another limit, as `HANDOFF_TIME_LIMIT` gives it: at least one, and no more than an hour.
  static func start(_ seconds: UInt32?) {
    // Whoever started this may have left the signal blocked.
    var own = sigset_t()
    sigemptyset(&own)
    sigaddset(&own, SIGALRM)
    pthread_sigmask(SIG_UNBLOCK, &own, nil)
    if let seconds {
      signal(SIGALRM) { _ in TimeLimit.giveUp() }
      _ = alarm(min(max(seconds, 1), 3600))
    } else {
      signal(SIGALRM) { _ in TimeLimit.remind() }
      _ = alarm(patience)
    }
  }

  // What a handler of a signal may call is little (signal-safety(7)): write, alarm, signal and _exit.
  private static func remind() {
    say("git-handoff: this takes more than a minute, and goes on\n")
    signal(SIGALRM) { _ in TimeLimit.giveUp() }
    // Together below the five minutes after which forges hang up.
    _ = alarm(180)
  }

  private static func giveUp() {
    say("error: the push could not be judged in time\n")
    say("hint: push it in smaller parts, or allow more: HANDOFF_TIME_LIMIT=<seconds>\n")
    _exit(1)
  }

  private static func say(_ text: StaticString) { _ = write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount) }
}
