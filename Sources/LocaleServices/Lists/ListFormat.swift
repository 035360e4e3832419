internal import CICU
public import LocaleIdentifiers

/// Joins texts as a language does (`Intl.ListFormat`, on ICU): "a, b et c".
///
///     try ListFormat(locale: "fr").format(["a", "b", "c"])   // "a, b et c"
public final class ListFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// "a, b and c"
    case conjunction
    /// "a, b or c"
    case disjunction
    /// "3 feet, 7 inches"
    case unit
  }

  public enum Width: String, Hashable, Sendable, CaseIterable {
    case long, short, narrow
  }

  public let locale: LocaleIdentifier
  private let raw: OpaquePointer

  public init(
    locale: LocaleIdentifier, type kind: Kind = .conjunction, width: Width = .long
  ) throws(ICUError) {
    let type: Int32 = kind == .conjunction ? 0 : kind == .disjunction ? 1 : 2
    let size: Int32 = width == .long ? 0 : width == .short ? 1 : 2
    raw = try opened(close: cicu_list_close) { cicu_list_open(locale.icuName, type, size, &$0) }
    self.locale = locale
  }

  deinit { cicu_list_close(raw) }

  public func format(_ items: [String]) -> String {
    var joined = items.joined()
    let lengths = items.map { Int32(clamping: $0.utf8.count) }
    guard joined.utf8.count <= Int(Int32.max) else { return joined }
    let text = joined.withCharacters { bytes, _ in
      try? writtenByICU {
        cicu_list_format(raw, bytes, lengths, Int32(clamping: lengths.count), $0, $1, &$2)
      }
    }
    return text ?? items.joined(separator: ", ")
  }
}
