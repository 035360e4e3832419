internal import CICU

// Reads a date pattern and asks ICU for the names and digits that it needs.
extension NativeDateWriter {
  /// How a format of the same locale writes one field.
  typealias Ask = (_ pattern: String, _ wallMilliseconds: Int64) -> String?

  /// A writer that does as `format` does; nil for other calendars, rare fields, and answers that are
  /// out of the ordinary.
  init?(
    probing format: ICUDateFormat, pattern: String, icuName: String, isProleptic: Bool, ask: Ask
  ) {
    let calendar = try? writtenByICU { cicu_calendar_type(icuName, $0, $1, &$2) }
    guard calendar == "gregorian" else { return nil }
    if !isProleptic { earliest = Self.gregorianChange }
    for digit in 0...9 {
      guard let text = ask("H", Int64(digit) * 3_600_000), text.unicodeScalars.count == 1 else {
        return nil
      }
      add(text)
    }
    usesASCIIDigits = bytes == Array("0123456789".utf8)
    guard read(pattern, ask), agrees(with: format) else { return nil }
  }

  private mutating func add(_ text: String) {
    let start = bytes.count
    bytes += text.utf8
    spans.append(Span(start: start, end: bytes.count))
  }

  private mutating func read(_ pattern: String, _ ask: Ask) -> Bool {
    for token in DatePatternToken.tokens(of: pattern) {
      switch token {
      case .text(let text):
        operations.append(Operation(field: .text, width: 0, table: spans.count))
        add(text)
      case .field(let letter, let width):
        guard addField(letter, width, ask) else { return false }
      }
    }
    return true
  }

  private mutating func addField(_ letter: Character, _ width: Int, _ ask: Ask) -> Bool {
    let field: Field? =
      switch (letter, width) {
      case ("y", 2): .yearOfCentury
      case ("y", 1...4): .year
      case ("M", 1...2), ("L", 1...2): .month
      case ("M", 3...4), ("L", 3...4): .monthName
      case ("d", 1...2): .day
      case ("E", 1...4), ("c", 3...4): .weekdayName
      case ("H", 1...2): .hour0to23
      case ("h", 1...2): .hour1to12
      case ("K", 1...2): .hour0to11
      case ("k", 1...2): .hour1to24
      case ("m", 1...2): .minute
      case ("s", 1...2): .second
      case ("a", 1...3): .dayPeriod
      default: nil
      }
    guard let field else { return false }
    operations.append(
      Operation(field: field, width: field == .yearOfCentury ? 2 : width, table: spans.count))
    let moments: [Int64]
    switch field {
    case .monthName:
      moments = (1...12).map { Int64(GregorianDay.number(year: 2023, month: $0, day: 15)) }
        .map { $0 * 86_400_000 }
    // 2023-01-01 was a Sunday.
    case .weekdayName:
      let first = Int64(GregorianDay.number(year: 2023, month: 1, day: 1))
      moments = (0..<7).map { (first + $0) * 86_400_000 }
    case .dayPeriod: moments = [9 * 3_600_000, 15 * 3_600_000]
    default: moments = []
    }
    for moment in moments {
      guard let name = ask(String(repeating: letter, count: width), moment) else { return false }
      add(name)
    }
    return true
  }

  /// Days of all months and weekdays, hours of all day periods, years of all lengths.
  private func agrees(with format: ICUDateFormat) -> Bool {
    var moments: [Int64] = [
      0, -1, 951_825_600_000, 4_102_444_800_000, Self.gregorianChange, Self.end - 1,
      Self.firstYear, -50_000_000_000_000, -99_999_999_999,
    ]
    let start: Int64 = 1_672_531_200_000
    let step: Int64 = 31 * 86_400_000 + 3_600_000 + 61_007
    for index in 0..<24 { moments.append(start + Int64(index) * step) }
    for moment in moments {
      var bytes: [UInt8] = []
      guard UTF8Room.append(to: &bytes, { write(wallMilliseconds: moment, into: &$0) }) else {
        continue
      }
      guard String(decoding: bytes, as: UTF8.self) == format.format(Double(moment)) else {
        return false
      }
    }
    return true
  }
}

/// A stretch of a date pattern (UTS 35 part 4, section 8).
enum DatePatternToken: Equatable {
  case text(String)
  /// A letter and how often it stands there.
  case field(Character, Int)

  static func tokens(of pattern: String) -> [DatePatternToken] {
    var tokens: [DatePatternToken] = []
    var text = ""
    var rest = Array(pattern.unicodeScalars)[...]
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        if rest.first == "'" {
          rest.removeFirst()
          text.unicodeScalars.append("'")
          continue
        }
        // Quoted text, in which two apostrophes are one.
        while let quoted = rest.popFirst() {
          if quoted == "'" {
            guard rest.first == "'" else { break }
            rest.removeFirst()
          }
          text.unicodeScalars.append(quoted)
        }
      } else if isLetter(scalar) {
        if !text.isEmpty { tokens.append(.text(text)) }
        text = ""
        var count = 1
        while rest.first == scalar {
          rest.removeFirst()
          count += 1
        }
        tokens.append(.field(Character(scalar), count))
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    if !text.isEmpty { tokens.append(.text(text)) }
    return tokens
  }
}
