/// One line on a terminal's standard error that is written over as work goes on. Nothing is shown elsewhere, nor of what
/// takes less than half a second.
final class ProgressLine {
  private let started = ContinuousClock.now
  private var last: ContinuousClock.Instant?
  private let isShown = Console.isErrorTerminal

  func show(_ text: String) {
    let now = ContinuousClock.now
    guard isShown, now - started > .milliseconds(500), last.map({ now - $0 > .milliseconds(80) }) ?? true else {
      return
    }
    last = now
    // Carriage return, and "erase to the end of the line" (ECMA-48, EL).
    Console.prompt("\r\(text)\u{1b}[K")
  }

  /// Takes the line away.
  func end() {
    if last != nil { Console.prompt("\r\u{1b}[K") }
    last = nil
  }
}
