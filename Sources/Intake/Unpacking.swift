extension Original {
  /// The files of an archive; nil for anything else.
  package static func unpacked(_ material: Material) throws(IntakeError) -> Material? { nil }
}
