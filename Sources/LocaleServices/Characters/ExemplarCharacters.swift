internal import CICU
public import LocaleIdentifiers

/// The characters that a language is written with (CLDR's exemplar sets).
///
///     let polish = try ExemplarCharacters(locale: "pl", kind: .standard)
///     polish.contains("ą")  // true
///     polish.contains("ř")  // false
///
/// The sets hold small letters; upper and title case of each is added unless asked otherwise.
public final class ExemplarCharacters: @unchecked Sendable {
  // @unchecked: the set is frozen, and ICU only reads it.

  public enum Kind: Int32, Sendable, Hashable, CaseIterable {
    /// What the language needs.
    case standard = 0
    /// What it uses in foreign names and technical terms.
    case auxiliary = 1
    /// What headings of an index are made of.
    case index = 2
    case punctuation = 3
  }

  public let locale: LocaleIdentifier
  public let kind: Kind
  private let raw: OpaquePointer

  public init(
    locale: LocaleIdentifier, kind: Kind = .standard, includingCaseMappings: Bool = true
  ) throws(ICUError) {
    self.locale = locale
    self.kind = kind
    raw = try opened(close: cicu_character_set_close) {
      cicu_exemplars_open(locale.icuName, kind.rawValue, includingCaseMappings ? 1 : 0, &$0)
    }
  }

  deinit { cicu_character_set_close(raw) }

  public func contains(_ scalar: Unicode.Scalar) -> Bool {
    cicu_character_set_contains(raw, scalar.value) != 0
  }

  /// The single characters of the set, in code point order, as ranges.
  public var ranges: [ClosedRange<Unicode.Scalar>] {
    items.compactMap { item in
      guard case .range(let range) = item else { return nil }
      return range
    }
  }

  /// The strings of several characters that the language counts as one letter: `ch` in Czech.
  public var strings: [String] {
    items.compactMap { item in
      guard case .string(let string) = item else { return nil }
      return string
    }
  }

  private enum Item {
    case range(ClosedRange<Unicode.Scalar>)
    case string(String)
  }

  private var items: [Item] {
    (0..<cicu_character_set_count(raw)).compactMap { index in
      var first: UInt32 = 0
      var last: UInt32 = 0
      let text = try? writtenByICU(capacity: 64) {
        cicu_character_set_item(raw, index, &first, &last, $0, $1, &$2)
      }
      if let text, !text.isEmpty { return .string(text) }
      guard let lower = Unicode.Scalar(first), let upper = Unicode.Scalar(last), lower <= upper
      else { return nil }
      return .range(lower...upper)
    }
  }
}
