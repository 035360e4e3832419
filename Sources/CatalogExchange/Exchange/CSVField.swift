/// One field of comma-separated values (RFC 4180), as spreadsheets may be given it.
///
///     CSVField.text("=1+1, \"x\"")  // "'=1+1, ""x"""
///
/// A spreadsheet takes what begins with `=`, `+`, `-`, `@` or a control character for a formula; an
/// apostrophe in front keeps it from that, and reading takes it away again.
package enum CSVField {
  private static let openers: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠",
  ]

  /// A text guarded and, where it must be, in quotes: whichever of comma, semicolon and tab separates
  /// the cells.
  package static func text(_ text: String) -> String {
    let guarded = isFormula(text) ? "'" + text : text
    let needsQuotes = guarded.unicodeScalars.contains { "\",;\t\n\r".unicodeScalars.contains($0) }
    return needsQuotes ? "\"" + guarded.replacing("\"", with: "\"\"") + "\"" : guarded
  }

  /// How many bytes of a field guard it: 0 or 1.
  package static func guardLength(in text: String) -> Int {
    text.hasPrefix("'") && isFormula(text) ? 1 : 0
  }

  /// Apostrophes in front count as well, so that a guard is always told from a text.
  private static func isFormula(_ text: String) -> Bool {
    text.unicodeScalars.first { $0 != "'" }.map { openers.contains($0) } ?? false
  }
}
