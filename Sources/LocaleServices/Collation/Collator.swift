internal import CICU
public import LocaleIdentifiers

/// The order of texts in a language (UTS 10 with CLDR's tailorings).
///
///     let swedish = try Collator(locale: "sv")
///     ["ö", "z", "a"].sorted(by: swedish.areInIncreasingOrder)  // ["a", "z", "ö"]
///
/// Keywords of the locale choose variants: `de-u-co-phonebk`. For more than some fifty texts, sort
/// their `sortKey(_:)`s instead: each text is then looked at once.
public final class Collator: @unchecked Sendable {
  // @unchecked: ICU's collator is only read after it is made, which ICU allows from several threads.

  /// How two texts stand to each other.
  public enum Order: Sendable, Hashable {
    case ascending, same, descending
  }

  public let locale: LocaleIdentifier
  private let raw: OpaquePointer

  /// - Throws: ICU's error, if it has no collation data at all. An unknown language gets CLDR's root
  ///   order.
  public init(locale: LocaleIdentifier) throws(ICUError) {
    self.locale = locale
    raw = try opened(close: cicu_collator_close) { cicu_collator_open(locale.icuName, &$0) }
  }

  deinit { cicu_collator_close(raw) }

  public func compare(_ left: String, _ right: String) -> Order {
    var status: Int32 = 0
    let order = withUTF8Text(left) { left, leftLength in
      withUTF8Text(right) { right, rightLength in
        cicu_collator_compare(raw, left, leftLength, right, rightLength, &status)
      }
    }
    return order < 0 ? .ascending : order > 0 ? .descending : .same
  }

  /// Whether the first text comes before the second: for `sorted(by:)`.
  public func areInIncreasingOrder(_ left: String, _ right: String) -> Bool {
    compare(left, right) == .ascending
  }

  /// Bytes that compare with one another, byte by byte, as the texts do in this language.
  public func sortKey(_ text: String) throws(ICUError) -> SortKey {
    var status: Int32 = 0
    var needed: Int32 = 0
    func attempt(_ capacity: Int32) -> [UInt8] {
      [UInt8](unsafeUninitializedCapacity: Int(capacity)) { buffer, count in
        status = 0
        needed = withUTF8Text(text) {
          cicu_collator_sort_key(raw, $0, $1, buffer.baseAddress, capacity, &status)
        }
        count = status > 0 ? 0 : Int(min(needed, capacity))
      }
    }
    var bytes = attempt(64)
    // The returned length leaves out the zero that ICU writes at the end.
    if status == Int32(CICU_BUFFER_OVERFLOW) { bytes = attempt(needed + 1) }
    if status > 0 { throw ICUError(code: status) }
    return SortKey(bytes: bytes)
  }
}

/// A text's place in the order of one `Collator`.
public struct SortKey: Hashable, Sendable, Comparable {
  public let bytes: [UInt8]

  public static func < (left: Self, right: Self) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
