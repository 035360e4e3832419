import LocaleServices

/// Whether values are kept from mixing up the direction of the text around them (LDML part 9,
/// "Default Bidi Strategy").
public enum BidiIsolation: String, Hashable, Sendable, CaseIterable {
  /// Values stand between U+2066 to U+2068 and U+2069, unless both they and the message run from left
  /// to right.
  case `default`
  case none
}

/// The marks of isolation.
enum BidiMark {
  static let leftToRightIsolate = "\u{2066}"
  static let rightToLeftIsolate = "\u{2067}"
  static let firstStrongIsolate = "\u{2068}"
  static let popDirectionalIsolate = "\u{2069}"

  /// The mark in front of a value; nil if it needs none.
  static func opening(
    direction: TextDirection?, isExplicit: Bool, messageDirection: TextDirection
  ) -> String? {
    switch direction {
    case .leftToRight:
      messageDirection == .leftToRight && !isExplicit ? nil : leftToRightIsolate
    case .rightToLeft: rightToLeftIsolate
    case nil: firstStrongIsolate
    }
  }
}
