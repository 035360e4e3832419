extension DateValue {
  /// Reads an ISO 8601 date or date and time (LDML part 9, `date/time literal value`), with an RFC
  /// 9557 zone behind it if there is one; nil if it is none, or if there is no such day.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 80 else { return nil }
    var reader = Reader(bytes: Array(text.utf8))
    guard let year = reader.number(digits: 4), reader.skip("-"),
      let month = reader.number(digits: 2), reader.skip("-"),
      let day = reader.number(digits: 2)
    else { return nil }
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
    var offset: Int?
    var zone: String?
    if reader.skip("T") {
      guard let h = reader.number(digits: 2), reader.skip(":"),
        let m = reader.number(digits: 2), reader.skip(":"), let s = reader.number(digits: 2)
      else { return nil }
      (hour, minute, second) = (h, m, s)
      if reader.skip(".") {
        guard let fraction = reader.fraction() else { return nil }
        millisecond = fraction
      }
      if reader.skip("Z") {
        offset = 0
        zone = "UTC"
      } else if let sign = reader.sign() {
        guard let h = reader.number(digits: 2), reader.skip(":"),
          let m = reader.number(digits: 2), m < 60, h * 60 + m <= 14 * 60
        else { return nil }
        offset = sign * (h * 60 + m)
        zone = TimeZoneIdentifier.offset(minutes: sign * (h * 60 + m))
      }
      if let name = reader.bracketed() { zone = name }
    }
    guard reader.isAtEnd else { return nil }
    self.init(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second,
      millisecond: millisecond, timeZone: zone)
    if let offset {
      clock = .instant
      milliseconds -= Int64(offset) * 60_000
    }
  }

  private struct Reader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == bytes.count }
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
      guard let next, UInt32(next) == character.value else { return false }
      position += 1
      return true
    }

    mutating func sign() -> Int? {
      if skip("+") { return 1 }
      return skip("-") ? -1 : nil
    }

    mutating func number(digits: Int) -> Int? {
      var value = 0
      for _ in 0..<digits {
        guard let next, next >= UInt8(ascii: "0"), next <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(next - UInt8(ascii: "0"))
        position += 1
      }
      return value
    }

    /// One to three digits behind the point, as milliseconds.
    mutating func fraction() -> Int? {
      var value = 0
      var count = 0
      while count < 3, let digit = number(digits: 1) {
        value = value * 10 + digit
        count += 1
      }
      return count == 0 ? nil : value * (count == 1 ? 100 : count == 2 ? 10 : 1)
    }

    mutating func bracketed() -> String? {
      guard next == UInt8(ascii: "["),
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "]"))
      else { return nil }
      defer { position = end + 1 }
      return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
    }
  }
}
