#if Preview
  /// The fields of an address's query or of a form, `application/x-www-form-urlencoded` (URL
  /// Standard, section 5.1).
  ///
  ///     FormFields("locale=ur&key=cart.title")["key"]  // "cart.title"
  ///
  /// Of a name that comes more than once, the first counts. What is not UTF-8 once it is decoded is
  /// left out.
  struct FormFields: Sendable {
    /// More than any form has.
    private static let limit = 32
    private var values: [String: String] = [:]

    init(_ text: String?) {
      self.init(bytes: Array((text ?? "").utf8))
    }

    init(bytes: [UInt8]) {
      for pair in bytes.split(separator: UInt8(ascii: "&")).prefix(Self.limit) {
        let parts = pair.split(
          separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = parts.first.flatMap(Self.decoded), values[name] == nil else { continue }
        values[name] = Self.decoded(parts.dropFirst().first ?? [])
      }
    }

    subscript(name: String) -> String? { values[name] }

    private static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var rest = bytes
      while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "+") {
          result.append(0x20)
        } else if byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) {
          result.append(value)
          rest = rest.dropFirst(2)
        } else {
          result.append(byte)
        }
      }
      return String(validating: result, as: UTF8.self)
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
      guard digits.count == 2 else { return nil }
      var value: UInt8 = 0
      for digit in digits {
        switch digit {
        case 0x30...0x39: value = value << 4 | (digit - 0x30)
        case 0x41...0x46: value = value << 4 | (digit - 0x37)
        case 0x61...0x66: value = value << 4 | (digit - 0x57)
        default: return nil
        }
      }
      return value
    }
  }
#endif
