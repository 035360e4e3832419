import LocaleServices

/// A number argument with the options that the message sets for it.
final class FlatNumber: Sendable {
  let argument: Int
  let format: NumberFormat
  /// What `:offset` adds.
  let addend: Int
  /// Whether the value is rounded before anything else (`:integer`).
  let isWhole: Bool

  init(argument: Int, format: NumberFormat, addend: Int = 0, isWhole: Bool = false) {
    self.argument = argument
    self.format = format
    self.addend = addend
    self.isWhole = isWhole
  }

  /// The argument with what the functions did to it; nil if that takes more than eighteen digits.
  @inline(__always)
  func short(_ argument: PlainArgument) -> ShortDecimal? {
    switch argument {
    case .integer(let value):
      guard addend != 0 else { return ShortDecimal(value) }
      let (sum, overflow) = value.addingReportingOverflow(addend)
      return overflow ? nil : ShortDecimal(sum)
    case .number(let value):
      guard var short = ShortDecimal(value) else { return nil }
      if isWhole, short.scale > 0 {
        guard addend == 0 else { return nil }
        short.round(toFractionDigits: 0...0)
      }
      guard addend != 0 else { return short }
      guard short.scale == 0, short.coefficient < 1 << 53 else { return nil }
      let whole = short.isNegative ? -Int(short.coefficient) : Int(short.coefficient)
      return ShortDecimal(whole + addend)
    case .string, .date, .other: return nil
    }
  }

  /// Writes the formatted number; false if the rules have to be followed step by step.
  @inline(__always)
  func write(_ argument: PlainArgument, into room: inout UTF8Room) -> Bool {
    guard let short = short(argument) else { return false }
    return format.write(short, into: &room)
  }
}
