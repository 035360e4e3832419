internal import CICU
public import LocaleIdentifiers

/// Writes how far away a time is (`Intl.RelativeTimeFormat`, on ICU): "in 3 days", "yesterday".
///
///     try RelativeTimeFormat(locale: "de").format(-1, unit: .day)                  // "vor 1 Tag"
///     try RelativeTimeFormat(locale: "de").format(-1, unit: .day, numeric: .auto)  // "gestern"
public final class RelativeTimeFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case year, quarter, month, week, day, hour, minute, second
  }

  public enum Width: String, Hashable, Sendable, CaseIterable {
    case long, short, narrow
  }

  /// Whether words ("tomorrow") may stand for numbers.
  public enum Numeric: String, Hashable, Sendable, CaseIterable {
    case always, auto
  }

  public let locale: LocaleIdentifier
  private let raw: OpaquePointer

  public init(locale: LocaleIdentifier, width: Width = .long) throws(ICUError) {
    let style: Int32 = width == .long ? 0 : width == .short ? 1 : 2
    raw = try opened(close: cicu_relative_time_close) {
      cicu_relative_time_open(locale.icuName, style, &$0)
    }
    self.locale = locale
  }

  deinit { cicu_relative_time_close(raw) }

  /// - Parameter offset: Below zero for the past.
  public func format(_ offset: Double, unit: Unit, numeric: Numeric = .always) -> String {
    let index = Int32(Unit.allCases.firstIndex(of: unit) ?? 0)
    let text = try? writtenByICU {
      cicu_relative_time_format(raw, offset, index, numeric == .auto ? 1 : 0, $0, $1, &$2)
    }
    return text ?? "\(offset) \(unit.rawValue)"
  }
}
