#if canImport(Glibc)
  import Glibc
#endif

/// Tells that something in some folders may have changed, without looking at what is in them: inotify(7).
///
/// Of what other machines write on a file system that is shared the kernel says nothing. Where it is another one than
/// Linux's, there is no watch, and who wants to know looks.
package final class FolderWatch: Sendable {
  private let descriptor: Int32

  /// - Parameter folders: whose entries count, and not what is in folders among them.
  /// - Returns: nil where not all of them can be watched.
  package init?(_ folders: [String]) {
    #if canImport(Glibc)
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      guard descriptor >= 0 else { return nil }
      let events =
        IN_MODIFY | IN_ATTRIB | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_DELETE_SELF
        | IN_MOVE_SELF
      for folder in folders {
        guard (try? FileSystem.checked(folder)) != nil,
          inotify_add_watch(descriptor, folder, UInt32(events) | UInt32(IN_ONLYDIR)) >= 0
        else { return nil }
      }
    #else
      return nil
    #endif
  }

  deinit {
    #if canImport(Glibc)
      if descriptor >= 0 { close(descriptor) }
    #endif
  }

  /// Whether anything changed since this was asked last.
  package func hasNews() -> Bool {
    #if canImport(Glibc)
      var hasNews = false
      // What is told does not matter: who asks looks at all of it.
      withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { buffer in
        while retryingInterrupted({ read(descriptor, buffer.baseAddress, buffer.count) }) > 0 { hasNews = true }
      }
      return hasNews
    #else
      return false
    #endif
  }
}
