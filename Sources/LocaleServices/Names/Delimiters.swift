internal import CICU
public import LocaleIdentifiers

/// The quotation marks of a language (CLDR's delimiters).
///
///     let marks = try Delimiters(locale: "de")
///     marks.quoted("Ja")  // „Ja“
///
/// French has `«` and `»` without the spaces that French typography puts inside.
public struct Delimiters: Hashable, Sendable {
  public let quotationStart: String
  public let quotationEnd: String
  /// For a quotation inside another.
  public let alternateQuotationStart: String
  public let alternateQuotationEnd: String

  public init(locale: LocaleIdentifier) throws(ICUError) {
    func mark(_ which: Int32) throws(ICUError) -> String {
      try writtenByICU(capacity: 32) { cicu_delimiter(locale.icuName, which, $0, $1, &$2) }
    }
    quotationStart = try mark(0)
    quotationEnd = try mark(1)
    alternateQuotationStart = try mark(2)
    alternateQuotationEnd = try mark(3)
  }

  public func quoted(_ text: String) -> String {
    quotationStart + text + quotationEnd
  }
}
