import Diagnostics

/// Whether a text file is UTF-8.
enum Encoding {
  /// The first place that is not UTF-8, as a fault.
  static func fault(of bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return Diagnostic(
        code: "invalid-utf-8", message: "not UTF-8", span: error.byteOffsets,
        help: "convert the file to UTF-8")
    }
  }
}
