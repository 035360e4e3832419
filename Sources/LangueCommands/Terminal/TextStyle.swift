/// The colours of a report, or none of them.
struct TextStyle {
  enum Role {
    case error, warning, note, strong, faint, good

    var code: String {
      switch self {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      case .strong: "1"
      case .faint: "2"
      case .good: "32"
      }
    }
  }

  let isColored: Bool

  func callAsFunction(_ role: Role, _ text: String) -> String {
    isColored ? "\u{1B}[\(role.code)m\(text)\u{1B}[0m" : text
  }
}
