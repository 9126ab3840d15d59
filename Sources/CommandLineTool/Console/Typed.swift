import FileSystem
import Workflow

/// Words that are typed as an argument, come in on standard input, or are asked for on a terminal.
enum Typed {
  /// - Parameter argument: the words, `-` for standard input, or nil to be asked.
  static func text(_ argument: String?, asking question: String) throws(Failure) -> String {
    guard let argument else { return Interview.ask(question) ?? "" }
    guard argument == "-" else { return argument }
    do {
      return String(decoding: try FileSystem.readStandardInput(limit: 1 << 20), as: UTF8.self)
    } catch {
      throw Failure(.file(error))
    }
  }
}
