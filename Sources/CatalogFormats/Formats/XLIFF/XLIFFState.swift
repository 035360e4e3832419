import StringCatalogs

extension TranslationState {
  /// The state that XLIFF 1.2 names.
  init?(xliff1 name: String) {
    switch name {
    case "final": self = .final
    case "signed-off": self = .reviewed
    case "translated": self = .translated
    case "new", "needs-adaptation", "needs-l10n", "needs-translation",
      "needs-review-adaptation", "needs-review-l10n", "needs-review-translation":
      self = .initial
    default: return nil
    }
  }

  /// XLIFF 1.2's name.
  func xliff1Name(hasTarget: Bool) -> String {
    switch self {
    case .initial: hasTarget ? "needs-review-translation" : "new"
    case .translated: "translated"
    case .reviewed: "signed-off"
    case .final: "final"
    }
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// The state of a whole: that of its part that has come least far.
  static func least(_ states: [TranslationState]) -> TranslationState? {
    states.min { $0.rank < $1.rank }
  }
}
