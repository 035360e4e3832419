/// Escapes text for the places of an HTML document.
package enum HTMLEscaping {
  /// Appends text for an element's content.
  static func appendText(_ text: some StringProtocol, to html: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case _ where isForbidden(scalar): html += "\u{FFFD}"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  /// Appends text for an attribute's value in double or single quotes.
  static func appendAttribute(_ text: some StringProtocol, to html: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      case _ where isForbidden(scalar): html += "\u{FFFD}"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }

  static func text(_ text: some StringProtocol) -> String {
    var html = ""
    appendText(text, to: &html)
    return html
  }

  package static func attribute(_ text: some StringProtocol) -> String {
    var html = ""
    appendAttribute(text, to: &html)
    return html
  }

  /// Control characters and noncharacters, which no HTML document may hold.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x20 { return value != 0x09 && value != 0x0A && value != 0x0D }
    if value < 0x7F { return false }
    return value <= 0x9F || (value >= 0xFDD0 && value <= 0xFDEF) || value & 0xFFFE == 0xFFFE
  }
}
