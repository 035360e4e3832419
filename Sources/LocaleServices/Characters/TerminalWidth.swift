internal import CICU

extension StringProtocol {
  /// How many cells of a terminal the text takes, for columns of a table.
  ///
  ///     "日本語".terminalWidth   // 6
  ///     "हिन्दी".terminalWidth     // 4
  ///     "e\u{301}".terminalWidth // 1
  ///
  /// East Asian wide characters take two cells (UAX 11), marks and invisible characters none, and an
  /// emoji of several characters as many as its first. Ambiguous characters count one. Terminals
  /// differ in the scripts of India; this follows the common `wcwidth`.
  public var terminalWidth: Int {
    reduce(0) { $0 + $1.terminalWidth }
  }
}

extension Character {
  fileprivate var terminalWidth: Int {
    // An emoji's parts (joined people, skin tones, the variation selector) show in one place.
    let isEmoji = unicodeScalars.contains {
      $0.properties.isEmojiPresentation || $0.value == Self.emojiVariationSelector
    }
    if isEmoji { return 2 }
    return unicodeScalars.reduce(0) { $0 + Int(cicu_character_width($1.value)) }
  }

  private static let emojiVariationSelector: UInt32 = 0xFE0F
}
