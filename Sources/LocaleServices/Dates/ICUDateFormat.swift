internal import CICU

/// ICU's format of dates by a pattern.
final class ICUDateFormat: @unchecked Sendable {
  // @unchecked: ICU's object is only read after it is made, which ICU allows from several threads.

  private let raw: OpaquePointer

  init(
    icuName: String, pattern: String, timeZone: String, isProleptic: Bool
  ) throws(ICUError) {
    var zone = timeZone
    var text = pattern
    raw = try opened(close: cicu_date_close) { status in
      zone.withCharacters { zoneBytes, zoneLength in
        text.withCharacters { bytes, length in
          cicu_date_open(
            icuName, zoneBytes, zoneLength, bytes, length, isProleptic ? 1 : 0, &status)
        }
      }
    }
  }

  deinit { cicu_date_close(raw) }

  func format(_ epochMilliseconds: Double) -> String {
    (try? writtenByICU { cicu_date_format(raw, epochMilliseconds, $0, $1, &$2) }) ?? ""
  }
}
