package import Intake
import PlanModel
import Processes

/// The words of PDF, which pdftotext of Poppler extracts.
package enum PDFText {
  private static let seconds = 60

  /// A PDF with its words; anything else as it is.
  package static func extracted(
    _ material: Material, environment: [String: String]
  ) throws(IntakeError) -> Material {
    guard !material.isFolder, material.extractedText == nil, Original.recognise(material) == .pdf else {
      return material
    }
    var material = material
    material.extractedText = try words(of: material.bytes, environment: environment)
    return material
  }

  /// UTF-8 with a form feed behind each page. The file goes in by standard input, so that no name is taken for an option.
  static func words(of bytes: [UInt8], environment: [String: String]) throws(IntakeError) -> [UInt8] {
    let name = TextProgram.pdftotext.rawValue
    guard let executable = Executable.path(of: name, environment: environment) else {
      throw .programMissing(.pdftotext)
    }
    let command = ChildProcess.Command(
      executable: executable, arguments: [name, "-enc", "UTF-8", "-q", "-", "-"], environment: environment)
    let limits = ProgramLimits(output: IntakeLimits.bytes, seconds: seconds)
    do throws(ChildProcess.Failure) {
      let outcome = try ChildProcess.run(command, input: bytes, limits: limits)
      if outcome.status == 0 { return outcome.output }
    } catch {
      if error == .tooMuchOutput { throw .tooLarge(bytes: limits.output + 1, limit: limits.output) }
    }
    throw .programFailed(.pdftotext)
  }
}
