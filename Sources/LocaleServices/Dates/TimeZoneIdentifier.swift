internal import CICU

/// Names of time zones: those of the time zone database, and offsets from UTC.
public enum TimeZoneIdentifier {
  /// A zone that ICU knows, by its name or as `+05:30`; nil for any other text.
  ///
  /// ICU itself takes an unknown zone for GMT and says nothing.
  public static func known(_ text: some StringProtocol) -> String? {
    if let minutes = offsetMinutes(text) { return offset(minutes: minutes) }
    guard text.utf8.count <= 64 else { return nil }
    var name = String(text)
    let canonical = name.withCharacters { bytes, length in
      try? writtenByICU { cicu_time_zone_canonical(bytes, length, $0, $1, &$2) }
    }
    return canonical == nil || canonical == "Etc/Unknown" ? nil : name
  }

  /// The name of a zone that is always so far ahead of UTC: `GMT+05:30`.
  static func offset(minutes: Int) -> String {
    guard minutes != 0 else { return "UTC" }
    let hours = String(abs(minutes) / 60)
    let rest = String(abs(minutes) % 60)
    return "GMT" + (minutes < 0 ? "-" : "+") + (hours.utf8.count < 2 ? "0" : "") + hours + ":"
      + (rest.utf8.count < 2 ? "0" : "") + rest
  }

  /// The minutes of `+05:30`, if the text is of that form.
  private static func offsetMinutes(_ text: some StringProtocol) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      bytes[3] == UInt8(ascii: ":"), let hours = Int(String(decoding: bytes[1..<3], as: UTF8.self)),
      let minutes = Int(String(decoding: bytes[4..<6], as: UTF8.self)), (0..<60).contains(minutes),
      (0...14).contains(hours)
    else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
  }
}
