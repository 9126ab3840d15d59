/// What is done with files, each by one call: reading, listing, asking, making folders.
///
/// Paths are absolute or relative to the process's folder, as POSIX takes them. A path that holds a NUL byte is refused
/// everywhere, for C would silently end it there. Several files that belong together are written by a `Store`.
package enum FileSystem {
  /// What errors call the standard input.
  package static let standardInput = "/dev/stdin"
}
