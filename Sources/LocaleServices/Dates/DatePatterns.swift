internal import CICU
public import LocaleIdentifiers
internal import Synchronization

/// A locale's patterns for date fields: `yMMMd` is `d MMM y` in French.
///
/// Opening the data takes about a millisecond, so one of these serves all formats of a locale; it
/// opens at the first question, and remembers the answers.
public final class DatePatterns: Sendable {
  public let locale: LocaleIdentifier
  /// ICU's name of the locale, with the calendar.
  let icuName: String
  private let state = Mutex(State())

  private struct State: @unchecked Sendable {
    // @unchecked: ICU's object is only reached while the mutex is held.
    var raw: OpaquePointer?
    var patterns: [String: String] = [:]
  }

  public init(locale: LocaleIdentifier, calendar: String? = nil) {
    self.locale = locale
    icuName = locale.icuName(calendar: calendar)
  }

  deinit {
    state.withLock { state in
      if let raw = state.raw { cicu_date_patterns_close(raw) }
    }
  }

  /// The pattern that the locale has for a skeleton.
  public func pattern(for skeleton: String, keepingHourWidth: Bool = false) throws(ICUError)
    -> String
  {
    let result = state.withLock { state -> Result<String, ICUError> in
      do throws(ICUError) {
        return .success(
          try Self.pattern(
            for: skeleton, keepingHourWidth: keepingHourWidth, icuName: icuName, state: &state))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private static func pattern(
    for skeleton: String, keepingHourWidth: Bool, icuName: String, state: inout State
  ) throws(ICUError) -> String {
    let key = keepingHourWidth ? skeleton + "!" : skeleton
    if let known = state.patterns[key] { return known }
    let raw: OpaquePointer
    if let open = state.raw {
      raw = open
    } else {
      raw = try opened(close: cicu_date_patterns_close) { cicu_date_patterns_open(icuName, &$0) }
      state.raw = raw
    }
    var text = skeleton
    var status: Int32 = 0
    var failure: ICUError?
    let pattern = text.withCharacters { bytes, length -> String? in
      do throws(ICUError) {
        return try writtenByICU {
          let needed = cicu_date_patterns_best(
            raw, bytes, length, keepingHourWidth ? 1 : 0, $0, $1, &$2)
          status = $2
          return needed
        }
      } catch {
        failure = error
        return nil
      }
    }
    guard let pattern else { throw failure ?? ICUError(code: status) }
    // Skeletons come from programs and messages, not from readers; still, no list grows without end.
    if state.patterns.count < 256 { state.patterns[key] = pattern }
    return pattern
  }
}

extension LocaleIdentifier {
  /// ICU's name of the locale with another calendar.
  func icuName(calendar: String?) -> String {
    guard let calendar else { return icuName }
    var keywords = self.keywords
    keywords["ca"] = calendar
    let list = keywords.sorted { $0.key < $1.key }.map { key, value in
      value == "true" ? key : key + "-" + value
    }
    return base.tag + "-u-" + list.joined(separator: "-")
  }
}
