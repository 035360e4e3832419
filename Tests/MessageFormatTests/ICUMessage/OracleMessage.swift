import ICUOracle
import LocaleIdentifiers
import LocaleServices
import MessageFormat

/// A message as ICU's own C++ `MessageFormat` reads and formats it.
final class OracleMessage {
  private let message: OpaquePointer

  /// nil where ICU refuses the pattern; the code says why.
  init?(_ source: String, locale: LocaleIdentifier, code: inout Int32) {
    let bytes = source.utf8.map { CChar(bitPattern: $0) } + [0]
    guard
      let message = icu_oracle_open(bytes, Int32(bytes.count - 1), locale.tag, &code)
    else { return nil }
    self.message = message
  }

  convenience init?(_ source: String, locale: LocaleIdentifier) {
    var code: Int32 = 0
    self.init(source, locale: locale, code: &code)
  }

  deinit { icu_oracle_close(message) }

  /// The text; nil where ICU fails, as it does for an argument of the wrong kind.
  ///
  /// - Parameter moments: The arguments that are dates, in milliseconds since 1970.
  func format(_ arguments: [String: Argument], moments: [String: Int64] = [:]) -> String? {
    var strings: [UnsafeMutablePointer<CChar>] = []
    defer { for string in strings { string.deallocate() } }
    func pointer(_ text: String) -> UnsafePointer<CChar> {
      let bytes = text.utf8.map { CChar(bitPattern: $0) } + [0]
      let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
      copy.initialize(from: bytes, count: bytes.count)
      strings.append(copy)
      return UnsafePointer(copy)
    }
    var values = moments.map { name, moment in
      ICUOracleArgument(
        name: pointer(name), kind: 3, text: nil, integer: 0, number: Double(moment))
    }
    values += arguments.compactMap { name, argument in
      var value = ICUOracleArgument(
        name: pointer(name), kind: 0, text: nil, integer: 0, number: 0)
      switch argument {
      case .string(let text): value.text = pointer(text)
      case .integer(let integer): (value.kind, value.integer) = (1, Int64(integer))
      case .number(let number): (value.kind, value.number) = (2, number)
      case .decimal(let text): (value.kind, value.text) = (4, pointer(text))
      // ICU has no such arguments, and dates are said by their moments.
      case .date, .list, .boolean: return nil
      }
      return value
    }
    var output = [CChar](repeating: 0, count: 1 << 16)
    let length = icu_oracle_format_open(
      message, values, Int32(values.count), &output, Int32(output.count))
    guard length >= 0 else { return nil }
    return String(
      decoding: output.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
