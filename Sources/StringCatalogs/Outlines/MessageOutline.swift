package import LocaleServices

/// The outline of a message whose structure is plain to see: its variables, branches and tags, as
/// numbers that can be compared.
///
///     MessageOutline("{n, plural, one {# file} other {# files}}", .icu)
///     == MessageOutline("{n, plural, one {# Datei} other {# Dateien}}", .icu)
///
/// Nearly all translations have their source's outline, and then nothing of their structure needs
/// to be read. Where anything is out of the ordinary (quoting, offsets, branches that differ in
/// what they show) there is no outline, and the message is read in full.
package struct MessageOutline: Hashable, Sendable {
  /// The variables with their formats and the keys that are chosen by, in any order.
  package var signature: UInt64 = 0
  /// The tags in their order.
  package var tags: UInt64 = 0
  /// The plural categories that have a branch, a bit for each.
  package var categories: PluralBits = []
  /// The exact numbers up to 15 that have a branch, a bit for each.
  package var exact: UInt16 = 0
  /// Whether the number of a plural may have a fraction by the message's own words.
  package var hasDecimals = false
  /// Whether a text has a line feed or a tab.
  package var hasLines = false
  /// Whether branches are written alike in ICU's syntax: converted, they are one variant.
  package var hasTwins = false
  /// Whether a variant starts or ends with a space, in MessageFormat 2: there variants have quotes of their
  /// own.
  package var hasSpaceAtEdge = false
  /// Whether there is a letter of ASCII in the text.
  package var hasLetter = false
  /// Whether something other than white space is surely shown.
  package var isVisible = false
  /// An upper bound of the width of each pattern.
  package var width = 0

  init() {}

  package init?(of text: String, _ syntax: MessageSyntaxKind) {
    var text = text
    let outline = text.withUTF8 { bytes in
      LanguageLetters.none.withTables { tables in
        MessageOutline(of: bytes, syntax, TextScan(of: bytes, tables))
      }
    }
    guard let outline else { return nil }
    self = outline
  }

  /// - Returns: nil where something is out of the ordinary.
  package init?(
    of text: UnsafeBufferPointer<UInt8>, _ syntax: MessageSyntaxKind, _ scan: TextScan
  ) {
    guard let first = text.first, text.count <= 65_536 else { return nil }
    // What MessageFormat 2 passes over in front of a declaration.
    if syntax == .messageFormat2, Self.startsWithSpace(text) { return nil }
    let traits = scan.traits
    if traits.isDisjoint(with: [.syntax, .html, .control]) {
      // A message of MessageFormat 2 that starts with a full stop is another thing.
      if syntax == .messageFormat2, first == UInt8(ascii: ".") { return nil }
      width = scan.width
      hasLines = traits.contains(.lineOrTab)
      isVisible = traits.contains(.visible)
      hasLetter = traits.contains(.asciiLetter)
      return
    }
    switch syntax {
    case .icu:
      guard var outline = ICUOutlineScanner.outline(of: text) else { return nil }
      outline.hasLines = traits.contains(.lineOrTab)
      self = outline
    case .messageFormat2:
      guard let outline = MessageFormat2OutlineScanner.outline(of: text) else { return nil }
      self = outline
    }
  }

  /// Whether a text starts with white space or a control of direction.
  static func startsWithSpace(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first, first <= 0x20 || first >= 0xD8 else { return false }
    let second = text.dropFirst().first ?? 0
    switch first {
    case 0...0x20: return true
    // U+061C, U+2000…U+206F, U+3000…U+303F
    case 0xD8: return second == 0x9C
    case 0xE2: return second == 0x80 || second == 0x81
    case 0xE3: return second == 0x80
    default: return false
    }
  }

  /// Whether a translation with this outline has the structure of its source.
  package func isAlike(_ source: MessageOutline) -> Bool {
    signature == source.signature && tags == source.tags
  }
}

/// Plural categories as bits, in CLDR's order.
package struct PluralBits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package static let other = PluralBits(rawValue: 1 << 5)

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package init(_ category: PluralCategory) {
    rawValue = 1 << UInt8(PluralCategory.allCases.firstIndex(of: category) ?? 0)
  }

  package var categories: [PluralCategory] {
    PluralCategory.allCases.filter { contains(PluralBits($0)) }
  }

  /// The category of this name; empty where there is none.
  init(named name: UnsafeBufferPointer<UInt8>) {
    let names: [(StaticString, UInt8)] = [
      ("zero", 0), ("one", 1), ("two", 2), ("few", 3), ("many", 4), ("other", 5),
    ]
    rawValue = names.first { name.isSame(as: $0.0) }.map { 1 << $0.1 } ?? 0
  }
}

/// What a pattern shows.
struct ShownOutline {
  var signature: UInt64 = 0
  /// Without the number of the plural that the pattern stands in.
  var withoutNumber: UInt64 = 0
  var width = 0
}

/// The variants of one plural, as far as they are alike.
struct PluralVariants {
  private(set) var categories: PluralBits = []
  private(set) var exact: UInt16 = 0
  private var category: ShownOutline?
  private var exactShown: UInt64?
  private var firstText: Range<Int>?
  private var count = 0
  private var areTextsSame = true

  /// Adds a variant of a category; says whether it shows what the others do.
  mutating func add(
    _ bit: PluralBits, _ shown: ShownOutline, text: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard !bit.isEmpty, categories.isDisjoint(with: bit) else { return false }
    categories.insert(bit)
    count += 1
    if let firstText {
      areTextsSame =
        areTextsSame
        && UnsafeBufferPointer(rebasing: bytes[firstText])
          .isSame(as: UnsafeBufferPointer(rebasing: bytes[text]))
    } else {
      firstText = text
    }
    if let category { return category.signature == shown.signature }
    category = shown
    return true
  }

  /// Adds a variant of a number, which need not show it.
  mutating func add(exact number: Int, _ shown: ShownOutline) -> Bool {
    guard (0..<16).contains(number), exact & (1 << number) == 0 else { return false }
    exact |= 1 << number
    if let exactShown { return exactShown == shown.withoutNumber }
    exactShown = shown.withoutNumber
    return true
  }

  /// What all of them show; nil where there is no fallback, or they have to be looked at.
  var shown: ShownOutline? {
    guard categories.contains(.other), let category,
      exactShown ?? category.withoutNumber == category.withoutNumber,
      // Variants that say the same are looked at.
      count < 3 || !areTextsSame
    else { return nil }
    return category
  }
}
