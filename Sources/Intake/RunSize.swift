/// How much is worked on by itself where an original is read in runs, on all processors.
enum RunSize {
  /// At least so many bytes: milliseconds of work, which a thread is worth, and few enough for a core's own cache.
  ///
  /// What comes out is the same whatever the size.
  static let bytes = 256 * 1024
}
