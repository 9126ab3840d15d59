import FileSystem
import Git
import Workflow

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The editor that git would open (git-var(1), GIT_EDITOR).
enum Editor {
  /// Opens a file and waits. The shell sees the path as one argument, as git does it.
  static func open(_ path: String, in workspace: Workspace) throws(Failure) {
    let editor: String
    do {
      editor = try workspace.repository.git.line(of: ["var", "GIT_EDITOR"])
    } catch {
      throw Failure(.git(error))
    }
    let quoted = "'" + path.replacing("'", with: "'\\''") + "'"
    let status = system("\(editor) \(quoted)")
    let code = status >> 8 & 0xff
    guard status == 0 else { throw Failure(.editorFailed(editor, status: code)) }
  }
}
