import Git
import TestKit

extension TemporaryRepository {
  /// The repository as a command at `directory`, by default the top, would see it.
  func opened(at directory: String? = nil, environment additions: [String: String] = [:]) throws -> Repository {
    try Repository(at: directory ?? path, environment: environment.merging(additions) { $1 })
  }

  /// Names and kinds of files that go wrong easily.
  func fillWithOddFiles() throws {
    for name in ["a b", "new\nline", "tab\there", "quote\"d", "back\\slash", "ünïcode", "-rf", "dir/a", "dir/sub/b"] {
      try write(name, name)
    }
    // Sorted by bytes, these stand around `dir/`.
    try write("dir-", "x")
    try write("dir.txt", "x")
    try write("run.sh", "#!/bin/sh\n")
    _ = try run("chmod", ["+x", "run.sh"])
    _ = try run("ln", ["-s", "a b", "link"])
    _ = try run("sh", ["-c", "printf x > \"$(printf 'bad\\377name')\""])
  }
}

extension String {
  var nulSeparated: [String] { split(separator: "\0").map(String.init) }
}
